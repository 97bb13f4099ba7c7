import { errorAnswer, type Answer } from './answers.ts';
import type { AwsRequest } from './calls.ts';
import { allows, type PermissionPolicy } from './permissions.ts';

/** What happens to a call instead of, or besides, its being answered. */
export type Fault =
  /** 400 `Throttling`: the SDK waits and tries again. */
  | { readonly kind: 'throttled' }
  /** 500 `ServiceFailure`. */
  | { readonly kind: 'failed' }
  /** 503 `ServiceUnavailable`. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message: string }
  /** The connection ends without an answer; `after`: what was asked for has happened. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** A read gets what the same read got last, as from a replica that lags. */
  | { readonly kind: 'stale' }
  /** Something happens between the call's arrival and its effect, or between its effect and its answer. */
  | { readonly kind: 'meanwhile'; readonly when: 'before' | 'after'; readonly act: () => Promise<void> };

type Rule = { readonly action: string; readonly fault: Fault; skip: number; left: number };

/** Calls for which something that was just created is not there yet: `NoSuchEntity`, and missing from lists. */
export type Propagation = { readonly reads: number; readonly writes: number };

export class Faults {
  #rules: Rule[] = [];
  #permissions = new Map<string, PermissionPolicy>();
  #propagation: Propagation = { reads: 0, writes: 0 };
  #most: number | null = null;

  /**
   * @param action `GetRole`; `*`: any.
   * @param often how many calls meet it, after `skip` calls that do not.
   */
  add(action: string, fault: Fault, often: { readonly times?: number; readonly skip?: number } = {}): void {
    this.#rules.push({ action, fault, skip: often.skip ?? 0, left: often.times ?? 1 });
  }

  /** What is created from now on is slow to appear. */
  propagate(propagation: Propagation): void {
    this.#propagation = propagation;
  }

  /** No page holds more than this, whatever is asked for; null: as asked. */
  shortPages(most: number | null): void {
    this.#most = most;
  }

  /** Limits an access key, or a role with all its sessions, to a policy. Who is not limited may do everything. */
  permit(accessKeyIdOrRoleArn: string, policy: PermissionPolicy): void {
    allows(policy, 'iam:GetRole');
    this.#permissions.set(accessKeyIdOrRoleArn, policy);
  }

  /** Faults that no call has met yet. */
  pending(): number {
    return this.#rules.reduce((sum, { left }) => sum + left, 0);
  }

  reset(): void {
    this.#rules = [];
    this.#permissions.clear();
    this.#propagation = { reads: 0, writes: 0 };
    this.#most = null;
  }

  get most(): number | null {
    return this.#most;
  }

  get propagation(): Propagation {
    return this.#propagation;
  }

  policyOf(principal: string): PermissionPolicy | undefined {
    return this.#permissions.get(principal);
  }

  /** The fault that this call meets, which is used up with it. */
  take(action: string): Fault | null {
    for (const rule of this.#rules) {
      if (rule.left === 0 || (rule.action !== '*' && rule.action !== action)) continue;
      if (rule.skip > 0) {
        rule.skip -= 1;
        continue;
      }
      rule.left -= 1;
      return rule.fault;
    }
    return null;
  }
}

/** What the caller is told instead of an answer; null: the fault is none that answers. */
export function answerOf(fault: Fault, { service }: AwsRequest): Answer | null {
  switch (fault.kind) {
    case 'throttled':
      return errorAnswer(service, 400, 'Throttling', 'Rate exceeded');
    case 'failed':
      return errorAnswer(
        service,
        500,
        'ServiceFailure',
        'The request processing has failed because of an unknown error.',
      );
    case 'unavailable':
      return errorAnswer(service, 503, 'ServiceUnavailable', 'The request has failed due to a temporary failure.');
    case 'error':
      return errorAnswer(service, fault.status, fault.code, fault.message);
    case 'cut':
    case 'stale':
    case 'meanwhile':
      return null;
  }
}
