import { i as parseAddress, t as compareText } from "./address.js";
import { b as shown, d as listed, f as markdown, h as strong, l as conjoined, m as said, r as count, s as fit, u as data, v as grouped$1, x as visible } from "./words.js";
import { t as basisText } from "./basis.js";
import { l as AssessedAccess, s as compareRisk } from "./requirements.js";
import { a as sameLeaf, l as isPatternMark, o as unescapePointer, t as differences, u as isUnknownMark } from "./leaves.js";
import { t as CORE_CODES } from "./codes2.js";
import { n as hashJson, t as canonicalize } from "./digest.js";
import { t as isJsonObject } from "./json.js";

// src/render/path.ts
const SEPARATOR = " › ";
/** What could be taken for a separator, a value, a quoted key (which begins with a quote) or a word of ours stands in quotes, so that no two paths look alike. */
const UNCLEAR = /^$|^["( -]|›|: |[: ]$/u;
/**
* A JSON Pointer into the normal form in the words of documents. Of a list that says what becomes of others, the members
* stand right below it.
* @param sides of the change, in which the pointer leads to something
*/
function pathOf(pointer, sides, words = {}) {
	const keys = segmentsOf(pointer);
	return keys.flatMap((key, index) => {
		if (index > 0 && sides.some((side) => isListed(valueAt(side, keys.slice(0, index))))) return key === "values" ? [] : ["(others)"];
		return [keyText(index === 0 && Object.hasOwn(words, key) ? words[key] ?? key : key)];
	});
}
/** A JSON Pointer's keys. */
function segmentsOf(pointer) {
	return pointer.split("/").slice(1).map(unescapePointer);
}
function pathText(path) {
	return path.join(SEPARATOR);
}
function keyText(key) {
	return UNCLEAR.test(key) ? JSON.stringify(key) : key;
}
function valueAt(side, keys) {
	let value = side ?? void 0;
	for (const key of keys) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
	return value;
}
/** By convention of all providers: `values`, and whether others are kept or removed. */
function isListed(value) {
	if (!isJsonObject(value) || Object.keys(value).length !== 2) return false;
	return isJsonObject(value["values"]) && (value["others"] === "keep" || value["others"] === "remove");
}

// src/render/view.ts
const NO_ASSESSMENT = {
	risk: {
		level: "critical",
		reasons: [{
			level: "critical",
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
	const effective = new AssessedAccess(plan, assessment.access);
	const naming = namingIn(plan);
	const changes = plan.changes.filter((change) => !isQuiet(change)).map((change) => {
		const { address } = change;
		const assessed = assessments.get(address) ?? {
			address,
			...NO_ASSESSMENT
		};
		const access = effective.of(assessed);
		const parts = identityOf(address);
		const who = naming(address);
		const request = requests.get(address) ?? null;
		return {
			change,
			assessment: assessed,
			access,
			sign: signOf(change),
			...parts,
			who,
			request
		};
	}).toSorted(byRisk);
	const unchanged = plan.changes.length - changes.length;
	return {
		naming,
		plan,
		digest,
		assessment,
		effective,
		standing: standingOf(plan, assessment, changes),
		changes,
		unchanged
	};
}
/** With their source where the plan is about several. */
function namingIn({ changes }) {
	return new Set(changes.map(({ address }) => parseAddress(address).source)).size > 1 ? nameWithSource : nameAlone;
}
function nameAlone(address) {
	return [data(identityOf(address).name)];
}
function nameWithSource(address) {
	const { source, name } = identityOf(address);
	return [
		data(source),
		" · ",
		data(name)
	];
}
function standingOf(plan, assessment, changes) {
	if (assessment.errored) return "errored";
	if (!assessment.complete) return "incomplete";
	if (!assessment.applyable) return "blocked";
	if (assessment.findings.some(({ effect }) => effect === "deny")) return "denied";
	if (changes.length > 0) return "changes";
	return plan.governance.length > 0 ? "rules" : "nothing";
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
	"consumers",
	"dependsOn",
	"adopts"
];
/** What differs in a document besides its spec; a missing document has nothing. */
function metadataChanges(change) {
	const { before, after } = change.metadata;
	return METADATA_FIELDS.map((field) => ({
		field,
		before: valueOf(before, field),
		after: valueOf(after, field)
	})).filter((field) => !sameLeaf(field.before, field.after));
}
function valueOf(metadata, field) {
	const value = metadata?.[field] ?? null;
	return typeof value !== "string" && value?.length === 0 ? null : value;
}
/** What is live within the boundaries and in no document, as far as it was read. */
function undeclaredOf({ unmanaged }) {
	return unmanaged.flatMap(({ addresses }) => addresses);
}

// src/core/denial.ts
/** A denial in a line: which rule, where it stands, the values, and how to comply with it or to ask for an exception. */
function denialText({ code, message, rule }) {
	if (rule === void 0) return `${code}: ${message}`;
	const { location, comply } = rule;
	const said = `${code} at ${`${location.path}:${location.line}`}: ${message}${comply === null ? "" : ` ${comply}`}`;
	if (!isRule(code)) return said;
	return `${said}${/[.!?]$/u.test(said) ? " Or" : "; or"} ask for an exception to ${code}`;
}
/** A rule that holds is called by its own name, `policy/rule`; of what nobody can tell there is no exception. */
function isRule(code) {
	return code.includes("/");
}

// src/core/approval/matching.ts
/** @returns one result for each ask, in order, with the most people that can serve the distinct asks together. */
function serve(asks) {
	const assigned = assignDistinct(asks);
	return asks.map((ask, index) => {
		const people = ask.distinct ? [...assigned].filter(([, to]) => to === index).map(([person]) => person) : [...ask.people];
		return {
			people,
			missing: Math.max(0, ask.count - people.length)
		};
	});
}
function suffices(asks) {
	return serve(asks).every(({ missing }) => missing === 0);
}
/** Person to index of the distinct ask that they serve: a largest matching, by augmenting paths. */
function assignDistinct(asks) {
	const assigned = /* @__PURE__ */ new Map();
	for (const [index, ask] of asks.entries()) {
		if (!ask.distinct) continue;
		for (let place = 0; place < ask.count && augment(index, /* @__PURE__ */ new Set()); place += 1);
	}
	return assigned;
	function augment(index, tried) {
		for (const person of asks[index]?.people ?? []) {
			if (tried.has(person) || assigned.get(person) === index) continue;
			tried.add(person);
			const holder = assigned.get(person);
			if (holder === void 0 || augment(holder, tried)) {
				assigned.set(person, index);
				return true;
			}
		}
		return false;
	}
}
/**
* How many ways to set people aside are looked at. Who sets most aside is usually found among the first; the most that was found by
* then is too few at worst, never too many.
*/
const MOST_WAYS$1 = 2e4;
/**
* How many of `extra` people can be set aside from `everyone` so that the rest still suffices for the asks.
* People who serve the same asks are interchangeable, so only how many of each such group are set aside is tried, those who
* serve the fewest asks first.
*/
function spare(asks, everyone, extra) {
	if (!suffices(asks)) return 0;
	const groups = alike$1(asks, everyone);
	let best = 0;
	let ways = 0;
	setAside(0, []);
	return best;
	/** @param aside people of the groups before `index`, without whom the rest suffices. */
	function setAside(index, aside) {
		best = Math.max(best, aside.length);
		const [group, ...later] = groups.slice(index);
		if (group === void 0) return;
		const left = later.reduce((sum, { length }) => sum + length, 0);
		for (let taken = Math.min(group.length, extra - aside.length); taken >= 0; taken -= 1) {
			if (best === extra || aside.length + taken + left <= best || ways >= MOST_WAYS$1) return;
			ways += 1;
			const more = [...aside, ...group.slice(0, taken)];
			if (taken === 0 || suffices(without(asks, more))) setAside(index + 1, more);
		}
	}
}
/** Groups of people who serve the same asks. */
function alike$1(asks, everyone) {
	const servedBy = (person) => asks.map(({ people }) => people.has(person) ? "1" : "").join(",");
	return [...Map.groupBy(everyone, servedBy)].toSorted(([left], [right]) => left.length - right.length).map(([, group]) => group);
}
function without(asks, aside) {
	const gone = new Set(aside);
	return asks.map((ask) => ({
		...ask,
		people: ask.people.difference(gone)
	}));
}

// src/core/approval/choices.ts
/** Each choice as its options, in the place of its first part; what belongs to none is a choice without an alternative. */
function byChoice(items, choiceOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, item] of items.entries()) {
		const choice = choiceOf(item);
		const id = choice === void 0 ? `${index}` : `choice ${choice.id}`;
		const options = groups.get(id) ?? /* @__PURE__ */ new Map();
		groups.set(id, options);
		const option = choice?.option ?? 0;
		options.set(option, [...options.get(option) ?? [], item]);
	}
	return [...groups.values()].map((options) => [...options.values()]);
}
const choiceOf = ({ choice }) => choice;
/** How many ways to choose are looked at, besides the first. With more, people who suffice may be told that they do not, never the other way round. */
const MOST_WAYS = 5e3;
/** Whether one option of each choice can be taken so that the people suffice for all that is asked then. */
function sufficesSomehow(asks) {
	return waySufficing(asks) !== null;
}
/** As `spare` for the way to choose that spares most. */
function spareSomehow(asks, everyone, extra) {
	let best = 0;
	eachWay(asks, "all", (taken) => {
		best = Math.max(best, spare(taken, everyone, extra));
		return best === extra;
	});
	return best;
}
/** Who serves each ask, and what is missing. Where nothing suffices, each option of an open choice is told by itself. */
function standingsOf(asks) {
	const taken = waySufficing(asks) ?? greedily(asks);
	const served = new Map(zip(taken, serve(taken)));
	const open = byChoice(asks, choiceOf).filter((options) => !options.some((option) => option.every((ask) => served.has(ask))));
	const apart = new Map(open.flat().flatMap((option) => zip(option, serve([...taken, ...option]).slice(taken.length))));
	return asks.map((ask) => {
		const found = served.get(ask) ?? apart.get(ask);
		return found === void 0 ? {
			people: [],
			missing: 0,
			spared: true
		} : {
			...found,
			spared: false
		};
	});
}
function zip(left, right) {
	return left.flatMap((item, index) => {
		const other = right[index];
		return other === void 0 ? [] : [[item, other]];
	});
}
function waySufficing(asks) {
	let found = null;
	eachWay(asks, "any", (taken) => {
		found = taken;
		return true;
	});
	return found;
}
/**
* Ways to take one option of each choice so that the people suffice, until `enough`.
* @param wanted `any`: an option that takes nobody from anything else is taken without looking at the others
*/
function eachWay(asks, wanted, enough) {
	const [fixed, choices] = parted(asks);
	let ways = 0;
	from(0, fixed);
	function from(index, taken) {
		ways += 1;
		if (ways > MOST_WAYS + choices.length) return true;
		if (!suffices(taken)) return false;
		const options = choices[index];
		if (options === void 0) return enough(taken);
		const free = wanted === "any" ? options.find((option) => option.every(({ distinct }) => !distinct) && suffices(option)) : void 0;
		return (free === void 0 ? options : [free]).some((option) => from(index + 1, [...taken, ...option]));
	}
}
function parted(asks) {
	return [asks.filter(({ choice }) => choice === void 0), byChoice(asks.filter(({ choice }) => choice !== void 0), choiceOf)];
}
/** The first option of each choice for which enough people are left over; none of a choice where there is no such. */
function greedily(asks) {
	const [fixed, choices] = parted(asks);
	return choices.reduce((taken, options) => {
		const met = options.find((option) => serve([...taken, ...option]).slice(taken.length).every(({ missing }) => missing === 0));
		return met === void 0 ? taken : [...taken, ...met];
	}, fixed);
}

// src/render/access.ts
const ACTIONS_SHOWN$1 = 8;
/** What a trust policy lets in is told by the end of a long resource: issuer, audience and subject. */
const RESOURCE_LIMIT = 400;
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
const RESOURCES_SHOWN$1 = 4;
/** `INSERT, UPDATE on billing.invoices through readonly`. @param resources all on which it is the same */
function accessPhrase(group, resources = [group.resource]) {
	return [
		...conjoined(group.actions.map((action) => [data(action)]), ACTIONS_SHOWN$1),
		" on ",
		...conjoined(resources.map((resource) => [data(resource, RESOURCE_LIMIT)]), RESOURCES_SHOWN$1),
		...wayPhrase$1(group.path),
		group.power === "administer" ? " (can change access, bypass checks or act as others)" : ""
	];
}
function wayPhrase$1(path) {
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

// src/render/edits.ts
const POINTER_LIMIT = 500;
const EFFECT_LIMIT = 2e3;
const EXPANSION_SHOWN = 20;
/** Metadata first, then attributes by pointer, with values spelled as JSON, and what is no value in brackets, so that no two look the same. */
function editsOf(view) {
	const { change, assessment } = view;
	return [...(change.metadata.after === null ? [] : metadataChanges(change)).map(({ field, before, after }) => ({
		kind: "value",
		path: ["metadata", field],
		before: before === null ? null : canonicalize(before),
		after: after === null ? null : canonicalize(after),
		place: placeOf(assessment.location)
	})), ...differences(change.before, change.after).filter((difference) => !isUnsaid(difference, change) && !isUnread(difference, change)).map((difference) => attributeEdit(difference, view))];
}
/** Nobody knows whether what is missing there is missing. */
function isUnread({ pointer, before }, { blocked }) {
	return before === void 0 && blocked.some(({ code, pointer: unread }) => code === "attribute-unread" && unread !== void 0 && (pointer === unread || pointer.startsWith(`${unread}/`)));
}
/** That a list with members is all that there is goes without saying, as in documents. */
function isUnsaid(difference, change) {
	const list = wholeList(difference, change);
	return list !== null && Object.keys(list).length > 0;
}
/** The members of a list that comes or goes with the change and is all that there is, where the difference says that it is. */
function wholeList({ pointer, before, after }, { before: old, after: next }) {
	if (!pointer.endsWith("/others") || ![before, after].every((value) => value === void 0 || value === "remove")) return null;
	const list = valueAt(before === void 0 ? next : old, segmentsOf(pointer).slice(0, -1));
	return isListed(list) ? list.values : null;
}
function attributeEdit(difference, { change, assessment }) {
	const { pointer, before, after } = difference;
	const isEmptyList = wholeList(difference, change) !== null;
	const expansion = expansionOf(pointer, assessment);
	const shownAt = isEmptyList ? pointer.slice(0, -7) : pointer;
	const path = pathOf(shownAt, [change.before, change.after], assessment.words);
	const textOf = (value) => isEmptyList && value !== void 0 ? "(empty)" : valueText(value, expansion);
	return {
		kind: path.length > 1 && [before, after].every((value) => value === void 0 || value === true) ? "member" : "value",
		path,
		before: textOf(before),
		after: textOf(after),
		place: placeOf(assessment.locations[pointer] ?? null)
	};
}
/** `path:line`, or nothing. */
function placeOf(location) {
	return location === null ? "" : `${location.path}:${location.line}`;
}
const PLACES_SHOWN = 4;
/** Where its document stands, and what else it comes from; null where nobody knows. */
function placesPhrase({ location, besides = [] }, limit) {
	if (location === null) return null;
	const [own, others] = [data(placeOf(location), limit), besides.map((place) => [data(placeOf(place), limit)])];
	return others.length === 0 ? [own] : [
		own,
		" with ",
		...conjoined(others, PLACES_SHOWN)
	];
}
function expansionOf(pointer, assessment) {
	return Object.entries(assessment.expansions).find(([pattern]) => pointer === pattern || pointer.startsWith(`${pattern}/`))?.[1] ?? null;
}
/** A pattern by which nothing is held is as good as no pattern. */
function valueText(value, expansion) {
	if (value === void 0) return null;
	if (value === null) return "(none)";
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
/** `grants, validUntil`: the properties of the spec and of the metadata that are edited, in the document's words. */
function editedProperties(view) {
	const { change } = view;
	const metadata = change.metadata.after === null ? [] : metadataChanges(change).map(({ field }) => field);
	const words = view.assessment.words ?? {};
	const attributes = differences(change.before, change.after).map(({ pointer }) => {
		const [name = ""] = segmentsOf(pointer);
		return Object.hasOwn(words, name) ? words[name] ?? name : name;
	});
	return [.../* @__PURE__ */ new Set([...attributes, ...metadata])];
}
/** One line for each step: its number, what it waits for, and the effect exactly as it will be executed. */
function stepLine(step) {
	const waits = step.dependsOn.length === 0 ? "" : ` after ${shown(step.dependsOn.join(", "), POINTER_LIMIT)}`;
	const stage = step.stage === 0 ? "" : ` in stage ${step.stage}`;
	const intent = step.repeat === "intent" ? " (intent first)" : "";
	return `${visible(step.id.slice(step.id.lastIndexOf("#")))}${waits}${stage}${intent} ${shown(canonicalize(step.effect), EFFECT_LIMIT)}`;
}

// src/render/effect.ts
const ACTIONS_SHOWN = 8;
const RESOURCES_SHOWN = 3;
const PRINCIPALS_SHOWN = 4;
const CONDITION_LIMIT = 200;
/** What an identity gains in effect, the most powerful first. */
function gainLines$1({ access }) {
	return [...directLines(access.gains), ...blockLines(access.blocks, "gained")];
}
/** How many permissions its gains are about, counted without a phrase for each: there may be very many. */
function gainCount({ access }) {
	return access.blocks.filter(({ kind }) => kind === "gained").reduce((sum, { resources, actions }) => sum + resources.count * actions.count, access.gains.length);
}
function lossLines({ access }) {
	return [...directLines(access.loses), ...blockLines(access.blocks, "lost")];
}
/** What it is given, and held before. */
function heldLines({ access }) {
	return blockLines(access.blocks, "repeated");
}
/** What is taken from it, and held all the same. */
function keptLines({ access }) {
	return blockLines(access.blocks, "kept");
}
/** The same actions on several resources are one thing to say. */
function directLines(permissions) {
	return [...Map.groupBy(groupAccess(permissions), ({ actions, path, power }) => JSON.stringify([
		actions,
		path,
		power
	])).values()].flatMap((groups) => {
		const [first] = groups;
		if (first === void 0) return [];
		const resources = groups.map(({ resource }) => resource);
		return [{
			phrase: accessPhrase(first, resources),
			permissions: first.actions.length * resources.length,
			resources
		}];
	});
}
function blockLines(blocks, kind) {
	return blocks.filter((block) => block.kind === kind).map((block) => ({
		phrase: blockPhrase(block),
		permissions: block.resources.count * block.actions.count,
		resources: block.resources.names
	}));
}
/** `SELECT on billing.invoices through readers, after SET ROLE to team`. */
function blockPhrase({ kind, actions, resources, power, way, instead }) {
	const what = [
		...actionsPhrase(actions),
		" on ",
		...namedPhrase(resources, RESOURCES_SHOWN)
	];
	const force = power === "administer" ? " (can change access, bypass checks or act as others)" : "";
	switch (kind) {
		case "gained": return [
			...what,
			...wayPhrase(way),
			force,
			...otherwise("; before only", instead)
		];
		case "lost": return [
			...what,
			...wayPhrase(way),
			force,
			...otherwise("; still", instead)
		];
		case "repeated": return [
			...what,
			force,
			": already held",
			...wayPhrase(instead ?? way)
		];
		case "kept": return [
			...what,
			force,
			": still held",
			...wayPhrase(instead ?? way)
		];
	}
}
function otherwise(lead, instead) {
	return instead === null ? [] : [lead, ...wayPhrase(instead)];
}
function actionsPhrase({ names, count: all }) {
	if (all > names.length) return namedPhrase({
		names,
		count: all
	}, ACTIONS_SHOWN);
	return conjoined(names.map((name) => [data(name)]), ACTIONS_SHOWN);
}
function spelt(name) {
	return [data(name)];
}
/** `a, b and 238 more`. */
function namedPhrase({ names, count: all }, limit, naming = spelt) {
	const kept = names.slice(0, all > limit ? limit - 1 : limit).map(naming);
	const rest = all - kept.length;
	return rest === 0 ? listed(kept, limit) : [...listed(kept, limit), ` and ${rest} more`];
}
function wayPhrase({ basis, through, condition }) {
	const text = basisText(basis);
	const own = text === null ? [] : [` ${text}`];
	const chain = through.flatMap((address, index) => [index === 0 ? " through " : " → ", data(identityOf(address).name)]);
	return [
		...own,
		...chain,
		...condition === null ? [] : [chain.length === 0 ? " " : ", ", data(condition, CONDITION_LIMIT)]
	];
}
/** Of whom this plan says nothing, and whose access changes with it; what is not known of that, and what is not listed. */
function othersPhrases(view) {
	const gains = view.effective.blocks("others", "gained").map((block) => [strong(...othersPhrase(block, view.naming))]);
	const losses = view.effective.blocks("others", "lost").map((block) => othersPhrase(block, view.naming));
	return [
		...gains,
		...losses,
		...view.assessment.access.flatMap(gapPhrases)
	];
}
/** The same as lines of Markdown, below a heading where somebody else gains or loses. */
function othersLines(view, budget) {
	const phrases = othersPhrases(view);
	if (phrases.length === 0) return [];
	const heading = "**Others**: identities that this plan does not change, and whose access changes with it";
	const lines = fit(phrases, budget - 87 - 2, (phrase) => `- ${markdown(phrase)}`, (left) => `- … and ${count(left, "more line")} on others; \`countersign access --plan\` tells all.`);
	return ["gained", "lost"].some((kind) => view.effective.blocks("others", kind).length > 0) ? [
		heading,
		"",
		...lines
	] : lines;
}
/** `reporting-app gains SELECT on billing.invoices through readers`, `12 identities (a, b, c and 9 more) gain …`. */
function othersPhrase(block, naming) {
	const { principals, kind } = block;
	const verb = kind === "gained" ? "gain" : "lose";
	return [
		...principals.count === 1 ? [...namedPhrase(principals, 1, naming), ` ${verb}s `] : [
			`${count(principals.count, "identity", "identities")} (`,
			...namedPhrase(principals, PRINCIPALS_SHOWN, naming),
			`) ${verb} `
		],
		...blockPhrase(block),
		"."
	];
}
function gapPhrases(access) {
	if (access.kind === "unknown") {
		const { source, reason } = access;
		return [[
			"Who gains or loses what through others in ",
			data(source),
			" is not known, so only what is given and taken directly is told: ",
			said(reason.message),
			" (",
			data(reason.code),
			")"
		]];
	}
	const { source, left } = access;
	if (left === 0) return [];
	return [[
		`${count(left, "more permission")} in `,
		data(source),
		" change, which found no room here."
	]];
}

// src/render/sentence.ts
const ACCESS_SHOWN = 4;
const LOSSES_SHOWN = 2;
const HELD_SHOWN = 2;
const PROPERTIES_SHOWN = 6;
const REASONS_SHOWN = 3;
/** What happens to one identity, in a sentence that begins with its name; what it gains stands out. */
function changeSentence(view) {
	const [gains, losses] = [gainLines$1(view), lossLines(view)];
	const clauses = [...eventClauses(view), ...gains.length === 0 ? [] : [["gains ", ...gainsPhrase(gains)]]];
	const lost = losses.length === 0 ? [] : [["loses ", ...lossesPhrase(losses)]];
	const begun = [...view.who, ...clauses.flatMap((clause, index) => [index === 0 ? " " : "; ", ...clause])];
	const rest = [...lost, ...[...heldLines(view), ...keptLines(view)].slice(0, HELD_SHOWN).map(({ phrase }) => phrase)];
	return [...gains.length === 0 ? begun : [strong(...begun)], ...rest.flatMap((clause, index) => [index === 0 && clauses.length === 0 ? " " : "; ", ...clause])];
}
/** What happens besides gains and losses; nothing for an update that consists of them. */
function eventClauses(view) {
	const { change } = view;
	const silent = gainLines$1(view).length + lossLines(view).length === 0;
	switch (change.action) {
		case "create": return [[silent ? "is created without any access" : "is created"]];
		case "disable": return [[change.irreversible.length === 0 ? "is disabled, and can be enabled again" : "is disabled"]];
		case "delete": return [["is deleted"]];
		case "replace": return [["is replaced by another object of the same name"]];
		case "forget": return [["is no longer managed, and what is live stays as it is"]];
		case "update":
		case "describe": return [...ownerClause(view), ...silent ? stayingClause(view) : []];
	}
}
/** With what is left counted as in the table. */
function gainsPhrase(gains) {
	const { told, rest } = shownOf(gains);
	return [...listed(told, ACCESS_SHOWN), ...rest.flatMap((phrase) => [" ", ...phrase])];
}
/** Who answers for it from now on is said even where access changes as well. */
function ownerClause({ change: { metadata } }) {
	const [before, after] = [metadata.before?.owner ?? null, metadata.after?.owner ?? null];
	if (metadata.before === null || metadata.after === null || before === after) return [];
	const named = (owner) => owner === null ? ["nobody"] : [data(owner)];
	return [[
		"passes from ",
		...named(before),
		" to ",
		...named(after)
	]];
}
function stayingClause(view) {
	const others = editedProperties(view).filter((property) => property !== "owner");
	if (others.length === 0) return [["its access stays"]];
	return [[
		"changes in ",
		...propertiesPhrase(others),
		", and its access stays"
	]];
}
/** Few by name, many by their number: what ends needs less of a reader's minute than what begins. */
function lossesPhrase(losses) {
	if (losses.length > LOSSES_SHOWN) {
		const permissions = losses.reduce((sum, line) => sum + line.permissions, 0);
		const resources = new Set(losses.flatMap((line) => line.resources));
		return [`${count(permissions, "permission")} on ${count(resources.size, "resource")}`];
	}
	return listed(losses.map(({ phrase }) => phrase), LOSSES_SHOWN);
}
function propertiesPhrase(properties) {
	return listed(properties.map((property) => [data(property)]), PROPERTIES_SHOWN);
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
	const what = word === "" ? propertiesPhrase(editedProperties(view)) : [word];
	return [`${blocked}${asked}`, ...what];
}
/** The column `risk`: what tells most, in the order of the assessment. */
function riskPhrase(view) {
	const { level, reasons } = view.assessment.risk;
	const kept = reasons.length > REASONS_SHOWN ? reasons.slice(0, 2) : reasons;
	const left = reasons.length - kept.length;
	return [
		`${level}: `,
		...kept.flatMap(({ message }, index) => [index === 0 ? "" : "; ", said(message.replace(/\.$/u, ""))]),
		...left === 0 ? [] : [`; and ${count(left, "more reason")}`]
	];
}
/** Cells `gains` and `loses`: each thing to say a line. */
function accessCell(lines) {
	const { told, rest } = shownOf(lines);
	return [...told, ...rest];
}
/** What there is room for, and how many permissions are left. */
function shownOf(lines) {
	const kept = lines.length <= ACCESS_SHOWN ? lines : lines.slice(0, 3);
	const left = lines.slice(kept.length).reduce((sum, { permissions }) => sum + permissions, 0);
	return {
		told: kept.map(({ phrase }) => phrase),
		rest: kept.length === lines.length ? [] : [[`and ${count(left, "more permission")}`]]
	};
}
/** The columns `risk`, `what changes`, `gains` and `loses`, each thing to say a line. */
function tableCells(view) {
	return [
		[riskPhrase(view)],
		[whatPhrase(view)],
		[...accessCell(gainLines$1(view)), ...accessCell(heldLines(view))],
		[...accessCell(lossLines(view)), ...accessCell(keptLines(view))]
	];
}

// src/render/exceptions.ts
const PLACE_SHOWN$1 = 160;
const NAMES_SHOWN$1 = 8;
function exceptionLines({ assessment: { exceptions: notes }, naming }, budget) {
	if (notes.length === 0) return [];
	const isUsed = ({ code }) => code === "exception-used";
	const sorted = [...notes.filter(isUsed), ...notes.filter((note) => !isUsed(note))];
	return [
		"**Exceptions**",
		"",
		...fit(sorted, budget, (note) => `- ${markdown(exceptionPhrase(note, naming))}`, (left) => `- … and ${count(left, "more exception")}.`)
	];
}
function exceptionPhrase(note, naming) {
	if (note.code === "exception-invalid") return [
		"warning: an exception does not count: ",
		said(note.message),
		...ends(note.code, note.location)
	];
	const { code, name, rule, until, daysLeft, owner, reason, location } = note;
	const which = [
		data(name),
		" to ",
		data(rule)
	];
	switch (code) {
		case "exception-used": {
			const left = daysLeft === 0 ? "its last day" : count(daysLeft, "more day");
			return [
				...[
					strong("lifted"),
					": ",
					data(rule),
					" for ",
					...identities(note, naming),
					" until ",
					data(until)
				],
				` (${left}), for which `,
				data(owner),
				" answers: ",
				said(reason),
				...ends(name, location)
			];
		}
		case "exception-unused": return [
			"warning: ",
			...which,
			" is not needed for ",
			...identities(note, naming),
			...ends(code, location)
		];
		case "exception-expired": return [
			"warning: ",
			...which,
			" ended with ",
			data(until),
			" for ",
			...identities(note, naming),
			...ends(code, location)
		];
		case "exception-too-long": {
			const why = [
				": its end, ",
				data(until),
				", is too far ahead"
			];
			return [
				"warning: ",
				...which,
				" does not count for ",
				...identities(note, naming),
				...why,
				...ends(code, location)
			];
		}
	}
}
function identities({ addresses, more }, naming) {
	const names = addresses.slice(0, NAMES_SHOWN$1).map(naming);
	const others = addresses.length - names.length + more;
	return others === 0 ? listed(names, NAMES_SHOWN$1) : [...listed(names, NAMES_SHOWN$1), ` and ${others} more`];
}
function ends(name, { path, line }) {
	return [
		" (",
		data(name),
		", ",
		data(`${path}:${line}`, PLACE_SHOWN$1),
		")"
	];
}
/** A rule that denies, and not what nobody can tell. */
function canBeExcepted({ code, effect, rule }) {
	return effect === "deny" && rule !== void 0 && isRule(code);
}
/** @param ended whether what stands before it ends a sentence */
function exceptionAsk({ code, rule }, ended) {
	const ask = rule?.comply === null ? "Change this, or ask" : "Or ask";
	return [`${ended ? "" : "."} ${ask} for an exception to `, data(code)];
}

// src/render/next.ts
const NEXT = new Map(CORE_CODES.flatMap(({ codes }) => Object.entries(codes).map(([code, { next }]) => [code, next])));
/** What to do about it, as the table of reason codes says; nothing for a code that a provider or a policy brings. */
function nextPhrase(code) {
	const next = NEXT.get(code);
	return next === void 0 ? [] : [` ${next}`];
}

// src/core/own-source.ts
const SPECIAL = /[\\^$.*+?()[\]{}|]/gu;
/** What a source's own resources and addresses begin with, as another text has it. */
function ownedBy(source, instead) {
	const name = source.replace(SPECIAL, String.raw`\$&`);
	const [beginning, within] = [new RegExp(`^${name}(?=[:/]|$)`, "u"), new RegExp(`(?<![\\w./:-])${name}(?=[:/])`, "gu")];
	const put = () => instead;
	return {
		resource: (text) => text.replace(beginning, put),
		sentence: (text) => text.replace(within, put)
	};
}

// src/core/alike.ts
/**
* Changes that are the same in several sources, of identities with the same kind and name: each group in the order of the list,
* and by its first member. Whatever a reviewer is shown of one of them is what would be shown of the others, but for the source.
*/
function alike(changes) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of changes) {
		const key = hashJson(likeness(one));
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return [...groups.values()];
}
/** Everything but the source, and which object it is there. */
function likeness({ change, assessment }) {
	const { kind, name } = parseAddress(change.address);
	const own = change.address.slice(0, change.address.indexOf("/"));
	const { action, before, after, irreversible, blocked } = change;
	const named = ownedBy(own, "\0");
	const { expansions } = assessment;
	const said = (reasons) => reasons.map((reason) => ({
		...reason,
		message: named.sentence(reason.message)
	}));
	const risk = {
		...assessment.risk,
		reasons: said(assessment.risk.reasons)
	};
	const notes = said(assessment.notes);
	const impersonal = ({ action, resource, path, power }) => ({
		action,
		resource: named.resource(resource),
		path,
		power
	});
	const steps = change.steps.map(({ id, dependsOn, ...step }) => ({
		...step,
		id: within(id, own),
		dependsOn: dependsOn.map((one) => within(one, own))
	}));
	const metadata = [change.metadata.before, change.metadata.after].map((one) => one && relative(one, own));
	const access = {
		gains: assessment.gains.map(impersonal),
		loses: assessment.loses.map(impersonal)
	};
	return {
		kind,
		name,
		action,
		metadata,
		before,
		after,
		steps,
		irreversible: said(irreversible),
		blocked: said(blocked),
		risk,
		expansions,
		notes,
		...access
	};
}
/** Plans of earlier versions name no dependencies. */
function relative({ dependsOn, ...rest }, source) {
	return {
		...rest,
		dependsOn: (dependsOn ?? []).map((one) => within(one, source))
	};
}
/** No address begins with a slash, so that one without its source is none of another source. */
function within(address, source) {
	return address.startsWith(`${source}/`) ? address.slice(source.length) : address;
}

// src/render/groups.ts
const SOURCES_SHOWN = 6;
/** No source can be called so. */
const EACH = "(each)";
const known = /* @__PURE__ */ new WeakMap();
/** In the order of their first members. */
function groupsOf(view) {
	const groups = known.get(view) ?? grouped(view.changes);
	known.set(view, groups);
	return groups;
}
function grouped(changes) {
	if (new Set(changes.map(({ source }) => source)).size <= 1) return changes.map(alone);
	const groups = alike(changes).flatMap(([first, ...rest]) => rest.length === 0 ? [alone(first)] : together([first, ...rest]));
	const order = new Map(changes.map((change, index) => [change, index]));
	return groups.toSorted((left, right) => (order.get(left.views[0]) ?? 0) - (order.get(right.views[0]) ?? 0));
}
function alone(view) {
	return {
		views: [view],
		shown: view
	};
}
/** Those of which everything that is told in sentences and rows is the same, too. */
function together(views) {
	return [...Map.groupBy(views, (view) => {
		const one = neutral(view, [view]);
		return [changeSentence({
			...one,
			who: []
		}), ...tableCells(one).flat()].map((phrase) => markdown(phrase)).join("\n");
	}).values()].flatMap(([first, ...rest]) => {
		if (first === void 0) return [];
		return rest.length === 0 ? [alone(first)] : [{
			views: [first, ...rest],
			shown: neutral(first, [first, ...rest])
		}];
	});
}
/** The change without the name of its source, but for whose it is. */
function neutral(view, views) {
	const own = ownedBy(view.source, EACH);
	const reason = (one) => ({
		...one,
		message: own.sentence(one.message)
	});
	const permission = (one) => ({
		...one,
		resource: own.resource(one.resource)
	});
	const block = (one) => ({
		...one,
		resources: {
			...one.resources,
			names: one.resources.names.map(own.resource)
		}
	});
	const { access, assessment, change } = view;
	const sources = views.map(({ source }) => [data(source)]);
	return {
		...view,
		who: [
			...conjoined(sources, SOURCES_SHOWN),
			" · ",
			data(view.name)
		],
		change: {
			...change,
			irreversible: change.irreversible.map(reason),
			blocked: change.blocked.map(reason)
		},
		assessment: {
			...assessment,
			risk: {
				...assessment.risk,
				reasons: assessment.risk.reasons.map(reason)
			},
			notes: assessment.notes.map(reason)
		},
		access: {
			...access,
			gains: access.gains.map(permission),
			loses: access.loses.map(permission),
			blocks: access.blocks.map(block)
		}
	};
}

// src/render/headline.ts
/** The verdict in one line, before anything else is read. */
function verdictPhrase(view) {
	const { plan, assessment } = view;
	switch (view.standing) {
		case "errored": return [`${count(assessment.diagnostics.filter(({ severity }) => severity === "error").length, "error")}, nothing can be planned`];
		case "incomplete": return ["no plan yet: not everything could be read"];
		case "blocked": {
			const blocked = view.changes.filter(({ change }) => change.blocked.length > 0).length;
			return [`blocked: ${grouped$1(blocked)} of ${count(view.changes.length, "change")} cannot be applied`];
		}
		case "denied": return [`denied by policy: ${changesText(view)}`];
		case "nothing":
			if (plan.desired.length === 0) return ["nothing changes, no identity is concerned", undeclaredText(view)];
			return ["nothing changes, the live systems already are as declared", undeclaredText(view)];
		case "rules": return [`${rulesText(view)}, no identity changes`, ...needsSuffix(view)];
		case "changes": return [
			changesText(view),
			plan.governance.length > 0 ? ` and ${rulesText(view)}` : "",
			...needsSuffix(view)
		];
	}
}
function undeclaredText({ assessment }) {
	const { length } = undeclaredOf(assessment);
	return length === 0 ? "" : `; ${count(length, "identity is", "identities are")} live and undeclared`;
}
/** How many identities, and in how many ways: each is a row of the table. */
function changesText(view) {
	const [identities, ways] = [view.changes.length, groupsOf(view).length];
	const alike = ways === identities ? "" : ways === 1 ? " alike" : ` in ${grouped$1(ways)} ways`;
	return `${count(identities, "identity changes", "identities change")}${alike}`;
}
function rulesText(view) {
	return count(view.plan.governance.length, "rule file changes", "rule files change");
}
function needsSuffix({ assessment: { requirements } }) {
	if (requirements.length === 0) return [];
	return [", approval needed from ", ...conjoined(namesOf(requirements), 4)];
}
function namesOf(requirements) {
	const named = byChoice(requirements, ({ choice }) => choice).map((options) => {
		const names = options.map((option) => option.map(({ of, permission = null }) => ({
			of,
			permission
		})));
		return [JSON.stringify(names), eitherPhrase(options, approverPhrase)];
	});
	return [...new Map(named).values()];
}
/** Whom a requirement names. */
function approverPhrase({ of, permission = "write" }) {
	return of === "anyone" ? [`anyone with ${permission} permission`] : [data(of)];
}
/** Options of a choice, each with all of its parts. */
function eitherPhrase(options, phrase) {
	return options.flatMap((option, index) => [...index === 0 ? [] : [", or "], ...option.flatMap((part, place) => [...place === 0 ? [] : [" and "], ...phrase(part)])]);
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
	const open = groupsOf(view).filter(({ shown }) => shown.change.blocked.length === 0);
	const most = open.length > SENTENCES ? SENTENCES / 2 : SENTENCES;
	return fit(open, budget, ({ shown }) => bullet([...changeSentence(shown), "."]), (left) => restLine(open.slice(open.length - left)), most);
}
/** With a heading of its own where lists come before it: Markdown would make one list of both. */
function leadSection(lead, before) {
	return lead.length === 0 || before.every((lines) => lines.length === 0) ? lead : [
		"**What changes**",
		"",
		...lead
	];
}
function restLine(groups) {
	const left = groups.flatMap(({ views }) => views);
	const actions = [...Map.groupBy(left, ({ change }) => change.action)].map(([action, members]) => `${action} ${grouped$1(members.length)}`);
	return `- … and ${count(left.length, "more identity", "more identities")}: ${actions.join(", ")}.`;
}
/** Everything that is gained, told once for all identities: only needed where the sentences do not reach. */
function gainLines(view, budget) {
	const gaining = view.changes.filter((change) => gainCount(change) > 0);
	if (view.changes.length <= SENTENCES || gaining.length === 0) return [];
	const gains = gaining.map(({ access }) => access.gains);
	const total = gaining.reduce((sum, change) => sum + gainCount(change), 0);
	const heading = `**Access gained**: ${count(total, "permission")} by ${count(gaining.length, "identity", "identities")}`;
	const shared = [...sharedAccess(gains).map(({ group, identities }) => ({
		phrase: accessPhrase(group),
		identities
	})), ...view.effective.blocks("changed", "gained").map((block) => ({
		phrase: blockPhrase(block),
		identities: block.principals.count
	}))];
	const line = ({ phrase, identities }) => bullet([`${count(identities, "identity", "identities")}: `, ...phrase]);
	return [
		heading,
		"",
		...fit(shared, budget, line, (left) => `- … and access to ${count(left, "more resource")}.`)
	];
}
/** Each kind of effect that cannot be taken back, with the identities it hits. */
function irreversibleLines({ changes }, budget) {
	const hit = sharedReasons(changes.map(({ change, who }) => ({
		who,
		reasons: change.irreversible
	})));
	if (hit.length === 0) return [];
	return [
		"**Cannot be taken back**",
		"",
		...reasonLines(hit, budget, "! ")
	];
}
function blockedLines({ changes }, budget) {
	const hit = sharedReasons(changes.map(({ change, who }) => ({
		who,
		reasons: change.blocked
	})));
	if (hit.length === 0) return [];
	return [
		"**Blocked**: nothing is applied until this is mended",
		"",
		...reasonLines(hit, budget, "! ", nextPhrase)
	];
}
/** What to know about identities besides what happens to them. */
function noteLines({ changes }, budget) {
	const hit = sharedReasons(changes.map(({ who, assessment: { notes } }) => ({
		who,
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
	const pairs = changes.flatMap(({ who, reasons }) => reasons.map((reason) => ({
		reason,
		who
	})));
	return [...Map.groupBy(pairs, ({ reason }) => JSON.stringify([
		reason.code,
		reason.message,
		reason.pointer ?? null
	])).values()].flatMap((members) => {
		const [first] = members;
		return first === void 0 ? [] : [{
			reason: first.reason,
			names: members.map(({ who }) => who)
		}];
	});
}
function reasonLines(reasons, budget, mark, next = () => []) {
	const line = ({ reason, names }) => bullet([
		mark,
		...names.length === 1 ? [] : [`${count(names.length, "identity", "identities")}: `],
		...listed(names, NAMES_SHOWN),
		": ",
		said(reason.message),
		...reason.pointer === void 0 ? [] : [" at ", data(reason.pointer)],
		" (",
		data(reason.code),
		")",
		...next(reason.code)
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
		...fit(byChoice(requirements, ({ choice }) => choice), budget, (options) => bullet(requirementPhrase(options)), (left) => `- … and ${count(left, "more requirement")}.`)
	];
}
/** A requirement, or the options of a choice, which all have the same reason. */
function requirementPhrase(options) {
	const [first] = options.flat();
	if (first === void 0) return [];
	const { distinct, confirm, reason, code } = first;
	return [
		...eitherPhrase(options, approvalsPhrase),
		": ",
		said(reason),
		distinct ? "; distinct people" : "",
		confirm ? "; quoting the code" : "",
		" (",
		data(code),
		")"
	];
}
function approvalsPhrase(requirement) {
	const { of, people, count: wanted, permission } = requirement;
	return [
		`${count(wanted, "approval")} from `,
		...approverPhrase(requirement),
		...people === null || permission !== void 0 || isItself(of, people) ? [] : [
			" (",
			...listed(people.map((login) => [data(login)]), PEOPLE_SHOWN),
			")"
		]
	];
}
function isItself(of, people) {
	return people.length === 1 && people[0]?.toLowerCase() === of.toLowerCase();
}
function policyLines({ assessment: { findings }, naming }, budget) {
	if (findings.length === 0) return [];
	const sorted = [...findings.filter(({ effect }) => effect === "deny"), ...findings.filter(({ effect }) => effect === "warn")];
	return [
		"**Policy**",
		"",
		...fit(sorted, budget, (finding) => bullet(findingPhrase(finding, naming)), (left) => `- … and ${count(left, "more finding")}.`)
	];
}
function findingPhrase(finding, naming) {
	const { code, effect, address, message, rule } = finding;
	const comply = rule?.comply ?? null;
	const beside = [rule === void 0 ? [] : [data(`${rule.location.path}:${rule.location.line}`, PLACE_SHOWN)], ...(rule?.controls ?? []).slice(0, CONTROLS_SHOWN).map((control) => [data(control)])].filter((part) => part.length > 0);
	const name = canBeExcepted(finding) ? [
		...exceptionAsk(finding, endsSentence(comply ?? message)),
		" (",
		...listed(beside, Infinity),
		")"
	] : [
		" (",
		...listed([[data(code)], ...beside], Infinity),
		")"
	];
	return [
		effect === "deny" ? strong("denied") : "warning",
		...address === null ? [] : [" on ", ...naming(address)],
		": ",
		said(message),
		...comply === null ? [] : [endsSentence(message) ? " " : ". ", said(comply)],
		...name
	];
}
/** A rule's message may be half a sentence, as a value is that it ends in. */
function endsSentence(text) {
	return /[.!?…]["')\]]?\s*$/u.test(text);
}
const PLACE_SHOWN = 160;
const CONTROLS_SHOWN = 5;

export { othersLines as A, sufficesSomehow as B, riskPhrase as C, heldLines as D, gainLines$1 as E, accessPhrase as F, viewOf as G, identityOf as H, groupAccess as I, pathOf as K, byChoice as L, editsOf as M, placesPhrase as N, keptLines as O, stepLine as P, spareSomehow as R, changeSentence as S, whatPhrase as T, nameWithSource as U, denialText as V, undeclaredOf as W, alike as _, irreversibleLines as a, exceptionPhrase as b, needLines as c, requirementPhrase as d, takenInLines as f, groupsOf as g, verdictPhrase as h, governanceLines as i, othersPhrases as j, lossLines as k, noteLines as l, eitherPhrase as m, findingPhrase as n, leadLines as o, approverPhrase as p, pathText as q, gainLines as r, leadSection as s, blockedLines as t, policyLines as u, nextPhrase as v, tableCells as w, accessCell as x, exceptionLines as y, standingsOf as z };