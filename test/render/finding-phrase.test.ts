import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/assessment.ts';
import { plain } from '../../src/render/phrase.ts';
import { findingPhrase } from '../../src/render/sections.ts';
import { nameAlone } from '../../src/render/view.ts';

function line(
  message: string,
  comply: string | null,
  { effect = 'warn', code = 'team/ends' }: Partial<Pick<Finding, 'effect' | 'code'>> = {},
): string {
  const rule = { location: { path: 'policies/a.yaml', line: 6, column: 7 }, comply, controls: ['PR.AA-05'] };
  return plain(findingPhrase({ code, effect, address: 'db/PostgresRole/app', message, rule }, nameAlone));
}

test.each([
  ['app never ends', 'app never ends. Give it an end.'],
  ['app never ends.', 'app never ends. Give it an end.'],
  ['Does app end?', 'Does app end? Give it an end.'],
  ['It says "app ends."', 'It says "app ends." Give it an end.'],
  ['app ends on 2036-01-01', 'app ends on 2036-01-01. Give it an end.'],
])('what to do about it is a sentence of its own after %s', (message, expected) => {
  expect(line(message, 'Give it an end.')).toBe(`warning on app: ${expected} (team/ends, policies/a.yaml:6, PR.AA-05)`);
});

test('a message that nothing follows stands as it is', () => {
  expect(line('app never ends', null)).toBe('warning on app: app never ends (team/ends, policies/a.yaml:6, PR.AA-05)');
});

test.each([
  ['app never ends', 'Give it an end.', 'app never ends. Give it an end. Or ask'],
  ['app never ends.', 'Give it an end', 'app never ends. Give it an end. Or ask'],
  ['app never ends', null, 'app never ends. Change this, or ask'],
])('what a rule denies may be excepted: %s, %s', (message, comply, expected) => {
  expect(line(message, comply, { effect: 'deny' })).toBe(
    `denied on app: ${expected} for an exception to team/ends (policies/a.yaml:6, PR.AA-05)`,
  );
});

test('what nobody can tell may not', () => {
  expect(line('The rule team/ends cannot tell.', null, { effect: 'deny', code: 'policy-failed' })).toBe(
    'denied on app: The rule team/ends cannot tell. (policy-failed, policies/a.yaml:6, PR.AA-05)',
  );
});
