import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTACKS, casesOf } from '../../scripts/docs/attack-table.ts';

type Named = { readonly row: string; readonly test: string };

const REFERENCE = /^(?<file>[\w/-]+): (?<title>.+)$/u;

const rows = readFileSync('docs/landings.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split(' | '))
  .slice(2);

const named: readonly Named[] = rows.flatMap(([row = '', , tests = '']) =>
  [...tests.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => ({ row: row.slice(2), test: name })),
);

test('every row of the table of landings names a test', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(([row = '']) => !named.some(({ row: known }) => known === row.slice(2)))).toEqual([]);
});

test.each(named)('$row: $test is there', ({ test: name }) => {
  const { file = '', title = '' } = REFERENCE.exec(name)?.groups ?? {};
  const path = fileOf(file);
  expect(existsSync(path), `${path} of ${name}`).toBe(true);
  const isWhole = !title.endsWith('…');
  const words = title.replace(/ ?…$/u, '');
  const source = readFileSync(path, 'utf8');
  const quoted = ["'", '`', '"'].map((mark) => `${mark}${words}${isWhole ? mark : ''}`);
  expect(
    quoted.some((literal) => source.includes(literal)),
    `${words} in ${path}`,
  ).toBe(true);
});

function fileOf(file: string): string {
  if (file.startsWith(`${ATTACKS}/`)) return casesOf(file.slice(ATTACKS.length + 1));
  return file.startsWith('test/') ? `${file}.test.ts` : `test/e2e/${file}.test.ts`;
}
