import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describePrincipal, type Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { Fields } from './body.ts';
import { forbidden, GitHubRefusal, notFound } from './errors.ts';
import { STALLED, type FaultKind, type FaultList } from './faults.ts';
import { secondaryLimit, smallerLimits, type RateLimits } from './limits.ts';
import type { Exchange } from './log.ts';
import type { AnyReply, Router } from './router.ts';

/** What the listener serves, and where it notes what happened. */
export interface Site {
  readonly world: World;
  readonly router: Router;
  readonly faults: FaultList;
  readonly limits: RateLimits;
  readonly exchanges: Exchange[];
  /** Paths outside GitHub's REST description: GraphQL and OIDC. Undefined when the path is not among them. */
  readonly special: (request: SpecialRequest) => Promise<AnyReply | undefined>;
  readonly authenticate: (token: string | undefined) => Principal;
  /** Called once a write has had its effect, before its answer is sent. */
  readonly afterEffect: (request: { method: string; path: string; body: unknown }) => Promise<void>;
}

/** A request to one of the special paths. */
export interface SpecialRequest {
  readonly method: string;
  readonly url: URL;
  readonly token: string | undefined;
  readonly body: Fields;
}

interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly token: string | undefined;
  readonly bytes: Buffer;
  readonly accept: string;
  readonly ifNoneMatch: string | undefined;
}

const largestBody = 100 * 1024 * 1024;

/** An HTTP server for the site, not yet listening. */
export function createListener(site: Site): Server {
  return createServer((request, response) => {
    serve(site, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

async function serve(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request);
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', site.world.url),
    token: /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1],
    bytes: bytes ?? Buffer.alloc(0),
    accept: request.headers.accept ?? '',
    ifNoneMatch: request.headers['if-none-match'],
  };
  const body = incoming.bytes.toString('utf8');
  const fault = site.faults.take({ method: incoming.method, path: incoming.url.pathname, body });
  if (fault?.kind === 'slow') await wait(fault.milliseconds);
  const outcome = await answer(site, incoming, bytes === undefined ? 'too-large' : fault);
  const { reply, cut } = afterFault(outcome.reply, fault);
  const text = reply.raw ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
  const { status, headers, unchanged } = conditional(incoming, reply, text);
  if (unchanged) site.limits.refund(incoming.token ?? 'anonymous');
  const sent: Record<string, string> = {
    ...(reply.raw === undefined && text !== '' ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'x-github-request-id': `TEST:${site.exchanges.length + 1}`,
    date: new Date(site.world.clock.seconds() * 1000).toUTCString(),
    ...site.limits.headers(incoming.token ?? 'anonymous'),
    ...headers,
    ...reply.headers,
  };
  site.exchanges.push({
    method: incoming.method,
    path: `${incoming.url.pathname}${incoming.url.search}`,
    template: outcome.template,
    by: outcome.by,
    requestBody: parseQuietly(body),
    status: cut ? 0 : status,
    headers: sent,
    responseBody: reply.raw === undefined && !unchanged ? reply.body : undefined,
    faulty: fault !== undefined,
  });
  if (cut) {
    response.socket?.destroy();
    return;
  }
  if (fault?.kind === 'stall') {
    response.writeHead(status, { ...sent, [STALLED]: '1' }).write(text.slice(0, text.length / 2) || '\n');
    return;
  }
  response.writeHead(status, sent).end(unchanged ? undefined : text);
}

interface Outcome {
  readonly reply: AnyReply;
  readonly template: string | undefined;
  readonly by: string;
}

async function answer(site: Site, incoming: Incoming, fault: FaultKind | 'too-large' | undefined): Promise<Outcome> {
  let by = 'unknown';
  let template: string | undefined;
  try {
    if (fault === 'too-large') throw new GitHubRefusal(413, 'Payload too large');
    beforeFault(site, incoming, fault);
    const special = await site.special({ ...incoming, body: Fields.parse(incoming.bytes) });
    if (special !== undefined) return { reply: special, template, by: by === 'unknown' ? whoIs(site, incoming) : by };
    const principal = site.authenticate(incoming.token);
    by = describePrincipal(principal);
    if (principal.kind === 'actions-job' || principal.kind === 'anonymous') {
      site.limits.setLimit(incoming.token ?? 'anonymous', smallerLimits[principal.kind]);
    }
    if (incoming.url.pathname !== '/rate_limit') site.limits.charge(incoming.token ?? 'anonymous');
    const route = site.router.match(incoming.method, incoming.url.pathname);
    if (route === undefined) throw notFound();
    template = route.template;
    const { world } = site;
    const call = {
      world,
      principal,
      token: incoming.token,
      query: incoming.url.searchParams,
      address: `${world.url}${incoming.url.pathname}`,
      accept: incoming.accept,
      body: Fields.parse(incoming.bytes),
    };
    if (incoming.method === 'GET') return { reply: await route.run(call), template, by };
    const reply = await world.exclusively(() => route.run(call));
    await site.afterEffect({ method: incoming.method, path: incoming.url.pathname, body: call.body.entries() });
    return { reply, template, by };
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    return { reply: { status: error.status, body: error.body(), headers: error.headers }, template, by };
  }
}

function whoIs(site: Site, incoming: Incoming): string {
  try {
    return describePrincipal(site.authenticate(incoming.token));
  } catch {
    return 'unknown';
  }
}

/** Faults that strike before anything has happened. */
function beforeFault(site: Site, incoming: Incoming, fault: FaultKind | undefined): void {
  switch (fault?.kind) {
    case '5xx':
      throw new GitHubRefusal(fault.status ?? 502, 'Server Error');
    case 'refusal':
      throw forbidden('Resource not accessible by integration');
    case 'cut':
      throw new GitHubRefusal(500, 'cut');
    case 'secondary-limit':
      throw secondaryLimit(fault.status ?? 403, fault.retryAfterSeconds ?? 1);
    case 'primary-limit':
      throw site.limits.exceeded(incoming.token ?? 'anonymous', fault.status ?? 403);
    case '5xx-after':
    case 'cut-after':
    case 'slow':
    case 'stall':
    case undefined:
  }
}

/** Faults that strike once the effect is done: the caller learns nothing of it. */
function afterFault(reply: AnyReply, fault: FaultKind | undefined): { reply: AnyReply; cut: boolean } {
  if (fault?.kind === '5xx-after')
    return { reply: { status: fault.status ?? 502, body: { message: 'Server Error' } }, cut: false };
  return { reply, cut: fault?.kind === 'cut' || fault?.kind === 'cut-after' };
}

function conditional(
  incoming: Incoming,
  reply: AnyReply,
  text: string | Buffer,
): { status: number; headers: Record<string, string>; unchanged: boolean } {
  if (incoming.method !== 'GET' || reply.status !== 200) return { status: reply.status, headers: {}, unchanged: false };
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  const unchanged = incoming.ifNoneMatch?.replace(/^W\//, '') === etag.replace(/^W\//, '');
  return {
    status: unchanged ? 304 : 200,
    headers: { etag, 'cache-control': 'private, max-age=60, s-maxage=60' },
    unchanged,
  };
}

/** The whole body, or undefined when it is larger than the server takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

function parseQuietly(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
