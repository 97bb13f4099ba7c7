import { ONCE } from './client.ts';
import {
  draftedOutput,
  nextStep,
  type Annotation,
  type CheckRunDraft,
  type CheckRunFact,
  type Step,
} from './check-run-steps.ts';
import { GitHubError } from './errors.ts';
import { gather } from './pages.ts';
import { at, type Repository } from './repository.ts';

export type { CheckRunDraft, CheckRunFact, CheckState } from './check-run-steps.ts';

const ATTEMPTS = 3;

/**
 * Makes a commit's newest check run of our App with that name say what the draft says. Writes nothing when it does already.
 * A run that is completed, or about another digest, is left as it is and followed by a new one; GitHub shows the newest.
 * @throws CountersignError `check-run-too-long`; GitHubError.
 */
export async function putCheckRun(repository: Repository, appId: number, draft: CheckRunDraft): Promise<CheckRunFact> {
  let current = await newestCheckRun(repository, appId, draft);
  for (let failures = 0; ;) {
    const step = nextStep(current, draft);
    if (step.kind === 'done') return step.run;
    try {
      current = await perform(repository, draft, step);
      if (step.last) return current;
    } catch (error) {
      failures += 1;
      if (!(error instanceof GitHubError) || error.effect === 'none' || failures >= ATTEMPTS) throw error;
      current = await newestCheckRun(repository, appId, draft);
    }
  }
}

/** Our App's check runs on a commit, branch or tag, newest first; all names when `name` is absent. */
export async function ownCheckRuns(
  repository: Repository,
  appId: number,
  ref: string,
  name?: string,
): Promise<readonly CheckRunFact[]> {
  const { github } = repository;
  const query = {
    ...at(repository),
    ref,
    app_id: appId,
    filter: 'all',
    per_page: 100,
    ...(name === undefined ? {} : { check_name: name }),
  } as const;
  const runs = await gather(github.paginate.iterator(github.rest.checks.listForRef, query), {
    what: 'check runs of a commit',
    atMost: 5000,
  });
  return runs
    .filter((run) => run.app?.id === appId && (name === undefined || run.name === name))
    .map(toFact)
    .sort((left, right) => right.id - left.id);
}

async function newestCheckRun(
  repository: Repository,
  appId: number,
  draft: CheckRunDraft,
): Promise<CheckRunFact | null> {
  return (await ownCheckRuns(repository, appId, draft.head, draft.name))[0] ?? null;
}

async function perform(
  repository: Repository,
  draft: CheckRunDraft,
  step: Exclude<Step, { kind: 'done' }>,
): Promise<CheckRunFact> {
  const { checks } = repository.github.rest;
  const output = { ...draftedOutput(draft), annotations: step.annotations.map(toAnswerAnnotation) };
  const common = {
    ...at(repository),
    ...(draft.externalId === null ? {} : { external_id: draft.externalId }),
    ...(draft.detailsUrl === undefined ? {} : { details_url: draft.detailsUrl }),
    ...(!step.last || draft.state === 'waiting'
      ? ({ status: 'in_progress' } as const)
      : ({ status: 'completed', conclusion: draft.state } as const)),
    output,
    ...ONCE,
  };
  const { data } =
    step.kind === 'create'
      ? await checks.create({ ...common, name: draft.name, head_sha: draft.head })
      : await checks.update({ ...common, check_run_id: step.id });
  return { ...toFact(data), annotations: step.sent };
}

function toAnswerAnnotation(annotation: Annotation) {
  const { startColumn, endColumn } = annotation;
  const columns =
    startColumn === undefined || annotation.startLine !== annotation.endLine
      ? {}
      : { start_column: startColumn, end_column: endColumn ?? startColumn };
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    ...columns,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
  };
}

type CheckRunAnswer = {
  readonly id: number;
  readonly html_url: string | null;
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly completed_at: string | null;
  readonly output: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly text: string | null;
    readonly annotations_count: number;
  };
};

function toFact(data: CheckRunAnswer): CheckRunFact {
  return {
    id: data.id,
    url: data.html_url,
    name: data.name,
    head: data.head_sha,
    externalId: data.external_id === '' ? null : data.external_id,
    state: data.status === 'completed' ? (data.conclusion === 'success' ? 'success' : 'failure') : 'waiting',
    completedAt: data.completed_at,
    title: data.output.title ?? '',
    summary: data.output.summary ?? '',
    text: data.output.text,
    annotations: data.output.annotations_count,
  };
}
