import { performance } from 'node:perf_hooks';
import type { Attributes } from '../src/core/attributes.ts';
import { canonicalize } from '../src/core/digest.ts';
import type { JsonObject } from '../src/core/json.ts';
import type { LiveState } from '../src/core/live.ts';
import { postgres } from '../src/providers/postgres/index.ts';
import { startPostgres } from '../test/live/postgres/server.ts';
import { bareReads, estate, GRANTS_EACH } from './estate.ts';

const ROUNDS = 11;
const SOURCE = 'bench';
const MEGABYTE = 1024 * 1024;

/** The goal for a whole plan, as a multiple of the plainest reads of the same catalogues. */
const GOAL = 1.5;

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
