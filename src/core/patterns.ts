import { isPatternMark, patternMark, type Attributes } from './attributes.ts';
import type { Json } from './json.ts';
import { patternsOf, withLeaf, withoutLeaf } from './leaves.ts';
import type { Guide, Mode } from './ports.ts';

export type Settled = { readonly before: Attributes; readonly after: Attributes };

/** A plan of a pull request lets patterns stand; a Reconciliation closes their gaps; a search for drift shows them. */
export type Gaps = 'standing' | 'closed' | 'shown';

/**
 * A pattern is intent: `before` says whether the base declared it, not what it matches today, so that an object created
 * tomorrow moves nothing. A pattern that the head no longer declares ends as `none`, except where nothing is ever taken away.
 * @param gaps what a gap between a standing pattern and what it matches means
 */
export function settlePatterns(found: Attributes, guide: Guide, how: { mode: Mode; gaps: Gaps }): Settled {
  const patterns = patternsOf(found);
  if (patterns.size === 0) return { before: found, after: guide.head };
  const declaredBefore = patternsOf(guide.base);
  const declaredAfter = patternsOf(guide.head);
  let before = found;
  let after = guide.head;
  for (const pointer of patterns.keys()) {
    if (declaredAfter.has(pointer)) {
      const held = declaredBefore.has(pointer) && isHeld(patterns.get(pointer), how.gaps);
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

/** `closed`: whatever it matches is granted again. `shown`: a gap is drift. `standing`: the declaration is what counts. */
function isHeld(found: Json | undefined, gaps: Gaps): boolean {
  if (gaps === 'standing') return true;
  return gaps === 'shown' && isPatternMark(found) && (found.state === 'held' || found.state === 'empty');
}
