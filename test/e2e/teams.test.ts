import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFile } from '../support/accounts.ts';
import { AppTeam } from '../support/app-team.ts';
import type { Account, Pull } from './repository.ts';
import type { ActionRun } from './runner.ts';

const account = (name: string) => accountFile(name, '@acme/billing');

/** Ben and Edo are billing by a team of the organization, which also lets them write; Ana asks, and is in no team. */
describe('a team that owns', () => {
  let here: AppTeam;
  let edo: Account;
  let members: Set<number>;

  beforeAll(async () => {
    here = await AppTeam.form({ how: 'built', of: 'organization' });
    const { server, repository, ben } = here.team;
    edo = server.createUser({ login: 'edo' });
    const organization = repository.repository.owner;
    const billing = server.createTeam({ organization, slug: 'billing', members: [ben, edo] });
    repository.setCollaborator(ben, 'none');
    repository.setTeamRole(billing, 'write');
    members = billing.memberIds;
    const begun = await here.install({ owner: '@acme/billing' });
    expect(begun.exitCode, begun.log).toBe(0);
  });

  afterAll(async () => {
    await here.close();
  });

  function asked(pull: Pull): readonly string[] {
    return here.team.repository.repository.issueEvents.flatMap(({ number, detail }) => {
      if (number !== pull.number) return [];
      if (detail.kind === 'team_review_requested') return [`@${detail.team.slug}`];
      return detail.kind === 'review_requested' ? [detail.reviewer.login] : [];
    });
  }

  async function land(pull: Pull): Promise<ActionRun> {
    await here.merge(pull);
    return await here.apply();
  }

  it('refuses at once where the token may not read who is in it, and waits for its members where it may', async () => {
    const pull = await here.team.propose('exporter', account('exporter'));
    const unread = await here.publish(pull, here.blindToken());
    expect(unread.outputs).toMatchObject({ decision: 'refused' });
    expect(unread.log).toMatch(/team-unreadable.*@acme\/billing/u);
    expect(asked(pull)).toEqual([]);
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    expect(asked(pull), 'as a team, and nobody of it besides').toEqual(['@billing']);
    await here.approve(pull, here.team.cleo);
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
    await here.approve(pull, here.team.ben);
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    expect(asked(pull), 'once').toEqual(['@billing']);
    expect((await land(pull)).outputs).toMatchObject({ decision: 'applied' });
  });

  it('whose approval a new plan made void has only the member asked anew who gave it', async () => {
    const pull = await here.team.propose('mailer', account('mailer'));
    await here.publish(pull);
    await here.approve(pull, here.team.ben);
    await here.team.repository.push({ as: here.team.ana, branch: 'mailer', files: account('mailer-too') });
    await here.publish(pull);
    expect(asked(pull)).toEqual(['@billing', 'ben']);
  });

  it('without access to the repository is not asked, which the log says, and keeps nobody from publishing', async () => {
    const { repository } = here.team;
    const [team] = repository.repository.teamRoles.keys();
    repository.repository.teamRoles.delete(team ?? 0);
    repository.setCollaborator(here.team.ben, 'write');
    const pull = await here.team.propose('shipper', account('shipper'));
    const { log, outputs } = await here.publish(pull);
    expect(outputs).toMatchObject({ decision: 'waiting' });
    expect(log).toContain('the team @acme/billing was not asked for a review: github-');
    repository.repository.teamRoles.set(team ?? 0, 'write');
    repository.setCollaborator(here.team.ben, 'none');
  });

  it('has nobody’s approval whom it has let go by the time of the apply', async () => {
    const pull = await here.team.propose('importer', account('importer'));
    await here.publish(pull);
    await here.approve(pull, edo);
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    here.team.repository.setCollaborator(edo, 'write');
    members.delete(edo.id);
    const landed = await land(pull);
    expect(landed).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(landed.log).toMatch(/approval-missing/u);
  });

  it('refuses at once where its only member wrote the change', async () => {
    const pull = await here.team.propose('own', account('own'), here.team.ben);
    const alone = await here.publish(pull);
    expect(alone.outputs).toMatchObject({ decision: 'refused' });
    expect(alone.log).toMatch(/nobody-eligible/u);
  });
});
