import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf } from './estate.ts';
import { entriesOf } from './evidence.ts';
import { shown } from './runner.ts';

let estate: Estate;

describe('landings that repeat, undo or meet each other', () => {
  beforeAll(async () => {
    estate = await Estate.begin();
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('the same change made, taken back and made again: each landing is an apply of its own', async () => {
    const { team } = estate;
    const removal = 'delete';
    const files = declares('again', { onRemove: removal });
    const digests: (string | undefined)[] = [];
    for (const [branch, change] of [
      ['made', files],
      ['taken-back', { [pathOf('again')]: null }],
      ['made-again', files],
    ] as const) {
      const pull = await team.propose(branch, change);
      const { plan } = await team.planAndPublish(pull);
      for (const as of [team.ben, estate.dora])
        await estate.approve(pull, { as, body: codeOf(await entriesOf(team, pull)) });
      await estate.merge(pull);
      const applied = await team.apply();
      expect(applied, shown(applied)).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      digests.push(plan.outputs['digest']);
    }
    expect(digests[2]).toBe(digests[0]);
    expect(await estate.role('again')).toMatchObject({ limit: 5 });
  });

  it('two runs at once: one applies, the other leaves it to that one, and nothing is done twice', async () => {
    const { team } = estate;
    const pull = await estate.approved('raced', declares('raced'));
    await estate.merge(pull);
    const runs = await Promise.all([team.apply(), team.apply()]);
    const last = await team.apply();
    expect([...runs, last].filter(({ outputs }) => outputs['decision'] === 'applied')).toHaveLength(1);
    expect(last.exitCode, shown(last)).toBe(0);
    const types = (await entriesOf(team, pull)).map(({ type }) => type);
    expect(types.filter((type) => type === 'apply-finished')).toHaveLength(1);
    expect(await estate.role('raced')).toMatchObject({ limit: 5 });
  });
});

function codeOf(entries: Awaited<ReturnType<typeof entriesOf>>): string {
  const planned = entries.findLast((body) => body.type === 'planned');
  return planned?.type === 'planned' ? planned.code : '';
}
