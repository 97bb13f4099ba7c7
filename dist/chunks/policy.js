import { l as CONFIGURATION_PATH } from "./overlooked.js";
import { t as CountersignError } from "./errors.js";
import { a as visible } from "./text.js";
import { a as formatDiagnostics, t as readConfiguration } from "./inputs.js";
import { t as runWith } from "./given.js";
import { r as readWhole, s as planFileOf } from "./live-file.js";
import { t as loadedPolicies } from "./policies.js";
import { posix } from "node:path";

// src/cli/policy.ts
const FORMATS = [
	"text",
	"json",
	"github"
];
const definition = {
	name: "policy",
	help: [
		"policy test runs the tests that policies bring with them: those that the configuration names, or all below the folder DIR.",
		"Exits with 1 when a rule holds where it should not, or does not where it should, and when a policy is wrong.",
		"policy explain says of every change of PLAN.json, which plan --out wrote, which rules of the working tree hold, which do not, and why."
	].join("\n"),
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
			description: "How policy test says what fails."
		}
	},
	positionals: {
		name: "test [DIR] | explain PLAN.json",
		minimum: 1,
		maximum: 2
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => perform(context, given))
};
/** @throws CountersignError `policy-question-missing`. */
async function perform(context, given) {
	const [what, where] = given.positionals;
	if (what === "test") return await test(context, given, where ?? null);
	if (what === "explain" && where !== void 0) return await explain(context, given, where);
	throw new CountersignError("policy-question-missing", "What is to be done with policies is not said.", { mend: "Write policy test [DIR] or policy explain PLAN.json." });
}
async function test(context, given, folder) {
	const format = FORMATS.find((name) => name === given.text("format")) ?? "text";
	const loaded = await policiesFor(context, given, folder);
	const { runCases, untested } = await import("./policy2.js");
	const results = runCases(loaded);
	const problems = [
		...loaded.diagnostics,
		...results.flatMap((result) => result.problems),
		...untested(loaded)
	];
	context.stdout.write(formatDiagnostics(problems, format));
	const failed = results.filter((result) => result.problems.length > 0).length;
	const outcome = failed === 0 ? "all cases pass" : `${failed} of ${results.length} cases fail`;
	if (format === "text") context.stderr.write(`${loaded.policies} policies with ${loaded.rules.length} rules and ${results.length} cases: ${outcome}.\n`);
	return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}
async function explain(context, given, path) {
	const { plan, assessment } = planFileOf(await readWhole(context, path), path);
	const loaded = await policiesFor(context, given, null);
	if (loaded.diagnostics.length > 0) {
		context.stderr.write(formatDiagnostics(loaded.diagnostics, "text"));
		return 1;
	}
	const { explanationOf } = await import("./policy2.js");
	const now = context.clock.now().toISOString();
	const lines = explanationOf(loaded, {
		plan,
		changes: assessment.changes,
		now
	});
	context.stdout.write(lines.map((line) => `${visible(line)}\n`).join(""));
	return 0;
}
/** @throws CountersignError `policies-missing` and the first problem of a configuration that cannot be used. */
async function policiesFor(context, given, folder) {
	const config = posix.normalize(given.text("config") ?? ".github/countersign.yaml");
	const configuration = await configurationFor(context, config, folder);
	const policies = folder === null ? configuration.policies : [posix.normalize(folder)];
	const loaded = await loadedPolicies(context.files, {
		...configuration,
		policies
	}, null);
	if (loaded !== null) return loaded;
	throw new CountersignError("policies-missing", "There are no policies.", {
		evidence: folder ?? `${config}: policies`,
		mend: "Name a folder with policies, or name theirs under 'policies' in the configuration."
	});
}
/** A folder of policies can be tried where there is no configuration, as long as it names nobody. */
async function configurationFor(context, path, folder) {
	const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
	if (read.kind === "configuration") return read.configuration;
	const [first] = read.diagnostics;
	if (folder !== null && first?.code === "configuration-missing") return {
		people: {},
		policies: []
	};
	throw new CountersignError(first?.code ?? "configuration-missing", first?.cause ?? "There is no configuration.", {
		evidence: path,
		mend: first?.mend ?? "Write one."
	});
}

export { command };