import type { Failure } from './errors.ts';

/** Reads what Octokit threw. `request` names method and path; query strings are left out. */
export function failureOf(error: unknown, request: string): Failure {
  const message = error instanceof Error ? error.message : 'unknown error';
  const response = responseOf(error);
  const headers = response === null ? {} : recordOf(response['headers']);
  const status = response === null ? null : Number(response['status']);
  return {
    request,
    status,
    message,
    needed: textOf(headers['x-accepted-github-permissions']),
    requestId: textOf(headers['x-github-request-id']),
    limited: status !== null && isLimited(status, message, headers),
  };
}

function isLimited(status: number, message: string, headers: Readonly<Record<string, unknown>>): boolean {
  if (status === 429) return true;
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || /\bsecondary rate\b/i.test(message));
}

function responseOf(error: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof error !== 'object' || error === null || !('response' in error)) return null;
  const response = recordOf(error.response);
  return typeof response['status'] === 'number' ? response : null;
}

/** The value as a record; an empty one when it is none. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
