import { parseAddress, type Address } from '../address.ts';
import { canonicalize } from '../digest.ts';
import { CountersignError } from '../errors.ts';
import type { LiveState } from '../live.ts';
import type { Plan } from '../plan.ts';
import type { AccessModel } from '../ports.ts';
import { compareAccess, type AccessChange } from './difference.ts';
import type { AccessIndex, Affected } from './effective.ts';

/** What a plan does to who may do what in one source: before and after it, and every difference between the two. */
export type PlannedAccess = {
  readonly before: AccessIndex;
  readonly after: AccessIndex;
  /** Where the plan can make a difference. */
  readonly affected: Iterable<Affected>;
  readonly differences: Iterable<AccessChange>;
  /** Changes that the plan blocks, so that their steps are in none of it. */
  readonly blocked: readonly Address[];
};

/**
 * @param pairs of a principal and a resource that are compared at most
 * @throws CountersignError `access-plan-elsewhere`, `access-too-large`, and what a step that is no provider's throws.
 */
export function plannedAccess(model: AccessModel, estate: LiveState, plan: Plan, pairs = Infinity): PlannedAccess {
  const planned = plan.sources.find(({ name }) => name === estate.source);
  if (planned === undefined || canonicalize(planned.target) !== canonicalize(estate.target)) throw elsewhere(estate);
  const own = plan.changes.filter(({ address }) => parseAddress(address).source === estate.source);
  const open = own.filter(({ blocked }) => blocked.length === 0);
  const { before, after, affected } = model.after(estate, open);
  if (isMore(affected, pairs)) throw tooLarge(pairs);
  return {
    before,
    after,
    affected,
    differences: compareAccess(before, after, affected),
    blocked: own.filter(({ blocked }) => blocked.length > 0).map(({ address }) => address),
  };
}

/** By what there is to do, not by the clock: a busy machine tells what an idle one does. */
function isMore(affected: Iterable<Affected>, pairs: number): boolean {
  if (pairs === Infinity) return false;
  let left = pairs;
  for (const { resources } of affected) {
    left -= resources.length;
    if (left < 0) return true;
  }
  return false;
}

function tooLarge(pairs: number): CountersignError {
  return new CountersignError('access-too-large', 'The access of too many identities may change to tell it.', {
    evidence: `more than ${pairs} pairs of an identity and a resource`,
    mend: 'Split the pull request, or ask `countersign access --plan`.',
  });
}

function elsewhere({ source }: LiveState): CountersignError {
  return new CountersignError('access-plan-elsewhere', 'The plan is not about the system that was read.', {
    evidence: source,
    mend: 'Plan again, or read the system that was planned.',
  });
}
