/** Units of a match. The library compiles a pattern at every call, with what is repeated written out as often as it may occur. */
export function matchingUnits(text: string, pattern: string): number {
  const written = pattern.length * (repeated(pattern) - 1);
  return 50 + Math.ceil((text.length * pattern.length) / 16 + ((text.length + 16) * written) / 64);
}

/** RE2 refuses what is repeated more often, in groups that are repeated all together. */
const REPEATED = 1000;

/** How often any part of a pattern occurs at the most. */
function repeated(pattern: string): number {
  let [alone, inGroups] = [1, 1];
  for (const [whole, group, least, most] of pattern.matchAll(/(\))?\{(\d+)(?:,(\d*))?\}/gu)) {
    const times = Math.max(1, Number(least), Number(most ?? 0), whole.endsWith(',}') ? Number(least) + 1 : 1);
    if (group === undefined) alone = Math.max(alone, times);
    else inGroups *= times;
  }
  return Math.min(REPEATED, alone * inGroups);
}

/** Units of a search. One for what nearly is there everywhere looks at the whole of it at every place. */
export function searchingUnits(text: string, part: string): number {
  return Math.floor((text.length * part.length) / 4096);
}
