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
    if (!known.has(next)) await learn(repository, next, known);
    const commit: Commit | undefined = known.get(next);
    if (commit === undefined) throw missing(next);
    commits.push(commit);
    next = commit.parents[0];
  }
  return { commits, end: after === null ? 'reached' : 'unrelated' };
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
