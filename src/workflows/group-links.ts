import { CountersignError } from '../core/errors.ts';
import type { Contents } from '../github/contents.ts';
import { queuedCommits, queueEntryOf } from '../github/merge-queue.ts';
import { mergeBase, repositoryFacts, type Repository } from '../github/repository.ts';
import { tipOf } from './concern.ts';
import { isConcerned, rulesAt, type Providers } from './rules.ts';

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
      /** In the order in which they would land; never empty. */
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
  const links: GroupLink[] = [];
  for (let next = { ...entry, head }; ;) {
    const { pullRequest, before } = next;
    links.unshift({ pullRequest, before, commit: next.head });
    if (before === tip || (await mergeBase(repository, tip, before)) === before)
      return { kind: 'links', defaultBranch, tip, links };
    const below = queued.find((one) => one.head === before);
    if (below === undefined || links.length >= MOST_LINKS)
      throw unknown(`${before.slice(0, 7)}, on which #${pullRequest} is stacked, is neither landed nor in the queue.`);
    next = below;
  }
}

/** Whether a link brings anything that Countersign looks at, by the rules of the tip or by those that the group would land. */
export async function linkConcerns(
  { contents, providers }: LinksSurface,
  { before, commit }: GroupLink,
  tip: string,
  group: MergeGroup,
): Promise<boolean> {
  for (const place of [tip, group.head]) {
    const rules = await rulesAt(contents, place, providers);
    if (rules.kind === 'rules' && (await isConcerned(contents, before, commit, rules.configuration))) return true;
  }
  return false;
}

function unknown(evidence: string): CountersignError {
  return new CountersignError('group-unknown', 'It cannot be told which pull requests the merge group consists of.', {
    evidence,
    mend: 'If the queue did not form the group anew by itself, put the pull request into the queue again.',
  });
}
