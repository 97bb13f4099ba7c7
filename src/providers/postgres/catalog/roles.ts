import { escapePointer } from '../../../core/leaves.ts';
import type { Unreadable } from '../../../core/live.ts';
import { secretShape, withArticle } from '../../../core/secret-shape.ts';
import type { Row } from '../connect.ts';
import { isCreationComment, UNFINISHED } from '../normal-form/creation-mark.ts';
import type { MembershipFact, RoleContext } from '../facts.ts';
import { HIDDEN, type Membership, type RoleAttributes, type RoleSettings } from '../normal-form/model.ts';
import { settingType } from '../normal-form/setting-names.ts';
import { canonicalSetting } from '../normal-form/settings.ts';
import { formatInstant } from '../normal-form/timestamps.ts';
import type { Cast } from './cast.ts';
import type { ClusterRows } from './cluster.ts';

type Hidden = Pick<Unreadable, 'pointer' | 'reason'>;

/** A role's own attributes from a row of `ClusterRows.roles`, and which of its texts are not shown. */
export function scalarsOf(row: Row): { readonly attributes: RoleAttributes; readonly hidden: readonly Hidden[] } {
  const [, , superuser, inherit, createRole, createDatabase, login, replication, bypass, limit, until, comment = null] =
    row;
  const shape = comment === null || isCreationComment(comment) ? null : secretShape(comment);
  const attributes = {
    login: login === 't',
    superuser: superuser === 't',
    createDatabase: createDatabase === 't',
    createRole: createRole === 't',
    inherit: inherit === 't',
    replication: replication === 't',
    bypassRowSecurity: bypass === 't',
    connectionLimit: Number(limit),
    validUntil: validUntil(until ?? 'infinity'),
    comment: shownComment(comment, shape),
  };
  const hidden = shape === null ? [] : [{ pointer: '/comment', reason: secretReason('The comment', shape) }];
  return { attributes, hidden };
}

function shownComment(comment: string | null, shape: string | null): string | null {
  if (comment !== null && isCreationComment(comment)) return UNFINISHED;
  return shape === null ? comment : HIDDEN;
}

export function contextOf(row: Row): RoleContext {
  const [oid, , superuser, inherit, createRole, createDatabase, login, replication, bypass] = row;
  return {
    oid: oid ?? '',
    login: login === 't',
    superuser: superuser === 't',
    createDatabase: createDatabase === 't',
    createRole: createRole === 't',
    inherit: inherit === 't',
    replication: replication === 't',
    bypassRowSecurity: bypass === 't',
  };
}

function validUntil(text: string): string {
  return text.endsWith('infinity') ? text : formatInstant(BigInt(text));
}

export type FoundSettings = { readonly values: RoleSettings; readonly hidden: readonly Hidden[] };

/** Settings by role oid; only those of PostgreSQL itself show their values. */
export function settingsByRole(rows: ClusterRows): ReadonlyMap<string, FoundSettings> {
  const databases = new Map(rows.databases.map(([oid, name]) => [oid ?? '', name ?? '']));
  const byRole = new Map<string, { place: string | null; name: string; value: string }[]>();
  for (const [role, database, setting] of rows.settings) {
    const text = setting ?? '';
    const at = text.indexOf('=');
    const place = database === '0' ? null : (databases.get(database ?? '') ?? '');
    const list = byRole.get(role ?? '') ?? [];
    list.push({ place, name: text.slice(0, at).toLowerCase(), value: text.slice(at + 1) });
    byRole.set(role ?? '', list);
  }
  return new Map([...byRole].map(([role, list]) => [role, foundSettings(list)]));
}

function foundSettings(list: readonly { place: string | null; name: string; value: string }[]): FoundSettings {
  const everywhere: [string, string][] = [];
  const databases = new Map<string, [string, string][]>();
  const hidden: Hidden[] = [];
  for (const { place, name, value } of list) {
    const reason = hiddenSetting(name, value);
    const shown: [string, string] = [name, reason === null ? canonicalSetting(name, value) : HIDDEN];
    if (place === null) everywhere.push(shown);
    else databases.set(place, [...(databases.get(place) ?? []), shown]);
    const pointer = place === null ? 'everywhere' : `databases/${escapePointer(place)}`;
    if (reason !== null) hidden.push({ pointer: `/settings/values/${pointer}/${escapePointer(name)}`, reason });
  }
  const inDatabases = [...databases].map(([database, values]) => [database, Object.fromEntries(values)] as const);
  return { values: { everywhere: Object.fromEntries(everywhere), databases: Object.fromEntries(inDatabases) }, hidden };
}

function hiddenSetting(name: string, value: string): Hidden['reason'] | null {
  if (settingType(name) === null) {
    return {
      code: 'setting-not-shown',
      message: `The setting ${name} is none of PostgreSQL itself, so its value could hold anything and is not shown.`,
    };
  }
  const shape = secretShape(value);
  return shape === null ? null : secretReason(`The value of the setting ${name}`, shape);
}

function secretReason(what: string, shape: string): Hidden['reason'] {
  return { code: 'text-secret', message: `${what} has the shape of ${withArticle(shape)}, so it is not shown.` };
}

export function membershipFacts(rows: ClusterRows, cast: Cast): readonly MembershipFact[] {
  return rows.memberships.flatMap(([role, member, grantor, admin, inherit, set]) => {
    const [roleName, memberName] = [cast.nameOf(role ?? null), cast.nameOf(member ?? null)];
    if (roleName === null || memberName === null) return [];
    const options = { admin: admin === 't', inherit: inherit === 't', set: set === 't' };
    return [{ role: roleName, member: memberName, grantor: cast.nameOf(grantor ?? null), ...options }];
  });
}

/** Several grantors of one membership are one fact, with every option that any of them gave. By member. */
export function membershipsByMember(
  facts: readonly MembershipFact[],
): ReadonlyMap<string, ReadonlyMap<string, Membership>> {
  const members = new Map<string, Map<string, Membership>>();
  for (const { role, member, admin, inherit, set } of facts) {
    const roles = members.get(member) ?? new Map<string, Membership>();
    const known = roles.get(role) ?? { admin: false, inherit: false, set: false };
    roles.set(role, { admin: known.admin || admin, inherit: known.inherit || inherit, set: known.set || set });
    members.set(member, roles);
  }
  return members;
}
