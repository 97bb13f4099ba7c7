import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import type { Contents } from '../github/contents.ts';
import { firstParents } from '../github/history.ts';
import { landedPullRequests, type PullRequest } from '../github/pull-requests.ts';
import { mergeBase, type Commit, type Repository } from '../github/repository.ts';
import { isConcerned, rulesAt, type Providers } from './rules.ts';

/** One pull request's consecutive commits on the default branch; `pull` null: a push that belongs to no pull request. */
export type Landing = {
  readonly pull: PullRequest | null;
  /** First parent of the first commit: where the rules before the landing stand. */
  readonly before: string;
  /** The last commit. */
  readonly commit: string;
};

/** Commits looked back at most: an apply that was missing for longer is a person's affair. */
const LOOK_BACK = 2000;

export type LandingsSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
};

/** `commits`: what was looked at for them, oldest first. */
export type Landings = { readonly landings: readonly Landing[]; readonly commits: readonly string[] };

/**
 * What landed after `settled` and touches an identity or a rule, oldest first.
 * @throws CountersignError `history-rewritten` when the default branch no longer holds `settled`; `history-too-long` when it is
 * too far back to tell.
 */
export async function landingsSince(
  surface: LandingsSurface,
  query: {
    readonly branch: string;
    readonly tip: string;
    readonly settled: string;
    readonly configuration: Configuration;
  },
): Promise<Landings> {
  const history = await firstParents(surface.repository, query.tip, query.settled, LOOK_BACK);
  if (
    history.end === 'unrelated' &&
    (await mergeBase(surface.repository, query.settled, query.tip)) === query.settled
  ) {
    // A push turned the branch's first-parent line away from `settled`. What lies between has no landing of its own:
    // it is judged as one push without a pull request, and the next run continues from here.
    const pushed = { pull: null, before: query.settled, commit: query.tip };
    return { landings: [pushed], commits: [query.tip] };
  }
  if (history.end === 'bounded') throw tooLong(query.settled);
  if (history.end !== 'reached') throw rewritten(query.settled);
  const landings: Landing[] = [];
  const commits = history.commits.toReversed();
  for (const commit of commits) {
    const before = commit.parents[0];
    if (before === undefined) throw rewritten(query.settled);
    if (!(await concerns(surface, before, commit.sha, query.configuration))) continue;
    const pull = await landedBy(surface.repository, query.branch, commit);
    const previous = landings.at(-1);
    // What lies between two commits of a rebased pull request concerns nobody, so it is still one landing.
    const continues = pull !== null && previous?.pull?.number === pull.number;
    if (continues) landings[landings.length - 1] = { ...previous, commit: commit.sha };
    else landings.push({ pull, before, commit: commit.sha });
  }
  return { landings, commits: commits.map(({ sha }) => sha) };
}

/** By the rules that held before the commit, or by those at the tip: neither can hide a landing from the other. */
async function concerns(
  surface: LandingsSurface,
  before: string,
  commit: string,
  tip: Configuration,
): Promise<boolean> {
  const { contents, providers } = surface;
  const rules = await rulesAt(contents, before, providers);
  if (rules.kind === 'rules' && (await isConcerned(contents, before, commit, rules.configuration))) return true;
  return await isConcerned(contents, before, commit, tip);
}

/** The pull request that GitHub says this commit landed by; the one that names it as its merge comes first. */
async function landedBy(repository: Repository, branch: string, commit: Commit): Promise<PullRequest | null> {
  const pulls = await landedPullRequests(repository, branch, commit.sha);
  return pulls.find((pull) => pull.merged?.commit === commit.sha) ?? pulls[0] ?? null;
}

function rewritten(settled: string): CountersignError {
  return new CountersignError(
    'history-rewritten',
    'The default branch no longer continues from where the ledger stopped.',
    { evidence: `settled ${settled}`, mend: `Restore the branch. Where that cannot be: ${ANEW}` },
  );
}

function tooLong(settled: string): CountersignError {
  return new CountersignError(
    'history-too-long',
    `The default branch grew by more than ${LOOK_BACK} commits since every landing was finished.`,
    { evidence: `settled ${settled}`, mend: ANEW },
  );
}

const ANEW =
  'Compare what is declared with what the live systems hold, name another branch in `ledger.branch`, and let an administrator dispatch init.';
