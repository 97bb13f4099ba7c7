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
	const after = (rest.includes("(") ? /[.,;:!?]?$/u : /(?:[.,;:!?]?\)+)?[.,;:!?]?$/u).exec(rest)?.[0] ?? "";
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
/** In quotes that it has not itself, as far as there are any, so that it is spelt here as everywhere else. */
function quotedPlain(text, limit) {
	const seen = shown(text, limit);
	if (seen !== "" && !/[ "]/u.test(seen)) return seen;
	return seen.includes("\"") && !seen.includes("'") ? `'${seen}'` : `"${seen.replaceAll("\"", "\\u{22}")}"`;
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

export { cut as _, CHECK_LIMIT as a, shown as b, sizeOf as c, listed as d, markdown as f, codeBlock as g, strong as h, shortDigest as i, conjoined as l, said as m, capitalized as n, COMMENT_LIMIT as o, plain as p, count as r, fit as s, TRIAL_SENTENCE as t, data as u, grouped as v, visible as x, logLine as y };