import type { Membership, Operation, RoleOptions } from './model.ts';
import { quoteIdentifier, quoteLiteral } from './quoting.ts';

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

/** Settings that PostgreSQL marks GUC_LIST_QUOTE: one literal would become one list element. */
const QUOTED_LISTS = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

function renderValue(name: string, value: string): string {
  if (!QUOTED_LISTS.has(name.toLowerCase())) return quoteLiteral(value);
  return listElements(value).map(quoteLiteral).join(', ') || quoteLiteral('');
}

/** Elements of a stored list value: bare words, or quoted with doubled quotes. */
export function listElements(value: string): readonly string[] {
  const elements = value.match(/\s*"(?:[^"]|"")*"\s*|[^,]+/gu) ?? [];
  return elements
    .map((element) => element.trim())
    .filter((element) => element !== '')
    .map((element) => (element.startsWith('"') ? element.slice(1, -1).replaceAll('""', '"') : element));
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
