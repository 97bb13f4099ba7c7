import { defaultRequirements } from './approval/requirements.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Configuration } from './configuration.ts';
import type { Plan } from './plan.ts';
import { pullView, type PullFacts } from './policy/pull.ts';
import type { Judgement } from './policy/set.ts';

/** Judges a plan by what is assessed of its changes; never edits one. Pure. */
export type Judge = (plan: Plan, changes: readonly ChangeAssessment[]) => Judgement;

/**
 * The judge of one commit's rules: what the configuration's defaults ask for and what its policies say, which only ever add to it.
 * A team has nobody: it is not read. @param now see `Situation`
 * @param pull see `pullView`; null: not known here, or no rule asks for it
 */
export function judgeBy(configuration: Configuration, now: string, pull: PullFacts | null): Judge {
  const view = pull === null ? null : pullView(pull, configuration.people, configuration.policySet.teams);
  return (plan, changes) => {
    const { requirements, findings } = configuration.policySet.judge({ plan, changes, now, pull: view });
    return { requirements: [...defaultRequirements(configuration, plan, changes), ...requirements], findings };
  };
}
