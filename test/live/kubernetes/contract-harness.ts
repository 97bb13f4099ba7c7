import { kubernetesApplier as applier } from '../../../src/providers/kubernetes/write/applier.ts';
import { kubernetes as provider } from '../../../src/providers/kubernetes/index.ts';
import type { SourceConfiguration } from '../../../src/core/configuration.ts';
import type { Connection } from '../../../src/core/ports.ts';
import type { ContractHarness, Estate } from '../../contract/harness.ts';
import type { Cluster } from './cluster.ts';
import { ACTS, CANARY, freshEstate, NAMESPACES } from './estate.ts';

export const SOURCE: SourceConfiguration = {
  name: 'cluster',
  provider: 'kubernetes',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: { namespaces: [...NAMESPACES] },
  options: {},
  owner: 'owner',
};

export function connectionAs(cluster: Cluster, login: string, more: Partial<Connection> = {}): Connection {
  const { name, boundary, options } = SOURCE;
  const secret = cluster.live.kubeconfig(login);
  return { source: name, secret, boundary, options, timeout: 30_000, progress: () => {}, ...more };
}

async function open(cluster: Cluster): Promise<Estate> {
  await freshEstate(cluster);
  return {
    read: connectionAs(cluster, 'reader'),
    write: connectionAs(cluster, 'applier'),
    writes: async () => await cluster.writes(),
    act: async (name) => {
      const act = ACTS[name];
      if (act === undefined) throw new Error(`no act is called ${name}`);
      await act(cluster);
    },
    close: () => Promise.resolve(),
  };
}

const SHARED = {
  provider,
  applier,
  source: SOURCE,
  created: {
    kind: 'KubernetesRole',
    namespace: 'shop',
    name: 'importer',
    spec: { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }] },
  },
  dependent: {
    kind: 'KubernetesServiceAccount',
    namespace: 'shop',
    name: 'importer',
    spec: { automountToken: false, roles: [{ role: 'importer' }, { clusterRole: 'view', namespace: 'billing' }] },
  },
  replaced: null,
  usurp: 'make the role first',
  usurpUnseen: Object.keys(ACTS).filter((act) => act.startsWith('make the same role first')),
  canaries: [CANARY],
  // Nothing listens on the port of discarded datagrams.
  unreachable: (estate: Estate) => ({
    ...estate.read,
    secret: estate.read.secret.replace(/https:\/\/127\.0\.0\.1:\d+/u, 'https://127.0.0.1:9'),
  }),
} satisfies Partial<ContractHarness>;

/** `existing` is a ServiceAccount with roles of all three reaches. */
export function accountHarness(cluster: () => Cluster): ContractHarness {
  return {
    ...SHARED,
    open: async () => await open(cluster()),
    existing: {
      kind: 'KubernetesServiceAccount',
      namespace: 'shop',
      name: 'exporter',
      spec: {
        automountToken: false,
        imagePullSecrets: ['registry'],
        annotations: { values: { team: 'billing' } },
        roles: [
          { role: 'orders-reader' },
          { clusterRole: 'view', namespace: 'billing' },
          { clusterRole: 'metrics-reader', everywhere: true },
        ],
      },
    },
    edited: {
      automountToken: false,
      imagePullSecrets: ['registry'],
      annotations: {
        values: { team: 'billing', 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/exporter' },
      },
      roles: [{ role: 'orders-reader' }, { clusterRole: 'edit', namespace: 'billing' }],
    },
    equivalent: [
      {
        roles: [
          { clusterRole: 'edit', namespace: 'billing' },
          { role: 'orders-reader', namespace: 'shop' },
          { role: 'orders-reader' },
        ],
        annotations: {
          others: 'remove',
          values: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/exporter', team: 'billing' },
        },
        imagePullSecrets: ['registry', 'registry'],
        automountToken: false,
      },
    ],
    drifts: [
      { act: 'mount the token', pointer: '/automountToken' },
      { act: 'rewrite an annotation', pointer: '/annotations/values/team' },
      { act: 'add a pull secret', pointer: '/imagePullSecrets/values/other' },
      { act: 'bind one more role', pointer: '/roles/values/shop/Role/secrets-reader' },
      { act: 'bind a role to its user name', pointer: '/roles/values/billing/ClusterRole/admin' },
      { act: 'bind a role without saying its namespace', pointer: '/roles/values/shop/ClusterRole/admin' },
      { act: 'bind a role everywhere', pointer: '/roles/values/*/ClusterRole/view' },
      { act: 'take a role away', pointer: '/roles/values/shop/Role/orders-reader' },
    ],
    recreate: 'recreate the account',
    irrelevant: [
      'bind a stranger',
      'add a user to a binding',
      'bind the same a second time',
      'call a binding something else',
      'let kubectl take a note',
      'allow the role more',
    ],
  };
}

/** `existing` is a Role that nobody is bound to. */
export function roleHarness(cluster: () => Cluster): ContractHarness {
  const rules = (verbs: readonly string[]) => [{ apiGroups: [''], resources: ['pods'], verbs }];
  return {
    ...SHARED,
    open: async () => await open(cluster()),
    existing: {
      kind: 'KubernetesRole',
      namespace: 'shop',
      name: 'auditor',
      spec: { rules: rules(['get', 'list']), labels: { values: {} } },
    },
    edited: { rules: rules(['get', 'list', 'watch']), labels: { values: { reviewed: 'yes' } } },
    equivalent: [
      {
        labels: { values: { reviewed: 'yes' }, others: 'remove' },
        rules: [...rules(['watch', 'get']), ...rules(['list', 'get'])],
      },
    ],
    drifts: [
      { act: 'allow the role more', pointer: '/rules/pods/delete' },
      { act: 'allow the role less', pointer: '/rules/pods/list' },
      { act: 'label the role', pointer: '/labels/values/seen' },
    ],
    recreate: 'recreate the role',
    irrelevant: ['bind a stranger', 'say the same in other rules', 'mount the token', 'call a binding something else'],
  };
}
