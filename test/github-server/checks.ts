import type { App } from './accounts.ts';
import { raise } from './events.ts';
import { forbidden, invalidField, notFound, unprocessable } from './http/errors.ts';
import type { Repository } from './repository.ts';
import type { Schema } from './schema.ts';
import { checkRunShape } from './shapes/checks.ts';
import { appOf, type Principal } from './tokens.ts';

export type CheckStatus = 'queued' | 'in_progress' | 'completed';
export type CheckConclusion = NonNullable<Schema<'check-run'>['conclusion']>;
export type CheckAnnotation = Omit<Schema<'check-annotation'>, 'blob_href'>;

/** What a check run shows. Annotations add up over updates; the rest is replaced. */
export interface CheckOutput {
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
}

/** A check run: a verdict of one app on one commit. */
export interface CheckRun {
  readonly id: number;
  readonly repository: Repository;
  readonly suite: CheckSuite;
  readonly app: App;
  readonly headSha: string;
  name: string;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  externalId: string | null;
  detailsUrl: string | null;
  startedAt: string | null;
  completedAt: string | null;
  output: CheckOutput;
  readonly annotations: CheckAnnotation[];
}

/** All check runs of one app on one commit. */
export interface CheckSuite {
  readonly id: number;
  readonly repository: Repository;
  readonly app: App;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly createdAt: string;
}

/** What a request may set of a check run. */
export interface CheckChange {
  readonly name?: string;
  readonly status?: CheckStatus;
  readonly conclusion?: CheckConclusion;
  readonly externalId?: string;
  readonly detailsUrl?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly output?: CheckOutput & { readonly annotations: readonly CheckAnnotation[] };
}

const longestText = 65_535;
const mostAnnotations = 50;

/** Creates a check run on a commit of the repository. Refuses (422) an unknown commit and output beyond GitHub's limits. */
export async function createCheckRun(
  repository: Repository,
  principal: Principal,
  input: CheckChange & { readonly name: string; readonly headSha: string },
): Promise<CheckRun> {
  const app = requireApp(repository, principal);
  const commit = /^[0-9a-f]{40}$/.test(input.headSha) ? await repository.git.commit(input.headSha) : undefined;
  if (commit === undefined) throw unprocessable(`No commit found for SHA: ${input.headSha}`);
  checkLimits(input);
  const run: CheckRun = {
    id: repository.world.ids.next(),
    repository,
    suite: await suiteFor(repository, app, input.headSha),
    app,
    headSha: input.headSha,
    name: input.name,
    status: 'queued',
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    startedAt: repository.world.clock.iso(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  apply(run, input);
  repository.checkRuns.set(run.id, run);
  raise(repository, principal, 'check_run', { action: 'created', check_run: checkRunShape(run) });
  return run;
}

/** Updates a check run. Only the app that created it may: 403 for others. */
export function updateCheckRun(run: CheckRun, principal: Principal, change: CheckChange): void {
  const app = requireApp(run.repository, principal);
  if (app.id !== run.app.id) {
    throw forbidden(
      `Invalid app_id \`${run.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  checkLimits(change);
  const before = run.status;
  apply(run, change);
  if (before !== 'completed' && run.status === 'completed') {
    raise(run.repository, principal, 'check_run', { action: 'completed', check_run: checkRunShape(run) });
  }
}

function requireApp(repository: Repository, principal: Principal): App {
  const app = appOf(repository.world, principal);
  if (app === undefined) throw forbidden('You must authenticate via a GitHub App.');
  return app;
}

function checkLimits(change: CheckChange): void {
  if (change.output === undefined) return;
  for (const field of ['summary', 'text'] as const) {
    const text = change.output[field] ?? '';
    if (text.length > longestText) {
      throw unprocessable(
        `Invalid request.\n\nOnly ${longestText} characters are allowed; ${text.length} were supplied.`,
      );
    }
    if (Buffer.byteLength(text) > longestText) {
      throw invalidField('CheckRun', field, 'custom', `${field} exceeds a maximum bytesize of ${longestText}`);
    }
  }
  if (change.output.annotations.length > mostAnnotations) {
    throw unprocessable(
      `Invalid request.\n\nNo more than ${mostAnnotations} items are allowed; ${change.output.annotations.length} were supplied.`,
    );
  }
}

function apply(run: CheckRun, change: CheckChange): void {
  const now = run.repository.world.clock.iso();
  run.name = change.name ?? run.name;
  run.externalId = change.externalId ?? run.externalId;
  run.detailsUrl = change.detailsUrl ?? run.detailsUrl;
  run.startedAt = change.startedAt ?? run.startedAt;
  if (change.output !== undefined) {
    const { title, summary, text } = change.output;
    run.output = { title, summary, text };
    run.annotations.push(...change.output.annotations);
  }
  if (change.status !== undefined && change.status !== 'completed') {
    run.status = change.status;
    run.conclusion = null;
    run.completedAt = null;
  }
  // Giving a conclusion completes the run, whatever the status says.
  if (change.conclusion !== undefined) {
    run.status = 'completed';
    run.conclusion = change.conclusion;
    run.completedAt = change.completedAt ?? now;
  }
}

/** The check run of that id. Throws 404. */
export function findCheckRun(repository: Repository, id: string): CheckRun {
  const run = repository.checkRuns.get(Number(id));
  if (run === undefined) throw notFound();
  return run;
}

/** The newest run of each name in each suite: what GitHub shows by default. */
export function latestRuns(runs: readonly CheckRun[]): CheckRun[] {
  const newest = new Map<string, CheckRun>();
  for (const run of runs) newest.set(`${run.suite.id}\n${run.name}`, run);
  return runs.filter((run) => newest.get(`${run.suite.id}\n${run.name}`) === run);
}

/** The suite of an app on a commit, made when it is first needed. */
export async function suiteFor(repository: Repository, app: App, headSha: string): Promise<CheckSuite> {
  const found = repository.checkSuites.values().find((suite) => suite.app.id === app.id && suite.headSha === headSha);
  if (found !== undefined) return found;
  const branches = await repository.git.refs('refs/heads/');
  const suite: CheckSuite = {
    id: repository.world.ids.next(),
    repository,
    app,
    headSha,
    headBranch: branches.find((branch) => branch.sha === headSha)?.name.replace('refs/heads/', '') ?? null,
    createdAt: repository.world.clock.iso(),
  };
  repository.checkSuites.set(suite.id, suite);
  return suite;
}
