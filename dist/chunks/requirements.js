import { n as asPinned } from "./misplaced-secrets.js";

// src/core/risk.ts
const ORDER = [
	"low",
	"medium",
	"high",
	"critical"
];
function compareRisk(left, right) {
	return ORDER.indexOf(left) - ORDER.indexOf(right);
}
/** The highest level that any reason gives; every level has a reason. */
function riskOf(change, gains, loses) {
	const found = [];
	const administers = gains.filter((permission) => permission.power === "administer");
	if (administers.length > 0) found.push({
		level: "critical",
		reason: {
			code: "gains-administration",
			message: `gains ${administers.map((permission) => permission.action).join(", ")}`
		}
	});
	if (change.irreversible.length > 0) found.push({
		level: "high",
		reason: {
			code: "irreversible",
			message: change.irreversible.map((reason) => reason.message).join("; ")
		}
	});
	if (gains.length > administers.length) found.push({
		level: "medium",
		reason: {
			code: "widens-access",
			message: `gains ${count(gains.length - administers.length, "permission")}`
		}
	});
	if (loses.length > 0) found.push({
		level: "low",
		reason: {
			code: "narrows-access",
			message: `loses ${count(loses.length, "permission")}`
		}
	});
	if (found.length === 0) found.push({
		level: "low",
		reason: {
			code: "no-access-change",
			message: "access stays the same"
		}
	});
	return {
		level: found.reduce((highest, next) => compareRisk(next.level, highest) > 0 ? next.level : highest, "low"),
		reasons: found.map(({ reason }) => reason)
	};
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/core/approval/requirements.ts
/**
* What the configuration's defaults ask for; policies may add to it. All of it by the base branch's rules.
* @param assessments of the plan's changes: which of them gain access.
*/
function defaultRequirements(configuration, plan, assessments) {
	const asks = [
		...plan.changes.flatMap((change) => ownerAsks(configuration, change)),
		...wideningAsks(configuration, assessments),
		...irreversibleAsks(configuration, plan),
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
	return [...Map.groupBy([...owners, ...administrators], ({ code, of }) => `${code}\n${of}`).values()].map((same) => requirementOf(configuration, same));
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
/** A source that the base does not configure has no owner of its own: the administrators answer for it. */
function sourceOwner(configuration, address) {
	const name = decodeURIComponent(address.split("/")[0] ?? "");
	return configuration.sources.find((source) => source.name === name)?.owner ?? configuration.approval.administrators;
}
function wideningAsks(configuration, assessments) {
	const of = configuration.approval.widening;
	if (of === null) return [];
	return assessments.filter(({ gains }) => gains.length > 0).map(({ address }) => ({
		code: "widening",
		of,
		count: 1,
		confirm: false,
		why: "access is widened:",
		about: address
	}));
}
function irreversibleAsks(configuration, plan) {
	const count = Math.max(1, configuration.approval.irreversible);
	return plan.changes.filter(({ irreversible }) => irreversible.length > 0).map(({ address }) => ({
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
	return plan.governance.map(({ path }) => ({
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
	const abouts = [...new Set(same.map(({ about }) => about))].toSorted();
	const more = abouts.length > 3 ? ` and ${abouts.length - 3} more` : "";
	return {
		code: first.code,
		of: first.of ?? "anyone",
		people: first.of === null ? null : peopleOf(configuration, first.of),
		count: Math.max(...same.map(({ count }) => count)),
		distinct: configuration.approval.distinct && APART.has(first.code),
		confirm: same.some(({ confirm }) => confirm),
		reason: `${first.why} ${abouts.slice(0, 3).join(", ")}${more}`
	};
}
/** The people that a name stands for: a group's members, or the login or team itself; each with the id to which any group pins them. */
function peopleOf(configuration, name) {
	const members = Object.hasOwn(configuration.people, name) ? configuration.people[name] ?? [] : [name];
	return [...new Set(members.map((member) => asPinned(member, configuration)))];
}

export { compareRisk as a, unappliedRequirements as i, ownersOf as n, riskOf as o, peopleOf as r, defaultRequirements as t };