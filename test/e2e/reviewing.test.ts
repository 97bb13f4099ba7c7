import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate } from './estate.ts';
import { checksOf, commentsOf, entriesOf, ledgerOf } from './evidence.ts';

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

  it('an approval by somebody who pushed to the pull request does not count; one by somebody else does', async () => {
    const { team } = estate;
    const pull = await team.propose('shared', declares('shared'));
    const files = declares('shared', { limit: 6 });
    await team.repository.push({ as: team.ben, branch: 'shared', files, message: 'Six' });
    await team.planAndPublish(pull);
    await estate.approve(pull);
    const own = await team.planAndPublish(pull);
    expect(own.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(checksOf(team, pull.head.sha).approval?.summary).toMatch(/reviewer-contributed|contributed/u);
    await estate.approve(pull, { as: estate.dora });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
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

  it('a request for changes stands against an approval until its author approves, and counts after the landing, too', async () => {
    const { team, dora, eve } = estate;
    const pull = await estate.approved('vetoed', declares('vetoed'));
    await team.repository.review(pull, { as: eve, event: 'REQUEST_CHANGES', body: 'Not like this' });
    const vetoed = await team.planAndPublish(pull);
    expect(vetoed.publish.outputs).toMatchObject({ decision: 'refused' });
    expect(vetoed.publish.log).toMatch(/changes-requested/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
    await estate.approve(pull, { as: eve });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    await team.repository.review(pull, { as: dora, event: 'REQUEST_CHANGES', body: 'Stop' });
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/changes-requested/u);
    expect(await estate.role('vetoed')).toBeNull();
  });

  it('a change of the rules asks the administrators, and is judged by the rules that it wants to change', async () => {
    const { team, eve } = estate;
    const loosened = configuration(estate.publicKey)
      .replace('[ben, dora]', '[ben, dora, eve]')
      .replace('[cleo]', '[eve]');
    const pull = await team.propose('rules', { [CONFIGURATION_PATH]: loosened });
    const { plan, publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(plan.log).toMatch(/countersign\.yaml/u);
    await estate.approve(pull, { as: eve });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'waiting' });
    await estate.approve(pull, { as: team.cleo });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'nothing' } });
    expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'nothing' });
  });

  it('a fork is planned only when somebody asks for exactly its head', async () => {
    const { team } = estate;
    const stranger = team.server.createUser({ login: 'stranger' });
    team.repository.setCollaborator(stranger, 'read');
    const fork = await team.server.forkRepository(team.repository, { owner: stranger });
    await fork.push({ as: stranger, branch: 'gift', files: declares('gift'), message: 'A gift' });
    const pull = await team.repository.openPullRequest({ as: stranger, from: fork, head: 'gift' });
    const unasked = await team.planAndPublish(pull);
    expect(unasked.publish.outputs).toMatchObject({ decision: 'withheld' });
    expect(unasked.publish.log).toMatch(/fork-not-asked/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
    expect(commentsOf(team, pull)).toEqual([]);
    const asked = await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
    expect(commentsOf(team, pull)).toHaveLength(1);
    // A job's token cannot read who pushed to a private fork, so it is shown and can be approved by nobody.
    expect(asked.publish.outputs).toMatchObject({ decision: 'refused' });
    expect(asked.publish.log).toMatch(/contributors-incomplete.*pushers-unreadable/u);
    const another = await team.planAndPublish(pull, { 'fork-head': 'f'.repeat(40) });
    expect(another.publish.outputs).toMatchObject({ decision: 'withheld' });
  });

  it('a pull request into another branch gets no check, no comment and no entry', async () => {
    const { team } = estate;
    const before = await ledgerOf(team);
    await team.repository.push({ as: team.ana, branch: 'side', files: { 'side.txt': 'side' }, message: 'Side' });
    await team.repository.push({ as: team.ana, branch: 'aside', files: declares('aside'), message: 'Aside' });
    const pull = await team.repository.openPullRequest({ as: team.ana, head: 'aside', base: 'side' });
    const { publish } = await team.planAndPublish(pull);
    expect(publish).toMatchObject({ exitCode: 0, outputs: { decision: 'ignored' } });
    expect(checksOf(team, pull.head.sha)).toEqual({});
    expect(commentsOf(team, pull)).toEqual([]);
    expect(await ledgerOf(team)).toEqual(before);
  });

  it('a head that two open pull requests share is green for neither, and for one when the other is closed', async () => {
    const { team } = estate;
    const pull = await estate.approved('twin', declares('twin'));
    await team.repository.pushCommit({ as: team.ana, branch: 'other-twin', sha: pull.head.sha });
    const twin = await team.repository.openPullRequest({ as: team.ana, head: 'other-twin' });
    const refused = await team.planAndPublish(pull);
    expect(refused.publish.outputs).toMatchObject({ decision: 'refused' });
    expect(refused.publish.log).toMatch(/head-shared/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
    await team.repository.editPullRequest(twin, { as: team.ana, state: 'closed' });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
  });
});
