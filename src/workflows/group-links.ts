import { CountersignError } from '../core/errors.ts';
import { classifier } from '../core/globs.ts';
import type { Contents } from '../github/contents.ts';
import { queuedCommits, queueEntryOf, type QueuedCommit } from '../github/merge-queue.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { changedPaths, type ChangedPath } from '../github/tree.ts';
import { tipOf } from './concern.ts';
import { rulesAt, type Providers } from './rules.ts';

/** The commit that a merge queue wants checked, and the branch that it has for it. */
export type MergeGroup = { readonly head: string; readonly branch: string };

/** What one pull request of a group brings: everything between two commits. */
export type GroupLink = { readonly pullRequest: number; readonly before: string; readonly commit: string };

/** `other`: the group would not land on the default branch. `tip`: that branch's, under all of the links. */
export type GroupLinks =
  | { readonly kind: 'other'; readonly defaultBranch: string }
  | {
      readonly kind: 'links';
      readonly defaultBranch: string;
      readonly tip: string;
      /** In the order in which they would land; empty when the group has landed. */
      readonly links: readonly GroupLink[];
    };

export type LinksSurface = { readonly contents: Contents; readonly providers: Providers };

/** GitHub builds no longer queue than this at a time. */
const MOST_LINKS = 100;

/**
 * The pull requests that land when the group does: its own, and those that it is stacked on. Which ones these are is only
 * named here; what each link brings has to be compared with that pull request's plan.
 * @throws CountersignError `group-unknown`.
 */
export async function groupLinks(repository: Repository, { head, branch }: MergeGroup): Promise<GroupLinks> {
  const { defaultBranch } = await repositoryFacts(repository);
  const entry = queueEntryOf(branch);
  if (entry === null) throw unknown(`${branch} is no branch of a merge queue.`);
  if (entry.baseBranch !== defaultBranch) return { kind: 'other', defaultBranch };
  // In this order: an entry whose branch is gone because it landed is then below the tip.
  const queued = await queuedCommits(repository, defaultBranch);
  const tip = await tipOf(repository, defaultBranch);
  const links = head === tip ? [] : linksDownTo(tip, { ...entry, head }, queued);
  return { kind: 'links', defaultBranch, tip, links };
}

/** Anybody who may push can make a branch of the queue, so only a chain that stands on the tip counts, and only if it is the only one. */
function linksDownTo(tip: string, group: QueuedCommit, queued: readonly QueuedCommit[]): readonly GroupLink[] {
  const links: GroupLink[] = [];
  const walked = new Set<string>();
  for (let next = group; ;) {
    const { pullRequest, before, head } = next;
    links.unshift({ pullRequest, before, commit: head });
    if (before === tip) return links;
    walked.add(head).add(before);
    const standing = standingOn(tip, queued, walked);
    const below = queued.filter((one) => one.head === before && standing.has(one.before));
    const stacked = `${before.slice(0, 7)}, on which #${pullRequest} is stacked,`;
    if (below.length > 1)
      throw unknown(`${stacked} is queued as ${below.map((one) => `#${one.pullRequest}`).join(' and as ')}.`);
    const [only] = below;
    if (only === undefined || links.length >= MOST_LINKS)
      throw unknown(`${stacked} is neither the tip nor in the queue on top of it.`);
    next = only;
  }
}

/** The tip, and the queue's commits that stand on it without any of `except`. */
function standingOn(tip: string, queued: readonly QueuedCommit[], except: ReadonlySet<string>): ReadonlySet<string> {
  const on = Map.groupBy(queued, ({ before }) => before);
  const found = new Set([tip]);
  // A set hands on what is added while it is gone through.
  for (const commit of found) for (const { head } of on.get(commit) ?? []) if (!except.has(head)) found.add(head);
  return found;
}

/** Whether a link brings anything that Countersign looks at. */
export async function linkConcerns(
  surface: LinksSurface,
  link: GroupLink,
  tip: string,
  group: MergeGroup,
): Promise<boolean> {
  return (await concernedPaths(surface, link, tip, group)).length > 0;
}

/** What a link brings that Countersign looks at, by the rules of the tip or by those that the group would land. */
export async function concernedPaths(
  { contents, providers }: LinksSurface,
  { before, commit }: GroupLink,
  tip: string,
  group: MergeGroup,
): Promise<readonly ChangedPath[]> {
  const changed = changedPaths(await contents.tree(before), await contents.tree(commit));
  const concerned = new Set<ChangedPath>();
  for (const place of [tip, group.head]) {
    const rules = await rulesAt(contents, place, providers);
    if (rules.kind !== 'rules') continue;
    const classify = classifier(rules.configuration);
    for (const one of changed) if (classify(one.path) !== 'other') concerned.add(one);
  }
  return [...concerned];
}

function unknown(evidence: string): CountersignError {
  return new CountersignError('group-unknown', 'It cannot be told which pull requests the merge group consists of.', {
    evidence,
    mend: 'If the queue did not form the group anew by itself, put the pull request into the queue again.',
  });
}
