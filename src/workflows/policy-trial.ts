import type { Configuration } from '../core/configuration.ts';
import { isPolicyFile } from '../core/globs.ts';
import { pastPlan, plannedIn, type PastPlan } from '../core/ledger/past-plans.ts';
import { bringsRules } from '../core/next-rules.ts';
import type { Plan } from '../core/plan.ts';
import type { PolicySet } from '../core/policy/set.ts';
import { comparePolicies, type PolicyTrial } from '../core/policy/trial-difference.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { reasonOf } from './failure.ts';
import type { Ledger } from './ledger.ts';
import { policySetOfFiles } from './policies.ts';
import { rulesAt, type RulesSurface } from './rules.ts';

type Planned = Extract<PlannedPullRequest, { kind: 'planned' }>;

/** One request to GitHub for each entry, and two for each plan: fifty at the most, once for each publication. */
const ENTRIES = 34;
const PLANS = 8;

/**
 * What the policies that a pull request brings would have said of the last plans of others, beside those by which it is judged.
 * For people alone: nothing is decided from it, and a failure is told instead. Null: it brings no other policies.
 * @param configuration the rules by which it is judged
 */
export async function tryNewPolicies(
  surface: RulesSurface,
  ledger: Ledger,
  planned: Planned,
  configuration: Configuration,
): Promise<PolicyTrial | null> {
  if (planned.plan.governance.length === 0) return null;
  try {
    const after = await policiesAfter(surface, planned, configuration);
    const before = configuration.policySet;
    if (after.hash === before.hash) return null;
    return comparePolicies(before, after, await lastPlans(ledger, planned.pullRequest));
  } catch (error) {
    return { kind: 'impossible', reason: reasonOf(error) };
  }
}

/** Those of the base with the files of the pull request in place of its own: what a branch is behind in is not its doing. */
async function policiesAfter(
  { contents, providers }: RulesSurface,
  { plan, base, head }: Planned,
  configuration: Configuration,
): Promise<PolicySet> {
  const rules = bringsRules(plan.governance) ? await rulesAt(contents, head, providers) : null;
  const next = rules?.kind === 'rules' ? rules.configuration : configuration;
  const changed = changedPaths(plan);
  const isPolicy = isPolicyFile(next);
  const kept = await contents.inputs(await contents.tree(base), (path) => isPolicy(path) && !changed.has(path));
  const brought = await contents.inputs(await contents.tree(head), (path) => isPolicy(path) && changed.has(path));
  return await policySetOfFiles(
    {
      inputs: [...kept.inputs, ...brought.inputs],
      diagnostics: [...kept.diagnostics, ...brought.diagnostics],
    },
    next,
  );
}

function changedPaths({ governance }: Plan): ReadonlySet<string> {
  return new Set(governance.map(({ path }) => path));
}

async function lastPlans(ledger: Ledger, own: number): Promise<readonly PastPlan[]> {
  const others = plannedIn(await ledger.newest(ENTRIES)).filter(({ pullRequest }) => pullRequest !== own);
  const plans: PastPlan[] = [];
  for (const of of others.slice(0, PLANS)) plans.push(await pastPlan((hash) => ledger.blob(hash), of));
  return plans;
}
