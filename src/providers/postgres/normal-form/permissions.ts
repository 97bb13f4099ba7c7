import { isPatternMark } from '../../../core/attributes.ts';
import { parseAddress, type Address } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import { parseScope } from './declared-grants.ts';
import type { Listed, ObjectGrants, PrivilegeSet, RoleAttributes } from './model.ts';

type Line = Pick<Permission, 'action' | 'resource' | 'power'> & { readonly path?: 'membership' };

/** Attributes that pass by checks, or change who may do what. */
const ADMINISTERING = new Set(['SUPERUSER', 'CREATEROLE', 'REPLICATION', 'BYPASSRLS']);

/** Roles whose members reach beyond what is granted: the server's files and programs, or a managed service's administration. */
const POWERFUL_ROLES = new Set([
  'azure_pg_admin',
  'cloudsqlsuperuser',
  'pg_execute_server_program',
  'pg_read_server_files',
  'pg_write_server_files',
  'rds_superuser',
]);

/** Every permission that a role's attributes give it directly; what its memberships bring is not among them. Options such as ADMIN are lines of their own, so that gaining one shows. */
export function permissionsOf(address: Address, attributes: RoleAttributes): readonly Permission[] {
  const { source } = parseAddress(address);
  const lines = [
    ...ownLines(source, attributes),
    ...membershipLines(source, attributes),
    ...databases(attributes.grants).flatMap(([database, grants]) => grantLines(`${source}/${database}`, grants)),
    ...databases(attributes.defaultPrivileges).flatMap(([database, grants]) =>
      defaultLines(`${source}/${database}`, grants),
    ),
  ];
  return lines.map(({ path = 'direct', ...line }) => ({ principal: address, path, ...line }));
}

/** A limit of no connections keeps a role out as NOLOGIN does. */
function ownLines(source: string, attributes: RoleAttributes): readonly Line[] {
  const held: readonly (readonly [string, boolean | undefined])[] = [
    ['LOGIN', attributes.login === true && attributes.connectionLimit !== 0],
    ['SUPERUSER', attributes.superuser],
    ['CREATEDB', attributes.createDatabase],
    ['CREATEROLE', attributes.createRole],
    ['INHERIT', attributes.inherit],
    ['REPLICATION', attributes.replication],
    ['BYPASSRLS', attributes.bypassRowSecurity],
    [
      `use its password until ${attributes.validUntil}`,
      attributes.validUntil !== undefined && attributes.login !== false,
    ],
  ];
  return held.flatMap(([action, holds]) =>
    holds === true ? [{ action, resource: source, power: powerOf(ADMINISTERING.has(action)) }] : [],
  );
}

function membershipLines(source: string, attributes: RoleAttributes): readonly Line[] {
  return Object.entries(attributes.memberOf?.values ?? {}).flatMap(([role, { admin, inherit, set }]) => {
    const actions = [
      'member of',
      ...(inherit ? ['inherit from'] : []),
      ...(set ? ['SET ROLE to'] : []),
      ...(admin ? ['administer'] : []),
    ];
    return actions.map((action) => ({
      action,
      resource: `${source}: role ${role}`,
      power: powerOf(action === 'administer' || POWERFUL_ROLES.has(role)),
      path: 'membership',
    }));
  });
}

function databases<T>(list: Listed<{ readonly [database: string]: T }> | undefined): readonly [string, T][] {
  return Object.entries(list?.values ?? {});
}

function grantLines(place: string, grants: ObjectGrants): readonly Line[] {
  return Object.entries(grants).flatMap(([key, privileges]) => {
    const [resource, option] = withoutOption(key);
    return privilegeLines(`${place}: ${resource}`, privileges, option);
  });
}

/** A pattern with grant option gives what the plain one gives, and the option. */
function withoutOption(key: string): readonly [string, boolean] {
  const plain = key.replace(/ with grant option$/u, '');
  return [plain, plain !== key];
}

function defaultLines(place: string, grants: { readonly [scope: string]: PrivilegeSet }): readonly Line[] {
  return Object.entries(grants).flatMap(([key, privileges]) => {
    const { creator, objects, schema } = parseScope(key);
    const where = schema === null ? '' : ` in schema ${schema}`;
    return privilegeLines(`${place}: future ${objects}${where} created by ${creator}`, privileges, false);
  });
}

function privilegeLines(resource: string, privileges: PrivilegeSet, option: boolean): readonly Line[] {
  return Object.entries(privileges).flatMap(([privilege, state]) => {
    if (isPatternMark(state) && (state.state === 'none' || state.state === 'empty')) return [];
    const grant = { action: `grant ${privilege}`, resource, power: powerOf(true) };
    if (state === 'option') return [grant];
    return [
      { action: privilege, resource, power: powerOf(false) },
      ...(option || state === 'grantable' ? [grant] : []),
    ];
  });
}

function powerOf(administers: boolean): Permission['power'] {
  return administers ? 'administer' : 'use';
}
