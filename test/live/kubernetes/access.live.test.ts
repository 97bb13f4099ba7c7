import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import { KubernetesAccess } from '../../../src/providers/kubernetes/access/access-index.ts';
import { resourceText, type Resource } from '../../../src/providers/kubernetes/access/resources.ts';
import { holdingsOf } from '../../../src/providers/kubernetes/access/evaluate.ts';
import { normalizeRules } from '../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../src/providers/kubernetes/rules/policy-rule.ts';
import { writtenRules } from '../../../src/providers/kubernetes/rules/written.ts';
import { anyCluster, type RandomCluster } from '../../support/random-cluster.ts';
import { REQUESTS, ruleAllows, type Request } from '../../support/rbac.ts';
import { startKubernetes, type LiveKubernetes } from '../systems/kubernetes.ts';
import { Api } from './api.ts';
import { listed, make, review, settle, unmake } from './real-cluster.ts';

/** Random clusters, and requests of each of their four ServiceAccounts that are put to the API server. */
const CLUSTERS = 80;
const REQUESTS_EACH = 40;

let system: LiveKubernetes;
let api: Api;
let runs = 0;

beforeAll(async () => {
  system = await startKubernetes();
  api = new Api(system);
});

afterAll(async () => {
  api?.close();
  await system?.close();
});

type Account = { readonly namespace: string; readonly name: string };
type Asked = { readonly request: Request; readonly namespace: string | null };

function userOf({ namespace, name }: Account): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

function groupsOf({ namespace }: Account): readonly string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
}

/** What the API server says. */
async function allowed(account: Account, { request, namespace }: Asked): Promise<boolean> {
  const asked =
    request.kind === 'url'
      ? { nonResourceAttributes: { verb: request.verb, path: request.path } }
      : { resourceAttributes: { ...request, ...(namespace === null ? {} : { namespace }) } };
  return await review(api, userOf(account), groupsOf(account), asked);
}

/** What we say. */
function held(index: KubernetesAccess, account: Account, { request, namespace }: Asked): boolean {
  const target: Resource =
    request.kind === 'url'
      ? { kind: 'target', namespace: null, target: { kind: 'url', url: request.path } }
      : {
          kind: 'target',
          namespace,
          target: {
            kind: 'resource',
            group: request.group,
            resource: request.resource,
            subresource: request.subresource === '' ? null : request.subresource,
            name: request.name,
          },
        };
  const principal = index.addressOf({ kind: 'service-account', ...account });
  const actions = index.on(principal, resourceText('live', target)).map(({ action }) => action);
  return actions.includes(request.verb) || actions.includes('*');
}

/** Rules that the API server lists for a ServiceAccount in one namespace. */
async function rulesOf(account: Account, namespace: string): Promise<readonly PolicyRule[]> {
  const { status } = await api.call<{
    status: { resourceRules: PolicyRule[]; nonResourceRules: PolicyRule[]; incomplete: boolean };
  }>({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
    body: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } },
    headers: { 'impersonate-user': userOf(account), 'impersonate-group': groupsOf(account) },
  });
  return [...status.resourceRules, ...status.nonResourceRules];
}

/** Rules that we know of it there, whatever the way to them. */
function rulesHeld(index: KubernetesAccess, account: Account, namespace: string): readonly PolicyRule[] {
  return holdingsOf(index.model, { kind: 'service-account', ...account })
    .filter((holding) => holding.namespace === null || holding.namespace === namespace)
    .flatMap((holding) => writtenRules(holding.form));
}

async function inCluster(cluster: RandomCluster, compare: (spaces: readonly string[]) => Promise<void>): Promise<void> {
  const run = `run${(runs += 1)}`;
  const spaces = await make(api, cluster, run);
  try {
    await settle(api, run);
    await compare(spaces);
  } finally {
    await unmake(api, cluster, run);
  }
}

function accountsIn(spaces: readonly string[]): readonly Account[] {
  return spaces.flatMap((namespace) => ['a', 'b'].map((name) => ({ namespace, name })));
}

/** Three of four are such as some rule of the cluster allows, so that who is bound to it makes the difference. */
function askedOf(cluster: RandomCluster, picked: readonly (readonly [number, number])[], spaces: readonly string[]) {
  const rules = [...cluster.roles, ...cluster.clusterRoles].flatMap((role) => role.rules);
  const telling = REQUESTS.filter((request) => rules.some((rule) => ruleAllows(request, rule)));
  return picked.flatMap(([at, space], index): readonly Asked[] => {
    const from = index % 4 !== 0 && telling.length > 0 ? telling : REQUESTS;
    const request = from[at % from.length];
    return request === undefined ? [] : [{ request, namespace: spaces[space] ?? null }];
  });
}

it('agrees with the API server about every ServiceAccount of random clusters', async () => {
  const count = { allowed: 0, denied: 0 };
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat(2)), { minLength: REQUESTS_EACH, maxLength: REQUESTS_EACH });
  await fc.assert(
    fc.asyncProperty(anyCluster, picks, async (cluster, picked) => {
      await inCluster(cluster, async (spaces) => {
        const index = new KubernetesAccess(await listed(api), 'live');
        const asked = askedOf(cluster, picked, spaces);
        const all = accountsIn(spaces).flatMap((account) => asked.map((one) => ({ account, one })));
        await Promise.all(
          all.map(async ({ account, one }) => {
            const answer = await allowed(account, one);
            count[answer ? 'allowed' : 'denied'] += 1;
            expect({ account, one, allowed: held(index, account, one) }).toEqual({ account, one, allowed: answer });
          }),
        );
      });
    }),
    { numRuns: CLUSTERS },
  );
  expect(count.allowed).toBeGreaterThan(1_000);
  expect(count.denied).toBeGreaterThan(1_000);
});

it('knows the same rules as the API server lists for each ServiceAccount in each namespace', async () => {
  await fc.assert(
    fc.asyncProperty(anyCluster, async (cluster) => {
      await inCluster(cluster, async (spaces) => {
        const index = new KubernetesAccess(await listed(api), 'live');
        for (const account of accountsIn(spaces)) {
          for (const namespace of spaces) {
            const theirs = canonicalize(normalizeRules(await rulesOf(account, namespace)));
            expect(canonicalize(normalizeRules(rulesHeld(index, account, namespace)))).toBe(theirs);
          }
        }
      });
    }),
    { numRuns: CLUSTERS / 2 },
  );
});

it('writes the rules of every built-in ClusterRole in no more words than Kubernetes does', async () => {
  const { clusterRoles } = await listed(api);
  const builtIn = clusterRoles.filter(({ labels }) => labels['kubernetes.io/bootstrapping'] === 'rbac-defaults');
  expect(builtIn.length).toBeGreaterThan(60);
  for (const { name, rules } of builtIn) {
    const form = normalizeRules(rules);
    const written = writtenRules(form);
    expect(normalizeRules(written)).toEqual(form);
    expect({ name, rules: written.length }).toEqual({ name, rules: Math.min(written.length, rules.length) });
  }
});
