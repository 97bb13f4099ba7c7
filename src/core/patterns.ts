import { patternMark, type Attributes } from './attributes.ts';
import { patternsOf, withLeaf, withoutLeaf } from './leaves.ts';
import type { Guide, Mode } from './ports.ts';

export type Settled = { readonly before: Attributes; readonly after: Attributes };

/**
 * A pattern is intent: `before` says whether the base declared it, not what it matches today, so that an object created
 * tomorrow moves nothing. A pattern that the head no longer declares ends as `none`, except where nothing is ever taken away.
 * @param correct whether a gap between the pattern and what it matches is to be closed although its declaration stands
 */
export function settlePatterns(found: Attributes, guide: Guide, how: { mode: Mode; correct: boolean }): Settled {
  const patterns = patternsOf(found);
  if (patterns.size === 0) return { before: found, after: guide.head };
  const declaredBefore = patternsOf(guide.base);
  const declaredAfter = patternsOf(guide.head);
  let before = found;
  let after = guide.head;
  for (const pointer of patterns.keys()) {
    if (declaredAfter.has(pointer)) {
      const held = declaredBefore.has(pointer) && !how.correct;
      before = withLeaf(before, pointer, patternMark(held ? 'held' : 'none'));
    } else if (how.mode === 'additive') {
      before = withoutLeaf(before, pointer);
    } else {
      before = withLeaf(before, pointer, patternMark('held'));
      after = withLeaf(after, pointer, patternMark('none'));
    }
  }
  return { before, after };
}
