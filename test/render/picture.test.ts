import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../scripts/picture/layout.ts';
import { blocksOf, type Run } from '../../scripts/picture/markdown.ts';
import { pictureOf } from '../../scripts/picture/svg.ts';
import { CASES } from './cases.ts';

function commentOf(name: string): string {
  return readFileSync(new URL(`../fixtures/render/${name}/comment.md`, import.meta.url), 'utf8');
}

const plain: Run = { text: '', code: false, bold: false, italic: false };

test("the picture in the documentation is drawn from the demo's comment that is kept beside it", async () => {
  const comment = readFileSync(new URL('../../docs/comment.md', import.meta.url), 'utf8');
  await expect(pictureOf(blocksOf(comment))).toMatchFileSnapshot('../../docs/comment.svg');
});

describe('a comment is read as its blocks', () => {
  test('folds are closed, tables keep their rows', () => {
    const blocks = blocksOf(commentOf('widening'));
    expect(blocks.filter(({ kind }) => kind === 'fold')).toHaveLength(5);
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({ rows: { length: 3 } });
    expect(blocks[0]).toMatchObject({ kind: 'heading' });
  });

  test('code is code whatever it holds, and bold reaches around it', () => {
    expect(blocksOf('- **`` a`*b `` gains** *x*')).toEqual([
      {
        kind: 'item',
        runs: [
          { ...plain, text: 'a`*b', code: true, bold: true },
          { ...plain, text: ' gains', bold: true },
          { ...plain, text: ' ' },
          { ...plain, text: 'x', italic: true },
        ],
      },
    ]);
  });
});

test('no line is wider than it may be', () => {
  const text = 'words and averylongwordthatdoesnotfitintooneline'.repeat(5);
  for (const line of linesOf(
    [
      { ...plain, text },
      { ...plain, text, code: true },
    ],
    120,
    14,
  )) {
    for (const { x, width } of line) expect(x + width).toBeLessThanOrEqual(125);
  }
});

test.each(CASES)('the picture of %s is XML without anything of others in its markup', (name) => {
  const picture = pictureOf(blocksOf(commentOf(name).slice(0, 20_000)));
  expect([...new Set(picture.match(/<\/?[^\s>]*/gu))].toSorted()).toEqual(
    expect.arrayContaining(['</svg', '<rect', '<svg', '<text']),
  );
  expect(picture.replaceAll(/<\/?(?:svg|style|rect|path|circle|text)(?:\s[^<>]*)?\/?>/gu, '')).not.toMatch(/[<>]/u);
  expect(picture.replaceAll(/&(?:amp|lt|gt);/gu, '')).not.toContain('&');
});
