import { i as parseAddress, t as compareText } from "./address.js";
import { S as asPinned, w as isTeam } from "./set.js";

// src/core/adoption.ts
/** A document that goes away ends what it adopted: what the base said counts then. */
function adoptionOf(object, { before, after }) {
	const manager = object?.managedBy;
	if (manager === void 0) return { kind: "unclaimed" };
	if (manager.reserved === true) return {
		kind: "reserved",
		manager
	};
	const adopts = (after ?? before)?.adopts ?? null;
	if (adopts === null) return {
		kind: "claimed",
		manager
	};
	return {
		kind: adopts === manager.tool ? "adopted" : "misnamed",
		manager
	};
}
/** Why nothing may be done with an object of another tool; null: it may. */
function claimReason(adoption) {
	if (adoption.kind === "unclaimed" || adoption.kind === "adopted") return null;
	const { tool, evidence } = adoption.manager;
	return {
		code: "managed-elsewhere",
		message: `${tool} manages this object (${evidence}), ${{
			reserved: "and never gives it up",
			claimed: "and it is observed only",
			misnamed: "and not whom its document adopts it from"
		}[adoption.kind]}.`
	};
}
/** What its author can do about it; null: nothing has to be done, or nothing can be. */
function claimMend({ kind, ...rest }) {
	if (!("manager" in rest) || kind !== "claimed" && kind !== "misnamed") return null;
	const { tool } = rest.manager;
	return `Change it there; or, where ${tool} gives it up, write adopts: ${tool} under metadata.`;
}
/** What reviewers are to know of it where nothing is blocked. @param newly from which tool the change takes it; see `newlyAdopted` */
function adoptionNote(adoption, newly) {
	if (adoption.kind === "unclaimed") return newly === null ? null : notClaimed(newly);
	if (adoption.kind !== "adopted") return claimReason(adoption);
	const { tool, evidence } = adoption.manager;
	return {
		code: "adopted",
		message: `${tool} is to give this object up (${evidence}): take it out of there, or both will change it.`
	};
}
/** The mark may be gone since, or the name may be that of no tool: either way it adopts nothing. */
function notClaimed(adopts) {
	return {
		code: "adopts-unclaimed",
		message: `Its document adopts it from ${adopts}, and no mark of another tool was found on it: nothing is taken over.`
	};
}
/** The tool from which a change takes an object that the base did not take from it; null: none. */
function newlyAdopted({ before, after }) {
	const tool = after?.adopts ?? null;
	return tool === before?.adopts ? null : tool;
}

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

// src/core/risk/level.ts
/** The lowest first. */
const RISK_LEVELS = [
	"low",
	"medium",
	"high",
	"critical"
];
function compareRisk(left, right) {
	return RISK_LEVELS.indexOf(left) - RISK_LEVELS.indexOf(right);
}
function highestOf(levels) {
	let highest = "low";
	for (const level of levels) if (compareRisk(level, highest) > 0) highest = level;
	return highest;
}

// src/core/risk/order.ts
/** The riskiest first, then by address. What nobody assessed is critical. */
function byRisk(items, assessments) {
	const levels = new Map(assessments.map(({ address, risk }) => [address, risk.level]));
	const levelOf = ({ address }) => levels.get(address) ?? "critical";
	return items.toSorted((left, right) => compareRisk(levelOf(right), levelOf(left)) || compareText(left.address, right.address));
}

// src/core/approval/requirements.ts
/**
* What the configuration's defaults ask for; policies may add to it. All of it by the base branch's rules.
* @param assessments of the plan's changes: which of them gain access directly, or may in effect where that is not known, and how risky
* that is: the riskiest are named first.
* @param access who gains it otherwise, which only ever adds to that.
*/
function defaultRequirements(configuration, plan, assessments, access) {
	const changes = byRisk(plan.changes, assessments);
	const asks = [
		...changes.flatMap((change) => ownerAsks(configuration, change)),
		...changes.flatMap((change) => adoptionAsks(configuration, change)),
		...wideningAsks(configuration, byRisk(assessments, assessments), access),
		...irreversibleAsks(configuration, changes),
		...governanceAsks(configuration, plan)
	];
	return [...Map.groupBy(asks, ({ code, of }) => `${code}\n${of ?? ""}`).values()].map((same) => requirementOf(configuration, same));
}
/**
* The base is not what somebody approved where the last landing about an address was refused or did not finish:
* then its owner may be the very thing that was refused, and the source's owner is asked besides. Where not everybody is known
* who contributed to it, and so may not approve what follows, the administrators are asked as well.
*/
function unappliedRequirements(configuration, unapplied) {
	const once = {
		count: 1,
		confirm: false
	};
	const owners = unapplied.map(({ address }) => ({
		...once,
		code: "unapplied-base",
		of: sourceOwner(configuration, address),
		why: "its document was not approved and applied:",
		about: address
	}));
	const administrators = unapplied.filter(({ incomplete }) => incomplete !== null).map(({ address }) => ({
		...once,
		code: "unapplied-contributors",
		of: configuration.approval.administrators,
		why: "nobody can tell everyone who contributed to an earlier landing that was not applied:",
		about: address
	}));
	const merged = Map.groupBy([...owners, ...administrators], ({ code, of }) => `${code}\n${of}`);
	const byAddress = (left, right) => compareText(left.about, right.about);
	return [...merged.values()].map((same) => requirementOf(configuration, same.toSorted(byAddress)));
}
/** The owner in the base document, and after a change of owner both; for what had no document the source's owner and the one it names. */
function ownersOf(configuration, change) {
	const { before, after } = change.metadata;
	const fallback = sourceOwner(configuration, change.address);
	const owners = /* @__PURE__ */ new Set([before === null ? fallback : before.owner ?? fallback]);
	if (after !== null) owners.add(after.owner ?? fallback);
	return [...owners];
}
function ownerAsks(configuration, change) {
	const count = change.steps.length > 0 ? Math.max(1, configuration.approval.approvals) : 1;
	return ownersOf(configuration, change).map((of) => ({
		code: "owner",
		of,
		count,
		confirm: false,
		why: "owner of",
		about: change.address
	}));
}
/** Whoever answers for the source knows whether the other tool really gives it up. */
function adoptionAsks(configuration, { address, metadata }) {
	const tool = newlyAdopted(metadata);
	if (tool === null) return [];
	return [{
		code: "adoption",
		of: sourceOwner(configuration, address),
		count: 1,
		confirm: false,
		why: `taken over from ${tool}:`,
		about: address
	}];
}
/** A source that the base does not configure has no owner of its own: the administrators answer for it. */
function sourceOwner(configuration, address) {
	const name = decodeURIComponent(address.split("/")[0] ?? "");
	return configuration.sources.find((source) => source.name === name)?.owner ?? configuration.approval.administrators;
}
function wideningAsks(configuration, assessments, access) {
	const of = configuration.approval.widening;
	if (of === null) return [];
	const once = {
		code: "widening",
		of,
		count: 1,
		confirm: false
	};
	const [giving, others] = [assessments.filter(givesAny), assessments.filter((one) => !givesAny(one))];
	const known = [...giving.map(({ address }) => address), ...access.flatMap(widenedIn).toSorted(compareText)];
	const untold = others.filter(({ risk }) => risk.reasons.some(({ code }) => code === "access-unknown"));
	return [...known.map((about) => ({
		...once,
		why: "access is widened:",
		about
	})), ...untold.map(({ address }) => ({
		...once,
		why: "whether access is widened is not known:",
		about: address
	}))];
}
function givesAny({ gains }) {
	return gains.length > 0;
}
/** Who gains something in effect. */
function widenedIn(access) {
	if (access.kind === "unknown") return [];
	return access.blocks.flatMap(({ kind, principals }) => kind === "gained" ? principals.names : []);
}
function irreversibleAsks(configuration, changes) {
	const count = Math.max(1, configuration.approval.irreversible);
	return changes.filter(({ irreversible }) => irreversible.length > 0).map(({ address }) => ({
		code: "irreversible",
		of: null,
		count,
		confirm: true,
		why: "cannot be undone:",
		about: address
	}));
}
function governanceAsks(configuration, plan) {
	const of = configuration.approval.administrators;
	return plan.governance.map(({ path }) => path).toSorted(compareText).map((path) => ({
		code: "governance",
		of,
		count: 1,
		confirm: false,
		why: "the rules change:",
		about: path
	}));
}
/** Who answers for an office of their own. What cannot be undone counts people altogether, and what was not applied asks an owner again. */
const APART = /* @__PURE__ */ new Set([
	"owner",
	"widening",
	"governance"
]);
function requirementOf(configuration, same) {
	const [first] = same;
	if (first === void 0) throw new RangeError("No requirement to merge.");
	return {
		code: first.code,
		of: first.of ?? "anyone",
		people: first.of === null ? null : peopleOf(configuration, first.of),
		count: Math.max(...same.map(({ count }) => count)),
		distinct: configuration.approval.distinct && APART.has(first.code),
		confirm: same.some(({ confirm }) => confirm),
		reason: [...Map.groupBy(same, ({ why }) => why)].map(([why, wants]) => `${why} ${aboutsText(wants)}`).join("; ")
	};
}
function aboutsText(wants) {
	const abouts = [...new Set(wants.map(({ about }) => about))];
	const more = abouts.length > 3 ? ` and ${abouts.length - 3} more` : "";
	return `${abouts.slice(0, 3).join(", ")}${more}`;
}
/**
* The people that a name stands for: a group's members, or the login or team itself, or all whom CODEOWNERS names, as `@login @org/team`;
* each with the id to which any group pins them.
*/
function peopleOf(configuration, name) {
	const members = Object.hasOwn(configuration.people, name) ? configuration.people[name] ?? [] : namedBy(name);
	return [...new Set(members.map((member) => asPinned(member, configuration)))];
}
/** No group and no login begins with `@`, so that nobody is taken for a group. */
function namedBy(name) {
	return name.split(" ").map((one) => one.startsWith("@") && !isTeam(one) ? one.slice(1) : one);
}

export { byRisk as a, highestOf as c, adoptionOf as d, claimMend as f, unappliedRequirements as i, AssessedAccess as l, newlyAdopted as m, ownersOf as n, RISK_LEVELS as o, claimReason as p, peopleOf as r, compareRisk as s, defaultRequirements as t, adoptionNote as u };