import { canonicalize, sha256 } from '../digest.ts';
import { CountersignError } from '../errors.ts';
import type { Json, Sha256 } from '../json.ts';
import { dictionary, hash, list, natural, nullable, record, type Decoder } from './decode.ts';
import type { Anchor } from './entry.ts';
import { chunkPath, nodePath } from './layout.ts';
import { parseCanonical } from './seal.ts';

type Node = {
  readonly children: { readonly [digit: string]: Sha256 };
  readonly pulls: { readonly [pullRequest: string]: Tail };
};
type Tail = { readonly chunks: number; readonly last: Sha256 };
type Chunk = { readonly previous: Sha256 | null; readonly entries: readonly Anchor[] };

const decodeNode: Decoder<Node> = record({
  children: dictionary(hash),
  pulls: dictionary(record({ chunks: natural, last: hash })),
});
const decodeChunk: Decoder<Chunk> = record({
  previous: nullable(hash),
  entries: list(record({ index: natural, hash })),
});

const EMPTY_NODE: Node = { children: {}, pulls: {} };
const RADIX = 32;
const DEPTH = 3;
const CHUNK_LENGTH = 64;
/** Read at once, newest first: no more than these are asked for before one of them has to prove that it is there. */
const FETCHED_CHUNKS = 64;

export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/**
 * Which entries belong to a pull request: a hash tree over the pull requests' numbers, whose leaves name hash-linked chunks of entries.
 * Everything is checked against the root, which a signed entry names, so nobody can hide an entry; adding one touches five small files.
 */
export class PullIndex {
  readonly #read: ReadFile;
  readonly #files = new Map<string, Uint8Array>();
  readonly #added = new Set<string>();
  #root: Sha256 | null;

  constructor(read: ReadFile, root: Sha256 | null) {
    this.#read = read;
    this.#root = root;
  }

  get root(): Sha256 | null {
    return this.#root;
  }

  /** The files that were written since the beginning, by path. */
  added(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#added].map((path) => [path, this.#files.get(path) ?? new Uint8Array()]));
  }

  async add(pullRequest: number, entry: Anchor): Promise<void> {
    const digits = digitsOf(pullRequest);
    const nodes = await this.#nodes(digits);
    const leaf = nodes.at(-1) ?? EMPTY_NODE;
    const tail = leaf.pulls[String(pullRequest)];
    const open = tail === undefined ? null : await this.#chunk(pullRequest, tail.chunks - 1, tail.last);
    const isFull = open !== null && open.entries.length >= CHUNK_LENGTH;
    const chunks = tail === undefined ? 1 : tail.chunks + (isFull ? 1 : 0);
    const chunk =
      open === null || isFull
        ? { previous: tail?.last ?? null, entries: [entry] }
        : { ...open, entries: [...open.entries, entry] };
    const last = this.#write(chunkPath(pullRequest, chunks - 1), chunk);
    let child = this.#write(nodePath(digits), {
      ...leaf,
      pulls: { ...leaf.pulls, [String(pullRequest)]: { chunks, last } },
    });
    for (let depth = digits.length - 1; depth >= 0; depth -= 1) {
      const node = nodes[depth] ?? EMPTY_NODE;
      child = this.#write(nodePath(digits.slice(0, depth)), {
        ...node,
        children: { ...node.children, [String(digits[depth])]: child },
      });
    }
    this.#root = child;
  }

  /** All entries of a pull request that the root covers, oldest first. */
  async entries(pullRequest: number): Promise<readonly Anchor[]> {
    const nodes = await this.#nodes(digitsOf(pullRequest));
    const tail = nodes.at(-1)?.pulls[String(pullRequest)];
    if (tail === undefined) return [];
    const chunks: (readonly Anchor[])[] = [];
    let expected: Sha256 | null = tail.last;
    for (let chunk = tail.chunks - 1; chunk >= 0; chunk -= 1) {
      if ((tail.chunks - 1 - chunk) % FETCHED_CHUNKS === 0) await this.#fetch(pathsUpTo(pullRequest, chunk));
      const found: Chunk = await this.#chunk(pullRequest, chunk, expected);
      chunks.push(found.entries);
      expected = found.previous;
    }
    return chunks.reverse().flat();
  }

  /** From the root to the leaf; nodes that do not exist yet are empty. */
  async #nodes(digits: readonly number[]): Promise<readonly Node[]> {
    const paths = [0, ...digits.keys()].map((_, depth) => nodePath(digits.slice(0, depth)));
    if (this.#root !== null) await this.#fetch(paths);
    const nodes: Node[] = [];
    let expected: Sha256 | null = this.#root;
    for (const [depth, path] of paths.entries()) {
      const node: Node = expected === null ? EMPTY_NODE : decodeNode(this.#checked(path, expected), path);
      nodes.push(node);
      expected = node.children[String(digits[depth])] ?? null;
    }
    return nodes;
  }

  async #chunk(pullRequest: number, chunk: number, expected: Sha256 | null): Promise<Chunk> {
    const path = chunkPath(pullRequest, chunk);
    if (expected === null) throw altered(path);
    await this.#fetch([path]);
    return decodeChunk(this.#checked(path, expected), path);
  }

  /** Paths follow from the number alone, so one round of reads suffices; what was written is never read again. */
  async #fetch(paths: readonly string[]): Promise<void> {
    const missing = paths.filter((path) => !this.#files.has(path));
    const read = await Promise.all(missing.map(async (path) => [path, await this.#read(path)] as const));
    for (const [path, bytes] of read) if (bytes !== null) this.#files.set(path, bytes);
  }

  #checked(path: string, expected: Sha256): Json {
    const bytes = this.#files.get(path);
    if (bytes === undefined || sha256(bytes) !== expected) throw altered(path);
    return parseCanonical(bytes, path);
  }

  #write(path: string, value: Node | Chunk): Sha256 {
    const bytes = Buffer.from(canonicalize(value));
    this.#files.set(path, bytes);
    this.#added.add(path);
    return sha256(bytes);
  }
}

/** The whole index of the given places at once: what adding them one by one would give. */
export function buildIndex(pulls: ReadonlyMap<number, readonly Anchor[]>): {
  readonly root: Sha256 | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
} {
  const files = new Map<string, Uint8Array>();
  const write = (path: string, value: Node | Chunk): Sha256 => {
    const bytes = Buffer.from(canonicalize(value));
    files.set(path, bytes);
    return sha256(bytes);
  };
  const byLeaf = Map.groupBy(pulls.keys(), (pullRequest) => digitsOf(pullRequest).join('/'));
  return { root: byLeaf.size === 0 ? null : nodeAt([]), files };

  function nodeAt(digits: readonly number[]): Sha256 {
    if (digits.length === DEPTH) {
      const tails = (byLeaf.get(digits.join('/')) ?? []).map(
        (pullRequest) => [String(pullRequest), tailOf(pullRequest)] as const,
      );
      return write(nodePath(digits), { children: {}, pulls: Object.fromEntries(tails) });
    }
    const children = new Set(
      [...byLeaf.keys()]
        .map((leaf) => leaf.split('/').map(Number))
        .filter((leaf) => digits.every((digit, depth) => leaf[depth] === digit))
        .map((leaf) => leaf[digits.length] ?? 0),
    );
    return write(nodePath(digits), {
      children: Object.fromEntries([...children].map((digit) => [String(digit), nodeAt([...digits, digit])])),
      pulls: {},
    });
  }

  function tailOf(pullRequest: number): Tail {
    const places = pulls.get(pullRequest) ?? [];
    let last: Sha256 | null = null;
    const chunks = Math.ceil(places.length / CHUNK_LENGTH);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      last = write(chunkPath(pullRequest, chunk), {
        previous: last,
        entries: places.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH),
      });
    }
    if (last === null) throw new RangeError('A pull request without entries has no place in the index.');
    return { chunks, last };
  }
}

function pathsUpTo(pullRequest: number, chunk: number): readonly string[] {
  const length = Math.min(FETCHED_CHUNKS, chunk + 1);
  return Array.from({ length }, (_, back) => chunkPath(pullRequest, chunk - back));
}

/** Three digits of base 32, after the rest of the number. */
function digitsOf(pullRequest: number): readonly number[] {
  const rest = Math.floor(pullRequest / RADIX);
  return [Math.floor(rest / RADIX / RADIX), Math.floor(rest / RADIX) % RADIX, rest % RADIX];
}

export function altered(path: string): CountersignError {
  return new CountersignError('ledger-index-altered', 'A file of the ledger is not what its signed entries say.', {
    evidence: path,
    mend: "Somebody else wrote to the ledger's branch. Restore the file from the branch's history; `countersign verify` lists every such file.",
  });
}
