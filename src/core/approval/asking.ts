import type { Requirement } from '../assessment.ts';

/** Whom a requirement names, for people. */
export function approverText({ of, permission }: Pick<Requirement, 'of' | 'permission'>): string {
  return permission === undefined ? of : `anyone with ${permission} permission`;
}

/** Options, each with all of its parts: `1 of owner and 2 of dba, or 1 of security`. */
export function askText(options: readonly (readonly Pick<Requirement, 'of' | 'permission' | 'count'>[])[]): string {
  return options
    .map((parts) => parts.map((part) => `${part.count} of ${approverText(part)}`).join(' and '))
    .join(', or ');
}
