import { afterEach, beforeEach, expect, it } from 'vitest';
import { CONFIGURATION_PATH } from '../../src/core/configuration.ts';
import type { Account } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

let subject: Subject;

beforeEach(async () => {
  subject = await memorySubject('quick');
  expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
});

afterEach(async () => {
  await subject.close();
});

async function landed(branch: string, files: Readonly<Record<string, string>>, by: Account): Promise<void> {
  const { team, people } = subject;
  const pull = await team.propose(branch, files, people.ana);
  await team.planAndPublish(pull);
  team.server.advanceClock(2);
  await team.repository.review(pull, { as: by, event: 'APPROVE' });
  expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
}

/** A change lands by rules that leave seven days, then rules that leave so many, and after three days both are applied. */
async function applied(days: number) {
  const { team, people } = subject;
  const document = subject.documentOf('alpha', { limit: 9, purpose: 'p' });
  await landed('change', { [subject.pathOf('alpha')]: document }, people.ben);
  const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
  await landed('rules', { [CONFIGURATION_PATH]: `${rules}\napplyWithinDays: ${days}\n` }, people.cleo);
  team.server.advanceClock(3 * 86_400);
  return await team.apply();
}

it('a landing waits no longer than the rules at the tip let it', async () => {
  const { log } = await applied(2);
  expect(log).toMatch(/apply-expired: It landed more than 2 days ago/u);
});

it('a landing waits as long as the rules before it and those at the tip let it', async () => {
  const { log } = await applied(30);
  expect(log).not.toMatch(/apply-expired/u);
  expect(log).toMatch(/: applied/u);
});
