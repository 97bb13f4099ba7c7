import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeId, parseNodeId } from './ids.ts';

describe('a node id', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('comment' as const, 'commit' as const, 'ref' as const),
        fc.string({ minLength: 1 }),
        (kind, key) => {
          expect(parseNodeId(nodeId(kind, key))).toEqual({ kind, key });
        },
      ),
    );
  });

  it('that nobody made is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseNodeId(`IC_${text}`)).toBeUndefined();
      }),
    );
  });
});
