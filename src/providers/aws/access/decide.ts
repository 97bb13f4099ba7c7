import type { Address } from '../../../core/address.ts';
import type { Statement } from '../policy/model.ts';
import { hasWildcard } from '../policy/glob.ts';
import { shareOfAtom } from './atoms.ts';
import type { Origin } from './estate.ts';
import { haveSameVariables, type Share } from './overlap.ts';
import { refusedParts } from './refused.ts';
import { isLeftOut, shareOf } from './resources.ts';
import { conditionText, matchedText, refusalText } from './words.ts';

/** How one action is held on one resource. `condition` empty: under none. `refused`: what of it is not allowed, part by part, sorted. */
export type Way = {
  readonly through: readonly Address[];
  readonly condition: string;
  readonly refused: readonly string[];
};

/** What says what one identity may do. `bound` undefined: a policy bounds it that was not read; null: none does. */
export type Rules = { readonly origins: readonly Origin[]; readonly bound: readonly Statement[] | null | undefined };

/**
 * How an identity holds each action on everything that a resource stands for, by its own policies; null: it does not. A refusal or
 * bound that cannot be judged is a condition: nobody is said to lack what somebody may have.
 * @param more statements of others than the identity's own policies that refuse something of it
 */
export function decider(rules: Rules, resource: string, more: readonly Statement[] = []): (atom: string) => Way | null {
  const ways = rules.origins.map(({ through, statements }) => ({ through, statements: about(statements, resource) }));
  const limitsOf = limits(rules, resource, more);
  return (atom) => {
    const allowed = ways.flatMap(({ through, statements }) =>
      allowing(statements, atom).map((condition) => ({ through, condition })),
    );
    const limit = allowed.length === 0 ? null : limitsOf(atom);
    if (limit === null || limit.bound === null) return null;
    const { bound, unless, refused } = limit;
    return bestOf(
      allowed.map(({ through, condition }): Way => {
        const parts = [...(condition === '' ? [] : [`when ${condition}`]), ...bound, ...unless];
        return { through, condition: parts.join(', '), refused };
      }),
    );
  };
}

/**
 * What keeps an identity from an action, whoever allows it. `bound`: what its permissions boundary says, null where it leaves nothing;
 * `unless`: what is refused of it, `refused` part by part, sorted.
 */
export type Limits = {
  readonly bound: readonly string[] | null;
  readonly unless: readonly string[];
  readonly refused: readonly string[];
};

/** @returns null: it is refused whatever the request */
export function limits(
  { origins, bound }: Rules,
  resource: string,
  more: readonly Statement[],
): (atom: string) => Limits | null {
  const bounds = bound === null || bound === undefined ? bound : about(bound, resource);
  const denies = [
    ...about([...origins.flatMap(({ statements }) => statements), ...more], resource),
    ...(bounds ?? []),
  ].filter(({ statement }) => statement.effect === 'Deny');
  return (atom) => {
    const refusals = denies.map((deny) => refusalOf(deny, atom));
    if (refusals.includes('all')) return null;
    const unless = [...new Set(refusals.filter((one) => one !== ''))].sort().map((one) => `unless ${one} is refused`);
    const partly = denies.filter((_deny, index) => refusals[index] !== '').map(({ statement }) => statement);
    return { bound: boundConditions(bounds, atom), unless, refused: refusedParts(partly, atom, resource) };
  };
}

function about(statements: readonly Statement[], resource: string): readonly Placed[] {
  return statements.map((one) => placed(one, resource)).filter(isTouching);
}

/** A statement, and how much of a resource it is about. */
type Placed = { readonly statement: Statement; readonly share: Share | 'by variables' };

/**
 * A resource without wildcards is either meant or not, which variables decide where it is not certain. A statement of which a request
 * lacks a variable may say nothing at all.
 */
function placed(statement: Statement, resource: string): Placed {
  const share = shareOf(statement.resources, resource);
  const isOne = !hasWildcard(resource) && !resource.includes('${') && !isLeftOut(resource);
  const isCertain = share === 'all' ? haveSameVariables(statement.resources, resource) : !isOne;
  return { statement, share: share === 'none' || isCertain ? share : 'by variables' };
}

function isTouching({ share }: Placed): boolean {
  return share !== 'none';
}

/** Without a condition before with one, then the shortest way. */
export function bestOf(ways: readonly Way[]): Way | null {
  const [best] = ways.toSorted((left, right) => {
    const [one, other] = [left, right].map(({ condition, through }) => [condition === '' ? 0 : 1, through.length]);
    return (one?.[0] ?? 0) - (other?.[0] ?? 0) || (one?.[1] ?? 0) - (other?.[1] ?? 0) || compare(left, right);
  });
  return best ?? null;
}

function compare(left: Way, right: Way): number {
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The conditions of every statement that allows all of it. */
function allowing(statements: readonly Placed[], atom: string): readonly string[] {
  return statements
    .filter(
      ({ statement, share }) =>
        statement.effect === 'Allow' && share !== 'some' && shareOfAtom(statement.actions, atom) === 'all',
    )
    .map(({ statement: { resources, conditions }, share }) => {
      const when = conditionText(conditions);
      if (share === 'all' || resources === null) return when;
      return `${when === '' ? '' : `${when} and `}it is ${matchedText(resources)}`;
    });
}

/** `all`: it is refused whatever the request. Otherwise what is refused of it in words; empty: nothing. */
function refusalOf({ statement, share }: Placed, atom: string): string {
  const actions = shareOfAtom(statement.actions, atom);
  if (actions === 'none') return '';
  const whole = { actions: actions === 'all', resources: share === 'all' };
  if (whole.actions && whole.resources && statement.conditions.length === 0) return 'all';
  return refusalText(statement, whole);
}

const BOUNDED = 'as far as its permissions boundary allows';

/** What a bound adds to the condition; null: it leaves nothing of it. */
function boundConditions(bound: readonly Placed[] | null | undefined, atom: string): readonly string[] | null {
  if (bound === null) return [];
  if (bound === undefined) return [BOUNDED];
  if (allowing(bound, atom).includes('')) return [];
  const touches = bound.some(
    ({ statement }) => statement.effect === 'Allow' && shareOfAtom(statement.actions, atom) !== 'none',
  );
  return touches ? [BOUNDED] : null;
}
