// src/core/yaml/place.ts
/** Turns offsets into lines and columns, both from 1; columns count UTF-16 code units, as editors do. */
var LineIndex = class {
	#text;
	#breaks = /\r\n|\n|\r/gu;
	#starts = [0];
	#complete = false;
	constructor(text) {
		this.#text = text;
	}
	at(offset) {
		this.#reach(offset);
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: low + 1,
			column: offset - (this.#starts[low] ?? 0) + 1
		};
	}
	/** Most files are only asked where they begin. */
	#reach(offset) {
		while (!this.#complete && (this.#starts.at(-1) ?? 0) <= offset) {
			const found = this.#breaks.exec(this.#text);
			if (found === null) this.#complete = true;
			else this.#starts.push(found.index + found[0].length);
		}
	}
};
/** Reference tokens of a JSON Pointer (RFC 6901). */
function pointerTokens(pointer) {
	return pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function pointerToken(key) {
	return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
/** Follows a pointer as far as the document goes: `exact` tells whether it got to its end. */
function follow(root, pointer) {
	let place = root;
	let broken = root.broken;
	for (const token of pointerTokens(pointer)) {
		const child = place.children.get(token);
		if (child === void 0) return {
			place,
			exact: false,
			broken
		};
		place = child;
		broken ||= child.broken;
	}
	return {
		place,
		exact: true,
		broken
	};
}
/** A value that begins on a later line than its key is shown at its key. */
function anchor(place, lines) {
	const value = lines.at(place.value);
	if (place.key === null) return value;
	const key = lines.at(place.key);
	return key.line === value.line ? value : key;
}
const NO_CHILDREN = /* @__PURE__ */ new Map();
function placeOf(value, key, rest) {
	return {
		value,
		key,
		broken: rest.broken,
		written: rest.written ?? null,
		children: rest.children ?? NO_CHILDREN
	};
}

export { pointerToken as a, placeOf as i, anchor as n, pointerTokens as o, follow as r, LineIndex as t };