import type { ForeignGrant } from '../facts.ts';
import type { AclEntry } from './acl.ts';
import { PUBLIC, PUBLIC_OID, type Cast } from './cast.ts';
import { record, type Sink } from './sink.ts';

/** One object's ACL, and what its built-in default would give. */
export type ObjectAcl = {
  readonly database: string;
  readonly key: string;
  readonly owner: string;
  readonly entries: readonly AclEntry[];
  readonly ownerDefault: readonly string[];
  readonly publicDefault: readonly string[];
};

/** Sorts the entries into identities' grants, grants with another grantor than the owner, and what no document can say. Returns whether an identity holds something. */
export function gatherAcl(acl: ObjectAcl, cast: Cast, sink: Sink): boolean {
  const grants = acl.entries.filter(({ grantee }) => cast.isIdentity(grantee) && grantee !== acl.owner);
  for (const { grantee, privileges } of grants) {
    const role = cast.nameOf(grantee);
    if (role !== null) record(sink.grants, role, acl.database, acl.key, privileges.set);
  }
  if (acl.entries.some(({ grantee, grantor }) => grantor !== acl.owner || cast.isActor(grantee))) {
    sink.foreignGrants.push(...foreignGrants(acl, cast));
  }
  gatherOwner(acl, cast, sink);
  gatherPublic(acl, sink);
  return grants.length > 0;
}

/** Where a privilege has another grantor than the owner, or lets the writer grant, all its grantors are named, the owner too. */
function foreignGrants(acl: ObjectAcl, cast: Cast): readonly ForeignGrant[] {
  const flat = acl.entries.flatMap(({ grantee, grantor, privileges }) =>
    privileges.list.map((privilege) => ({ grantee, grantor, ...privilege })),
  );
  const asked = flat.filter(
    ({ grantee, grantor, grantable }) =>
      grantor !== acl.owner || (grantable && grantee !== acl.owner && cast.isActor(grantee)),
  );
  const foreign = new Set(asked.map(({ grantee, name }) => `${grantee} ${name}`));
  return flat.flatMap(({ grantee, grantor, name, grantable }) => {
    const [to, by] = [cast.nameOf(grantee), cast.nameOf(grantor)];
    if (to === null || by === null || !foreign.has(`${grantee} ${name}`)) return [];
    return [{ database: acl.database, object: acl.key, privilege: name, grantee: to, grantor: by, grantable }];
  });
}

/** What an owner holds is ownership; only what it took from itself is worth a word. */
function gatherOwner(acl: ObjectAcl, cast: Cast, sink: Sink): void {
  const owner = cast.nameOf(acl.owner);
  if (owner === null || !cast.isIdentity(acl.owner)) return;
  const missing = lacking(acl.ownerDefault, held(acl, acl.owner));
  if (missing.length === 0) return;
  sink.notModelled.push({
    address: cast.addressOf(owner),
    what: 'owner without own privileges',
    detail: `${placeOf(acl)}: ${missing.join(', ')} revoked from its owner ${owner}`,
  });
}

function gatherPublic(acl: ObjectAcl, sink: Sink): void {
  const holds = held(acl, PUBLIC_OID);
  const [more, less] = [lacking(holds, acl.publicDefault), lacking(acl.publicDefault, holds)];
  if (more.length === 0 && less.length === 0) return;
  const parts = [
    more.length > 0 ? `${more.join(', ')} granted to` : '',
    less.length > 0 ? `${less.join(', ')} revoked from` : '',
  ];
  sink.notModelled.push({
    address: null,
    what: `privileges of ${PUBLIC.toUpperCase()}`,
    detail: `${placeOf(acl)}: ${parts.filter((part) => part !== '').join(' and ')} PUBLIC`,
  });
}

function placeOf({ key, database }: ObjectAcl): string {
  return key === 'database' ? `database ${database}` : `${key} in ${database}`;
}

function held(acl: ObjectAcl, grantee: string): readonly string[] {
  return acl.entries.flatMap((entry) =>
    entry.grantee === grantee ? entry.privileges.list.map(({ name }) => name) : [],
  );
}

function lacking(wanted: readonly string[], holds: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((privilege) => !holds.includes(privilege)).sort();
}
