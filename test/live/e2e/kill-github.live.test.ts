import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../e2e/matrix.ts';
import { MortalStage } from '../../e2e/mortal-stage.ts';
import { Stage } from '../../e2e/stage.ts';
import { memorySubject } from '../../histories/subject.ts';

/** What acts on GitHub alone; the apply, which acts on databases too, has points of its own. */
describe('what acts on GitHub, killed at each of its effects', () => {
  it.concurrent.for([
    ['init', { effects: 5, points: 6 }],
    ['publish', { effects: 6, points: 7 }],
  ] as const)('%s is finished by the next run as if nothing had happened', async ([act, expected]) => {
    const stage = await MortalStage.open(await Stage.open(act, await memorySubject('built')));
    try {
      const effects = await stage.undisturbed();
      const points = pointsOf(effects);
      for (const point of points) await stage.expectSurvives(point);
      expect({ effects: effects.length, points: points.length }).toEqual(expected);
    } finally {
      await stage.close();
    }
  });
});
