import type { Configuration } from '../core/configuration.ts';
import { isPolicyFile } from '../core/globs.ts';
import { NO_POLICIES, type PolicySet } from '../core/policy/set.ts';
import { unmatchedNames, warningOf } from '../core/policy/unmatched.ts';
import type { Contents, Inputs } from '../github/contents.ts';
import type { Tree } from '../github/tree.ts';

/**
 * The policies in a tree that a configuration names. What cannot be read as a file is among their diagnostics, so that no rule goes
 * missing. The engine is loaded where there is any.
 */
export async function policiesIn(contents: Contents, tree: Tree, configuration: Configuration): Promise<PolicySet> {
  if (configuration.policies.length === 0) return NO_POLICIES;
  const found = await contents.inputs(tree, isPolicyFile(configuration));
  return await policySetOfFiles(found, configuration);
}

/**
 * The policies that these files make, which are all that the configuration names; `diagnostics`: of those that cannot be read. Where one of
 * its names has none of them the set warns of it.
 */
export async function policySetOfFiles(found: Inputs, configuration: Configuration): Promise<PolicySet> {
  return warningOf(await setOf(found, configuration), unmatchedNames(configuration, found));
}

async function setOf({ inputs, diagnostics }: Inputs, configuration: Configuration): Promise<PolicySet> {
  if (inputs.length + diagnostics.length === 0) return NO_POLICIES;
  const { loadPolicies, policySetOf } = await import('../core/policy/index.ts');
  const loaded = loadPolicies(inputs, configuration);
  return policySetOf({ ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] }, configuration);
}
