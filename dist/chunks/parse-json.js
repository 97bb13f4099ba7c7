import { t as isJsonObject } from "./json.js";

// src/core/parse-json.ts
/** Stands before a key that is spelt in hexadecimal digits until everything is parsed; a key that begins so itself is spelt like that, too. */
const MARK = "￾";
/**
* RFC 8259, as JSON.parse should read it. V8 since 12.8 may take a key that is written with escapes for another one:
* once `{"a":1,"\\":1}` was read, it reads the key of `{"a":1,"\n":1}` as a backslash (nodejs/node issue 63785).
* A name in a live system may hold such characters, and no name may ever be taken for another.
* @throws SyntaxError, and RangeError where nesting with such keys exhausts the stack
*/
function parseJson(text) {
	const value = JSON.parse(text);
	const safe = withoutEscapedKeys(text);
	if (safe === text) return value;
	return JSON.parse(safe, (_key, item) => isJsonObject(item) ? unmarked(item) : item);
}
/** Of JSON that is known to be well-formed: a string before a colon is a key, and nothing else is. */
function withoutEscapedKeys(text) {
	if (!text.includes("\\") && !text.includes(MARK)) return text;
	let safe = "";
	let kept = 0;
	for (let start = text.indexOf("\""); start !== -1;) {
		const end = endOfString(text, start);
		const key = text.slice(start, end);
		if ((key.includes("\\") || key.startsWith(`"${MARK}`)) && isBeforeColon(text, end)) {
			safe += text.slice(kept, start) + safeKey(key);
			kept = end;
		}
		start = text.indexOf("\"", end);
	}
	return safe + text.slice(kept);
}
function endOfString(text, start) {
	let at = start + 1;
	while (text[at] !== "\"") at += text[at] === "\\" ? 2 : 1;
	return at + 1;
}
function isBeforeColon(text, end) {
	let at = end;
	while (" 	\n\r".includes(text[at] ?? ":")) at += 1;
	return text[at] === ":";
}
function safeKey(spelt) {
	const key = JSON.parse(spelt);
	const plain = JSON.stringify(key);
	return plain.includes("\\") || key.startsWith(MARK) ? JSON.stringify(marked(key)) : plain;
}
function marked(key) {
	const units = Array.from({ length: key.length }, (_unit, at) => key.charCodeAt(at).toString(16).padStart(4, "0"));
	return MARK + units.join("");
}
function unmarked(object) {
	if (!Object.keys(object).some((key) => key.startsWith(MARK))) return object;
	return Object.fromEntries(Object.entries(object).map(([key, value]) => [nameOf(key), value]));
}
function nameOf(key) {
	if (!key.startsWith(MARK)) return key;
	const units = key.slice(1).match(/.{4}/gu) ?? [];
	return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

export { parseJson as t };