import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Where CODEOWNERS says who owns a document: edit it beside the change, move the document into a folder of a friend, or do so past the check',
  has: 'write access, and a friend with write access who owns another folder',
  expected:
    'the CODEOWNERS of the base branch decides for both paths, its change asks administrators, a moved document is a change of hands, and a base that nobody approved makes nobody an owner',
  codes: ['approval-missing', 'unapplied-base'],
  benign:
    'a document is moved with the approval of the owners of both folders, and belongs to the new one; administrators hand a folder over, whose new owner answers alone from then on',
};
