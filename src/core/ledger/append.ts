import { canonicalize, sha256 } from '../digest.ts';
import { CountersignError } from '../errors.ts';
import type { GenesisBody } from './bodies.ts';
import type { Anchor, EntryDraft, EntryPredicate, LedgerBlob, LedgerEntry } from './entry.ts';
import { blobPath, entryPath, HEAD_PATH } from './layout.ts';
import { entriesAt, openLedger, type LedgerAccess, type OpenLedger } from './open.ts';
import type { LedgerStore, Signer, Verifier } from './ports.ts';
import { entriesSince } from './read.ts';
import { openEntry, sealEntry } from './seal.ts';
import { readState, StateBuilder } from './state.ts';

/** `writer`: the id of this run. `pause` waits between attempts when others append, too; without it they follow at once. */
export type LedgerWriter = LedgerAccess & {
  readonly signer: Signer;
  readonly writer: string;
  readonly pause?: (attempt: number) => Promise<void>;
};

export type Append = {
  readonly drafts: readonly EntryDraft[];
  readonly blobs: readonly LedgerBlob[];
  /** RFC 3339, whole seconds. */
  readonly at: string;
  /** The head that the drafts were made on, which the ledger must still extend; it stands for the writer's older anchor. */
  readonly basis: Anchor | null;
  /** Given the entries that others appended after the basis: whether the drafts no longer fit, and nothing may be appended. */
  readonly overtakenBy: (newer: readonly LedgerEntry[]) => boolean;
};

export type Appended =
  | { readonly kind: 'appended'; readonly entries: readonly LedgerEntry[]; readonly head: Anchor }
  | { readonly kind: 'overtaken'; readonly newer: readonly LedgerEntry[] };

const ATTEMPTS = 8;

/**
 * Appends the drafts as one commit, after whatever others appended meanwhile. The number of calls and bytes does not depend on the ledger's length.
 * A commit whose answer was lost is recognised, not repeated.
 * @throws CountersignError `ledger-contended` after eight attempts, and what openLedger throws
 */
export async function append(writer: LedgerWriter, request: Append): Promise<Appended> {
  let attempted: readonly LedgerEntry[] = [];
  let failure: Error | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await writer.pause?.(attempt);
    const ledger = await openLedger({ ...writer, anchor: request.basis ?? writer.anchor });
    if (await isIn(ledger, attempted)) return appended(attempted);
    if (failure !== null) throw failure;
    const newer = request.basis === null ? [] : await entriesSince(ledger, request.basis.index + 1);
    if (newer.length > 0 && request.overtakenBy(newer)) return { kind: 'overtaken', newer };
    const { files, entries } = await prepare(writer, ledger, request);
    attempted = entries;
    try {
      if ((await writer.store.commit(ledger.revision, files, messageFor(entries))) !== null) return appended(entries);
    } catch (error) {
      failure = error instanceof Error ? error : new Error('The commit failed.', { cause: error });
    }
  }
  if (failure !== null) throw failure;
  throw new CountersignError('ledger-contended', 'Other runs kept appending to the ledger first.', {
    evidence: `${ATTEMPTS} attempts`,
    mend: 'Run this again; if it stays so, look for a run that appends without end.',
  });
}

function appended(entries: readonly LedgerEntry[]): Appended {
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError('An append needs at least one entry.');
  return { kind: 'appended', entries, head: { index: last.predicate.index, hash: last.hash } };
}

async function isIn(ledger: OpenLedger, attempted: readonly LedgerEntry[]): Promise<boolean> {
  const [first] = attempted;
  if (first === undefined || first.predicate.index > ledger.head.predicate.index) return false;
  const [found] = await entriesAt(ledger.read, ledger.verifier, [first.predicate.index]);
  return found?.hash === first.hash;
}

async function prepare(
  writer: LedgerWriter,
  ledger: OpenLedger,
  { drafts, blobs, at }: Append,
): Promise<{ files: ReadonlyMap<string, Uint8Array>; entries: readonly LedgerEntry[] }> {
  const builder = new StateBuilder(ledger.read, await readState(ledger.read, ledger.head.predicate.state));
  const files = new Map<string, Uint8Array>();
  const entries: LedgerEntry[] = [];
  for (const { digest, pullRequest, body } of drafts) {
    const before = entries.at(-1) ?? ledger.head;
    await builder.add(before);
    const { ledgerId, index } = before.predicate;
    const predicate = {
      ledgerId,
      index: index + 1,
      previous: before.hash,
      state: builder.hash(),
      writer: writer.writer,
      at,
      pullRequest,
      body,
    };
    entries.push(await seal(writer, predicate, digest, files));
  }
  for (const [path, bytes] of builder.files()) files.set(path, bytes);
  addBlobs(files, blobs);
  addHead(files, entries);
  return { files, entries };
}

/** @throws CountersignError `ledger-signer-untrusted` when the verifier would not take what the signer makes. */
async function seal(
  writer: { readonly signer: Signer; readonly verifier: Verifier },
  predicate: EntryPredicate,
  digest: EntryDraft['digest'],
  files: Map<string, Uint8Array>,
): Promise<LedgerEntry> {
  const { bytes } = await sealEntry(predicate, digest, writer.signer);
  const opened = await openEntry(bytes, writer.verifier);
  if (opened.kind === 'malformed' || opened.kind === 'newer')
    throw new CountersignError('ledger-malformed', 'The entry could not be read back.', {
      evidence: opened.why,
      mend: 'Report this as a defect.',
    });
  if (opened.kind === 'untrusted') {
    throw new CountersignError(
      'ledger-signer-untrusted',
      'The base configuration does not trust what this run signs with.',
      {
        evidence: opened.why,
        mend: 'Add the key, or the workflow, ref and event, to `ledger.signing` on the default branch, or hand this run the right key.',
      },
    );
  }
  files.set(entryPath(predicate.index), bytes);
  return opened.entry;
}

function addBlobs(files: Map<string, Uint8Array>, blobs: readonly LedgerBlob[]): void {
  for (const { hash, bytes } of blobs) {
    if (sha256(bytes) !== hash) throw new RangeError("A blob's hash is not that of its bytes.");
    files.set(blobPath(hash), bytes);
  }
}

function addHead(files: Map<string, Uint8Array>, entries: readonly LedgerEntry[]): void {
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError('An append needs at least one entry.');
  const head = { formatVersion: '1', ledgerId: last.predicate.ledgerId, index: last.predicate.index, hash: last.hash };
  files.set(HEAD_PATH, Buffer.from(canonicalize(head)));
}

/** The commit's message: what was entered, for people who read the branch's history. */
function messageFor(entries: readonly LedgerEntry[]): string {
  return entries
    .map(
      ({ predicate }) =>
        `${predicate.index} ${predicate.body.type}${predicate.pullRequest === null ? '' : ` for #${predicate.pullRequest}`}`,
    )
    .join('\n')
    .slice(0, 2000);
}

/**
 * Begins a ledger with its `genesis`.
 * @throws CountersignError `ledger-exists` when there is one already
 */
export async function beginLedger(
  writer: {
    readonly store: LedgerStore;
    readonly signer: Signer;
    readonly verifier: Verifier;
    readonly writer: string;
  },
  body: GenesisBody,
  at: string,
): Promise<Anchor> {
  const exists = new CountersignError('ledger-exists', 'There is a ledger already.', {
    mend: 'A ledger is begun once. To use another branch, name it in the configuration.',
  });
  if ((await writer.store.revision()) !== null) throw exists;
  const files = new Map<string, Uint8Array>();
  const predicate = {
    ledgerId: body.ledgerId,
    index: 0,
    previous: null,
    state: null,
    writer: writer.writer,
    at,
    pullRequest: null,
    body,
  };
  const genesis = await seal(writer, predicate, null, files);
  addHead(files, [genesis]);
  if ((await writer.store.commit(null, files, messageFor([genesis]))) === null) throw exists;
  return { index: 0, hash: genesis.hash };
}
