import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { rulesHash } from '../core/rules-hash.ts';
import { firstParents } from '../github/history.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { mergeBase, type Commit } from '../github/repository.ts';
import { Attribution } from './attribution.ts';
import { approvedRules } from './governance.ts';
import { landedBy } from './landed-by.ts';
import type { ApprovalSurface } from './landing-approval.ts';
import { isConcerned, rulesAt, type RulesSurface } from './rules.ts';

/** One pull request's consecutive commits on the default branch; `pull` null: a push that belongs to no pull request. */
export type Landing = {
  readonly pull: PullRequest | null;
  /** First parent of the first commit: where the rules before the landing stand. */
  readonly before: string;
  /** The last commit. */
  readonly commit: string;
  /** All of them on the first-parent line, oldest first. */
  readonly commits: readonly string[];
  /** The one under which the ledger knows it: the last, unless an earlier run saw only part of them. */
  readonly name: string;
  /** Why GitHub may yet name a pull request for it; null: what is said of `pull` stays so. */
  readonly unattributed: Reason | null;
};

/** Commits looked back at most: an apply that was missing for longer is a person's affair. */
const LOOK_BACK = 2000;

/**
 * `commits`: what was looked at for them, oldest first. `line`: which of the landings any rules are about, is told by where they
 * stand. `turned`: the one push that turned the branch's line elsewhere, whatever it is about.
 */
export type Landings = {
  readonly kind: 'line' | 'turned';
  readonly landings: readonly Landing[];
  readonly commits: readonly string[];
};

type Query = {
  readonly branch: string;
  readonly tip: string;
  readonly settled: string;
  readonly configuration: Configuration;
};

/**
 * What landed after `settled` and touches what may be an identity or a rule, oldest first.
 * @throws CountersignError `history-rewritten` when the default branch no longer holds `settled`; `history-too-long` when it is
 * too far back to tell.
 */
export async function landingsSince(surface: ApprovalSurface, query: Query): Promise<Landings> {
  const history = await firstParents(surface.repository, query.tip, query.settled, LOOK_BACK);
  if (
    history.end === 'unrelated' &&
    (await mergeBase(surface.repository, query.settled, query.tip)) === query.settled
  ) {
    // A push turned the branch's first-parent line away from `settled`. What lies between has no landing of its own:
    // it is judged as one push without a pull request, and the next run continues from here.
    const pushed = { before: query.settled, commit: query.tip, commits: [query.tip], name: query.tip };
    return { kind: 'turned', landings: [{ pull: null, ...pushed, unattributed: null }], commits: [query.tip] };
  }
  if (history.end === 'bounded') throw tooLong(query.settled);
  if (history.end !== 'reached') throw rewritten(query.settled);
  const line = history.commits.toReversed();
  const attribution = new Attribution(surface.repository, query.branch, line);
  const landings = await landingsOn(surface, attribution, query);
  return { kind: 'line', landings, commits: line.map(({ sha }) => sha) };
}

async function landingsOn(surface: ApprovalSurface, attribution: Attribution, query: Query): Promise<Landing[]> {
  const landings: Landing[] = [];
  const landed = new Set<number>();
  const { configuration } = await approvedRules(surface, surface.ledger);
  const approvable = new Map([[rulesHash(configuration), configuration]]);
  let from = 0;
  for (const [place, commit] of attribution.line.entries()) {
    if (place < from || !(await concerns(surface, commit, query, [...approvable.values()]))) continue;
    const stretch = await stretchAround(attribution, place, from);
    const landing = await landingOf(surface, attribution, stretch, landed, query.configuration);
    from = stretch.last + 1;
    landings.push(isHeldBy(landings.at(-1), landing, attribution.line[stretch.first]) ? held(landing) : landing);
    if (landing.pull === null) continue;
    landed.add(landing.pull.number);
    const rules = await rulesAt(surface.contents, landing.commit, surface.providers);
    if (rules.kind === 'rules') approvable.set(rulesHash(rules.configuration), rules.configuration);
  }
  return landings;
}

/** Places on the line, and the pull requests that all of them landed by. */
type Stretch = { readonly first: number; readonly last: number; readonly pulls: readonly PullRequest[] };

/** What else landed by the same pull request: commits about nothing belong to a landing, too, whatever rules later say of them. */
async function stretchAround(attribution: Attribution, place: number, from: number): Promise<Stretch> {
  let [first, last, pulls] = [place, place, await attribution.pulls(place)];
  const joined = async (next: number): Promise<boolean> => {
    if (pulls.length === 0 || next < from || next >= attribution.line.length) return false;
    const numbers = new Set((await attribution.pulls(next)).map(({ number }) => number));
    const common = pulls.filter(({ number }) => numbers.has(number));
    if (common.length > 0) pulls = common;
    return common.length > 0;
  };
  while (await joined(first - 1)) first -= 1;
  while (await joined(last + 1)) last += 1;
  return { first, last, pulls };
}

async function landingOf(
  surface: ApprovalSurface,
  attribution: Attribution,
  { first, last, pulls }: Stretch,
  landed: ReadonlySet<number>,
  configuration: Configuration,
): Promise<Landing> {
  const { line } = attribution;
  const commits = line.slice(first, last + 1).map(({ sha }) => sha);
  const [before, commit] = [line[first]?.parents[0], commits.at(-1)];
  if (before === undefined || commit === undefined) throw rewritten(commits[0] ?? '');
  const pushed = { pull: null, before, commit, commits, name: commit, unattributed: null };
  const here: PullRequest[] = [];
  for (const pull of pulls) {
    const merge = await attribution.mergeOf(pull);
    if (!landed.has(pull.number) && (merge === null || (merge >= first && merge <= last))) here.push(pull);
  }
  const found = await landedBy(surface, here, pushed, configuration);
  if (found.kind === 'pull-request') return { ...pushed, pull: found.pull, name: found.name };
  const isFresh = found.kind === 'nobody' && (await attribution.isFresh(first));
  return isFresh ? { ...pushed, unattributed: unattributed(commit) } : pushed;
}

/** A rebased pull request may have begun with what nobody is named for yet; a merge commit brings all of its own. */
function isHeldBy(previous: Landing | undefined, landing: Landing, first: Commit | undefined): boolean {
  const follows = previous !== undefined && previous.unattributed !== null && previous.commit === landing.before;
  return follows && first?.parents.length === 1;
}

function held(landing: Landing): Landing {
  return { ...landing, pull: null, unattributed: unattributed(landing.commit) };
}

function unattributed(commit: string): Reason {
  return {
    code: 'landing-unattributed',
    message: `${commit.slice(0, 7)} came, or follows upon what came, a few minutes ago, and GitHub does not name its pull request yet.`,
  };
}

/** @param approvable rules of which some may have been the approved ones before the commit */
async function concerns(
  surface: ApprovalSurface,
  { sha, parents: [before] }: Commit,
  { settled }: Query,
  approvable: readonly Configuration[],
): Promise<boolean> {
  if (before === undefined) throw rewritten(settled);
  return await isAbout(surface, { before, commit: sha }, approvable);
}

/** Whether the rules before a landing are about what it brings, or any of these are: rules that nobody approved hide nothing from them. */
export async function isAbout(
  { contents, providers }: RulesSurface,
  { before, commit }: Pick<Landing, 'before' | 'commit'>,
  approved: readonly Configuration[],
): Promise<boolean> {
  const rules = await rulesAt(contents, before, providers);
  for (const configuration of [...(rules.kind === 'rules' ? [rules.configuration] : []), ...approved])
    if (await isConcerned(contents, before, commit, configuration)) return true;
  return false;
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
