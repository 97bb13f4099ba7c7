import type { Finding, Seen } from './doctor.ts';
import { isExpression, type ReadJob, type ReadJobs } from './read-jobs.ts';

export type ReadJobFacts = {
  readonly readJobs: Seen<ReadJobs>;
  /** Names of the configuration's sources. */ readonly sources: readonly string[];
  readonly visibility: 'public' | 'internal' | 'private';
};

/** What jobs that read a source of their own lack. */
export function ofReadJobs({ readJobs, sources, visibility }: ReadJobFacts): readonly Finding[] {
  if (readJobs.kind === 'unseen')
    return [unread(`The workflows could not be read, so they do not count: ${readJobs.why}`)];
  const { jobs, unread: paths } = readJobs.value;
  const [first] = jobs;
  return [
    ...paths.map((path) => unread(`${path} uses Countersign and is not understood, so its jobs do not count.`)),
    ...(first !== undefined && visibility === 'public' ? [shownToAll(first)] : []),
    ...jobs.flatMap((job) => [...unknownSources(job, sources), ...withoutEnvironment(job), ...unused(job)]),
  ];
}

/** Environments of read jobs, each once; one that an expression names is looked up by nobody. */
export function environmentsOf(jobs: readonly ReadJob[]): readonly string[] {
  const named = jobs.flatMap(({ environment }) => environment ?? []);
  return [...new Set(named.filter((name) => !isExpression(name)))].sort();
}

/** Whether the plan job connects to nothing, since jobs of their own read every source. */
export function readsAll(jobs: readonly ReadJob[], sources: readonly string[]): boolean {
  const read = new Set(jobs.flatMap((job) => job.sources));
  return sources.length > 0 && sources.every((source) => read.has(source));
}

function unknownSources({ name, sources }: ReadJob, known: readonly string[]): readonly Finding[] {
  return sources
    .filter((source) => source !== null && !known.includes(source))
    .map((source) => ({
      code: 'read-source-unknown',
      message: `The job ${name} reads ${source ?? ''}, which is no source of the configuration.`,
      mend: `Let its input source be one of ${known.join(', ')}.`,
    }));
}

function withoutEnvironment({ name, environment, secrets }: ReadJob): readonly Finding[] {
  if (environment !== null || secrets === 'none') return [];
  return [
    {
      code: 'read-job-without-environment',
      message: `The job ${name} uses a secret outside of any environment, which a workflow on any branch could use, too.`,
      mend: 'Give the job an environment that is limited to the default branch, and keep the secret there.',
    },
  ];
}

function unused({ name, plans }: ReadJob): readonly Finding[] {
  const given = plans.filter(({ state }) => state === 'given');
  if (given.length === 0)
    return [
      {
        code: 'read-state-unused',
        message: `No plan job waits for the job ${name} and is given a live-state, so what it reads is not planned with.`,
        mend: 'Name the job under needs of the plan job, download its artifact there, and give the file as live-state.',
      },
    ];
  if (given.some(({ runs }) => runs === 'always')) return [];
  return [
    {
      code: 'read-failure-stops-plan',
      message: `Where the job ${name} fails, the plan job does not run, and nothing is planned of any source.`,
      mend: 'Let the plan job have if: ${{ !cancelled() }}; then plans of that source alone are incomplete.',
    },
  ];
}

function shownToAll({ name }: ReadJob): Finding {
  return {
    code: 'read-state-public',
    message: `The repository is public, so that anybody who is logged in may download what the job ${name} hands on.`,
    mend: 'Read the source in the plan job, or let the repository be private.',
  };
}

function unread(message: string): Finding {
  return {
    code: 'workflow-unread',
    message,
    mend: 'Let the job have contents: read, and write the workflow without anchors; or look at its read jobs yourself.',
  };
}
