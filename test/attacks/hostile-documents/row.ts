import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Commit documents made to exhaust or to confuse: alias bombs, deep nesting, doubled keys, __proto__, tags, huge files, NUL and bidirectional controls',
  has: 'write access, and a taste for YAML',
  expected: 'a clear diagnostic for each, at its line; nothing is published, and no run dies of it',
  codes: [
    'yaml-alias',
    'yaml-too-deep',
    'yaml-tag',
    'yaml-merge-key',
    'duplicate-key',
    'forbidden-key',
    'bidi-control',
    'forbidden-character',
    'input-too-large',
  ],
  benign: 'a long document with many comments, quoted strings and letters of any script',
  sources: [
    {
      title: 'CVE-2021-42574: bidirectional controls reorder source code',
      url: 'https://cvevulnerability.com/cve_vulnerabilities/cve-2021-42574',
    },
  ],
};
