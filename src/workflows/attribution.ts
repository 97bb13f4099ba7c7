import { commitsOf } from '../github/contributors.ts';
import { landedPullRequests, recentlyMerged, type PullRequest } from '../github/pull-requests.ts';
import { arrivalOf } from '../github/pushes.ts';
import { serverTime, type Commit, type Repository } from '../github/repository.ts';

/** GitHub's index of commits was seen to lag by seconds, and by minutes at worst. */
const INDEXED_AFTER = 5 * 60_000;

/** By which merged pull requests the commits of the default branch landed, as far as GitHub tells. */
export class Attribution {
  readonly line: readonly Commit[];
  readonly #repository: Repository;
  readonly #branch: string;
  readonly #pulls = new Map<number, Promise<readonly PullRequest[]>>();
  readonly #commits = new Map<number, Promise<readonly Commit[]>>();
  #recent: Promise<readonly PullRequest[]> | null = null;

  /** @param line consecutive commits of the branch's first-parent line up to its tip, oldest first; the rest takes places in it. */
  constructor(repository: Repository, branch: string, line: readonly Commit[]) {
    this.#repository = repository;
    this.#branch = branch;
    this.line = line;
  }

  /** Those that name the commit as their merge, where there are any; oldest first. */
  async pulls(place: number): Promise<readonly PullRequest[]> {
    const asking = this.#pulls.get(place) ?? this.#ask(place);
    this.#pulls.set(place, asking);
    return await asking;
  }

  /** The place that a pull request names as its merge, if that place names the pull request, too; otherwise null. */
  async mergeOf(pull: PullRequest): Promise<number | null> {
    const place = this.#placeOf(pull.merged?.commit ?? null);
    if (place === -1) return null;
    return (await this.pulls(place)).some(({ number }) => number === pull.number) ? place : null;
  }

  /** Whether a commit came so lately that GitHub may not have associated it yet. Its own date is whatever somebody wrote. */
  async isFresh(place: number): Promise<boolean> {
    const shas = this.line.map(({ sha }) => sha);
    const arrival = await arrivalOf(this.#repository, this.#branch, { line: shas, place });
    if (arrival.kind === 'unknown') return false;
    if (arrival.kind === 'unlisted') return true;
    return (await serverTime(this.#repository.github)).getTime() < Date.parse(arrival.at) + INDEXED_AFTER;
  }

  async #ask(place: number): Promise<readonly PullRequest[]> {
    const sha = this.line[place]?.sha;
    if (sha === undefined) return [];
    const named = await landedPullRequests(this.#repository, this.#branch, sha);
    const pulls = named.length === 0 ? await this.#covering(place) : named;
    const merging = pulls.filter(({ merged }) => merged?.commit === sha);
    return (merging.length === 0 ? pulls : merging).toSorted((left, right) => left.number - right.number);
  }

  /** What the list of pull requests says, which lags behind nothing: those of the next merge, where it covers the commit. */
  async #covering(place: number): Promise<readonly PullRequest[]> {
    this.#recent ??= recentlyMerged(this.#repository, this.#branch);
    const later = (await this.#recent)
      .map((pull) => ({ pull, end: this.#placeOf(pull.merged?.commit ?? null) }))
      .filter(({ end }) => end >= place);
    const nearest = Math.min(...later.map(({ end }) => end));
    const covering: PullRequest[] = [];
    for (const { pull, end } of later) {
      if (end === nearest && (end === place || (await this.#covers(pull, place, end)))) covering.push(pull);
    }
    return covering;
  }

  /** Whether the commits that end there are the pull request's own, or its own as GitHub's rebasing rewrites them. */
  async #covers(pull: PullRequest, place: number, end: number): Promise<boolean> {
    const asking = this.#commits.get(pull.number) ?? commitsOf(this.#repository, pull);
    this.#commits.set(pull.number, asking);
    const own = await asking;
    if (own.some(({ sha }) => sha === this.line[place]?.sha)) return true;
    const replayed = own.filter(({ parents }) => parents.length === 1).map(spelled);
    const landed = this.line.slice(Math.max(0, end + 1 - replayed.length), end + 1);
    const begin = end + 1 - landed.length;
    return (
      place >= begin &&
      landed.length === replayed.length &&
      landed.every((commit, at) => commit.parents.length === 1 && spelled(commit) === replayed[at])
    );
  }

  #placeOf(sha: string | null): number {
    return sha === null ? -1 : this.line.findIndex((commit) => commit.sha === sha);
  }
}

/** What rebasing leaves as it is. */
function spelled({ author: { name, email }, message }: Commit): string {
  return JSON.stringify([name, email, message]);
}
