import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { ed25519Signer } from '../../../src/core/ledger/signing.ts';
import { verifyLedger } from '../../e2e/audit.ts';
import { declares } from '../../e2e/estate.ts';
import { LEDGER, ledgerOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { forgePublication } from '../support/forging.ts';
import { land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** What an auditor is told. */
async function verified(): Promise<readonly string[]> {
  const { problems } = await verifyLedger(here().team, here().publicKey);
  return problems.map(({ code }) => code);
}

/** With everything in its place; only the key is eve's own. */
async function forge(pull: Pull, digest: string): Promise<void> {
  const { team, eve } = here();
  const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  await forgePublication(team, { as: eve, pull, digest, signer: ed25519Signer('trusted', key) });
}

async function expand(pull: Pull, branch: string): Promise<void> {
  await here().team.repository.push({ as: here().team.ana, branch, files: declares(branch, { limit: 500 }) });
  await here().team.planAndPublish(pull);
}

replay(row, {
  refused: {
    'a publication of what nobody published, signed with a key of their own': async () => {
      const { team, eve } = here();
      const pull = await here().approved('forged', declares('forged'));
      await team.repository.push({ as: eve, branch: 'forged', files: declares('forged', { limit: 500 }) });
      const digest = (await team.plan(pull)).outputs['digest'] ?? '';
      await forge(pull, digest);
      const told = await verified();
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('forged')).toBeNull();
      return { codes: [...told, ...landed.codes] };
    },
    'the signed entries of an earlier publication, put behind the newest one': async () => {
      const { team, eve } = here();
      const pull = await here().approved('revived', declares('revived'));
      const { sha } = pull.head;
      const old = (await ledgerOf(team)).length - 2;
      await expand(pull, 'revived');
      const end = (await ledgerOf(team)).length;
      const texts = await Promise.all([0, 1].map((at) => team.repository.readFile(LEDGER, entryPath(old + at))));
      const files = Object.fromEntries(texts.map((text, at) => [entryPath(end + at), text ?? '']));
      await team.repository.push({ as: eve, branch: LEDGER, files, message: 'Once more' });
      const told = await verified();
      await team.repository.pushCommit({ as: team.ana, branch: 'revived', sha, force: true });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('revived')).toBeNull();
      return { codes: [...told, ...landed.codes] };
    },
  },
  passes: {
    'a remark in the branch': async () => {
      const { team, eve } = here();
      await team.repository.push({ as: eve, branch: LEDGER, files: { 'README.md': 'Please do not push here.\n' } });
      const pull = await here().approved('remark', declares('remark'));
      expect((await land(here(), pull)).decision).toBe('applied');
      await team.repository.push({ as: eve, branch: LEDGER, files: { 'README.md': null } });
    },
  },
});
