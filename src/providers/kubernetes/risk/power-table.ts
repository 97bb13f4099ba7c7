import type { Escalation } from '../../../core/risk/model.ts';

/** Verbs on resources of one API group, each as a rule spells it. */
type Doing = { readonly group: string; readonly resources: readonly string[]; readonly verbs: readonly string[] };

/**
 * What something is good for besides itself. `level` `high` is critical where it holds for the whole cluster.
 * `administers`: lets its holder change access, bypass checks, or act as others.
 * `reaches`: what else it gets at where it holds.
 */
export type Outcome = Pick<Escalation, 'level' | 'path'> & {
  readonly administers: boolean;
  readonly reaches: 'everything' | 'secrets' | 'itself';
};

/** `scope` `cluster`: the resources are in no namespace, so that in one nothing is granted. */
export type PowerEntry = Outcome & { readonly scope: 'namespace' | 'cluster'; readonly by: readonly Doing[] };

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';
const WRITE = ['create', 'update', 'patch'];
const CHANGE = ['update', 'patch'];
const REMOVE = ['delete', 'deletecollection'];

const administering = { level: 'critical', administers: true, reaches: 'everything' } as const;
const passing = { level: 'high', administers: true, reaches: 'itself' } as const;
const using = { level: 'high', administers: false, reaches: 'secrets' } as const;

const ESCALATE = { ...administering, path: 'can let roles allow what it does not have itself' };
const BIND = { ...administering, path: 'can bind roles that allow what it does not have itself' };
const IMPERSONATE = { ...administering, path: 'can act as others' };
const PASS_ON = { ...passing, path: 'can pass on what it has itself' };
const TAKE = { ...passing, path: 'can take access from others' };
const RUN_IN_PODS = { ...using, path: 'can run commands in running pods, with their tokens and Secrets' };

/**
 * Sources: "Role Based Access Control Good Practices" (privilege escalation risks) and "Using RBAC Authorization" in the documentation of
 * Kubernetes; KEP-5284 for verbs such as `impersonate:user-info`. Commands in pods took `get` before Kubernetes 1.35, too.
 */
export const POWERS: readonly PowerEntry[] = [
  { ...ESCALATE, scope: 'cluster', by: [on(RBAC, ['clusterroles'], ['escalate'])] },
  { ...ESCALATE, scope: 'namespace', by: [on(RBAC, ['roles'], ['escalate'])] },
  { ...BIND, scope: 'cluster', by: [on(RBAC, ['clusterroles'], ['bind'])] },
  { ...BIND, scope: 'namespace', by: [on(RBAC, ['roles'], ['bind'])] },
  {
    ...IMPERSONATE,
    scope: 'cluster',
    by: [
      on('', ['users', 'groups'], ['impersonate']),
      on(AUTHENTICATION, ['users', 'groups', 'nodes'], ['impersonate']),
    ],
  },
  {
    ...IMPERSONATE,
    scope: 'namespace',
    by: ['', AUTHENTICATION].map((group) => on(group, ['serviceaccounts'], ['impersonate'])),
  },
  {
    ...administering,
    path: 'can get tokens of ServiceAccounts, and act as them',
    scope: 'namespace',
    by: [on('', ['serviceaccounts/token'], ['create'])],
  },
  {
    ...administering,
    path: 'can run commands in every pod of a node, past admission and audit',
    scope: 'cluster',
    by: [on('', ['nodes/proxy'], ['get', ...WRITE])],
  },
  {
    ...administering,
    path: 'can have certificates signed for whoever it likes',
    scope: 'cluster',
    by: [
      on(CERTIFICATES, ['certificatesigningrequests/approval', 'certificatesigningrequests/status'], CHANGE),
      on(CERTIFICATES, ['signers'], ['approve', 'sign']),
    ],
  },
  {
    ...administering,
    path: 'can see what others write, Secrets included, and change or refuse it',
    scope: 'cluster',
    by: [
      on(ADMISSION, ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'], WRITE),
      on(ADMISSION, ['mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'], WRITE),
    ],
  },
  {
    ...passing,
    path: 'can lift what keeps others from writing',
    scope: 'cluster',
    by: [
      on(ADMISSION, ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'], REMOVE),
      on(ADMISSION, ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], [...CHANGE, ...REMOVE]),
    ],
  },
  {
    ...administering,
    path: 'can answer for an API in the place of the cluster',
    scope: 'cluster',
    by: [on('apiregistration.k8s.io', ['apiservices'], WRITE)],
  },
  { ...PASS_ON, scope: 'cluster', by: [on(RBAC, ['clusterroles', 'clusterrolebindings'], WRITE)] },
  { ...PASS_ON, scope: 'namespace', by: [on(RBAC, ['roles', 'rolebindings'], WRITE)] },
  { ...TAKE, scope: 'cluster', by: [on(RBAC, ['clusterroles', 'clusterrolebindings'], REMOVE)] },
  { ...TAKE, scope: 'namespace', by: [on(RBAC, ['roles', 'rolebindings'], REMOVE)] },
  {
    ...RUN_IN_PODS,
    scope: 'namespace',
    by: [on('', ['pods/exec', 'pods/attach'], ['get', 'create']), on('', ['pods/ephemeralcontainers'], CHANGE)],
  },
  {
    ...using,
    path: 'can run pods as any ServiceAccount of the namespace, and mount its Secrets',
    scope: 'namespace',
    by: [
      on('', ['pods', 'replicationcontrollers'], WRITE),
      on('apps', ['deployments', 'statefulsets', 'daemonsets', 'replicasets'], WRITE),
      on('batch', ['jobs', 'cronjobs'], WRITE),
    ],
  },
  {
    ...using,
    path: 'can read Secrets, tokens among them',
    scope: 'namespace',
    by: [on('', ['secrets'], ['get', 'list', 'watch'])],
    reaches: 'itself',
  },
  {
    ...using,
    level: 'medium',
    path: 'can have a token made for any ServiceAccount of the namespace, for whoever reads its Secrets',
    scope: 'namespace',
    by: [on('', ['secrets'], WRITE)],
    reaches: 'itself',
  },
  {
    ...using,
    path: 'can lift the pod security of a namespace',
    scope: 'namespace',
    by: [on('', ['namespaces'], CHANGE)],
    reaches: 'itself',
  },
  {
    ...using,
    level: 'critical',
    path: 'can let pods mount the file systems of nodes',
    scope: 'cluster',
    by: [on('', ['persistentvolumes'], ['create'])],
  },
];

function on(group: string, resources: readonly string[], verbs: readonly string[]): Doing {
  return { group, resources, verbs };
}

/** Every verb on everything. */
export const EVERYTHING: Outcome = { ...administering, path: 'passes by every check' };

const EDIT =
  'can run pods as any ServiceAccount of the namespace, run commands in its pods, and read its Secrets, tokens among them';

/** What being bound to a ClusterRole that every cluster has brings. Source: user-facing roles in "Using RBAC Authorization". */
export const CLUSTER_ROLE_POWERS: { readonly [name: string]: Outcome } = {
  'cluster-admin': EVERYTHING,
  admin: { ...using, administers: true, path: `${EDIT}, and pass all that on` },
  edit: { ...using, path: EDIT },
};
