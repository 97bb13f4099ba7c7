import { compareText, parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import { leavesOf } from '../../../core/leaves.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Draft, StepDraft, StepsResult } from '../../../core/ports.ts';
import { hasPrivilegesOf, mayAlterRole, writerAuthority } from './authority.ts';
import { alterBlock } from './cluster-steps.ts';
import { deletionBlocks, membersBlocks, reassignTarget, writerItself } from './deletion-blocks.ts';
import { ownedBy, postgresFacts, type PostgresFacts } from '../facts.ts';
import { roleAttributes, type Operation } from '../normal-form/model.ts';
import { own } from '../own.ts';
import { clusterPart, databasePart, emptyLists, NOTHING, type Passing } from './parts.ts';

type Disabled =
  | { readonly kind: 'after'; readonly after: Attributes }
  | { readonly kind: 'blocked'; readonly blocked: readonly Reason[] };

/**
 * Provider.disabled: a role that nobody can log in as, and that nobody is a member of, has no effective access.
 * Members go on inheriting what it holds, so with any it is blocked, naming them.
 */
export function disabled(object: LiveObject, live: LiveState): Disabled {
  const facts = postgresFacts(live);
  const role = parseAddress(object.address).name[0] ?? '';
  if (role === facts.writer) return { kind: 'blocked', blocked: [writerItself(role)] };
  const blocked = membersBlocks(facts, role);
  return blocked.length === 0 ? { kind: 'after', after: { login: false } } : { kind: 'blocked', blocked };
}

export function disablingSteps(draft: Draft, facts: PostgresFacts): StepsResult {
  const role = parseAddress(draft.address).name[0] ?? '';
  const before = draft.before ?? {};
  const alter = noLogin(before, { members: NOTHING });
  const blocked = mayAlterRole(facts, writerAuthority(facts), role) ? [] : [alterBlock(facts, role)];
  return {
    steps: alter === null ? [] : [alter, ...endSessions(facts, role, draft.after ?? {})],
    irreversible: [],
    blocked,
  };
}

/** What came to others since the plan is nothing that a reviewer saw going. */
const UNHARMED: Passing = { others: NOTHING };

/** Login ends in a transaction of its own, before sessions do: no new one can come in between. */
function noLogin(before: Attributes, spares: Passing): StepDraft | null {
  if (before['login'] !== true) return null;
  const operation: Operation = { kind: 'alter-role', options: { login: false } };
  return step(null, [operation], { ...before, ...spares }, { ...before, login: false, ...spares });
}

/** Not planned where the writer may not end them: then the receipt says how many remain. */
function endSessions(facts: PostgresFacts, role: string, state: Attributes): readonly StepDraft[] {
  if (!mayEndSessions(facts, role)) return [];
  const open: Passing = { sessions: 'open' };
  return [step(null, [{ kind: 'end-sessions' }], { ...state, ...open }, state)];
}

function mayEndSessions(facts: PostgresFacts, role: string): boolean {
  const writer = writerAuthority(facts);
  if (writer.kind === 'unknown' || writer.superuser) return true;
  if (own(facts.roles, role)?.superuser === true) return false;
  return hasPrivilegesOf(facts, writer, role) || hasPrivilegesOf(facts, writer, 'pg_signal_backend');
}

/** Login, sessions, then each database, then the role with what is cluster-wide. */
export function deletionSteps(draft: Draft, live: LiveState): StepsResult {
  const facts = postgresFacts(live);
  const role = parseAddress(draft.address).name[0] ?? '';
  const before = draft.before ?? {};
  const cluster = clusterPart(before);
  const alter = noLogin(cluster, UNHARMED);
  const last = { ...cluster, ...(alter === null ? {} : { login: false }) };
  const to = reassignTarget(draft);
  const databases = facts.databases.flatMap((database) => databaseStep(draft, live, database, to));
  return {
    steps: [
      ...(alter === null ? [] : [alter]),
      ...endSessions(facts, role, { login: false }),
      ...databases,
      step(null, [{ kind: 'drop-role' }], { ...last, ...UNHARMED }, null),
    ],
    irreversible: irreversibleReasons(draft, live, to),
    blocked: deletionBlocks(facts, draft, to, databases.length > 0),
  };
}

/**
 * DROP OWNED in the first database also revokes what is held on the cluster's shared objects, every database among them:
 * the later steps no longer find these.
 */
function databaseStep(draft: Draft, live: LiveState, database: string, to: string | null): readonly StepDraft[] {
  const facts = postgresFacts(live);
  const role = parseAddress(draft.address).name[0] ?? '';
  const first = facts.databases[0] === database;
  const part = databasePart(draft.before ?? {}, database);
  const owned = ownedIn(facts, role, database);
  const owns = Object.fromEntries(owned.map((object) => [object, true] as const));
  const expect = { ...(first ? part : withoutDatabaseGrants(part, database)), owns, holds: 'something', ...UNHARMED };
  const result = { ...databasePart(emptyLists(part), database), owns: {} };
  const unnamed = live.notModelled.some(({ address }) => address === draft.address);
  const shared = first && holdsOnDatabases(draft.before ?? {});
  if (!unnamed && !shared && leavesOf(expect).size - 1 === leavesOf(result).size) return [];
  const reassign: readonly Operation[] = owned.length === 0 || to === null ? [] : [{ kind: 'reassign-owned', to }];
  return [step(database, [...reassign, { kind: 'drop-owned' }], expect, result)];
}

function withoutDatabaseGrants(part: Attributes, database: string): Attributes {
  const { grants } = roleAttributes(part);
  if (grants === undefined) return part;
  const { database: _, ...kept } = own(grants.values, database) ?? {};
  return { ...part, grants: { others: grants.others, values: { [database]: kept } } };
}

function holdsOnDatabases(attributes: Attributes): boolean {
  return Object.values(roleAttributes(attributes).grants?.values ?? {}).some(
    (grants) => grants['database'] !== undefined,
  );
}

/** What is the cluster's (databases, tablespaces) goes with the first database. */
function ownedIn(facts: PostgresFacts, role: string, database: string): readonly string[] {
  const first = facts.databases[0] === database;
  return ownedBy(facts, role)
    .filter((entry) => entry.database === database || (entry.database === null && first))
    .flatMap(({ objects }) => objects)
    .sort(compareText);
}

function irreversibleReasons(draft: Draft, live: LiveState, to: string | null): readonly Reason[] {
  const facts = postgresFacts(live);
  const role = parseAddress(draft.address).name[0] ?? '';
  const owned = ownedBy(facts, role);
  const reassigned =
    to === null
      ? []
      : owned.map(({ database, objects }): Reason => ({
          code: 'ownership-reassigned',
          message: `${to} becomes the owner of ${objects.join(', ')}${database === null ? '' : ` in ${database}`}.`,
        }));
  const unmodelled = live.notModelled
    .filter(({ address }) => address === draft.address)
    .map(({ what, detail }): Reason => ({
      code: 'not-modelled-lost',
      message: `What cannot be shown ends with the role: ${what} ${detail}`.trim(),
    }));
  return [
    {
      code: 'role-deleted',
      message: `The role ${role} and its password cannot be brought back; one of the same name is another role.`,
    },
    ...reassigned,
    ...unmodelled,
  ];
}

function step(
  database: string | null,
  operations: readonly Operation[],
  expect: Attributes,
  result: Attributes | null,
): StepDraft {
  return { stage: 0, effect: { database, operations }, expect, result, repeat: 'idempotent' };
}
