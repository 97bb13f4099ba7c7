import { $ as markdown, A as editLines, C as whatPhrase, D as lossLines, E as keptLines, G as count, H as viewOf, I as byChoice, K as shortDigest, M as placeOf, N as stepLine, O as othersLines, S as verdictPhrase, T as heldLines, U as TRIAL_SENTENCE, X as sizeOf, Y as fit, Z as data, _ as accessCell, a as irreversibleLines, c as needLines, d as requirementPhrase, et as plain, f as tableLines, g as exceptionPhrase, h as exceptionLines, i as governanceLines, j as editsOf, k as othersPhrases, l as noteLines, n as findingPhrase, nt as strong, o as leadLines, ot as logLine, p as takenInLines, r as gainLines, rt as codeBlock, s as leadSection, t as blockedLines, tt as said, u as policyLines, w as gainLines$1, x as riskPhrase } from "./sections.js";
import { t as compareText } from "./address.js";
import { t as canonicalize } from "./digest.js";
import { a as sameLeaf, t as differences } from "./leaves.js";

// src/render/errors.ts
const DIAGNOSTICS_BUDGET = 4e4;
const UNREADABLE_BUDGET = 2e4;
const EVIDENCE_LIMIT = 600;
const RELATED_SHOWN = 10;
const ADDRESS_LIMIT$2 = 400;
/** In place of a plan: what is wrong, where, and how to mend it. Says nothing about changes, because nothing may be concluded. */
function renderErrors({ diagnostics, incomplete, level }) {
	const sorted = [...diagnostics].toSorted(bySeverity);
	return `${[
		`### Countersign: ${errorsVerdict(diagnostics, incomplete)}`,
		...level === "trial" ? [TRIAL_SENTENCE] : [],
		...section(fit(sorted, DIAGNOSTICS_BUDGET, (diagnostic) => `- ${markdown(diagnosticPhrase(diagnostic))}`, leftOut$1)),
		...section(unreadableLines(incomplete)),
		closing(diagnostics)
	].join("\n\n")}\n`;
}
function section(lines) {
	return lines.length === 0 ? [] : [lines.join("\n")];
}
function leftOut$1(left) {
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
		...location === void 0 ? [] : [strong(data(spotOf(location), ADDRESS_LIMIT$2)), ": "],
		...location === void 0 && address !== void 0 ? [strong(data(address, ADDRESS_LIMIT$2)), ": "] : [],
		said(cause),
		...evidence === void 0 ? [] : [
			" Seen: ",
			data(evidence, EVIDENCE_LIMIT),
			"."
		],
		...(related ?? []).slice(0, RELATED_SHOWN).flatMap((place) => [
			" Also at ",
			data(spotOf(place), ADDRESS_LIMIT$2),
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
function unreadablePhrase({ address, pointer, reason }) {
	return [
		...address === null ? [] : [data(address, ADDRESS_LIMIT$2), " "],
		...pointer === null ? [] : [
			"at ",
			data(pointer),
			" "
		],
		...address === null && pointer === null ? [] : [": "],
		said(reason.message),
		" (",
		data(reason.code),
		")"
	];
}

// src/render/moved.ts
const ADDRESS_LIMIT$1 = 400;
/** What differs between two plans of one pull request, one line each: why the digest is another one. */
function movedBetween(previous, plan) {
	return [
		...keyed(previous.sources, plan.sources, ({ name }) => name).flatMap(([name, before, after]) => named("source", name, before, after, "leads to another system")),
		...keyed(previous.governance, plan.governance, ({ path }) => path).flatMap(([path, before, after]) => named("rule file", path, before, after, "has other contents")),
		...keyed(previous.desired, plan.desired, ({ address }) => address).flatMap(([address, before, after]) => named("declaration of", address, before, after, "says something else")),
		...keyed(previous.requests, plan.requests, ({ address }) => address).flatMap(([address, before, after]) => named("request for", address, before, after, "asks for something else")),
		...keyed(previous.changes, plan.changes, ({ address }) => address).flatMap(([address, before, after]) => movedChange(address, before, after))
	];
}
function keyed(previous, next, keyOf) {
	const before = new Map(previous.map((item) => [keyOf(item), item]));
	const after = new Map(next.map((item) => [keyOf(item), item]));
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].toSorted(compareText).map((key) => [
		key,
		before.get(key),
		after.get(key)
	]);
}
function named(noun, key, before, after, differs) {
	if (before === void 0) return [[
		`${noun} `,
		data(key),
		" is new in the plan"
	]];
	if (after === void 0) return [[
		`${noun} `,
		data(key),
		" is no longer in the plan"
	]];
	return sameLeaf(before, after) ? [] : [[
		`${noun} `,
		data(key),
		` ${differs}`
	]];
}
function movedChange(address, before, after) {
	if (before === void 0) return [[data(address, ADDRESS_LIMIT$1), " is now changed, too"]];
	if (after === void 0) return [[data(address, ADDRESS_LIMIT$1), " is no longer changed"]];
	if (sameLeaf(before, after)) return [];
	const facts = [
		...before.action === after.action ? [] : [[data(address, ADDRESS_LIMIT$1), ` was to be ${before.action}, now ${after.action}`]],
		...before.incarnation === after.incarnation ? [] : [[data(address, ADDRESS_LIMIT$1), " is now another live object of the same name"]],
		...movedAttributes(address, "live", before.before, after.before),
		...movedAttributes(address, "declared", before.after, after.after)
	];
	return facts.length > 0 ? facts : [[data(address, ADDRESS_LIMIT$1), " has other steps, metadata or obstacles"]];
}
function movedAttributes(address, side, before, after) {
	return differences(before, after).map((difference) => [
		data(address, ADDRESS_LIMIT$1),
		` ${side} `,
		data(difference.pointer, ADDRESS_LIMIT$1),
		" was ",
		valueOf(difference.before),
		", is now ",
		valueOf(difference.after)
	]);
}
function valueOf(value) {
	return value === void 0 ? "absent" : data(canonicalize(value), ADDRESS_LIMIT$1);
}

// src/render/details.ts
const HINT_LIMIT = 500;
const ADDRESS_LIMIT = 400;
/** Below this, the rest of an identity's edits would only be a line that says that they are left out. */
const BLOCK_MINIMUM = 800;
function foldMarkdown({ title, lines }) {
	return `<details><summary>${title}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}
/** What a fold costs besides its lines. */
const FOLD_OVERHEAD = 120;
function bullet(phrase) {
	return `- ${markdown(phrase)}`;
}
function leftOut(what) {
	return (left) => `- … and ${count(left, "more", "more")}: ${what}.`;
}
const WHOLE_PLAN = "the ledger holds the whole plan under its digest";
/** Attribute by attribute, then step by step, for as many identities as fit. */
function editsFold(view, budget) {
	if (view.changes.length === 0) return null;
	const lines = [];
	let left = budget - FOLD_OVERHEAD;
	for (const [index, change] of view.changes.entries()) {
		const block = left < BLOCK_MINIMUM ? null : changeBlock(change, left - BLOCK_MINIMUM / 2);
		const size = block === null ? left : sizeOf(block) + 2;
		if (block === null || size > left - BLOCK_MINIMUM / 2) {
			lines.push("", `… and ${count(view.changes.length - index, "more identity", "more identities")}: ${WHOLE_PLAN}.`);
			break;
		}
		lines.push(...index === 0 ? [block] : ["", block]);
		left -= size;
	}
	return {
		title: "Exact edits and steps",
		lines
	};
}
function changeBlock(view, budget) {
	const { change, assessment } = view;
	const place = placeOf(assessment.location);
	const title = `${markdown([data(change.address, ADDRESS_LIMIT), ...place === "" ? [] : [" in ", data(place, ADDRESS_LIMIT)]])}: ${change.action}\n`;
	const lines = [...editsOf(view).flatMap(editLines), ...change.steps.length === 0 ? ["# no steps: nothing is executed"] : ["# steps", ...change.steps.map((step) => stepLine(step))]];
	const room = budget - sizeOf(title) - 100;
	const fitting = fit(lines, room, (line) => line, (rest) => `# … and ${count(rest, "more line")}: ${WHOLE_PLAN}`);
	return `${title}\n${codeBlock(fitting, "diff")}`;
}
function movedFold(view, previous, budget) {
	if (previous === null || previous.digest === view.digest) return null;
	const moved = movedBetween(previous.plan, view.plan);
	const lines = fit(moved, budget - FOLD_OVERHEAD, bullet, leftOut("both plans are in the ledger"));
	return {
		title: `What moved since the previous plan (${shortDigest(previous.digest)})`,
		lines
	};
}
function readFold(view, budget) {
	const { sources } = view.assessment;
	if (sources.length === 0) return null;
	const line = (source) => bullet([
		data(source.name),
		" = ",
		said(source.description),
		source.complete ? ", complete" : ", NOT complete"
	]);
	return {
		title: "What was read",
		lines: fit(sources, budget - FOLD_OVERHEAD, line, leftOut("see the assessment"))
	};
}
function unmanagedFold(view, budget) {
	const addresses = view.assessment.unmanaged.flatMap((source) => source.addresses);
	if (addresses.length === 0) return null;
	return {
		title: `Unmanaged within the boundary: ${count(addresses.length, "identity", "identities")} (not touched)`,
		lines: fit(addresses, budget - FOLD_OVERHEAD, (address) => bullet([data(address, ADDRESS_LIMIT)]), leftOut("see the assessment"))
	};
}
function notModelledFold(view, budget) {
	const { notModelled } = view.assessment;
	if (notModelled.length === 0) return null;
	const line = ({ address, what, detail }) => bullet([
		...address === null ? [] : [data(address, ADDRESS_LIMIT), ": "],
		said(what),
		" ",
		data(detail)
	]);
	return {
		title: `Met but not modelled: ${count(notModelled.length, "fact")} (not compared, not touched)`,
		lines: fit(notModelled, budget - FOLD_OVERHEAD, line, leftOut("see the assessment"))
	};
}
function checkFold(view, verifyHint) {
	const { commits, engine } = view.assessment;
	return {
		title: "Check it yourself",
		lines: [
			bullet(["digest ", data(view.digest)]),
			bullet([
				"ledger: the entry ",
				data("planned"),
				" for this digest holds the plan, this assessment, and the hash of these bytes"
			]),
			bullet(["run ", data(verifyHint, HINT_LIMIT)]),
			...commits === null ? [] : [bullet([
				"base ",
				data(commits.base),
				", head ",
				data(commits.head),
				", merge base ",
				data(commits.mergeBase)
			])],
			bullet(["engine ", data(engine)])
		]
	};
}

// src/render/report.ts
/** Bytes for each section: a report is a file, so nothing but the reader's patience bounds it. */
const UNBOUNDED = 16e6;
/** The plan as Markdown for a file or a wiki: the comment's sections, whole, without what only a review can do. */
function renderReport(plan, digest, assessment, room = UNBOUNDED) {
	if (assessment.errored || !assessment.complete) return renderErrors({
		...assessment,
		level: "standard"
	});
	const view = viewOf(plan, digest, assessment);
	const policy = policyLines(assessment.findings, room);
	const first = [
		view.standing === "denied" ? policy : [],
		governanceLines(plan.governance, room),
		takenInLines(assessment.diagnostics, room)
	];
	return `${[
		[`### Countersign: ${markdown(verdictPhrase(view))}`],
		[`plan \`${digest}\``],
		...first,
		leadSection(leadLines(view, room), first),
		blockedLines(view, room),
		irreversibleLines(view, room),
		noteLines(view, room),
		gainLines(view, room),
		othersLines(view, room),
		tableLines(view, room),
		needLines(assessment.requirements, room),
		view.standing === "denied" ? [] : policy,
		exceptionLines(assessment.exceptions, room),
		...[
			editsFold,
			readFold,
			unmanagedFold,
			notModelledFold
		].map((fold) => {
			const folded = fold(view, room);
			return folded === null ? [] : [foldMarkdown(folded)];
		})
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

// src/render/terminal.ts
const TONES = {
	plain: "",
	strong: "1",
	dim: "2",
	added: "32",
	removed: "31",
	warning: "33",
	danger: "1;31"
};
const RISK_TONES = {
	critical: "danger",
	high: "danger",
	medium: "warning",
	low: "plain"
};
const MINIMUM_WIDTH = 40;
const PLACE_LIMIT = 500;
/** The plan as text. Everything that colour says is said by a sign or a word as well. */
function renderTerminal(plan, digest, assessment, options) {
	const view = viewOf(plan, digest, assessment);
	return `${[
		line(0, `Countersign: ${plain(verdictPhrase(view))}`, "strong"),
		line(0, `plan ${digest}`, "dim"),
		...assessment.diagnostics.map((diagnostic) => phraseLine(0, diagnosticPhrase(diagnostic), diagnostic.severity === "error" ? "danger" : "warning", "! ")),
		...assessment.incomplete.map((item) => phraseLine(0, unreadablePhrase(item), "danger", "! not read: ")),
		...plan.governance.map(({ path, base, head }) => phraseLine(0, [
			"rule file ",
			data(path),
			base === null ? " added" : head === null ? " removed" : " changed"
		], "danger", "! ")),
		...view.changes.flatMap(changeLines),
		...endLines(view)
	].flatMap((item) => wrapped(item, options)).join("\n")}\n`;
}
function line(indent, text, tone = "plain", label = "") {
	return {
		indent,
		label,
		text,
		tone
	};
}
function phraseLine(indent, phrase, tone, label) {
	return line(indent, plain(phrase), tone, label);
}
const BLANK = line(0, "");
function changeLines(view) {
	const { change, assessment, sign } = view;
	return [
		BLANK,
		phraseLine(0, [
			data(view.source),
			" · ",
			data(view.name),
			` (${change.action})`
		], "strong", `${sign} `),
		phraseLine(4, riskPhrase(view), RISK_TONES[assessment.risk.level], "risk     "),
		phraseLine(4, whatPhrase(view), "plain", "changes  "),
		...accessCell(gainLines$1(view)).map((phrase) => phraseLine(4, phrase, "warning", "gains    ")),
		...accessCell(lossLines(view)).map((phrase) => phraseLine(4, phrase, "plain", "loses    ")),
		...accessCell([...heldLines(view), ...keptLines(view)]).map((phrase) => phraseLine(4, phrase, "dim", "holds    ")),
		...change.irreversible.map(({ message, code }) => phraseLine(4, [
			said(message),
			" (",
			data(code),
			")"
		], "danger", "! cannot be taken back: ")),
		...change.blocked.map(({ message, code }) => phraseLine(4, [
			said(message),
			" (",
			data(code),
			")"
		], "danger", "! blocked: ")),
		...assessment.notes.map(({ message, code }) => phraseLine(4, [
			said(message),
			" (",
			data(code),
			")"
		], "dim", "note     ")),
		...assessment.location === null ? [] : [phraseLine(4, [data(placeOf(assessment.location), PLACE_LIMIT)], "dim", "in       ")],
		...editsOf(view).flatMap(editLines).map((text) => line(6, text.slice(2), text.startsWith("+") ? "added" : "removed", text.slice(0, 2))),
		...change.steps.map((step) => line(6, stepLine(step), "dim"))
	];
}
function endLines(view) {
	const { requirements, findings, exceptions, sources, unmanaged, notModelled } = view.assessment;
	const unmanagedCount = unmanaged.reduce((sum, { addresses }) => sum + addresses.length, 0);
	return [
		BLANK,
		...othersPhrases(view).map((phrase) => phraseLine(0, phrase, "warning", "others     ")),
		...byChoice(requirements, ({ choice }) => choice).map((options) => phraseLine(0, requirementPhrase(options), "plain", "needs      ")),
		...findings.map((finding) => phraseLine(0, findingPhrase(finding), finding.effect === "deny" ? "danger" : "warning", "policy     ")),
		...exceptions.map((note) => phraseLine(0, exceptionPhrase(note), note.code === "exception-used" ? "strong" : "warning", "exception  ")),
		...sources.map(({ name, description, complete }) => phraseLine(0, [
			data(name),
			" = ",
			said(description),
			complete ? ", complete" : ", NOT complete"
		], "dim", "read       ")),
		...unmanagedCount === 0 ? [] : [line(0, `${count(unmanagedCount, "identity", "identities")} within the boundary, not touched`, "dim", "unmanaged  ")],
		...notModelled.map(({ address, what, detail }) => phraseLine(0, [
			...address === null ? [] : [data(address), ": "],
			said(what),
			" ",
			data(detail)
		], "dim", "not modelled: "))
	];
}
/** Breaks at spaces and hangs under the first word after the label; a word longer than the line stays whole, to be copied. */
function wrapped(item, { color, width }) {
	const columns = Math.max(MINIMUM_WIDTH, width);
	const lead = `${" ".repeat(item.indent)}${item.label}`;
	const hang = " ".repeat(lead.length);
	const lines = [];
	let current = lead;
	let empty = true;
	for (const word of item.text.split(" ")) {
		if (!empty && current.length + 1 + word.length > columns) {
			lines.push(current);
			current = hang;
			empty = true;
		}
		current += empty ? word : ` ${word}`;
		empty = false;
	}
	return [...lines, current].map((text) => painted(logLine(text.trimEnd()), item.tone, color));
}
function painted(text, tone, color) {
	const code = TONES[tone];
	return color && code !== "" && text !== "" ? `\u{1b}[${code}m${text}\u{1b}[0m` : text;
}

export { foldMarkdown as a, readFold as c, errorsVerdict as d, renderErrors as f, editsFold as i, unmanagedFold as l, renderReport as n, movedFold as o, checkFold as r, notModelledFold as s, renderTerminal as t, diagnosticPhrase as u };