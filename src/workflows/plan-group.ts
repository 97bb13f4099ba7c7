import { pullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import type { ChangedPath } from '../github/tree.ts';
import { concernedPaths, groupLinks, type GroupLink, type LinksSurface, type MergeGroup } from './group-links.ts';
import type { PlanRequest } from './plan-pull-request.ts';

type Surface = LinksSurface & { readonly repository: Repository };

/** The plans that a merge group needs: of the pull requests by which something lands that Countersign looks at. */
export async function groupRequests(surface: Surface, group: MergeGroup): Promise<readonly PlanRequest[]> {
  const found = await groupLinks(surface.repository, group);
  if (found.kind === 'other') return [];
  const requests: PlanRequest[] = [];
  for (const link of found.links) {
    const concerned = await concernedPaths(surface, link, found.tip, group);
    if (concerned.length === 0) continue;
    const askedHead = await queuedHead(surface, link, concerned);
    requests.push({ number: link.pullRequest, askedHead, touching: null });
  }
  return requests;
}

/**
 * Queueing takes write permission, so it asks for the head that was queued; not for one that was pushed since and brings something else.
 * @param concerned what the link brings that is looked at, not empty.
 */
async function queuedHead(
  { repository, contents }: Surface,
  { pullRequest: number }: GroupLink,
  concerned: readonly ChangedPath[],
): Promise<string | null> {
  const { head } = await pullRequest(repository, number);
  const tree = await contents.tree(head.sha);
  const isSame = concerned.every(({ path, after }) => {
    const here = tree.get(path);
    return here?.sha === after?.sha && here?.mode === after?.mode;
  });
  return isSame ? head.sha : null;
}
