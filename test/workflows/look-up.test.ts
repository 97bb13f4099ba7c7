import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../src/core/errors.ts';
import { handedStates, reachOf } from '../../src/core/handed-state.ts';
import { LOOK_UPS } from '../../src/core/mentions.ts';
import type { Mention } from '../../src/core/mention.ts';
import type { Provider, Reader } from '../../src/core/ports.ts';
import { NO_POLICIES } from '../../src/core/policy/set.ts';
import { planWithAccess, UNJUDGED } from '../../src/workflows/plan-live.ts';
import { readLive, type ReadRequest } from '../../src/workflows/read-live.ts';
import { account, addressOf, declared, memoryLab } from '../support/memory.ts';
import { configurationFor, loadedFrom } from '../support/planning.ts';

const AT = '2026-06-01T12:00:00Z';
const lab = memoryLab({ accounts: { a: account() } });

const mention = (name: string): Mention => ({
  address: addressOf('a'),
  name,
  what: `the thing ${name}`,
  missing: { code: 'bound-role-missing', message: `There is no thing ${name}.` },
  mend: 'Make it.',
});

/** A provider whose changes need these, and what its readers were asked for. */
function needing(names: readonly string[], lookUp: Reader['lookUp']) {
  const seen = { asked: [] as string[][], open: 0 };
  const provider: Provider = {
    ...lab.provider,
    mentions: () => names.map(mention),
    reader(connection) {
      const reader = lab.provider.reader(connection);
      seen.open += 1;
      return {
        ...reader,
        ...(lookUp === undefined
          ? {}
          : {
              lookUp: async (wanted: readonly string[]) => {
                seen.asked.push([...wanted]);
                return await lookUp(wanted);
              },
            }),
        close: async () => {
          seen.open -= 1;
          await reader.close();
        },
      };
    },
  };
  return { provider, seen };
}

async function plan(provider: Provider, more: Partial<ReadRequest> = {}) {
  const configuration = { ...configurationFor(lab.source), policySet: NO_POLICIES };
  const providers = new Map([['memory', provider]]);
  const connect = () => ({ source: 'memory', secret: '', boundary: {}, options: {}, timeout: 1, progress: () => {} });
  const request = { configuration, providers, connect, progress: () => {} };
  const live = await readLive(request, [{ name: 'memory', addresses: [addressOf('a')] }]);
  return await planWithAccess(
    {
      configuration,
      providers,
      base: loadedFrom('memory', [declared('a')]),
      head: loadedFrom('memory', [declared('a', { note: 'new' })]),
      extent: 'pull-request',
      live,
      governance: [],
      diagnostics: [],
      commits: null,
      now: AT,
      engine: 'test',
    },
    { ...request, ...more },
    UNJUDGED,
  );
}

describe('what a plan needs', () => {
  it('is asked of its source once, and blocks where it is not there', async () => {
    const { provider, seen } = needing(['x', 'y', 'x'], () =>
      Promise.resolve(
        new Map([
          ['x', { kind: 'there' }],
          ['y', { kind: 'absent', instead: null }],
        ] as const),
      ),
    );
    const planned = await plan(provider);
    expect(seen).toEqual({ asked: [['x', 'y']], open: 0 });
    expect(planned.plan.changes).toMatchObject([
      { action: 'update', blocked: [{ message: 'There is no thing y. Make it.' }] },
    ]);
    expect(planned.assessment.applyable).toBe(false);
  });

  it('is asked for nowhere where it is nothing', async () => {
    const { provider, seen } = needing([], () => Promise.reject(new Error('asked')));
    expect((await plan(provider)).assessment).toMatchObject({ applyable: true, changes: [{ notes: [] }] });
    expect(seen).toEqual({ asked: [], open: 0 });
  });

  it('is asked for within bounds, and the rest is noted', async () => {
    const names = Array.from({ length: LOOK_UPS + 1 }, (_, index) => String(index).padStart(3, '0'));
    const { provider, seen } = needing(names, (wanted) =>
      Promise.resolve(new Map(wanted.map((name) => [name, { kind: 'there' }] as const))),
    );
    const { assessment } = await plan(provider);
    expect(seen.asked).toEqual([names.slice(0, LOOK_UPS)]);
    expect(assessment).toMatchObject({ applyable: true, changes: [{ notes: [{ code: 'reference-unchecked' }] }] });
    expect(assessment.changes[0]?.notes[0]?.message).toContain('the thing 050. At most');
  });

  const note = async (provider: Provider, more?: Partial<ReadRequest>) => {
    const { assessment } = await plan(provider, more);
    expect(assessment.applyable).toBe(true);
    return assessment.changes[0]?.notes.map(({ message }) => message);
  };

  it('is noted where a state of another job stands for the source', async () => {
    const live = await lab.reader.read({ kind: 'boundary' });
    const state = { formatVersion: '1', at: AT, reach: reachOf(lab.source), live, estate: null } as const;
    const { provider, seen } = needing(['x'], () => Promise.reject(new Error('asked')));
    expect(await note(provider, { handed: handedStates([state], AT) })).toEqual([
      'Nobody looked whether these exist: the thing x. The state that was handed on tells only of what is managed.',
    ]);
    expect(seen.asked).toEqual([]);
  });

  it('is noted where nobody can log in', async () => {
    const { provider } = needing(['x'], () => Promise.reject(new Error('asked')));
    const connect = () => {
      throw new CountersignError('credential-missing', 'It is not set.', { mend: 'Set it.' });
    };
    expect(await note(provider, { connect })).toEqual([
      'Nobody looked whether these exist: the thing x. It is not set. Set it.',
    ]);
  });

  it('is never silently taken for there', async () => {
    const { provider } = needing(['x'], () => Promise.resolve(new Map()));
    expect(await note(provider)).toHaveLength(1);
    const { provider: without } = needing(['x'], undefined);
    expect(await note(without)).toHaveLength(1);
  });
});
