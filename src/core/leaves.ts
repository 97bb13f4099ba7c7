import type { Attributes } from './attributes.ts';
import { isPatternMark, isUnknownMark } from './attributes.ts';
import { compareText } from './address.ts';
import { canonicalize } from './digest.ts';
import { isJsonObject, type Json } from './json.ts';

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
  const left = leavesOf(before);
  const right = leavesOf(after);
  const pointers = [...new Set([...left.keys(), ...right.keys()])].sort(compareText);
  return pointers
    .map((pointer) => ({ pointer, before: left.get(pointer), after: right.get(pointer) }))
    .filter((difference) => !sameLeaf(difference.before, difference.after));
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
