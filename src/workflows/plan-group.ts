import type { Repository } from '../github/repository.ts';
import { groupLinks, linkConcerns, type LinksSurface, type MergeGroup } from './group-links.ts';

/** The pull requests of a merge group whose plans it needs: those by which something lands that Countersign looks at. */
export async function groupMembers(
  surface: LinksSurface & { readonly repository: Repository },
  group: MergeGroup,
): Promise<readonly number[]> {
  const found = await groupLinks(surface.repository, group);
  if (found.kind === 'other') return [];
  const members: number[] = [];
  for (const link of found.links)
    if (await linkConcerns(surface, link, found.tip, group)) members.push(link.pullRequest);
  return members;
}
