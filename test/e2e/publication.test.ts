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
