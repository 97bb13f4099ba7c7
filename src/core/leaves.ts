import type { Attributes } from './attributes.ts';
import { isPatternMark, isUnknownMark, type PatternMark } from './attributes.ts';
import { compareText } from './address.ts';
import { canonicalize } from './digest.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** JSON Pointer (RFC 6901) to leaf. Objects are walked; arrays, scalars and marks are leaves; empty objects are nothing. */
export type Leaves = ReadonlyMap<string, Json>;

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

export function leavesOf(attributes: Attributes | null): Leaves {
  const leaves = new Map<string, Json>();
  if (attributes !== null) collect(attributes, '');
  return leaves;

  function collect(value: Json, pointer: string): void {
    if (!isJsonObject(value) || isPatternMark(value) || isUnknownMark(value)) {
      leaves.set(pointer, value);
      return;
    }
    for (const [key, item] of Object.entries(value)) collect(item, `${pointer}/${escapePointer(key)}`);
  }
}

/** One attribute that differs; an absent side is undefined. */
export type Difference = {
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
};

/** Sorted by pointer. */
export function differences(before: Attributes | null, after: Attributes | null): readonly Difference[] {
  const found: Difference[] = [];
  if (isSame(before, after)) return found;
  compare(before ?? undefined, after ?? undefined, null);
  return found.sort((left, right) => compareText(left.pointer, right.pointer));

  function compare(left: Json | undefined, right: Json | undefined, trail: Trail): void {
    if (left === right) return;
    const [inLeft, inRight] = [membersOf(left), membersOf(right)];
    if (inLeft === null || inRight === null)
      differ(inLeft === null ? left : undefined, inRight === null ? right : undefined, trail);
    for (const key of Object.keys(inLeft ?? {})) compare(inLeft?.[key], ownValue(inRight ?? {}, key), { trail, key });
    for (const key of Object.keys(inRight ?? {}))
      if (!Object.hasOwn(inLeft ?? {}, key)) compare(undefined, inRight?.[key], { trail, key });
  }

  function differ(left: Json | undefined, right: Json | undefined, trail: Trail): void {
    if (!sameLeaf(left, right)) found.push({ pointer: pointerOf(trail), before: left, after: right });
  }
}

/** Quick, and true only for what has no difference: most identities of a large plan have none. */
function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

/** The declared patterns among the leaves, by pointer. */
export function patternsOf(attributes: Attributes | null): ReadonlyMap<string, PatternMark> {
  const patterns = new Map<string, PatternMark>();
  if (attributes !== null) collect(attributes, null);
  return patterns;

  function collect(value: JsonObject, trail: Trail): void {
    if (isPatternMark(value)) patterns.set(pointerOf(trail), value);
    if (membersOf(value) === null) return;
    for (const [key, item] of Object.entries(value)) if (isJsonObject(item)) collect(item, { trail, key });
  }
}

/** The way to a leaf, spelt out as a pointer only where it is asked for: most leaves of most identities are equal. */
type Trail = { readonly trail: Trail; readonly key: string } | null;

function pointerOf(trail: Trail): string {
  return trail === null ? '' : `${pointerOf(trail.trail)}/${escapePointer(trail.key)}`;
}

/** Null for a leaf. */
function membersOf(value: Json | undefined): JsonObject | null {
  return isJsonObject(value) && !isPatternMark(value) && !isUnknownMark(value) ? value : null;
}

export function sameLeaf(left: Json | undefined, right: Json | undefined): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return canonicalize(left) === canonicalize(right);
}

/** The attributes with one leaf set; objects on the way are made as needed. */
export function withLeaf(attributes: Attributes, pointer: string, leaf: Json): Attributes {
  return setAt(attributes, segmentsOf(pointer), leaf);
}

/** The attributes without one leaf; objects on the way stay, also when they become empty. */
export function withoutLeaf(attributes: Attributes, pointer: string): Attributes {
  return removeAt(attributes, segmentsOf(pointer));
}

function segmentsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapePointer);
}

function setAt(attributes: Attributes, [first, ...rest]: readonly string[], leaf: Json): Attributes {
  if (first === undefined) return attributes;
  const child = ownValue(attributes, first);
  return { ...attributes, [first]: rest.length === 0 ? leaf : setAt(isJsonObject(child) ? child : {}, rest, leaf) };
}

function removeAt(attributes: Attributes, [first, ...rest]: readonly string[]): Attributes {
  const child = first === undefined ? undefined : ownValue(attributes, first);
  if (first === undefined || child === undefined) return attributes;
  if (rest.length > 0) return isJsonObject(child) ? { ...attributes, [first]: removeAt(child, rest) } : attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== first));
}

/** Never what an object inherits: keys come from documents and live systems. */
function ownValue(attributes: Attributes, key: string): Json | undefined {
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined;
}
