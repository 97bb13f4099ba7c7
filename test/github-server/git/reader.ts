import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** An object as git stores it. */
export interface GitObject {
  readonly sha: string;
  readonly type: string;
  readonly bytes: Buffer;
}

interface Waiting {
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Larger objects are asked for anew each time. */
const LARGEST_KEPT = 1024 * 1024;

/** One `git cat-file --batch` that answers every read of a repository, started with the first of them. */
export class ObjectReader {
  readonly #directory: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #queue: Waiting[] = [];
  /** Objects by their names, which never mean anything else. */
  readonly #kept = new Map<string, GitObject>();
  #child: ChildProcessWithoutNullStreams | undefined;
  #chunks: Buffer[] = [];
  #size = 0;
  /** The object whose bytes are still arriving. */
  #pending: { sha: string; type: string; length: number } | undefined;

  constructor(directory: string, env: Readonly<Record<string, string>>) {
    this.#directory = directory;
    this.#env = env;
  }

  /** The object that a name or expression means, or undefined. Names with line breaks mean nothing. */
  read(name: string): Promise<GitObject | undefined> {
    if (name === '' || /[\n\0]/.test(name)) return Promise.resolve(undefined);
    const kept = this.#kept.get(name);
    if (kept !== undefined) return Promise.resolve(kept);
    const { promise, resolve, reject } = Promise.withResolvers<GitObject | undefined>();
    this.#queue.push({ resolve, reject });
    this.#process().stdin.write(`${name}\n`);
    return promise;
  }

  /** Ends the process; reads that are under way are refused. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill();
    await closed;
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child;
    const child = spawn('git', ['--git-dir', this.#directory, 'cat-file', '--batch'], { env: this.#env });
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    // The end of the process is what is reported; a broken pipe says nothing more.
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => this.#end(error));
    child.once('close', () => this.#end(new Error(`git cat-file in ${this.#directory} ended`)));
    return child;
  }

  #end(error: Error): void {
    this.#child = undefined;
    this.#chunks = [];
    this.#size = 0;
    this.#pending = undefined;
    for (const waiting of this.#queue.splice(0)) waiting.reject(error);
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    while (this.#step());
  }

  /** Answers at most one read with what has arrived; false when more must arrive first. */
  #step(): boolean {
    if (this.#pending !== undefined) return this.#body(this.#pending);
    const arrived = this.#joined();
    const end = arrived.indexOf(10);
    if (end === -1) return false;
    const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(arrived.subarray(0, end).toString('utf8'));
    this.#keep(arrived.subarray(end + 1));
    if (match === null) this.#queue.shift()?.resolve(undefined);
    else this.#pending = { sha: match[1] ?? '', type: match[2] ?? '', length: Number(match[3]) };
    return true;
  }

  #body(pending: { sha: string; type: string; length: number }): boolean {
    if (this.#size < pending.length + 1) return false;
    const arrived = this.#joined();
    const bytes = Buffer.from(arrived.subarray(0, pending.length));
    this.#keep(arrived.subarray(pending.length + 1));
    this.#pending = undefined;
    const object = { sha: pending.sha, type: pending.type, bytes };
    if (bytes.length <= LARGEST_KEPT) this.#kept.set(object.sha, object);
    this.#queue.shift()?.resolve(object);
    return true;
  }

  #joined(): Buffer {
    const [only = Buffer.alloc(0), ...others] = this.#chunks;
    const joined = others.length === 0 ? only : Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }
}
