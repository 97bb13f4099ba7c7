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

  it('the owners are asked for a review, but not who asks; nobody twice for one plan, and anew where a new one made their approval void', async () => {
    const { team, dora, eve } = estate;
    const { issueEvents } = team.repository.repository;
    const asked = (number: number) =>
      issueEvents.flatMap(({ number: about, detail }) =>
        about === number && detail.kind === 'review_requested' ? [detail.reviewer.login] : [],
      );
    const pull = await team.propose('asked', declares('asked'), dora);
    const { publish } = await team.planAndPublish(pull);
    expect(publish.log).toContain('asked for a review: ben');
    expect(asked(pull.number)).toEqual(['ben']);
    await team.planAndPublish(pull);
    await team.repository.push({ as: dora, branch: 'asked', files: { 'README.md': 'More words' } });
    await team.planAndPublish(pull);
    expect(asked(pull.number)).toEqual(['ben']);
    await team.repository.push({ as: eve, branch: 'asked', files: declares('asked', { limit: 7 }) });
    await team.planAndPublish(pull);
    expect(asked(pull.number), 'still asked, so not asked anew').toEqual(['ben']);
    await estate.approve(pull);
    await team.repository.push({ as: eve, branch: 'asked', files: declares('asked', { limit: 8 }) });
    await team.planAndPublish(pull);
    expect(asked(pull.number), 'approved what is no longer planned').toEqual(['ben', 'ben']);
    await team.repository.push({ as: eve, branch: 'asked', files: declares('asked', { limit: 9 }) });
    await team.planAndPublish(pull);
    expect(asked(pull.number), 'asked anew, and still is').toEqual(['ben', 'ben']);
  });

  it('what GitHub refuses to ask keeps no publication from being made', async () => {
    const { team } = estate;
    team.server.fault({ kind: '5xx', match: { method: 'POST', path: /requested_reviewers/u }, times: 10 });
    const pull = await team.propose('unasked', declares('unasked'));
    const { publish } = await team.planAndPublish(pull);
    team.server.clearFaults();
    expect(publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(publish.log).toContain('nobody was asked for a review: github-unavailable');
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
