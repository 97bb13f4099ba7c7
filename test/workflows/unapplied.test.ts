import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksOf, entriesOf } from '../e2e/evidence.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

describe('a landing that was refused', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  const document = (limit: number) => ({
    [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit, purpose: 'p' }),
  });

  async function refused(branch: string): Promise<Pull> {
    const { team, people } = subject;
    const pull = await team.propose(branch, document(9), people.dora);
    await team.planAndPublish(pull);
    if (branch === 'forgotten') team.repository.forgetPushers(branch);
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    return pull;
  }

  async function followed(by: readonly Account[]): Promise<string> {
    const { team, people } = subject;
    const pull = await team.propose(`follow-${by.length}`, document(12), people.ana);
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    for (const as of by) await team.repository.review(pull, { as, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    return `${publish.outputs['decision']}: ${checksOf(team, pull.head.sha).approval?.summary ?? ''}`;
  }

  it('of known people asks only the owner of the source besides', async () => {
    const pull = await refused('known');
    expect((await entriesOf(subject.team, pull)).at(-1)).toMatchObject({
      unapplied: [{ contributors: [{ login: 'dora' }], incomplete: null }],
    });
    expect(await followed([subject.people.ben])).toMatch(/^approved/u);
  });

  it('of which nobody can tell who pushed asks an administrator, too', async () => {
    const pull = await refused('forgotten');
    expect((await entriesOf(subject.team, pull)).at(-1)).toMatchObject({
      unapplied: [{ contributors: [{ login: 'dora' }], incomplete: 'contributor-unknown' }],
    });
    const { ben, cleo } = subject.people;
    expect(await followed([ben])).toMatch(/^waiting: [^]*nobody can tell everyone who contributed/u);
    expect(await followed([ben, cleo])).toMatch(/^approved/u);
  });

  it('as a push without a pull request may not be approved by whoever pushed it', async () => {
    const { team, people } = subject;
    await team.pushPast(people.dora, document(9));
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    expect(await followed([people.dora])).toMatch(/^waiting/u);
    expect(await followed([people.dora, people.ben])).toMatch(/^approved/u);
  });

  it('keeps excluding who contributed to it when the next one is not applied either', async () => {
    const { team, people } = subject;
    await refused('first');
    const second = await team.propose('second', document(10), people.cleo);
    await team.planAndPublish(second);
    await team.repository.mergePullRequest(second, { as: people.cleo, method: 'squash' });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    expect(await followed([people.dora])).toMatch(/^waiting/u);
    expect(await followed([people.dora, people.ben])).toMatch(/^approved/u);
  });
});
