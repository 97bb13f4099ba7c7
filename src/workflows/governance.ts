import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import { classifier } from '../core/globs.ts';
import type { Plan } from '../core/plan.ts';
import type { Contents } from '../github/contents.ts';
import { changedPaths } from '../github/tree.ts';
import type { Ledger } from './ledger.ts';
import { requireRules, type Providers } from './rules.ts';

/** Rules that were approved as a whole, and the commit at which they stood. */
export type ApprovedRules = { readonly commit: string; readonly configuration: Configuration };

/** Rule files at `commit` that are not as they were last approved, sorted. */
export type Unapproved = { readonly commit: string; readonly approved: string; readonly paths: readonly string[] };

/** The rules that the ledger says were approved last. @throws CountersignError `rules-missing`, `ledger-unsettled`. */
export async function approvedRules(
  { contents, providers }: { readonly contents: Contents; readonly providers: Providers },
  ledger: Ledger,
): Promise<ApprovedRules> {
  const commit = await ledger.rules();
  return { commit, configuration: await requireRules(contents, commit, providers) };
}

/** Null when every rule file is at this commit what was approved last, however it came there. */
export async function unapprovedAt(
  contents: Contents,
  { commit: approved, configuration }: ApprovedRules,
  commit: string,
): Promise<Unapproved | null> {
  const paths = await ruleFilesBetween(contents, configuration, approved, commit);
  return paths.length === 0 ? null : { commit, approved, paths };
}

export async function ruleFilesBetween(
  contents: Contents,
  configuration: Configuration,
  base: string,
  head: string,
): Promise<readonly string[]> {
  if (base === head) return [];
  const classify = classifier(configuration);
  return changedPaths(await contents.tree(base), await contents.tree(head))
    .map(({ path }) => path)
    .filter((path) => classify(path) === 'governance');
}

/**
 * What a pull request does about rule files that nobody approved. `ratifies`: it has each of them before its reviewers, restored or
 * changed. `restores`: all that it changes becomes what was approved. One that is about identities, too, mends nothing.
 * @param left rule files that differ from the approved ones when it has landed
 */
export function mendingOf(
  plan: Pick<Plan, 'desired' | 'governance' | 'requests'>,
  { paths }: Unapproved,
  left: readonly string[],
): 'ratifies' | 'restores' | 'nothing' {
  if (plan.desired.length + plan.requests.length > 0 || plan.governance.length === 0) return 'nothing';
  const named = new Set(plan.governance.map(({ path }) => path));
  if (paths.every((path) => named.has(path))) return 'ratifies';
  return left.some((path) => named.has(path)) ? 'nothing' : 'restores';
}

const SHOWN = 5;

export function unapprovedReason({ commit, approved, paths }: Unapproved): Reason {
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return {
    code: 'governance-unapproved',
    message: `At ${commit.slice(0, 7)} these rule files are not as they were last approved, at ${approved.slice(0, 7)}: ${paths.slice(0, SHOWN).join(', ')}${more}.`,
  };
}
