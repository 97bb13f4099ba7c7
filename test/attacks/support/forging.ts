import { canonicalize, sha256 } from '../../../src/core/digest.ts';
import type { EntryPredicate, Envelope, Statement } from '../../../src/core/ledger/entry.ts';
import { entryPath, HEAD_PATH } from '../../../src/core/ledger/layout.ts';
import type { Signer } from '../../../src/core/ledger/ports.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { LEDGER, ledgerOf } from '../../e2e/evidence.ts';
import type { Account, Pull, Team } from '../../e2e/repository.ts';

/** The newest entry of the ledger: what it says, and its file. */
export async function newestEntry(
  team: Team,
): Promise<{ readonly predicate: EntryPredicate; readonly envelope: Envelope; readonly text: string }> {
  const text = (await team.repository.readFile(LEDGER, entryPath((await ledgerOf(team)).length - 1))) ?? '';
  const envelope = JSON.parse(text) as Envelope;
  const { predicate } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) as Statement;
  return { predicate, envelope, text };
}

/**
 * The newest entry, a publication, once more, for another plan and head, with everything in its place; only the signature is
 * the forger's. @returns the index of the forged entry.
 */
export async function forgePublication(
  team: Team,
  { as, pull, digest, signer, beside = {} }: Forgery,
): Promise<number> {
  const { predicate, text } = await newestEntry(team);
  if (predicate.body.type !== 'published') throw new Error('something else was entered last');
  const body = { ...predicate.body, head: pull.head.sha };
  const index = predicate.index + 1;
  const forged = { ...predicate, index, previous: sha256(text), body };
  const { bytes, hash } = await sealEntry(forged, `sha256:${digest.replace('sha256:', '')}`, signer);
  const head = { formatVersion: '1', ledgerId: predicate.ledgerId, index, hash };
  const entry = { [entryPath(index)]: Buffer.from(bytes).toString('utf8'), [HEAD_PATH]: canonicalize(head) };
  await team.repository.push({ as, branch: LEDGER, files: { ...entry, ...beside }, message: 'Publish' });
  return index;
}

/** `beside`: what else the forger puts into the ledger's branch. */
export type Forgery = {
  readonly as: Account;
  readonly pull: Pull;
  readonly digest: string;
  readonly signer: Signer;
  readonly beside?: Readonly<Record<string, string>>;
};
