import type { Attributes } from '../../../core/attributes.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Mode } from '../../../core/ports.ts';
import { secretShape, withArticle } from '../../../core/secret-shape.ts';
import { isCreationComment, UNFINISHED } from './creation-mark.ts';
import { declaredDefaults, declaredGrants, type Declared, type Extent } from './declared-grants.ts';
import type { PostgresFacts } from '../facts.ts';
import type { MembershipEntry, RoleSpec } from '../kinds.ts';
import {
  HIDDEN,
  SCALARS,
  type Listed,
  type Membership,
  type PrivilegeSet,
  type RoleAttributes,
  type RoleSettings,
} from './model.ts';
import { mapEntries, recordOf } from '../own.ts';
import { settingType } from './setting-names.ts';
import { canonicalSetting } from './settings.ts';
import { formatInstant, parseInstant } from './timestamps.ts';

/** From this server_version_num on, memberships have INHERIT and SET options. */
const MEMBERSHIP_OPTIONS_SINCE = 160_000;

/** A spec that its schema accepted, with the types that the schema gives it. */
export function roleSpec(spec: JsonObject): RoleSpec {
  return spec;
}

/** A desired spec in normal form. In an additive source every list keeps others. @throws CountersignError for what cannot be meant or represented. */
export function normalizeSpec(spec: JsonObject, mode: Mode, facts: PostgresFacts): Attributes {
  const { databases, version } = facts;
  const declared = roleSpec(spec);
  const lists = listAttributes(declared, { databases, version });
  return { ...scalarAttributes(declared), ...(mode === 'additive' ? keepingOthers(lists) : lists) };
}

function scalarAttributes(spec: RoleSpec): RoleAttributes {
  return {
    ...Object.fromEntries(SCALARS.flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]]]))),
    ...(spec.validUntil === undefined ? {} : { validUntil: normalValidUntil(spec.validUntil) }),
    ...(spec.comment === undefined ? {} : { comment: normalComment(spec.comment) }),
  };
}

function listAttributes(spec: RoleSpec, extent: Extent): RoleAttributes {
  return {
    ...(spec.settings === undefined ? {} : { settings: normalSettings(spec.settings) }),
    ...(spec.memberOf === undefined ? {} : { memberOf: normalMemberships(spec.memberOf, extent) }),
    ...(spec.grants === undefined ? {} : { grants: normalGrants(spec.grants, extent) }),
    ...(spec.defaultPrivileges === undefined
      ? {}
      : { defaultPrivileges: normalDefaults(spec.defaultPrivileges, extent) }),
  };
}

function keepingOthers(lists: RoleAttributes): RoleAttributes {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, { ...Object(list), others: 'keep' }]));
}

/** @throws CountersignError `valid-until-malformed`. */
export function normalValidUntil(text: string | null): string {
  if (text === null || text === 'infinity' || text === '-infinity') return text ?? 'infinity';
  const instant = parseInstant(text);
  if (instant === null) {
    throw new CountersignError('valid-until-malformed', 'This is not a time.', {
      evidence: text.slice(0, 100),
      mend: 'Write 2027-03-31T00:00:00Z, with seconds and an offset or Z; or infinity.',
    });
  }
  return formatInstant(instant);
}

/** @throws CountersignError `text-secret`, `text-reserved`. */
export function normalComment(text: string | null): string | null {
  if (text === null || text === '') return null;
  refuseSecret(text, 'The comment');
  if (text === UNFINISHED || isCreationComment(text)) {
    throw new CountersignError('text-reserved', 'A comment like this marks a role whose creation has not ended.', {
      evidence: text.slice(0, 100),
      mend: 'Write another comment.',
    });
  }
  return text;
}

/** @throws CountersignError `setting-not-shown`, `setting-malformed`, `text-secret`, `text-reserved`. */
export function normalSettings(settings: NonNullable<RoleSpec['settings']>): Listed<RoleSettings> {
  const databases = Object.entries(settings.databases ?? {}).map(
    ([database, values]) => [database, normalValues(values)] as const,
  );
  return {
    others: settings.others ?? 'remove',
    values: {
      everywhere: normalValues(settings.everywhere ?? {}),
      databases: Object.fromEntries(databases.filter(([, values]) => Object.keys(values).length > 0)),
    },
  };
}

function normalValues(values: { readonly [name: string]: unknown }): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), normalValue(name, value)]),
  );
}

function normalValue(name: string, value: unknown): string {
  if (settingType(name.toLowerCase()) === null) {
    throw new CountersignError(
      'setting-not-shown',
      'This setting is none of PostgreSQL itself, so its value could hold anything and is never shown or compared.',
      {
        evidence: name.slice(0, 100),
        mend: 'Leave it out and say others: keep beside everywhere: and databases:.',
      },
    );
  }
  const text = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
  refuseSecret(text, 'The value of this setting');
  return canonicalSetting(name.toLowerCase(), text);
}

function refuseSecret(text: string, what: string): void {
  const shape = secretShape(text);
  if (shape === null && text !== HIDDEN) return;
  throw new CountersignError(shape === null ? 'text-reserved' : 'text-secret', `${what} cannot be written like this.`, {
    evidence: shape === null ? HIDDEN : `It has the shape of ${withArticle(shape)}.`,
    mend: 'Remove it. If it was a secret, it is now in the history of this repository: revoke it.',
  });
}

function normalMemberships(
  entries: NonNullable<RoleSpec['memberOf']>,
  extent: Extent,
): Listed<{ readonly [role: string]: Membership }> {
  const values = entries.flatMap((entry) => (isOthers(entry) ? [] : [normalMembership(entry, extent)]));
  const names = values.map(([role]) => role);
  const twice = names.find((role, index) => names.indexOf(role) !== index);
  if (twice !== undefined) {
    throw new CountersignError('membership-twice', 'A role is listed twice.', {
      evidence: twice.slice(0, 100),
      mend: 'Keep one entry.',
    });
  }
  return { others: othersOf(entries), values: Object.fromEntries(values) };
}

/** @throws CountersignError `unsupported` before PostgreSQL 16 for options that it does not have. */
export function normalMembership(entry: string | MembershipEntry, extent: Extent): readonly [string, Membership] {
  if (typeof entry === 'string') return [entry, { admin: false, inherit: true, set: true }];
  const membership = { admin: entry.admin ?? false, inherit: entry.inherit ?? true, set: entry.set ?? true };
  if (extent !== null && extent.version < MEMBERSHIP_OPTIONS_SINCE && !(membership.inherit && membership.set)) {
    throw new CountersignError('unsupported', 'This server has no INHERIT and SET options of memberships.', {
      evidence: `server_version_num ${extent.version}`,
      mend: 'Leave inherit and set out; before PostgreSQL 16 the role itself is INHERIT or NOINHERIT.',
    });
  }
  return [entry.role, membership];
}

function normalGrants(entries: NonNullable<RoleSpec['grants']>, extent: Extent): Listed<Merged> {
  const declared = entries.flatMap((entry) => ('others' in entry ? [] : declaredGrants(entry, extent)));
  return { others: othersOf(entries), values: merge(declared) };
}

function normalDefaults(entries: NonNullable<RoleSpec['defaultPrivileges']>, extent: Extent): Listed<Merged> {
  const declared = entries.flatMap((entry) => ('others' in entry ? [] : [declaredDefaults(entry, extent)]));
  return { others: othersOf(entries), values: merge(declared) };
}

type Merged = { readonly [database: string]: { readonly [key: string]: PrivilegeSet } };

/** Entries about the same object add up; with grant option includes without. */
function merge(declared: readonly Declared[]): Merged {
  const databases = new Map<string, Map<string, PrivilegeSet>>();
  for (const { database, key, privileges } of declared) {
    const objects = databases.get(database) ?? new Map<string, PrivilegeSet>();
    const known = objects.get(key);
    databases.set(database, objects.set(key, known === undefined ? privileges : union(known, privileges)));
  }
  return mapEntries(recordOf(databases), (_database, objects) => recordOf(objects));
}

function union(known: PrivilegeSet, added: PrivilegeSet): PrivilegeSet {
  return {
    ...known,
    ...mapEntries(added, (privilege, state) => (known[privilege] === 'grantable' ? 'grantable' : state)),
  };
}

function isOthers<T extends object>(entry: string | T | { others: 'keep' }): entry is { others: 'keep' } {
  return typeof entry === 'object' && 'others' in entry;
}

function othersOf(entries: readonly (string | object)[]): 'remove' | 'keep' {
  return entries.some((entry) => typeof entry === 'object' && 'others' in entry) ? 'keep' : 'remove';
}
