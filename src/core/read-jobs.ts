import type { Input } from './desired/types.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { parseYaml } from './yaml.ts';

/** A job of a workflow that reads sources for a plan job, as far as its file tells. */
export type ReadJob = {
  /** File and key: `.github/workflows/countersign-plan.yml#read-cluster`. */ readonly name: string;
  /** Those that it reads; null: an expression says which. */
  readonly sources: readonly (string | null)[];
  /** Null: none. May be an expression. */ readonly environment: string | null;
  /** Whether it uses a secret besides the job's own token. */ readonly secrets: 'some' | 'none';
  /** Jobs that plan and wait for it. */ readonly plans: readonly PlanJob[];
};

/** `state`: whether the plan is given any. `runs`: whether it plans all the same where a job that it waits for fails. */
export type PlanJob = {
  readonly state: 'given' | 'not-given';
  readonly runs: 'always' | 'after-success';
};

/** `unread`: paths of workflows that use Countersign and are not understood. */
export type ReadJobs = { readonly jobs: readonly ReadJob[]; readonly unread: readonly string[] };

/** The action in its own repository or a copy of it; with a path or another name it is not known. */
const ACTION = /(?:^|\/)countersign@/u;
const SECRET = /\$\{\{[^}]{0,500}?\bsecrets\s*(?:\.(?!\s*GITHUB_TOKEN\b)|\[)/iu;
/** Functions by which a job runs although one that it needs did not succeed. Source: Expressions, status check functions, in GitHub's documentation. */
const REGARDLESS = /\b(?:cancelled|always|failure)\s*\(/iu;

export function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path);
}

/** The jobs among workflow files that read a source of their own. Pure; expressions are not evaluated. */
export function readJobsIn(files: readonly Input[]): ReadJobs {
  const found = files
    .filter(({ bytes }) => Buffer.from(bytes).includes('countersign@'))
    .map((file) => ({ path: file.path, jobs: jobsOf(file) }));
  return {
    jobs: found.flatMap(({ path, jobs }) => (jobs === null ? [] : readersAmong(path, jobs))),
    unread: found.flatMap(({ path, jobs }) => (jobs === null ? [path] : [])),
  };
}

type Jobs = ReadonlyMap<string, JsonObject>;

function jobsOf(file: Input): Jobs | null {
  const { documents, diagnostics } = parseYaml(file);
  const workflow = documents[0]?.value;
  if (diagnostics.length > 0 || documents.length !== 1 || !isJsonObject(workflow)) return null;
  const { jobs } = workflow;
  if (!isJsonObject(jobs)) return null;
  return new Map(Object.entries(jobs).flatMap(([key, job]) => (isJsonObject(job) ? [[key, job] as const] : [])));
}

function readersAmong(path: string, jobs: Jobs): readonly ReadJob[] {
  return [...jobs].flatMap(([key, job]): readonly ReadJob[] => {
    const steps = stepsWith(job, 'read');
    if (steps.length === 0) return [];
    const plans = [...jobs].filter(([other]) => needed(other, jobs).has(key)).flatMap(([, other]) => planIn(other));
    return [
      {
        name: `${path}#${key}`,
        sources: steps.map(({ source }) => (typeof source === 'string' && !isExpression(source) ? source : null)),
        environment: environmentOf(job['environment']),
        secrets: SECRET.test(JSON.stringify(job)) ? 'some' : 'none',
        plans,
      },
    ];
  });
}

/** The inputs of the steps that run a command of Countersign. */
function stepsWith({ steps }: JsonObject, command: 'read' | 'plan'): readonly JsonObject[] {
  return listOf(steps).flatMap((step) => {
    if (!isJsonObject(step) || typeof step['uses'] !== 'string' || !ACTION.test(step['uses'])) return [];
    const inputs = step['with'];
    return isJsonObject(inputs) && inputs['command'] === command ? [inputs] : [];
  });
}

function planIn(job: JsonObject): readonly PlanJob[] {
  const steps = stepsWith(job, 'plan');
  if (steps.length === 0) return [];
  const condition = job['if'];
  return [
    {
      state: steps.some((inputs) => typeof inputs['live-state'] === 'string' && inputs['live-state'].trim() !== '')
        ? 'given'
        : 'not-given',
      runs: typeof condition === 'string' && REGARDLESS.test(condition) ? 'always' : 'after-success',
    },
  ];
}

/** The jobs that are done before a job begins, also through others. */
function needed(key: string, jobs: Jobs): ReadonlySet<string> {
  const all = new Set<string>();
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const needs = jobs.get(next)?.['needs'];
    for (const one of typeof needs === 'string' ? [needs] : listOf(needs)) {
      if (typeof one !== 'string' || all.has(one)) continue;
      all.add(one);
      open.push(one);
    }
  }
  return all;
}

function environmentOf(value: Json | undefined): string | null {
  const name = isJsonObject(value) ? value['name'] : value;
  return typeof name === 'string' && name !== '' ? name : null;
}

export function isExpression(text: string): boolean {
  return text.includes('${{');
}

function listOf(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) return [];
  const items: readonly Json[] = value;
  return items;
}
