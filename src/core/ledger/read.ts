import type { Address } from '../address.ts';
import { sha256 } from '../digest.ts';
import type { Sha256 } from '../json.ts';
import type { Actor } from './bodies.ts';
import type { LedgerEntry } from './entry.ts';
import { blobPath } from './layout.ts';
import { entriesAt, range, type OpenLedger } from './open.ts';
import { altered } from './pull-index.ts';
import { readState, StateBuilder, type LedgerState, type Unapplied } from './state.ts';

/** The state with the head itself included. The head names, and thereby signs, the state before it. */
export async function stateOf({ head, read }: OpenLedger): Promise<LedgerState> {
  return (await upToHead({ head, read })).state;
}

async function upToHead({ head, read }: Pick<OpenLedger, 'head' | 'read'>): Promise<StateBuilder> {
  const builder = new StateBuilder(read, await readState(read, head.predicate.state));
  await builder.add(head);
  return builder;
}

/**
 * All trusted entries of a pull request, oldest first. Nobody without the signing key can hide one of them.
 * @throws CountersignError `ledger-index-altered`, `ledger-chain-broken`
 */
export async function entriesOfPullRequest(ledger: OpenLedger, pullRequest: number): Promise<readonly LedgerEntry[]> {
  const places = await (await upToHead(ledger)).index.entries(pullRequest);
  const earlier = places.filter(({ index }) => index !== ledger.head.predicate.index);
  const entries = await entriesAt(
    ledger.read,
    ledger.verifier,
    earlier.map(({ index }) => index),
  );
  for (const [position, entry] of entries.entries())
    if (entry.hash !== earlier[position]?.hash) throw altered(`entry ${entry.predicate.index}`);
  return earlier.length === places.length ? entries : [...entries, ledger.head];
}

/** Trusted entries from an index on, both ends included. */
export function entriesSince(ledger: OpenLedger, first: number): Promise<readonly LedgerEntry[]> {
  return entriesAt(ledger.read, ledger.verifier, range(first, ledger.head.predicate.index));
}

/** Who may not approve what follows up on an unapplied change, by address. */
export async function unappliedOf(
  ledger: OpenLedger,
  addresses: readonly Address[],
): Promise<readonly { readonly address: Address; readonly unapplied: Unapplied }[]> {
  const all = await (await upToHead(ledger)).unapplied();
  return addresses.flatMap((address) =>
    Object.hasOwn(all, address) && all[address] !== undefined ? [{ address, unapplied: all[address] }] : [],
  );
}

/** Contributors of unapplied pull requests as the approval's facts want them. */
export function excludedBy(
  unapplied: Awaited<ReturnType<typeof unappliedOf>>,
): readonly (Actor & { readonly address: Address })[] {
  return unapplied.flatMap(({ address, unapplied: { contributors } }) =>
    contributors.map((contributor) => ({ ...contributor, address })),
  );
}

/** A plan, an assessment or a comment's body by its hash; null when the ledger does not hold it. @throws CountersignError `ledger-index-altered` */
export async function readBlob({ read }: OpenLedger, hash: Sha256): Promise<Uint8Array | null> {
  const bytes = await read(blobPath(hash));
  if (bytes !== null && sha256(bytes) !== hash) throw altered(blobPath(hash));
  return bytes;
}
