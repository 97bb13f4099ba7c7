import { f as markdown, h as strong, m as said, r as count, s as fit, t as TRIAL_SENTENCE, u as data } from "./words.js";

// src/render/errors.ts
const DIAGNOSTICS_BUDGET = 4e4;
const UNREADABLE_BUDGET = 2e4;
const EVIDENCE_LIMIT = 600;
const RELATED_SHOWN = 10;
const ADDRESS_LIMIT = 400;
/** In place of a plan: what is wrong, where, and how to mend it. */
function renderErrors({ diagnostics, incomplete, level, partial = [] }) {
	const sorted = [...diagnostics].toSorted(bySeverity);
	return `${[
		`### Countersign: ${errorsVerdict(diagnostics, incomplete)}`,
		...level === "trial" ? [TRIAL_SENTENCE] : [],
		...section(fit(sorted, DIAGNOSTICS_BUDGET, (diagnostic) => `- ${markdown(diagnosticPhrase(diagnostic))}`, leftOut)),
		...section(unreadableLines(incomplete)),
		...section(partial),
		closing(diagnostics)
	].join("\n\n")}\n`;
}
function section(lines) {
	return lines.length === 0 ? [] : [lines.join("\n")];
}
function leftOut(left) {
	return `- … and ${count(left, "more")}: run \`countersign validate\` to see all of them.`;
}
/** The verdict without a plan. */
function errorsVerdict(diagnostics, incomplete) {
	const errors = diagnostics.filter(({ severity }) => severity === "error").length;
	if (errors > 0) return `${count(errors, "error")}, nothing was planned`;
	return `no plan yet, ${count(incomplete.length, "read")} failed`;
}
function closing(diagnostics) {
	if (diagnostics.some(({ severity }) => severity === "error")) return "Nothing is applied from this state. Push a commit that mends it, and a plan appears.";
	return "A failed read is never taken for an absence. Approvals given so far stand; run the plan again once the system answers.";
}
function bySeverity(left, right) {
	return Number(left.severity === "warning") - Number(right.severity === "warning");
}
/** Where, what, evidence, mend, code: in that order on every surface. */
function diagnosticPhrase(diagnostic) {
	const { severity, code, cause, mend, evidence, location, related, address } = diagnostic;
	return [
		...severity === "error" ? [] : ["warning: "],
		...location === void 0 ? [] : [strong(data(spotOf(location), ADDRESS_LIMIT)), ": "],
		...location === void 0 && address !== void 0 ? [strong(data(address, ADDRESS_LIMIT)), ": "] : [],
		said(cause),
		...evidence === void 0 ? [] : [
			" Seen: ",
			data(evidence, EVIDENCE_LIMIT),
			"."
		],
		...(related ?? []).filter((place) => !cause.includes(spotOf(place))).slice(0, RELATED_SHOWN).flatMap((place) => [
			" Also at ",
			data(spotOf(place), ADDRESS_LIMIT),
			"."
		]),
		" To mend it: ",
		said(mend),
		" (",
		data(code),
		")"
	];
}
function spotOf({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
function unreadableLines(incomplete) {
	if (incomplete.length === 0) return [];
	return [
		"**Not read**",
		"",
		...fit(incomplete, UNREADABLE_BUDGET, (item) => `- ${markdown(unreadablePhrase(item))}`, (left) => `- … and ${count(left, "more failed read")}.`)
	];
}
function unreadablePhrase({ source, address, pointer, reason }) {
	return [
		data(address ?? source, ADDRESS_LIMIT),
		...pointer === null ? [] : [" at ", data(pointer)],
		": ",
		said(reason.message),
		" (",
		data(reason.code),
		")"
	];
}

export { unreadablePhrase as i, errorsVerdict as n, renderErrors as r, diagnosticPhrase as t };