import type { Reason } from '../errors.ts';
import type { ApprovalFacts, DiscountedReview, Person, PublicationRun, ReviewFact } from './facts.ts';
import { ineligible, mayWrite, reason } from './people.ts';
import { seconds } from './seconds.ts';

/** The reviews sorted by what they are worth. `vetoes`: those that stand, each with what is known of it. */
export type JudgedReviews = {
  readonly counted: readonly ReviewFact[];
  readonly discounted: readonly DiscountedReview[];
  readonly vetoes: readonly Reason[];
};

/** @param quote Reviews must quote the run's code. @param run null: nothing counts, vetoes are still told. */
export function judgeReviews(facts: ApprovalFacts, run: PublicationRun | null, quote: boolean): JudgedReviews {
  const counted: ReviewFact[] = [];
  const discounted: DiscountedReview[] = [];
  const vetoes: Reason[] = [];
  for (const opinions of byReviewer(facts.reviews).values()) {
    const last = opinions.at(-1);
    if (last !== undefined && vetoStands(facts, last))
      vetoes.push(reason('changes-requested', vetoDetail(facts, last)));
    const timely = opinions.filter((review) => !isLateApproval(facts, review));
    const latest = timely.at(-1);
    for (const review of opinions) {
      if (!wasApproval(review)) continue;
      const why = whyNot(facts, run, quote, review, latest);
      if (why === null) counted.push(review);
      else discounted.push({ reviewId: review.id, reviewer: review.reviewer, reason: why });
    }
  }
  return {
    counted: counted.toSorted((left, right) => left.id - right.id),
    discounted: discounted.toSorted((left, right) => left.reviewId - right.reviewId),
    vetoes,
  };
}

/** Each person's reviews that are more than a comment, oldest first. */
function byReviewer(reviews: readonly ReviewFact[]): ReadonlyMap<number, readonly ReviewFact[]> {
  const opinions = reviews.filter(({ state }) => state !== 'COMMENTED' && state !== 'PENDING');
  const ordered = opinions.toSorted(
    (left, right) =>
      seconds(left.submittedAt) - seconds(right.submittedAt) || caution(left) - caution(right) || left.id - right.id,
  );
  return Map.groupBy(ordered, ({ reviewer }) => reviewer.id);
}

/** Within one second nobody can tell which review came last: it is taken to be the one that permits least. */
function caution(review: ReviewFact): number {
  if (review.state === 'CHANGES_REQUESTED') return 3;
  return review.state === 'APPROVED' ? 0 : wasApproval(review) ? 1 : 2;
}

function wasApproval(review: ReviewFact): boolean {
  return review.state === 'APPROVED' || (review.state === 'DISMISSED' && review.dismissal?.wasState === 'APPROVED');
}

/** A dismissed review whose earlier state cannot be told is taken to be a veto. */
function vetoStands(facts: ApprovalFacts, review: ReviewFact): boolean {
  if (wasApproval(review) || !mayWrite(facts, review.reviewer)) return false;
  if (review.state === 'CHANGES_REQUESTED') return true;
  const by = review.dismissal?.by ?? null;
  return by === null || ineligible(facts, by) !== null;
}

/** GitHub dismisses no review twice, so a dismissal that lifts nothing cannot be made good by another one. */
function vetoDetail(facts: ApprovalFacts, { state, reviewer: { login }, dismissal }: ReviewFact): string {
  if (state === 'CHANGES_REQUESTED') return `(${login})`;
  const by = dismissal?.by ?? null;
  const bar = by === null ? null : ineligible(facts, by);
  const who = by === null || bar === null ? 'nobody knows whom' : `${by.login}, who is not eligible: ${bar.message}`;
  const helps = `It cannot be dismissed twice, so only a new review by ${login} helps, or a new pull request`;
  return `(${login}; dismissed by ${who}. ${helps})`;
}

/** Approvals after the landing never count, so they replace no earlier one, unless dismissed: that withdraws both. */
function isLateApproval(facts: ApprovalFacts, review: ReviewFact): boolean {
  return (
    facts.moment.kind === 'apply' &&
    review.state === 'APPROVED' &&
    !(seconds(review.submittedAt) <= seconds(facts.moment.landedAt))
  );
}

function whyNot(
  facts: ApprovalFacts,
  run: PublicationRun | null,
  quote: boolean,
  review: ReviewFact,
  latest: ReviewFact | undefined,
): Reason | null {
  if (isLateApproval(facts, review)) return reason('review-after-landing');
  if (review.id !== latest?.id) return reason('review-superseded');
  if (review.state !== 'APPROVED') return reason('review-dismissed', dismissedBy(review.dismissal?.by ?? null));
  const bar = ineligible(facts, review.reviewer);
  if (bar !== null) return bar;
  if (run === null) return reason(facts.run === null ? 'run-absent' : 'digest-differs');
  if (run.publishedAt === null) return reason('run-unpublished');
  if (review.commitId === null || !run.heads.includes(review.commitId)) return reason('review-other-head');
  if (!(seconds(review.submittedAt) > seconds(run.publishedAt))) return reason('review-before-publication');
  if (!quote) return null;
  if (!quotes(review.body, run.code)) return reason('review-code-missing', `(quote ${run.code})`);
  return review.bodyEdited ? reason('review-body-edited') : null;
}

function dismissedBy(person: Person | null): string | undefined {
  return person === null ? undefined : `(by ${person.login})`;
}

/** Whether the code stands in the text as a word of its own, however a phone's keyboard capitalised it or drew its hyphen. */
function quotes(body: string, code: string): boolean {
  const words: readonly string[] | null = body
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .match(/[a-z0-9]+(?:-[a-z0-9]+)*/gu);
  return words !== null && words.includes(code.toLowerCase());
}
