import { isJsonObject, type Json } from '../json.ts';
import { pointerTokens } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';
import type { Failure } from './failure.ts';
import { keyCount } from './key-count.ts';
import { didYouMean } from './suggest.ts';
import { unknownKey } from './union.ts';

export type Wording = { readonly code: string; readonly cause: string; readonly mend: string };

const NAMES: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'empty',
};

const FORMATS: { readonly [format: string]: string } = {
  date: 'a date such as 2027-03-31',
  'date-time': 'a time such as 2027-03-31T00:00:00Z',
};

/**
 * Says what is wrong and how to mend it. Texts of the document are never repeated, since one of them may be a secret;
 * `written` is how a plain value that is not a text stands in the file.
 */
export function word(failure: Failure, written: string | null): Wording {
  const what = label(failure.pointer);
  switch (failure.keyword) {
    case 'type':
      return wrongType(failure, what, written);
    case 'required':
      return missing(failure, what);
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknown(failure, what);
    case 'const':
      return {
        code: 'wrong-value',
        cause: `${what} must be ${shown(failure.schema)}.`,
        mend: `Write ${shown(failure.schema)}.`,
      };
    case 'enum':
      return outside(failure, what);
    case 'format':
      return format(failure, what);
    case 'pattern':
      return misformed(failure, what);
    case 'anyOf':
    case 'oneOf':
      return noForm(failure, what);
    default:
      return keyCount(failure, what) ?? bound(failure, what);
  }
}

/** What a pointer points to, in words. */
export function label(pointer: string): string {
  const tokens = pointerTokens(pointer);
  const last = tokens.at(-1);
  if (last === undefined) return 'The document';
  const owner = tokens.at(-2);
  return /^[0-9]+$/u.test(last) && owner !== undefined ? `Entry ${Number(last) + 1} of ${quoted(owner)}` : quoted(last);
}

function wrongType(failure: Failure, what: string, written: string | null): Wording {
  const expected = [failure.schema].flat().map(String);
  const wanted = expected.map((type) => NAMES[type] ?? type).join(' or ');
  if (failure.data === null) {
    return {
      code: 'missing-value',
      cause: `${what} has no value.`,
      mend: `Write ${wanted}, or remove the key.${about(failure)}`,
    };
  }
  if (expected.includes('string') && written !== null) {
    const read = typeof failure.data === 'number' ? 'a number' : 'true or false';
    return {
      code: 'not-text',
      cause: `${what} must be a text, but ${quoted(written, 30)} without quotes is read as ${read}.`,
      mend: `Quote it: ${quoted(written, 30)}.`,
    };
  }
  const yesNo =
    expected.includes('boolean') && typeof failure.data === 'string' && /^(yes|no|on|off|y|n)$/iu.test(failure.data);
  const mend = yesNo ? 'Write true or false: yes, no, on and off are texts.' : `Write ${wanted}.${about(failure)}`;
  return { code: 'wrong-type', cause: `${what} must be ${wanted}, but is ${kindOf(failure.data)}.`, mend };
}

function missing(failure: Failure, what: string): Wording {
  const key = shown(failure.params['missingProperty'] ?? null);
  const properties = failure.parent['properties'];
  const property = isJsonObject(properties) ? properties[key] : undefined;
  const description =
    isJsonObject(property) && typeof property['description'] === 'string' ? ` ${property['description']}` : '';
  return { code: 'missing-key', cause: `${what} lacks the key "${key}".`, mend: `Add "${key}".${description}` };
}

function unknown(failure: Failure, what: string): Wording {
  const key = unknownKey(failure);
  const properties = failure.parent['properties'];
  const allowed = failure.candidates ?? (isJsonObject(properties) ? Object.keys(properties) : []);
  const list = allowed.length === 0 ? 'None is allowed here.' : `Allowed here: ${allowed.slice(0, 40).join(', ')}.`;
  return {
    code: 'unknown-key',
    cause: `${what} has no key ${quoted(key)}.`,
    mend: `${didYouMean(key, allowed)}${list}`,
  };
}

function outside(failure: Failure, what: string): Wording {
  const allowed = Array.isArray(failure.schema) ? (failure.schema as readonly Json[]) : [];
  const hint = typeof failure.data === 'string' ? didYouMean(failure.data, allowed.map(String)) : '';
  const list = allowed.slice(0, 40).map(shown).join(', ');
  return {
    code: 'wrong-value',
    cause: `${what} must be one of the values known here.`,
    mend: `${hint}Write one of ${list}.`,
  };
}

function format(failure: Failure, what: string): Wording {
  const wanted = FORMATS[shown(failure.schema)] ?? `a ${shown(failure.schema)}`;
  return { code: 'wrong-format', cause: `${what} must be ${wanted}.`, mend: `Write ${wanted}.${about(failure)}` };
}

function misformed(failure: Failure, what: string): Wording {
  const subject = failure.key === null ? what : `The key ${quoted(failure.key)}`;
  const mend = about(failure).trim();
  return {
    code: 'wrong-format',
    cause: `${subject} does not have the form wanted here.`,
    mend: mend === '' ? `It must match ${shown(failure.schema)}.` : mend,
  };
}

function noForm(failure: Failure, what: string): Wording {
  if (failure.data === null) {
    return {
      code: 'missing-value',
      cause: `${what} has no value.`,
      mend: `Write a value, or remove the key.${about(failure)}`,
    };
  }
  return {
    code: 'no-form-fits',
    cause: `${what} has none of the forms allowed here.`,
    mend: about(failure).trim() || forms(failure),
  };
}

function forms(failure: Failure): string {
  const schemas = Array.isArray(failure.schema) ? (failure.schema as readonly Json[]) : [];
  const each = schemas.filter(isJsonObject).map(formOf);
  return `Write ${[...new Set(each)].slice(0, 20).join(', or ')}.`;
}

function formOf(schema: { readonly [key: string]: Json }): string {
  if (Array.isArray(schema['required']))
    return `a mapping with ${(schema['required'] as readonly Json[]).map(String).join(', ')}`;
  if (schema['const'] !== undefined) return shown(schema['const']);
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly Json[]).map(shown).join(', or ');
  const type = typeof schema['type'] === 'string' ? NAMES[schema['type']] : undefined;
  return type ?? 'what the schema describes';
}

function bound(failure: Failure, what: string): Wording {
  const limit = shown(failure.schema);
  const sentences: { readonly [keyword: string]: string } = {
    minLength: limit === '1' ? 'must not be empty' : `must have at least ${limit} characters`,
    maxLength: `must have at most ${limit} characters`,
    minItems: limit === '1' ? 'must not be empty' : `must have at least ${limit} entries`,
    maxItems: `must have at most ${limit} entries`,
    uniqueItems: 'must not hold the same entry twice',
    minProperties: limit === '1' ? 'must not be empty' : `must have at least ${limit} keys`,
    maxProperties: `must have at most ${limit} ${limit === '1' ? 'key' : 'keys'}`,
    minimum: `must be at least ${limit}`,
    maximum: `must be at most ${limit}`,
    exclusiveMinimum: `must be more than ${limit}`,
    exclusiveMaximum: `must be less than ${limit}`,
    multipleOf: `must be a multiple of ${limit}`,
  };
  const sentence = sentences[failure.keyword];
  const subject = failure.key === null ? what : `The key ${quoted(failure.key)}`;
  if (sentence === undefined)
    return {
      code: 'wrong-value',
      cause: `${subject} is not allowed here.`,
      mend: about(failure).trim() || 'Compare it with the schema.',
    };
  return { code: 'out-of-bounds', cause: `${subject} ${sentence}.`, mend: `Change it accordingly.${about(failure)}` };
}

function about(failure: Failure): string {
  const description = failure.parent['description'];
  return typeof description === 'string' ? ` ${description}` : '';
}

function kindOf(data: Json): string {
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'boolean') return String(data);
  return NAMES[typeof data] ?? 'something else';
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
