import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH, declares, Estate } from './estate.ts';
import { checksOf, commentsOf, LEDGER, ledgerOf } from './evidence.ts';

describe('the beginning, and a ledger that is gone', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.open();
  });

  afterAll(async () => {
    await estate.close();
  });

  it('a pull request that installs Countersign gets no check and no comment', async () => {
    const { team } = estate;
    const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
    await team.repository.push({ as: team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: null }, message: 'No' });
    const pull = await team.propose('install', { [CONFIGURATION_PATH]: rules, ...declares('installed') }, team.cleo);
    const { plan, publish } = await team.planAndPublish(pull);
    expect(plan.log).toMatch(/not-installed/u);
    expect(publish).toMatchObject({ exitCode: 0, outputs: { decision: 'ignored' } });
    expect(checksOf(team, pull.head.sha)).toEqual({});
    expect(commentsOf(team, pull)).toEqual([]);
    await estate.merge(pull);
  });

  it('before the beginning nothing is published and nothing applied', async () => {
    const { team } = estate;
    const pull = await team.propose('early', declares('early'));
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'withheld' });
    expect(publish.log).toMatch(/ledger-missing/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    const apply = await team.apply();
    expect(apply.exitCode).toBe(1);
    expect(apply.log).toMatch(/ledger-missing/u);
    await team.repository.editPullRequest(pull, { as: team.ana, state: 'closed' });
  });

  it('only an administrator begins the ledger, and only once', async () => {
    const { team } = estate;
    const refused = await team.init({ actor: team.ana });
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toMatch(/init-not-permitted/u);
    expect(await ledgerOf(team)).toEqual([]);
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    expect(await ledgerOf(team)).toMatchObject([{ body: { type: 'genesis', signers: ['trusted'] } }]);
    const twice = await team.init();
    expect(twice.exitCode).toBe(1);
    expect(twice.log).toMatch(/ledger-exists/u);
    expect(await ledgerOf(team)).toHaveLength(1);
    await estate.expectSound();
  });

  it('what landed before the beginning is not examined; what lands after it is applied', async () => {
    const { team } = estate;
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
    expect(await estate.role('installed')).toBeNull();
    const pull = await estate.approved('first', declares('first'));
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('first')).toMatchObject({ limit: 5 });
    await estate.expectSound();
  });

  it('a ledger that is gone turns the check red that was green, and refuses the apply', async () => {
    const { team } = estate;
    const pull = await estate.approved('orphan', declares('orphan'));
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await team.repository.deleteBranch({ as: team.cleo, branch: LEDGER });
    const { publish } = await team.planAndPublish(pull);
    expect(publish).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
    expect(publish.log).toMatch(/ledger-missing/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
    await estate.merge(pull);
    const apply = await team.apply();
    expect(apply.exitCode).toBe(1);
    expect(apply.log).toMatch(/ledger-missing/u);
    expect(await estate.role('orphan')).toBeNull();
  });
});
