import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import type { Involved } from '../core/ledger/bodies.ts';
import {
  approvedRules,
  mendingOf,
  ruleFilesBetween,
  unapprovedAt,
  unapprovedReason,
  type ApprovedRules,
  type Unapproved,
} from './governance.ts';
import { involvedIn, ratifiesForeign, together } from './bypassed.ts';
import type { JudgeSurface } from './judge-landing.ts';
import { approvedPlan } from './landing-approval.ts';
import { isAbout, type Landing, type Landings } from './landings.ts';
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
  /** Whether the rules before the landing, or those approved last before it, are about what it brings. */
  readonly concerns: (landing: Landing) => boolean;
  readonly ratifying: ReadonlyMap<string, Configuration>;
  readonly tip: Reason | null;
  /** Who contributed to the rule files that nobody approved at the tip; null: none stand there. */
  readonly bypassed: Involved | null;
  /** The newest approved rules: by them the tip is judged while its own are not approved. */
  readonly rules: Configuration;
};

/** Follows the rules from where they were last approved through the landings to the tip; enters nothing. */
export async function standingsOf(
  surface: JudgeSurface,
  { kind, landings }: Landings,
  tip: string,
): Promise<Standings> {
  let approved = await approvedRules(surface, surface.ledger);
  const standings = new Map<string, Standing>();
  const ratifying = new Map<string, Configuration>();
  const concerning = new Set<string>();
  let known = await surface.ledger.bypassed();
  let unread: readonly Reason[] | null = null;
  // What stands before the landing that the ledger names was judged by the run that entered it.
  const judged = landings.findIndex(({ commits }) => commits.includes(approved.commit)) + 1;
  for (const landing of landings.slice(0, judged)) {
    // By which approved rules is not known any more. A push was not entered yet if something before it is unfinished.
    const rules = landing.pull === null ? [approved.configuration] : [];
    if (await isAbout(surface, landing, rules)) concerning.add(landing.commit);
  }
  for (const landing of landings.slice(judged)) {
    if (await isAbout(surface, landing, [approved.configuration])) concerning.add(landing.commit);
    const unapproved = await unapprovedAt(surface.contents, approved, landing.before);
    if (unapproved === null) known = null;
    const step = await stepOf(surface, landing, { approved, unapproved, known });
    const { standing, next } = step;
    known = next === null ? together(known, step.bypassing) : null;
    unread ??= step.unread;
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
    concerns: ({ commit }) => kind === 'turned' || concerning.has(commit),
    ratifying,
    bypassed: left === null ? null : known,
    tip: left === null ? null : unapprovedReason(left),
    rules: approved.configuration,
  };
}

/** `known`: who contributed to what is unapproved, as far as that landed before. */
type Before = {
  readonly approved: ApprovedRules;
  readonly unapproved: Unapproved | null;
  readonly known: Involved | null;
};

/** `unread`: why nobody can tell now whether the rules that it brings are approved. `bypassing`: who contributed, where they are not. */
type Step = {
  readonly standing: Standing;
  readonly next: ApprovedRules | null;
  readonly unread: readonly Reason[] | null;
  readonly bypassing: Involved | null;
};

async function stepOf(
  surface: JudgeSurface,
  landing: Landing,
  { approved: { commit, configuration }, unapproved, known }: Before,
): Promise<Step> {
  const { contents, providers } = surface;
  const refused: Standing =
    unapproved === null ? { kind: 'approved' } : { kind: 'unapproved', reason: unapprovedReason(unapproved) };
  const touched = await ruleFilesBetween(contents, configuration, landing.before, landing.commit);
  if (touched.length === 0) return { standing: refused, next: null, unread: null, bypassing: null };
  if (landing.unattributed !== null)
    return { standing: refused, next: null, unread: [landing.unattributed], bypassing: null };
  const left = await ruleFilesBetween(contents, configuration, commit, landing.commit);
  const approval = await approvedPlan(
    surface,
    landing,
    configuration,
    ratifiesForeign(unapproved, left) ? known : null,
  );
  const passed = async (reasons: readonly Reason[] | null): Promise<Step> => {
    const bypassing = left.some((path) => touched.includes(path)) ? await involvedIn(surface, landing) : null;
    return { standing: refused, next: null, unread: reasons, bypassing };
  };
  if (approval.kind !== 'approved') return await passed(approval.kind === 'unread' ? approval.reasons : null);
  const mending = unapproved === null ? 'ratifies' : mendingOf(approval.plan, unapproved, left);
  if (mending === 'nothing') return await passed(null);
  const standing: Standing = unapproved === null ? { kind: 'approved' } : { kind: 'mending', configuration };
  const rules = await rulesAt(contents, landing.commit, providers);
  // Rules that cannot be read are nobody's rules: they stay unapproved until readable ones stand again.
  const ratifies = mending === 'ratifies' && rules.kind === 'rules';
  const next = ratifies ? { commit: landing.commit, configuration: rules.configuration } : null;
  return { standing, next, unread: null, bypassing: null };
}
