import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling, type ThrottlingOptions } from '@octokit/plugin-throttling';
import { CountersignError } from '../core/errors.ts';
import { explainFailure } from './errors.ts';
import { failureOf } from './failures.ts';
import { queryGraphql, type Variables } from './graphql.ts';
import { GITHUB_PACE, Pacer, Patience, type Pace } from './pace.ts';
import { wholeAnswers, type Fetch } from './transport.ts';

export type Log = { debug(message: string): void; info(message: string): void; warn(message: string): void };

export type GitHubOptions = {
  readonly token: string;
  /** Address of the REST API, e.g. `https://api.github.com`. */
  readonly baseUrl: string;
  /** Address of the GraphQL API; derived from `baseUrl` when absent. */
  readonly graphqlUrl?: string;
  readonly userAgent: string;
  readonly log: Log;
  readonly fetch?: Fetch;
  readonly pace?: Pace;
  /** Seconds that all waits for GitHub's rate limits may take together; 600 when absent. */
  readonly patience?: number;
};

/** GitHub's REST and GraphQL APIs. Every failure is a `GitHubError`; no message holds the token. */
export type GitHub = {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  /** Data of the answer; throws on any error in it. `once` for mutations that must not be sent twice. */
  graphql<T>(query: string, variables: Variables, repetition?: 'retry' | 'once'): Promise<T>;
};

/** Parameters of a request that must not be sent twice, because doing it twice is not the same as once. */
export const ONCE = { request: { retries: 0 } } as const;

/** The default until 2028 at least; what has been seen of GitHub (docs/github-facts.md) is this version's. */
const API_VERSION = '2022-11-28';
const RETRIES = 3;
const LIMIT_RETRIES = 5;
const TIMEOUT = 60_000;
const ANSWER_BYTES = 150_000_000;
const PATIENCE = 600;

const Kit = Octokit.plugin(throttling, retry);

/** @throws CountersignError `github-token-missing` when the token is empty. */
export function createGitHub(options: GitHubOptions): GitHub {
  if (options.token === '') {
    throw new CountersignError('github-token-missing', 'the GitHub token is empty', {
      mend: 'Hand the job token or an App token to the action.',
    });
  }
  const pace = options.pace ?? GITHUB_PACE;
  const octokit = new Kit({
    auth: options.token,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    userAgent: options.userAgent,
    log: { ...quiet(options.log), error: (message: string) => options.log.debug(message) },
    request: { fetch: wholeAnswers(options.fetch ?? fetch, { timeout: TIMEOUT, bytes: ANSWER_BYTES }) },
    retry: {
      retries: RETRIES,
      retryAfterBaseValue: pace.second,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
    },
    throttle: limits(pace, new Patience(options.patience ?? PATIENCE), options.log),
  });
  octokit.hook.before('request', ({ headers }) => {
    headers['x-github-api-version'] = API_VERSION;
  });
  octokit.hook.error('request', (error, request) => {
    // What the hook is given holds the route's template, without what fills it.
    const { method, url } = octokit.request.endpoint(request);
    throw explainFailure(failureOf(error, `${method} ${new URL(url, options.baseUrl).pathname}`));
  });
  const graphqlUrl = options.graphqlUrl ?? derivedGraphqlUrl(options.baseUrl);
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    graphql: (query, variables, repetition = 'retry') =>
      queryGraphql(octokit, graphqlUrl, { query, variables, retries: repetition === 'once' ? 0 : RETRIES }),
  };
}

/** Octokit announces each request at info; that is detail to people who read our log. */
function quiet(log: Log): Log {
  return {
    debug: (message) => log.debug(message),
    info: (message) => log.debug(message),
    warn: (message) => log.warn(message),
  };
}

function limits(pace: Pace, patience: Patience, log: Log): ThrottlingOptions {
  const onLimit = (
    seconds: number,
    request: { readonly method: string },
    _octokit: object,
    retries: number,
  ): boolean => {
    const waits = retries < LIMIT_RETRIES && patience.allows(seconds);
    log.warn(
      `GitHub limits the rate of ${request.method} requests for ${seconds} s: ${waits ? 'waiting' : 'giving up'}`,
    );
    return waits;
  };
  const options: ThrottlingOptions = {
    onRateLimit: onLimit,
    onSecondaryRateLimit: onLimit,
    retryAfterBaseValue: pace.second,
  };
  return Object.assign(options, { write: new Pacer(pace.write), notifications: new Pacer(0) });
}

function derivedGraphqlUrl(baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, '');
  return base.endsWith('/api/v3') ? `${base.slice(0, -'/v3'.length)}/graphql` : `${base}/graphql`;
}
