/**
 * Who may apply. The epoch only grows, so that a paused holder who wakes up after another took over is told apart from it.
 * Times are RFC 3339 in whole seconds, by the server's clock.
 */
export type Lease = {
  readonly epoch: number;
  readonly holder: string;
  readonly expiresAt: string;
  readonly released: boolean;
};

export type LeaseRequest = {
  readonly holder: string;
  readonly now: string;
  readonly seconds: number;
  /** Whether the present holder's run has ended; null when that could not be told. */
  readonly holderEnded: boolean | null;
};

export type LeaseDecision =
  | { readonly kind: 'take' | 'renew'; readonly lease: Lease }
  | { readonly kind: 'held'; readonly by: string; readonly until: string };

/** Decides on the lease as it stands; the caller writes the outcome by compare-and-swap against what it read. */
export function requestLease(current: Lease | null, request: LeaseRequest): LeaseDecision {
  const expiresAt = after(request.now, request.seconds);
  if (current !== null && !current.released && !isExpired(current, request.now) && isCredible(current, request)) {
    if (current.holder === request.holder) return { kind: 'renew', lease: { ...current, expiresAt } };
    if (request.holderEnded !== true) return { kind: 'held', by: current.holder, until: current.expiresAt };
  }
  return {
    kind: 'take',
    lease: { epoch: (current?.epoch ?? 0) + 1, holder: request.holder, expiresAt, released: false },
  };
}

/** Anyone who may push can write a lease; one that nobody who keeps these rules could have taken holds up nobody. */
function isCredible({ expiresAt }: Lease, { now, seconds }: LeaseRequest): boolean {
  return Date.parse(expiresAt) <= Date.parse(now) + 2 * seconds * 1000;
}

/** @returns the lease to write, or null when it is no longer ours to give back. */
export function releaseLease(current: Lease | null, mine: Lease): Lease | null {
  return current !== null && isSame(current, mine) ? { ...current, released: true } : null;
}

export type Fence =
  | { readonly kind: 'holds' }
  | { readonly kind: 'lost'; readonly why: 'taken-over' | 'released' | 'expired' | 'missing' };

/** Whether the holder of `mine` may still write: asked right before every write, with the lease as it stands now. */
export function checkFence(current: Lease | null, mine: Lease, now: string): Fence {
  if (current === null) return { kind: 'lost', why: 'missing' };
  if (!isSame(current, mine)) return { kind: 'lost', why: 'taken-over' };
  if (current.released) return { kind: 'lost', why: 'released' };
  return isExpired(current, now) ? { kind: 'lost', why: 'expired' } : { kind: 'holds' };
}

function isSame(left: Lease, right: Lease): boolean {
  return left.epoch === right.epoch && left.holder === right.holder;
}

/** In the second of its expiry a lease is expired for everyone. */
function isExpired(lease: Lease, now: string): boolean {
  return !(Date.parse(now) < Date.parse(lease.expiresAt));
}

function after(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
