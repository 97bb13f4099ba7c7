import { judgedPull } from '../core/approval/judged-pull.ts';
import type { Person, PublicationRun } from '../core/approval/facts.ts';
import type { Configuration } from '../core/configuration.ts';
import { canonicalize, sha256 } from '../core/digest.ts';
import { PULL_LIMITS, teamsRead, type PullFacts, type PullPerson } from '../core/policy/pull.ts';
import { commitsOf, LISTED_COMMITS } from '../github/contributors.ts';
import type { Contents } from '../github/contents.ts';
import { WEB_FLOW_ID } from '../github/persons.ts';
import { pullText } from '../github/pull-facts.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { mergeBase, repositoryFacts, type Repository } from '../github/repository.ts';
import { membersOf } from '../github/teams.ts';
import { changedPaths } from '../github/tree.ts';
import type { Ledger } from './ledger.ts';

export type PullSurface = { readonly repository: Repository; readonly contents: Contents };

/**
 * What GitHub says of a pull request now, for the policies that ask about it. Nothing is read, and null given, where none does.
 * @param base commit that the head's changes are told from, together with where the head parted from it
 */
export async function readPull(
  surface: PullSurface,
  pull: PullRequest,
  base: string,
  { policySet }: Pick<Configuration, 'policySet'>,
): Promise<PullFacts | null> {
  if (!policySet.readsPull) return null;
  const { repository } = surface;
  const { labels, ...text } = await pullText(repository, pull);
  const { fullName } = await repositoryFacts(repository);
  const members = await membersOf(repository, teamsRead(policySet.teams));
  const person = (who: Person): PullPerson => ({ ...who, teams: teamsOf(who, members) });
  return {
    formatVersion: '1',
    number: pull.number,
    repository: fullName,
    ...text,
    labels: labels.length > PULL_LIMITS.labels ? null : labels.toSorted(),
    base: pull.base.ref,
    head: pull.head.ref,
    fork: pull.head.repository?.fork !== false,
    author: pull.author === null ? null : person(pull.author),
    contributors: await contributors(repository, pull, person),
    paths: await paths(surface, pull, base),
    teams: [...members.keys()].toSorted(),
  };
}

/** What was judged by, and besides who of these people is in teams that only these rules name: they may have come after it. */
export async function withTeams(
  repository: Repository,
  facts: PullFacts,
  { policySet }: Pick<Configuration, 'policySet'>,
): Promise<PullFacts> {
  if (!policySet.readsPull) return facts;
  const unread = teamsRead(policySet.teams).filter((team) => !facts.teams.includes(team));
  if (unread.length === 0) return facts;
  const members = await membersOf(repository, unread);
  const person = (one: PullPerson): PullPerson => ({
    ...one,
    teams: [...one.teams, ...teamsOf(one, members)].toSorted(),
  });
  return {
    ...facts,
    author: facts.author === null ? null : person(facts.author),
    contributors: facts.contributors?.map(person) ?? null,
    teams: [...facts.teams, ...members.keys()].toSorted(),
  };
}

function teamsOf({ id }: Pick<PullPerson, 'id'>, members: ReadonlyMap<string, readonly Person[]>): readonly string[] {
  const teams = [...members].filter(([, people]) => people.some((member) => member.id === id));
  return teams.map(([team]) => team).toSorted();
}

const UNKNOWN: PullPerson = { id: null, login: '', type: 'unknown', teams: [] };

async function contributors(
  repository: Repository,
  pull: PullRequest,
  person: (who: Person) => PullPerson,
): Promise<readonly PullPerson[] | null> {
  const commits = await commitsOf(repository, pull);
  if (commits.length >= LISTED_COMMITS) return null;
  const people = commits
    .flatMap(({ author, committer }) => [author.account, committer.account])
    .filter((account) => account?.id !== WEB_FLOW_ID)
    .map((account) => (account === null ? UNKNOWN : person(account)));
  const byId = new Map(people.map((one) => [one.id, one]));
  return [...byId.values()].toSorted((left, right) => (left.id ?? 0) - (right.id ?? 0));
}

async function paths(
  { repository, contents }: PullSurface,
  pull: PullRequest,
  base: string,
): Promise<readonly string[] | null> {
  const start = await mergeBase(repository, base, pull.head.sha);
  if (start === null) return null;
  const changed = changedPaths(await contents.tree(start), await contents.tree(pull.head.sha));
  return changed.length > PULL_LIMITS.paths ? null : changed.map(({ path }) => path);
}

export type JudgedRun = {
  readonly pullRequest: number;
  readonly head: string;
  readonly run: PublicationRun | null;
  readonly facts: PullFacts | null;
};

/**
 * Enters by what of the pull request it is judged now, before its check says so: the apply judges by the same, whatever is labelled
 * or renamed after the merge. Nothing where it is what was entered last.
 */
export async function enterJudged(ledger: Ledger, { pullRequest, head, run, facts }: JudgedRun): Promise<void> {
  if (facts === null || run === null) return;
  const bytes = Buffer.from(canonicalize(facts), 'utf8');
  const pull = sha256(bytes);
  if (judgedPull(await ledger.entries(pullRequest), { run: run.id, head }) === pull) return;
  const body = { type: 'judged' as const, run: run.id, head, pull };
  await ledger.append([{ pullRequest, digest: run.digest, body }], [{ hash: pull, bytes }]);
}
