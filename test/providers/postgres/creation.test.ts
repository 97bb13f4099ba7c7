import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Planned } from '../../../src/core/assembly.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { commitmentOf } from '../../../src/core/creation-mark.ts';
import { creationComment, markIn } from '../../../src/providers/postgres/normal-form/creation-mark.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import {
  apply,
  changeOf,
  connectionOf,
  document,
  planFor,
  sqlOf,
  writerOf,
  type Cluster,
} from '../../live/postgres/change.ts';
import { applyRecorded, Executioner, Killed, RecordedApply } from '../../support/applying.ts';
import { ANOTHER_MARK, COMMITMENT, COMMITMENT_AS_MARK } from '../../support/marks.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';

let database: EmbeddedPostgres;
let cluster: Cluster;

beforeAll(async () => {
  database = await startPglite();
  cluster = { server: { url: () => database.url }, databases: ['postgres'], writer: 'postgres' };
});

afterEach(() => database.query('DROP ROLE IF EXISTS app'));

afterAll(() => database.stop());

const creationOf = (spec: JsonObject) => planFor(cluster, { base: [], head: [document('app', spec)] });

/** Dies once the role is committed, before or after its receipt is. */
async function interrupted(planned: Planned, receipt: 'before' | 'after'): Promise<RecordedApply> {
  const recorded = new RecordedApply();
  const death = new Executioner(3, receipt);
  await expect(applyRecorded(planned.plan, writerOf(cluster), recorded, death)).rejects.toBeInstanceOf(Killed);
  return recorded;
}

async function commentOfRole(): Promise<string | null> {
  const [row] = await database.query(
    `SELECT pg_catalog.shobj_description(oid, 'pg_authid') AS comment FROM pg_catalog.pg_roles WHERE rolname = 'app'`,
  );
  const comment = row?.['comment'];
  return typeof comment === 'string' ? comment : null;
}

describe('a creation', () => {
  it('tells reviewers that it marks the role', async () => {
    expect(sqlOf(await creationOf({ login: true, comment: 'exports' }))).toEqual([
      'CREATE ROLE "app" LOGIN;',
      '-- COMMENT ON ROLE "app" IS the mark of this apply, until its next step;',
      `COMMENT ON ROLE "app" IS 'exports';`,
    ]);
  });

  it.each([
    [{ login: true }, null],
    [{ comment: null }, null],
    [{ comment: 'exports' }, 'exports'],
  ])('of %j leaves no mark behind', async (spec, comment) => {
    expect(await apply(cluster, await creationOf(spec))).toMatchObject({ result: 'applied', unverified: [] });
    expect(await commentOfRole()).toBe(comment);
  });

  it('is resumed by its own mark', async () => {
    const planned = await creationOf({ comment: 'exports' });
    const recorded = await interrupted(planned, 'before');
    const mark = markIn(await commentOfRole());
    const [intended] = recorded.intents.values();
    expect([...(intended ?? [])]).toEqual([commitmentOf(mark ?? '')]);
    expect(await apply(cluster, planned, undefined, recorded)).toMatchObject({ result: 'applied', unverified: [] });
    expect([...recorded.receipts.values()].map(({ kind }) => kind)).toEqual(['already-applied', 'applied']);
    expect(await commentOfRole()).toBe('exports');
  });

  it.each([
    ['without a mark, equal to what the whole creation leaves', ''],
    ['with the mark of another apply', `COMMENT ON ROLE app IS '${creationComment(ANOTHER_MARK)}'`],
    ['that bears what it committed to', `COMMENT ON ROLE app IS '${creationComment(COMMITMENT_AS_MARK)}'`],
  ])('never takes a role for its own %s', async (_case, marking) => {
    const planned = await creationOf({ login: true });
    await database.query(`CREATE ROLE app LOGIN; ${marking}`);
    const recorded = new RecordedApply();
    recorded.intents.set(changeOf(planned).steps[0]?.id ?? '', new Set([COMMITMENT]));
    const report = await apply(cluster, planned, undefined, recorded);
    expect(report.receipts.map(({ kind }) => kind)).toEqual(['conflict', 'not-attempted']);
  });

  it('does not overwrite a comment that someone put in the place of its mark', async () => {
    const planned = await creationOf({ comment: 'exports' });
    const recorded = await interrupted(planned, 'after');
    await database.query(`COMMENT ON ROLE app IS 'someone was here'`);
    const report = await apply(cluster, planned, undefined, recorded);
    expect(report.receipts.at(-1)).toMatchObject({ kind: 'conflict', conflict: { pointer: '/comment' } });
  });
});

describe('a role that a document refers to', () => {
  const team = document('team', { login: false });
  const member = document('app', {
    memberOf: ['team'],
    defaultPrivileges: [{ createdBy: 'team', on: 'tables', privileges: ['SELECT'] }],
  });

  it('may be one that the same plan creates', async () => {
    const planned = await planFor(cluster, { base: [], head: [team, member] });
    expect(planned.assessment.applyable).toBe(true);
    expect(await apply(cluster, planned)).toMatchObject({ result: 'applied', unverified: [] });
    await database.query('DROP OWNED BY app, team; DROP ROLE app, team');
  });

  it('blocks the plan when nobody creates it, although its document was merged', async () => {
    const planned = await planFor(cluster, { base: [team], head: [team, member] });
    expect(changeOf(planned).blocked.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['role-missing', '/defaultPrivileges/values/postgres/team tables *'],
      ['role-missing', '/memberOf/values/team'],
    ]);
  });
});

describe('a role whose creation has not ended', () => {
  const create = (comment = creationComment(ANOTHER_MARK)) =>
    database.query(`CREATE ROLE app; COMMENT ON ROLE app IS '${comment}'`);

  it('is read without its mark, and imported without a comment', async () => {
    await create();
    const live = await postgres.reader(connectionOf(cluster, 'postgres')).read({ kind: 'boundary' });
    const object = live.objects.find(({ address }) => address.endsWith('/app'));
    expect(object?.attributes['comment']).toBe('(creation unfinished)');
    expect(live.unreadable.filter(({ address }) => address === object?.address)).toEqual([]);
    expect(object === undefined ? null : postgres.toDocument(object, live).spec).not.toHaveProperty('comment');
    expect(JSON.stringify(live)).not.toContain(ANOTHER_MARK);
  });

  it('has not drifted where nobody manages its comment', async () => {
    await create();
    expect(changeOf(await creationOf({ login: false }))).toMatchObject({ action: 'describe', steps: [] });
  });

  it('loses the mark when its declared comment is corrected', async () => {
    await create();
    const planned = await creationOf({ comment: null });
    expect(changeOf(planned)).toMatchObject({ action: 'update', before: { comment: '(creation unfinished)' } });
    expect(await apply(cluster, planned)).toMatchObject({ result: 'applied', unverified: [] });
    expect(await commentOfRole()).toBeNull();
  });
});
