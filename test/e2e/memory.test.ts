import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountFile, accountRules, openAccounts, type Accounts } from '../support/accounts.ts';
import { Team } from './repository.ts';

const GRANTS = `  grants:
    - on: invoices
      actions: [read]
`;

describe('from a pull request to a changed account', () => {
  let accounts: Accounts;
  let team: Team;

  beforeEach(async () => {
    accounts = openAccounts(['invoices', 'orders']);
    team = await Team.form({ ...accountRules(), 'README.md': 'identities' }, accounts.secrets);
  });

  afterEach(async () => {
    await team.close();
    accounts.close();
  });

  it('plans, publishes, waits, counts the review, and applies exactly the plan', async () => {
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    const pull = await team.propose('exporter', accountFile('exporter', 'billing', GRANTS));
    const first = await team.planAndPublish(pull);
    expect(first.plan.log + first.publish.log).toMatch(/approval-missing/u);
    expect(first.publish.outputs).toMatchObject({ decision: 'waiting', digest: first.plan.outputs['digest'] });
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    const second = await team.planAndPublish(pull);
    expect(second.publish.outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const applied = await team.apply();
    expect(applied.log).toMatch(/applied/u);
    expect(applied).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(accounts.system.load().accounts).toMatchObject({
      exporter: { enabled: true, grants: { invoices: ['read'] } },
    });
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
  });
});
