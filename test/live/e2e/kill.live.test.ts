import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arena } from '../../e2e/arena.ts';
import { expectSurvives, pointsOf, undisturbed, type Reference } from '../../e2e/matrix.ts';
import { startPostgres } from '../postgres/server.ts';

const COMMITS = 13;
const OTHERS = 25;

describe('an apply of five changes in two databases of a real server, killed before and after every effect', () => {
  let arena: Arena;
  let reference: Reference;

  beforeAll(async () => {
    const server = await startPostgres();
    await server.query('CREATE DATABASE orders');
    await server.query('CREATE DATABASE archive');
    arena = await Arena.open({
      url: server.url('postgres', 'orders'),
      databases: ['orders', 'archive'],
      query: (text, database = 'orders') => server.query(text, database),
      stop: () => server.stop(),
    });
    reference = await undisturbed(arena);
  });

  afterAll(async () => {
    await arena.close();
  });

  it('has this many effects', () => {
    const commits = reference.effects.filter((effect) => effect === 'COMMIT').length;
    expect({ commits, others: reference.effects.length - commits }).toEqual({ commits: COMMITS, others: OTHERS });
  });

  const points = Array.from({ length: COMMITS + OTHERS }, (_, effect) => effect);

  it.each(points)('at effect %i, before and after it', async (effect) => {
    for (const point of pointsOf(reference).filter((each) => each.effect === effect))
      await expectSurvives(arena, reference, point);
  });
});
