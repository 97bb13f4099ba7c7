import type { Assessment } from '../core/assessment.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { annotationsOf, TITLE_LIMIT, type Annotation } from './annotations.ts';
import { credentialsFold } from './credentials.ts';
import { editsFold, readFold } from './details.ts';
import { othersLines } from './effect.ts';
import { errorsVerdict } from './errors.ts';
import { exceptionLines } from './exceptions.ts';
import { CHECK_LIMIT, sizeOf } from './fit.ts';
import { verdictPhrase } from './headline.ts';
import { renderUnplanned } from './incomplete.ts';
import { nextPhrase } from './next.ts';
import { data, markdown, plain, said } from './phrase.ts';
import {
  blockedLines,
  governanceLines,
  irreversibleLines,
  leadLines,
  leadSection,
  noteLines,
  policyLines,
  takenInLines,
} from './sections.ts';
import { tableLines } from './table.ts';
import { cut, grouped } from './text.ts';
import { viewOf, type PlanView } from './view.ts';
import { capitalized, shortDigest, TRIAL_SENTENCE, type Level } from './words.ts';

/** GitHub's `neutral` and `skipped` satisfy a required check, so neither exists here. Null: still in progress. */
export type Conclusion = 'success' | 'failure' | null;

/** `summary` and `text` are Markdown of at most 65,535 characters; `title` is plain. */
export type CheckOutput = {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly conclusion: Conclusion;
  readonly annotations: readonly Annotation[];
};

export type PlanCheckInput = {
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly assessment: Assessment;
  readonly level: Level;
};

/** countersign/plan: succeeds when the plan was computed, can be applied, and nothing denies it. */
export function renderPlanCheck({ plan, digest, assessment, level }: PlanCheckInput): CheckOutput {
  const view = viewOf(plan, digest, assessment);
  const remarks = annotationsOf(view);
  const annotations = remarks.shown;
  if (view.standing === 'errored' || view.standing === 'incomplete') {
    const title = capitalized(errorsVerdict(assessment.diagnostics, assessment.incomplete));
    const summary = [renderUnplanned(view, level), ...remarksLine(remarks)].join('\n');
    const text = view.standing === 'incomplete' ? textOf(view) : '';
    return { title, summary, text, conclusion: 'failure', annotations };
  }
  const conclusion = view.standing === 'blocked' || view.standing === 'denied' ? 'failure' : 'success';
  return {
    title: capitalized(titleOf(view)),
    summary: [summaryOf(view, level), ...remarksLine(remarks)].join('\n\n'),
    text: textOf(view),
    conclusion,
    annotations,
  };
}

/** Either check where there is no plan to show, e.g. because the pull request touches no identity, with the reason. */
export function renderPlainCheck(conclusion: 'success' | 'failure', { code, message }: Reason): CheckOutput {
  const title = conclusion === 'success' ? 'Nothing to plan' : cut(`Not planned: ${plain([data(code)])}`, TITLE_LIMIT);
  const next = conclusion === 'success' ? [] : nextPhrase(code);
  const summary = markdown([said(message), ' (', data(code), ')', ...next]);
  return { title, summary, text: '', conclusion, annotations: [] };
}

function titleOf(view: PlanView): string {
  return cut(plain(verdictPhrase(view)), TITLE_LIMIT);
}

/** Bytes. The table has what the sections before it leave, but for its head and the line on remarks. */
const MOST_ROWS = 26_000;
const LAST_LINE = 1000;

function summaryOf(view: PlanView, level: Level): string {
  const { plan, assessment } = view;
  const first = [governanceLines(plan.governance, 3000), takenInLines(assessment.diagnostics, 2000)];
  const before = [
    `plan \`${shortDigest(view.digest)}\`: ${markdown(verdictPhrase(view))}.`,
    ...(level === 'trial' ? [TRIAL_SENTENCE] : []),
    ...[
      ...first,
      leadSection(leadLines(view, 9000), first),
      blockedLines(view, 6000),
      irreversibleLines(view, 6000),
      noteLines(view, 4000),
      othersLines(view, 4000),
      policyLines(view, 6000),
      exceptionLines(view, 3000),
    ].flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])),
  ].join('\n\n');
  const rows = tableLines(view, Math.min(MOST_ROWS, CHECK_LIMIT - sizeOf(before) - LAST_LINE));
  return rows.length === 0 ? before : `${before}\n\n${rows.join('\n')}`;
}

function textOf(view: PlanView): string {
  const folds = [editsFold(view, CHECK_LIMIT - 12_000), credentialsFold(view, 4000), readFold(view, 6000)];
  return folds
    .flatMap((fold) => (fold === null ? [] : [`#### ${fold.title}\n\n${fold.lines.join('\n')}`]))
    .join('\n\n');
}

/** Said only where some are left out. */
function remarksLine({ shown, all }: ReturnType<typeof annotationsOf>): readonly string[] {
  if (shown.length === all) return [];
  return [`On the files stand the ${shown.length} riskiest of ${grouped(all)} remarks.`];
}
