import { readFileSync } from 'node:fs';

/** Counts over one or more vitest runs. A file that failed before its tests ran counts as one failure. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were registered and did not run: skipped or todo. */
  readonly unrun: number;
}

/**
 * Adds up the reports of vitest's JSON reporter.
 *
 * @param reports paths of report files
 * @throws Error when a report is missing or is not one: a run that left no report is not a run without failures
 */
export function totalsOf(reports: readonly string[]): Totals {
  return reports.map(readReport).reduce(
    (sum, totals) => ({
      passed: sum.passed + totals.passed,
      failed: sum.failed + totals.failed,
      unrun: sum.unrun + totals.unrun,
    }),
    { passed: 0, failed: 0, unrun: 0 },
  );
}

function readReport(path: string): Totals {
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const files = arrayAt(report, 'testResults', path);
  const brokenFiles = files.filter(
    (file) =>
      textAt(file, 'status', path) === 'failed' &&
      !arrayAt(file, 'assertionResults', path).some((test) => textAt(test, 'status', path) === 'failed'),
  );
  return {
    passed: countAt(report, 'numPassedTests', path),
    failed: countAt(report, 'numFailedTests', path) + brokenFiles.length,
    unrun: countAt(report, 'numPendingTests', path) + countAt(report, 'numTodoTests', path),
  };
}

function fieldAt(value: unknown, key: string, path: string): unknown {
  if (typeof value === 'object' && value !== null && key in value) return Reflect.get(value, key);
  throw new Error(`${path} is not a vitest report: no ${key}`);
}

function arrayAt(value: unknown, key: string, path: string): readonly unknown[] {
  const field = fieldAt(value, key, path);
  if (Array.isArray(field)) return field;
  throw new Error(`${path} is not a vitest report: ${key} is not a list`);
}

function textAt(value: unknown, key: string, path: string): string {
  const field = fieldAt(value, key, path);
  if (typeof field === 'string') return field;
  throw new Error(`${path} is not a vitest report: ${key} is not text`);
}

function countAt(value: unknown, key: string, path: string): number {
  const field = fieldAt(value, key, path);
  if (typeof field === 'number' && Number.isSafeInteger(field) && field >= 0) return field;
  throw new Error(`${path} is not a vitest report: ${key} is not a count`);
}
