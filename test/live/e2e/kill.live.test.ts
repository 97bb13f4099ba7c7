import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arena } from '../../e2e/arena.ts';
import { expectSurvives, pointsOf, undisturbed, type Reference } from '../../e2e/matrix.ts';
import { startPostgres } from '../postgres/server.ts';

/** Two worlds, each with a server of its own, share the points: an apply waits more than it works. */
async function openArena(): Promise<Arena> {
  const server = await startPostgres();
  await server.query('CREATE DATABASE orders');
  await server.query('CREATE DATABASE archive');
  return await Arena.open({
    url: server.url('postgres', 'orders'),
    databases: ['orders', 'archive'],
    query: (text, database = 'orders') => server.query(text, database),
    stop: () => server.stop(),
  });
}

describe('an apply of five changes in two databases of a real server', () => {
  let worlds: readonly { readonly arena: Arena; readonly reference: Reference }[] = [];

  beforeAll(async () => {
    worlds = await Promise.all(
      [openArena(), openArena()].map(async (opening) => {
        const arena = await opening;
        return { arena, reference: await undisturbed(arena) };
      }),
    );
  });

  afterAll(async () => {
    for (const { arena } of worlds) await arena.close();
  });

  it('has this many effects, and so many places to be killed', () => {
    for (const { reference } of worlds) {
      const commits = reference.effects.filter((effect) => effect === 'COMMIT').length;
      const points = pointsOf(reference.effects).length;
      expect({ commits, others: reference.effects.length - commits, points }).toEqual({
        commits: 14,
        others: 26,
        points: 55,
      });
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
    expect(survived).toBe(55);
  }, 1_800_000);
});
