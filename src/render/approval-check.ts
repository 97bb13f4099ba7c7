import type { Assessment, Finding } from '../core/assessment.ts';
import type { ApplyReport } from '../core/apply/execute.ts';
import { isDone } from '../core/apply/receipt.ts';
import type { Decision, DiscountedReview, Person, RequirementState } from '../core/approval/facts.ts';
import { byChoice } from '../core/approval/choices.ts';
import type { ControlLine } from '../core/controls/line.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { TITLE_LIMIT } from './annotations.ts';
import type { CheckOutput } from './check-run.ts';
import { controlsFold } from './controls.ts';
import { foldMarkdown } from './details.ts';
import { CHECK_LIMIT, fit } from './fit.ts';
import { approverPhrase, eitherPhrase, verdictPhrase } from './headline.ts';
import { nextPhrase } from './next.ts';
import { data, listed, markdown, plain, said, strong, type Phrase } from './phrase.ts';
import { findingPhrase, requirementPhrase } from './sections.ts';
import { cut } from './text.ts';
import { viewOf } from './view.ts';
import { capitalized, count, shortDigest, TRIAL_SENTENCE, type Level } from './words.ts';

/** How far the pull request has come besides its reviews. `publishedAt`: RFC 3339 in UTC. */
export type ApprovalProgress =
  | { readonly kind: 'unpublished' }
  | {
      readonly kind: 'published';
      readonly publishedAt: string;
      readonly commentUrl: string | null;
      readonly code: string;
      readonly mustQuote: boolean;
    }
  | { readonly kind: 'applying' }
  | { readonly kind: 'applied'; readonly report: ApplyReport };

export type ApprovalCheckInput = {
  readonly decision: Decision;
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly assessment: Assessment;
  readonly progress: ApprovalProgress;
  readonly level: Level;
  /** The newest trusted ledger entry, which later runs hold the ledger against. */
  readonly anchor: { readonly index: number; readonly hash: Sha256 } | null;
  /** What the plan shows of each control, with the approvals that it has. */
  readonly controls: readonly ControlLine[];
};

const BUDGET = { reasons: 8000, waiting: 12_000, approved: 8000, discounted: 16_000 } as const;
const PEOPLE_SHOWN = 10;

/** countersign/approval: for whom it waits, who approved, whose review does not count and why. */
export function renderApprovalCheck(input: ApprovalCheckInput): CheckOutput {
  const { decision, digest } = input;
  const view = viewOf(input.plan, digest, input.assessment);
  const sections = [
    `plan \`${shortDigest(digest)}\`: ${markdown(verdictPhrase(view))}.`,
    ...(input.level === 'trial' ? [TRIAL_SENTENCE] : []),
    ...list(
      decision.kind === 'approved' ? '**Approved**' : decision.kind === 'refused' ? '**Refused**' : '**Waiting**',
      besidesMissing(decision),
      BUDGET.reasons,
      reasonPhrase,
    ),
    ...list('**Policy**', input.assessment.findings.filter(isDenial), BUDGET.reasons, (finding) =>
      findingPhrase(finding, view.naming),
    ),
    ...list('**Requirements**', missingFirst(decision), BUDGET.waiting, requirementStatePhrase),
    ...list('**Reviews that count, and that nothing asks for**', unasked(decision), BUDGET.approved, ({ reviewer }) => [
      personPart(reviewer),
    ]),
    ...list('**Reviews that do not count**', decision.discounted, BUDGET.discounted, discountedPhrase),
    ...progressSections(input.progress),
    ...anchorSection(input),
  ];
  return {
    title: titleOf(decision),
    summary: sections.join('\n\n'),
    text: controlsText(input.controls),
    conclusion: conclusionOf(decision),
    annotations: [],
  };
}

function controlsText(controls: readonly ControlLine[]): string {
  const fold = controlsFold(controls, CHECK_LIMIT);
  return fold === null ? '' : foldMarkdown(fold);
}

function conclusionOf({ kind }: Decision): CheckOutput['conclusion'] {
  switch (kind) {
    case 'approved':
      return 'success';
    case 'refused':
      return 'failure';
    case 'waiting':
      return null;
  }
}

/** A requirement that is listed says itself what it lacks. */
function besidesMissing({ reasons, requirements }: Decision): readonly Reason[] {
  return requirements.length === 0 ? reasons : reasons.filter(({ code }) => code !== 'approval-missing');
}

/** With its rule, that rule's line, the values it saw and how to comply: the decision itself names no more than the rule. */
function isDenial({ effect }: Finding): boolean {
  return effect === 'deny';
}

function missingFirst(decision: Decision): readonly States[] {
  return statesOf(decision).toSorted((left, right) => Number(isOpen(right)) - Number(isOpen(left)));
}

function unasked({ counted, requirements }: Decision): Decision['counted'] {
  const asked = new Set(requirements.flatMap(({ satisfiedBy }) => satisfiedBy.map(({ id }) => id)));
  return counted.filter(({ reviewer }) => !asked.has(reviewer.id));
}

/** Each once; that approvals are missing, too, only where it is all there is to say. */
function codesOf(decision: Decision): Phrase {
  const others = besidesMissing(decision);
  const said = others.length === 0 ? decision.reasons : others;
  return listed(
    [...new Set(said.map(({ code }) => code))].map((code) => [data(code)]),
    3,
  );
}

function titleOf(decision: Decision): string {
  return cut(capitalized(plain(titlePhrase(decision))), TITLE_LIMIT);
}

function titlePhrase(decision: Decision): Phrase {
  const { kind, counted } = decision;
  switch (kind) {
    case 'approved':
      return counted.length === 0
        ? ['approved: no approval is needed']
        : [
            'approved by ',
            ...listed(
              counted.map(({ reviewer }) => [data(reviewer.login)]),
              4,
            ),
          ];
    case 'refused':
      return ['refused: ', ...codesOf(decision)];
    case 'waiting': {
      const missing = statesOf(decision).filter(isOpen);
      if (missing.length === 0) return ['waiting: ', ...codesOf(decision)];
      return [
        'waiting for ',
        ...listed(
          missing.map((options) => eitherPhrase(options.map(lacking), missingPhrase)),
          4,
        ),
      ];
    }
  }
}

function missingPhrase({ requirement, missing }: RequirementState): Phrase {
  return [...(missing > 1 ? [`${missing} of `] : []), ...approverPhrase(requirement)];
}

/** Each requirement, or the options of a choice that are not met by another one. */
type States = readonly (readonly RequirementState[])[];

function statesOf({ requirements }: Decision): readonly States[] {
  const standing = requirements.filter(({ spared }) => spared !== true);
  return byChoice(standing, ({ requirement }) => requirement.choice);
}

function isOpen(options: States): boolean {
  return options.every((option) => lacking(option).length > 0);
}

function lacking(option: readonly RequirementState[]): readonly RequirementState[] {
  return option.filter(({ missing }) => missing > 0);
}

function list<T>(heading: string, items: readonly T[], budget: number, phrase: (item: T) => Phrase): readonly string[] {
  if (items.length === 0) return [];
  const lines = fit(
    items,
    budget,
    (item) => `- ${markdown(phrase(item))}`,
    (left) => `- … and ${count(left, 'more', 'more')}.`,
  );
  return [[heading, '', ...lines].join('\n')];
}

function reasonPhrase({ code, message, pointer }: Reason): Phrase {
  const place = pointer === undefined ? [] : [' at ', data(pointer)];
  return [said(message), ...place, ' (', data(code), ')', ...nextPhrase(code)];
}

function personPart({ login }: Person): Phrase[number] {
  return data(login);
}

function requirementStatePhrase(options: States): Phrase {
  const mark = isOpen(options) ? missingText(options) : 'met';
  const met = options.flatMap((option) => option.filter(({ satisfiedBy }) => satisfiedBy.length > 0));
  return [
    strong(mark),
    ': ',
    ...requirementPhrase(options.map((option) => option.map(({ requirement }) => requirement))),
    ...met.flatMap((state) => ['; ', ...approvedPhrase(state, options.flat().length)]),
  ];
}

/** What lacks least, where there is a choice. */
function missingText(options: States): string {
  const sums = options.map((option) => option.reduce((sum, { missing }) => sum + missing, 0));
  return `${Math.min(...sums)} missing`;
}

function approvedPhrase({ requirement, satisfiedBy }: RequirementState, parts: number): Phrase {
  const people = listed(
    satisfiedBy.map((person) => [personPart(person)]),
    PEOPLE_SHOWN,
  );
  return parts === 1 ? ['approved by ', ...people] : [...approverPhrase(requirement), ': approved by ', ...people];
}

function discountedPhrase({ reviewId, reviewer, reason }: DiscountedReview): Phrase {
  return [personPart(reviewer), ` (review ${reviewId}): `, ...reasonPhrase(reason)];
}

function progressSections(progress: ApprovalProgress): readonly string[] {
  switch (progress.kind) {
    case 'unpublished':
      return ['The plan is not published yet: no review counts before it is.'];
    case 'published': {
      const place =
        progress.commentUrl === null
          ? 'in its comment'
          : `in [its comment](${encodeURI(progress.commentUrl).replaceAll('(', '%28').replaceAll(')', '%29')})`;
      const quote = progress.mustQuote
        ? ` Reviews count only when they quote the code ${markdown([data(progress.code)])}.`
        : '';
      return [`Published ${place} at ${markdown([data(progress.publishedAt)])}: only later reviews count.${quote}`];
    }
    case 'applying':
      return ['Landed: the plan is being applied.'];
    case 'applied': {
      const { receipts, result } = progress.report;
      return [`Landed: ${result}, ${receipts.filter(isDone).length} of ${count(receipts.length, 'step')} done.`];
    }
  }
}

function anchorSection({ digest, anchor }: ApprovalCheckInput): readonly string[] {
  const known = anchor === null ? [] : [`; ledger up to entry ${anchor.index}, ${markdown([data(anchor.hash)])}`];
  return [`Digest ${markdown([data(digest)])}${known.join('')}.`];
}
