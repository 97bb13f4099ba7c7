import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf, role } from './estate.ts';

let estate: Estate;

describe('a base that nobody approved', () => {
  beforeAll(async () => {
    estate = await Estate.begin();
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('does not make the owner that it names a reviewer: the owner of the source is asked as well', async () => {
    const { team } = estate;
    const stolen = role('etl').replace('owner: billing', "owner: '@eve'");
    await team.repository.push({ as: team.ana, branch: 'main', files: { [pathOf('etl')]: stolen } });
    expect((await team.apply()).log).toMatch(/direct-push/u);
    const wider = stolen.replace('connectionLimit: 5', 'connectionLimit: 50');
    const pull = await team.propose('wider', { [pathOf('etl')]: wider });
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: estate.eve, event: 'APPROVE' });
    const alone = await team.planAndPublish(pull);
    expect(alone.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(alone.publish.log).toMatch(/an earlier landing was not applied/u);
    await estate.approve(pull);
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('etl')).toMatchObject({ limit: 50 });
  });

  it('a branch pushed so that its first parents lead elsewhere is refused once, and what lands next is applied', async () => {
    const { team } = estate;
    await team.repository.push({ as: team.ana, branch: 'side', files: declares('smuggled') });
    const settled = await estate.approved('settled', declares('settled'));
    await estate.merge(settled);
    await team.apply();
    const pull = await team.repository.openPullRequest({ as: team.ana, head: 'side' });
    const sha = await team.repository.updateBranch(pull, { as: team.ana });
    await team.repository.pushCommit({ as: team.ana, branch: 'main', sha });
    expect((await team.apply()).log).toMatch(/direct-push/u);
    expect(await estate.role('smuggled')).toBeNull();
    const next = await estate.approved('next', declares('next'));
    await estate.merge(next);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('next')).toMatchObject({ limit: 5 });
  });

  it('a conversation that takes no comment does not keep an apply from being finished', async () => {
    const { team } = estate;
    const pull = await estate.approved('silent', declares('silent'));
    await estate.merge(pull);
    const permissions = { contents: 'write', 'pull-requests': 'read', checks: 'write', actions: 'read' };
    expect(await team.apply({ permissions })).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
  });
});
