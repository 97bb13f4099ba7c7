import { assemble, sourcesTouched, type Judge } from '../core/assembly.ts';
import { defaultRequirements } from '../core/approval/requirements.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Loaded } from '../core/desired/types.ts';
import { planDigest } from '../core/digest.ts';
import { CountersignError, type Diagnostic, type Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import type { Progress } from '../core/ports.ts';
import { scopeOf } from '../core/scope.ts';
import type { Contents } from '../github/contents.ts';
import { pullRequest, type PullRequest } from '../github/pull-requests.ts';
import { branchTip, mergeBase, repositoryFacts, type Repository } from '../github/repository.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { reasonOf } from './failure.ts';
import { readLive, type Connect } from './read-live.ts';
import { desiredAt, governanceBetween, isConcerned, overlookedBetween, rulesAt, type Providers } from './rules.ts';

export type PlanSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly connect: Connect;
  readonly progress: Progress;
  readonly engine: string;
};

/** `askedHead`: the head of a fork that somebody with write permission asked to have planned. */
export type PlanRequest = { readonly number: number; readonly askedHead: string | null };

/**
 * Computes the plan of one pull request. Reads only: the pull request is data, the rules are those of the base branch's tip,
 * live systems are reached through readers that cannot write.
 */
export async function planPullRequest(surface: PlanSurface, request: PlanRequest): Promise<PlannedPullRequest> {
  const pull = await pullRequest(surface.repository, request.number);
  try {
    return await planOpened(surface, pull, request.askedHead);
  } catch (error) {
    // The publish job turns this into red checks: what cannot be planned now must not stay green from before.
    const { code, message } = reasonOf(error);
    return otherwise(pull, 'withheld', code, message);
  }
}

function otherwise(
  pull: PullRequest,
  kind: 'ignored' | 'unconcerned' | 'withheld',
  code: string,
  message: string,
  app: number | null = null,
): PlannedPullRequest {
  return { kind, pullRequest: pull.number, head: pull.head.sha, app, reason: { code, message } };
}

async function planOpened(
  surface: PlanSurface,
  pull: PullRequest,
  askedHead: string | null,
): Promise<PlannedPullRequest> {
  const { defaultBranch, visibility } = await repositoryFacts(surface.repository);
  const other = (
    kind: 'ignored' | 'unconcerned' | 'withheld',
    code: string,
    message: string,
    app: number | null = null,
  ) => otherwise(pull, kind, code, message, app);
  if (pull.base.ref !== defaultBranch)
    return other('ignored', 'base-not-default', `Only pull requests into ${defaultBranch} count.`);
  const base = await tipOf(surface.repository, pull.base.ref);
  const rules = await rulesAt(surface.contents, base, surface.providers);
  if (rules.kind === 'absent') return other('ignored', 'not-installed', 'The base branch has no configuration.');
  if (rules.kind === 'invalid') return other('withheld', 'rules-invalid', summaryOf(rules.diagnostics));
  const { app, ledger } = rules.configuration;
  if (visibility === 'public' && ledger.repository === null) {
    return other(
      'withheld',
      'public-ledger',
      'In a public repository everybody could read live state from the ledger; name a private repository for it.',
      app,
    );
  }
  const withheld = forkReason(pull, askedHead);
  if (withheld !== null) return other('withheld', withheld.code, withheld.message, app);
  const start = await mergeBase(surface.repository, base, pull.head.sha);
  if (start === null)
    return other('withheld', 'history-unrelated', 'The head shares no history with the base branch.', app);
  if (!(await isConcerned(surface.contents, start, pull.head.sha, rules.configuration))) {
    const beside = await overlookedBetween(surface.contents, start, pull.head.sha, rules.configuration);
    return other('unconcerned', 'unconcerned', unconcerned(beside), app);
  }
  return await planned(surface, { pull, base, start, configuration: rules.configuration });
}

function unconcerned(beside: readonly Diagnostic[]): string {
  const [first] = beside;
  const sentence = 'This pull request touches neither an identity nor the rules.';
  return first === undefined ? sentence : `${sentence} ${first.location?.path ?? ''}: ${first.cause} ${first.mend}`;
}

type Commits = {
  readonly pull: PullRequest;
  readonly base: string;
  readonly start: string;
  readonly configuration: Configuration;
};

async function planned(
  surface: PlanSurface,
  { pull, base, start, configuration }: Commits,
): Promise<PlannedPullRequest> {
  const { contents, providers } = surface;
  const before = await desiredAt(contents, start, configuration, providers);
  const after = await desiredAt(contents, pull.head.sha, configuration, providers);
  const tip = start === base ? before : await desiredAt(contents, base, configuration, providers);
  const governance = await governanceBetween(contents, start, pull.head.sha, configuration);
  const noted = [
    ...(await overlookedBetween(contents, start, pull.head.sha, configuration)),
    ...movedInputs(before, after, tip),
    ...movedRules(governance, await governanceBetween(contents, start, base, configuration)),
  ];
  const desired = { base: before, head: after, extent: 'pull-request' as const };
  const live = await readLive({ ...surface, configuration }, sourcesTouched(desired));
  const { plan, assessment } = assemble(
    {
      ...desired,
      configuration,
      providers,
      live,
      governance,
      diagnostics: noted,
      commits: { base, head: pull.head.sha, mergeBase: start },
      engine: surface.engine,
    },
    judgeBy(configuration),
  );
  const digest = planDigest(plan);
  return {
    kind: 'planned',
    pullRequest: pull.number,
    head: pull.head.sha,
    base,
    baseBranch: pull.base.ref,
    digest,
    plan,
    assessment,
  };
}

/** The configuration's defaults are the policy for now: nothing is denied, and these people have to agree. */
export function judgeBy(configuration: Configuration): Judge {
  return (plan, changes) => ({ requirements: defaultRequirements(configuration, plan, changes), findings: [] });
}

export async function tipOf(repository: Repository, branch: string): Promise<string> {
  const tip = await branchTip(repository, branch);
  if (tip !== null) return tip;
  throw new CountersignError('branch-missing', `The branch ${branch} does not exist.`, {
    mend: 'Retarget the pull request to a branch that exists.',
  });
}

/** A fork's author has no say here, and planning shows live state: somebody with write permission asks for exactly this head. */
function forkReason(pull: PullRequest, askedHead: string | null): Reason | null {
  if (pull.head.repository?.fork === false || askedHead === pull.head.sha) return null;
  return {
    code: 'fork-not-asked',
    message: `The head ${pull.head.sha.slice(0, 7)} comes from a fork; someone with write permission has to ask for it.`,
  };
}

/** What the branch would be merged into has moved under it: reviewers must see the two together. */
function movedInputs(start: Loaded, head: Loaded, tip: Loaded): readonly Diagnostic[] {
  const scope = new Set(scopeOf(start.state, head.state, 'pull-request').identities.map(({ address }) => address));
  return scopeOf(start.state, tip.state, 'pull-request')
    .identities.filter(({ address, base, head: now }) => scope.has(address) && base?.hash !== now?.hash)
    .map(({ address }) => updateBranch(`The document of ${address} also changed on the base branch.`));
}

function movedRules(own: Plan['governance'], base: Plan['governance']): readonly Diagnostic[] {
  const paths = new Set(own.map(({ path }) => path));
  return base
    .filter(({ path }) => paths.has(path))
    .map(({ path }) => updateBranch(`The rule file ${path} also changed on the base branch.`));
}

function updateBranch(cause: string): Diagnostic {
  return {
    code: 'update-branch',
    severity: 'error',
    cause,
    mend: 'Update the branch from its base, so that both changes are planned together.',
  };
}

function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const [first] = diagnostics;
  return `The configuration on the base branch cannot be used: ${first?.code ?? 'unknown'}: ${first?.cause ?? ''} An administrator has to mend it.`;
}
