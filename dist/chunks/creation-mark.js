import { a as sha256 } from "./digest.js";

// src/core/creation-mark.ts
/** So many random bytes: nobody finds a mark to a commitment. */
const MARK_BYTES = 32;
/** The only shape of a mark: a tag, an annotation and a comment take it, and it has the shape of no secret. */
const MARK = /^[0-9a-f]{64}$/u;
/** @param recorded what earlier runs committed to */
function drawMark(random, recorded) {
	const mark = Buffer.from(random(MARK_BYTES)).toString("hex");
	return {
		mark,
		commitments: /* @__PURE__ */ new Set([...recorded, commitmentOf(mark)])
	};
}
/** What may be known to everybody before the object exists. */
function commitmentOf(mark) {
	return sha256(mark);
}
/** @param found what stands on an object where marks stand, of whatever length; null: nothing */
function isOwnMark({ commitments }, found) {
	return found !== null && MARK.test(found) && commitments.has(commitmentOf(found));
}

export { drawMark as n, isOwnMark as r, commitmentOf as t };