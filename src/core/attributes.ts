import { isJsonObject, type Json, type JsonObject } from './json.ts';

/**
 * Managed attributes of one identity in a provider's normal form: sets are objects keyed by member,
 * so that two values mean the same exactly when their canonical JSON is equal. Secret-free.
 * Besides plain JSON, a leaf may be a mark: a pattern, or a value known only after apply.
 */
export type Attributes = JsonObject;

/**
 * A declared pattern (such as `tables: billing.*`), which is intent and not a list of objects.
 * Declared and planned: `held` (everything the pattern matches has it) or `none` (nothing has it by this pattern).
 * Found in a live system also `mixed` (some have it) and `empty` (the pattern matches nothing).
 */
export type PatternMark = { readonly $: 'pattern'; readonly state: 'held' | 'none' | 'mixed' | 'empty' };

/** A value that the live system chooses. */
export type UnknownMark = { readonly $: 'known-after-apply' };

export function patternMark(state: PatternMark['state']): PatternMark {
  return { $: 'pattern', state };
}

const PATTERN_STATES: readonly unknown[] = ['held', 'none', 'mixed', 'empty'];

/** The whole shape counts: a live name may well be `$`. */
export function isPatternMark(value: Json | undefined): value is PatternMark {
  if (!isJsonObject(value) || value['$'] !== 'pattern') return false;
  return PATTERN_STATES.includes(value['state']) && Object.keys(value).length === 2;
}

export function isUnknownMark(value: Json | undefined): value is UnknownMark {
  return isJsonObject(value) && value['$'] === 'known-after-apply' && Object.keys(value).length === 1;
}
