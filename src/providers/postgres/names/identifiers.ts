import { CountersignError } from '../../../core/errors.ts';

/** NAMEDATALEN − 1 of every stock server. */
const MAXIMUM_BYTES = 63;
const PLAIN = /^[a-z_][a-z0-9_]*$/u;
const DOTTED = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/u;

/** What one dotted part is made of: text that must stand there, or `*`. */
export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'any' };
export type Part = readonly Piece[];

/** One name as keys spell it: plain when it matches `[a-z_][a-z0-9_]*`, else in double quotes. Independent of any server's keywords. */
export function formatName(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `billing.invoices`, each part quoted where it must be. */
export function quoteName(parts: readonly string[]): string {
  return parts.map(formatName).join('.');
}

/**
 * The names of a dotted, possibly quoted spelling: `billing."Invoices 2"` gives `billing` and `Invoices 2`.
 * @throws CountersignError `name-malformed`, `name-needs-quotes`, `name-too-long`, `pattern-unexpected`.
 */
export function nameParts(text: string): readonly string[] {
  if (DOTTED.test(text) && text.length <= MAXIMUM_BYTES) return text.split('.');
  return parseParts(text).map((part) => {
    const [piece] = part;
    if (part.length === 1 && piece?.kind === 'text') return piece.text;
    throw new CountersignError('pattern-unexpected', 'A pattern is not possible here.', {
      evidence: text.slice(0, 200),
      mend: 'Write each name out. A star that belongs to a name goes in double quotes.',
    });
  });
}

/** The parts of a spelling in which stars outside of quotes stand for any text. @throws CountersignError as `nameParts`. */
export function parseParts(text: string): readonly Part[] {
  const parts: Piece[][] = [[]];
  for (const token of tokens(text)) {
    if (token === '.') parts.push([]);
    else append(parts.at(-1) ?? [], pieceOf(token));
  }
  for (const part of parts) checkPart(part, text);
  return parts;
}

export function formatPart(part: Part): string {
  if (part.length === 1 && part[0]?.kind === 'text') return formatName(part[0].text);
  return part.map((piece) => (piece.kind === 'any' ? '*' : formatPatternText(piece.text))).join('');
}

/** Glob match in linear time, whatever the pattern. */
export function matchesPart(part: Part, name: string): boolean {
  const [first] = part;
  if (part.length === 1 && first !== undefined) return first.kind === 'any' || first.text === name;
  let position = 0;
  for (const [index, piece] of part.entries()) {
    if (piece.kind === 'any') continue;
    if (index === part.length - 1) return name.length - piece.text.length >= position && name.endsWith(piece.text);
    const found = index === 0 ? (name.startsWith(piece.text) ? 0 : -1) : name.indexOf(piece.text, position);
    if (found < 0) return false;
    position = found + piece.text.length;
  }
  return true;
}

export function isPattern(parts: readonly Part[]): boolean {
  return parts.some((part) => part.some((piece) => piece.kind === 'any'));
}

function formatPatternText(text: string): string {
  return /^[a-z0-9_]+$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

function tokens(text: string): readonly string[] {
  const found: readonly string[] = text.match(/"(?:[^"]|"")*"|[^".*]+|\.|\*|"/gu) ?? [];
  if (found.includes('"') || text === '' || text.includes('\0') || !text.isWellFormed()) throw malformed(text);
  return found;
}

function pieceOf(token: string): Piece {
  if (token === '*') return { kind: 'any' };
  if (token.startsWith('"')) return { kind: 'text', text: token.slice(1, -1).replaceAll('""', '"') };
  if (/^[a-z0-9_]+$/u.test(token)) return { kind: 'text', text: token };
  throw new CountersignError('name-needs-quotes', 'This name has characters that an unquoted name cannot have.', {
    evidence: token.slice(0, 100),
    mend: `Write "${token.replaceAll('"', '""').slice(0, 100)}" in double quotes for exactly this spelling, or ${JSON.stringify(token.toLowerCase().slice(0, 100))} without its quotes for what PostgreSQL folds it to.`,
  });
}

function append(part: Piece[], piece: Piece): void {
  const last = part.at(-1);
  if (last?.kind === 'any' && piece.kind === 'any') return;
  if (last?.kind === 'text' && piece.kind === 'text')
    part.splice(-1, 1, { kind: 'text', text: last.text + piece.text });
  else part.push(piece);
}

function checkPart(part: Part, text: string): void {
  const literal = part.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
  if (part.length === 0 || (part.length === 1 && part[0]?.kind === 'text' && literal === '')) throw malformed(text);
  if (Buffer.byteLength(literal) > MAXIMUM_BYTES) {
    throw new CountersignError(
      'name-too-long',
      `A name in PostgreSQL has at most ${MAXIMUM_BYTES} bytes; it would be cut silently.`,
      {
        evidence: literal.slice(0, 100),
        mend: 'Write the name as the database has it.',
      },
    );
  }
}

function malformed(text: string): CountersignError {
  return new CountersignError('name-malformed', 'This is not a name of PostgreSQL.', {
    evidence: text.slice(0, 200),
    mend: 'Write schema.name, each part in lower case or in double quotes; a double quote inside is doubled.',
  });
}
