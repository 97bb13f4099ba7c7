import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { appliedBy, type AppliedScope } from '../core/ledger/applied.ts';
import type { Progress } from '../core/ports.ts';
import type { Contents } from '../github/contents.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { holderOf, type WorkflowRun } from '../github/workflow-runs.ts';
import type { Ledger } from './ledger.ts';
import { tipOf } from './concern.ts';
import { requireRules, type Providers } from './rules.ts';

export type AppliedSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  /** The ledger without the anchor: what is read of it only says what to look at. */
  readonly glanceAtLedger: (configuration: Configuration) => Ledger;
  readonly progress: Progress;
};

/** How far back a run's entries are looked for. What is missed is found by the next sweep. */
const LOOK_BACK = [16, 64, 256];

/** What a run of the apply changed, as the ledger tells; everything, where it cannot be told. */
export async function appliedByRun(surface: AppliedSurface, run: WorkflowRun): Promise<AppliedScope> {
  const { repository, contents, providers, glanceAtLedger, progress } = surface;
  const writer = holderOf(run);
  try {
    const tip = await tipOf(repository, (await repositoryFacts(repository)).defaultBranch);
    const ledger = glanceAtLedger(await requireRules(contents, tip, providers));
    for (const count of LOOK_BACK) {
      const entries = await ledger.newest(count);
      const isWhole = entries[0]?.predicate.writer !== writer || entries.length < count;
      if (isWhole) return appliedBy(entries, writer);
    }
    return { kind: 'everything' };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    progress(`What was applied cannot be read (${error.code}), so every open pull request is planned.`);
    return { kind: 'everything' };
  }
}
