import { assessAccess } from '../src/core/access/assess.ts';
import { compareAccess } from '../src/core/access/difference.ts';
import type { LiveState } from '../src/core/live.ts';
import type { Change, Plan } from '../src/core/plan.ts';
import { postgresAccess } from '../src/providers/postgres/access/access-model.ts';
import type { Estate, EstateObject, EstateRole } from '../src/providers/postgres/access/estate.ts';
import type { MembershipFact } from '../src/providers/postgres/facts.ts';
import type { Operation } from '../src/providers/postgres/normal-form/model.ts';

const ROLES = 10_000;
const TABLES = 10_000;
const GRANTS = 100_000;
const DEPTH = 10;
const CHANGES = 100;
const ROUNDS = 7;
const SOURCE = 'bench';
/** Milliseconds for the access of a plan, from the estate as it was read. */
const GOAL = 2_000;
const MEGABYTE = 1_048_576;

const ROWS = {
  pass: 'one pass over every grant and membership of the estate',
  principal: 'what one role holds',
  resource: 'who holds something on one table',
  plan: 'access of a plan: before, after, and the difference',
  assessed: 'the same as it is assessed: what direct gains and losses do not say, in blocks',
} as const;

type Row = keyof typeof ROWS;

const live = estate();
const changes = Array.from({ length: CHANGES }, (_, number) => changeOf(number));
const times: Record<Row, number[]> = { pass: [], principal: [], resource: [], plan: [], assessed: [] };
let found = 0;
let peak = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  times.pass.push(timed(() => pass(live)));
  times.principal.push(timed(() => postgresAccess.index(live).held(roleAddress(ROLES - 1)).length));
  times.resource.push(timed(() => postgresAccess.index(live).holders(`${SOURCE}/db: table app.t1`).length));
  times.plan.push(timed(difference));
  times.assessed.push(timed(assessed));
  peak = Math.max(peak, process.memoryUsage().heapUsed);
}
report();

/** Ten chains of groups side by side, each role a member of the one before it, and ten grants a role. */
function estate(): LiveState {
  const roles: { [name: string]: EstateRole } = {};
  const memberships: MembershipFact[] = [];
  const acls = Array.from(
    { length: TABLES },
    (): { [grantee: string]: { SELECT: 'granted'; INSERT: 'granted' } } => ({}),
  );
  for (let role = 0; role < ROLES; role += 1) {
    roles[`r${role}`] = plainRole(role);
    if (role % DEPTH > 0)
      memberships.push({
        role: `r${role - 1}`,
        member: `r${role}`,
        grantor: 'owner',
        admin: false,
        inherit: role % 3 > 0,
        set: true,
      });
    for (let grant = 0; grant < GRANTS / ROLES; grant += 1) {
      const acl = acls[(role * 7 + grant * 31) % TABLES];
      if (acl !== undefined) acl[`r${role}`] = { SELECT: 'granted', INSERT: 'granted' };
    }
  }
  roles['owner'] = plainRole(ROLES);
  const tables = acls.map((acl, table): [string, EstateObject] => [`table app.t${table}`, { owner: 'owner', acl }]);
  const objects = Object.fromEntries([['database', { owner: 'owner', acl: null }], ...tables]);
  const facts: Estate = { version: 160_000, databases: { db: { objects, defaults: {} } }, roles, memberships };
  return { source: SOURCE, provider: 'postgres', target: {}, objects: [], unreadable: [], notModelled: [], facts };
}

function plainRole(oid: number): EstateRole {
  const off = {
    superuser: false,
    createDatabase: false,
    createRole: false,
    replication: false,
    bypassRowSecurity: false,
  };
  return { oid: String(oid), login: true, inherit: true, connectionLimit: -1, ...off };
}

/** Grants, revokes and memberships in turn, at every depth of the chains. */
function changeOf(number: number): Change {
  const role = number * 97 + (number % DEPTH);
  const table = { object: `table app.t${(role * 7) % TABLES}`, as: null };
  const choices: readonly Operation[] = [
    { kind: 'grant', ...table, privileges: ['UPDATE'], grantable: false },
    { kind: 'revoke', ...table, privileges: ['SELECT'], only: 'privilege' },
    {
      kind: 'grant-role',
      role: `r${(role + 5_000) % ROLES}`,
      membership: { admin: false, inherit: true, set: true },
      as: null,
    },
  ];
  const operations = choices.slice(number % choices.length, (number % choices.length) + 1);
  const step = {
    id: `${number}`,
    dependsOn: [],
    stage: 0,
    effect: { database: 'db', operations },
    expect: {},
    result: {},
  };
  return {
    address: roleAddress(role),
    action: 'update',
    metadata: { before: null, after: null },
    incarnation: '1',
    before: {},
    after: {},
    steps: [{ ...step, repeat: 'idempotent' }],
    irreversible: [],
    blocked: [],
  };
}

function roleAddress(role: number): string {
  return `${SOURCE}/PostgresRole/r${role}`;
}

/** The least that anything about the whole estate takes. */
function pass({ facts }: LiveState): number {
  const { databases, memberships } = facts as Estate;
  let count = 0;
  for (const { objects } of Object.values(databases))
    for (const { acl } of Object.values(objects)) for (const grantee of Object.keys(acl ?? {})) count += grantee.length;
  for (const { member } of memberships) count += member.length;
  return count;
}

function difference(): number {
  const { before, after, affected } = postgresAccess.after(live, changes);
  found = 0;
  for (const change of compareAccess(before, after, affected)) found += change.permission.action.length > 0 ? 1 : 0;
  return found;
}

function assessed(): number {
  const plan: Plan = {
    formatVersion: '1',
    sources: [{ name: SOURCE, provider: 'postgres', target: {} }],
    desired: [],
    governance: [],
    requests: [],
    changes,
  };
  const models = new Map([['postgres', { access: postgresAccess }]]);
  const told = assessAccess(plan, { complete: true, errored: false, changes: [] }, new Map([[SOURCE, live]]), models);
  return told.reduce((sum, one) => sum + (one.kind === 'known' ? one.blocks.length : 0), 0);
}

function timed(run: () => number): number {
  const start = performance.now();
  if (run() === 0) throw new Error('A bench that finds nothing measures nothing.');
  return performance.now() - start;
}

function report(): void {
  const fastest = (row: Row) => Math.min(...times[row]);
  console.log(
    `${ROLES} roles, ${GRANTS} grants, memberships ${DEPTH} deep, ${CHANGES} changes; fastest of ${ROUNDS} rounds\n`,
  );
  console.log('| what | ms | ratio |\n| --- | --- | --- |');
  for (const row of Object.keys(ROWS) as Row[])
    console.log(`| ${ROWS[row]} | ${fastest(row).toFixed(0)} | ${(fastest(row) / fastest('pass')).toFixed(1)} |`);
  console.log(`\n${found} differences. Heap ${(peak / MEGABYTE).toFixed(0)} MB at most between rounds.`);
  console.log(`Goal: the access of a plan in at most ${GOAL} ms.`);
  if (Math.max(fastest('plan'), fastest('assessed')) > GOAL) process.exitCode = 1;
}
