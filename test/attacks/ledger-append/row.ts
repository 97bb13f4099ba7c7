import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Append to the ledger by a push: a forged publication, well formed in everything but its key, or old signed entries once more',
  has: 'write access to the branch of the ledger, and our own code to write entries with',
  expected:
    'signer, ledger id, index and previous hash must fit: such an entry is foreign, and nothing is decided from it',
  codes: ['entry-untrusted', 'entry-foreign', 'landing-differs'],
  benign: 'somebody pushes a file to the branch that is no entry, and the next run goes on',
};
