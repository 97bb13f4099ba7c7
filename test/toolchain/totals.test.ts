import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totalsOf } from '../../scripts/ci/totals.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-totals-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function report(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

function run(passed: number, failed: number, testResults: readonly unknown[] = []): Record<string, unknown> {
  return { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0, testResults };
}

test('several runs are added up', async () => {
  const reports = [await report('unit.json', run(500, 0)), await report('live.json', run(12, 1))];
  expect(totalsOf(reports)).toEqual({ passed: 512, failed: 1, unrun: 0 });
});

test('a file that fell over before its first test is a failure', async () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(totalsOf([await report('unit.json', run(3, 0, [broken]))])).toEqual({ passed: 3, failed: 1, unrun: 0 });
});

test('a file with a failed test is not counted twice', async () => {
  const failed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  expect(totalsOf([await report('unit.json', run(1, 1, [failed]))])).toEqual({ passed: 1, failed: 1, unrun: 0 });
});

test('tests that did not run are told apart', async () => {
  const path = await report('unit.json', { ...run(3, 0), numPendingTests: 2, numTodoTests: 1 });
  expect(totalsOf([path])).toEqual({ passed: 3, failed: 0, unrun: 3 });
});

test('a missing report is an error, not a run without failures', () => {
  expect(() => totalsOf([join(folder, 'absent.json')])).toThrow('ENOENT');
});

test.each([{}, [], run(-1, 0), { ...run(1, 0), testResults: 'none' }])('%j is not a report', async (value) => {
  const path = await report('odd.json', value);
  expect(() => totalsOf([path])).toThrow('is not a vitest report');
});
