import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isAggregated, type ClusterRoles } from './kubernetes/aggregation.ts';
import { AUDIT_POLICY, readAuditLog, type KubernetesCall } from './kubernetes/audit.ts';
import { Etcd } from './kubernetes/etcd.ts';
import { Logins } from './kubernetes/logins.ts';
import { freePort, installedProgram, runPrograms, type Program } from './programs.ts';

/**
 * A control plane of its own: kube-apiserver with RBAC on an etcd, and those controllers of kube-controller-manager that have to
 * do with identities (`kube-apiserver/controllers.go`). What is true of it:
 * - The API server itself makes the built-in roles and bindings at its start, and the controller fills the aggregated ones
 *   (admin, edit, view): all of it is there once it is ready. Later aggregates fill within moments, not at once.
 * - Each namespace gets the service account `default`, a Secret of the type `kubernetes.io/service-account-token` its token,
 *   and a namespace that is deleted becomes empty and goes: a moment later, too.
 * - A binding counts a moment after its creation, because the authorizer follows it by a watch.
 * - Nothing runs: no nodes, no scheduler, no garbage collection of what an owner leaves behind.
 * - Lists in pages come from etcd, so that `continue` tokens expire as on servers before 1.34.
 */
export type LiveKubernetes = {
  readonly url: string;
  /** The certificate that it is to be trusted by, PEM. */
  readonly ca: string;
  /** @throws Error about a login that there is not; `kubernetes/logins.ts` has them. */
  token(login: string): string;
  /** YAML */
  kubeconfig(login: string): string;
  /** What everybody but the server itself asked for, in order of their answers. */
  calls(): Promise<readonly KubernetesCall[]>;
  /** How many calls changed something; `login`: of one only. */
  mutations(login?: string): Promise<number>;
  /** Lets every `continue` token that was given out expire (410), as compaction does on a cluster every five minutes. */
  expireContinues(): Promise<void>;
  /** @returns what puts the identities of a namespace back as they are now, with the same uids, past the API server */
  keep(namespace: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const ETCD = 'etcd-3.6.5';
const KUBERNETES = 'kubernetes-1.35.4';
/** What of a namespace has to do with identities, bindings first: none is ever without its role. */
const KEPT = ['rolebindings', 'roles', 'serviceaccounts'];
const READY_SECONDS = 120;
const CLUSTER_ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';

/** @throws Error that says how to build the programs where they are missing. */
export async function startKubernetes(): Promise<LiveKubernetes> {
  const etcd = installedProgram(ETCD, 'etcd');
  const apiserver = installedProgram(KUBERNETES, 'kube-apiserver');
  const directory = mkdtempSync(join(tmpdir(), 'countersign-kubernetes-'));
  const [client, peer, secure] = [await freePort(), await freePort(), await freePort()];
  const url = `https://127.0.0.1:${secure}`;
  const logins = new Logins();
  writeSettings(directory, logins, url);
  const running = runPrograms(directory, [
    etcdProgram(etcd, directory, client, peer),
    apiserverProgram(apiserver, directory, { url, secure, client }),
    controllersProgram(apiserver, directory, url),
  ]);
  const certificate = join(directory, 'certificates', 'apiserver.crt');
  const isReady = async () => {
    if (!existsSync(certificate)) return false;
    const roles = await read(`${url}${CLUSTER_ROLES}`, readFileSync(certificate, 'utf8'), logins.token('controllers'));
    const list: ClusterRoles = JSON.parse(roles);
    return list.items.some(({ aggregationRule }) => aggregationRule !== undefined) && isAggregated(list);
  };
  await running.ready(isReady, READY_SECONDS);
  const ca = readFileSync(certificate, 'utf8');
  const store = new Etcd(`http://127.0.0.1:${client}`);
  const calls = async () => await readAuditLog(join(directory, 'audit.jsonl'));
  return {
    url,
    ca,
    token: (login) => logins.token(login),
    kubeconfig: (login) => logins.kubeconfig(login, url, ca),
    calls,
    async mutations(login) {
      const all = await calls();
      return all.filter(({ mutates, user }) => mutates && (login === undefined || user === login)).length;
    },
    expireContinues: async () => await store.compact(),
    async keep(namespace) {
      const kept = await Promise.all(KEPT.map(async (kind) => await store.keep(`/registry/${kind}/${namespace}/`)));
      return async () => {
        for (const part of kept) await store.putBack(part);
      };
    },
    close: async () => await running.close(),
  };
}

function writeSettings(directory: string, logins: Logins, url: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const write = (name: string, content: string | Buffer) =>
    writeFileSync(join(directory, name), content, { mode: 0o600 });
  write('service-accounts.key', privateKey.export({ type: 'sec1', format: 'pem' }));
  write('tokens.csv', logins.file());
  write('controllers.yaml', logins.kubeconfig('controllers', url, null));
  // JSON is YAML.
  write('audit-policy.yaml', JSON.stringify(AUDIT_POLICY));
}

function etcdProgram(file: string, directory: string, client: number, peer: number): Program {
  const [clients, peers] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  return {
    name: 'etcd',
    file,
    arguments: [
      `--data-dir=${join(directory, 'etcd')}`,
      `--listen-client-urls=${clients}`,
      `--advertise-client-urls=${clients}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      '--unsafe-no-fsync',
      '--log-level=error',
    ],
    env: {},
  };
}

function apiserverProgram(
  file: string,
  directory: string,
  { url, secure, client }: { url: string; secure: number; client: number },
): Program {
  const within = (name: string) => join(directory, name);
  return {
    name: 'kube-apiserver',
    file,
    arguments: [
      `--etcd-servers=http://127.0.0.1:${client}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${secure}`,
      `--cert-dir=${within('certificates')}`,
      '--authorization-mode=RBAC',
      `--token-auth-file=${within('tokens.csv')}`,
      `--audit-policy-file=${within('audit-policy.yaml')}`,
      `--audit-log-path=${within('audit.jsonl')}`,
      `--service-account-issuer=${url}`,
      `--service-account-key-file=${within('service-accounts.key')}`,
      `--service-account-signing-key-file=${within('service-accounts.key')}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      '--endpoint-reconciler-type=none',
      // With it, pages come from memory, and tokens outlive the compaction. Servers before 1.34 have none.
      '--feature-gates=ListFromCacheSnapshot=false',
    ],
    env: { HOME: directory },
  };
}

function controllersProgram(file: string, directory: string, url: string): Program {
  return {
    name: 'controllers',
    file,
    arguments: [
      'controllers',
      `--kubeconfig=${join(directory, 'controllers.yaml')}`,
      `--service-account-issuer=${url}`,
      `--service-account-private-key-file=${join(directory, 'service-accounts.key')}`,
    ],
    env: { HOME: directory },
  };
}

/** @throws Error unless the answer is 200. */
async function read(url: string, ca: string, token: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { ca, headers: { authorization: `Bearer ${token}` }, agent: false };
    request(url, options, resolve).on('error', reject).end();
  });
  const body = await text(response);
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${body}`);
  return body;
}
