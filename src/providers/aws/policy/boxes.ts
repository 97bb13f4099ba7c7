import { compareText } from '../../../core/address.ts';
import { isDivisible, isWeaker, nameOf } from './conditions.ts';
import { coversAction } from './covered.ts';
import { coversArn } from './glob.ts';
import type { Condition, Matched, Statement } from './model.ts';
import { tooLarge } from './problem.ts';
import { sharedVariables } from './variables.ts';

/** Pairs of what a statement is about and one way in which its condition holds: far more than a policy of AWS's size has. */
const CELLS = 10_000;

/**
 * A statement about one principal, one resource, one way in which its condition holds, and any actions. A list of `Not…` is one
 * thing: what it leaves out cannot be told apart.
 */
type Cell = Statement & { readonly place: string };

/**
 * The statements by which a set of statements is told, the same for every way to write it: taken apart into what they are about one
 * by one, rid of what others say already, and put together again. Sorted.
 */
export function settled(statements: readonly Statement[]): readonly Statement[] {
  const cells = withoutRepeated(cellsOf(statements));
  const [byTarget, byAction] = [together(cells), together(cells.flatMap(oneByOne))];
  // The first reads better, and is far longer where many resources differ in little.
  const wanted = sizeOf(byTarget) > 1.5 * sizeOf(byAction) ? byAction : byTarget;
  return wanted.toSorted((left, right) => compareText(JSON.stringify(left), JSON.stringify(right)));
}

function sizeOf(statements: readonly Statement[]): number {
  return JSON.stringify(statements).length;
}

function cellsOf(statements: readonly Statement[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const statement of statements) {
    for (const cell of piecesOf(statement)) {
      const known = cells.get(cell.place);
      cells.set(cell.place, known === undefined ? cell : { ...cell, actions: unionOf(known.actions, cell.actions) });
      if (cells.size > CELLS) throw tooLarge('A policy is too large to compare.', `more than ${CELLS} combinations`);
    }
  }
  return [...cells.values()];
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

/** Each way in which a condition may hold. */
function* waysOf([first, ...rest]: readonly Condition[]): Generator<readonly Condition[]> {
  if (first === undefined) {
    yield [];
    return;
  }
  const each = isDivisible(first) ? first.values.map((value) => ({ ...first, values: [value] })) : [first];
  for (const one of each) for (const others of waysOf(rest)) yield [one, ...others];
}

function unionOf(left: Matched, right: Matched): Matched {
  return { kind: left.kind, values: [...new Set([...left.values, ...right.values])].sort(compareText) };
}

/** Without what a wider statement of the same effect says, too. Of two that say the same the one that comes first stays. */
function withoutRepeated(cells: readonly Cell[]): readonly Cell[] {
  const exact = Map.groupBy(cells, targetOf);
  const wide = cells.filter(({ resources }) => resources?.kind === 'in' && /[*?]/u.test(resources.values[0] ?? ''));
  return cells.flatMap((cell) => {
    const wider = [...(exact.get(targetOf(cell)) ?? []), ...wide].filter((other) => isWider(other, cell));
    if (cell.actions.kind === 'not') return wider.some((other) => saysAllBut(other, cell)) ? [] : [cell];
    const values = cell.actions.values.filter((action) => !wider.some((other) => says(other, action, cell)));
    return values.length === 0 ? [] : [{ ...cell, actions: { kind: 'in', values } }];
  });
}

function targetOf({ effect, principals, resources }: Statement): string {
  return JSON.stringify([effect, principals, resources]);
}

/** Whether what the first is about holds all that the second is about, actions aside. */
function isWider(wide: Cell, narrow: Cell): boolean {
  return (
    wide.effect === narrow.effect &&
    JSON.stringify(wide.principals) === JSON.stringify(narrow.principals) &&
    coversTarget(wide.resources, narrow.resources) &&
    wide.conditions.every((weak) =>
      narrow.conditions.some((strong) => nameOf(weak) === nameOf(strong) && isWeaker(weak, strong)),
    )
  );
}

function coversTarget(wide: Matched | null, narrow: Matched | null): boolean {
  const [whole, ...others] = wide?.kind === 'in' ? wide.values : [];
  if (whole === undefined || others.length > 0 || narrow?.kind !== 'in')
    return JSON.stringify(wide) === JSON.stringify(narrow);
  return narrow.values.every((value) => coversArn(whole, value));
}

function says(other: Cell, action: string, cell: Cell): boolean {
  if (other.actions.kind === 'not') return false;
  const isEqual = other === cell || isWider(cell, other);
  return other.actions.values.some((wide) => {
    if (!coversAction(wide, action)) return false;
    if (!isEqual) return true;
    if (wide === action) return other.place < cell.place;
    return !coversAction(action, wide) || wide < action;
  });
}

/** Whoever leaves out less says more. */
function saysAllBut(other: Cell, cell: Cell): boolean {
  if (other === cell || other.actions.kind === 'in' || !leavesOutLess(other, cell)) return false;
  return !isWider(cell, other) || !leavesOutLess(cell, other) || other.place < cell.place;
}

function leavesOutLess({ actions: less }: Cell, { actions: more }: Cell): boolean {
  return less.values.every((value) => more.values.some((other) => coversAction(other, value)));
}

function oneByOne(cell: Cell): readonly Cell[] {
  if (cell.actions.kind === 'not') return [cell];
  return cell.actions.values.map((action) => ({ ...cell, actions: { kind: 'in', values: [action] } }));
}

/** Statements that differ in one list alone are one, list by list. */
function together(cells: readonly Cell[]): readonly Statement[] {
  const bare: readonly Statement[] = cells.map(({ place: _place, ...statement }) => statement);
  const lists: readonly ('resources' | 'actions' | 'principals')[] = ['resources', 'actions', 'principals'];
  const joined = lists.reduce<readonly Statement[]>((statements, list) => mergedBy(statements, list), bare);
  const names = [...new Set(joined.flatMap(({ conditions }) => conditions.filter(isDivisible).map(nameOf)))].sort();
  return names.reduce<readonly Statement[]>(mergedCondition, joined);
}

function mergedBy(
  statements: readonly Statement[],
  list: 'resources' | 'actions' | 'principals',
): readonly Statement[] {
  const groups = Map.groupBy(statements, (statement) => {
    return JSON.stringify({ ...statement, [list]: joinable(statement[list]) });
  });
  return [...groups.values()].map((same) =>
    same.reduce((left, right) => {
      const [one, other] = [left[list], right[list]];
      return one === null || other === null ? left : { ...left, [list]: unionOf(one, other) };
    }),
  );
}

/** What lists that may become one have in common. */
function joinable(matched: Matched | null): Matched | string | null {
  return matched?.kind === 'in' ? (sharedVariables(matched.values) ?? matched) : matched;
}

function mergedCondition(statements: readonly Statement[], name: string): readonly Statement[] {
  const groups = Map.groupBy(statements, (statement) =>
    JSON.stringify({
      ...statement,
      conditions: statement.conditions.map((one) =>
        nameOf(one) === name && isDivisible(one) ? [name, sharedVariables(one.values)] : one,
      ),
    }),
  );
  return [...groups.values()]
    .map((same) => {
      const [first] = same;
      if (first === undefined || same.length === 1) return first ?? [];
      const values = same.flatMap(({ conditions }) =>
        conditions.flatMap((one) => (nameOf(one) === name ? one.values : [])),
      );
      const all = [...new Set(values)].sort(compareText);
      return {
        ...first,
        conditions: first.conditions.map((one) => (nameOf(one) === name ? { ...one, values: all } : one)),
      };
    })
    .flat();
}
