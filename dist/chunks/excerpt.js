import { t as secretShape } from "./secret-shape.js";

// src/core/excerpt.ts
const MAXIMUM_TEXT = 500;
/** What another system said, on one line, as far as a ledger can keep it: bounded, without half characters, and withheld where it has the shape of a secret. */
function excerpt(said, limit = MAXIMUM_TEXT) {
	if (secretShape(said) !== null) return "(withheld: it has the shape of a secret)";
	const line = said.slice(0, limit).toWellFormed().replaceAll(/\s+/gu, " ");
	return said.length > limit ? `${line}…` : line;
}

export { excerpt as t };