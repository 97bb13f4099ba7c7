import { t as compareText } from "./address.js";
import { l as isPatternMark, o as unescapePointer, t as differences } from "./leaves.js";
import { a as normalizeSpec, c as isPattern, i as nameOf, l as keepersOf, n as addressOf, o as projectForm, r as formOf, s as expansionsOf, t as fileBacked } from "./system.js";
import { t as isJsonObject } from "./json.js";

// src/providers/memory/kinds.ts
const others = {
	type: "object",
	description: "Says that what the list does not name is kept.",
	properties: { others: {
		const: "keep",
		description: "Keep what is not listed."
	} },
	required: ["others"],
	additionalProperties: false
};
const specSchema = {
	type: "object",
	description: "An account of the in-memory system.",
	properties: {
		enabled: {
			type: "boolean",
			description: "Whether the account may be used."
		},
		tier: {
			type: "string",
			description: "Fixed when the account is created; another tier needs another account.",
			minLength: 1,
			maxLength: 100
		},
		note: {
			type: ["string", "null"],
			description: "Free text kept with the account.",
			maxLength: 1e3
		},
		actsAs: {
			type: "array",
			description: "Accounts whose rights this one may use.",
			maxItems: 1e3,
			items: { anyOf: [{
				type: "string",
				description: "An account's name.",
				minLength: 1,
				maxLength: 200
			}, others] }
		},
		grants: {
			type: "array",
			description: "What the account may do.",
			maxItems: 1e4,
			items: { anyOf: [{
				type: "object",
				description: "Actions on one resource, or on each resource that a pattern with * matches.",
				properties: {
					on: {
						type: "string",
						description: "Resource name; * stands for any characters.",
						minLength: 1,
						maxLength: 200
					},
					actions: {
						type: "array",
						description: "Actions.",
						items: {
							type: "string",
							description: "An action.",
							minLength: 1,
							maxLength: 100
						},
						minItems: 1,
						maxItems: 100
					}
				},
				required: ["on", "actions"],
				additionalProperties: false
			}, others] }
		}
	},
	additionalProperties: false
};
const memoryAccount = {
	kind: "MemoryAccount",
	identityClass: "service account",
	specSchema,
	deleteSchema: {
		type: "object",
		description: "There is nothing to choose.",
		properties: {},
		additionalProperties: false
	},
	immutable: ["/tier"],
	files: ["/grants"]
};

// src/providers/memory/manifests.ts
const VERSION = "memory.example/v1";
/**
* `Account` and `Grant` documents of the API version `memory.example/v1`, in whatever files: an account is what its own document
* and all grants that name it say together. Everything else is about other things.
*/
function memoryManifests(documents) {
	const accounts = documents.flatMap(accountIn);
	const grants = documents.flatMap(grantIn);
	return {
		identities: accounts.map((account) => identityOf(account, grants.filter((grant) => grant.account === account.name))),
		diagnostics: []
	};
}
function identityOf({ document, name, enabled }, grants) {
	const places = new Map([["", {
		document,
		pointer: ""
	}], ...grants.map((grant, index) => [`/grants/${index}`, {
		document: grant.document,
		pointer: ""
	}])]);
	return {
		kind: "MemoryAccount",
		name,
		spec: {
			...enabled === void 0 ? {} : { enabled },
			grants: grants.map(({ on, actions }) => ({
				on,
				actions
			}))
		},
		document,
		annotations: "/metadata/annotations",
		others: grants.map((grant) => grant.document),
		places
	};
}
function accountIn(document) {
	const { value } = document;
	if (!isJsonObject(value) || value["apiVersion"] !== VERSION || value["kind"] !== "Account") return [];
	const metadata = value["metadata"];
	const name = isJsonObject(metadata) ? metadata["name"] : void 0;
	return typeof name === "string" ? [{
		document,
		name,
		enabled: value["enabled"]
	}] : [];
}
function grantIn(document) {
	const { value } = document;
	if (!isJsonObject(value) || value["apiVersion"] !== VERSION || value["kind"] !== "Grant") return [];
	const { account, on = null, actions = null } = value;
	return typeof account === "string" ? [{
		document,
		account,
		on,
		actions
	}] : [];
}

// src/providers/memory/steps.ts
const ACCOUNT_FACET = [
	"enabled",
	"tier",
	"note"
];
/** One step for the account itself, one for what it acts as, one for its grants. */
function stepsOf(draft) {
	switch (draft.action) {
		case "create": return {
			steps: creation(draft.after),
			irreversible: [],
			blocked: []
		};
		case "update":
		case "disable": return {
			steps: edits(draft.before, draft.after),
			irreversible: [],
			blocked: []
		};
		case "delete": return {
			steps: [deletion(draft.before)],
			irreversible: [{
				code: "account-deleted",
				message: "the account cannot be brought back"
			}],
			blocked: []
		};
		case "replace": return {
			steps: [deletion(draft.before), ...creation(draft.after)],
			irreversible: [{
				code: "account-replaced",
				message: "the old account cannot be brought back"
			}],
			blocked: []
		};
	}
}
function deletion(before) {
	return {
		stage: 0,
		effect: { kind: "delete" },
		expect: before,
		result: null,
		repeat: "idempotent"
	};
}
function creation(after) {
	const form = after ?? {};
	const set = {
		enabled: true,
		tier: "standard",
		note: null,
		...facet(after, ACCOUNT_FACET)
	};
	return [{
		stage: 0,
		effect: {
			kind: "create",
			set
		},
		expect: null,
		result: set,
		repeat: "intent"
	}, ...edits({
		...form.actsAs === void 0 ? {} : { actsAs: {
			others: form.actsAs.others,
			values: {}
		} },
		...form.grants === void 0 ? {} : { grants: {
			others: form.grants.others,
			values: {}
		} },
		...facet(after, ACCOUNT_FACET)
	}, after)];
}
function edits(before, after) {
	const [left, right] = [before ?? {}, after ?? {}];
	const steps = [];
	if (differences(facet(before, ACCOUNT_FACET), facet(after, ACCOUNT_FACET)).length > 0) steps.push(step({
		kind: "update",
		set: facet(after, ACCOUNT_FACET)
	}, facet(before, ACCOUNT_FACET), facet(after, ACCOUNT_FACET)));
	if (differences(facet(before, ["actsAs"]), facet(after, ["actsAs"])).length > 0) {
		const [old, next] = [Object.keys(left.actsAs?.values ?? {}), Object.keys(right.actsAs?.values ?? {})];
		const effect = {
			kind: "acts-as",
			add: next.filter((name) => !old.includes(name)).sort(),
			remove: old.filter((name) => !next.includes(name)).sort()
		};
		steps.push(step(effect, facet(before, ["actsAs"]), facet(after, ["actsAs"])));
	}
	if (differences(facet(before, ["grants"]), facet(after, ["grants"])).length > 0) steps.push(step(grantEffect(left.grants?.values ?? {}, right.grants?.values ?? {}), facet(before, ["grants"]), facet(after, ["grants"])));
	return steps;
}
function step(effect, expect, result) {
	return {
		stage: 0,
		effect,
		expect,
		result,
		repeat: "idempotent"
	};
}
function facet(attributes, keys) {
	return Object.fromEntries(Object.entries(attributes ?? {}).filter(([key]) => keys.includes(key)));
}
function grantEffect(before, after) {
	const changed = differences(before, after).map((difference) => ({
		...difference,
		edit: editOf(difference.pointer)
	}));
	const plain = changed.filter(({ before: left, after: right }) => !isPatternMark(left) && !isPatternMark(right));
	const pattern = changed.filter(({ after: right }) => isPatternMark(right));
	return {
		kind: "grants",
		add: plain.filter(({ after: right }) => right !== void 0).map(({ edit }) => edit),
		remove: plain.filter(({ after: right }) => right === void 0).map(({ edit }) => edit),
		fill: pattern.filter(({ after: right }) => stateOf(right) === "held").map(({ edit }) => ({
			...edit,
			except: []
		})),
		empty: pattern.filter(({ after: right }) => stateOf(right) === "none").map(({ edit }) => ({
			...edit,
			except: keepersOf(after, edit.action)
		}))
	};
}
function stateOf(leaf) {
	return isPatternMark(leaf) ? leaf.state : null;
}
function editOf(pointer) {
	const [resource, action] = pointer.split("/").slice(1).map(unescapePointer);
	return {
		resource: resource ?? "",
		action: action ?? ""
	};
}

// src/providers/memory/index.ts
/** The reference implementation: a system small enough to see through. `open` turns a connection's secret into the system. */
function memoryProvider(open = fileBacked) {
	return {
		name: "memory",
		hidden: true,
		kinds: [memoryAccount],
		boundarySchema: {
			type: "object",
			description: "The whole system is managed.",
			properties: {},
			additionalProperties: false
		},
		optionsSchema: {
			type: "object",
			description: "There is nothing to choose.",
			properties: {},
			additionalProperties: false
		},
		lint: () => [],
		normalize: (_kind, spec, context) => normalizeSpec(spec, context),
		project: (object, guide, live) => projectForm(object.attributes, guide, resourcesOf(live)),
		inventory: (object) => object.attributes,
		disabled: () => ({
			kind: "after",
			after: { enabled: false }
		}),
		references: (source, _kind, attributes) => Object.keys(attributes.actsAs?.values ?? {}).map((name) => addressOf(source, name)),
		steps: stepsOf,
		outside: () => null,
		permissions: permissionsOf,
		risk: {
			reaches,
			escalations: () => [],
			ownIdentities: () => []
		},
		expansions: (attributes, live) => expansionsOf(attributes, resourcesOf(live)),
		summary: (live) => `in-memory system ${live.target["id"] ?? ""}, ${live.objects.length} accounts`,
		toDocument: (object) => ({
			kind: "MemoryAccount",
			name: nameOf(object.address),
			spec: documentOf(object.attributes),
			notModelled: []
		}),
		manifests: memoryManifests,
		reader: (connection) => memoryReader(connection, () => open(connection.secret))
	};
}
/** One for the whole process: what was compiled for it is kept by it. */
const memory = memoryProvider();
/** A star in a resource stands for any characters. */
function reaches({ resource, action }) {
	return [{
		resource: resource.replaceAll("*", "**"),
		actions: [action]
	}];
}
function resourcesOf(live) {
	return live.facts["resources"];
}
function permissionsOf(address, attributes) {
	const form = attributes;
	const grants = Object.entries(form.grants?.values ?? {}).flatMap(([resource, actions]) => Object.entries(actions).filter(([, leaf]) => leaf === "granted" || isPatternMark(leaf) && leaf.state === "held").map(([action]) => ({
		principal: address,
		action,
		resource,
		path: isPattern(resource) ? "pattern" : "direct",
		power: "use"
	})));
	const acts = Object.keys(form.actsAs?.values ?? {}).map((name) => ({
		principal: address,
		action: "act as",
		resource: name,
		path: "direct",
		power: "administer"
	}));
	return [
		...form.enabled === true ? [{
			principal: address,
			action: "sign in",
			resource: "account",
			path: "direct",
			power: "use"
		}] : [],
		...acts,
		...grants
	];
}
function documentOf(attributes) {
	const form = attributes;
	return {
		enabled: form.enabled ?? false,
		tier: form.tier ?? "",
		note: form.note ?? null,
		actsAs: Object.keys(form.actsAs?.values ?? {}).sort(compareText),
		grants: Object.entries(form.grants?.values ?? {}).sort(([left], [right]) => compareText(left, right)).map(([on, actions]) => ({
			on,
			actions: Object.keys(actions).sort(compareText)
		}))
	};
}
function memoryReader(connection, open) {
	return {
		identify: async () => ({ id: open().load().id }),
		read: async (query) => readWorld(connection.source, open, query),
		close: async () => {}
	};
}
function readWorld(source, open, query) {
	const world = loadWorld(open);
	if (world === null) return {
		source,
		provider: "memory",
		target: {},
		objects: [],
		unreadable: [UNREACHABLE],
		notModelled: [],
		facts: { resources: [] }
	};
	const objects = Object.entries(world.accounts).map(([name, account]) => ({
		address: addressOf(source, name),
		kind: "MemoryAccount",
		incarnation: account.incarnation,
		attributes: formOf(account),
		facts: account.lastUsed === void 0 ? {} : { lastUsed: account.lastUsed },
		...account.credentials === void 0 ? {} : { credentials: account.credentials },
		...account.managedBy === void 0 ? {} : { managedBy: account.managedBy }
	})).filter(({ address }) => query.kind !== "addresses" || query.addresses.includes(address)).sort((left, right) => compareText(left.address, right.address));
	return {
		source,
		provider: "memory",
		target: { id: world.id },
		objects,
		unreadable: [],
		notModelled: [],
		facts: { resources: world.resources }
	};
}
const UNREACHABLE = {
	address: null,
	pointer: null,
	reason: {
		code: "source-unreachable",
		message: "The in-memory system could not be opened."
	}
};
function loadWorld(open) {
	try {
		return open().load();
	} catch {
		return null;
	}
}

export { memory };