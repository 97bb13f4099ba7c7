import { describe, expect, it } from 'vitest';
import { load } from '../../../src/core/desired/load.ts';
import { tinyContext, tinyProvider } from '../../support/tiny-kind.ts';

const [tinyRole] = tinyProvider.kinds;
const context = {
  ...tinyContext,
  providers: [
    {
      ...tinyProvider,
      kinds: tinyRole === undefined ? [] : [{ ...tinyRole, kind: 'TinyPod', namespaced: true } as const],
    },
    { ...tinyProvider, name: 'flat' },
  ],
};

function loaded(kind: string, metadata: string) {
  const text = `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata: { source: orders, ${metadata} }\nspec: {}\n`;
  return load([{ path: 'a.yaml', bytes: Buffer.from(text) }], context);
}

describe('a kind whose names are unique only within a namespace', () => {
  it('has the namespace in its address, before the name', () => {
    const { state, diagnostics } = loaded('TinyPod', 'name: exporter, namespace: billing/eu');
    expect(diagnostics).toEqual([]);
    expect(state.identities).toMatchObject([
      { address: 'orders/TinyPod/billing%2Feu/exporter', namespace: 'billing/eu', name: 'exporter' },
    ]);
  });

  it('asks for it', () => {
    expect(loaded('TinyPod', 'name: exporter').diagnostics).toMatchObject([
      { code: 'missing-key', cause: expect.stringContaining('"namespace"') },
    ]);
  });

  it('is the only one that takes it', () => {
    expect(loaded('TinyRole', 'name: exporter, namespace: billing').diagnostics.map(({ code }) => code)).toContain(
      'unknown-key',
    );
  });
});
