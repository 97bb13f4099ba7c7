import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Make somebody’s identity one’s own by what its plain manifests say: another owner in an annotation, a binding in a file of one’s own, a broken file or a move that hides whose it was',
  has: 'write access, and a friend with write access who owns nothing yet',
  expected:
    'an identity is what all manifests say of it, and belongs to whom the base says; who is written there instead is asked besides',
  codes: ['approval-missing', 'unapplied-base', 'identity-taken-in', 'manifest-annotation-unread'],
  benign: 'both owners agree to a change of hands, and the new one answers alone from then on',
};
