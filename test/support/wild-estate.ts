import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../fixtures/postgres/wild-estate');

export type EstateFile = {
  readonly number: string;
  readonly file: string;
  readonly database: string;
  readonly login: string;
  readonly minimalServer: number;
  readonly pglite: boolean;
  /** Each is one simple query, and so one transaction. */
  readonly queries: readonly string[];
};

export type ExpectedNotModelled = {
  readonly from: string;
  readonly until?: string;
  readonly database: string | null;
  readonly class: string;
  readonly object: string;
  readonly privilege: string;
  readonly grantee: string;
  readonly grantor: string;
  readonly grantable: boolean;
  readonly state: 'granted' | 'default revoked';
};

type Manifest = { readonly separator: string; readonly files: readonly Omit<EstateFile, 'number' | 'queries'>[] };

/** The estate's files in order, for a server of this version. */
export function wildEstate(version: number): readonly EstateFile[] {
  const manifest = json<Manifest>('manifest.json');
  return manifest.files
    .filter(({ minimalServer }) => minimalServer <= version)
    .map((entry) => ({ ...entry, number: entry.file.slice(0, 2), queries: queriesOf(entry.file, manifest.separator) }));
}

/** What has to be listed after a file, one line a privilege. */
export function expectedNotModelled(after: string): readonly ExpectedNotModelled[] {
  const all = json<readonly ExpectedNotModelled[]>('not-modelled.json');
  return all.filter(({ from, until }) => from <= after && (until === undefined || after < until));
}

function queriesOf(file: string, separator: string): readonly string[] {
  const parts: string[][] = [[]];
  for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
    if (line === separator) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n'));
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as T;
}
