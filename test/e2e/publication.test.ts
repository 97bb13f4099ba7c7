import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf, role } from './estate.ts';
import { checksOf, commentsOf, entriesOf, typesOf } from './evidence.ts';

describe('what cannot be planned', () => {
  let estate: Estate;

  beforeAll(async () => {
    const sql =
      'CREATE ROLE "svc-late" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "svc-late"; GRANT SELECT ON billing.invoices TO "svc-late"';
    estate = await Estate.begin({ files: declares('svc-late'), sql });
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  it('documents with errors turn both checks red, with a remark on each exact line, and nothing is published', async () => {
    const { team } = estate;
    const wrong = role('svc-wrong')
      .replace('connectionLimit: 5', 'connectionLimits: 5')
      .replace('[SELECT]', '[SELEKT]');
    const pull = await team.propose('wrong', { [pathOf('svc-wrong')]: wrong });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'refused' });
    const lines = wrong.split('\n');
    const expected = ['connectionLimits', 'SELEKT'].map(
      (text) => `${pathOf('svc-wrong')}:${lines.findIndex((line) => line.includes(text)) + 1}`,
    );
    const checks = checksOf(team, pull.head.sha);
    expect(checks).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    expect(checks.plan?.annotations.toSorted()).toEqual(expected.toSorted());
    expect(commentsOf(team, pull)).toEqual([]);
    expect(await entriesOf(team, pull)).toEqual([]);
  });

  it('a database that cannot be reached turns the checks red, and the approval stands when it is back', async () => {
    const { team } = estate;
    const pull = await estate.approved('late', declares('svc-late', { limit: 6 }));
    const dead = { ORDERS_DB_READ: 'postgres://reader:canary-reading-7c1f@127.0.0.1:1/postgres?sslmode=disable' };
    const blind = await team.plan(pull, {}, { env: dead, without: ['ORDERS_DB_READ'] });
    const withheld = await team.publish(blind.outputs['bundle']);
    expect(withheld.outputs).toMatchObject({ decision: 'refused' });
    expect(withheld.log).toMatch(/plan-incomplete/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'approved' });
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'success' }, approval: { state: 'success' } });
    expect(commentsOf(team, pull)).toHaveLength(1);
    expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
  });
});
