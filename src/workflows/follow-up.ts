import type { Address } from '../core/address.ts';
import {
  codesOf,
  followUpBranch,
  followUpDraft,
  goneIn,
  isFollowedUp,
  type Ended,
  type FollowUp,
  type FollowUpDraft,
} from '../core/apply/follow-up.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { branchOff } from '../github/branch-beginning.ts';
import type { Contents } from '../github/contents.ts';
import { GitHubError, isRefusal } from '../github/errors.ts';
import { openPullRequest, pullRequestFrom, type PullRequest } from '../github/pull-requests.ts';
import { branchTip, repositoryFacts, type Repository } from '../github/repository.ts';
import type { ApplyOutcome } from '../render/outcome.ts';
import { followUpBody, followUpTitle } from '../render/follow-up.ts';
import { reasonOf } from './failure.ts';
import type { Landing } from './landings.ts';
import { desiredAt, type Providers } from './rules.ts';

export type FollowUpSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  /** The default branch's tip, the rules there, and why nobody approved those. */
  readonly tip: { readonly commit: string; readonly configuration: Configuration; readonly unapproved: Reason | null };
};

export type Unfulfilled = {
  readonly landing: Landing;
  readonly applyId: Sha256;
  readonly plan: Plan | null;
  readonly outcome: ApplyOutcome;
  readonly unapplied: readonly Address[];
};

/**
 * Asks again, by a pull request with a Reconciliation, for what an apply that ends leaves open. Done before the ledger says that the
 * apply has ended, and found again by its branch, so that a crash neither loses nor doubles it; afterwards it is never made anew.
 * A definite refusal is told and ends it. What may pass by itself is thrown, and the next run takes the landing up again.
 */
export async function followUp(surface: FollowUpSurface, unfulfilled: Unfulfilled): Promise<FollowUp> {
  const { pull } = unfulfilled.landing;
  const ended = endedAs(unfulfilled);
  if (pull === null || !isFollowedUp(ended)) return { kind: 'none' };
  const { unapproved } = surface.tip;
  if (unapproved !== null) return { kind: 'impossible', reason: unapproved };
  try {
    return await askAgain(surface, { ...unfulfilled, ended, pull });
  } catch (error) {
    const passes = error instanceof GitHubError && !isRefusal(error);
    if (passes || !(error instanceof CountersignError)) throw error;
    return { kind: 'impossible', reason: reasonOf(error) };
  }
}

function endedAs({ outcome, unapplied }: Unfulfilled): Ended {
  if (outcome.kind === 'refused')
    return { result: 'refused', codes: outcome.reasons.map(({ code }) => code), unapplied };
  if (outcome.kind === 'superseded' || outcome.report.result === 'unfinished')
    return { result: 'superseded', codes: [], unapplied };
  return { result: outcome.report.result, codes: codesOf(outcome.report), unapplied };
}

type Ask = Unfulfilled & { readonly ended: Ended; readonly pull: PullRequest };

async function askAgain(surface: FollowUpSurface, ask: Ask): Promise<FollowUp> {
  const { repository } = surface;
  const branch = followUpBranch(ask.applyId);
  // Closed by somebody, it is not opened again, and its branch is not made again where it was deleted.
  const known = await pullRequestFrom(repository, branch);
  if (known !== null) return { kind: 'opened', pullRequest: known.number };
  if ((await branchTip(repository, branch)) === null) {
    const draft = await draftFor(surface, ask);
    if (draft.kind === 'nothing') return { kind: 'none' };
    if (draft.kind === 'placeless') return { kind: 'impossible', reason: PLACELESS };
    const message = `Ask again for what pull request ${ask.pull.number} did not apply`;
    await branchOff(repository, { branch, base: surface.tip.commit, path: draft.path, text: draft.text, message });
  }
  return await open(repository, branch, ask);
}

const PLACELESS: Reason = {
  code: 'follow-up-placeless',
  message: 'No path for another document is left by the globs, or its name is taken.',
};

async function draftFor({ contents, providers, tip }: FollowUpSurface, ask: Ask): Promise<FollowUpDraft> {
  const { configuration } = tip;
  const { landing, plan, outcome, pull, applyId } = ask;
  const [before, after, now] = [
    await desiredAt(contents, landing.before, configuration, providers),
    await desiredAt(contents, landing.commit, configuration, providers),
    await desiredAt(contents, tip.commit, configuration, providers),
  ];
  // What is declared but cannot be read must not look as if it were gone.
  const broken = [...after.diagnostics, ...now.diagnostics].find(({ severity }) => severity === 'error');
  if (broken !== undefined)
    throw new CountersignError(broken.code, `The documents have errors: ${broken.code}.`, { mend: broken.mend });
  return followUpDraft({
    ...ask.ended,
    applyId,
    pullRequest: pull.number,
    landing: landing.commit,
    gone: plan === null || outcome.kind !== 'executed' ? new Set() : goneIn(plan, outcome.report),
    before: before.state,
    after: after.state,
    tip: now.state,
    configuration,
    paths: new Set((await contents.tree(tip.commit)).keys()),
  });
}

/** Whoever can write may push to the branch, before as after it is opened; that makes them contributors of it. */
async function open(repository: Repository, branch: string, { pull, landing, ended }: Ask): Promise<FollowUp> {
  const { defaultBranch: base } = await repositoryFacts(repository);
  const about = { pullRequest: pull.number, landing: landing.commit, result: ended.result };
  try {
    const draft = { branch, base, title: followUpTitle(about), body: followUpBody(about) };
    return { kind: 'opened', pullRequest: (await openPullRequest(repository, draft)).number };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'prepared', branch, url: compareUrl(pull, base, branch), reason: reasonOf(error) };
  }
}

/** GitHub's page on which a person opens a pull request from a branch. */
function compareUrl({ url }: PullRequest, base: string, branch: string): string {
  const home = url.slice(0, url.lastIndexOf('/pull/'));
  const [from, to] = [base, branch].map((name) => name.split('/').map(encodeURIComponent).join('/'));
  return `${home}/compare/${from}...${to}?expand=1`;
}
