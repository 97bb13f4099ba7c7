import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { workflowFiles } from '../../scripts/ci/workflows.ts';
import { workspace, type Workspace } from '../cli/workspace.ts';
import { at, yamlFile } from '../e2e/examples.ts';
import { exampleFiles, EXAMPLES } from '../support/example-files.ts';

const JOBS = [
  ['plan', 'plan'],
  ['plan', 'publish'],
  ['apply', 'apply'],
  ['doctor', 'doctor'],
] as const;

const PAGES = ['README.md', 'docs/setup.md', 'docs/providers/aws.md', 'docs/providers/kubernetes.md'];

function workflow(example: string, name: string): JsonObject {
  return yamlFile(join(example, `.github/workflows/countersign-${name}.yml`));
}

const stepsOf = (job: Json): readonly JsonObject[] => {
  const steps = at(job, 'steps');
  return Array.isArray(steps) ? steps.filter(isJsonObject) : [];
};

/** Names of the environment variables that steps of a job are given. */
function givenTo(job: Json): readonly string[] {
  return stepsOf(job).flatMap(({ env = {} }) => Object.keys(isJsonObject(env) ? env : {}));
}

/** The variables of one side of the connections that a configuration names. */
function connections(example: string, side: 'read' | 'write'): readonly string[] {
  const sources = at(yamlFile(join(example, '.github/countersign.yaml')), 'sources');
  return Object.values(isJsonObject(sources) ? sources : {}).map((source) =>
    textOf(at(source, 'connection', side, 'env')),
  );
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : '';
}

test('every workflow of an example is linted', () => {
  const all = EXAMPLES.flatMap((example) => {
    const folder = join(example, '.github/workflows');
    return readdirSync(folder).map((name) => join(folder, name));
  });
  expect(all).toHaveLength(4 * EXAMPLES.length);
  expect(workflowFiles()).toEqual(expect.arrayContaining(all));
});

describe.each(EXAMPLES)('%s', (example) => {
  const place: Workspace = workspace(exampleFiles(example));

  afterAll(() => {
    place.remove();
  });

  test('is sound, and its policies keep what they promise', async () => {
    const validated = await place.run('validate');
    expect([validated.code, validated.stdout], validated.stderr).toEqual([0, '']);
    if (!Object.hasOwn(yamlFile(join(example, '.github/countersign.yaml')), 'policies')) return;
    const tested = await place.run('policy', 'test');
    expect([tested.code, tested.stdout], tested.stderr).toEqual([0, '']);
  });

  test('names schemas that the command line writes there', async () => {
    expect((await place.run('schemas', '--out', 'schemas')).code).toBe(0);
    for (const [path, text] of Object.entries(exampleFiles(example))) {
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/mu.exec(text) ?? [];
      if (schema !== undefined) expect(() => place.read(join(path, '..', schema)), `${path}: ${schema}`).not.toThrow();
    }
  });

  test('gives what reads to the jobs that plan, and what writes to the one that applies', () => {
    const jobs = at(workflow(example, 'plan'), 'jobs');
    const reading = Object.entries(isJsonObject(jobs) ? jobs : {}).filter(([name]) => name !== 'publish');
    expect(reading.flatMap(([, job]) => givenTo(job)).toSorted()).toEqual(connections(example, 'read').toSorted());
    expect(givenTo(at(jobs, 'publish'))).toEqual([]);
    const apply = at(workflow(example, 'apply'), 'jobs', 'apply');
    expect(givenTo(apply).toSorted()).toEqual(connections(example, 'write').toSorted());
  });

  test('permits its jobs what those of the first example may, and a login at AWS where it has one', () => {
    for (const [file, job] of JOBS) {
      const own = at(workflow(example, file), 'jobs', job);
      const logsIn = stepsOf(own).some(({ uses = null }) => textOf(uses).startsWith('aws-actions/'));
      const first = at(workflow('examples', file), 'jobs', job, 'permissions');
      expect(at(own, 'permissions')).toEqual({
        ...(isJsonObject(first) ? first : {}),
        ...(logsIn ? { 'id-token': 'write' } : {}),
      });
    }
  });

  test('has the tripwire and the doctor of the first example', () => {
    for (const name of ['tripwire', 'doctor']) expect(workflow(example, name)).toEqual(workflow('examples', name));
  });

  test('is linked to where people look for it', () => {
    const linked = PAGES.filter((page) =>
      new RegExp(`\\]\\((?:\\.\\./)*${example}[/)]`, 'u').test(readFileSync(page, 'utf8')),
    );
    expect(linked).toContain('README.md');
  });
});
