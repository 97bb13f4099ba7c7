import { t as parseJson } from "./parse-json.js";
import { i as parseAddress, n as formatAddress, t as compareText } from "./address.js";
import { d as patternMark, l as isPatternMark, n as escapePointer } from "./leaves.js";
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

// src/providers/memory/grants.ts
function isPattern(resource) {
	return resource.includes("*");
}
/** Whether a resource is the one named, or one that the pattern stands for. */
function matches(pattern, resource) {
	const [first = "", ...rest] = pattern.split("*");
	const last = rest.pop();
	if (last === void 0) return resource === first;
	if (!resource.startsWith(first) || !resource.endsWith(last)) return false;
	let position = first.length;
	for (const part of rest) {
		const found = resource.indexOf(part, position);
		if (found < 0) return false;
		position = found + part.length;
	}
	return position <= resource.length - last.length;
}
/**
* The grants that a guide manages, with a mark at each pattern's place. A pattern that only the base declares is about
* the resources that the head no longer covers in any way; in a list that keeps others it is about nothing.
*/
function projectGrants(live, head, base, resources) {
	const declared = patternsOf(head.values, isHeld);
	const ending = head.others === "keep" ? [] : endingPatterns(head.values, base);
	const values = /* @__PURE__ */ new Map();
	const set = (resource, action, leaf) => values.set(resource, {
		...values.get(resource),
		[action]: leaf
	});
	for (const { resource, action } of grantsOf(live)) {
		const covered = [...declared, ...ending].some((pattern) => covers(pattern, resource, action));
		if (isNamed(head.values, resource, action) || !covered && head.others === "remove") set(resource, action, "granted");
	}
	const all = [.../* @__PURE__ */ new Set([...resources, ...Object.keys(live)])];
	for (const pattern of declared) {
		const about = resources.filter((resource) => matches(pattern.resource, resource));
		set(pattern.resource, pattern.action, stateOf(pattern.action, about, live));
	}
	for (const pattern of ending) {
		const left = all.filter((resource) => matches(pattern.resource, resource)).filter((resource) => !keeps(head.values, resource, pattern.action));
		set(pattern.resource, pattern.action, stateOf(pattern.action, left, live));
	}
	return {
		others: head.others,
		values: Object.fromEntries(values)
	};
}
/** Whether a declaration gives an action on a resource, by its name or by a pattern. */
function keeps(declared, resource, action) {
	return isNamed(declared, resource, action) || patternsOf(declared, isHeld).some((pattern) => covers(pattern, resource, action));
}
/** Entries that still give an action after a pattern of that action has ended. */
function keepersOf(declared, action) {
	return Object.entries(declared).filter(([, actions]) => Object.hasOwn(actions, action) && (actions[action] === "granted" || isHeld(actions[action]))).map(([resource]) => resource).toSorted(compareText);
}
function isNamed(declared, resource, action) {
	const actions = Object.hasOwn(declared, resource) ? declared[resource] : void 0;
	return actions !== void 0 && Object.hasOwn(actions, action) && actions[action] === "granted";
}
function covers(pattern, resource, action) {
	return pattern.action === action && matches(pattern.resource, resource);
}
function isHeld(leaf) {
	return isPatternMark(leaf) && leaf.state === "held";
}
/** Patterns of the base, or of a head that says that they end, which the head does not hold. */
function endingPatterns(head, base) {
	const held = new Set(patternsOf(head, isHeld).map(keyOf));
	const known = [...patternsOf(head, isPatternMark), ...patternsOf(base, isPatternMark)];
	return [...new Map(known.map((pattern) => [keyOf(pattern), pattern])).values()].filter((pattern) => !held.has(keyOf(pattern)));
}
function keyOf({ resource, action }) {
	return JSON.stringify([resource, action]);
}
function patternsOf(grants, wanted) {
	return Object.entries(grants).flatMap(([resource, actions]) => Object.entries(actions).flatMap(([action, leaf]) => wanted(leaf) ? [{
		resource,
		action
	}] : []));
}
function grantsOf(live) {
	return Object.entries(live).flatMap(([resource, actions]) => Object.keys(actions).map((action) => ({
		resource,
		action
	})));
}
function stateOf(action, about, live) {
	if (about.length === 0) return patternMark("empty");
	const holding = about.filter((resource) => Object.hasOwn(live, resource) && Object.hasOwn(live[resource] ?? {}, action));
	if (holding.length === 0) return patternMark("none");
	return patternMark(holding.length === about.length ? "held" : "mixed");
}
function expansionsOf(attributes, resources) {
	const grants = attributes.grants?.values ?? {};
	const patterns = Object.entries(grants).filter(([resource]) => isPattern(resource));
	return Object.fromEntries(patterns.map(([pattern]) => [`/grants/values/${escapePointer(pattern)}`, resources.filter((resource) => matches(pattern, resource)).sort(compareText)]));
}

// src/providers/memory/form.ts
function addressOf(source, name) {
	return formatAddress({
		source,
		kind: "MemoryAccount",
		name: [name]
	});
}
function nameOf(address) {
	return parseAddress(address).name.join("/");
}
function normalizeSpec(spec, context) {
	const { enabled, tier, note, actsAs, grants } = spec;
	const others = (list) => context.mode === "additive" || list.some(isOthers) ? "keep" : "remove";
	return {
		...enabled === void 0 ? {} : { enabled },
		...tier === void 0 ? {} : { tier },
		...note === void 0 ? {} : { note },
		...actsAs === void 0 ? {} : { actsAs: {
			others: others(actsAs),
			values: Object.fromEntries(actsAs.filter((item) => typeof item === "string").map((name) => [name, true]))
		} },
		...grants === void 0 ? {} : { grants: {
			others: others(grants),
			values: grantValues(grants)
		} }
	};
}
function isOthers(item) {
	return typeof item === "object" && item !== null && "others" in item;
}
function grantValues(grants) {
	const values = /* @__PURE__ */ new Map();
	for (const grant of grants) {
		if (!("on" in grant)) continue;
		const leaf = isPattern(grant.on) ? patternMark("held") : "granted";
		values.set(grant.on, {
			...values.get(grant.on),
			...Object.fromEntries(grant.actions.map((action) => [action, leaf]))
		});
	}
	return Object.fromEntries(values);
}
/** Everything an account holds, in the normal form and without patterns. */
function formOf(account) {
	const grants = Object.entries(account.grants).filter(([, actions]) => actions.length > 0);
	return {
		enabled: account.enabled,
		tier: account.tier,
		note: account.note,
		actsAs: {
			others: "remove",
			values: Object.fromEntries(account.actsAs.map((name) => [name, true]))
		},
		grants: {
			others: "remove",
			values: Object.fromEntries(grants.map(([resource, actions]) => [resource, Object.fromEntries(actions.map((action) => [action, "granted"]))]))
		}
	};
}
/** See Provider.project. */
function projectForm(account, guide, resources) {
	const live = account;
	const head = guide.head;
	const base = guide.base ?? {};
	const grants = live.grants?.values ?? {};
	return {
		...head.enabled === void 0 ? {} : { enabled: live.enabled ?? false },
		...head.tier === void 0 ? {} : { tier: live.tier ?? "" },
		...head.note === void 0 ? {} : { note: live.note ?? null },
		...head.actsAs === void 0 ? {} : { actsAs: projectNames(live.actsAs?.values ?? {}, head.actsAs) },
		...head.grants === void 0 ? {} : { grants: projectGrants(grants, head.grants, base.grants?.values ?? {}, resources) }
	};
}
function projectNames(live, head) {
	const names = Object.keys(live).filter((name) => head.others === "remove" || Object.hasOwn(head.values, name));
	return {
		others: head.others,
		values: Object.fromEntries(names.map((name) => [name, true]))
	};
}

// src/providers/memory/system.ts
/** Survives the death of its process, which is what the crash tests need. */
function fileBacked(path) {
	return {
		load: () => parseJson(readFileSync(path, "utf8")),
		save(world) {
			const draft = `${path}.${randomUUID()}.tmp`;
			writeFileSync(draft, JSON.stringify(world));
			renameSync(draft, path);
		}
	};
}

export { normalizeSpec as a, isPattern as c, nameOf as i, keepersOf as l, addressOf as n, projectForm as o, formOf as r, expansionsOf as s, fileBacked as t, matches as u };