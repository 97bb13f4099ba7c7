import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { i as planDigest } from "./digest.js";
import { t as CountersignError } from "./errors.js";
import { c as decodeHandedState, u as handedStates } from "./read-live.js";
import { a as visible } from "./text.js";
import { n as renderReport, t as renderTerminal } from "./terminal.js";
import { a as formatDiagnostics } from "./inputs.js";
import { t as runWith } from "./given.js";
import { i as saveText, o as encodePlanFile, r as readWhole } from "./live-file.js";
import { r as planWorkingTree } from "./planning.js";
import { t as liveLine } from "./progress.js";
import { posix } from "node:path";

// src/cli/plan.ts
/** Columns where there is no terminal. */
const WIDTH = 120;
const definition = {
	name: "plan",
	help: [
		"Plans what the working tree, as it is on disk, would change in the live systems. Reads only; nothing is applied.",
		"With --base, or without anything, it is the plan that a pull request would get: what differs from that commit, by the rules of that commit.",
		"With --all, every declared identity is compared with what is live, by the rules of the working tree, and what is live and not declared is listed; that is no change.",
		"Credentials come from the environment variables that the configuration names under 'read'; no other is looked at.",
		"Exits with 1 on errors and when anything could not be read, with 0 otherwise; with --exit-code, with 2 when there is anything to do or anything is blocked."
	].join("\n"),
	options: {
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		all: {
			type: "flag",
			description: "Compare every declared identity with what is live."
		},
		base: {
			type: "text",
			value: "REF",
			description: "Compare with this commit instead of the merge base of HEAD and the default branch."
		},
		live: {
			type: "texts",
			value: "FILE",
			description: "Take what `read` wrote of a source instead of reading it."
		},
		out: {
			type: "text",
			value: "FILE",
			description: "Write plan, assessment and digest as JSON, too."
		},
		format: {
			type: "choice",
			values: [
				"text",
				"markdown",
				"json"
			],
			description: "What is printed."
		},
		"exit-code": {
			type: "flag",
			description: "Exit with 2 when there are changes."
		}
	},
	positionals: {
		name: "",
		minimum: 0,
		maximum: 0
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => plan(context, given))
};
async function plan(context, given) {
	const wish = {
		...wishOf(given),
		handed: await handedIn(context, given)
	};
	const line = liveLine(context.stderr);
	const result = await planWorkingTree(context, wish, line.report).finally(line.clear);
	if (result.kind === "invalid") return invalid(context, result);
	const { planned, against } = result;
	const digest = planDigest(planned.plan);
	context.stderr.write(visible(`Compared with ${against}.`) + "\n");
	const out = given.text("out");
	if (out !== null) await saveText(context, out, encodePlanFile(planned.plan, digest, planned.assessment));
	context.stdout.write(printed(planned, digest, given.text("format"), wish, context));
	return exitCode(planned, wish, given.flag("exit-code"));
}
/** @throws CountersignError `live-state-unusable`. */
async function handedIn(context, given) {
	const states = given.texts("live").map(async (path) => {
		const bytes = await readWhole(context, path);
		return decodeHandedState(bytes, path);
	});
	return handedStates(await Promise.all(states), context.clock.now().toISOString());
}
/** @throws CountersignError `arguments-contradict`. */
function wishOf(given) {
	const config = posix.normalize(given.text("config") ?? ".github/countersign.yaml");
	const revision = given.text("base");
	if (!given.flag("all")) return {
		kind: "base",
		config,
		revision
	};
	if (revision === null) return {
		kind: "all",
		config
	};
	throw new CountersignError("arguments-contradict", "--all compares with what is live, --base with a commit.", { mend: "Give one of the two." });
}
function invalid(context, result) {
	context.stderr.write(formatDiagnostics(result.diagnostics, "text"));
	context.stderr.write(visible(`The configuration ${result.where} cannot be used, so nothing was planned.`) + "\n");
	return 1;
}
function printed({ plan: made, assessment }, digest, format, wish, { stdout, env }) {
	if (format === "json") return encodePlanFile(made, digest, assessment);
	if (format === "markdown") return renderReport(made, digest, assessment);
	return renderTerminal(made, digest, assessment, {
		color: wantsColor(stdout, env),
		width: stdout.columns ?? WIDTH,
		unmanaged: wish.kind === "all" ? "listed" : "counted"
	});
}
/** See https://no-color.org. */
function wantsColor({ isTTY }, env) {
	return isTTY && (env("NO_COLOR") ?? "") === "";
}
function exitCode({ plan: made, assessment }, wish, detailed) {
	if (assessment.errored || !assessment.complete) return 1;
	if (made.changes.some(({ blocked }) => blocked.some(({ code }) => code === "attribute-unread"))) return 1;
	if (wish.kind === "all" && assessment.sources.some(({ complete }) => !complete)) return 1;
	const pending = made.changes.some(({ steps, blocked }) => steps.length > 0 || blocked.length > 0);
	return detailed && pending ? 2 : 0;
}

export { command };