import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { checksOf } from './evidence.ts';
import type { ActionRun } from './runner.ts';

let estate: Estate;

async function sweep(): Promise<{ plan: ActionRun; publish: ActionRun }> {
  const { team } = estate;
  const plan = await team.run('plan', { command: 'plan', 'pull-request': 'all' });
  return { plan, publish: await team.publish(plan.outputs['bundle']) };
}

describe('a sweep over every open pull request', () => {
  beforeAll(async () => {
    estate = await Estate.begin({
      files: declares('exporter'),
      sql: 'CREATE ROLE exporter LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO exporter; GRANT SELECT ON billing.invoices TO exporter;',
    });
  });
  afterAll(async () => {
    await estate.close();
  });

  it('takes the green from a plan whose live state moved, repairs a check that a crash left out, and leaves the rest as it is', async () => {
    const { team, postgres } = estate;
    const moved = await estate.approved('moved', declares('exporter', { limit: 9 }));
    const still = await estate.approved('still', declares('still'));
    for (const pull of [moved, still]) await team.planAndPublish(pull);
    expect(checksOf(team, moved.head.sha)).toMatchObject({ approval: { state: 'success' } });
    const left = await team.propose('left', declares('left'));
    await postgres.query('ALTER ROLE exporter CONNECTION LIMIT 50');
    await sweep();
    expect(checksOf(team, moved.head.sha)).toMatchObject({ approval: { state: 'in_progress' } });
    expect(checksOf(team, still.head.sha)).toMatchObject({ approval: { state: 'success' } });
    expect(checksOf(team, left.head.sha)).toMatchObject({
      plan: { state: 'success' },
      approval: { state: 'in_progress' },
    });
    const runs = team.repository.repository.checkRuns;
    for (const [id, { headSha }] of runs) if (headSha === left.head.sha) runs.delete(id);
    await sweep();
    expect(checksOf(team, left.head.sha)).toMatchObject({ approval: { state: 'in_progress' } });
  });

  it('that fails at one pull request works on the others, and is red', async () => {
    const { team } = estate;
    const good = await team.propose('good', declares('good'));
    const plan = await team.run('plan', { command: 'plan', 'pull-request': 'all' });
    const text = gunzipSync(Buffer.from(plan.outputs['bundle'] ?? '', 'base64')).toString('utf8');
    const bundle = JSON.parse(text) as { planned: { pullRequest: number }[] };
    const others = bundle.planned.filter(({ pullRequest }) => pullRequest !== good.number);
    const broken = {
      ...bundle,
      planned: [
        ...others.map((one) => ({ ...one, pullRequest: 9999 })),
        bundle.planned.find(({ pullRequest }) => pullRequest === good.number),
      ],
    };
    const publish = await team.publish(gzipSync(JSON.stringify(broken)).toString('base64'));
    expect(publish.exitCode).toBe(1);
    expect(publish.log).toMatch(/pull request 9999: github-not-found/u);
    expect(checksOf(team, good.head.sha)).toMatchObject({
      plan: { state: 'success' },
      approval: { state: 'in_progress' },
    });
  });
});
