import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { filesIn, LEDGER, withLedger } from './evidence.ts';
import type { Team } from './repository.ts';
import { runCli } from './runner.ts';

export type Verified = {
  readonly sound: boolean;
  readonly entries: number;
  readonly unfinished: readonly string[];
  readonly problems: readonly { readonly code: string }[];
  readonly foreign: readonly string[];
  readonly signatures: string;
};

/** Verifies the ledger's branch with the built command line, as an auditor does, with keys from outside the ledger. */
export async function verifyLedger(team: Team, publicKey: string): Promise<Verified> {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-audit-'));
  try {
    const keys = join(scratch, 'keys.json');
    writeFileSync(keys, JSON.stringify({ trusted: publicKey }));
    const directory = team.repository.gitDirectory;
    const { output } = await runCli(['verify', directory, '--branch', LEDGER, '--keys', keys, '--format', 'json']);
    return JSON.parse(output) as Verified;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Everything that leaves a run: logs, outputs, summaries, files, comments, checks, requests and answers, the ledger. */
function everythingOf(team: Team): readonly { readonly where: string; readonly text: string }[] {
  const runs = team.runs.flatMap(({ job, log, outputs, summary }) => [
    { where: `log of ${job.run.id}`, text: log },
    { where: `outputs of ${job.run.id}`, text: JSON.stringify(outputs) },
    { where: `bundle of ${job.run.id}`, text: unpacked(outputs['bundle'] ?? '') },
    { where: `summary of ${job.run.id}`, text: summary },
    ...filesIn(job.directory).map((path) => ({ where: path, text: readFileSync(path, 'utf8') })),
  ]);
  const exchanges = team.server.recordings.map(({ method, path, requestBody, responseBody }) => ({
    where: `${method} ${path}`,
    text: JSON.stringify([path, requestBody, responseBody]),
  }));
  const ledger = withLedger(team, (folder) =>
    filesIn(folder).flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const payload = /"payload":"([^"]*)"/u.exec(text)?.[1] ?? '';
      return [{ where: path, text: text + Buffer.from(payload, 'base64').toString('utf8') }];
    }),
  );
  return [...runs, ...exchanges, ...ledger];
}

/** Plans travel compressed; what they hold is looked at. */
function unpacked(bundle: string): string {
  return bundle === '' ? '' : gunzipSync(Buffer.from(bundle, 'base64')).toString('utf8');
}

/** Where any of the secrets appears. */
export function leaksOf(team: Team, secrets: readonly string[]): readonly string[] {
  const found = everythingOf(team);
  return secrets.flatMap((secret) => found.filter(({ text }) => text.includes(secret)).map(({ where }) => where));
}

/** What holds after every scenario: every entry is trusted and chained, and every apply that was begun has its end. */
export async function expectSound(team: Team, publicKey: string): Promise<void> {
  expect(await verifyLedger(team, publicKey)).toMatchObject({
    sound: true,
    problems: [],
    foreign: [],
    unfinished: [],
    signatures: 'checked',
  });
}
