import { describe, expect, it } from 'vitest';
import { coAuthorLines, noreplyId } from '../../src/github/co-authors.ts';

describe('co-author lines', () => {
  it('are found in any paragraph, in any case, with any line ending', () => {
    const message = [
      'Title',
      '',
      'co-authored-by: Ben Ott <ben@example.com>',
      'Body',
      '',
      'Co-Authored-By:Cleo<cleo@example.com>\r',
      'CO-AUTHORED-BY:  <dora@example.com>',
    ].join('\n');
    expect(coAuthorLines(message)).toEqual([
      { name: 'Ben Ott', email: 'ben@example.com' },
      { name: 'Cleo', email: 'cleo@example.com' },
      { name: '', email: 'dora@example.com' },
    ]);
  });

  it.each([
    'See Co-authored-by: Ben <ben@example.com>',
    '> Co-authored-by: Ben <ben@example.com>',
    'Co-authored-by: Ben',
    'Co-authored-by: Ben <ben@',
    '',
  ])('are not seen where there is none: %j', (message) => {
    expect(coAuthorLines(message)).toEqual([]);
  });

  it('are found in bounded time in hostile messages', () => {
    const hostile = `Co-authored-by: ${' '.repeat(200_000)}${'<'.repeat(200_000)}`;
    expect(coAuthorLines(hostile)).toEqual([]);
  });
});

describe("the account id in GitHub's addresses", () => {
  it.each([
    ['49699333+dependabot[bot]@users.noreply.github.com', 49_699_333],
    ['12+Ana@Users.Noreply.GitHub.com', 12],
    ['ana@users.noreply.github.com', null],
    ['12+ana@users.noreply.github.com.evil.example', null],
    ['12@users.noreply.github.com', null],
    ['99999999999999999999+ana@users.noreply.github.com', null],
  ])('%s: %s', (email, id) => {
    expect(noreplyId(email)).toBe(id);
  });
});
