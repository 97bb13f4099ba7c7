import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as CountersignError } from "./errors.js";
import { a as isWhollyUnread, l as encodeHandedState } from "./read-live.js";
import { a as visible } from "./text.js";
import { i as unreadablePhrase } from "./errors2.js";
import { p as plain } from "./words.js";
import { t as readForOthers } from "./read-source.js";
import { n as openConfiguration } from "./configuration.js";
import { t as runWith } from "./given.js";
import { a as requestOf, t as liveLine } from "./progress.js";
import { i as saveText } from "./live-file.js";

// src/cli/read.ts
const SHOWN = 20;
const definition = {
	name: "read",
	help: [
		"Reads one source, SOURCE, and writes what was found to a file, from which `plan --live` plans elsewhere without any connection to it.",
		"Everything within its boundary is read and, where it is known how, everything that decides about effective access.",
		"Nothing is written to the source. The file holds names and rights, and no secret.",
		"Exits with 1 when anything could not be read; the file then says so, and a plan from it is incomplete."
	].join("\n"),
	options: {
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		out: {
			type: "text",
			value: "FILE",
			description: "Where it is written. Needed."
		}
	},
	positionals: {
		name: "SOURCE",
		minimum: 1,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => read(context, given))
};
/** @throws CountersignError `out-missing`, `unknown-source`. */
async function read(context, given) {
	const out = given.text("out");
	if (out === null) throw new CountersignError("out-missing", "It is not said where the state is to be written.", { mend: "Name a file with --out." });
	const opened = await openConfiguration(context, given);
	if (opened === null) return 1;
	const { configuration, providers } = opened;
	const line = liveLine(context.stderr);
	const reading = requestOf({
		configuration,
		providers,
		env: context.env,
		report: line.report
	});
	const [name = ""] = given.positionals;
	const state = await readForOthers(reading, name, context.clock.now().toISOString()).finally(line.clear);
	await saveText(context, out, encodeHandedState(state));
	const { live } = state;
	for (const unreadable of live.unreadable.slice(0, SHOWN)) context.stderr.write(visible(`not read: ${plain(unreadablePhrase({
		...unreadable,
		source: name
	}))}`) + "\n");
	const summary = isWhollyUnread(live) ? "not read" : providers.get(live.provider)?.summary(live);
	context.stdout.write(visible(`${name} = ${summary ?? "not read"}`) + "\n");
	return live.unreadable.length === 0 ? 0 : 1;
}

export { command };