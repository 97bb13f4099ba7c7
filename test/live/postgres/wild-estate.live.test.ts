import { afterEach, expect, test } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import type { LiveState } from '../../../src/core/live.ts';
import { postgresFacts } from '../../../src/providers/postgres/facts.ts';
import { roleAttributes } from '../../../src/providers/postgres/normal-form/model.ts';
import { connectionTo, readAll, roundTrip } from '../../support/round-trip.ts';
import { expectedNotModelled, wildEstate, type ExpectedNotModelled } from '../../support/wild-estate.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;

afterEach(async () => {
  await server.stop();
});

const versions = [14, null, 16, 17, 18].map((major) => [major ?? 'of the system', major] as const);

test.each(versions)(
  'PostgreSQL %s: after every file of the wild estate, importing everything and planning is empty, and what no document can say is listed',
  async (_, major) => {
    server = await startPostgres(major ?? undefined);
    const files = wildEstate(server.version);
    const ran = new Set(files.map(({ number }) => number));
    for (const file of files) {
      const client = await server.connect(file.login, file.database);
      try {
        for (const query of file.queries) await client.query(query);
      } finally {
        await client.end();
      }
      const live = await readAll(
        connectionTo(server.url('postgres', 'postgres'), { options: { databases: await databases() } }),
      );
      expect
        .soft(
          live.unreadable.filter(({ pointer }) => pointer === null),
          file.file,
        )
        .toEqual([]);
      expect.soft(differing(live), file.file).toEqual([]);
      expect.soft(counted(live), file.file).toEqual(await countedByHand(live));
      expect.soft(listed(live), file.file).toEqual(
        expectedNotModelled(file.number)
          .filter(({ from }) => ran.has(from))
          .map(lineOf)
          .sort(),
      );
    }
  },
);

async function databases(): Promise<readonly string[]> {
  const rows = await server.query(
    'SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1',
  );
  return rows.map(({ datname }) => String(datname));
}

/** Roles whose imported document would change something, with what. */
function differing(live: LiveState): readonly unknown[] {
  return live.objects.flatMap((object) => {
    const { problems, found, head } = roundTrip(object, live);
    const equal = canonicalize(found) === canonicalize(head);
    return equal && problems.length === 0
      ? []
      : [{ address: object.address, problems, found: equal ? null : found, head: equal ? null : head }];
  });
}

/** Grants by database, so that nothing is equal only because both sides miss it. */
function counted(live: LiveState): Readonly<Record<string, number>> {
  const totals: Record<string, number> = Object.fromEntries(
    postgresFacts(live).databases.map((database) => [database, 0]),
  );
  for (const object of live.objects) {
    for (const [database, grants] of Object.entries(roleAttributes(object.attributes).grants?.values ?? {})) {
      const facts = Object.entries(grants).flatMap(([key, privileges]) =>
        key === 'database' ? [] : Object.keys(privileges),
      );
      totals[database] = (totals[database] ?? 0) + facts.length;
    }
  }
  return totals;
}

/** The same counted by the plainest query there is. */
async function countedByHand(live: LiveState): Promise<Readonly<Record<string, number>>> {
  const totals: [string, number][] = [];
  for (const database of postgresFacts(live).databases) {
    const rows = await server.query(
      `SET search_path = ''; SELECT count(*) FROM (
         SELECT DISTINCT o.class, o.oid, o.sub, x.grantee, x.privilege_type FROM (
           SELECT 1 AS class, oid, 0 AS sub, relowner AS owner, relacl AS acl FROM pg_class WHERE relpersistence <> 't'
           UNION ALL SELECT 2, attrelid, attnum, relowner, attacl FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
             WHERE NOT attisdropped AND relpersistence <> 't'
           UNION ALL SELECT 3, oid, 0, nspowner, nspacl FROM pg_namespace
           UNION ALL SELECT 4, oid, 0, proowner, proacl FROM pg_proc
           UNION ALL SELECT 5, oid, 0, typowner, typacl FROM pg_type
         ) o CROSS JOIN LATERAL aclexplode(o.acl) x JOIN pg_roles r ON r.oid = x.grantee
         WHERE left(r.rolname, 3) <> 'pg_' AND x.grantee <> o.owner) f`,
      database,
    );
    totals.push([database, Number(rows[0]?.['count'])]);
  }
  return Object.fromEntries(totals);
}

const CLASSES = ['large object', 'language', 'foreign data wrapper', 'foreign server', 'parameter', 'tablespace'];

function listed(live: LiveState): readonly string[] {
  return live.notModelled.flatMap(({ what, detail }) => (CLASSES.includes(what) ? [`${what} ${detail}`] : [])).sort();
}

function lineOf(entry: ExpectedNotModelled): string {
  const place = entry.database === null ? '' : ` in ${entry.database}`;
  const granted = `${entry.privilege} granted to ${entry.grantee} by ${entry.grantor}${entry.grantable ? ' with grant option' : ''}`;
  const change = entry.state === 'granted' ? granted : `${entry.privilege} revoked from ${entry.grantee}`;
  return `${entry.class} ${entry.object}${place}: ${change}`;
}
