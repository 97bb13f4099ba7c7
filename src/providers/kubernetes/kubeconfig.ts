import { CountersignError } from '../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { parseJson } from '../../core/parse-json.ts';
import { parseYaml } from '../../core/yaml.ts';

/**
 * Where an API server is, whom it has to be signed by (PEM; null: who the runtime trusts), and who one is there. The login `proxy` is
 * that of something on this machine, such as `kubectl proxy`, which is spoken to without encryption, and sent nothing that is secret.
 */
export type Credentials = {
  readonly server: string;
  readonly authority: string | null;
  /** The name that its certificate is for, where that is not the host. */ readonly serverName: string | null;
  readonly login:
    | { readonly kind: 'token'; readonly token: string }
    | { readonly kind: 'certificate'; readonly certificate: string; readonly key: string }
    | { readonly kind: 'proxy' };
};

/** What of a kubeconfig runs programs: planning executes nothing. */
const PROGRAMS = ['exec', 'auth-provider'];
/** Files are the runner's, and a secret is to hold everything it needs. */
const FILES = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];
const REFUSED = ['username', 'password', 'as', 'as-uid', 'as-groups', 'as-user-extra', 'proxy-url'];

const SERVICE_ACCOUNT = /^system:serviceaccount:[a-z0-9-]{1,63}:[a-z0-9.-]{1,253}$/u;

const CREDENTIALS = ['token', 'client-certificate-data', 'client-key-data'];

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The current context of a kubeconfig that holds everything it needs, as `kubectl config view --minify --flatten --raw` prints it.
 * Messages never repeat a value of it.
 * @throws CountersignError `kubeconfig-malformed`, `kubeconfig-executes`, `kubeconfig-unsupported`
 */
export function credentialsIn(secret: string): Credentials {
  const config = documentOf(secret);
  const current = config['current-context'];
  const context = named(config, 'contexts', 'context', current);
  const cluster = named(config, 'clusters', 'cluster', context['cluster']);
  refuse(cluster);
  const server = serverOf(textIn(cluster, 'server'));
  const isPlain = server.startsWith('http:');
  const user = isPlain && isNobody(context['user']) ? {} : named(config, 'users', 'user', context['user']);
  refuse(user);
  const authority = textIn(cluster, 'certificate-authority-data');
  return {
    server,
    authority: authority === null ? null : decoded(authority, 'certificate-authority-data'),
    serverName: textIn(cluster, 'tls-server-name'),
    login: isPlain ? proxyLogin(user) : loginOf(user),
  };
}

/** The user name in the token of a ServiceAccount, which is a JWT that only the API server can verify; null for any other login. */
export function serviceAccountIn({ login }: Pick<Credentials, 'login'>): string | null {
  const [, payload = ''] = login.kind === 'token' ? login.token.split('.') : [];
  try {
    const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
    const subject = isJsonObject(claims) ? claims['sub'] : undefined;
    return typeof subject === 'string' && SERVICE_ACCOUNT.test(subject) ? subject : null;
  } catch {
    return null;
  }
}

function documentOf(secret: string): JsonObject {
  const { documents, diagnostics } = parseYaml({ path: 'kubeconfig', bytes: new TextEncoder().encode(secret) });
  const [document, ...more] = documents;
  const [problem] = diagnostics;
  if (problem !== undefined) throw malformed(`it is no YAML in line ${problem.location?.line ?? 1} (${problem.code})`);
  if (document === undefined || more.length > 0 || !isJsonObject(document.value))
    throw malformed('it is not one YAML mapping');
  return document.value;
}

/** The item of a list of named things, each under `name` with its content under `member`. */
function named(config: JsonObject, list: string, member: string, name: Json | undefined): JsonObject {
  if (typeof name !== 'string' || name === '') throw malformed(`it does not say which of its ${list} is meant`);
  const items = config[list];
  const objects = Array.isArray(items) ? items.filter((item: Json) => isJsonObject(item)) : [];
  const [item, ...doubles] = objects.filter((one) => one['name'] === name);
  const content = item?.[member];
  if (doubles.length > 0 || !isJsonObject(content)) throw malformed(`its ${list} do not hold what is named, just once`);
  return content;
}

function refuse(part: JsonObject): void {
  const program = PROGRAMS.find((key) => Object.hasOwn(part, key));
  if (program !== undefined) {
    throw new CountersignError('kubeconfig-executes', `The kubeconfig gets its login from a program (${program}).`, {
      mend: 'Countersign runs no programs while it plans. Give it a kubeconfig with a token or a client certificate.',
    });
  }
  const insecure = part['insecure-skip-tls-verify'] === true ? 'insecure-skip-tls-verify' : undefined;
  const key = insecure ?? [...FILES, ...REFUSED].find((one) => Object.hasOwn(part, one));
  if (key === undefined) return;
  throw new CountersignError('kubeconfig-unsupported', `The kubeconfig uses ${key}, which Countersign does not.`, {
    mend: 'Print one that holds everything it needs with kubectl config view --minify --flatten --raw, with a token or a client certificate.',
  });
}

function serverOf(server: string | null): string {
  const url = server === null ? null : URL.parse(server);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url === null || !secure || url.username !== '' || url.password !== '')
    throw malformed('its server is no https address, and no http address of this machine');
  return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
}

/** As kubectl writes that a context has no user. */
function isNobody(user: Json | undefined): boolean {
  return user === undefined || user === null || user === '';
}

function proxyLogin(user: JsonObject): Credentials['login'] {
  const credential = CREDENTIALS.find((key) => textIn(user, key) !== null);
  if (credential === undefined) return { kind: 'proxy' };
  throw new CountersignError(
    'kubeconfig-unsupported',
    `The kubeconfig would send its ${credential} to an http address, which is not encrypted.`,
    {
      mend: 'Use the https address of the API server; or take the login out, where a proxy on this machine, such as kubectl proxy, has one of its own.',
    },
  );
}

function loginOf(user: JsonObject): Credentials['login'] {
  const token = textIn(user, 'token');
  if (token !== null) return { kind: 'token', token: token.trim() };
  const [certificate, key] = [textIn(user, 'client-certificate-data'), textIn(user, 'client-key-data')];
  if (certificate === null || key === null) throw malformed('its user has neither a token nor a client certificate');
  return {
    kind: 'certificate',
    certificate: decoded(certificate, 'client-certificate-data'),
    key: decoded(key, 'client-key-data'),
  };
}

function textIn(part: JsonObject, key: string): string | null {
  const value = part[key];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw malformed(`its ${key} is no text`);
  return value;
}

function decoded(value: string, key: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  if (!text.includes('-----BEGIN ')) throw malformed(`its ${key} is no PEM in base64`);
  return text;
}

function malformed(why: string): CountersignError {
  return new CountersignError('kubeconfig-malformed', `The connection is no usable kubeconfig: ${why}.`, {
    mend: 'Store what kubectl config view --minify --flatten --raw prints as the secret, or the word in-cluster.',
  });
}
