import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeTrees, replayTree } from './merge.ts';
import { scratch, type Scratch } from './scratch.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a merge', () => {
  it('merges, replays, and says when it cannot', async () => {
    const root = await repo.commit({ a: '1\n' });
    const left = await repo.commit({ a: '1\n', b: '1\n' }, [root]);
    const right = await repo.commit({ a: '2\n' }, [root]);
    const conflicting = await repo.commit({ a: '3\n' }, [root]);
    const merged = await mergeTrees(repo.git, left, right);
    expect(merged).toBe(await repo.tree({ a: '2\n', b: '1\n' }));
    expect(await mergeTrees(repo.git, right, conflicting)).toBeUndefined();
    const picked = await repo.git.commit(left);
    expect(picked === undefined ? undefined : await replayTree(repo.git, right, picked)).toBe(merged);
  });

  it('takes both sides even of histories that have nothing in common', async () => {
    const [left, right] = [await repo.commit({ l: '1' }), await repo.commit({ r: '1' })];
    expect(await mergeTrees(repo.git, left, right)).toBe(await repo.tree({ l: '1', r: '1' }));
  });

  it('of an edit and a removal of the same file is a conflict', async () => {
    const root = await repo.commit({ a: '1\n', b: '1\n' });
    const edited = await repo.commit({ a: '2\n', b: '1\n' }, [root]);
    const removed = await repo.commit({ b: '1\n' }, [root]);
    expect(await mergeTrees(repo.git, edited, removed)).toBeUndefined();
  });

  it('that cannot be made because a commit is missing is no conflict', async () => {
    await expect(mergeTrees(repo.git, await repo.commit({ a: '1' }), '2'.repeat(40))).rejects.toThrow(
      `no commit ${'2'.repeat(40)}`,
    );
  });
});

describe('a replay', () => {
  const replay = async (onto: string, sha: string) => {
    const commit = await repo.git.commit(sha);
    if (commit === undefined) throw new Error(`there is no ${sha}`);
    return replayTree(repo.git, onto, commit);
  };

  it('brings what the commit itself changed and nothing from before it', async () => {
    const root = await repo.commit({ a: '1\n' });
    const earlier = await repo.commit({ a: '1\n', earlier: '1\n' }, [root]);
    const picked = await repo.commit({ a: '1\n', earlier: '1\n', picked: '1\n' }, [earlier]);
    expect(await replay(root, picked)).toBe(await repo.tree({ a: '1\n', picked: '1\n' }));
  });

  it('of a first commit brings all of it, and of a conflicting one nothing', async () => {
    const [onto, alone] = [await repo.commit({ a: '1\n' }), await repo.commit({ b: '1\n' })];
    expect(await replay(onto, alone)).toBe(await repo.tree({ a: '1\n', b: '1\n' }));
    const other = await repo.commit({ a: '2\n' }, [await repo.commit({ a: '0\n' })]);
    expect(await replay(onto, other)).toBeUndefined();
  });
});
