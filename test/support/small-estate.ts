import { plainAssessment } from './assessments.ts';
import { assessAccess, withAccess } from '../../src/core/access/assess.ts';
import type { AccessBlock, SourceAccess } from '../../src/core/access/assessed.ts';
import type { Assessment, ChangeAssessment } from '../../src/core/assessment.ts';
import type { SensitiveTag, SourceConfiguration } from '../../src/core/configuration.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Change, Plan } from '../../src/core/plan.ts';
import type { Judge } from '../../src/core/policy.ts';
import type { Permission, Provider } from '../../src/core/ports.ts';
import { riskOf } from '../../src/core/risk.ts';
import type { Rules } from '../../src/core/risk/anew.ts';
import { riskFacts } from '../../src/core/risk/facts.ts';
import { postgresAccess } from '../../src/providers/postgres/access/access-model.ts';
import type { Estate, EstateObject, EstateRole } from '../../src/providers/postgres/access/estate.ts';
import type { MembershipFact } from '../../src/providers/postgres/facts.ts';
import type { Operation } from '../../src/providers/postgres/normal-form/model.ts';
import { postgresRisk } from '../../src/providers/postgres/risk/model.ts';
import { changeWith, stepWith } from './plans.ts';

type SmallObject = { readonly owner?: string; readonly acl?: EstateObject['acl'] };

/** A cluster `pg` with one database `db`, in memory. */
export type SmallEstate = {
  readonly roles: readonly string[];
  /** `member of group`, with ` after SET` where nothing is inherited. */
  readonly memberships?: readonly string[];
  /** By key; `acl` null: nobody ever granted anything. */
  readonly objects?: { readonly [key: string]: SmallObject };
};

export const addressOf = (role: string): string => `pg/PostgresRole/${role}`;

export function estateOf({ roles, memberships = [], objects = {} }: SmallEstate): LiveState {
  const all: { readonly [key: string]: SmallObject } = { database: {}, ...objects };
  const facts: Estate = {
    version: 170_000,
    roles: Object.fromEntries(['owner', ...roles].map((name, index) => [name, plainRole(index)])),
    memberships: memberships.map(membership),
    databases: {
      db: {
        objects: Object.fromEntries(
          Object.entries(all).map(([key, { owner = 'owner', acl = null }]) => [key, { owner, acl }]),
        ),
        defaults: {},
      },
    },
  };
  return { source: 'pg', provider: 'postgres', target: {}, objects: [], unreadable: [], notModelled: [], facts };
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

function membership(text: string): MembershipFact {
  const [, member = '', role = '', set] = /^(\S+) of (\S+?)( after SET)?$/u.exec(text) ?? [];
  return { role, member, grantor: 'owner', admin: false, inherit: set === undefined, set: true };
}

/** One change of the plan, with what it gives and takes directly. */
export type Doing = {
  readonly role: string;
  readonly operations: readonly Operation[];
  readonly gains?: readonly string[];
  readonly loses?: readonly string[];
  readonly parts?: Partial<Change>;
};

export function grant(object: string, ...privileges: string[]): Operation {
  return { kind: 'grant', object, privileges, grantable: false, as: null };
}

export function revoke(object: string, ...privileges: string[]): Operation {
  return { kind: 'revoke', object, privileges, only: 'privilege', as: null };
}

export function join(role: string, inherit = true): Operation {
  return { kind: 'grant-role', role, membership: { admin: false, inherit, set: true }, as: null };
}

function changeOf({ role, operations, parts = {} }: Doing): Change {
  const step = stepWith(role, { effect: { database: 'db', operations } });
  return changeWith(role, { address: addressOf(role), steps: [step], ...parts });
}

export function planFor(doings: readonly Doing[]): Plan {
  return {
    formatVersion: '1',
    sources: [{ name: 'pg', provider: 'postgres', target: {} }],
    desired: [],
    governance: [],
    requests: [],
    changes: doings.map(changeOf),
  };
}

/** `SELECT on table s.t`, of the database; `member of on role readers`, of the cluster. */
function permissionOf(principal: string, text: string): Permission {
  const [action = '', resource = ''] = text.split(/ on (?=\S+ )/u);
  const isRole = resource.startsWith('role ');
  return {
    principal: addressOf(principal),
    action,
    resource: `${isRole ? 'pg' : 'pg/db'}: ${resource}`,
    path: isRole ? 'membership' : 'direct',
    power: 'use',
  };
}

export function assessmentOf(doings: readonly Doing[]): Assessment {
  const changes = doings.map(({ role, gains = [], loses = [] }): ChangeAssessment => ({
    address: addressOf(role),
    risk: { level: 'low', reasons: [] },
    gains: gains.map((text) => permissionOf(role, text)),
    loses: loses.map((text) => permissionOf(role, text)),
    expansions: {},
    location: null,
    locations: {},
    notes: [],
  }));
  return plainAssessment({ changes });
}

export const MODELS: ReadonlyMap<string, Pick<Provider, 'access'>> = new Map([
  ['postgres', { access: postgresAccess }],
  ['memory', {}],
]);

export function assessedOn(estate: LiveState, doings: readonly Doing[]): readonly SourceAccess[] {
  return assessAccess(planFor(doings), assessmentOf(doings), new Map([['pg', estate]]), MODELS);
}

const PROVIDER = { access: postgresAccess, risk: postgresRisk, permissions: () => [] };

/** The rules by which the risk is told; the plan's attributes say nothing of permissions, so what is given directly is as assessed. */
export function rulesFor(sensitive: readonly SensitiveTag[]): Rules & {
  readonly providers: ReadonlyMap<string, typeof PROVIDER>;
} {
  const source: SourceConfiguration = {
    name: 'pg',
    provider: 'postgres',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    boundary: {},
    options: { writer: 'writer' },
    owner: 'olga',
  };
  return {
    configuration: { sensitive, sources: [source] },
    providers: new Map([['postgres', PROVIDER]]),
    now: '2026-06-01T12:00:00Z',
  };
}

const UNJUDGED: Judge = () => ({ requirements: [], findings: [], exceptions: [] });

/** A plan as the plan job hands it on: with the risk of what it gives directly, and of what that gives in effect. */
export function riskyOn(
  estate: LiveState,
  doings: readonly Doing[],
  sensitive: readonly SensitiveTag[] = [],
  judge = UNJUDGED,
): Assessment {
  const [plan, assessment, rules] = [planFor(doings), assessmentOf(doings), rulesFor(sensitive)];
  const changes = assessment.changes.map((access, index): ChangeAssessment => {
    const change = plan.changes[index] ?? changeWith('none');
    const facts = { change, access, provider: PROVIDER, source: null, live: null, object: null, sensitive };
    return { ...access, risk: riskOf(riskFacts({ ...facts, now: rules.now })) };
  });
  return withAccess({ plan, assessment: { ...assessment, changes } }, new Map([['pg', estate]]), rules, judge)
    .assessment;
}

/** The blocks of the only source, in words. */
export function wordsOf([access]: readonly SourceAccess[]): readonly string[] {
  return access?.kind === 'known' ? access.blocks.map(wordsOfBlock) : [access?.kind ?? 'nothing'];
}

function wordsOfBlock({ kind, principals, actions, resources, way, instead }: AccessBlock): string {
  const short = (name: string) => name.replace(/^pg(?:\/PostgresRole\/|\/db: |: )?/u, '');
  const list = ({ names, count }: AccessBlock['principals']) =>
    [...names.map(short), ...(count > names.length ? [`+${count - names.length}`] : [])].join(',');
  const said = ({ basis, through, condition }: AccessBlock['way']) =>
    [basis, ...through.map((address) => `<${short(address)}`), condition ?? ''].join(' ').trim();
  const other = instead === null ? '' : ` / ${said(instead)}`;
  return `${kind}: ${list(principals)}: ${list(actions)}: ${list(resources)}: ${said(way)}${other}`;
}
