import { expect, it } from 'vitest';
import { withAccess } from '../../../../src/core/access/assess.ts';
import type { ChangeAssessment } from '../../../../src/core/assessment.ts';
import type { SensitiveTag } from '../../../../src/core/configuration.ts';
import type { Change, Plan } from '../../../../src/core/plan.ts';
import type { Permission } from '../../../../src/core/ports.ts';
import { riskFacts } from '../../../../src/core/risk/facts.ts';
import { riskOf } from '../../../../src/core/risk.ts';
import { kubernetesAccess } from '../../../../src/providers/kubernetes/access/access-model.ts';
import type { Estate } from '../../../../src/providers/kubernetes/access/estate.ts';
import { permissionsOf } from '../../../../src/providers/kubernetes/access/permissions.ts';
import { kubernetesRisk } from '../../../../src/providers/kubernetes/risk/model.ts';
import { normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import { plainAssessment } from '../../../support/assessments.ts';
import { account, bound, change, liveOf, rule } from '../access/cluster.ts';

const ESTATE: Estate = {
  serviceAccounts: ['web', 'job', 'cron'].map((name) => ({ namespace: 'shop', name })),
  roles: [
    { namespace: 'shop', name: 'reader', rules: [rule('get', 'configmaps')] },
    { namespace: 'shop', name: 'secrets', rules: [rule('get', 'secrets')] },
  ],
  clusterRoles: [
    { name: 'edit', labels: {}, selectors: [{ matchLabels: { [label('edit')]: 'true' } }], rules: [] },
    { name: 'exec', labels: {}, selectors: null, rules: [rule('create', 'pods/exec')] },
  ],
  bindings: [
    bound('shop', 'Role', 'reader', account('shop', 'job'), account('shop', 'cron')),
    bound('shop', 'ClusterRole', 'edit', account('shop', 'job')),
  ],
};

const PROVIDER = { access: kubernetesAccess, risk: kubernetesRisk, permissions: permissionsOf };
const TAG: SensitiveTag = { name: 'passwords', resources: ['*: secrets "db*"'], actions: ['get'], level: 'critical' };

function label(name: string): string {
  return `rbac.authorization.k8s.io/aggregate-to-${name}`;
}

/** The reasons of a plan's only change, as reviewers are told them. */
function told(only: Change, sensitive: readonly SensitiveTag[] = []): readonly string[] {
  const live = liveOf(ESTATE);
  const sources = [{ name: 'prod', provider: 'kubernetes', target: live.target }];
  const plan: Plan = { formatVersion: '1', sources, desired: [], governance: [], requests: [], changes: [only] };
  const now = '2026-06-01T12:00:00Z';
  const [before, after] = [only.before, only.after].map((form) => permissionsOf(only.address, form ?? {}));
  const access = { gains: missing(before, after), loses: missing(after, before) };
  const facts = { change: only, access, provider: PROVIDER, source: null, live: null, object: null, sensitive, now };
  const assessed: ChangeAssessment = {
    address: only.address,
    risk: riskOf(riskFacts(facts)),
    ...access,
    expansions: {},
    location: null,
    locations: {},
    notes: [],
  };
  const planned = { plan, assessment: plainAssessment({ changes: [assessed] }) };
  const rules = { configuration: { sensitive, sources: [] }, providers: new Map([['kubernetes', PROVIDER]]), now };
  const judge = () => ({ requirements: [], findings: [], exceptions: [] });
  const { assessment } = withAccess(planned, new Map([['prod', live]]), rules, judge);
  const reasons = assessment.changes.flatMap(({ risk }) => risk.reasons);
  return reasons.map(({ level, code, message }) => `${level} ${code}: ${message}`);
}

function missing(known: readonly Permission[] = [], all: readonly Permission[] = []): readonly Permission[] {
  const keys = new Set(known.map((permission) => JSON.stringify(permission)));
  return all.filter((permission) => !keys.has(JSON.stringify(permission)));
}

function roles(...names: readonly string[]): NonNullable<Change['after']> {
  const values = { shop: { Role: Object.fromEntries(names.map((name) => [name, true])) } };
  return { roles: { others: 'remove', values } };
}

it('tells of a ServiceAccount what its new role lets it get at', () => {
  const joining = change('KubernetesServiceAccount/shop/web', roles(), roles('secrets'));
  expect(told(joining, [TAG])).toEqual([
    'critical sensitive-resource: reaches passwords through shop/secrets: get on prod/shop: secrets',
    'high escalation-path: gains get secrets in shop: can read Secrets, tokens among them, through shop/secrets',
    'medium widens-access: gains 1 permission',
    'medium widens-access: gains 1 permission through shop/secrets',
  ]);
});

it('tells of a role whom else it widens', () => {
  const wider = { rules: normalizeRules([rule('get', 'configmaps'), rule('create', 'pods/exec')]) };
  const before = { rules: normalizeRules([rule('get', 'configmaps')]) };
  expect(told(change('KubernetesRole/shop/reader', before, wider))).toEqual([
    'high escalation-path: gains create pods/exec in shop: can run commands in running pods, with their tokens and Secrets',
    'high widens-others: 2 other identities gain create pods/exec in shop: can run commands in running pods, with their tokens and Secrets',
    'medium widens-access: gains 1 permission',
  ]);
});

it('tells of a label whom the aggregated role widens', () => {
  const none = { labels: { others: 'keep', values: {} } };
  const labelled = { labels: { others: 'keep', values: { [label('edit')]: 'true' } } };
  expect(told(change('KubernetesClusterRole/exec', none, labelled))).toEqual([
    expect.stringMatching(/^critical widens-others: edit gains create pods\/exec everywhere: can run commands /u),
    'high escalation-path: gains a label that adds it to edit: whoever is bound to that gets what this role allows',
    expect.stringMatching(/^high widens-others: shop\/job gains create pods\/exec in shop: can run commands /u),
    'medium widens-access: gains 1 permission',
  ]);
});
