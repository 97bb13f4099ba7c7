import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf } from './evidence.ts';

describe('whose review counts, and for which pull request', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin();
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  it('the owner who asks has nobody’s approval but another owner’s', async () => {
    const { team, eve } = estate;
    const pull = await team.propose('own', declares('own'), team.ben);
    await team.planAndPublish(pull);
    await expect(estate.approve(pull)).rejects.toThrow(/Unprocessable Entity/u);
    await estate.approve(pull, { as: eve });
    const outsider = await team.planAndPublish(pull);
    expect(outsider.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(outsider.publish.log).toMatch(/approval-missing/u);
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(await estate.role('own')).toBeNull();
  });

  it('a fork is planned only when somebody asks for exactly its head', async () => {
    const { team } = estate;
    const stranger = team.server.createUser({ login: 'stranger' });
    team.repository.setCollaborator(stranger, 'read');
    const fork = await team.server.forkRepository(team.repository, { owner: stranger });
    await fork.push({ as: stranger, branch: 'gift', files: declares('gift'), message: 'A gift' });
    const pull = await team.repository.openPullRequest({ as: stranger, from: fork, head: 'gift' });
    const unasked = await team.planAndPublish(pull);
    expect(unasked.publish.outputs).toMatchObject({ decision: 'withheld' });
    expect(unasked.publish.log).toMatch(/fork-not-asked/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
    expect(commentsOf(team, pull)).toEqual([]);
    const asked = await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
    expect(commentsOf(team, pull)).toHaveLength(1);
    // A job's token cannot read who pushed to a private fork, so it is shown and can be approved by nobody.
    expect(asked.publish.outputs).toMatchObject({ decision: 'refused' });
    expect(asked.publish.log).toMatch(/contributors-incomplete.*pushers-unreadable/u);
    const another = await team.planAndPublish(pull, { 'fork-head': 'f'.repeat(40) });
    expect(another.publish.outputs).toMatchObject({ decision: 'withheld' });
  });
});
