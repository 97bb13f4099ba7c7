import { estatesWanted, withAccess } from '../core/access/assess.ts';
import { assemble, type PlanFacts, type Planned } from '../core/assembly.ts';
import { mentionsIn, namesIn, withMentions } from '../core/mentions.ts';
import type { Judge } from '../core/policy.ts';
import { NOTHING_SAID } from '../core/policy/set.ts';
import { lookUp, readEstates, type ReadRequest } from './read-live.ts';

/** Where nothing is asked of rules, as of a plan that nobody publishes. */
export const UNJUDGED: Judge = () => NOTHING_SAID;

/**
 * A plan with what it does to effective access, judged by both, and blocked where it needs what is not there. What it does has to be
 * known before what that needs, and whom it may concern, can be read: where that fails, the plan is as complete as without it.
 */
export async function planWithAccess(
  facts: PlanFacts,
  reading: Pick<ReadRequest, 'connect' | 'progress' | 'handed'>,
  judge: Judge,
): Promise<Planned> {
  const { configuration, providers } = facts;
  const request = { ...reading, configuration, providers };
  const assembled = assemble(facts, UNJUDGED);
  const mentions = mentionsIn(assembled, facts);
  const names = new Map([...mentions].map(([source, all]) => [source, namesIn(all)]));
  const planned = withMentions(assembled, mentions, await lookUp(request, names));
  const wanted = estatesWanted(planned.plan, planned.assessment, providers);
  const estates = await readEstates(request, wanted);
  return withAccess(planned, estates, { configuration, providers }, judge);
}
