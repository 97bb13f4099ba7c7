import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPglite } from '../support/pglite.ts';
import { Arena } from './arena.ts';
import { expectSurvives, pointsOf, undisturbed, type Reference } from './matrix.ts';

let arena: Arena;
let reference: Reference;

beforeAll(async () => {
  arena = await Arena.open({ ...(await startPglite()), databases: ['postgres'] });
  reference = await undisturbed(arena);
});

afterAll(async () => {
  await arena.close();
});

it('an apply of five changes has this many effects, each of which is a place to be killed', () => {
  console.log(reference.effects);
  expect(pointsOf(reference).length).toBe(2 * reference.effects.length);
});
