import { means } from '../approval/people.ts';
import type { Configuration } from '../configuration.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { memberOf } from '../people.ts';

/** Somebody of a pull request. `teams`: those among the ones that were read. A commit may name an address that is no account's. */
export type PullPerson = {
  readonly id: number | null;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'unknown';
  readonly teams: readonly string[];
};

/**
 * What GitHub says of one pull request, as policies may ask about it. Read by the job that judges at the gate, kept in the ledger,
 * and judged by again at the apply. Lists are sorted; null where one is longer than is read.
 */
export type PullFacts = {
  readonly formatVersion: '1';
  readonly number: number;
  /** `owner/name`. */
  readonly repository: string;
  readonly title: string;
  readonly draft: boolean;
  readonly labels: readonly string[] | null;
  /** Names of the branches. */
  readonly base: string;
  readonly head: string;
  readonly fork: boolean;
  /** Null when the account was deleted. */
  readonly author: PullPerson | null;
  /** Authors and committers of its commits. */
  readonly contributors: readonly PullPerson[] | null;
  /** Paths that differ between where the head parted from the base, and the head. */
  readonly paths: readonly string[] | null;
  /** Lines. */
  readonly additions: number;
  readonly deletions: number;
  /** Teams whose members were read, as `@org/slug`. */
  readonly teams: readonly string[];
};

/** Longer lists are not known, so that no rule takes a part of one for all of it. */
export const PULL_LIMITS = { paths: 3000, labels: 100, teams: 50 } as const;

type Groups = Configuration['people'];

/** The teams that are read for a set of policies, of those that its expressions name. */
export function teamsRead(named: readonly string[]): readonly string[] {
  return named.slice(0, PULL_LIMITS.teams);
}

/**
 * The variable `pull`: the facts, with the groups of the configuration that somebody is in. Nobody's teams are known where one of
 * those that the policies name was not read, or where they name none: a rule that reads them all the same means some.
 */
export function pullView(facts: PullFacts, people: Groups, named: readonly string[]): JsonObject {
  const { formatVersion: _version, teams: read, author, contributors, ...plain } = facts;
  const isKnown = named.length > 0 && named.every((team) => read.includes(team));
  const view = (person: PullPerson): JsonObject => ({
    login: person.login,
    type: person.type,
    groups: groupsOf(person, people),
    teams: isKnown ? person.teams : null,
  });
  return {
    ...plain,
    author: author === null ? null : view(author),
    contributors: contributors === null ? null : contributors.map(view),
  };
}

function groupsOf({ id, login }: PullPerson, people: Groups): readonly string[] {
  if (id === null) return [];
  const isIn = (member: string): boolean => means(memberOf(member), { id, login });
  return Object.keys(people)
    .filter((group) => people[group]?.some(isIn) ?? false)
    .toSorted();
}

/** The variable of a test, with what it leaves out: a pull request with nothing about it. */
export function givenPull(given: JsonObject): JsonObject {
  const author = given['author'] === undefined ? GIVEN_AUTHOR : givenPerson(given['author']);
  const contributors = given['contributors'];
  return {
    number: 1,
    repository: 'acme/identities',
    title: 'Title',
    draft: false,
    labels: [],
    base: 'main',
    head: 'change',
    fork: false,
    paths: [],
    additions: 0,
    deletions: 0,
    ...given,
    author,
    contributors: Array.isArray(contributors) ? contributors.map((one: Json) => givenPerson(one)) : [author],
  };
}

const GIVEN_AUTHOR = { login: 'author', type: 'User', groups: [], teams: [] } as const;

function givenPerson(given: Json): JsonObject {
  return { ...GIVEN_AUTHOR, ...(isJsonObject(given) ? given : {}) };
}
