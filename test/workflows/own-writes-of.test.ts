import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followUpBranch } from '../../src/core/apply/follow-up.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { ourselvesAmong, ownWrites } from '../../src/workflows/own-writes.ts';
import { startWorld, type World } from '../github/world.ts';
import { pullWith } from '../support/landed.ts';
import { AT, begun, draft, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';

const APPLY = someHash('apply');
const BRANCH = followUpBranch(APPLY);
const ALPHA = 'memory/MemoryAccount/alpha';
const HERE = { id: 1, owner: 'acme', repo: 'identities', fork: false };

describe('what of a pull request the program wrote itself', () => {
  let world: World;
  let ledger: Ledger;
  beforeAll(async () => {
    world = await startWorld();
    ledger = new Ledger(
      await begun(new MemoryLedger(), trial),
      () => AT,
      () => undefined,
    );
    const left = [{ address: ALPHA, contributors: [], incomplete: null }];
    const end = { result: 'refused', applied: [], unapplied: left, settled: null } as const;
    await ledger.append([
      draft({ type: 'follow-up', applyId: APPLY, branch: BRANCH, commit: 'ours' }),
      draft({ type: 'apply-finished', applyId: APPLY, landing: 'landed', ...end }),
    ]);
  });
  afterAll(() => world.server.close());

  async function own(ref: string, repository: typeof HERE | null = HERE): Promise<readonly string[]> {
    const pull = pullWith({ head: { sha: 'ours', ref, repository } });
    const { account, commits } = await ownWrites({ repository: world.ours, ledger }, pull, [ALPHA]);
    expect(account).toBe(world.app.bot.id);
    return [...commits];
  }

  it('is the commit that the ledger tells of that branch', async () => {
    expect(await own(BRANCH)).toEqual(['ours']);
    expect(await own(followUpBranch(someHash('another')))).toEqual([]);
  });

  it('is nothing on a branch of another name, of a fork, or of nobody knows where', async () => {
    expect(await own('feature')).toEqual([]);
    expect(await own(BRANCH, { ...HERE, fork: true })).toEqual([]);
    expect(await own(BRANCH, null)).toEqual([]);
  });
});

describe('the account whose contributions are nobody’s', () => {
  const own = { account: 5, commits: new Set<string>() };
  const by = (...ids: readonly (number | null)[]) => ({
    contributors: ids.map((id) => ({
      person: id === null ? null : { id, login: `${id}`, type: 'Bot' as const },
      name: `${id}`,
      through: 'pushed',
    })),
    incomplete: null,
  });

  it('is the App’s, whoever contributed', () => {
    expect(ourselvesAmong(by(5, 6), own, { app: 1 })).toBe(5);
  });

  it('is that of every workflow only where it contributed nothing', () => {
    expect(ourselvesAmong(by(6, null), own, { app: null })).toBe(5);
    expect(ourselvesAmong(by(), own, { app: null })).toBe(5);
    expect(ourselvesAmong(by(6, 5), own, { app: null })).toBeNull();
  });
});
