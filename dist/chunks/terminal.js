import { r as parseAddress, t as compareText } from "./address.js";
import { t as canonicalize } from "./digest.js";
import { a as sameLeaf, l as isPatternMark, o as unescapePointer, t as differences, u as isUnknownMark } from "./leaves.js";
import { a as compareRisk } from "./requirements.js";

// src/render/text.ts
/** Characters that cannot be seen, that look like a space, or that move what stands around them. */
const UNSEEN = /[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u{2800}]--[\u{20}]]/gv;
/** Most text is of this kind, and tested much faster than against all of Unicode. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/u;
/** Marks that would sit on something of ours, or pile up over the lines above. */
const STRAY_MARK = /(?:^|(?<=\p{M}{3}))\p{M}/gv;
/** Words that no Markdown dialect, mention, autolink or emoji filter gives a meaning to. */
const PLAIN_WORD = /^(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}|%|→|·|–)$/u;
/** Spaces that a page swallows: at either end, and after another one. */
const LOST_SPACE = /^\u{20}|\u{20}$|(?<=\u{20})\u{20}/gu;
/** What GitHub may take for a commit. */
const LIKE_A_COMMIT = /^[0-9a-f]{7,40}$/iu;
/**
* The text in one line of characters that can all be seen: everything else is written `\u{hex}`.
* Two different texts never look the same, because a backslash that could be taken for such an escape is written out, too.
*/
function visible(text) {
	const unambiguous = text.includes("\\u{") ? text.replaceAll("\\u{", "\\u{5c}u{") : text;
	if (PRINTABLE_ASCII.test(unambiguous)) return unambiguous.replace(LOST_SPACE, codePoint);
	return unambiguous.replace(UNSEEN, codePoint).replace(STRAY_MARK, codePoint).replace(LOST_SPACE, codePoint);
}
/** Without anything unseen; changes nothing in text that is visible already. */
function sealed(text) {
	return PRINTABLE_ASCII.test(text) ? text : text.replace(UNSEEN, codePoint);
}
function codePoint(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** Visible, and at most `limit` UTF-16 units long, not counting the note on how long it really is. */
function shown(text, limit) {
	const { seen, note } = clip(text, limit);
	return `${seen}${note}`;
}
/** The limit holds for what is seen, so that a name made of invisible characters takes no more room than another. */
function clip(text, limit) {
	const head = visible(text.length > limit ? text.slice(0, limit) : text);
	const seen = cut(head, limit);
	return seen === head && text.length <= limit ? {
		seen,
		note: ""
	} : {
		seen,
		note: `… (${grouped(text.length)} characters)`
	};
}
/** The beginning of visible text, at most `limit` UTF-16 units, that ends neither within an escape nor within a character. */
function cut(seen, limit) {
	if (seen.length <= limit) return seen;
	let kept = "";
	for (const [piece] of seen.matchAll(/\\u\{[0-9a-f]+\}|./gsu)) {
		if (kept.length + piece.length > limit) break;
		kept += piece;
	}
	return kept;
}
/** 12345 as `12,345`. */
function grouped(number) {
	return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
/** A Markdown code span that shows exactly the visible text, whatever it holds; nothing in it is a link, a mention or HTML. */
function codeSpan(text, place, limit = Infinity) {
	const { seen, note } = clip(text, limit);
	return `${spanOf(seen, place)}${note}`;
}
function spanOf(seen, place) {
	if (seen === "") return "(empty)";
	const content = place === "cell" ? withoutPipes(seen) : seen;
	const fence = "`".repeat(longestFence(content) + 1);
	const padding = content.startsWith("`") || content.endsWith("`") ? " " : "";
	return `${fence}${padding}${content}${padding}${fence}`;
}
/** A table takes `\|` for a pipe even inside a code span, but `\\|` for a backslash and the end of the cell. */
function withoutPipes(text) {
	return text.replace(/(\\?)\|/gu, (_pipe, backslash) => backslash === "" ? "\\|" : "\\\\u{7c}");
}
function longestFence(text) {
	return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/** A fenced block of lines that are visible text already. */
function codeBlock(lines, language) {
	const content = lines.map((line) => sealed(line)).join("\n");
	const fence = "`".repeat(Math.max(3, longestFence(content) + 1));
	return `${fence}${language}\n${content}\n${fence}`;
}
/** A sentence that may quote names: plain words stay prose, everything else becomes a code span. */
function prose(sentence, place, limit = Infinity) {
	const { seen, note } = clip(sentence.trim(), limit);
	const words = [];
	for (const word of seen.split(" ")) {
		if (word === "") continue;
		const next = wordOf(word);
		const last = words.at(-1);
		if (last !== void 0 && last.quoted && next.quoted && last.after === "" && next.before === "") words[words.length - 1] = {
			...last,
			core: `${last.core} ${next.core}`,
			after: next.after
		};
		else words.push(next);
	}
	return `${words.map(({ before, core, after, quoted }) => `${before}${quoted ? spanOf(core, place) : core}${after}`).join(" ")}${note}`;
}
/** A word and the punctuation around it that is certainly a sentence's. */
function wordOf(text) {
	const before = text.startsWith("(") ? "(" : "";
	const rest = text.slice(before.length);
	const after = (rest.includes("(") ? /[.,;:!?]?$/u : /\)?[.,;:!?]?$/u).exec(rest)?.[0] ?? "";
	const core = rest.slice(0, rest.length - after.length);
	return {
		before,
		core,
		after,
		quoted: !(core === "" || PLAIN_WORD.test(core) && !LIKE_A_COMMIT.test(core))
	};
}
/**
* One line for a log or a terminal, made of text that is already visible: nothing in it is an escape sequence,
* or a command to the Actions runner, which knows `::name::` at a line's start and `##[name]` anywhere.
*/
function logLine(line) {
	return sealed(line).replaceAll("##[", "#\\u{23}[").replace(/^( *):(?=:)/u, "$1\\u{3a}");
}

// src/render/phrase.ts
/** Longest name, and longest sentence of others, that is shown whole outside of the exact edits. */
const NAME_LIMIT = 120;
const SENTENCE_LIMIT = 600;
/** A name or value. */
function data(text, limit = NAME_LIMIT) {
	return {
		kind: "data",
		text,
		limit
	};
}
/** A sentence that may quote names. */
function said(text) {
	return {
		kind: "said",
		text
	};
}
function strong(...parts) {
	return {
		kind: "strong",
		parts
	};
}
/** `a, b, c`; beyond `limit` items `a, b and 7 more`. */
function listed(items, limit) {
	const kept = items.length > limit ? items.slice(0, limit - 1) : items;
	const separated = kept.flatMap((item, index) => index === 0 ? item : [", ", ...item]);
	return kept.length === items.length ? separated : [...separated, ` and ${items.length - kept.length} more`];
}
function markdown(phrase, place = "line") {
	return phrase.map((part) => markdownPart(part, place)).join("");
}
function markdownPart(part, place) {
	if (typeof part === "string") return part;
	switch (part.kind) {
		case "data": return codeSpan(part.text, place, part.limit);
		case "said": return prose(part.text, place, SENTENCE_LIMIT);
		case "strong": return `**${markdown(part.parts, place)}**`;
	}
}
/** `a, b and c`; beyond `limit` items `a, b and 7 more`. */
function conjoined(items, limit) {
	const last = items.at(-1);
	if (last === void 0 || items.length === 1 || items.length > limit) return listed(items, limit);
	return [
		...listed(items.slice(0, -1), limit),
		" and ",
		...last
	];
}
/** For terminals, logs, check titles and annotations, where no markup is known. */
function plain(phrase) {
	return phrase.map(plainPart).join("");
}
function plainPart(part) {
	if (typeof part === "string") return part;
	switch (part.kind) {
		case "data": return quotedPlain(part.text, part.limit);
		case "said": return shown(part.text, SENTENCE_LIMIT);
		case "strong": return plain(part.parts);
	}
}
function quotedPlain(text, limit) {
	const seen = shown(text, limit);
	return seen === "" || /[ "]/u.test(seen) ? `"${seen.replaceAll("\"", "\\u{22}")}"` : seen;
}

// src/render/fit.ts
/** GitHub's limit for a comment's body, in characters; kept in UTF-8 bytes, which are never fewer. */
const COMMENT_LIMIT = 65536;
/** GitHub's limit for each text of a check run. */
const CHECK_LIMIT = 65535;
/** Room for the line that says what is left out. */
const REST_RESERVE = 300;
/** UTF-8 bytes: at least as many as characters, however those are counted. */
function sizeOf(text) {
	return Buffer.byteLength(text, "utf8");
}
/**
* As many lines as fit, in order, and one more that says how many do not. Lines are made only while they fit.
* @param budget bytes, line breaks and the line on the rest included
* @param most how many lines at most, even where more would fit
*/
function fit(items, budget, line, rest, most = Infinity) {
	const lines = [];
	let used = 0;
	for (const [index, item] of items.entries()) {
		if (index >= most) return [...lines, rest(items.length - index)];
		const next = line(item);
		const size = sizeOf(next) + 1;
		const reserve = index === items.length - 1 ? 0 : REST_RESERVE;
		if (used + size + reserve > budget) return [...lines, rest(items.length - index)];
		lines.push(next);
		used += size;
	}
	return lines;
}

// src/render/words.ts
/** `1 identity`, `12,345 identities`. */
function count(number, one, many = `${one}s`) {
	return `${grouped(number)} ${number === 1 ? one : many}`;
}
/** The digest as people compare it at a glance: its first twelve hexadecimal digits. */
function shortDigest(digest) {
	return digest.slice(7, 19);
}
function capitalized(text) {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
const TRIAL_SENTENCE = "Trial level: only a signed ledger and checks by an App of your own guard anything, and whoever may write to the repository could forge the one that is missing.";

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

// src/render/view.ts
const NO_ASSESSMENT = {
	risk: {
		level: "critical",
		reasons: [{
			code: "not-assessed",
			message: "this change was not assessed"
		}]
	},
	gains: [],
	loses: [],
	expansions: {},
	location: null,
	locations: {},
	notes: []
};
function viewOf(plan, digest, assessment) {
	const assessments = new Map(assessment.changes.map((assessed) => [assessed.address, assessed]));
	const requests = new Map(plan.requests.map(({ address, verb }) => [address, verb]));
	const changes = plan.changes.filter((change) => !isQuiet(change)).map((change) => changeView(change, assessments.get(change.address), requests.get(change.address) ?? null)).toSorted(byRisk);
	const unchanged = plan.changes.length - changes.length;
	return {
		plan,
		digest,
		assessment,
		standing: standingOf(plan, assessment, changes),
		changes,
		unchanged
	};
}
function standingOf(plan, assessment, changes) {
	if (assessment.errored) return "errored";
	if (!assessment.complete) return "incomplete";
	if (!assessment.applyable) return "blocked";
	if (assessment.findings.some(({ effect }) => effect === "deny")) return "denied";
	if (changes.length > 0) return "changes";
	return plan.governance.length > 0 ? "rules" : "nothing";
}
function changeView(change, assessment, request) {
	const { source, kind, name } = identityOf(change.address);
	return {
		change,
		assessment: assessment ?? {
			address: change.address,
			...NO_ASSESSMENT
		},
		sign: signOf(change),
		source,
		kind,
		name,
		request
	};
}
/** An address in parts for people; the name's own separators stay `/`. */
function identityOf(address) {
	const { source, kind, name } = parseAddress(address);
	return {
		source,
		kind,
		name: name.join("/")
	};
}
function byRisk(left, right) {
	return compareRisk(right.assessment.risk.level, left.assessment.risk.level) || compareText(left.change.address, right.change.address);
}
function signOf(change) {
	if (change.blocked.length > 0) return "!";
	switch (change.action) {
		case "create": return "+";
		case "update": return "~";
		case "delete":
		case "disable": return "−";
		case "replace": return "±";
		case "forget":
		case "describe": return "·";
	}
}
/** A document that was edited without any meaning for people or live systems. */
function isQuiet(change) {
	if (change.action !== "describe" || change.steps.length > 0 || change.blocked.length > 0) return false;
	return metadataChanges(change).length === 0;
}
const METADATA_FIELDS = [
	"owner",
	"purpose",
	"expires",
	"consumers"
];
/** What differs in a document besides its spec; a missing document has nothing. */
function metadataChanges(change) {
	const { before, after } = change.metadata;
	return METADATA_FIELDS.map((field) => ({
		field,
		before: valueOf$1(before, field),
		after: valueOf$1(after, field)
	})).filter((field) => !sameLeaf(field.before, field.after));
}
function valueOf$1(metadata, field) {
	const value = metadata?.[field] ?? null;
	return typeof value !== "string" && value?.length === 0 ? null : value;
}

// src/render/edits.ts
const VALUE_LIMIT = 1e3;
const POINTER_LIMIT = 500;
const EFFECT_LIMIT = 2e3;
const EXPANSION_SHOWN = 20;
/** Metadata first, then attributes by pointer, with values spelled as JSON so that no two look the same. */
function editsOf(view) {
	const { change, assessment } = view;
	return [...(change.metadata.after === null ? [] : metadataChanges(change)).map(({ field, before, after }) => ({
		pointer: `metadata/${field}`,
		before: before === null ? null : canonicalize(before),
		after: after === null ? null : canonicalize(after),
		place: placeOf(assessment.location)
	})), ...differences(change.before, change.after).map((difference) => attributeEdit(difference, assessment))];
}
function attributeEdit({ pointer, before, after }, assessment) {
	const expansion = expansionOf(pointer, assessment);
	return {
		pointer,
		before: valueText(before, expansion),
		after: valueText(after, expansion),
		place: placeOf(assessment.locations[pointer] ?? null)
	};
}
/** `path:line`, or nothing. */
function placeOf(location) {
	return location === null ? "" : `${location.path}:${location.line}`;
}
function expansionOf(pointer, assessment) {
	return Object.entries(assessment.expansions).find(([pattern]) => pointer === pattern || pointer.startsWith(`${pattern}/`))?.[1] ?? null;
}
/** A pattern by which nothing is held is as good as no pattern. */
function valueText(value, expansion) {
	if (value === void 0) return null;
	if (isUnknownMark(value)) return "(known after apply)";
	if (!isPatternMark(value)) return canonicalize(value);
	if (value.state === "none") return null;
	return `(whatever matches${expansion === null ? "" : `; today ${expansionText(expansion)}`})`;
}
function expansionText(names) {
	if (names.length === 0) return "nothing";
	const kept = names.slice(0, EXPANSION_SHOWN);
	const more = names.length - kept.length;
	return `${names.length}: ${kept.join(", ")}${more > 0 ? `, and ${count(more, "more", "more")}` : ""}`;
}
/** The edit as lines that begin with a sign, as in a diff. The lines are visible text. */
function editLines(edit) {
	const pointer = shown(edit.pointer, POINTER_LIMIT);
	const place = edit.place === "" ? "" : `   # ${shown(edit.place, POINTER_LIMIT)}`;
	const [before, after] = shownPair(edit.before, edit.after);
	return [...before === null ? [] : [`- ${pointer}: ${before}${after === null ? place : ""}`], ...after === null ? [] : [`+ ${pointer}: ${after}${place}`]];
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
/** `grants, validUntil`: the properties of the spec and of the metadata that are edited, in the document's words. */
function editedProperties(view) {
	const { change } = view;
	const metadata = change.metadata.after === null ? [] : metadataChanges(change).map(({ field }) => field);
	const attributes = differences(change.before, change.after).map(({ pointer }) => unescapePointer(pointer.split("/")[1] ?? ""));
	return [.../* @__PURE__ */ new Set([...attributes, ...metadata])];
}
/** One line for each step: its number, what it waits for, and the effect exactly as it will be executed. */
function stepLine(step) {
	const waits = step.dependsOn.length === 0 ? "" : ` after ${shown(step.dependsOn.join(", "), POINTER_LIMIT)}`;
	const stage = step.stage === 0 ? "" : ` in stage ${step.stage}`;
	const intent = step.repeat === "intent" ? " (intent first)" : "";
	return `${visible(step.id.slice(step.id.lastIndexOf("#")))}${waits}${stage}${intent} ${shown(canonicalize(step.effect), EFFECT_LIMIT)}`;
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
function bullet$1(phrase) {
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
	const lines = fit(moved, budget - FOLD_OVERHEAD, bullet$1, leftOut("both plans are in the ledger"));
	return {
		title: `What moved since the previous plan (${shortDigest(previous.digest)})`,
		lines
	};
}
function readFold(view, budget) {
	const { sources } = view.assessment;
	if (sources.length === 0) return null;
	const line = (source) => bullet$1([
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
		lines: fit(addresses, budget - FOLD_OVERHEAD, (address) => bullet$1([data(address, ADDRESS_LIMIT)]), leftOut("see the assessment"))
	};
}
function notModelledFold(view, budget) {
	const { notModelled } = view.assessment;
	if (notModelled.length === 0) return null;
	const line = ({ address, what, detail }) => bullet$1([
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
			bullet$1(["digest ", data(view.digest)]),
			bullet$1([
				"ledger: the entry ",
				data("planned"),
				" for this digest holds the plan, this assessment, and the hash of these bytes"
			]),
			bullet$1(["run ", data(verifyHint, HINT_LIMIT)]),
			...commits === null ? [] : [bullet$1([
				"base ",
				data(commits.base),
				", head ",
				data(commits.head),
				", merge base ",
				data(commits.mergeBase)
			])],
			bullet$1(["engine ", data(engine)])
		]
	};
}

// src/render/access.ts
const ACTIONS_SHOWN = 8;
/** Permissions by resource and path: what lets its holder change access first, then by resource. */
function groupAccess(permissions) {
	return [...Map.groupBy(permissions, ({ resource, path, power }) => JSON.stringify([
		power,
		resource,
		path
	])).values()].flatMap((members) => {
		const [first] = members;
		if (first === void 0) return [];
		const actions = [...new Set(members.map(({ action }) => action))].toSorted(compareText);
		return [{
			resource: first.resource,
			path: first.path,
			power: first.power,
			actions
		}];
	}).toSorted(compareGroups);
}
function compareGroups(left, right) {
	if (left.power !== right.power) return left.power === "administer" ? -1 : 1;
	return compareText(left.resource, right.resource) || compareText(left.path, right.path);
}
/** `INSERT, UPDATE on billing.invoices through readonly`. */
function accessPhrase(group) {
	return [
		...conjoined(group.actions.map((action) => [data(action)]), ACTIONS_SHOWN),
		" on ",
		data(group.resource),
		...wayPhrase(group.path),
		group.power === "administer" ? " (can change access, bypass checks or act as others)" : ""
	];
}
function wayPhrase(path) {
	switch (path) {
		case "direct": return [];
		case "pattern": return [" (all that match, also later)"];
		case "membership": return [" (what that brings is not spelt out)"];
		default: return [" through ", data(path)];
	}
}
/**
* The same permissions of many identities, told once: the most powerful first, then what most of them have.
* @param gains each identity's permissions
*/
function sharedAccess(gains) {
	const holders = /* @__PURE__ */ new Map();
	for (const [identity, permissions] of gains.entries()) for (const permission of permissions) {
		const { power, resource, path, action } = permission;
		const key = `${power}\0${resource}\0${path}\0${action}`;
		const known = holders.get(key);
		if (known === void 0) holders.set(key, {
			permission,
			identities: 1,
			last: identity
		});
		else if (known.last !== identity) holders.set(key, {
			permission,
			identities: known.identities + 1,
			last: identity
		});
	}
	return [...Map.groupBy(holders.values(), ({ identities }) => identities)].flatMap(([identities, members]) => groupAccess(members.map(({ permission }) => permission)).map((group) => ({
		group,
		identities
	}))).toSorted((left, right) => {
		return Number(right.group.power === "administer") - Number(left.group.power === "administer") || right.identities - left.identities || compareGroups(left.group, right.group);
	});
}

// src/render/headline.ts
const ACCESS_SHOWN = 4;
const GAINS_SHOWN = 4;
const LOSSES_SHOWN = 2;
const PROPERTIES_SHOWN = 6;
/** The verdict in one line, before anything else is read. */
function verdictPhrase(view) {
	const { plan, assessment } = view;
	switch (view.standing) {
		case "errored": return [`${count(assessment.diagnostics.filter(({ severity }) => severity === "error").length, "error")}, nothing can be planned`];
		case "incomplete": return ["no plan yet: not everything could be read"];
		case "blocked": {
			const blocked = plan.changes.filter((change) => change.blocked.length > 0).length;
			return [`blocked: ${grouped(blocked)} of ${count(plan.changes.length, "change")} cannot be applied`];
		}
		case "denied": return [`denied by policy: ${changesText(view)}`];
		case "nothing":
			if (plan.desired.length === 0) return ["nothing changes, no identity is concerned"];
			return ["nothing changes, the live systems already are as declared"];
		case "rules": return [`${rulesText(view)}, no identity changes`, ...needsSuffix(view)];
		case "changes": return [
			changesText(view),
			plan.governance.length > 0 ? ` and ${rulesText(view)}` : "",
			...needsSuffix(view)
		];
	}
}
function changesText(view) {
	return `${count(view.changes.length, "identity changes", "identities change")}`;
}
function rulesText(view) {
	return count(view.plan.governance.length, "rule file changes", "rule files change");
}
function needsSuffix({ assessment: { requirements } }) {
	if (requirements.length === 0) return [];
	return [", approval needed from ", ...conjoined(namesOf(requirements), 4)];
}
function namesOf(requirements) {
	return [...new Set(requirements.map(({ of }) => of))].map((of) => approverPhrase(of));
}
/** Whom a requirement names. */
function approverPhrase(of) {
	return of === "anyone" ? ["anyone with write permission"] : [data(of)];
}
/** What happens to one identity, in a sentence that begins with its name; what it gains stands out. */
function changeSentence(view) {
	const { gains, loses } = view.assessment;
	const clauses = [...eventClauses(view), ...gains.length === 0 ? [] : [["gains ", ...gainsPhrase(gains)]]];
	const losses = loses.length === 0 ? [] : ["loses ", ...lossesPhrase(loses)];
	const begun = [data(view.name), ...clauses.flatMap((clause, index) => [index === 0 ? " " : "; ", ...clause])];
	return [...gains.length === 0 ? begun : [strong(...begun)], ...losses.length === 0 ? [] : [clauses.length === 0 ? " " : "; ", ...losses]];
}
/** What happens besides gains and losses; nothing for an update that consists of them. */
function eventClauses(view) {
	const { change, assessment } = view;
	const silent = assessment.gains.length + assessment.loses.length === 0;
	switch (change.action) {
		case "create": return [[silent ? "is created without any access" : "is created"]];
		case "disable": return [[change.irreversible.length === 0 ? "is disabled, and can be enabled again" : "is disabled"]];
		case "delete": return [["is deleted"]];
		case "replace": return [["is replaced by another object of the same name"]];
		case "forget": return [["is no longer managed, and what is live stays as it is"]];
		case "update":
		case "describe": return silent ? [[
			"changes in ",
			...propertiesPhrase(view),
			", and its access stays"
		]] : [];
	}
}
function gainsPhrase(gains) {
	return listed(groupAccess(gains).map(accessPhrase), GAINS_SHOWN);
}
/** Few by name, many by their number: what ends needs less of a reader's minute than what begins. */
function lossesPhrase(losses) {
	const groups = groupAccess(losses);
	if (groups.length > LOSSES_SHOWN) return [`${count(losses.length, "permission")} on ${count(groups.length, "resource")}`];
	return listed(groups.map(accessPhrase), LOSSES_SHOWN);
}
function propertiesPhrase(view) {
	return listed(editedProperties(view).map((property) => [data(property)]), PROPERTIES_SHOWN);
}
const ACTION_WORDS = {
	create: "created",
	update: "",
	delete: "deleted",
	disable: "disabled",
	replace: "replaced",
	forget: "no longer managed",
	describe: ""
};
/** The column `what changes`: the action in a word, or the properties that are edited. */
function whatPhrase(view) {
	const { change, request } = view;
	const word = ACTION_WORDS[change.action];
	const asked = request === null ? "" : `${request}: `;
	const blocked = change.blocked.length > 0 ? "blocked: " : "";
	const what = word === "" ? propertiesPhrase(view) : [word];
	return [`${blocked}${asked}`, ...what];
}
/** The column `risk`. */
function riskPhrase(view) {
	const { level, reasons } = view.assessment.risk;
	return [`${level}: `, ...listed(reasons.map(({ message }) => [said(message)]), 3)];
}
/** Cells `gains` and `loses`: each group a line. */
function accessCell(permissions) {
	const groups = groupAccess(permissions);
	if (groups.length <= ACCESS_SHOWN) return groups.map(accessPhrase);
	const kept = groups.slice(0, 3);
	const left = groups.slice(kept.length).reduce((sum, { actions }) => sum + actions.length, 0);
	return [...kept.map(accessPhrase), [`and ${count(left, "more permission")}`]];
}

// src/render/sections.ts
const SENTENCES = 10;
const NAMES_SHOWN = 12;
const PEOPLE_SHOWN = 8;
function bullet(phrase) {
	return `- ${markdown(phrase)}`;
}
/** What becomes possible, ends or cannot be taken back: a sentence for each of the riskiest identities. */
function leadLines(view, budget) {
	const open = view.changes.filter(({ change }) => change.blocked.length === 0);
	const most = open.length > SENTENCES ? SENTENCES / 2 : SENTENCES;
	return fit(open, budget, (change) => bullet([...changeSentence(change), "."]), (left) => restLine(open.slice(open.length - left)), most);
}
function restLine(left) {
	const actions = [...Map.groupBy(left, ({ change }) => change.action)].map(([action, members]) => `${action} ${grouped(members.length)}`);
	return `- … and ${count(left.length, "more identity", "more identities")}: ${actions.join(", ")}.`;
}
/** Everything that is gained, told once for all identities: only needed where the sentences do not reach. */
function gainLines(view, budget) {
	const gaining = view.changes.filter(({ assessment }) => assessment.gains.length > 0);
	if (view.changes.length <= SENTENCES || gaining.length === 0) return [];
	const gains = gaining.map(({ assessment }) => assessment.gains);
	const total = gains.reduce((sum, permissions) => sum + permissions.length, 0);
	const heading = `**Access gained**: ${count(total, "permission")} by ${count(gaining.length, "identity", "identities")}`;
	const line = ({ group, identities }) => bullet([...accessPhrase(group), `: ${count(identities, "identity", "identities")}`]);
	return [
		heading,
		"",
		...fit(sharedAccess(gains), budget, line, (left) => `- … and access to ${count(left, "more resource")}.`)
	];
}
/** Each kind of effect that cannot be taken back, with the identities it hits. */
function irreversibleLines(changes, budget) {
	const hit = sharedReasons(changes.map(({ address, irreversible }) => ({
		address,
		reasons: irreversible
	})));
	if (hit.length === 0) return [];
	return [
		"**Cannot be taken back**",
		"",
		...reasonLines(hit, budget, "! ")
	];
}
function blockedLines(changes, budget) {
	const hit = sharedReasons(changes.map(({ address, blocked }) => ({
		address,
		reasons: blocked
	})));
	if (hit.length === 0) return [];
	return [
		"**Blocked**: nothing is applied until this is mended",
		"",
		...reasonLines(hit, budget, "! ")
	];
}
/** What to know about identities besides what happens to them. */
function noteLines({ changes }, budget) {
	const hit = sharedReasons(changes.map(({ change: { address }, assessment: { notes } }) => ({
		address,
		reasons: notes
	})));
	if (hit.length === 0) return [];
	return [
		"**Notes**",
		"",
		...reasonLines(hit, budget, "")
	];
}
function sharedReasons(changes) {
	const pairs = changes.flatMap(({ address, reasons }) => reasons.map((reason) => ({
		reason,
		name: identityOf(address).name
	})));
	return [...Map.groupBy(pairs, ({ reason }) => JSON.stringify([
		reason.code,
		reason.message,
		reason.pointer ?? null
	])).values()].flatMap((members) => {
		const [first] = members;
		return first === void 0 ? [] : [{
			reason: first.reason,
			names: members.map(({ name }) => name)
		}];
	});
}
function reasonLines(reasons, budget, mark) {
	const line = ({ reason, names }) => bullet([
		mark,
		...names.length === 1 ? [] : [`${count(names.length, "identity", "identities")}: `],
		...listed(names.map((name) => [data(name)]), NAMES_SHOWN),
		": ",
		said(reason.message),
		...reason.pointer === void 0 ? [] : [" at ", data(reason.pointer)],
		" (",
		data(reason.code),
		")"
	]);
	return fit(reasons, budget, line, (left) => `- ${mark}… and ${count(left, "more reason")} for other identities.`);
}
/** Rule files that differ: judged by the base branch's rules, so they come before any identity. */
function governanceLines(governance, budget) {
	if (governance.length === 0) return [];
	const line = ({ path, base, head }) => bullet([base === null ? "added " : head === null ? "removed " : "changed ", data(path)]);
	return [
		"**Rules change** (critical; judged by the rules of the base branch)",
		"",
		...fit(governance, budget, line, (left) => `- … and ${count(left, "more rule file")}.`)
	];
}
/** Identities whose documents become some by these rules. */
function takenInLines(diagnostics, budget) {
	return fit(diagnostics.filter(({ code }) => code === "identity-taken-in"), budget, ({ cause, mend, code }) => bullet([
		said(cause),
		" ",
		said(mend),
		" (",
		data(code),
		")"
	]), (left) => `- … and ${count(left, "more identity", "more identities")} taken in.`);
}
/** Whom the plan waits for, and why. Names are never mentions: people are asked by review request. */
function needLines(requirements, budget) {
	if (requirements.length === 0) return [];
	return [
		"**Needs** (progress: see the check *countersign/approval*)",
		"",
		...fit(requirements, budget, (requirement) => bullet(requirementPhrase(requirement)), (left) => `- … and ${count(left, "more requirement")}.`)
	];
}
function requirementPhrase(requirement) {
	const { of, people, count: wanted, distinct, confirm, reason, code } = requirement;
	return [
		`${count(wanted, "approval")} from `,
		...approverPhrase(of),
		...people === null || isItself(of, people) ? [] : [
			" (",
			...listed(people.map((login) => [data(login)]), PEOPLE_SHOWN),
			")"
		],
		": ",
		said(reason),
		distinct ? "; distinct people" : "",
		confirm ? "; quoting the code" : "",
		" (",
		data(code),
		")"
	];
}
function isItself(of, people) {
	return people.length === 1 && people[0]?.toLowerCase() === of.toLowerCase();
}
function policyLines(findings, budget) {
	if (findings.length === 0) return [];
	const sorted = [...findings.filter(({ effect }) => effect === "deny"), ...findings.filter(({ effect }) => effect === "warn")];
	return [
		"**Policy**",
		"",
		...fit(sorted, budget, (finding) => bullet(findingPhrase(finding)), (left) => `- … and ${count(left, "more finding")}.`)
	];
}
function findingPhrase({ code, effect, address, message, rule }) {
	return [
		effect === "deny" ? strong("denied") : "warning",
		...address === null ? [] : [" on ", data(identityOf(address).name)],
		": ",
		said(message),
		...rule === void 0 || rule.comply === null ? [] : [endsSentence(message) ? " " : ". ", said(rule.comply)],
		" (",
		data(code),
		...rule === void 0 ? [] : [", ", data(`${rule.location.path}:${rule.location.line}`, PLACE_SHOWN)],
		...(rule?.controls ?? []).slice(0, CONTROLS_SHOWN).flatMap((control) => [", ", data(control)]),
		")"
	];
}
/** A rule's message may be half a sentence, as a value is that it ends in. */
function endsSentence(text) {
	return /[.!?…]["')\]]?\s*$/u.test(text);
}
const PLACE_SHOWN = 160;
const CONTROLS_SHOWN = 5;
const TABLE_HEAD = "|   | identity | what changes | gains | loses | risk |\n| --- | --- | --- | --- | --- | --- |";
function tableRow(view) {
	const text = [
		[[
			data(view.source),
			" · ",
			data(view.name)
		]],
		[whatPhrase(view)],
		accessCell(view.assessment.gains),
		accessCell(view.assessment.loses),
		[riskPhrase(view)]
	].map((lines) => lines.map((line) => markdown(line, "cell")).join("<br>"));
	return `| \`${view.sign}\` | ${text.join(" | ")} |`;
}
/** The rows that fit, and how many more there are at which risk: the riskiest come first, so the least risky give way. */
function tableLines(view, budget) {
	if (view.changes.length === 0) return [];
	const rows = fit(view.changes, budget, tableRow, (left) => leftRow(view.changes.slice(view.changes.length - left)));
	return [TABLE_HEAD, ...rows];
}
function leftRow(left) {
	return `| … | ${[...Map.groupBy(left, ({ assessment }) => assessment.risk.level)].map(([level, members]) => `${count(members.length, "row")} of ${level} risk`).join(", ")} more; the ledger holds the whole plan under its digest | | | | |`;
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
		...accessCell(assessment.gains).map((phrase) => phraseLine(4, phrase, "warning", "gains    ")),
		...accessCell(assessment.loses).map((phrase) => phraseLine(4, phrase, "plain", "loses    ")),
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
	const { requirements, findings, sources, unmanaged, notModelled } = view.assessment;
	const unmanagedCount = unmanaged.reduce((sum, { addresses }) => sum + addresses.length, 0);
	return [
		BLANK,
		...requirements.map((requirement) => phraseLine(0, requirementPhrase(requirement), "plain", "needs      ")),
		...findings.map((finding) => phraseLine(0, findingPhrase(finding), finding.effect === "deny" ? "danger" : "warning", "policy     ")),
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

export { TRIAL_SENTENCE as A, markdown as B, readFold as C, diagnosticPhrase as D, viewOf as E, COMMENT_LIMIT as F, cut as G, said as H, fit as I, logLine as K, sizeOf as L, count as M, shortDigest as N, errorsVerdict as O, CHECK_LIMIT as P, data as R, notModelledFold as S, identityOf as T, strong as U, plain as V, codeBlock as W, verdictPhrase as _, governanceLines as a, foldMarkdown as b, needLines as c, requirementPhrase as d, tableLines as f, riskPhrase as g, changeSentence as h, gainLines as i, capitalized as j, renderErrors as k, noteLines as l, approverPhrase as m, blockedLines as n, irreversibleLines as o, takenInLines as p, visible as q, findingPhrase as r, leadLines as s, renderTerminal as t, policyLines as u, checkFold as v, unmanagedFold as w, movedFold as x, editsFold as y, listed as z };