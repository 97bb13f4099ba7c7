/** GitHub's limit for a comment's body, in characters; kept in UTF-8 bytes, which are never fewer. */
export const COMMENT_LIMIT = 65_536;

/** GitHub's limit for each text of a check run. */
export const CHECK_LIMIT = 65_535;

/** Room for the line that says what is left out. */
const REST_RESERVE = 300;

/** UTF-8 bytes: at least as many as characters, however those are counted. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * As many lines as fit, in order, and one more that says how many do not. Lines are made only while they fit.
 * @param budget bytes, line breaks and the line on the rest included
 * @param most how many lines at most, even where more would fit
 */
export function fit<T>(
  items: readonly T[],
  budget: number,
  line: (item: T) => string,
  rest: (left: number) => string,
  most = Infinity,
): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const [index, item] of items.entries()) {
    if (index >= most) return [...lines, rest(items.length - index)];
    const next = line(item);
    const size = sizeOf(next) + 1;
    const reserve = index === items.length - 1 ? 0 : REST_RESERVE;
    if (used + size + reserve > budget) return [...lines, rest(items.length - index)];
    lines.push(next);
    used += size;
  }
  return lines;
}
