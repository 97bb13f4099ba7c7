import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFence, releaseLease, requestLease, type Lease } from '../../../src/core/ledger/lease.ts';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 2, 2, 10) + second * 1000).toISOString().replace('.000Z', 'Z');
const mine: Lease = { epoch: 3, holder: 'run 1', expiresAt: at(60), released: false };

function ask(current: Lease | null, holder: string, second: number, holderEnded: boolean | null): string {
  const decision = requestLease(current, { holder, now: at(second), seconds: 60, holderEnded });
  return decision.kind === 'held'
    ? `held by ${decision.by}`
    : `${decision.kind} epoch ${decision.lease.epoch} until ${decision.lease.expiresAt.slice(14, 19)}`;
}

describe('who may have the lease', () => {
  test.each<[string, Lease | null, string, number, boolean | null, string]>([
    ['the first who asks', null, 'run 1', 0, null, 'take epoch 1 until 01:00'],
    ['its holder, renewing in the same epoch', mine, 'run 1', 30, false, 'renew epoch 3 until 01:30'],
    ['nobody else while it runs', mine, 'run 2', 59, false, 'held by run 1'],
    ['nobody else while it cannot be told whether it runs', mine, 'run 2', 59, null, 'held by run 1'],
    ["another once the holder's run has ended, in a new epoch", mine, 'run 2', 1, true, 'take epoch 4 until 01:01'],
    ["another once it expired by the server's time", mine, 'run 2', 60, false, 'take epoch 4 until 02:00'],
    ['its former holder after expiry, in a new epoch', mine, 'run 1', 60, false, 'take epoch 4 until 02:00'],
    [
      'another where it lasts longer than anyone may take it',
      { ...mine, expiresAt: at(121) },
      'run 2',
      0,
      null,
      'take epoch 4 until 01:00',
    ],
    [
      'nobody else while it may have been renewed by a slower clock',
      { ...mine, expiresAt: at(120) },
      'run 2',
      0,
      null,
      'held by run 1',
    ],
    ['another after it was given back', { ...mine, released: true }, 'run 2', 1, false, 'take epoch 4 until 01:01'],
  ])('%s', (_, current, holder, second, holderEnded, expected) => {
    expect(ask(current, holder, second, holderEnded)).toBe(expected);
  });
});

test('a lease lasts exactly as long as was asked for, and counts for nothing where it lasts more than twice as long', () => {
  const asking = { holder: 'run 2', now: at(0), seconds: 1000, holderEnded: null };
  const taken = { epoch: 1, holder: 'run 2', expiresAt: at(1000), released: false };
  expect(requestLease(null, asking)).toEqual({ kind: 'take', lease: taken });
  expect(requestLease({ ...mine, expiresAt: at(2000) }, asking).kind).toBe('held');
  expect(requestLease({ ...mine, expiresAt: at(2001) }, asking).kind).toBe('take');
});

describe('the fence', () => {
  test.each<[string, Lease | null, number, ReturnType<typeof checkFence>]>([
    ['holds while the lease stands', { ...mine, expiresAt: at(90) }, 80, { kind: 'holds' }],
    ['is lost in the second of the expiry', mine, 60, { kind: 'lost', why: 'expired' }],
    ['is lost to whoever took over', { ...mine, epoch: 4, holder: 'run 2' }, 1, { kind: 'lost', why: 'taken-over' }],
    ['is lost to the same run in a later epoch', { ...mine, epoch: 4 }, 1, { kind: 'lost', why: 'taken-over' }],
    ['is lost once given back', { ...mine, released: true }, 1, { kind: 'lost', why: 'released' }],
    ['is lost when the lease is gone', null, 1, { kind: 'lost', why: 'missing' }],
  ])('%s', (_, current, second, expected) => {
    expect(checkFence(current, mine, at(second))).toEqual(expected);
  });

  test('is lost when the time cannot be told', () => {
    expect(checkFence(mine, mine, 'soon')).toEqual({ kind: 'lost', why: 'expired' });
  });

  test('holds for who has just taken the lease', () => {
    const decision = requestLease(null, { holder: 'run 1', now: at(0), seconds: 60, holderEnded: null });
    const lease = decision.kind === 'held' ? null : decision.lease;
    expect(checkFence(lease, lease ?? mine, at(0))).toEqual({ kind: 'holds' });
  });

  test('never holds for two at once, whatever happens', () => {
    const event = fc.record({
      holder: fc.constantFrom('a', 'b', 'c'),
      wait: fc.integer({ min: 0, max: 80 }),
      ended: fc.option(fc.boolean()),
      gives: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 15 }), (events) => {
        const held = new Map<string, Lease>();
        let current: Lease | null = null;
        let now = 0;
        for (const { holder, wait, ended, gives } of events) {
          now += wait;
          const own = held.get(holder);
          if (gives && own !== undefined) current = releaseLease(current, own) ?? current;
          const decision = requestLease(current, { holder, now: at(now), seconds: 60, holderEnded: ended });
          if (decision.kind !== 'held') {
            current = decision.lease;
            held.set(holder, decision.lease);
          }
          const holders = [...held.values()].filter((lease) => checkFence(current, lease, at(now)).kind === 'holds');
          expect(holders.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('giving back', () => {
  test('what is held', () => {
    expect(releaseLease(mine, mine)).toEqual({ ...mine, released: true });
  });

  test('is refused once another has it', () => {
    expect(releaseLease({ ...mine, epoch: 4, holder: 'run 2' }, mine)).toBeNull();
  });
});
