import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitsBetween, firstParents, history, mergeBase, reaches } from './history.ts';
import { scratch, type Scratch } from './scratch.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('history', () => {
  it('knows what is between two commits, oldest first, and what they have in common', async () => {
    const root = await repo.commit({ a: '1' });
    const left = await repo.commit({ a: '1', b: '1' }, [root]);
    const right = await repo.commit({ a: '1', c: '1' }, [root]);
    const merge = await repo.commit({ a: '1', b: '1', c: '1' }, [left, right]);
    expect((await commitsBetween(repo.git, root, merge)).at(-1)?.sha).toBe(merge);
    expect(new Set((await commitsBetween(repo.git, root, merge)).map((one) => one.sha))).toEqual(
      new Set([left, right, merge]),
    );
    expect(await mergeBase(repo.git, left, right)).toBe(root);
    expect([
      await reaches(repo.git, merge, left),
      await reaches(repo.git, left, right),
      await reaches(repo.git, left, left),
    ]).toEqual([true, false, true]);
    expect(await mergeBase(repo.git, left, await repo.commit({ z: '1' }))).toBeUndefined();
  });

  it('is listed newest first, in pages, with the number of all', async () => {
    const root = await repo.commit({ a: '1' });
    const second = await repo.commit({ a: '2' }, [root]);
    const third = await repo.commit({ a: '3' }, [second]);
    const listed = async (skip: number, limit: number) => {
      const { commits, total } = await history(repo.git, third, { skip, limit });
      return [commits.map(({ sha }) => sha), total];
    };
    expect(await listed(0, 10)).toEqual([[third, second, root], 3]);
    expect(await listed(1, 1)).toEqual([[second], 3]);
    expect(await listed(3, 10)).toEqual([[], 3]);
  });

  it('of a path holds only the commits that touch it', async () => {
    const root = await repo.commit({ 'd/a': '1', b: '1' });
    const other = await repo.commit({ 'd/a': '1', b: '2' }, [root]);
    const touching = await repo.commit({ 'd/a': '2', b: '2' }, [other]);
    const of = async (path: string) => {
      const { commits, total } = await history(repo.git, touching, { path, skip: 0, limit: 10 });
      return [commits.map(({ sha }) => sha), total];
    };
    expect(await of('d')).toEqual([[touching, root], 2]);
    expect(await of('b')).toEqual([[other, root], 2]);
    expect(await of('none')).toEqual([[], 0]);
  });

  it('between two commits has parents before children, and nothing that the first reaches', async () => {
    const root = await repo.commit({ a: '1' });
    const side = await repo.commit({ a: '1', s: '1' }, [root]);
    const base = await repo.commit({ a: '1', b: '1' }, [root]);
    const merge = await repo.commit({ a: '1', b: '1', s: '1' }, [side, base]);
    const tip = await repo.commit({ a: '2', b: '1', s: '1' }, [merge]);
    const between = async (from: string | undefined, to: string) =>
      (await commitsBetween(repo.git, from, to)).map(({ sha }) => sha);
    expect(await between(base, tip)).toEqual([side, merge, tip]);
    expect(await between(undefined, side)).toEqual([root, side]);
    expect(await between(tip, base)).toEqual([]);
  });

  it('along first parents leaves out what was merged in, newest first', async () => {
    const root = await repo.commit({ a: '1' });
    const side = await repo.commit({ a: '1', s: '1' }, [root]);
    const first = await repo.commit({ a: '2' }, [root]);
    const merge = await repo.commit({ a: '2', s: '1' }, [first, side]);
    const chain = async (from: string, to: string) => (await firstParents(repo.git, from, to)).map(({ sha }) => sha);
    expect(await chain(root, merge)).toEqual([merge, first]);
    expect(await chain(merge, merge)).toEqual([]);
    expect(await chain(await repo.commit({ z: '1' }), side)).toEqual([side, root]);
  });
});
