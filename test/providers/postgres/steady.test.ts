import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';
import { postgresSubject, steadyEstate } from '../../support/postgres-steady.ts';
import { digestOf, steadyRuns, planSpelled } from '../../support/steady.ts';

let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await startPglite();
});

beforeEach(() => steadyEstate(server));

afterAll(async () => {
  await server.stop();
});

const subject = () => postgresSubject(() => server);

describe('a steady plan of PostgreSQL roles', () => {
  it('is about an edit, a description, a correction, a creation, a disabling and a deletion', async () => {
    const { plan, assessment } = await planSpelled(subject(), 0);
    expect(plan.changes.map(({ address, action }) => `${action} ${address.split('/')[2] ?? ''}`)).toEqual([
      'update corrected',
      'create created',
      'describe described',
      'disable disabled',
      'update edited',
      'delete leaver',
    ]);
    expect(plan.changes.flatMap(({ blocked }) => blocked)).toEqual([]);
    expect(assessment).toMatchObject({ complete: true, applyable: true });
  });

  it(
    'keeps its digest through 1,000 irrelevant perturbations, 100 of them on the server',
    { timeout: 300_000 },
    async () => {
      expect(await steadyRuns(subject(), 1000, 100)).toBe(1000);
    },
  );

  it.each(subject().relevant.map(({ what }, index) => [what, index] as const))(
    'gets another digest after %s',
    async (_what, index) => {
      const moved = subject();
      const digest = await digestOf(moved, 0);
      await moved.relevant[index]?.perform(() => 0);
      expect(await digestOf(moved, 0)).not.toBe(digest);
    },
  );

  it.each(subject().edits)('gets another digest with $what', async ({ edit }) => {
    const one = subject();
    expect(await digestOf(one, 0, { head: edit(one.head) })).not.toBe(await digestOf(one, 0));
  });
});
