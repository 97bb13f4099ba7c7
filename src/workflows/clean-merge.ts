import type { Assessment } from '../core/assessment.ts';
import type { Configuration } from '../core/configuration.ts';
import { classifier } from '../core/globs.ts';
import type { Plan } from '../core/plan.ts';
import type { Contents } from '../github/contents.ts';
import type { BaseMerge } from '../github/contributors.ts';
import { mergeBase, type Repository } from '../github/repository.ts';
import { changedPaths, type TreeEntry } from '../github/tree.ts';

export type PlannedInputs = {
  readonly configuration: Configuration;
  readonly plan: Plan;
  readonly assessment: Pick<Assessment, 'changes'>;
};

/**
 * Whether a merge of the base brings nothing of its own: no input in scope changes by it, nothing that the pull request
 * had changed is undone, and every other document or rule file that it changes is as the base has it. A document that
 * appears in the merge itself was written by whoever made it.
 */
export async function isCleanMerge(
  { repository, contents }: { readonly repository: Repository; readonly contents: Contents },
  { configuration, plan, assessment }: PlannedInputs,
  { mine, base, merge }: BaseMerge,
): Promise<boolean> {
  const located = assessment.changes.flatMap(({ location }) => (location === null ? [] : [location.path]));
  if (located.length < plan.desired.length) return false;
  const start = await mergeBase(repository, base, mine);
  if (start === null) return false;
  const [before, theirs] = [await contents.tree(mine), await contents.tree(base)];
  const own = changedPaths(await contents.tree(start), before).map(({ path }) => path);
  const inScope = new Set([...located, ...own]);
  const classify = classifier(configuration);
  return changedPaths(before, await contents.tree(merge))
    .filter(({ path }) => classify(path) !== 'other')
    .every(({ path, after }) => !inScope.has(path) && sameEntry(after, theirs.get(path) ?? null));
}

function sameEntry(left: TreeEntry | null, right: TreeEntry | null): boolean {
  return left?.sha === right?.sha && left?.mode === right?.mode;
}
