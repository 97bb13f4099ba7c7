import { readFileSync } from 'node:fs';
import { actionTables } from './action-tables.ts';
import { attackTable } from './attack-table.ts';
import { policyBlock, READER, WRITER } from './aws-policies.ts';
import { reasonCodes, riskReasons } from './code-tables.ts';
import { gallery } from './gallery.ts';

/** What stands between the marks `<!-- generated: NAME -->` and `<!-- end -->`, by file and name. */
export const GENERATED: ReadonlyMap<string, { readonly [name: string]: () => string }> = new Map([
  ['README.md', { action: () => actionTables(readFileSync('action.yml')) }],
  ['docs/reason-codes.md', { codes: reasonCodes }],
  ['docs/risk.md', { reasons: riskReasons }],
  ['docs/attacks.md', { attacks: attackTable }],
  ['docs/gallery.md', { gallery }],
  ['docs/providers/aws-logins.md', { reader: () => policyBlock(READER), writer: () => policyBlock(WRITER) }],
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
