import { controlsReport } from '../../src/core/controls/report.ts';
import { NO_COVERAGE } from '../../src/core/policy/coverage.ts';
import { decide } from '../../src/core/approval/decide.ts';
import type { ApprovalFacts } from '../../src/core/approval/facts.ts';
import type { FollowUp } from '../../src/core/apply/follow-up.ts';
import { receiptOf, type Receipt } from '../../src/core/apply/receipt.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { Reason } from '../../src/core/errors.ts';
import { decideGroup, type GroupMember } from '../../src/core/group.ts';
import { renderApprovalCheck } from '../../src/render/approval-check.ts';
import { renderPlainCheck, type CheckOutput } from '../../src/render/check-run.ts';
import { followUpBody, followUpTitle } from '../../src/render/follow-up.ts';
import { renderGroupCheck } from '../../src/render/group-check.ts';
import { renderOutcome, type ApplyOutcome } from '../../src/render/outcome.ts';
import { at, CODE, factsOf, PEOPLE, type Situation } from '../core/approval/situation.ts';
import { inputOf } from './cases.ts';

/** What people see of a situation, by the name of its file: Markdown, or a check. */
export type Seen = { readonly 'comment.md': string } | { readonly 'check.json': CheckOutput };

const LANDING = 'd4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607';
const [ADMIN, EXPORTER] = ['accounts/MemoryAccount/admin-tool', 'accounts/MemoryAccount/billing-exporter'] as const;

const widening = await inputOf('widening');
const denied = await inputOf('denied');

/** The check on the pull request of `widening`, or of another plan, as it really is decided. */
function approval(
  situation: Situation,
  more: Partial<ApprovalFacts> = {},
  { plan, digest, assessment }: typeof widening = widening,
): Seen {
  const honest = factsOf(situation);
  const { requirements, findings } = assessment;
  const facts: ApprovalFacts = {
    ...honest,
    requirements,
    findings,
    moment: { ...honest.moment, digest },
    run: honest.run === null ? null : { ...honest.run, digest },
    ...more,
  };
  const progress = {
    kind: 'published' as const,
    publishedAt: at(0),
    commentUrl: 'https://github.com/acme/identities/pull/12#issuecomment-7',
    code: CODE,
    mustQuote: situation.run?.mustQuote ?? false,
  };
  const decision = decide(facts);
  const anchor = { index: 42, hash: sha256('entry 42') };
  return {
    'check.json': renderApprovalCheck({
      decision,
      plan,
      digest,
      assessment,
      progress,
      level: 'standard',
      anchor,
      controls: controlsReport({
        plan,
        digest,
        assessment,
        coverage: NO_COVERAGE,
        approval: decision,
        recorded: anchor,
      }),
    }),
  };
}

const byTeam = widening.assessment.requirements.map((requirement) =>
  requirement.of === 'security' ? { ...requirement, of: '@acme/security', people: ['@acme/security'] } : requirement,
);

const ALL = [
  { by: 'ben', at: 60 },
  { by: 'carl', at: 75 },
  { by: 'dora', at: 90 },
];

const APPROVALS: { readonly [name: string]: Seen } = {
  'approval-waiting': approval({}),
  'approval-halfway': approval({ reviews: ALL.slice(0, 2) }),
  'approval-approved': approval({ reviews: ALL }),
  'approval-voided': approval({
    run: { mustQuote: true },
    reviews: [
      { by: 'ben', at: -600 },
      { by: 'dora', at: 90 },
    ],
  }),
  'approval-not-theirs': approval({
    contributors: [
      { who: 'ana', through: 'author of 3f2a91c' },
      { who: 'cleo', through: 'committer of 77b01de' },
    ],
    reviews: [
      { by: 'cleo', at: 60 },
      { by: 'rita', at: 70 },
      { by: 'sync', at: 80 },
    ],
    machineUsers: ['sync'],
  }),
  'approval-objected': approval({ reviews: [...ALL, { by: 'edo', state: 'CHANGES_REQUESTED', at: 120 }] }),
  'approval-nobody-left': approval(
    {},
    { candidates: [PEOPLE['ana'], PEOPLE['cleo']].filter((one) => one !== undefined) },
  ),
  'approval-team-unreadable': approval({}, { requirements: byTeam }),
  'approval-denied': approval({ reviews: ALL }, {}, denied),
  'approval-comment-edited': approval({ comment: 'edited', reviews: ALL }),
};

function outcome(of: ApplyOutcome, followUp: FollowUp = { kind: 'none' }): Seen {
  const { plan, digest, verifyHint } = widening;
  const applyId = sha256('apply');
  return {
    'comment.md': renderOutcome({
      plan,
      digest,
      outcome: of,
      landing: LANDING,
      applyId,
      level: 'standard',
      verifyHint,
      followUp,
      words: new Map(),
    }),
  };
}

function executed(
  result: 'applied' | 'partial' | 'unfinished' | 'nothing' | 'refused',
  receipts: readonly Receipt[],
  more: { readonly followUp?: FollowUp; readonly unverified?: readonly string[] } = {},
): Seen {
  return outcome({ kind: 'executed', report: { result, receipts, unverified: more.unverified ?? [] } }, more.followUp);
}

const OPENED: FollowUp = { kind: 'opened', pullRequest: 13 };
const DONE = receiptOf(`${ADMIN}#1`, 'applied');

const OUTCOMES: { readonly [name: string]: Seen } = {
  'outcome-applied': executed('applied', [
    DONE,
    receiptOf(`${EXPORTER}#1`, 'applied', {
      remains: ['2 sessions that began before keep what they have until they end'],
    }),
  ]),
  'outcome-partial': executed(
    'partial',
    [
      DONE,
      receiptOf(`${EXPORTER}#1`, 'conflict', {
        conflict: { pointer: '/grants/values/hr.salaries/SELECT', planned: 'granted', found: null },
      }),
    ],
    { followUp: OPENED },
  ),
  'outcome-failed': executed(
    'refused',
    [
      receiptOf(`${ADMIN}#1`, 'failed', {
        failure: {
          code: 'permission-denied',
          severity: 'error',
          cause: 'The login of the write connection may not grant this.',
          mend: 'Give it the right to grant, then merge the pull request that asks again.',
        },
      }),
      receiptOf(`${EXPORTER}#1`, 'not-attempted', { note: 'the source refused before it' }),
    ],
    { followUp: OPENED },
  ),
  'outcome-refused': outcome(
    {
      kind: 'refused',
      reasons: [
        {
          code: 'approval-missing',
          message: 'A requirement still lacks approvals that count. (0 of 1 by security: access is widened)',
        },
      ],
    },
    OPENED,
  ),
  'outcome-unfinished': executed('unfinished', [
    DONE,
    receiptOf(`${EXPORTER}#1`, 'waiting', { note: 'the old credential stays valid until 2026-11-24T17:00:00Z' }),
  ]),
  'outcome-differs': executed('applied', [DONE, receiptOf(`${EXPORTER}#1`, 'already-applied')], {
    unverified: [EXPORTER],
  }),
  'outcome-superseded': outcome({ kind: 'superseded', report: null }),
};

const ASKED = { pullRequest: 12, landing: LANDING, result: 'partial' as const };

const SCOPE = { addresses: new Set([EXPORTER]), paths: new Set<string>(), rules: new Set<string>() };
const WAITING: Reason = {
  code: 'approval-missing',
  message: 'A requirement still lacks approvals that count. (0 of 1 by security: access is widened)',
};

function group(...members: readonly GroupMember[]): Seen {
  return { 'check.json': renderGroupCheck(decideGroup({ members, sharing: [] }), 'standard') };
}

const OTHERS: { readonly [name: string]: Seen } = {
  'group-lands': group(
    { pullRequest: 12, scope: SCOPE, verdict: { kind: 'approved' } },
    { pullRequest: 14, scope: null, verdict: { kind: 'unconcerned' } },
  ),
  'group-refused': group(
    { pullRequest: 12, scope: SCOPE, verdict: { kind: 'approved' } },
    { pullRequest: 15, scope: SCOPE, verdict: { kind: 'waiting', reasons: [WAITING] } },
  ),
  unconcerned: {
    'check.json': renderPlainCheck('success', {
      code: 'unconcerned',
      message: 'This pull request touches neither an identity nor the rules.',
    }),
  },
  withheld: {
    'check.json': renderPlainCheck('failure', {
      code: 'fork-not-asked',
      message: 'The head 9b7e21d comes from a fork; someone with write permission has to ask for it.',
    }),
  },
  'asked-again': {
    'comment.md': `# ${followUpTitle(ASKED)}\n\n${followUpBody(ASKED)}`,
  },
};

/** Everything but plans: how a decision stands, how a landing ended, and what is said where there is no plan. */
export const SITUATIONS: { readonly [name: string]: Seen } = { ...APPROVALS, ...OUTCOMES, ...OTHERS };
