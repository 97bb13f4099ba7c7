import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH } from '../e2e/estate.ts';
import { checksOf, ledgerOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const WORKFLOW = '.github/workflows/tests.yml';

describe('whoever put rules on the branch past the check', () => {
  let subject: Subject;
  let rules: string;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
    rules = (await subject.team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
  });

  afterEach(async () => {
    await subject.close();
  });

  const own = (): string => rules.replace('billing: [ben, dora]', 'billing: [ben, dora, cleo]');

  async function push(as: Account, files: Readonly<Record<string, string | null>>): Promise<void> {
    await subject.team.pushPast(as, files);
  }

  async function judged(pull: Pull, ...by: readonly Account[]): Promise<string> {
    const { team } = subject;
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    for (const as of by) await team.repository.review(pull, { as, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    return `${publish.outputs['decision']}: ${checksOf(team, pull.head.sha).approval?.summary ?? ''}`;
  }

  async function landed(pull: Pull): Promise<string> {
    subject.team.server.advanceClock(2);
    await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method: 'squash' });
    return (await subject.team.apply()).log;
  }

  const ratified = async (): Promise<number> =>
    (await ledgerOf(subject.team)).filter(({ body }) => body.type === 'rules').length;

  it('cannot ratify them, is told to restore, and can approve that', async () => {
    const { team, people } = subject;
    await push(people.cleo, { [CONFIGURATION_PATH]: own() });
    await team.apply();
    expect((await ledgerOf(team)).findLast(({ body }) => body.type === 'refused')).toMatchObject({
      body: { bypassed: { contributors: [{ login: 'cleo' }], incomplete: null } },
    });
    const tidy = await team.propose('tidy', { [CONFIGURATION_PATH]: `# Ours\n${own()}` }, people.ana);
    const said = await judged(tidy, people.cleo);
    expect(said).toMatch(/^refused: [^]*nobody-eligible/u);
    expect(said).toMatch(/cleo \(contributed to rules that nobody approved; may approve what only restores/u);
    expect(await landed(tidy)).toMatch(/refused[^]*governance-unapproved/u);
    expect(await ratified()).toBe(0);
    const restore = await team.propose('restore', { [CONFIGURATION_PATH]: rules }, people.ana);
    expect(await judged(restore, people.cleo)).toMatch(/^approved/u);
    expect(await landed(restore)).not.toMatch(/governance-unapproved/u);
    expect(await ratified()).toBe(1);
    const again = await team.propose('again', { [CONFIGURATION_PATH]: own() }, people.ana);
    expect(await judged(again, people.cleo)).toMatch(/^approved/u);
  });

  it('cannot before the push was looked at either, nor when others pushed besides', async () => {
    const { team, people } = subject;
    await push(people.cleo, { [CONFIGURATION_PATH]: own() });
    const tidy = await team.propose('tidy', { [CONFIGURATION_PATH]: `# Ours\n${own()}` }, people.ana);
    await judged(tidy, people.cleo);
    expect(await landed(tidy)).toMatch(/governance-unapproved/u);
    expect(await ratified()).toBe(0);
    await push(people.dora, { [WORKFLOW]: 'on: push\n' });
    await team.apply();
    expect((await ledgerOf(team)).findLast(({ body }) => body.type === 'refused')).toMatchObject({
      body: { bypassed: { contributors: [{ login: 'cleo' }, { login: 'ana' }, { login: 'dora' }] } },
    });
  });

  it('is in nobody else’s way, and not of what restores theirs beside rules of its own', async () => {
    const { team, people } = subject;
    await push(people.dora, { [WORKFLOW]: 'on: push\n' });
    await team.apply();
    const pull = await team.propose('ratify', { [WORKFLOW]: '# Ours\non: push\n' }, people.ana);
    expect(await judged(pull, people.cleo)).toMatch(/^approved/u);
    await landed(pull);
    expect(await ratified()).toBe(1);
    await push(people.cleo, { [WORKFLOW]: 'on: [push]\n' });
    await team.apply();
    const beside = { [WORKFLOW]: '# Ours\non: push\n', CODEOWNERS: '* @ben\n' };
    expect(await judged(await team.propose('beside', beside, people.ana), people.cleo)).toMatch(/^approved/u);
  });

  it('is free again when they put the approved bytes back', async () => {
    const { team, people } = subject;
    await push(people.cleo, { [WORKFLOW]: 'on: push\n' });
    await team.apply();
    await push(people.cleo, { [WORKFLOW]: null });
    await team.apply();
    await push(people.dora, { [WORKFLOW]: 'on: [push]\n' });
    await team.apply();
    const pull = await team.propose('ratify', { [WORKFLOW]: '# Ours\non: push\n' }, people.ana);
    expect(await judged(pull, people.cleo)).toMatch(/^approved/u);
  });

  it('by a pull request that nobody approved counts by who wrote it', async () => {
    const { team, people } = subject;
    const first = await team.propose('first', { [WORKFLOW]: 'on: push\n' }, people.cleo);
    await judged(first);
    await landed(first);
    const pull = await team.propose('ratify', { [WORKFLOW]: '# Ours\non: push\n' }, people.ana);
    expect(await judged(pull, people.cleo)).toMatch(/^refused: [^]*nobody-eligible/u);
  });
});
