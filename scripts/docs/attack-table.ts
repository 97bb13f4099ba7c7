import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { table } from './table.ts';

/** As much of a row of `test/attacks` as the table shows. */
type Row = {
  readonly attack: string;
  readonly has: string;
  readonly expected: string;
  readonly codes: readonly string[];
  readonly benign: string;
  readonly sources?: readonly { readonly title: string; readonly url: string }[];
};

export const ATTACKS = 'test/attacks';

/** Folders of attacks, sorted: everything there but what they share. */
export function attackFolders(): readonly string[] {
  const folders = readdirSync(ATTACKS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter((name) => name !== 'support')
    .toSorted();
}

/** The file with the cases of a row: where two suites replay an attack, they stand apart from both. */
export function casesOf(folder: string): string {
  const shared = `${ATTACKS}/${folder}/cases.ts`;
  return existsSync(shared) ? shared : `${ATTACKS}/${folder}/attack.test.ts`;
}

/** Every row by its folder. */
async function rows(): Promise<readonly (readonly [string, Row])[]> {
  const found: [string, Row][] = [];
  for (const folder of attackFolders()) {
    const path = join(ATTACKS, folder, 'row.ts');
    if (!existsSync(path)) continue;
    const module = (await import(pathToFileURL(path).href)) as { readonly row: Row };
    found.push([folder, module.row]);
  }
  return found;
}

const ROWS = await rows();

/** One line for each attack of the suite. */
export function attackTable(): string {
  return table(
    ['attack', 'the attacker has', 'what has to come of it', 'codes', 'what passes', 'cases'],
    ROWS.map(([folder, { attack, has, expected, codes, benign, sources = [] }]) => [
      [attack, ...sources.map(({ title, url }) => `[${title}](${url})`)].join('; '),
      has,
      expected,
      codes.length === 0 ? 'none' : codes.map((code) => `\`${code}\``).join(', '),
      benign,
      `[${folder}](../${casesOf(folder)})`,
    ]),
  );
}

/** Every code that some case of the suite is refused with, sorted. */
export function attackCodes(): readonly string[] {
  return [...new Set(ROWS.flatMap(([, { codes }]) => codes))].toSorted();
}
