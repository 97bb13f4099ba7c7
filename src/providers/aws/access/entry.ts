import { compareText } from '../../../core/address.ts';
import type { Account } from '../normal-form/arn.ts';
import type { Matched, Statement } from '../policy/model.ts';
import type { Actor } from './actors.ts';
import { shareOfAtom } from './atoms.ts';
import { decider, limits, type Limits } from './decide.ts';
import { conditionText, principalTexts, refusalText } from './words.ts';

export const ASSUME = 'sts:AssumeRole';

/** How somebody may become a role: all of `conditions` have to hold. `refused`: what of it is not allowed, part by part. */
export type Entry = { readonly conditions: readonly string[]; readonly refused: readonly string[] };

/** Principals that stand for more than one of an account: all of it, and everybody. */
export function rootOf({ account, partition }: Account): string {
  return `AWS arn:${partition}:iam::${account}:root`;
}
export const EVERYBODY = 'AWS *';

/** A statement with the one it is about, who stands in it by name, with the account, or with everybody. */
type Question = { readonly actor: Actor; readonly role: Actor; readonly root: string };

/**
 * How an identity is let into a role of its own account; null: it is not. What its own policies, its boundary or the trust policy
 * refuse is refused however it is let in. What a boundary merely leaves out binds roles that are named, and who is let in with the account;
 * users that are named and everybody need no policy of their own, and none that allows it. Sources: Policy evaluation logic, and
 * AWS JSON policy elements: Principal, in the IAM guide.
 */
export function entryOf(question: Question): Entry | null {
  const { actor, role } = question;
  const about = (role.trust ?? []).filter(({ actions }) => lists(actions, ASSUME));
  const refusing = about.filter(({ effect }) => effect === 'Deny');
  const denies = refusing.filter(({ principals }) => isListed(principals, everyName(question)));
  const bounds = limits(actor.rules, role.arn, denies)(ASSUME);
  if (bounds === null) return null;
  const ways = about
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => waysBy(statement, question, { denies, bounds }));
  const [way] = ways.toSorted(
    (left, right) =>
      left.join().length - right.join().length || compareText(JSON.stringify(left), JSON.stringify(right)),
  );
  if (way === undefined) return null;
  const others = refusing.flatMap((one) => refusalOfOthers(one, actor));
  return {
    conditions: [...way, ...others.map((one) => `unless ${one} is refused`)],
    refused: [...bounds.refused, ...others].map((one) => `${role.arn}: ${one}`),
  };
}

type Bounds = { readonly denies: readonly Statement[]; readonly bounds: Limits };

/** The conditions under which one statement lets an identity in. */
function waysBy(
  { principals, conditions }: Statement,
  { actor, role, root }: Question,
  { denies, bounds }: Bounds,
): readonly (readonly string[])[] {
  const when = conditions.length === 0 ? [] : [`when ${conditionText(conditions)}`];
  const isNamed = isListed(principals, [named(actor)]);
  if (opensToEverybody(principals, actor) || (isNamed && actor.trust === null)) return [[...when, ...bounds.unless]];
  const ways = isNamed && bounds.bound !== null ? [[...when, ...bounds.bound, ...bounds.unless]] : [];
  const own = isListed(principals, [root]) ? decider(actor.rules, role.arn, denies)(ASSUME) : null;
  return own === null ? ways : [...ways, [...when, ...(own.condition === '' ? [] : [own.condition])]];
}

function opensToEverybody(principals: Matched | null, actor: Actor): boolean {
  return isListed(principals, [EVERYBODY]) || (principals?.kind === 'not' && !principals.values.includes(named(actor)));
}

/** Whom a list of others leaves out is not certain: who acts as a role is its session as well. */
function refusalOfOthers(statement: Statement, actor: Actor): readonly string[] {
  const { principals } = statement;
  if (principals?.kind !== 'not' || isListed({ ...principals, kind: 'in' }, [named(actor), EVERYBODY])) return [];
  const bare = refusalText({ ...statement, conditions: [] }, { actions: true, resources: true });
  const when = conditionText(statement.conditions);
  return [`${bare} to ${principalTexts(principals).join(', ')}${when === '' ? '' : ` when ${when}`}`];
}

function everyName({ actor, root }: Question): readonly string[] {
  return [named(actor), root, EVERYBODY];
}

function named({ arn }: Actor): string {
  return `AWS ${arn}`;
}

function isListed(principals: Matched | null, wanted: readonly string[]): boolean {
  return principals?.kind === 'in' && principals.values.some((one) => wanted.includes(one));
}

export function lists(actions: Matched, action: string): boolean {
  return shareOfAtom(actions, action) === 'all';
}
