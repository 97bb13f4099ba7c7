import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Hand the plan job a state of a source that was forged, kept from another day, or read by other rules',
  has: 'a hand on the file that one job of a run hands to another',
  expected:
    'what the file says is only planned: the apply reads the live system through its own connection and does nothing that was not found as planned; what is old, of other rules or no state is not planned from',
  codes: [
    'conflict',
    'live-state-elsewhere',
    'live-state-outdated',
    'live-state-unusable',
    'plan-incomplete',
    'target-mismatch',
  ],
  benign: 'an honest state is planned from without any connection, and applied',
};
