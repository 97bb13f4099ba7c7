import { expect, test } from 'vitest';
import { denialText } from '../../src/core/denial.ts';

const rule = { location: { path: 'policies/a.yaml', line: 6, column: 7 }, comply: 'Give it an end.', controls: [] };

test('says which rule, on which line, with which values, and how to comply or to ask for an exception', () => {
  expect(denialText({ code: 'team/ends', message: 'app never ends.', rule })).toBe(
    'team/ends at policies/a.yaml:6: app never ends. Give it an end. Or ask for an exception to team/ends',
  );
  expect(denialText({ code: 'team/ends', message: 'app never ends', rule: { ...rule, comply: null } })).toBe(
    'team/ends at policies/a.yaml:6: app never ends; or ask for an exception to team/ends',
  );
});

test('of what nobody can tell there is no exception', () => {
  expect(denialText({ code: 'policy-failed', message: 'It cannot tell.', rule: { ...rule, comply: null } })).toBe(
    'policy-failed at policies/a.yaml:6: It cannot tell.',
  );
  expect(denialText({ code: 'policy-invalid', message: 'Wrong.' })).toBe('policy-invalid: Wrong.');
});
