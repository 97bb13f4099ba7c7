import { CountersignError } from '../core/errors.ts';
import { checkFence, releaseLease, requestLease, type Lease } from '../core/ledger/lease.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';
import { recordOf } from './failures.ts';
import { parseJson } from '../core/parse-json.ts';

export type LeasePorts = {
  /** The lease's own branch: never the ledger's, so that a lease does not delay publications. */
  readonly store: LedgerStore;
  /** The server's clock. */
  readonly now: () => Promise<Date>;
  /** Whether a holder's run has ended; null when that cannot be told. */
  readonly ended: (holder: string) => Promise<boolean | null>;
};

export type LeaseQuery = { readonly holder: string; readonly seconds: number };

/** A lease that this run holds. */
export type HeldLease = {
  readonly lease: Lease;
  /** Renews the lease when half of its time has passed. @throws CountersignError `lease-lost` when this run may no longer write. */
  fence(): Promise<void>;
  /** Gives the lease back; does nothing when it is no longer ours. */
  release(): Promise<void>;
};

export type LeaseOutcome =
  | { readonly kind: 'taken'; readonly held: HeldLease }
  | { readonly kind: 'held'; readonly by: string; readonly until: string };

const FILE = 'lease.json';
const RACES = 5;
const HIGHEST_EPOCH = 1e12;

/**
 * Takes the lease, or says who holds it.
 * @throws CountersignError `lease-contended` after five lost races; `lease-holder-unknown` when it is held, and nobody can tell
 * whether anything is done under that name.
 */
export async function takeLease(ports: LeasePorts, query: LeaseQuery): Promise<LeaseOutcome> {
  for (let race = 0; race < RACES; race += 1) {
    const found = await readLease(ports.store);
    const holderEnded = await holderEnds(ports, found.lease, query.holder);
    const now = seconds(await ports.now());
    const decision = requestLease(found.lease, { ...query, now, holderEnded });
    if (decision.kind === 'held' && holderEnded === null) throw unknownHolder(decision);
    if (decision.kind === 'held') return decision;
    const revision = await writeLease(ports.store, found.revision, decision.lease);
    if (revision !== null) return { kind: 'taken', held: hold(ports, query, { lease: decision.lease, revision }) };
  }
  throw new CountersignError('lease-contended', `the lease moved ${RACES} times while it was being taken`, {
    mend: 'Run again; look who writes to the lease branch.',
  });
}

type Found = { readonly revision: string | null; readonly lease: Lease | null };

function hold(
  ports: LeasePorts,
  query: LeaseQuery,
  first: { readonly lease: Lease; readonly revision: string },
): HeldLease {
  const mine = first.lease;
  let known: Found = first;
  const refresh = async (): Promise<Found> => {
    const revision = await ports.store.revision();
    if (revision !== known.revision) known = { revision, lease: await leaseAt(ports.store, revision) };
    return known;
  };
  const fence = async (): Promise<void> => {
    for (let race = 0; race < RACES; race += 1) {
      const { revision, lease } = await refresh();
      const now = seconds(await ports.now());
      const fenced = checkFence(lease, mine, now);
      if (fenced.kind === 'lost') throw lost(fenced.why);
      if (lease === null || !isHalfOver(lease, now, query.seconds)) return;
      const renewal = requestLease(lease, { ...query, now, holderEnded: false });
      if (renewal.kind === 'held') throw lost('taken-over');
      const written = await writeLease(ports.store, revision, renewal.lease);
      if (written !== null) {
        known = { revision: written, lease: renewal.lease };
        return;
      }
    }
    throw lost('taken-over');
  };
  const release = async (): Promise<void> => {
    const { revision, lease } = await refresh();
    const released = releaseLease(lease, mine);
    if (released !== null && lease?.released === false) await writeLease(ports.store, revision, released);
  };
  return { lease: mine, fence, release };
}

async function holderEnds(ports: LeasePorts, lease: Lease | null, asking: string): Promise<boolean | null> {
  return lease === null || lease.released || lease.holder === asking ? null : await ports.ended(lease.holder);
}

function isHalfOver(lease: Lease, now: string, length: number): boolean {
  return Date.parse(lease.expiresAt) - Date.parse(now) < length * 500;
}

async function readLease(store: LedgerStore): Promise<Found> {
  const revision = await store.revision();
  return { revision, lease: await leaseAt(store, revision) };
}

async function leaseAt(store: LedgerStore, revision: string | null): Promise<Lease | null> {
  const bytes = revision === null ? null : await store.read(revision, FILE);
  return bytes === null ? null : parseLease(bytes);
}

/** Anyone who may push can write here: what is no lease is none. */
function parseLease(bytes: Uint8Array): Lease | null {
  const { epoch, holder, expiresAt, released } = recordOf(parsed(bytes));
  const sound =
    typeof epoch === 'number' &&
    Number.isInteger(epoch) &&
    epoch > 0 &&
    epoch < HIGHEST_EPOCH &&
    typeof holder === 'string' &&
    typeof expiresAt === 'string' &&
    !Number.isNaN(Date.parse(expiresAt)) &&
    typeof released === 'boolean';
  return sound ? { epoch, holder, expiresAt, released } : null;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

async function writeLease(store: LedgerStore, revision: string | null, lease: Lease): Promise<string | null> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(lease)}\n`);
  const message = `Lease ${lease.epoch} ${lease.released ? 'released' : 'held'} by ${lease.holder}`;
  return await store.commit(revision, new Map([[FILE, bytes]]), message);
}

function seconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function unknownHolder({ by, until }: { readonly by: string; readonly until: string }): CountersignError {
  return new CountersignError(
    'lease-holder-unknown',
    'The lease is held, and nobody can tell whether its holder is at it.',
    {
      evidence: `held by ${JSON.stringify(by).slice(0, 100)} until ${until}`,
      mend: 'Run again after that time; if it stays so, look who writes to the lease branch.',
    },
  );
}

function lost(why: string): CountersignError {
  return new CountersignError('lease-lost', `this run no longer holds the lease: ${why}`, {
    mend: 'Nothing more is written by this run; the next one continues.',
    evidence: why,
  });
}
