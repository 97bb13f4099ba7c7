import { compareText, formatAddress, parseAddress } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { Draft } from '../../../core/ports.ts';
import { parseScope } from '../normal-form/declared-grants.ts';
import type { PostgresFacts } from '../facts.ts';
import { ROLE_KIND } from '../kinds.ts';
import { roleAttributes } from '../normal-form/model.ts';
import { own } from '../own.ts';

/** A reason for each role that the wish names, that does not exist, and that the same plan does not create either. */
export function missingRoles(draft: Draft, facts: PostgresFacts): readonly Reason[] {
  const { memberOf, defaultPrivileges } = roleAttributes(draft.after ?? {});
  const groups = Object.keys(memberOf?.values ?? {}).map((role) => ({ role, path: ['memberOf', 'values', role] }));
  const creators = Object.entries(defaultPrivileges?.values ?? {}).flatMap(([database, scopes]) =>
    Object.keys(scopes).map((scope) => ({
      role: parseScope(scope).creator,
      path: ['defaultPrivileges', 'values', database, scope],
    })),
  );
  return [...groups, ...creators]
    .filter(({ role }) => own(facts.roles, role) === undefined && !isCreated(draft, role))
    .map(({ role, path }) => ({
      code: 'role-missing',
      message: `There is no role ${role}, and this plan creates none.`,
      pointer: path.map((segment) => `/${escapePointer(segment)}`).join(''),
    }))
    .sort((left, right) => compareText(left.pointer, right.pointer));
}

function isCreated({ address, creates }: Draft, role: string): boolean {
  return creates.has(formatAddress({ source: parseAddress(address).source, kind: ROLE_KIND, name: [role] }));
}
