import { widenedBy } from '../core/apply/widened.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { judgeBy } from '../core/policy.ts';
import type { PullFacts } from '../core/policy/pull.ts';
import { riskAnew } from '../core/risk/anew.ts';
import type { Contents } from '../github/contents.ts';
import type { PullRequest } from '../github/pull-requests.ts';
import type { FactsQuery } from './approval-facts.ts';
import { ratifiesForeign } from './bypassed.ts';
import type { PlannedPullRequest } from './bundle.ts';
import type { Poster } from './checks.ts';
import { approvedRules, mendingOf, ruleFilesBetween, unapprovedAt, unapprovedReason } from './governance.ts';
import type { Ledger } from './ledger.ts';
import { readPull } from './pull-facts.ts';
import type { Providers } from './rules.ts';

type GateSurface = Poster & { readonly contents: Contents; readonly providers: Providers };

type Plan = Extract<PlannedPullRequest, { kind: 'planned' }>;

/** The rules by which is judged, and GitHub's time. */
type Gate = { readonly configuration: Configuration; readonly now: string; readonly pull: PullRequest };

/** `about`: what of the pull request was asked for. */
type Judged = { readonly planned: Plan; readonly rules: Configuration; readonly about: PullFacts | null };

/**
 * The rules that judge the plan: those of the base, or the last approved ones where the pull request mends what nobody approved.
 * @throws CountersignError `governance-unapproved`.
 */
export async function judgedBy(
  surface: GateSurface,
  ledger: Ledger,
  planned: Plan,
  { configuration, ...gate }: Gate,
): Promise<Judged & Pick<FactsQuery, 'bypassed'>> {
  const { contents, providers } = surface;
  const approved = await approvedRules({ contents, providers }, ledger);
  const unapproved = await unapprovedAt(contents, approved, planned.base);
  if (unapproved === null)
    return { ...(await judgedAnew(surface, planned, { configuration, ...gate })), bypassed: null };
  const rules = approved.configuration;
  const left = await ruleFilesBetween(contents, rules, approved.commit, planned.head);
  if (mendingOf(planned.plan, unapproved, left) === 'nothing') {
    const { code, message } = unapprovedReason(unapproved);
    throw new CountersignError(code, message, {
      mend: 'If they landed by an approved pull request, run the apply workflow. Otherwise restore them, or let administrators approve a pull request about nothing but these files.',
    });
  }
  const bypassed = ratifiesForeign(unapproved, left) ? await ledger.bypassed() : null;
  return { ...(await judgedAnew(surface, planned, { configuration: rules, ...gate })), bypassed };
}

/**
 * What follows from the digested plan is not taken from the plan job's word: who has to agree, what is blocked, what access is gained
 * directly, and how risky that is at least; nor what the pull request is called or labelled. What is gained otherwise is its word, and
 * only ever asks more people.
 * @throws CountersignError `access-widened`.
 */
async function judgedAnew(
  surface: GateSurface,
  planned: Plan,
  { configuration: rules, now, pull }: Gate,
): Promise<Judged> {
  const { assessment, plan } = planned;
  const widened = widenedBy(plan, assessment.changes, surface.providers);
  if (widened !== null)
    throw new CountersignError(widened.code, widened.message, { mend: 'Let the plan job compute the plan again.' });
  const applyable = assessment.applyable && plan.changes.every(({ blocked }) => blocked.length === 0);
  const about = await readPull(surface, pull, planned.base, rules);
  const judge = judgeBy(rules, now, about);
  const changes = riskAnew(plan, assessment, { configuration: rules, providers: surface.providers, now });
  const judged = { ...assessment, applyable, changes, ...judge(plan, changes, assessment.access) };
  return { rules, planned: { ...planned, assessment: judged }, about };
}
