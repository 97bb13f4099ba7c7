import { openPullRequests } from '../github/pull-requests.ts';
import { repositoryFacts } from '../github/repository.ts';
import { appliedByRun, type AppliedSurface } from '../workflows/applied-by-run.ts';
import { groupRequests } from '../workflows/plan-group.ts';
import type { PlanRequest } from '../workflows/plan-pull-request.ts';
import type { Meant } from './event.ts';

/** What is to be planned. @param askedHead of a fork, by whoever started the run. */
export async function targetsOf(
  surface: AppliedSurface,
  meant: Meant,
  askedHead: string | null,
): Promise<readonly PlanRequest[]> {
  const { repository } = surface;
  switch (meant.kind) {
    case 'number':
      return [{ number: meant.number, askedHead, touching: null }];
    case 'group':
      return await groupRequests(surface, meant.group);
    case 'all':
    case 'head': {
      const open = await openPullRequests(repository, (await repositoryFacts(repository)).defaultBranch);
      const chosen = open.filter(({ head }) => meant.kind === 'all' || head.sha === meant.head);
      return chosen.map(({ number }) => ({ number, askedHead, touching: null }));
    }
    case 'applied': {
      const applied = await appliedByRun(surface, meant.run);
      if (applied.kind === 'nothing') return [];
      const all = await targetsOf(surface, { kind: 'all' }, askedHead);
      return applied.kind === 'everything' ? all : all.map((one) => ({ ...one, touching: applied.addresses }));
    }
  }
}
