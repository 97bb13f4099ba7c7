import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf, entriesOf, ledgerOf } from './evidence.ts';

describe('what is not exactly as it was approved is not applied', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin({
      files: declares('exporter'),
      sql: 'CREATE ROLE exporter LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO exporter; GRANT SELECT ON billing.invoices TO exporter;',
    });
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  it('live state that moved after the approval refuses the apply, naming attribute, planned and found value', async () => {
    const { team, postgres } = estate;
    const pull = await estate.approved('drift', declares('exporter', { limit: 9 }));
    await postgres.query('ALTER ROLE exporter CONNECTION LIMIT 50');
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/conflict at \/connectionLimit/u);
    expect(await estate.role('exporter')).toMatchObject({ limit: 50 });
    const body = commentsOf(team, pull).at(-1)?.body ?? '';
    for (const named of ['/connectionLimit', '5', '50']) expect(body).toContain(named);
    const entries = await entriesOf(team, pull);
    expect(entries.find(({ type }) => type === 'receipt')).toMatchObject({
      kind: 'conflict',
      found: { pointer: '/connectionLimit', planned: 5, found: 50 },
    });
    expect(entries.at(-1)).toMatchObject({ type: 'apply-finished', result: 'refused' });
  });

  it('a role that somebody else creates first is not taken for ours', async () => {
    const { team, postgres } = estate;
    const pull = await estate.approved('race', declares('raced'));
    await postgres.query(`CREATE ROLE raced LOGIN CONNECTION LIMIT 5 PASSWORD 'known to somebody'`);
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/conflict/u);
    expect(await estate.role('raced')).toMatchObject({ invoices: false });
  });

  it('drift in what nobody planned blocks nothing', async () => {
    const { team, postgres } = estate;
    const pull = await estate.approved('unrelated', declares('steady'));
    await postgres.query('ALTER ROLE reporting CONNECTION LIMIT 3; CREATE TABLE billing.more (id int)');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('a direct push of documents is refused and reported once, and the next landing is unaffected', async () => {
    const { team } = estate;
    const files = declares('pushed');
    const commit = await team.repository.push({ as: team.ana, branch: 'main', files, message: 'In a hurry' });
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/direct-push/u);
    expect(await estate.role('pushed')).toBeNull();
    const next = await estate.approved('after-push', declares('after-push'));
    await estate.merge(next);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    const reports = (await ledgerOf(team)).filter(({ body }) => body.type === 'refused' && body.landing === commit);
    expect(reports).toHaveLength(1);
  });

  it('a plan with other bytes than its digest names is not published', async () => {
    const { team } = estate;
    const pull = await team.propose('forged', declares('forged'));
    const plan = await team.plan(pull);
    const bundle = gunzipSync(Buffer.from(plan.outputs['bundle'] ?? '', 'base64')).toString('utf8');
    const forged = bundle.replaceAll('"connectionLimit":5', '"connectionLimit":500');
    expect(forged).not.toBe(bundle);
    const publish = await team.publish(gzipSync(forged).toString('base64'));
    expect(publish.exitCode).toBe(1);
    expect(publish.log).toMatch(/digest-mismatch/u);
    expect(await entriesOf(team, pull)).toEqual([]);
    expect(commentsOf(team, pull)).toEqual([]);
    expect(checksOf(team, pull.head.sha).approval?.state).not.toBe('success');
  });

  it('a plan that was made before the head moved is left to the next run', async () => {
    const { team } = estate;
    const pull = await team.propose('stale', declares('stale'));
    const plan = await team.plan(pull);
    await team.repository.push({
      as: team.ana,
      branch: 'stale',
      files: declares('stale', { limit: 1 }),
      message: 'One',
    });
    expect((await team.publish(plan.outputs['bundle'])).outputs).toMatchObject({ decision: 'stale' });
    expect(await entriesOf(team, pull)).toEqual([]);
    expect(checksOf(team, pull.head.sha)).toEqual({});
  });

  it('a pull request that landed without an approval is refused, whatever its checks said', async () => {
    const { team } = estate;
    const pull = await team.propose('unapproved', declares('unapproved'));
    await team.planAndPublish(pull);
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/approval-missing/u);
    expect(await estate.role('unapproved')).toBeNull();
  });

  it('a refusal says which reviews do not count, and why', async () => {
    const { team } = estate;
    const pull = await estate.approved('outdated', declares('outdated'));
    await team.repository.push({ as: team.ana, branch: 'outdated', files: declares('outdated', { limit: 50 }) });
    await team.planAndPublish(pull);
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused.outputs).toMatchObject({ decision: 'refused' });
    expect(refused.log).toMatch(/review-other-head: The review of ben does not count/u);
  });
});
