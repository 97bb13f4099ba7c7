import { sourcesTouched, type Planned } from '../core/assembly.ts';
import type { Configuration } from '../core/configuration.ts';
import { load } from '../core/desired/load.ts';
import type { Loaded } from '../core/desired/types.ts';
import { CountersignError, pathsOf, type Diagnostic } from '../core/errors.ts';
import type { HandedStates } from '../core/handed-state.ts';
import type { LiveState } from '../core/live.ts';
import { ownErrors } from '../core/own-errors.ts';
import { blockedByNext, bringsRules, NO_RULES } from '../core/next-rules.ts';
import { judgeBy } from '../core/policy.ts';
import { newlyWrong, type PolicySet } from '../core/policy/set.ts';
import type { Progress, Provider } from '../core/ports.ts';
import { scopeOf } from '../core/scope.ts';
import { openBase } from './base.ts';
import type { CliContext, Files } from './context.ts';
import { governanceBetween } from './governance.ts';
import { readConfiguration, readDesired } from './inputs.ts';
import { readAddresses, readBoundaries, requestOf } from './live.ts';
import { withPolicies } from './policies.ts';
import { planWithAccess, UNJUDGED } from '../workflows/plan-live.ts';

/** `revision` null: where the checked-out commit left the default branch. */
export type PlanWish = { readonly config: string; readonly handed: HandedStates } & (
  | { readonly kind: 'all' }
  | { readonly kind: 'base'; readonly revision: string | null }
);

export type PlanResult =
  | { readonly kind: 'invalid'; readonly where: string; readonly diagnostics: readonly Diagnostic[] }
  /** `against`: what the working tree was compared with, for people. */
  | { readonly kind: 'planned'; readonly planned: Planned; readonly against: string };

/** Computes a plan of the working tree as it is on disk. Reads only, and only with the credentials for reading. */
export async function planWorkingTree(context: CliContext, wish: PlanWish, report: Progress): Promise<PlanResult> {
  const providers = await context.providers();
  return wish.kind === 'all'
    ? await planAll(context, providers, wish, report)
    : await planChanges(context, providers, wish, report);
}

/** Each declared identity against what is live, as if drift were looked for; the rules are the working tree's. */
async function planAll(
  context: CliContext,
  providers: ReadonlyMap<string, Provider>,
  { config, handed }: PlanWish,
  report: Progress,
): Promise<PlanResult> {
  const rules = await readConfiguration(context.files, [...providers.values()], config);
  if (rules.kind === 'invalid') return { ...rules, where: 'in the working tree' };
  const configuration = await withPolicies(context.files, rules.configuration);
  const head = await declared(context.files, configuration, providers);
  const reading = { configuration, providers, env: context.env, report, handed };
  const live = hasErrors(head) ? NOTHING : await readBoundaries(reading, configuration.sources, head.state);
  const planned = await planWithAccess(
    {
      configuration,
      providers,
      // What is wrong with the documents is the head's to say, once.
      base: { ...head, diagnostics: [] },
      head,
      extent: 'everything',
      live,
      ...NO_HISTORY,
      diagnostics: ended(configuration.policySet, context.clock.now().toISOString()),
      now: context.clock.now().toISOString(),
      engine: context.version,
    },
    requestOf(reading),
    UNJUDGED,
  );
  return { kind: 'planned', planned, against: 'what is live' };
}

/** What differs from a commit, by the rules of that commit, as the plan of a pull request is made. */
async function planChanges(
  context: CliContext,
  providers: ReadonlyMap<string, Provider>,
  wish: Extract<PlanWish, { kind: 'base' }>,
  report: Progress,
): Promise<PlanResult> {
  const opened = await openBase(context.cwd, wish.revision, context.env);
  try {
    const rules = await readConfiguration(opened.files, [...providers.values()], wish.config);
    if (rules.kind === 'invalid') {
      if (rules.diagnostics.some(({ code }) => code === 'configuration-missing'))
        throw notInstalled(opened.description);
      return { ...rules, where: `at ${opened.description}, whose rules apply,` };
    }
    const configuration = await withPolicies(opened.files, rules.configuration);
    const now = context.clock.now().toISOString();
    const base = await declared(opened.files, configuration, providers);
    const head = await declared(context.files, configuration, providers);
    const own = await readConfiguration(context.files, [...providers.values()], wish.config);
    const ownRules = own.kind === 'invalid' ? null : await withPolicies(context.files, own.configuration);
    const isGone = own.kind === 'invalid' && own.diagnostics.some(({ code }) => code === 'configuration-missing');
    const wrong = own.kind === 'invalid' && !isGone ? own.diagnostics : [];
    const newly = ownRules === null ? [] : newlyWrong(configuration.policySet, ownRules.policySet, now);
    const governance = await governanceBetween(opened.files, context.files, configuration, ownRules);
    const desired = { base, head, extent: 'pull-request' } as const;
    const reading = { configuration, providers, env: context.env, report, handed: wish.handed };
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    const isErrored = wrong.length > 0 || ownErrors(base, head, identities).length > 0;
    const live = isErrored ? NOTHING : await readAddresses(reading, sourcesTouched(desired));
    const planned = await planWithAccess(
      {
        ...desired,
        configuration,
        providers,
        live,
        ...NO_HISTORY,
        governance,
        diagnostics: [...wrong, ...newly],
        now,
        engine: context.version,
      },
      requestOf(reading),
      judgeBy(configuration, now, null),
    );
    const next = isGone ? NO_RULES : ownRules;
    const judged = bringsRules(governance) ? blockedByNext(planned, next, providers) : planned;
    return { kind: 'planned', planned: judged, against: opened.description };
  } finally {
    opened.close();
  }
}

/** Exceptions that no longer count, whatever they are about. */
function ended(policySet: PolicySet, now: string): readonly Diagnostic[] {
  return policySet.untimely(now).map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
}

const NOTHING: ReadonlyMap<string, LiveState> = new Map();

const NO_HISTORY = { governance: [], diagnostics: [], commits: null } as const;

export async function declared(
  files: Files,
  configuration: Configuration,
  providers: ReadonlyMap<string, Provider>,
): Promise<Loaded> {
  const { inputs, diagnostics } = await readDesired(files, configuration);
  const loaded = load(inputs, { providers: [...providers.values()], configuration }, pathsOf(diagnostics));
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

export function hasErrors({ diagnostics }: Pick<Loaded, 'diagnostics'>): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function notInstalled(base: string): CountersignError {
  return new CountersignError('base-not-installed', 'There is no configuration to judge changes by.', {
    evidence: `at ${base}`,
    mend: "Compare with a commit that has one, or use --all, which takes the working tree's configuration.",
  });
}
