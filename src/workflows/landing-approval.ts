import { awaitedReads } from '../core/approval/awaited.ts';
import { decide } from '../core/approval/decide.ts';
import type { Decision, PublicationRun } from '../core/approval/facts.ts';
import { publicationRuns, runAtLanding } from '../core/approval/runs.ts';
import { recordedApply } from '../core/apply/history.ts';
import { applyIdOf } from '../core/apply/landing.ts';
import { forbiddenBy } from '../core/apply/permitted.ts';
import { widenedBy } from '../core/apply/widened.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Involved } from '../core/ledger/bodies.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Plan } from '../core/plan.ts';
import { judgeBy } from '../core/policy.ts';
import { riskAnew } from '../core/risk/anew.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { repositoryFacts } from '../github/repository.ts';
import { approvalFacts, type FactsSurface } from './approval-facts.ts';
import { landingReason, type LandedSurface } from './landed-inputs.ts';
import type { Landing } from './landings.ts';
import { readPull, withTeams } from './pull-facts.ts';
import { CONTENT_MISSING, publishedPlan, type Published } from './published-plan.ts';

export type ApprovalSurface = FactsSurface & LandedSurface;

export type Question = {
  readonly pull: PullRequest;
  readonly run: PublicationRun;
  readonly entries: readonly LedgerEntry[];
  readonly published: Published;
  readonly defaultBranch: string;
  /** See `FactsQuery`. */
  readonly bypassed: Involved | null;
};

export type Allowance =
  | { readonly kind: 'allowed'; readonly decision: Decision }
  /** Nobody can tell now: who is in a team that has to approve, or who pushed, cannot be read. */
  | { readonly kind: 'unread'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'denied'; readonly reasons: readonly Reason[] };

/** By the rules before the landing and by those at the tip, which must both allow it. */
export async function allowanceOf(
  surface: ApprovalSurface,
  question: Question,
  rules: { readonly before: Configuration; readonly tip: Configuration },
): Promise<Allowance> {
  const { plan, assessment } = question.published;
  const before = await decided(surface, question, rules.before, null);
  const now = await decided(surface, question, rules.tip, null);
  const forbidden =
    forbiddenBy(rules.before, plan, assessment.changes, surface.providers) ??
    forbiddenBy(rules.tip, plan, assessment.changes, surface.providers) ??
    widenedBy(plan, assessment.changes, surface.providers);
  if (forbidden !== null) return { kind: 'denied', reasons: [forbidden] };
  const against = [before, now].filter(({ kind }) => kind !== 'approved');
  const denied = against.find((decision) => awaitedReads(decision).length === 0);
  if (denied !== undefined) return { kind: 'denied', reasons: [...denied.reasons, ...uncounted(denied)] };
  const [unread] = against;
  return unread === undefined ? { kind: 'allowed', decision: now } : { kind: 'unread', reasons: awaitedReads(unread) };
}

const SHOWN_REVIEWS = 10;

/** The reviews that do not count: on GitHub they look as good as any. */
function uncounted({ discounted }: Decision): readonly Reason[] {
  return discounted.slice(0, SHOWN_REVIEWS).map(({ reviewer, reason }) => {
    return { code: reason.code, message: `The review of ${reviewer.login} does not count: ${reason.message}` };
  });
}

/** `unread`: nobody can tell now, as for `Allowance`, or because the ledger lacks the plan. */
export type PlanApproval =
  | { readonly kind: 'approved'; readonly plan: Plan }
  | { readonly kind: 'unread'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unapproved' };

const UNAPPROVED: PlanApproval = { kind: 'unapproved' };

/** The plan of a landing that brought exactly what was published, when its reviews count by these rules. */
export async function approvedPlan(
  surface: ApprovalSurface,
  landing: Landing,
  configuration: Configuration,
  bypassed: Involved | null,
): Promise<PlanApproval> {
  const { pull } = landing;
  if (pull === null) return UNAPPROVED;
  const { id, defaultBranch } = await repositoryFacts(surface.repository);
  const entries = await surface.ledger.entries(pull.number);
  const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? '');
  if (run === null) return UNAPPROVED;
  const { finished } = recordedApply(entries, applyIdOf(id, pull.number, landing.name, run.digest));
  if (finished) return UNAPPROVED;
  const published = await publishedPlan(surface.ledger, run, { head: pull.head.sha, entries });
  if (published === null) return { kind: 'unread', reasons: [CONTENT_MISSING] };
  if ((await landingReason(surface, landing, published.plan, configuration)) !== null) return UNAPPROVED;
  const question = { pull, run, entries, published, defaultBranch, bypassed };
  const decision = await decided(surface, question, configuration, null);
  if (decision.kind === 'approved') return { kind: 'approved', plan: published.plan };
  const reasons = awaitedReads(decision);
  return reasons.length === 0 ? UNAPPROVED : { kind: 'unread', reasons };
}

/** @param begun the digest under which the ledger says that this apply began; null: judged as if nothing was written yet */
export async function decided(
  surface: ApprovalSurface,
  question: Question,
  configuration: Configuration,
  begun: { readonly digest: Sha256 } | null,
): Promise<Decision> {
  const { pull, run, entries, published, defaultBranch, bypassed } = question;
  const { plan } = published;
  const moment = {
    kind: 'apply' as const,
    digest: run.digest,
    head: pull.head.sha,
    landedAt: pull.merged?.at ?? '',
    begun,
    defaultBranch,
    baseBranch: pull.base.ref,
  };
  const { access } = published.assessment;
  // Rules that came after the gate may be the first to ask about the pull request, or about a team.
  const facts =
    published.pull === null
      ? await readPull(surface, pull, pull.base.sha, configuration)
      : await withTeams(surface.repository, published.pull, configuration);
  // As of its publication, so that no day that passes between the approval and the landing makes it another.
  const now = run.publishedAt ?? moment.landedAt;
  const changes = riskAnew(plan, published.assessment, { configuration, providers: surface.providers, now });
  const assessment = {
    ...published.assessment,
    changes,
    ...judgeBy(configuration, moment.landedAt, facts)(plan, changes, access),
  };
  const query = { pull, moment, run, entries, plan, assessment, configuration, bypassed };
  return decide(await approvalFacts(surface, query));
}
