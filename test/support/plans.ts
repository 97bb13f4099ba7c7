import type { Change, Plan, Step } from '../../src/core/plan.ts';

/** A plan of one source called `memory`, with nothing but changes. */
export function planOf(changes: readonly Change[]): Plan {
  return {
    formatVersion: '1',
    sources: [{ name: 'memory', provider: 'memory', target: { id: 'one' } }],
    desired: [],
    governance: [],
    requests: [],
    changes,
  };
}

export function changeWith(name: string, parts: Partial<Change> = {}): Change {
  return {
    address: `memory/MemoryAccount/${name}`,
    action: 'update',
    metadata: { before: null, after: null },
    incarnation: '1',
    before: { note: 'old' },
    after: { note: 'new' },
    steps: [stepWith(name)],
    irreversible: [],
    blocked: [],
    ...parts,
  };
}

export function stepWith(name: string, parts: Partial<Step> = {}, number = 1): Step {
  return {
    id: `memory/MemoryAccount/${name}#${number}`,
    dependsOn: [],
    stage: 0,
    effect: { kind: 'update', set: { note: 'new' } },
    expect: { note: 'old' },
    result: { note: 'new' },
    repeat: 'idempotent',
    ...parts,
  };
}
