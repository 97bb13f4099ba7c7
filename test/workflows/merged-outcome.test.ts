import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

let subject: Subject;
beforeEach(async () => {
  subject = await memorySubject('quick');
  const init = await subject.team.init();
  expect(init.exitCode, init.log).toBe(0);
});
afterEach(() => subject.close());

function wishing(name: string, limit: number): Readonly<Record<string, string>> {
  return { [subject.pathOf(name)]: subject.documentOf(name, { limit, purpose: 'p' }) };
}

async function approved(pull: Pull): Promise<void> {
  const { team, people } = subject;
  await team.planAndPublish(pull);
  team.server.advanceClock(5);
  await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
  const { publish } = await team.planAndPublish(pull);
  expect(publish.outputs['decision'], publish.log).toBe('approved');
}

async function applied(pull: Pull, method: 'merge' | 'squash'): Promise<void> {
  const { team, people } = subject;
  await approved(pull);
  team.server.advanceClock(5);
  await team.repository.mergePullRequest(pull, { as: people.ana, method });
  const apply = await team.apply();
  expect(apply.outputs['decision'], apply.log).toBe('applied');
  team.server.advanceClock(5);
}

/** A head that merges two commits of the base the other way round, and holds the base as it was before the change of alpha. */
async function crossed(files: Readonly<Record<string, string>>): Promise<Pull> {
  const { team, people } = subject;
  const { repository } = team;
  const { git } = repository.repository;
  const change = await team.propose('change', wishing('alpha', 2), people.ana);
  const changed = change.head.sha;
  team.server.advanceClock(5);
  await repository.push({ as: people.cleo, branch: 'main', files: { 'README.md': 'moved on\n' } });
  const moved = await repository.head();
  await applied(change, 'merge');
  const by = { name: 'eve', email: people.eve.emails[0] ?? '', seconds: 1_800_000_000 };
  const tree = (await git.commit(moved))?.tree ?? '';
  const sha = await git.writeCommit({ tree, parents: [moved, changed], author: by, committer: by, message: 'Merge\n' });
  await repository.pushCommit({ as: people.eve, branch: 'crossed', sha });
  await repository.push({ as: people.eve, branch: 'crossed', files });
  return await repository.openPullRequest({ as: people.eve, head: 'crossed' });
}

describe('what merging a pull request makes of it', () => {
  it('is a change of an identity, though its head differs in none from where GitHub says they parted', async () => {
    const pull = await crossed({ 'docs.md': 'harmless\n' });
    const { publish } = await subject.team.planAndPublish(pull);
    expect(publish.log).toContain('merge-differs');
    expect(checksOf(subject.team, pull.head.sha).approval?.state).toBe('failure');
  }, 120_000);

  it('is more than the plan that was approved', async () => {
    const { team, people } = subject;
    const pull = await crossed(wishing('beta', 6));
    await team.planAndPublish(pull);
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.log).toContain('merge-differs');
    expect(checksOf(team, pull.head.sha).approval?.state).toBe('failure');
  }, 120_000);

  it('takes an edit along where the base moved the file among the identities', async () => {
    const { team, people } = subject;
    const text = subject.documentOf('svc', { limit: 5, purpose: 'p' });
    await team.repository.push({ as: people.cleo, branch: 'main', files: { 'docs/example.yaml': text } });
    await team.apply();
    const edit = await team.propose('edit', { 'docs/example.yaml': text.replace('limit 5', 'limit 500') }, people.eve);
    const files = { 'docs/example.yaml': null, [subject.pathOf('svc')]: text };
    await applied(await team.propose('move', files, people.ana), 'squash');
    const { publish } = await team.planAndPublish(edit);
    expect(publish.log).toContain('merge-differs');
    expect(checksOf(team, edit.head.sha).approval?.state).toBe('failure');
  }, 120_000);

  it('is the plan, and nothing for a pull request about nothing, on a base that moved on', async () => {
    const { team, people } = subject;
    const change = await team.propose('change', wishing('alpha', 2), people.ana);
    const words = await team.propose('words', { 'docs.md': 'harmless\n' }, people.eve);
    await team.repository.push({ as: people.cleo, branch: 'main', files: { 'README.md': 'moved on\n' } });
    await approved(change);
    const { publish } = await team.planAndPublish(words);
    expect(publish.outputs['decision'], publish.log).toBe('unconcerned');
    expect(checksOf(team, words.head.sha).approval?.state).toBe('success');
  }, 120_000);
});

/** How often GitHub was asked for a pull request. */
function asks({ number }: Pull): number {
  return subject.team.server.recordings.filter(({ path }) => path.endsWith(`/pulls/${number}`)).length;
}

describe('what merging makes is not known while GitHub works it out', () => {
  it('and is asked for again in the same run', async () => {
    const { team, people } = subject;
    const words = await team.propose('words', { 'docs.md': 'harmless\n' }, people.eve);
    await team.planAndPublish(words);
    const undisturbed = asks(words);
    team.repository.repository.testMergesHeldBack = undisturbed + 1;
    const { publish } = await team.planAndPublish(words);
    expect(publish.outputs['decision'], publish.log).toBe('unconcerned');
    expect(asks(words)).toBe(2 * undisturbed + 2);
  }, 120_000);

  it('and turns the check red when it stays so, of what was approved and of what concerns nobody; the next run is green', async () => {
    const { team, people } = subject;
    const { repository } = team.repository;
    const change = await team.propose('change', wishing('alpha', 2), people.ana);
    const words = await team.propose('words', { 'docs.md': 'harmless\n' }, people.eve);
    await approved(change);
    for (const [pull, decision] of [
      [change, 'approved'],
      [words, 'unconcerned'],
    ] as const) {
      repository.testMergesHeldBack = Infinity;
      const unknown = await team.planAndPublish(pull);
      expect(unknown.publish.outputs['decision'], unknown.publish.log).not.toBe(decision);
      expect(checksOf(team, pull.head.sha).approval).toMatchObject({
        state: 'failure',
        summary: expect.stringContaining('`merge-unknown`') as string,
      });
      repository.testMergesHeldBack = 0;
      const known = await team.planAndPublish(pull);
      expect(known.publish.outputs['decision'], known.publish.log).toBe(decision);
      expect(checksOf(team, pull.head.sha).approval?.state).toBe('success');
    }
  }, 120_000);
});
