import { createHash } from 'node:crypto';
import type { LedgerStore } from '../../src/core/ledger/ports.ts';

/** A ledger's branch in memory: every commit is a revision of its own, and only the newest can be committed to. */
export class MemoryLedger implements LedgerStore {
  readonly #revisions: Map<string, Uint8Array>[] = [];
  readonly #keepsHistory: boolean;
  #count = 0;
  /** What was asked for, so that tests can count calls and bytes. */
  readonly calls: { kind: 'revision' | 'read' | 'commit'; bytes: number; path: string | null }[] = [];
  /** Called right before a commit is taken: a place for somebody else to be faster, or for a failure. */
  beforeCommit: () => Promise<void> = () => Promise.resolve();
  /** Called after a commit was taken: a place to lose the answer. */
  afterCommit: () => void = () => {};

  /** @param options without history only the newest revision is kept, for ledgers that are long. */
  constructor(options: { readonly history: boolean } = { history: true }) {
    this.#keepsHistory = options.history;
  }

  /** The newest revision's files. Changing them is what somebody with push access does. */
  get files(): Map<string, Uint8Array> {
    return this.#revisions.at(-1) ?? new Map<string, Uint8Array>();
  }

  revision(): Promise<string | null> {
    this.calls.push({ kind: 'revision', bytes: 0, path: null });
    return Promise.resolve(this.#newest());
  }

  read(revision: string, path: string): Promise<Uint8Array | null> {
    const files = this.#keepsHistory ? this.#revisions[Number(revision.slice(1)) - 1] : this.files;
    const bytes = files?.get(path) ?? null;
    this.calls.push({ kind: 'read', bytes: bytes?.length ?? 0, path });
    return Promise.resolve(bytes);
  }

  async commit(revision: string | null, files: ReadonlyMap<string, Uint8Array>): Promise<string | null> {
    await this.beforeCommit();
    if (revision !== this.#newest()) return null;
    this.#count += 1;
    if (this.#keepsHistory || this.#revisions.length === 0) this.#revisions.push(new Map([...this.files, ...files]));
    else for (const [path, bytes] of files) this.files.set(path, bytes);
    this.calls.push({
      kind: 'commit',
      bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
      path: null,
    });
    this.afterCommit();
    return this.#newest();
  }

  /** Force-pushes the branch back by so many commits. */
  rewind(commits: number): void {
    this.#revisions.splice(this.#revisions.length - commits, commits);
    this.#count -= commits;
  }

  #newest(): string | null {
    return this.#count === 0 ? null : `r${this.#count}`;
  }
}

/** A stable hash for tests that need some hash. */
export function someHash(name: string): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`;
}
