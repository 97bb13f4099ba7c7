import type { Assessment } from '../core/assessment.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { PolicyTrial } from '../core/policy/trial-difference.ts';
import { credentialsFold } from './credentials.ts';
import {
  checkFold,
  editsFold,
  foldMarkdown,
  movedFold,
  notModelledFold,
  readFold,
  unmanagedFold,
  type Fold,
} from './details.ts';
import { othersLines } from './effect.ts';
import { exceptionLines } from './exceptions.ts';
import { COMMENT_LIMIT, sizeOf } from './fit.ts';
import { verdictPhrase } from './headline.ts';
import { renderUnplanned } from './incomplete.ts';
import { data, markdown } from './phrase.ts';
import { trialLines } from './policy-trial.ts';
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
import { viewOf, type PlanView } from './view.ts';
import { count, shortDigest, TRIAL_SENTENCE, type Level } from './words.ts';

export type CommentInput = {
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly assessment: Assessment;
  /** The publication run's code, two groups of four characters. */
  readonly code: string;
  /** Reviews count only when they quote the code, because the live systems moved under an open page. */
  readonly mustQuote: boolean;
  /** The plan of the pull request's run before this one. */
  readonly previous: { readonly plan: Plan; readonly digest: Sha256 } | null;
  /** What the policies that the pull request brings would have said of the last plans; null or absent: it brings none. */
  readonly trial?: PolicyTrial | null;
  readonly level: Level;
  /** The command with which anyone verifies the ledger, as it is typed. */
  readonly verifyHint: string;
};

/** Bytes that no section may exceed, so that together they always leave room for the table and the last lines. */
const BUDGET = {
  lead: 9000,
  gains: 6000,
  others: 4000,
  notes: 4000,
  irreversible: 6000,
  blocked: 6000,
  governance: 3000,
  trial: 3000,
  takenIn: 2000,
  needs: 5000,
  policy: 6000,
  moved: 6000,
  exceptions: 2500,
} as const;
const SMALL_FOLD = 3000;
/** What is kept for the folds before rows are counted, so that exact edits are never crowded out altogether. */
const FOLD_RESERVE = 9000;

/** The comment of one publication run; errors and incomplete plans say so in the same place. At most 65,536 characters. */
export function renderComment(input: CommentInput): string {
  const { plan, digest, assessment } = input;
  const view = viewOf(plan, digest, assessment);
  switch (view.standing) {
    case 'errored':
    case 'incomplete':
      return renderUnplanned(view, input.level);
    case 'nothing':
      return nothingComment(view, input);
    case 'blocked':
    case 'denied':
    case 'rules':
    case 'changes':
      return wholeComment(view, input, COMMENT_LIMIT);
  }
}

function nothingComment(view: PlanView, input: CommentInput): string {
  const { requirements } = view.assessment;
  const asked = [...section(needLines(requirements, BUDGET.needs)), ...approveSections(view, input)];
  const body = [
    `Countersign: ${markdown(verdictPhrase(view))} (plan \`${shortDigest(view.digest)}\`).`,
    ...section(exceptionLines(view, BUDGET.exceptions)),
    ...(requirements.length === 0 ? [] : asked),
  ];
  return withTrial(body.join('\n\n'), input.level);
}

function withTrial(body: string, level: Level): string {
  return level === 'trial' ? `${body}\n\n${TRIAL_SENTENCE}\n` : `${body}\n`;
}

/** Sections in reading order; the table takes what they leave, the folds what the table leaves. */
function wholeComment(view: PlanView, input: CommentInput, limit: number): string {
  const { assessment, plan } = view;
  const check = foldMarkdown(checkFold(view, input.verifyHint));
  // Why nobody can approve it comes before what it would do.
  const first = [
    view.standing === 'denied' ? policyLines(view, BUDGET.policy) : [],
    governanceLines(plan.governance, BUDGET.governance),
    takenInLines(assessment.diagnostics, BUDGET.takenIn),
    trialLines(input.trial ?? null, BUDGET.trial),
  ];
  const before = [
    headline(view, input.code),
    ...first.flatMap(section),
    ...section(leadSection(leadLines(view, BUDGET.lead), first)),
    ...section(blockedLines(view, BUDGET.blocked)),
    ...section(irreversibleLines(view, BUDGET.irreversible)),
    ...section(noteLines(view, BUDGET.notes)),
    ...section(gainLines(view, BUDGET.gains)),
    ...section(othersLines(view, BUDGET.others)),
    ...movedSection(view, input),
  ];
  const after = [
    ...section(needLines(assessment.requirements, BUDGET.needs)),
    ...(view.standing === 'denied' ? [] : section(policyLines(view, BUDGET.policy))),
    ...section(exceptionLines(view, BUDGET.exceptions)),
    ...approveSections(view, input),
    ...(input.level === 'trial' ? [TRIAL_SENTENCE] : []),
  ];
  const fixed = sizeOf([...before, ...after, check].join('\n\n'));
  const table = section(tableLines(view, limit - fixed - FOLD_RESERVE));
  const folds = foldsWithin(view, input, limit - fixed - sizeOf(table.join('\n\n')) - 200);
  return `${[...before, ...table, ...unchangedNote(view), ...after, ...folds, check].join('\n\n')}\n`;
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function headline(view: PlanView, code: string): string {
  return `### Countersign: ${markdown(verdictPhrase(view))}\n\nplan \`${shortDigest(view.digest)}\` · code ${markdown([data(code)])}`;
}

function unchangedNote(view: PlanView): readonly string[] {
  if (view.unchanged === 0) return [];
  return [`${count(view.unchanged, 'more document was', 'more documents were')} edited without changing anything.`];
}

/** Where approvals became void under an open page, what moved is not left to be unfolded. */
function movedSection(view: PlanView, { mustQuote, previous }: CommentInput): readonly string[] {
  const moved = mustQuote ? movedFold(view, previous, BUDGET.moved) : null;
  return moved === null ? [] : [[`**${moved.title}**`, '', ...moved.lines].join('\n')];
}

/** How to approve, where that is possible at all. */
function approveSections(view: PlanView, input: CommentInput): readonly string[] {
  if (view.standing === 'blocked')
    return ['This plan cannot be approved: mend what is blocked, and a new plan appears.'];
  if (view.standing === 'denied')
    return [
      'No approval overrides a policy that denies: change the pull request, or let one of its own bring another policy or an exception to the rule; `countersign explain policy-denied` says how.',
    ];
  const sentences = [
    'Approve with an ordinary GitHub review (*Files changed*, then *Review changes*). It counts for this plan only: should the live systems move, a new plan appears and earlier approvals no longer count.',
    'Who contributed to the pull request cannot approve it.',
  ];
  return [[...quoteSentences(view, input), ...sentences].join(' ')];
}

function quoteSentences(view: PlanView, { code, mustQuote }: CommentInput): readonly string[] {
  const quote = `**Write the code ${markdown([data(code)])} in the text of the review**,`;
  if (mustQuote)
    return [
      `${quote} because this plan replaced another one under the same commit: a page opened before does not show it.`,
    ];
  if (view.assessment.requirements.some(({ confirm }) => confirm))
    return [`${quote} which a requirement above asks for.`];
  return [];
}

/** The small ones first, so that the exact edits take all that is left; shown in the order of comment.md. */
function foldsWithin(view: PlanView, input: CommentInput, budget: number): readonly string[] {
  let left = budget;
  const [moved, credentials, read, unmanaged, notModelled] = [
    taken(input.mustQuote ? null : movedFold(view, input.previous, Math.min(BUDGET.moved, left))),
    taken(credentialsFold(view, Math.min(SMALL_FOLD, left))),
    taken(readFold(view, Math.min(SMALL_FOLD, left))),
    taken(unmanagedFold(view, Math.min(SMALL_FOLD, left))),
    taken(notModelledFold(view, Math.min(SMALL_FOLD, left))),
  ];
  const edits = taken(editsFold(view, left));
  return [edits, moved, credentials, read, unmanaged, notModelled].flatMap((fold) => (fold === null ? [] : [fold]));

  function taken(fold: Fold | null): string | null {
    if (fold === null) return null;
    const text = foldMarkdown(fold);
    if (sizeOf(text) + 2 > left) return null;
    left -= sizeOf(text) + 2;
    return text;
  }
}
