import { r as isOwnMark } from "./creation-mark.js";
import { i as nameOf, o as projectForm, r as formOf, t as fileBacked, u as matches } from "./system.js";

// src/providers/memory/applier.ts
/** Writes to the in-memory system; each step is judged and saved at once, as in one transaction. */
function memoryApplier(open = fileBacked) {
	return {
		name: "memory",
		writer: (connection) => memoryWriter(connection, open(connection.secret))
	};
}
function memoryWriter(_connection, system) {
	return {
		identify: async () => ({ id: system.load().id }),
		observe: async (address, guide) => observe(system.load(), address, guide),
		run: async (request, guard) => await runStep(system, request, guard),
		close: async () => {}
	};
}
function observe(world, address, guide) {
	const account = accountOf(world, address);
	if (account === null) return {
		incarnation: null,
		attributes: null
	};
	const form = formOf(account);
	return {
		incarnation: account.incarnation,
		attributes: guide === null ? form : projectForm(form, guide, world.resources),
		...account.managedBy === void 0 ? {} : { managedBy: account.managedBy }
	};
}
async function runStep(system, request, guard) {
	const world = system.load();
	const found = observeStep(world, request);
	const verdict = guard.judge(found);
	if (verdict.kind === "conflict") return verdict;
	if (verdict.kind === "already-applied") {
		const mark = accountOf(world, request.address)?.mark ?? null;
		if (request.step.expect === null && !isOwnMark(request.marks, mark)) return {
			kind: "conflict",
			pointer: "",
			planned: null,
			found: "was not created by this apply"
		};
		return {
			kind: "already-applied",
			found,
			issued: [],
			remains: []
		};
	}
	const until = awaited(world, request);
	if (until !== null) return {
		kind: "waiting",
		until
	};
	await guard.fence();
	if (JSON.stringify(system.load()) !== JSON.stringify(world)) return await runStep(system, request, guard);
	const next = perform(world, request);
	const after = observeStep(next, request);
	const confirmed = guard.confirm(after);
	if (confirmed.kind === "conflict") return confirmed;
	system.save({
		...next,
		revision: (world.revision ?? 0) + 1
	});
	return {
		kind: "applied",
		found: after,
		issued: [],
		remains: []
	};
}
/** What has to be over before the step can be done. */
function awaited({ busy = [] }, { step }) {
	const effect = step.effect;
	if (effect.kind !== "grants") return null;
	const edits = [
		...effect.add,
		...effect.remove,
		...effect.fill,
		...effect.empty
	];
	const name = busy.find((one) => edits.some(({ resource }) => matches(resource, one)));
	return name === void 0 ? null : {
		description: `${name} is busy`,
		notBefore: null
	};
}
/** Only what the step reads or writes, by the shape of its predictions. */
function observeStep(world, { address, step }) {
	if (step.result !== null) return observe(world, address, {
		base: step.expect,
		head: step.result
	});
	return observe(world, address, step.expect === null ? null : {
		base: null,
		head: step.expect
	});
}
/** Never what an object inherits: an account may be called `constructor`. */
function accountOf(world, address) {
	const name = nameOf(address);
	return Object.hasOwn(world.accounts, name) ? world.accounts[name] ?? null : null;
}
function perform(world, { address, step, marks }) {
	const effect = step.effect;
	const name = nameOf(address);
	const account = accountOf(world, address);
	const rest = Object.fromEntries(Object.entries(world.accounts).filter(([known]) => known !== name));
	if (effect.kind === "delete") return {
		...world,
		accounts: rest
	};
	if (effect.kind === "create") {
		const created = edited({
			...blank(String(world.nextIncarnation)),
			mark: marks.mark
		}, effect.set);
		return {
			...world,
			nextIncarnation: world.nextIncarnation + 1,
			accounts: {
				...rest,
				[name]: created
			}
		};
	}
	if (account === null) return world;
	return {
		...world,
		accounts: {
			...rest,
			[name]: changed(account, effect, world.resources)
		}
	};
}
function blank(incarnation) {
	return {
		incarnation,
		enabled: true,
		tier: "standard",
		note: null,
		actsAs: [],
		grants: {},
		mark: null
	};
}
function edited(account, set) {
	return {
		...account,
		...set
	};
}
function changed(account, effect, resources) {
	switch (effect.kind) {
		case "update": return edited(account, effect.set);
		case "acts-as": return {
			...account,
			actsAs: [...account.actsAs.filter((name) => !effect.remove.includes(name)), ...effect.add]
		};
		case "grants": {
			const fills = effect.fill.flatMap(({ resource, action }) => resources.filter((name) => matches(resource, name)).map((name) => ({
				resource: name,
				action
			})));
			const empties = effect.empty.flatMap(({ resource, action, except }) => Object.keys(account.grants).filter((name) => matches(resource, name) && !except.some((kept) => matches(kept, name))).map((name) => ({
				resource: name,
				action
			})));
			return {
				...account,
				grants: granted(granted(account.grants, [...effect.remove, ...empties], "remove"), [...effect.add, ...fills], "add")
			};
		}
	}
}
function granted(grants, edits, how) {
	const next = new Map(Object.entries(grants));
	for (const { resource, action } of edits) {
		const others = (next.get(resource) ?? []).filter((known) => known !== action);
		next.set(resource, how === "add" ? [...others, action] : others);
	}
	return Object.fromEntries([...next].filter(([, actions]) => actions.length > 0));
}

export { memoryApplier };