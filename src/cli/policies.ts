import type { Configuration } from '../core/configuration.ts';
import { isPolicyFile } from '../core/globs.ts';
import type { LoadedPolicies } from '../core/policy/index.ts';
import { NO_POLICIES } from '../core/policy/set.ts';
import { unmatchedNames, warningOf } from '../core/policy/unmatched.ts';
import type { Files } from './context.ts';
import { readInputs, readPolicies, type Inputs } from './inputs.ts';

/**
 * The policies of a tree as its configuration names them; the engine is loaded where there are any.
 * @param among only these files; null: all of them
 */
export async function loadedPolicies(
  tree: Files,
  configuration: Pick<Configuration, 'people' | 'policies'>,
  among: readonly string[] | null = null,
): Promise<LoadedPolicies | null> {
  const found =
    among === null
      ? await readPolicies(tree, configuration)
      : await readInputs(tree, among.filter(isPolicyFile(configuration)));
  return await loadedFrom(found, configuration);
}

async function loadedFrom(
  { inputs, diagnostics }: Inputs,
  configuration: Pick<Configuration, 'people' | 'policies'>,
): Promise<LoadedPolicies | null> {
  if (inputs.length + diagnostics.length === 0) return null;
  const { loadPolicies } = await import('../core/policy/index.ts');
  const loaded = loadPolicies(inputs, configuration);
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

/** With what the policies of the same tree say. */
export async function withPolicies(tree: Files, configuration: Configuration): Promise<Configuration> {
  const found = await readPolicies(tree, configuration);
  const loaded = await loadedFrom(found, configuration);
  const policySet =
    loaded === null ? NO_POLICIES : (await import('../core/policy/index.ts')).policySetOf(loaded, configuration);
  return { ...configuration, policySet: warningOf(policySet, unmatchedNames(configuration, found)) };
}
