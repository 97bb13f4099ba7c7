import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { CountersignError } from '../../core/errors.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { parseJson } from '../../core/parse-json.ts';
import { isInCluster, POD, podCredentials } from './in-cluster.ts';
import { credentialsIn, serviceAccountIn, type Credentials } from './kubeconfig.ts';

/** One call. `path` begins with a slash; `query` values are encoded here. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: { readonly [name: string]: string };
  readonly body?: JsonObject;
  readonly accept?: string;
};

/** Any answer of the API server, whatever its status; `retryAfter` in milliseconds. */
export type Answer = { readonly status: number; readonly body: Json; readonly retryAfter: number | null };

export interface KubernetesClient {
  /** User name of the ServiceAccount that it logs in as; null: another login. */ readonly user: string | null;
  /** @throws CallFailed where there is no answer; CountersignError `answer-too-large`, `in-cluster-unavailable` */
  call(call: Call): Promise<Answer>;
  close(): void;
}

/** No answer came. `sent`: the request may have reached the server. `state`: the system's name of the error, and no text of it. */
export class CallFailed extends Error {
  readonly state: string;
  readonly sent: boolean;

  constructor(state: string, sent: boolean) {
    super(`No answer (${state}).`);
    this.name = 'CallFailed';
    this.state = state;
    this.sent = sent;
  }
}

/** Of one answer; a page of 500 objects has about 1 MB. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/**
 * Speaks to one API server, as a kubeconfig or the pod's own ServiceAccount says; runs no program. `timeout` in milliseconds for each call.
 * @throws CountersignError as `credentialsIn`, and `in-cluster-unavailable`
 */
export async function openClient(secret: string, timeout: number, pod = POD): Promise<KubernetesClient> {
  const login = isInCluster(secret) ? async () => await podCredentials(pod) : constantly(credentialsIn(secret));
  const credentials = await login();
  const send = sender(credentials);
  return {
    user: serviceAccountIn(credentials),
    call: async (call) => await exchange(send, await login(), call, timeout),
    close: () => send.agent.destroy(),
  };
}

function constantly(credentials: Credentials): () => Promise<Credentials> {
  return () => Promise.resolve(credentials);
}

type Sender = { readonly agent: Agent | PlainAgent; readonly request: typeof request };

function sender({ server, authority, serverName, login }: Credentials): Sender {
  const settings = { keepAlive: true, maxSockets: 4 };
  if (server.startsWith('http:')) return { agent: new PlainAgent(settings), request: plainRequest };
  const agent = new Agent({
    ...settings,
    ...(authority === null ? {} : { ca: authority }),
    ...(serverName === null ? {} : { servername: serverName }),
    ...(login.kind === 'certificate' ? { cert: login.certificate, key: login.key } : {}),
  });
  return { agent, request };
}

function exchange(send: Sender, credentials: Credentials, call: Call, timeout: number): Promise<Answer> {
  const url = new URL(`${credentials.server}${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const body = call.body === undefined ? null : Buffer.from(JSON.stringify(call.body));
  return new Promise((resolve, reject) => {
    let sent = false;
    const message = send.request(
      url,
      {
        method: call.method,
        agent: send.agent,
        headers: headersOf(credentials, call, body),
        signal: AbortSignal.timeout(timeout),
      },
      (response) => void answerOf(response).then(resolve, (error: unknown) => reject(failed(error, true))),
    );
    message.once('finish', () => {
      sent = true;
    });
    message.once('error', (error) => reject(failed(error, sent)));
    message.end(body ?? undefined);
  });
}

function headersOf({ login }: Credentials, { method, accept }: Call, body: Buffer | null): Record<string, string> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  return {
    accept: accept ?? 'application/json',
    'user-agent': 'countersign',
    ...(login.kind === 'token' ? { authorization: `Bearer ${login.token}` } : {}),
    ...(body === null ? {} : { 'content-type': type, 'content-length': String(body.length) }),
  };
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAXIMUM_BYTES) {
      response.destroy();
      throw new CountersignError('answer-too-large', 'The API server sent more than is read at once.', {
        mend: 'Narrow the boundary of the source to fewer namespaces.',
      });
    }
    chunks.push(chunk);
  }
  const after = Number(response.headers['retry-after']);
  const retryAfter = Number.isFinite(after) ? after * 1000 : null;
  return { status: response.statusCode ?? 0, body: bodyOf(Buffer.concat(chunks).toString('utf8')), retryAfter };
}

/** A proxy in between answers in other formats; then the status alone counts. */
function bodyOf(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

function failed(error: unknown, sent: boolean): Error {
  if (error instanceof CountersignError) return error;
  if (!(error instanceof Error)) return new CallFailed('UNKNOWN', sent);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return new CallFailed('ETIMEDOUT', sent);
  const code: unknown = 'code' in error ? error.code : null;
  return new CallFailed(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/u.test(code) ? code : 'UNKNOWN', sent);
}
