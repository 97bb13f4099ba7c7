import { compareText } from '../../../core/address.ts';
import { coversPattern } from './glob.ts';
import { sharedVariables } from './variables.ts';

export function coversAction(whole: string, part: string): boolean {
  return coversPattern(whole.toLowerCase(), part.toLowerCase());
}

/** Sorted, without doubles and without what another value covers; of two that cover each other the first stays. */
export function withoutCovered(
  values: readonly string[],
  covers: (whole: string, part: string) => boolean,
): readonly string[] {
  const all = [...new Set(values)].sort(compareText);
  const isUniform = sharedVariables(all) !== null;
  return all.filter(
    (value, at) =>
      (!isUniform && value.includes('${')) ||
      !all.some((other, place) => place !== at && covers(other, value) && (place < at || !covers(value, other))),
  );
}
