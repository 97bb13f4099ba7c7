import { beforeEach, describe, expect, it } from 'vitest';
import { applyIdOf } from '../../src/core/apply/landing.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { settle } from '../../src/workflows/settle.ts';
import { landingWith } from '../support/landed.ts';
import { AT, begun, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';

const REPOSITORY = 7;
const commits = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c${index + 1}`);

let ledger: Ledger;
beforeEach(async () => {
  const writer = await begun(new MemoryLedger(), trial);
  ledger = new Ledger(
    writer,
    () => AT,
    () => undefined,
  );
});

/** What the ledger says after so many commits. @param before the commit before the first landing that is not finished */
async function settledAfter(count: number, before: string | null = null): Promise<string> {
  const waiting = before === null ? null : landingWith({ before });
  await settle(ledger, REPOSITORY, { commits: commits(count), waiting });
  return await ledger.settled();
}

const finished = async (settled: string): Promise<void> =>
  await ledger.append([
    {
      pullRequest: 7,
      digest: null,
      body: {
        type: 'apply-finished',
        applyId: someHash('apply'),
        landing: settled,
        result: 'nothing',
        applied: [],
        unapplied: [],
        settled,
      },
    },
  ]);

describe('how far everything is done with is entered', () => {
  it('once it is fifty commits further than the ledger says', async () => {
    expect(await settledAfter(49)).toBe('tip0');
    expect(await settledAfter(50)).toBe('c50');
  });

  it('as an apply of nobody’s pull request that had nothing to do', async () => {
    await settledAfter(50);
    const [entry] = await ledger.newest(1);
    expect(entry?.digest).toBeNull();
    expect(entry?.predicate).toMatchObject({
      pullRequest: null,
      body: {
        type: 'apply-finished',
        applyId: applyIdOf(REPOSITORY, null, 'c50', null),
        landing: 'c50',
        result: 'nothing',
        applied: [],
        unapplied: [],
        settled: 'c50',
      },
    });
  });

  it('counted from the last landing of these that was finished', async () => {
    await finished('c11');
    expect(await settledAfter(60)).toBe('c11');
    expect(await settledAfter(61)).toBe('c61');
  });

  it('up to the first landing that is not finished', async () => {
    expect(await settledAfter(60, 'c49')).toBe('tip0');
    expect(await settledAfter(60, 'c50')).toBe('c50');
  });

  it('not where the first of all is not finished, or there is nothing', async () => {
    expect(await settledAfter(60, 'tip0')).toBe('tip0');
    expect(await settledAfter(0)).toBe('tip0');
  });
});
