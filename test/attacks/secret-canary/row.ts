import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Put a secret where it may be repeated: free text of a live system, the environment, a connection, an error of a provider, a broken key',
  has: 'nothing; every log and comment is read by somebody',
  expected: 'it appears in no output, at no log level, in no failure; an attribute that holds one cannot be read',
  codes: [
    'attribute-unreadable',
    'text-secret',
    'connection-malformed',
    'login-refused',
    'signing-key-unusable',
    'github-unauthorized',
  ],
  benign: 'text that only speaks of passwords is shown, and the debug log says what was asked of GitHub',
  sources: [
    {
      title: 'tj-actions/changed-files: secrets in workflow logs',
      url: 'https://jit.io/resources/devsecops/recap-of-tj-actionschanged-files-what-we-can-learn',
    },
    {
      title: 'ArtiPACKED: tokens in artifacts',
      url: 'https://cybersecurefox.com/en/major-open-source-projects-exposed-to-github-token-leaks-what-you-need-to-know',
    },
  ],
};
