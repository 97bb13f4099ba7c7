import type { Octokit } from '@octokit/rest';
import type { Json } from '../core/json.ts';
import { explainFailure, GitHubError } from './errors.ts';
import { recordOf, textOf } from './failures.ts';

export type Variables = { readonly [name: string]: Json };

type Query = { readonly query: string; readonly variables: Variables; readonly retries: number };

/**
 * Sends one GraphQL request. The caller states the shape `T` of the data that its query selects.
 * @throws GitHubError; an answer with any error in it is a failed one, whatever data came along.
 */
export async function queryGraphql<T>(octokit: Octokit, url: string, query: Query): Promise<T> {
  const response: { readonly data: unknown } = await octokit.request(`POST ${url}`, {
    query: query.query,
    variables: query.variables,
    request: { retries: query.retries },
  });
  const { data, errors } = recordOf(response.data);
  if (Array.isArray(errors) && errors.length > 0) throw graphqlError(errors);
  if (typeof data !== 'object' || data === null) {
    throw new GitHubError('github-bad-answer', 'GitHub answered a GraphQL request without data', {
      mend: 'Run again; if it stays, check that the GraphQL address is right.',
      httpStatus: 200,
      effect: 'unknown',
    });
  }
  return data as T;
}

function graphqlError(errors: readonly unknown[]): GitHubError {
  const first = recordOf(errors[0]);
  const type = textOf(first['type']) ?? '';
  const message = textOf(first['message']) ?? 'unknown error';
  if (type === 'STALE_DATA') {
    return new GitHubError('github-stale', 'the branch has moved', {
      mend: 'Read again and repeat.',
      evidence: message,
      httpStatus: 200,
      effect: 'none',
    });
  }
  return explainFailure({
    request: 'POST /graphql',
    status: statuses[type] ?? (/something went wrong/i.test(message) ? 502 : 422),
    message,
    needed: null,
    requestId: null,
    limited: type === 'RATE_LIMITED',
  });
}

/** The REST status that means the same as a GraphQL error type. */
const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  RATE_LIMITED: 429,
  INTERNAL: 502,
  SERVICE_UNAVAILABLE: 503,
};
