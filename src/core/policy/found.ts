import { isJsonObject, type Json } from '../json.ts';
import type { Cel, Parsed, Program, Tree } from './cel.ts';
import { valueAt, type Facts } from './facts.ts';
import { POLICY_LIMITS } from './limits.ts';
import { ACCESS, type Shape } from './shape.ts';
import { variablesOf } from './variables.ts';

/** An `exists` over a list of `access`: which one, what is in it, and what is asked of `variable`, one item. */
type Search = { readonly list: string; readonly of: Shape; readonly variable: string; readonly asks: Program };

/** Items for which an `exists` of the expression holds, each once. Where it holds for another reason, all that is gained. */
export type Found = (facts: Facts) => readonly Json[];

export function foundBy(cel: Cel, parsed: Extract<Parsed, { kind: 'tree' }>): Found {
  const searches = searchesIn(parsed.tree).map(({ tree, ...search }): Search => {
    return { ...search, asks: cel.program({ ...parsed, tree }) };
  });
  return (facts) => {
    const found = searched(cel, searches, facts);
    if (found.length > 0) return found;
    const gains = listOf(facts, 'gains');
    return gains.length > 0 ? gains : listOf(facts, 'gained');
  };
}

function searched(cel: Cel, searches: readonly Search[], facts: Facts): readonly Json[] {
  const variables = variablesOf(cel, facts);
  const found = new Map<string, Json>();
  let left: number = POLICY_LIMITS.found;
  for (const { list, of, variable, asks } of searches) {
    for (const item of listOf(facts, list)) {
      const { outcome, units } = asks({ ...variables, [variable]: cel.value(item, of) }, left);
      left -= units;
      // Who could not look at all of it shows all of it.
      if (left <= 0) return [];
      if (outcome.kind === 'value' && outcome.value === true) found.set(keyOf(item), found.get(keyOf(item)) ?? item);
    }
  }
  return [...found.values()];
}

function listOf(facts: Facts, list: string): readonly Json[] {
  const value = valueAt(facts, ['access', list]);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function keyOf(item: Json): string {
  if (!isJsonObject(item)) return JSON.stringify(item);
  return JSON.stringify([item['action'], item['resource']]);
}

/** Those that stand in no other loop. */
function searchesIn(part: unknown): readonly (Omit<Search, 'asks'> & { readonly tree: Tree })[] {
  if (typeof part !== 'object' || part === null) return [];
  if (!('case' in part) || part.case !== 'comprehensionExpr') return Object.values(part).flatMap(searchesIn);
  const loop = (part as Extract<Tree['exprKind'], { case: 'comprehensionExpr' }>).value;
  const list = listAskedOf(loop.iterRange);
  const step = loop.loopStep?.exprKind;
  // How the macro is written out: false, or what was found before, or this one.
  if (list === null || step?.case !== 'callExpr' || step.value.function !== '_||_') return [];
  const tree = step.value.args[1];
  const of = ACCESS[list]?.of;
  return tree === undefined || of === undefined ? [] : [{ list, of, variable: loop.iterVar, tree }];
}

/** null: none of `access`. */
function listAskedOf(tree: Tree | undefined): string | null {
  if (tree?.exprKind.case !== 'selectExpr' || tree.exprKind.value.testOnly) return null;
  const { operand, field } = tree.exprKind.value;
  const isAccess = operand?.exprKind.case === 'identExpr' && operand.exprKind.value.name === 'access';
  return isAccess && Object.hasOwn(ACCESS, field) ? field : null;
}
