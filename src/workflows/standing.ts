import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import {
  approvedRules,
  mendingOf,
  ruleFilesBetween,
  unapprovedAt,
  unapprovedReason,
  type ApprovedRules,
  type Unapproved,
} from './governance.ts';
import type { JudgeSurface } from './judge-landing.ts';
import { approvedPlan } from './landing-approval.ts';
import type { Landing } from './landings.ts';
import { rulesAt } from './rules.ts';

/** By which rules a landing is judged: those before it, the last approved ones where it mends what was not approved, or none. */
export type Standing =
  | { readonly kind: 'approved' }
  | { readonly kind: 'mending'; readonly configuration: Configuration }
  /** It stands on rules of which nobody can tell now whether they were approved. */
  | { readonly kind: 'unread'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unapproved'; readonly reason: Reason };

/** `ratifying`: commits of landings by which the rules become approved as a whole, with the rules that were approved before. `tip`: why nothing may be written now. */
export type Standings = {
  readonly of: (landing: Landing) => Standing;
  readonly ratifying: ReadonlyMap<string, Configuration>;
  readonly tip: Reason | null;
  /** The newest approved rules: by them the tip is judged while its own are not approved. */
  readonly rules: Configuration;
};

/** Follows the rules from where they were last approved through the landings to the tip; enters nothing. */
export async function standingsOf(
  surface: JudgeSurface,
  landings: readonly Landing[],
  tip: string,
): Promise<Standings> {
  let approved = await approvedRules(surface, surface.ledger);
  const standings = new Map<string, Standing>();
  const ratifying = new Map<string, Configuration>();
  let unread: readonly Reason[] | null = null;
  // What stands before the landing that the ledger names was judged by the run that entered it.
  const known = landings.findIndex(({ commits }) => commits.includes(approved.commit)) + 1;
  for (const landing of landings.slice(known)) {
    const unapproved = await unapprovedAt(surface.contents, approved, landing.before);
    const { standing, next, unread: reasons } = await stepOf(surface, landing, approved, unapproved);
    unread ??= reasons;
    standings.set(
      landing.commit,
      standing.kind === 'unapproved' && unread !== null ? { kind: 'unread', reasons: unread } : standing,
    );
    if (next === null) continue;
    ratifying.set(landing.commit, approved.configuration);
    approved = next;
  }
  const left = await unapprovedAt(surface.contents, approved, tip);
  return {
    of: ({ commit }) => standings.get(commit) ?? { kind: 'approved' },
    ratifying,
    tip: left === null ? null : unapprovedReason(left),
    rules: approved.configuration,
  };
}

/** `unread`: why nobody can tell now whether the rules that it brings are approved. */
type Step = {
  readonly standing: Standing;
  readonly next: ApprovedRules | null;
  readonly unread: readonly Reason[] | null;
};

async function stepOf(
  surface: JudgeSurface,
  landing: Landing,
  { commit, configuration }: ApprovedRules,
  unapproved: Unapproved | null,
): Promise<Step> {
  const { contents, providers } = surface;
  const refused: Standing =
    unapproved === null ? { kind: 'approved' } : { kind: 'unapproved', reason: unapprovedReason(unapproved) };
  const touched = await ruleFilesBetween(contents, configuration, landing.before, landing.commit);
  if (touched.length === 0) return { standing: refused, next: null, unread: null };
  if (landing.unattributed !== null) return { standing: refused, next: null, unread: [landing.unattributed] };
  const approval = await approvedPlan(surface, landing, configuration);
  if (approval.kind !== 'approved')
    return { standing: refused, next: null, unread: approval.kind === 'unread' ? approval.reasons : null };
  const left = await ruleFilesBetween(contents, configuration, commit, landing.commit);
  const mending = unapproved === null ? 'ratifies' : mendingOf(approval.plan, unapproved, left);
  if (mending === 'nothing') return { standing: refused, next: null, unread: null };
  const standing: Standing = unapproved === null ? { kind: 'approved' } : { kind: 'mending', configuration };
  const rules = await rulesAt(contents, landing.commit, providers);
  // Rules that cannot be read are nobody's rules: they stay unapproved until readable ones stand again.
  const ratifies = mending === 'ratifies' && rules.kind === 'rules';
  const next = ratifies ? { commit: landing.commit, configuration: rules.configuration } : null;
  return { standing, next, unread: null };
}
