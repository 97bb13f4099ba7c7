import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksOf, commentsOf, ledgerOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { wellKnown } from '../github-server/index.ts';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';

/** Each token may do everything that the App's own may. */
const TOKENS = {
  'the job’s own': (here: AppTeam) =>
    here.team.server.issueToken({
      kind: 'actions-job',
      repository: here.team.repository,
      permissions: { contents: 'write', 'pull-requests': 'write', checks: 'write', actions: 'read' },
    }),
  'that of another App': (here: AppTeam) => here.foreignToken(),
  'that of a person': (here: AppTeam) => here.team.server.issueToken({ kind: 'user', user: here.team.cleo }),
};

describe('where the configuration names an App', () => {
  let here: AppTeam;

  beforeAll(async () => {
    here = await AppTeam.form({ how: 'quick', of: 'person' });
    await here.team.repository.push({ as: here.team.cleo, branch: 'main', files: here.rules() });
  });

  afterAll(async () => {
    await here.close();
  });

  function expectRefused(run: ActionRun): void {
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toMatch(/app-differs/u);
  }

  describe.each(Object.entries(TOKENS))('a token that is not its own but %s', (which, tokenOf) => {
    const name = `account-${Object.keys(TOKENS).indexOf(which)}`;
    let token: string;
    let pull: Pull;

    beforeAll(() => {
      token = tokenOf(here);
    });

    it('begins no ledger', async () => {
      const before = await ledgerOf(here.team);
      const run = await here.team.run('apply', { command: 'init', token });
      expectRefused(run);
      expect(run.log).toMatch(new RegExp(`configured ${here.appId}\\b`, 'u'));
      expect(await ledgerOf(here.team)).toEqual(before);
      if (before.length === 0) expect(await here.install()).toMatchObject({ exitCode: 0 });
    });

    it('publishes nothing, and turns nothing green', async () => {
      pull = await here.team.propose(name, accountFile(name));
      const before = await ledgerOf(here.team);
      const run = await here.publish(pull, token);
      expect(run.exitCode, run.log).toBe(1);
      expect(run.log).toMatch(/app-differs|github-forbidden/u);
      expect(await ledgerOf(here.team)).toEqual(before);
      expect(commentsOf(here.team, pull)).toEqual([]);
      expect(checksOf(here.team, pull.head.sha).approval?.state).not.toBe('success');
    });

    it('turns nothing green that needs no plan', async () => {
      const aside = await here.team.propose(`${name}-aside`, { [`docs/${name}.md`]: 'x\n' });
      const run = await here.publish(aside, token);
      expect(run.exitCode, run.log).toBe(1);
      expect(checksOf(here.team, aside.head.sha).approval?.state).not.toBe('success');
      expect((await here.publish(aside)).outputs).toMatchObject({ decision: 'unconcerned' });
    });

    it.each(['an approved change', 'what needs no plan'])('lets no merge group land: %s', async (what) => {
      const { repository } = here.team;
      const isPlanned = what === 'an approved change';
      const branch = `${name}-queued-${isPlanned}`;
      const files = isPlanned ? accountFile(branch) : { [`docs/${branch}.md`]: 'x\n' };
      const queued = await here.team.propose(branch, files);
      await here.publish(queued);
      if (isPlanned) await here.approve(queued);
      const before = await here.publish(queued);
      expect(before.exitCode, before.log).toBe(0);
      here.team.server.advanceClock(2);
      const [group] = await repository.enqueue([queued], { method: 'squash' });
      if (group === undefined) throw new Error('nothing was queued');
      const entered = await ledgerOf(here.team);
      const run = await here.checkGroup(group, token);
      expect(run.outputs['decision']).not.toBe('approved');
      expect(run.log).toMatch(/app-differs|github-forbidden/u);
      expect(checksOf(here.team, group.headSha).approval?.state).not.toBe('success');
      expect(await ledgerOf(here.team)).toEqual(entered);
      expect((await here.checkGroup(group)).outputs).toMatchObject({ decision: 'approved' });
      await repository.settleGroups([group]);
    });

    it('applies nothing and ends nothing: the run with its own finds it all', async () => {
      await here.publish(pull);
      await here.approve(pull);
      expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
      await here.merge(pull);
      const before = await ledgerOf(here.team);
      expectRefused(await here.apply(token));
      expect(await ledgerOf(here.team)).toEqual(before);
      expect(here.accounts.system.load().accounts[name]).toBeUndefined();
      const run = await here.apply();
      expect(run, run.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    });
  });

  it('the doctor names another App’s token, and has nothing against the right one or that of its own job', async () => {
    const examined = async (token?: string) =>
      await here.team.run('doctor', { command: 'doctor', ...(token === undefined ? {} : { token }) });
    expect((await examined(here.foreignToken())).log).toMatch(/app-differs: .*configured \d+, .*acme-formatter/u);
    for (const token of [here.token, undefined]) {
      const run = await examined(token);
      expect(run, run.log).toMatchObject({ exitCode: 0, outputs: { decision: 'trial' } });
      expect(run.log).not.toMatch(/app-(?:differs|shared|unseen): /u);
    }
  });

  it('is none of its own where that is the App of every workflow', async () => {
    const { team } = here;
    await team.repository.push({ as: team.cleo, branch: 'main', files: here.rules({ app: wellKnown.actionsApp }) });
    const run = await here.apply(TOKENS['the job’s own'](here));
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toMatch(/app-shared/u);
    expect((await team.doctor()).log).toMatch(/app-shared: /u);
  });
});
