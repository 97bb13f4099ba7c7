import { beforeEach, describe, expect, it } from 'vitest';
import { ServerClock, stillClock } from '../clock.ts';
import { GitHubRefusal } from './errors.ts';
import { RateLimits, secondaryLimit } from './limits.ts';

const nine = Date.parse('2026-01-05T09:00:00Z') / 1000;
let clock: ServerClock;
let limits: RateLimits;
beforeEach(() => {
  clock = new ServerClock(stillClock('2026-01-05T09:00:00Z'));
  limits = new RateLimits(clock);
});

function refused(token: string): GitHubRefusal {
  try {
    limits.charge(token);
  } catch (error) {
    if (error instanceof GitHubRefusal) return error;
  }
  throw new Error('the request was let through');
}

describe('the primary limit', () => {
  it('is 5,000 requests an hour for each token by itself', () => {
    limits.charge('a');
    limits.charge('a');
    limits.charge('b');
    expect(limits.state('a')).toEqual({ limit: 5000, remaining: 4998, used: 2, reset: nine + 3600 });
    expect(limits.state('b')).toMatchObject({ remaining: 4999 });
  });

  it('tells in the headers of each answer what is left, what is used and until when, in seconds since the epoch', () => {
    limits.setLimit('job', 1000);
    limits.charge('job');
    expect(limits.headers('job')).toEqual({
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-used': '1',
      'x-ratelimit-reset': String(nine + 3600),
      'x-ratelimit-resource': 'core',
    });
  });

  it('refuses with 403 and nothing remaining, and only the token that has used it up', () => {
    limits.setRemaining('a', 1);
    limits.charge('a');
    const refusal = refused('a');
    expect(refusal.status).toBe(403);
    expect(refusal.message).toContain('API rate limit exceeded');
    expect(refusal.headers).toMatchObject({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(nine + 3600),
    });
    expect(() => limits.charge('b')).not.toThrow();
  });

  it('lasts until the hour after the first request is over, not a second less', () => {
    limits.setRemaining('a', 0);
    clock.advance(3599);
    expect(refused('a').headers['x-ratelimit-reset']).toBe(String(nine + 3600));
    clock.advance(1);
    limits.charge('a');
    expect(limits.state('a')).toMatchObject({ remaining: 4999, reset: nine + 7200 });
  });

  it('gives back what an unchanged answer cost', () => {
    limits.charge('a');
    limits.refund('a');
    expect(limits.state('a')).toMatchObject({ remaining: 5000, used: 0 });
  });
});

describe('the secondary limit', () => {
  it('says how many seconds to wait, and leaves the primary one as it is', () => {
    const refusal = secondaryLimit(429, 60);
    expect([refusal.status, refusal.headers]).toEqual([429, { 'retry-after': '60' }]);
    expect(refusal.message).toContain('secondary rate limit');
  });
});
