import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { Envelope, Statement } from '../../src/core/ledger/entry.ts';
import { entryPath } from '../../src/core/ledger/layout.ts';
import type { Pull, Team } from './repository.ts';

export const LEDGER = 'countersign/ledger';
export const LEASE = `${LEDGER}-lease`;

export type CheckView = {
  readonly state: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly digest: string | null;
  /** `path:line`, in the order in which they were sent. */
  readonly annotations: readonly string[];
};

/** The newest check run of each name on a commit, by its name without `countersign/`. */
export function checksOf(team: Team, sha: string): { readonly plan?: CheckView; readonly approval?: CheckView } {
  const runs = [...team.repository.repository.checkRuns.values()].filter(({ headSha }) => headSha === sha);
  return Object.fromEntries(
    runs.map((run) => [
      run.name.replace('countersign/', ''),
      {
        state: run.conclusion ?? run.status,
        title: run.output.title ?? '',
        summary: run.output.summary ?? '',
        text: run.output.text ?? '',
        digest: run.externalId,
        annotations: run.annotations.map(({ path, start_line }) => `${path}:${start_line}`),
      },
    ]),
  );
}

export type CommentView = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly edits: number;
  readonly minimised: boolean;
};

/** Every comment on a pull request, oldest first. */
export function commentsOf(team: Team, pull: Pull): readonly CommentView[] {
  return [...team.repository.repository.comments.values()]
    .filter(({ number }) => number === pull.number)
    .map(({ id, author, body, edits, minimized }) => ({
      id,
      author: author.login,
      body,
      edits: edits.length,
      minimised: minimized !== undefined,
    }));
}

/** The code that the newest comment asks for. */
export function codeIn(team: Team, pull: Pull): string {
  const entry = entryBodiesNow(team, pull).findLast((body) => body.type === 'planned');
  if (entry?.type !== 'planned') throw new Error(`nothing was planned for ${pull.number}`);
  return entry.code;
}

type Entry = { readonly pullRequest: number | null; readonly digest: string | null; readonly body: EntryBody };

/** What the ledger says, oldest first; empty when there is none. */
export async function ledgerOf(team: Team): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let index = 0; ; index += 1) {
    const text = await team.repository.readFile(LEDGER, entryPath(index)).catch(() => undefined);
    if (text === undefined) return entries;
    entries.push(entryOf(text));
  }
}

/** Bodies of the entries of one pull request, oldest first. */
export async function entriesOf(team: Team, pull: Pull): Promise<readonly EntryBody[]> {
  return (await ledgerOf(team)).filter(({ pullRequest }) => pullRequest === pull.number).map(({ body }) => body);
}

/** Types of the entries of one pull request; the steps between start and end of an apply left out. */
export async function typesOf(team: Team, pull: Pull): Promise<readonly string[]> {
  const types = (await entriesOf(team, pull)).map(({ type }) => type);
  return types.filter((type) => type !== 'intent' && type !== 'receipt');
}

function entryOf(text: string): Entry {
  const envelope = JSON.parse(text) as Envelope;
  const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) as Statement;
  const { pullRequest, body } = statement.predicate;
  const [subject] = statement.subject;
  return { pullRequest, digest: subject === undefined ? null : `sha256:${subject.digest.sha256}`, body };
}

function entryBodiesNow(team: Team, pull: Pull): readonly EntryBody[] {
  return withLedger(team, (folder) =>
    filesIn(join(folder, 'entries'))
      .map((path) => entryOf(readFileSync(path, 'utf8')))
      .filter(({ pullRequest }) => pullRequest === pull.number)
      .map(({ body }) => body),
  );
}

/** Hands a checked-out ledger to `use`. */
export function withLedger<T>(team: Team, use: (folder: string) => T): T {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-ledger-'));
  const folder = join(scratch, 'ledger');
  try {
    const from = ['clone', '--quiet', '--branch', LEDGER, '--single-branch', team.repository.gitDirectory, folder];
    execFileSync('git', from, { stdio: ['ignore', 'ignore', 'pipe'] });
    return use(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Every file below a folder, sorted; git's own are left out. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted();
}
