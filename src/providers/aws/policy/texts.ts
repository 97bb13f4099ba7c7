import { within } from '../../../core/errors.ts';
import type { Json } from '../../../core/json.ts';
import { malformed } from './problem.ts';

/** UTF-16 code units of one value: more than any ARN. */
const LONGEST = 4_096;

/** A string, or a list of them. @throws CountersignError `aws-policy-malformed` for anything else, and where there is none. */
export function textsOf(value: Json | undefined, element: string): readonly string[] {
  return mapTexts(value, element, (text) => text);
}

/** The same, each as `map` has it; what it throws is told of its own text. */
export function mapTexts<T>(value: Json | undefined, element: string, map: (text: string) => T): readonly T[] {
  const texts = anyTextsOf(value, listOf(value), element);
  return texts.map((text, index) =>
    within(placeOf(value, index), () => {
      if (text !== '') return map(text);
      throw malformed(`A policy's \`${element}\` has a value that is empty.`, '""', 'Write what is meant, or `*`.');
    }),
  );
}

/** Of one of the values of an element, which has no number where it is no list. */
export function placeOf(value: Json | undefined, index: number): string {
  return Array.isArray(value) ? `/${index}` : '';
}

/** Values of a condition, which may be empty: numbers and booleans are the texts that they stand for. */
export function scalarsOf(value: Json, element: string): readonly string[] {
  return anyTextsOf(
    value,
    listOf(value).map((item) => (typeof item === 'boolean' || isPlainNumber(item) ? JSON.stringify(item) : item)),
    element,
  );
}

/** One value is a list of one. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  return value === undefined ? [] : [value];
}

function anyTextsOf(value: Json | undefined, list: readonly Json[], element: string): readonly string[] {
  if (list.length === 0)
    throw malformed(
      `A policy's \`${element}\` lists nothing.`,
      '[]',
      `Name at least one value, or take \`${element}\` out.`,
    );
  return list.map((item, index) => within(placeOf(value, index), () => textIn(item, element)));
}

function textIn(item: Json, element: string): string {
  if (typeof item === 'string') return checked(item, element);
  throw malformed(
    `A policy's \`${element}\` holds something that is no text.`,
    JSON.stringify(item),
    typeof item === 'number' ? 'Put the number in quotes.' : 'Write texts, or a list of them.',
  );
}

/** What JavaScript may have rounded is not what was written. */
function isPlainNumber(value: Json): boolean {
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER && !/e/u.test(String(value));
}

function checked(text: string, element: string): string {
  if (text.length <= LONGEST) return text;
  throw malformed(
    `A policy's \`${element}\` has a value that is too long.`,
    `${text.length} characters`,
    `Write at most ${LONGEST} characters.`,
  );
}
