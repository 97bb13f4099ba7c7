import { defaultRequirements } from './approval/requirements.ts';
import type { SourceAccess } from './access/assessed.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Configuration } from './configuration.ts';
import type { Plan } from './plan.ts';
import { pullView, type PullFacts } from './policy/pull.ts';
import type { Judgement } from './policy/set.ts';

/** Judges a plan by what is assessed of its changes, and of effective access; never edits one. Pure. */
export type Judge = (plan: Plan, changes: readonly ChangeAssessment[], access: readonly SourceAccess[]) => Judgement;

/**
 * The judge of one commit's rules: what the configuration's defaults ask for and what its policies say, which only ever add to it, as far as
 * no exception takes that away again.
 * A team has nobody: it is not read. @param now see `Situation`
 * @param pull see `pullView`; null: not known here, or no rule asks for it
 */
export function judgeBy(configuration: Configuration, now: string, pull: PullFacts | null): Judge {
  const view = pull === null ? null : pullView(pull, configuration.people, configuration.policySet.teams);
  return (plan, changes, access) => {
    const { requirements, findings, exceptions } = configuration.policySet.judge({
      plan,
      changes,
      access,
      now,
      pull: view,
    });
    return {
      requirements: [...defaultRequirements(configuration, plan, changes, access), ...requirements],
      findings,
      exceptions,
    };
  };
}
