import { sha256 } from '../digest.ts';
import type { Sha256 } from '../json.ts';
import { ApplyRecords } from './apply-record.ts';
import { Chain } from './chain.ts';
import type { Anchor, LedgerEntry } from './entry.ts';
import {
  blobPath,
  entryPath,
  hashOfBlobPath,
  HEAD_PATH,
  indexOfEntryPath,
  STATE_PATH,
  UNAPPLIED_PATH,
} from './layout.ts';
import { decodeHead, follows } from './open.ts';
import type { Verifier } from './ports.ts';
import { problem, withConsequences, type LedgerProblem } from './problems.ts';
import { buildIndex } from './pull-index.ts';
import { openEntry, parseCanonical } from './seal.ts';
import {
  canonicalState,
  foldState,
  foldUnapplied,
  hashOfUnapplied,
  INITIAL_STATE,
  type LedgerState,
  type UnappliedByAddress,
} from './state.ts';

/** A whole copy of a ledger. `read` is only asked for paths that were listed. */
export type LedgerFiles = { readonly paths: readonly string[]; readonly read: (path: string) => Promise<Uint8Array> };

/** `head`: the anchor to keep; null for a ledger that is not sound. `problems` by entry, the first bad one first; `foreign`: files that belong to no ledger, which nothing is decided from. */
export type Verification = {
  readonly sound: boolean;
  readonly ledgerId: string | null;
  readonly entries: number;
  readonly head: Anchor | null;
  readonly signers: { readonly [signer: string]: number };
  readonly unfinished: readonly Sha256[];
  readonly problems: readonly LedgerProblem[];
  readonly foreign: readonly string[];
};

/**
 * Verifies a whole ledger: every entry, its signature and its place, the chain, what it must extend, every apply, every kept file and the index.
 * Needs neither network nor clock. @param anchor an older place in the chain that the ledger must extend; null: none is known.
 */
export async function verifyLedger(
  files: LedgerFiles,
  verifier: Verifier,
  anchor: Anchor | null,
): Promise<Verification> {
  const known = new Set(files.paths);
  const head = await namedHead(files, known);
  const walk = await walkEntries(files, verifier, anchor, head);
  const problems = [...walk.problems];
  if (!files.paths.some((path) => indexOfEntryPath(path) !== null))
    problems.push(problem('ledger-missing', null, 'entries/'));
  const blobs = await blobProblems(files, known, walk.blobs);
  const expected = problems.length === 0 && walk.last !== null ? expectedState(walk, walk.last) : null;
  if (expected !== null) problems.push(...expected.problems, ...(await indexProblems(files, known, expected.files)));
  problems.push(...blobs);
  return {
    sound: problems.length === 0,
    ledgerId: walk.last?.predicate.ledgerId ?? null,
    entries: walk.count,
    head: walk.last === null || problems.length > 0 ? null : { index: walk.last.predicate.index, hash: walk.last.hash },
    signers: Object.fromEntries(walk.signers),
    unfinished: walk.applies.unfinished(),
    problems: withConsequences(
      problems.toSorted((left, right) => (left.index ?? Infinity) - (right.index ?? Infinity)),
    ),
    foreign: files.paths.filter((path) => !isOurs(path, expected?.files)),
  };
}

function isOurs(path: string, derived: ReadonlyMap<string, Sha256> | undefined): boolean {
  if (
    [HEAD_PATH, STATE_PATH, UNAPPLIED_PATH].includes(path) ||
    indexOfEntryPath(path) !== null ||
    hashOfBlobPath(path) !== null
  )
    return true;
  return derived === undefined ? path.startsWith('index/') : derived.has(path);
}

async function namedHead(files: LedgerFiles, known: ReadonlySet<string>): Promise<Anchor | null> {
  if (!known.has(HEAD_PATH)) return null;
  try {
    return decodeHead(parseCanonical(await files.read(HEAD_PATH), HEAD_PATH), HEAD_PATH);
  } catch {
    // What cannot be read names nothing; that is reported against the last entry.
    return null;
  }
}

type Walk = {
  readonly problems: readonly LedgerProblem[];
  readonly last: LedgerEntry | null;
  readonly count: number;
  readonly signers: ReadonlyMap<string, number>;
  readonly applies: ApplyRecords;
  /** State and places before the last entry. */
  readonly before: { readonly state: LedgerState; readonly unapplied: UnappliedByAddress };
  readonly pulls: ReadonlyMap<number, readonly Anchor[]>;
  /** Kept content by hash, with the first entry that names it. */
  readonly blobs: ReadonlyMap<Sha256, number>;
};

const READS_AT_ONCE = 64;

async function walkEntries(
  files: LedgerFiles,
  verifier: Verifier,
  anchor: Anchor | null,
  head: Anchor | null,
): Promise<Walk> {
  const indexes = files.paths
    .map(indexOfEntryPath)
    .filter((index) => index !== null)
    .toSorted((left, right) => left - right);
  const chain = new Chain(anchor);
  const tally = new Tally();
  const problems: LedgerProblem[] = [];
  let isEnded = false;
  for (let from = 0; from < indexes.length; from += READS_AT_ONCE) {
    const batch = indexes.slice(from, from + READS_AT_ONCE);
    const contents = await Promise.all(
      batch.map(async (index) => await openEntry(await files.read(entryPath(index)), verifier)),
    );
    for (const [position, opened] of contents.entries()) {
      const index = batch[position] ?? 0;
      isEnded ||=
        chain.last !== null &&
        chain.last.predicate.index === head?.index &&
        chain.last.hash === head.hash &&
        !(opened.kind === 'entry' && follows(opened.entry, chain.last));
      if (isEnded) {
        problems.push(problem('entry-foreign', index, entryPath(index)));
        continue;
      }
      const added = chain.add(index, opened);
      problems.push(...added.problems);
      if (added.entry !== null) problems.push(...tally.add(added.entry));
    }
  }
  problems.push(...chain.end(head));
  const { last } = chain;
  const isCutOff = last !== null && head !== null && head.index > last.predicate.index;
  if (last !== null && !isCutOff && last.hash !== head?.hash)
    problems.push(problem('head-differs', last.predicate.index, HEAD_PATH));
  return { problems, last, ...tally.result() };
}

/** What the entries add up to. The state lags by one entry, as the last one names the state before it. */
class Tally {
  readonly #signers = new Map<string, number>();
  readonly #applies = new ApplyRecords();
  readonly #pulls = new Map<number, Anchor[]>();
  readonly #blobs = new Map<Sha256, number>();
  #count = 0;
  #pending: LedgerEntry | null = null;
  #state = INITIAL_STATE;
  #unapplied: UnappliedByAddress = {};

  add(entry: LedgerEntry): readonly LedgerProblem[] {
    this.#count += 1;
    this.#signers.set(entry.signer, (this.#signers.get(entry.signer) ?? 0) + 1);
    this.#settle();
    this.#pending = entry;
    const { body, index } = entry.predicate;
    const named =
      body.type === 'planned' ? [entry.digest, body.body, body.assessment] : body.type === 'judged' ? [body.pull] : [];
    for (const hash of named) if (hash !== null && !this.#blobs.has(hash)) this.#blobs.set(hash, index);
    return this.#applies.add(entry);
  }

  result(): Omit<Walk, 'problems' | 'last'> {
    return {
      count: this.#count,
      signers: this.#signers,
      applies: this.#applies,
      before: { state: this.#state, unapplied: this.#unapplied },
      pulls: this.#pulls,
      blobs: this.#blobs,
    };
  }

  #settle(): void {
    if (this.#pending === null) return;
    const { pullRequest, index } = this.#pending.predicate;
    this.#state = foldState(this.#state, this.#pending);
    this.#unapplied = foldUnapplied(this.#unapplied, this.#pending);
    if (pullRequest === null) return;
    const places = this.#pulls.get(pullRequest);
    if (places === undefined) this.#pulls.set(pullRequest, [{ index, hash: this.#pending.hash }]);
    else places.push({ index, hash: this.#pending.hash });
  }
}

/** The derived files that the last entry signs for, by path. */
function expectedState(
  walk: Walk,
  last: LedgerEntry,
): { readonly problems: readonly LedgerProblem[]; readonly files: ReadonlyMap<string, Sha256> } {
  const files = new Map<string, Sha256>();
  const { index, state: named } = last.predicate;
  if (index === 0) return { problems: named === null ? [] : [problem('state-differs', 0, STATE_PATH)], files };
  const { root, files: derived } = buildIndex(walk.pulls);
  for (const [path, bytes] of derived) files.set(path, sha256(bytes));
  const unapplied = hashOfUnapplied(walk.before.unapplied);
  const state = sha256(canonicalState({ ...walk.before.state, pulls: root, unapplied }));
  files.set(STATE_PATH, state);
  if (unapplied !== null) files.set(UNAPPLIED_PATH, unapplied);
  return { problems: named === state ? [] : [problem('state-differs', index, STATE_PATH)], files };
}

async function indexProblems(
  files: LedgerFiles,
  known: ReadonlySet<string>,
  expected: ReadonlyMap<string, Sha256>,
): Promise<readonly LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  for (const [path, hash] of expected) {
    if (!known.has(path) || sha256(await files.read(path)) !== hash)
      problems.push(problem('index-altered', null, path));
  }
  return problems;
}

async function blobProblems(
  files: LedgerFiles,
  known: ReadonlySet<string>,
  named: ReadonlyMap<Sha256, number>,
): Promise<readonly LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  for (const [hash, index] of named)
    if (!known.has(blobPath(hash))) problems.push(problem('blob-missing', index, blobPath(hash)));
  for (const path of files.paths) {
    const hash = hashOfBlobPath(path);
    if (hash !== null && sha256(await files.read(path)) !== hash)
      problems.push(problem('blob-altered', named.get(hash) ?? null, path));
  }
  return problems;
}
