import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedgerBranch } from '../../src/github/ledger-branch.ts';
import { takeLease, type HeldLease, type LeasePorts } from '../../src/github/lease.ts';
import { serverTime } from '../../src/github/repository.ts';
import { startWorld, type World } from './world.ts';

const BRANCH = 'countersign/lease';

let world: World;
let ended: Set<string>;
let unknown: Set<string>;
let ports: LeasePorts;
beforeEach(async () => {
  world = await startWorld();
  ended = new Set();
  unknown = new Set();
  ports = {
    store: createLedgerBranch(world.ours, BRANCH),
    now: () => serverTime(world.ours.github),
    ended: async (holder) => (unknown.has(holder) ? null : ended.has(holder)),
  };
});
afterEach(() => world.server.close());

const ask = (holder: string) => takeLease(ports, { holder, seconds: 600 });

async function take(holder: string): Promise<HeldLease> {
  const outcome = await ask(holder);
  if (outcome.kind === 'held') throw new Error(`held by ${outcome.by}`);
  return outcome.held;
}

describe('a lease', () => {
  it('is taken by the first who asks, and by nobody else while it lasts', async () => {
    const held = await take('one');
    expect(held.lease).toMatchObject({ epoch: 1, holder: 'one', expiresAt: '2026-01-05T09:10:00Z' });
    expect(await ask('two')).toEqual({ kind: 'held', by: 'one', until: '2026-01-05T09:10:00Z' });
    await held.fence();
  });

  it('is taken once when many ask at the same time', async () => {
    const outcomes = await Promise.all(['one', 'two', 'three'].map(ask));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  });

  it('passes on when it is given back', async () => {
    await (await take('one')).release();
    expect((await take('two')).lease.epoch).toBe(2);
  });

  it("passes on when its holder's run has ended", async () => {
    const first = await take('one');
    ended.add('one');
    const second = await take('two');
    await second.fence();
    await expect(first.fence()).rejects.toMatchObject({ code: 'lease-lost', evidence: 'taken-over' });
  });

  it('held under a name of which nobody can tell is an error until it has expired', async () => {
    await take('one');
    unknown.add('one');
    await expect(ask('two')).rejects.toMatchObject({
      code: 'lease-holder-unknown',
      evidence: 'held by "one" until 2026-01-05T09:10:00Z',
    });
    world.server.advanceClock(600);
    expect((await take('two')).lease.epoch).toBe(2);
  });

  it("passes on when it has expired by the server's time", async () => {
    const first = await take('one');
    world.server.advanceClock(600);
    await expect(first.fence()).rejects.toMatchObject({ code: 'lease-lost', evidence: 'expired' });
    expect((await take('two')).lease).toMatchObject({ epoch: 2, expiresAt: '2026-01-05T09:20:00Z' });
  });

  it('is renewed by its holder when half of its time has passed', async () => {
    const held = await take('one');
    world.server.advanceClock(299);
    await held.fence();
    expect(await ask('two')).toMatchObject({ until: '2026-01-05T09:10:00Z' });
    world.server.advanceClock(2);
    await held.fence();
    expect(await ask('two')).toMatchObject({ until: '2026-01-05T09:15:01Z' });
    world.server.advanceClock(500);
    await held.fence();
  });

  it('cannot be given back by one who lost it', async () => {
    const first = await take('one');
    ended.add('one');
    const second = await take('two');
    await first.release();
    await expect(second.fence()).resolves.toBeUndefined();
  });

  it('is none when somebody wrote something else in its place', async () => {
    const held = await take('one');
    await world.repository.push({ as: world.ben, branch: BRANCH, files: { 'lease.json': '{"epoch":"high"}' } });
    await expect(held.fence()).rejects.toMatchObject({ code: 'lease-lost', evidence: 'missing' });
    await (await take('two')).fence();
  });

  it('is not written for a fence', async () => {
    const held = await take('one');
    const writes = world.server.log.length;
    await held.fence();
    await held.fence();
    expect(world.server.log).toHaveLength(writes);
  });
});
