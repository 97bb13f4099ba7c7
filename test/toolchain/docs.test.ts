import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionTables } from '../../scripts/docs/action-tables.ts';
import { GENERATED, refreshed } from '../../scripts/docs/generated.ts';
import { POSTGRES_CODES } from '../../src/providers/postgres/codes.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md')].toSorted();

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

describe('generated parts', () => {
  test.each([...GENERATED.keys()])('%s is what the code says: run `node scripts/docs.ts` when this fails', (path) => {
    expect(read(path)).toBe(refreshed(path, read(path)));
  });

  test('a part without marks is an error that names it', () => {
    expect(() => refreshed('README.md', '# Title\n')).toThrow('README.md has no line <!-- generated: action -->');
  });

  test('tables show what is required, defaults, and bars inside of a cell', () => {
    const text = `inputs:\n  a:\n    description: x | y\n    required: true\n  b:\n    description: z\n    default: '1'\noutputs:\n  c:\n    description: w\n`;
    expect(actionTables(Buffer.from(text)).split('\n')).toEqual([
      '| input | what it is | default |',
      '| --- | --- | --- |',
      '| `a` | x \\| y | required |',
      '| `b` | z | `1` |',
      '',
      '| output | what it is |',
      '| --- | --- |',
      '| `c` | w |',
    ]);
  });

  test('what is no action is an error', () => {
    expect(() => actionTables(Buffer.from('- a\n'))).toThrow('action.yml cannot be read');
  });
});

test('the codes that the guide for PostgreSQL names are its own', () => {
  const ofProvider = read('docs/providers/postgres.md').split('## Codes of this provider')[1] ?? '';
  const named = [...ofProvider.matchAll(/`([a-z]+(?:-[a-z]+)+)`/gu)].map(([, code = '']) => code);
  const known = new Set(POSTGRES_CODES.flatMap(({ codes }) => Object.keys(codes)));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});

describe('pages', () => {
  test.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?<to>[^)\s]+)\)|src="(?<image>[^"]+)"/gu)].map(
      ({ groups }) => groups?.['to'] ?? groups?.['image'] ?? '',
    );
    expect(links.filter((link) => !/^https?:/u.test(link) && !leads(page, link))).toEqual([]);
  });

  test.each(pages)('%s names only scripts that exist', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object };
    const named = [...read(page).matchAll(/npm run (?<name>[a-z:]+)/gu)].map(({ groups }) => groups?.['name'] ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('the SQL of the README is that of the guide, which a live suite follows', () => {
    const guide = read('docs/setup.md');
    const blocks = [...read('README.md').matchAll(/^```sql\n([\s\S]*?)^```$/gmu)].map(([, sql = '']) => sql);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((sql) => !guide.includes(sql))).toEqual([]);
  });
});

function leads(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<heading>.+)$/gmu)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/gu, '-'),
  );
}
