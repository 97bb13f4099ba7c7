import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Supply an artifact of the same name, or a plan file with other bytes',
  has: 'a hand on what the plan job passes to the publish job',
  expected:
    'a plan with other bytes than its digest names is not published, a foreign plan is never applied, and that none is needed is not believed',
  codes: [
    'digest-mismatch',
    'bundle-malformed',
    'pull-request-moved',
    'landing-differs',
    'approval-missing',
    'access-widened',
    'plan-not-handed-on',
  ],
  benign:
    'the publish job runs again with the same bytes, and nothing is posted twice; a pull request about other files needs no plan',
};
