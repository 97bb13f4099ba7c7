import type { Assessment } from '../core/assessment.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { editsFold, foldMarkdown, notModelledFold, readFold, unmanagedFold } from './details.ts';
import { othersLines } from './effect.ts';
import { renderErrors } from './errors.ts';
import { exceptionLines } from './exceptions.ts';
import { verdictPhrase } from './headline.ts';
import { markdown } from './phrase.ts';
import {
  blockedLines,
  gainLines,
  governanceLines,
  irreversibleLines,
  leadLines,
  leadSection,
  needLines,
  noteLines,
  policyLines,
  takenInLines,
} from './sections.ts';
import { tableLines } from './table.ts';
import { viewOf } from './view.ts';

/** Bytes for each section: a report is a file, so nothing but the reader's patience bounds it. */
const UNBOUNDED = 16_000_000;

/** The plan as Markdown for a file or a wiki: the comment's sections, whole, without what only a review can do. */
export function renderReport(plan: Plan, digest: Sha256, assessment: Assessment, room = UNBOUNDED): string {
  if (assessment.errored || !assessment.complete) return renderErrors({ ...assessment, level: 'standard' });
  const view = viewOf(plan, digest, assessment);
  const policy = policyLines(view, room);
  const first = [
    view.standing === 'denied' ? policy : [],
    governanceLines(plan.governance, room),
    takenInLines(assessment.diagnostics, room),
  ];
  const sections = [
    [`### Countersign: ${markdown(verdictPhrase(view))}`],
    [`plan \`${digest}\``],
    ...first,
    leadSection(leadLines(view, room), first),
    blockedLines(view, room),
    irreversibleLines(view, room),
    noteLines(view, room),
    gainLines(view, room),
    othersLines(view, room),
    tableLines(view, room),
    needLines(assessment.requirements, room),
    view.standing === 'denied' ? [] : policy,
    exceptionLines(view, room),
    ...[editsFold, readFold, unmanagedFold, notModelledFold].map((fold) => {
      const folded = fold(view, room);
      return folded === null ? [] : [foldMarkdown(folded)];
    }),
  ];
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}
