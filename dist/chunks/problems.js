// src/core/ledger/problems.ts
/** What verification can find wrong: stable code, and the sentence that documentation gives for it. */
const VERIFY_CODES = {
	"ledger-missing": "There is no ledger here.",
	"entry-missing": "An entry was removed, or the ledger was truncated.",
	"entry-malformed": "An entry is not what this ledger writes: altered, or not an entry.",
	"entry-newer": "A trusted signer made this entry in a form that this version does not know.",
	"entry-untrusted": "No trusted signer made this entry: altered or forged.",
	"entry-misplaced": "An entry stands where another one belongs: reordered, or an old one entered again.",
	"entry-altered": "The entry is not the one that the next one was linked to.",
	"entry-foreign": "An entry stands behind the end of the chain without being part of it: a forged append.",
	"ledger-id-differs": "The entry belongs to another ledger: begun anew, or brought from elsewhere.",
	"genesis-misplaced": "A ledger begins with its genesis, and has only one.",
	"ledger-truncated": "The ledger is shorter than the anchor says it was.",
	"anchor-differs": "The ledger is not the one that the anchor is from: rewritten, or begun anew.",
	"head-differs": "The head file does not name the last entry of the chain.",
	"state-differs": "The last entry names another state than the entries add up to.",
	"index-altered": "A file of the index is not what the entries say.",
	"blob-missing": "A plan, an assessment or a comment's body that an entry names is not there.",
	"blob-altered": "A file that is kept under its hash has other content.",
	"apply-not-approved": "An apply was started without an approval before it.",
	"apply-not-started": "A step has an intent, a receipt or an end, but its apply was never started.",
	"apply-after-finish": "An apply went on after it was finished.",
	"apply-changed": "An apply was resumed with other steps, or for another landing.",
	"apply-repeated": "The same plan of one pull request was finished for two landings.",
	"step-unknown": "A receipt or intent is for a step that its apply does not have.",
	"step-without-intent": "A step that announces itself first was carried out without an intent before it.",
	"receipt-doubled": "A step has more than one final receipt.",
	"receipt-missing": "An apply was finished although a step has no final receipt.",
	"apply-overstated": "An apply is said to be applied although a step of it was not."
};
function problem(code, index, path, detail) {
	return {
		code,
		index,
		path,
		message: detail === void 0 ? VERIFY_CODES[code] : `${VERIFY_CODES[code]} (${detail})`,
		consequenceOf: null
	};
}
/** What is said of an apply, or of the ledger's end, whose entries cannot all be read may be due to those alone. */
const FOLLOWING = /* @__PURE__ */ new Set([
	"apply-not-approved",
	"apply-not-started",
	"step-unknown",
	"step-without-intent",
	"receipt-missing",
	"apply-overstated",
	"head-differs"
]);
/** Codes of which a row is one event: begun anew, or appended by somebody else. */
const ROWS = /* @__PURE__ */ new Set(["ledger-id-differs", "entry-foreign"]);
/** The codes of what is wrong with an entry itself, so that what it says does not count. */
const UNREADABLE = /* @__PURE__ */ new Set([
	"entry-missing",
	"entry-malformed",
	"entry-newer",
	"entry-untrusted",
	"entry-misplaced",
	"entry-altered",
	"ledger-id-differs"
]);
/** Marks what may follow from an earlier problem. @param problems sorted by entry. */
function withConsequences(problems) {
	let unreadable = null;
	let row = null;
	return problems.map((each) => {
		const cause = FOLLOWING.has(each.code) ? unreadable : row?.code === each.code ? row.index : null;
		if (UNREADABLE.has(each.code)) unreadable ??= each.index;
		if (ROWS.has(each.code)) row ??= each;
		return cause === null || cause === each.index ? each : {
			...each,
			consequenceOf: cause
		};
	});
}

export { problem as n, withConsequences as r, VERIFY_CODES as t };