import { t as CountersignError } from "./errors.js";
import { createHash } from "node:crypto";

// node_modules/canonicalize/lib/canonicalize.js
function serializeString(value) {
	if (!value.isWellFormed()) throw new Error("Lone surrogate is not allowed");
	return JSON.stringify(value);
}
function serializePrimitive(value) {
	switch (typeof value) {
		case "number":
			if (isNaN(value)) throw new Error("NaN is not allowed");
			if (!isFinite(value)) throw new Error("Infinity is not allowed");
			return JSON.stringify(value);
		case "string": return serializeString(value);
		case "boolean": return value ? "true" : "false";
		default: return JSON.stringify(value);
	}
}
function enterValue(value, seen) {
	let wrappers = null;
	while (value !== null && typeof value === "object" && typeof value.toJSON === "function") {
		if (seen.has(value)) throw new Error("Circular reference detected");
		seen.add(value);
		(wrappers ??= []).push(value);
		value = value.toJSON();
	}
	if (value instanceof Number || value instanceof String || value instanceof Boolean) value = value.valueOf();
	if (value === null || typeof value !== "object") {
		if (wrappers !== null) for (const wrapper of wrappers) seen.delete(wrapper);
		return serializePrimitive(value);
	}
	if (seen.has(value)) throw new Error("Circular reference detected");
	seen.add(value);
	return {
		container: value,
		keys: Array.isArray(value) ? null : Object.keys(value).sort(),
		index: 0,
		first: true,
		wrappers
	};
}
function canonicalize$1(object) {
	if (object === null || typeof object !== "object") return serializePrimitive(object);
	const seen = /* @__PURE__ */ new Set();
	const root = enterValue(object, seen);
	if (typeof root !== "object") return root;
	let result = root.keys === null ? "[" : "{";
	const stack = [root];
	outer: while (stack.length > 0) {
		const frame = stack[stack.length - 1];
		const container = frame.container;
		if (frame.keys === null) {
			while (frame.index < container.length) {
				const i = frame.index++;
				if (i > 0) result += ",";
				const element = container[i];
				const value = element === void 0 || typeof element === "symbol" || typeof element === "function" ? null : element;
				if (value === null || typeof value !== "object") {
					result += serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (typeof child !== "object") {
					result += child === void 0 ? "null" : child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "]";
		} else {
			const keys = frame.keys;
			while (frame.index < keys.length) {
				const key = keys[frame.index++];
				const value = container[key];
				if (value === void 0 || typeof value === "symbol" || typeof value === "function") continue;
				if (value === null || typeof value !== "object") {
					if (frame.first) frame.first = false;
					else result += ",";
					result += serializeString(key) + ":" + serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (child === void 0) continue;
				if (frame.first) frame.first = false;
				else result += ",";
				result += serializeString(key) + ":";
				if (typeof child !== "object") {
					result += child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "}";
		}
		seen.delete(container);
		if (frame.wrappers !== null) for (const wrapper of frame.wrappers) seen.delete(wrapper);
		stack.pop();
	}
	return result;
}

// src/core/digest.ts
/** Nesting beyond this is refused: nothing that is digested comes near it, and a stack is finite. */
const MAXIMUM_DEPTH = 200;
/**
* Canonical JSON (RFC 8785): one text for one value.
* @throws CountersignError `not-canonical` for anything that is not plain JSON: `undefined`, non-finite numbers,
* lone surrogates, functions, class instances, cycles, nesting beyond 200.
*/
function canonicalize(value) {
	assertPlainJson(value, []);
	try {
		return canonicalize$1(value) ?? "null";
	} catch (cause) {
		throw notCanonical([], cause instanceof Error ? cause.message : "the canonicaliser refused it", cause);
	}
}
/** Whether the text is the canonical form of the value that was parsed from it, without writing that form where it need not be. */
function isCanonical(value, text) {
	if (isOrdered(value, 0)) return JSON.stringify(value) === text && text.isWellFormed();
	return canonicalize(value) === text;
}
function isOrdered(value, depth) {
	if (typeof value !== "object" || value === null) return typeof value !== "string" || value.isWellFormed();
	if (depth >= MAXIMUM_DEPTH) return false;
	if (Array.isArray(value)) return value.every((item) => isOrdered(item, depth + 1));
	let before = null;
	for (const [key, item] of Object.entries(value)) {
		if (before !== null && before >= key) return false;
		if (!key.isWellFormed() || !isOrdered(item, depth + 1)) return false;
		before = key;
	}
	return true;
}
function sha256(content) {
	return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
/** The hash of a value's canonical form: equal for equal values, whatever the spelling they were read from. */
function hashJson(value) {
	return sha256(canonicalize(value));
}
/** The plan's name. */
function planDigest(plan) {
	return hashJson(plan);
}
/** `path` is where the walk is, so that only what is refused is spelt out. */
function assertPlainJson(value, path) {
	if (path.length > MAXIMUM_DEPTH) throw notCanonical(path, `nesting is deeper than ${MAXIMUM_DEPTH}`);
	if (value === null || typeof value === "string" || typeof value === "boolean") return;
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw notCanonical(path, "a number is not finite");
		return;
	}
	if (Array.isArray(value)) assertPlainArray(value, path);
	else assertPlainObject(value, path);
}
function assertPlainArray(value, path) {
	if (Object.keys(value).length > value.length) throw notCanonical(path, "an array has named properties");
	for (let index = 0; index < value.length; index += 1) {
		path.push(String(index));
		assertPlainJson(value[index], path);
		path.pop();
	}
}
function assertPlainObject(value, path) {
	if (typeof value !== "object" || value === null) throw notCanonical(path, `a ${typeof value} is not JSON`);
	const prototype = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) throw notCanonical(path, "an object is not a plain one");
	if (Object.getOwnPropertySymbols(value).length > 0) throw notCanonical(path, "a key is a symbol");
	for (const [key, item] of Object.entries(value)) {
		if (!key.isWellFormed()) throw notCanonical(path, "a key holds a lone surrogate");
		path.push(key);
		assertPlainJson(item, path);
		path.pop();
	}
}
function notCanonical(path, why, cause) {
	const pointer = path.map((key) => `/${key}`).join("");
	return new CountersignError("not-canonical", `The value has no canonical form: ${why}.`, {
		evidence: pointer === "" ? "at the root" : `at ${pointer.slice(0, 200)}`,
		mend: "Only null, booleans, finite numbers, well-formed strings, arrays and plain objects can be digested.",
		cause
	});
}

export { sha256 as a, planDigest as i, hashJson as n, isCanonical as r, canonicalize as t };