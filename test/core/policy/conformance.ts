import { tests } from '@bufbuild/cel-spec/testdata/conformance.js';
import type { SerializedIncrementalTestSuite } from '@bufbuild/cel-spec/testdata/tests.js';
import { celList, celMap, celUint, isCelList, isCelMap, isCelType, isCelUint, type CelInput } from '@bufbuild/cel';
import { Cel } from '../../../src/core/policy/cel.ts';
import { problemsOf } from '../../../src/core/policy/check.ts';
import { quoted } from '../../../src/core/yaml/text.ts';
import { POLICY_LIMITS } from '../../../src/core/policy/limits.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/core/json.ts';

/** One case of the suite that the language publishes (github.com/google/cel-spec, tests/simple). */
type Case = { readonly name: string; readonly section: string; readonly of: JsonObject };

/** `refused`: by our subset, before it is evaluated, with the code of the problem or what a case needs that policies have not. */
type Result =
  | { readonly kind: 'passed' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly wanted: string; readonly got: string };

export function conformanceCases(): readonly Case[] {
  return (tests.suites ?? []).flatMap((suite) => casesOf(suite, suite.name, ''));
}

function casesOf(suite: SerializedIncrementalTestSuite, section: string, path: string): readonly Case[] {
  const own = (suite.tests ?? []).map(({ original }) => ({
    name: `${path}${original.name ?? original.expr}`,
    section,
    of: original as JsonObject,
  }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => casesOf(inner, section, `${path}${inner.name}/`))];
}

const cel = new Cel();

export function resultOf({ of }: Case): Result {
  const bindings = isJsonObject(of['bindings']) ? of['bindings'] : {};
  if (of['typedResult'] !== undefined) return { kind: 'refused', why: 'a type checker' };
  const variables = bound(bindings);
  if (variables === null) return { kind: 'refused', why: 'a message of protobuf' };
  if (Object.keys(bindings).some((name) => name.includes('.'))) return { kind: 'refused', why: 'a namespace' };
  const parsed = cel.parse(withoutDyn(typeof of['expr'] === 'string' ? of['expr'] : ''));
  const isError = of['evalError'] !== undefined || of['anyEvalErrors'] !== undefined;
  if (parsed.kind === 'refused') return { kind: 'refused', why: 'bad-expression' };
  const [first] = problemsOf(parsed.tree, parsed.offsetOf, () => true).filter(
    ({ code, cause }) =>
      code !== 'unknown-variable' || !Object.keys(bindings).some((name) => cause.includes(quoted(name))),
  );
  if (first !== undefined) return { kind: 'refused', why: first.code };
  const { outcome } = cel.program(parsed)(variables, POLICY_LIMITS.evaluation);
  const wanted = isError ? 'an error' : wantedText(of['value']);
  const got = outcome.kind === 'value' ? shown(outcome.value) : 'an error';
  return wanted === got ? { kind: 'passed' } : { kind: 'failed', wanted, got };
}

/** Everything in a policy is of a type that is only known when it is evaluated, which `dyn(…)` asks for. */
function withoutDyn(expression: string): string {
  return expression.replaceAll(/\bdyn\(/gu, '(');
}

function bound(bindings: JsonObject): { readonly [name: string]: CelInput } | null {
  const values: { [name: string]: CelInput } = {};
  for (const [name, binding] of Object.entries(bindings)) {
    const value = isJsonObject(binding) && isJsonObject(binding['value']) ? valueOf(binding['value']) : undefined;
    if (value === undefined) return null;
    values[name] = value;
  }
  return values;
}

/** Undefined: a message or a type. */
function valueOf(typed: JsonObject): CelInput | undefined {
  const [[kind, value] = ['', null]] = Object.entries(typed);
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'int64Value':
      return BigInt(text);
    case 'uint64Value':
      return celUint(BigInt(text));
    case 'doubleValue':
      return Number(value);
    case 'bytesValue':
      return new Uint8Array(Buffer.from(text, 'base64'));
    case 'nullValue':
      return null;
    case 'boolValue':
    case 'stringValue':
      return typeof value === 'boolean' ? value : text;
    case 'listValue':
      return listOf(isJsonObject(value) ? value['values'] : []);
    case 'mapValue':
      return mapOf(isJsonObject(value) ? value['entries'] : []);
    default:
      return undefined;
  }
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

function listOf(values: Json | undefined): CelInput | undefined {
  const items = objects(values).map(valueOf);
  return items.includes(undefined) ? undefined : celList(items.filter((item) => item !== undefined));
}

function mapOf(entries: Json | undefined): CelInput | undefined {
  const map = new Map<string | bigint | boolean, CelInput>();
  for (const { key, value } of objects(entries)) {
    const name = isJsonObject(key) ? valueOf(key) : undefined;
    const member = isJsonObject(value) ? valueOf(value) : undefined;
    if (member === undefined || (typeof name !== 'string' && typeof name !== 'bigint' && typeof name !== 'boolean'))
      return undefined;
    map.set(name, member);
  }
  return celMap(map);
}

function wantedText(value: Json | undefined): string {
  if (value === undefined) return 'bool true';
  if (!isJsonObject(value)) return 'unknown';
  const object = value['objectValue'];
  const type = isJsonObject(object) ? object['@type'] : null;
  if (isJsonObject(object) && typeof type === 'string')
    return messageText(type.split('.').at(-1) ?? '', object['value']);
  const known = valueOf(value);
  return known === undefined ? JSON.stringify(value) : shown(known);
}

/** Fractions of a second without zeros at their end, as `instantText` writes them. */
function messageText(type: string, value: Json | undefined): string {
  return `${type} ${typeof value === 'string' ? value.replace(/\.0+(?=[sZ]$)/u, '') : JSON.stringify(value)}`;
}

/** A value by its type, so that 1, 1u and 1.0 differ. */
function shown(value: unknown): string {
  if (value === null) return 'null';
  if (isCelUint(value)) return `uint ${value.value}`;
  if (isCelType(value)) return `type ${value.name}`;
  if (isCelList(value)) return `[${[...value].map(shown).join(', ')}]`;
  if (isCelMap(value)) {
    const entries = [...value.entries()].map(([key, member]) => `${shown(key)}: ${shown(member)}`);
    return `{${entries.toSorted().join(', ')}}`;
  }
  switch (typeof value) {
    case 'bigint':
      return `int ${value}`;
    case 'number':
      return `double ${Object.is(value, -0) ? 0 : value}`;
    case 'boolean':
      return `bool ${value}`;
    case 'string':
      return `string ${JSON.stringify(value)}`;
    default:
      return value instanceof Uint8Array ? `bytes ${Buffer.from(value).toString('hex')}` : instantText(value);
  }
}

/** Timestamps and durations are messages of whole seconds and nanoseconds. */
function instantText(value: unknown): string {
  const message = isMessage(value) ? value.message : null;
  if (message === null) return 'unknown';
  const { $typeName, seconds, nanos } = message;
  if ($typeName === 'google.protobuf.Timestamp') {
    const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/u, '')}`;
    return `Timestamp ${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}${fraction}Z`;
  }
  const fraction = nanos === 0 ? '' : `.${String(Math.abs(nanos)).padStart(9, '0').replace(/0+$/u, '')}`;
  return `Duration ${seconds === 0n && nanos < 0 ? '-' : ''}${seconds}${fraction}s`;
}

type Instant = { readonly $typeName: string; readonly seconds: bigint; readonly nanos: number };

function isMessage(value: unknown): value is { readonly message: Instant } {
  return typeof value === 'object' && value !== null && 'message' in value;
}
