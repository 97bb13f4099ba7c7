import { expect, test } from 'vitest';
import type { ExceptionNote } from '../../src/core/assessment.ts';
import { renderComment } from '../../src/render/comment.ts';
import { exceptionLines, exceptionPhrase } from '../../src/render/exceptions.ts';
import { sizeOf } from '../../src/render/fit.ts';
import { plain } from '../../src/render/phrase.ts';
import { nameAlone } from '../../src/render/view.ts';
import { inputOf } from './cases.ts';

const USED = {
  code: 'exception-used',
  name: 'ledger-export',
  rule: 'exports/no-writes',
  addresses: ['db/PostgresRole/ledger', 'db/PostgresRole/books'],
  more: 0,
  until: '2027-01-31',
  daysLeft: 12,
  owner: 'billing',
  reason: 'The new one lands in January.',
  location: { path: 'policies/a.yaml', line: 3, column: 9 },
} as const satisfies ExceptionNote;

test.each<[ExceptionNote, string]>([
  [
    USED,
    'lifted: exports/no-writes for ledger, books until 2027-01-31 (12 more days), for which billing answers: The new one lands in January. (ledger-export, policies/a.yaml:3)',
  ],
  [
    { ...USED, daysLeft: 0, addresses: ['db/PostgresRole/ledger'], more: 4 },
    'lifted: exports/no-writes for ledger and 4 more until 2027-01-31 (its last day), for which billing answers: The new one lands in January. (ledger-export, policies/a.yaml:3)',
  ],
  [
    { ...USED, code: 'exception-expired', daysLeft: -1 },
    'warning: ledger-export to exports/no-writes ended with 2027-01-31 for ledger, books (exception-expired, policies/a.yaml:3)',
  ],
  [
    { ...USED, code: 'exception-unused' },
    'warning: ledger-export to exports/no-writes is not needed for ledger, books (exception-unused, policies/a.yaml:3)',
  ],
  [
    { ...USED, code: 'exception-too-long' },
    'warning: ledger-export to exports/no-writes does not count for ledger, books: its end, 2027-01-31, is too far ahead (exception-too-long, policies/a.yaml:3)',
  ],
  [
    { code: 'exception-invalid', message: 'unknown-people: "nobody" is neither.', location: USED.location },
    'warning: an exception does not count: unknown-people: "nobody" is neither. (exception-invalid, policies/a.yaml:3)',
  ],
])('%#', (note, expected) => {
  expect(plain(exceptionPhrase(note, nameAlone))).toBe(expected);
});

/** Lines of a plan of one source. */
function linesOf(exceptions: readonly ExceptionNote[], budget: number): readonly string[] {
  return exceptionLines({ naming: nameAlone, assessment: { exceptions } }, budget);
}

test('those that are used come first, within so many bytes', () => {
  const lines = linesOf([{ ...USED, code: 'exception-unused' }, USED], 2500);
  expect(lines[0]).toBe('**Exceptions**');
  expect(lines[2]).toMatch(/^- \*\*lifted\*\*/u);
  const many = linesOf(
    Array.from({ length: 200 }, () => USED),
    2500,
  );
  expect(many.at(-1)).toMatch(/more exceptions\.$/u);
  expect(sizeOf(many.slice(2).join('\n'))).toBeLessThanOrEqual(2500);
  expect(linesOf([], 2500)).toEqual([]);
  expect(linesOf([{ ...USED, code: 'exception-unused' }], 2500)[0]).toBe('**Exceptions**');
});

test('one that is used is shown where the plan changes nothing else, too', async () => {
  const input = await inputOf('nothing');
  const { assessment } = input;
  expect(renderComment({ ...input, assessment: { ...assessment, exceptions: [USED] } })).toContain('**Exceptions**');
});
