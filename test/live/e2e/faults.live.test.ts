import { describe, expect, it } from 'vitest';
import { firstOfEach, Stage, type Act, type Call, type Fault } from '../../e2e/stage.ts';

/** How many calls of each sort a run has: a number that falls says that something is no longer tried. */
const EXPECTED: Readonly<Record<Act, { readonly writes: number; readonly sorts: number; readonly reads: number }>> = {
  publish: { writes: 5, sorts: 3, reads: 16 },
  apply: { writes: 13, sorts: 6, reads: 18 },
};

/**
 * Each write is lost before and after its effect; the first of each sort of write also by the other spelling of the same;
 * the first of each sort of read by one of the two in turn.
 */
function trials(calls: readonly Call[]): readonly (readonly [Call, Fault])[] {
  const writes = calls.filter((call) => call.writes);
  const reads = firstOfEach(calls.filter((call) => !call.writes));
  return [
    ...writes.flatMap((call) => [[call, 'cut'] as const, [call, '5xx-after'] as const]),
    ...firstOfEach(writes).flatMap((call) => [[call, '5xx'] as const, [call, 'cut-after'] as const]),
    ...reads.map((call, index) => [call, index % 2 === 0 ? '5xx' : 'cut'] as const),
  ];
}

describe('GitHub fails at every call', () => {
  it.concurrent.for(['publish', 'apply'] as const satisfies readonly Act[])(
    'of %s',
    { timeout: 1_800_000 },
    async (act) => {
      const stage = await Stage.open(act);
      try {
        const calls = await stage.undisturbed();
        const writes = calls.filter((call) => call.writes);
        const reads = firstOfEach(calls.filter((call) => !call.writes));
        expect({ writes: writes.length, sorts: firstOfEach(writes).length, reads: reads.length }).toEqual(
          EXPECTED[act],
        );
        for (const [call, kind] of trials(calls)) await stage.expectSurvives(call, kind);
      } finally {
        await stage.close();
      }
    },
  );
});
