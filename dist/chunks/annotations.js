import { t as isJsonObject } from "./json.js";
import { t as didYouMean } from "./suggest.js";
import { a as pointerToken, o as pointerTokens } from "./place.js";
import { i as quoted } from "./text.js";

// src/core/desired/annotations.ts
/** What every annotation begins with that says something of an identity. */
const ANNOTATION_PREFIX = "countersign.dev/";
/** Annotation to the key of a document's metadata. */
const KEYS = /* @__PURE__ */ new Map([
	["owner", "owner"],
	["purpose", "purpose"],
	["expires", "expires"],
	["consumers", "consumers"],
	["depends-on", "dependsOn"],
	["adopts", "adopts"],
	["on-remove", "onRemove"]
]);
/** Of several, with commas between them. */
const LISTS = /* @__PURE__ */ new Set(["consumers", "dependsOn"]);
/** Who answers for an identity, and so on, from the annotations of its manifest: `countersign.dev/owner` and the like. */
function annotatedMetadata(document, pointer) {
	const metadata = {};
	const places = /* @__PURE__ */ new Map();
	const diagnostics = [];
	const annotations = valueAt(document.value, pointer);
	for (const [name, value] of Object.entries(isJsonObject(annotations) ? annotations : {})) {
		if (!name.startsWith("countersign.dev/")) continue;
		const origin = {
			document,
			pointer: `${pointer}/${pointerToken(name)}`
		};
		const key = KEYS.get(name.slice(16));
		if (key === void 0 || typeof value !== "string") {
			diagnostics.push(key === void 0 ? unknown(name, origin) : notText(name, origin));
			continue;
		}
		metadata[key] = LISTS.has(key) ? listed(value) : value;
		places.set(`/${key}`, origin);
	}
	return {
		metadata,
		places,
		diagnostics
	};
}
function listed(text) {
	return text.split(",").map((one) => one.trim()).filter((one) => one !== "");
}
function valueAt(root, pointer) {
	let value = root;
	for (const token of pointerTokens(pointer)) value = isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : void 0;
	return value;
}
function unknown(name, { document, pointer }) {
	const known = [...KEYS.keys()].map((key) => `${ANNOTATION_PREFIX}${key}`);
	return {
		code: "manifest-annotation",
		severity: "error",
		cause: `No annotation is called ${quoted(name, 200)}.`,
		mend: `${didYouMean(name, known)}Known are ${known.join(", ")}.`,
		location: document.locateKey(pointer)
	};
}
function notText(name, { document, pointer }) {
	return {
		code: "manifest-annotation",
		severity: "error",
		cause: `The annotation ${quoted(name, 200)} must be a text.`,
		mend: "Quote it; several consumers are separated by commas.",
		location: document.locate(pointer)
	};
}

export { annotatedMetadata as n, ANNOTATION_PREFIX as t };