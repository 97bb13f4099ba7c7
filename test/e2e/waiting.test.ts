import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileBacked, type MemorySystem } from '../../src/providers/memory/system.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';
import { verified } from '../histories/verified.ts';
import { commentsOf, entriesOf } from './evidence.ts';
import type { Pull } from './repository.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describe('a step that has to wait', () => {
  let subject: Subject;
  let system: MemorySystem;
  let pull: Pull;

  beforeAll(async () => {
    subject = await memorySubject('built');
    const { team } = subject;
    system = fileBacked(team.secrets['ACCOUNTS_WRITE'] ?? '');
    await team.init();
    pull = await team.propose('late', {
      [subject.pathOf('late')]: subject.documentOf('late', { limit: 5, purpose: 'p' }),
    });
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    team.server.advanceClock(2);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    system.save({ ...system.load(), busy: ['invoices'] });
  });

  afterAll(() => subject.close());

  const receipts = async () =>
    (await entriesOf(subject.team, pull)).flatMap((body) =>
      body.type === 'receipt' ? [`${body.stepId.slice(-2)} ${body.kind}`] : [],
    );

  it('leaves the apply unfinished, with what came before it done, and each later run waits again', async () => {
    for (const _ of [1, 2]) {
      const run = await subject.team.apply();
      expect(run).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
      expect(run.log).toMatch(/#2: waiting: invoices is busy/u);
    }
    expect(await receipts()).toEqual(['#1 applied', '#2 waiting', '#2 waiting']);
    expect(system.load().accounts['late']).toMatchObject({ enabled: true, grants: {} });
    const { problems, unfinished } = await verified(subject.team, subject.publicKey);
    expect({ problems, unfinished: unfinished.length }).toEqual({ problems: [], unfinished: 1 });
    expect(commentsOf(subject.team, pull)).toHaveLength(1);
  });

  it('is done by the first run after the wait, once, and the ledger verifies', async () => {
    const { busy: _, ...free } = system.load();
    system.save(free);
    const { nextIncarnation } = free;
    expect(await subject.team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect((await receipts()).slice(3)).toEqual(['#2 applied']);
    expect(system.load()).toMatchObject({ nextIncarnation, accounts: { late: { grants: { invoices: ['read'] } } } });
    expect((await subject.team.apply()).log).toMatch(/Nothing landed that is not finished/u);
    expect(await verified(subject.team, subject.publicKey)).toMatchObject({ sound: true, unfinished: [] });
    expect(commentsOf(subject.team, pull)).toHaveLength(2);
  });
});
