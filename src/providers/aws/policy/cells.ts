import { compareText } from '../../../core/address.ts';
import { byName, isDivisible, isWeaker, nameOf } from './conditions.ts';
import { coversAction } from './covered.ts';
import { coversArn, hasWildcard, mayBegin } from './glob.ts';
import type { Condition, Matched, Statement } from './model.ts';
import { tooLarge } from './problem.ts';
import { sharedVariables } from './variables.ts';

/** Pairs of what a statement is about and one way in which its condition holds: far more than a policy of AWS's size has. */
const CELLS = 10_000;
/** The same with each action by itself. */
const ACTIONS = 200_000;
/** Pairs of them that begin alike up to a wildcard. */
const PAIRS = 2_000_000;
/** Pairs of their patterns of actions with actions. */
const COMPARISONS = 5_000_000;

/**
 * A statement about one principal, one resource, one way in which its condition holds, and any actions. A list of `Not…` is one
 * thing: what it leaves out cannot be told apart.
 */
export type Cell = Statement & { readonly place: string };

/** What a set of statements is about, one by one. @throws CountersignError `aws-policy-too-large` */
export function cellsOf(statements: readonly Statement[]): readonly Cell[] {
  const pieces = statements.map(piecesIn);
  refuseMore(CELLS, sumOf(pieces));
  refuseMore(ACTIONS, sumOf(statements.map(({ actions }, index) => (pieces[index] ?? 0) * actions.values.length)));
  const cells = new Map<string, Cell[]>();
  for (const cell of statements.flatMap((statement) => [...piecesOf(statement)])) {
    const same = cells.get(cell.place);
    if (same === undefined) cells.set(cell.place, [cell]);
    else same.push(cell);
  }
  return [...cells.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, actions: unionOf(same.map(({ actions }) => actions)) }];
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** @throws CountersignError `aws-policy-too-large` */
function refuseMore(limit: number, count: number): void {
  if (count > limit) throw tooLarge('A policy is too large to compare.', `more than ${limit} combinations`);
}

function piecesIn({ principals, resources, conditions }: Statement): number {
  const ways = conditions.filter(isDivisible).reduce((product, { values }) => product * values.length, 1);
  return eachOf(principals).length * eachOf(resources).length * ways;
}

function* piecesOf(statement: Statement): Generator<Cell> {
  for (const principals of eachOf(statement.principals))
    for (const resources of eachOf(statement.resources))
      for (const conditions of waysOf(statement.conditions)) {
        const cell = { ...statement, principals, resources, conditions };
        const place = JSON.stringify({ ...cell, actions: cell.actions.kind === 'in' ? null : cell.actions });
        yield { ...cell, place };
      }
}

function eachOf(matched: Matched | null): readonly (Matched | null)[] {
  if (matched === null || matched.kind === 'not' || sharedVariables(matched.values) === null) return [matched];
  return matched.values.map((value) => ({ kind: 'in', values: [value] }));
}

/** Each way in which all conditions may hold, a value of each that can be divided. */
function waysOf(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  const divided = conditions.entries().filter(([, one]) => one.values.length > 1 && isDivisible(one));
  return [...divided].reduce<readonly (readonly Condition[])[]>(
    (ways, [index, one]) => {
      // Shared by all ways, so that most are compared at a glance.
      const each = one.values.map((value) => ({ ...one, values: [value] }));
      return ways.flatMap((way) => each.map((single) => way.with(index, single)));
    },
    [conditions],
  );
}

/** @param lists of one kind; at least one */
export function unionOf(lists: readonly Matched[]): Matched {
  const kind = lists[0]?.kind ?? 'in';
  return { kind, values: [...new Set(lists.flatMap(({ values }) => values))].sort(compareText) };
}

/**
 * Without what a wider statement of the same effect says, too. Of two that say the same the one that comes first stays.
 * @throws CountersignError `aws-policy-too-large`
 */
export function withoutRepeated(cells: readonly Cell[]): readonly Cell[] {
  const targets = new Map(cells.map((cell) => [cell, targetOf(cell)]));
  const exact = Map.groupBy(cells, (cell) => targets.get(cell));
  // Told before any is compared: a policy of some hundred characters may have millions.
  refuseMore(PAIRS, sumOf([...exact.values()].map(({ length }) => length ** 2)));
  const wide = cells.filter((cell) => cell.resources?.kind === 'in' && hasWildcard(firstOf(cell)));
  const wideBy = Map.groupBy(wide, sideOf);
  let [pairs, comparisons] = [0, 0];
  return cells.flatMap((cell) => {
    const target = targets.get(cell);
    const others = [
      ...(exact.get(target) ?? []),
      ...(wideBy.get(sideOf(cell)) ?? []).filter(
        (other) => mayBegin(firstOf(other), firstOf(cell)) && targets.get(other) !== target,
      ),
    ];
    pairs += others.length;
    refuseMore(PAIRS, pairs);
    const wider = others.filter((other) => isWider(other, cell));
    comparisons += sumOf(wider.map((other) => patternsOf(other).length)) * cell.actions.values.length;
    refuseMore(COMPARISONS, comparisons);
    if (cell.actions.kind === 'not') return wider.some((other) => saysAllBut(other, cell)) ? [] : [cell];
    const saying = wider.flatMap((other) => sayingOf(other, cell));
    const values = cell.actions.values.filter((action) => !saying.some((says) => says(action)));
    return values.length === 0 ? [] : [{ ...cell, actions: { kind: 'in', values } }];
  });
}

function patternsOf({ actions }: Statement): readonly string[] {
  return actions.values.filter(hasWildcard);
}

function firstOf({ resources }: Statement): string {
  return resources?.values[0] ?? '';
}

/** Where two are on different sides, neither says anything of the other. */
function sideOf({ effect, principals }: Statement): string {
  return JSON.stringify([effect, principals]);
}

function targetOf({ effect, principals, resources }: Statement): string {
  return JSON.stringify([effect, principals, resources]);
}

/** Whether what the first is about holds all that the second is about, actions aside. Both are on one side. */
function isWider(wide: Cell, narrow: Cell): boolean {
  return (
    coversTarget(wide.resources, narrow.resources) &&
    wide.conditions.every((weak) => {
      const strong = byName(narrow.conditions).get(nameOf(weak));
      return strong !== undefined && isWeaker(weak, strong);
    })
  );
}

function coversTarget(wide: Matched | null, narrow: Matched | null): boolean {
  const [whole, ...others] = wide?.kind === 'in' ? wide.values : [];
  if (whole === undefined || others.length > 0 || narrow?.kind !== 'in')
    return JSON.stringify(wide) === JSON.stringify(narrow);
  return narrow.values.every((value) => coversArn(whole, value));
}

/** Whether a wider cell, or the cell itself, says an action by another one. */
function sayingOf(other: Cell, cell: Cell): readonly ((action: string) => boolean)[] {
  if (other.actions.kind === 'not') return [];
  const isEqual = other === cell || isWider(cell, other);
  const same = new Set(other === cell || (isEqual && other.place > cell.place) ? [] : other.actions.values);
  const patterns = patternsOf(other);
  return [
    (action) =>
      same.has(action) ||
      patterns.some(
        (wide) =>
          wide !== action && coversAction(wide, action) && (!isEqual || !coversAction(action, wide) || wide < action),
      ),
  ];
}

/** Whoever leaves out less says more. */
function saysAllBut(other: Cell, cell: Cell): boolean {
  if (other === cell || other.actions.kind === 'in' || !leavesOutLess(other, cell)) return false;
  return !isWider(cell, other) || !leavesOutLess(cell, other) || other.place < cell.place;
}

function leavesOutLess({ actions: less }: Cell, { actions: more }: Cell): boolean {
  return less.values.every((value) => more.values.some((other) => coversAction(other, value)));
}
