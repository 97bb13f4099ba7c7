import { describe, expect, it } from 'vitest';
import { canonicalize, sha256 } from '../../../src/core/digest.ts';
import type { Anchor } from '../../../src/core/ledger/entry.ts';
import { chunkPath } from '../../../src/core/ledger/layout.ts';
import { buildIndex, PullIndex } from '../../../src/core/ledger/pull-index.ts';
import { someHash } from '../../support/memory-ledger.ts';

/** An index whose leaf says that pull request 7 has so many chunks. */
function indexThatClaims(chunks: number): { readonly index: PullIndex; readonly asked: string[] } {
  const asked: string[] = [];
  const leaf = canonicalize({ children: {}, pulls: { 7: { chunks, last: someHash('last') } } });
  const nodes = [leaf];
  for (let depth = 0; depth < 3; depth += 1)
    nodes.unshift(canonicalize({ children: { 0: sha256(nodes[0] ?? leaf) }, pulls: {} }));
  const read = (path: string): Promise<Uint8Array | null> => {
    asked.push(path);
    const depth = path.split('/').length - 4;
    return Promise.resolve(path.startsWith('index/nodes/') ? Buffer.from(nodes[depth] ?? leaf) : null);
  };
  return { index: new PullIndex(read, sha256(nodes[0] ?? leaf)), asked };
}

describe('an index that claims more than there is', () => {
  it.each([1, 65, 1_000_000, Number.MAX_SAFE_INTEGER])('%i chunks: altered, after a few reads', async (chunks) => {
    const { index, asked } = indexThatClaims(chunks);
    await expect(index.entries(7)).rejects.toMatchObject({ code: 'ledger-index-altered' });
    expect(asked.length).toBeLessThan(80);
  });
});

/** Files in memory, and which of them were asked for. */
class Files {
  readonly kept = new Map<string, Uint8Array>();
  readonly asked: string[] = [];

  readonly read = (path: string): Promise<Uint8Array | null> => {
    this.asked.push(path);
    return Promise.resolve(this.kept.get(path) ?? null);
  };

  keep(files: ReadonlyMap<string, Uint8Array>): void {
    for (const [path, bytes] of files) this.kept.set(path, bytes);
  }
}

const placesOf = (length: number, from = 0): readonly Anchor[] =>
  Array.from({ length }, (_, offset) => ({ index: from + offset, hash: someHash(`entry ${from + offset}`) }));

const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));

/** Numbers at the ends of what one leaf, and one node above it, hold. */
const NUMBERS = [0, 1, 31, 32, 33, 1023, 1024, 32_767, 32_768, 1_048_576];

describe('an index', () => {
  it('tells the entries of each pull request in their order, whatever was added between', async () => {
    const files = new Files();
    const index = new PullIndex(files.read, null);
    const order = [...NUMBERS, ...NUMBERS.toReversed()];
    for (const [position, number] of order.entries())
      for (const place of placesOf(1, position)) await index.add(number, place);
    files.keep(index.added());
    const again = new PullIndex(files.read, index.root);
    for (const number of NUMBERS) {
      const expected = order.flatMap((each, position) => (each === number ? placesOf(1, position) : []));
      expect(await index.entries(number)).toEqual(expected);
      expect(await again.entries(number)).toEqual(expected);
    }
    expect(await again.entries(2)).toEqual([]);
  });

  it('is the same, file by file, when it is built at once', async () => {
    const pulls = new Map([
      [7, placesOf(130)],
      [8, placesOf(64, 200)],
      [39, placesOf(65, 300)],
      [40_000, placesOf(1, 400)],
    ]);
    const index = new PullIndex(new Files().read, null);
    for (const [number, places] of pulls) for (const place of places) await index.add(number, place);
    const built = buildIndex(pulls);
    expect(built.root).toBe(index.root);
    expect(texts(built.files)).toEqual(texts(index.added()));
  });

  it.each([
    [31, '0/0/0'],
    [32, '0/0/1'],
    [1024, '0/1/0'],
    [40_000, '1/7/2'],
    [1_048_576, '32/0/0'],
  ])('has the place of pull request %i in the leaf %s, thirty-two in each', (number, leaf) => {
    const { files } = buildIndex(new Map([[number, placesOf(1)]]));
    const nodes = ['', ...leaf.split('/').map((_, depth, digits) => `/${digits.slice(0, depth + 1).join('/')}`)];
    const paths = [...files.keys()].filter((path) => path.startsWith('index/nodes/'));
    expect(paths.toSorted()).toEqual(nodes.map((node) => `index/nodes/root${node}/node.json`).toSorted());
  });

  it('keeps sixty-four entries in a file, each of which names the one before', () => {
    const { files } = buildIndex(new Map([[7, placesOf(129)]]));
    const chunks = [0, 1, 2].map((chunk) => Buffer.from(files.get(chunkPath(7, chunk)) ?? []).toString());
    expect(files.has(chunkPath(7, 3))).toBe(false);
    expect(chunks.map((chunk) => JSON.parse(chunk) as unknown)).toEqual([
      { previous: null, entries: placesOf(64) },
      { previous: sha256(chunks[0] ?? ''), entries: placesOf(64, 64) },
      { previous: sha256(chunks[1] ?? ''), entries: placesOf(1, 128) },
    ]);
  });

  it('of nothing is nothing, and reads nothing', async () => {
    const files = new Files();
    expect(buildIndex(new Map())).toEqual({ root: null, files: new Map() });
    expect(await new PullIndex(files.read, null).entries(7)).toEqual([]);
    expect(files.asked).toEqual([]);
  });

  it('has no place for a pull request without entries', () => {
    expect(() => buildIndex(new Map([[7, []]]))).toThrow(RangeError);
  });
});

describe('a long index', () => {
  const files = new Files();
  const pulls = new Map([[7, placesOf(5000)], ...NUMBERS.map((number) => [number, placesOf(3)] as const)]);
  const { root, files: built } = buildIndex(pulls);
  files.keep(built);
  const opened = (): PullIndex => {
    files.asked.length = 0;
    return new PullIndex(files.read, root);
  };

  it('grows by five small files, and reads no more', async () => {
    const index = opened();
    await index.add(7, { index: 9000, hash: someHash('new') });
    const added = index.added();
    expect([...added.keys()].toSorted()).toEqual(files.asked.toSorted());
    expect(added.size).toBe(5);
    expect([...added.values()].every(({ length }) => length < 10_000)).toBe(true);
    await index.add(7, { index: 9001, hash: someHash('newer') });
    expect([files.asked.length, index.added().size]).toEqual([5, 5]);
  });

  it('begins a file where the last one is full, and leaves that one alone', async () => {
    const whole = buildIndex(new Map([[7, placesOf(64)]]));
    const kept = new Files();
    kept.keep(whole.files);
    const index = new PullIndex(kept.read, whole.root);
    await index.add(7, { index: 64, hash: someHash('entry 64') });
    expect(index.added().has(chunkPath(7, 0))).toBe(false);
    expect(index.root).toBe(buildIndex(new Map([[7, placesOf(65)]])).root);
  });

  it('is read in as few rounds as no more than sixty-four files at once allow', async () => {
    let reading = 0;
    const rounds: number[] = [];
    const read = async (path: string): Promise<Uint8Array | null> => {
      if (reading === 0) rounds.push(0);
      reading += 1;
      rounds.push((rounds.pop() ?? 0) + 1);
      await new Promise(setImmediate);
      reading -= 1;
      return files.kept.get(path) ?? null;
    };
    await new PullIndex(read, root).entries(7);
    expect(rounds).toEqual([4, 64, 15]);
  });

  it('is read once, each file of it', async () => {
    const index = opened();
    expect(await index.entries(7)).toEqual(placesOf(5000));
    expect(new Set(files.asked).size).toBe(files.asked.length);
    expect(files.asked).toHaveLength(4 + Math.ceil(5000 / 64));
    await index.entries(7);
    expect(files.asked).toHaveLength(4 + Math.ceil(5000 / 64));
  });

  it.each([...built.keys()].filter((path) => path.startsWith('index/nodes/') || /\/00\/7[78]\.json$/u.test(path)))(
    'is refused where %s is missing, or another one',
    async (path) => {
      const original = files.kept.get(path) ?? new Uint8Array();
      const read = async () => {
        for (const number of NUMBERS.concat(7)) await opened().entries(number);
      };
      files.kept.delete(path);
      await expect(read()).rejects.toMatchObject({ code: 'ledger-index-altered', evidence: path });
      files.kept.set(path, Buffer.from(`${Buffer.from(original).toString()} `));
      await expect(read()).rejects.toMatchObject({ code: 'ledger-index-altered', evidence: path });
      files.kept.set(path, original);
      await read();
    },
  );
});
