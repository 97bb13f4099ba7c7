import { readFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { parseYaml } from '../../src/core/yaml.ts';

const ROOT = new URL('../../', import.meta.url);

/** A YAML file of this repository with one document. */
export function yamlFile(path: string): JsonObject {
  const { documents, diagnostics } = parseYaml({ path, bytes: readFileSync(new URL(path, ROOT)) });
  const value = documents[0]?.value;
  if (isJsonObject(value)) return value;
  throw new Error(`${path} is no mapping: ${JSON.stringify(diagnostics)}`);
}

export type JobName = 'plan' | 'publish' | 'apply' | 'doctor';

const WORKFLOWS = {
  plan: 'countersign-plan',
  publish: 'countersign-plan',
  apply: 'countersign-apply',
  doctor: 'countersign-doctor',
} as const;

export function workflowOf(job: JobName): string {
  return `.github/workflows/${WORKFLOWS[job]}.yml`;
}

/** What the example workflow gives to one of its jobs: `permissions`, spelled as there, and the names of the secrets in its steps' environment. */
export function exampleJob(job: JobName): {
  readonly permissions: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
} {
  const workflow = yamlFile(`examples/${workflowOf(job)}`);
  const found = at(workflow, 'jobs', job);
  const steps = isJsonObject(found) && Array.isArray(found['steps']) ? (found['steps'] as readonly Json[]) : [];
  const environments = steps.map((step) => (isJsonObject(step) ? (step['env'] ?? {}) : {}));
  return {
    permissions: texts(at(workflow, 'jobs', job, 'permissions')),
    secrets: environments.flatMap((environment) => Object.keys(texts(environment))),
  };
}

/** The value at a path of keys; null where there is none. */
export function at(value: Json, ...keys: readonly string[]): Json {
  return keys.reduce<Json>((inner, key) => (isJsonObject(inner) ? (inner[key] ?? null) : null), value);
}

function texts(value: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).map(([key, text]) => [
      key,
      typeof text === 'string' ? text : JSON.stringify(text),
    ]),
  );
}
