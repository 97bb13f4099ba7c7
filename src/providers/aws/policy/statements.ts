import { compareText } from '../../../core/address.ts';
import type { Condition, Matched, PolicyForm, Statement, StatementForm } from './model.ts';

type Members = { readonly [member: string]: true };

/** The statements that a form stands for, in the order of their names. */
export function statementsOf(form: PolicyForm): readonly Statement[] {
  return Object.entries(form)
    .sort(([left], [right]) => compareText(left, right))
    .map(([, statement]) => ({
      effect: statement.effect,
      principals: matched(byType(statement.principals), byType(statement.notPrincipals)),
      actions: matched(membersOf(statement.actions), membersOf(statement.notActions)) ?? { kind: 'in', values: [] },
      resources: matched(membersOf(statement.resources), membersOf(statement.notResources)),
      conditions: conditionsOf(statement.conditions),
    }));
}

function matched(positive: readonly string[] | null, negative: readonly string[] | null): Matched | null {
  if (positive !== null) return { kind: 'in', values: positive };
  return negative === null ? null : { kind: 'not', values: negative };
}

function membersOf(members: Members | undefined): readonly string[] | null {
  return members === undefined ? null : Object.keys(members).sort(compareText);
}

function byType(types: StatementForm['principals']): readonly string[] | null {
  if (types === undefined) return null;
  return Object.entries(types).flatMap(([type, names]) => Object.keys(names).map((name) => `${type} ${name}`));
}

function conditionsOf(operators: StatementForm['conditions']): readonly Condition[] {
  return Object.entries(operators ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: Object.keys(values).sort(compareText) })),
  );
}
