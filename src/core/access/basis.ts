import type { Basis } from './effective.ts';

/** Why somebody holds what nobody gave them, for people; null: it was given, or is their own. */
export function basisText(basis: Basis): string | null {
  switch (basis) {
    case 'grant':
    case 'attribute':
      return null;
    case 'ownership':
      return 'as owner';
    case 'everyone':
      return 'as everyone';
    case 'built-in':
      return 'by a role of the system';
    case 'superuser':
      return 'as superuser';
  }
}
