import type { Requirement } from '../assessment.ts';
import type { ApprovalFacts, Person } from './facts.ts';
import { spareSomehow, sufficesSomehow, type AnyAsk } from './choices.ts';
import { memberOf, type Member } from '../people.ts';
import { answersFor, barred, contributingBots, ineligible, mayWrite, means, withAuthor } from './people.ts';

const FOLLOWED_UP = 'contributed to the pull request that this one follows up';

export function asksOf(
  required: readonly Requirement[],
  persons: readonly Person[],
  answers: (requirement: Requirement, person: Person) => boolean = answersFor,
): readonly AnyAsk[] {
  return required.map((requirement) => ({
    count: requirement.count,
    distinct: requirement.distinct,
    people: new Set(persons.filter((person) => answers(requirement, person)).map(({ id }) => id)),
    choice: requirement.choice,
  }));
}

/** Whether those who are not barred could meet all requirements, if all of them approved. Unknown where the candidates are. */
export function canStillSuffice(facts: ApprovalFacts, required: readonly Requirement[]): boolean {
  const bots = contributingBots(facts).length;
  const persons = potentialApprovers(
    facts,
    required,
    required.reduce((sum, { count }) => sum + count, bots),
  );
  const mayPermit = (requirement: Requirement, { id }: Person): boolean =>
    requirement.permission !== undefined && !facts.permissions.some((known) => known.id === id);
  const asks = asksOf(
    required,
    persons,
    (requirement, person) => answersFor(requirement, person) || mayPermit(requirement, person),
  );
  return sufficesSomehow(asks) && spareSomehow(asks, new Set(persons.map(({ id }) => id)), bots) >= bots;
}

function potentialApprovers(
  facts: ApprovalFacts,
  required: readonly Requirement[],
  unnamed: number,
): readonly Person[] {
  if (facts.candidates !== null) {
    const reviewers = facts.reviews
      .map(({ reviewer }) => reviewer)
      .filter((person) => ineligible(facts, person) === null);
    const candidates = facts.candidates.filter((person) => barred(facts, person) === null);
    return [...new Map([...reviewers, ...candidates].map((person) => [person.id, person])).values()];
  }
  const known = knownPersons(facts);
  const names = new Set(required.flatMap(({ people }) => (people ?? []).map((name) => name.toLowerCase())));
  const members = [...[...names].map(memberOf), ...Array.from({ length: unnamed }, () => NOBODY)];
  return members
    .flatMap((member, index) => {
      const found = known.filter((person) => means(member, person));
      return found.length > 0 ? found : [stranger(member, index)];
    })
    .filter((person) => barred(facts, person) === null && !isKnownReader(facts, person));
}

/** Somebody of whom nothing is known: no name means them. */
const NOBODY: Member = { login: '', id: null };

/** Accounts have positive ids, so a negative one is nobody else's. */
function stranger({ login, id }: Member, index: number): Person {
  return { id: id ?? -1 - index, login, type: 'User' };
}

function knownPersons(facts: ApprovalFacts): readonly Person[] {
  const contributors = facts.contributors.contributors.map(({ person }) => person);
  const excluded = facts.excluded.map(({ id, login }) => ({ id, login, type: 'User' as const }));
  return [facts.author, ...contributors, ...facts.reviews.map(({ reviewer }) => reviewer), ...excluded].filter(
    (person) => person !== null,
  );
}

function isKnownReader(facts: ApprovalFacts, person: Person): boolean {
  return facts.permissions.some(({ id }) => id === person.id) && !mayWrite(facts, person);
}

const NAMED = 10;

/** Names who can approve nothing here, and through what: for the people who look for another reviewer. */
export function whoLostEligibility(facts: ApprovalFacts): string | undefined {
  const excluded = facts.excluded.map(({ id, login }) => ({ person: { id, login }, through: FOLLOWED_UP }));
  const lost = new Map<number, string>();
  for (const { person, through } of [...withAuthor(facts), ...excluded]) {
    if (person !== null && !lost.has(person.id)) lost.set(person.id, `${person.login} (${through})`);
  }
  if (lost.size === 0) return undefined;
  const more = lost.size > NAMED ? `; and ${lost.size - NAMED} more` : '';
  return `(not eligible: ${[...lost.values()].toSorted().slice(0, NAMED).join('; ')}${more})`;
}
