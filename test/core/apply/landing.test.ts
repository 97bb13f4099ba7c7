import { describe, expect, it } from 'vitest';
import {
  applyIdOf,
  landedOf,
  landingDifference,
  leftUndone,
  supersededBy,
  type Landed,
} from '../../../src/core/apply/landing.ts';
import type { DesiredState } from '../../../src/core/desired/types.ts';
import { hashJson, sha256 } from '../../../src/core/digest.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { addressOf, declared } from '../../support/memory.ts';
import { loadedFrom, reconciliation } from '../../support/planning.ts';

const [A, B, C] = [sha256('a'), sha256('b'), sha256('c')];

function planWith(parts: Partial<Landed>): Plan {
  return { formatVersion: '1', sources: [], desired: [], governance: [], requests: [], changes: [], ...parts };
}

describe('the id of an apply', () => {
  it('is one hash of repository, pull request, landing commit and digest, and of nothing else', () => {
    expect(applyIdOf(1, 2, 'c0ffee', A)).toBe(hashJson(['countersign apply 1', 1, 2, 'c0ffee', A]));
    const ids = [
      applyIdOf(1, 2, 'c0ffee', A),
      applyIdOf(3, 2, 'c0ffee', A),
      applyIdOf(1, 3, 'c0ffee', A),
      applyIdOf(1, null, 'c0ffee', A),
      applyIdOf(1, 2, 'decaf', A),
      applyIdOf(1, 2, 'c0ffee', B),
      applyIdOf(1, 2, 'c0ffee', null),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what a landing brought', () => {
  const before = loadedFrom('memory', [declared('gone'), declared('same'), declared('moved')]).state;
  const after = loadedFrom(
    'memory',
    [declared('same'), declared('moved', { note: 'x' }), declared('new')],
    [reconciliation('remove', [addressOf('stray')])],
  ).state;

  it('is each identity that differs, each request that was added, and the rules as handed in', () => {
    const hash = (state: DesiredState, name: string) =>
      state.identities.find(({ address }) => address === addressOf(name))?.hash ?? null;
    const governance = [{ path: 'CODEOWNERS', base: A, head: B }];
    const names = ['gone', 'moved', 'new', 'stray'];
    expect(landedOf(before, after, governance)).toEqual({
      desired: names.map((name) => ({ address: addressOf(name), base: hash(before, name), head: hash(after, name) })),
      governance,
      requests: [{ address: addressOf('stray'), verb: 'remove' }],
    });
  });
});

describe('a landing beside its plan', () => {
  const [one, two] = [
    { address: addressOf('one'), base: A, head: B },
    { address: addressOf('two'), base: A, head: B },
  ];
  const rule = { path: 'CODEOWNERS', base: A, head: B };
  const request = { address: addressOf('one'), verb: 'remove' } as const;
  const plan = planWith({ desired: [one, two], governance: [rule], requests: [request] });
  const difference = (landed: Partial<Landed>) => landingDifference(plan, { ...plan, ...landed });

  it('is the same in any order', () => {
    expect(difference({})).toBeNull();
    expect(difference({ desired: [two, one] })).toBeNull();
  });

  it.each<[string, Partial<Landed>, string]>([
    [
      'lacks an identity',
      { desired: [one] },
      `desired: {"address":"${two.address}","base":"${A}","head":"${B}"} was planned and did not land so`,
    ],
    [
      'brings two more: the first by address is told',
      { desired: [one, two, { ...one, address: addressOf('three') }, { ...one, address: addressOf('trio') }] },
      `desired: {"address":"${addressOf('three')}","base":"${A}","head":"${B}"} landed and was not planned so`,
    ],
    [
      'brings another state of two: the first planned one is told',
      {
        desired: [
          { ...two, head: C },
          { ...one, head: C },
        ],
      },
      `desired: {"address":"${one.address}","base":"${A}","head":"${B}"} was planned and did not land so`,
    ],
    [
      'lacks a rule',
      { governance: [] },
      `governance: {"base":"${A}","head":"${B}","path":"CODEOWNERS"} was planned and did not land so`,
    ],
    [
      'lacks a request',
      { requests: [] },
      `requests: {"address":"${one.address}","verb":"remove"} was planned and did not land so`,
    ],
    [
      'brings another request',
      { requests: [request, { ...request, verb: 'correct' }] },
      `requests: {"address":"${one.address}","verb":"correct"} landed and was not planned so`,
    ],
  ])('that %s differs, and is told by the first difference', (_, landed, message) => {
    expect(difference(landed)).toEqual({ code: 'landing-differs', message });
  });
});

const requested = planWith({
  desired: [{ address: addressOf('stray'), base: null, head: null }],
  requests: [{ address: addressOf('stray'), verb: 'remove' }],
});
const tip = (...reconciliations: DesiredState['reconciliations']): DesiredState => ({
  identities: [],
  reconciliations,
});

describe('a landing with a Reconciliation', () => {
  it('stands while the document that asked stands', () => {
    const state = tip(reconciliation('remove', [addressOf('other'), addressOf('stray')]));
    expect(supersededBy(requested, state, new Map())).toBeNull();
  });

  it('stands while one of several documents that asks so stands', () => {
    const state = tip(reconciliation('correct', [addressOf('other')]), reconciliation('remove', [addressOf('stray')]));
    expect(supersededBy(requested, state, new Map())).toBeNull();
  });

  it.each([
    ['is gone', tip()],
    ['asks for another identity', tip(reconciliation('remove', [addressOf('other')]))],
    ['asks for something else', tip(reconciliation('correct', [addressOf('stray')]))],
  ])('is superseded where the document %s', (_, state) => {
    expect(supersededBy(requested, state, new Map())).toEqual({
      code: 'superseded',
      message: `what asked to remove ${addressOf('stray')} was taken back`,
    });
  });

  it('is told by the first request that was taken back', () => {
    const requests = ['stray', 'tramp'].map((name) => ({ address: addressOf(name), verb: 'remove' as const }));
    expect(supersededBy(planWith({ requests }), tip(), new Map())?.message).toContain(addressOf('stray'));
  });
});

describe('a landing whose inputs stand at the tip', () => {
  const { state } = loadedFrom('memory', [declared('a'), declared('b')]);
  const inputs = state.identities.map(({ address, hash }) => ({ address, base: null, head: hash }));
  const [first, second] = inputs;
  if (first === undefined || second === undefined) throw new Error('Two were declared.');

  it('is not superseded, also where it removed an identity that is still gone', () => {
    const gone = { address: addressOf('gone'), base: A, head: null };
    expect(supersededBy(planWith({ desired: [...inputs, gone] }), state, new Map())).toBeNull();
  });

  it.each<[string, Plan['desired']]>([
    ['changed', [first, { ...second, head: A }]],
    ['brought back', [first, { ...second, head: null }]],
  ])('is superseded where a later landing %s one of its identities, the first of which is told', (_, changed) => {
    const desired = [...changed, { address: addressOf('z'), base: null, head: A }];
    const message = `${second.address} was changed by a later landing`;
    expect(supersededBy(planWith({ desired }), state, new Map())).toEqual({ code: 'superseded', message });
  });

  it('is superseded where a later landing removed one of its identities', () => {
    const message = `${addressOf('gone')} was changed by a later landing`;
    const plan = planWith({ desired: [first, { address: addressOf('gone'), base: null, head: A }] });
    expect(supersededBy(plan, state, new Map())).toEqual({ code: 'superseded', message });
  });

  it('is superseded where a later landing changed one of its rules, of those that were read', () => {
    const governance = [
      { path: 'CODEOWNERS', base: null, head: A },
      { path: 'policies/rule.yaml', base: A, head: null },
    ];
    const at = (...rules: readonly (readonly [string, typeof A | null])[]) =>
      supersededBy(planWith({ governance }), state, new Map(rules))?.message ?? null;
    expect(at(['CODEOWNERS', A], ['policies/rule.yaml', null])).toBeNull();
    expect(at()).toBeNull();
    expect(at(['CODEOWNERS', B])).toBe('CODEOWNERS was changed by a later landing');
    expect(at(['CODEOWNERS', B], ['policies/rule.yaml', B])).toBe('CODEOWNERS was changed by a later landing');
    expect(at(['CODEOWNERS', null])).toBe('CODEOWNERS was changed by a later landing');
    expect(at(['CODEOWNERS', A], ['policies/rule.yaml', A])).toBe('policies/rule.yaml was changed by a later landing');
    const code = supersededBy(planWith({ governance }), state, new Map([['CODEOWNERS', B]]))?.code;
    expect(code).toBe('superseded');
  });
});

describe('what a superseded landing leaves undone', () => {
  const names = ['moved', 'kept', 'described'];
  const { state } = loadedFrom('memory', [
    declared('moved', { note: 'later' }),
    declared('kept'),
    declared('described'),
  ]);
  const hash = (name: string) => state.identities.find(({ address }) => address === addressOf(name))?.hash ?? null;
  const step = {
    id: 'x#1',
    dependsOn: [],
    stage: 0,
    effect: {},
    expect: null,
    result: null,
    repeat: 'idempotent',
  } as const;
  const change = (name: string, steps: Plan['changes'][number]['steps']) =>
    ({
      address: addressOf(name),
      action: 'update',
      metadata: { before: null, after: null },
      incarnation: null,
      before: null,
      after: null,
      steps,
      irreversible: [],
      blocked: [],
    }) as const;
  const plan = planWith({
    desired: [
      { address: addressOf('moved'), base: A, head: B },
      { address: addressOf('kept'), base: A, head: hash('kept') },
      { address: addressOf('described'), base: A, head: hash('described') },
    ],
  });
  const whole = { ...plan, changes: [change('moved', [step]), change('kept', [step]), change('described', [])] };

  it('is the steps of what no later landing changed, where it was allowed', () => {
    expect(leftUndone(whole, [state], null)).toEqual([addressOf('kept')]);
  });

  it('is nothing that any later landing changed, whatever stands there afterwards', () => {
    const between = loadedFrom('memory', [
      declared('moved'),
      declared('kept', { note: 'later' }),
      declared('described'),
    ]);
    expect(leftUndone(whole, [between.state, state], null)).toEqual([]);
    expect(leftUndone(whole, [state, between.state], null)).toEqual([]);
  });

  it('is everything that was not allowed, with steps or without', () => {
    expect(leftUndone(whole, [state], new Set())).toEqual(names.map(addressOf));
    expect(leftUndone(whole, [state], new Set([addressOf('moved')]))).toEqual([
      addressOf('kept'),
      addressOf('described'),
    ]);
  });

  it('is nothing about what is no longer asked for', () => {
    const stray = addressOf('stray');
    const removal: Plan = { ...requested, changes: [change('stray', [step])] };
    expect(leftUndone(removal, [tip()], null)).toEqual([]);
    expect(leftUndone(removal, [tip(reconciliation('remove', [stray]))], null)).toEqual([stray]);
  });
});
