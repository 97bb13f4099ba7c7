import type { Address } from '../core/address.ts';
import { CountersignError } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import { append, type LedgerWriter } from '../core/ledger/append.ts';
import type { Actor, EntryBody, Involved, UnappliedChange } from '../core/ledger/bodies.ts';
import type { Anchor, EntryDraft, LedgerBlob, LedgerEntry } from '../core/ledger/entry.ts';
import { openLedger, type OpenLedger } from '../core/ledger/open.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';
import { entriesOfPullRequest, entriesSince, excludedBy, readBlob, stateOf, unappliedOf } from '../core/ledger/read.ts';

/** A ledger for one run: its trusted entries as this run sees them, and the end where it grows. */
export class Ledger {
  #writer: LedgerWriter;
  readonly #now: () => string;
  readonly #foreign: (path: string) => void;
  readonly #told = new Set<string>();
  #opened: OpenLedger | null = null;
  /** The newest entry that this run has read or made: whatever competes with what it appends next is newer. */
  #basis: Anchor | null = null;

  /**
   * @param now RFC 3339 in whole seconds, for people who read the entries.
   * @param foreign told, once each, of files where the chain goes on that no trusted signer made for that place: passed by, and overwritten by the next entry.
   */
  constructor(writer: LedgerWriter, now: () => string, foreign: (path: string) => void) {
    this.#writer = { ...writer, store: remembering(writer.store) };
    this.#now = now;
    this.#foreign = foreign;
  }

  /** Trusted entries of one pull request, oldest first. */
  async entries(pullRequest: number): Promise<readonly LedgerEntry[]> {
    return await entriesOfPullRequest(await this.#open(), pullRequest);
  }

  /** The last trusted entries, oldest first. */
  async newest(count: number): Promise<readonly LedgerEntry[]> {
    const ledger = await this.#open();
    return await entriesSince(ledger, Math.max(0, ledger.head.predicate.index - count + 1));
  }

  /** Bytes kept under their hash; null when there are none. */
  async blob(hash: Sha256): Promise<Uint8Array | null> {
    return await readBlob(await this.#open(), hash);
  }

  /** The newest commit whose rule files were all approved. */
  async rules(): Promise<string> {
    const { rules } = await stateOf(await this.#open());
    if (rules !== null) return rules;
    throw unsettled();
  }

  /** Who contributed to the rule files that stand without an approval; null: none are known to. */
  async bypassed(): Promise<Involved | null> {
    return (await stateOf(await this.#open())).bypassed;
  }

  /** Commit up to which every landing is finished. */
  async settled(): Promise<string> {
    const { settled } = await stateOf(await this.#open());
    if (settled !== null) return settled;
    throw unsettled();
  }

  /** People who contributed to the last unapplied pull request of each of these addresses. */
  async excluded(addresses: readonly Address[]): Promise<readonly (Actor & { readonly address: Address })[]> {
    return excludedBy(await unappliedOf(await this.#open(), addresses));
  }

  /** Those of the addresses whose last landing was refused or did not finish, sorted as given. */
  async unapplied(addresses: readonly Address[]): Promise<readonly UnappliedChange[]> {
    const found = await unappliedOf(await this.#open(), addresses);
    return found.map(({ address, unapplied: { contributors, incomplete } }) => ({ address, contributors, incomplete }));
  }

  /** The last pull requests of these addresses that were refused or did not finish, each once. */
  async unappliedPulls(addresses: readonly Address[]): Promise<readonly number[]> {
    const found = await unappliedOf(await this.#open(), addresses);
    return [...new Set(found.flatMap(({ unapplied: { pullRequest } }) => pullRequest ?? []))];
  }

  /** The newest trusted entry. */
  async anchor(): Promise<Anchor> {
    const { head } = await this.#open();
    return { index: head.predicate.index, hash: head.hash };
  }

  /** The newest place in the ledger that this run knows, without looking again; null before it looked. */
  get reached(): Anchor | null {
    return this.#basis ?? this.#writer.anchor;
  }

  /** What is read from now on is as new as now: another run may have entered something since this one looked. */
  lookAgain(): void {
    this.#opened = null;
  }

  /** @throws CountersignError `ledger-overtaken` when another run entered the same kind of thing about the same pull request first. */
  async append(drafts: readonly EntryDraft[], blobs: readonly LedgerBlob[] = []): Promise<void> {
    const basis = this.#basis ?? (await this.anchor());
    const result = await append(this.#writer, {
      drafts,
      blobs,
      at: this.#now(),
      basis,
      overtakenBy: (newer) => newer.some((entry) => drafts.some((draft) => competes(draft, entry))),
    });
    this.#opened = null;
    if (result.kind === 'appended') {
      this.#basis = result.head;
      return;
    }
    throw new CountersignError('ledger-overtaken', 'Another run was faster with the same pull request.', {
      mend: 'Nothing has to be done: the next run takes up what is left.',
    });
  }

  async #open(): Promise<OpenLedger> {
    if (this.#opened !== null) return this.#opened;
    this.#opened = await openLedger(this.#writer);
    for (const path of this.#opened.foreign.filter((one) => !this.#told.has(one))) {
      this.#told.add(path);
      this.#foreign(path);
    }
    // What this run has seen is an anchor to it: the ledger may only grow while it works, and is never read twice.
    this.#basis = await this.anchor();
    this.#writer = { ...this.#writer, anchor: this.#basis };
    return this.#opened;
  }
}

function unsettled(): CountersignError {
  return new CountersignError('ledger-unsettled', 'The ledger does not say where examining landings begins.', {
    mend: 'Verify the ledger with countersign verify.',
  });
}

/** A file at a revision never changes, so a run asks for it once. Only the newest revision is remembered, which bounds the memory. */
function remembering(store: LedgerStore): LedgerStore {
  const known = new Map<string, Promise<Uint8Array | null>>();
  let newest = '';
  return {
    revision: () => store.revision(),
    commit: (revision, files, message) => store.commit(revision, files, message),
    read(revision, path) {
      if (revision !== newest) known.clear();
      newest = revision;
      const reading = known.get(path) ?? store.read(revision, path);
      known.set(path, reading);
      reading.catch(() => known.get(path) === reading && known.delete(path));
      return reading;
    },
  };
}

function competes(draft: EntryDraft, { predicate }: LedgerEntry): boolean {
  return draft.pullRequest === predicate.pullRequest && phaseOf(draft.body) === phaseOf(predicate.body);
}

function phaseOf({ type }: EntryBody): 'publication' | 'apply' | 'other' {
  switch (type) {
    case 'planned':
    case 'published':
    case 'judged':
    case 'ended':
      return 'publication';
    case 'approved':
    case 'apply-started':
    case 'intent':
    case 'receipt':
    case 'follow-up':
    case 'apply-finished':
      return 'apply';
    case 'genesis':
    case 'refused':
    case 'rules':
    case 'drift':
    case 'exception':
    case 'emergency':
      return 'other';
  }
}
