import { assemble, type PlanFacts } from '../src/core/assembly.ts';
import type { Configuration } from '../src/core/configuration.ts';
import { NO_POLICIES } from '../src/core/policy/set.ts';
import { API_VERSION } from '../src/core/desired/envelope.ts';
import { load } from '../src/core/desired/load.ts';
import type { Input, Loaded } from '../src/core/desired/types.ts';
import { planDigest } from '../src/core/digest.ts';
import type { LiveState } from '../src/core/live.ts';
import type { Plan } from '../src/core/plan.ts';
import { judgeBy } from '../src/core/policy.ts';
import { writeYaml } from '../src/core/yaml/write.ts';
import { postgres } from '../src/providers/postgres/index.ts';
import { startPostgres } from '../test/live/postgres/server.ts';
import { bareReads, estate, GRANTS_EACH, ROLES } from './estate.ts';

/** `--once`: whether it still computes what it should, without a word on how fast. */
const once = process.argv.includes('--once');
const ROUNDS = once ? 1 : 11;
const SOURCE = 'bench';
/** The goal for a plan, as a multiple of the plainest reads of the same catalogues. */
const GOAL = 1.5;

const ROWS = {
  bare: 'bare catalogue reads, as rows of text',
  load: 'documents: parse, check, lint, hash',
  read: 'live state: read and normalise',
  plan: 'plan: live state, compare, assess, digest',
  whole: 'documents and plan',
  rewrite: 'documents and plan, where every document is new',
} as const;

type Row = keyof typeof ROWS;
/** Milliseconds: until it was done, and of this process's processors. */
type Time = { readonly wall: number; readonly processor: number };
type Times = Record<Row, Time[]>;

const configuration: Configuration = {
  desired: ['identities/**/*.yaml'],
  policies: [],
  policySet: NO_POLICIES,
  codeOwners: null,
  people: { owners: ['ana'] },
  sources: [
    {
      name: SOURCE,
      provider: 'postgres',
      connection: { read: 'READ', write: 'WRITE' },
      mode: 'authoritative',
      boundary: {},
      options: {},
      owner: 'owners',
    },
  ],
  approval: {
    approvals: 1,
    widening: null,
    administrators: 'owners',
    irreversible: 2,
    distinct: false,
    machineUsers: [],
    bots: [],
  },
  ledger: { branch: 'countersign/ledger', repository: null, signing: { kind: 'none' } },
  sensitive: [],
  removalGuard: { share: 0.2, minimum: 5 },
  applyWithinDays: 7,
  app: null,
};

const NOTHING: Loaded = {
  state: { identities: [], reconciliations: [] },
  diagnostics: [],
  locate: () => null,
  broken: [],
  parts: [],
};

const server = await startPostgres();
try {
  await server.query(estate());
  const url = server.url('postgres', 'postgres');
  const inputs = documentsOf(await read(url));
  const loaded = loadAll(inputs);
  expectChanges(planOf(await read(url), loaded, 'everything'), 0);
  expectChanges(planOf(await read(url), loaded, 'pull-request'), inputs.length);
  const times: Times = { bare: [], load: [], read: [], plan: [], whole: [], rewrite: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await timed(() => bareReads(url)));
    times.load.push(await timed(() => Promise.resolve(loadAll(inputs))));
    times.read.push(await timed(() => read(url)));
    times.plan.push(await timed(async () => planOf(await read(url), loaded, 'everything')));
    times.whole.push(await timed(() => whole(url, inputs, 'everything')));
    times.rewrite.push(await timed(() => whole(url, inputs, 'pull-request')));
  }
  report(times);
} finally {
  await server.stop();
}

async function read(url: string): Promise<LiveState> {
  const connection = { source: SOURCE, secret: url, boundary: {}, options: {}, timeout: 60_000, progress: () => {} };
  const live = await postgres.reader(connection).read({ kind: 'boundary' });
  if (live.unreadable.length > 0) throw new Error(JSON.stringify(live.unreadable));
  return live;
}

function documentsOf(live: LiveState): readonly Input[] {
  return live.objects.map((object) => {
    const { kind, name, spec } = postgres.toDocument(object, live);
    const text = writeYaml({ apiVersion: API_VERSION, kind, metadata: { name, source: SOURCE }, spec });
    return { path: `identities/${name}.yaml`, bytes: Buffer.from(text) };
  });
}

function loadAll(inputs: readonly Input[]): Loaded {
  const loaded = load(inputs, { providers: [postgres], configuration });
  if (loaded.diagnostics.length > 0) throw new Error(JSON.stringify(loaded.diagnostics[0]));
  return loaded;
}

/** As a run does it: which sources are read is known when the documents are. */
async function whole(url: string, inputs: readonly Input[], extent: PlanFacts['extent']): Promise<Plan> {
  const loaded = loadAll(inputs);
  return planOf(await read(url), loaded, extent);
}

/** From live and desired state to plan, assessment and digest. With `pull-request`, all thousand documents are new. */
function planOf(live: LiveState, head: Loaded, extent: PlanFacts['extent']): Plan {
  const { plan, assessment } = assemble(
    {
      configuration,
      providers: new Map([['postgres', postgres]]),
      base: extent === 'everything' ? head : NOTHING,
      head,
      extent,
      live: new Map([[SOURCE, live]]),
      governance: [],
      diagnostics: [],
      commits: null,
      now: '2026-01-01T00:00:00Z',
      engine: 'bench',
    },
    judgeBy(configuration, '2026-01-01T00:00:00Z', null),
  );
  if (!assessment.complete) throw new Error(JSON.stringify(assessment.incomplete));
  planDigest(plan);
  return plan;
}

/** A bench that computes the wrong thing fast is no bench. */
function expectChanges({ changes, desired }: Plan, expected: number): void {
  const steps = changes.reduce((sum, change) => sum + change.steps.length, 0);
  if (changes.length !== expected || steps > 0 || desired.length < ROLES)
    throw new Error(`${changes.length} changes of ${desired.length} with ${steps} steps.`);
}

async function timed(run: () => Promise<unknown>): Promise<Time> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}

function report(times: Times): void {
  if (once) return;
  const fastest = (row: Row, of: keyof Time) => Math.min(...times[row].map((time) => time[of]));
  const ratio = (row: Row) => fastest(row, 'wall') / fastest('bare', 'wall');
  console.log(
    `PostgreSQL ${server.version}, ${ROLES} roles, ${GRANTS_EACH} tables each, fastest of ${ROUNDS} rounds side by side\n`,
  );
  console.log('| what | ms | ratio | processor ms of the client |\n| --- | --- | --- | --- |');
  for (const row of Object.keys(ROWS) as Row[]) {
    const [wall, processor] = [fastest(row, 'wall'), fastest(row, 'processor')];
    console.log(`| ${ROWS[row]} | ${wall.toFixed(0)} | ${ratio(row).toFixed(2)} | ${processor.toFixed(0)} |`);
  }
  console.log(`\nPeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`);
  console.log(`Goal: the plan at most ${GOAL}; what is in it and what is not: docs/benchmarks.md.`);
  if (ratio('plan') > GOAL) process.exitCode = 1;
}
