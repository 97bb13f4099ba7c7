import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate, paginateByCursor, type Page } from './pagination.ts';

const address = 'https://api.example/things';

function call(query: string): { query: URLSearchParams; address: string } {
  return { query: new URLSearchParams(query), address };
}

/** The addresses of a Link header by relation, as clients read it. */
function linksOf(page: Page<unknown>): Record<string, URL> {
  const found = (page.headers['link'] ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g);
  return Object.fromEntries([...found].map(([, url = '', rel = '']) => [rel, new URL(url)]));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('a list in numbered pages', () => {
  it('has 30 items a page unless asked otherwise, and never more than 100', () => {
    const sizes = ['', 'per_page=7', 'per_page=100', 'per_page=101'].map(
      (query) => paginate(numbers(500), call(query)).items.length,
    );
    expect(sizes).toEqual([30, 7, 100, 100]);
  });

  it('begins at the first page for numbers that make no sense', () => {
    for (const query of ['page=0', 'page=-2', 'page=x', 'page=1.5', 'page='])
      expect(paginate(numbers(40), call(query)).items[0]).toBe(0);
    for (const query of ['per_page=0', 'per_page=-5', 'per_page=many'])
      expect(paginate(numbers(40), call(query)).items).toHaveLength(30);
  });

  it('leads from the middle to all four others, from the ends only where there is something', () => {
    const relations = (query: string) =>
      Object.fromEntries(
        Object.entries(linksOf(paginate(numbers(25), call(query)))).map(([rel, url]) => [
          rel,
          url.searchParams.get('page'),
        ]),
      );
    expect(relations('per_page=10&page=2')).toEqual({ prev: '1', next: '3', last: '3', first: '1' });
    expect(relations('per_page=10')).toEqual({ next: '2', last: '3' });
    expect(relations('per_page=10&page=3')).toEqual({ prev: '2', first: '1' });
    expect(paginate(numbers(10), call('per_page=10')).headers).toEqual({});
  });

  it('is empty beyond its end, from where the way back leads to the last page', () => {
    const page = paginate(numbers(25), call('per_page=10&page=9'));
    expect(page.items).toEqual([]);
    expect(linksOf(page)['prev']?.searchParams.get('page')).toBe('3');
  });

  it('keeps the rest of the query in its links', () => {
    const next = linksOf(paginate(numbers(25), call('state=all&head=acme:a%26b&per_page=10')))['next'];
    expect(next?.searchParams.get('state')).toBe('all');
    expect(next?.searchParams.get('head')).toBe('acme:a&b');
    expect(next?.searchParams.get('per_page')).toBe('10');
  });

  it('gives every item once to who follows the links', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 12 }), (count, size) => {
        const seen: number[] = [];
        for (let query: string | undefined = `per_page=${size}`; query !== undefined;) {
          const page: Page<number> = paginate(numbers(count), call(query));
          seen.push(...page.items);
          query = linksOf(page)['next']?.search;
        }
        expect(seen).toEqual(numbers(count));
      }),
    );
  });
});

describe('a list in pages by cursor', () => {
  const things = (ids: readonly number[]) => ids.map((id) => ({ id }));
  const ids = (page: Page<{ id: number }>) => page.items.map(({ id }) => id);

  it('gives every item once, forwards and back', () => {
    const first = paginateByCursor(things([9, 8, 7, 6, 5]), call('per_page=2'));
    expect([ids(first), Object.keys(linksOf(first))]).toEqual([[9, 8], ['next']]);
    const second = paginateByCursor(things([9, 8, 7, 6, 5]), call(linksOf(first)['next']?.search ?? ''));
    expect([ids(second), Object.keys(linksOf(second)).sort()]).toEqual([
      [7, 6],
      ['next', 'prev'],
    ]);
    const third = paginateByCursor(things([9, 8, 7, 6, 5]), call(linksOf(second)['next']?.search ?? ''));
    expect([ids(third), Object.keys(linksOf(third))]).toEqual([[5], ['prev']]);
    expect(ids(paginateByCursor(things([9, 8, 7, 6, 5]), call(linksOf(third)['prev']?.search ?? '')))).toEqual([7, 6]);
    expect(ids(paginateByCursor(things([9, 8, 7, 6, 5]), call(linksOf(second)['prev']?.search ?? '')))).toEqual([9, 8]);
  });

  it('repeats nothing when newer items come in between', () => {
    const first = paginateByCursor(things([9, 8, 7, 6]), call('per_page=2&ref=main'));
    const next = linksOf(first)['next'];
    expect(next?.searchParams.get('ref')).toBe('main');
    expect(ids(paginateByCursor(things([11, 10, 9, 8, 7, 6]), call(next?.search ?? '')))).toEqual([7, 6]);
  });
});
