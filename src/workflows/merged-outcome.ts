import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import { testMerge } from '../github/test-merge.ts';
import { landingReason, type LandedSurface } from './landed-inputs.ts';
import { isConcerned } from './rules.ts';

type Surface = LandedSurface & { readonly repository: Repository };

const UNKNOWN: Reason = {
  code: 'merge-unknown',
  message: 'GitHub has not worked out yet what merging this pull request makes; the next run asks again.',
};

/**
 * Why merging the pull request would bring something else than its plan; null when it brings exactly that, or cannot be merged.
 * Where head and base parted tells it only mostly: a history can have several such commits, and Git follows files that moved.
 * @param plan null: nothing that counts.
 */
export async function mergedOutcome(
  surface: Surface,
  { number, head, base }: Pick<PullRequest, 'number' | 'head' | 'base'>,
  plan: Plan | null,
  configuration: Configuration,
): Promise<Reason | null> {
  const merge = await testMerge(surface.repository, { number, head: head.sha, baseBranch: base.ref });
  if (merge.kind === 'conflicts') return null;
  if (merge.kind === 'unknown') return UNKNOWN;
  const { tip, commit } = merge;
  if (plan === null) {
    const brings = await isConcerned(surface.contents, tip, commit, configuration);
    return brings ? differs('Its own commits touch neither an identity nor the rules.') : null;
  }
  const reason = await landingReason(surface, { before: tip, commit }, plan, configuration);
  return reason === null ? null : differs(`${reason.code}: ${reason.message}`);
}

function differs(detail: string): Reason {
  return {
    code: 'merge-differs',
    message: `Merging it would bring something else than was planned. ${detail} Update the branch from its base.`,
  };
}
