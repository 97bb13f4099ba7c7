import type { Basis } from '../../../core/access/effective.ts';
import { PUBLIC } from '../catalog/cast.ts';
import type { ObjectClass } from '../names/objects.ts';
import { isSupportedBy, privilegesOf } from '../names/privileges.ts';
import { own } from '../own.ts';
import { isWideClass, rolesEverywhere, type WideClass } from './predefined.ts';
import type { Resource } from './resources.ts';
import { onRole, onServer } from './roles.ts';
import { Standings, type Standing } from './standing.ts';
import { best, type Held, type Model, type Way } from './ways.ts';

type ObjectResource = Extract<Resource, { kind: 'object' }>;
const SELF: Standing = { as: null, through: [] };

/** What one principal, which may be PUBLIC, holds on a resource; in no order. */
export function heldOn(model: Model, principal: string, resource: Resource): readonly Held[] {
  const known = principal === PUBLIC || own(model.estate.roles, principal) !== undefined;
  if (!known) return [];
  const standings = principal === PUBLIC ? null : new Standings(model.estate, model.graph, principal);
  switch (resource.kind) {
    case 'object':
      return onObject(model, principal, standings, resource);
    case 'future':
      return onFuture(standings, resource);
    case 'everywhere':
      return standings === null ? [] : onEverything(standings, resource.class, model.estate.version);
    case 'role':
      return standings === null ? [] : onRole(model, principal, resource.role);
    case 'server':
      return standings === null ? [] : onServer(model, principal, standings);
  }
}

function onObject(model: Model, principal: string, standings: Standings | null, resource: ObjectResource) {
  const { database, owner } = resource;
  const table = resource.class === 'column' ? model.resources.tableOf(resource) : null;
  const acls = table === null ? [resource.acl] : [table.acl, resource.acl];
  const superuser = standings?.superuser(principal) ?? null;
  const grantees = acls.flatMap((acl) =>
    Object.entries(acl).flatMap(([grantee, privileges]) => {
      const standing = grantee === PUBLIC ? SELF : (standings?.as(grantee, database) ?? null);
      return standing === null ? [] : [{ grantee, privileges, standing }];
    }),
  );
  const ownership = standings?.as(owner, database) ?? null;
  return privilegesFor(resource.class, model.estate.version).flatMap((privilege) => {
    const ways = grantees.flatMap(({ grantee, privileges, standing }): (Way & { readonly option: boolean })[] => {
      const state = own(privileges, privilege);
      if (state === undefined) return [];
      return [{ ...standing, basis: basisOf(grantee, owner), option: state === 'grantable' }];
    });
    const more = [
      ...(standings === null ? [] : waysEverywhere(standings, resource.class, privilege)),
      ...(superuser === null ? [] : [{ ...superuser, basis: 'superuser' as const }]),
    ];
    const options = [
      ...ways.filter(({ option }) => option),
      // An owner may grant whatever is left of its own privileges.
      ...(ownership === null ? [] : [{ ...ownership, basis: 'ownership' as const }]),
      ...more.filter(({ basis }) => basis === 'superuser'),
    ];
    return [...best(privilege, false, [...ways, ...more]), ...best(`grant ${privilege}`, true, options)];
  });
}

function privilegesFor(objectClass: ObjectClass, version: number): readonly string[] {
  return privilegesOf(objectClass).filter((privilege) => isSupportedBy(version, privilege));
}

function basisOf(grantee: string, owner: string): Basis {
  if (grantee === PUBLIC) return 'everyone';
  return grantee === owner ? 'ownership' : 'grant';
}

function onFuture(
  standings: Standings | null,
  { database, acl, class: objectClass }: Extract<Resource, { kind: 'future' }>,
) {
  return privilegesOf(objectClass).flatMap((privilege) => {
    const ways = Object.entries(acl).flatMap(([grantee, privileges]) => {
      const state = own(privileges, privilege);
      const standing = grantee === PUBLIC ? SELF : (standings?.as(grantee, database) ?? null);
      if (state === undefined || standing === null) return [];
      return [{ ...standing, basis: basisOf(grantee, ''), option: state === 'grantable' }];
    });
    const options = ways.filter(({ option }) => option);
    return [...best(privilege, false, ways), ...best(`grant ${privilege}`, true, options)];
  });
}

function onEverything(standings: Standings, objectClass: WideClass, version: number): readonly Held[] {
  return privilegesFor(objectClass, version).flatMap((privilege) =>
    best(privilege, false, waysEverywhere(standings, objectClass, privilege)),
  );
}

function waysEverywhere(standings: Standings, objectClass: string, privilege: string): readonly Way[] {
  // A column's privileges come from its table's.
  const wide = objectClass === 'column' ? 'table' : objectClass;
  if (!isWideClass(wide)) return [];
  return rolesEverywhere(wide, privilege).flatMap((role) => {
    const standing = standings.as(role, null);
    return standing === null ? [] : [{ ...standing, basis: 'built-in' as const }];
  });
}
