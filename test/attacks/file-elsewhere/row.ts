import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Let a document refer to a file that reviewers do not look at, or that not everybody reads in one way: out of the repository, among the rules, by another spelling, through a link; with doubled keys, aliases, two values, a document in it',
  has: 'write access, and a document that refers to a file',
  expected:
    'a path leads to one file that the rules name, or nowhere; what is in it is held to what a document is held to, at its own lines',
  codes: [
    'file-reference',
    'file-reference-missing',
    'document-in-json',
    'several-values',
    'duplicate-key',
    'yaml-alias',
    'yaml-merge-key',
    'yaml-tag',
    'yaml-too-deep',
    'bidi-control',
    'forbidden-key',
    'json-syntax',
    'input-symlink',
    'input-submodule',
    'input-too-large',
  ],
  benign:
    'a file of another folder, with a byte order mark and the line ends of Windows; another one beside it that differs in capitals alone is not taken for it',
};
