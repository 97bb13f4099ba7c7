import { publicationRuns, runAtLanding } from '../core/approval/runs.ts';
import { landedAs } from '../core/apply/history.ts';
import type { Configuration } from '../core/configuration.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { approvedPlan, type ApprovalSurface } from './landing-approval.ts';
import type { Landing } from './landings.ts';

/** `elsewhere`: it landed before, as other commits. `name`: the commit under which the ledger knows, or will know, the landing. */
export type LandedBy =
  | { readonly kind: 'pull-request'; readonly pull: PullRequest; readonly name: string }
  | { readonly kind: 'nobody' | 'elsewhere' };

/**
 * The one pull request by which commits landed. It lands once: as what the ledger says, if it says anything.
 * @param candidates those that GitHub names for the commits, oldest first; pull requests of one head all count as merged
 */
export async function landedBy(
  surface: ApprovalSurface,
  candidates: readonly PullRequest[],
  pushed: Landing,
  configuration: Configuration,
): Promise<LandedBy> {
  const entered: { readonly pull: PullRequest; readonly name: string }[] = [];
  for (const pull of candidates) {
    const name = landedAs(await surface.ledger.entries(pull.number));
    if (name !== null) entered.push({ pull, name });
  }
  const same = entered.find(({ name }) => pushed.commits.includes(name));
  if (same !== undefined) return { kind: 'pull-request', ...same };
  if (entered.length > 0) return { kind: 'elsewhere' };
  const pull = await bestOf(surface, candidates, pushed, configuration);
  return pull === null ? { kind: 'nobody' } : { kind: 'pull-request', pull, name: pushed.commit };
}

/** The one that was planned, and among several the one that was approved: nobody takes another's landing by opening one more. */
async function bestOf(
  surface: ApprovalSurface,
  candidates: readonly PullRequest[],
  pushed: Landing,
  configuration: Configuration,
): Promise<PullRequest | null> {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const planned: PullRequest[] = [];
  for (const pull of candidates) if (await wasPlanned(surface, pull)) planned.push(pull);
  if (planned.length <= 1) return planned[0] ?? candidates[0] ?? null;
  const unread: PullRequest[] = [];
  for (const pull of planned) {
    const { kind } = await approvedPlan(surface, { ...pushed, pull }, configuration, null);
    if (kind === 'approved') return pull;
    if (kind === 'unread') unread.push(pull);
  }
  return unread[0] ?? planned[0] ?? null;
}

async function wasPlanned({ ledger }: ApprovalSurface, { number, head, merged }: PullRequest): Promise<boolean> {
  const run = runAtLanding(publicationRuns(await ledger.entries(number)), merged?.at ?? '');
  return run !== null && run.ended === null && run.heads.includes(head.sha);
}
