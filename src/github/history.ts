import { CountersignError } from '../core/errors.ts';
import { at, toCommit, type Commit, type Repository } from './repository.ts';

/** How the walk ended: at `after`, at the first commit of the history without having met it, or at the bound. */
export type History = { readonly commits: readonly Commit[]; readonly end: 'reached' | 'unrelated' | 'bounded' };

const PAGE = 100;

/**
 * The first-parent history from `tip` back to `after`, which is left out; newest first.
 * `after` null asks for everything. At most `bound` commits.
 */
export async function firstParents(
  repository: Repository,
  tip: string,
  after: string | null,
  bound: number,
): Promise<History> {
  const known = new Map<string, Commit>();
  const commits: Commit[] = [];
  for (let next: string | undefined = tip; next !== undefined;) {
    if (next === after) return { commits, end: 'reached' };
    if (commits.length >= bound) return { commits, end: 'bounded' };
    const commit: Commit = await commitAt(repository, next, known);
    commits.push(commit);
    next = commit.parents[0];
  }
  return { commits, end: after === null ? 'reached' : 'unrelated' };
}

/** Commits that are visited: on one line of first parents, and altogether. */
export type Bounds = { readonly line: number; readonly all: number };

/**
 * Visits the history of `tip` by any parent: its own line of first parents, then those of the other parents of what was
 * visited, nearest first. What `isEnd` says true of is visited, and nothing that it descends from.
 */
export async function visitHistory(
  repository: Repository,
  tip: string,
  bounds: Bounds,
  isEnd: (commit: string) => Promise<boolean>,
): Promise<void> {
  const known = new Map<string, Commit>();
  const [heads, past] = [new Set([tip]), new Set<string>()];
  let left = bounds.all;
  for (const head of heads) {
    let next: string | undefined = head;
    for (let line = bounds.line; next !== undefined && !past.has(next) && line > 0; line -= 1, left -= 1) {
      if (left === 0) return;
      past.add(next);
      if (await isEnd(next)) {
        pass(next, known, past);
        break;
      }
      const commit: Commit = await commitAt(repository, next, known);
      const [first, ...others]: readonly string[] = commit.parents;
      for (const other of others) heads.add(other);
      next = first;
    }
  }
}

/** What is known of the commits that one descends from is past, too. */
function pass(commit: string, known: ReadonlyMap<string, Commit>, past: Set<string>): void {
  const descended = new Set([commit]);
  for (const one of descended) {
    past.add(one);
    for (const parent of known.get(one)?.parents ?? []) descended.add(parent);
  }
}

async function commitAt(repository: Repository, sha: string, known: Map<string, Commit>): Promise<Commit> {
  if (!known.has(sha)) await learn(repository, sha, known);
  const commit = known.get(sha);
  if (commit === undefined) throw missing(sha);
  return commit;
}

async function learn(repository: Repository, from: string, known: Map<string, Commit>): Promise<void> {
  const { data } = await repository.github.rest.repos.listCommits({ ...at(repository), sha: from, per_page: PAGE });
  for (const answer of data) known.set(answer.sha, toCommit(answer));
}

function missing(sha: string): CountersignError {
  return new CountersignError('history-unreadable', `GitHub lists no commit ${sha}`, {
    mend: 'Run again; if it stays, the history was rewritten.',
  });
}
