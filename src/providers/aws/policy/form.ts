import type { Json } from '../../../core/json.ts';
import { settled } from './boxes.ts';
import type { Condition, Matched, PolicyContext, PolicyForm, Statement, StatementForm } from './model.ts';
import { statementsIn } from './parse.ts';
import { partedPrincipal } from './principals.ts';

/** UTF-16 code units of each part of a name. */
const PART = 160;

/**
 * A policy document by meaning. `Sid`, `Id`, order, doubles, scalar or list, case of actions and condition keys, an account's
 * digits or its root, what a wildcard says already, and how statements are cut make no difference.
 * @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
 */
export function normalizePolicy(document: Json, context: PolicyContext): PolicyForm {
  return formOf(settled(statementsIn(document, context)));
}

/** @param statements as `settled` gives them */
function formOf(statements: readonly Statement[]): PolicyForm {
  const used = new Set<string>();
  const times = new Map<string, number>();
  return Object.fromEntries(
    statements.map((statement) => {
      const name = freeName(nameOf(statement));
      used.add(name);
      return [name, statementForm(statement)];
    }),
  );

  /** What a resource is called may end like a number of ours: no two statements may ever have one name. */
  function freeName(wanted: string): string {
    let count = times.get(wanted) ?? 0;
    let name = wanted;
    do {
      count += 1;
      name = count === 1 ? wanted : `${wanted} (${count})`;
    } while (used.has(name));
    times.set(wanted, count);
    return name;
  }
}

/** Of what an edit seldom touches, so that a small one leaves the name: `Allow on arn:aws:s3:::exports/* and others when aws:SourceIp`. */
function nameOf({ effect, principals, actions, resources, conditions }: Statement): string {
  const what = actions.kind === 'not' ? [effect, 'all but some actions'] : [effect];
  const who = principals === null ? [] : ['to', target(principals)];
  const where = resources === null ? [] : ['on', target(resources)];
  const keys = [...new Set(conditions.map(({ key }) => key))].join(', ');
  return [...what, ...who, ...where, ...(keys === '' ? [] : ['when', cut(keys)])].join(' ');
}

function target({ kind, values }: Matched): string {
  const others = values.length > 1 ? ' and others' : '';
  return `${kind === 'not' ? 'all but ' : ''}${cut(values[0] ?? '')}${others}`;
}

function cut(text: string): string {
  return text.length > PART ? `${text.slice(0, PART)}…` : text;
}

function statementForm({ effect, principals, actions, resources, conditions }: Statement): StatementForm {
  return {
    effect,
    ...(principals === null ? {} : { [principals.kind === 'in' ? 'principals' : 'notPrincipals']: byType(principals) }),
    [actions.kind === 'in' ? 'actions' : 'notActions']: setOf(actions.values),
    ...(resources === null
      ? {}
      : { [resources.kind === 'in' ? 'resources' : 'notResources']: setOf(resources.values) }),
    ...(conditions.length === 0 ? {} : { conditions: byOperator(conditions) }),
  };
}

function setOf(values: readonly string[]): { readonly [value: string]: true } {
  return Object.fromEntries(values.map((value) => [value, true as const]));
}

function byType({ values }: Matched): NonNullable<StatementForm['principals']> {
  const types = Map.groupBy(values.map(partedPrincipal), ({ type }) => type);
  return Object.fromEntries([...types].map(([type, all]) => [type, setOf(all.map(({ name }) => name))]));
}

function byOperator(conditions: readonly Condition[]): NonNullable<StatementForm['conditions']> {
  const operators = Map.groupBy(conditions, ({ operator }) => operator);
  return Object.fromEntries(
    [...operators].map(([operator, all]) => [
      operator,
      Object.fromEntries(all.map(({ key, values }) => [key, setOf(values)])),
    ]),
  );
}
