import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/core/digest.ts';
import { excerpt } from '../../src/core/excerpt.ts';

describe('an excerpt of what another system said', () => {
  it('is what it said, on one line', () => {
    expect(excerpt('no:\n\tnot held')).toBe('no: not held');
  });

  it('is cut at its limit, and shows that it is', () => {
    expect(excerpt('abcdef', 3)).toBe('abc…');
    expect(excerpt('abc', 3)).toBe('abc');
    expect(excerpt('y'.repeat(5_000))).toHaveLength(501);
  });

  it('is withheld where it has the shape of a secret, also beyond the limit', () => {
    expect(excerpt(`abc ghp_${'a'.repeat(36)}`, 3)).toBe('(withheld: it has the shape of a secret)');
  });

  it.each(['😀😀', 'x\uD83D alone', '\uDE00'])('has no half of a character, which no ledger can keep: %j', (said) => {
    for (const limit of [1, 2, 3, 4]) expect(() => canonicalize({ said: excerpt(said, limit) })).not.toThrow();
  });
});
