import type { Assessment } from '../core/assessment.ts';
import { decide } from '../core/approval/decide.ts';
import type { Decision, PublicationRun } from '../core/approval/facts.ts';
import { publicationRuns, runAtLanding } from '../core/approval/runs.ts';
import { forbiddenBy } from '../core/apply/permitted.ts';
import { widenedBy } from '../core/apply/widened.ts';
import { applyIdOf, landedOf, landingDifference, supersededBy } from '../core/apply/landing.ts';
import type { Address } from '../core/address.ts';
import { begunChanges, recordedApply, type RecordedApply } from '../core/apply/history.ts';
import { planDigest } from '../core/digest.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Plan } from '../core/plan.ts';
import { judgeBy } from '../core/policy.ts';
import type { Contents } from '../github/contents.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { repositoryFacts, serverTime, type Repository } from '../github/repository.ts';
import { approvalFacts } from './approval-facts.ts';
import type { Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';
import type { Standing } from './standing.ts';
import { desiredAt, governanceBetween, rulesAt, type Providers } from './rules.ts';

export type JudgeSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly ledger: Ledger;
};

/** What may be executed for a landing, and on whose word. */
export type Approved = {
  readonly pull: PullRequest;
  readonly landing: Landing;
  readonly applyId: Sha256;
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly run: PublicationRun;
  readonly history: RecordedApply;
  readonly decision: Decision;
  /** Null: everything is allowed. Otherwise only these, which were begun under the ledger's approval. */
  readonly finishing: ReadonlySet<Address> | null;
  /** The rules before the landing, by which it was planned. */
  readonly configuration: Configuration;
};

export type Judgement =
  | { readonly kind: 'finished'; readonly applyId: Sha256 }
  | {
      readonly kind: 'refused' | 'superseded';
      /** What earlier runs of this apply did; null where it cannot have begun. */
      readonly history: RecordedApply | null;
      readonly applyId: Sha256;
      readonly digest: Sha256 | null;
      readonly plan: Plan | null;
      readonly reasons: readonly Reason[];
    }
  | ({ readonly kind: 'approved' } & Approved);

/**
 * Judges a landing from the ledger and freshly read facts; by the rules before it and by those at the tip, which must both allow.
 * What mends rules that nobody approved is judged by the last approved ones instead of those before it.
 */
export async function judgeLanding(
  surface: JudgeSurface,
  landing: Landing,
  standing: Standing,
  tip: { readonly commit: string; readonly configuration: Configuration },
): Promise<Judgement> {
  const { repository, contents, providers, ledger } = surface;
  const { id, defaultBranch } = await repositoryFacts(repository);
  const { pull } = landing;
  if (pull === null)
    return refused(
      applyIdOf(id, null, landing.commit, null),
      'direct-push',
      `${landing.commit.slice(0, 7)} belongs to no pull request.`,
    );
  const entries = await ledger.entries(pull.number);
  const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? '');
  const applyId = applyIdOf(id, pull.number, landing.commit, run?.digest ?? null);
  const history = recordedApply(entries, applyId);
  if (history.finished) return { kind: 'finished', applyId };
  if (standing.kind === 'unapproved') return refused(applyId, standing.reason.code, standing.reason.message);
  const rules =
    standing.kind === 'mending'
      ? { kind: 'rules' as const, configuration: standing.configuration }
      : await rulesAt(contents, landing.before, providers);
  if (rules.kind === 'absent')
    return refused(applyId, 'not-installed', 'There was no configuration before the landing.');
  if (rules.kind === 'invalid')
    return refused(applyId, 'rules-invalid', 'The rules before the landing cannot be read.');
  if (run === null) return refused(applyId, 'run-absent', 'No publication of this pull request stood when it landed.');
  const published = await publishedPlan(ledger, run);
  if (published === null)
    return refused(applyId, 'plan-missing', 'The ledger does not hold the plan that was published.');
  const { plan } = published;
  const judged = { applyId, digest: run.digest, plan, history };
  const reason = await readableReason(() => landingReason(surface, landing, plan, rules.configuration));
  if (reason !== null) return { kind: 'refused', ...judged, reasons: [reason] };
  const moved = await supersession(surface, landing, plan, rules.configuration, tip.commit);
  if (moved !== null) return { kind: 'superseded', ...judged, reasons: [moved] };
  const begun = history.approved === run.digest ? begunChanges(plan, history) : new Set<Address>();
  const late = await overdue(repository, pull, rules.configuration);
  if (late !== null && begun.size === 0) return { kind: 'refused', ...judged, reasons: [late] };
  const query = { pull, run, entries, published, defaultBranch };
  const allowed = {
    kind: 'approved' as const,
    ...judged,
    pull,
    landing,
    run,
    configuration: rules.configuration,
  };
  const before = await decided(surface, { ...query, configuration: rules.configuration, begun: null });
  const now = await decided(surface, { ...query, configuration: tip.configuration, begun: null });
  const changes = published.assessment.changes;
  const forbidden =
    forbiddenBy(rules.configuration, plan, changes) ??
    forbiddenBy(tip.configuration, plan, changes) ??
    widenedBy(plan, changes, providers);
  const denied = forbidden === null ? denialOf([before, now]) : [forbidden];
  if (late === null && denied === undefined) return { ...allowed, decision: now, finishing: null };
  if (begun.size === 0) return { kind: 'refused', ...judged, reasons: denied ?? [] };
  const resumed = await decided(surface, { ...query, configuration: tip.configuration, begun: { digest: run.digest } });
  return { ...allowed, decision: resumed, finishing: begun };
}

const SHOWN_REVIEWS = 10;

/** Why one of the decisions does not allow it, with the reviews that do not count: on GitHub they look as good as any. Undefined: all allow it. */
function denialOf(decisions: readonly Decision[]): readonly Reason[] | undefined {
  const denied = decisions.find(({ kind }) => kind !== 'approved');
  const reviews = denied?.discounted.slice(0, SHOWN_REVIEWS).map(({ reviewer, reason }) => {
    return { code: reason.code, message: `The review of ${reviewer.login} does not count: ${reason.message}` };
  });
  return denied === undefined ? undefined : [...denied.reasons, ...(reviews ?? [])];
}

/** The plan of a landing that brought exactly what was published, when its reviews count by these rules; otherwise null. */
export async function approvedPlan(
  surface: JudgeSurface,
  landing: Landing,
  configuration: Configuration,
): Promise<Plan | null> {
  const { pull } = landing;
  if (pull === null) return null;
  const { id, defaultBranch } = await repositoryFacts(surface.repository);
  const entries = await surface.ledger.entries(pull.number);
  const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? '');
  if (run === null) return null;
  const { finished } = recordedApply(entries, applyIdOf(id, pull.number, landing.commit, run.digest));
  const published = finished ? null : await publishedPlan(surface.ledger, run);
  if (published === null) return null;
  if ((await readableReason(() => landingReason(surface, landing, published.plan, configuration))) !== null)
    return null;
  const question = { pull, run, entries, published, defaultBranch, configuration, begun: null };
  return (await decided(surface, question)).kind === 'approved' ? published.plan : null;
}

type Question = {
  readonly pull: PullRequest;
  readonly run: PublicationRun;
  readonly entries: readonly LedgerEntry[];
  readonly published: { readonly plan: Plan; readonly assessment: Assessment };
  readonly defaultBranch: string;
  readonly configuration: Configuration;
  readonly begun: { readonly digest: Sha256 } | null;
};

async function decided(surface: JudgeSurface, question: Question): Promise<Decision> {
  const { pull, run, entries, published, defaultBranch, configuration, begun } = question;
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
  const assessment = { ...published.assessment, ...judgeBy(configuration)(plan, published.assessment.changes) };
  return decide(await approvalFacts(surface, { pull, moment, run, entries, plan, assessment, configuration }));
}

function refused(applyId: Sha256, code: string, message: string): Judgement {
  return { kind: 'refused', applyId, digest: null, plan: null, history: null, reasons: [{ code, message }] };
}

async function publishedPlan(
  ledger: Ledger,
  run: PublicationRun,
): Promise<{ plan: Plan; assessment: Assessment } | null> {
  const [plan, assessment] = [await ledger.blob(run.digest), await ledger.blob(run.assessmentHash)];
  if (plan === null || assessment === null) return null;
  const value = JSON.parse(Buffer.from(plan).toString('utf8')) as Plan;
  // The store checked the bytes; this checks that the bytes are the canonical form that the digest is defined on.
  if (planDigest(value) !== run.digest) return null;
  return { plan: value, assessment: JSON.parse(Buffer.from(assessment).toString('utf8')) as Assessment };
}

/** What a commit holds never changes: what cannot be read of it today stands in the way of every later landing for ever. */
const NEVER_READABLE: ReadonlySet<string> = new Set(['inputs-too-many', 'rule-unreadable', 'tree-too-large']);

async function readableReason(judge: () => Promise<Reason | null>): Promise<Reason | null> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof CountersignError) || !NEVER_READABLE.has(error.code)) throw error;
    return { code: 'landing-unreadable', message: `${error.code}: ${error.message}` };
  }
}

/** Why what lies between two commits is not what was planned; null when it is exactly that. */
export async function landingReason(
  { contents, providers }: Pick<JudgeSurface, 'contents' | 'providers'>,
  landing: Pick<Landing, 'before' | 'commit'>,
  plan: Plan,
  configuration: Configuration,
): Promise<Reason | null> {
  const before = await desiredAt(contents, landing.before, configuration, providers);
  const after = await desiredAt(contents, landing.commit, configuration, providers);
  const broken = after.diagnostics.find(({ severity }) => severity === 'error');
  if (broken !== undefined) return { code: 'landing-invalid', message: `${broken.code}: ${broken.cause}` };
  const governance = await governanceBetween(contents, landing.before, landing.commit, configuration);
  return landingDifference(plan, landedOf(before.state, after.state, governance));
}

async function supersession(
  { contents, providers }: JudgeSurface,
  landing: Landing,
  plan: Plan,
  configuration: Configuration,
  tip: string,
): Promise<Reason | null> {
  if (tip === landing.commit) return null;
  const { state } = await desiredAt(contents, tip, configuration, providers);
  const changed = await governanceBetween(contents, landing.commit, tip, configuration);
  return supersededBy(plan, state, new Map(changed.map(({ path, head }) => [path, head])));
}

/** A time to live limits starting, not resuming. */
async function overdue(
  repository: Repository,
  pull: PullRequest,
  configuration: Configuration,
): Promise<Reason | null> {
  const days = configuration.applyWithinDays;
  const landed = Date.parse(pull.merged?.at ?? '');
  const now = (await serverTime(repository.github)).getTime();
  if (now <= landed + days * 86_400_000) return null;
  return {
    code: 'apply-expired',
    message: `It landed more than ${days} days ago and nothing of it was begun; plan it again with a Reconciliation.`,
  };
}
