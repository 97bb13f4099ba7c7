import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Declare somebody’s identity once more in plain manifests, where the last one would win with kubectl, or so that only kubectl reads it: doubles in other files, in one file, in a list within a list; names that the server makes up; misspelt kinds; links; files too large to be read',
  has: 'write access, and a file of their own beside the approved manifests',
  expected:
    'nothing is told from manifests of which one cannot be told, so that nothing is planned, and nothing applied where it is merged all the same',
  codes: [
    'duplicate-address',
    'manifest-declared-twice',
    'manifest-malformed',
    'manifest-annotation',
    'manifest-account-undeclared',
    'manifest-namespace-missing',
    'document-among-manifests',
    'duplicate-key',
    'yaml-alias',
    'yaml-merge-key',
    'yaml-tag',
    'yaml-too-deep',
    'forbidden-character',
    'input-symlink',
    'input-submodule',
    'input-too-large',
  ],
  benign:
    'a binding that stands in two files alike, lists as kubectl prints them, files that moved, and manifests about something else',
};
