import type { Assessment } from '../core/assessment.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { editsFold, foldMarkdown, notModelledFold, readFold, unmanagedFold } from './details.ts';
import { renderErrors } from './errors.ts';
import { verdictPhrase } from './headline.ts';
import { markdown } from './phrase.ts';
import {
  blockedLines,
  gainLines,
  governanceLines,
  irreversibleLines,
  leadLines,
  needLines,
  noteLines,
  policyLines,
  tableLines,
} from './sections.ts';
import { viewOf } from './view.ts';

/** A report is a file, so nothing but the reader's patience bounds it. */
const ROOM = 16_000_000;

/** The plan as Markdown for a file or a wiki: the comment's sections, whole, without what only a review can do. */
export function renderReport(plan: Plan, digest: Sha256, assessment: Assessment): string {
  if (assessment.errored || !assessment.complete) return renderErrors({ ...assessment, level: 'standard' });
  const view = viewOf(plan, digest, assessment);
  const sections = [
    [`### Countersign: ${markdown(verdictPhrase(view))}`],
    [`plan \`${digest}\``],
    governanceLines(plan.governance, ROOM),
    leadLines(view, ROOM),
    blockedLines(view, ROOM),
    irreversibleLines(view, ROOM),
    noteLines(view, ROOM),
    gainLines(view, ROOM),
    tableLines(view, ROOM),
    needLines(assessment.requirements, ROOM),
    policyLines(assessment.findings, ROOM),
    ...[editsFold, readFold, unmanagedFold, notModelledFold].map((fold) => {
      const folded = fold(view, ROOM);
      return folded === null ? [] : [foldMarkdown(folded)];
    }),
  ];
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}
