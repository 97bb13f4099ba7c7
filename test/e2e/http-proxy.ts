import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Gate } from './gate.ts';

export type Proxy = { readonly port: number; close(): Promise<void> };

/** `ca`: PEM */
type Upstream = { readonly ca: string; readonly token: string };

type EffectOf = (request: IncomingMessage, body: string) => string | null;

/**
 * Hands requests on to a server; each that can change something passes through the gate.
 * @param effectOf what a request would change; null: it only reads
 * @param upstream of a server that is called over TLS; who calls the proxy does so without, and logs in nowhere
 */
export async function startHttpProxy(
  target: string,
  gate: Gate,
  effectOf: EffectOf,
  upstream?: Upstream,
): Promise<Proxy> {
  const server = http.createServer((request, response) => {
    forward({ target, gate, effectOf, upstream }, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Way = {
  readonly target: string;
  readonly gate: Gate;
  readonly effectOf: EffectOf;
  readonly upstream: Upstream | undefined;
};

async function forward(
  { gate, effectOf, ...way }: Way,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request);
  const name = effectOf(request, body.toString('utf8'));
  const effect = name === null ? null : await gate.enter(name);
  if (name !== null && effect === null) return void response.destroy();
  const { status, headers, bytes } = await ask(way, request, body);
  if (effect !== null && !(await gate.leave(effect))) return void response.destroy();
  response.writeHead(status, headers).end(bytes);
}

async function ask({ target, upstream }: Pick<Way, 'target' | 'upstream'>, asked: IncomingMessage, body: Buffer) {
  const options = { method: asked.method, headers: headersOf(asked), agent: false };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const url = new URL(asked.url ?? '/', target);
    const sent =
      upstream === undefined
        ? http.request(url, options, resolve)
        : https.request(url, loggedIn(options, upstream), resolve);
    sent.on('error', reject).end(body);
  });
  return { status: answer.statusCode ?? 502, headers: headersOf(answer), bytes: await buffer(answer) };
}

function loggedIn<T extends { readonly headers: Record<string, string> }>(options: T, { ca, token }: Upstream) {
  return { ...options, ca, headers: { ...options.headers, authorization: `Bearer ${token}` } };
}

const HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !HOP.has(name) ? [[name, value] as const] : [],
    ),
  );
}
