import { describe, expect, it } from 'vitest';
import type { Contents } from '../../src/github/contents.ts';
import type { Tree } from '../../src/github/tree.ts';
import { mendingOf, ruleFilesBetween, unapprovedAt, unapprovedReason } from '../../src/workflows/governance.ts';
import { tinyConfiguration } from '../support/tiny-kind.ts';

type Files = Readonly<Record<string, string>>;

/** Commits by name; each path with the name of its bytes. */
const COMMITS: { readonly [commit: string]: Files } = {
  approved: { CODEOWNERS: 'a', '.github/countersign.yaml': 'a', 'identities/x.yaml': 'a', 'README.md': 'a' },
  unmoved: { CODEOWNERS: 'a', '.github/countersign.yaml': 'a', 'identities/x.yaml': 'b', 'README.md': 'b' },
  moved: { CODEOWNERS: 'b', '.github/workflows/w.yml': 'a', 'identities/x.yaml': 'a', 'README.md': 'a' },
};

function treeOf(files: Files): Tree {
  return new Map(
    Object.entries(files).map(([path, sha]) => [path, { path, sha, mode: '100644', kind: 'file' as const, size: 1 }]),
  );
}

const contents: Contents = {
  tree: async (commit) => treeOf(COMMITS[commit] ?? {}),
  inputs: async () => ({ inputs: [], diagnostics: [] }),
};

describe('the rule files at a commit', () => {
  const approved = { commit: 'approved', configuration: tinyConfiguration };

  it('that are changed, new or gone since they were approved are unapproved, sorted, whoever did it', async () => {
    const paths = ['.github/countersign.yaml', '.github/workflows/w.yml', 'CODEOWNERS'];
    expect(await unapprovedAt(contents, approved, 'moved')).toEqual({ commit: 'moved', approved: 'approved', paths });
  });

  it('are approved where only other files differ, and where they were approved', async () => {
    expect(await unapprovedAt(contents, approved, 'unmoved')).toBeNull();
    expect(await unapprovedAt(contents, approved, 'approved')).toBeNull();
  });

  it('need not be read to be the same at one commit', async () => {
    const unread: Contents = { ...contents, tree: async () => Promise.reject(new Error('was read')) };
    expect(await ruleFilesBetween(unread, tinyConfiguration, 'moved', 'moved')).toEqual([]);
  });
});

describe('a pull request in a repository whose rules nobody approved', () => {
  const unapproved = { commit: 'moved', approved: 'approved', paths: ['CODEOWNERS', 'a.yml'] };
  const plan = (...paths: readonly string[]) => ({
    desired: [],
    requests: [],
    governance: paths.map((path) => ({ path, base: null, head: null })),
  });

  it.each([
    ['names each unapproved file', plan('CODEOWNERS', 'a.yml'), ['CODEOWNERS'], 'ratifies'],
    ['names each and another one', plan('CODEOWNERS', 'a.yml', 'b.yml'), ['b.yml'], 'ratifies'],
    ['restores one of two', plan('CODEOWNERS'), ['a.yml'], 'restores'],
    ['changes one of two otherwise', plan('CODEOWNERS'), ['CODEOWNERS', 'a.yml'], 'nothing'],
    ['restores one and changes a file of its own', plan('CODEOWNERS', 'b.yml'), ['a.yml', 'b.yml'], 'nothing'],
    ['is about no rule file', plan(), [], 'nothing'],
  ] as const)('that %s: %s', (_, asked, left, mending) => {
    expect(mendingOf(asked, unapproved, left)).toBe(mending);
  });

  it('that is about identities or asks for something, too, mends nothing', () => {
    const rules = plan('CODEOWNERS', 'a.yml');
    const address = 'orders-db/TinyRole/x';
    expect(mendingOf({ ...rules, desired: [{ address, base: null, head: null }] }, unapproved, [])).toBe('nothing');
    expect(mendingOf({ ...rules, requests: [{ address, verb: 'correct' }] }, unapproved, [])).toBe('nothing');
  });

  it('is told which files, at which commit, since when, five of them by name', () => {
    const paths = ['1', '2', '3', '4', '5'];
    const told = (more: readonly string[]) =>
      unapprovedReason({ commit: '0123456789', approved: 'abcdefghij', paths: [...paths, ...more] });
    expect(told([])).toEqual({
      code: 'governance-unapproved',
      message: 'At 0123456 these rule files are not as they were last approved, at abcdefg: 1, 2, 3, 4, 5.',
    });
    expect(told(['6', '7']).message).toContain(': 1, 2, 3, 4, 5 and 2 more.');
  });
});
