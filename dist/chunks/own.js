import { r as parseAddress } from "./address.js";

// src/core/access/own.ts
/** What is assessed of one plan, by the identities that it is about. */
var AssessedAccess = class {
	#known;
	#blocks;
	#byPrincipal = /* @__PURE__ */ new Map();
	#changed;
	constructor(plan, access) {
		this.#changed = new Set(plan.changes.map(({ address }) => address));
		const known = access.filter((one) => one.kind === "known");
		this.#known = new Set(known.filter(({ blocks, left }) => left === 0 && blocks.every(isWhole)).map(({ source }) => source));
		this.#blocks = known.flatMap(({ blocks }) => blocks).map(prepared);
		for (const one of this.#blocks) for (const principal of one.block.principals.names) {
			const list = this.#byPrincipal.get(principal);
			if (list === void 0) this.#byPrincipal.set(principal, [one]);
			else list.push(one);
		}
	}
	/** @param change one of the plan */
	of({ address, gains, loses }) {
		const own = this.#byPrincipal.get(address) ?? [];
		const isKnown = this.#known.has(parseAddress(address).source);
		const spelt = (permission) => isKnown && permission.path === "membership" ? {
			...permission,
			path: "direct"
		} : permission;
		return {
			address,
			gains: besides(gains, own, ["gained", "repeated"]).map(spelt),
			loses: besides(loses, own, ["lost", "kept"]).map(spelt),
			blocks: own.map(({ block }) => block)
		};
	}
	/** Whether everything that a change does to effective access is told by name. */
	knows({ address, steps }) {
		return steps.length === 0 || this.#known.has(parseAddress(address).source);
	}
	/** Blocks about identities that the plan changes, or about those that it does not. */
	blocks(whose, kind) {
		return this.#blocks.map(({ block }) => block).filter((block) => block.kind === kind).filter(({ principals }) => this.#changed.has(principals.names[0] ?? "") === (whose === "changed"));
	}
};
function prepared(block) {
	return {
		block,
		resources: new Set(block.resources.names),
		actions: new Set(block.actions.names)
	};
}
/** Whether every permission is told by name. */
function isWhole({ principals, resources, actions }) {
	return [
		principals,
		resources,
		actions
	].every(({ names, count }) => names.length === count);
}
function besides(permissions, told, kinds) {
	const relevant = told.filter(({ block }) => kinds.includes(block.kind));
	if (relevant.length === 0) return permissions;
	return permissions.filter(({ action, resource }) => !relevant.some((one) => one.actions.has(action) && one.resources.has(resource)));
}

export { AssessedAccess as t };