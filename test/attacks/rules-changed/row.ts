import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Edit configuration, owners, signers or a workflow, alone or beside an identity, or what becomes a rule file only then',
  has: 'write access, and a wish for looser rules',
  expected:
    'administrators are asked, by the rules before the change; at the apply the rules before the landing and those at the tip must both allow, and what rules of the same pull request would refuse is blocked at the gate, and rules that nobody could read are an error of it',
  codes: [
    'approval-missing',
    'source-observed',
    'outside-boundary',
    'landing-unreadable',
    'landing-differs',
    'wrong-value',
    'source-gone',
  ],
  benign:
    'an administrator approves new rules, and the next pull request is judged by them; what they exclude may be forgotten beside them',
};
