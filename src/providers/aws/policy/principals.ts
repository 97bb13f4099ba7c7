import { compareText } from '../../../core/address.ts';
import { within } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import { escapePointer } from '../../../core/leaves.ts';
import { didYouMean } from '../../../core/schema/suggest.ts';
import type { Matched, PolicyContext } from './model.ts';
import { malformed, unsupported } from './problem.ts';
import { textsOf } from './texts.ts';

/** Source: AWS JSON policy elements: Principal. */
const TYPES: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** `*` alone is the same as `{"AWS": "*"}`, and an account's digits as its root. */
export function principalsIn(value: Json, kind: Matched['kind'], context: PolicyContext): Matched {
  if (value === '*') return { kind, values: ['AWS *'] };
  if (!isJsonObject(value))
    throw malformed(
      'A principal is neither `*` nor an object.',
      JSON.stringify(value),
      'Write it as `AWS:`, `Service:` or `Federated:` with its value.',
    );
  const values = Object.entries(value).flatMap(([type, listed]) =>
    within(`/${escapePointer(type)}`, () => {
      if (!TYPES.includes(type)) throw unknownType(type);
      return textsOf(listed, type).map((text) => `${type} ${type === 'AWS' ? spelled(text, context) : text}`);
    }),
  );
  if (values.length === 0) throw malformed('A principal names nobody.', '{}', 'Name at least one.');
  return { kind, values: [...new Set(values)].sort(compareText) };
}

function unknownType(type: string): Error {
  const mend = `${didYouMean(type, TYPES)}Write one of ${TYPES.join(', ')}.`;
  return unsupported('A policy has a principal of a type that is not known.', type, mend);
}

function spelled(text: string, { partition }: PolicyContext): string {
  return /^\d{12}$/u.test(text) ? `arn:${partition}:iam::${text}:root` : text;
}

/** `AWS arn:…` as its type and the rest. */
export function partedPrincipal(principal: string): { readonly type: string; readonly name: string } {
  const space = principal.indexOf(' ');
  return { type: principal.slice(0, space), name: principal.slice(space + 1) };
}

/**
 * Whether it is the id of somebody who was deleted: AWS shows it in their place in a trust policy, nobody has it ever again, and who is
 * made anew under the name is not meant by it. Source: AWS JSON policy elements: Principal.
 */
export function isDeletedPrincipal(name: string): boolean {
  return /^A(?:IDA|ROA|GPA|NPA)[A-Z0-9]{12,}$/u.test(name);
}

export const DELETED_MEND = 'take it out, or name who is meant now by its ARN.';
