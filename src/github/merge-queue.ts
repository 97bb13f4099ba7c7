import { CountersignError } from '../core/errors.ts';
import { at, type Repository } from './repository.ts';

/** A pull request in a merge queue, on top of `before`: the base branch, or the head of the entry ahead of it. */
export type QueueEntry = { readonly baseBranch: string; readonly pullRequest: number; readonly before: string };

/** `head`: the commit that the base branch becomes if the entry passes its checks. */
export type QueuedCommit = QueueEntry & { readonly head: string };

const PREFIX = 'gh-readonly-queue/';

/** Entries that are read at most; GitHub builds a hundred at a time. */
const MOST_ENTRIES = 1000;

/** What GitHub's name of an entry's branch says, `gh-readonly-queue/main/pr-12-<sha>`; null for any other branch. */
export function queueEntryOf(branch: string): QueueEntry | null {
  if (!branch.startsWith(PREFIX)) return null;
  const { baseBranch, number, before } =
    /^(?<baseBranch>.+)\/pr-(?<number>[1-9]\d{0,9})-(?<before>[0-9a-f]{40})$/u.exec(branch.slice(PREFIX.length))
      ?.groups ?? {};
  if (baseBranch === undefined || number === undefined || before === undefined) return null;
  return { baseBranch, pullRequest: Number(number), before };
}

/**
 * The entries of a branch's queue, as their branches tell. GitHub's list of the queue itself is no way: the token of a
 * workflow may not read it. @throws CountersignError `github-list-too-long`.
 */
export async function queuedCommits(repository: Repository, baseBranch: string): Promise<readonly QueuedCommit[]> {
  const ref = `heads/${PREFIX}${baseBranch}/`;
  const { data } = await repository.github.rest.git.listMatchingRefs({ ...at(repository), ref });
  if (data.length > MOST_ENTRIES)
    throw new CountersignError('github-list-too-long', `More than ${MOST_ENTRIES} branches of a merge queue`, {
      mend: `Delete the branches below ${PREFIX} that the queue left behind.`,
    });
  return data.flatMap(({ ref: name, object }) => {
    const entry = queueEntryOf(name.replace(/^refs\/heads\//u, ''));
    return entry?.baseBranch === baseBranch ? [{ ...entry, head: object.sha }] : [];
  });
}
