import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { loadPolicies, runCases, untested } from '../../src/core/policy/index.ts';
import { OWASP_AND_PRODUCTION } from './owasp-and-production.ts';
import { judgedPlan, roleDocument, type Story } from './planned.ts';
import {
  EXAMPLE_ROLE,
  LEAVES,
  METADATA,
  NOTHING,
  creates,
  defaultOn,
  defaults,
  exporter,
  grants,
  reads,
  tables,
  updates,
  type Expected,
} from './stories.ts';

const PAGE = readFileSync('docs/policies.md', 'utf8');
const EXAMPLE = /^```yaml\n(# yaml-language-server.*?)^```$/msu.exec(PAGE)?.[1] ?? '';
const packs = readdirSync('policies', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const POLICIES: ReadonlyMap<string, string> = new Map([
  ['exports', EXAMPLE],
  ...packs.map(({ name }) => [name, readFileSync(`policies/${name}/policy.yaml`, 'utf8')] as const),
]);

const RULES: { readonly [rule: string]: Expected } = {
  'exports/no-writes': {
    holds: [
      exporter(grants('DELETE', { tables: 'billing.invoices' })),
      exporter(grants('INSERT', { tables: 'billing.*' })),
      exporter({ createRole: true }),
      exporter({ memberOf: ['team'] }),
      exporter(grants('SELECT', { tables: 'billing.*' }, { grantable: true })),
    ],
    not: [
      EXAMPLE_ROLE,
      exporter({ login: true, inherit: true, validUntil: '2027-01-01T00:00:00Z', ...reads('billing.invoices') }),
      creates(grants('DELETE', { tables: 'billing.invoices' })),
    ],
  },
  'exports/personal-data': {
    holds: [
      ...['hr.salaries', 'hr.*', '*.*', 'h*.salaries', '*.salaries'].map((name) => creates(reads(name))),
      creates(grants('USAGE', { schemas: 'hr' })),
      creates(grants('USAGE', { schemas: 'h*' })),
      creates(grants('UPDATE', { columns: 'hr.salaries.amount' })),
      creates(grants('EXECUTE', { functions: 'hr.raise(integer)' })),
      creates(defaults({ in: 'hr' })),
      creates(defaults({})),
    ],
    not: [
      EXAMPLE_ROLE,
      ...['billing.hr', 'billing.*', 'billing."*"', 'hrx."hr."', '"hr.x".a'].map((name) => creates(reads(name))),
      creates(grants('CONNECT', { databases: 'orders' })),
      creates(grants('USAGE', { schemas: 'billing' })),
      creates(grants('EXECUTE', { functions: 'billing.raise(hr.salaries)' })),
      creates(defaults({ in: 'billing' })),
      {
        ...NOTHING,
        base: roleDocument(reads('hr.salaries')),
        head: roleDocument({ grants: [] }),
        live: reads('hr.salaries'),
      },
    ],
  },
  'least-privilege/no-administration-by-pattern': {
    holds: [
      creates(grants('SELECT', { tables: 'billing.*' }, { grantable: true })),
      creates(grants('USAGE', { schemas: 'b*' }, { grantable: true })),
      creates(defaults({ in: 'billing', grantable: true })),
    ],
    not: [
      EXAMPLE_ROLE,
      creates(grants('SELECT', { tables: 'billing.invoices' }, { grantable: true })),
      creates({ memberOf: [{ role: 'team', admin: true, inherit: false, set: false }] }),
      creates(defaults({ in: 'billing' })),
      creates({ createRole: true }),
    ],
  },
  'least-privilege/administration': {
    holds: [
      creates({ createRole: true }),
      creates({ memberOf: [{ role: 'team', admin: true, inherit: false, set: false }] }),
      creates(grants('SELECT', { tables: 'billing.invoices' }, { grantable: true })),
    ],
    not: [EXAMPLE_ROLE, creates({ memberOf: ['team'] })],
  },
  'least-privilege/access-through-membership': {
    holds: [creates({ memberOf: ['team'] }), updates({ memberOf: ['team'] }, METADATA)],
    not: [EXAMPLE_ROLE, { ...updates({ memberOf: [] }, METADATA), live: { memberOf: ['team'] } }],
  },
  'least-privilege/much-at-once': { holds: [creates(tables(51))], not: [EXAMPLE_ROLE, creates(tables(50))] },
  'lifecycle/owner-named': {
    holds: [creates({}, 'purpose: Nightly export'), updates({}, 'purpose: Other')],
    not: [EXAMPLE_ROLE],
  },
  'lifecycle/purpose-stated': { holds: [creates({}, 'owner: billing')], not: [EXAMPLE_ROLE] },
  'lifecycle/expiry-set': {
    holds: [EXAMPLE_ROLE],
    not: [creates({}, `${METADATA}, expires: 2026-12-31`), updates(reads('billing.*'), METADATA)],
  },
  'lifecycle/expiry-within-two-years': {
    holds: [creates({}, `${METADATA}, expires: 2036-12-31`)],
    not: [creates({}, `${METADATA}, expires: 2026-12-31`)],
  },
  'lifecycle/nothing-for-the-expired': {
    holds: [updates(reads('billing.*'), `${METADATA}, expires: 2026-05-31`)],
    not: [
      updates(reads('billing.*'), `${METADATA}, expires: 2026-06-01`),
      updates({ login: false }, `${METADATA}, expires: 2026-05-31`),
    ],
  },
  'separation-of-duties/two-for-administration': { holds: [creates({ superuser: true })], not: [EXAMPLE_ROLE] },
  'separation-of-duties/owner-for-what-cannot-be-undone': {
    holds: [{ ...NOTHING, base: LEAVES, live: {} }],
    not: [EXAMPLE_ROLE, { ...NOTHING, base: roleDocument({}), live: {} }],
  },
  'separation-of-duties/rules-by-themselves': {
    holds: [{ ...EXAMPLE_ROLE, governance: ['.github/countersign.yaml'] }],
    not: [EXAMPLE_ROLE, { ...updates({}, `${METADATA} soon`), governance: ['.github/countersign.yaml'] }],
  },
  'separation-of-duties/owner-changes-alone': {
    holds: [updates(reads('billing.*'), 'owner: security, purpose: Nightly export')],
    not: [updates(reads('billing.*'), METADATA), updates({}, 'owner: security, purpose: Nightly export')],
  },
  ...OWASP_AND_PRODUCTION,
};

/** Names of the rules that hold. A story that cannot be planned shows nothing, so it fails. */
function holding(policy: string, story: Story): readonly string[] {
  const { plan, assessment } = judgedPlan(story, POLICIES.get(policy) ?? '');
  const documents = `${story.base ?? ''}${story.head ?? ''}`.split('metadata:').length - 1;
  const changes = story.base === null || story.head === null ? documents : 1;
  expect([assessment.diagnostics.filter(({ severity }) => severity === 'error'), plan.changes.length]).toEqual([
    [],
    changes,
  ]);
  return [...assessment.findings, ...assessment.requirements].map(({ code }) => code);
}

const EVERYTHING: JsonObject = {
  login: true,
  superuser: true,
  createDatabase: true,
  createRole: true,
  inherit: true,
  replication: true,
  bypassRowSecurity: true,
  validUntil: '2027-01-31T00:00:00Z',
  memberOf: [{ role: 'team', admin: true }, 'pg_read_server_files'],
  grants: [
    { on: { databases: 'orders' }, privileges: ['CONNECT'] },
    ...['hr', 'h*'].map((schemas) => ({ on: { schemas }, privileges: ['USAGE'] })),
    { on: { tables: 'hr.salaries' }, privileges: ['SELECT'], grantable: true },
    { on: { tables: 'hr.*' }, privileges: ['SELECT'] },
    { on: { columns: 'hr.salaries.amount' }, privileges: ['SELECT'] },
    { on: { sequences: ['hr.ids', 'hr.*'] }, privileges: ['USAGE'] },
    { on: { functions: ['hr.raise(integer)', 'hr.*'] }, privileges: ['EXECUTE'] },
    { on: { procedures: ['hr.close()', 'hr.*'] }, privileges: ['EXECUTE'] },
    { on: { types: ['hr.grade', 'hr.*'] }, privileges: ['USAGE'] },
  ],
  defaultPrivileges: [{ in: 'hr' }, {}].map((place) => defaultOn(place)),
};

/** What stands in code in each cell of the page's table, row by row. */
function formsOfPage(): readonly (readonly (readonly string[])[])[] {
  const section = PAGE.split('## Permissions of PostgreSQL\n')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code)),
  );
}

it('the example of docs/policies.md is sound, and every rule of it is shown by a case that passes', () => {
  const sound = loadPolicies([{ path: 'policies/a.yaml', bytes: Buffer.from(EXAMPLE) }], { people: { security: [] } });
  expect([sound.rules.length, sound.diagnostics, untested(sound)]).toEqual([2, [], []]);
  expect(runCases(sound).flatMap(({ problems }) => problems)).toEqual([]);
});

describe('the forms of permissions in docs/policies.md', () => {
  const { changes } = judgedPlan(creates(EVERYTHING), EXAMPLE).assessment;
  const gains = (changes[0]?.gains ?? []).map((gain) => [gain.action, gain.resource, gain.path, gain.power]);
  const fits = (row: readonly (readonly string[])[], gain: readonly string[]): boolean =>
    row.every((cell, column) => cell.includes(gain[column] ?? ''));

  it('are those of a plan, and all of them', () => {
    const rows = formsOfPage();
    expect(gains.filter((gain) => !rows.some((row) => fits(row, gain)))).toEqual([]);
    const told = rows.flatMap((row) => {
      const seen = gains.filter((gain) => fits(row, gain));
      return row.flatMap((cell, column) => cell.filter((code) => !seen.some((gain) => gain[column] === code)));
    });
    expect([rows.length, told]).toEqual([10, []]);
  });
});

describe('on plans of the PostgreSQL provider', () => {
  it.each(Object.entries(RULES))('%s holds where it should, and only there', (rule, { holds, not }) => {
    const policy = rule.split('/')[0] ?? '';
    for (const story of holds) expect(holding(policy, story), story.head ?? 'removed').toContain(rule);
    for (const story of not) expect(holding(policy, story), story.head ?? 'removed').not.toContain(rule);
  });

  it('every rule is among them', () => {
    const named = [...POLICIES].flatMap(([policy, text]) =>
      [...text.matchAll(/^ {4}- name: ([a-z-]+)$/gmu)].map(([, name]) => `${policy}/${name}`),
    );
    expect(Object.keys(RULES).toSorted()).toEqual(named.filter((name) => !name.includes(' ')).toSorted());
  });

  it.each([...POLICIES])('%s denies nothing of the example identity', (_policy, text) => {
    const { findings } = judgedPlan(EXAMPLE_ROLE, text).assessment;
    expect(findings.filter(({ effect }) => effect === 'deny')).toEqual([]);
  });
});
