import { o as offered, t as configurationSchema } from "./schema.js";
import { r as exceptionSchema, t as policySchema } from "./schema3.js";
import { t as isJsonObject } from "./json.js";
import { o as pointerTokens } from "./place.js";
import { a as reconciliationSchema, r as documentSchema, t as API_VERSION } from "./envelope.js";
import { n as profileSchema, t as SHARING } from "./shared-schema.js";
import { t as CountersignError } from "./errors.js";
import { a as visible } from "./text.js";
import { t as runWith } from "./given.js";
import { posix } from "node:path";

// src/core/controls/schema.ts
const TEXT_OR_NULL = { type: ["string", "null"] };
const line = {
	type: "object",
	description: "What the plan shows of one control.",
	additionalProperties: false,
	required: [
		"control",
		"title",
		"source",
		"status",
		"evidence"
	],
	properties: {
		control: {
			type: "string",
			description: "Its id, such as NHI5:2025 or CM-5(4)."
		},
		title: {
			...TEXT_OR_NULL,
			description: "What it asks for, in short; null: only rules of a team name it."
		},
		source: {
			...TEXT_OR_NULL,
			description: "The document that defines it; null as title."
		},
		status: {
			enum: [
				"pass",
				"fail",
				"open",
				"not-assessable"
			],
			description: "open: approvals that are asked for are missing. not-assessable: the plan shows nothing of it."
		},
		evidence: {
			type: "array",
			minItems: 1,
			maxItems: 6,
			description: "What shows it, or why nothing does.",
			items: {
				type: "string",
				description: "A sentence."
			}
		}
	}
};
/** JSON Schema of what `countersign policy controls --format json` writes. */
const controlsSchema = {
	$schema: "https://json-schema.org/draft/2020-12/schema",
	title: "Controls",
	description: "What one plan shows of each control. It claims compliance with nothing.",
	type: "object",
	additionalProperties: false,
	required: [
		"formatVersion",
		"digest",
		"controls"
	],
	properties: {
		formatVersion: {
			const: "1",
			description: "Version of this format."
		},
		digest: {
			type: "string",
			pattern: "^sha256:[0-9a-f]{64}$",
			description: "The plan, by its digest."
		},
		controls: {
			type: "array",
			description: "One line for each control.",
			items: line
		}
	}
};

// src/core/desired/editor-schema.ts
const REFERENCE = {
	type: "object",
	description: "The content of a file beside this document.",
	additionalProperties: false,
	required: ["file"],
	properties: { file: {
		type: "string",
		minLength: 1,
		description: "Path of a .json file, from this document's folder, such as policy.json."
	} }
};
/**
* JSON Schema of a document as people write it: for one source or several, with profiles, and with files in the place of values. What
* it means together with them is judged by the schema of one identity.
*/
function editorSchema(kind) {
	const whole = documentSchema(kind);
	const { metadata, spec } = objectAt(whole, "properties");
	const definitions = objectAt(whole, "$defs");
	const { required, ...open } = (kind.files ?? []).reduce((schema, pattern) => withFileAt(schema, pointerTokens(pattern), definitions), spec);
	const schema = {
		...whole,
		properties: {
			...objectAt(whole, "properties"),
			metadata: sharedMetadata(metadata),
			spec: open
		}
	};
	if (required === void 0) return schema;
	const complete = {
		description: "Complete by itself, as no profile says more.",
		required
	};
	return {
		...schema,
		if: { properties: { metadata: { required: ["profiles"] } } },
		else: { properties: { spec: complete } }
	};
}
function sharedMetadata(metadata) {
	const required = metadata["required"].filter((key) => key !== "source");
	return {
		...metadata,
		required,
		properties: {
			...objectAt(metadata, "properties"),
			...SHARING
		},
		anyOf: [{ required: ["source"] }, { required: ["sources"] }]
	};
}
/** @param tokens reference tokens into a value of the schema, in which `*` is any member */
function withFileAt(schema, tokens, definitions) {
	const [first, ...rest] = tokens;
	if (first === void 0) return {
		description: schema["description"] ?? "",
		anyOf: [schema, REFERENCE]
	};
	const named = typeof schema["$ref"] === "string" ? definitions[schema["$ref"].replace("#/$defs/", "")] : void 0;
	const own = isJsonObject(named) ? named : schema;
	const within = (item) => isJsonObject(item) ? withFileAt(item, rest, definitions) : item;
	const properties = objectAt(own, "properties");
	if (first !== "*") return {
		...own,
		properties: {
			...properties,
			...first in properties ? { [first]: within(properties[first] ?? null) } : {}
		}
	};
	const members = ["additionalProperties", "items"].filter((key) => isJsonObject(own[key]));
	return {
		...own,
		...Object.fromEntries(members.map((key) => [key, within(own[key] ?? null)]))
	};
}
function objectAt(schema, key) {
	const value = schema[key];
	return isJsonObject(value) ? value : {};
}

// src/core/desired/schema-files.ts
/**
* JSON Schemas for editors, by file name: one for each kind, for the configuration, for policies and for the report of controls,
* and `Document`, which tells the kinds apart by themselves, for files that hold several.
*/
function schemaFiles(all) {
	const providers = offered(all);
	const kinds = providers.flatMap((provider) => provider.kinds);
	const schemas = [
		...kinds.map((kind) => [kind.kind, editorSchema(kind)]),
		["Profile", profileSchema],
		["Reconciliation", reconciliationSchema],
		["Configuration", configurationSchema(providers)],
		["Policy", policySchema],
		["Exception", exceptionSchema],
		["Controls", controlsSchema],
		["Document", anyDocument([
			...kinds.map(({ kind }) => kind),
			"Profile",
			"Reconciliation"
		])]
	];
	return new Map(schemas.map(([name, schema]) => [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]));
}
function anyDocument(kinds) {
	const choices = kinds.map((kind) => {
		return {
			if: {
				properties: { kind: { const: kind } },
				required: ["kind"]
			},
			then: { $ref: `./${kind}.json` }
		};
	});
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "Document",
		description: "Any document of the desired state.",
		type: "object",
		required: ["apiVersion", "kind"],
		properties: {
			apiVersion: {
				const: API_VERSION,
				description: "Version of the format of this document."
			},
			kind: {
				enum: kinds,
				description: "What sort of document this is."
			}
		},
		allOf: choices
	};
}

// src/cli/schemas.ts
const definition = {
	name: "schemas",
	help: [
		"Writes the JSON Schemas of the configuration and of every kind, as this version knows them, for editors.",
		"The first line of a document names its schema, as in: # yaml-language-server: $schema=../../schemas/PostgresRole.json",
		"Files of the same names are replaced. Commit the folder, and run this again after an update."
	].join("\n"),
	options: { out: {
		type: "text",
		value: "DIR",
		description: "Where the files go.",
		default: "schemas"
	} },
	positionals: {
		name: "",
		minimum: 0,
		maximum: 0
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => write(context, given))
};
async function write({ files, providers, stdout }, given) {
	const folder = given.text("out") ?? "";
	for (const [name, text] of schemaFiles([...(await providers()).values()])) {
		const path = posix.join(folder, name);
		if (await files.write(path, Buffer.from(text), "replace") !== "written") throw linked(path);
		stdout.write(`wrote ${visible(path)}\n`);
	}
	return 0;
}
function linked(path) {
	return new CountersignError("out-not-a-file", "A schema was not written: the path is or goes through a symbolic link.", {
		evidence: path,
		mend: "Name a plain folder."
	});
}

export { command };