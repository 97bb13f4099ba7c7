import { estatesWanted, withAccess } from '../core/access/assess.ts';
import { assemble, type PlanFacts, type Planned } from '../core/assembly.ts';
import type { Judge } from '../core/policy.ts';
import { NOTHING_SAID } from '../core/policy/set.ts';
import { readEstates, type ReadRequest } from './read-live.ts';

/** Where nothing is asked of rules, as of a plan that nobody publishes. */
export const UNJUDGED: Judge = () => NOTHING_SAID;

/**
 * A plan with what it does to effective access, and judged by both. What it does has to be known before whom it may concern can be
 * read: where that fails, the plan is as complete as without it.
 */
export async function planWithAccess(
  facts: PlanFacts,
  reading: Pick<ReadRequest, 'connect' | 'progress' | 'handed'>,
  judge: Judge,
): Promise<Planned> {
  const { configuration, providers } = facts;
  const planned = assemble(facts, UNJUDGED);
  const wanted = estatesWanted(planned.plan, planned.assessment, providers);
  const estates = await readEstates({ ...reading, configuration, providers }, wanted);
  return withAccess(planned, estates, { configuration, providers }, judge);
}
