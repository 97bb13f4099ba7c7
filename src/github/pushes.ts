import type { Person } from '../core/approval/facts.ts';
import type { Reason } from '../core/errors.ts';
import { GitHubError } from './errors.ts';
import { gather } from './pages.ts';
import { toPerson } from './persons.ts';
import type { PullRequest } from './pull-requests.ts';
import type { Repository } from './repository.ts';

/** One movement of a branch. `person` null: the account is gone, or there never was one. */
export type Push = {
  readonly person: Person | null;
  readonly before: string;
  readonly after: string;
  readonly at: string;
  readonly creates: boolean;
};

/** `incomplete` says why someone who pushed may be missing; null when nobody can be. */
export type Pushes = { readonly pushes: readonly Push[]; readonly incomplete: Reason | null };

const BOUND = { what: 'movements of a branch', atMost: 5000 };

/**
 * Who moved the head branch of a pull request, from the branch's beginning to the head, newest first.
 * A branch that was made anew while the pull request existed counts from its earlier beginning.
 */
export async function pushesOf(repository: Repository, pull: PullRequest): Promise<Pushes> {
  if (pull.head.repository === null) {
    return incomplete('head-repository-gone', 'the fork was deleted, and with it the record of who pushed');
  }
  try {
    const pushes = sinceBeginning(untilMerge(await movements(repository, pull), pull), pull.createdAt);
    return { pushes: pushes.entries, incomplete: unbroken(pushes, pull.head.sha) };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.effect === 'unknown' || error.code === 'github-rate-limited')
      throw error;
    return incomplete(
      'pushers-unreadable',
      `the record of who pushed to ${pull.head.ref} cannot be read (${error.code})`,
    );
  }
}

async function movements(repository: Repository, pull: PullRequest): Promise<readonly Push[]> {
  const { github } = repository;
  const { owner, repo } = pull.head.repository ?? repository;
  const query = { owner, repo, ref: `refs/heads/${pull.head.ref}`, per_page: 100 };
  const activities = await gather(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND);
  return activities
    .filter(({ activity_type: type }) => type !== 'branch_deletion')
    .map((activity) => ({
      person: toPerson(activity.actor),
      before: activity.before,
      after: activity.after,
      at: activity.timestamp,
      creates: activity.activity_type === 'branch_creation',
    }));
}

/** A branch lives on after its pull request was merged, or is made anew; that is nothing that was merged. */
function untilMerge(newestFirst: readonly Push[], { merged, head }: PullRequest): readonly Push[] {
  if (merged === null) return newestFirst;
  const landed = Date.parse(merged.at);
  const before = newestFirst.filter(({ at }) => Date.parse(at) <= landed);
  const newest = before.findIndex(({ after }) => after === head.sha);
  // Within the second of the merge, what comes after the head was pushed after it.
  const isLater = newest > 0 && before.slice(0, newest).every(({ at }) => Date.parse(at) === landed);
  return isLater ? before.slice(newest) : before;
}

type Stretch = { readonly entries: readonly Push[]; readonly begins: boolean };

function sinceBeginning(newestFirst: readonly Push[], pullCreatedAt: string): Stretch {
  const opened = Date.parse(pullCreatedAt);
  const beginning = newestFirst.findIndex((push) => push.creates && Date.parse(push.at) <= opened);
  return beginning === -1
    ? { entries: newestFirst, begins: false }
    : { entries: newestFirst.slice(0, beginning + 1), begins: true };
}

/** Null when the movements lead from the branch's beginning to the head without a gap. */
function unbroken({ entries, begins }: Stretch, head: string): Reason | null {
  let expected = head;
  for (const push of entries) {
    if (push.after !== expected) {
      return reason('pushers-incomplete', `GitHub does not tell who pushed ${expected.slice(0, 7)}`);
    }
    if (push.creates) return begins ? null : missingBeginning();
    expected = push.before;
  }
  return missingBeginning();
}

function missingBeginning(): Reason {
  return reason('pushers-incomplete', "GitHub's record of pushes does not reach back to the beginning of the branch");
}

function incomplete(code: string, message: string): Pushes {
  return { pushes: [], incomplete: reason(code, message) };
}

function reason(code: string, message: string): Reason {
  return { code, message };
}
