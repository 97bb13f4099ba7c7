// src/core/yaml/text.ts
/**
* Controls (C0 but tab and line breaks, DEL, C1), the line breaks of Unicode that editors count differently, noncharacters,
* and characters that are not seen but change what is seen: directional controls, zero-width spaces, tag characters.
*/
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\p{Surrogate}/u;
const DIRECTIONAL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Strict UTF-8; a byte order mark at the start is dropped. `offset` counts bytes. */
function decode(bytes) {
	const wide = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
	const text = decodeStrictly(bytes);
	if (text !== null) return {
		kind: "text",
		text
	};
	return {
		kind: "not-utf8",
		offset: validPrefix(bytes),
		wide
	};
}
/** A character that the prefix cuts in two is left out. */
function decodePrefix(bytes, length) {
	return new TextDecoder("utf-8").decode(bytes.subarray(0, length), { stream: true });
}
/** The first character that no input may hold, also not by an escape. */
function forbiddenCharacter(text) {
	const found = FORBIDDEN.exec(text);
	if (found === null) return null;
	const point = found[0].codePointAt(0) ?? 0;
	const name = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
	return {
		index: found.index,
		name: point === 0 ? `${name} (NUL)` : name,
		code: DIRECTIONAL.test(found[0]) ? "bidi-control" : "forbidden-character"
	};
}
/** Text of an input as a message may carry it: one line, bounded, every unseen character spelt out. */
function quoted(text, maximum = 60) {
	return `"${visible(text.length > maximum ? `${text.slice(0, maximum)}…` : text)}"`;
}
/** Every control and every character that is not seen, spelt out, so that no terminal and no reader is fooled. */
function visible(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, spelt);
}
function spelt(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
function decodeStrictly(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
/** Length of the longest prefix that could begin a well-formed text. Being well-formed is monotone, so it can be bisected. */
function validPrefix(bytes) {
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (couldContinue(bytes.subarray(0, middle))) low = middle;
		else high = middle - 1;
	}
	return low;
}
function couldContinue(bytes) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

export { visible as a, quoted as i, decodePrefix as n, forbiddenCharacter as r, decode as t };