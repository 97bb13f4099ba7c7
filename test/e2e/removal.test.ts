import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf, reconciliation } from './estate.ts';
import { codeIn, entriesOf } from './evidence.ts';
import type { Pull } from './repository.ts';

const made = (name: string) =>
  `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "${name}"; GRANT SELECT ON billing.invoices TO "${name}";`;

describe('what is taken away', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin({
      files: { ...declares('goes', { onRemove: 'delete' }), ...declares('rests'), ...declares('drifts') },
      sql: ['goes', 'rests', 'drifts', 'stray', 'doomed'].map(made).join('\n'),
    });
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  /** What cannot be undone takes two people, each of whom quotes the code. */
  async function approveByTwo(pull: Pull): Promise<void> {
    const { team, dora } = estate;
    for (const as of [team.ben, dora]) await estate.approve(pull, { as, body: `Yes: ${codeIn(team, pull)}` });
  }

  it('a removed document that says delete takes two people who quote the code, and the role is gone', async () => {
    const { team } = estate;
    const pull = await team.propose('goes', { [pathOf('goes')]: null });
    const { plan } = await team.planAndPublish(pull);
    expect(plan.outputs).toMatchObject({ counts: '{"delete":1}' });
    await estate.approve(pull);
    const alone = await team.planAndPublish(pull);
    expect(alone.publish.outputs).toMatchObject({ decision: 'waiting' });
    await approveByTwo(pull);
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('goes')).toBeNull();
  });

  it('a removed document that says nothing disables: one approval, and the role rests without a login', async () => {
    const { team } = estate;
    const pull = await estate.approved('rests', { [pathOf('rests')]: null });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({
      decision: 'approved',
      counts: '{"disable":1}',
    });
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('rests')).toMatchObject({ login: false });
  });

  it('a Reconciliation corrects what drifted without an edit of its document', async () => {
    const { team, postgres } = estate;
    await postgres.query('ALTER ROLE drifts CONNECTION LIMIT 50');
    const pull = await estate.approved('correct', reconciliation('correct-drifts', { verb: 'correct', of: 'drifts' }));
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('drifts')).toMatchObject({ limit: 5 });
  });

  it.each([
    ['stray', undefined, { login: false }],
    ['doomed', 'delete', null],
  ] as const)(
    'a Reconciliation removes %s, which no document declares (onRemove: %s)',
    async (name, onRemove, left) => {
      const { team } = estate;
      const spec = { verb: 'remove' as const, of: name, ...(onRemove === undefined ? {} : { onRemove }) };
      const pull = await team.propose(`remove-${name}`, reconciliation(`remove-${name}`, spec));
      await team.planAndPublish(pull);
      await approveByTwo(pull);
      await estate.merge(pull);
      expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      const found = await estate.role(name);
      expect(found).toEqual(left === null ? null : expect.objectContaining(left));
      expect((await entriesOf(team, pull)).at(-1)).toMatchObject({
        type: 'apply-finished',
        result: 'applied',
        applied: [`orders-db/PostgresRole/${name}`],
      });
    },
  );
});
