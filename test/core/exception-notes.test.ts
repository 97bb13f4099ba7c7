import { expect, test } from 'vitest';
import type { ExceptionNote } from '../../src/core/assessment.ts';
import { usesMore } from '../../src/core/exception-notes.ts';

const USED = {
  code: 'exception-used',
  name: 'one',
  rule: 'team/ends',
  addresses: ['db/PostgresRole/app'],
  more: 0,
  until: '2027-01-31',
  daysLeft: 3,
  owner: 'billing',
  reason: 'It moves.',
  location: { path: 'policies/a.yaml', line: 3, column: 9 },
} as const satisfies ExceptionNote;

test.each<[string, readonly ExceptionNote[], readonly ExceptionNote[], boolean]>([
  ['the first', [USED], [], true],
  ['none', [], [USED], false],
  ['the same', [USED], [USED], false],
  ['one day less', [{ ...USED, daysLeft: 2 }], [USED], false],
  ['prolonged and renamed', [{ ...USED, name: 'two', until: '2027-03-31' }], [USED], false],
  ['another rule', [{ ...USED, rule: 'team/other' }], [USED], true],
  ['another identity', [{ ...USED, addresses: [...USED.addresses, 'db/PostgresRole/b'] }], [USED], true],
  ['more identities than are named', [{ ...USED, more: 1 }], [USED], true],
  ['what was expired is used', [USED], [{ ...USED, code: 'exception-expired' }], true],
  ['what was used is expired', [{ ...USED, code: 'exception-expired' }], [USED], false],
])('%s', (_what, now, shown, expected) => {
  expect(usesMore(now, shown)).toBe(expected);
});
