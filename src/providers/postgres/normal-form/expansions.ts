import type { Attributes } from '../../../core/attributes.ts';
import { isPatternMark } from '../../../core/attributes.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { PostgresFacts } from '../facts.ts';
import { roleAttributes } from './model.ts';
import { own } from '../own.ts';
import { expandPattern, isPatternKey, parsePattern } from './patterns.ts';

/** What each pattern matches today, by the pointer of each of its privileges' marks. */
export function expansions(
  attributes: Attributes,
  facts: PostgresFacts,
): { readonly [pointer: string]: readonly string[] } {
  const found: [string, readonly string[]][] = [];
  for (const [database, grants] of Object.entries(roleAttributes(attributes).grants?.values ?? {})) {
    for (const key of Object.keys(grants).filter(isPatternKey)) {
      const objects = [...expandPattern(parsePattern(key), own(facts.database, database))].sort();
      for (const [privilege, mark] of Object.entries(own(grants, key) ?? {})) {
        if (!isPatternMark(mark)) continue;
        found.push([`/grants/values/${escapePointer(database)}/${escapePointer(key)}/${privilege}`, objects]);
      }
    }
  }
  return Object.fromEntries(found);
}
