import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProviders } from '../../src/providers/registry.ts';
import { createContents } from '../../src/github/contents.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { endRun } from '../../src/workflows/run-end.ts';
import { checksOf, entriesOf, LEDGER, ledgerOf } from '../e2e/evidence.ts';
import type { Pull } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { startWorld } from '../github/world.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';
import { AT, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';

let subject: Subject;
beforeEach(async () => {
  subject = await memorySubject('quick');
});
afterEach(() => subject.close());

function wishing(limit: number): Readonly<Record<string, string>> {
  return { [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit, purpose: 'p' }) };
}

async function publish(pull: Pull): Promise<ActionRun> {
  subject.team.server.advanceClock(2);
  return (await subject.team.planAndPublish(pull)).publish;
}

async function push(branch: string, files: Readonly<Record<string, string>>): Promise<void> {
  await subject.team.repository.push({ as: subject.people.ana, branch, files });
}

/** Published, and then seen by nobody with a head that changes nothing. */
async function emptied(): Promise<Pull> {
  const { team } = subject;
  const init = await team.init();
  expect(init.exitCode, init.log).toBe(0);
  const pull = await team.propose('emptied', wishing(9));
  await publish(pull);
  await push('emptied', wishing(5));
  return pull;
}

describe('a pull request that no longer touches anything', () => {
  it('ends its run, once, and is green', async () => {
    const pull = await emptied();
    for (const _ of [1, 2]) expect((await publish(pull)).outputs).toMatchObject({ decision: 'unconcerned' });
    const [begun, , ...ends] = await entriesOf(subject.team, pull);
    expect(begun).toMatchObject({ type: 'planned', run: 'run-1' });
    expect(ends).toEqual([{ type: 'ended', run: 'run-1', because: 'unconcerned', head: pull.head.sha }]);
    expect(checksOf(subject.team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
  });

  it('ends it once, though the run that entered it died before it could post a check', async () => {
    const { team } = subject;
    const pull = await emptied();
    team.server.fault({ kind: '5xx', times: 100, match: { method: 'POST', path: /\/check-runs$/ } });
    expect((await publish(pull)).exitCode).toBe(1);
    expect(checksOf(team, pull.head.sha)).toEqual({});
    team.server.clearFaults();
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'unconcerned' });
    expect((await entriesOf(team, pull)).filter(({ type }) => type === 'ended')).toHaveLength(1);
  });

  it('is red where the ledger cannot tell whether a run stands, until it can', async () => {
    const { team } = subject;
    const pull = await emptied();
    const state = (await team.repository.readFile(LEDGER, 'state.json')) ?? '';
    await push(LEDGER, { 'state.json': '{}' });
    expect(await publish(pull)).toMatchObject({ exitCode: 1, outputs: { decision: 'withheld' } });
    expect(checksOf(team, pull.head.sha)).toMatchObject({
      plan: { state: 'failure' },
      approval: { state: 'failure', title: expect.stringMatching(/ledger-/u) as string },
    });
    await push(LEDGER, { 'state.json': state });
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'unconcerned' });
    expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'ended' });
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
  });
});

describe('a pull request that never touched anything', () => {
  it('writes nothing but its checks', async () => {
    const { team } = subject;
    await team.init();
    const before = await ledgerOf(team);
    const pull = await team.propose('remark', { 'notes/remark.md': 'A remark.\n' });
    const wrote = team.server.log.length;
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'unconcerned' });
    const written = team.server.log.slice(wrote).filter(({ path }) => path !== '/graphql');
    expect(written.every(({ path }) => path.endsWith('/check-runs'))).toBe(true);
    expect(await ledgerOf(team)).toEqual(before);
  });

  it('is green before a ledger has begun', async () => {
    const pull = await subject.team.propose('early', { 'notes/remark.md': 'A remark.\n' });
    expect((await publish(pull)).outputs).toMatchObject({ decision: 'unconcerned' });
    expect(checksOf(subject.team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
  });

  it('is not, where a ledger is known to have begun and is gone', async () => {
    const world = await startWorld();
    try {
      const files = { '.github/countersign.yaml': await configuration() };
      await world.repository.push({ as: world.ana, branch: 'main', files });
      const anchor = { index: 3, hash: someHash('entry') };
      const gone = new Ledger(
        { store: new MemoryLedger(), ...trial, writer: 'run', anchor },
        () => AT,
        () => undefined,
      );
      const surface = {
        repository: world.readOnly,
        contents: createContents(world.readOnly),
        providers: await loadProviders(),
        openLedger: () => Promise.resolve(gone),
      };
      await expect(endRun(surface, { pullRequest: 7, head: 'head' })).rejects.toMatchObject({ code: 'ledger-missing' });
    } finally {
      await world.server.close();
    }
  });
});

async function configuration(): Promise<string> {
  return (await subject.team.repository.readFile('main', '.github/countersign.yaml')) ?? '';
}
