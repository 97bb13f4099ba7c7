import { CountersignError } from '../core/errors.ts';
import { GitHubError } from './errors.ts';
import { at, branchTip, type Repository } from './repository.ts';

export type Beginning = {
  readonly branch: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly message: string;
};

/**
 * Begins a branch with a commit that has no parents.
 * @returns the commit, or null when the branch exists already.
 * @throws CountersignError `ledger-repository-empty` when the repository has no commit at all.
 */
export async function beginBranch(repository: Repository, beginning: Beginning): Promise<string | null> {
  const commit = await createRootCommit(repository, beginning);
  // A retried request may have found the branch that its lost predecessor made.
  return (await createBranch(repository, beginning.branch, commit)) === commit ? commit : null;
}

/** Makes a branch where there is none; one that exists already is left as it is. @returns its tip, which then is another commit. */
export async function createBranch(repository: Repository, branch: string, commit: string): Promise<string> {
  try {
    await repository.github.rest.git.createRef({ ...at(repository), ref: `refs/heads/${branch}`, sha: commit });
    return commit;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const tip = await branchTip(repository, branch);
    if (tip === null) throw error;
    return tip;
  }
}

/** One more file on top of a commit. */
export type Addition = {
  readonly base: string;
  readonly path: string;
  readonly text: string;
  readonly message: string;
};

/** Makes a commit that adds one file, on no branch yet. @returns its id. */
export async function commitFile(repository: Repository, addition: Addition): Promise<string> {
  const { git } = repository.github.rest;
  const { path, text: content, base, message } = addition;
  const { data: commit } = await git.getCommit({ ...at(repository), commit_sha: base });
  const entry = { path, mode: '100644', type: 'blob', content } as const;
  const { data: tree } = await git.createTree({ ...at(repository), base_tree: commit.tree.sha, tree: [entry] });
  // Without an author of its own the commit is the token's, and signed by GitHub.
  const { data: made } = await git.createCommit({ ...at(repository), message, tree: tree.sha, parents: [base] });
  return made.sha;
}

async function createRootCommit(repository: Repository, { files, message }: Beginning): Promise<string> {
  const { git } = repository.github.rest;
  try {
    const tree: { path: string; mode: '100644'; type: 'blob'; sha: string }[] = [];
    for (const [path, bytes] of files) {
      const { data } = await git.createBlob({
        ...at(repository),
        content: Buffer.from(bytes).toString('base64'),
        encoding: 'base64',
      });
      tree.push({ path, mode: '100644', type: 'blob', sha: data.sha });
    }
    const { data: root } = await git.createTree({ ...at(repository), tree });
    const { data: commit } = await git.createCommit({ ...at(repository), message, tree: root.sha, parents: [] });
    return commit.sha;
  } catch (error) {
    if (!(error instanceof GitHubError) || error.httpStatus !== 409) throw error;
    throw new CountersignError('ledger-repository-empty', `${repository.owner}/${repository.repo} has no commit yet`, {
      mend: 'Put a first commit into the repository, for instance a README, and run again.',
      cause: error,
    });
  }
}
