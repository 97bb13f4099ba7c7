import type { Json } from '../json.ts';
import { quoted } from './text.ts';

/** What a plain (unquoted) scalar means in YAML 1.2's core schema. */
export type PlainScalar =
  | { readonly kind: 'text' }
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'refused'; readonly code: string; readonly cause: string; readonly mend: string };

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLEANS = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);
/** How every number begins. */
const NUMERIC = /^[-+.0-9]/u;
const DECIMAL = /^[-+]?[0-9]+$/u;
const BASED = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/u;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/u;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;

/** Numbers that would not come back as they were written are refused, since they may be names: account ids, versions, keys. */
export function plainScalar(written: string): PlainScalar {
  if (NULLS.has(written)) return { kind: 'value', value: null };
  const truth = BOOLEANS.get(written);
  if (truth !== undefined) return { kind: 'value', value: truth };
  if (!NUMERIC.test(written)) return { kind: 'text' };
  if (SPECIAL.test(written)) return notFinite(written);
  if (DECIMAL.test(written) || BASED.test(written)) return integer(written);
  if (!FLOAT.test(written)) return { kind: 'text' };
  const value = Number(written);
  return Number.isFinite(value) ? { kind: 'value', value: value === 0 ? 0 : value } : notFinite(written);
}

function integer(written: string): PlainScalar {
  const value = Number(written);
  if (!Number.isSafeInteger(value)) {
    return refused('number-inexact', `${quoted(written, 30)} is a number too large to be kept exactly.`, written);
  }
  if (/^[-+]?0[0-9]/u.test(written)) {
    return refused(
      'number-ambiguous',
      `${quoted(written, 30)} is read as the number ${value}, without its leading zero.`,
      written,
    );
  }
  return { kind: 'value', value: value === 0 ? 0 : value };
}

function notFinite(written: string): PlainScalar {
  return refused('number-not-finite', `${quoted(written, 30)} is not a finite number.`, written);
}

function refused(code: string, cause: string, written: string): PlainScalar {
  return { kind: 'refused', code, cause, mend: `Quote it if it is a name or an identifier: ${quoted(written, 30)}.` };
}
