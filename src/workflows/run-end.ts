import { currentRun, publicationRuns } from '../core/approval/runs.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Contents } from '../github/contents.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import type { Ledger } from './ledger.ts';
import { tipOf } from './concern.ts';
import { requireRules, type Providers } from './rules.ts';

export type RunEndSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly openLedger: (configuration: Configuration) => Promise<Ledger>;
};

/** A pull request that was seen open on `head`, touching neither an identity nor a rule. */
export type Unconcerned = { readonly pullRequest: number; readonly head: string };

/**
 * Enters that the pull request's publication run has ended, if one stands, so that a digest which comes back begins another one.
 * Writes nothing where none stands. @throws CountersignError where it cannot be told whether one stands.
 */
export async function endRun(surface: RunEndSurface, { pullRequest, head }: Unconcerned): Promise<void> {
  const { defaultBranch } = await repositoryFacts(surface.repository);
  const tip = await tipOf(surface.repository, defaultBranch);
  const ledger = await surface.openLedger(await requireRules(surface.contents, tip, surface.providers));
  const run = currentRun(publicationRuns(await entriesOf(ledger, pullRequest)));
  if (run === null || run.ended !== null) return;
  const body = { type: 'ended' as const, run: run.id, because: 'unconcerned' as const, head };
  await ledger.append([{ pullRequest, digest: run.digest, body }]);
}

/** In a ledger that has not begun no run stands; one that is known to have begun has to be there. */
async function entriesOf(ledger: Ledger, pullRequest: number): Promise<readonly LedgerEntry[]> {
  try {
    return await ledger.entries(pullRequest);
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'ledger-missing' && ledger.reached === null) return [];
    throw error;
  }
}
