import { i as parseAddress } from "./address.js";
import { t as canonicalize } from "./digest.js";
import { t as CountersignError } from "./errors.js";

// src/core/access/difference.ts
/** Compares two states of one source where changes can make a difference, one principal at a time, in the order of `affected`. */
function* compareAccess(before, after, affected) {
	for (const { principal, resources } of affected) for (const resource of resources) yield* changesBetween(before.on(principal, resource, resources), after.on(principal, resource, resources));
}
function* changesBetween(before, after) {
	const earlier = new Map(before.map((permission) => [permission.action, permission]));
	const later = new Map(after.map((permission) => [permission.action, permission]));
	for (const action of [.../* @__PURE__ */ new Set([...earlier.keys(), ...later.keys()])].sort()) {
		const change = changeOf(earlier.get(action) ?? null, later.get(action) ?? null);
		if (change !== null) yield change;
	}
}
function changeOf(before, after) {
	const [was, is] = [rankOf(before), rankOf(after)];
	if (after !== null && (is > was || isFreed(before, after))) return isNobodysOwn(before, after) ? null : gained(after, before);
	if (before !== null && was > is) return isNobodysOwn(after, before) ? null : lost(before, after);
	if (before === null || after === null || isDirect(before) === isDirect(after)) return null;
	return isDirect(before) ? {
		kind: "kept",
		permission: before,
		instead: after
	} : {
		kind: "repeated",
		permission: after,
		instead: before
	};
}
function gained(permission, instead) {
	return {
		kind: "gained",
		permission,
		instead
	};
}
function lost(permission, instead) {
	return {
		kind: "lost",
		permission,
		instead
	};
}
/** What is given to everyone comes and goes with the identity, and is no difference that the change makes. */
function isNobodysOwn(other, permission) {
	return other === null && permission.path.basis === "everyone";
}
function rankOf(permission) {
	return permission === null ? 0 : permission.condition === null ? 2 : 1;
}
/** Held under a condition before and after, of which something that was refused is refused no more. */
function isFreed(before, after) {
	if (before === null || before.condition === null || after.condition === null) return false;
	const still = new Set(after.refused);
	return (before.refused ?? []).some((part) => !still.has(part));
}
function isDirect({ path }) {
	return path.through.length === 0 && path.basis === "grant";
}

// src/core/access/planned.ts
/**
* @param pairs of a principal and a resource that are compared at most
* @throws CountersignError `access-plan-elsewhere`, `access-too-large`, and what a step that is no provider's throws.
*/
function plannedAccess(model, estate, plan, pairs = Infinity) {
	const planned = plan.sources.find(({ name }) => name === estate.source);
	if (planned === void 0 || canonicalize(planned.target) !== canonicalize(estate.target)) throw elsewhere(estate);
	const own = plan.changes.filter(({ address }) => parseAddress(address).source === estate.source);
	const open = own.filter(({ blocked }) => blocked.length === 0);
	const { before, after, affected } = model.after(estate, open);
	if (isMore(affected, pairs)) throw tooLarge(pairs);
	return {
		before,
		after,
		affected,
		differences: compareAccess(before, after, affected),
		blocked: own.filter(({ blocked }) => blocked.length > 0).map(({ address }) => address)
	};
}
/** By what there is to do, not by the clock: a busy machine tells what an idle one does. */
function isMore(affected, pairs) {
	if (pairs === Infinity) return false;
	let left = pairs;
	for (const { resources } of affected) {
		left -= resources.length;
		if (left < 0) return true;
	}
	return false;
}
function tooLarge(pairs) {
	return new CountersignError("access-too-large", "The access of too many identities may change to tell it.", {
		evidence: `more than ${pairs} pairs of an identity and a resource`,
		mend: "Split the pull request, or ask `countersign access --plan`."
	});
}
function elsewhere({ source }) {
	return new CountersignError("access-plan-elsewhere", "The plan is not about the system that was read.", {
		evidence: source,
		mend: "Plan again, or read the system that was planned."
	});
}

export { compareAccess as n, plannedAccess as t };