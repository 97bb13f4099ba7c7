import { memberOf, type Member } from '../people.ts';
import type { ApprovalFacts, Decision, PermissionFact, Person } from './facts.ts';
import { ineligible } from './people.ts';

/** Whoever is asked is notified; a larger group is told by the check alone. GitHub takes 15 reviewers of one pull request. */
export const ASKED_AT_MOST = 10;

/** The people whom the requirements name, each once; nobody where a decision waits for none of them, or where there are too many to ask. */
export function namedToAsk({ requirements }: ApprovalFacts, decision: Decision): readonly Member[] {
  if (decision.kind !== 'waiting') return [];
  const names = new Set(
    requirements
      .flatMap(({ people, permission }) => (permission === undefined ? (people ?? []) : []))
      .map((name) => name.toLowerCase()),
  );
  return names.size > ASKED_AT_MOST ? [] : [...names].toSorted().map(memberOf);
}

/** Who of these can approve and was neither asked nor heard yet. @param requested account ids. */
export function reviewersToAsk(
  facts: ApprovalFacts,
  people: readonly Person[],
  permissions: readonly PermissionFact[],
  requested: ReadonlySet<number>,
): readonly Person[] {
  const heard = new Set(facts.reviews.map(({ reviewer }) => reviewer.id));
  return people.filter(
    (person) =>
      !requested.has(person.id) && !heard.has(person.id) && ineligible({ ...facts, permissions }, person) === null,
  );
}
