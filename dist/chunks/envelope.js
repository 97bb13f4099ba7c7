import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";

// src/core/desired/envelope.ts
const API_VERSION = "countersign.dev/v1";
const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const NAME = {
	type: "string",
	minLength: 1,
	maxLength: 255
};
const ADDRESS = {
	...NAME,
	maxLength: 2e3
};
const ADDRESS_HELP = "An address: source/Kind/name, with every character but letters, digits, '-', '.', '_' and '~' percent-encoded.";
const NAMESPACE = {
	...NAME,
	description: "The namespace that the identity is in, exactly as the source spells it."
};
const identityMetadata = {
	type: "object",
	description: "Which identity this is, and who answers for it.",
	additionalProperties: false,
	required: ["name", "source"],
	properties: {
		name: {
			...NAME,
			description: "Name of the identity in its source, exactly as the source spells it."
		},
		source: {
			...NAME,
			description: "A source named in .github/countersign.yaml."
		},
		owner: {
			...NAME,
			description: "Who answers for the identity and reviews its changes: a group of the configuration's people or @login."
		},
		purpose: {
			type: "string",
			minLength: 1,
			maxLength: 1e3,
			description: "What the identity is for, for its reviewers."
		},
		expires: {
			type: "string",
			format: "date",
			description: "Day after which the identity should be gone, such as 2027-03-31."
		},
		consumers: {
			type: "array",
			description: "Who uses its credentials, such as jobs or services.",
			maxItems: 1e3,
			uniqueItems: true,
			items: {
				...NAME,
				description: "One consumer."
			}
		},
		adopts: {
			...NAME,
			description: "The tool that manages the object until now and gives it up, as the plan names it: Terraform, Helm … Counts only while it is that tool."
		},
		dependsOn: {
			type: "array",
			description: "Addresses of declared identities, of any source, that are made before this one and removed after it.",
			maxItems: 100,
			uniqueItems: true,
			items: {
				...ADDRESS,
				description: ADDRESS_HELP
			}
		}
	}
};
const reconciliationMetadata = {
	type: "object",
	description: "The name of this request.",
	additionalProperties: false,
	required: ["name"],
	properties: { name: {
		...NAME,
		description: "A name that no other Reconciliation document has ever had."
	} }
};
const reconciliationSpec = {
	type: "object",
	description: "What is asked for, without any edit of a desired state.",
	additionalProperties: false,
	required: [
		"verb",
		"addresses",
		"reason"
	],
	properties: {
		verb: {
			enum: [
				"correct",
				"remove",
				"rotate"
			],
			description: "correct: undo drift; remove: end identities that no document declares; rotate: renew credentials."
		},
		addresses: {
			type: "array",
			description: "Identities it is about.",
			minItems: 1,
			maxItems: 1e3,
			uniqueItems: true,
			items: {
				...ADDRESS,
				description: ADDRESS_HELP
			}
		},
		reason: {
			type: "string",
			minLength: 1,
			maxLength: 2e3,
			description: "Why, for the reviewers and for the record."
		}
	}
};
const documentSchemas = /* @__PURE__ */ new WeakMap();
/**
* JSON Schema of a whole document of one kind, for validation and for editors.
* @throws CountersignError `schema-definitions-collide` when the kind's two schemas define one name differently.
*/
function documentSchema(kind) {
	const known = documentSchemas.get(kind);
	if (known !== void 0) return known;
	const { $defs: specDefinitions, ...spec } = kind.specSchema;
	const { $defs: deleteDefinitions, ...deletion } = kind.deleteSchema;
	const metadata = {
		...identityMetadata,
		required: [...identityMetadata.required, ...kind.namespaced === true ? ["namespace"] : []],
		properties: {
			...identityMetadata.properties,
			...kind.namespaced === true ? { namespace: NAMESPACE } : {},
			onRemove: removalSchema(deletion)
		}
	};
	const schema = envelope(kind.kind, `One ${kind.identityClass}: who answers for it and what it may do.`, metadata, spec, { ...merged(kind.kind, specDefinitions, deleteDefinitions) });
	documentSchemas.set(kind, schema);
	return schema;
}
/** A Reconciliation's `onRemove.delete` is checked against each kind that its addresses name, so it is open here. */
const reconciliationSchema = envelope("Reconciliation", "Asks, through a review, for what needs no edit of a desired state. Only its addition counts; it stays as a record.", reconciliationMetadata, {
	...reconciliationSpec,
	properties: {
		...reconciliationSpec.properties,
		onRemove: removalSchema({
			type: "object",
			description: "Options of the provider, as in the kind's own onRemove."
		})
	}
}, {});
function removalOf(value) {
	if (value === "forget") return { kind: "forget" };
	if (value === "delete") return {
		kind: "delete",
		options: {}
	};
	const options = isRecord(value) && isRecord(value["delete"]) ? value["delete"] : null;
	return options === null ? { kind: "disable" } : {
		kind: "delete",
		options
	};
}
/** As a document says it; `removalOf` reads it back. */
function writtenRemoval(removal) {
	if (removal.kind !== "delete") return removal.kind;
	return Object.keys(removal.options).length === 0 ? "delete" : { delete: removal.options };
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function removalSchema(deletion) {
	return {
		description: "What happens when this document goes away: disable (the default), delete, forget, or delete with options. The version on the base branch decides.",
		anyOf: [{
			enum: [
				"disable",
				"delete",
				"forget"
			],
			description: "disable: leave it without effective access; delete: end it; forget: leave it as it is."
		}, {
			type: "object",
			description: "Deletion with options.",
			additionalProperties: false,
			required: ["delete"],
			properties: { delete: deletion }
		}]
	};
}
function envelope(kind, description, metadata, spec, definitions) {
	return {
		$schema: DRAFT,
		title: kind,
		description,
		type: "object",
		additionalProperties: false,
		required: [
			"apiVersion",
			"kind",
			"metadata",
			"spec"
		],
		properties: {
			apiVersion: {
				const: API_VERSION,
				description: "Version of the format of this document."
			},
			kind: {
				const: kind,
				description: "What sort of document this is."
			},
			metadata,
			spec
		},
		...Object.keys(definitions).length === 0 ? {} : { $defs: definitions }
	};
}
function merged(kind, ...parts) {
	const all = {};
	for (const [name, definition] of parts.flatMap((part) => isJsonObject(part) ? Object.entries(part) : [])) {
		if (all[name] !== void 0 && all[name] !== definition) throw new CountersignError("schema-definitions-collide", `Two schemas of ${kind} define ${name} differently.`, { mend: "Rename one of the definitions." });
		all[name] = definition;
	}
	return all;
}

export { reconciliationSchema as a, envelope as i, NAME as n, removalOf as o, documentSchema as r, writtenRemoval as s, API_VERSION as t };