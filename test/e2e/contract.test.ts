import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, INPUTS, OUTPUTS } from '../../src/action/inputs.ts';
import { isJsonObject } from '../../src/core/json.ts';
import { at, exampleJob, yamlFile } from './examples.ts';

const action = yamlFile('action.yml');

function keysOf(...path: readonly string[]): readonly string[] {
  const found = at(action, ...path);
  return isJsonObject(found) ? Object.keys(found) : [];
}

describe('action.yml is what the code reads and writes', () => {
  it('has exactly the inputs that are read, each described, and only the command is required', () => {
    expect(keysOf('inputs')).toEqual([...INPUTS]);
    for (const name of INPUTS) expect(at(action, 'inputs', name, 'description'), name).toMatch(/\.$/u);
    expect(INPUTS.filter((name) => at(action, 'inputs', name, 'required') === true)).toEqual(['command']);
  });

  it('names every command', () => {
    for (const command of COMMANDS) expect(at(action, 'inputs', 'command', 'description')).toContain(`\`${command}\``);
  });

  it('has exactly the outputs that are written, each described', () => {
    expect(keysOf('outputs')).toEqual([...OUTPUTS]);
    for (const name of OUTPUTS) expect(at(action, 'outputs', name, 'description'), name).toMatch(/\.$/u);
  });

  it('runs the built file', () => {
    expect(at(action, 'runs')).toEqual({ using: 'node24', main: 'dist/action.js' });
  });
});

describe('the example workflows', () => {
  it('give the job that parses a pull request nothing that writes', () => {
    const { permissions, secrets } = exampleJob('plan');
    expect(Object.values(permissions)).not.toContain('write');
    expect(secrets).toEqual(['ORDERS_DB_READ']);
  });

  it('give the doctor nothing but what it reads', () => {
    expect(exampleJob('doctor')).toEqual({ permissions: { actions: 'read', contents: 'read' }, secrets: [] });
  });

  it('give the write credential to the apply job alone, in an environment of its own', () => {
    expect(exampleJob('publish').secrets).toEqual([]);
    expect(exampleJob('apply').secrets).toEqual(['ORDERS_DB_WRITE']);
    const apply = yamlFile('examples/.github/workflows/countersign-apply.yml');
    expect(at(apply, 'jobs', 'apply', 'environment')).toBe('countersign-apply');
  });

  it('pass only inputs that the action has', () => {
    for (const name of ['plan', 'apply', 'doctor']) {
      const text = readFileSync(
        new URL(`../../examples/.github/workflows/countersign-${name}.yml`, import.meta.url),
        'utf8',
      );
      const given = [...text.matchAll(/^ {10}(?<input>[a-z-]+): /gmu)].map(({ groups }) => groups?.['input'] ?? '');
      expect(given.length).toBeGreaterThan(0);
      for (const input of given) expect(INPUTS).toContain(input);
    }
  });
});
