import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';
import { connectionTo, readAll, roundTrip } from '../../support/round-trip.ts';
import { expectedNotModelled, wildEstate } from '../../support/wild-estate.ts';

let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await startPglite();
});

afterAll(async () => {
  await server.stop();
});

test('the wild estate on the newest server is imported without a difference after every file', async () => {
  for (const file of wildEstate(180_000).filter(({ pglite }) => pglite)) {
    await server.query(`SET SESSION AUTHORIZATION ${file.login}`);
    for (const query of file.queries) await server.query(query);
    await server.query('SET SESSION AUTHORIZATION postgres; RESET ALL');
    const live = await readAll(connectionTo(server.url));
    expect
      .soft(
        live.unreadable.filter(({ pointer }) => pointer === null),
        file.file,
      )
      .toEqual([]);
    const differing = live.objects.filter((object) => {
      const { problems, found, head } = roundTrip(object, live);
      return problems.length > 0 || canonicalize(found) !== canonicalize(head);
    });
    expect.soft(differing, file.file).toEqual([]);
    const classes = new Set(expectedNotModelled(file.number).map((entry) => entry.class));
    const listed = live.notModelled.filter(({ what }) => classes.has(what)).length;
    expect.soft(listed, file.file).toBe(expectedNotModelled(file.number).length);
  }
});
