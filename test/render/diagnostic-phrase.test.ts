import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/errors.ts';
import { diagnosticPhrase } from '../../src/render/errors.ts';
import { plain } from '../../src/render/phrase.ts';

const TWICE: Diagnostic = {
  code: 'duplicate-address',
  severity: 'error',
  cause: 'db/PostgresRole/app is declared twice: here and at a.yaml:1:1.',
  mend: 'Remove one of the two documents.',
  location: { path: 'b.yaml', line: 1, column: 1 },
  related: [{ path: 'a.yaml', line: 1, column: 1 }],
};

test('a place that the cause names is told once', () => {
  expect(plain(diagnosticPhrase(TWICE))).toBe(
    'b.yaml:1:1: db/PostgresRole/app is declared twice: here and at a.yaml:1:1. To mend it: Remove one of the two documents. (duplicate-address)',
  );
});

test('another one is told besides', () => {
  const other = { ...TWICE, cause: 'It stands twice.' };
  expect(plain(diagnosticPhrase(other))).toContain('It stands twice. Also at a.yaml:1:1. To mend it:');
});
