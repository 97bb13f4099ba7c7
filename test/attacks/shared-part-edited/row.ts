import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Change what a document refers to, a profile or a file beside it, and leave the document as it was approved',
  has: 'write access, and a part that approved documents share',
  expected: 'what is approved and compared is each identity as it is put together, with all that it comes from',
  codes: ['landing-differs', 'approval-missing'],
  benign: 'a part is reformatted and moved, and another one written out in the document, and the approval stands',
};
