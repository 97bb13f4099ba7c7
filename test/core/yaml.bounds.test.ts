import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/core/yaml.ts';
import { LIMITS } from '../../src/core/yaml/limits.ts';

const MEBIBYTE = 1_048_576;

function codes(text: string | Uint8Array): readonly string[] {
  const { diagnostics } = parseYaml({ path: 'a.yaml', bytes: typeof text === 'string' ? Buffer.from(text) : text });
  return diagnostics.map(({ code }) => code);
}

function fill(piece: string, bytes: number = LIMITS.bytes): string {
  return piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
}

/** Nine lists, each of nine references to the one before it: 3.8e8 values when expanded. */
const aliasBomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
  '',
].join('\n');

describe('bounded inputs', () => {
  it('a file of 100 MB is refused by its size, before anything is parsed', () => {
    const bytes = new Uint8Array(100 * MEBIBYTE);
    const before = process.memoryUsage().rss;
    expect(codes(bytes)).toEqual(['input-too-large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * MEBIBYTE);
  });

  it('one byte more than the limit is too large, the limit itself is not', () => {
    const text = `a: "${'x'.repeat(LIMITS.bytes - 5)}"`;
    expect(codes(text)).toEqual([]);
    expect(codes(`${text}\n`)).toEqual(['input-too-large']);
  });

  it.each([
    ['lists in lists', '['.repeat(10_000)],
    ['closed lists in lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['mappings in mappings', '{a: '.repeat(10_000)],
    ['block lists in one line', '- '.repeat(10_000)],
    ['indented mappings', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['keys in keys', '? '.repeat(10_000)],
  ])('10,000 levels of %s', (_, text) => {
    expect(codes(text)).toEqual(['yaml-too-deep']);
  });

  it('64 levels are read', () => {
    const depth = LIMITS.depth - 1;
    expect(codes(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toEqual([]);
  });

  it('alias bombs are never expanded', () => {
    const { documents, diagnostics } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(aliasBomb) });
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml-alias']));
    expect(JSON.stringify(documents[0]?.value).length).toBeLessThan(1_000);
  });

  it.each([
    ['values', `[${fill('1,', LIMITS.bytes - 10)}]`, 'yaml-too-many-nodes'],
    ['keys', fill('? \n'), 'yaml-too-many-nodes'],
    ['documents', fill('--- a\n', 100_000), 'yaml-too-many-documents'],
    ['duplicate keys', fill('a: 1\n', 100_000), 'too-many-problems'],
    ['aliases', `[${fill('*a,', 90_000)}]`, 'too-many-problems'],
  ])('very many %s end in one refusal', (_, text, code) => {
    expect(codes(text).at(-1)).toBe(code);
  });

  it('a key of a megabyte is refused before it becomes part of any pointer', () => {
    expect(codes(`? "${'k'.repeat(LIMITS.bytes - 100)}"\n: {a: [b, c]}\n`)).toEqual(['key-too-long']);
  });

  // Each of these makes a parser that goes back and tries again, or that searches from the start, take time without bound.
  it.each([
    ['open quotes', fill('"'), true],
    ['open brackets on lines of their own', fill('a: [\n'), true],
    ['anchors and tags', fill('&a !t '), true],
    [
      'anchored keys, nested',
      Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}&a\n${' '.repeat(depth)}&b k:\n`).join(''),
      true,
    ],
    [
      'tagged keys, nested',
      Array.from(
        { length: 60 },
        (_, depth) => `${' '.repeat(depth)}!a\n${' '.repeat(depth)}!b\n${' '.repeat(depth)}? \n`,
      ).join(''),
      true,
    ],
    ['flow pairs', `[${fill('a: b, ', 200_000)}]`, false],
    ['blank lines', `a: |\n${fill('\n', LIMITS.bytes - 10)}`, false],
    ['folded lines', `a: >\n${fill('  x\n', LIMITS.bytes - 10)}`, false],
    ['comments', `${fill('# x\n', LIMITS.bytes - 10)}a: 1`, false],
    ['spaces', `a:${fill(' ', LIMITS.bytes - 10)}1`, false],
    ['continued plain texts', `a:\n${fill('  x\n', LIMITS.bytes - 10)}`, false],
    ['invalid bytes', '', false],
  ])(
    '%s cost no more than their size',
    (name, text, refused) => {
      const found = name === 'invalid bytes' ? codes(new Uint8Array(LIMITS.bytes).fill(0xff)) : codes(text);
      expect(found.length > 0).toBe(refused || name === 'invalid bytes');
    },
    10_000,
  );
});
