import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { i as parseAddress, t as compareText } from "./address.js";
import { n as hashJson } from "./digest.js";
import { a as sameLeaf, c as withoutLeaf, d as patternMark, i as patternsOf, l as isPatternMark, n as escapePointer, o as unescapePointer, r as leavesOf, s as withLeaf, t as differences } from "./leaves.js";
import { d as adoptionOf, f as claimMend, l as AssessedAccess, m as newlyAdopted, p as claimReason, u as adoptionNote } from "./requirements.js";
import { t as didYouMean } from "./suggest.js";
import { t as NOTHING_SAID } from "./set.js";
import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as basisText } from "./basis.js";
import { r as assessedCredentials } from "./credentials.js";
import { a as withoutFollowing, i as undeclaredDependencies, n as outsideBoundaries, t as lettingGo } from "./outside.js";
import { a as tagsReached, c as losesText, d as some, f as accessDelta, i as grantsText, l as pathsText, n as joined, o as escalationReasons, r as riskOf, s as gainsText, u as count } from "./risk.js";
import { n as riskFacts, t as itself } from "./facts.js";
import { i as KINDS, n as withinRoom, o as untoldIn } from "./room.js";
import { a as isWhollyUnread, n as readEstates, o as isWithheld, t as lookUp } from "./read-live.js";
import { n as declaredIn } from "./mention.js";
import { t as plannedAccess } from "./planned.js";

// src/core/scope.ts
/** The addresses that are planned, sorted; pure in the two desired states. */
function scopeOf(base, head, extent) {
	const before = byAddress(base.identities);
	const after = byAddress(head.identities);
	const { requests, diagnostics } = requestsOf(base, head);
	const identities = [.../* @__PURE__ */ new Set([
		...before.keys(),
		...after.keys(),
		...requests.keys()
	])].sort(compareText).map((address) => scoped(address)).filter((identity) => extent === "everything" || identity.request !== null || identity.base?.hash !== identity.head?.hash);
	return {
		identities,
		diagnostics: [...diagnostics, ...identities.flatMap(misdirected)]
	};
	function scoped(address) {
		return {
			address,
			base: before.get(address) ?? null,
			head: after.get(address) ?? null,
			request: requests.get(address) ?? null
		};
	}
}
/** The plan's record of inputs: hashes of parsed values, so that files may move and be reformatted. */
function desiredOf(scope) {
	return scope.map(({ address, base, head }) => ({
		address,
		base: base?.hash ?? null,
		head: head?.hash ?? null
	}));
}
function requestsIn(scope) {
	return scope.flatMap(({ address, request }) => request === null ? [] : [{
		address,
		verb: request.verb
	}]);
}
function byAddress(identities) {
	return new Map(identities.map((identity) => [identity.address, identity]));
}
function requestsOf(base, head) {
	const merged = new Map(base.reconciliations.map((document) => [document.name, document]));
	const requests = /* @__PURE__ */ new Map();
	const diagnostics = [];
	for (const document of head.reconciliations) {
		const known = merged.get(document.name);
		if (known !== void 0) {
			if (known.hash !== document.hash) diagnostics.push(changedRecord(document));
			continue;
		}
		for (const address of document.addresses) {
			if (requests.has(address)) diagnostics.push(requestedTwice(document, address));
			requests.set(address, {
				verb: document.verb,
				onRemove: document.onRemove
			});
		}
	}
	return {
		requests,
		diagnostics
	};
}
/** A merged Reconciliation is the record of who asked for what: it never changes, and a new wish is a new document. */
function changedRecord(document) {
	return {
		code: "reconciliation-changed",
		severity: "error",
		cause: `The Reconciliation ${document.name} is already merged and was edited.`,
		mend: "Restore it and add a new Reconciliation document under another name.",
		location: document.location
	};
}
function requestedTwice(document, address) {
	return {
		code: "reconciliation-duplicate",
		severity: "error",
		cause: `More than one added Reconciliation names ${address}.`,
		mend: "Name each address in one Reconciliation of a pull request.",
		location: document.location,
		address
	};
}
function misdirected({ address, head, base, request }) {
	if (request === null) return [];
	if (request.verb === "remove" && head !== null) return [wrongVerb(address, "remove", "is declared", "Delete its document instead; what happens then is said by onRemove.")];
	if (request.verb === "remove" && base !== null) return [wrongVerb(address, "remove", "loses its document in the same pull request", "Leave the Reconciliation out.")];
	if (request.verb === "correct" && head === null) return [wrongVerb(address, "correct", "is not declared", "Declare it, or use the verb remove.")];
	if (request.verb === "rotate") return [wrongVerb(address, "rotate", "is of a kind without credentials that can be rotated", "Leave the Reconciliation out.")];
	return [];
}
function wrongVerb(address, verb, why, mend) {
	return {
		code: "reconciliation-misdirected",
		severity: "error",
		cause: `A Reconciliation asks to ${verb} ${address}, which ${why}.`,
		mend,
		address
	};
}

// src/core/own-errors.ts
/**
* The errors in `after` that keep a change from being planned or applied. Those that stood before it just so are not its
* own, unless they are about what it is about. All are, where something is declared no longer: what cannot be read may declare it.
*/
function ownErrors(before, after, scope) {
	const errors = after.diagnostics.filter(({ severity }) => severity === "error");
	if (scope.some(({ head }) => head === null)) return errors;
	const known = new Set(before.diagnostics.map(keyOf$1));
	const addresses = new Set(scope.map(({ address }) => address));
	const documents = scope.flatMap(({ base, head }) => [base, head].filter((one) => one !== null));
	const paths = new Set(documents.flatMap(({ origins }) => origins.map(({ path }) => path)));
	return errors.filter((error) => {
		const places = [error.location, ...error.related ?? []].filter((place) => place !== void 0);
		return error.address !== void 0 && addresses.has(error.address) || places.some(({ path }) => paths.has(path)) || error.location === void 0 || !known.has(keyOf$1(error));
	});
}
/** A file that is left as it was has the same errors at the same places. */
function keyOf$1({ code, cause, location, address }) {
	return JSON.stringify([
		code,
		cause,
		location,
		address
	]);
}

// src/core/apply/permitted.ts
/**
* Null unless some rules' source no longer lets a plan be executed that was made when it did: gone, in another mode, or of
* another reach.
*/
function forbiddenBy(configuration, plan, assessed, providers) {
	for (const change of plan.changes) {
		const reason = forbids(configuration, change, assessed, providers);
		if (reason !== null) return reason;
	}
	return null;
}
/** Of one change of the plan. */
function forbids(configuration, change, assessed, providers) {
	if (change.steps.length === 0) return null;
	const name = parseAddress(change.address).source;
	const source = configuration.sources.find((candidate) => candidate.name === name);
	const provider = providers.get(source?.provider ?? "");
	if (source === void 0 || provider === void 0) return {
		code: "source-gone",
		message: `The source ${name} of ${change.address} is no longer configured.`
	};
	if (source.mode === "observe") return {
		code: "source-observed",
		message: `The source ${name} is only observed now: nothing is executed there.`
	};
	const loses = assessed.some(({ address, loses: lost }) => address === change.address && lost.length > 0);
	if (source.mode === "additive" && (removes$1(change) || loses)) return {
		code: "source-not-authoritative",
		message: `The source ${name} is in mode additive now, and ${change.address} would lose something.`
	};
	return provider.outside(source, change);
}
function removes$1({ action }) {
	return action === "delete" || action === "disable" || action === "replace";
}

// src/core/risk/held.ts
/**
* Says of what is given directly how much was held before, of what is taken how much is held all the same, and counts both as they
* are shown. What asks for it stays, with its code and level: what is given directly outlives the way by which it was held.
* @param own what is shown of the same change
*/
function reworded(risk, { gains, loses }, own) {
	const used = gains.filter(isUsed);
	const given = told$1(own.gains.filter(isUsed), own.blocks.filter(isUsed), "gained");
	const taken = told$1(own.loses, own.blocks, "lost");
	const [before, after] = [heldIn(used, own.blocks, "repeated"), heldIn(loses, own.blocks, "kept")];
	const reasons = risk.reasons.map((reason) => {
		if (reason.code === "widens-access" && reason.message === gainsText(used.length)) return {
			...reason,
			message: givenText(given, before) ?? reason.message
		};
		if (reason.code === "narrows-access" && reason.message === losesText(loses.length)) return {
			...reason,
			message: takenText(taken, after) ?? reason.message
		};
		return reason;
	});
	return {
		...risk,
		reasons
	};
}
function isUsed({ power }) {
	return power === "use";
}
/** How many are shown of what is held by the identity's own, such as what a pattern of actions stands for; each other way is a reason by itself. */
function told$1(direct, blocks, kind) {
	return blocks.filter(({ kind: one, way }) => one === kind && way.basis === "grant" && way.through.length === 0).reduce((sum, { resources, actions }) => sum + resources.count * actions.count, direct.length);
}
function heldIn(permissions, blocks, kind) {
	const found = blocks.filter((block) => block.kind === kind).map(({ actions, resources, way, instead }) => {
		const [all, places] = [new Set(actions.names), new Set(resources.names)];
		return {
			held: permissions.filter(({ action, resource }) => all.has(action) && places.has(resource)),
			way: instead ?? way
		};
	}).filter(({ held }) => held.length > 0);
	if (found.length === 0) return null;
	return {
		permissions: new Set(found.flatMap(({ held }) => held)).size,
		ways: waysText(found.map(({ way }) => way))
	};
}
function givenText(anew, before) {
	if (before === null) return anew === 0 ? null : gainsText(anew);
	const given = `is given ${count(before.permissions, "permission")} that it held already ${before.ways}`;
	return anew === 0 ? given : `${gainsText(anew)}, and ${given}`;
}
function takenText(ended, after) {
	if (after === null) return ended === 0 ? null : losesText(ended);
	const kept = `is no longer given ${count(after.permissions, "permission")} that it holds still ${after.ways}`;
	return ended === 0 ? kept : `${losesText(ended)}, and ${kept}`;
}
/** `through readers, writers and as owner`: the nearest of each way. */
function waysText(ways) {
	const roles = ways.flatMap(({ through: [nearest] }) => nearest === void 0 ? [] : [nameOf$1(nearest)]);
	const others = ways.flatMap(({ through, basis }) => through.length > 0 ? [] : [basisText(basis) ?? "by itself"]);
	return [...roles.length === 0 ? [] : [`through ${some(roles)}`], ...new Set(others)].join(" and ");
}
function nameOf$1(address) {
	return parseAddress(address).name.join("/");
}

// src/core/risk/unknown.ts
/**
* Where effective access is not known, and a change may give more than its own gains say. Pure.
* @param provider null, or one without a model: what the change may do nobody can tell
*/
function unknownReasons(change, access, provider) {
	if (!untoldIn(access).has(parseAddress(change.address).source) || change.steps.length === 0 || provider?.access?.mayWiden(change) === false) return [];
	return [{
		level: "medium",
		code: "access-unknown",
		message: "may widen access, and what it does in effect is not known"
	}];
}

// src/core/spec-units.ts
/** @param schema of the spec, which says what is a map: of its keys each is by itself */
function unitsOf(spec, schema) {
	return Object.entries(spec).flatMap(([name, value]) => {
		const property = `/spec/${escapePointer(name)}`;
		return unitsAt({
			pointer: property,
			member: null,
			value,
			schema: schemaOf(schema, name),
			whole: holding(name)
		}).map((unit) => ({
			...unit,
			property
		}));
	});
}
function holding(name) {
	return (value) => ({ [name]: value });
}
function unitsAt(spot) {
	const { pointer, value, whole, member } = spot;
	if (Array.isArray(value)) return value.map((entry, index) => ({
		pointer: `${pointer}/${index}`,
		list: pointer,
		member,
		spec: whole([entry])
	}));
	const inner = isJsonObject(value) ? innerSpots(value, spot) : [];
	return inner.length === 0 ? [{
		pointer,
		list: pointer,
		member,
		spec: whole(value)
	}] : inner.flatMap(unitsAt);
}
/** Of a map each entry, of another object what is a list or an object; what is neither goes with each of them. */
function innerSpots(value, { pointer, member, schema, whole }) {
	const isMap = isJsonObject(schema?.["additionalProperties"]);
	if (!isMap && !isJsonObject(schema?.["properties"])) return [];
	const kept = isMap ? {} : withoutContainers(value, schema);
	return Object.entries(value).filter(([, inner]) => isMap || isContainer(inner)).map(([key, inner]) => {
		const at = `${pointer}/${escapePointer(key)}`;
		return {
			pointer: at,
			member: isMap ? at : member,
			value: inner,
			schema: schemaOf(schema, key),
			whole: (part) => whole({
				...kept,
				[key]: part
			})
		};
	});
}
function withoutContainers(value, schema) {
	const required = schema?.["required"];
	const isRequired = (key) => Array.isArray(required) && required.includes(key);
	return Object.fromEntries(Object.entries(value).filter(([key, inner]) => isRequired(key) || !isContainer(inner)));
}
function isContainer(value) {
	return typeof value === "object" && value !== null;
}
function schemaOf(schema, key) {
	const properties = schema?.["properties"];
	const own = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : schema?.["additionalProperties"];
	return isJsonObject(own) ? own : null;
}

// src/core/places.ts
/**
* Where a document declares what differs, and where it grants what is gained. Which entry of a list an attribute comes from is not
* taken from any provider's word: each entry is put into the normal form by itself, and whoever makes the attribute declares it.
* @param head the document at the head; null where it was removed, so that only a property of the base can be shown
*/
function placesOf(change, head, source, { gains, locate }) {
	const found = differences(change.before, change.after);
	if (found.length === 0) return {
		locations: {},
		widensAt: []
	};
	const units = head === null ? [] : declaringUnits(head, source);
	const { words = {} } = kindOf(source, parseAddress(change.address).kind) ?? {};
	return {
		locations: locationsOf(found, units, locate, words),
		widensAt: widenings(change, units, source, gains, locate)
	};
}
function declaringUnits({ kind, spec, address }, source) {
	const schema = kindOf(source, kind)?.specSchema ?? {};
	return unitsOf(spec, schema).flatMap((unit) => {
		const attributes = normalizedAlone(kind, unit.spec, address, source);
		return attributes === null ? [] : [{
			...unit,
			attributes,
			leaves: leavesOf(attributes)
		}];
	});
}
function kindOf({ provider }, kind) {
	return provider.kinds.find((definition) => definition.kind === kind);
}
/** Null for what means nothing without the rest of its document. */
function normalizedAlone(kind, spec, address, { configuration, provider, live }) {
	const { name, mode } = configuration;
	try {
		return provider.normalize(kind, spec, {
			source: name,
			address,
			mode,
			live,
			resolve: (reference) => reference
		});
	} catch (error) {
		if (error instanceof CountersignError) return null;
		throw error;
	}
}
function locationsOf(found, units, locate, words) {
	const declaring = new Map(found.map(({ pointer }) => [pointer, []]));
	for (const unit of units) for (const [pointer, value] of unit.leaves) declaring.get(pointer)?.push({
		unit,
		value
	});
	const sizes = new Map([...Map.groupBy(units, ({ list }) => list)].map(([list, all]) => [list, all.length]));
	const holders = holdersOf(units);
	const placed = found.flatMap((difference) => {
		const location = locate(declaredAt(difference, declaring.get(difference.pointer) ?? [], sizes) ?? heldAt(difference.pointer, holders) ?? propertyOf(difference.pointer, words));
		return location === null ? [] : [[difference.pointer, location]];
	});
	return Object.fromEntries(placed);
}
/** Null: no part of the document declares it. */
function declaredAt({ after }, among, sizes) {
	const exact = among.find(({ value }) => sameLeaf(value, after)) ?? among[0];
	if (exact === void 0) return null;
	const { pointer, list } = exact.unit;
	const ofList = among.filter(({ unit }) => unit.list === list).length;
	return ofList > 1 && ofList === sizes.get(list) ? list : pointer;
}
/** Keys of a list's member, below its attribute and `values`, and of what it holds. */
const [MEMBER, PART] = [3, 4];
/** By what is above its leaves, which part declares something there: of a member of a list, and of what that holds. */
function holdersOf(units) {
	const holders = /* @__PURE__ */ new Map();
	for (const unit of units) for (const leaf of unit.leaves.keys()) {
		const keys = leaf.split("/");
		for (let length = MEMBER; length < keys.length - 1; length += 1) {
			const above = keys.slice(0, length + 1).join("/");
			const known = holders.get(above) ?? /* @__PURE__ */ new Set();
			holders.set(above, known.add(length >= PART ? unit.pointer : unit.member));
		}
	}
	return holders;
}
/** Of what goes: the part that declares what it was a part of; null: there is none, or several. */
function heldAt(pointer, holders) {
	for (let above = pointer; above !== ""; above = above.slice(0, above.lastIndexOf("/"))) {
		const [place = null, ...others] = holders.get(above) ?? [];
		if (place !== null && others.length === 0) return place;
	}
	return null;
}
/** By convention the first segment of an attribute's pointer is the property of the spec that declares it, unless its kind says otherwise. */
function propertyOf(pointer, words) {
	const name = pointer.split("/")[1] ?? "";
	return `/spec/${Object.hasOwn(words, name) ? words[name] : name}`;
}
function widenings({ address }, units, { provider }, gains, locate) {
	const left = new Map(gains.map((permission, index) => [keyOf(permission), index]));
	return units.flatMap(({ pointer, attributes }) => {
		if (left.size === 0) return [];
		const granted = provider.permissions(address, attributes).flatMap((permission) => {
			const index = left.get(keyOf(permission));
			left.delete(keyOf(permission));
			return index === void 0 ? [] : [index];
		});
		const location = granted.length === 0 ? null : locate(pointer);
		return location === null ? [] : [{
			location,
			gains: granted
		}];
	});
}
function keyOf({ principal, action, resource, path, power }) {
	return JSON.stringify([
		principal,
		action,
		resource,
		path,
		power
	]);
}

// src/core/assess.ts
/** What helps to judge one change and may move by itself. `notes`: what only shows beside the plan's other changes. */
function assessChange(change, source, { head, base, configuration: { sensitive }, now }, notes) {
	const object = source.objects.get(change.address) ?? null;
	const { provider, live } = source;
	const access = accessDelta(change, provider, object, live);
	const locate = (pointer) => head.locate(change.address, pointer) ?? base.locate(change.address, pointer);
	const document = documentOf(change.address, head.state);
	const [, ...besides] = (document ?? documentOf(change.address, base.state))?.origins ?? [];
	const { kind } = parseAddress(change.address);
	const { words } = provider.kinds.find((definition) => definition.kind === kind) ?? {};
	return {
		address: change.address,
		risk: riskOf(riskFacts({
			change,
			access,
			provider,
			source: source.configuration,
			live,
			object,
			sensitive,
			now
		})),
		...access,
		expansions: change.after === null ? {} : provider.expansions(change.after, live),
		location: locate(""),
		...besides.length === 0 ? {} : { besides },
		...words === void 0 ? {} : { words },
		...placesOf(change, document, source, {
			gains: access.gains,
			locate
		}),
		notes: [
			...observedOnly(source),
			...ofAnotherTool(change, object),
			...nothingThere(change, source, head.state),
			...notes
		],
		...object?.credentials === void 0 ? {} : { credentials: assessedCredentials(object.credentials, now) }
	};
}
function observedOnly({ configuration: { mode, name } }) {
	if (mode !== "observe") return [];
	return [{
		code: "observed-only",
		message: `The source ${name} is only observed: nothing is executed.`
	}];
}
/** Where it is not blocked already. */
function ofAnotherTool({ metadata, blocked }, object) {
	const note = adoptionNote(adoptionOf(object, metadata), newlyAdopted(metadata));
	return note === null || blocked.some(({ code }) => code === note.code) ? [] : [note];
}
/** Who asks for the end of what nobody declares may have misspelt what is to end. */
function nothingThere({ address, metadata, action }, { objects }, { identities }) {
	if (action !== "forget" || metadata.before !== null || metadata.after !== null || objects.has(address)) return [];
	const { source, kind, name } = parseAddress(address);
	const others = [...objects.keys(), ...identities.map((identity) => identity.address)].map(parseAddress).filter((other) => other.source === source && other.kind === kind).map((other) => other.name.join("/"));
	return [{
		code: "nothing-removed",
		message: `Nothing of this name is live, and no document declares it, so nothing is removed. ${didYouMean(name.join("/"), others)}`.trim()
	}];
}
/** Looked up as in the sorted list that it is: a plan has as many changes as there may be documents. */
function documentOf(address, { identities }) {
	let [from, to] = [0, identities.length];
	while (from < to) {
		const middle = Math.floor((from + to) / 2);
		const identity = identities[middle];
		if (identity === void 0 || identity.address === address) return identity ?? null;
		if (compareText(identity.address, address) < 0) from = middle + 1;
		else to = middle;
	}
	return null;
}

// src/core/dependents.ts
const SHOWN$1 = 3;
/** Blocks the end of what others, of any source and whether they change or not, still depend on at the head. */
function withDependents(changes, head) {
	const dependents = dependentsIn(head);
	return changes.map((change) => {
		const others = change.metadata.after === null ? dependents.get(change.address) ?? [] : [];
		return others.length === 0 ? change : {
			...change,
			blocked: [...change.blocked, dependedOn(others)]
		};
	});
}
/** Who depends on each address, sorted as the identities are. */
function dependentsIn({ identities }) {
	const dependents = /* @__PURE__ */ new Map();
	for (const { address, metadata } of identities) for (const wanted of metadata.dependsOn) {
		const known = dependents.get(wanted);
		if (known === void 0) dependents.set(wanted, [address]);
		else known.push(address);
	}
	return dependents;
}
function dependedOn(others) {
	const more = others.length > SHOWN$1 ? ` and ${others.length - SHOWN$1} more` : "";
	return {
		code: "reference-removed",
		message: `It goes away, and ${others.slice(0, SHOWN$1).join(", ")}${more} would still depend on it.`
	};
}

// src/core/blocks.ts
/** Why a change may not be made although it could be computed. */
function blocksOf$1(scoped, source, object, change) {
	return [
		...managedElsewhere(object, change),
		...modeForbids(scoped, source, change),
		...unreadableAttributes(scoped, source, change)
	];
}
function managedElsewhere(object, change) {
	if (change.steps.length === 0 && change.blocked.length === 0) return [];
	const adoption = adoptionOf(object, change.metadata);
	const reason = claimReason(adoption);
	if (reason === null) return [];
	const mend = claimMend(adoption);
	return [mend === null ? reason : {
		...reason,
		message: `${reason.message} ${mend}`
	}];
}
function modeForbids(scoped, { configuration }, change) {
	const { name, mode } = configuration;
	if (scoped.request?.verb === "remove" && mode !== "authoritative") return [{
		code: "source-not-authoritative",
		message: `The source ${name} is in mode ${mode}, which never removes.`
	}];
	if (change.action === "replace" && mode === "additive") return [{
		code: "source-not-authoritative",
		message: `Another object would replace this one, and the source ${name} is in mode ${mode}, which never removes.`
	}];
	return [];
}
/** What could not be shown cannot be reviewed, and what seems equal may differ there. Another object in this one's place has none of it. */
function unreadableAttributes({ address }, source, change) {
	if (change.action === "forget" || source.configuration.mode === "observe") return [];
	const managed = change.action === "replace" ? null : change.after;
	return source.live.unreadable.flatMap((one) => {
		const { pointer, reason } = one;
		if (one.address !== address || pointer === null || !manages(managed, pointer)) return [];
		return [{
			code: isWithheld(one) ? "attribute-unreadable" : "attribute-unread",
			message: reason.message,
			pointer
		}];
	});
}
/** Null manages everything. A list manages also what it does not name, unless it says `others: keep`. */
function manages(after, pointer) {
	if (after === null) return true;
	const [first, ...rest] = pointer.split("/").slice(1).map(unescapePointer);
	if (first === void 0) return true;
	if (!Object.hasOwn(after, first)) return false;
	let node = after[first];
	let exhaustive = true;
	for (const segment of rest) {
		if (!isJsonObject(node)) return true;
		if (node["others"] === "keep") exhaustive = false;
		if (!Object.hasOwn(node, segment)) return exhaustive;
		node = node[segment];
	}
	return true;
}

// src/core/patterns.ts
/**
* A pattern is intent: `before` says whether the base declared it, not what it matches today, so that an object created
* tomorrow moves nothing. A pattern that the head no longer declares ends as `none`, except where nothing is ever taken away.
* @param gaps what a gap between a standing pattern and what it matches means
*/
function settlePatterns(found, guide, how) {
	const patterns = patternsOf(found);
	if (patterns.size === 0) return {
		before: found,
		after: guide.head
	};
	const declaredBefore = patternsOf(guide.base);
	const declaredAfter = patternsOf(guide.head);
	let before = found;
	let after = guide.head;
	for (const pointer of patterns.keys()) if (declaredAfter.has(pointer)) {
		const held = declaredBefore.has(pointer) && isHeld(patterns.get(pointer), how.gaps);
		before = withLeaf(before, pointer, patternMark(held ? "held" : "none"));
	} else if (how.mode === "additive") before = withoutLeaf(before, pointer);
	else {
		before = withLeaf(before, pointer, patternMark("held"));
		after = withLeaf(after, pointer, patternMark("none"));
	}
	return {
		before,
		after
	};
}
/** `closed`: whatever it matches is granted again. `shown`: a gap is drift. `standing`: the declaration is what counts. */
function isHeld(found, gaps) {
	if (gaps === "standing") return true;
	return gaps === "shown" && isPatternMark(found) && (found.state === "held" || found.state === "empty");
}

// src/core/diff.ts
const NOBODY = /* @__PURE__ */ new Set();
/** Compares one identity's wish with what is live. Pure; the same facts give the same change whatever the order of reading. */
function changeOf(scoped, source, released = NOBODY) {
	const object = source.objects.get(scoped.address) ?? null;
	const change = computed(scoped, {
		...source,
		released
	}, object);
	const blocked = blocksOf$1(scoped, source, object, change);
	return blocked.length === 0 ? change : {
		...change,
		blocked: [...change.blocked, ...blocked]
	};
}
function computed(scoped, source, object) {
	try {
		return scoped.head === null ? removal(scoped, source, object) : convergence(scoped, scoped.head, source, object);
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return unsteppedChange(scoped, scoped.head === null ? removalWish(scoped, source).kind : object === null ? "create" : "update", object, [{
			code: error.code,
			message: `${error.message} ${error.mend}`
		}]);
	}
}
function convergence(scoped, head, source, object) {
	const { mode } = source.configuration;
	if (mode === "observe") return unsteppedChange(scoped, "describe", object, []);
	const wish = normalized(head, source);
	const guide = {
		base: scoped.base?.hash === head.hash ? wish : understood(scoped.base, source),
		head: wish
	};
	if (object === null) return stepped(scoped, source, {
		action: "create",
		before: null,
		after: guide.head,
		guide,
		object,
		removal: null
	});
	const found = source.provider.project(object, guide, source.live);
	const { before, after } = settlePatterns(found, guide, {
		mode,
		gaps: scoped.request?.verb === "correct" ? "closed" : source.gaps
	});
	const changed = differences(before, after);
	if (changed.length === 0) return unsteppedChange(scoped, "describe", object, [], {
		before,
		after
	});
	return stepped(scoped, source, {
		action: changed.some(({ pointer }) => isImmutable(source.provider, object.kind, pointer)) ? "replace" : "update",
		before,
		after,
		guide: {
			base: guide.base,
			head: after
		},
		object,
		removal: null
	});
}
function removal(scoped, source, object) {
	const wish = removalWish(scoped, source);
	if (object === null || wish.kind === "forget" || source.configuration.mode === "observe") return unsteppedChange(scoped, "forget", object, []);
	if (wish.kind === "delete") return stepped(scoped, source, {
		action: "delete",
		before: source.provider.inventory(object, source.live),
		after: null,
		guide: null,
		object,
		removal: wish
	});
	const disabled = source.provider.disabled(object, source.live, source.released);
	if (disabled.kind === "blocked") return unsteppedChange(scoped, "disable", object, disabled.blocked);
	const guide = {
		base: null,
		head: disabled.after
	};
	const before = source.provider.project(object, guide, source.live);
	if (differences(before, disabled.after).length === 0) return unsteppedChange(scoped, "forget", object, []);
	return stepped(scoped, source, {
		action: "disable",
		before,
		after: disabled.after,
		guide,
		object,
		removal: wish
	});
}
/** The base version decides how an identity ends; an additive source always forgets. */
function removalWish(scoped, source) {
	if (source.configuration.mode === "additive") return { kind: "forget" };
	return scoped.base?.onRemove ?? scoped.request?.onRemove ?? { kind: "disable" };
}
function normalized(identity, source) {
	const { name, mode } = source.configuration;
	return source.provider.normalize(identity.kind, identity.spec, {
		source: name,
		address: identity.address,
		mode,
		live: source.live,
		resolve: (reference) => reference
	});
}
/** What of these is not live yet. Normal forms are made when they are asked for, each once. */
function creationsOf(heads, source) {
	const created = new Map(heads.filter(({ address }) => !source.objects.has(address)).map((head) => [head.address, head]));
	const forms = /* @__PURE__ */ new Map();
	return {
		has: (address) => created.has(address),
		get(address) {
			const head = created.get(address);
			if (head !== void 0 && !forms.has(address)) forms.set(address, understood(head, source));
			return forms.get(address);
		}
	};
}
/** A base that cannot be understood any more must not keep its own correction from being planned; it only adds patterns. */
function understood(identity, source) {
	try {
		return identity === null ? null : normalized(identity, source);
	} catch (error) {
		if (error instanceof CountersignError) return null;
		throw error;
	}
}
function stepped(scoped, source, draft) {
	const { creates, declared, released } = source;
	const { address } = scoped;
	const result = source.provider.steps({
		address,
		creates,
		declared,
		released,
		...draft
	}, source.live);
	const steps = result.steps.map((step, index) => ({
		id: `${address}#${index + 1}`,
		dependsOn: [],
		...step
	}));
	return {
		address,
		action: draft.action,
		metadata: metadataOf(scoped),
		incarnation: draft.object?.incarnation ?? null,
		before: draft.before,
		after: draft.after,
		steps,
		irreversible: result.irreversible,
		blocked: [
			...result.blocked,
			...beyond(source, {
				address,
				steps
			}, result.blocked),
			...revisits(steps)
		]
	};
}
/** What every apply would refuse is not shown as if it could be approved. Providers may have said so themselves, place by place. */
function beyond({ provider, configuration }, change, said) {
	const reason = change.steps.length === 0 ? null : provider.outside(configuration, change);
	return reason === null || said.some(({ code }) => code === reason.code) ? [] : [reason];
}
/** Steps are resumed by recognising states, so a chain must never come back to one it already left. */
function revisits(steps) {
	const states = /* @__PURE__ */ new Set();
	for (const step of steps) {
		const [expect, result] = [hashJson(step.expect), hashJson(step.result)];
		if (expect === result || states.has(result)) return [{
			code: "steps-revisit-state",
			message: "A step returns to a state that an earlier step left, so an interrupted apply could not be resumed."
		}];
		states.add(expect);
	}
	return [];
}
function unsteppedChange(scoped, action, object, blocked, attributes = {
	before: null,
	after: null
}) {
	const incarnation = action === "forget" ? null : object?.incarnation ?? null;
	return {
		address: scoped.address,
		action,
		metadata: metadataOf(scoped),
		incarnation,
		...attributes,
		steps: [],
		irreversible: [],
		blocked
	};
}
function metadataOf({ base, head }) {
	return {
		before: base?.metadata ?? null,
		after: head?.metadata ?? null
	};
}
function isImmutable(provider, kind, pointer) {
	return (provider.kinds.find((definition) => definition.kind === kind)?.immutable ?? []).some((fixed) => pointer === fixed || pointer.startsWith(`${fixed}/`));
}

// src/core/order.ts
/**
* Adds to each first step the steps of other identities that it waits for. What is referred to, or named under `dependsOn`, is made
* before it is used, edited before it is used anew, and unused before it is removed or disabled. Changes on a cycle are blocked, each naming the cycle.
*/
function ordered(changes, providerOf) {
	const byAddress = new Map(changes.map((change) => [change.address, change]));
	const references = new Map(changes.map((change) => [change.address, referencesOf(change, providerOf)]));
	const dependencies = dependenciesOf(changes, byAddress, references);
	return changes.map((change) => {
		const waits = (dependencies.get(change.address) ?? []).map((address) => byAddress.get(address)?.steps.at(-1)?.id);
		const dangling = (references.get(change.address)?.after ?? []).filter((address) => executes(byAddress.get(address), "delete")).map(danglingReason);
		const cycle = cycleThrough(change.address, dependencies);
		return {
			...change,
			steps: withDependencies(change.steps, waits.filter((id) => id !== void 0)),
			blocked: [
				...change.blocked,
				...dangling,
				...cycle === null ? [] : [cycleReason(cycle)]
			]
		};
	});
}
function withDependencies(steps, dependsOn) {
	return steps.map((step, index) => index === 0 ? {
		...step,
		dependsOn: dependsOn.toSorted(compareText)
	} : step);
}
function dependenciesOf(changes, byAddress, references) {
	const waits = new Map(changes.map((change) => [change.address, /* @__PURE__ */ new Set()]));
	for (const change of changes) {
		const { address } = change;
		const { before, after } = references.get(address) ?? {
			before: [],
			after: []
		};
		for (const needed of after) if (executes(byAddress.get(needed), "create", "replace")) waits.get(address)?.add(needed);
		for (const used of before) if (!after.includes(used) && executes(byAddress.get(used), "delete", "replace")) waits.get(used)?.add(address);
		const declared = declaredDependencies(change);
		for (const needed of declared.after) if (executes(byAddress.get(needed), "create", "update", "replace")) waits.get(address)?.add(needed);
		for (const left of declared.before) if (executes(byAddress.get(left), "delete", "disable")) waits.get(left)?.add(address);
	}
	addEdits(waits, byAddress, references);
	return new Map([...waits].map(([address, needed]) => [address, [...needed].toSorted(compareText)]));
}
/**
* What is referred to anew is edited first, so that where that fails nobody is given what the plan takes from it; what is let go of
* is disabled after that, so that nobody is left with what gives nothing any more. Two that would
* wait for each other do not: an edit is no reason to refuse a plan.
*/
function addEdits(waits, byAddress, references) {
	for (const [address, { before, after }] of references) for (const needed of after) if (!before.includes(needed) && executes(byAddress.get(needed), "update") && !waitsFor(needed, address, waits)) waits.get(address)?.add(needed);
	for (const [address, { before, after }] of references) for (const left of before) if (!after.includes(left) && executes(byAddress.get(left), "disable") && !waitsFor(address, left, waits)) waits.get(left)?.add(address);
}
function waitsFor(start, wanted, waits) {
	const seen = /* @__PURE__ */ new Set([start]);
	for (const address of seen) for (const next of waits.get(address) ?? []) seen.add(next);
	return seen.has(wanted);
}
/** Of other identities of the plan's source, before and after the change. */
function referencesOf(change, providerOf) {
	const { source, kind } = parseAddress(change.address);
	const [before, after] = [change.before, change.after].map((attributes) => {
		const found = attributes === null ? [] : providerOf(source).references(source, kind, attributes);
		return [...new Set(found)].filter((address) => address !== change.address).toSorted(compareText);
	});
	return {
		before: before ?? [],
		after: after ?? []
	};
}
/** Of any source, as the documents say. Somebody declared it, so also what is only edited comes before what depends on it. */
function declaredDependencies({ metadata }) {
	const after = metadata.after?.dependsOn ?? [];
	return {
		before: (metadata.before?.dependsOn ?? []).filter((address) => !after.includes(address)),
		after
	};
}
function executes(change, ...actions) {
	return change !== void 0 && change.steps.length > 0 && actions.includes(change.action);
}
/** A shortest way from a change over what it waits for back to itself. */
function cycleThrough(start, dependencies) {
	const cameFrom = /* @__PURE__ */ new Map();
	const queue = [start];
	for (const address of queue) for (const next of dependencies.get(address) ?? []) {
		if (next === start) return pathTo(address);
		if (cameFrom.has(next)) continue;
		cameFrom.set(next, address);
		queue.push(next);
	}
	return null;
	function pathTo(end) {
		const path = [end];
		for (let at = end; at !== start;) {
			at = cameFrom.get(at) ?? start;
			path.unshift(at);
		}
		return path;
	}
}
function danglingReason(address) {
	return {
		code: "reference-removed",
		message: `It refers to ${address}, which this plan deletes.`
	};
}
function cycleReason(cycle) {
	return {
		code: "dependency-cycle",
		message: `These identities wait for each other: ${[...cycle, cycle[0]].join(" → ")}. Take one of the references away in a pull request before this one.`
	};
}

// src/core/released.ts
/**
* Addresses of the same source that let go of an identity by what this plan changes of them, sorted: `ordered` puts them before its removal.
* One that also holds on to it by something that the plan does not manage would lose that unseen, and lets go of nothing.
*/
function releasing(address, changes, facts) {
	const { source } = parseAddress(address);
	return changes.filter((change) => change.address !== address && parseAddress(change.address).source === source).filter((change) => {
		const { before, after } = referencesOf(change, () => facts.provider);
		return change.steps.length > 0 && before.includes(address) && !after.includes(address) && !unmanaged(change, facts).includes(address);
	}).map((change) => change.address).sort(compareText);
}
/** What an identity refers to by live attributes that its change says nothing about. */
function unmanaged(change, { provider, objects, live }) {
	const object = objects.get(change.address);
	if (object === void 0) return [];
	const { source, kind } = parseAddress(change.address);
	const managed = leavesOf(change.before);
	const rest = [...leavesOf(provider.inventory(object, live))].filter(([pointer]) => !managed.has(pointer)).reduce((attributes, [pointer, leaf]) => withLeaf(attributes, pointer, leaf), {});
	return provider.references(source, kind, rest);
}

// src/core/removal-guard.ts
/** Blocks what would end too large a share of a source at once: a mistake is stopped however well it was meant. */
function removalGuard(changes, base, { share, minimum }) {
	const removed = countBySource(changes.filter(removes));
	const declared = countBySource(base.identities);
	return changes.map((change) => {
		const { source } = parseAddress(change.address);
		const removals = removed.get(source) ?? 0;
		if (!removes(change) || removals < minimum || removals <= (declared.get(source) ?? 0) * share) return change;
		const message = `This plan disables or deletes ${removals === 1 ? "1 identity" : `${removals} identities`} of ${source}, more than ${Math.round(share * 100)} % of what is declared there.`;
		return {
			...change,
			blocked: [...change.blocked, {
				code: "removal-guard",
				message
			}]
		};
	});
}
function countBySource(items) {
	const counts = /* @__PURE__ */ new Map();
	for (const { address } of items) {
		const { source } = parseAddress(address);
		counts.set(source, (counts.get(source) ?? 0) + 1);
	}
	return counts;
}
function removes(change) {
	return (change.action === "disable" || change.action === "delete") && change.steps.length > 0;
}

// src/core/renames.ts
const ENDS = {
	delete: "deletes",
	disable: "disables",
	forget: "no longer manages"
};
/**
* A note for each side of a rename: one identity of a source ends while one is created whose spec is the same.
* Where several would fit there is no telling which became which, and nothing is said.
*/
function renamesAmong(scope, changes) {
	const actions = new Map(changes.map(({ address, action }) => [address, action]));
	const ending = scope.flatMap(({ base, head }) => base !== null && head === null && ENDS[actions.get(base.address) ?? "update"] !== void 0 ? [base] : []);
	if (ending.length === 0) return /* @__PURE__ */ new Map();
	const created = scope.flatMap(({ base, head }) => base === null && head !== null && actions.get(head.address) === "create" ? [head] : []);
	const [before, after] = [bySpec(ending), bySpec(created)];
	return new Map([...before].flatMap(([spec, [old, ...more]]) => {
		const [fresh, ...others] = after.get(spec) ?? [];
		if (old === void 0 || fresh === void 0 || more.length + others.length > 0) return [];
		return notesOf(old, fresh, ENDS[actions.get(old.address) ?? "update"] ?? "");
	}));
}
function bySpec(identities) {
	return Map.groupBy(identities, ({ source, kind, spec }) => hashJson([
		source,
		kind,
		spec
	]));
}
function notesOf(old, fresh, ends) {
	const [before, after] = [nameOf(old), nameOf(fresh)];
	return [[old.address, note(`Renamed to ${after}: this identity ends, and ${after} is created with the same spec.`)], [fresh.address, note(`Renamed from ${before}, which this plan ${ends}: only what the document says carries over to this new identity.`)]];
}
function note(message) {
	return {
		code: "renamed",
		message
	};
}
function nameOf({ address }) {
	return parseAddress(address).name.join("/");
}

// src/core/assembly.ts
/** Sources that a scope touches, sorted: those whose live state has to be read. */
function sourcesTouched(facts) {
	const touched = /* @__PURE__ */ new Map();
	for (const { address } of scopeOf(facts.base.state, facts.head.state, facts.extent).identities) {
		const { source } = parseAddress(address);
		const addresses = touched.get(source);
		if (addresses === void 0) touched.set(source, [address]);
		else addresses.push(address);
	}
	return [...touched].sort(([left], [right]) => compareText(left, right)).map(([name, addresses]) => ({
		name,
		addresses
	}));
}
/** Desired and live state to a plan and its assessment, without effective access: see `withAccess`. Pure. A source that was not read in full makes the assessment incomplete, never a change. */
function assemble(facts, judge) {
	const scope = scopeOf(facts.base.state, facts.head.state, facts.extent);
	const bounds = {
		sources: facts.configuration.sources,
		providers: [...facts.providers.values()]
	};
	const letGo = lettingGo(goneFrom(scope.identities), bounds);
	const diagnostics = withoutFollowing([
		...facts.diagnostics,
		...facts.head.diagnostics.filter(({ severity }) => severity !== "error"),
		...ownErrors(facts.base, facts.head, scope.identities),
		...brokenBase(facts.base),
		...scope.diagnostics,
		...undeclaredDependencies(headsOf(scope.identities), facts.head, facts.base.state),
		...outsideBoundaries(headsOf(scope.identities), facts.head, bounds),
		...letGo
	]);
	const errored = diagnostics.some((diagnostic) => diagnostic.severity === "error");
	const sources = sourceFacts(facts, scope.identities);
	const unneeded = new Set(letGo.map(({ address }) => address));
	const incomplete = errored ? [] : unreadableInScope(scope.identities, unneeded, facts);
	const identities = errored ? [] : scope.identities.filter((identity) => isRead(identity, sources.get(sourceOf(identity)), unneeded));
	const providerOf = (source) => required(sources.get(source)).provider;
	const compared = identities.map((identity) => ({
		identity,
		change: changeOf(identity, required(sources.get(sourceOf(identity))))
	})).filter(({ identity, change }) => !isAsBefore(identity, change));
	const changed = compared.map(({ change }) => change);
	const drafts = compared.map(({ identity, change }) => {
		const source = required(sources.get(sourceOf(identity)));
		const released = isRemoval(change) ? releasing(change.address, changed, source) : [];
		return released.length === 0 ? change : changeOf(identity, source, new Set(released));
	});
	const whole = withDependents(ordered(drafts, providerOf), facts.head.state);
	const changes = removalGuard(whole, facts.base.state, facts.configuration.removalGuard);
	const plan = {
		formatVersion: "1",
		sources: [...sources.values()].filter(({ configuration }) => scope.identities.some((identity) => sourceOf(identity) === configuration.name)).map(({ configuration, live }) => ({
			name: configuration.name,
			provider: configuration.provider,
			target: live.target
		})),
		desired: desiredOf(scope.identities),
		governance: facts.governance,
		requests: requestsIn(scope.identities),
		changes
	};
	const renames = renamesAmong(identities, changes);
	const assessed = changes.map((change) => {
		const renamed = renames.get(change.address);
		const source = required(sources.get(parseAddress(change.address).source));
		return assessChange(change, source, facts, renamed === void 0 ? [] : [renamed]);
	});
	return {
		plan,
		assessment: {
			formatVersion: "1",
			complete: !errored && incomplete.length === 0,
			applyable: !errored && changes.every((change) => change.blocked.length === 0),
			errored,
			incomplete,
			diagnostics,
			changes: assessed,
			access: [],
			...judge(plan, assessed, []),
			...observed(sources, facts, scope.identities),
			commits: facts.commits,
			engine: facts.engine
		}
	};
}
/** Where drift is looked for, an identity that has none is no change: neither its document nor anything live is to differ. */
function isAsBefore({ base, head, request }, { action, steps, blocked }) {
	if (request !== null || base?.hash !== head?.hash) return false;
	return action === "describe" && steps.length === 0 && blocked.length === 0;
}
function isRemoval({ action }) {
	return action === "delete" || action === "disable";
}
/** The base cannot be mended but by a pull request, so its errors stop none; but what its broken documents declare is unknown. */
function brokenBase({ diagnostics }) {
	return diagnostics.filter(({ severity }) => severity === "error").map((diagnostic) => ({
		...diagnostic,
		severity: "warning",
		cause: `On the base branch: ${diagnostic.cause}`
	}));
}
function headsOf(scope) {
	return scope.flatMap(({ head }) => head ?? []);
}
/** Those whose document goes, by what it said. */
function goneFrom(scope) {
	return scope.flatMap(({ base, head, request }) => head === null && request === null && base !== null ? [base] : []);
}
function sourceOf({ address, base, head }) {
	return (head ?? base)?.source ?? parseAddress(address).source;
}
function sourceFacts(facts, scope) {
	const sources = /* @__PURE__ */ new Map();
	for (const configuration of sortedByName(facts.configuration.sources)) {
		const provider = facts.providers.get(configuration.provider);
		const live = facts.live.get(configuration.name);
		if (provider === void 0 || live === void 0) continue;
		const objects = new Map(live.objects.map((object) => [object.address, object]));
		const heads = headsOf(scope).filter((head) => head.source === configuration.name);
		const source = {
			configuration,
			provider,
			live,
			objects,
			gaps: facts.extent === "everything" ? "shown" : "standing",
			declared: declaredIn(configuration.name, facts.head)
		};
		sources.set(configuration.name, {
			...source,
			creates: creationsOf(heads, source)
		});
	}
	return sources;
}
function sortedByName(sources) {
	return [...sources].sort((left, right) => compareText(left.name, right.name));
}
/** Where everything is looked at, a source of which nothing is declared has to be read, too: what it holds is not known to be nothing. */
function unreadableInScope(scope, unneeded, facts) {
	const addresses = new Set(scope.map(({ address }) => address).filter((address) => !unneeded.has(address)));
	const watched = facts.extent === "everything" ? facts.configuration.sources.map(({ name }) => name) : [];
	return [.../* @__PURE__ */ new Set([...scope.map(sourceOf), ...watched])].sort(compareText).flatMap((name) => {
		return (facts.live.get(name)?.unreadable ?? [notRead(name)]).filter(({ address, pointer }) => address === null ? true : pointer === null && addresses.has(address)).map((one) => ({
			...one,
			source: name
		}));
	});
}
function notRead(source) {
	return {
		address: null,
		pointer: null,
		reason: {
			code: "source-unread",
			message: `The source ${source} is not configured on the base branch, or was not read.`
		}
	};
}
/** What was not read in full is left out of the changes: nothing may be concluded from it, least of all an absence. */
function isRead({ address: own }, source, unneeded) {
	if (source === void 0 || isWhollyUnread(source.live)) return false;
	return unneeded.has(own) || !source.live.unreadable.some(({ address, pointer }) => address === own && pointer === null);
}
function observed(sources, facts, scope) {
	const declared = new Set([...facts.head.state.identities, ...facts.base.state.identities].map((identity) => identity.address));
	const known = /* @__PURE__ */ new Set([...declared, ...scope.map((identity) => identity.address)]);
	const states = [...sources.values()];
	return {
		unmanaged: states.map(({ configuration, live }) => ({
			source: configuration.name,
			addresses: live.objects.map((object) => object.address).filter((address) => !known.has(address)).sort(compareText)
		})),
		notModelled: states.flatMap(({ live }) => live.notModelled),
		sources: states.map(({ configuration, provider, live }) => ({
			name: configuration.name,
			description: isWhollyUnread(live) ? "not read" : provider.summary(live),
			complete: live.unreadable.every(isWithheld)
		}))
	};
}
function required(value) {
	if (value === void 0) throw new Error("A source of the scope has no facts.");
	return value;
}

// src/core/next-rules.ts
/**
* A plan beside which the pull request brings other rules: what these would keep the apply from executing is blocked already. The
* apply asks the rules before the landing and those at the tip, and a gate that asks only the first would promise too much.
* @param next null: they cannot be read, or are the same
*/
function blockedByNext({ plan, assessment }, next, providers) {
	if (next === null) return {
		plan,
		assessment
	};
	const changes = plan.changes.map((change) => {
		const reason = forbids(next, change, assessment.changes, providers);
		if (reason === null) return change;
		const message = `By the rules that this pull request brings: ${reason.message} ${mendOf(change)}`;
		return {
			...change,
			blocked: [...change.blocked, {
				code: reason.code,
				message
			}]
		};
	});
	const applyable = assessment.applyable && changes.every(({ blocked }) => blocked.length === 0);
	return {
		plan: {
			...plan,
			changes
		},
		assessment: {
			...assessment,
			applyable
		}
	};
}
/** Rules of nobody: whoever takes the configuration away leaves no source of which anything could be applied. */
const NO_RULES = { sources: [] };
/** Whether a pull request brings a configuration of its own: without one, its branch is only older than the rules of the base. */
function bringsRules(governance) {
	return governance.some(({ path }) => path === CONFIGURATION_PATH);
}
function mendOf(change) {
	const later = "Land the rules by a pull request of their own, when this change has been applied.";
	if (!removes$1(change)) return later;
	return `${later} Or leave what is live as it is: a pull request before this one writes onRemove: forget into the document.`;
}

// src/core/risk/cause.ts
/**
* Finds the change by which somebody gains whom the plan does not change: who gave up the ownership that it comes from; the end of
* the way, where that is given just this; otherwise the nearest on the way that is given anything, or that changes; otherwise the
* first to act.
*/
var Causes = class {
	#acting;
	#changes;
	#formerOwners = /* @__PURE__ */ new Map();
	constructor(acting) {
		this.#acting = acting;
		this.#changes = new Set(acting.changes);
	}
	/** Learns from every difference who gives up what it owns. */
	learn({ kind, permission: { path, principal, resource } }) {
		if (kind !== "lost" || path.basis !== "ownership" || path.through.length > 0) return;
		if (this.#changes.has(principal)) this.#formerOwners.set(resource, principal);
	}
	of(gain) {
		const { basis, through } = gain.path;
		const former = basis === "ownership" ? this.#formerOwners.get(gain.resource) : void 0;
		const end = through.at(-1);
		if (former !== void 0) return former;
		if (end !== void 0 && this.#changes.has(end) && this.#acting.gives(end, gain)) return end;
		return through.find((address) => this.#changes.has(address) && this.#acting.givesAny(address)) ?? through.find((address) => this.#changes.has(address)) ?? this.#acting.changes[0] ?? null;
	}
};

// src/core/risk/others.ts
/** What identities gain by one change, and the plan does not change them: by each tag, by the power it gives, and all else together. */
function othersReasons(gains, { sensitive, tagsOf, model }) {
	const [first] = gains;
	if (first === void 0) return [];
	const escalations = model?.escalations({
		address: first.principal,
		gains,
		held: [],
		live: null
	}) ?? [];
	const explained = new Set(escalations.map(({ gain }) => gain));
	const administers = gains.filter((gain) => gain.power === "administer" && !explained.has(gain));
	const rest = gains.filter((gain) => gain.power === "use" && !explained.has(gain) && tagsOf(gain).length === 0);
	const reasons = [...Map.groupBy(escalations, ({ level }) => level)].map(([level, same]) => {
		return {
			level,
			code: "widens-others",
			message: `${whoGains(same.map(({ gain }) => gain))} ${pathsText(same)}`
		};
	});
	for (const tag of sensitive) {
		const touching = gains.filter((gain) => tagsOf(gain).includes(tag));
		if (touching.length === 0) continue;
		const message = `${whoGains(touching)} ${grantsText(touching)} (${tag.name})`;
		reasons.push({
			level: tag.level,
			code: "widens-others",
			message
		});
	}
	if (administers.length > 0) {
		const message = `${whoGains(administers)} ${grantsText(administers)}`;
		reasons.push({
			level: "critical",
			code: "widens-others",
			message
		});
	}
	if (rest.length > 0) reasons.push({
		level: "medium",
		code: "widens-others",
		message: `${whoGains(rest)} ${grantsText(rest)}`
	});
	return reasons;
}
/** `12 other identities gain`, `reporting gains`. */
function whoGains(gains) {
	const [first, ...others] = new Set(gains.map(({ principal }) => principal));
	if (first === void 0) return "";
	if (others.length === 0) return `${parseAddress(first).name.join("/")} gains`;
	return `${others.length + 1} other identities gain`;
}

// src/core/risk/scale.ts
function told({ path, ...gain }) {
	return {
		...gain,
		path: path.through[0] ?? "direct",
		way: path
	};
}
/** Each right is looked at once, however many come to hold it. */
function scaleOf(sensitive, provider) {
	const model = provider?.risk ?? null;
	const known = /* @__PURE__ */ new Map();
	return {
		sensitive,
		model,
		tagsOf(gain) {
			const right = `${gain.action}\0${gain.resource}`;
			const tags = known.get(right) ?? (sensitive.length === 0 ? [] : tagsReached(sensitive, model?.reaches(gain) ?? [itself(gain)]));
			known.set(right, tags);
			return tags;
		}
	};
}

// src/core/risk/effective.ts
/** The reasons that effective access adds, by the change that they are about. Pure. */
function effectReasons({ gained, lost, isChanged, causeOf }, rules) {
	const scale = scaleOf(rules.sensitive, rules.provider);
	const found = /* @__PURE__ */ new Map();
	const add = (address, reasons) => {
		if (address !== null) found.set(address, [...found.get(address) ?? [], ...reasons]);
	};
	const own = gained.filter((gain) => isChanged(gain.principal) && isIndirect(gain));
	for (const [address, gains] of Map.groupBy(own, ({ principal }) => principal)) add(address, [...gainReasons(address, gains.map(told), scale), ...identityReasons(gains, rules)]);
	const losses = lost.filter((loss) => isChanged(loss.principal) && isIndirect(loss));
	for (const [address, all] of Map.groupBy(losses, ({ principal }) => principal)) add(address, [{
		level: "low",
		code: "narrows-access",
		message: `${losesText(all.length)} ${waysOf(all.map(told))}`
	}]);
	const others = gained.filter(({ principal }) => !isChanged(principal));
	for (const [cause, gains] of Map.groupBy(others, causeOf)) add(cause, othersReasons(gains.map(told), scale));
	return found;
}
/** What a role of the system brings to its own member is said of the membership, and what an attribute does of the attribute. */
function isIndirect({ path: { basis, through } }) {
	return basis === "ownership" || through.length > (basis === "built-in" ? 1 : 0);
}
function waysOf(gains) {
	return waysText(gains.map(({ way }) => way));
}
function gainReasons(address, gains, { sensitive, tagsOf, model }) {
	const ways = new Map(gains.map((gain) => [gain, gain]));
	const escalations = model?.escalations({
		address,
		gains,
		held: [],
		live: null
	}) ?? [];
	const explained = new Set(escalations.map(({ gain }) => gain));
	const administers = gains.filter((gain) => gain.power === "administer" && !explained.has(gain));
	const used = gains.filter(({ power }) => power === "use");
	const escalated = [...Map.groupBy(escalations, ({ level }) => level).values()].flatMap((same) => {
		const way = waysOf(same.flatMap(({ gain }) => ways.get(gain) ?? []));
		return escalationReasons(same).map((reason) => ({
			...reason,
			message: `${reason.message}, ${way}`
		}));
	});
	const reached = sensitive.flatMap((tag) => {
		const touching = gains.filter((gain) => tagsOf(gain).includes(tag));
		if (touching.length === 0) return [];
		const message = `reaches ${tag.name} ${waysOf(touching)}: ${grantsText(touching)}`;
		return [{
			level: tag.level,
			code: "sensitive-resource",
			message
		}];
	});
	const reasons = [...escalated, ...reached];
	if (administers.length > 0) {
		const message = `gains ${grantsText(administers)} ${waysOf(administers)}`;
		reasons.push({
			level: "critical",
			code: "gains-administration",
			message
		});
	}
	if (used.length > 0) {
		const message = `${gainsText(used.length)} ${waysOf(used)}`;
		reasons.push({
			level: "medium",
			code: "widens-access",
			message
		});
	}
	return reasons;
}
/** Who comes to act as an identity of Countersign's, through another. */
function identityReasons(gains, { provider, source }) {
	return (source === null ? [] : provider?.risk?.ownIdentities(source, null) ?? []).flatMap(({ resource, name, does }) => {
		const taken = gains.filter((gain) => gain.resource === resource);
		if (taken.length === 0) return [];
		return [{
			level: "critical",
			code: "own-identity",
			message: `gains ${name} ${waysOf(taken.map(told))}, the identity as which Countersign ${does}`
		}];
	});
}

// src/core/risk/with-effects.ts
/** The assessments with what effective access adds to their risk: it never takes from what the plan itself says. */
function withEffects(plan, { changes, access }, effects, { configuration, providers }) {
	const named = new Map(plan.sources.map(({ name, provider }) => [name, providers.get(provider) ?? null]));
	const planned = new Map(plan.changes.map((change) => [change.address, change]));
	const found = effects.map((effect) => {
		return effectReasons(effect, {
			sensitive: configuration.sensitive,
			provider: named.get(effect.source) ?? null,
			source: configuration.sources.find(({ name }) => name === effect.source) ?? null
		});
	});
	const assessed = new AssessedAccess(plan, access);
	return changes.map((change) => {
		const own = planned.get(change.address);
		const provider = named.get(parseAddress(change.address).source) ?? null;
		const reasons = [...found.flatMap((one) => one.get(change.address) ?? []), ...own === void 0 ? [] : unknownReasons(own, access, provider)];
		const risk = reworded(change.risk, change, assessed.of(change));
		return {
			...change,
			risk: reasons.length === 0 ? risk : joined(risk, {
				level: "low",
				reasons
			})
		};
	});
}

// src/core/access/blocks.ts
/** Differences that are alike as one block each, the riskiest first. @param isChanged whether the plan changes a principal itself */
function blocksOf(differences, isChanged) {
	const [changed, others] = [true, false].map((side) => differences.filter(({ permission }) => isChanged(permission.principal) === side));
	return [...together(changed ?? []), ...together(others ?? [])].sort(compareBlocks);
}
function together(differences) {
	return [
		"actions",
		"resources",
		"principals"
	].reduce(merged, differences.map(single));
}
function single({ kind, permission, instead }) {
	const { principal, resource, action, power } = permission;
	return {
		kind,
		power,
		principals: named([principal]),
		resources: named([resource]),
		actions: named([action]),
		way: wayOf(permission),
		instead: instead === null ? null : wayOf(instead)
	};
}
function wayOf({ path: { basis, through }, condition }) {
	return {
		basis,
		through,
		condition
	};
}
function named(names) {
	return {
		names,
		count: names.length
	};
}
/** Blocks that differ in one of their lists alone are one. */
function merged(blocks, list) {
	return [...Map.groupBy(blocks, (block) => JSON.stringify({
		...block,
		[list]: null
	})).values()].flatMap((members) => {
		const [first] = members;
		if (first === void 0) return [];
		return [{
			...first,
			[list]: named(members.flatMap((member) => member[list].names).sort(compareText))
		}];
	});
}
function compareBlocks(left, right) {
	return KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || Number(right.power === "administer") - Number(left.power === "administer") || compareText(first(left.principals), first(right.principals)) || compareText(first(left.resources), first(right.resources)) || compareText(first(left.actions), first(right.actions)) || compareText(JSON.stringify(left), JSON.stringify(right));
}
function first({ names }) {
	return names[0] ?? "";
}

// src/core/access/assess.ts
/** Pairs of a principal and a resource that are compared in one source: some seconds. */
const PAIRS = 2e5;
/** Differences of one source that are looked at one by one. */
const DIFFERENCES = 1e5;
/** UTF-16 code units of a reason. */
const SENTENCE = 1e3;
/** Sources whose estate tells what a plan does to effective access, sorted: those where something is done, and whose provider models it. */
function estatesWanted(plan, { complete, errored }, providers) {
	if (errored || !complete) return [];
	const acted = new Set(plan.changes.filter(isDone).map(({ address }) => parseAddress(address).source));
	return plan.sources.filter(({ name, provider }) => acted.has(name) && providers.get(provider)?.access !== void 0).map(({ name }) => name);
}
function isDone({ steps, blocked }) {
	return steps.length > 0 && blocked.length === 0;
}
/** A plan with what it does to effective access, and how risky that is, judged with it. @param judge of the rules that judge the plan */
function withAccess({ plan, assessment }, estates, rules, judge) {
	const found = allFound(plan, assessment, estates, rules.providers);
	const access = placedOf(found);
	const effects = found.flatMap(({ effect }) => effect ?? []);
	const changes = withEffects(plan, {
		changes: assessment.changes,
		access
	}, effects, rules);
	return {
		plan,
		assessment: {
			...assessment,
			access,
			changes,
			...judge(plan, changes, access)
		}
	};
}
function allFound(plan, assessment, estates, providers) {
	return estatesWanted(plan, assessment, providers).map((source) => {
		const { provider } = plan.sources.find(({ name }) => name === source) ?? {};
		const model = providers.get(provider ?? "")?.access;
		return foundIn(source, {
			plan,
			assessed: assessment.changes,
			model,
			estate: estates.get(source)
		});
	});
}
function placedOf(all) {
	const found = all.map(({ access }) => access);
	const wanted = found.flatMap((one) => one.kind === "unknown" ? [] : one.blocks.map((block) => ({
		from: one.source,
		block
	})));
	const { placed, left } = withinRoom(wanted);
	return found.map((one) => {
		if (one.kind === "unknown") return one;
		const blocks = placed.filter(({ from }) => from === one.source).map(({ block }) => block);
		return {
			...one,
			blocks,
			left: one.left + (left.get(one.source) ?? 0)
		};
	});
}
/** An estate that was not read, or not in full, tells nothing: what is missing may be what somebody holds it by. */
function foundIn(source, { plan, assessed, model, estate }) {
	const [missing] = estate?.unreadable ?? [];
	if (model === void 0 || estate === void 0 || missing !== void 0) {
		const message = `Nobody read who may do what in ${source}.`;
		const { code, message: said } = missing?.reason ?? {
			code: "estate-unread",
			message
		};
		return unknown(source, {
			code,
			message: said.slice(0, SENTENCE)
		});
	}
	try {
		const { differences } = plannedAccess(model, estate, plan, PAIRS);
		const direct = new Map(assessed.map((change) => [change.address, directOf(change, model)]));
		const causes = new Causes(actingIn(source, plan, assessed, direct));
		const { told, left } = toldOf(differences, direct, causes);
		return {
			access: {
				kind: "known",
				source,
				blocks: blocksIn(told, direct),
				left
			},
			effect: effectOf(source, told, direct, causes)
		};
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return unknown(source, {
			code: error.code,
			message: error.message
		});
	}
}
function unknown(source, reason) {
	return {
		access: {
			kind: "unknown",
			source,
			reason
		},
		effect: null
	};
}
function effectOf(source, told, direct, causes) {
	const of = (wanted) => told.filter(({ kind }) => kind === wanted).map(({ permission }) => permission);
	return {
		source,
		gained: of("gained"),
		lost: of("lost"),
		isChanged: (principal) => direct.has(principal),
		causeOf: (gain) => causes.of(gain)
	};
}
function actingIn(source, plan, assessed, direct) {
	const giving = new Set(assessed.filter(({ gains }) => gains.length > 0).map(({ address }) => address));
	return {
		changes: plan.changes.filter(({ address, steps, blocked }) => parseAddress(address).source === source && isDone({
			steps,
			blocked
		})).map(({ address }) => address),
		gives: (address, permission) => direct.get(address)?.gained(permission) ?? false,
		givesAny: (address) => giving.has(address)
	};
}
function blocksIn(told, direct) {
	return blocksOf(told, (principal) => direct.has(principal));
}
/** Differences of which there is more to say than what the changes' own gains and losses say. */
function toldOf(differences, direct, causes) {
	const told = [];
	let left = 0;
	for (const difference of differences) {
		causes.learn(difference);
		if (!isTold(difference, direct.get(difference.permission.principal))) continue;
		const room = difference.permission.power === "administer" ? 2 * DIFFERENCES : DIFFERENCES;
		if (told.length < room) told.push(difference);
		else left += 1;
	}
	return {
		told,
		left
	};
}
/** What somebody holds as before, by another way, is only of interest of those whom the plan changes. */
function isTold({ kind, permission, instead }, direct) {
	if (kind === "kept" || kind === "repeated") return direct !== void 0;
	return direct === void 0 || instead !== null || !direct[kind](permission);
}
function directOf({ gains, loses }, model) {
	return {
		gained: saying(gains, model),
		lost: saying(loses, model)
	};
}
/** Comparisons of one permission with what is given directly: beyond, it is told besides. */
const COMPARISONS = 1e5;
function saying(permissions, model) {
	const byAction = Map.groupBy(permissions, ({ action }) => action);
	const exact = new Set(permissions.map(({ action, resource }) => `${action}\0${resource}`));
	const given = permissions.filter(({ path }) => path === "direct").map((permission) => model.effective?.(permission) ?? {
		...permission,
		condition: null
	});
	const includes = model.includes?.bind(model) ?? ((held, part) => isSame(held, part));
	return ({ action, actions = [action], resource, condition }) => {
		if (exact.has(`${action}\0${resource}`)) return true;
		if ((byAction.get(action) ?? []).some((permission) => model.covers(permission.resource, resource))) return true;
		const alike = given.filter((one) => one.condition === condition);
		if (alike.length * actions.length > COMPARISONS) return false;
		return actions.every((one) => alike.some((held) => includes(held, {
			action: one,
			resource
		})));
	};
}
function isSame(left, right) {
	return left.action === right.action && left.resource === right.resource;
}

// src/core/mentions.ts
/** Names that are looked up in one source for one plan; a look-up is a call. */
const LOOK_UPS = 50;
/** Things that one sentence names. */
const SHOWN = 3;
/** What the plan needs to be there beside what it makes and what was read, by source; sources that need nothing, or of which nothing was read, are left out. */
function mentionsIn({ plan, assessment }, { providers, live, head }) {
	if (assessment.errored) return /* @__PURE__ */ new Map();
	const acted = Map.groupBy(plan.changes.filter(acts), ({ address }) => parseAddress(address).source);
	const all = plan.sources.flatMap(({ name, provider }) => {
		const state = live.get(name);
		if (state === void 0 || isWhollyUnread(state)) return [];
		const mentions = providers.get(provider)?.mentions?.(acted.get(name) ?? [], state, declaredIn(name, head)) ?? [];
		return mentions.length === 0 ? [] : [[name, mentions]];
	});
	return new Map(all);
}
function acts({ action, steps }) {
	return steps.length > 0 && (action === "create" || action === "update" || action === "replace");
}
/** What is looked up, sorted: the first of too many. */
function namesIn(mentions) {
	return [...new Set(mentions.map(({ name }) => name))].sort(compareText).slice(0, 50);
}
/**
* The plan, blocked where what a change needs is not there. What could not be looked up is noted and blocks nothing: it may well be
* there. Pure. @param found by source
*/
function withMentions({ plan, assessment }, mentions, found) {
	const looked = [...mentions].flatMap(([source, all]) => all.map((mention) => ({
		mention,
		existence: found.get(source)?.get(mention.name)
	})));
	const byChange = Map.groupBy(looked, ({ mention }) => mention.address);
	const changes = plan.changes.map((change) => {
		const absent = (byChange.get(change.address) ?? []).flatMap(missingIn);
		return {
			...change,
			blocked: [...change.blocked, ...absent]
		};
	});
	const assessed = assessment.changes.map((one) => {
		const unknown = unlooked(byChange.get(one.address) ?? []);
		return {
			...one,
			notes: [...one.notes, ...unknown]
		};
	});
	const applyable = assessment.applyable && changes.every(({ blocked }) => blocked.length === 0);
	return {
		plan: {
			...plan,
			changes
		},
		assessment: {
			...assessment,
			applyable,
			changes: assessed
		}
	};
}
function missingIn({ mention: { missing, mend }, existence }) {
	if (existence?.kind === "unfit") return [{
		...missing,
		...existence.reason
	}];
	if (existence?.kind !== "absent") return [];
	return [{
		...missing,
		message: `${missing.message} ${existence.instead ?? mend}`
	}];
}
/** One sentence for all that is unknown for the same reason. */
function unlooked(looked) {
	const unknown = looked.flatMap(({ mention: { what }, existence }) => {
		if (existence === void 0) return [{
			what,
			why: `At most ${50} things are looked up in one source.`
		}];
		return existence.kind === "unknown" ? [{
			what,
			why: existence.reason.message
		}] : [];
	});
	return [...Map.groupBy(unknown, ({ why }) => why)].map(([why, members]) => {
		const names = [...new Set(members.map(({ what }) => what))];
		const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
		return {
			code: "reference-unchecked",
			message: `Nobody looked whether these exist: ${names.slice(0, SHOWN).join(", ")}${more}. ${why}`
		};
	});
}

// src/workflows/plan-live.ts
/** Where nothing is asked of rules, as of a plan that nobody publishes. */
const UNJUDGED = () => NOTHING_SAID;
/**
* A plan with what it does to effective access, judged by both, and blocked where it needs what is not there. What it does has to be
* known before what that needs, and whom it may concern, can be read: where that fails, the plan is as complete as without it.
*/
async function planWithAccess(facts, reading, judge) {
	const { configuration, providers } = facts;
	const request = {
		...reading,
		configuration,
		providers
	};
	const assembled = assemble(facts, UNJUDGED);
	const mentions = mentionsIn(assembled, facts);
	const names = new Map([...mentions].map(([source, all]) => [source, namesIn(all)]));
	const planned = withMentions(assembled, mentions, await lookUp(request, names));
	const wanted = estatesWanted(planned.plan, planned.assessment, providers);
	const estates = await readEstates(request, wanted);
	return withAccess(planned, estates, {
		configuration,
		providers
	}, judge);
}

export { bringsRules as a, unknownReasons as c, ownErrors as d, desiredOf as f, blockedByNext as i, reworded as l, scopeOf as m, planWithAccess as n, sourcesTouched as o, requestsIn as p, NO_RULES as r, changeOf as s, UNJUDGED as t, forbiddenBy as u };