import { l as CONFIGURATION_PATH, t as load } from "./load.js";
import { i as formatDiagnostics, n as readDesired, r as readInputs, t as readConfiguration } from "./inputs.js";
import { t as runWith } from "./given.js";
import { posix } from "node:path";

// src/cli/validate.ts
const FORMATS = [
	"text",
	"json",
	"github"
];
const definition = {
	name: "validate",
	help: ["Checks the configuration and every document that its globs name, or only the given files, without any live system.", "Reports everything that is wrong at once, as file:line:column: code: cause — mend, and exits with 1 if anything is."].join("\n"),
	options: {
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		format: {
			type: "choice",
			values: FORMATS,
			description: "Lines, JSON, or annotations of a workflow run."
		}
	},
	positionals: {
		name: "FILE",
		minimum: 0,
		maximum: 1e4
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => validateGiven(context, given))
};
async function validateGiven(context, given) {
	const format = FORMATS.find((name) => name === given.text("format")) ?? "text";
	return report(context, await validate(context, posix.normalize(given.text("config") ?? ".github/countersign.yaml"), [...new Set(given.positionals.map((path) => posix.normalize(path)))]), format);
}
async function validate(context, config, paths) {
	const providers = [...(await context.providers()).values()];
	const read = await readConfiguration(context.files, providers, config);
	if (read.kind === "invalid") return {
		diagnostics: [...read.diagnostics, notJudged(config)],
		documents: 0
	};
	const { inputs, diagnostics } = await chosen(context, read.configuration, paths.filter((path) => path !== config));
	const loaded = load(inputs, {
		providers,
		configuration: read.configuration
	});
	const documents = loaded.state.identities.length + loaded.state.reconciliations.length;
	return {
		diagnostics: [...diagnostics, ...loaded.diagnostics],
		documents
	};
	async function chosen(from, configuration, named) {
		return paths.length === 0 ? await readDesired(from.files, configuration) : await readInputs(from.files, named);
	}
}
/** Sources and people are unknown without a configuration, so documents would only be reported for what is not their fault. */
function notJudged(config) {
	return {
		code: "documents-not-judged",
		severity: "warning",
		cause: "Documents were not checked.",
		mend: "Mend the configuration first.",
		location: {
			path: config,
			line: 1,
			column: 1
		}
	};
}
function report(context, { diagnostics, documents }, format) {
	context.stdout.write(formatDiagnostics(diagnostics, format));
	const errors = diagnostics.filter(({ severity }) => severity === "error").length;
	const found = errors === 0 ? "no errors" : errors === 1 ? "1 error" : `${errors} errors`;
	if (format === "text") context.stderr.write(`${documents} sound ${documents === 1 ? "document" : "documents"}, ${found}.\n`);
	return errors === 0 ? 0 : 1;
}

export { command };