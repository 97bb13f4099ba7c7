import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject } from '../../src/core/json.ts';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf, typesOf } from './evidence.ts';
import { at, workflowOf, yamlFile, type JobName } from './examples.ts';

let estate: Estate;

describe('after an apply', () => {
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

  it('the plan workflow runs by itself', () => {
    const workflow = (job: JobName) => yamlFile(`examples/${workflowOf(job)}`);
    const listened = at(workflow('plan'), 'on', 'workflow_run', 'workflows');
    expect(listened).toEqual(['Countersign tripwire', at(workflow('apply'), 'name')]);
    expect(isJsonObject(at(workflow('apply'), 'on'))).toBe(true);
  });

  it('what is open about the same identity is planned again, and what is not keeps its approval', async () => {
    const { team } = estate;
    const landing = await estate.approved('landing', declares('exporter', { limit: 9 }));
    const same = await estate.approved('same', declares('exporter', { limit: 7 }));
    const other = await estate.approved('other', declares('other'));
    const readme = await team.propose('readme', { 'README.md': 'Something else\n' });
    for (const pull of [same, other, readme]) await team.planAndPublish(pull);
    for (const { head } of [same, other])
      expect(checksOf(team, head.sha)).toMatchObject({ approval: { state: 'success' } });
    await estate.merge(landing);
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'applied' } });
    const reads = team.server.recordings.length;
    const { plan, publish } = await team.planAfterwards();
    expect(plan.log).toMatch(new RegExp(`Pull request ${other.number}: scope-untouched`, 'u'));
    expect(publish?.exitCode).toBe(0);
    expect(checksOf(team, same.head.sha)).toMatchObject({
      plan: { state: 'failure', title: expect.stringMatching(/update-branch|error/u) as string },
      approval: { state: 'failure' },
    });
    expect(checksOf(team, other.head.sha)).toMatchObject({ approval: { state: 'success' } });
    expect(commentsOf(team, other)).toHaveLength(1);
    expect(await typesOf(team, other)).toEqual(['planned', 'published']);
    const reviews = team.server.recordings
      .slice(reads)
      .filter(({ path }) => path.includes(`/pulls/${other.number}/reviews`));
    expect(reviews).toEqual([]);
  });

  it('nothing is planned where nothing was applied, and the publish job is skipped', async () => {
    const { team } = estate;
    await team.apply();
    const { plan, publish } = await team.planAfterwards();
    expect(plan).toMatchObject({ exitCode: 0, outputs: { bundle: '' } });
    expect(plan.log).toMatch(/Nothing was applied that an open pull request is about/u);
    expect(publish).toBeNull();
  });

  it('new rules concern every plan', async () => {
    const { team } = estate;
    const waiting = await team.propose('waiting', declares('waiting'));
    await team.planAndPublish(waiting);
    const rules = await team.propose('rules', { '.github/CODEOWNERS': '/.github/ @cleo\n' });
    await team.planAndPublish(rules);
    await estate.approve(rules, { as: team.cleo });
    await estate.merge(rules);
    await team.apply();
    const { plan } = await team.planAfterwards();
    expect(plan.log).toMatch(new RegExp(`Pull request ${waiting.number}\\n`, 'u'));
    expect(plan.log).not.toMatch(/scope-untouched/u);
  });
});
