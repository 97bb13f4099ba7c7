import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as CountersignError } from "./errors.js";
import { a as formatDiagnostics, t as readConfiguration } from "./inputs.js";
import { posix } from "node:path";

// src/cli/configuration.ts
/** What `--config` names, without policies. @throws CountersignError the first problem of a configuration that cannot be used. */
async function requiredConfiguration(context, given) {
	const path = posix.normalize(given.text("config") ?? ".github/countersign.yaml");
	const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
	if (read.kind === "configuration") return read.configuration;
	throw configurationError(read.diagnostics, path);
}
/** What `--config` names, with the providers; null once everything that keeps it from being used has been said on standard error. */
async function openConfiguration(context, given) {
	const providers = await context.providers();
	const path = posix.normalize(given.text("config") ?? ".github/countersign.yaml");
	const read = await readConfiguration(context.files, [...providers.values()], path);
	if (read.kind === "configuration") return {
		configuration: read.configuration,
		providers
	};
	context.stderr.write(formatDiagnostics(read.diagnostics, "text"));
	return null;
}
function configurationError([first], path) {
	return new CountersignError(first?.code ?? "configuration-missing", first?.cause ?? "There is no configuration.", {
		evidence: path,
		mend: first?.mend ?? "Write one."
	});
}

export { openConfiguration as n, requiredConfiguration as r, configurationError as t };