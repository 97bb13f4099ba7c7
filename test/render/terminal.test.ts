import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import { CASES, inputOf } from './cases.ts';

const inputs = await Promise.all(CASES.map(async (name) => ({ name, input: await inputOf(name) })));

describe.each(inputs)('the terminal, for $name', ({ input: { plan, digest, assessment } }) => {
  const plain = renderTerminal(plan, digest, assessment, { color: false, width: 100 });

  test('says the same with and without colour', () => {
    expect(stripVTControlCharacters(renderTerminal(plan, digest, assessment, { color: true, width: 100 }))).toBe(plain);
  });

  test('emits nothing unseen, and no command to the runner', () => {
    expect(plain.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(plain.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });

  test('gives the whole digest', () => {
    expect(plain).toContain(digest);
  });
});

test('lines break at the width, except for words that are to be copied', async () => {
  const { plan, digest, assessment } = await inputOf('deletion');
  const lines = renderTerminal(plan, digest, assessment, { color: false, width: 60 }).split('\n');
  expect(
    lines.filter((line) => line.length > 60 && line.trim().includes(' ')).every((line) => /sha256:|\{/u.test(line)),
  ).toBe(true);
});

test('a width that nothing fits into is taken as 40 columns', async () => {
  const { plan, digest, assessment } = await inputOf('deletion');
  const at = (width: number): string => renderTerminal(plan, digest, assessment, { color: false, width });
  expect(at(1)).toBe(at(40));
});
