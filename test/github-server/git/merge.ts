import type { Commit, CommitDraft } from './commit.ts';
import type { Signature } from './identity.ts';
import { emptyTree, GitFailure, type GitStore } from './store.ts';

const nobody: Signature = { name: 'merge', email: 'merge@localhost', seconds: 0 };

/** The tree of merging two commits given by SHA, or undefined when they conflict. Throws a RangeError when one is not there. */
export function mergeTrees(git: GitStore, ours: string, theirs: string): Promise<string | undefined> {
  return git.remember(`merge ${ours} ${theirs}`, () => computeMerge(git, ours, theirs));
}

async function computeMerge(git: GitStore, ours: string, theirs: string): Promise<string | undefined> {
  // For git a missing commit and a conflict end alike.
  for (const sha of [ours, theirs]) if ((await git.commit(sha)) === undefined) throw new RangeError(`no commit ${sha}`);
  try {
    const output = await git.text(['merge-tree', '--write-tree', '--allow-unrelated-histories', ours, theirs]);
    return output.split('\n')[0];
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}

/**
 * The tree of replaying `commit` onto `onto`, or undefined when it conflicts.
 *
 * A merge whose base is the commit's own parent: three throw-away commits give git that base.
 */
export async function replayTree(git: GitStore, onto: string, commit: Commit): Promise<string | undefined> {
  const draft = (tree: string, parents: readonly string[]): CommitDraft => ({
    tree,
    parents,
    author: nobody,
    committer: nobody,
    message: 'scratch',
  });
  const treeOf = async (sha: string): Promise<string> => (await git.commit(sha))?.tree ?? emptyTree;
  const [parent] = commit.parents;
  const base = await git.writeCommit(draft(parent === undefined ? emptyTree : await treeOf(parent), []));
  const ours = await git.writeCommit(draft(await treeOf(onto), [base]));
  const theirs = await git.writeCommit(draft(commit.tree, [base]));
  return mergeTrees(git, ours, theirs);
}
