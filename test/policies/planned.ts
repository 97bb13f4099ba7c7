import { formatAddress } from '../../src/core/address.ts';
import { assemble, type Planned } from '../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import { load } from '../../src/core/desired/load.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../src/core/live.ts';
import { loadPolicies, policySetOf } from '../../src/core/policy/index.ts';
import { postgres } from '../../src/providers/postgres/index.ts';
import { estate, role } from '../providers/postgres/steps/estate.ts';
import { configurationFor } from '../support/planning.ts';
import { normalized } from '../support/round-trip.ts';

/** What a pull request makes of the role `app`; null: no document. `live`: the spec that the server already has, null: no such role. */
export type Story = {
  readonly base: string | null;
  readonly head: string | null;
  readonly live: JsonObject | null;
  readonly governance: readonly string[];
  /** As if the server told of the role's. */ readonly credentials?: LiveObject['credentials'];
  /** `orders-db` unless given. */
  readonly source?: string;
};

/** Text of the document of one role; `lines` are further lines of its metadata. */
export function roleDocument(
  spec: JsonObject,
  lines = 'owner: billing, purpose: Nightly export',
  name = 'app',
  source = 'orders-db',
): string {
  const separator = lines === '' ? '' : ', ';
  return `apiVersion: countersign.dev/v1\nkind: PostgresRole\nmetadata: { name: ${name}, source: ${source}${separator}${lines} }\nspec: ${JSON.stringify(spec)}\n`;
}

/** The plan of a story by the PostgreSQL provider itself, judged by one policy document. */
export function judgedPlan(story: Story, policy: string, now = '2026-06-01T12:00:00Z'): Planned {
  const source = { ...SOURCE, name: story.source ?? SOURCE.name };
  const configuration = {
    ...configurationFor(source),
    people: { owner: ['olga'], billing: ['bea'], security: ['sid', 'sue'] },
  };
  const loaded = (text: string | null) =>
    load(text === null ? [] : [{ path: 'identities/app.yaml', bytes: Buffer.from(text) }], {
      providers: [postgres],
      configuration,
    });
  const policies = loadPolicies([{ path: 'policies/a.yaml', bytes: Buffer.from(policy) }], configuration);
  const set = policySetOf(policies, configuration);
  const facts = {
    configuration,
    providers: new Map([[postgres.name, postgres]]),
    base: loaded(story.base),
    head: loaded(story.head),
    extent: 'pull-request' as const,
    live: new Map([[source.name, proving(liveState(story.live, source.name), story.credentials)]]),
    governance: story.governance.map((path) => ({ path, base: null, head: HASH })),
    diagnostics: [],
    commits: null,
    now,
    engine: 'test',
  };
  return assemble(facts, (plan, changes, access) => set.judge({ plan, changes, access, now, pull: null }));
}

const HASH = `sha256:${'0'.repeat(64)}` as const;

const SOURCE: SourceConfiguration = {
  name: 'orders-db',
  provider: 'postgres',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: {},
  options: { databases: ['orders'] },
  owner: 'owner',
};

function proving(live: LiveState, credentials: LiveObject['credentials']): LiveState {
  if (credentials === undefined) return live;
  return { ...live, objects: live.objects.map((object) => ({ ...object, credentials })) };
}

/** A server with the schemas `billing` and `hr`, and the roles that stories name. */
function liveState(spec: JsonObject | null, source: string): LiveState {
  const objects = {
    'schema billing': 'maker',
    'schema hr': 'maker',
    'table billing.invoices': 'maker',
    'table billing.hr': 'maker',
    'table hr.salaries': 'maker',
  };
  const known = { admin: role({ superuser: true }), maker: role(), team: role({ login: false }), hr: role() };
  const facts = estate({
    databases: ['orders'],
    database: { orders: { owner: 'maker', objects, otherOwned: {} } },
    roles: spec === null ? known : { ...known, app: role() },
  });
  const empty = { source, provider: 'postgres', target: {}, unreadable: [], notModelled: [] };
  const live: LiveState = { ...empty, objects: [], facts };
  return spec === null ? live : { ...live, objects: [liveApp(spec, live)] };
}

function liveApp(spec: JsonObject, live: LiveState): LiveObject {
  const off = { superuser: false, createDatabase: false, createRole: false, replication: false };
  const scalars = { login: true, inherit: true, bypassRowSecurity: false, connectionLimit: -1, ...off };
  const lists = { memberOf: [], grants: [], defaultPrivileges: [], settings: {} };
  const attributes = { ...scalars, validUntil: 'infinity', comment: null, ...normalized({ ...lists, ...spec }, live) };
  const address = formatAddress({ source: live.source, kind: 'PostgresRole', name: ['app'] });
  return { address, kind: 'PostgresRole', incarnation: '20000', attributes, facts: {} };
}
