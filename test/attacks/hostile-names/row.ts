import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Give live objects and documents names that carry Markdown, HTML, mentions, fences, escape sequences, direction and zero-width characters, look-alikes, or commands to the runner',
  has: 'the right to create a table, or to write a document',
  expected:
    'everything is shown as characters in code and obeyed by nobody: in the comment, check runs, annotations, the log, the job summary and the outputs; nobody is notified',
  codes: [],
  benign: 'the same names are managed exactly as they are spelt',
  sources: [
    {
      title: 'GitHub Actions: deprecating save-state and set-output commands',
      url: 'https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/',
    },
    {
      title: 'CVE-2021-42574: bidirectional controls reorder source code',
      url: 'https://cvevulnerability.com/cve_vulnerabilities/cve-2021-42574',
    },
    {
      title: 'Ultralytics: a branch name as a shell command',
      url: 'https://safeguard.sh/resources/blog/ultralytics-pypi-compromise-december-2024',
    },
  ],
};
