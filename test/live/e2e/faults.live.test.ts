import { describe, expect, it } from 'vitest';
import { ACTS, firstOfEach, lastOfEach, Stage, type Act, type Call, type Fault } from '../../e2e/stage.ts';
import { memorySubject } from '../../histories/subject.ts';

/** How many calls a run has, and how many points were tried: a number that falls says that something is no longer tried. */
const EXPECTED: Readonly<Record<Act, Numbers>> = {
  init: { writes: 5, reads: 7, points: 46 },
  publish: { writes: 6, reads: 38, points: 144 },
  apply: { writes: 12, reads: 33, points: 159 },
};

/** `reads`: the first and the last of each sort. */
type Numbers = { readonly writes: number; readonly reads: number; readonly points: number };

/** Worlds that share the points of an act: a run with a fault waits more than it works. */
const WORLDS: Readonly<Record<Act, number>> = { init: 3, publish: 6, apply: 8 };

const AT_WRITES: readonly Fault[] = ['cut', 'cut-after', '5xx', '5xx-after', 'stall'];
const AT_READS: readonly Fault[] = ['cut', '5xx', 'stall'];

describe('GitHub fails at every call', () => {
  it.concurrent.for(ACTS)('of %s', { timeout: 1_800_000 }, async (act) => {
    const opening = Array.from(
      { length: WORLDS[act] },
      async () => await Stage.open(act, await memorySubject('quick')),
    );
    const stages = await Promise.all(opening);
    try {
      const [calls = []] = await Promise.all(stages.map((stage) => stage.undisturbed()));
      const writes = calls.filter((call) => call.writes);
      const reads = calls.filter((call) => !call.writes);
      const ends = [...firstOfEach(reads), ...lastOfEach(reads)];
      const left = [...product(writes, AT_WRITES), ...product(ends, AT_READS)];
      const failures: string[] = [];
      let points = 0;
      await Promise.all(
        stages.map(async (stage) => {
          for (let next = left.shift(); next !== undefined; next = left.shift()) {
            await stage.expectSurvives(...next).catch((error: unknown) => failures.push(String(error)));
            points += 1;
          }
        }),
      );
      expect(failures).toEqual([]);
      expect({ writes: writes.length, reads: ends.length, points }).toEqual(EXPECTED[act]);
    } finally {
      for (const stage of stages) await stage.close();
    }
  });
});

function product(calls: readonly Call[], faults: readonly Fault[]): (readonly [Call, Fault])[] {
  return calls.flatMap((call) => faults.map((fault) => [call, fault] as const));
}
