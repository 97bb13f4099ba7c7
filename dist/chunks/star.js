import { n as asPinned } from "./misplaced-secrets.js";

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

// src/core/star.ts
/** Globs in which `*` stands for any characters, none included, and everything else for itself. */
/** Looks at each character at most once for every `*`-free piece, so that no glob can make it last. */
function fits(glob, text) {
	const [first = "", ...others] = glob.split("*");
	const last = others.pop();
	if (last === void 0) return glob === text;
	if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
	const end = text.length - last.length;
	let from = first.length;
	for (const piece of others) {
		const found = text.indexOf(piece, from);
		if (found === -1 || found + piece.length > end) return false;
		from = found + piece.length;
	}
	return true;
}
/**
* Whether there is a text that fits both. Where both have a star, their ends decide: the longer beginning, the pieces of the one,
* those of the other and the longer end make a text in which either's stars take what is the other's.
*/
function meet(left, right) {
	if (!left.includes("*")) return fits(right, left);
	if (!right.includes("*")) return fits(left, right);
	const [begin, otherBegin] = [left.slice(0, left.indexOf("*")), right.slice(0, right.indexOf("*"))];
	const [end, otherEnd] = [left.slice(left.lastIndexOf("*") + 1), right.slice(right.lastIndexOf("*") + 1)];
	return (begin.startsWith(otherBegin) || otherBegin.startsWith(begin)) && (end.endsWith(otherEnd) || otherEnd.endsWith(end));
}

export { peopleOf as a, ownersOf as i, meet as n, unappliedRequirements as o, defaultRequirements as r, fits as t };