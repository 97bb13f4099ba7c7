import type { Address } from '../core/address.ts';
import { openPullRequests } from '../github/pull-requests.ts';
import { repositoryFacts } from '../github/repository.ts';
import { appliedByRun, type AppliedSurface } from '../workflows/applied-by-run.ts';
import { groupMembers } from '../workflows/plan-group.ts';
import type { Meant } from './event.ts';

/** The pull requests to plan; with `touching`, only those of them that are about one of these identities. */
export type Targets = { readonly numbers: readonly number[]; readonly touching: ReadonlySet<Address> | null };

export async function targetsOf(surface: AppliedSurface, meant: Meant): Promise<Targets> {
  const { repository } = surface;
  switch (meant.kind) {
    case 'number':
      return { numbers: [meant.number], touching: null };
    case 'group':
      return { numbers: await groupMembers(surface, meant.group), touching: null };
    case 'all':
    case 'head': {
      const open = await openPullRequests(repository, (await repositoryFacts(repository)).defaultBranch);
      const chosen = open.filter(({ head }) => meant.kind === 'all' || head.sha === meant.head);
      return { numbers: chosen.map(({ number }) => number), touching: null };
    }
    case 'applied': {
      const applied = await appliedByRun(surface, meant.run);
      if (applied.kind === 'nothing') return { numbers: [], touching: null };
      const all = await targetsOf(surface, { kind: 'all' });
      return applied.kind === 'addresses' ? { ...all, touching: applied.addresses } : all;
    }
  }
}
