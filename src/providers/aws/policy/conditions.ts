import { compareText } from '../../../core/address.ts';
import { within } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import { escapePointer } from '../../../core/leaves.ts';
import { suggest } from '../../../core/schema/suggest.ts';
import { spelledConditionKey } from '../access/actions.ts';
import { withoutCovered } from './covered.ts';
import { collapsed, coversArn, coversPattern } from './glob.ts';
import type { Condition } from './model.ts';
import { malformed, tooLarge, unsupported } from './problem.ts';
import { scalarsOf } from './texts.ts';
import { sharedVariables, type Variables } from './variables.ts';

/** Source: IAM JSON policy elements: Condition operators. `not`: several values mean none of them. */
const OPERATORS: { readonly [operator: string]: 'any' | 'not' } = {
  ArnEquals: 'any',
  ArnLike: 'any',
  ArnNotEquals: 'not',
  ArnNotLike: 'not',
  BinaryEquals: 'any',
  Bool: 'any',
  DateEquals: 'any',
  DateGreaterThan: 'any',
  DateGreaterThanEquals: 'any',
  DateLessThan: 'any',
  DateLessThanEquals: 'any',
  DateNotEquals: 'not',
  IpAddress: 'any',
  NotIpAddress: 'not',
  Null: 'not',
  NumericEquals: 'any',
  NumericGreaterThan: 'any',
  NumericGreaterThanEquals: 'any',
  NumericLessThan: 'any',
  NumericLessThanEquals: 'any',
  NumericNotEquals: 'not',
  StringEquals: 'any',
  StringEqualsIgnoreCase: 'any',
  StringLike: 'any',
  StringNotEquals: 'not',
  StringNotEqualsIgnoreCase: 'not',
  StringNotLike: 'not',
};

const SPELLED: ReadonlyMap<string, string> = new Map(Object.keys(OPERATORS).map((name) => [name.toLowerCase(), name]));
const SETS: ReadonlyMap<string, string> = new Map([
  ['foranyvalue:', 'ForAnyValue:'],
  ['forallvalues:', 'ForAllValues:'],
]);

type Operator = { readonly set: string; readonly base: string; readonly suffix: string };

/** `ForAnyValue:StringLikeIfExists` in its parts. Null: no operator that AWS documents. */
function operatorOf(text: string): Operator | null {
  const [, before = '', name = '', after = ''] = /^(for\w+:)?(\w+?)(ifexists)?$/iu.exec(text) ?? [];
  const set = before === '' ? '' : SETS.get(before.toLowerCase());
  const base = SPELLED.get(name.toLowerCase());
  if (set === undefined || base === undefined || (base === 'Null' && after !== '')) return null;
  return { set, base, suffix: after === '' ? '' : 'IfExists' };
}

function unknownOperator(written: string): Error {
  const [, set = '', name = '', after = ''] = /^([^:]*:)?(.*?)(IfExists)?$/iu.exec(written) ?? [];
  const sets = [...SETS.values()];
  const known = set === '' ? '' : (sets.find((one) => one.toLowerCase() === set.toLowerCase()) ?? suggest(set, sets));
  const base = SPELLED.get(name.toLowerCase()) ?? suggest(name, Object.keys(OPERATORS));
  const meant = known === null || base === null ? '' : `Did you mean "${known}${base}${after}"? `;
  const mend = `${meant}Correct it, or report it if AWS documents it. Without its condition the statement would always hold.`;
  return unsupported('A policy has a condition operator that is not known.', written, mend);
}

/** Conditions of one statement: more than fit into a policy that IAM takes. */
const CONDITIONS = 1_000;

/** Both of each pair "behave identically" in the reference. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['ArnEquals', 'ArnLike'],
  ['ArnNotEquals', 'ArnNotLike'],
]);

function textOf({ set, base, suffix }: Operator): string {
  return `${set}${base}${suffix}`;
}

/**
 * An element `Condition`; empty operators say nothing.
 * @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
 */
export function conditionsIn(value: Json | undefined, variables: Variables): readonly Condition[] {
  if (value === undefined) return [];
  if (!isJsonObject(value)) throw notAnObject('Condition', value);
  const found = new Map<string, Condition>();
  for (const [written, keys] of Object.entries(value)) {
    within(`/${escapePointer(written)}`, () => {
      const operator = operatorOf(written);
      if (operator === null) throw unknownOperator(written);
      if (!isJsonObject(keys)) throw notAnObject(written, keys);
      for (const [key, listed] of Object.entries(keys))
        within(`/${escapePointer(key)}`, () => add(operator, key, listed));
    });
  }
  return [...merged(found)].sort((left, right) => compareText(nameOf(left), nameOf(right)));

  function add(operator: Operator, written: string, listed: Json): void {
    const key = spelledConditionKey(written);
    const values = spelledValues(operator.base, scalarsOf(listed, `${textOf(operator)}: ${key}`).map(variables));
    const condition = { operator: textOf(operator), key, values };
    const name = nameOf(condition);
    if (found.has(name))
      throw malformed('A policy names one condition key twice.', name, 'Write the values of one key in one list.');
    found.set(name, condition);
    if (found.size > CONDITIONS)
      throw tooLarge('A statement has too many conditions to compare.', `more than ${CONDITIONS}`);
  }
}

function notAnObject(element: string, value: Json): Error {
  return malformed(
    `A policy's \`${element}\` is no object.`,
    JSON.stringify(value),
    'Write operators, keys and values.',
  );
}

/** Where both spellings of one operator are about the same key, both have to hold, so that they stay two. */
function* merged(found: ReadonlyMap<string, Condition>): Generator<Condition> {
  for (const condition of found.values()) {
    const operator = operatorOf(condition.operator);
    const same = operator === null ? undefined : SAME.get(operator.base);
    if (operator === null || same === undefined) yield condition;
    else {
      const other = { ...condition, operator: textOf({ ...operator, base: same }) };
      yield found.has(nameOf(other)) ? condition : other;
    }
  }
}

type Named = Pick<Condition, 'operator' | 'key'>;

const names = new WeakMap<Named, string>();

/** One text for each condition, however often it is compared. */
export function nameOf(condition: Named): string {
  const name = names.get(condition) ?? `${condition.operator} ${condition.key}`;
  names.set(condition, name);
  return name;
}

const known = new WeakMap<readonly Condition[], ReadonlyMap<string, Condition>>();

/** The conditions of one statement, which are compared with those of many others. */
export function byName(conditions: readonly Condition[]): ReadonlyMap<string, Condition> {
  const named = known.get(conditions) ?? new Map(conditions.map((one) => [nameOf(one), one]));
  known.set(conditions, named);
  return named;
}

function spelledValues(base: string, values: readonly string[]): readonly string[] {
  return withoutCovered(
    values.map((value) => spelledValue(base, value)),
    (whole, part) => coversValue(base, whole, part),
  );
}

function spelledValue(base: string, value: string): string {
  if (/Like$|^Arn/u.test(base)) return collapsed(value);
  if (base.startsWith('Numeric')) return plainNumber(value);
  if (base.endsWith('IpAddress') && /^\d+\.\d+\.\d+\.\d+$/u.test(value)) return `${value}/32`;
  return value;
}

/** `01.50` is `1.5`. */
function plainNumber(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d+?)(?:\.(\d+?)0*)?$/u.exec(text) ?? [];
  if (whole === '') return text;
  const rest = fraction === '' || fraction === '0' ? '' : `.${fraction}`;
  return whole === '0' && rest === '' ? '0' : `${sign}${whole}${rest}`;
}

function coversValue(base: string, whole: string, part: string): boolean {
  if (base.startsWith('Arn')) return coversArn(whole, part);
  return base.endsWith('Like') && coversPattern(whole, part);
}

const divisible = new WeakMap<Condition, boolean>();

/** Whether one statement with two values is the same as two statements with one each. */
export function isDivisible(condition: Condition): boolean {
  const is = divisible.get(condition) ?? canBeDivided(condition);
  divisible.set(condition, is);
  return is;
}

function canBeDivided({ operator, values }: Condition): boolean {
  const parts = operatorOf(operator);
  if (parts === null || parts.set === 'ForAllValues:' || sharedVariables(values) === null) return false;
  return OPERATORS[parts.base] === 'any';
}

const bases = new Map<string, string>();

/** @param operator in its one spelling, of which there are not many */
function baseOf(operator: string): string {
  const base = bases.get(operator) ?? operatorOf(operator)?.base ?? '';
  bases.set(operator, base);
  return base;
}

/** Whether the first holds wherever the second does. Both are about the same key under the same operator. */
export function isWeaker(weak: Condition, strong: Condition): boolean {
  if (weak === strong) return true;
  if (!isDivisible(weak)) return JSON.stringify(weak.values) === JSON.stringify(strong.values);
  const base = baseOf(weak.operator);
  return strong.values.every((value) =>
    weak.values.some((other) => other === value || coversValue(base, other, value)),
  );
}
