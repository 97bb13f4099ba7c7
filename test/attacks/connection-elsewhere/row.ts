import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Point a connection elsewhere: another cluster or account behind the same name',
  has: 'a hand on the secret that holds the address, or on what the address leads to',
  expected:
    'what was planned against one system is executed against no other; a clone with the same identifiers behind the same endpoint is a stated limit',
  codes: ['target-mismatch'],
  benign: 'the same cluster or account under another spelling of its address, and with another login',
};
