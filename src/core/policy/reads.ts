import { isTeam } from '../people.ts';
import type { Tree } from './cel.ts';
import type { Template } from './template.ts';

/** What an expression asks about the pull request. `teams`: those that it names, as `@org/slug`. */
export type Reads = { readonly pull: boolean; readonly teams: readonly string[] };

/** A variable of the expression's own that is called `pull` counts as well. */
export function readsOf(tree: Tree): Reads {
  const found = { pull: false, teams: new Set<string>() };
  look(tree, found);
  return { pull: found.pull, teams: [...found.teams].toSorted() };
}

function look(part: unknown, found: { pull: boolean; readonly teams: Set<string> }): void {
  if (typeof part !== 'object' || part === null) return;
  const kind = 'case' in part ? part.case : undefined;
  const value = 'value' in part ? part.value : undefined;
  if (kind === 'identExpr' && isNamedPull(value)) found.pull = true;
  if (kind === 'stringValue' && typeof value === 'string' && isTeam(value)) found.teams.add(value);
  for (const inner of Object.values(part)) look(inner, found);
}

function isNamedPull(ident: unknown): boolean {
  return typeof ident === 'object' && ident !== null && 'name' in ident && ident.name === 'pull';
}

/** Whether a message shows something of the pull request. */
export function showsPull(template: Template): boolean {
  return template.some((piece) => typeof piece !== 'string' && piece.path[0] === 'pull');
}
