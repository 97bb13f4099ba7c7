import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPglite } from '../support/pglite.ts';
import { Arena } from './arena.ts';
import type { Point } from './gate.ts';
import { expectSurvives, undisturbed, type Reference } from './matrix.ts';
import { PostgresRing } from './systems/postgres-ring.ts';

/** The commit of the creation: the only one that an intent precedes. */
function creation({ effects }: Reference): number {
  const intent = effects.findIndex((effect) => effect.includes(' intent '));
  expect(effects[intent + 1]).toBe('COMMIT');
  return intent + 1;
}

/** Some of the points of the whole matrix, which the live suite goes through on a real server. */
const SAMPLE: readonly (readonly [string, (reference: Reference) => Point])[] = [
  ['before the creation is committed', (reference) => ({ effect: creation(reference), side: 'before' })],
  [
    'after the creation, of which only the database knows',
    (reference) => ({ effect: creation(reference), side: 'after' }),
  ],
  [
    'between the comment and the end of the apply',
    ({ effects }) => ({ effect: effects.indexOf('POST issues/N/comments'), side: 'after' }),
  ],
  ['after the end, before the lease is given back', ({ effects }) => ({ effect: effects.length - 1, side: 'before' })],
];

describe('an apply of five changes that is killed', () => {
  let arena: Arena;
  let reference: Reference;

  beforeAll(async () => {
    arena = await Arena.open(await PostgresRing.furnish({ ...(await startPglite()), databases: ['postgres'] }));
    reference = await undisturbed(arena);
  });

  afterAll(async () => {
    await arena.close();
  });

  it('has this many effects, each of which is a place to be killed', () => {
    const commits = reference.effects.filter((effect) => effect === 'COMMIT').length;
    expect({ commits, others: reference.effects.length - commits }).toEqual({ commits: 11, others: 23 });
  });

  it.each(SAMPLE)('%s is finished by the next run as if nothing had happened', async (_when, pointIn) => {
    await expectSurvives(arena, reference, pointIn(reference));
  });
});
