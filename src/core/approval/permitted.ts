import type { ApproverPermission, Requirement } from '../assessment.ts';
import type { PermissionFact, Person } from './facts.ts';

const AT_LEAST: { readonly [permission in ApproverPermission]: ReadonlySet<string> } = {
  write: new Set(['write', 'maintain', 'admin']),
  maintain: new Set(['maintain', 'admin']),
  admin: new Set(['admin']),
};

/** With the accounts whose permission is known to suffice in the place of nobody, pinned; others cannot meet such a requirement. */
export function withPermitted(
  requirements: readonly Requirement[],
  people: readonly Person[],
  permissions: readonly PermissionFact[],
): readonly Requirement[] {
  const known = new Map(permissions.map(({ id, permission }) => [id, permission]));
  return requirements.map((requirement) => {
    const { permission } = requirement;
    if (permission === undefined) return requirement;
    const permitted = people.filter(({ id }) => AT_LEAST[permission].has(known.get(id) ?? 'none'));
    return { ...requirement, people: permitted.map(({ id, login }) => `${login}#${id}`) };
  });
}
