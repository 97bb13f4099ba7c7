import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ed25519Verifier } from '../../src/core/ledger/signing.ts';
import { verifyLedger, type Verification } from '../../src/core/ledger/verify.ts';
import { filesIn, withLedger } from '../e2e/evidence.ts';
import type { Team } from '../e2e/repository.ts';

/** The ledger's branch as an auditor reads it, with keys from outside the ledger; in this process. */
export async function verified(team: Team, publicKey: string): Promise<Verification> {
  const files = withLedger(
    team,
    (folder) => new Map(filesIn(folder).map((path) => [relative(folder, path), readFileSync(path)])),
  );
  const read = (path: string): Promise<Uint8Array> => Promise.resolve(files.get(path) ?? new Uint8Array());
  return await verifyLedger({ paths: [...files.keys()], read }, ed25519Verifier({ trusted: publicKey }), null);
}
