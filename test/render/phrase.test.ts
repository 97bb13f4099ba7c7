import { describe, expect, it } from 'vitest';
import { data, plain } from '../../src/render/phrase.ts';

describe('a name in a terminal', () => {
  it.each([
    ['orders', 'orders'],
    ['pg: role readers', '"pg: role readers"'],
    ['cluster/shop: *.""', `'cluster/shop: *.""'`],
    ['cluster/shop: secrets "db"', `'cluster/shop: secrets "db"'`],
    [`it's "x"`, String.raw`"it's \u{22}x\u{22}"`],
    ['', '""'],
  ])('is spelt as it is, in quotes that it has not itself: %s', (text, shown) => {
    expect(plain([data(text)])).toBe(shown);
  });
});
