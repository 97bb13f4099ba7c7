import { compareText } from '../address.ts';
import type { Requirement } from '../assessment.ts';
import { denialText } from '../denial.ts';
import type { Reason } from '../errors.ts';
import type { ApprovalFacts, Decision, Person, PublicationRun, RequirementState, ReviewFact } from './facts.ts';
import { approverText } from './asking.ts';
import { byChoice, spareSomehow, standingsOf } from './choices.ts';
import { asksOf, canStillSuffice, whoLostEligibility } from './outlook.ts';
import { contributingBots, contributorProblems, reason } from './people.ts';
import { judgeReviews } from './reviews.ts';
import { isRetargeted } from './runs.ts';
import { unreadTeams } from './teams.ts';

/**
 * Whether the reviews approve exactly this plan, now. Pure: gate and apply call it on freshly read facts, and the order of the facts
 * is irrelevant. `waiting` only at the gate, and only when nothing but approvals is missing. Reason codes: APPROVAL_CODES.
 */
export function decide(facts: ApprovalFacts): Decision {
  const required = requirements(facts);
  const run = facts.run?.digest === facts.moment.digest ? facts.run : null;
  const judged = judgeReviews(facts, run, facts.run?.mustQuote === true || required.some(({ confirm }) => confirm));
  const states = requirementStates(facts, required, people(judged.counted));
  const decision = {
    counted: judged.counted.map(({ id, reviewer }) => ({ reviewId: id, reviewer })),
    discounted: judged.discounted,
    requirements: states,
  };
  if (facts.moment.kind === 'apply' && facts.moment.begun !== null)
    return { ...decision, ...resume(facts.moment.begun.digest === facts.moment.digest) };

  const refusals = [
    ...publicationProblems(facts),
    ...contributorProblems(facts),
    ...unreadTeams({
      requirements: states.flatMap(({ requirement, spared }) => (spared === true ? [] : [requirement])),
    }),
    ...denials(facts),
    ...judged.vetoes,
  ];
  const missing = missingApprovals(states);
  if (missing.length > 0 && !canStillSuffice(facts, required))
    refusals.push(reason('nobody-eligible', whoLostEligibility(facts)));
  if (refusals.length > 0) return { ...decision, kind: 'refused', reasons: inOrder([...refusals, ...missing]) };
  if (missing.length > 0)
    return { ...decision, kind: facts.moment.kind === 'gate' ? 'waiting' : 'refused', reasons: inOrder(missing) };
  return { ...decision, kind: 'approved', reasons: [reason('approved')] };
}

function resume(same: boolean): Pick<Decision, 'kind' | 'reasons'> {
  return same
    ? { kind: 'approved', reasons: [reason('begun-under-approval')] }
    : { kind: 'refused', reasons: [reason('digest-differs')] };
}

function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  const key = ({ code, message }: Reason): string => `${code}\n${message}`;
  return reasons.toSorted((left, right) => compareText(key(left), key(right)));
}

function publicationProblems(facts: ApprovalFacts): readonly Reason[] {
  const { moment, run } = facts;
  const problems: Reason[] = [];
  if (moment.baseBranch !== moment.defaultBranch) problems.push(reason('base-not-default', `(${moment.baseBranch})`));
  if (moment.kind === 'gate' && !moment.complete) problems.push(reason('plan-incomplete'));
  if (moment.kind === 'gate' && !moment.applyable) problems.push(reason('plan-not-applyable'));
  if (run === null) return [...problems, reason('run-absent')];
  if (run.ended !== null) problems.push(reason('run-ended', `(${run.ended.reason})`));
  if (run.baseBranch !== moment.baseBranch) problems.push(reason('run-retargeted', `(from ${run.baseBranch})`));
  else if (isRetargeted(run, facts.baseChanges, moment.kind === 'apply' ? moment.landedAt : null))
    problems.push(reason('run-retargeted', `(from ${run.baseBranch} and back)`));
  if (run.digest !== moment.digest)
    problems.push(reason('digest-differs', `(published ${run.digest}, now ${moment.digest})`));
  if (!run.heads.includes(moment.head)) problems.push(reason('head-not-published', `(${moment.head})`));
  return [...problems, ...commentProblems(facts, run)];
}

function commentProblems(facts: ApprovalFacts, run: PublicationRun): readonly Reason[] {
  if (run.publishedAt === null || run.commentId === null) return [reason('run-unpublished')];
  if (facts.comment === null) return [reason('comment-gone')];
  return facts.comment.edited || facts.comment.hash !== run.bodyHash ? [reason('comment-edited')] : [];
}

function denials(facts: ApprovalFacts): readonly Reason[] {
  return facts.findings
    .filter(({ effect }) => effect === 'deny')
    .map((finding) => reason('policy-denied', `(${denialText(finding)})`));
}

/** Of a choice all options at once, as any of them would do. */
function missingApprovals(states: readonly RequirementState[]): readonly Reason[] {
  const counted = ({ requirement, missing }: RequirementState): string =>
    `${requirement.count - missing} of ${requirement.count} by ${approverText(requirement)}`;
  return byChoice(
    states.filter(({ spared }) => spared !== true),
    ({ requirement }) => requirement.choice,
  )
    .filter((options) => options.every((option) => option.some(({ missing }) => missing > 0)))
    .map((options) => {
      const text = options.map((option) => option.map(counted).join(' and ')).join(', or ');
      return reason('approval-missing', `(${text}: ${options[0]?.[0]?.requirement.reason ?? ''})`);
    });
}

const SOMEONE: Requirement = {
  code: 'someone',
  of: 'anyone',
  people: null,
  count: 1,
  distinct: false,
  confirm: false,
  reason: 'at least one person always approves',
};

/** At least one eligible person always approves, whatever policies say. */
function requirements(facts: ApprovalFacts): readonly Requirement[] {
  return facts.requirements.some(({ count }) => count > 0) ? facts.requirements : [...facts.requirements, SOMEONE];
}

function people(reviews: readonly ReviewFact[]): readonly Person[] {
  return reviews.map(({ reviewer }) => reviewer).toSorted((left, right) => left.id - right.id);
}

function requirementStates(
  facts: ApprovalFacts,
  required: readonly Requirement[],
  persons: readonly Person[],
): readonly RequirementState[] {
  const asks = asksOf(required, persons);
  const standings = standingsOf(asks);
  const states = required.map((requirement, index): RequirementState => {
    const { people: serving = [], missing = requirement.count, spared = false } = standings[index] ?? {};
    const satisfiedBy = persons.filter(({ id }) => serving.includes(id));
    return { requirement, satisfiedBy, missing, ...(spared ? { spared } : {}) };
  });
  const bots = contributingBots(facts);
  if (bots.length === 0) return states;
  const extra = spareSomehow(asks, new Set(persons.map(({ id }) => id)), bots.length);
  return [...states, { requirement: forBots(bots), satisfiedBy: [], missing: bots.length - extra }];
}

function forBots(bots: readonly Person[]): Requirement {
  const reason = `one more person than otherwise needed for each bot that contributed: ${bots.map(({ login }) => login).join(', ')}`;
  return {
    code: 'bot-contributed',
    of: 'anyone',
    people: null,
    count: bots.length,
    distinct: true,
    confirm: false,
    reason,
  };
}
