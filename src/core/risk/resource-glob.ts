import { fits, meet } from '../star.ts';

type Token =
  | { readonly kind: 'character'; readonly text: string }
  /** A name in double quotes: one thing, which no star takes a part of. `text` is a glob. */
  | { readonly kind: 'quoted'; readonly text: string }
  /** Some of a name without quotes, or nothing. */
  | { readonly kind: 'word' }
  | { readonly kind: 'anything' };

/** A whole word of a name or a place, with what stands on its sides. */
type Between = { readonly before: string; readonly word: string; readonly after: string };

/**
 * Ready to be held against others. `outside`: the text with every quoted name as one `"`. `pieces`: what stands between its stars and
 * quoted names.
 */
export type ResourceGlob = {
  readonly tokens: readonly Token[];
  readonly outside: string;
  readonly pieces: readonly string[];
  readonly isStarred: boolean;
  readonly words: readonly Between[];
  readonly starred: readonly Between[];
};

const TOKENS = /"(?:[^"]|"")*"|\*\*?|./gsu;
const WORD = /^[^\s.:/()"*]$/u;
const BETWEEN = /(?<=([\s.:/()]))([^\s.:/()"]+)(?=([\s.:/()]))/gu;

/** As a configuration writes it: `*` stands for any characters and whole names in quotes. */
export function tagGlob(text: string): ResourceGlob {
  return globOf(text, 'anything');
}

/** As a provider says what is reached: `*` stands for some of one name without quotes, `**` for anything. */
export function reachGlob(text: string): ResourceGlob {
  return globOf(text, 'word');
}

function globOf(text: string, star: 'word' | 'anything'): ResourceGlob {
  const outside = text.replace(/"(?:[^"]|"")*"/gsu, '"');
  const all = [...outside.matchAll(BETWEEN)].map(([, before = '', word = '', after = '']) => ({ before, word, after }));
  const starred = all.filter(({ word }) => word.includes('*'));
  const words = all.filter(({ word }) => !word.includes('*'));
  const tokens = tokensOf(text, star);
  const isStarred = tokens.some(({ kind }) => kind === 'word' || kind === 'anything');
  return { tokens, outside, pieces: piecesOf(tokens), isStarred, words, starred };
}

function piecesOf(tokens: readonly Token[]): readonly string[] {
  const pieces = [''];
  for (const token of tokens) {
    if (token.kind === 'character') pieces.push(`${pieces.pop()}${token.text}`);
    else if (pieces.at(-1) !== '') pieces.push('');
  }
  return pieces;
}

function tokensOf(text: string, star: 'word' | 'anything'): readonly Token[] {
  return (text.match(TOKENS) ?? []).map((token): Token => {
    if (token === '**') return { kind: 'anything' };
    if (token === '*') return { kind: star };
    return { kind: token.length > 1 && token.startsWith('"') ? 'quoted' : 'character', text: token };
  });
}

/** Whether there is a resource that both stand for: follows every way through the tag at once, so that no glob can make it last. */
export function reachesTag(tag: ResourceGlob, reached: ResourceGlob): boolean {
  if (!hasPieces(tag, reached) || !hasWords(tag, reached)) return false;
  let places = settled(tag.tokens, [0]);
  for (const token of reached.tokens) {
    places = after(tag.tokens, places, token);
    if (places.size === 0) return false;
  }
  return places.has(tag.tokens.length);
}

/** Most of what is reached has no star, so that it has to have every piece of the tag. */
function hasPieces({ pieces }: ResourceGlob, { outside, isStarred }: ResourceGlob): boolean {
  return isStarred || pieces.every((piece) => outside.includes(piece));
}

/** Of very many only few get any further: a star of what is reached never stands for what lies between two words. */
function hasWords(tag: ResourceGlob, { outside, starred }: ResourceGlob): boolean {
  if (outside.includes('**')) return true;
  return tag.words.every(
    ({ before, word, after: next }) =>
      outside.includes(`${before}${word}${next}`) ||
      starred.some((other) => other.before === before && other.after === next && fits(other.word, word)),
  );
}

/** The places in the tag that may be reached by taking one token of what is reached. */
function after(tag: readonly Token[], places: ReadonlySet<number>, token: Token): ReadonlySet<number> {
  if (token.kind === 'character' || token.kind === 'quoted')
    return settled(
      tag,
      [...places].flatMap((place) => taken(tag, place, token)),
    );
  const all = new Set(places);
  for (const place of all) {
    const here = tag[place];
    const passes =
      token.kind === 'anything' || here?.kind === 'anything' || (here?.kind === 'character' && WORD.test(here.text));
    if (here !== undefined && passes) all.add(place + 1);
  }
  return all;
}

function taken(
  tag: readonly Token[],
  place: number,
  token: Exclude<Token, { kind: 'word' | 'anything' }>,
): readonly number[] {
  const here = tag[place];
  if (here?.kind === 'anything') return [place];
  if (here?.kind !== token.kind) return [];
  const fits = token.kind === 'quoted' ? meet(here.text, token.text) : here.text === token.text;
  return fits ? [place + 1] : [];
}

/** A star may also stand for nothing. */
function settled(tag: readonly Token[], places: readonly number[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of all) if (tag[place]?.kind === 'anything') all.add(place + 1);
  return all;
}
