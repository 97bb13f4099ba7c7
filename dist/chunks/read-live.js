import { t as CountersignError } from "./errors.js";
import { i as parseAddress } from "./address.js";
import { t as canonicalize } from "./digest.js";

// src/core/access/difference.ts
/** Compares two states of one source where changes can make a difference, one principal at a time, in the order of `affected`. */
function* compareAccess(before, after, affected) {
	for (const { principal, resources } of affected) for (const resource of resources) yield* changesBetween(before.on(principal, resource), after.on(principal, resource));
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
	if (after !== null && is > was) return isNobodysOwn(before, after) ? null : gained(after, before);
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

// src/workflows/read-live.ts
/** Reads each source once. What goes wrong becomes part of the live state: a source that could not be read is not an empty one. */
async function readLive(request, sources) {
	const live = /* @__PURE__ */ new Map();
	for (const { name, addresses } of sources) {
		const source = request.configuration.sources.find((candidate) => candidate.name === name);
		if (source === void 0) continue;
		request.progress(`reading ${name}`);
		const query = addresses === null ? { kind: "boundary" } : {
			kind: "addresses",
			addresses
		};
		live.set(name, await readSource(request, source, query));
	}
	return live;
}
/** Everything that decides who may do what in each of these sources, read once. */
async function readEstates(request, sources) {
	const estates = /* @__PURE__ */ new Map();
	for (const name of sources) {
		const source = request.configuration.sources.find((candidate) => candidate.name === name);
		if (source === void 0) continue;
		request.progress(`reading who may do what in ${name}`);
		estates.set(name, await readSource(request, source, { kind: "estate" }));
	}
	return estates;
}
/** One source, by a query of any kind. */
async function readSource({ providers, connect }, source, query) {
	const provider = providers.get(source.provider);
	if (provider === void 0) return unread(source, "provider-unknown", `There is no provider ${source.provider}.`);
	try {
		const reader = provider.reader(connect(source, "read"));
		try {
			return await reader.read(query);
		} finally {
			await reader.close();
		}
	} catch (error) {
		if (error instanceof CountersignError) return unread(source, error.code, `${error.message} ${error.mend}`);
		throw error;
	}
}
function unread(source, code, message) {
	return {
		source: source.name,
		provider: source.provider,
		target: {},
		objects: [],
		unreadable: [{
			address: null,
			pointer: null,
			reason: {
				code,
				message
			}
		}],
		notModelled: [],
		facts: {}
	};
}

export { plannedAccess as i, readLive as n, readSource as r, readEstates as t };