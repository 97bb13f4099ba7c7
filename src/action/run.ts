import { randomUUID } from 'node:crypto';
import type { Receipt } from '../core/apply/receipt.ts';
import { canonicalize } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import { loadApplier, loadProviders } from '../providers/registry.ts';
import { renderTerminal } from '../render/terminal.ts';
import { applyLanded, type ApplyRunReport, type LandingReport } from '../workflows/apply-landed.ts';
import { decodeBundle, packBundle, type PlannedPullRequest } from '../workflows/bundle.ts';
import { initialise } from '../workflows/initialise.ts';
import { planPullRequest } from '../workflows/plan-pull-request.ts';
import { publishPlan, type Published } from '../workflows/publish-plan.ts';
import { pullRequestsOf, type Event } from './event.ts';
import type { Inputs, OUTPUTS } from './inputs.ts';
import { explainError } from './report.ts';
import { wire, type Surroundings } from './wiring.ts';

/** What a run leaves besides what it wrote to GitHub, the ledger and live systems. `failed`: why the job must be red. */
export type RunResult = {
  readonly outputs: Partial<Record<(typeof OUTPUTS)[number], string>>;
  /** JSON of the plans and assessments, to be kept as a file; null when nothing was planned. */
  readonly planFile: string | null;
  /** Lines for the job's log and its summary; inert text. */
  readonly lines: readonly string[];
  readonly failed: string | null;
};

/** Performs one command. Throws only what no part of it could turn into a result. */
export async function run(inputs: Inputs, surroundings: Surroundings, event: Event, actor: string): Promise<RunResult> {
  const surface = { ...wire(inputs, surroundings), providers: await loadProviders() };
  const result = await perform({ ...surface, runId: surroundings.runId }, inputs, event, actor);
  const unquoted = await surface.quoteAnchors().then(
    () => null,
    (error: unknown) =>
      `the ledger's end could not be quoted: ${error instanceof CountersignError ? error.code : 'failed'}`,
  );
  if (unquoted === null) return result;
  return { ...result, failed: result.failed === null ? unquoted : `${result.failed}; ${unquoted}` };
}

type ActionSurface = ReturnType<typeof wire> & {
  readonly providers: Awaited<ReturnType<typeof loadProviders>>;
  readonly runId: string;
};

async function perform(surface: ActionSurface, inputs: Inputs, event: Event, actor: string): Promise<RunResult> {
  switch (inputs.command) {
    case 'plan': {
      const numbers = await pullRequestsOf(surface.repository, inputs.pullRequest, event);
      const planned: PlannedPullRequest[] = [];
      const failures: string[] = [];
      for (const number of rotated(numbers, Number(surface.runId)))
        await attempt(number, failures, async () => {
          planned.push(await planPullRequest(surface, { number, askedHead: inputs.forkHead }));
        });
      return plannedResult(planned, failures);
    }
    case 'publish': {
      const published: Published[] = [];
      const failures: string[] = [];
      const { planned } = decodeBundle(inputs.bundle);
      for (const one of planned)
        await attempt(one.pullRequest, failures, async () => {
          published.push(await publishPlan(surface, one));
        });
      return publishedResult(published, planned, failures);
    }
    case 'apply':
      return appliedResult(await applyLanded({ ...surface, loadApplier }));
    case 'init': {
      const { ledgerId, tip } = await initialise({ ...surface, actor, newLedgerId: randomUUID });
      return { outputs: {}, planFile: null, lines: [`The ledger ${ledgerId} begins at ${tip}.`], failed: null };
    }
  }
}

/** Another one is first in every run, so that what finds no room in one is planned by another. */
function rotated(numbers: readonly number[], by: number): readonly number[] {
  const first = numbers.length === 0 ? 0 : by % numbers.length;
  return [...numbers.slice(first), ...numbers.slice(0, first)];
}

/** One pull request's failure is its own: the others are worked on, and the job is red in the end. */
async function attempt(number: number, failures: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(`pull request ${number}: ${explainError(error)}`);
  }
}

function plannedResult(planned: readonly PlannedPullRequest[], failures: readonly string[]): RunResult {
  const plans = planned.filter((one) => one.kind === 'planned');
  const [only] = plans.length === 1 ? plans : [];
  const lines = planned.flatMap((one) => {
    if (one.kind !== 'planned') return [`Pull request ${one.pullRequest}: ${one.reason.code}: ${one.reason.message}`];
    return [
      `Pull request ${one.pullRequest}`,
      ...renderTerminal(one.plan, one.digest, one.assessment, { color: false, width: 120 }).split('\n'),
    ];
  });
  const { bundle, left } = packBundle(planned);
  const rest = left.map((number) => `Pull request ${number}: its plan found no room; dispatch a run for it alone.`);
  return {
    outputs: {
      bundle,
      ...(only === undefined ? {} : { digest: only.digest, counts: countsOf(only.plan) }),
    },
    planFile: plans.length === 0 ? null : canonicalize(plans),
    lines: [...lines, ...rest, ...failures],
    failed: failures.length === 0 ? null : failures.join('; '),
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

/** A landing that was not applied as planned makes the job red: somebody has to look. */
function appliedResult(done: ApplyRunReport | null): RunResult {
  if (done === null)
    return {
      outputs: {},
      planFile: null,
      lines: ['Another run holds the apply lease and does what there is to do.'],
      failed: null,
    };
  const { landings: reports, unapproved } = done;
  const last = reports.at(-1);
  const wrong = reports.filter(({ result }) => result !== 'applied' && result !== 'nothing' && result !== 'superseded');
  const problems = [
    ...wrong.map(({ landing, result }) => `${nameOf(landing)} ended in ${result}`),
    ...(unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]),
  ];
  return {
    outputs: {
      ...(last === undefined ? {} : { decision: last.result }),
      ...(last?.digest ? { digest: last.digest } : {}),
      ...(last?.commentUrl ? { 'comment-url': last.commentUrl } : {}),
    },
    planFile: null,
    lines: [
      ...(reports.length === 0 ? ['Nothing landed that is not finished.'] : reports.flatMap(landingLines)),
      ...(unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]),
    ],
    failed: problems.length === 0 ? null : problems.join('; '),
  };
}

function landingLines({ landing, result, reasons, report }: LandingReport): readonly string[] {
  const receipts = report?.receipts.map((receipt) => `  ${receipt.stepId}: ${receipt.kind}${detailOf(receipt)}`) ?? [];
  return [`${nameOf(landing)}: ${result}`, ...reasons.map(({ code, message }) => `  ${code}: ${message}`), ...receipts];
}

function detailOf({ conflict, failure, note }: Receipt): string {
  if (conflict !== null) return ` at ${conflict.pointer}`;
  if (failure !== null) return `: ${failure.code}: ${failure.cause}`;
  return note === null ? '' : `: ${note}`;
}

function nameOf({ pull, commit }: LandingReport['landing']): string {
  return pull === null ? `commit ${commit.slice(0, 7)}` : `pull request ${pull.number}`;
}

function countsOf(plan: Plan): string {
  const counts = new Map<string, number>();
  for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
  return canonicalize(Object.fromEntries(counts));
}
