import {
  codesOf,
  followUpBranch,
  followUpCommits,
  isFollowedUp,
  type Ended,
  type FollowUp,
} from '../core/apply/follow-up.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { commitFile, createBranch } from '../github/branch-beginning.ts';
import { GitHubError, isRefusal } from '../github/errors.ts';
import { firstParents } from '../github/history.ts';
import { orNull } from '../github/persons.ts';
import { openPullRequest, pullRequestFrom, type PullRequest } from '../github/pull-requests.ts';
import { branchTip, repositoryFacts, type Repository } from '../github/repository.ts';
import { followUpBody, followUpTitle } from '../render/follow-up.ts';
import { reasonOf } from './failure.ts';
import { draftOf, type Ask, type FollowUpSurface, type Unfulfilled } from './follow-up-draft.ts';
import type { Ledger } from './ledger.ts';

type Surface = FollowUpSurface & { readonly repository: Repository; readonly ledger: Ledger };

/**
 * Asks again, by a pull request with a Reconciliation, for what an apply that ends leaves open. Done before the ledger says that the
 * apply has ended, and found again by its branch, so that a crash neither loses nor doubles it; afterwards it is never made anew.
 * A definite refusal is told and ends it. What may pass by itself is thrown, and the next run takes the landing up again.
 */
export async function followUp(surface: Surface, unfulfilled: Unfulfilled): Promise<FollowUp> {
  const { pull } = unfulfilled.landing;
  const ended = endedAs(unfulfilled);
  if (pull === null || !isFollowedUp(ended)) return { kind: 'none' };
  const { unapproved } = surface.tip;
  if (unapproved !== null) return { kind: 'impossible', reason: unapproved };
  try {
    return await askAgain(surface, { ...unfulfilled, ended, pull });
  } catch (error) {
    if (!(error instanceof CountersignError) || mayPass(error)) throw error;
    return { kind: 'impossible', reason: reasonOf(error) };
  }
}

/** The ledger kept moving, or another run entered something about the same pull request. */
const BUSY: ReadonlySet<string> = new Set(['ledger-contended', 'ledger-overtaken']);

function mayPass(error: CountersignError): boolean {
  return BUSY.has(error.code) || (error instanceof GitHubError && !isRefusal(error));
}

function endedAs({ outcome, unapplied }: Unfulfilled): Ended {
  if (outcome.kind === 'refused')
    return { result: 'refused', codes: outcome.reasons.map(({ code }) => code), unapplied };
  if (outcome.kind === 'superseded' || outcome.report.result === 'unfinished')
    return { result: 'superseded', codes: [], unapplied };
  return { result: outcome.report.result, codes: codesOf(outcome.report), unapplied };
}

async function askAgain(surface: Surface, ask: Ask): Promise<FollowUp> {
  const { repository } = surface;
  const branch = followUpBranch(ask.applyId);
  const { defaultBranch } = await repositoryFacts(repository);
  // Closed by somebody, it is not opened again, and its branch is not made again where it was deleted.
  const known = await pullRequestFrom(repository, branch, defaultBranch);
  if (known !== null) {
    const isTaken = (await originOf(surface, ask, branch, known.head.sha)) === 'foreign';
    return isTaken ? taken(branch) : { kind: 'opened', pullRequest: known.number };
  }
  const tip = await branchTip(repository, branch);
  const prepared = tip === null ? await begin(surface, ask, branch) : await adopt(surface, ask, branch, tip);
  return prepared ?? (await open(repository, branch, ask));
}

/**
 * Enters the commit before there is a branch with it, so that the ledger tells what is ours whenever the run dies.
 * @returns null when the branch stands, otherwise why there is none of ours.
 */
async function begin(surface: Surface, ask: Ask, branch: string): Promise<FollowUp | null> {
  const { repository, ledger } = surface;
  const { applyId, pull } = ask;
  const draft = await draftOf(surface, ask);
  if (draft.kind === 'nothing') return { kind: 'none' };
  if (draft.kind === 'placeless') return { kind: 'impossible', reason: PLACELESS };
  const { path, text } = draft;
  const message = `Ask again for what pull request ${pull.number} did not apply`;
  const commit = await commitFile(repository, { base: surface.tip.commit, path, text, message });
  const body = { type: 'follow-up' as const, applyId, branch, commit };
  await ledger.append([{ pullRequest: pull.number, digest: ask.digest, body }]);
  const tip = await createBranch(repository, branch, commit);
  return tip === commit ? null : await adopt(surface, ask, branch, tip);
}

async function adopt(surface: Surface, ask: Ask, branch: string, tip: string): Promise<FollowUp | null> {
  return (await originOf(surface, ask, branch, tip)) === 'ours' ? null : taken(branch);
}

/** Commits looked back at most on the branch that asks. */
const ADDED = 100;

/**
 * Whether what leads to `head` began as a commit that the ledger tells is ours. Whoever can write can push the branch first, and its
 * name is no secret; what a commit holds, and what it stands on, nobody can change.
 * @returns `gone` when GitHub no longer knows the head.
 */
async function originOf(
  { repository, ledger }: Surface,
  { pull }: Ask,
  branch: string,
  head: string,
): Promise<'ours' | 'foreign' | 'gone'> {
  const added = await orNull(() => firstParents(repository, head, null, ADDED));
  if (added === null) return 'gone';
  const ours = followUpCommits(await ledger.entries(pull.number), branch);
  return added.commits.some(({ sha }) => ours.has(sha)) ? 'ours' : 'foreign';
}

function taken(branch: string): FollowUp {
  const message = `The branch ${branch}, or a pull request from it, holds something else than what asks again.`;
  return { kind: 'impossible', reason: { code: 'follow-up-branch-taken', message } };
}

const PLACELESS: Reason = {
  code: 'follow-up-placeless',
  message: 'No path for another document is left by the globs, or its name is taken.',
};

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
