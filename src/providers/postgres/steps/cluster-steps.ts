import { compareText } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import { escapePointer } from '../../../core/leaves.ts';
import { hasPrivilegesOf, mayAlterRole, mayGrantRole, membershipsHaveOptions, writerAuthority } from './authority.ts';
import type { PostgresFacts } from '../facts.ts';
import type { Membership, Operation, RoleAttributes, RoleOptions } from '../normal-form/model.ts';
import { own } from '../own.ts';
import { locksOut } from '../normal-form/settings.ts';

export type Planned = { readonly operations: readonly Operation[]; readonly blocked: readonly Reason[] };

const OPTIONS = [
  'login',
  'superuser',
  'createDatabase',
  'createRole',
  'inherit',
  'replication',
  'bypassRowSecurity',
  'connectionLimit',
  'validUntil',
] as const;

/** What makes the cluster-wide part of one role out of the other. `before` null: the role is created. */
export function clusterOperations(
  facts: PostgresFacts,
  role: string,
  before: RoleAttributes | null,
  after: RoleAttributes,
): Planned {
  const memberships = membershipOperations(facts, role, before ?? {}, after);
  const operations: Operation[] = [
    ...optionOperations(before, after),
    ...(before === null ? [] : commentOperations(before, after)),
    ...settingOperations(before ?? {}, after),
    ...memberships.operations,
  ];
  const blocked = [
    ...roleBlocks(facts, role, before, after, operations),
    ...lockouts(operations),
    ...memberships.blocked,
  ];
  return { operations, blocked };
}

function optionOperations(before: RoleAttributes | null, after: RoleAttributes): readonly Operation[] {
  const options = changedOptions(before ?? {}, after);
  if (before === null) return [{ kind: 'create-role', options }, { kind: 'mark-creation' }];
  return Object.keys(options).length === 0 ? [] : [{ kind: 'alter-role', options }];
}

function changedOptions(before: RoleAttributes, after: RoleAttributes): RoleOptions {
  const names = OPTIONS.filter((name) => after[name] !== undefined && after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

function commentOperations(before: RoleAttributes, after: RoleAttributes): readonly Operation[] {
  if (after.comment === undefined || after.comment === (before.comment ?? null)) return [];
  return [{ kind: 'comment', text: after.comment }];
}

function settingOperations(before: RoleAttributes, after: RoleAttributes): readonly Operation[] {
  if (after.settings === undefined) return [];
  const [left, right] = [before.settings?.values, after.settings.values];
  const databases = sortedKeys(left?.databases, right.databases);
  return [
    ...settingsOf(null, left?.everywhere, right.everywhere),
    ...databases.flatMap((database) =>
      settingsOf(database, own(left?.databases, database), own(right.databases, database)),
    ),
  ];
}

function lockouts(operations: readonly Operation[]): readonly Reason[] {
  return operations.flatMap((operation) => {
    if (operation.kind !== 'set' || operation.value === null || !locksOut(operation.name, operation.value)) return [];
    const place = operation.database === null ? 'everywhere' : `databases/${escapePointer(operation.database)}`;
    return [
      {
        code: 'setting-locks-out',
        message: `With an empty ${operation.name} the role could no longer log in: PostgreSQL keeps it as one library without a name. Leave the setting out.`,
        pointer: `/settings/values/${place}/${escapePointer(operation.name)}`,
      },
    ];
  });
}

type Settings = { readonly [name: string]: string };

function settingsOf(database: string | null, before: Settings = {}, after: Settings = {}): readonly Operation[] {
  return sortedKeys(before, after)
    .filter((name) => own(before, name) !== own(after, name))
    .map((name) => ({ kind: 'set', database, name, value: own(after, name) ?? null }));
}

function membershipOperations(
  facts: PostgresFacts,
  role: string,
  before: RoleAttributes,
  after: RoleAttributes,
): Planned {
  if (after.memberOf === undefined) return { operations: [], blocked: [] };
  const [left, right] = [before.memberOf?.values ?? {}, after.memberOf.values];
  const planned = sortedKeys(left, right).map((group) =>
    oneMembership(facts, role, group, own(left, group), own(right, group)),
  );
  const all = planned.flatMap(({ operations }) => operations);
  return {
    operations: [
      ...all.filter(({ kind }) => kind === 'revoke-role'),
      ...all.filter(({ kind }) => kind !== 'revoke-role'),
    ],
    blocked: planned.flatMap(({ blocked }) => blocked),
  };
}

function oneMembership(
  facts: PostgresFacts,
  role: string,
  group: string,
  before: Membership | undefined,
  after: Membership | undefined,
): Planned {
  if (sameMembership(before, after)) return { operations: [], blocked: [] };
  const pointer = `/memberOf/values/${escapePointer(group)}`;
  const blocked: Reason[] = [];
  // A role that another change of the same plan creates is the writer's to grant.
  const exists = own(facts.roles, group) !== undefined;
  if (exists && !mayGrantRole(facts, writerAuthority(facts), group)) {
    blocked.push({
      code: 'membership-not-permitted',
      message: `The writer ${facts.writer} may not grant or revoke membership in ${group}: it needs that role WITH ADMIN OPTION.`,
      pointer,
    });
  }
  const grant: readonly Operation[] =
    after === undefined ? [] : [{ kind: 'grant-role', role: group, membership: after, as: null }];
  // Options of several grantors add up: only what shrinks needs the old rows gone first.
  const shrinks = before !== undefined && (after === undefined || exceeds(before, after));
  if (!shrinks) return { operations: grant, blocked };
  const revokes = membershipRevokes(facts, role, group, pointer);
  return { operations: [...revokes.operations, ...grant], blocked: [...blocked, ...revokes.blocked] };
}

function membershipRevokes(facts: PostgresFacts, role: string, group: string, pointer: string): Planned {
  if (!membershipsHaveOptions(facts))
    return { operations: [{ kind: 'revoke-role', role: group, as: null }], blocked: [] };
  const writer = writerAuthority(facts);
  const blocked: Reason[] = facts.memberships
    .filter((membership) => membership.role === group && membership.grantor === role)
    .map((membership) => ({
      code: 'revoke-cascades',
      message: `${role} has granted ${group} to ${membership.member}, which a revoke would have to take, too.`,
      pointer,
    }));
  const grantors = facts.memberships
    .filter((membership) => membership.role === group && membership.member === role)
    .flatMap(({ grantor }) => (grantor === null ? [] : [grantor]));
  for (const grantor of grantors.filter((name) => !hasPrivilegesOf(facts, writer, name))) {
    blocked.push({
      code: 'revoke-not-permitted',
      message: `${grantor} granted ${group} to ${role}, and the writer ${facts.writer} may not act as ${grantor}.`,
      pointer,
    });
  }
  return {
    operations: [...new Set(grantors)].sort(compareText).map((as) => ({ kind: 'revoke-role', role: group, as })),
    blocked,
  };
}

function sameMembership(left: Membership | undefined, right: Membership | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return !exceeds(left, right) && !exceeds(right, left);
}

function exceeds(left: Membership, right: Membership): boolean {
  return (left.admin && !right.admin) || (left.inherit && !right.inherit) || (left.set && !right.set);
}

/** Operations on the role itself, unlike those on what it is a member of. */
function roleBlocks(
  facts: PostgresFacts,
  role: string,
  before: RoleAttributes | null,
  after: RoleAttributes,
  operations: readonly Operation[],
): readonly Reason[] {
  const writer = writerAuthority(facts);
  if (operations.length === 0 || writer.kind === 'unknown' || writer.superuser) return [];
  if (before === null && !writer.context.createRole) {
    return [
      { code: 'create-not-permitted', message: `The writer ${writer.name} may not create roles: it needs CREATEROLE.` },
    ];
  }
  const touchesRole = operations.some(({ kind }) => kind !== 'grant-role' && kind !== 'revoke-role');
  if (before !== null && touchesRole && !mayAlterRole(facts, writer, role)) return [alterBlock(facts, role)];
  const options = changedOptions(before ?? {}, after);
  // Before version 16 only a superuser changes any attribute of a role with REPLICATION.
  const replicates = before !== null && !membershipsHaveOptions(facts) && own(facts.roles, role)?.replication === true;
  if (replicates && Object.keys(options).length > 0) return [alterBlock(facts, role)];
  return optionBlocks(facts, options, before === null);
}

export function alterBlock(facts: PostgresFacts, role: string): Reason {
  const reserved = own(facts.roles, role)?.superuser === true || own(facts.roles, role)?.replication === true;
  const needs = reserved
    ? 'SUPERUSER'
    : membershipsHaveOptions(facts)
      ? `CREATEROLE, and ${role} WITH ADMIN OPTION`
      : 'CREATEROLE';
  return {
    code: 'alter-not-permitted',
    message: `The writer ${facts.writer} may not change the role ${role}: it needs ${needs}.`,
  };
}

/** Attributes that a login without SUPERUSER can give only when it has them, or (before version 16) not at all. */
function optionBlocks(facts: PostgresFacts, options: RoleOptions, creates: boolean): readonly Reason[] {
  const writer = writerAuthority(facts);
  if (writer.kind === 'unknown') return [];
  const own = membershipsHaveOptions(facts);
  const allowed: [
    keyof RoleOptions & ('superuser' | 'replication' | 'bypassRowSecurity' | 'createDatabase'),
    boolean,
  ][] = [
    ['superuser', false],
    ['replication', own && writer.context.replication],
    ['bypassRowSecurity', own && writer.context.bypassRowSecurity],
    ['createDatabase', !own || writer.context.createDatabase],
  ];
  return allowed
    .filter(([name, may]) => !may && options[name] !== undefined && (!creates || options[name] === true))
    .map(([name]) => ({
      code: 'attribute-not-permitted',
      message: `The writer ${writer.name} may not set this attribute.`,
      pointer: `/${name}`,
    }));
}

function sortedKeys(...sides: readonly (object | undefined)[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => Object.keys(side ?? {})))].sort(compareText);
}
