import type { Membership, Operation, RoleOptions } from '../normal-form/model.ts';
import { quoteIdentifier, quoteLiteral } from '../names/quoting.ts';
import { settingItems } from '../normal-form/settings.ts';

type Server = { readonly role: string; readonly version: number };

/** The first version in which a membership carries INHERIT and SET of its own, and its grantor. */
const MEMBERSHIP_OPTIONS_VERSION = 16;

export function renderRoleOptions(options: RoleOptions): string {
  const flags: [boolean | undefined, string][] = [
    [options.login, 'LOGIN'],
    [options.superuser, 'SUPERUSER'],
    [options.createDatabase, 'CREATEDB'],
    [options.createRole, 'CREATEROLE'],
    [options.inherit, 'INHERIT'],
    [options.replication, 'REPLICATION'],
    [options.bypassRowSecurity, 'BYPASSRLS'],
  ];
  const words = flags.flatMap(([value, word]) => (value === undefined ? [] : [value ? word : `NO${word}`]));
  if (options.connectionLimit !== undefined) words.push(`CONNECTION LIMIT ${Math.trunc(options.connectionLimit)}`);
  if (options.validUntil !== undefined) words.push(`VALID UNTIL ${quoteLiteral(timestampText(options.validUntil))}`);
  return words.join(' ');
}

/** RFC 3339 with ISO 8601 expanded years, where year 0 is 1 BC, as PostgreSQL reads it. */
function timestampText(value: string): string {
  const parts = /^([+-]?)(\d+)(-.*)$/u.exec(value);
  if (parts === null) return value;
  const [, sign = '', year = '', rest = ''] = parts;
  if (sign === '-') return `${String(Number(year) + 1).padStart(4, '0')}${rest} BC`;
  return Number(year) === 0 ? `0001${rest} BC` : `${year}${rest}`;
}

export function renderSetting(operation: Extract<Operation, { kind: 'set' }>, role: string): string {
  const where = operation.database === null ? '' : ` IN DATABASE ${quoteIdentifier(operation.database)}`;
  const name = operation.name.split('.').map(quoteIdentifier).join('.');
  const what =
    operation.value === null ? `RESET ${name}` : `SET ${name} TO ${renderValue(operation.name, operation.value)}`;
  return `ALTER ROLE ${quoteIdentifier(role)}${where} ${what}`;
}

/** A list of names is written name by name: one literal would become one name. */
function renderValue(name: string, value: string): string {
  const items = settingItems(name.toLowerCase(), value);
  return items === null || items.length === 0 ? quoteLiteral(value) : items.map(quoteLiteral).join(', ');
}

export function renderGrantRole(operation: Extract<Operation, { kind: 'grant-role' }>, context: Server): string {
  const grant = `GRANT ${quoteIdentifier(operation.role)} TO ${quoteIdentifier(context.role)}`;
  return grant + renderMembership(operation.membership, context.version) + grantedBy(operation.as, context.version);
}

function renderMembership(membership: Membership, version: number): string {
  if (version < MEMBERSHIP_OPTIONS_VERSION) return membership.admin ? ' WITH ADMIN OPTION' : '';
  const option = (word: string, value: boolean): string => `${word} ${value ? 'TRUE' : 'FALSE'}`;
  const { admin, inherit, set } = membership;
  return ` WITH ${option('ADMIN', admin)}, ${option('INHERIT', inherit)}, ${option('SET', set)}`;
}

export function renderRevokeRole(operation: Extract<Operation, { kind: 'revoke-role' }>, context: Server): string {
  const revoke = `REVOKE ${quoteIdentifier(operation.role)} FROM ${quoteIdentifier(context.role)}`;
  return revoke + grantedBy(operation.as, context.version);
}

/** Before version 16 a membership has no grantor that matters. */
function grantedBy(grantor: string | null, version: number): string {
  return grantor === null || version < MEMBERSHIP_OPTIONS_VERSION ? '' : ` GRANTED BY ${quoteIdentifier(grantor)}`;
}
