import type { Configuration } from '../core/configuration.ts';
import type { Reason } from '../core/errors.ts';
import { judgesOthers } from '../core/globs.ts';
import { decideGroup, groupScopeOf, type GroupDecision, type GroupMember, type MemberVerdict } from '../core/group.ts';
import { openPullRequestsByHead } from '../github/pull-requests.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { postGroup } from './checks.ts';
import { reasonOf } from './failure.ts';
import { groupLinks, linkConcerns, type GroupLink, type GroupLinks, type MergeGroup } from './group-links.ts';
import { landingReason } from './landed-inputs.ts';
import { tipOf } from './concern.ts';
import { requireOwnApp } from './own-app.ts';
import { publishPlan, type PublishSurface } from './publish-plan.ts';
import { requireRules, rulesAt } from './rules.ts';

/** `ignored`: nothing is posted, as for a pull request of that sort. */
export type PublishedGroup =
  | { readonly kind: 'ignored'; readonly reason: Reason }
  | { readonly kind: 'decided'; readonly decision: GroupDecision };

type Judged = {
  readonly link: GroupLink;
  readonly planned: PlannedPullRequest | null;
  readonly verdict: MemberVerdict;
};

/**
 * Judges each pull request of a merge group as at the gate, records and posts what that gives, and says in the checks of the
 * group's commit whether it may land. Fails closed: whatever goes wrong takes the group out of the queue.
 */
export async function publishGroup(
  surface: PublishSurface,
  group: MergeGroup,
  planned: readonly PlannedPullRequest[],
): Promise<PublishedGroup> {
  const { repository, contents, providers } = surface;
  const tip = await tipOf(repository, (await repositoryFacts(repository)).defaultBranch);
  const rules = await rulesAt(contents, tip, providers);
  if (rules.kind === 'absent') return ignored('not-installed', 'The base branch has no configuration.');
  let decision: GroupDecision;
  try {
    const found = await groupLinks(repository, group);
    if (found.kind === 'other')
      return ignored('base-not-default', `Only what would land on ${found.defaultBranch} counts.`);
    decision = await decided(surface, group, found, planned);
  } catch (error) {
    decision = { kind: 'refused', reasons: [reasonOf(error)] };
  }
  await postGroup(surface, rules.kind === 'rules' ? rules.configuration : null, group.head, decision);
  return { kind: 'decided', decision };
}

function ignored(code: string, message: string): PublishedGroup {
  return { kind: 'ignored', reason: { code, message } };
}

async function decided(
  surface: PublishSurface,
  group: MergeGroup,
  { defaultBranch, tip, links }: Extract<GroupLinks, { kind: 'links' }>,
  planned: readonly PlannedPullRequest[],
): Promise<GroupDecision> {
  const { repository, contents, providers } = surface;
  const configuration = await requireRules(contents, tip, providers);
  await requireOwnApp(surface, configuration);
  const ahead = new Set(links.flatMap(({ before, commit }) => [before, commit]));
  const judges = judgesOthers(configuration);
  const judged: Judged[] = [];
  for (const link of links) {
    const plan = planned.find(({ pullRequest }) => pullRequest === link.pullRequest) ?? null;
    const verdict: MemberVerdict = (await linkConcerns(surface, link, tip, group))
      ? await verdictOf(surface, link, plan, { configuration, ahead })
      : { kind: 'unconcerned' };
    judged.push({ link, planned: plan, verdict });
  }
  const sharing = await openPullRequestsByHead(repository, defaultBranch, group.head);
  return decideGroup({
    members: [
      ...landedSince(links, planned, judges),
      ...(await afterLanding(repository, { defaultBranch, judges }, judged)),
    ],
    sharing: sharing.map(({ number }) => number),
  });
}

type Standing = { readonly configuration: Configuration; readonly ahead: ReadonlySet<string> };

async function verdictOf(
  surface: PublishSurface,
  link: GroupLink,
  planned: PlannedPullRequest | null,
  { configuration, ahead }: Standing,
): Promise<MemberVerdict> {
  if (planned === null) return { kind: 'refused', reasons: [UNPLANNED] };
  const published = await publishPlan(surface, planned, ahead);
  if (published.kind === 'unconcerned')
    return { kind: 'differs', difference: 'the group brings changes that the pull request does not have.' };
  if (published.kind !== 'decided' || planned.kind !== 'planned')
    return { kind: 'refused', reasons: published.kind === 'decided' ? [UNPLANNED] : [published.reason] };
  const { kind, reasons } = published.decision;
  if (kind !== 'approved') return { kind, reasons };
  const difference = await landingReason(surface, link, planned.plan, configuration);
  return difference === null ? { kind } : { kind: 'differs', difference: difference.message };
}

/** See `judgesOthers`. */
type Judges = (path: string) => boolean;

const UNPLANNED: Reason = {
  code: 'group-unplanned',
  message: 'This run has no plan of it; the log of its plan job says why.',
};

/** Planned as ahead in the queue, and on the base branch by now: what comes after must not meet it all the same. */
function landedSince(
  links: readonly GroupLink[],
  planned: readonly PlannedPullRequest[],
  judges: Judges,
): readonly GroupMember[] {
  return planned
    .filter(({ pullRequest }) => !links.some((link) => link.pullRequest === pullRequest))
    .map((one) => ({ pullRequest: one.pullRequest, scope: scopeOf(one, judges), verdict: { kind: 'landed' } }));
}

/**
 * Looked at again, since what landed while it was judged could not be judged as open. Only the tip says what landed, not the
 * branches of the queue; where it became the commit of a link, the links up to that one are what it brought.
 */
async function afterLanding(
  repository: Repository,
  { defaultBranch, judges }: { readonly defaultBranch: string; readonly judges: Judges },
  judged: readonly Judged[],
): Promise<readonly GroupMember[]> {
  const tip = await tipOf(repository, defaultBranch);
  const landed = judged.findIndex(({ link }) => link.commit === tip);
  return judged.map(({ link, planned, verdict }, index) => ({
    pullRequest: link.pullRequest,
    scope: planned === null ? null : scopeOf(planned, judges),
    verdict: index <= landed ? { kind: 'landed' } : verdict,
  }));
}

function scopeOf(planned: PlannedPullRequest, judges: Judges): GroupMember['scope'] {
  return planned.kind === 'planned' ? groupScopeOf(planned.plan, judges) : null;
}
