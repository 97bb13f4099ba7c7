import type { Assessment } from '../core/assessment.ts';
import type { Diagnostic, Location, Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { editsFold, readFold } from './details.ts';
import { diagnosticPhrase, errorsVerdict, renderErrors } from './errors.ts';
import { CHECK_LIMIT } from './fit.ts';
import { changeSentence, riskPhrase, verdictPhrase } from './headline.ts';
import { data, markdown, plain, said } from './phrase.ts';
import {
  blockedLines,
  findingPhrase,
  governanceLines,
  irreversibleLines,
  leadLines,
  noteLines,
  policyLines,
  tableLines,
} from './sections.ts';
import { cut } from './text.ts';
import { viewOf, type ChangeView, type PlanView } from './view.ts';
import { capitalized, shortDigest, TRIAL_SENTENCE, type Level } from './words.ts';

/** GitHub's `neutral` and `skipped` satisfy a required check, so neither exists here. Null: still in progress. */
export type Conclusion = 'success' | 'failure' | null;

/** One remark on a line of a file at the head; every text in it is plain and inert. */
export type Annotation = {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
};

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

export const TITLE_LIMIT = 200;
const ANNOTATION_LIMIT = 4000;
/** More would bury the file view; the comment has all of them. */
const MAXIMUM_ANNOTATIONS = 200;

/** countersign/plan: succeeds when the plan was computed, can be applied, and nothing denies it. */
export function renderPlanCheck({ plan, digest, assessment, level }: PlanCheckInput): CheckOutput {
  const view = viewOf(plan, digest, assessment);
  const annotations = annotationsOf(view);
  if (view.standing === 'errored' || view.standing === 'incomplete') {
    const title = capitalized(errorsVerdict(assessment.diagnostics, assessment.incomplete));
    return { title, summary: renderErrors({ ...assessment, level }), text: '', conclusion: 'failure', annotations };
  }
  const conclusion = view.standing === 'blocked' || view.standing === 'denied' ? 'failure' : 'success';
  return {
    title: capitalized(titleOf(view)),
    summary: summaryOf(view, level),
    text: textOf(view),
    conclusion,
    annotations,
  };
}

/** Either check where there is no plan to show, e.g. because the pull request touches no identity, with the reason. */
export function renderPlainCheck(conclusion: 'success' | 'failure', { code, message }: Reason): CheckOutput {
  const title = conclusion === 'success' ? 'Nothing to plan' : cut(`Not planned: ${plain([data(code)])}`, TITLE_LIMIT);
  return { title, summary: markdown([said(message), ' (', data(code), ')']), text: '', conclusion, annotations: [] };
}

function titleOf(view: PlanView): string {
  return cut(plain(verdictPhrase(view)), TITLE_LIMIT);
}

function summaryOf(view: PlanView, level: Level): string {
  const { plan, assessment } = view;
  const sections = [
    `plan \`${shortDigest(view.digest)}\`: ${markdown(verdictPhrase(view))}.`,
    ...(level === 'trial' ? [TRIAL_SENTENCE] : []),
    ...[
      governanceLines(plan.governance, 3000),
      leadLines(view, 9000),
      blockedLines(view, 6000),
      irreversibleLines(view, 6000),
      noteLines(view, 4000),
      policyLines(assessment.findings, 6000),
      tableLines(view, 30_000),
    ].flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])),
  ];
  return sections.join('\n\n');
}

function textOf(view: PlanView): string {
  const folds = [editsFold(view, CHECK_LIMIT - 8000), readFold(view, 6000)];
  return folds
    .flatMap((fold) => (fold === null ? [] : [`#### ${fold.title}\n\n${fold.lines.join('\n')}`]))
    .join('\n\n');
}

function annotationsOf(view: PlanView): readonly Annotation[] {
  const { diagnostics, findings } = view.assessment;
  const changed = new Map(view.changes.map((change) => [change.change.address, change]));
  const fromFindings = findings.flatMap((finding) => {
    const location = finding.address === null ? null : (changed.get(finding.address)?.assessment.location ?? null);
    if (location === null) return [];
    const level = finding.effect === 'deny' ? 'failure' : 'warning';
    return [annotation(location, level, finding.code, plain(findingPhrase(finding)))];
  });
  const all = [
    ...diagnostics.flatMap(diagnosticAnnotation),
    ...view.changes.flatMap(blockedAnnotations),
    ...fromFindings,
    ...view.changes.flatMap(changeAnnotation),
  ];
  return all.slice(0, MAXIMUM_ANNOTATIONS);
}

function diagnosticAnnotation(diagnostic: Diagnostic): readonly Annotation[] {
  if (diagnostic.location === undefined) return [];
  const level = diagnostic.severity === 'error' ? 'failure' : 'warning';
  return [annotation(diagnostic.location, level, diagnostic.code, plain(diagnosticPhrase(diagnostic)))];
}

function blockedAnnotations({ change, assessment }: ChangeView): readonly Annotation[] {
  return change.blocked.flatMap((reason) => {
    const location = assessment.locations[reason.pointer ?? ''] ?? assessment.location;
    return location === null ? [] : [annotation(location, 'failure', reason.code, plain([said(reason.message)]))];
  });
}

function changeAnnotation(view: ChangeView): readonly Annotation[] {
  const { change, assessment, name } = view;
  if (assessment.location === null || change.blocked.length > 0 || change.metadata.after === null) return [];
  const level = assessment.risk.level === 'critical' || assessment.risk.level === 'high' ? 'warning' : 'notice';
  const message = `${plain(changeSentence(view))}. Risk: ${plain(riskPhrase(view))}.`;
  return [annotation(assessment.location, level, plain([data(name), `: ${change.action}`]), message)];
}

function annotation({ path, line }: Location, level: Annotation['level'], title: string, message: string): Annotation {
  return { path, line, level, title: cut(title, TITLE_LIMIT), message: cut(message, ANNOTATION_LIMIT) };
}
