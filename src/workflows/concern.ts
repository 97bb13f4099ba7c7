import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Diagnostic, type Reason } from '../core/errors.ts';
import type { Contents } from '../github/contents.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import { branchTip, mergeBase, repositoryFacts, type Repository } from '../github/repository.ts';
import { isConcerned, overlookedBetween, rulesAt, type Providers } from './rules.ts';

export type ConcernSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
};

/** Why a pull request gets no plan. `ignored`: there is nothing to say about it. `unconcerned`: it touches neither an identity nor the rules. */
export type Unplanned = { readonly kind: 'ignored' | 'unconcerned' | 'withheld'; readonly reason: Reason };

type Passed = Exclude<Unplanned['kind'], 'unconcerned'>;

/** `base`: the tip of the base branch, whose rules apply. `start`: where base and head parted. */
export type Concern =
  | { readonly kind: Passed; readonly reason: Reason }
  | { readonly kind: 'unconcerned'; readonly reason: Reason; readonly base: string }
  | {
      readonly kind: 'concerned';
      readonly base: string;
      readonly start: string;
      readonly configuration: Configuration;
    };

/**
 * Whether a pull request needs a plan, by the rules at the tip of its base branch. Contacts no live system.
 * @param askedHead the head of a fork that somebody with write permission asked to have planned
 * @throws CountersignError `branch-missing`.
 */
export async function concernOf(
  { repository, contents, providers }: ConcernSurface,
  pull: PullRequest,
  askedHead: string | null,
): Promise<Concern> {
  const { defaultBranch, visibility } = await repositoryFacts(repository);
  if (pull.base.ref !== defaultBranch)
    return unplanned('ignored', 'base-not-default', `Only pull requests into ${defaultBranch} count.`);
  const base = await tipOf(repository, pull.base.ref);
  const rules = await rulesAt(contents, base, providers);
  if (rules.kind === 'absent') return unplanned('ignored', 'not-installed', 'The base branch has no configuration.');
  if (rules.kind === 'invalid') return unplanned('withheld', 'rules-invalid', summaryOf(rules.diagnostics));
  const { configuration } = rules;
  if (visibility === 'public' && configuration.ledger.repository === null) {
    return unplanned(
      'withheld',
      'public-ledger',
      'In a public repository everybody could read live state from the ledger; name a private repository for it.',
    );
  }
  const fork = forkReason(pull, askedHead);
  if (fork !== null) return { kind: 'withheld', reason: fork };
  const start = await mergeBase(repository, base, pull.head.sha);
  if (start === null)
    return unplanned('withheld', 'history-unrelated', 'The head shares no history with the base branch.');
  if (await isConcerned(contents, start, pull.head.sha, configuration))
    return { kind: 'concerned', base, start, configuration };
  const beside = await overlookedBetween(contents, start, pull.head.sha, configuration);
  return { kind: 'unconcerned', reason: { code: 'unconcerned', message: sentenceOf(beside) }, base };
}

export async function tipOf(repository: Repository, branch: string): Promise<string> {
  const tip = await branchTip(repository, branch);
  if (tip !== null) return tip;
  throw new CountersignError('branch-missing', `The branch ${branch} does not exist.`, {
    mend: 'Retarget the pull request to a branch that exists.',
  });
}

function unplanned(kind: Passed, code: string, message: string): Extract<Concern, { kind: Passed }> {
  return { kind, reason: { code, message } };
}

/** A fork's author has no say here, and planning shows live state: somebody with write permission asks for exactly this head. */
function forkReason(pull: PullRequest, askedHead: string | null): Reason | null {
  if (pull.head.repository?.fork === false || askedHead === pull.head.sha) return null;
  return {
    code: 'fork-not-asked',
    message: `The head ${pull.head.sha.slice(0, 7)} comes from a fork; someone with write permission has to ask for it.`,
  };
}

function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const [first] = diagnostics;
  return `The configuration on the base branch cannot be used: ${first?.code ?? 'unknown'}: ${first?.cause ?? ''} An administrator has to mend it.`;
}

function sentenceOf(beside: readonly Diagnostic[]): string {
  const [first] = beside;
  const sentence = 'This pull request touches neither an identity nor the rules.';
  return first === undefined ? sentence : `${sentence} ${first.location?.path ?? ''}: ${first.cause} ${first.mend}`;
}
