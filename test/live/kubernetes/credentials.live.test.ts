import { AuthorizationV1Api, KubeConfig, type V1PolicyRule } from '@kubernetes/client-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { planWish, type Declared, type Wish } from '../../support/planning.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { Cluster, documentedRoles } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';
import { freshEstate, NAMESPACES } from './estate.ts';

const pods = (verbs: readonly string[]) => [{ apiGroups: [''], resources: ['pods'], verbs }];

const made = (verbs: readonly string[], note: string): readonly Declared[] => [
  { kind: 'KubernetesClusterRole', name: 'made', spec: { rules: pods(verbs) } },
  { kind: 'KubernetesRole', namespace: 'shop', name: 'made', spec: { rules: pods(verbs) } },
  {
    kind: 'KubernetesServiceAccount',
    namespace: 'shop',
    name: 'made',
    spec: {
      annotations: { values: { note } },
      roles: [{ role: 'made' }, { clusterRole: 'made', everywhere: true }],
    },
  },
];

const exporter = (roles: readonly object[]): Declared => ({
  kind: 'KubernetesServiceAccount',
  namespace: 'shop',
  name: 'exporter',
  spec: JSON.parse(JSON.stringify({ roles })),
});

const deleted = (declared: Declared): Declared => ({ ...declared, onRemove: { kind: 'delete', options: {} } });

/** Makes, edits and deletes one of each kind, and takes a ServiceAccount out of bindings that it shares and that it has alone. */
const STORY: readonly Wish[] = [
  { base: [], head: made(['get'], 'one') },
  { base: made(['get'], 'one'), head: made(['get', 'list'], 'two') },
  {
    base: [exporter([{ role: 'orders-reader' }, { clusterRole: 'metrics-reader', everywhere: true }])],
    head: [exporter([])],
  },
  { base: made(['get', 'list'], 'two').map(deleted), head: [] },
];

const NOTHING: Wish = { base: [], head: [] };

describe('the logins of the documentation', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  beforeAll(async () => {
    running = await Cluster.start(NAMESPACES);
  });
  afterAll(async () => {
    await running?.live.close();
  });
  beforeEach(async () => {
    await freshEstate(cluster());
    const { items } = await cluster().rbac.listClusterRole();
    for (const { metadata } of items)
      if (metadata?.name === 'made') await cluster().rbac.deleteClusterRole({ name: 'made' });
  });

  const planAs = async (login: string, wish: Wish) => {
    const reader = kubernetes.reader(connectionAs(cluster(), login));
    try {
      return await planWish(SOURCE, kubernetes, reader, wish);
    } finally {
      await reader.close();
    }
  };

  const applyAs = async (login: string, wish: Wish) => {
    const { plan } = await planAs('reader', wish);
    const writer = kubernetesApplier.writer(connectionAs(cluster(), login));
    try {
      return await applyRecorded(plan, writer, new RecordedApply());
    } finally {
      await writer.close();
    }
  };

  const usedBy = async (login: string) => {
    const calls = (await cluster().live.calls()).filter(({ user, code }) => user === login && code < 400);
    return new Set(calls.filter(({ resource }) => resource !== '').map(({ verb, resource }) => `${verb} ${resource}`));
  };

  /** What a documented ClusterRole allows, as `verb resource`, without what only RBAC itself asks for. */
  const given = (name: string) => {
    const rules = documentedRoles().find(({ metadata }) => metadata?.name === name)?.rules ?? [];
    const pairs = rules.flatMap(({ resources = [], verbs }) =>
      resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}`)),
    );
    return new Set(pairs.filter((pair) => !/^(?:bind|escalate) /u.test(pair)));
  };

  /** A login with one right less of a documented ClusterRole, for as long as the act lasts. */
  async function without(login: string, rule: number, verb: string, act: () => Promise<void>): Promise<void> {
    const { rbac } = cluster();
    const name = `countersign-${login}`;
    const body = await rbac.readClusterRole({ name });
    const rules = body.rules ?? [];
    const less = rules.map((one, at) =>
      at === rule ? Object.assign({}, one, { verbs: one.verbs.filter((known) => known !== verb) }) : one,
    );
    body.rules = less.filter(({ verbs }) => verbs.length > 0);
    const edited = await rbac.replaceClusterRole({ name, body });
    try {
      await untilAllowed(login, rules[rule], verb, false);
      await act();
    } finally {
      edited.rules = rules;
      await rbac.replaceClusterRole({ name, body: edited });
      await untilAllowed(login, rules[rule], verb, true);
    }
  }

  /** The authorizer reads roles from a cache, so an edit takes a moment. */
  async function untilAllowed(
    login: string,
    rule: V1PolicyRule | undefined,
    verb: string,
    allowed: boolean,
  ): Promise<void> {
    const config = new KubeConfig();
    config.loadFromString(cluster().live.kubeconfig(login));
    const api = config.makeApiClient(AuthorizationV1Api);
    const [group = '', resource = '', name = ''] = [
      rule?.apiGroups?.[0],
      rule?.resources?.[0],
      rule?.resourceNames?.[0],
    ];
    const body = { spec: { resourceAttributes: { verb, group, resource, name } } };
    const asked = async () => (await api.createSelfSubjectAccessReview({ body })).status?.allowed;
    await expect.poll(asked, { timeout: 30_000 }).toBe(allowed);
  }

  it('see no token Secrets, which takes the right to read them all', async () => {
    await cluster().core.createNamespacedSecret({
      namespace: 'shop',
      body: {
        metadata: { name: 'exporter-token', annotations: { 'kubernetes.io/service-account.name': 'exporter' } },
        type: 'kubernetes.io/service-account-token',
        stringData: { token: 'shown-to-nobody' },
      },
    });
    const told = async (login: string) => {
      const reader = kubernetes.reader(connectionAs(cluster(), login, { options: { tokenSecrets: true } }));
      const live = await reader.read({ kind: 'boundary' });
      await reader.close();
      return live;
    };
    expect(await told('reader')).toMatchObject({ unreadable: [{ reason: { code: 'cluster-read-denied' } }] });
    const live = await told('admin');
    expect(JSON.stringify(live)).not.toContain('shown-to-nobody');
    expect(live.objects.flatMap(({ credentials }) => credentials ?? [])).toMatchObject([
      { id: 'exporter-token', kind: 'token', state: 'active', expires: null },
    ]);
  });

  it('trust the server by the certificate of their kubeconfig alone', async () => {
    const secret = cluster().live.kubeconfig('reader');
    const stranger = Buffer.from(selfSigned().cert).toString('base64');
    const other = secret.replace(/(certificate-authority-data: )(?:>-\n\s+)?\S+/u, `$1${stranger}`);
    expect(other).not.toBe(secret);
    const reader = kubernetes.reader(connectionAs(cluster(), 'reader', { secret: other }));
    expect(await reader.read({ kind: 'boundary' })).toMatchObject({
      objects: [],
      unreadable: [{ reason: { code: 'cluster-certificate' } }],
    });
    await reader.close();
  });

  it('let the applier do a whole story, with nothing left over of what it was given', async () => {
    for (const wish of STORY)
      expect(await applyAs('applier', wish)).toMatchObject({ result: 'applied', unverified: [] });
    const all = new Set([...given('countersign-reader'), ...given('countersign-applier')]);
    const used = await usedBy('applier');
    // The applier finds what it writes by name; lists of roles are the reader's.
    const spare = [...all].filter((pair) => !used.has(pair)).sort();
    expect(spare).toEqual(['list clusterroles', 'list roles', 'list serviceaccounts']);
    expect([...used].filter((pair) => !all.has(pair))).toEqual([]);
  });

  it('let the reader plan all of it, and write nothing', async () => {
    const before = await cluster().live.mutations('reader');
    for (const wish of STORY) expect((await planAs('reader', wish)).assessment.complete).toBe(true);
    for (const wish of STORY.slice(0, 1)) {
      const report = await applyAs('reader', wish);
      expect(report.result).toBe('refused');
      expect(report.receipts[0]).toMatchObject({ kind: 'failed', failure: { code: 'cluster-write-denied' } });
    }
    expect(await cluster().live.mutations('reader')).toBe(before);
  });

  it('let the reader look at what is documented, and do nothing else', async () => {
    const config = new KubeConfig();
    config.loadFromString(cluster().live.kubeconfig('reader'));
    const asked = { body: { spec: { namespace: 'shop' } } };
    const { status } = await config.makeApiClient(AuthorizationV1Api).createSelfSubjectRulesReview(asked);
    expect(status?.incomplete).toBe(false);
    const pairs = (status?.resourceRules ?? []).flatMap(({ resources = [], verbs }) =>
      resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}`)),
    );
    // Everybody may ask who they are and what they may do.
    const own = ['selfsubjectaccessreviews', 'selfsubjectreviews', 'selfsubjectrulesreviews'];
    const all = [...given('countersign-reader'), ...own.map((resource) => `create ${resource}`)];
    expect([...new Set(pairs)].sort()).toEqual(all.sort());
  });

  const right = documentedRoles()
    .filter(({ metadata }) => metadata?.name === 'countersign-reader')
    .flatMap(({ rules = [] }) => rules.flatMap(({ verbs }, rule) => verbs.map((verb) => ({ rule, verb }))));

  it.each(right)('give the reader nothing that it could do without: $verb of rule $rule', async ({ rule, verb }) => {
    await without('reader', rule, verb, async () => {
      const reader = kubernetes.reader(connectionAs(cluster(), 'reader'));
      const whole = await reader.read({ kind: 'boundary' });
      await reader.close();
      const planned = await planAs('reader', STORY[0] ?? NOTHING);
      const reasons = [...whole.unreadable, ...planned.assessment.incomplete].map(({ reason }) => reason.code);
      expect(reasons).toContain('cluster-read-denied');
    });
  });

  it.each(['bind', 'escalate'])('give the applier no %s that it could do without', async (verb) => {
    await without('applier', 1, verb, async () => {
      const report = await applyAs('applier', STORY[0] ?? NOTHING);
      expect(report.receipts.filter(({ kind }) => kind === 'failed')).toMatchObject([
        { failure: { code: 'cluster-write-denied' } },
        ...(verb === 'escalate' ? [{ failure: { code: 'cluster-write-denied' } }] : []),
      ]);
    });
  });
});
