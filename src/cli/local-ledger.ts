import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CountersignError } from '../core/errors.ts';
import type { LedgerFiles } from '../core/ledger/verify.ts';
import type { CliContext } from './context.ts';
import { folderLedger } from './folder-ledger.ts';
import { gitLedger } from './git-ledger.ts';

const NOTHING: LedgerFiles = { paths: [], read: () => Promise.resolve(new Uint8Array()) };

/**
 * Reads a ledger that is checked out in a folder, or stands on a branch of a git repository; of neither there are no files.
 * @throws CountersignError `ledger-place-missing`.
 */
export async function withLedger<T>(
  { cwd, env }: CliContext,
  place: string,
  branch: string,
  use: (files: LedgerFiles) => Promise<T>,
): Promise<T> {
  const folder = resolve(cwd, place);
  if (await isThere(join(folder, 'entries'))) return await use(folderLedger(folder));
  if (!(await isThere(folder))) throw folderMissing(place);
  const ledger = await gitLedger(folder, branch, env);
  if (ledger === null) return await use(NOTHING);
  try {
    return await use(ledger.files);
  } finally {
    ledger.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function folderMissing(place: string): CountersignError {
  return new CountersignError('ledger-place-missing', 'There is no such folder with a ledger.', {
    evidence: place.slice(0, 500),
    mend: "Give the folder of a checked-out ledger, or of a git repository that has the ledger's branch.",
  });
}
