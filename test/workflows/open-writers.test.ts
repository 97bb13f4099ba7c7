import { describe, expect, it } from 'vitest';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import { CountersignError } from '../../src/core/errors.ts';
import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { emptyWorld, inMemory } from '../../src/providers/memory/system.ts';
import { openWriters, type WritersSurface } from '../../src/workflows/open-writers.ts';
import { configurationFor } from '../support/planning.ts';
import { changeWith, planOf } from '../support/plans.ts';

const source = (name: string): SourceConfiguration => ({
  name,
  provider: 'memory',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  owner: 'owner',
});

const configuration = {
  ...configurationFor(source('memory')),
  sources: ['cloud', 'idle', 'memory'].map(source),
};
const plan = planOf([changeWith('a'), { ...changeWith('b'), address: 'cloud/MemoryAccount/b' }]);

/** Every source has a system of its own, but for those without a credential. */
function surface(without: readonly string[]): WritersSurface {
  return {
    loadApplier: async () => memoryApplier((name) => inMemory({ ...emptyWorld(), id: name })),
    connect: ({ name }) => {
      if (without.includes(name))
        throw new CountersignError('credential-missing', `No credential for ${name}.`, { mend: 'Set it.' });
      return { source: name, secret: name, boundary: {}, options: {}, timeout: 1000, progress: () => {} };
    },
  };
}

async function opened(without: readonly string[]) {
  const result = await openWriters(surface(without), plan, configuration);
  if (result.kind === 'problem') return result;
  const answers = [...result.writers].map(async ([name, writer]) => [
    name,
    await writer.identify().catch((error: unknown) => (error instanceof CountersignError ? error.code : error)),
  ]);
  return Object.fromEntries(await Promise.all(answers));
}

describe('the writers of a plan', () => {
  it('are of the sources in which it has steps', async () => {
    expect(await opened([])).toEqual({ cloud: { id: 'cloud' }, memory: { id: 'memory' } });
  });

  it('answer with the reason where one does not open, so that the others can go on', async () => {
    expect(await opened(['cloud'])).toEqual({ cloud: 'credential-missing', memory: { id: 'memory' } });
  });

  it('are a problem where none opens', async () => {
    expect(await opened(['cloud', 'memory'])).toEqual({
      kind: 'problem',
      reason: { code: 'credential-missing', message: 'No credential for cloud. Set it.' },
    });
  });
});
