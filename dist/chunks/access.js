import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as sourceNamed } from "./source-named.js";
import { t as CountersignError } from "./errors.js";
import { a as isWhollyUnread } from "./read-live.js";
import { n as compareAccess, t as plannedAccess } from "./planned.js";
import { a as visible } from "./text.js";
import { t as basisText } from "./basis.js";
import { i as parseAddress, t as compareText } from "./address.js";
import { n as openConfiguration } from "./configuration.js";
import { t as runWith } from "./given.js";
import { i as readEstate, t as liveLine } from "./progress.js";
import { c as planOfFile, i as saveText, n as encodeLiveFile, r as readWhole, t as decodeLiveFile } from "./live-file.js";

// src/cli/access-answer.ts
/** @throws CountersignError `access-principal-unknown`, `access-resource-unknown`, `access-plan-elsewhere`, and what a step that is no provider's throws. */
function answer(model, live, question, plan) {
	if (plan === null) return {
		...listed(question, [model.index(live)]),
		changes: null,
		blocked: []
	};
	const { before, after, affected, differences, blocked } = plannedAccess(model, live, plan);
	const asked = listed(question, [after, before]);
	switch (question.kind) {
		case "plan": return {
			...asked,
			changes: [...differences],
			blocked
		};
		case "principal": {
			const changes = [...differences].filter(({ permission }) => permission.principal === question.address);
			return {
				...asked,
				changes,
				blocked
			};
		}
		case "resource": {
			const resources = resolved(question.resource, [after, before]);
			return {
				...asked,
				changes: [...compareAccess(before, after, about(resources, affected, model))],
				blocked
			};
		}
	}
}
/** What a plan does to a wider resource it does to the parts of it. */
function* about(resources, affected, model) {
	for (const { principal, resources: all } of affected) {
		const known = new Set(all);
		const same = resources.filter((one) => known.has(one));
		const found = same.length > 0 ? same : resources.filter((one) => all.some((whole) => model.covers(whole, one)));
		if (found.length > 0) yield {
			principal,
			resources: found
		};
	}
}
/** The first index answers; an identity or a resource may also be one that only the others know. */
function listed(question, indexes) {
	const [index] = indexes;
	switch (question.kind) {
		case "plan": return {
			permissions: null,
			everyone: null
		};
		case "principal": {
			const { address } = question;
			if (!indexes.some((one) => one.has(address))) throw unknownPrincipal(address);
			const everyone = {
				address: index.everyone,
				count: index.held(index.everyone).length
			};
			return {
				permissions: index.held(address),
				everyone: address === index.everyone ? null : everyone
			};
		}
		case "resource": return {
			permissions: withoutRepeats(resolved(question.resource, indexes).map((resource) => index.holders(resource))),
			everyone: null
		};
	}
}
/** A part is told where it differs from what it is a part of, which comes first. */
function withoutRepeats(lists) {
	const told = /* @__PURE__ */ new Set();
	return lists.flatMap((list) => {
		const fresh = list.filter((permission) => !told.has(wayOf(permission)));
		for (const permission of fresh) told.add(wayOf(permission));
		return fresh;
	});
}
function wayOf({ principal, action, condition, path }) {
	return JSON.stringify([
		principal,
		action,
		condition,
		path
	]);
}
function resolved(text, indexes) {
	const found = [...new Set(indexes.flatMap((index) => index.resolve(text)))];
	if (found.length > 0) return found;
	throw new CountersignError("access-resource-unknown", "The source has no such resource.", {
		evidence: text.slice(0, 200),
		mend: "Write it as the list of an identity does, such as 'table billing.invoices', 'cluster/shop: secrets' or 'arn:aws:s3:::reports/*'."
	});
}
function unknownPrincipal(address) {
	return new CountersignError("access-principal-unknown", "The source has no identity of this address.", {
		evidence: address.slice(0, 200),
		mend: "Check the spelling. One that is declared and not live yet is known after a plan: `--plan FILE`."
	});
}

// src/render/access-report.ts
/** What one principal holds: a line each way, below each resource. */
function heldLines(permissions) {
	return [...Map.groupBy(permissions, ({ resource }) => resource)].map(([resource, members]) => `${visible(resource)}\n${waysOf(members, "  ")}`).join("");
}
/** Who holds something: the same, by principal below each resource. */
function holderLines(permissions) {
	return [...Map.groupBy(permissions, ({ resource }) => resource)].map(([resource, members]) => `${visible(resource)}\n${principalsOf(members)}`).join("");
}
function principalsOf(permissions) {
	return [...Map.groupBy(permissions, ({ principal }) => principal)].toSorted(([left], [right]) => compareText(left, right)).map(([principal, members]) => `  ${visible(principal)}\n${waysOf(members, "    ")}`).join("");
}
function waysOf(permissions, indent) {
	return [...Map.groupBy(permissions, wayPhrase)].map(([way, members]) => `${indent}${actionList(members)}: ${way}\n`).join("");
}
/** Grant options on all that is held are said once. */
function actionList(permissions) {
	const actions = permissions.map(({ action }) => action);
	const plain = actions.filter((action) => !action.startsWith(GRANT));
	const options = actions.filter((action) => action.startsWith(GRANT));
	const text = options.length === plain.length && plain.every((action) => options.includes(`${GRANT}${action}`)) && plain.length > 0 ? `${plain.join(", ")}, with grant option` : [...plain, ...options].join(", ");
	return visible(text);
}
const GRANT = "grant ";
/** `through readers, after SET ROLE to owner`. */
function wayPhrase({ path, condition }) {
	const chain = path.through.map(nameOf).join(" → ");
	const through = chain === "" ? "" : ` through ${chain}`;
	return visible(`${basisPhrase(path.basis)}${through}${condition === null ? "" : `, ${condition}`}`);
}
/** In a list of everything that is held, what was given is told, too. */
function basisPhrase(basis) {
	return basisText(basis) ?? (basis === "attribute" ? "an attribute" : "granted");
}
const SIGNS = {
	gained: "+",
	lost: "-",
	kept: "=",
	repeated: "="
};
/** One line a change, with how it is or was held otherwise. */
function changeLine(change) {
	const { kind, permission, instead } = change;
	const { principal, action, resource } = permission;
	const what = visible(`${principal}: ${action} on ${resource}`);
	const way = wayPhrase(permission);
	return `${SIGNS[kind]} ${what} ${explained(kind, way, instead === null ? null : wayPhrase(instead))}\n`;
}
function explained(kind, way, instead) {
	switch (kind) {
		case "gained": return `gained: ${way}${instead === null ? "" : `; before: ${instead}`}`;
		case "lost": return `lost: was ${way}${instead === null ? "" : `; still: ${instead}`}`;
		case "kept": return `revoked, and still held: ${instead ?? way}`;
		case "repeated": return `granted, and held before: ${instead ?? way}`;
	}
}
function nameOf(address) {
	return parseAddress(address).name.join("/");
}

// src/cli/access-output.ts
/** Prints what was asked for, and what is not in it. @returns the exit code. */
function printAccess({ stdout, stderr }, format, report) {
	const { live, answered } = report;
	if (format === "json") stdout.write(jsonOf(report));
	else if (answered !== null) stdout.write(textOf(report.question, answered));
	for (const { address, reason } of live.unreadable) stderr.write(visible(`not read: ${address ?? live.source}: ${reason.code}: ${reason.message}`) + "\n");
	if (format !== "json") stderr.write(remarks(report));
	return answered === null || live.unreadable.length > 0 ? 1 : 0;
}
/** What `--format json` prints. `permissions` null: they were not asked for, or the source could not be read. */
function jsonOf({ live, model, question, answered }) {
	const file = {
		formatVersion: "1",
		source: live.source,
		target: live.target,
		complete: live.unreadable.length === 0,
		unreadable: live.unreadable,
		notModelled: live.notModelled,
		limits: model.limits,
		question,
		permissions: answered?.permissions ?? null,
		everyone: answered?.everyone ?? null,
		changes: answered?.changes ?? null,
		blocked: answered?.blocked ?? []
	};
	return `${JSON.stringify(file, withoutActions, 2)}\n`;
}
/** What a permission stands for are thousands of actions where it stands for all. */
function withoutActions(key, value) {
	return key === "actions" ? void 0 : value;
}
function textOf(question, { permissions, everyone, changes, blocked }) {
	const lines = question.kind === "resource" ? holderLines : heldLines;
	return `${permissions === null ? "" : lines(permissions) || "Nothing.\n"}${everyone === null || everyone.count === 0 ? "" : visible(`Everyone has ${everyone.count} more: countersign access ${everyone.address}`) + "\n"}${changes === null ? "" : `What the plan changes:\n${changes.length === 0 ? "  nothing that anybody can do\n" : changes.map(changeLine).join("")}`}${blocked.map((address) => visible(`Blocked, so not in it: ${address}`) + "\n").join("")}`;
}
function remarks({ live, model }) {
	const more = live.notModelled.length;
	const listed = more === 0 ? [] : [`${more} facts of kinds that are not modelled are not in it; --format json lists them.`];
	return [
		...live.unreadable.length === 0 ? [] : ["The answer is not complete."],
		...listed,
		...model.limits
	].map((text) => `${visible(text)}\n`).join("");
}

// src/cli/access.ts
const definition = {
	name: "access",
	help: [
		"Shows who can do what on what, under which condition and through what: memberships, ownership, what everyone is given, attributes.",
		"ADDRESS, such as orders-db/PostgresRole/billing-exporter, lists what that identity holds; --resource lists who holds something on it.",
		"With --plan, as the steps of that plan leave it, followed by what the plan makes somebody gain (+) or lose (-), also through others.",
		"A grant that was held before, or a revoked one that is held otherwise, is neither gained nor lost (=).",
		"Reads the whole source, also outside of its boundary, with the credential that the configuration names under read. Nothing is written.",
		"Exits with 1 on errors and when anything could not be read: then the answer is not complete."
	].join("\n"),
	options: {
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		resource: {
			type: "text",
			value: "NAME",
			description: "Who holds something on this, such as 'table billing.invoices'."
		},
		source: {
			type: "text",
			value: "NAME",
			description: "The source, where neither ADDRESS nor the configuration tells it."
		},
		plan: {
			type: "text",
			value: "FILE",
			description: "What plan --out wrote: access after it, and what it changes."
		},
		live: {
			type: "text",
			value: "FILE",
			description: "Take what --save wrote instead of reading the source."
		},
		save: {
			type: "text",
			value: "FILE",
			description: "Write what was read as JSON, too."
		},
		format: {
			type: "choice",
			values: ["text", "json"],
			description: "What is printed."
		}
	},
	positionals: {
		name: "ADDRESS",
		minimum: 0,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => access(context, given))
};
async function access(context, given) {
	const question = questionOf(given);
	const opened = await openConfiguration(context, given);
	if (opened === null) return 1;
	const { configuration, providers } = opened;
	const plan = await planIn(context, given.text("plan"));
	const source = sourceOf(configuration.sources, question, given.text("source"), plan);
	const model = modelOf(providers, source);
	const file = given.text("live");
	const line = liveLine(context.stderr);
	const reading = {
		configuration,
		providers,
		env: context.env,
		report: line.report
	};
	const live = file === null ? await readEstate(reading, source).finally(line.clear) : decodeLiveFile(await readWhole(context, file), file, source);
	const out = given.text("save");
	if (out !== null) await saveText(context, out, encodeLiveFile(live));
	const answered = isWhollyUnread(live) ? null : answer(model, live, question, plan);
	return printAccess(context, given.text("format"), {
		live,
		model,
		question,
		answered
	});
}
/** @throws CountersignError `access-question-missing`, `arguments-contradict`. */
function questionOf(given) {
	const [address] = given.positionals;
	const resource = given.text("resource");
	if (address !== void 0 && resource !== null) throw new CountersignError("arguments-contradict", "An address asks what it holds, --resource who holds it.", { mend: "Give one of the two." });
	if (address !== void 0) return {
		kind: "principal",
		address
	};
	if (resource !== null) return {
		kind: "resource",
		resource
	};
	if (given.text("plan") !== null) return { kind: "plan" };
	throw new CountersignError("access-question-missing", "It is not said whose access is asked for.", { mend: "Name an identity, a resource with --resource, or a plan with --plan." });
}
async function planIn(context, path) {
	return path === null ? null : planOfFile(await readWhole(context, path), path);
}
/** @throws CountersignError `unknown-source`, `access-source-unclear`. */
function sourceOf(sources, question, named, plan) {
	const wanted = named ?? (question.kind === "principal" ? question.address.split("/")[0] ?? "" : null);
	if (wanted !== null) return sourceNamed({ sources }, wanted);
	const touched = plan === null ? sources : sources.filter(({ name }) => plan.sources.some((one) => one.name === name));
	const [only] = touched;
	if (only !== void 0 && touched.length === 1) return only;
	throw new CountersignError("access-source-unclear", "It is not said which source is meant.", {
		evidence: sources.map(({ name }) => name).join(", ").slice(0, 500),
		mend: "Name one with --source."
	});
}
function modelOf(providers, { name, provider }) {
	const model = providers.get(provider)?.access;
	if (model !== void 0) return model;
	throw new CountersignError("access-not-modelled", "Nobody can tell who may do what in a source of this kind yet.", {
		evidence: `${name} is of the kind ${provider}`,
		mend: "Look at the system's own tools."
	});
}

export { command };