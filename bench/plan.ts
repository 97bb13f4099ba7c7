import { assemble, type PlanFacts } from '../src/core/assembly.ts';
import type { Configuration } from '../src/core/configuration.ts';
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

const ROUNDS = 11;
const SOURCE = 'bench';
/** The goal for a whole plan, as a multiple of the plainest reads of the same catalogues. */
const GOAL = 1.5;

const configuration: Configuration = {
  desired: ['identities/**/*.yaml'],
  policies: [],
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
  removalGuard: { share: 0.2, minimum: 5 },
  applyWithinDays: 7,
  app: null,
};

const NOTHING: Loaded = { state: { identities: [], reconciliations: [] }, diagnostics: [], locate: () => null };

const server = await startPostgres();
try {
  await server.query(estate());
  const url = server.url('postgres', 'postgres');
  const inputs = documentsOf(await read(url));
  const loaded = loadAll(inputs);
  const plain = planOf(await read(url), loaded, 'everything');
  expectChanges(plain, 0);
  expectChanges(planOf(await read(url), loaded, 'pull-request'), inputs.length);
  const times: Record<'bare' | 'load' | 'plan' | 'rewrite', number[]> = { bare: [], load: [], plan: [], rewrite: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await timed(() => bareReads(url)));
    times.load.push(await timed(() => Promise.resolve(loadAll(inputs))));
    times.plan.push(await timed(async () => planOf(await read(url), loaded, 'everything')));
    times.rewrite.push(await timed(async () => planOf(await read(url), loaded, 'pull-request')));
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
      engine: 'bench',
    },
    judgeBy(configuration),
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

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function report(times: Record<'bare' | 'load' | 'plan' | 'rewrite', readonly number[]>): void {
  const fastest = (name: keyof typeof times) => Math.min(...times[name]);
  const line = (what: string, name: keyof typeof times) =>
    console.log(`${what.padEnd(44)} ${fastest(name).toFixed(0).padStart(5)} ms  ${ratio(name).toFixed(2)}`);
  const ratio = (name: keyof typeof times) => fastest(name) / fastest('bare');
  console.log(
    `PostgreSQL ${server.version}, ${ROLES} roles, ${GRANTS_EACH} tables each, fastest of ${ROUNDS} rounds side by side`,
  );
  line('bare catalogue reads', 'bare');
  line('read, compare, assess and digest', 'plan');
  line('the same where every document is new', 'rewrite');
  line('parsing and checking the documents', 'load');
  console.log(
    `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; goal: ratio of a plan at most ${GOAL}`,
  );
  if (ratio('plan') > GOAL) process.exitCode = 1;
}
