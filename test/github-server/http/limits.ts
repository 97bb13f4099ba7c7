import type { ServerClock } from '../clock.ts';
import { GitHubRefusal } from './errors.ts';

/** The primary rate limit of one token: so many requests an hour. */
interface Budget {
  readonly limit: number;
  remaining: number;
  resetAt: number;
}

const hour = 3600;
const usualLimit = 5000;

/** Requests an hour, by kind of token, where GitHub grants fewer than usual. */
export const smallerLimits = { 'actions-job': 1000, anonymous: 60 } as const;

/** Counts requests per token, and refuses those beyond the limit as GitHub does. */
export class RateLimits {
  readonly #clock: ServerClock;
  readonly #budgets = new Map<string, Budget>();
  readonly #limits = new Map<string, number>();

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** Says what a token's limit is where it is not the usual 5,000 an hour. */
  setLimit(token: string, limit: number): void {
    this.#limits.set(token, limit);
  }

  /** Takes back the charge for an answer that had not changed. */
  refund(token: string): void {
    this.#budget(token).remaining += 1;
  }

  /** Leaves a token only `remaining` requests until its window ends. */
  setRemaining(token: string, remaining: number): void {
    this.#budget(token).remaining = remaining;
  }

  /** Charges one request. Throws 403 when nothing is left; the headers say until when. */
  charge(token: string): void {
    const budget = this.#budget(token);
    if (budget.remaining <= 0) throw this.exceeded(token, 403);
    budget.remaining -= 1;
  }

  /** The refusal for a token without requests left. */
  exceeded(token: string, status: 403 | 429): GitHubRefusal {
    this.#budget(token).remaining = 0;
    return new GitHubRefusal(status, 'API rate limit exceeded for this token.', { headers: this.headers(token) });
  }

  /** The `x-ratelimit-*` headers that every answer carries. */
  headers(token: string): Record<string, string> {
    const { limit, remaining, resetAt } = this.#budget(token);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': String(resetAt),
      'x-ratelimit-resource': 'core',
    };
  }

  /** The numbers that `GET /rate_limit` shows. */
  state(token: string): { limit: number; remaining: number; reset: number; used: number } {
    const { limit, remaining, resetAt } = this.#budget(token);
    return { limit, remaining, reset: resetAt, used: limit - remaining };
  }

  #budget(token: string): Budget {
    const now = this.#clock.seconds();
    const known = this.#budgets.get(token);
    if (known !== undefined && known.resetAt > now) return known;
    const limit = this.#limits.get(token) ?? usualLimit;
    const fresh = { limit, remaining: limit, resetAt: now + hour };
    this.#budgets.set(token, fresh);
    return fresh;
  }
}

/** The refusal of the secondary limit: wait, then try again. */
export function secondaryLimit(status: 403 | 429, retryAfterSeconds: number): GitHubRefusal {
  return new GitHubRefusal(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    {
      headers: { 'retry-after': String(retryAfterSeconds) },
    },
  );
}
