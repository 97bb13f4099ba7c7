import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { CountersignError } from '../core/errors.ts';

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

/** A local repository, of which only objects and names are read. */
export type Git = { readonly folder: string; readonly env: NodeJS.ProcessEnv };

/** Variables that lead git elsewhere, such as GIT_DIR in a hook, are not handed on. */
export function gitAt(folder: string, env: (name: string) => string | undefined): Git {
  return { folder, env: { PATH: env('PATH'), HOME: env('HOME'), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' } };
}

/** What a git command writes. @throws CountersignError `git-unreadable` when it fails. */
function runGit(git: Git, args: readonly string[]): Promise<string> {
  return new Promise((done, reject) => {
    const options = { env: git.env, maxBuffer: MAXIMUM_LISTING_BYTES, encoding: 'utf8' } as const;
    execFile('git', [...SAFE, '-C', git.folder, ...args], options, (error, stdout) => {
      if (error === null) done(stdout);
      else reject(unreadable(error));
    });
  });
}

/** What a git command writes, without the line break at its end; null when it fails, in whichever of its many ways. */
export async function askGit(git: Git, args: readonly string[]): Promise<string | null> {
  try {
    return (await runGit(git, args)).trimEnd();
  } catch {
    return null;
  }
}

export function commitOf(git: Git, revision: string): Promise<string | null> {
  return askGit(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
}

export type GitEntry = {
  readonly kind: 'file' | 'symlink' | 'submodule';
  readonly object: string;
  /** Bytes; 0 for a submodule. */ readonly size: number;
};

/** Everything that is not a folder at one commit, by path. */
export async function listTree(git: Git, commit: string): Promise<ReadonlyMap<string, GitEntry>> {
  const listing = await runGit(git, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  const listed = new Map<string, GitEntry>();
  for (const line of listing.split('\0')) {
    const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/su.exec(line) ?? [];
    if (path === undefined || object === undefined) continue;
    const kind = mode === '120000' ? 'symlink' : mode === '160000' ? 'submodule' : 'file';
    listed.set(path, { kind, object, size: size === '-' ? 0 : Number(size) });
  }
  return listed;
}

/** Reads blobs of a repository; to be closed. */
export function openObjects(git: Git): GitObjects {
  return new GitObjects(
    spawn('git', [...SAFE, '-C', git.folder, 'cat-file', '--batch'], { env: git.env, stdio: 'pipe' }),
  );
}

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** Asks one `git cat-file --batch` for objects and hands out its answers in the order they were asked for. */
export class GitObjects {
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

  /** The caller has bounded its size by the listing. @throws CountersignError `git-unreadable`. */
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
  return new CountersignError('git-unreadable', 'Git could not read this repository.', {
    mend: 'Check the clone with `git fsck`; a partial clone needs its objects fetched first.',
    cause,
  });
}
