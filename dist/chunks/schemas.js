import { a as offered, t as configurationSchema } from "./schema.js";
import { t as policySchema } from "./schema2.js";
import { n as documentSchema, r as reconciliationSchema, t as API_VERSION } from "./envelope.js";
import { t as CountersignError } from "./errors.js";
import { a as visible } from "./text.js";
import { t as runWith } from "./given.js";
import { posix } from "node:path";

// src/core/desired/schema-files.ts
/**
* JSON Schemas for editors, by file name: one for each kind, one for the configuration,
* and `Document`, which tells the kinds apart by themselves, for files that hold several.
*/
function schemaFiles(all) {
	const providers = offered(all);
	const kinds = providers.flatMap((provider) => provider.kinds);
	const schemas = [
		...kinds.map((kind) => [kind.kind, documentSchema(kind)]),
		["Reconciliation", reconciliationSchema],
		["Configuration", configurationSchema(providers)],
		["Policy", policySchema],
		["Document", anyDocument([...kinds.map(({ kind }) => kind), "Reconciliation"])]
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