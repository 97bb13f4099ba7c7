import type { Attributes } from '../../../core/attributes.ts';
import { isOwnMark, type CreationMarks } from '../../../core/creation-mark.ts';
import type { LiveObject, LiveState, Target } from '../../../core/live.ts';
import type { Guide, Observation } from '../../../core/ports.ts';
import type { Step } from '../../../core/plan.ts';
import { readCluster } from '../catalog/cluster.ts';
import { readDatabase } from '../catalog/database.ts';
import type { Row, Session } from '../connect.ts';
import { markIn } from '../normal-form/creation-mark.ts';
import { ownedBy, postgresFacts, type PostgresFacts } from '../facts.ts';
import { liveStateOf } from '../catalog/live-state.ts';
import { membersBlocks, othersBlocks } from '../steps/deletion-blocks.ts';
import { partOf, type Passing } from '../steps/parts.ts';
import { project } from '../normal-form/project.ts';
import type { Effect } from '../normal-form/model.ts';

/** Where a step looks: `databases` are the source's, in their order. */
export type Place = {
  readonly source: string;
  readonly role: string;
  readonly databases: readonly string[];
  readonly writer: string | null;
};

/** One role as this session sees it now. `object` null: it does not exist. */
export type Sight = { readonly live: LiveState; readonly facts: PostgresFacts; readonly object: LiveObject | null };

/** The target is checked before any step, and is no part of what a step looks at. */
const NO_TARGET: Target = {};

/** @param database whose grants are read besides what is cluster-wide, in a session of that database; null: no grants */
export async function look(session: Session, place: Place, database: string | null): Promise<Sight> {
  const identities = (roles: readonly Row[]): string[] =>
    roles.flatMap(([oid, name]) => (name === place.role && oid !== null && oid !== undefined ? [oid] : []));
  const cluster = await readCluster(session, place.databases, identities);
  const oids = identities(cluster.roles);
  const databases = database === null ? [] : [await readDatabase(session, database, oids)];
  const { source, writer } = place;
  const live = liveStateOf({ source, target: NO_TARGET, writer, identities: new Set(oids), cluster, databases });
  return { live, facts: postgresFacts(live), object: live.objects[0] ?? null };
}

/** One step, and the marks of its apply. */
export type Work = { readonly step: Step; readonly effect: Effect; readonly marks: CreationMarks };

/** Restricted to what the step reads and writes, by the shape of its predictions. */
export async function observeStep(session: Session, sight: Sight, place: Place, work: Work): Promise<Observation> {
  const { step, effect } = work;
  const { object, live } = sight;
  if (object === null) return { incarnation: null, attributes: null };
  const head = step.result ?? step.expect ?? {};
  const guide: Guide = { base: step.result === null ? null : step.expect, head };
  const found = partOf(project(object, guide, live), effect.database);
  const passing = await passingOf(session, sight, place, step.expect ?? {}, effect.database);
  const creation = await creationOf(session, object.incarnation, work);
  return { incarnation: object.incarnation, attributes: { ...found, ...passing, ...creation } };
}

/** Whose mark the role bears, where the step leaves or replaces one. */
async function creationOf(session: Session, oid: string, { step, marks }: Work): Promise<Passing> {
  if (step.expect?.['creation'] === undefined && step.result?.['creation'] === undefined) return {};
  const [row] = await session.rows(`SELECT pg_catalog.shobj_description($1::pg_catalog.oid, 'pg_authid')`, [oid]);
  const mark = markIn(row?.[0] ?? null);
  if (mark === null) return {};
  return { creation: isOwnMark(marks, mark) ? 'unfinished' : 'of another apply' };
}

async function passingOf(
  session: Session,
  sight: Sight,
  place: Place,
  expect: Attributes,
  database: string | null,
): Promise<Passing> {
  const oid = sight.object?.incarnation ?? '';
  const holds = expect['holds'] !== undefined && (await hasDependencies(session, oid));
  const open = expect['sessions'] !== undefined && (await openSessions(session, oid)) > 0;
  const [keeping] = expect['members'] === undefined ? [] : membersBlocks(sight.facts, place.role);
  const [taking] = expect['others'] === undefined ? [] : othersBlocks(sight.facts, place.role);
  return {
    ...(keeping === undefined ? {} : { members: keeping.message }),
    ...(taking === undefined ? {} : { others: taking.message }),
    ...(expect['owns'] === undefined || database === null ? {} : { owns: ownedThere(sight.facts, place, database) }),
    ...(holds ? { holds: 'something' as const } : {}),
    ...(open ? { sessions: 'open' as const } : {}),
  };
}

function ownedThere(facts: PostgresFacts, place: Place, database: string): { readonly [object: string]: true } {
  const first = place.databases[0] === database;
  const objects = ownedBy(facts, place.role).filter(
    (entry) => entry.database === database || (entry.database === null && first),
  );
  return Object.fromEntries(objects.flatMap((entry) => entry.objects.map((object) => [object, true] as const)));
}

/** Whether anything in this database or of the cluster's shared objects is the role's or names it. */
async function hasDependencies(session: Session, oid: string): Promise<boolean> {
  const [row] = await session.rows(`SELECT EXISTS (SELECT 1 ${DEPENDENCIES})`, [oid]);
  return row?.[0] === 't';
}

const DEPENDENCIES = `FROM pg_catalog.pg_shdepend s
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND s.refobjid = $1
    AND (s.dbid = 0 OR s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))`;

/** What DROP OWNED would drop and not only revoke, in this database. Default privileges and user mappings go with the role. */
export async function ownedObjects(session: Session, oid: string): Promise<number> {
  const [row] = await session.rows(
    `SELECT pg_catalog.count(*) ${DEPENDENCIES} AND s.deptype = 'o' AND s.classid NOT IN (
       'pg_catalog.pg_default_acl'::pg_catalog.regclass, 'pg_catalog.pg_user_mapping'::pg_catalog.regclass)`,
    [oid],
  );
  return Number(row?.[0] ?? 0);
}

/** The statistics of a transaction stand still unless they are cleared. */
export async function openSessions(session: Session, oid: string): Promise<number> {
  await session.rows('SELECT pg_catalog.pg_stat_clear_snapshot()');
  const [row] = await session.rows(
    'SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a WHERE a.usesysid = $1 AND a.pid <> pg_catalog.pg_backend_pid()',
    [oid],
  );
  return Number(row?.[0] ?? 0);
}
