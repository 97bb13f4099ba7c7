import { isTeam, memberOf, sameLogin, teamOf, type Member, type TeamName } from '../people.ts';
import type { ApprovalFacts, Decision, PermissionFact, Person } from './facts.ts';
import { answersFor, ineligible } from './people.ts';

/** Whoever is asked is notified; a larger group is told by the check alone. GitHub takes 15 reviewers of one pull request. */
export const ASKED_AT_MOST = 10;

/** Who waits for what, by name: those whose approval is missing, each once. */
export type Named = { readonly people: readonly Member[]; readonly teams: readonly TeamName[] };

/** Who was asked for a review of the pull request, by whomever. Times are RFC 3339, people account ids, teams slugs in lower case. */
export type RequestedBefore = {
  /** Those who have not answered yet. */
  readonly pending: ReadonlySet<number>;
  /** When they were asked last, also where somebody has taken the request back. */
  readonly people: ReadonlyMap<number, string>;
  readonly teams: ReadonlySet<string>;
};

const NOBODY: Named = { people: [], teams: [] };

/**
 * Whom requirements that lack approvals name. A team of the organization is asked as a team, and of its members only those whose
 * approval a new plan made void. Nobody where a decision waits for none of them, or where there are too many people to ask.
 * @param organization the owner of the repository: GitHub asks no team of another one
 */
export function namedToAsk(facts: ApprovalFacts, decision: Decision, organization: string): Named {
  if (decision.kind !== 'waiting') return NOBODY;
  const missing = decision.requirements
    .filter((state) => state.missing > 0 && state.requirement.permission === undefined)
    .map(({ requirement }) => requirement);
  const isOwn = ({ of }: { readonly of: string }): boolean => sameLogin(teamOf(of)?.org ?? '', organization);
  const teams = new Map(missing.filter(isOwn).map(({ of }) => [of.toLowerCase(), teamOf(of)] as const));
  const listed = missing.filter((requirement) => !isOwn(requirement)).flatMap(({ people }) => people ?? []);
  const names = new Set(listed.filter((name) => !isTeam(name)).map((name) => name.toLowerCase()));
  const voided = facts.reviews
    .map(({ reviewer }) => reviewer)
    .filter((reviewer) => voidedBy(facts, reviewer) !== null)
    .filter((reviewer) => missing.some((requirement) => isOwn(requirement) && answersFor(requirement, reviewer)))
    .map(({ login, id }) => `${login.toLowerCase()}#${id}`);
  const people = [...new Set([...(names.size > ASKED_AT_MOST ? [] : names), ...voided.slice(0, ASKED_AT_MOST)])];
  return { people: people.toSorted().map(memberOf), teams: [...teams.values()].filter((team) => team !== null) };
}

/** Who of these can approve, and is neither asked already nor was before, but for an approval that this very plan made void. */
export function reviewersToAsk(
  facts: ApprovalFacts,
  people: readonly Person[],
  permissions: readonly PermissionFact[],
  before: RequestedBefore,
): readonly Person[] {
  const heard = new Set(facts.reviews.map(({ reviewer }) => reviewer.id));
  return people.filter((person) => {
    if (before.pending.has(person.id) || ineligible({ ...facts, permissions }, person) !== null) return false;
    const last = before.people.get(person.id);
    if (last === undefined && !heard.has(person.id)) return true;
    const published = voidedBy(facts, person);
    return published !== null && (last === undefined || Date.parse(last) < Date.parse(published));
  });
}

/** Teams that were never asked: who of them approved an earlier plan is asked in person. */
export function teamsToAsk(teams: readonly TeamName[], before: RequestedBefore): readonly TeamName[] {
  return teams.filter(({ slug }) => !before.teams.has(slug.toLowerCase()));
}

/** When the plan was published before which this person had approved another one; null where they had not. */
function voidedBy({ reviews, run }: ApprovalFacts, person: Person): string | null {
  const published = run?.publishedAt ?? null;
  if (published === null) return null;
  const approved = reviews.some(
    ({ reviewer, state, submittedAt }) =>
      reviewer.id === person.id && state === 'APPROVED' && Date.parse(submittedAt) <= Date.parse(published),
  );
  return approved ? published : null;
}
