import { readFileSync } from 'node:fs';
import { APPROVAL_CODES } from '../../src/core/approval/codes.ts';
import { VERIFY_CODES } from '../../src/core/ledger/problems.ts';
import { actionTables } from './action-tables.ts';
import { table } from './table.ts';

/** What stands between the marks `<!-- generated: NAME -->` and `<!-- end -->`, by file and name. */
export const GENERATED: ReadonlyMap<string, { readonly [name: string]: () => string }> = new Map([
  ['README.md', { action: () => actionTables(readFileSync('action.yml')) }],
  ['docs/reason-codes.md', { approval: () => codeTable(APPROVAL_CODES), verify: () => codeTable(VERIFY_CODES) }],
]);

/** The text with its generated parts as they have to be. @throws Error naming a part that has no marks. */
export function refreshed(path: string, text: string): string {
  return Object.entries(GENERATED.get(path) ?? {}).reduce((current, [name, generate]) => {
    const [before, rest] = cut(current, `<!-- generated: ${name} -->\n`, path);
    const [, after] = cut(rest, '\n<!-- end -->', path);
    return `${before}<!-- generated: ${name} -->\n\n${generate()}\n\n<!-- end -->${after}`;
  }, text);
}

function cut(text: string, mark: string, path: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`${path} has no line ${mark.trim()}.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function codeTable(codes: { readonly [code: string]: string }): string {
  return table(
    ['code', 'meaning'],
    Object.entries(codes).map(([code, sentence]) => [`\`${code}\``, sentence]),
  );
}
