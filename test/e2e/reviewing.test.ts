import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';

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

  it('where both owners wrote it, it is refused at once, until somebody else may own', async () => {
    const { team, dora } = estate;
    team.repository.setCollaborator(dora, 'read');
    const pull = await team.propose('pair', declares('pair'));
    const sha = await team.repository.push({ as: team.ben, branch: 'pair', files: declares('pair', { limit: 6 }) });
    const alone = await team.planAndPublish(pull);
    expect(alone.publish.outputs).toMatchObject({ decision: 'refused' });
    expect(alone.publish.log).toMatch(new RegExp(`nobody-eligible.*ben \\(author of ${sha.slice(0, 7)}\\)`, 'u'));
    team.repository.setCollaborator(dora, 'write');
    const third = await team.planAndPublish(pull);
    expect(third.publish.outputs).toMatchObject({ decision: 'waiting' });
    await estate.approve(pull, { as: dora });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
  });
});
