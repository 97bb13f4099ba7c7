import { renderErrors } from './errors.ts';
import { leadLines } from './sections.ts';
import type { PlanView } from './view.ts';
import type { Level } from './words.ts';

const PARTIAL_BUDGET = 4000;

/** In place of a plan that has errors or that is incomplete; of the latter also what it would do where everything was read. */
export function renderUnplanned(view: PlanView, level: Level): string {
  const lead = view.standing === 'incomplete' ? leadLines(view, PARTIAL_BUDGET) : [];
  const partial =
    lead.length === 0
      ? []
      : ['**What was read would change**: a part of a plan, which nobody can approve', '', ...lead];
  return renderErrors({ ...view.assessment, level, partial });
}
