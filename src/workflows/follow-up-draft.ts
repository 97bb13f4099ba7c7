import type { Address } from '../core/address.ts';
import { followUpDraft, goneIn, type Ended, type FollowUpDraft } from '../core/apply/follow-up.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { isBlob } from '../github/blob.ts';
import type { Contents } from '../github/contents.ts';
import { firstParents } from '../github/history.ts';
import { orNull } from '../github/persons.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import { changedPaths } from '../github/tree.ts';
import type { ApplyOutcome } from '../render/outcome.ts';
import type { Landing } from './landings.ts';
import { desiredAt, rulesAt, type Providers } from './rules.ts';

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

export type Ask = Unfulfilled & { readonly ended: Ended; readonly pull: PullRequest };

/** What asks again from a commit of the default branch, by the rules there. Decides the same whenever it is asked. */
export async function draftAt(
  { contents, providers }: FollowUpSurface,
  ask: Ask,
  from: { readonly commit: string; readonly configuration: Configuration },
): Promise<FollowUpDraft> {
  const { configuration } = from;
  const { landing, plan, outcome, pull, applyId } = ask;
  const [before, after, now] = [
    await desiredAt(contents, landing.before, configuration, providers),
    await desiredAt(contents, landing.commit, configuration, providers),
    await desiredAt(contents, from.commit, configuration, providers),
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
    paths: new Set((await contents.tree(from.commit)).keys()),
  });
}

/** Commits looked back at most: on the default branch, as far as landings are looked for, and on the branch that asks. */
const LANDINGS = 2000;
const ADDED = 100;

/**
 * Whether what leads to `head` began as the commit that asks again: one on a commit of the default branch since the landing, with
 * the file that is due there and no other difference. Whoever can write can push the branch first, and its name is no secret.
 * @returns `gone` when GitHub no longer knows the commit.
 */
export async function originOf(surface: FollowUpSurface, ask: Ask, head: string): Promise<'ours' | 'foreign' | 'gone'> {
  const { repository, contents, providers, tip } = surface;
  const since = await firstParents(repository, tip.commit, ask.landing.before, LANDINGS);
  const onDefault = new Set(since.commits.map(({ sha }) => sha));
  const added = await orNull(() => firstParents(repository, head, null, ADDED));
  if (added === null) return 'gone';
  const base = added.commits.findIndex(({ sha }) => onDefault.has(sha));
  const [first, from] = [added.commits[base - 1], added.commits[base]];
  if (first === undefined || from === undefined || first.parents.length !== 1) return 'foreign';
  const rules = await rulesAt(contents, from.sha, providers);
  if (rules.kind !== 'rules') return 'foreign';
  const [change, ...more] = changedPaths(await contents.tree(from.sha), await contents.tree(first.sha));
  if (change?.before !== null || change.after?.mode !== '100644' || more.length > 0) return 'foreign';
  const draft = await draftAt(surface, ask, { commit: from.sha, configuration: rules.configuration });
  if (draft.kind !== 'file' || draft.path !== change.path) return 'foreign';
  return isBlob(change.after.sha, Buffer.from(draft.text)) ? 'ours' : 'foreign';
}
