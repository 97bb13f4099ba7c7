import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { executionOrder } from '../../src/core/apply/execution-order.ts';
import { ordered } from '../../src/core/order.ts';
import type { Change } from '../../src/core/plan.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { changeWith, stepWith } from '../support/plans.ts';

const provider = memoryProvider();
const order = (...changes: readonly Change[]) => ordered(changes, () => provider);
const refersTo = (...names: readonly string[]) => ({
  actsAs: { others: 'remove', values: Object.fromEntries(names.map((name) => [name, true])) },
});

const creates = (name: string, ...names: readonly string[]): Change =>
  changeWith(name, { action: 'create', incarnation: null, before: null, after: refersTo(...names) });
const deletes = (name: string, ...names: readonly string[]): Change =>
  changeWith(name, { action: 'delete', before: refersTo(...names), after: null });
const edits = (name: string, before: readonly string[], after: readonly string[]): Change =>
  changeWith(name, { before: refersTo(...before), after: refersTo(...after) });
const idle = (name: string, ...names: readonly string[]): Change =>
  changeWith(name, { action: 'describe', before: refersTo(...names), after: refersTo(...names), steps: [] });

const waits = (changes: readonly Change[]) =>
  Object.fromEntries(
    changes.map(({ address, steps }) => [last(address), steps.map(({ dependsOn }) => dependsOn.map(last))]),
  );
const blocked = (changes: readonly Change[]) =>
  Object.fromEntries(
    changes.filter((change) => change.blocked.length > 0).map((change) => [last(change.address), change.blocked]),
  );
const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);

describe('what waits for what', () => {
  it('makes what is referred to before it is used', () => {
    expect(waits(order(creates('a', 'b'), creates('b')))).toEqual({ a: [['b#1']], b: [[]] });
    expect(waits(order(edits('a', [], ['b']), creates('b')))).toEqual({ a: [['b#1']], b: [[]] });
  });

  it('waits for the last step of what is made, with the first of its own', () => {
    const made = { ...creates('b'), steps: [stepWith('b', {}, 1), stepWith('b', {}, 2)] };
    const user = { ...creates('a', 'b'), steps: [stepWith('a', {}, 1), stepWith('a', {}, 2)] };
    expect(waits(order(user, made))).toEqual({ a: [['b#2'], []], b: [[], []] });
  });

  it('stops using before it removes', () => {
    expect(waits(order(edits('a', ['b'], []), deletes('b')))).toEqual({ a: [[]], b: [['a#1']] });
    expect(waits(order(deletes('a', 'b'), deletes('b')))).toEqual({ a: [[]], b: [['a#1']] });
  });

  it('stops using before it disables, but where both are disabled and refer to each other none waits', () => {
    const disables = (name: string, ...names: readonly string[]): Change =>
      changeWith(name, { action: 'disable', before: refersTo(...names), after: refersTo() });
    expect(waits(order(edits('a', ['b'], []), disables('b')))).toEqual({ a: [[]], b: [['a#1']] });
    expect(waits(order(edits('a', ['b'], ['b']), disables('b')))).toEqual({ a: [[]], b: [[]] });
    const mutual = order(disables('a', 'b'), disables('b', 'a'));
    expect([waits(mutual), blocked(mutual)]).toEqual([{ a: [[]], b: [['a#1']] }, {}]);
  });

  it('remakes what is replaced before it is used, and after it is no longer used', () => {
    const replaced = { ...edits('b', [], []), action: 'replace' as const };
    expect(waits(order(edits('a', ['b'], ['b']), replaced))).toEqual({ a: [['b#1']], b: [[]] });
    expect(waits(order(edits('a', ['b'], []), replaced))).toEqual({ a: [[]], b: [['a#1']] });
  });

  it('waits for an edit of what it refers to anew: nobody gets what the same plan takes from it, where that fails', () => {
    expect(waits(order(edits('a', ['c'], ['b', 'c']), edits('b', [], []), edits('c', [], [])))).toEqual({
      a: [['b#1']],
      b: [[]],
      c: [[]],
    });
    expect(waits(order(creates('a', 'b'), edits('b', [], [])))).toEqual({ a: [['b#1']], b: [[]] });
  });

  it('waits for no edit where they would wait for each other', () => {
    const changes = order(edits('a', [], ['b']), edits('b', [], ['c']), edits('c', [], ['a']));
    expect(waits(changes)).toEqual({ a: [['b#1']], b: [['c#1']], c: [[]] });
    const made = order(creates('a', 'b'), edits('b', [], ['a']), edits('c', ['a'], ['a', 'b']));
    expect(waits(made)).toEqual({ a: [[]], b: [['a#1']], c: [['a#1', 'b#1']] });
    expect([blocked(changes), blocked(made)]).toEqual([{}, {}]);
  });

  it('waits for nothing that only changes, that the plan does not touch, or that is itself', () => {
    expect(waits(order(edits('a', ['b'], ['a', 'b', 'elsewhere']), edits('b', [], [])))).toEqual({ a: [[]], b: [[]] });
    expect(waits(order(creates('a', 'b'), idle('b')))).toEqual({ a: [[]], b: [] });
  });

  it('waits for nothing that cannot be executed, and nothing is lost with it', () => {
    const stuck = (change: Change): Change => ({ ...change, steps: [] });
    expect(waits(order(creates('a', 'b'), stuck(creates('b', 'a'))))).toEqual({ a: [[]], b: [] });
    expect(blocked(order(creates('a', 'b'), stuck(creates('b', 'a'))))).toEqual({});
    expect(blocked(order(creates('a', 'b'), stuck(deletes('b'))))).toEqual({});
    expect(waits(order(stuck(edits('a', ['b'], [])), deletes('b')))).toEqual({ a: [], b: [[]] });
  });

  it('finds no cycle in what refers to itself', () => {
    expect(blocked(order(creates('a', 'a')))).toEqual({});
    expect(waits(order(creates('a', 'a')))).toEqual({ a: [[]] });
  });

  it('finds a cycle behind what was already seen', () => {
    const changes = order(creates('a', 'b', 'c'), creates('b', 'c', 'd'), creates('c'), creates('d', 'a'));
    expect(Object.keys(blocked(changes))).toEqual(['a', 'b', 'd']);
  });

  it('blocks what would refer to something deleted, also where nothing else changes', () => {
    const changes = order(edits('a', [], ['b']), deletes('b'), idle('c', 'b'));
    const reason = { code: 'reference-removed', message: expect.stringContaining('memory/MemoryAccount/b') as string };
    expect(blocked(changes)).toEqual({ a: [reason], c: [reason] });
  });

  it('names a cycle in each change on it, and in no other', () => {
    const changes = order(creates('a', 'b'), creates('b', 'c'), creates('c', 'a'), creates('d', 'a'));
    const paths = Object.entries(blocked(changes)).map(([name, [reason]]) => [name, reason?.code, reason?.message]);
    const cycle = (...names: readonly string[]) =>
      `These identities wait for each other: ${names.map((name) => `memory/MemoryAccount/${name}`).join(' → ')}. Take one of the references away in a pull request before this one.`;
    expect(paths).toEqual([
      ['a', 'dependency-cycle', cycle('a', 'b', 'c', 'a')],
      ['b', 'dependency-cycle', cycle('b', 'c', 'a', 'b')],
      ['c', 'dependency-cycle', cycle('c', 'a', 'b', 'c')],
    ]);
  });

  it('says the same whatever the order of references', () => {
    const names = ['b', 'c', 'd', 'e'];
    const plan = (seen: readonly string[]) => order(creates('a', ...seen), ...names.map((name) => creates(name, 'a')));
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 4 }), (seen) => {
        expect(blocked(plan(seen))).toEqual(blocked(plan(names)));
        expect(waits(plan(seen))).toEqual(waits(plan(names)));
      }),
    );
  });

  it('copes with a chain of thousands', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const needed = Array.from(names, (name, index) =>
      stepWith(name, { dependsOn: index === 0 ? [] : [stepWith(`n${index - 1}`).id] }),
    );
    const changes = names
      .map((name, index) => changeWith(name, { steps: needed.slice(index, index + 1) }))
      .toReversed();
    expect(executionOrder(changes)).toEqual(changes.toReversed());
    const short = Array.from({ length: 300 }, (_, index) => creates(`n${index}`, `n${index + 1}`));
    expect(order(...short).flatMap((change) => change.blocked)).toEqual([]);
  });
});

describe('what documents declare to depend on', () => {
  const metadata = (dependsOn: readonly string[] | null) =>
    dependsOn === null ? null : { owner: null, purpose: null, expires: null, consumers: [], dependsOn, adopts: null };
  const elsewhere = (name: string) => `cluster/MemoryAccount/${name}`;
  const moved = (change: Change): Change => ({
    ...change,
    address: elsewhere(last(change.address)),
    steps: change.steps.map((step, index) => ({ ...step, id: `${elsewhere(last(change.address))}#${index + 1}` })),
  });
  const depends = (change: Change, before: readonly string[] | null, after: readonly string[] | null): Change => ({
    ...change,
    metadata: { before: metadata(before), after: metadata(after) },
  });

  it('is made, remade or edited before, in whatever source', () => {
    const user = depends(edits('a', [], []), null, [elsewhere('b')]);
    expect(waits(order(user, moved(creates('b'))))).toEqual({ a: [['b#1']], b: [[]] });
    expect(waits(order(user, moved(edits('b', [], []))))).toEqual({ a: [['b#1']], b: [[]] });
    expect(waits(order(user, moved({ ...edits('b', [], []), action: 'replace' })))).toEqual({ a: [['b#1']], b: [[]] });
  });

  it('is removed after whoever lets go of it', () => {
    const gone = depends(deletes('a'), [elsewhere('b')], null);
    const leaving = depends(edits('a', [], []), [elsewhere('b')], []);
    for (const user of [gone, leaving]) {
      expect(waits(order(user, moved(deletes('b'))))).toEqual({ a: [[]], b: [['a#1']] });
      expect(waits(order(user, moved({ ...edits('b', [], []), action: 'disable' })))).toEqual({
        a: [[]],
        b: [['a#1']],
      });
      expect(waits(order(user, moved(edits('b', [], []))))).toEqual({ a: [[]], b: [[]] });
    }
  });

  it('waits for nothing that this plan leaves as it is', () => {
    const user = depends(creates('a'), null, [elsewhere('b')]);
    expect(waits(order(user))).toEqual({ a: [[]] });
    expect(waits(order(user, moved(idle('b'))))).toEqual({ a: [[]], b: [] });
  });

  it('is blocked on a cycle, also one over several sources and with references', () => {
    const one = depends(creates('a'), null, [elsewhere('b')]);
    const other = depends(moved(creates('b')), null, ['memory/MemoryAccount/a']);
    expect(Object.keys(blocked(order(one, other)))).toEqual(['a', 'b']);
    expect(Object.values(blocked(order(one, other))).map(([reason]) => reason?.code)).toEqual([
      'dependency-cycle',
      'dependency-cycle',
    ]);
    const mixed = depends(creates('b'), null, ['memory/MemoryAccount/a']);
    expect(Object.keys(blocked(order(creates('a', 'b'), mixed)))).toEqual(['a', 'b']);
  });
});

describe('the order of execution', () => {
  const plan = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }).map((edges) =>
      Array.from({ length: count }, (_, index) => {
        const dependsOn = edges.filter(([from]) => from === index).map(([, to]) => stepWith(`n${to}`).id);
        return changeWith(`n${index}`, { steps: [stepWith(`n${index}`, { dependsOn })] });
      }),
    ),
  );

  it('loses and doubles nothing, and keeps what waits behind what it waits for unless they wait for each other', () => {
    fc.assert(
      fc.property(plan, (changes) => {
        const sorted = executionOrder(changes);
        expect(sorted.toSorted(byAddress)).toEqual(changes.toSorted(byAddress));
        const place = new Map(sorted.flatMap((change, index) => change.steps.map((step) => [step.id, index] as const)));
        for (const change of changes) {
          for (const id of change.steps.flatMap((step) => step.dependsOn)) {
            if (reaches(changes, id, change.steps[0]?.id ?? '')) continue;
            expect(place.get(id)).toBeLessThan(place.get(change.steps[0]?.id ?? '') ?? -1);
          }
        }
      }),
    );
  });

  it('keeps the given order where nothing waits', () => {
    const changes = ['a', 'b', 'c'].map((name) => changeWith(name));
    expect(executionOrder(changes)).toEqual(changes);
  });
});

const byAddress = (left: Change, right: Change) => (left.address < right.address ? -1 : 1);

/** Whether one step waits, over any others, for another. */
function reaches(changes: readonly Change[], from: string, to: string): boolean {
  const steps = new Map(changes.flatMap((change) => change.steps.map((step) => [step.id, step.dependsOn] as const)));
  const seen = new Set([from]);
  for (const id of seen) for (const next of steps.get(id) ?? []) seen.add(next);
  return seen.has(to);
}
