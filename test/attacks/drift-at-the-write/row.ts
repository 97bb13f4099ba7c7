import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Change live state between the last check and the write, or delete an object and make it again under the same name',
  has: 'access to the live system behind the back of Countersign, and good timing',
  expected: 'the step that meets it refuses, what depends on it is not attempted, and nothing is overwritten',
  codes: ['conflict'],
  benign: 'what nobody planned changes in the middle of an apply, and everything is applied',
  sources: [
    {
      title: 'Atlantis: race condition applies stale or mixed-commit plans',
      url: 'https://github.com/runatlantis/atlantis/issues/6529',
    },
    {
      title: 'Digger: apply always makes a new plan and applies that one',
      url: 'https://github.com/diggerhq/digger/issues/553',
    },
  ],
};
