import type { Configuration } from '../core/configuration.ts';
import { isPolicyFile } from '../core/globs.ts';
import type { LoadedPolicies } from '../core/policy/index.ts';
import type { Files } from './context.ts';
import { readInputs, readPolicies } from './inputs.ts';

/**
 * The policies of a tree as its configuration names them; the engine is loaded where there are any.
 * @param among only these files; null: all of them
 */
export async function loadedPolicies(
  tree: Files,
  configuration: Pick<Configuration, 'people' | 'policies'>,
  among: readonly string[] | null = null,
): Promise<LoadedPolicies | null> {
  const { inputs, diagnostics } =
    among === null
      ? await readPolicies(tree, configuration)
      : await readInputs(tree, among.filter(isPolicyFile(configuration)));
  if (inputs.length + diagnostics.length === 0) return null;
  const { loadPolicies } = await import('../core/policy/index.ts');
  const loaded = loadPolicies(inputs, configuration);
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

/** With what the policies of the same tree say. */
export async function withPolicies(tree: Files, configuration: Configuration): Promise<Configuration> {
  const loaded = await loadedPolicies(tree, configuration);
  if (loaded === null) return configuration;
  const { policySetOf } = await import('../core/policy/index.ts');
  return { ...configuration, policySet: policySetOf(loaded, configuration) };
}
