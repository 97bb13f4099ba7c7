import { performance } from 'node:perf_hooks';
import type { Attributes } from '../src/core/attributes.ts';
import { canonicalize } from '../src/core/digest.ts';
import type { JsonObject } from '../src/core/json.ts';
import type { LiveState } from '../src/core/live.ts';
import { inSnapshot, openSession, type Session } from '../src/providers/postgres/connect.ts';
import { postgres } from '../src/providers/postgres/index.ts';
import { startPostgres } from '../test/live/postgres/server.ts';

const ROLES = 1_000;
const GRANTS_EACH = 20;
const TABLES = 1_000;
const ROUNDS = 11;
const SOURCE = 'bench';
const MEGABYTE = 1024 * 1024;

/** The goal for a whole plan, as a multiple of the plainest reads of the same catalogues. */
const GOAL = 1.5;

/** The plainest reads that give the same facts: every role, membership, setting, and every privilege of every class, as rows. */
const BARE = [
  'SELECT * FROM pg_catalog.pg_roles',
  'SELECT * FROM pg_catalog.pg_auth_members',
  'SELECT * FROM pg_catalog.pg_db_role_setting',
  "SELECT d.datname, x.* FROM pg_catalog.pg_database d, LATERAL aclexplode(COALESCE(datacl, acldefault('d', datdba))) x",
  "SELECT n.nspname, x.* FROM pg_catalog.pg_namespace n, LATERAL aclexplode(COALESCE(nspacl, acldefault('n', nspowner))) x",
  `SELECT n.nspname, c.relname, c.relkind, c.relowner, x.* FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace,
     LATERAL aclexplode(COALESCE(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) x WHERE relkind IN ('r','p','v','m','f','S')`,
  `SELECT n.nspname, c.relname, a.attname, x.* FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = attrelid
     JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace, LATERAL aclexplode(attacl) x`,
  `SELECT n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), x.* FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = pronamespace,
     LATERAL aclexplode(COALESCE(proacl, acldefault('f', proowner))) x`,
  `SELECT n.nspname, t.typname, x.* FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = typnamespace,
     LATERAL aclexplode(COALESCE(typacl, acldefault('T', typowner))) x`,
  'SELECT d.*, x.* FROM pg_catalog.pg_default_acl d, LATERAL aclexplode(defaclacl) x',
  'SELECT refobjid, dbid, deptype, count(*) FROM pg_catalog.pg_shdepend GROUP BY 1, 2, 3',
];

const server = await startPostgres();
try {
  await server.query(estate());
  const url = server.url('postgres', 'postgres');
  const documents = await importAll(url);
  checkEqual(await planAll(url, documents));
  const [bare, plan]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(() => bareReads(url)));
    plan.push(await timed(() => planAll(url, documents)));
  }
  report(Math.min(...bare), Math.min(...plan), documents.size);
} finally {
  await server.stop();
}

function estate(): string {
  return `
    CREATE SCHEMA app;
    DO $$ BEGIN
      FOR t IN 1..${TABLES} LOOP EXECUTE format('CREATE TABLE app.table_%s (id int)', t); END LOOP;
      FOR r IN 1..${ROLES} LOOP
        EXECUTE format('CREATE ROLE role_%s LOGIN', r);
        FOR g IN 1..${GRANTS_EACH} LOOP
          EXECUTE format('GRANT SELECT, INSERT ON app.table_%s TO role_%s', 1 + (r * 7 + g * 31) % ${TABLES}, r);
        END LOOP;
      END LOOP;
    END $$`;
}

async function read(url: string): Promise<LiveState> {
  const connection = {
    source: SOURCE,
    secret: url,
    boundary: {},
    options: {},
    timeout: 60_000,
    progress: () => undefined,
  };
  const live = await postgres.reader(connection).read({ kind: 'boundary' });
  if (live.unreadable.length > 0) throw new Error(JSON.stringify(live.unreadable));
  return live;
}

async function importAll(url: string): Promise<ReadonlyMap<string, JsonObject>> {
  const live = await read(url);
  return new Map(live.objects.map((object) => [object.address, postgres.toDocument(object, live).spec]));
}

/** One session and one snapshot, as the reader has them, and each result as rows of text. */
async function bareReads(url: string): Promise<void> {
  const session: Session = await openSession(url, null, 60_000);
  await inSnapshot(session, 60_000, async () => {
    for (const query of BARE) await session.rows(query);
  });
  await session.close();
}

type Sides = readonly (readonly [found: Attributes, head: Attributes])[];

/** Everything between the connection and the comparison: read, normalise, project. */
async function planAll(url: string, documents: ReadonlyMap<string, JsonObject>): Promise<Sides> {
  const live = await read(url);
  const context = { source: SOURCE, mode: 'authoritative' as const, live, resolve: (reference: string) => reference };
  return live.objects.map((object) => {
    const head = postgres.normalize(object.kind, documents.get(object.address) ?? {}, context);
    return [postgres.project(object, { base: null, head }, live), head];
  });
}

/** A bench that computes the wrong thing fast is no bench. */
function checkEqual(sides: Sides): void {
  const differing = sides.filter(([found, head]) => canonicalize(found) !== canonicalize(head)).length;
  if (differing > 0) throw new Error(`${differing} roles differ from their own import.`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function report(bare: number, plan: number, roles: number): void {
  const ratio = plan / bare;
  console.log(
    `PostgreSQL ${server.version}, ${roles} roles, ${GRANTS_EACH} tables each, fastest of ${ROUNDS} rounds side by side`,
  );
  console.log(`bare catalogue reads          ${bare.toFixed(0)} ms`);
  console.log(`read, normalise and project   ${plan.toFixed(0)} ms`);
  console.log(`ratio                         ${ratio.toFixed(2)} (goal: at most ${GOAL})`);
  console.log(
    `peak memory                   ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB resident, ${(process.memoryUsage().heapUsed / MEGABYTE).toFixed(0)} MB heap in use`,
  );
  if (ratio > GOAL) process.exitCode = 1;
}
