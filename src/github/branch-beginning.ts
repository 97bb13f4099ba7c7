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
  try {
    await repository.github.rest.git.createRef({
      ...at(repository),
      ref: `refs/heads/${beginning.branch}`,
      sha: commit,
    });
    return commit;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const tip = await branchTip(repository, beginning.branch);
    if (tip === null) throw error;
    // A retried request may have found the branch that its lost predecessor made.
    return tip === commit ? commit : null;
  }
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
