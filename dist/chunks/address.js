import { t as CountersignError } from "./errors.js";

// src/core/address.ts
/** RFC 3986 unreserved characters, which stand for themselves in every segment. */
const UNRESERVED = /^[A-Za-z0-9\-._~]*$/u;
/** Leaves unreserved characters as they are and encodes all others, so that one name has one spelling. */
function encodeSegment(segment) {
	if (UNRESERVED.test(segment)) return segment;
	return encodeURIComponent(segment).replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** @throws CountersignError `address-malformed` when a part is not well-formed Unicode, which no encoding can carry. */
function formatAddress(parts) {
	const segments = [
		parts.source,
		parts.kind,
		...parts.name
	];
	if (!segments.every((segment) => segment.isWellFormed())) throw malformed(segments.join("/").toWellFormed());
	return segments.map(encodeSegment).join("/");
}
/** @throws CountersignError `address-malformed` when the text is not the canonical spelling of an address. */
function parseAddress(address) {
	const segments = address.split("/").map(decodeSegment);
	const [source, kind, ...name] = segments;
	const parts = {
		source: source ?? "",
		kind: kind ?? "",
		name
	};
	if (name.length === 0 || segments.includes("") || formatAddress(parts) !== address) throw malformed(address);
	return parts;
	function decodeSegment(segment) {
		if (UNRESERVED.test(segment)) return segment;
		try {
			return decodeURIComponent(segment);
		} catch (cause) {
			throw malformed(address, cause);
		}
	}
}
/** The segments of a name; `namespace` null: the kind has none. */
function nameOf(namespace, name) {
	return namespace === null ? [name] : [namespace, name];
}
function malformed(address, cause) {
	return new CountersignError("address-malformed", "This is not an address.", {
		evidence: address.slice(0, 200),
		mend: "Write source/Kind/name, with every character but letters, digits, '-', '.', '_' and '~' percent-encoded.",
		cause
	});
}
/** Code unit order: the same on every machine, unlike locale order. */
function compareText(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}

export { parseAddress as i, formatAddress as n, nameOf as r, compareText as t };