import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../../src/core/plan.ts';
import { converge, document, planFor, type Cluster } from './change.ts';
import { advance, doneIn, entriesIn, fencedApply, type Order } from './fenced-apply.ts';
import { startPostgres, type LivePostgres } from './server.ts';

/** A transaction of the paused run that stands still is ended by the server after this time; the other one waits for a lock for longer. */
const STANDSTILL = 1500;
const PATIENCE = 8000;
const LANES = ['lane_1', 'lane_2', 'lane_3', 'lane_4'];

let server: LivePostgres;
let cluster: Cluster;
let folder: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'countersign-fencing-'));
  cluster = { server, databases: ['postgres'], writer: 'postgres' };
  await server.query('CREATE SCHEMA s');
});

afterAll(async () => {
  // What a failed test left standing would stand there for ever.
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

/** A change in two steps, and the later one that brings the old state back: the same role, again and again. */
async function plansFor(role: string): Promise<{ forth: Plan; back: Plan }> {
  await server.query(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 5; CREATE TABLE s.${role} (a int)`);
  const grant = { grants: [{ database: 'postgres', on: { tables: `s.${role}` }, privileges: ['SELECT'] }] };
  const [old, next] = [
    document(role, { connectionLimit: 5, grants: [] }),
    document(role, { connectionLimit: 7, ...grant }),
  ];
  const forth = { base: [old], head: [next] };
  const back = { base: [next], head: [old] };
  const planned = { forth: (await planFor(cluster, forth)).plan, back: {} as Plan };
  await converge(cluster, forth);
  planned.back = (await planFor(cluster, back)).plan;
  await converge(cluster, back);
  return planned;
}

/** The role's rows with the transactions that wrote them: a write of the same values shows, too. */
async function state(role: string): Promise<unknown> {
  return await server.query(
    `SELECT a.xmin::text AS role, c.xmin::text AS table, rolconnlimit, has_table_privilege(a.oid, c.oid, 'SELECT') AS granted FROM pg_authid a, pg_class c WHERE rolname = relname AND relname = '${role}'`,
  );
}

type Paused = { readonly child: ChildProcess; readonly said: Interface; readonly at: string };

/** Null: the run ended before it made so many calls. */
async function pausedAt(order: Order, place: number): Promise<Paused | null> {
  const path = join(order.folder, 'order.json');
  writeFileSync(path, JSON.stringify(order));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fencing-child.ts'), path, String(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const said = createInterface({ input: child.stdout });
  const line = await nextLine(said);
  if (line.startsWith('ended')) {
    expect(line).toBe('ended applied');
    return null;
  }
  return { child, said, at: line.replace('stopped ', '') };
}

function nextLine(lines: Interface): Promise<string> {
  return new Promise((resolve) => lines.once('line', resolve));
}

/** How the run ends when it is woken. */
async function woken({ child, said }: Paused): Promise<string> {
  const line = nextLine(said);
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGCONT');
  const ended = await line;
  await exit;
  children.delete(child);
  return ended;
}

/** One pause: another run takes over, finishes, and a later landing brings the old state back, before the first one wakes. */
async function pause(role: string, plans: { forth: Plan; back: Plan }, place: number): Promise<string | null> {
  const own = join(folder, `${role}-${place}`);
  mkdirSync(own);
  const forth: Order = {
    secret: server.url('postgres', 'postgres'),
    plan: plans.forth,
    applyId: 'landing-1',
    folder: own,
    holder: 'paused',
    timeout: STANDSTILL,
  };
  const paused = await pausedAt(forth, place);
  const whole = doneIn(own).length === plans.forth.changes.flatMap(({ steps }) => steps).length;
  advance(own, 10_000);
  if (paused !== null) {
    const report = await fencedApply({ ...forth, holder: 'other', timeout: PATIENCE });
    expect(report, paused.at).toMatchObject({ result: 'applied', unverified: [] });
  }
  const back = { ...forth, plan: plans.back, applyId: 'landing-2', holder: 'other', timeout: PATIENCE };
  expect(await fencedApply(back), paused?.at).toMatchObject({ result: 'applied', unverified: [] });
  if (paused === null) return null;
  const [before, entries] = [await state(role), entriesIn(own)];
  expect(before).toMatchObject([{ rolconnlimit: 5, granted: false }]);
  const ended = await woken(paused);
  // Where it had done and entered everything before the pause, only reading is left to it.
  expect(ended, paused.at).toMatch(whole ? /^ended applied$/u : /^ended by (?:lease-lost|Error: ledger-overtaken)$/u);
  expect(await state(role), paused.at).toEqual(before);
  expect(entriesIn(own), paused.at).toEqual(entries);
  expect(new Set(doneIn(own)).size, paused.at).toBe(doneIn(own).length);
  return paused.at;
}

it('a run that is stopped before or after any call writes nothing when it is woken after another one took over', async () => {
  let next = 1;
  const places: string[] = [];
  await Promise.all(
    LANES.map(async (role) => {
      const plans = await plansFor(role);
      for (let at: string | null = ''; at !== null;) {
        next += 1;
        at = await pause(role, plans, next - 1);
        if (at !== null) places.push(at);
      }
    }),
  );
  process.stdout.write(`stopped and woken at ${places.length} calls, ${new Set(places).size} different ones\n`);
  expect(places).toContain('before COMMIT');
  expect(places).toContain('after the fence');
  expect(places.length).toBeGreaterThan(25);
}, 600_000);
