import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctReads, Stage, type Act, type Call, type Fault } from '../../e2e/stage.ts';

const KINDS: readonly Fault[] = ['5xx', '5xx-after', 'cut', 'cut-after'];

/** How many calls of each sort a run has: a number that falls says that something is no longer tried. */
const EXPECTED: Readonly<Record<Act, { readonly writes: number; readonly reads: number }>> = {
  publish: { writes: 5, reads: 16 },
  apply: { writes: 13, reads: 18 },
};

describe.each(['publish', 'apply'] as const satisfies readonly Act[])('GitHub fails at every call of %s', (act) => {
  let stage: Stage;
  let calls: readonly Call[];

  beforeAll(async () => {
    stage = await Stage.open(act);
    calls = await stage.undisturbed();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('which are these many', () => {
    const writes = calls.filter((call) => call.writes).length;
    expect({ writes, reads: distinctReads(calls).length }).toEqual(EXPECTED[act]);
  });

  it.each(KINDS)('by %s, at each that writes', async (kind) => {
    for (const call of calls.filter(({ writes }) => writes)) await stage.expectSurvives(call, kind);
  });

  it('by a server error or a cut connection in turn, at the first of each sort that reads', async () => {
    for (const [index, call] of distinctReads(calls).entries())
      await stage.expectSurvives(call, index % 2 === 0 ? '5xx' : 'cut');
  });
});
