import { compareText } from '../../../core/address.ts';
import { cellsOf, unionOf, withoutRepeated, type Cell } from './cells.ts';
import { byName, isDivisible, nameOf } from './conditions.ts';
import type { Matched, Statement } from './model.ts';
import { sharedVariables } from './variables.ts';

/** Actions on one thing each that are told apart, to see whether that is shorter: more than a policy has that IAM takes. */
const APART = 50_000;

/**
 * The statements by which a set of statements is told, the same for every way to write it: taken apart into what they are about one
 * by one, rid of what others say already, and put together again. Sorted.
 */
export function settled(statements: readonly Statement[]): readonly Statement[] {
  const cells = withoutRepeated(cellsOf(statements));
  const byTarget = together(cells.map(bare), ['resources', 'principals', 'conditions']);
  const actions = cells.reduce((sum, cell) => sum + (cell.actions.kind === 'in' ? cell.actions.values.length : 1), 0);
  const byAction =
    actions > APART
      ? byTarget
      : together(cells.flatMap(oneByOne).map(bare), ['conditions', 'resources', 'principals', 'actions']);
  // The first reads better: all that may be done on one thing. It is far longer where many things differ in little.
  const wanted = sizeOf(byTarget) > 1.25 * sizeOf(byAction) ? byAction : byTarget;
  return wanted.toSorted((left, right) => compareText(JSON.stringify(left), JSON.stringify(right)));
}

function sizeOf(statements: readonly Statement[]): number {
  return JSON.stringify(statements).length;
}

function bare({ place: _place, ...statement }: Cell): Statement {
  return statement;
}

function oneByOne(cell: Cell): readonly Cell[] {
  if (cell.actions.kind === 'not') return [cell];
  return cell.actions.values.map((action) => ({ ...cell, actions: { kind: 'in', values: [action] } }));
}

type List = 'resources' | 'actions' | 'principals';

/** Statements that differ in one list alone are one, list by list. */
function together(statements: readonly Statement[], lists: readonly (List | 'conditions')[]): readonly Statement[] {
  return lists.reduce((all, list) => (list === 'conditions' ? mergedConditions(all) : mergedBy(all, list)), statements);
}

function mergedConditions(statements: readonly Statement[]): readonly Statement[] {
  const names = Map.groupBy(
    statements.flatMap(({ conditions }) => conditions.filter(isDivisible).map(nameOf)),
    (name) => name,
  );
  const shared = [...names].flatMap(([name, { length }]) => (length > 1 ? [name] : []));
  return shared.sort(compareText).reduce(mergedCondition, statements);
}

function mergedBy(statements: readonly Statement[], list: List): readonly Statement[] {
  const groups = Map.groupBy(statements, (statement) =>
    JSON.stringify({ ...statement, [list]: joinable(statement[list]) }),
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    const lists = same.flatMap((statement) => statement[list] ?? []);
    return [lists.length === 0 ? first : { ...first, [list]: unionOf(lists) }];
  });
}

/** What lists that may become one have in common. */
function joinable(matched: Matched | null): Matched | string | null {
  return matched?.kind === 'in' ? (sharedVariables(matched.values) ?? matched) : matched;
}

function mergedCondition(statements: readonly Statement[], name: string): readonly Statement[] {
  const isAbout = ({ conditions }: Statement): boolean => byName(conditions).has(name);
  const groups = Map.groupBy(statements.filter(isAbout), (statement) =>
    JSON.stringify({
      ...statement,
      conditions: statement.conditions.map((one) =>
        nameOf(one) === name && isDivisible(one) ? [name, sharedVariables(one.values)] : one,
      ),
    }),
  );
  const joined = [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    const values = same.flatMap(({ conditions }) =>
      conditions.flatMap((one) => (nameOf(one) === name ? one.values : [])),
    );
    const all = [...new Set(values)].sort(compareText);
    const conditions = first.conditions.map((one) => (nameOf(one) === name ? { ...one, values: all } : one));
    return [{ ...first, conditions }];
  });
  return [...statements.filter((one) => !isAbout(one)), ...joined];
}
