import type { Contributor, ContributorFacts, Person } from '../core/approval/facts.ts';
import type { Reason } from '../core/errors.ts';
import { baseMerges, type BaseMerge } from './base-merges.ts';
import { coAuthors, type CoAuthor } from './co-authors.ts';
import { firstParents } from './history.ts';
import { overwrittenMerges } from './overwritten-merges.ts';
import { gather } from './pages.ts';
import { WEB_FLOW_ID } from './persons.ts';
import type { PullRequest } from './pull-requests.ts';
import { pushesAcross, pushesOf, type BranchStretch, type Push, type Pushes } from './pushes.ts';
import { at, branchTip, toCommit, type Commit, type Repository, type Signature } from './repository.ts';

/** What this program wrote itself: commits of ours, and the account that made them and branches with them. */
export type OwnWrites = { readonly account: number; readonly commits: ReadonlySet<string> };

export type ContributorQuery = {
  readonly pull: PullRequest;
  /** Those whose pushes were recorded when they were published. */
  readonly senders: readonly Person[];
  /** Whether a merge of the base brings nothing of its own to what is planned. */
  readonly isClean: (merge: BaseMerge) => Promise<boolean>;
  /** Nobody's contribution, nor is opening a pull request about it. */
  readonly own: OwnWrites;
};

/** GitHub lists no more commits of a pull request than this. */
export const LISTED_COMMITS = 250;

/** Everyone who put content into a pull request, each once, with the first way in which they did. */
export async function contributorsOf(repository: Repository, query: ContributorQuery): Promise<ContributorFacts> {
  const { pull, own } = query;
  const commits = await commitsOf(repository, pull);
  const merges = await cleanMerges(repository, commits, query);
  const counted = commits.filter(({ sha }) => !merges.has(sha) && !own.commits.has(sha));
  const isOurs = commits.some(({ sha }) => own.commits.has(sha)) && pull.author?.id === own.account;
  const helpers = await coAuthors(repository, counted);
  const written = [
    ...(isOurs ? [] : [contributor(pull.author, 'a deleted account', 'opened the pull request')]),
    ...counted.flatMap((commit) => ofCommit(commit, helpers.get(commit.sha) ?? [])),
  ];
  const pushed = await contentPushes(repository, { ...query, commits, merges, known: written });
  const contributors = [
    ...written,
    ...pushed.pushes.map(ofPush),
    ...query.senders.map((person) => contributor(person, person.login, 'pushed, as a publication records')),
  ];
  return { contributors: distinct(contributors), incomplete: incompleteness(commits, pull) ?? pushed.incomplete };
}

/** Everyone who put content on a branch between two commits of its history, without a pull request. */
export async function contributorsAcross(
  repository: Repository,
  { branch, before, commit }: Omit<BranchStretch, 'line'>,
): Promise<ContributorFacts> {
  const { data } = await repository.github.rest.repos.compareCommitsWithBasehead({
    ...at(repository),
    basehead: `${before}...${commit}`,
    per_page: 100,
  });
  const commits = data.commits.map(toCommit);
  const tip = (await branchTip(repository, branch)) ?? commit;
  const line = (await firstParents(repository, tip, before, LINE)).commits.map(({ sha }) => sha);
  const pushed = await pushesAcross(repository, { branch, before, commit, line });
  const helpers = await coAuthors(repository, commits);
  const contributors = [
    ...commits.flatMap((each) => ofCommit(each, helpers.get(each.sha) ?? [])),
    ...pushed.pushes.map(ofPush),
  ];
  return {
    contributors: distinct(contributors),
    incomplete: data.total_commits > commits.length ? TRUNCATED : pushed.incomplete,
  };
}

/** Commits of a branch that are looked back at most. */
const LINE = 2000;

const TRUNCATED: Reason = { code: 'commits-truncated', message: 'more commits were pushed than GitHub lists at once' };

/** Those who pushed content, for publications to record: the list of pushes is short-lived. */
export async function pushersOf(
  repository: Repository,
  query: Pick<ContributorQuery, 'pull' | 'isClean' | 'own'>,
): Promise<readonly Person[]> {
  const commits = await commitsOf(repository, query.pull);
  const merges = await cleanMerges(repository, commits, query);
  const { pushes } = await contentPushes(repository, { ...query, commits, merges, known: [] });
  const people = pushes.flatMap(({ person }) => (person === null ? [] : [person]));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** Commits of a pull request, oldest first; at most as many as GitHub lists. */
export async function commitsOf(repository: Repository, pull: PullRequest): Promise<readonly Commit[]> {
  const { github } = repository;
  const pages = github.paginate.iterator(github.rest.pulls.listCommits, {
    ...at(repository),
    pull_number: pull.number,
    per_page: 100,
  });
  return (await gather(pages, { what: 'commits of a pull request', atMost: LISTED_COMMITS })).map(toCommit);
}

function incompleteness(commits: readonly Commit[], pull: PullRequest): Reason | null {
  if (commits.length >= LISTED_COMMITS) {
    return { code: 'commits-truncated', message: `GitHub lists only ${LISTED_COMMITS} commits of a pull request` };
  }
  if (!commits.some(({ sha }) => sha === pull.head.sha)) {
    return {
      code: 'commits-moved',
      message: `the commits that GitHub lists do not contain the head ${pull.head.sha.slice(0, 7)}`,
    };
  }
  return null;
}

/** Merges of the base into the head that bring nothing of their own, by commit, with the head that they were made on. */
async function cleanMerges(
  repository: Repository,
  commits: readonly Commit[],
  query: Pick<ContributorQuery, 'isClean'>,
): Promise<ReadonlyMap<string, string>> {
  const merges = new Map<string, string>();
  // A commit that is not listed would pass for one of the base branch.
  if (commits.length >= LISTED_COMMITS) return merges;
  for (const merged of await baseMerges(repository, commits))
    if (await query.isClean(merged)) merges.set(merged.merge, merged.mine);
  return merges;
}

type PushQuery = Pick<ContributorQuery, 'pull' | 'isClean' | 'own'> & {
  readonly commits: readonly Commit[];
  readonly merges: ReadonlyMap<string, string>;
  /** Contributors in any case, whatever they pushed. */
  readonly known: readonly Contributor[];
};

/** The pushes but those that only brought the branch up to date with its base, and our own. */
async function contentPushes(
  repository: Repository,
  { pull, own, isClean, commits, merges, known }: PushQuery,
): Promise<Pushes> {
  const { pushes, incomplete } = await pushesOf(repository, pull);
  const content = pushes.filter((push) => !isCleanMerge(push, merges) && !isOwn(push, own));
  if (commits.length >= LISTED_COMMITS) return { pushes: content, incomplete };
  const ids = new Set(known.map(({ person }) => person?.id));
  const asked = content.filter(({ person }) => !ids.has(person?.id));
  const overwritten = await overwrittenMerges(repository, { pull, pushes: asked, commits, isClean });
  return { pushes: content.filter((push) => !isCleanMerge(push, overwritten)), incomplete };
}

function isCleanMerge(push: Push, merges: ReadonlyMap<string, string>): boolean {
  return !push.creates && merges.get(push.after) === push.before;
}

/** Only the branch's beginning: whatever comes later was put there by somebody. */
function isOwn({ creates, after, person }: Push, { account, commits }: OwnWrites): boolean {
  return creates && commits.has(after) && person?.id === account;
}

function ofCommit(commit: Commit, helpers: readonly CoAuthor[]): readonly Contributor[] {
  const short = commit.sha.slice(0, 7);
  return [
    signed(commit.author, `author of ${short}`),
    ...(commit.committer.account?.id === WEB_FLOW_ID ? [] : [signed(commit.committer, `committer of ${short}`)]),
    ...helpers.map(({ person, name, email }) => contributor(person, nameOf(name, email), `co-author of ${short}`)),
  ];
}

function ofPush(push: Push): Contributor {
  return contributor(push.person, 'an unknown account', `pushed ${push.after.slice(0, 7)}`);
}

function signed({ account, name, email }: Signature, through: string): Contributor {
  return contributor(account, nameOf(name, email), through);
}

/** Git takes names of any length. */
const NAME_CHARACTERS = 200;

function nameOf(name: string, email: string): string {
  return `${name.slice(0, NAME_CHARACTERS)}${email === '' ? '' : ` <${email.slice(0, NAME_CHARACTERS)}>`}`;
}

function contributor(person: Person | null, unknown: string, through: string): Contributor {
  return { person, name: person?.login ?? unknown, through };
}

function distinct(contributors: readonly Contributor[]): readonly Contributor[] {
  const seen = new Map<string, Contributor>();
  for (const each of contributors) {
    const key = each.person === null ? `name ${each.name}` : `id ${each.person.id}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
