import { generateKeyPairSync } from 'node:crypto';
import { append } from '../src/core/ledger/append.ts';
import type { PublishedBody } from '../src/core/ledger/bodies.ts';
import { HEAD_PATH } from '../src/core/ledger/layout.ts';
import type { LedgerStore } from '../src/core/ledger/ports.ts';
import { ed25519Signer, ed25519Verifier } from '../src/core/ledger/signing.ts';
import type { Account, Team } from '../test/e2e/repository.ts';

const LEDGER = 'countersign/ledger';

/**
 * What somebody who may push can do to the ledger's branch: with Countersign's own code, an entry that is well formed, has the right ledger id, index,
 * previous hash and state, and a valid signature; only the key is the forger's own. @param realKey public, as the configuration shows it to anyone.
 */
export async function forgePublication(
  team: Team,
  as: Account,
  forged: {
    readonly realKey: string;
    readonly pullRequest: number;
    readonly digest: string;
    readonly body: PublishedBody;
  },
): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const own = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const writer = {
    store: pushedBy(team, as),
    signer: ed25519Signer('demo', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    verifier: ed25519Verifier({ demo: forged.realKey, own }),
    anchor: null,
    writer: 'run 1/1',
  };
  const { pullRequest, digest, body } = forged;
  const draft = { pullRequest, digest: `sha256:${digest.replace('sha256:', '')}` as const, body };
  await append(writer, { drafts: [draft], blobs: [], at: body.createdAt, basis: null, overtakenBy: () => false });
}

/** The ledger's branch through ordinary pushes. */
function pushedBy({ repository }: Team, as: Account): LedgerStore {
  return {
    revision: async () => await repository.head(LEDGER),
    read: async (revision, path) => {
      const text = await repository.readFile(revision, path).catch(() => undefined);
      return text === undefined ? null : Buffer.from(text);
    },
    commit: async (_, files, message) => {
      // Other files than entries would show by their hash, which the last trusted entry names.
      const entries = [...files].filter(([path]) => path.startsWith('entries/') || path === HEAD_PATH);
      const texts = entries.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]);
      await repository.push({
        as,
        branch: LEDGER,
        files: Object.fromEntries(texts) as Record<string, string>,
        message,
      });
      return await repository.head(LEDGER);
    },
  };
}
