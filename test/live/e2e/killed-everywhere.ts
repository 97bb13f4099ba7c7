import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arena } from '../../e2e/arena.ts';
import { expectSurvives, isLive, pointsOf, undisturbed, type Reference } from '../../e2e/matrix.ts';
import type { Ring } from '../../e2e/systems/ring.ts';

export type Counts = { readonly live: number; readonly others: number; readonly points: number };

/** An apply of five changes, killed before and after each of its effects. Two worlds share the points: an apply waits more than it works. */
export function killedEverywhere(title: string, start: () => Promise<Ring>, counts: Counts): void {
  describe.each([title])('%s', () => {
    let worlds: readonly { readonly arena: Arena; readonly reference: Reference }[] = [];

    beforeAll(async () => {
      worlds = await Promise.all(
        [start(), start()].map(async (starting) => {
          const arena = await Arena.open(await starting);
          return { arena, reference: await undisturbed(arena) };
        }),
      );
    });

    afterAll(async () => {
      for (const { arena } of worlds) await arena.close();
    });

    it('has this many effects, and so many places to be killed', () => {
      for (const { reference } of worlds) {
        const live = reference.effects.filter(isLive).length;
        const points = pointsOf(reference.effects).length;
        const others = reference.effects.length - live;
        expect({ live, others, points }, reference.effects.join('\n')).toEqual(counts);
      }
    });

    it('is finished by the next run as if nothing had happened, wherever it is killed', async () => {
      const [first] = worlds;
      const points = [...pointsOf(first?.reference.effects ?? [])];
      let survived = 0;
      await Promise.all(
        worlds.map(async ({ arena, reference }) => {
          for (let point = points.shift(); point !== undefined; point = points.shift()) {
            await expectSurvives(arena, reference, point);
            survived += 1;
          }
        }),
      );
      expect(survived).toBe(counts.points);
    }, 1_800_000);
  });
}
