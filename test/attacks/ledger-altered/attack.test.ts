import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect } from 'vitest';
import { sha256 } from '../../../src/core/digest.ts';
import type { Sha256 } from '../../../src/core/json.ts';
import { blobPath, entryPath } from '../../../src/core/ledger/layout.ts';
import { verifyLedger, type Verified } from '../../e2e/audit.ts';
import { declares } from '../../e2e/estate.ts';
import { LEDGER, ledgerOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { runCli } from '../../e2e/runner.ts';
import { apply } from '../support/outcome.ts';
import { replay, type Refusal } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

let pull: Pull;
let beginning = '';
let sound = '';

beforeAll(async () => {
  beginning = await here().team.repository.head(LEDGER);
  pull = await here().approved('landed', declares('landed'));
  await here().merge(pull);
  sound = await here().team.repository.head(LEDGER);
});

async function textOf(index: number): Promise<string> {
  return (await here().team.repository.readFile(sound, entryPath(index))) ?? '';
}

async function told(): Promise<readonly string[]> {
  return (await verifyLedger(here().team, here().publicKey)).problems.map(({ code }) => code);
}

/** Verified and applied as it stands, and then put back. */
async function refused(): Promise<Refusal> {
  const problems = await told();
  const run = await apply(here(), null);
  expect(await here().role('landed')).toBeNull();
  await restore();
  return { codes: [...problems, ...run.codes] };
}

async function restore(): Promise<void> {
  const { repository, cleo } = here().team;
  await repository.pushCommit({ as: cleo, branch: LEDGER, sha: sound, force: true });
}

async function push(files: Readonly<Record<string, string | null>>): Promise<void> {
  await here().team.repository.push({ as: here().eve, branch: LEDGER, files, message: 'Better so' });
}

replay(row, {
  refused: {
    'the publication says something else': async () => {
      const { payload, ...rest } = JSON.parse(await textOf(1)) as { payload: string };
      const text = Buffer.from(payload, 'base64').toString('utf8').replace('"mustQuote":false', '"mustQuote":true ');
      const altered = Buffer.from(text.replace('true ', 'true')).toString('base64');
      await push({ [entryPath(1)]: JSON.stringify({ payload: altered, ...rest }) });
      return await refused();
    },
    'the publication is removed': async () => {
      await push({ [entryPath(1)]: null });
      return await refused();
    },
    'the plan that was published is removed': async () => {
      const { team } = here();
      const { digest = null } = (await ledgerOf(team)).find(({ body }) => body.type === 'planned') ?? {};
      const path = blobPath(digest as Sha256);
      const bytes = await team.repository.readFile(sound, path);
      await push({ [path]: null });
      const { codes, decision } = await apply(here(), null);
      expect(decision).toBe('unfinished');
      expect(await here().role('landed')).toBeNull();
      await push({ [path]: bytes ?? '' });
      return { codes };
    },
    'two entries change places': async () => {
      await push({ [entryPath(1)]: await textOf(2), [entryPath(2)]: await textOf(1) });
      return await refused();
    },
    'the branch is cut back to its beginning by force': async () => {
      const { repository } = here().team;
      await repository.pushCommit({ as: here().eve, branch: LEDGER, sha: beginning, force: true });
      const anchor = `2:${sha256(await textOf(2))}`;
      const how = ['--branch', LEDGER, '--anchor', anchor, '--format', 'json'];
      const { output } = await runCli(['verify', repository.gitDirectory, ...how]);
      const { problems } = JSON.parse(output) as Verified;
      const { codes } = await refused();
      return { codes: [...problems.map(({ code }) => code), ...codes] };
    },
    'the branch is begun anew, with a key of their own': async () => {
      const { team } = here();
      await team.repository.deleteBranch({ as: here().eve, branch: LEDGER });
      const { privateKey } = generateKeyPairSync('ed25519');
      const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
      const begun = await team.init({ env: { LEDGER_KEY: key }, without: ['LEDGER_KEY'] });
      expect(begun.exitCode).toBe(1);
      const run = await apply(here(), null);
      expect(await here().role('landed')).toBeNull();
      await team.repository.pushCommit({ as: team.cleo, branch: LEDGER, sha: sound });
      return run;
    },
  },
  passes: {
    restored: async () => {
      expect(await told()).toEqual([]);
      expect(await ledgerOf(here().team)).toHaveLength(3);
      expect((await apply(here(), pull)).decision).toBe('applied');
    },
  },
});
