import type { Requirement } from '../assessment.ts';
import type { Reason } from '../errors.ts';
import { memberOf, sameLogin, type Member } from '../people.ts';
import { APPROVAL_CODES, type ApprovalCode } from './codes.ts';
import type { ApprovalFacts, Contributor, Person } from './facts.ts';

/** A reason with the code's own sentence, and what was seen of it. */
export function reason(code: ApprovalCode, detail?: string): Reason {
  return { code, message: detail === undefined ? APPROVAL_CODES[code] : `${APPROVAL_CODES[code]} ${detail}` };
}

/** Whether a name means this account: by id where it is pinned, so that nobody inherits anything with a login. */
export function means({ login, id }: Member, person: Pick<Person, 'id' | 'login'>): boolean {
  return id === null ? sameLogin(login, person.login) : id === person.id;
}

function isListed(names: readonly string[], person: Person): boolean {
  return names.some((name) => means(memberOf(name), person));
}

/** What is said to be no person's is none under any login of the account, and no account under that login is one. */
function isSuspect(names: readonly string[], person: Person): boolean {
  return isListed(names, person) || names.some((name) => sameLogin(memberOf(name).login, person.login));
}

function isHuman(facts: ApprovalFacts, person: Person): boolean {
  return person.type === 'User' && !isSuspect(facts.machineUsers, person) && !isSuspect(facts.bots, person);
}

export function mayWrite(facts: ApprovalFacts, person: Person): boolean {
  return facts.permissions.some(
    ({ id, permission }) => id === person.id && ['admin', 'maintain', 'write'].includes(permission),
  );
}

/** Why this person can approve nothing here, whatever their review says; null when they can. Permission is judged apart. */
export function barred(facts: ApprovalFacts, person: Person): Reason | null {
  if (!isHuman(facts, person)) return reason('reviewer-not-a-person', `(${person.login})`);
  if (facts.author?.id === person.id) return reason('reviewer-is-author', `(${person.login})`);
  const contributed = facts.contributors.contributors.filter((contributor) => contributor.person?.id === person.id);
  if (contributed.length > 0) {
    const through = contributed.map((contributor) => contributor.through).toSorted();
    return reason('reviewer-contributed', `(${person.login}: ${through.slice(0, 5).join(', ')})`);
  }
  const excluded = facts.excluded.filter(({ id }) => id === person.id).map(({ address }) => address);
  if (excluded.length > 0) return reason('reviewer-excluded', `(${person.login}: ${excluded.toSorted()[0]})`);
  const pinned = pinOfAnother(facts, person);
  return pinned === null ? null : reason('reviewer-login-taken', `(${pinned}, and the reviewer is ${person.id})`);
}

/**
 * The pin that has this person's login and another id; null where there is none, or where the person is pinned, too. Whoever has a
 * permission is pinned for it, whosever login they took.
 */
function pinOfAnother({ requirements }: ApprovalFacts, person: Person): string | null {
  const named = requirements.filter(({ permission }) => permission === undefined);
  const pins = named.flatMap(({ people }) => people ?? []).filter((name) => memberOf(name).id !== null);
  if (isListed(pins, person)) return null;
  return pins.find((pin) => sameLogin(memberOf(pin).login, person.login)) ?? null;
}

/** Why this person is not eligible to approve now; null when they are. */
export function ineligible(facts: ApprovalFacts, person: Person): Reason | null {
  const bar = barred(facts, person);
  if (bar !== null) return bar;
  return mayWrite(facts, person) ? null : reason('reviewer-without-permission', `(${person.login})`);
}

/** What makes the contributors as a whole unusable. */
export function contributorProblems(facts: ApprovalFacts): readonly Reason[] {
  const problems: Reason[] = [];
  const { incomplete } = facts.contributors;
  if (facts.author === null) problems.push(reason('author-unknown'));
  if (incomplete?.code === 'pushers-unreadable') problems.push(reason('pushers-unreadable', `(${incomplete.message})`));
  else if (incomplete !== null)
    problems.push(reason('contributors-incomplete', `(${incomplete.code}: ${incomplete.message})`));
  for (const contributor of withAuthor(facts)) {
    if (contributor.person === null) problems.push(reason('contributor-unknown', named(contributor)));
    else if (
      !isHuman(facts, contributor.person) &&
      !isOurs(facts, contributor.person) &&
      !isListed(facts.bots, contributor.person)
    ) {
      problems.push(reason('contributor-not-a-person', named(contributor)));
    }
  }
  return problems;
}

/** Whoever opens a pull request decides what is in it, whether or not commits say so. */
export function withAuthor({ author, contributors: { contributors } }: ApprovalFacts): readonly Contributor[] {
  if (author === null || contributors.some(({ person }) => person?.id === author.id)) return contributors;
  return [{ person: author, name: author.login, through: 'opened the pull request' }, ...contributors];
}

function named(contributor: Contributor): string {
  return `(${contributor.person?.login ?? contributor.name}: ${contributor.through})`;
}

function isOurs(facts: ApprovalFacts, person: Person): boolean {
  return facts.ourselves !== null && person.type === 'Bot' && person.id === facts.ourselves;
}

/** The listed bots among the contributors: each asks for one more approver. */
export function contributingBots(facts: ApprovalFacts): readonly Person[] {
  const bots = new Map<number, Person>();
  for (const { person } of withAuthor(facts)) {
    if (person !== null && !isOurs(facts, person) && isListed(facts.bots, person)) bots.set(person.id, person);
  }
  return [...bots.values()].toSorted((left, right) => left.id - right.id);
}

export function answersFor({ people }: Requirement, person: Person): boolean {
  return people === null || isListed(people, person);
}
