import { afterEach, beforeEach, expect, it } from 'vitest';
import { entriesOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

let subject: Subject;

beforeEach(async () => {
  subject = await memorySubject('quick');
  expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
});

afterEach(async () => {
  await subject.close();
});

const alpha = (limit: number) => ({
  [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit, purpose: 'p' }),
});

/** Ana asks, and ben brings her branch up to date with the default branch. */
async function updatedByBen(): Promise<Pull> {
  const { team, people } = subject;
  const pull = await team.propose('p', alpha(9), people.ana);
  await team.repository.push({ as: people.cleo, branch: 'main', files: { 'README.md': 'x\n' } });
  await team.repository.updateBranch(pull, { as: people.ben });
  return pull;
}

async function excluded(pull: Pull): Promise<readonly string[]> {
  expect(await subject.team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
  return (await entriesOf(subject.team, pull)).flatMap((body) =>
    body.type === 'apply-finished'
      ? body.unapplied.flatMap(({ contributors }) => contributors.map(({ login }) => login))
      : [],
  );
}

it('whoever only brought a branch up to date may approve it, and what follows up when it is not applied', async () => {
  const { team, people } = subject;
  const pull = await updatedByBen();
  await team.planAndPublish(pull);
  team.server.advanceClock(2);
  await team.repository.review(pull, { as: people.ben, event: 'APPROVE' });
  expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
  await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
  await subject.drift('alpha', 77);
  expect(await excluded(pull)).toEqual(['ana']);
});

it('also when nobody approved it', async () => {
  const { team, people } = subject;
  const pull = await updatedByBen();
  await team.planAndPublish(pull);
  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
  expect(await excluded(pull)).toEqual(['ana']);
});

it('but not where it has no plan that tells what the branch is about', async () => {
  const { team, people } = subject;
  const pull = await updatedByBen();
  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
  expect((await excluded(pull)).toSorted()).toEqual(['ana', 'ben']);
});

it('and without acquitting whoever pushed to it besides', async () => {
  const { team, people } = subject;
  const pull = await updatedByBen();
  await team.repository.push({ as: people.dora, branch: 'p', files: alpha(10) });
  await team.planAndPublish(pull);
  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
  expect((await excluded(pull)).toSorted()).toEqual(['ana', 'dora']);
});
