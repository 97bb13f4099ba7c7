/** One request and its answer, as they crossed the wire. */
export interface Exchange {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** The operation's path template, or undefined when no operation matched. */
  readonly template: string | undefined;
  /** Who asked: `user ana`, `actions-job acme/identities`, `anonymous`. */
  readonly by: string;
  readonly requestBody: unknown;
  /** 0 when the connection was cut. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  /** True when a planned fault met the request. */
  readonly faulty: boolean;
}

/** A request that could have changed something. GraphQL counts only when it is a mutation. */
export interface WriteEntry {
  readonly method: string;
  readonly path: string;
  readonly by: string;
  readonly status: number;
}

/** Whether an exchange is a write: anything but GET and HEAD, save GraphQL queries and requests for tokens. */
export function isWrite(exchange: Exchange): boolean {
  if (exchange.method === 'GET' || exchange.method === 'HEAD') return false;
  if (exchange.path !== '/graphql') return !exchange.path.endsWith('/access_tokens');
  const { requestBody } = exchange;
  if (typeof requestBody !== 'object' || requestBody === null || !('query' in requestBody)) return true;
  return /(^|[\s}])mutation\b/.test(String(requestBody.query));
}
