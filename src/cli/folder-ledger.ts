import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CountersignError } from '../core/errors.ts';
import type { LedgerFiles } from '../core/ledger/verify.ts';

/** No file of a ledger comes near it; a plan of ten thousand changes is some ten megabytes. */
export const MAXIMUM_FILE_BYTES = 256_000_000;
const MAXIMUM_DEPTH = 16;

/** A ledger that is checked out in a folder. Symbolic links are listed and never followed: they read as nothing. */
export function folderLedger(root: string): LedgerFiles {
  const links = new Set<string>();
  const paths: string[] = [];
  walk('', 0);
  // Reading in place is several times faster than a thread for each of many small files.
  return {
    paths: paths.toSorted(),
    read: (path) => Promise.resolve(links.has(path) ? new Uint8Array() : bounded(root, path)),
  };

  function walk(folder: string, depth: number): void {
    for (const found of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? found.name : `${folder}/${found.name}`;
      if (found.isDirectory()) {
        if (path !== '.git' && depth < MAXIMUM_DEPTH) walk(path, depth + 1);
        continue;
      }
      paths.push(path);
      if (!found.isFile()) links.add(path);
    }
  }
}

function bounded(root: string, path: string): Uint8Array {
  if (statSync(join(root, path)).size > MAXIMUM_FILE_BYTES) throw tooLarge(path);
  return readFileSync(join(root, path));
}

export function tooLarge(path: string): CountersignError {
  return new CountersignError('ledger-file-too-large', 'A file of the ledger is larger than any that is written.', {
    evidence: path,
    mend: 'Remove the file: Countersign did not write it.',
  });
}
