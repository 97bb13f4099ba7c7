import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentsOf, entriesOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';

const RULES = { owner: '@acme/billing', administrators: '@acme/billing' };

const account = (name: string) => accountFile(name, '@acme/billing');

/** Ben is billing, which owns and administers; ana asks, and is in no team. */
describe('a team that cannot be read at the apply', () => {
  let here: AppTeam;

  beforeEach(async () => {
    here = await AppTeam.form({ how: 'quick', of: 'organization' });
    const { server, repository, ben } = here.team;
    const billing = server.createTeam({ organization: repository.repository.owner, slug: 'billing', members: [ben] });
    repository.setCollaborator(ben, 'none');
    repository.setTeamRole(billing, 'write');
    expect(await here.install({ ...RULES, more: 'applyWithinDays: 14\n' })).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await here.close();
  });

  async function reviewed(branch: string, files: Readonly<Record<string, string>>, by: Account | null): Promise<Pull> {
    const pull = await here.team.propose(branch, files);
    await here.publish(pull);
    if (by !== null) await here.approve(pull, by);
    const { outputs } = await here.publish(pull);
    expect(outputs).toMatchObject({ decision: by === here.team.ben ? 'approved' : 'waiting' });
    return pull;
  }

  async function land(pull: Pull): Promise<Pull> {
    await here.merge(pull);
    return pull;
  }

  const landed = async (...proposal: Parameters<typeof reviewed>) => await land(await reviewed(...proposal));

  async function expectPutOff(...pulls: readonly Pull[]): Promise<void> {
    const before = pulls.map((pull) => commentsOf(here.team, pull).length);
    const run = await here.apply(here.blindToken());
    expect(run).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
    expect(run.log).toMatch(/unfinished\n {2}team-unreadable: .*@acme\/billing/u);
    expect(pulls.map((pull) => commentsOf(here.team, pull).length)).toEqual(before);
    const types = (await Promise.all(pulls.map((pull) => entriesOf(here.team, pull)))).flat().map(({ type }) => type);
    expect(types.filter((type) => ['approved', 'refused', 'apply-finished'].includes(type))).toEqual([]);
  }

  it('leaves the landing to the run that can read it, which applies it', async () => {
    const first = await landed('first', account('exporter'), here.team.ben);
    await expectPutOff(first);
    await expectPutOff(first);
    const again = await here.apply();
    expect(again, again.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('refuses all the same what no member could have approved, as nobody did', async () => {
    await landed('first', account('exporter'), null);
    const run = await here.apply(here.blindToken());
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/approval-missing/u);
  });

  it('refuses what somebody else approved as soon as it can be read', async () => {
    const pull = await landed('first', account('exporter'), here.team.cleo);
    await expectPutOff(pull);
    const run = await here.apply();
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/approval-missing/u);
  });

  it('is waited for no longer than a landing may wait', async () => {
    const pull = await landed('first', account('exporter'), here.team.ben);
    await expectPutOff(pull);
    here.team.server.advanceClock(15 * 86_400);
    const run = await here.apply(here.blindToken());
    expect(run).toMatchObject({ outputs: { decision: 'refused' } });
    expect(run.log).toMatch(/apply-expired/u);
  });

  it('leaves new rules, and what landed by them, to the run that can read it', async () => {
    const next = await reviewed('next', account('exporter'), here.team.ben);
    const changed = await landed('rules', here.rules({ ...RULES, more: 'applyWithinDays: 10\n' }), here.team.ben);
    await land(next);
    await expectPutOff(changed, next);
    const again = await here.apply();
    expect(again, again.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });
});
