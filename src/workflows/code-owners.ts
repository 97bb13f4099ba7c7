import { CODE_OWNERS_PATHS, NO_CODE_OWNERS, type CodeOwnersFile } from '../core/code-owners.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Diagnostic } from '../core/errors.ts';
import type { Contents } from '../github/contents.ts';
import type { Tree } from '../github/tree.ts';

type CodeOwnersRead =
  | { readonly kind: 'file'; readonly file: CodeOwnersFile | null }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** The file that GitHub reads owners from, where the configuration asks it; one that cannot be read makes no rules. */
export async function codeOwnersIn(
  contents: Contents,
  tree: Tree,
  { codeOwners }: Configuration,
): Promise<CodeOwnersRead> {
  if (codeOwners === null) return { kind: 'file', file: null };
  const path = CODE_OWNERS_PATHS.find((one) => tree.has(one));
  if (path === undefined) return { kind: 'file', file: NO_CODE_OWNERS };
  const { inputs, diagnostics } = await contents.inputs(tree, (one) => one === path);
  const [input] = inputs;
  if (input === undefined) return { kind: 'invalid', diagnostics };
  return { kind: 'file', file: { path, text: Buffer.from(input.bytes).toString('utf8') } };
}
