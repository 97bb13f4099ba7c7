import { AuthorizationV1Api, CoreV1Api, KubeConfig, RbacAuthorizationV1Api } from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startKubernetes, type LiveKubernetes } from './kubernetes.ts';

/** The controllers follow what happens; a busy machine takes its time. */
const SOON = { timeout: 60_000 };

let kubernetes: LiveKubernetes;
beforeAll(async () => {
  kubernetes = await startKubernetes();
});
afterAll(async () => await kubernetes.close());

function as(login: string) {
  const config = new KubeConfig();
  config.loadFromString(kubernetes.kubeconfig(login));
  return {
    core: config.makeApiClient(CoreV1Api),
    rbac: config.makeApiClient(RbacAuthorizationV1Api),
    authorization: config.makeApiClient(AuthorizationV1Api),
  };
}
async function namespace(name: string): Promise<void> {
  await as('admin').core.createNamespace({ body: { metadata: { name } } });
}
async function bind(
  login: string,
  namespace: string,
  rules: { verbs: string[]; resources: string[] }[],
): Promise<void> {
  const { rbac } = as('admin');
  const apiGroups = ['', 'rbac.authorization.k8s.io'];
  const name = `${login}-may`;
  const role = { metadata: { name }, rules: rules.map((rule) => ({ ...rule, apiGroups })) };
  await rbac.createNamespacedRole({ namespace, body: role });
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };
  const subjects = [{ kind: 'User', name: login, apiGroup: 'rbac.authorization.k8s.io' }];
  await rbac.createNamespacedRoleBinding({ namespace, body: { metadata: { name }, roleRef, subjects } });
  const [resource, verb] = [rules[0]?.resources[0] ?? '', rules[0]?.verbs[0] ?? ''];
  const group = resource === 'roles' ? apiGroups[1] : '';
  const spec = { user: login, resourceAttributes: { namespace, resource, verb, group: group ?? '' } };
  // The authorizer sees bindings through a watch, so a little later than who made them.
  await vi.waitUntil(async () => {
    const review = await as('admin').authorization.createSubjectAccessReview({ body: { spec } });
    return review.status?.allowed === true;
  }, SOON);
}

describe('the API server', () => {
  test('lets a login do what it is bound to, and nothing else', async () => {
    await namespace('bound');
    const { core } = as('reader');
    await expect(core.listNamespacedServiceAccount({ namespace: 'bound' })).rejects.toMatchObject({ code: 403 });
    await bind('reader', 'bound', [{ verbs: ['list'], resources: ['serviceaccounts'] }]);
    await core.listNamespacedServiceAccount({ namespace: 'bound' });
    const created = core.createNamespacedServiceAccount({ namespace: 'bound', body: { metadata: { name: 'ci' } } });
    await expect(created).rejects.toMatchObject({ code: 403 });
  });

  test('keeps nobody from giving what they hold, and everybody from giving more', async () => {
    await namespace('escalation');
    await bind('applier', 'escalation', [{ verbs: ['create'], resources: ['roles'] }]);
    const give = async (name: string, verb: string) =>
      await as('applier').rbac.createNamespacedRole({
        namespace: 'escalation',
        body: {
          metadata: { name },
          rules: [{ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: [verb] }],
        },
      });
    await give('held', 'create');
    await expect(give('more', 'delete')).rejects.toMatchObject({ code: 403 });
  });

  test('gives pages whose tokens expire with a compaction', async () => {
    const { rbac } = as('admin');
    const first = await rbac.listClusterRole({ limit: 5 });
    const next = { limit: 5, _continue: first.metadata?._continue ?? '' };
    expect((await rbac.listClusterRole(next)).items).toHaveLength(5);
    await kubernetes.expireContinues();
    await expect(rbac.listClusterRole(next)).rejects.toMatchObject({ code: 410 });
  });

  test('has filled the aggregated roles, and fills one that is made', async () => {
    const { rbac } = as('admin');
    const view = await rbac.readClusterRole({ name: 'view' });
    const admin = await rbac.readClusterRole({ name: 'admin' });
    expect([view.rules?.length, admin.rules?.length].every((count) => (count ?? 0) > 5)).toBe(true);
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
    await rbac.createClusterRole({ body: { metadata: { name: 'part', labels: { team: 'shop' } }, rules } });
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels: { team: 'shop' } }] };
    await rbac.createClusterRole({ body: { metadata: { name: 'whole' }, aggregationRule, rules: [] } });
    await expect.poll(async () => (await rbac.readClusterRole({ name: 'whole' })).rules, SOON).toEqual(rules);
  });

  test('makes the default account of a namespace and tokens of Secrets, and empties what is deleted', async () => {
    const { core } = as('admin');
    const of = { namespace: 'controlled' };
    await namespace(of.namespace);
    const names = async () => (await core.listNamespacedServiceAccount(of)).items.map(({ metadata }) => metadata?.name);
    await expect.poll(names, SOON).toEqual(['default']);
    const annotations = { 'kubernetes.io/service-account.name': 'default' };
    const type = 'kubernetes.io/service-account-token';
    await core.createNamespacedSecret({ ...of, body: { metadata: { name: 'long', annotations }, type } });
    const token = async () => (await core.readNamespacedSecret({ ...of, name: 'long' })).data?.['token'];
    await expect.poll(token, SOON).toMatch(/./u);
    await core.deleteNamespace({ name: of.namespace });
    const left = async () => (await core.listNamespace()).items.map(({ metadata }) => metadata?.name);
    await expect.poll(left, SOON).not.toContain(of.namespace);
  });

  test('makes tokens of service accounts, which are users then', async () => {
    await namespace('tokens');
    const { core } = as('admin');
    await core.createNamespacedServiceAccount({ namespace: 'tokens', body: { metadata: { name: 'ci' } } });
    const made = await core.createNamespacedServiceAccountToken({
      name: 'ci',
      namespace: 'tokens',
      body: { spec: { audiences: [] } },
    });
    const config = new KubeConfig();
    config.loadFromString(kubernetes.kubeconfig('admin').replace(kubernetes.token('admin'), made.status?.token ?? ''));
    const refused = config.makeApiClient(CoreV1Api).listNode();
    await expect(refused).rejects.toMatchObject({
      code: 403,
      body: expect.stringContaining('system:serviceaccount:tokens:ci'),
    });
  });
});

describe('the audit log', () => {
  test('has every call that was answered, and tells which of them changed something', async () => {
    const before = (await kubernetes.calls()).length;
    const { core, authorization } = as('admin');
    const body = { metadata: { name: 'counted' } };
    await core.createNamespace({ body, dryRun: 'All' });
    await core.createNamespace({ body });
    await core.readNamespace({ name: 'counted' });
    await authorization.createSelfSubjectRulesReview({ body: { spec: { namespace: 'counted' } } });
    await expect(core.createNamespace({ body })).rejects.toMatchObject({ code: 409 });
    const calls = (await kubernetes.calls()).slice(before);
    expect(calls.map(({ user, verb, resource, code, mutates }) => [user, verb, resource, code, mutates])).toEqual([
      ['admin', 'create', 'namespaces', 201, false],
      ['admin', 'create', 'namespaces', 201, true],
      ['admin', 'get', 'namespaces', 200, false],
      ['admin', 'create', 'selfsubjectrulesreviews', 201, false],
      ['admin', 'create', 'namespaces', 409, false],
    ]);
  });

  test('counts the changes of one login', async () => {
    await namespace('own');
    await bind('ana', 'own', [{ verbs: ['create'], resources: ['serviceaccounts'] }]);
    const all = await kubernetes.mutations();
    await as('ana').core.createNamespacedServiceAccount({ namespace: 'own', body: { metadata: { name: 'ci' } } });
    expect([await kubernetes.mutations('ana'), await kubernetes.mutations()]).toEqual([1, all + 1]);
  });
});

test('a login that there is not is said to be none', () => {
  expect(() => kubernetes.token('zoe')).toThrow('There is no login zoe, only admin');
});
