import { describe, expect, it } from 'vitest';
import { canonicalize, sha256 } from '../../../src/core/digest.ts';
import { PullIndex } from '../../../src/core/ledger/pull-index.ts';
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
