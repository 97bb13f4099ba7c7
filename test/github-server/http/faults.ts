/** What goes wrong with a request. `-after` kinds happen once the effect is done, so that the caller cannot know. */
export type FaultKind =
  | { readonly kind: '5xx'; readonly status?: 500 | 502 | 503 | 504 }
  | { readonly kind: '5xx-after'; readonly status?: 500 | 502 | 503 | 504 }
  /** A permission that was taken away. */
  | { readonly kind: 'refusal' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'cut-after' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The effect is done and half of the answer sent, with a header that says so; the rest never comes. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'secondary-limit'; readonly retryAfterSeconds?: number; readonly status?: 403 | 429 }
  | { readonly kind: 'primary-limit'; readonly status?: 403 | 429 };

/** Header of an answer whose rest never comes: tests need not wait for their time limit. */
export const STALLED = 'x-test-stalled';

/** Which requests a fault meets: all that fit every given part. */
export interface FaultMatch {
  readonly method?: string;
  /** Tested against the path without query. */
  readonly path?: RegExp | string;
  /** Tested against the body, for telling GraphQL operations apart. */
  readonly body?: RegExp;
}

/** A planned fault: it spares the first `skip` matching requests and meets the next `times`. */
export type FaultPlan = FaultKind & { readonly match?: FaultMatch; readonly times?: number; readonly skip?: number };

/** Faults that tests plan, in the order in which they were planned. */
export class FaultList {
  readonly #planned: { plan: FaultPlan; spared: number; left: number }[] = [];

  /** Plans a fault, once unless `times` says otherwise. */
  add(plan: FaultPlan): void {
    this.#planned.push({ plan, spared: plan.skip ?? 0, left: plan.times ?? 1 });
  }

  /** Forgets every planned fault. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** The fault that meets this request, used up by one. */
  take(request: { method: string; path: string; body: string }): FaultKind | undefined {
    for (const entry of this.#planned) {
      if (entry.left === 0 || !fits(entry.plan.match ?? {}, request)) continue;
      if (entry.spared > 0) {
        entry.spared -= 1;
        continue;
      }
      entry.left -= 1;
      return entry.plan;
    }
    return undefined;
  }
}

function fits(match: FaultMatch, request: { method: string; path: string; body: string }): boolean {
  const methodFits = match.method === undefined || match.method.toUpperCase() === request.method;
  const pathFits =
    match.path === undefined ||
    (typeof match.path === 'string' ? match.path === request.path : match.path.test(request.path));
  return methodFits && pathFits && (match.body === undefined || match.body.test(request.body));
}
