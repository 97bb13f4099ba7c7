import type { Assessment } from '../core/assessment.ts';
import { classifier, type PathRules } from '../core/globs.ts';
import type { Plan } from '../core/plan.ts';
import type { BaseMerge } from '../github/base-merges.ts';
import type { Contents } from '../github/contents.ts';
import { decidesNothing } from '../github/three-way.ts';
import { changedPaths } from '../github/tree.ts';

export type PlannedInputs = {
  readonly configuration: PathRules;
  readonly plan: Pick<Plan, 'desired'>;
  readonly assessment: { readonly changes: readonly Pick<Assessment['changes'][number], 'location' | 'besides'>[] };
};

/**
 * Whether a merge of the base brings nothing of its own: it changes no input in scope, and every document and rule file in it
 * is what each of the commits where head and base parted makes of the two. Whoever made the merge otherwise wrote what it
 * holds, and what it drops.
 */
export async function isCleanMerge(
  { contents }: { readonly contents: Contents },
  { configuration, plan, assessment }: PlannedInputs,
  merged: BaseMerge,
): Promise<boolean> {
  const located = assessment.changes.flatMap(({ location }) => (location === null ? [] : [location.path]));
  if (located.length < plan.desired.length) return false;
  const classify = classifier(configuration);
  const counts = (path: string): boolean => classify(path) !== 'other';
  const [mine, theirs] = [await contents.tree(merged.mine), await contents.tree(merged.base)];
  const merge = await contents.tree(merged.merge);
  const besides = assessment.changes.flatMap((change) => (change.besides ?? []).map(({ path }) => path));
  const inScope = new Set([...located, ...besides]);
  if (changedPaths(mine, merge).some(({ path }) => inScope.has(path))) return false;
  for (const commit of merged.starts)
    if (!decidesNothing({ start: await contents.tree(commit), mine, theirs, merge }, counts)) return false;
  return true;
}
