import type { Address } from '../address.ts';
import { canonicalize, hashJson, sha256 } from '../digest.ts';
import type { Sha256 } from '../json.ts';
import type { Involved } from './bodies.ts';
import { anyObject, dictionary, hash, list, literal, natural, nullable, record, text, type Decoder } from './decode.ts';
import type { LedgerEntry } from './entry.ts';
import { STATE_PATH, UNAPPLIED_PATH } from './layout.ts';
import { engineOutdated } from './outdated.ts';
import { altered, PullIndex, type ReadFile } from './pull-index.ts';
import { parseCanonical } from './seal.ts';

/** An apply that has its `approved` or `apply-started`, and not yet its `apply-finished`. */
export type UnfinishedApply = {
  readonly applyId: Sha256;
  readonly pullRequest: number | null;
  readonly landing: string;
};

/** The last pull request of an address whose change did not happen, or whose rules took it in, and who contributed to it. */
export type Unapplied = Involved & { readonly pullRequest: number | null };

/** What all entries up to a point add up to. Small, and rewritten by every append. */
export type LedgerState = {
  readonly formatVersion: '1';
  /** Root of the index by pull request. */
  readonly pulls: Sha256 | null;
  readonly unfinished: readonly UnfinishedApply[];
  /** The newest landing with none unfinished before it; from `genesis` the default branch's tip. */
  readonly settled: string | null;
  /** The newest commit at which every rule file was approved; from `genesis` the default branch's tip. */
  readonly rules: string | null;
  /** Who contributed to the rule files that stand without an approval; null: none are known to. */
  readonly bypassed: Involved | null;
  /** Hash of `unapplied.json`: Unapplied by address. */
  readonly unapplied: Sha256 | null;
};

export type UnappliedByAddress = { readonly [address: Address]: Unapplied };

const involved = record({
  contributors: list(record({ id: natural, login: text })),
  incomplete: nullable(text),
});

const decodeState: Decoder<LedgerState> = record({
  formatVersion: literal('1'),
  pulls: nullable(hash),
  unfinished: list(record({ applyId: hash, pullRequest: nullable(natural), landing: text })),
  settled: nullable(text),
  rules: nullable(text),
  bypassed: nullable(involved),
  unapplied: nullable(hash),
});

const decodeUnapplied: Decoder<UnappliedByAddress> = dictionary(
  record({
    pullRequest: nullable(natural),
    contributors: list(record({ id: natural, login: text })),
    incomplete: nullable(text),
  }),
);

export const INITIAL_STATE: LedgerState = {
  formatVersion: '1',
  pulls: null,
  unfinished: [],
  settled: null,
  rules: null,
  bypassed: null,
  unapplied: null,
};

/** A ledger's state that entries are added to, one after another. */
export class StateBuilder {
  readonly index: PullIndex;
  readonly #read: ReadFile;
  #state: LedgerState;
  #unapplied: UnappliedByAddress | null = null;

  constructor(read: ReadFile, state: LedgerState) {
    this.#read = read;
    this.#state = state;
    this.index = new PullIndex(read, state.pulls);
  }

  get state(): LedgerState {
    return this.#state;
  }

  hash(): Sha256 {
    return hashJson(this.#state);
  }

  async add(entry: LedgerEntry): Promise<void> {
    const { index, pullRequest } = entry.predicate;
    if (pullRequest !== null) await this.index.add(pullRequest, { index, hash: entry.hash });
    const touched = concernsUnapplied(entry);
    if (touched) this.#unapplied = foldUnapplied(await this.unapplied(), entry);
    this.#state = { ...foldState(this.#state, entry), pulls: this.index.root };
    if (touched) this.#state = { ...this.#state, unapplied: hashOfUnapplied(this.#unapplied ?? {}) };
  }

  async unapplied(): Promise<UnappliedByAddress> {
    this.#unapplied ??=
      this.#state.unapplied === null
        ? {}
        : decodeUnapplied(
            parseCanonical(await readChecked(this.#read, UNAPPLIED_PATH, this.#state.unapplied), UNAPPLIED_PATH),
            UNAPPLIED_PATH,
          );
    return this.#unapplied;
  }

  /** Every file whose content follows from the entries and changed since the beginning. */
  files(): ReadonlyMap<string, Uint8Array> {
    const files = new Map(this.index.added());
    files.set(STATE_PATH, Buffer.from(canonicalState(this.#state)));
    if (this.#unapplied !== null) files.set(UNAPPLIED_PATH, Buffer.from(canonicalize(this.#unapplied)));
    return files;
  }
}

/** The state after one more entry, but for what only hashes stand for: `pulls` and `unapplied`. */
export function foldState(state: LedgerState, { predicate: { body, pullRequest } }: LedgerEntry): LedgerState {
  if (body.type === 'genesis') return { ...state, settled: body.tip, rules: body.tip };
  if (body.type === 'rules') return { ...state, rules: body.commit, bypassed: null };
  if (body.type === 'refused') return { ...state, bypassed: body.bypassed };
  if (body.type === 'approved' || body.type === 'apply-started') {
    return {
      ...state,
      unfinished: opened(state.unfinished, { applyId: body.applyId, pullRequest, landing: body.landing }),
    };
  }
  if (body.type !== 'apply-finished') return state;
  return {
    ...state,
    unfinished: state.unfinished.filter(({ applyId }) => applyId !== body.applyId),
    settled: body.settled ?? state.settled,
  };
}

function concernsUnapplied({ predicate: { body } }: LedgerEntry): boolean {
  if (body.type === 'rules') return body.takenIn.length > 0;
  return body.type === 'apply-finished' && body.applied.length + body.unapplied.length > 0;
}

export function foldUnapplied(
  all: UnappliedByAddress,
  { predicate: { body, pullRequest } }: LedgerEntry,
): UnappliedByAddress {
  if (body.type === 'rules') {
    // Who contributed to what lay outside of the rules, nobody recorded; what is known of an earlier landing stays.
    const added = body.takenIn.map(
      (address) => [address, { pullRequest, contributors: [], incomplete: null }] as const,
    );
    return { ...Object.fromEntries(added), ...all };
  }
  if (body.type !== 'apply-finished' || body.applied.length + body.unapplied.length === 0) return all;
  const kept = Object.entries(all).filter(([address]) => !body.applied.includes(address));
  const added = body.unapplied.map(({ address, ...people }) => [address, { pullRequest, ...people }] as const);
  return Object.fromEntries([...kept, ...added]);
}

/** The bytes of `state.json`. */
export function canonicalState(state: LedgerState): string {
  return canonicalize(state);
}

export function hashOfUnapplied(all: UnappliedByAddress): Sha256 | null {
  return Object.keys(all).length === 0 ? null : hashJson(all);
}

function opened(unfinished: readonly UnfinishedApply[], apply: UnfinishedApply): readonly UnfinishedApply[] {
  return unfinished.some(({ applyId }) => applyId === apply.applyId) ? unfinished : [...unfinished, apply];
}

/**
 * @param expected as a signed entry names it; null: nothing but `genesis` came before.
 * @throws CountersignError `ledger-index-altered`, `ledger-malformed`, `engine-outdated`
 */
export async function readState(read: ReadFile, expected: Sha256 | null): Promise<LedgerState> {
  if (expected === null) return INITIAL_STATE;
  const state = parseCanonical(await readChecked(read, STATE_PATH, expected), STATE_PATH);
  const format = anyObject(state, STATE_PATH)['formatVersion'];
  if (format !== '1') throw engineOutdated(`${STATE_PATH} has the format ${JSON.stringify(format)}`);
  return decodeState(state, STATE_PATH);
}

async function readChecked(read: ReadFile, path: string, expected: Sha256): Promise<Uint8Array> {
  const bytes = await read(path);
  if (bytes === null || sha256(bytes) !== expected) throw altered(path);
  return bytes;
}
