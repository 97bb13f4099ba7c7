import { describe, expect, it } from 'vitest';
import { explainFailure, type Failure } from '../../src/github/errors.ts';
import { failureOf } from '../../src/github/failures.ts';

const failure: Failure = {
  request: 'GET /repos/acme/shop',
  status: 404,
  message: 'Not Found',
  needed: null,
  requestId: null,
  limited: false,
};

describe('a failure becomes a code, what was seen, and a mend', () => {
  it.each([
    [401, 'github-unauthorized', 'none'],
    [403, 'github-forbidden', 'none'],
    [404, 'github-not-found', 'none'],
    [409, 'github-conflict', 'none'],
    [418, 'github-rejected', 'none'],
    [422, 'github-rejected', 'none'],
    [500, 'github-unavailable', 'unknown'],
    [502, 'github-unavailable', 'unknown'],
    [null, 'github-unreachable', 'unknown'],
  ] as const)('status %s is %s, effect %s', (status, code, effect) => {
    const error = explainFailure({ ...failure, status });
    expect([error.code, error.effect, error.httpStatus]).toEqual([code, effect, status]);
    expect(error.mend).not.toBe('');
    expect(error.message).toContain('GET /repos/acme/shop');
  });

  it('names the permission that GitHub says is needed, and the request', () => {
    const error = explainFailure({ ...failure, status: 403, needed: 'checks=write', requestId: 'A1:B2' });
    expect(error.evidence).toBe('HTTP 403; Not Found; needs checks=write; request A1:B2');
  });

  it('says of a rate limit that nothing happened', () => {
    const error = explainFailure({ ...failure, status: 403, limited: true });
    expect([error.code, error.effect]).toEqual(['github-rate-limited', 'none']);
  });
});

describe('what a library threw is read', () => {
  const thrown = (status: number, message: string, headers: Record<string, string>): Error =>
    Object.assign(new Error(message), { status, response: { status, headers } });

  it.each([
    ['429', 429, 'slow down', {}, true],
    ['403 without requests left', 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }, true],
    ['403 with a secondary limit', 403, 'You have exceeded a secondary rate limit', {}, true],
    ['403 for another reason', 403, 'Resource not accessible by integration', { 'x-ratelimit-remaining': '12' }, false],
  ] as const)('%s', (_name, status, message, headers, limited) => {
    expect(failureOf(thrown(status, message, headers), 'GET /x').limited).toBe(limited);
  });

  it('takes an error without an answer for no answer, whatever status the library gave it', () => {
    expect(failureOf(Object.assign(new Error('socket hang up'), { status: 500 }), 'GET /x').status).toBeNull();
  });

  it('reads anything', () => {
    expect(failureOf('a string', 'GET /x')).toMatchObject({ status: null, message: 'unknown error' });
  });
});
