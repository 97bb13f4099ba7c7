import { b as shown, c as sizeOf, f as markdown, g as codeBlock, i as shortDigest, m as said, p as plain, r as count, s as fit, u as data, y as logLine } from "./words.js";
import { t as compareText } from "./address.js";
import { t as canonicalize } from "./digest.js";
import { a as sameLeaf, t as differences } from "./leaves.js";
import { i as unreadablePhrase, r as renderErrors, t as diagnosticPhrase } from "./errors2.js";
import { A as othersLines, C as riskPhrase, D as heldLines, E as gainLines$1, G as viewOf, L as byChoice, M as editsOf, N as placesPhrase, O as keptLines, P as stepLine, T as whatPhrase, W as undeclaredOf, _ as alike, a as irreversibleLines, b as exceptionPhrase, c as needLines, d as requirementPhrase, f as takenInLines, g as groupsOf, h as verdictPhrase, i as governanceLines, j as othersPhrases, k as lossLines, l as noteLines, n as findingPhrase, o as leadLines, q as pathText, r as gainLines, s as leadSection, t as blockedLines, u as policyLines, w as tableCells, x as accessCell, y as exceptionLines } from "./sections.js";
import { i as daysBetween } from "./credentials.js";

// src/render/edit-lines.ts
const VALUE_LIMIT = 1e3;
const PATH_LIMIT = 500;
function editText({ sign, depth, text }) {
	return `${sign} ${"  ".repeat(depth)}${text}`;
}
/** The edits in their order, as a tree: what several are about is said once, above them. */
function editLines(edits) {
	const root = {
		path: [],
		children: /* @__PURE__ */ new Map(),
		edits: []
	};
	for (const edit of edits) {
		let node = root;
		for (const key of edit.path) {
			const next = node.children.get(key) ?? {
				path: [...node.path, key],
				children: /* @__PURE__ */ new Map(),
				edits: []
			};
			node.children.set(key, next);
			node = next;
		}
		node.edits.push(edit);
	}
	return [...root.children.values()].flatMap((node) => nodeLines(node, 0, 0, null));
}
/** @param from where in its path a node's own part begins @param place that is said above */
function nodeLines(node, from, depth, place) {
	const [only, ...others] = node.children.values();
	if (only !== void 0 && others.length === 0 && node.edits.length === 0) return nodeLines(only, from, depth, place);
	const title = shown(pathText(node.path.slice(from)), PATH_LIMIT);
	if (only === void 0) return node.edits.flatMap((edit) => leafLines(edit, title, depth, place));
	const shared = place ?? sharedPlace(node);
	const heading = {
		sign: " ",
		depth,
		text: `${title}:${place === null ? placeText(shared ?? "") : ""}`
	};
	const own = node.edits.flatMap((edit) => leafLines(edit, "(itself)", depth + 1, shared));
	const below = [...node.children.values()].flatMap((child) => nodeLines(child, node.path.length, depth + 1, shared));
	return [
		heading,
		...own,
		...below
	];
}
/** Where everything below stands; null: in different places. */
function sharedPlace(node) {
	const places = new Set(editsBelow(node).map((edit) => edit.place));
	const [place = ""] = places;
	return places.size === 1 ? place : null;
}
function editsBelow({ edits, children }) {
	return [...edits, ...[...children.values()].flatMap(editsBelow)];
}
function placeText(place) {
	return place === "" ? "" : `   # ${shown(place, PATH_LIMIT)}`;
}
function leafLines(edit, title, depth, above) {
	const place = above === null ? placeText(edit.place) : "";
	const [before, after] = shownPair(edit.before, edit.after);
	const line = (sign, value, end) => ({
		sign,
		depth,
		text: `${title}${edit.kind === "member" ? "" : `: ${value}`}${end}`
	});
	return [...before === null ? [] : [line("-", before, after === null ? place : "")], ...after === null ? [] : [line("+", after, place)]];
}
/** Long values are cut where they begin to differ, so that two never look alike. */
function shownPair(before, after) {
	const longest = Math.max(before?.length ?? 0, after?.length ?? 0);
	if (before === null || after === null || longest <= VALUE_LIMIT) return [before === null ? null : shown(before, VALUE_LIMIT), after === null ? null : shown(after, VALUE_LIMIT)];
	let same = 0;
	while (before[same] === after[same]) same += 1;
	const from = Math.max(0, same - VALUE_LIMIT / 10);
	const skipped = from === 0 ? "" : `(${count(from, "equal character")}) …`;
	return [`${skipped}${shown(before.slice(from), VALUE_LIMIT)}`, `${skipped}${shown(after.slice(from), VALUE_LIMIT)}`];
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
const FOLD_OVERHEAD$1 = 120;
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
	let left = budget - FOLD_OVERHEAD$1;
	const before = new Map(alike(view.changes).flatMap(([first, ...rest]) => rest.map((one) => [one, first])));
	for (const [index, change] of view.changes.entries()) {
		const same = before.get(change);
		const block = left < BLOCK_MINIMUM ? null : same === void 0 ? changeBlock(change, left - BLOCK_MINIMUM / 2) : sameBlock(change, same);
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
function sameBlock({ change }, first) {
	const [own, other] = [change.address, first.change.address].map((address) => data(address, ADDRESS_LIMIT));
	return markdown([
		own ?? "",
		`: ${change.action}, with the same edits and steps as `,
		other ?? ""
	]);
}
function changeBlock(view, budget) {
	const { change, assessment } = view;
	const places = placesPhrase(assessment, ADDRESS_LIMIT);
	const title = `${markdown([data(change.address, ADDRESS_LIMIT), ...places === null ? [] : [" in ", ...places]])}: ${change.action}\n`;
	const lines = [...editLines(editsOf(view)).map(editText), ...change.steps.length === 0 ? ["# no steps: nothing is executed"] : ["# steps", ...change.steps.map((step) => stepLine(step))]];
	const room = budget - sizeOf(title) - 100;
	const fitting = fit(lines, room, (line) => line, (rest) => `# … and ${count(rest, "more line")}: ${WHOLE_PLAN}`);
	return `${title}\n${codeBlock(fitting, "diff")}`;
}
function movedFold(view, previous, budget) {
	if (previous === null || previous.digest === view.digest) return null;
	const moved = movedBetween(previous.plan, view.plan);
	const lines = fit(moved, budget - FOLD_OVERHEAD$1, bullet, leftOut("both plans are in the ledger"));
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
		lines: fit(sources, budget - FOLD_OVERHEAD$1, line, leftOut("see the assessment"))
	};
}
function unmanagedFold(view, budget) {
	const addresses = undeclaredOf(view.assessment);
	if (addresses.length === 0) return null;
	return {
		title: `Unmanaged within the boundary: ${count(addresses.length, "identity", "identities")} (not touched)`,
		lines: fit(addresses, budget - FOLD_OVERHEAD$1, (address) => bullet([data(address, ADDRESS_LIMIT)]), leftOut("see the assessment"))
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
		lines: fit(notModelled, budget - FOLD_OVERHEAD$1, line, leftOut("see the assessment"))
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

// src/render/credentials.ts
const TERMINAL_SHOWN = 5;
const FOLD_OVERHEAD = 120;
/** What each identity of the plan proves itself with, with ages and last use; null: nothing is known of any. */
function credentialsFold(view, budget) {
	const all = view.changes.flatMap(({ who, assessment: { credentials } }) => (credentials?.listed ?? []).map((credential) => ({
		who,
		credential,
		at: credentials?.at ?? ""
	})));
	if (all.length === 0) return null;
	const lines = fit(all, budget - FOLD_OVERHEAD, ({ who, credential, at }) => `- ${markdown([
		...who,
		": ",
		...credentialPhrase(credential, at)
	])}`, (left) => `- … and ${count(left, "more", "more")}: see the assessment.`);
	const more = view.changes.reduce((sum, { assessment }) => sum + (assessment.credentials?.more ?? 0), 0);
	return {
		title: `Credentials: ${count(all.length + more, "credential")} of identities in this plan`,
		lines
	};
}
/** For the terminal: the first few of one identity. */
function credentialPhrases({ assessment: { credentials } }) {
	if (credentials === void 0) return [];
	const shown = credentials.listed.slice(0, TERMINAL_SHOWN);
	const left = leftOf(credentials, shown.length);
	return [...shown.map((credential) => credentialPhrase(credential, credentials.at)), ...left === 0 ? [] : [[`… and ${count(left, "more", "more")}`]]];
}
function leftOf({ listed, more }, shown) {
	return listed.length + more - shown;
}
function credentialPhrase({ id, kind, state, created, lastUsed, expires }, at) {
	const [age, idle] = [daysBetween(created, at), lastUsed === "untold" ? null : daysBetween(lastUsed, at)];
	const used = lastUsed === null ? ", never used" : idle === null ? "" : `, last used ${ago(idle)}`;
	const old = age === null ? "" : `, ${count(age, "day")} old`;
	return [
		`${kind} `,
		data(id),
		`: ${state}${old}${used}`,
		...expires === null ? [] : [", expires ", data(expires)]
	];
}
function ago(days) {
	return days === 0 ? "today" : days === 1 ? "yesterday" : `${count(days, "day")} ago`;
}

// src/render/table.ts
/** A phone shows the first columns; gains and losses of the riskiest stand in the sentences above it as well. */
const TABLE_HEAD = "|   | identity | risk | what changes | gains | loses |\n| --- | --- | --- | --- | --- | --- |";
function tableRow({ shown }) {
	const cells = tableCells(shown).map((lines) => lines.map((line) => markdown(line, "cell")).join("<br>"));
	return `| \`${shown.sign}\` | ${markdown(whosePhrase(shown), "cell")} | ${cells.join(" | ")} |`;
}
/** With its source also where the plan has no other. */
function whosePhrase({ who, source, name }) {
	return who.length > 1 ? who : [
		data(source),
		" · ",
		data(name)
	];
}
/** The rows that fit, and how many more there are at which risk: the riskiest come first, so the least risky give way. */
function tableLines(view, budget) {
	if (view.changes.length === 0) return [];
	const all = groupsOf(view);
	const rows = fit(all, budget, tableRow, (left) => leftRow(all.slice(all.length - left)));
	return [TABLE_HEAD, ...rows];
}
/** In identities, as the headline counts. */
function leftRow(left) {
	const identities = left.flatMap(({ views }) => views);
	return `| … | ${[...Map.groupBy(identities, ({ assessment }) => assessment.risk.level)].map(([level, members]) => `${count(members.length, "identity", "identities")} of ${level} risk`).join(", ")} more; the ledger holds the whole plan under its digest | | | | |`;
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
	const policy = policyLines(view, room);
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
		exceptionLines(view, room),
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
const EDIT_TONES = {
	"+": "added",
	"-": "removed",
	" ": "plain"
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
		...endLines(view, options)
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
	const places = placesPhrase(assessment, PLACE_LIMIT);
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
		...credentialPhrases(view).map((phrase) => phraseLine(4, phrase, "dim", "proves   ")),
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
		...places === null ? [] : [phraseLine(4, places, "dim", "in       ")],
		...editLines(editsOf(view)).map(({ sign, depth, text }) => line(6, text, EDIT_TONES[sign], `${sign} ${"  ".repeat(depth)}`)),
		...change.steps.map((step) => line(6, stepLine(step), "dim"))
	];
}
function endLines(view, options) {
	const { requirements, findings, exceptions, sources, notModelled } = view.assessment;
	return [
		BLANK,
		...othersPhrases(view).map((phrase) => phraseLine(0, phrase, "warning", "others     ")),
		...byChoice(requirements, ({ choice }) => choice).map((options) => phraseLine(0, requirementPhrase(options), "plain", "needs      ")),
		...findings.map((finding) => phraseLine(0, findingPhrase(finding, view.naming), finding.effect === "deny" ? "danger" : "warning", "policy     ")),
		...exceptions.map((note) => phraseLine(0, exceptionPhrase(note, view.naming), note.code === "exception-used" ? "strong" : "warning", "exception  ")),
		...sources.map(({ name, description, complete }) => phraseLine(0, [
			data(name),
			" = ",
			said(description),
			complete ? ", complete" : ", NOT complete"
		], "dim", "read       ")),
		...unmanagedLines(view, options),
		...notModelled.map(({ address, what, detail }) => phraseLine(0, [
			...address === null ? [] : [data(address), ": "],
			said(what),
			" ",
			data(detail)
		], "dim", "not modelled: "))
	];
}
function unmanagedLines({ assessment }, { unmanaged = "counted" }) {
	const addresses = undeclaredOf(assessment);
	if (addresses.length === 0) return [];
	return [line(0, `${count(addresses.length, "identity", "identities")} within the boundary, not touched`, "dim", "unmanaged  "), ...unmanaged === "listed" ? addresses.map((address) => line(2, address)) : []];
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

export { checkFold as a, movedFold as c, unmanagedFold as d, credentialsFold as i, notModelledFold as l, renderReport as n, editsFold as o, tableLines as r, foldMarkdown as s, renderTerminal as t, readFold as u };