import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentsOf, entriesOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

/** Ben owns, and ana asks. */
describe('where GitHub does not show at the apply who pushed', () => {
  let subject: Subject;
  let pull: Pull;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
    const files = { [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit: 9, purpose: 'p' }) };
    pull = await subject.team.propose('p', files);
    await subject.team.planAndPublish(pull);
    subject.team.server.advanceClock(2);
  });

  afterEach(async () => {
    await subject.close();
  });

  async function approve(): Promise<void> {
    await subject.team.repository.review(pull, { as: subject.people.ben, event: 'APPROVE' });
    subject.team.server.advanceClock(2);
  }

  async function land(): Promise<void> {
    await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method: 'squash' });
  }

  async function applyBlindly() {
    const { server } = subject.team;
    server.fault({ kind: 'refusal', match: { path: /\/activity$/u }, times: 1000 });
    const run = await subject.team.apply();
    server.clearFaults();
    return run;
  }

  async function expectPutOff(): Promise<void> {
    const before = commentsOf(subject.team, pull).length;
    const run = await applyBlindly();
    expect(run, run.log).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
    expect(run.log).toMatch(/unfinished\n {2}pushers-unreadable: .*github-forbidden/u);
    expect(commentsOf(subject.team, pull)).toHaveLength(before);
    const types = (await entriesOf(subject.team, pull)).map(({ type }) => type);
    expect(types.filter((type) => ['approved', 'refused', 'apply-finished'].includes(type))).toEqual([]);
  }

  it('the landing is left to the run that sees it, which applies it', async () => {
    await approve();
    await land();
    await expectPutOff();
    await expectPutOff();
    const run = await subject.team.apply();
    expect(run, run.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('what nobody approved is refused all the same', async () => {
    await land();
    const run = await applyBlindly();
    expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
    expect(run.log).toMatch(/approval-missing/u);
  });

  it('what is approved by somebody who pushed it is refused all the same, as a publication recorded that', async () => {
    const files = { [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit: 9, purpose: 'q' }) };
    await subject.team.repository.push({
      as: subject.people.ben,
      branch: 'p',
      files,
      author: { name: 'Ana', email: subject.people.ana.emails[0] ?? '' },
    });
    await subject.team.planAndPublish(pull);
    subject.team.server.advanceClock(2);
    await approve();
    await land();
    const run = await applyBlindly();
    expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
    expect(run.log).toMatch(/reviewer-contributed/u);
  });

  it('waiting ends when a landing may wait no longer', async () => {
    await approve();
    await land();
    await expectPutOff();
    subject.team.server.advanceClock(8 * 86_400);
    const run = await applyBlindly();
    expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
    expect(run.log).toMatch(/apply-expired/u);
  });
});
