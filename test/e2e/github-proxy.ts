import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gate } from './gate.ts';

export type Proxy = { readonly port: number; close(): Promise<void> };

/** Hands requests on to a GitHub server; each that can change something passes through the gate. */
export async function startGitHubProxy(target: string, gate: Gate): Promise<Proxy> {
  const server = createServer((request, response) => {
    forward(target, gate, request, response).catch(() => response.destroy());
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

async function forward(target: string, gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const name = effectOf(request, body.toString('utf8'));
  const effect = name === null ? null : await gate.enter(name);
  if (name !== null && effect === null) return void response.destroy();
  const answer = await fetch(`${target}${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    ...(body.length === 0 ? {} : { body }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (effect !== null && !(await gate.leave(effect))) return void response.destroy();
  const headers = [...answer.headers].filter(([header]) => !HOP.has(header));
  response.writeHead(answer.status, Object.fromEntries(headers)).end(bytes);
}

const HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !HOP.has(name) ? [[name, value] as const] : [],
    ),
  );
}

/** What a request would change, or null when it only reads. Commits are called by their headlines: what is entered in a ledger. */
function effectOf({ method = 'GET', url = '/' }: IncomingMessage, body: string): string | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (url !== '/graphql') return `${method} ${url.replace(/^\/repos\/[^/]+\/[^/]+\//u, '').replace(/\d+/gu, 'N')}`;
  const text = body.replaceAll('\\n', '\n');
  const mutation = /\bmutation\b[\s\S]*?\{\s*(?<name>\w+)/u.exec(text)?.groups?.['name'];
  const headline = /"headline":"(?<headline>[^"]*)"/u.exec(text)?.groups?.['headline'];
  return mutation === undefined ? null : (headline ?? mutation);
}
