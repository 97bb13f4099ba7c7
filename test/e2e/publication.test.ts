import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Estate, pathOf, role } from './estate.ts';
import { checksOf, commentsOf, entriesOf } from './evidence.ts';

describe('what cannot be planned', () => {
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
});

describe('what another run left undone', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin();
  });

  afterAll(async () => {
    await estate.close();
  });

  it('a comment that has been followed by another is folded away by the next run', async () => {
    const { team } = estate;
    const pull = await team.propose('folded', { [pathOf('folded')]: role('folded') });
    await team.planAndPublish(pull);
    await team.repository.push({
      as: team.ana,
      branch: 'folded',
      files: { [pathOf('folded')]: role('folded', { limit: 6 }) },
    });
    await team.planAndPublish(pull);
    const folded = () => commentsOf(team, pull).map(({ minimised }) => minimised);
    expect(folded()).toEqual([true, false]);
    // As after a run that ended between entering the new comment and folding the old one.
    for (const comment of team.repository.repository.comments.values()) comment.minimized = undefined;
    await team.planAndPublish(pull);
    expect(folded()).toEqual([true, false]);
  });
});
