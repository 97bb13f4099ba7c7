import { canonicalize } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import { checkFence, releaseLease, requestLease, type Lease as LeaseRecord } from '../core/ledger/lease.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';

/** Serialises applies. `fence` throws CountersignError `lease-lost` once another run may hold it. */
export type Lease = {
  readonly epoch: number;
  readonly holder: string;
  fence(): Promise<void>;
  release(): Promise<void>;
};

export type LeaseSurface = {
  /** A branch of its own, so that taking the lease never delays a publication. */
  readonly store: LedgerStore;
  /** This run and its attempt. */
  readonly holder: string;
  /** GitHub's time: the clocks of runners decide nothing. */
  readonly now: () => Promise<Date>;
  /** Whether the run that holds it has ended; null when that cannot be told. */
  readonly hasEnded: (holder: string) => Promise<boolean | null>;
};

const PATH = 'lease.json';
const SECONDS = 900;

/** @returns null while another run holds it. */
export async function acquireLease(surface: LeaseSurface): Promise<Lease | null> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const revision = await surface.store.revision();
    const current = await readLease(surface.store, revision);
    const holderEnded =
      current === null || current.holder === surface.holder ? null : await surface.hasEnded(current.holder);
    const decision = requestLease(current, {
      holder: surface.holder,
      now: seconds(await surface.now()),
      seconds: SECONDS,
      holderEnded,
    });
    if (decision.kind === 'held') return null;
    if ((await writeLease(surface.store, revision, decision.lease)) !== null) return held(surface, decision.lease);
  }
  return null;
}

function held(surface: LeaseSurface, taken: LeaseRecord): Lease {
  let mine = taken;
  return {
    epoch: mine.epoch,
    holder: mine.holder,
    async fence() {
      const revision = await surface.store.revision();
      const now = seconds(await surface.now());
      const fence = checkFence(await readLease(surface.store, revision), mine, now);
      if (fence.kind === 'lost') throw lost(fence.why);
      if (Date.parse(mine.expiresAt) - Date.parse(now) > (SECONDS * 1000) / 2) return;
      mine = await renew(surface, mine, revision, now);
    },
    async release() {
      const revision = await surface.store.revision();
      const released = releaseLease(await readLease(surface.store, revision), mine);
      // If somebody else wrote meanwhile it is no longer ours to release.
      if (released !== null) await writeLease(surface.store, revision, released);
    },
  };
}

async function renew(
  surface: LeaseSurface,
  mine: LeaseRecord,
  revision: string | null,
  now: string,
): Promise<LeaseRecord> {
  const renewed = { ...mine, expiresAt: seconds(new Date(Date.parse(now) + SECONDS * 1000)) };
  if ((await writeLease(surface.store, revision, renewed)) === null) throw lost('taken-over');
  return renewed;
}

async function readLease(store: LedgerStore, revision: string | null): Promise<LeaseRecord | null> {
  const bytes = revision === null ? null : await store.read(revision, PATH);
  if (bytes === null) return null;
  const { epoch, holder, expiresAt, released } = JSON.parse(Buffer.from(bytes).toString('utf8')) as LeaseRecord;
  return { epoch, holder, expiresAt, released };
}

async function writeLease(store: LedgerStore, revision: string | null, lease: LeaseRecord): Promise<string | null> {
  const verb = lease.released ? 'release' : 'hold';
  return await store.commit(
    revision,
    new Map([[PATH, Buffer.from(canonicalize(lease))]]),
    `${verb} the apply lease, epoch ${lease.epoch}`,
  );
}

function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

function lost(why: string): CountersignError {
  return new CountersignError('lease-lost', 'This run no longer holds the apply lease, so it writes nothing more.', {
    evidence: why,
    mend: 'Nothing has to be done: the run that holds the lease finishes the work.',
  });
}
