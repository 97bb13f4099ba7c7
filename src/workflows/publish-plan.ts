import { decide } from '../core/approval/decide.ts';
import type { Decision, PublicationRun } from '../core/approval/facts.ts';
import { publicationRuns } from '../core/approval/runs.ts';
import { staleness } from '../core/approval/stale.ts';
import { teamsOf } from '../core/approval/teams.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { judgesOthers } from '../core/globs.ts';
import type { Progress } from '../core/ports.ts';
import type { Contents } from '../github/contents.ts';
import { openPullRequestsByHead, pullRequest, type PullRequest } from '../github/pull-requests.ts';
import { repositoryFacts, secondOf } from '../github/repository.ts';
import { approvalFacts } from './approval-facts.ts';
import type { PlannedPullRequest } from './bundle.ts';
import { judgedBy } from './gate.ts';
import { postApproval, postPlan, postPlain, type Poster } from './checks.ts';
import { concernOf, tipOf } from './concern.ts';
import { reasonOf } from './failure.ts';
import type { Ledger } from './ledger.ts';
import { mergedOutcome } from './merged-outcome.ts';
import { requireOwnApp } from './own-app.ts';
import { publish } from './publication.ts';
import { endRun } from './run-end.ts';
import { askReviewers } from './review-requests.ts';
import { enterJudged } from './pull-facts.ts';
import { governanceBetween, isConcerned, requireRules, type Providers } from './rules.ts';

export type PublishSurface = Poster & {
  readonly contents: Contents;
  readonly providers: Providers;
  /** The ledger that the base branch's rules name. */
  readonly openLedger: (configuration: Configuration) => Promise<Ledger>;
  readonly random: (bytes: number) => Uint8Array;
  readonly progress: Progress;
};

export type Published =
  | {
      readonly kind: 'ignored' | 'stale' | 'unconcerned' | 'withheld';
      readonly pullRequest: number;
      readonly reason: Reason;
    }
  | {
      readonly kind: 'decided';
      readonly pullRequest: number;
      readonly run: PublicationRun | null;
      readonly decision: Decision;
      readonly commentUrl: string | null;
    };

type Plan = Extract<PlannedPullRequest, { kind: 'planned' }>;

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Records and posts one computed plan, decides from fresh facts whether the approvals count for it, and says so in the checks.
 * What has moved since the plan was computed is left to the next run. Fails closed: an error leaves no green check.
 * @param ahead commits that the base may have reached meanwhile without moving the plan, as long as what judges it stays.
 */
export async function publishPlan(
  surface: PublishSurface,
  planned: PlannedPullRequest,
  ahead: ReadonlySet<string> = NOWHERE,
): Promise<Published> {
  const { pullRequest: number } = planned;
  const pull = await pullRequest(surface.repository, number);
  if (pull.state !== 'open' || pull.head.sha !== planned.head)
    return stale(number, 'The pull request moved on while it was planned.');
  return await failingClosed(surface, pull, async () => {
    switch (planned.kind) {
      case 'ignored':
      case 'unconcerned':
        return await publishUnplanned(surface, pull);
      case 'withheld':
        return await withheld(surface, pull, planned.reason);
      case 'planned':
        return await publishPlanned(surface, planned, pull, ahead);
    }
  });
}

/** A check that was green before must not stay so when this pull request could not be judged. */
async function failingClosed(
  surface: PublishSurface,
  pull: PullRequest,
  publishing: () => Promise<Published>,
): Promise<Published> {
  try {
    return await publishing();
  } catch (error) {
    return await withheld(surface, pull, reasonOf(error));
  }
}

async function withheld(surface: PublishSurface, pull: PullRequest, reason: Reason): Promise<Published> {
  await postPlain(surface, pull.head.sha, 'failure', reason);
  return { kind: 'withheld', pullRequest: pull.number, reason };
}

/**
 * That a pull request needs no plan turns its check green, or leaves it so: here that is found out again, and said in words of our own.
 * Whether somebody asked for the head of a fork is left to the plan job, as nothing of it is shown.
 * @throws CountersignError `plan-not-handed-on`.
 */
async function publishUnplanned(surface: PublishSurface, pull: PullRequest): Promise<Published> {
  const concern = await concernOf(surface, pull, pull.head.sha);
  switch (concern.kind) {
    case 'ignored':
      return { ...concern, pullRequest: pull.number };
    case 'unconcerned': {
      const configuration = await requireRules(surface.contents, concern.base, surface.providers);
      await requireOwnApp(surface, configuration);
      const outcome = await mergedOutcome(surface, pull, null, configuration);
      if (outcome !== null) return await withheld(surface, pull, outcome);
      await endRun(surface, { pullRequest: pull.number, head: pull.head.sha });
      await postPlain(surface, pull.head.sha, 'success', concern.reason);
      return { kind: concern.kind, pullRequest: pull.number, reason: concern.reason };
    }
    case 'withheld':
      return await withheld(surface, pull, concern.reason);
    case 'concerned':
      throw new CountersignError(
        'plan-not-handed-on',
        'By the rules of the base branch this pull request needs a plan, and the plan job handed on none.',
        { mend: 'Run the plan job again; hand its output on unchanged.' },
      );
  }
}

async function publishPlanned(
  surface: PublishSurface,
  computed: Plan,
  pull: PullRequest,
  ahead: ReadonlySet<string>,
): Promise<Published> {
  const { repository } = surface;
  const { defaultBranch } = await repositoryFacts(repository);
  const configuration = await requireRules(surface.contents, computed.base, surface.providers);
  await requireOwnApp(surface, configuration);
  if (pull.base.ref !== computed.baseBranch || (await baseMoved(surface, computed, configuration, ahead)))
    return stale(computed.pullRequest, 'The base branch moved on while the pull request was planned.');
  const ledger = await surface.openLedger(configuration);
  const now = await secondOf(repository);
  const late = staleness(publicationRuns(await ledger.entries(pull.number)), { ...computed, now });
  if (late !== null) return { kind: 'stale', pullRequest: pull.number, reason: late };
  const judged = await judgedBy(surface, ledger, computed, { configuration, now, pull });
  const { planned, rules, bypassed, about } = judged;
  const published = await publish({ ...surface, ledger, configuration: rules }, planned, pull);
  await enterJudged(ledger, { pullRequest: pull.number, head: planned.head, run: published.run, facts: about });
  const entries = await ledger.entries(planned.pullRequest);
  const { complete, applyable } = planned.assessment;
  const moment = {
    kind: 'gate' as const,
    digest: planned.digest,
    head: pull.head.sha,
    baseBranch: pull.base.ref,
    defaultBranch,
    complete,
    applyable,
  };
  const query = {
    pull,
    moment,
    run: published.run,
    entries,
    plan: planned.plan,
    assessment: planned.assessment,
    configuration: rules,
    bypassed,
  };
  const facts = await approvalFacts({ ...surface, ledger }, query);
  const unshared = alone(decide(facts), await sharing(surface, pull, defaultBranch));
  const decision = await asMerged(surface, pull, planned.plan, { configuration, decision: unshared });
  // A team may become readable only after the publication; nobody is asked twice.
  if (published.kind === 'made' || teamsOf(planned.assessment.requirements).length > 0)
    await askReviewers(surface, pull.number, facts, decision);
  const checks = { ...surface, configuration: rules, ledger };
  await postPlan(checks, planned);
  await postApproval(checks, { planned, decision, ...published, about });
  return {
    kind: 'decided',
    pullRequest: planned.pullRequest,
    run: published.run,
    decision,
    commentUrl: published.commentUrl,
  };
}

/** A commit on the base that touches neither an identity nor a rule moves no plan; on a busy branch there is always one. */
async function baseMoved(
  { repository, contents, providers }: PublishSurface,
  planned: Plan,
  configuration: Configuration,
  ahead: ReadonlySet<string>,
): Promise<boolean> {
  const tip = await tipOf(repository, planned.baseBranch);
  if (tip === planned.base) return false;
  if (!ahead.has(tip)) return await isConcerned(contents, planned.base, tip, configuration);
  const moved = await governanceBetween({ contents, providers }, planned.base, tip, configuration);
  const judges = judgesOthers(configuration);
  return moved.some(({ path }) => judges(path));
}

/** Checks belong to commits: one that is green for this pull request would be green for every other with the same head. */
async function sharing(
  { repository }: PublishSurface,
  pull: PullRequest,
  defaultBranch: string,
): Promise<readonly number[]> {
  const pulls = await openPullRequestsByHead(repository, defaultBranch, pull.head.sha);
  return pulls.map(({ number }) => number).filter((number) => number !== pull.number);
}

function alone(decision: Decision, others: readonly number[]): Decision {
  if (others.length === 0) return decision;
  const message = `The head is also that of ${others.map((number) => `#${number}`).join(', ')}; push another commit, or close one of them.`;
  return {
    ...decision,
    kind: 'refused',
    reasons: [...decision.reasons.filter(({ code }) => code !== 'approved'), { code: 'head-shared', message }],
  };
}

type Standing = { readonly configuration: Configuration; readonly decision: Decision };

/** What is refused anyway has reasons of its own to tell. */
async function asMerged(
  surface: PublishSurface,
  pull: PullRequest,
  plan: Plan['plan'],
  { configuration, decision }: Standing,
): Promise<Decision> {
  if (decision.kind === 'refused') return decision;
  const outcome = await mergedOutcome(surface, pull, plan, configuration);
  if (outcome === null) return decision;
  const reasons = [...decision.reasons.filter(({ code }) => code !== 'approved'), outcome];
  return { ...decision, kind: 'refused', reasons };
}

function stale(number: number, message: string): Published {
  return { kind: 'stale', pullRequest: number, reason: { code: 'pull-request-moved', message } };
}
