import { compareText } from '../../../core/address.ts';
import { coversPattern, hasWildcard, mayBegin } from './glob.ts';
import { tooLarge } from './problem.ts';
import { sharedVariables } from './variables.ts';

/** Pairs of values of one list that begin alike up to a wildcard: far more than a list has that says anything. */
const PAIRS = 500_000;

export function coversAction(whole: string, part: string): boolean {
  return mayBegin(whole, part) && coversPattern(whole.toLowerCase(), part.toLowerCase());
}

/** Sorted, without doubles and without what another value covers; of two that cover each other the first stays. */
export function withoutCovered(
  values: readonly string[],
  covers: (whole: string, part: string) => boolean,
): readonly string[] {
  const all = [...new Set(values)].sort(compareText);
  const isUniform = sharedVariables(all) !== null;
  const wide = all.filter(hasWildcard);
  let pairs = 0;
  return all.filter((value) => {
    if (!isUniform && value.includes('${')) return true;
    const alike = wide.filter((other) => other !== value && mayBegin(other, value));
    pairs += alike.length;
    if (pairs > PAIRS) throw tooLarge('A list has too many wildcards to compare.', `${all.length} values`);
    return !alike.some((other) => covers(other, value) && (other < value || !covers(value, other)));
  });
}
