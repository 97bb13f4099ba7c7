import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

/** No App: the program acts as the bot that is every workflow's. Ben owns, and ana asks. */
describe('what a workflow pushes with its own token', () => {
  let subject: Subject;
  let workflow: { readonly token: string };

  beforeEach(async () => {
    subject = await memorySubject('quick');
    const { team } = subject;
    team.repository.allowActionsToCreateAndApprove();
    expect(await team.init()).toMatchObject({ exitCode: 0 });
    const permissions = { contents: 'write', 'pull-requests': 'write' };
    workflow = { token: team.server.issueToken({ kind: 'actions-job', repository: team.repository, permissions }) };
  });

  afterEach(async () => {
    await subject.close();
  });

  const document = (name: string, limit: number) => ({
    [subject.pathOf(name)]: subject.documentOf(name, { limit, purpose: 'p' }),
  });

  async function approved(pull: Pull): Promise<ActionRun> {
    const { team, people } = subject;
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
    return (await team.planAndPublish(pull)).publish;
  }

  /** Ana's change, refused at the apply as the live account moved; what asks again for it, opened as that bot. */
  async function askedAgain(): Promise<Pull> {
    const { team, people } = subject;
    const pull = await team.propose('p', document('alpha', 9), people.ana);
    expect((await approved(pull)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
    await subject.drift('alpha', 77);
    expect((await team.apply()).outputs).toMatchObject({ decision: 'refused' });
    const bodies = await entriesOf(team, pull);
    const opened = [...team.repository.repository.pulls.values()].at(-1) ?? pull;
    expect(opened.author.login).toBe('github-actions[bot]');
    expect(bodies).toContainEqual(expect.objectContaining({ type: 'follow-up', branch: opened.head.ref }));
    return opened;
  }

  function expectSomebodys(run: ActionRun): void {
    expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
    expect(run.log).toMatch(/contributor-not-a-person: .*github-actions\[bot\]/u);
  }

  it('counts as somebody’s', async () => {
    const { team, people } = subject;
    const pull = await team.propose('p', document('alpha', 9), people.ana);
    await team.repository.push({ as: workflow, branch: 'p', files: document('beta', 999) });
    expectSomebodys(await approved(pull));
  });

  it('counts as somebody’s where it opened the pull request, too', async () => {
    const { team } = subject;
    await team.repository.push({ as: workflow, branch: 'p', from: 'main', files: document('beta', 999) });
    expectSomebodys(await approved(await team.repository.openPullRequest({ as: workflow, head: 'p' })));
  });

  it('counts as somebody’s on the branch that asks again for what was not applied', async () => {
    const opened = await askedAgain();
    await subject.team.repository.push({ as: workflow, branch: opened.head.ref, files: document('beta', 999) });
    expectSomebodys(await approved(opened));
  });

  it('counts as somebody’s on a branch that is only named like that', async () => {
    const { team } = subject;
    const branch = 'countersign/follow-up-0123456789ab';
    await team.repository.push({ as: workflow, branch, from: 'main', files: document('beta', 999) });
    expectSomebodys(await approved(await team.repository.openPullRequest({ as: workflow, head: branch })));
  });

  it('is nobody’s where it is what the program itself asks again', async () => {
    const opened = await askedAgain();
    const run = await approved(opened);
    expect(run.outputs, run.log).toMatchObject({ decision: 'approved' });
    await subject.team.repository.mergePullRequest(opened, { as: subject.people.ana, method: 'squash' });
    const applied = await subject.team.apply();
    expect(applied.outputs, applied.log).toMatchObject({ decision: 'applied' });
  });
});
