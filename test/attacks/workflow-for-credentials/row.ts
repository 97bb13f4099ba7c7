import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Merge a workflow of their own that asks for the write credentials',
  has: 'write access, and a merge that nobody prevents',
  expected:
    'the workflow is a change of the rules, which administrators approve; run with our own apply it applies no more than what was approved',
  codes: ['approval-missing'],
  benign: 'an administrator approves a workflow, and its landing executes nothing',
};
