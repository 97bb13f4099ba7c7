import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { CountersignError } from '../core/errors.ts';
import type { LedgerFiles } from '../core/ledger/verify.ts';
import { MAXIMUM_FILE_BYTES, tooLarge } from './folder-ledger.ts';

const MAXIMUM_LISTING_BYTES = 1_000_000_000;

/** Nothing is fetched, replaced or run by the configuration of a repository that may be anybody's. */
const SAFE = [
  '--no-replace-objects',
  '-c',
  'protocol.allow=never',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
];

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
  const git = { folder, env: { PATH: env('PATH'), HOME: env('HOME'), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' } };
  const revision =
    (await resolve(git, `refs/heads/${branch}`)) ?? (await resolve(git, `refs/remotes/origin/${branch}`));
  if (revision === null) return null;
  const listed = await list(git, revision);
  const objects = new ObjectReader(
    spawn('git', [...SAFE, '-C', folder, 'cat-file', '--batch'], { env: git.env, stdio: 'pipe' }),
  );
  return {
    files: { paths: [...listed.keys()], read: (path) => read(objects, listed, path) },
    revision,
    close: () => objects.close(),
  };
}

type Git = { readonly folder: string; readonly env: NodeJS.ProcessEnv };
type Listed = ReadonlyMap<string, { readonly object: string; readonly size: number } | null>;

async function resolve(git: Git, ref: string): Promise<string | null> {
  try {
    return (await run(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).trim();
  } catch {
    // Git says in many ways that there is no such thing; which of them does not matter to who looks for a ledger.
    return null;
  }
}

/** Path to object; null for what is no plain file. */
async function list(git: Git, revision: string): Promise<Listed> {
  const listing = await run(git, ['ls-tree', '-r', '-l', '-z', '--full-tree', revision]);
  const listed = new Map<string, { object: string; size: number } | null>();
  for (const line of listing.split('\0')) {
    const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/su.exec(line) ?? [];
    if (path !== undefined && object !== undefined)
      listed.set(path, mode?.startsWith('100') === true ? { object, size: Number(size) } : null);
  }
  return listed;
}

async function read(objects: ObjectReader, listed: Listed, path: string): Promise<Uint8Array> {
  const file = listed.get(path) ?? null;
  if (file === null) return new Uint8Array();
  if (file.size > MAXIMUM_FILE_BYTES) throw tooLarge(path);
  return await objects.read(file.object);
}

function run(git: Git, args: readonly string[]): Promise<string> {
  return new Promise((done, reject) => {
    const options = { env: git.env, maxBuffer: MAXIMUM_LISTING_BYTES, encoding: 'utf8' } as const;
    execFile('git', [...SAFE, '-C', git.folder, ...args], options, (error, stdout) => {
      if (error === null) done(stdout);
      else reject(unreadable(error));
    });
  });
}

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** Asks one `git cat-file --batch` for objects and hands out its answers in the order they were asked for. */
class ObjectReader {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 1;

  constructor(process: ChildProcessWithoutNullStreams) {
    this.#process = process;
    process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    process.on('error', (error) => this.#fail(error));
    process.on('close', () => this.#fail(new Error('git ended')));
    process.stdin.on('error', (error) => this.#fail(error));
  }

  read(object: string): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${object}\n`);
    });
  }

  close(): void {
    this.#process.stdin.end();
  }

  /** Joins what came only once there is enough of it for an answer. */
  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    let rest = Buffer.concat(this.#chunks);
    for (let end = this.#answer(rest); end !== null; end = this.#answer(rest)) rest = rest.subarray(end);
    this.#chunks = [rest];
    this.#length = rest.length;
  }

  /** @returns how many bytes the first answer took, or null when it is not whole yet. */
  #answer(bytes: Buffer): number | null {
    this.#needed = bytes.length + 1;
    const line = bytes.indexOf(10);
    if (line === -1) return null;
    const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(bytes.toString('latin1', 0, line)) ?? [];
    if (size === undefined) {
      this.#waiting.shift()?.reject(unreadable());
      return line + 1;
    }
    const end = line + 1 + Number(size);
    this.#needed = end + 1;
    if (bytes.length < end + 1) return null;
    this.#waiting.shift()?.resolve(Uint8Array.from(bytes.subarray(line + 1, end)));
    return end + 1;
  }

  #fail(cause: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(unreadable(cause));
  }
}

function unreadable(cause?: unknown): CountersignError {
  return new CountersignError('ledger-object-unreadable', "Git could not read an object of the ledger's branch.", {
    mend: 'Check the clone with `git fsck`; a partial clone needs its objects fetched first.',
    cause,
  });
}
