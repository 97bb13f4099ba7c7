import { t as compareText } from "./address.js";
import { i as daysBetween } from "./credentials.js";
import { c as highestOf, s as compareRisk } from "./requirements.js";
import { n as meet, t as fits } from "./star.js";

// src/core/access.ts
/**
* Direct permissions that one change adds and takes away, each sorted. What a wildcard gave before is no gain by its name, and what
* one gives after is no loss. A disabled identity loses everything it held.
*/
function accessDelta(change, provider, object, live) {
	if (change.steps.length === 0) return {
		gains: [],
		loses: []
	};
	const inventory = object === null ? null : provider.inventory(object, live);
	const before = permissionsOf(change.action === "disable" ? inventory : change.before);
	const after = change.action === "disable" ? /* @__PURE__ */ new Map() : permissionsOf(change.after);
	const includes = provider.access?.includes?.bind(provider.access) ?? null;
	return {
		gains: missingFrom(before, after, includes),
		loses: missingFrom(after, before, includes)
	};
	function permissionsOf(attributes) {
		if (attributes === null) return /* @__PURE__ */ new Map();
		return new Map(provider.permissions(change.address, attributes).map((permission) => [keyOf(permission), permission]));
	}
}
function keyOf(permission) {
	return JSON.stringify([
		permission.principal,
		permission.action,
		permission.resource,
		permission.path
	]);
}
/** Comparisons of one side of a change: beyond, what a wildcard may include counts as gained or lost. */
const COMPARISONS = 2e5;
function missingFrom(known, all, includes) {
	const unnamed = [...all].filter(([key]) => !known.has(key));
	const given = [...known.values()].filter(({ path }) => path === "direct");
	const isCompared = includes !== null && unnamed.length * given.length <= COMPARISONS;
	return unnamed.filter(([, one]) => !isCompared || one.path !== "direct" || !given.some((held) => includes(held, one))).sort(([left], [right]) => compareText(left, right)).map(([, permission]) => permission);
}

// src/core/risk/text.ts
const SHOWN = 3;
/** `a, b, c`; of more than that `a, b and 7 more`. */
function some(items, separator = ", ") {
	const distinct = [...new Set(items)];
	if (distinct.length <= SHOWN) return distinct.join(separator);
	return `${distinct.slice(0, 2).join(separator)} and ${distinct.length - SHOWN + 1} more`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/core/risk/access.ts
/** What is gained and lost, by the power that it gives. */
const accessReasons = ({ change, gains, loses, escalations }) => {
	const explained = new Set(escalations.map(({ gain }) => keyOf(gain)));
	const administers = gains.filter(({ power }) => power === "administer");
	const unexplained = administers.filter((gain) => !explained.has(keyOf(gain)));
	const consumers = (change.metadata.before ?? change.metadata.after)?.consumers ?? [];
	return [
		...escalationReasons(escalations),
		...reason$1(unexplained.length > 0, {
			level: "critical",
			code: "gains-administration",
			message: `gains ${some(unexplained.map(({ action }) => action))}`
		}),
		...reason$1(loses.length > 0 && consumers.length > 0, {
			level: "medium",
			code: "consumers-affected",
			message: `${count(consumers.length, "consumer")} may lose access: ${some(consumers)}`
		}),
		...reason$1(gains.length > administers.length, {
			level: "medium",
			code: "widens-access",
			message: gainsText(gains.length - administers.length)
		}),
		...reason$1(loses.length > 0, {
			level: "low",
			code: "narrows-access",
			message: losesText(loses.length)
		})
	];
};
function gainsText(permissions) {
	return `gains ${count(permissions, "permission")}`;
}
function losesText(permissions) {
	return `loses ${count(permissions, "permission")}`;
}
function reason$1(holds, told) {
	return holds ? [told] : [];
}
/** One reason a level, so that however much is gained, each path is told once. */
function escalationReasons(escalations) {
	return [...Map.groupBy(escalations, ({ level, seen }) => `${level} ${seen}`).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const code = first.seen === "live" ? "reaches-power" : "escalation-path";
		return [{
			level: first.level,
			code,
			message: `gains ${pathsText(same)}`
		}];
	});
}
function pathsText(escalations) {
	const paths = [...Map.groupBy(escalations, ({ path }) => path)].map(([path, by]) => `${some(by.map(({ what }) => what))}: ${path}`);
	return some(paths, "; ");
}

// src/core/risk/credentials.ts
/** An active credential older than this is due to be replaced; what was never used for as long is not needed. */
const CREDENTIAL_DAYS = 90;
const ENDS$1 = /* @__PURE__ */ new Set([
	"delete",
	"disable",
	"forget"
]);
/** What of an identity that is kept proves itself in a way that nobody would choose today. */
const credentialReasons = ({ change, gains, credentials, now }) => {
	if (ENDS$1.has(change.action)) return [];
	const active = credentials.filter(({ state }) => state === "active");
	const level = gains.length > 0 ? "medium" : "low";
	return [
		...reason(active.filter(isOld), (which) => ({
			level,
			code: "old-credential",
			message: `${which} active and older than ${CREDENTIAL_DAYS} days`
		})),
		...reason(active.filter(isUnused), (which) => ({
			level: "low",
			code: "unused-credential",
			message: `${which} active and was never used in more than ${CREDENTIAL_DAYS} days`
		})),
		...severalReasons(active)
	];
	function isOld({ created }) {
		return (daysBetween(created, now) ?? 0) > CREDENTIAL_DAYS;
	}
	function isUnused(credential) {
		return credential.lastUsed === null && isOld(credential);
	}
};
function reason(which, tell) {
	return which.length === 0 ? [] : [tell(`${some(which.map(({ id }) => id))} ${which.length === 1 ? "is" : "are"}`)];
}
/** Of one kind: a key and a password serve different ways in. */
function severalReasons(active) {
	return [...Map.groupBy(active, ({ kind }) => kind)].flatMap(([kind, { length }]) => length < 2 ? [] : [{
		level: "low",
		code: "several-credentials",
		message: `${length} credentials of the kind ${kind} are active`
	}]);
}

// src/core/risk/lifetime.ts
const DAY = 864e5;
/** Within so many days something is taken to be in use: what runs once a quarter is. */
const IN_USE_DAYS = 92;
const ENDS = /* @__PURE__ */ new Set([
	"delete",
	"disable",
	"forget"
]);
/** How long an identity was meant to live, and whether it is in use. */
const lifetimeReasons = ({ change, gains, lastUsed, now }) => [...ENDS.has(change.action) ? [] : expiryReasons(change, gains.length > 0, now), ...change.action === "delete" || change.action === "disable" ? lastUseReasons(lastUsed, now) : []];
function expiryReasons({ metadata }, widens, now) {
	const [before, after] = [metadata.before?.expires ?? null, metadata.after?.expires ?? null];
	const found = [];
	if (after !== null && startOf(after) <= Date.parse(now)) {
		const kept = widens ? "and gains access" : "and is kept";
		found.push({
			level: widens ? "high" : "medium",
			code: "expired",
			message: `expired on ${after}, ${kept}`
		});
	}
	if (before !== null && (after === null || after > before)) {
		const message = after === null ? `no longer expires on ${before}` : `expires on ${after}, no longer on ${before}`;
		found.push({
			level: "medium",
			code: "expiry-extended",
			message
		});
	}
	return found;
}
/** Of a day, in UTC. */
function startOf(date) {
	return Date.parse(`${date}T00:00:00Z`);
}
function lastUseReasons(lastUsed, now) {
	const passed = lastUsed === null ? NaN : Date.parse(now) - Date.parse(lastUsed);
	if (lastUsed === null || Number.isNaN(passed)) return [];
	const days = Math.max(0, Math.floor(passed / DAY));
	const ago = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
	if (days < IN_USE_DAYS) return [{
		level: "high",
		code: "recently-used",
		message: `last used ${ago}`
	}];
	return [{
		level: "low",
		code: "long-unused",
		message: `last used ${ago}`
	}];
}

// src/core/risk/own.ts
/** What happens to the identities as which Countersign works, and who comes to act as one of them. */
const ownReasons = ({ change, gains, reach, own }) => {
	if (change.steps.length === 0) return [];
	return own.flatMap(({ address, resource, name, does }) => {
		const takes = reach.some(({ gain, reached }) => [gain, ...reached].some((one) => one.resource === resource));
		if (address === change.address) return [{
			level: gains.length > 0 ? "critical" : "high",
			code: "own-identity",
			message: `is the identity as which Countersign ${does}`
		}];
		if (!takes) return [];
		return [{
			level: "critical",
			code: "own-identity",
			message: `gains ${name}, the identity as which Countersign ${does}`
		}];
	});
};

// src/core/risk/resource-glob.ts
const TOKENS = /"(?:[^"]|"")*"|\*\*?|./gsu;
const WORD = /^[^\s.:/()"*]$/u;
const BETWEEN = /(?<=([\s.:/()]))([^\s.:/()"]+)(?=([\s.:/()]))/gu;
/** As a configuration writes it: `*` stands for any characters and whole names in quotes. */
function tagGlob(text) {
	return globOf(text, "anything");
}
/** As a provider says what is reached: `*` stands for some of one name without quotes, `**` for anything. */
function reachGlob(text) {
	return globOf(text, "word");
}
function globOf(text, star) {
	const outside = text.replace(/"(?:[^"]|"")*"/gsu, "\"");
	const all = [...outside.matchAll(BETWEEN)].map(([, before = "", word = "", after = ""]) => ({
		before,
		word,
		after
	}));
	const starred = all.filter(({ word }) => word.includes("*"));
	const words = all.filter(({ word }) => !word.includes("*"));
	const tokens = tokensOf(text, star);
	const isStarred = tokens.some(({ kind }) => kind === "word" || kind === "anything");
	return {
		tokens,
		outside,
		pieces: piecesOf(tokens),
		isStarred,
		words,
		starred
	};
}
function piecesOf(tokens) {
	const pieces = [""];
	for (const token of tokens) if (token.kind === "character") pieces.push(`${pieces.pop()}${token.text}`);
	else if (pieces.at(-1) !== "") pieces.push("");
	return pieces;
}
function tokensOf(text, star) {
	return (text.match(TOKENS) ?? []).map((token) => {
		if (token === "**") return { kind: "anything" };
		if (token === "*") return { kind: star };
		return {
			kind: token.length > 1 && token.startsWith("\"") ? "quoted" : "character",
			text: token
		};
	});
}
/** Whether there is a resource that both stand for: follows every way through the tag at once, so that no glob can make it last. */
function reachesTag(tag, reached) {
	if (!hasPieces(tag, reached) || !hasWords(tag, reached)) return false;
	let places = settled(tag.tokens, [0]);
	for (const token of reached.tokens) {
		places = after(tag.tokens, places, token);
		if (places.size === 0) return false;
	}
	return places.has(tag.tokens.length);
}
/** Most of what is reached has no star, so that it has to have every piece of the tag. */
function hasPieces({ pieces }, { outside, isStarred }) {
	return isStarred || pieces.every((piece) => outside.includes(piece));
}
/** Of very many only few get any further: a star of what is reached never stands for what lies between two words. */
function hasWords(tag, { outside, starred }) {
	if (outside.includes("**")) return true;
	return tag.words.every(({ before, word, after: next }) => outside.includes(`${before}${word}${next}`) || starred.some((other) => other.before === before && other.after === next && fits(other.word, word)));
}
/** The places in the tag that may be reached by taking one token of what is reached. */
function after(tag, places, token) {
	if (token.kind === "character" || token.kind === "quoted") return settled(tag, [...places].flatMap((place) => taken(tag, place, token)));
	const all = new Set(places);
	for (const place of all) {
		const here = tag[place];
		const passes = token.kind === "anything" || here?.kind === "anything" || here?.kind === "character" && WORD.test(here.text);
		if (here !== void 0 && passes) all.add(place + 1);
	}
	return all;
}
function taken(tag, place, token) {
	const here = tag[place];
	if (here?.kind === "anything") return [place];
	if (here?.kind !== token.kind) return [];
	return (token.kind === "quoted" ? meet(here.text, token.text) : here.text === token.text) ? [place + 1] : [];
}
/** A star may also stand for nothing. */
function settled(tag, places) {
	const all = new Set(places);
	for (const place of all) if (tag[place]?.kind === "anything") all.add(place + 1);
	return all;
}

// src/core/risk/sensitive.ts
/** What is gained on resources that the configuration calls sensitive. */
const sensitiveReasons = ({ sensitive, reach }) => {
	if (sensitive.length === 0) return [];
	const tagged = reach.map(({ gain, reached }) => ({
		gain,
		tags: new Set(tagsReached(sensitive, reached))
	}));
	return sensitive.flatMap((tag) => {
		const gains = tagged.filter(({ tags }) => tags.has(tag)).map(({ gain }) => gain);
		if (gains.length === 0) return [];
		return [{
			level: tag.level,
			code: "sensitive-resource",
			message: `reaches ${tag.name}: ${grantsText(gains)}`
		}];
	});
};
const known = /* @__PURE__ */ new WeakMap();
/** Of one tag for all changes. */
function globsOf(tag) {
	const globs = known.get(tag) ?? tag.resources.map(tagGlob);
	known.set(tag, globs);
	return globs;
}
/** The tags of what is reached. A pattern counts when it can ever match what one names. */
function tagsReached(sensitive, reached) {
	const all = reached.map(({ resource, actions }) => ({
		glob: reachGlob(resource),
		actions
	}));
	return sensitive.filter((tag) => all.some(({ glob, actions }) => meetAny(tag.actions, actions) && globsOf(tag).some((one) => reachesTag(one, glob))));
}
function meetAny(globs, others) {
	return globs.some((glob) => others.some((other) => meet(glob, other)));
}
function grantsText(gains) {
	const byResource = [...Map.groupBy(gains, ({ resource }) => resource)];
	return some(byResource.map(([resource, same]) => `${some(same.map(({ action }) => action))} on ${resource}`), "; ");
}

// src/core/risk.ts
/** Of one level, what tells a reader most comes first. */
const TELLING = [
	"own-identity",
	"escalation-path",
	"reaches-power",
	"gains-administration",
	"sensitive-resource",
	"widens-others",
	"access-unknown",
	"recently-used",
	"irreversible",
	"expired",
	"expiry-extended",
	"consumers-affected",
	"old-credential",
	"widens-access",
	"long-unused",
	"unused-credential",
	"several-credentials",
	"narrows-access",
	"no-access-change"
];
const SORTS = [
	ownReasons,
	accessReasons,
	sensitiveReasons,
	irreversibleReasons,
	lifetimeReasons,
	credentialReasons
];
/** Every code that a reason may have. */
const RISK_REASONS = ["not-assessed", ...TELLING];
/** Every reason that holds, the highest level first, which is the level of the whole; there is always one. */
function riskOf(facts) {
	const found = SORTS.flatMap((reasons) => reasons(facts));
	return together(found.length > 0 ? found : [{
		level: "low",
		code: "no-access-change",
		message: "access stays the same"
	}]);
}
/** What either says of one change: the second never takes from the first. */
function joined(left, right) {
	const { level, reasons } = together([...left.reasons, ...right.reasons]);
	return {
		level: highestOf([
			left.level,
			right.level,
			level
		]),
		reasons
	};
}
function together(found) {
	const known = /* @__PURE__ */ new Map();
	for (const reason of [...found].sort(compareReasons)) {
		const key = `${reason.code}\n${reason.message}`;
		if (!known.has(key)) known.set(key, reason);
	}
	const all = [...known.values()];
	const reasons = all.length === 1 ? all : all.map(besideOthers);
	return {
		level: highestOf(reasons.map(({ level }) => level)),
		reasons
	};
}
/** What is told from the plan alone is not the whole where somebody who read the live systems tells more. */
function besideOthers(reason) {
	return reason.code === "no-access-change" ? {
		...reason,
		message: "nothing is given or taken directly"
	} : reason;
}
function compareReasons(left, right) {
	return compareRisk(right.level, left.level) || TELLING.indexOf(left.code) - TELLING.indexOf(right.code) || compareText(left.message, right.message);
}
/** A sentence as a part of another. */
function unended(sentence) {
	return sentence.replace(/\.$/u, "");
}
function irreversibleReasons({ change: { irreversible } }) {
	if (irreversible.length === 0) return [];
	const messages = irreversible.map((reason) => reason.message);
	return [{
		level: "high",
		code: "irreversible",
		message: messages.length === 1 ? messages.join("") : some(messages.map(unended), "; ")
	}];
}

export { tagsReached as a, losesText as c, some as d, accessDelta as f, grantsText as i, pathsText as l, joined as n, escalationReasons as o, keyOf as p, riskOf as r, gainsText as s, RISK_REASONS as t, count as u };