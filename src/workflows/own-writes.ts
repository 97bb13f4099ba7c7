import type { Address } from '../core/address.ts';
import { followUpCommits, isFollowUpBranch } from '../core/apply/follow-up.ts';
import type { ContributorFacts } from '../core/approval/facts.ts';
import type { Configuration } from '../core/configuration.ts';
import type { OwnWrites } from '../github/contributors.ts';
import { ownAccount } from '../github/persons.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import type { Ledger } from './ledger.ts';

/**
 * What of a pull request this program wrote itself, as the ledger tells: the commit that asks again for what was not applied.
 * @param addresses that the pull request is about.
 */
export async function ownWrites(
  { repository, ledger }: { readonly repository: Repository; readonly ledger: Ledger },
  { head: { ref, repository: home } }: PullRequest,
  addresses: readonly Address[],
): Promise<OwnWrites> {
  const account = (await ownAccount(repository.github)).id;
  if (home?.fork !== false || !isFollowUpBranch(ref)) return { account, commits: new Set() };
  const commits = new Set<string>();
  for (const number of await ledger.unappliedPulls(addresses))
    for (const sha of followUpCommits(await ledger.entries(number), ref)) commits.add(sha);
  return { account, commits };
}

/**
 * The account whose contributions are nobody's, where there is one. An App of one's own writes for nobody else; without one every
 * workflow writes as the same account, and only what the ledger tells is ours, which is not among the contributions.
 */
export function ourselvesAmong(
  { contributors }: ContributorFacts,
  { account }: OwnWrites,
  { app }: Pick<Configuration, 'app'>,
): number | null {
  return app !== null || contributors.every(({ person }) => person?.id !== account) ? account : null;
}
