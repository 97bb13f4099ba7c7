import { isoSeconds } from '../clock.ts';
import type { Commit } from '../git/commit.ts';
import type { FileChange } from '../git/diff.ts';
import type { Signature } from '../git/identity.ts';
import { nodeId } from '../ids.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { simpleUser } from './accounts.ts';

/** The REST shape of a commit in lists, comparisons and by itself. `files` adds statistics and the files. */
export function commitShape(repository: Repository, commit: Commit, files?: readonly FileChange[]): Schema<'commit'> {
  const { apiUrl, htmlUrl } = repository;
  const linked = (signature: Signature): Schema<'simple-user'> | null => {
    const account = repository.world.accountByEmail(signature.email);
    return account === undefined ? null : simpleUser(repository.world, account);
  };
  return {
    sha: commit.sha,
    node_id: nodeId('commit', `${repository.id}:${commit.sha}`),
    url: `${apiUrl}/commits/${commit.sha}`,
    html_url: `${htmlUrl}/commit/${commit.sha}`,
    comments_url: `${apiUrl}/commits/${commit.sha}/comments`,
    commit: {
      url: `${apiUrl}/git/commits/${commit.sha}`,
      author: gitUser(commit.author),
      committer: gitUser(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${apiUrl}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: verification(commit),
    },
    author: linked(commit.author),
    committer: linked(commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${apiUrl}/commits/${sha}`,
      html_url: `${htmlUrl}/commit/${sha}`,
    })),
    ...(files === undefined ? {} : statistics(repository, commit.sha, files)),
  };
}

/** The REST shape of a commit object of the git database. */
export function gitCommitShape(repository: Repository, commit: Commit): Schema<'git-commit'> {
  const { apiUrl, htmlUrl } = repository;
  return {
    sha: commit.sha,
    node_id: nodeId('commit', `${repository.id}:${commit.sha}`),
    url: `${apiUrl}/git/commits/${commit.sha}`,
    html_url: `${htmlUrl}/commit/${commit.sha}`,
    author: gitUser(commit.author),
    committer: gitUser(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${apiUrl}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${apiUrl}/git/commits/${sha}`,
      html_url: `${htmlUrl}/commit/${sha}`,
    })),
    verification: verification(commit),
  };
}

/** The shape of a commit inside check suites, workflow runs and merge groups. */
export function simpleCommit(commit: Commit): Schema<'simple-commit'> {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: isoSeconds(commit.committer.seconds),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

/** The REST shape of a file that a commit, comparison or pull request changes. */
export function diffEntry(repository: Repository, at: string, file: FileChange): Schema<'diff-entry'> {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repository.htmlUrl}/blob/${at}/${path}`,
    raw_url: `${repository.htmlUrl}/raw/${at}/${path}`,
    contents_url: `${repository.apiUrl}/contents/${path}?ref=${at}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

function statistics(
  repository: Repository,
  sha: string,
  files: readonly FileChange[],
): Required<Pick<Schema<'commit'>, 'stats' | 'files'>> {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => diffEntry(repository, sha, file)),
  };
}

function gitUser(signature: Signature): { name: string; email: string; date: string } {
  return { name: signature.name, email: signature.email, date: isoSeconds(signature.seconds) };
}

function verification(commit: Commit): Schema<'git-commit'>['verification'] {
  return commit.signed
    ? {
        verified: true,
        reason: 'valid',
        signature: '-----BEGIN PGP SIGNATURE-----\n\ndGVzdCBzZXJ2ZXI=\n-----END PGP SIGNATURE-----',
        payload: `tree ${commit.tree}`,
        verified_at: isoSeconds(commit.committer.seconds),
      }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
}
