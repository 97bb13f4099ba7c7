/** Where rendered text ends up; a table cell also has pipes to be careful of. */
export type Place = 'line' | 'cell';

/** Characters that cannot be seen, that look like a space, or that move what stands around them. */
const UNSEEN = /[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u{2800}]--[\u{20}]]/gv;

/** Most text is of this kind, and tested much faster than against all of Unicode. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/u;

/** Marks that would sit on something of ours, or pile up over the lines above. */
const STRAY_MARK = /(?:^|(?<=\p{M}{3}))\p{M}/gv;

/** Words that no Markdown dialect, mention, autolink or emoji filter gives a meaning to. */
const PLAIN_WORD = /^(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}|%|→|·|–)$/u;

/** Spaces that a page swallows: at either end, and after another one. */
const LOST_SPACE = /^\u{20}|\u{20}$|(?<=\u{20})\u{20}/gu;

/** What GitHub may take for a commit. */
const LIKE_A_COMMIT = /^[0-9a-f]{7,40}$/iu;

/**
 * The text in one line of characters that can all be seen: everything else is written `\u{hex}`.
 * Two different texts never look the same, because a backslash that could be taken for such an escape is written out, too.
 */
export function visible(text: string): string {
  const unambiguous = text.includes('\\u{') ? text.replaceAll('\\u{', '\\u{5c}u{') : text;
  if (PRINTABLE_ASCII.test(unambiguous)) return unambiguous.replace(LOST_SPACE, codePoint);
  return unambiguous.replace(UNSEEN, codePoint).replace(STRAY_MARK, codePoint).replace(LOST_SPACE, codePoint);
}

/** Without anything unseen; changes nothing in text that is visible already. */
function sealed(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : text.replace(UNSEEN, codePoint);
}

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Visible, and at most `limit` UTF-16 units long, not counting the note on how long it really is. */
export function shown(text: string, limit: number): string {
  const { seen, note } = clip(text, limit);
  return `${seen}${note}`;
}

/** The limit holds for what is seen, so that a name made of invisible characters takes no more room than another. */
function clip(text: string, limit: number): { readonly seen: string; readonly note: string } {
  const head = visible(text.length > limit ? text.slice(0, limit) : text);
  const seen = cut(head, limit);
  return seen === head && text.length <= limit
    ? { seen, note: '' }
    : { seen, note: `… (${grouped(text.length)} characters)` };
}

/** The beginning of visible text, at most `limit` UTF-16 units, that ends neither within an escape nor within a character. */
export function cut(seen: string, limit: number): string {
  if (seen.length <= limit) return seen;
  let kept = '';
  for (const [piece] of seen.matchAll(/\\u\{[0-9a-f]+\}|./gsu)) {
    if (kept.length + piece.length > limit) break;
    kept += piece;
  }
  return kept;
}

/** 12345 as `12,345`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A Markdown code span that shows exactly the visible text, whatever it holds; nothing in it is a link, a mention or HTML. */
export function codeSpan(text: string, place: Place, limit = Infinity): string {
  const { seen, note } = clip(text, limit);
  return `${spanOf(seen, place)}${note}`;
}

function spanOf(seen: string, place: Place): string {
  if (seen === '') return '(empty)';
  const content = place === 'cell' ? withoutPipes(seen) : seen;
  const fence = '`'.repeat(longestFence(content) + 1);
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** A table takes `\|` for a pipe even inside a code span, but `\\|` for a backslash and the end of the cell. */
function withoutPipes(text: string): string {
  return text.replace(/(\\?)\|/gu, (_pipe, backslash: string) => (backslash === '' ? '\\|' : '\\\\u{7c}'));
}

function longestFence(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** A fenced block of lines that are visible text already. */
export function codeBlock(lines: readonly string[], language: string): string {
  const content = lines.map((line) => sealed(line)).join('\n');
  const fence = '`'.repeat(Math.max(3, longestFence(content) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

type Word = { readonly before: string; readonly core: string; readonly after: string; readonly quoted: boolean };

/** A sentence that may quote names: plain words stay prose, everything else becomes a code span. */
export function prose(sentence: string, place: Place, limit = Infinity): string {
  const { seen, note } = clip(sentence.trim(), limit);
  const words: Word[] = [];
  for (const word of seen.split(' ')) {
    if (word === '') continue;
    const next = wordOf(word);
    const last = words.at(-1);
    if (last !== undefined && last.quoted && next.quoted && last.after === '' && next.before === '') {
      words[words.length - 1] = { ...last, core: `${last.core} ${next.core}`, after: next.after };
    } else words.push(next);
  }
  const text = words.map(
    ({ before, core, after, quoted }) => `${before}${quoted ? spanOf(core, place) : core}${after}`,
  );
  return `${text.join(' ')}${note}`;
}

/** A word and the punctuation around it that is certainly a sentence's. */
function wordOf(text: string): Word {
  const before = text.startsWith('(') ? '(' : '';
  const rest = text.slice(before.length);
  const after = (rest.includes('(') ? /[.,;:!?]?$/u : /(?:[.,;:!?]?\)+)?[.,;:!?]?$/u).exec(rest)?.[0] ?? '';
  const core = rest.slice(0, rest.length - after.length);
  const plain = core === '' || (PLAIN_WORD.test(core) && !LIKE_A_COMMIT.test(core));
  return { before, core, after, quoted: !plain };
}

/**
 * One line for a log or a terminal, made of text that is already visible: nothing in it is an escape sequence,
 * or a command to the Actions runner, which knows `::name::` at a line's start and `##[name]` anywhere.
 */
export function logLine(line: string): string {
  return sealed(line)
    .replaceAll('##[', '#\\u{23}[')
    .replace(/^( *):(?=:)/u, '$1\\u{3a}');
}
