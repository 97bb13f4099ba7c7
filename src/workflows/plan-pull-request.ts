import type { Address } from '../core/address.ts';
import { sourcesTouched } from '../core/assembly.ts';
import type { Loaded } from '../core/desired/types.ts';
import type { Configuration } from '../core/configuration.ts';
import { planDigest } from '../core/digest.ts';
import type { Diagnostic } from '../core/errors.ts';
import type { HandedStates } from '../core/handed-state.ts';
import { blockedByNext, bringsRules, NO_RULES } from '../core/next-rules.ts';
import type { Plan } from '../core/plan.ts';
import { judgeBy } from '../core/policy.ts';
import { newlyWrong } from '../core/policy/set.ts';
import type { Progress } from '../core/ports.ts';
import { scopeOf } from '../core/scope.ts';
import type { Contents } from '../github/contents.ts';
import { pullRequest, type PullRequest } from '../github/pull-requests.ts';
import { secondOf, type Repository } from '../github/repository.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { concernOf, type Concern, type Unplanned } from './concern.ts';
import { reasonOf } from './failure.ts';
import { planWithAccess } from './plan-live.ts';
import { readLive, type Connect } from './read-live.ts';
import { desiredAt, governanceBetween, overlookedBetween, rulesAt, type Providers, type Rules } from './rules.ts';
import { takenIn, takenInWarnings } from './taken-in.ts';

export type PlanSurface = {
  readonly repository: Repository;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly connect: Connect;
  readonly progress: Progress;
  readonly engine: string;
  readonly handed?: HandedStates;
};

/**
 * `askedHead`: the head of a fork that somebody with write permission asked to have planned. `touching`: what is planned is
 * only a pull request about one of these; null: whatever it is about.
 */
export type PlanRequest = {
  readonly number: number;
  readonly askedHead: string | null;
  readonly touching: ReadonlySet<Address> | null;
};

/**
 * Computes the plan of one pull request. Reads only: the pull request is data, the rules are those of the base branch's tip,
 * live systems are reached through readers that cannot write.
 */
export async function planPullRequest(surface: PlanSurface, request: PlanRequest): Promise<PlannedPullRequest> {
  const pull = await pullRequest(surface.repository, request.number);
  try {
    const concern = await concernOf(surface, pull, request.askedHead);
    if (concern.kind === 'concerned') return await planned(surface, pull, concern, request.touching);
    return request.touching !== null && concern.kind === 'unconcerned' ? untouched(pull) : unplanned(pull, concern);
  } catch (error) {
    // The publish job turns this into red checks: what cannot be planned now must not stay green from before.
    return unplanned(pull, { kind: 'withheld', reason: reasonOf(error) });
  }
}

function unplanned(pull: PullRequest, { kind, reason }: Unplanned): PlannedPullRequest {
  const { code, message } = reason;
  return { kind, pullRequest: pull.number, head: pull.head.sha, reason: { code, message } };
}

function untouched(pull: PullRequest): PlannedPullRequest {
  const reason = { code: 'scope-untouched', message: 'What was applied is not what it is about.' };
  return unplanned(pull, { kind: 'ignored', reason });
}

async function planned(
  surface: PlanSurface,
  pull: PullRequest,
  { base, start, configuration }: Extract<Concern, { kind: 'concerned' }>,
  touching: PlanRequest['touching'],
): Promise<PlannedPullRequest> {
  const { contents, providers } = surface;
  const before = await desiredAt(contents, start, configuration, providers);
  const after = await desiredAt(contents, pull.head.sha, configuration, providers);
  if (
    touching !== null &&
    !scopeOf(before.state, after.state, 'pull-request').identities.some(({ address }) => touching.has(address))
  )
    return untouched(pull);
  const tip = start === base ? before : await desiredAt(contents, base, configuration, providers);
  const governance = await governanceBetween(surface, start, pull.head.sha, configuration);
  const at = await secondOf(surface.repository);
  const heads = await headRules(surface, start, pull.head.sha);
  const noted = [
    ...(await overlookedBetween(contents, start, pull.head.sha, configuration)),
    ...movedInputs(before, after, tip),
    ...movedRules(governance, await governanceBetween(surface, start, base, configuration)),
    ...brokenRules(heads, governance),
    ...(await wrongRules(surface, pull.head.sha, heads, at)),
  ];
  const desired = { base: before, head: after, extent: 'pull-request' as const };
  const live = await readLive({ ...surface, configuration }, sourcesTouched(desired));
  const assembled = await planWithAccess(
    {
      ...desired,
      configuration,
      providers,
      live,
      governance,
      diagnostics: noted,
      commits: { base, head: pull.head.sha, mergeBase: start },
      now: at,
      engine: surface.engine,
    },
    surface,
    // About the pull request the publish job judges: this one's word would count for nothing.
    judgeBy(configuration, at, null),
  );
  const { plan, assessment } = blockedByNext(assembled, nextRules(heads, governance), providers);
  const digest = planDigest(plan);
  return {
    kind: 'planned',
    pullRequest: pull.number,
    head: pull.head.sha,
    base,
    baseBranch: pull.base.ref,
    at,
    digest,
    plan,
    assessment,
  };
}

/** The rules as the pull request found them, and as it leaves them. They judge nothing here. */
type HeadRules = { readonly before: Rules; readonly after: Rules };

async function headRules({ contents, providers }: PlanSurface, start: string, head: string): Promise<HeadRules> {
  return { before: await rulesAt(contents, start, providers), after: await rulesAt(contents, head, providers) };
}

/** Rules that nobody could read once it has landed would refuse its apply, and keep everything after it from being planned. */
function brokenRules({ before, after }: HeadRules, governance: Plan['governance']): readonly Diagnostic[] {
  const isItsOwn = before.kind !== 'invalid' || bringsRules(governance);
  return after.kind === 'invalid' && isItsOwn ? after.diagnostics : [];
}

/** What becomes a rule, and what rules get wrong: told by what stands where head and base parted, since an approval is of what the pull request itself brings. */
async function wrongRules(
  surface: PlanSurface,
  head: string,
  { before, after }: HeadRules,
  at: string,
): Promise<readonly Diagnostic[]> {
  if (before.kind !== 'rules' || after.kind !== 'rules') return [];
  const [was, is] = [before.configuration, after.configuration];
  const taken = await takenIn(surface, head, { before: was, after: is });
  return [...takenInWarnings(taken), ...newlyWrong(was.policySet, is.policySet, at)];
}

/** By which the apply would be asked besides; null: by none that can be read, or by the same. */
function nextRules({ after }: HeadRules, governance: Plan['governance']): Pick<Configuration, 'sources'> | null {
  if (after.kind === 'invalid' || !bringsRules(governance)) return null;
  return after.kind === 'rules' ? after.configuration : NO_RULES;
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
