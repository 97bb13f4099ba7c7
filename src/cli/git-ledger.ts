import type { LedgerFiles } from '../core/ledger/verify.ts';
import { MAXIMUM_FILE_BYTES, tooLarge } from './folder-ledger.ts';
import { commitOf, gitAt, listTree, openObjects, type GitEntry, type GitObjects } from './git.ts';

export type GitLedger = { readonly files: LedgerFiles; readonly revision: string; close(): void };

/**
 * The ledger on a branch of a local repository, as it stands in git's objects, whatever is checked out.
 * @returns null when the folder is no repository or has no such branch. A remote's branch is taken where there is no local one.
 */
export async function gitLedger(
  folder: string,
  branch: string,
  env: (name: string) => string | undefined,
): Promise<GitLedger | null> {
  const git = gitAt(folder, env);
  const revision =
    (await commitOf(git, `refs/heads/${branch}`)) ?? (await commitOf(git, `refs/remotes/origin/${branch}`));
  if (revision === null) return null;
  const listed = await listTree(git, revision);
  const objects = openObjects(git);
  return {
    files: { paths: [...listed.keys()], read: (path) => read(objects, listed, path) },
    revision,
    close: () => objects.close(),
  };
}

/** What is no plain file reads as nothing. */
async function read(objects: GitObjects, listed: ReadonlyMap<string, GitEntry>, path: string): Promise<Uint8Array> {
  const file = listed.get(path);
  if (file?.kind !== 'file') return new Uint8Array();
  if (file.size > MAXIMUM_FILE_BYTES) throw tooLarge(path);
  return await objects.read(file.object);
}
