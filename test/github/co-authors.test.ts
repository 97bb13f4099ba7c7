import { describe, expect, it } from 'vitest';
import { coAuthorLines, coAuthors, noreplyId } from '../../src/github/co-authors.ts';
import { startWorld } from './world.ts';

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

describe('co-authors', () => {
  const by = { account: null, name: 'ana', email: 'ana@example.test', date: '2026-01-05T09:00:00Z' };

  it('are looked up as far as a hundred of them, and somebody unknown where commits name more', async () => {
    const world = await startWorld();
    try {
      const naming = (sha: string, count: number) => {
        const ids = Array.from({ length: count }, (_, index) => (index === 99 ? world.zoe.id : 900_000 + index));
        const message = ids.map((id) => `Co-authored-by: C <${id}+c@users.noreply.github.com>`).join('\n');
        return { sha, parents: [], tree: sha, author: by, committer: by, message };
      };
      const found = await coAuthors(world.readOnly, [naming('a', 100), naming('b', 100), naming('c', 3000)]);
      expect(found.get('a')).toHaveLength(100);
      expect(found.get('b')?.at(-1)?.person?.login).toBe('zoe');
      expect(found.get('c')).toHaveLength(101);
      expect(found.get('c')?.at(-1)).toMatchObject({
        person: null,
        name: 'one of more co-authors than are looked up',
      });
    } finally {
      await world.server.close();
    }
  });
});
