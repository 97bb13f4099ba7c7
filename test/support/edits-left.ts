import { isPatternMark } from '../../src/core/attributes.ts';
import { leavesOf, sameLeaf } from '../../src/core/leaves.ts';
import type { Plan } from '../../src/core/plan.ts';

/**
 * What a later plan still edits, as `address pointer`. A gap in a pattern that already stood before the applied plan is drift,
 * found after it as before it, and none of that plan's.
 */
export function editsLeft(later: Plan, applied: Plan): readonly string[] {
  const planned = new Map(applied.changes.map((change) => [change.address, change]));
  return later.changes.flatMap(({ address, before, after }) => {
    const standing = leavesOf(planned.get(address)?.before ?? null);
    const [found, wanted] = [leavesOf(before), leavesOf(after)];
    return [...new Set([...found.keys(), ...wanted.keys()])]
      .filter((pointer) => !sameLeaf(found.get(pointer), wanted.get(pointer)))
      .filter((pointer) => {
        const leaf = wanted.get(pointer);
        return !(isPatternMark(leaf) && sameLeaf(leaf, standing.get(pointer)));
      })
      .map((pointer) => `${address} ${pointer}`);
  });
}
