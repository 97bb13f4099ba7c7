import type { Escalation } from '../../../core/risk/model.ts';

/**
 * What one of these verbs on one of these resources is good for besides itself. `level` `high` is critical where it holds for the whole
 * cluster. `scope` `cluster`: the resources are in no namespace, so that in one nothing is granted.
 * `administers`: lets its holder change access, bypass checks, or act as others.
 */
export type PowerEntry = {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly scope: 'namespace' | 'cluster';
  readonly level: Escalation['level'];
  readonly administers: boolean;
  readonly path: string;
};

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';
const WRITE = ['create', 'update', 'patch'];
const REMOVE = ['delete', 'deletecollection'];

const CREATE_PODS = 'can run pods as any ServiceAccount of the namespace, and mount its Secrets';
const RUN_IN_PODS = 'can run commands in running pods, with their tokens and Secrets';
const ACT_AS = 'can act as others';
const SIGN = 'can have certificates signed for whoever it likes';

/**
 * Sources: "RBAC Good Practices" and "Authorization" in the documentation of Kubernetes ("Privilege escalation risks": workload creation,
 * persistent volumes, nodes/proxy, escalate, bind, impersonate, CSRs, token requests, admission webhooks, namespace labels), and
 * "Constrained impersonation" for verbs such as `impersonate:user-info`.
 */
export const POWERS: readonly PowerEntry[] = [
  ...cluster('critical', 'can let roles allow what it does not have itself', RBAC, ['clusterroles'], ['escalate']),
  ...inNamespaces('critical', 'can let roles allow what it does not have itself', RBAC, ['roles'], ['escalate']),
  ...cluster('critical', 'can bind roles that allow what it does not have itself', RBAC, ['clusterroles'], ['bind']),
  ...inNamespaces('critical', 'can bind roles that allow what it does not have itself', RBAC, ['roles'], ['bind']),
  ...cluster('critical', ACT_AS, '', ['users', 'groups'], ['impersonate']),
  ...inNamespaces('critical', ACT_AS, '', ['serviceaccounts'], ['impersonate']),
  ...cluster('critical', ACT_AS, 'authentication.k8s.io', ['users', 'groups', 'nodes'], ['impersonate']),
  ...inNamespaces('critical', ACT_AS, 'authentication.k8s.io', ['serviceaccounts'], ['impersonate']),
  ...inNamespaces(
    'critical',
    'can get tokens of ServiceAccounts, and act as them',
    '',
    ['serviceaccounts/token'],
    ['create'],
  ),
  ...cluster(
    'critical',
    'can run commands in every pod of a node, past admission and audit',
    '',
    ['nodes/proxy'],
    ['get', ...WRITE],
  ),
  ...cluster('critical', SIGN, CERTIFICATES, ['certificatesigningrequests/approval'], ['update', 'patch']),
  ...cluster('critical', SIGN, CERTIFICATES, ['certificatesigningrequests/status'], ['update', 'patch']),
  ...cluster('critical', SIGN, CERTIFICATES, ['signers'], ['approve', 'sign']),
  ...cluster(
    'critical',
    'can see what others write, Secrets included, and change or refuse it',
    ADMISSION,
    ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'mutatingadmissionpolicies'],
    WRITE,
  ),
  ...cluster(
    'high',
    'can lift what keeps others from writing',
    ADMISSION,
    [
      'validatingwebhookconfigurations',
      'mutatingwebhookconfigurations',
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
    ],
    [...WRITE, ...REMOVE],
  ),
  ...cluster(
    'critical',
    'can answer for an API in the place of the cluster',
    'apiregistration.k8s.io',
    ['apiservices'],
    WRITE,
  ),
  ...cluster('high', 'can pass on what it has itself', RBAC, ['clusterroles', 'clusterrolebindings'], WRITE),
  ...inNamespaces('high', 'can pass on what it has itself', RBAC, ['roles', 'rolebindings'], WRITE),
  ...cluster('high', 'can take access from others', RBAC, ['clusterroles', 'clusterrolebindings'], REMOVE),
  ...inNamespaces('high', 'can take access from others', RBAC, ['roles', 'rolebindings'], REMOVE),
  ...uses('namespace', 'high', RUN_IN_PODS, '', ['pods/exec', 'pods/attach'], ['get', 'create']),
  ...uses('namespace', 'high', RUN_IN_PODS, '', ['pods/ephemeralcontainers'], ['update', 'patch']),
  ...uses('namespace', 'high', CREATE_PODS, '', ['pods', 'replicationcontrollers'], WRITE),
  ...uses(
    'namespace',
    'high',
    CREATE_PODS,
    'apps',
    ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    WRITE,
  ),
  ...uses('namespace', 'high', CREATE_PODS, 'batch', ['jobs', 'cronjobs'], WRITE),
  ...uses('namespace', 'high', 'can read Secrets, tokens among them', '', ['secrets'], ['get', 'list', 'watch']),
  ...uses(
    'namespace',
    'medium',
    'can have a token made for any ServiceAccount of the namespace, for whoever reads its Secrets',
    '',
    ['secrets'],
    WRITE,
  ),
  ...uses('namespace', 'high', 'can lift the pod security of a namespace', '', ['namespaces'], ['update', 'patch']),
  ...uses('cluster', 'critical', 'can let pods mount the file systems of nodes', '', ['persistentvolumes'], ['create']),
];

type Level = Escalation['level'];
type Texts = readonly string[];

function uses(
  scope: PowerEntry['scope'],
  level: Level,
  path: string,
  group: string,
  resources: Texts,
  verbs: Texts,
): readonly PowerEntry[] {
  return [{ scope, level, path, group, resources, verbs, administers: false }];
}

function cluster(level: Level, path: string, group: string, resources: Texts, verbs: Texts): readonly PowerEntry[] {
  return [{ scope: 'cluster', level, path, group, resources, verbs, administers: true }];
}

function inNamespaces(
  level: Level,
  path: string,
  group: string,
  resources: Texts,
  verbs: Texts,
): readonly PowerEntry[] {
  return [{ scope: 'namespace', level, path, group, resources, verbs, administers: true }];
}

const EDIT =
  'can run pods as any ServiceAccount of the namespace, run commands in its pods, and read its Secrets, tokens among them';

/** What being bound to a ClusterRole that every cluster has brings. Source: "Using RBAC Authorization", user-facing roles. */
export const CLUSTER_ROLE_POWERS: {
  readonly [name: string]: Pick<PowerEntry, 'level' | 'administers' | 'path'>;
} = {
  'cluster-admin': { level: 'critical', administers: true, path: 'passes by every check there' },
  admin: { level: 'high', administers: true, path: `${EDIT}, and pass all that on` },
  edit: { level: 'high', administers: false, path: EDIT },
};
