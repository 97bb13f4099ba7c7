import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blobPath,
  chunkPath,
  entryPath,
  hashOfBlobPath,
  indexOfEntryPath,
  nodePath,
} from '../../../src/core/ledger/layout.ts';
import { buildIndex, PullIndex } from '../../../src/core/ledger/pull-index.ts';
import { someHash } from '../../support/memory-ledger.ts';

describe('paths', () => {
  test("an entry's path and its index stand for each other", () => {
    expect(entryPath(12)).toBe('entries/00/00/00/12.json');
    expect(entryPath(123_456_789)).toBe('entries/01/23/45/67/89.json');
    fc.assert(
      fc.property(fc.maxSafeNat(), (index) => {
        expect(indexOfEntryPath(entryPath(index))).toBe(index);
      }),
    );
  });

  test.each([
    'entries/00/00/00/2.json',
    'entries/0/0/0/12.json',
    'entries/00/00/00/12',
    'entries/00/00/00/00/12.json',
    'entries/../00/00/12.json',
    'other/00/00/00/12.json',
    'entries/00/00/00/-1.json',
  ])("%s is no entry's", (path) => {
    expect(indexOfEntryPath(path)).toBeNull();
  });

  test("a blob's path and its hash stand for each other", () => {
    expect(hashOfBlobPath(blobPath(someHash('x')))).toBe(someHash('x'));
    expect(hashOfBlobPath(`${blobPath(someHash('x'))}0`)).toBeNull();
    expect(hashOfBlobPath(blobPath(someHash('x')).toUpperCase())).toBeNull();
  });

  test("an index's files stand where ledgers have them", () => {
    expect([nodePath([]), nodePath([3, 14])]).toEqual([
      'index/nodes/root/node.json',
      'index/nodes/root/3/14/node.json',
    ]);
    expect(chunkPath(12_345, 6)).toBe('index/pulls/00/01/23/45/00/00/00/06.json');
  });

  test('chunks of different pull requests never share a path', () => {
    expect(chunkPath(1, 0)).not.toBe(chunkPath(10_000, 0));
    expect(new Set([chunkPath(1, 1), chunkPath(1, 2), chunkPath(2, 1), chunkPath(123_456_789, 1)]).size).toBe(4);
  });
});

test('an index built at once equals one that grew entry by entry', async () => {
  const pulls = fc.array(fc.oneof(fc.nat(70), fc.constantFrom(1023, 1024, 32_768, 5_000_000)), { maxLength: 150 });
  await fc.assert(
    fc.asyncProperty(pulls, async (order) => {
      const grown = new PullIndex(() => Promise.resolve(null), null);
      const places = new Map<number, { index: number; hash: ReturnType<typeof someHash> }[]>();
      for (const [index, pull] of order.entries()) {
        const place = { index, hash: someHash(`${index}`) };
        await grown.add(pull, place);
        places.set(pull, [...(places.get(pull) ?? []), place]);
      }
      const built = buildIndex(places);
      expect(built.root).toBe(grown.root);
      expect(new Map([...built.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(
        new Map([...grown.added()].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
      );
      for (const [pull, expected] of places) expect(await grown.entries(pull)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
