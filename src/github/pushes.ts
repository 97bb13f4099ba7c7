import type { Person } from '../core/approval/facts.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { isRefusal } from './errors.ts';
import { each, gather } from './pages.ts';
import { toPerson } from './persons.ts';
import type { PullRequest } from './pull-requests.ts';
import { at, mergeBase, type Repository } from './repository.ts';

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
  return await ifReadable({ branch: pull.head.ref, isFork: pull.head.repository.fork }, async () => {
    const pushes = sinceBeginning(untilMerge(await movements(repository, pull), pull), pull.createdAt);
    return { pushes: pushes.entries, incomplete: unbroken(pushes, pull.head.sha) };
  });
}

/** A stretch of a branch: what it held before, and the last commit; `line` its first-parent line from its tip, newest first. */
export type BranchStretch = {
  readonly branch: string;
  readonly before: string;
  readonly commit: string;
  readonly line: readonly string[];
};

/** Who moved a branch of this repository across a stretch of it, newest first. One push may bring more than the stretch. */
export async function pushesAcross(repository: Repository, stretch: BranchStretch): Promise<Pushes> {
  const { branch, before, commit, line } = stretch;
  return await ifReadable({ branch, isFork: false }, async () => {
    const since = new Set(line.slice(0, line.indexOf(commit) + 1));
    const query = { ...at(repository), ref: `refs/heads/${branch}`, per_page: 100 };
    const pushes: Push[] = [];
    let expected = line[0];
    const { github } = repository;
    for await (const activity of each(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND)) {
      const push = toPush(activity);
      if (push.after !== expected) return { pushes, incomplete: unknownPusher(expected ?? commit) };
      expected = push.before;
      if (since.has(expected)) continue;
      pushes.push(push);
      if (line.includes(expected)) continue;
      const isBeyond = expected === before || (await mergeBase(repository, expected, before)) === expected;
      return { pushes, incomplete: isBeyond ? null : unknownPusher(expected) };
    }
    return { pushes, incomplete: missingBeginning() };
  });
}

/** `unlisted`: GitHub lists no movement that brought it yet. `unknown`: it is older than what GitHub lists, or that cannot be read. */
export type Arrival =
  | { readonly kind: 'known'; readonly at: string }
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'unknown' };

/**
 * When a commit came, for the last time, upon a branch of this repository. GitHub's time, RFC 3339 in whole seconds.
 * @param line the branch's first-parent line up to its tip, oldest first; `place` is the commit's in it
 */
export async function arrivalOf(
  repository: Repository,
  branch: string,
  { line, place }: { readonly line: readonly string[]; readonly place: number },
): Promise<Arrival> {
  const query = { ...at(repository), ref: `refs/heads/${branch}`, per_page: 100 };
  const { github } = repository;
  try {
    for await (const activity of each(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND)) {
      const { before, after, at: time } = toPush(activity);
      const reached = line.indexOf(after);
      if (reached >= place && line.indexOf(before) < place) return { kind: 'known', at: time };
      if (reached !== -1 && reached < place) return { kind: 'unlisted' };
    }
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    if (error.code !== 'github-list-too-long' && !isRefusal(error)) throw error;
  }
  return { kind: 'unknown' };
}

/** @param place where the branch is; a refusal of a fork does not pass by itself. */
async function ifReadable(
  { branch, isFork }: { readonly branch: string; readonly isFork: boolean },
  read: () => Promise<Pushes>,
): Promise<Pushes> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    if (error.code === 'github-list-too-long')
      return incomplete('pushers-too-many', `${branch} moved more often than the ${BOUND.atMost} times that are read`);
    if (!isRefusal(error)) throw error;
    const message = `the record of who pushed to ${branch} cannot be read (${error.code})`;
    return incomplete(isFork ? 'fork-pushers-unreadable' : 'pushers-unreadable', message);
  }
}

async function movements(repository: Repository, pull: PullRequest): Promise<readonly Push[]> {
  const { github } = repository;
  const { owner, repo } = pull.head.repository ?? repository;
  const query = { owner, repo, ref: `refs/heads/${pull.head.ref}`, per_page: 100 };
  const activities = await gather(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND);
  return activities.filter(({ activity_type: type }) => type !== 'branch_deletion').map(toPush);
}

type Activity = Awaited<ReturnType<Repository['github']['rest']['repos']['listActivities']>>['data'][number];

function toPush({ actor, before, after, timestamp, activity_type: type }: Activity): Push {
  return { person: toPerson(actor), before, after, at: timestamp, creates: type === 'branch_creation' };
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
    if (push.after !== expected) return unknownPusher(expected);
    if (push.creates) return begins ? null : missingBeginning();
    expected = push.before;
  }
  return missingBeginning();
}

function unknownPusher(commit: string): Reason {
  return reason('pushers-incomplete', `GitHub does not tell who pushed ${commit.slice(0, 7)}`);
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
