import type { IncomingMessage } from 'node:http';
import type { Gate } from './gate.ts';
import { startHttpProxy, type Proxy } from './http-proxy.ts';

/** Hands requests on to a GitHub server; each that can change something passes through the gate. */
export async function startGitHubProxy(target: string, gate: Gate): Promise<Proxy> {
  return await startHttpProxy(target, gate, effectOf);
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
