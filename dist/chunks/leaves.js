import { t as isJsonObject } from "./json.js";
import { t as compareText } from "./address.js";
import { t as canonicalize } from "./digest.js";

// src/core/attributes.ts
function patternMark(state) {
	return {
		$: "pattern",
		state
	};
}
const PATTERN_STATES = [
	"held",
	"none",
	"mixed",
	"empty"
];
/** The whole shape counts: a live name may well be `$`. */
function isPatternMark(value) {
	if (!isJsonObject(value) || value["$"] !== "pattern") return false;
	return PATTERN_STATES.includes(value["state"]) && Object.keys(value).length === 2;
}
function isUnknownMark(value) {
	return isJsonObject(value) && value["$"] === "known-after-apply" && Object.keys(value).length === 1;
}

// src/core/leaves.ts
function escapePointer(key) {
	return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function unescapePointer(segment) {
	return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
function leavesOf(attributes) {
	const leaves = /* @__PURE__ */ new Map();
	if (attributes !== null) collect(attributes, "");
	return leaves;
	function collect(value, pointer) {
		if (!isJsonObject(value) || isPatternMark(value) || isUnknownMark(value)) {
			leaves.set(pointer, value);
			return;
		}
		for (const [key, item] of Object.entries(value)) collect(item, `${pointer}/${escapePointer(key)}`);
	}
}
/** Sorted by pointer. */
function differences(before, after) {
	const found = [];
	if (isSame(before, after)) return found;
	compare(before ?? void 0, after ?? void 0, null);
	return found.sort((left, right) => compareText(left.pointer, right.pointer));
	function compare(left, right, trail) {
		if (left === right) return;
		const [inLeft, inRight] = [membersOf(left), membersOf(right)];
		if (inLeft === null || inRight === null) differ(inLeft === null ? left : void 0, inRight === null ? right : void 0, trail);
		for (const key of Object.keys(inLeft ?? {})) compare(inLeft?.[key], ownValue(inRight ?? {}, key), {
			trail,
			key
		});
		for (const key of Object.keys(inRight ?? {})) if (!Object.hasOwn(inLeft ?? {}, key)) compare(void 0, inRight?.[key], {
			trail,
			key
		});
	}
	function differ(left, right, trail) {
		if (!sameLeaf(left, right)) found.push({
			pointer: pointerOf(trail),
			before: left,
			after: right
		});
	}
}
/** Quick, and true only for what has no difference: most identities of a large plan have none. */
function isSame(left, right) {
	if (left === right) return true;
	if (!isJsonObject(left) || !isJsonObject(right)) return false;
	const keys = Object.keys(left);
	if (keys.length !== Object.keys(right).length) return false;
	return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}
/** The declared patterns among the leaves, by pointer. */
function patternsOf(attributes) {
	const patterns = /* @__PURE__ */ new Map();
	if (attributes !== null) collect(attributes, null);
	return patterns;
	function collect(value, trail) {
		if (isPatternMark(value)) patterns.set(pointerOf(trail), value);
		if (membersOf(value) === null) return;
		for (const [key, item] of Object.entries(value)) if (isJsonObject(item)) collect(item, {
			trail,
			key
		});
	}
}
function pointerOf(trail) {
	return trail === null ? "" : `${pointerOf(trail.trail)}/${escapePointer(trail.key)}`;
}
/** Null for a leaf. */
function membersOf(value) {
	return isJsonObject(value) && !isPatternMark(value) && !isUnknownMark(value) ? value : null;
}
function sameLeaf(left, right) {
	if (typeof left !== "object" || typeof right !== "object") return left === right;
	return canonicalize(left) === canonicalize(right);
}
/** The attributes with one leaf set; objects on the way are made as needed. */
function withLeaf(attributes, pointer, leaf) {
	return setAt(attributes, segmentsOf(pointer), leaf);
}
/** The attributes without one leaf; objects on the way stay, also when they become empty. */
function withoutLeaf(attributes, pointer) {
	return removeAt(attributes, segmentsOf(pointer));
}
function segmentsOf(pointer) {
	return pointer.split("/").slice(1).map(unescapePointer);
}
function setAt(attributes, [first, ...rest], leaf) {
	if (first === void 0) return attributes;
	const child = ownValue(attributes, first);
	return {
		...attributes,
		[first]: rest.length === 0 ? leaf : setAt(isJsonObject(child) ? child : {}, rest, leaf)
	};
}
function removeAt(attributes, [first, ...rest]) {
	const child = first === void 0 ? void 0 : ownValue(attributes, first);
	if (first === void 0 || child === void 0) return attributes;
	if (rest.length > 0) return isJsonObject(child) ? {
		...attributes,
		[first]: removeAt(child, rest)
	} : attributes;
	return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== first));
}
/** Never what an object inherits: keys come from documents and live systems. */
function ownValue(attributes, key) {
	return Object.hasOwn(attributes, key) ? attributes[key] : void 0;
}

export { sameLeaf as a, withoutLeaf as c, patternMark as d, patternsOf as i, isPatternMark as l, escapePointer as n, unescapePointer as o, leavesOf as r, withLeaf as s, differences as t, isUnknownMark as u };