import { classifier } from '../core/globs.ts';
import { pullRequest } from '../github/pull-requests.ts';
import type { Repository } from '../github/repository.ts';
import { changedPaths } from '../github/tree.ts';
import { groupLinks, linkConcerns, type GroupLink, type LinksSurface, type MergeGroup } from './group-links.ts';
import type { PlanRequest } from './plan-pull-request.ts';
import { requireRules } from './rules.ts';

type Surface = LinksSurface & { readonly repository: Repository };

/** The plans that a merge group needs: of the pull requests by which something lands that Countersign looks at. */
export async function groupRequests(surface: Surface, group: MergeGroup): Promise<readonly PlanRequest[]> {
  const found = await groupLinks(surface.repository, group);
  if (found.kind === 'other') return [];
  const requests: PlanRequest[] = [];
  for (const link of found.links) {
    if (!(await linkConcerns(surface, link, found.tip, group))) continue;
    const askedHead = await queuedHead(surface, link, found.tip);
    requests.push({ number: link.pullRequest, askedHead, touching: null });
  }
  return requests;
}

/** Queueing takes write permission, so it asks for the head that was queued; not for one that was pushed since and brings something else. */
async function queuedHead(
  { repository, contents, providers }: Surface,
  { pullRequest: number, before, commit }: GroupLink,
  tip: string,
): Promise<string | null> {
  const classify = classifier(await requireRules(contents, tip, providers));
  const { head } = await pullRequest(repository, number);
  const trees = [await contents.tree(before), await contents.tree(commit), await contents.tree(head.sha)] as const;
  const isSame = changedPaths(trees[0], trees[1])
    .filter(({ path }) => classify(path) !== 'other')
    .every(({ path, after }) => {
      const here = trees[2].get(path);
      return here?.sha === after?.sha && here?.mode === after?.mode;
    });
  return isSame ? head.sha : null;
}
