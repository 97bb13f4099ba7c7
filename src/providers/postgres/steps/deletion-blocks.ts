import { compareText, parseAddress, type Address } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { Draft } from '../../../core/ports.ts';
import { hasPrivilegesOf, mayAlterRole, writerAuthority } from './authority.ts';
import { alterBlock } from './cluster-steps.ts';
import { ownedBy, type PostgresFacts } from '../facts.ts';
import { own } from '../own.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Who gets what the role owns: `onRemove: { delete: { reassignOwnedTo: … } }` of the base document. */
export function reassignTarget(draft: Draft): string | null {
  const to = draft.removal?.kind === 'delete' ? draft.removal.options['reassignOwnedTo'] : undefined;
  return typeof to === 'string' ? to : null;
}

/** Everything that keeps the role from being dropped, or that dropping it would take from others. */
export function deletionBlocks(
  facts: PostgresFacts,
  { address, released }: Pick<Draft, 'address' | 'released'>,
  to: string | null,
  clears: boolean,
): readonly Reason[] {
  const role = parseAddress(address).name[0] ?? '';
  return [
    ...(role === facts.writer ? [writerItself(role)] : []),
    ...ownershipBlocks(facts, role, to),
    ...elsewhereBlocks(facts, role),
    ...othersBlocks(facts, role, rolesOf(released)),
    ...permissionBlocks(facts, role, to, clears),
  ];
}

function ownershipBlocks(facts: PostgresFacts, role: string, to: string | null): readonly Reason[] {
  if (to !== null) {
    const unusable = `What ${role} owns cannot go to ${to}: it must be another role that exists.`;
    if (own(facts.roles, to) === undefined) return [{ code: 'role-missing', message: unusable }];
    return to === role ? [{ code: 'reassign-target-unusable', message: unusable }] : [];
  }
  return ownedBy(facts, role).map(({ database, objects }) => ({
    code: 'owns-objects',
    message: `${role} owns ${objects.join(', ')}${database === null ? '' : ` in ${database}`}. Let the base document name a new owner: onRemove: { delete: { reassignOwnedTo: … } }.`,
  }));
}

function elsewhereBlocks(facts: PostgresFacts, role: string): readonly Reason[] {
  return Object.entries(own(facts.elsewhere, role) ?? {}).map(([database, { owned, other }]) => ({
    code: 'held-elsewhere',
    message: `${role} owns ${owned} objects and holds ${other} other things in the database ${database}, which is not one of the source's: add it to the source, or clear it there.`,
  }));
}

function rolesOf(addresses: ReadonlySet<Address>): ReadonlySet<string> {
  return new Set([...addresses].flatMap((address) => parseAddress(address).name[0] ?? []));
}

/** Facts of other identities that would vanish with the role; `released` lose what they refer to it for earlier in the same plan. */
export function othersBlocks(
  facts: PostgresFacts,
  role: string,
  released: ReadonlySet<string> = NOBODY,
): readonly Reason[] {
  const members = membersOf(facts, role)
    .filter((member) => !released.has(member))
    .map((member) => `the membership of ${member}`);
  const memberships = facts.memberships
    .filter((membership) => membership.grantor === role && membership.member !== role)
    .map((membership) => `the membership of ${membership.member} in ${membership.role}`);
  const grants = facts.foreignGrants
    .filter((grant) => grant.grantor === role && grant.grantee !== role)
    .map((grant) => `${grant.privilege} on ${grant.object} in ${grant.database} of ${grant.grantee}`);
  const defaults = facts.defaults
    .filter(({ creator, grantee }) => creator === role && grantee !== role && !released.has(grantee))
    .map((fact) => `default privileges ${fact.scope} in ${fact.database} of ${fact.grantee}`);
  const lost = [...new Set([...members, ...memberships, ...grants, ...defaults])].sort(compareText);
  if (lost.length === 0) return [];
  return [
    {
      code: 'delete-changes-others',
      message: `Deleting ${role} would take from others: ${lost.join('; ')}. Remove or grant these anew first.`,
    },
  ];
}

function permissionBlocks(facts: PostgresFacts, role: string, to: string | null, clears: boolean): readonly Reason[] {
  const writer = writerAuthority(facts);
  const blocked: Reason[] = mayAlterRole(facts, writer, role) ? [] : [alterBlock(facts, role)];
  const needed = [...(clears ? [role] : []), ...(to === null || ownedBy(facts, role).length === 0 ? [] : [to])];
  for (const name of needed.filter((needs) => !hasPrivilegesOf(facts, writer, needs))) {
    blocked.push({
      code: 'drop-not-permitted',
      message: `The writer ${facts.writer} needs to be a member of ${name}, with INHERIT, to revoke or reassign what ${role} holds.`,
    });
  }
  return blocked;
}

export function writerItself(role: string): Reason {
  return {
    code: 'writer-itself',
    message: `${role} is the role that the writer logs in as: the apply would end its own access half-way.`,
  };
}

/** Who would go on with what the role holds once nobody can log in as it. */
export function membersBlocks(facts: PostgresFacts, role: string): readonly Reason[] {
  const members = membersOf(facts, role);
  if (members.length === 0) return [];
  const message = `${members.join(', ')} would keep the access of ${role} as its members. Remove those memberships first, or let the base document say onRemove: delete or forget.`;
  return [{ code: 'disable-leaves-access', message }];
}

/** Who holds the role, but for the writer: a login without SUPERUSER becomes a member, with ADMIN alone, of what it creates. */
function membersOf(facts: PostgresFacts, role: string): readonly string[] {
  const members = facts.memberships.filter(
    (membership) => membership.role === role && membership.member !== facts.writer,
  );
  return [...new Set(members.map(({ member }) => member))].sort(compareText);
}
