import { CountersignError } from '../errors.ts';
import { hash, literal, natural, record, text } from './decode.ts';
import type { Anchor, LedgerEntry } from './entry.ts';
import { entryPath, HEAD_PATH } from './layout.ts';
import { engineOutdated } from './outdated.ts';
import type { LedgerStore, Verifier } from './ports.ts';
import type { ReadFile } from './pull-index.ts';
import { openEntry, parseCanonical, type Opened } from './seal.ts';

/** `anchor`: the newest place in the chain that is known from outside; null only before there is one. */
export type LedgerAccess = { readonly store: LedgerStore; readonly verifier: Verifier; readonly anchor: Anchor | null };

/** A ledger at one revision, seen to extend the anchor. `foreign`: paths found where the chain goes on, but not part of it. */
export type OpenLedger = {
  readonly revision: string;
  readonly head: LedgerEntry;
  readonly read: ReadFile;
  readonly verifier: Verifier;
  readonly foreign: readonly string[];
};

/** Named by anybody who may push, so only a hint of where to look for the head. */
export const decodeHead = record({ formatVersion: literal('1'), ledgerId: text, index: natural, hash });

/**
 * Finds the end of the trusted chain in a bounded number of reads: the head that the branch names, unless it lies.
 * @throws CountersignError `ledger-missing`, `ledger-truncated`, `ledger-anchor-differs`, `ledger-chain-broken`, `engine-outdated`
 */
export async function openLedger({ store, verifier, anchor }: LedgerAccess): Promise<OpenLedger> {
  const revision = await store.revision();
  if (revision === null) throw missing();
  const read: ReadFile = (path) => store.read(revision, path);
  const start = (await hintedHead(read, verifier)) ?? (await firstEntry(read, verifier));
  const { head, foreign } = await findEnd(read, verifier, start);
  if (anchor !== null) await checkAnchor(read, verifier, head, anchor);
  return { revision, head, read, verifier, foreign };
}

async function hintedHead(read: ReadFile, verifier: Verifier): Promise<LedgerEntry | null> {
  const bytes = await read(HEAD_PATH);
  if (bytes === null) return null;
  try {
    const hint = decodeHead(parseCanonical(bytes, HEAD_PATH), HEAD_PATH);
    const entry = await trustedEntry(read, verifier, hint.index);
    return entry?.hash === hint.hash && entry.predicate.ledgerId === hint.ledgerId ? entry : null;
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'ledger-malformed') return null;
    throw error;
  }
}

async function firstEntry(read: ReadFile, verifier: Verifier): Promise<LedgerEntry> {
  const first = await trustedEntry(read, verifier, 0);
  if (first === null) throw missing();
  return first;
}

/** A hint may be older than the chain; what stands behind the end without being linked to it is foreign. */
async function findEnd(
  read: ReadFile,
  verifier: Verifier,
  start: LedgerEntry,
): Promise<Pick<OpenLedger, 'head' | 'foreign'>> {
  const path = entryPath(start.predicate.index + 1);
  const bytes = await read(path);
  if (bytes === null) return { head: start, foreign: [] };
  const next = await knownEntry(bytes, verifier, path);
  if (next.kind !== 'entry' || !follows(next.entry, start)) return { head: start, foreign: [path] };
  const head = await farthestEntry(read, verifier, next.entry);
  const behind = entryPath(head.predicate.index + 1);
  return { head, foreign: (await read(behind)) === null ? [] : [behind] };
}

/** Trusted entries stand without gaps, so doubling and halving finds the last one in a few reads, however far it is. */
async function farthestEntry(read: ReadFile, verifier: Verifier, start: LedgerEntry): Promise<LedgerEntry> {
  let last = start;
  let step = 1;
  for (let next = await ahead(); next !== null; next = await ahead()) {
    last = next;
    step *= 2;
  }
  for (; step >= 1; step = Math.floor(step / 2)) last = (await ahead()) ?? last;
  if (last === start) return last;
  const before = await trustedEntry(read, verifier, last.predicate.index - 1);
  if (before === null || !follows(last, before)) throw broken(last.predicate.index);
  return last;

  async function ahead(): Promise<LedgerEntry | null> {
    const entry = await trustedEntry(read, verifier, last.predicate.index + step);
    return entry?.predicate.ledgerId === start.predicate.ledgerId ? entry : null;
  }
}

/** Whether the entry is the next one of the same chain. */
export function follows(entry: LedgerEntry, before: LedgerEntry): boolean {
  const { index, previous, ledgerId, body } = entry.predicate;
  return (
    index === before.predicate.index + 1 &&
    previous === before.hash &&
    ledgerId === before.predicate.ledgerId &&
    body.type !== 'genesis'
  );
}

async function checkAnchor(read: ReadFile, verifier: Verifier, head: LedgerEntry, anchor: Anchor): Promise<void> {
  if (head.predicate.index < anchor.index) {
    const evidence = `the anchor is entry ${anchor.index}, the last entry is ${head.predicate.index}`;
    throw new CountersignError('ledger-truncated', 'The ledger is shorter than it is known to have been.', {
      evidence,
      mend: RESTORE,
    });
  }
  const entries =
    head.predicate.index === anchor.index
      ? [head]
      : await entriesAt(read, verifier, range(anchor.index, head.predicate.index));
  const [anchored] = entries;
  if (anchored?.hash !== anchor.hash) {
    const evidence = `entry ${anchor.index} is ${anchored?.hash ?? 'missing'}, the anchor says ${anchor.hash}`;
    throw new CountersignError('ledger-anchor-differs', 'The ledger is another one than it is known to have been.', {
      evidence,
      mend: RESTORE,
    });
  }
  requireLinks(entries);
}

const RESTORE =
  "Somebody rewrote the ledger's branch. Restore it from a clone, and protect it with the ledger ruleset.";

function missing(): CountersignError {
  return new CountersignError('ledger-missing', 'There is no ledger.', {
    mend: 'An administrator begins one by dispatching `init`; one that existed is restored from a clone.',
  });
}

function broken(index: number): CountersignError {
  return new CountersignError(
    'ledger-chain-broken',
    'An entry of the ledger is missing, not trusted, or not linked to the one before it.',
    {
      evidence: entryPath(index),
      mend: RESTORE,
    },
  );
}

/** The entry at its place, when a trusted signer made it for that place; null otherwise. */
async function trustedEntry(read: ReadFile, verifier: Verifier, index: number): Promise<LedgerEntry | null> {
  const bytes = await read(entryPath(index));
  if (bytes === null) return null;
  const opened = await knownEntry(bytes, verifier, entryPath(index));
  return opened.kind === 'entry' && opened.entry.predicate.index === index ? opened.entry : null;
}

/** What a newer version entered is not foreign: it would be overwritten. */
async function knownEntry(bytes: Uint8Array, verifier: Verifier, path: string): Promise<Opened> {
  const opened = await openEntry(bytes, verifier);
  if (opened.kind === 'newer') throw engineOutdated(`${path}: ${opened.why}`);
  return opened;
}

/** @throws CountersignError `ledger-chain-broken` where one of them does not follow the one before it. */
function requireLinks(entries: readonly LedgerEntry[]): void {
  for (const [position, entry] of entries.slice(1).entries()) {
    const before = entries[position];
    if (before === undefined || !follows(entry, before)) throw broken(entry.predicate.index);
  }
}

/**
 * Every entry, the oldest first, each linked to the one before it up to the head, whoever may have signed them.
 * @throws CountersignError `ledger-chain-broken`
 */
export async function wholeChain({ read, verifier, head }: OpenLedger): Promise<readonly LedgerEntry[]> {
  const entries = await entriesAt(read, verifier, range(0, head.predicate.index));
  requireLinks(entries);
  return entries;
}

/** From `first` to `last`, both included. */
export function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

const READS_AT_ONCE = 16;

/** @throws CountersignError `ledger-chain-broken` when one of them is missing or not trusted. */
export async function entriesAt(
  read: ReadFile,
  verifier: Verifier,
  indexes: readonly number[],
): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (let from = 0; from < indexes.length; from += READS_AT_ONCE) {
    const batch = indexes.slice(from, from + READS_AT_ONCE);
    const found = await Promise.all(batch.map((index) => trustedEntry(read, verifier, index)));
    for (const [position, entry] of found.entries()) {
      if (entry === null) throw broken(batch[position] ?? 0);
      entries.push(entry);
    }
  }
  return entries;
}
