import type { Attributes } from '../../../core/attributes.ts';
import { parseAddress } from '../../../core/address.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Guide } from '../../../core/ports.ts';
import { postgresFacts, type PostgresFacts } from '../facts.ts';
import {
  roleAttributes,
  SCALARS,
  type DefaultGrants,
  type Listed,
  type Membership,
  type RoleAttributes,
  type RoleSettings,
} from './model.ts';
import { isEmpty, mapEntries, own } from '../own.ts';
import { namedPrivileges } from './named.ts';
import { projectGrants } from './project-grants.ts';

/** Provider.project. */
export function project(object: LiveObject, guide: Guide, live: LiveState): Attributes {
  return projectRole(roleOf(object), roleAttributes(object.attributes), guide, postgresFacts(live));
}

/** Provider.inventory: the live form has no patterns, and lists every attribute. */
export function inventory(object: LiveObject): Attributes {
  return object.attributes;
}

export function roleOf(object: Pick<LiveObject, 'address'>): string {
  return parseAddress(object.address).name[0] ?? '';
}

/**
 * A role as found, restricted to what the guide manages.
 * Under `others: keep` nothing shows but what the head names, and what is found beyond it (a grant option, ADMIN) does not show either:
 * such a list never takes anything away.
 */
function projectRole(role: string, found: RoleAttributes, guide: Guide, facts: PostgresFacts): RoleAttributes {
  const head = roleAttributes(guide.head);
  const base = guide.base === null ? undefined : roleAttributes(guide.base);
  return {
    ...scalars(found, head),
    ...(head.settings === undefined ? {} : { settings: settings(found.settings, head.settings) }),
    ...(head.memberOf === undefined ? {} : { memberOf: memberships(found.memberOf, head.memberOf) }),
    ...(head.grants === undefined
      ? {}
      : { grants: projectGrants({ role, facts, found: found.grants, head: head.grants, base: base?.grants }) }),
    ...(head.defaultPrivileges === undefined
      ? {}
      : { defaultPrivileges: defaults(found.defaultPrivileges, head.defaultPrivileges) }),
  };
}

function scalars(found: RoleAttributes, head: RoleAttributes): RoleAttributes {
  const names = [...SCALARS, 'validUntil', 'comment'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (head[name] === undefined || found[name] === undefined ? [] : [[name, found[name]]])),
  );
}

function settings(found: Listed<RoleSettings> | undefined, head: Listed<RoleSettings>): Listed<RoleSettings> {
  const values = found?.values ?? { everywhere: {}, databases: {} };
  if (head.others === 'remove') return { others: 'remove', values };
  return {
    others: 'keep',
    values: {
      everywhere: onlyNamed(values.everywhere, head.values.everywhere),
      databases: mapEntries(values.databases, (database, inDatabase) => {
        const named = onlyNamed(inDatabase, own(head.values.databases, database) ?? {});
        return isEmpty(named) ? undefined : named;
      }),
    },
  };
}

function onlyNamed<T>(found: { readonly [name: string]: T }, head: { readonly [name: string]: T }) {
  return mapEntries(found, (name, value) => (Object.hasOwn(head, name) ? value : undefined));
}

type Memberships = Listed<{ readonly [role: string]: Membership }>;

function memberships(found: Memberships | undefined, head: Memberships): Memberships {
  const values = found?.values ?? {};
  if (head.others === 'remove') return { others: 'remove', values };
  return {
    others: 'keep',
    values: mapEntries(values, (role, membership) => {
      const wanted = own(head.values, role);
      return wanted === undefined ? undefined : atMost(membership, wanted);
    }),
  };
}

function atMost(found: Membership, wanted: Membership): Membership {
  return {
    admin: found.admin && wanted.admin,
    inherit: found.inherit && wanted.inherit,
    set: found.set && wanted.set,
  };
}

type Defaults = Listed<{ readonly [database: string]: DefaultGrants }>;

function defaults(found: Defaults | undefined, head: Defaults): Defaults {
  const values = found?.values ?? {};
  if (head.others === 'remove') return { others: 'remove', values };
  return {
    others: 'keep',
    values: mapEntries(values, (database, scopes) => {
      const named = mapEntries(scopes, (scope, privileges) =>
        namedPrivileges(privileges, own(own(head.values, database), scope)),
      );
      return isEmpty(named) ? undefined : named;
    }),
  };
}
