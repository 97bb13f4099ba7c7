import { randomUUID } from 'node:crypto';
import { CountersignError } from '../core/errors.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';
import { checkedBytes, readBlob } from './blob.ts';
import { beginBranch } from './branch-beginning.ts';
import { GitHubError } from './errors.ts';
import { orNull } from './persons.ts';
import { at, branchTip, type Repository } from './repository.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Bytes of one commit's files; GitHub takes GraphQL requests of some 45 MB, and base64 adds a third. */
export const COMMIT_BYTES = 30_000_000;

/** How far back a commit of ours is looked for when GitHub's answer to it was lost. */
const LOOK_BACK = 100;

/** A ledger kept on a branch. Every commit is a compare-and-swap of the tip; none is ever made twice. */
export function createLedgerBranch(repository: Repository, branch: string): LedgerStore {
  const seen = new Set<string>();
  const exists = async (revision: string): Promise<void> => {
    if (!seen.has(revision)) await repository.github.rest.git.getCommit({ ...at(repository), commit_sha: revision });
    seen.add(revision);
  };
  return {
    revision: () => branchTip(repository, branch),
    read: async (revision, path) => {
      const bytes = await readFile(repository, revision, path);
      // A file is absent only at a revision that can be read.
      if (bytes === null) await exists(revision);
      return bytes;
    },
    commit: async (revision, files, message) => {
      assertWithinLimit(files);
      return revision === null
        ? await beginBranch(repository, { branch, files, message })
        : await commitOnBranch(repository, { branch, revision, files, message });
    },
  };
}

async function readFile(repository: Repository, revision: string, path: string): Promise<Uint8Array | null> {
  const query = { ...at(repository), path, ref: revision };
  const answer = await orNull(() => repository.github.rest.repos.getContent(query));
  if (answer === null || Array.isArray(answer.data) || answer.data.type !== 'file') return null;
  const { sha, content, encoding } = answer.data;
  // GitHub leaves out the content of files larger than a megabyte.
  return encoding === 'base64' ? checkedBytes(sha, { content, encoding }) : await readBlob(repository, sha);
}

type Commit = { readonly branch: string; readonly revision: string; readonly files: Files; readonly message: string };

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;

async function commitOnBranch(repository: Repository, commit: Commit): Promise<string | null> {
  const mark = `Write-Id: ${randomUUID()}`;
  const [headline = '', ...body] = commit.message.split('\n');
  const input = {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.repo}`, branchName: commit.branch },
    expectedHeadOid: commit.revision,
    message: { headline, body: [body.join('\n').trim(), mark].filter((part) => part !== '').join('\n\n') },
    fileChanges: {
      additions: [...commit.files].map(([path, bytes]) => ({ path, contents: Buffer.from(bytes).toString('base64') })),
    },
  };
  try {
    const answer = await repository.github.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(
      COMMIT,
      { input },
      'once',
    );
    return answer.createCommitOnBranch.commit.oid;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (error.code === 'github-stale') return null;
    if (error.effect === 'none') throw error;
    return await settle(repository, commit, mark, error);
  }
}

/** After a lost answer: the commit if it was made, null if somebody else's was, and the failure if nothing happened. */
async function settle(
  repository: Repository,
  commit: Commit,
  mark: string,
  failure: GitHubError,
): Promise<string | null> {
  const tip = await branchTip(repository, commit.branch);
  if (tip === commit.revision) throw failure;
  const history = await orNull(() =>
    repository.github.rest.repos.listCommits({ ...at(repository), sha: commit.branch, per_page: LOOK_BACK }),
  );
  const made = history?.data.find(
    (each) => each.commit.message.includes(mark) && each.parents[0]?.sha === commit.revision,
  );
  return made?.sha ?? null;
}

function assertWithinLimit(files: Files): void {
  const bytes = [...files.values()].reduce((sum, each) => sum + each.byteLength, 0);
  if (bytes <= COMMIT_BYTES) return;
  throw new CountersignError('ledger-commit-too-large', `${bytes} bytes are too many for one commit of the ledger`, {
    mend: `Split the change; one commit takes ${COMMIT_BYTES} bytes.`,
  });
}
