import { publicationRuns, runAtLanding } from '../core/approval/runs.ts';
import type { Address } from '../core/address.ts';
import { begunChanges, recordedApply } from '../core/apply/history.ts';
import { applyIdOf, leftUndone, takenOver } from '../core/apply/landing.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Contents } from '../github/contents.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { repositoryFacts, serverTime, type Repository } from '../github/repository.ts';
import type { Judgement } from './judgement.ts';
import { landingReason } from './landed-inputs.ts';
import { allowanceOf, decided } from './landing-approval.ts';
import type { Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';
import { CONTENT_MISSING, publishedPlan } from './published-plan.ts';
import { rulesAt, type Providers } from './rules.ts';
import type { Standing } from './standing.ts';
import { supersession, type Since } from './supersession.ts';

export type JudgeSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly ledger: Ledger;
};

/**
 * Judges a landing from the ledger and freshly read facts; by the rules before it and by those at the tip, which must both allow.
 * What mends rules that nobody approved is judged by the last approved ones instead of those before it.
 */
export async function judgeLanding(
  surface: JudgeSurface,
  landing: Landing,
  standing: Standing,
  tip: Configuration,
  since: Since,
): Promise<Judgement> {
  const { repository, contents, providers, ledger } = surface;
  const { id, defaultBranch } = await repositoryFacts(repository);
  const { pull, unattributed } = landing;
  if (unattributed !== null) return { kind: 'unread', digest: null, plan: null, reasons: [unattributed] };
  if (pull === null)
    return refused(
      applyIdOf(id, null, landing.commit, null),
      'direct-push',
      `${landing.commit.slice(0, 7)} did not land by a pull request.`,
    );
  const entries = await ledger.entries(pull.number);
  const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? '');
  const applyId = applyIdOf(id, pull.number, landing.name, run?.digest ?? null);
  const history = recordedApply(entries, applyId);
  if (history.finished) return { kind: 'finished', applyId };
  if (standing.kind === 'unread') return { kind: 'unread', digest: null, plan: null, reasons: standing.reasons };
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
  const published = await publishedPlan(ledger, run, { head: pull.head.sha, entries });
  if (published === null) return { kind: 'unread', digest: run.digest, plan: null, reasons: [CONTENT_MISSING] };
  const { plan } = published;
  const inputs = { ...published, configuration: rules.configuration };
  const judged = { applyId, digest: run.digest, plan, history, inputs };
  const reason = await landingReason(surface, landing, plan, rules.configuration);
  if (reason !== null) return { kind: 'refused', ...judged, reasons: [reason] };
  const begun = history.approved === run.digest ? begunChanges(plan, history) : new Set<Address>();
  // What a mending landing ratifies, and on whose word, its standing told.
  const question = { pull, run, entries, published, defaultBranch, bypassed: null };
  const both = { before: rules.configuration, tip };
  const allowance = await allowanceOf(surface, question, both);
  const moved = await supersession(surface, landing, plan, rules.configuration, since);
  if (moved !== null) {
    const undone = leftUndone(plan, moved.states, allowance.kind === 'allowed' ? null : begun);
    return { kind: 'superseded', ...judged, reasons: [moved.reason], undone, takenOver: takenOver(plan, moved.states) };
  }
  const late = await overdue(repository, pull, both);
  if (late !== null && begun.size === 0) return { kind: 'refused', ...judged, reasons: [late] };
  if (late === null && allowance.kind === 'unread')
    return { kind: 'unread', digest: run.digest, plan, reasons: allowance.reasons };
  const approved = { kind: 'approved' as const, ...judged, pull, landing, run, configuration: rules.configuration };
  if (late === null && allowance.kind === 'allowed')
    return { ...approved, decision: allowance.decision, finishing: null };
  if (begun.size === 0 && allowance.kind === 'denied')
    return { kind: 'refused', ...judged, reasons: allowance.reasons };
  const decision = await decided(surface, question, tip, { digest: run.digest });
  const reasons = [...(late === null ? [] : [late]), ...(allowance.kind === 'allowed' ? [] : allowance.reasons)];
  return { ...approved, decision, finishing: { begun, reasons } };
}

function refused(applyId: Sha256, code: string, message: string): Judgement {
  const unknown = { digest: null, plan: null, history: null, inputs: null };
  return { kind: 'refused', applyId, ...unknown, reasons: [{ code, message }] };
}

/** A time to live limits starting, not resuming. */
async function overdue(
  repository: Repository,
  pull: PullRequest,
  { before, tip }: { readonly before: Configuration; readonly tip: Configuration },
): Promise<Reason | null> {
  const days = Math.min(before.applyWithinDays, tip.applyWithinDays);
  const landed = Date.parse(pull.merged?.at ?? '');
  const now = (await serverTime(repository.github)).getTime();
  if (now <= landed + days * 86_400_000) return null;
  return {
    code: 'apply-expired',
    message: `It landed more than ${days} days ago, and what was not begun by then is planned again with a Reconciliation.`,
  };
}
