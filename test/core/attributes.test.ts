import { describe, expect, it } from 'vitest';
import { isPatternMark, isUnknownMark, patternMark } from '../../src/core/attributes.ts';

describe('a mark', () => {
  it.each(['held', 'none', 'mixed', 'empty'] as const)('is told from plain JSON: %s', (state) => {
    expect(isPatternMark(patternMark(state))).toBe(true);
  });

  it.each([
    { $: 'pattern' },
    { $: 'pattern', state: 'other' },
    { $: 'pattern', state: 'held', more: true },
    { $: { admin: false }, state: 'held' },
    'pattern',
    null,
    undefined,
  ])('is not what only looks like a pattern: %j', (value) => {
    expect(isPatternMark(value)).toBe(false);
  });

  it('of a value known after apply has nothing beside it', () => {
    expect(isUnknownMark({ $: 'known-after-apply' })).toBe(true);
    expect(isUnknownMark({ $: 'known-after-apply', more: 1 })).toBe(false);
  });
});
