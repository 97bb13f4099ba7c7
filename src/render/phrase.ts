import { codeSpan, prose, shown, type Place } from './text.ts';

/**
 * A line of text before it is known where it will be read: plain strings are ours, everything else came from a file,
 * a live system or a person and is rendered inert.
 */
export type Phrase = readonly Part[];

export type Part =
  | string
  | { readonly kind: 'data'; readonly text: string; readonly limit: number }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'strong'; readonly parts: Phrase };

/** Longest name, and longest sentence of others, that is shown whole outside of the exact edits. */
const NAME_LIMIT = 120;
const SENTENCE_LIMIT = 600;

/** A name or value. */
export function data(text: string, limit = NAME_LIMIT): Part {
  return { kind: 'data', text, limit };
}

/** A sentence that may quote names. */
export function said(text: string): Part {
  return { kind: 'said', text };
}

export function strong(...parts: Phrase): Part {
  return { kind: 'strong', parts };
}

/** `a, b, c`; beyond `limit` items `a, b and 7 more`. */
export function listed(items: readonly Phrase[], limit: number): Phrase {
  const kept = items.length > limit ? items.slice(0, limit - 1) : items;
  const separated = kept.flatMap((item, index) => (index === 0 ? item : [', ', ...item]));
  return kept.length === items.length ? separated : [...separated, ` and ${items.length - kept.length} more`];
}

export function markdown(phrase: Phrase, place: Place = 'line'): string {
  return phrase.map((part) => markdownPart(part, place)).join('');
}

function markdownPart(part: Part, place: Place): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'data':
      return codeSpan(part.text, place, part.limit);
    case 'said':
      return prose(part.text, place, SENTENCE_LIMIT);
    case 'strong':
      return `**${markdown(part.parts, place)}**`;
  }
}

/** `a, b and c`; beyond `limit` items `a, b and 7 more`. */
export function conjoined(items: readonly Phrase[], limit: number): Phrase {
  const last = items.at(-1);
  if (last === undefined || items.length === 1 || items.length > limit) return listed(items, limit);
  return [...listed(items.slice(0, -1), limit), ' and ', ...last];
}

/** For terminals, logs, check titles and annotations, where no markup is known. */
export function plain(phrase: Phrase): string {
  return phrase.map(plainPart).join('');
}

function plainPart(part: Part): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'data':
      return quotedPlain(part.text, part.limit);
    case 'said':
      return shown(part.text, SENTENCE_LIMIT);
    case 'strong':
      return plain(part.parts);
  }
}

/** In quotes that it has not itself, as far as there are any, so that it is spelt here as everywhere else. */
function quotedPlain(text: string, limit: number): string {
  const seen = shown(text, limit);
  if (seen !== '' && !/[ "]/u.test(seen)) return seen;
  return seen.includes('"') && !seen.includes("'") ? `'${seen}'` : `"${seen.replaceAll('"', '\\u{22}')}"`;
}
