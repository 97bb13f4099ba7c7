import { defaultRequirements } from './approval/requirements.ts';
import type { Assessment, ChangeAssessment } from './assessment.ts';
import type { Configuration } from './configuration.ts';
import type { Plan } from './plan.ts';

/** Who has to say yes to a plan, and what the rules find in it. */
export type Judgement = Pick<Assessment, 'requirements' | 'findings'>;

/** Judges a plan by what is assessed of its changes; never edits one. Pure. */
export type Judge = (plan: Plan, changes: readonly ChangeAssessment[]) => Judgement;

/** The judge of one configuration: what its defaults ask for, and no findings, so that nothing is denied. A team has nobody: it is not read. */
export function judgeBy(configuration: Configuration): Judge {
  return (plan, changes) => ({ requirements: defaultRequirements(configuration, plan, changes), findings: [] });
}
