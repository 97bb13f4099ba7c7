import { compareText } from '../../../core/address.ts';
import { coversPattern, hasWildcard, mayBegin } from './glob.ts';
import { sharedVariables } from './variables.ts';

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
  return all.filter(
    (value) =>
      (!isUniform && value.includes('${')) ||
      !wide.some((other) => other !== value && covers(other, value) && (other < value || !covers(value, other))),
  );
}
