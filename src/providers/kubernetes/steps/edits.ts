import { compareText } from '../../../core/address.ts';
import { differences } from '../../../core/leaves.ts';
import type { RoleForm, ServiceAccountForm, Listed } from '../normal-form/model.ts';
import { selectorOf } from '../normal-form/selectors.ts';
import { writtenRules } from '../rules/written.ts';
import type { NamesEdit, ObjectEdit, TextsEdit } from './effect.ts';

/** What of the object itself differs, as it is written; empty: nothing. */
export function serviceAccountEdit(before: ServiceAccountForm, after: ServiceAccountForm): ObjectEdit {
  const { automountToken } = after;
  return {
    ...(automountToken === undefined || automountToken === before.automountToken ? {} : { automountToken }),
    ...namesEdit(before.imagePullSecrets, after.imagePullSecrets),
    ...textsEdit('annotations', before.annotations, after.annotations),
    ...textsEdit('labels', before.labels, after.labels),
  };
}

export function roleEdit(before: RoleForm, after: RoleForm): ObjectEdit {
  const { rules, aggregation } = after;
  const sameRules = differences({ rules: before.rules ?? {} }, { rules: rules ?? {} }).length === 0;
  const sameNature = differences({ of: before.aggregation ?? null }, { of: aggregation ?? null }).length === 0;
  // What the cluster gathered stays in the object when nothing is gathered any more, and is then the role's own.
  const gathered = (before.aggregation ?? null) !== null && aggregation === null;
  // What an aggregated role allows is never written, so that nobody is without it until the cluster has gathered it.
  const gathers = (aggregation ?? null) !== null;
  return {
    ...(rules === undefined || gathers || (sameRules && !gathered)
      ? {}
      : { rules: writtenRules(rules).map((rule) => ({ ...rule })) }),
    ...(aggregation === undefined || sameNature ? {} : { aggregation: selectorsOf(aggregation) }),
    ...textsEdit('labels', before.labels, after.labels),
  };
}

export function isEmptyEdit(edit: ObjectEdit): boolean {
  return Object.keys(edit).length === 0;
}

function selectorsOf(
  aggregation: RoleForm['aggregation'] & (object | null),
): ObjectEdit['aggregation'] & (object | null) {
  return aggregation === null ? null : Object.keys(aggregation).sort(compareText).map(selectorOf);
}

function namesEdit(
  before: Listed<true> | undefined,
  after: Listed<true> | undefined,
): { imagePullSecrets?: NamesEdit } {
  const [old, next] = [Object.keys(before?.values ?? {}), Object.keys(after?.values ?? {})];
  if (after === undefined) return {};
  const add = next.filter((name) => !old.includes(name)).sort(compareText);
  const remove = old.filter((name) => !next.includes(name)).sort(compareText);
  return add.length + remove.length === 0 ? {} : { imagePullSecrets: { add, remove } };
}

function textsEdit(
  attribute: 'annotations' | 'labels',
  before: Listed<string> | undefined,
  after: Listed<string> | undefined,
): { readonly annotations?: TextsEdit; readonly labels?: TextsEdit } {
  if (after === undefined) return {};
  const old = new Map(Object.entries(before?.values ?? {}));
  const set = Object.entries(after.values)
    .filter(([key, value]) => old.get(key) !== value)
    .sort(([left], [right]) => compareText(left, right));
  const remove = [...old.keys()].filter((key) => !Object.hasOwn(after.values, key)).sort(compareText);
  return set.length + remove.length === 0 ? {} : { [attribute]: { set: Object.fromEntries(set), remove } };
}
