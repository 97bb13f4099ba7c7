import { meet } from '../../../core/star.ts';
import { coversAction } from '../policy/covered.ts';
import { coversArn } from '../policy/glob.ts';
import type { Matched } from '../policy/model.ts';
import { sharedVariables } from '../policy/variables.ts';

/** How much of a set of actions or resources a list of a statement is about. */
export type Share = 'all' | 'some' | 'none';

/** @param pattern of actions, or `null` for the statement's own list of what is left out */
export function shareOfActions(list: Matched, pattern: string): Share {
  return shareOf(list, pattern, coversAction, (left, right) => mayMeet(left.toLowerCase(), right.toLowerCase()));
}

export function shareOfResources(list: Matched | null, pattern: string): Share {
  return list === null ? 'all' : shareOf(list, pattern, coversArn, mayMeet);
}

function shareOf(
  { kind, values }: Matched,
  pattern: string,
  covers: (whole: string, part: string) => boolean,
  meets: (left: string, right: string) => boolean,
): Share {
  const isCovered = values.some((value) => covers(value, pattern));
  const isTouched = isCovered || values.some((value) => meets(value, pattern));
  if (kind === 'in') return isCovered ? 'all' : isTouched ? 'some' : 'none';
  return isCovered ? 'none' : isTouched ? 'some' : 'all';
}

/** Never false where something fits both: a question mark and a variable may be anything. */
function mayMeet(left: string, right: string): boolean {
  return meet(loose(left), loose(right));
}

function loose(pattern: string): string {
  return pattern.replace(/\$\{[^{}]*\}|\?/gu, '*');
}

/** A statement of which a request lacks a variable may say nothing; where it has no others than the resource, both are there or neither. */
export function haveSameVariables(list: Matched | null, resource: string): boolean {
  return (
    list === null ||
    !list.values.some((value) => value.includes('${')) ||
    sharedVariables([...list.values, resource]) !== null
  );
}
