import type { Address } from '../core/address.ts';
import { followUpDraft, goneIn, type Ended, type FollowUpDraft } from '../core/apply/follow-up.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { Contents } from '../github/contents.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { ApplyOutcome } from '../render/outcome.ts';
import type { Landing } from './landings.ts';
import { desiredAt, type Providers } from './rules.ts';

export type FollowUpSurface = {
  readonly contents: Contents;
  readonly providers: Providers;
  /** The default branch's tip, the rules there, and why nobody approved those. */
  readonly tip: { readonly commit: string; readonly configuration: Configuration; readonly unapproved: Reason | null };
};

export type Unfulfilled = {
  readonly landing: Landing;
  readonly applyId: Sha256;
  readonly digest: Sha256 | null;
  readonly plan: Plan | null;
  readonly outcome: ApplyOutcome;
  readonly unapplied: readonly Address[];
};

export type Ask = Unfulfilled & { readonly ended: Ended; readonly pull: PullRequest };

/** What asks again from the tip of the default branch, by the rules there. */
export async function draftOf({ contents, providers, tip }: FollowUpSurface, ask: Ask): Promise<FollowUpDraft> {
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
