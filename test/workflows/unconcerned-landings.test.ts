import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileBacked } from '../../src/providers/memory/system.ts';
import { CONFIGURATION_PATH } from '../e2e/estate.ts';
import { commentsOf, ledgerOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const DESIRED = "desired: ['identities/**/*.yaml']";

type Files = Readonly<Record<string, string | null>>;

describe('a landing that was about nothing', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  const omega = (): Files => ({
    'extra/omega.yaml': subject.documentOf('alpha', { limit: 5, purpose: 'p' }).replaceAll('alpha', 'omega'),
  });

  async function merge(pull: Pull, method: 'squash' | 'rebase' = 'squash'): Promise<void> {
    subject.team.server.advanceClock(2);
    await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method });
  }

  /** As long as it is busy, an apply that needs it stays unfinished. */
  function busy(resources: readonly string[]): void {
    const world = fileBacked(subject.team.secrets['ACCOUNTS_READ'] ?? '');
    world.save({ ...world.load(), busy: [...resources] });
  }

  /** Merged on a green check that says that it needs no approval. */
  async function mergeUnconcerned(branch: string, commits: readonly Files[], method?: 'rebase'): Promise<Pull> {
    const { team, people } = subject;
    for (const files of commits) await team.repository.push({ as: people.ana, branch, files });
    const pull = await team.repository.openPullRequest({ as: people.ana, head: branch });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'unconcerned' });
    await merge(pull, method);
    return pull;
  }

  /** New globs, as an administrator approves them, merged. */
  async function mergeGlobs(globs: string): Promise<void> {
    const { team, people } = subject;
    const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
    const changed = rules.replace(/^desired: .*$/mu, globs);
    expect(changed).not.toBe(rules);
    const pull = await team.propose(`globs-${globs.length}`, { [CONFIGURATION_PATH]: changed });
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: people.cleo, event: 'APPROVE' });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await merge(pull);
  }

  const WIDER = "desired: ['identities/**/*.yaml', 'extra/*.yaml']";

  async function expectUntold(pull: Pull): Promise<void> {
    expect(await subject.team.apply()).toMatchObject({ exitCode: 0 });
    expect(commentsOf(subject.team, pull)).toEqual([]);
    expect((await ledgerOf(subject.team)).filter(({ body }) => body.type === 'refused')).toEqual([]);
  }

  it('stays so when later rules are about what it brought', async () => {
    const pull = await mergeUnconcerned('early', [omega()]);
    await subject.team.apply();
    await mergeGlobs(WIDER);
    await expectUntold(pull);
  });

  it('stays so while a landing before it is not finished', async () => {
    const { team, people } = subject;
    const path = subject.pathOf('beta');
    const text = subject.documentOf('beta', { limit: 5, purpose: 'p' }).replace('[read]', '[read, write]');
    const waiting = await team.propose('waiting', { [path]: text });
    await team.planAndPublish(waiting);
    team.server.advanceClock(2);
    await team.repository.review(waiting, { as: people.ben, event: 'APPROVE' });
    await merge(waiting);
    const pull = await mergeUnconcerned('early', [omega()]);
    await mergeGlobs(WIDER);
    busy(['invoices']);
    for (const _run of ['first', 'second']) expect((await team.apply()).log).toMatch(/unfinished/u);
    busy([]);
    await expectUntold(pull);
  });

  it('is no other for landing right after the rules that made it so', async () => {
    await mergeGlobs(WIDER);
    await subject.team.apply();
    await mergeGlobs(DESIRED);
    await expectUntold(await mergeUnconcerned('after', [omega()]));
  });

  it('is no other for commits that undo each other', async () => {
    const path = subject.pathOf('alpha');
    const was = (await subject.team.repository.readFile('main', path)) ?? '';
    const commits = [{ [path]: `${was}# try\n`, 'notes.txt': 'tried\n' }, { [path]: was }];
    await expectUntold(await mergeUnconcerned('undone', commits, 'rebase'));
  });
});
