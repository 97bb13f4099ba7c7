import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { r as LIMITS } from "./yaml.js";
import { a as pointerToken } from "./place.js";
import { a as visible, r as forbiddenCharacter } from "./text.js";

// src/core/yaml/write.ts
const WIDTH = 100;
/** Texts that no reader of YAML, of 1.1 or of 1.2, takes for anything else, in block and in flow style. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_./*-]*(?: [A-Za-z0-9_./*-]+)*$/u;
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;
/** `on` is a key of documents as people write them, and no key is a truth value in YAML 1.2. */
const RESERVED_KEY = /^(?:null|true|false)$/iu;
/**
* A value as YAML that parseYaml reads back as the same value. Members stand in the order of the value's own keys,
* so equal values with equal order are equal bytes.
* @throws CountersignError `yaml-unwritable` for what no document may hold: characters that are not seen, `__proto__`,
* keys and nesting beyond the limits, integers that are not exact.
*/
function writeYaml(value) {
	return `${(Object.keys(value).length === 0 ? ["{}"] : mapping(value, "", 1)).join("\n")}\n`;
}
function mapping(value, pointer, depth) {
	return Object.entries(value).flatMap(([key, item]) => {
		const below = `${pointer}/${pointerToken(key)}`;
		const name = keyText(key, below);
		const inline = inlined(item, below, depth + 1, WIDTH - 2 * depth - name.length);
		if (inline !== null) return [`${name}: ${inline}`];
		return [`${name}:`, ...indented(block(item, below, depth + 1))];
	});
}
function sequence(value, pointer, depth) {
	return value.flatMap((item, index) => {
		const below = `${pointer}/${index}`;
		const inline = inlined(item, below, depth + 1, WIDTH - 2 * depth);
		const [first = "", ...rest] = inline === null ? block(item, below, depth + 1) : [inline];
		return [`- ${first}`, ...indented(rest)];
	});
}
function block(value, pointer, depth) {
	if (depth > LIMITS.depth) throw unwritable(pointer, `nesting is deeper than ${LIMITS.depth}`);
	if (isJsonObject(value)) return mapping(value, pointer, depth);
	return Array.isArray(value) ? sequence(value, pointer, depth) : [scalar(value, pointer)];
}
/** Scalars, what is empty, and lists of scalars that fit; null for everything else. */
function inlined(value, pointer, depth, width) {
	if (isJsonObject(value)) return Object.keys(value).length === 0 && depth <= LIMITS.depth ? "{}" : null;
	if (!Array.isArray(value)) return scalar(value, pointer);
	if (depth > LIMITS.depth || value.some((item) => typeof item === "object" && item !== null)) return null;
	const text = `[${value.map((item, index) => scalar(item, `${pointer}/${index}`)).join(", ")}]`;
	return text.length <= width ? text : value.length === 0 ? text : null;
}
function indented(lines) {
	return lines.map((line) => `  ${line}`);
}
function keyText(key, pointer) {
	if (key === "__proto__") throw unwritable(pointer, "no key may be called __proto__");
	if (key.length > LIMITS.key) throw unwritable(pointer, `a key is longer than ${LIMITS.key} characters`);
	const written = text(key, pointer, RESERVED_KEY);
	if (written.length > LIMITS.key) throw unwritable(pointer, `a key takes more than ${LIMITS.key} characters`);
	return written;
}
function scalar(value, pointer) {
	if (typeof value === "string") return text(value, pointer, RESERVED);
	if (typeof value !== "number") return JSON.stringify(value);
	const written = JSON.stringify(value);
	if (written === "null") throw unwritable(pointer, "a number is not finite");
	if (/^-?\d+$/u.test(written) && !Number.isSafeInteger(value)) throw unwritable(pointer, "a number is not exact");
	return written;
}
function text(value, pointer, reserved) {
	const forbidden = forbiddenCharacter(value);
	if (forbidden !== null) throw unwritable(pointer, `it holds ${forbidden.name}`);
	if (PLAIN.test(value) && !reserved.test(value)) return value;
	return JSON.stringify(value);
}
function unwritable(pointer, why) {
	return new CountersignError("yaml-unwritable", `No document can hold this value: ${why}.`, {
		evidence: `at ${visible(pointer.slice(0, 200))}`,
		mend: "Rename or remove it in the live system, or leave it unmanaged."
	});
}

export { writeYaml as t };