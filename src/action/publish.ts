import { decodeBundle, type PlannedPullRequest } from '../workflows/bundle.ts';
import { publishGroup, type PublishedGroup } from '../workflows/publish-group.ts';
import { publishPlan, type Published, type PublishSurface } from '../workflows/publish-plan.ts';
import { meantBy, type Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { attempt, countsOf, type RunResult } from './result.ts';

/** Publishes what the plan job hands on. That it is for a merge group, and for which commit, only the event says. */
export async function publish(surface: PublishSurface, inputs: Inputs, event: Event): Promise<RunResult> {
  const { planned } = decodeBundle(inputs.bundle);
  const meant = meantBy(inputs.pullRequest, event);
  if (meant.kind === 'group') return groupResult(await publishGroup(surface, meant.group, planned));
  const published: Published[] = [];
  const failures: string[] = [];
  for (const one of planned)
    await attempt(`pull request ${one.pullRequest}`, failures, async () => {
      published.push(await publishPlan(surface, one));
    });
  return publishedResult(published, planned, failures);
}

function groupResult(group: PublishedGroup): RunResult {
  const [decision, reasons] =
    group.kind === 'ignored' ? [group.kind, [group.reason]] : [group.decision.kind, group.decision.reasons];
  return {
    outputs: { decision },
    planFile: null,
    lines: [`Merge group: ${decision}`, ...reasons.map(({ code, message }) => `  ${code}: ${message}`)],
    failed: null,
  };
}

function publishedResult(
  published: readonly Published[],
  planned: readonly PlannedPullRequest[],
  failures: readonly string[],
): RunResult {
  const [only] = published.length === 1 ? published : [];
  const plan = planned.find((one) => one.kind === 'planned' && one.pullRequest === only?.pullRequest);
  const withheld = published.flatMap((one) =>
    one.kind === 'withheld' ? [`pull request ${one.pullRequest}: ${one.reason.code}`] : [],
  );
  const problems = [...withheld, ...failures];
  return {
    outputs: {
      ...(plan?.kind === 'planned' ? { digest: plan.digest, counts: countsOf(plan.plan) } : {}),
      ...(only === undefined ? {} : { decision: only.kind === 'decided' ? only.decision.kind : only.kind }),
      ...(only?.kind === 'decided' && only.commentUrl !== null ? { 'comment-url': only.commentUrl } : {}),
    },
    planFile: null,
    lines: [...published.flatMap(publishedLines), ...failures],
    failed: problems.length === 0 ? null : problems.join('; '),
  };
}

function publishedLines(one: Published): readonly string[] {
  const head = `Pull request ${one.pullRequest}`;
  if (one.kind !== 'decided') return [`${head}: ${one.reason.code}: ${one.reason.message}`];
  return [`${head}: ${one.decision.kind}`, ...one.decision.reasons.map(({ code, message }) => `  ${code}: ${message}`)];
}
