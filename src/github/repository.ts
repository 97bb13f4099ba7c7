import type { PermissionFact, Person } from '../core/approval/facts.ts';
import { CountersignError } from '../core/errors.ts';
import type { GitHub } from './client.ts';
import { personById, orNull, toPerson } from './persons.ts';

/** Where a repository is: its client and its name. */
export type Repository = { readonly github: GitHub; readonly owner: string; readonly repo: string };

export type RepositoryFacts = {
  readonly id: number;
  /** `owner/name` as GitHub spells it now. */
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly visibility: 'public' | 'private' | 'internal';
};

/** Who Git says made a commit, and the account that GitHub links to the address; null when it links none. */
export type Signature = { readonly account: Person | null; readonly name: string; readonly email: string };

export type Commit = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
};

/** @throws CountersignError `repository-name` when `fullName` is not `owner/name`. */
export function repositoryAt(github: GitHub, fullName: string): Repository {
  const [owner, repo, ...rest] = fullName.split('/');
  if (!owner || !repo || rest.length > 0) {
    throw new CountersignError('repository-name', `not the name of a repository: ${fullName}`, {
      mend: 'Write it as owner/name.',
    });
  }
  return { github, owner, repo };
}

/** The parameters by which REST requests name the repository. */
export function at({ owner, repo }: Repository): { readonly owner: string; readonly repo: string } {
  return { owner, repo };
}

export async function repositoryFacts(repository: Repository): Promise<RepositoryFacts> {
  const { data } = await repository.github.rest.repos.get(at(repository));
  return {
    id: data.id,
    fullName: data.full_name,
    defaultBranch: data.default_branch,
    visibility: data.visibility === 'public' || data.visibility === 'internal' ? data.visibility : 'private',
  };
}

/**
 * What is there, or null when it is gone. Absence is believed only in a repository that the token sees:
 * GitHub answers "not found" to those who may not know, too.
 */
export async function orAbsent<T>(repository: Repository, read: () => Promise<T>): Promise<T | null> {
  const found = await orNull(read);
  if (found === null) await repositoryFacts(repository);
  return found;
}

/** The commit at the tip of a branch; null when there is no such branch in a repository that can be read. */
export async function branchTip(repository: Repository, branch: string): Promise<string | null> {
  const { data } = await repository.github.rest.git.listMatchingRefs({ ...at(repository), ref: `heads/${branch}` });
  return data.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha ?? null;
}

/** The best common ancestor of two commits; null when there is none. */
export async function mergeBase(repository: Repository, base: string, head: string): Promise<string | null> {
  const compared = await orNull(() =>
    repository.github.rest.repos.compareCommitsWithBasehead({
      ...at(repository),
      basehead: `${base}...${head}`,
      per_page: 1,
    }),
  );
  return compared === null ? null : compared.data.merge_base_commit.sha;
}

/** @throws GitHubError `github-not-found` when there is no such commit. */
export async function commitAt(repository: Repository, sha: string): Promise<Commit> {
  const { data } = await repository.github.rest.repos.getCommit({ ...at(repository), ref: sha, per_page: 1 });
  return toCommit(data);
}

type GitSignature = { readonly name?: string; readonly email?: string } | null;

/** A commit as GitHub's answers hold it. */
export type CommitAnswer = {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
  readonly author: object | null;
  readonly committer: object | null;
  readonly commit: {
    readonly message: string;
    readonly tree: { readonly sha: string };
    readonly author: GitSignature;
    readonly committer: GitSignature;
  };
};

export function toCommit(answer: CommitAnswer): Commit {
  return {
    sha: answer.sha,
    tree: answer.commit.tree.sha,
    parents: answer.parents.map(({ sha }) => sha),
    author: toSignature(answer.author, answer.commit.author),
    committer: toSignature(answer.committer, answer.commit.committer),
    message: answer.commit.message,
  };
}

function toSignature(account: object | null, written: GitSignature): Signature {
  return { account: toPerson(account), name: written?.name ?? '', email: written?.email ?? '' };
}

/** What each of these people may do now. Accounts are told apart by id: a login that was renamed, or taken over, is looked up again. */
export async function permissionsOf(
  repository: Repository,
  people: readonly Person[],
): Promise<readonly PermissionFact[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  return await Promise.all([...byId.values()].map((person) => permissionOf(repository, person)));
}

export async function permissionOf(repository: Repository, person: Person): Promise<PermissionFact> {
  const known = await permissionByLogin(repository, person.login);
  if (known?.id === person.id) return known;
  const current = await personById(repository.github, person.id);
  const again = current === null ? null : await permissionByLogin(repository, current.login);
  return again?.id === person.id ? again : { id: person.id, permission: 'none' };
}

async function permissionByLogin(repository: Repository, username: string): Promise<PermissionFact | null> {
  const answer = await orNull(() =>
    repository.github.rest.repos.getCollaboratorPermissionLevel({ ...at(repository), username }),
  );
  if (answer === null || answer.data.user === null) return null;
  const { role_name: role, permission, user } = answer.data;
  return { id: user.id, permission: toPermission(role) ?? toPermission(permission) ?? 'none' };
}

/** Null for a custom role; the answer's other field then names the role that it is built on. */
function toPermission(role: string): PermissionFact['permission'] | null {
  switch (role) {
    case 'admin':
    case 'maintain':
    case 'write':
    case 'triage':
    case 'read':
    case 'none':
      return role;
    default:
      return null;
  }
}

/**
 * The time by GitHub's clock, whole seconds. Asking does not count against the rate limit.
 * @throws CountersignError `github-no-clock` when the answer bears no date.
 */
export async function serverTime(github: GitHub): Promise<Date> {
  const { headers } = await github.rest.rateLimit.get();
  const time = new Date(headers.date ?? '');
  if (Number.isNaN(time.getTime())) {
    throw new CountersignError('github-no-clock', 'the answer of GitHub bears no date', {
      mend: 'Check for a proxy that removes the Date header.',
    });
  }
  return time;
}

/** That time as RFC 3339 has it. @throws CountersignError `github-no-clock`. */
export async function secondOf({ github }: Pick<Repository, 'github'>): Promise<string> {
  return (await serverTime(github)).toISOString().replace('.000Z', 'Z');
}
