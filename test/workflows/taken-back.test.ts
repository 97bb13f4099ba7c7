import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

/** Several landings before one apply, as if the runs between them had been cancelled. */
describe('what landed, was taken back and put back before one apply', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  type Files = Readonly<Record<string, string | null>>;

  const limited = (limit: number, name = 'alpha'): Files => ({
    [subject.pathOf(name)]: subject.documentOf(name, { limit, purpose: 'p' }),
  });

  const asking = (verb: string): Files => ({
    'identities/ask.yaml': `apiVersion: countersign.dev/v1
kind: Reconciliation
metadata: { name: ask }
spec: { verb: ${verb}, addresses: [accounts/MemoryAccount/alpha], reason: 'wanted' }
`,
  });

  async function approved(branch: string, files: Files, by: readonly Account[] = [subject.people.ben]): Promise<Pull> {
    const { team } = subject;
    const pull = await team.propose(branch, files);
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    for (const as of by) await team.repository.review(pull, { as, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs['decision'], publish.log).toBe('approved');
    team.server.advanceClock(2);
    return pull;
  }

  async function merge(pull: Pull): Promise<Pull> {
    await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method: 'squash' });
    return pull;
  }

  const land = async (branch: string, files: Files): Promise<Pull> => await merge(await approved(branch, files));

  async function push(files: Files): Promise<void> {
    await subject.team.pushPast(subject.people.eve, files);
  }

  async function endOf(pull: Pull): Promise<unknown> {
    return (await entriesOf(subject.team, pull)).at(-1);
  }

  const left = (name: string) => ({ address: `accounts/MemoryAccount/${name}` });

  it('by a push is not applied: the landing that took it back decided', async () => {
    const raise = await land('raise', { ...limited(99), ...limited(98, 'beta') });
    const back = await land('back', limited(5));
    await push(limited(99));
    const run = await subject.team.apply();
    expect(run.log).toMatch(/superseded: accounts\/MemoryAccount\/alpha was changed by a later landing/u);
    expect(await endOf(raise)).toMatchObject({ result: 'superseded', applied: [], unapplied: [left('beta')] });
    expect(await endOf(back)).toMatchObject({ result: 'superseded', applied: [], unapplied: [] });
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('by a pull request that nobody approved is not applied either', async () => {
    const raise = await land('raise', limited(99));
    await land('back', limited(5));
    const again = await subject.team.propose('again', limited(99), subject.people.eve);
    await subject.team.planAndPublish(again);
    await merge(again);
    await subject.team.apply();
    expect(await endOf(raise)).toMatchObject({ result: 'superseded' });
    expect(await endOf(again)).toMatchObject({ result: 'refused', unapplied: [left('alpha')] });
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('also where a push took it back', async () => {
    const raise = await land('raise', limited(99));
    await push(limited(5));
    await push(limited(99));
    await subject.team.apply();
    expect(await endOf(raise)).toMatchObject({ result: 'superseded' });
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('of what a Reconciliation asked is not done', async () => {
    await subject.drift('alpha', 7);
    const asked = await land('ask', asking('correct'));
    await push({ 'identities/ask.yaml': null });
    await push(asking('correct'));
    const run = await subject.team.apply();
    expect(run.log).toMatch(/superseded: what asked to correct accounts\/MemoryAccount\/alpha was taken back/u);
    expect(await endOf(asked)).toMatchObject({ result: 'superseded' });
    expect(await subject.live('alpha')).toMatchObject({ limit: 7 });
  });

  it('with its rules ends, as far as they are concerned', async () => {
    const rule = (what: string): Files => ({ CODEOWNERS: `# ${what}\n` });
    const { ben, cleo } = subject.people;
    const both = await merge(await approved('both', { ...limited(99), ...rule('new') }, [ben, cleo]));
    await push(rule('other'));
    await push(rule('new'));
    const run = await subject.team.apply();
    expect(run.log).toMatch(/superseded: CODEOWNERS was changed by a later landing/u);
    expect(await endOf(both)).toMatchObject({ result: 'superseded', unapplied: [left('alpha')] });
  });

  it('by an approved pull request is applied by that one', async () => {
    const raise = await land('raise', limited(99));
    await land('back', limited(5));
    const again = await land('again', limited(99));
    const run = await subject.team.apply();
    expect(run, run.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await endOf(raise)).toMatchObject({ result: 'superseded' });
    expect(await endOf(again)).toMatchObject({ result: 'applied' });
    expect(await subject.live('alpha')).toMatchObject({ limit: 99 });
  });

  it('is applied where later landings, refused ones among them, are about something else or only move the document', async () => {
    const raise = await land('raise', limited(99));
    await push(limited(7, 'beta'));
    await push(limited(5, 'beta'));
    const moved = Object.values(limited(99))[0] ?? '';
    await push({ [subject.pathOf('alpha')]: null, 'identities/moved.yaml': `# moved\n${moved}` });
    await push({ [subject.pathOf('alpha')]: moved, 'identities/moved.yaml': null });
    await subject.team.apply();
    expect(await endOf(raise)).toMatchObject({ result: 'applied' });
    expect(await subject.live('alpha')).toMatchObject({ limit: 99 });
  });
});
