import { formatAddress, type Address } from '../../../core/address.ts';
import type { Row } from '../connect.ts';
import { ROLE_KIND } from '../kinds.ts';

/** Who is who: every role by oid, and which of them are identities that this read is about. */
export type Cast = {
  /** null for an oid of nobody: a grantor that was dropped, an entry of a dropped column. */
  nameOf(oid: string | null): string | null;
  isIdentity(oid: string | null): boolean;
  /** The writer, and the roles that it is a member of by any way: their grant options decide what it can do. */
  isActor(oid: string): boolean;
  addressOf(role: string): Address;
};

/** PUBLIC in ACLs. */
export const PUBLIC_OID = '0';
/** PUBLIC in facts: no role may have this name. */
export const PUBLIC = 'public';

export function castOf(
  source: string,
  roles: readonly Row[],
  identities: ReadonlySet<string>,
  actors: ReadonlySet<string>,
): Cast {
  const names = new Map(roles.map(([oid, name]) => [oid ?? '', name ?? '']));
  return {
    nameOf: (oid) => (oid === PUBLIC_OID ? PUBLIC : (names.get(oid ?? '') ?? null)),
    isIdentity: (oid) => oid !== null && identities.has(oid),
    isActor: (oid) => actors.has(oid),
    addressOf: (role) => formatAddress({ source, kind: ROLE_KIND, name: [role] }),
  };
}

/** oids of a role and of all that it is a member of. Rows as `ClusterRows` has them. */
export function reachedBy(
  writer: string | null,
  roles: readonly Row[],
  memberships: readonly Row[],
): ReadonlySet<string> {
  const start = roles.find(([, name]) => name === writer)?.[0];
  const reached = new Set(typeof start === 'string' ? [start] : []);
  for (const oid of reached) {
    for (const [role, member] of memberships) if (member === oid && typeof role === 'string') reached.add(role);
  }
  return reached;
}
