import { CountersignError } from '../../core/errors.ts';
import { quoteIdentifier } from './quoting.ts';

/** Parts of a text between separators that stand outside of double quotes and parentheses, as written. */
export function splitUnquoted(text: string, separator: '.' | ' ' | ','): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '(') depth += 1;
    if (!quoted && character === ')') depth -= 1;
    if (character === separator && !quoted && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

/** The name that PostgreSQL's quote_ident wrote. */
export function unquote(written: string): string {
  return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
}

const WRITTEN = /^(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)$/u;

/** `billing."Odd one"` to `"billing"."Odd one"`. */
export function requoteName(written: string): string {
  return splitUnquoted(written, '.').map(requotePart).join('.');
}

function requotePart(part: string): string {
  if (!WRITTEN.test(part)) throw unreadable(part);
  return quoteIdentifier(unquote(part));
}

/** Everything that format_type writes for an argument: names, several-word types, arrays. Nothing else gets through. */
const SIGNATURE_TOKEN = /\s*("(?:[^"]|"")+"|[a-z_][a-z0-9_$]*|\[\]|[.,])\s*/uy;

/** `billing.total(integer, "Odd".money[])` to the same with every name quoted that was. */
export function requoteRoutine(written: string): string {
  const open = openingParenthesis(written);
  if (open < 0 || !written.endsWith(')')) throw unreadable(written);
  return `${requoteName(written.slice(0, open))}(${requoteArguments(written.slice(open + 1, -1))})`;
}

function openingParenthesis(written: string): number {
  let quoted = false;
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === '"') quoted = !quoted;
    if (written[at] === '(' && !quoted) return at;
  }
  return -1;
}

function requoteArguments(written: string): string {
  let text = '';
  for (let at = 0; at < written.length; ) {
    SIGNATURE_TOKEN.lastIndex = at;
    const token = SIGNATURE_TOKEN.exec(written)?.[1];
    if (token === undefined) throw unreadable(written);
    const glued = text === '' || text.endsWith('.') || /^[.,[]/u.test(token);
    text += (glued ? '' : ' ') + (token.startsWith('"') ? quoteIdentifier(unquote(token)) : token);
    at = SIGNATURE_TOKEN.lastIndex;
  }
  return text;
}

function unreadable(written: string): CountersignError {
  return new CountersignError('object-name-unreadable', 'This is not a name as PostgreSQL writes it.', {
    evidence: written.slice(0, 200),
    mend: 'Write names as quote_ident does: lower-case letters, digits and underscores plain, everything else in double quotes.',
  });
}
