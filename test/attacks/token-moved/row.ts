import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Move a valid token to another entry; sign with the identity of a run of another repository, workflow, ref or event; or let the ledger bring the keys that it is to be trusted by',
  has: 'write access to the ledger’s branch, and runs that may ask for an identity, in this repository and in their own',
  expected:
    'the entry is nobody’s: verification names it and says why, and no run counts it. Whose signatures count is said by the base branch and the issuer, never by the ledger',
  codes: [
    'token-audience',
    'token-repository',
    'token-workflow',
    'token-ref',
    'token-event',
    'token-forged',
    'token-key-unknown',
  ],
  benign: 'two workflows that the configuration trusts sign one after the other, each run with a token of its own',
};
