import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { commentsOf, entriesOf } from './evidence.ts';

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
    for (const named of ['`connectionLimit`: planned', '5', '50']) expect(body).toContain(named);
    const entries = await entriesOf(team, pull);
    expect(entries.find(({ type }) => type === 'receipt')).toMatchObject({
      kind: 'conflict',
      found: { pointer: '/connectionLimit', planned: 5, found: 50 },
    });
    expect(entries.at(-1)).toMatchObject({ type: 'apply-finished', result: 'refused' });
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
