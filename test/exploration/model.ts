import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { LedgerEntry } from '../../src/core/ledger/entry.ts';
import type { LedgerStore } from '../../src/core/ledger/ports.ts';
import type { MemorySystem, World } from '../../src/providers/memory/system.ts';
import { someHash } from '../support/memory-ledger.ts';
import type { Actor } from './actor.ts';
import { Oracle, Violation } from './oracle.ts';
import type { Landing, Scenario } from './scenario.ts';

/**
 * What the live system gives a writer. `transaction`: one identity is written by one at a time, and a transaction that stands still is
 * ended by the server long before a lease can expire. `compare-and-swap`: a write needs the state that was read. `neither`: it just writes.
 */
export type Guarantee = 'transaction' | 'compare-and-swap' | 'neither';

const HASH = someHash('entry');

/** A run that goes on although another one entered something about the same apply. */
export class Overtaken extends Error {}

/** All that runners share: the live system, the ledger, the lease's branch and the server's clock. */
export class Model {
  readonly scenario: Scenario;
  readonly guarantee: Guarantee;
  readonly oracle: Oracle;
  world: World;
  seconds = 0;
  readonly #entries: LedgerEntry[] = [];
  readonly #lease: { revision: number; bytes: Uint8Array } = { revision: 0, bytes: new Uint8Array() };
  /** Transactions by the account that they hold, which nobody else can meanwhile. */
  readonly transactions = new Map<string, Actor>();

  constructor(scenario: Scenario, guarantee: Guarantee) {
    this.scenario = scenario;
    this.guarantee = guarantee;
    this.oracle = new Oracle(scenario, guarantee === 'transaction');
    this.world = scenario.start;
  }

  get state(): string {
    return JSON.stringify([
      this.world,
      this.seconds,
      this.#entries.map(({ predicate }) => [predicate.writer, predicate.body]),
      this.#lease.revision,
      [...this.transactions].map(([name, { name: holder }]) => [name, holder]),
    ]);
  }

  now(): Promise<Date> {
    return Promise.resolve(new Date(Date.UTC(2026, 0, 1) + this.seconds * 1000));
  }

  get entries(): readonly LedgerEntry[] {
    return [...this.#entries];
  }

  /** @param basis entries that the writer knew; null: appended whatever others entered meanwhile */
  append(writer: string, body: EntryBody, basis: number | null): number {
    const newer = basis === null ? [] : this.#entries.slice(basis);
    if (newer.some(({ predicate }) => predicate.writer !== writer)) throw new Overtaken();
    const predicate = {
      ledgerId: 'ledger',
      index: this.#entries.length,
      previous: HASH,
      state: HASH,
      writer,
      at: '2026-01-01T00:00:00Z',
      pullRequest: 1,
      body,
    };
    const entry: LedgerEntry = { predicate, digest: someHash('digest'), hash: HASH, signer: 'unsigned' };
    this.#entries.push(entry);
    this.oracle.entered(entry);
    return this.#entries.length;
  }

  isFinished({ applyId }: Landing): boolean {
    return this.#entries.some(({ predicate: { body } }) => body.type === 'apply-finished' && body.applyId === applyId);
  }

  /** The lease's branch as a runner reaches it: each call is a turn of its own. */
  leaseStore(actor: Actor): LedgerStore {
    const newest = () => (this.#lease.revision === 0 ? null : `r${this.#lease.revision}`);
    return {
      revision: () => actor.turn('read the lease', newest),
      read: () => Promise.resolve(this.#lease.bytes),
      commit: (revision, files) =>
        actor.turn('write the lease', () => {
          if (revision !== newest()) return null;
          this.#lease.revision += 1;
          this.#lease.bytes = files.get('lease.json') ?? new Uint8Array();
          return newest();
        }),
    };
  }

  get epoch(): number {
    if (this.#lease.revision === 0) return 0;
    const { epoch } = JSON.parse(new TextDecoder().decode(this.#lease.bytes)) as { epoch: number };
    return epoch;
  }

  /** The live system as one write sees it. Without any guarantee the state that was read is not compared before it is written over. */
  system(wrote: (before: World, after: World) => void): MemorySystem {
    let read: World | null = null;
    return {
      load: () => {
        if (this.guarantee !== 'neither') return this.world;
        read ??= this.world;
        return read;
      },
      save: (after) => {
        wrote(this.world, after);
        this.world = after;
      },
    };
  }

  /** Time passes: what stood still in a transaction is dropped by the server long before a lease can have expired. */
  tick(): void {
    this.seconds += 500;
    this.transactions.clear();
  }

  crashed(actor: Actor): void {
    for (const [name, holder] of this.transactions) if (holder === actor) this.transactions.delete(name);
  }

  drift(name: string): void {
    const drift = this.scenario.drifts[name];
    if (drift === undefined) throw new Violation(`unknown drift ${name}`);
    this.world = drift.change(this.world);
  }
}
