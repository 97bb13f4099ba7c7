/** Matches a path from the repository's root, given as its segments. */
export type PathPattern = (segments: readonly string[]) => boolean;

/** Any number of items, none included. */
const ANY = { kind: 'any' } as const;

type Segment = { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'glob'; readonly parts: Parts };

/** Characters one by one; `null`: whichever. */
type Parts = readonly (string | null | typeof ANY)[];

const SOME_SEGMENT: Segment = { kind: 'glob', parts: [ANY] };

/**
 * A pattern as gitignore has it, but for `docs/*`, which does not reach into folders; brackets, braces and groups stand for themselves.
 * Takes at most the product of the two lengths, whatever the pattern.
 */
export function pathPattern(pattern: string): PathPattern {
  const name = pattern.replace(/^\/|\/$/gu, '');
  const isAnchored = pattern.startsWith('/') || name.includes('/');
  const names = name.split('/');
  const inside = pattern.endsWith('/') || names.at(-1) === '**';
  const own = names.at(-1) === '**' ? names.slice(0, -1) : names;
  const segments: readonly (Segment | typeof ANY)[] = [
    ...(isAnchored ? [] : [ANY]),
    ...own.map((one): Segment | typeof ANY => (one === '**' ? ANY : segmentOf(one))),
    ...(inside ? [SOME_SEGMENT, ANY] : own.at(-1)?.includes('*') === true ? [] : [ANY]),
  ];
  return (path) => matchesAll(segments, path, isSegment);
}

function segmentOf(text: string): Segment {
  const parts = [...text.matchAll(/\\?(.)/gsu)].map(([whole, character = '']): Parts[number] =>
    whole === '*' ? ANY : whole === '?' ? null : character,
  );
  const isLiteral = parts.every((part) => typeof part === 'string');
  return isLiteral ? { kind: 'literal', text: parts.join('') } : { kind: 'glob', parts };
}

function isSegment(pattern: Segment, text: string): boolean {
  return pattern.kind === 'literal' ? pattern.text === text : matchesAll(pattern.parts, Array.from(text), isCharacter);
}

function isCharacter(pattern: string | null, character: string): boolean {
  return pattern === null || pattern === character;
}

/** Goes back to the last `ANY` alone: what an earlier one could take instead, that one can take, too. */
function matchesAll<P>(
  pattern: readonly (P | typeof ANY)[],
  items: readonly string[],
  fits: (one: P, item: string) => boolean,
): boolean {
  let [at, taken] = [0, 0];
  let back: { readonly at: number; taken: number } | null = null;
  while (taken < items.length) {
    const one = pattern[at];
    if (one === ANY) {
      at += 1;
      back = { at, taken };
    } else if (at < pattern.length && fits(one as P, items[taken] ?? '')) {
      at += 1;
      taken += 1;
    } else if (back === null) {
      return false;
    } else {
      back.taken += 1;
      ({ at, taken } = back);
    }
  }
  return pattern.slice(at).every((one) => one === ANY);
}
