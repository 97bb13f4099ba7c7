import { t as CountersignError } from "./errors.js";
import { t as didYouMean } from "./suggest.js";
import { a as visible } from "./text.js";

// src/cli/commands.ts
/** Each command is loaded when it is asked for. `summary` stands here so that the list of commands loads none of them. */
const commands = {
	validate: {
		summary: "Check the configuration, the identity documents and the policies",
		load: () => import("./validate.js")
	},
	plan: {
		summary: "Plan what the working tree would change, without applying it",
		load: () => import("./plan.js")
	},
	read: {
		summary: "Read one source into a file, from which plans are made elsewhere",
		load: () => import("./read.js")
	},
	access: {
		summary: "Show who can do what, and why, before or after a plan",
		load: () => import("./access.js")
	},
	policy: {
		summary: "Test policies, explain what they say of a plan, report controls, and try them on plans of the past",
		load: () => import("./policy2.js")
	},
	digest: {
		summary: "Print the digest of a plan in a file",
		load: () => import("./digest2.js")
	},
	import: {
		summary: "Write documents for what is live and not declared",
		load: () => import("./import.js")
	},
	explain: {
		summary: "Say what a code means, and what to do next",
		load: () => import("./explain.js")
	},
	schemas: {
		summary: "Write the JSON Schemas for editors",
		load: () => import("./schemas.js")
	},
	verify: {
		summary: "Verify a ledger offline",
		load: () => import("./verify.js")
	}
};

// src/cli/main.ts
/** Runs the command that the first argument names. @returns the exit code: 1 on any error. */
async function main(context) {
	const [name, ...argv] = context.argv;
	if (name === void 0 || name === "help" || name === "--help") {
		context.stdout.write(overview());
		return name === void 0 ? 1 : 0;
	}
	if (name === "--version") {
		context.stdout.write(`countersign ${context.version}\n`);
		return 0;
	}
	const found = Object.hasOwn(commands, name) ? commands[name] : void 0;
	if (found === void 0) {
		context.stderr.write(`There is no command ${visible(name.slice(0, 60))}${hintFor(name)}\n`);
		return 1;
	}
	try {
		const { command } = await found.load();
		return await command.run({
			...context,
			argv
		});
	} catch (error) {
		context.stderr.write(explain(error));
		return 1;
	}
}
const OF_THE_ACTION = [
	"publish",
	"apply",
	"init",
	"doctor"
];
function hintFor(name) {
	const list = "Run 'countersign help' for the list.";
	if (OF_THE_ACTION.includes(name)) return `: it is one of the action, run in a workflow. ${list}`;
	return `. ${didYouMean(name, Object.keys(commands))}${list}`;
}
function overview() {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	return `Usage: countersign COMMAND [options]\n\nCommands:\n${Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}\n\nRun 'countersign COMMAND --help' for the options of one, 'countersign --version' for the version.\n`;
}
/** The message of an unforeseen error may quote anything, a connection string, too: its kind and its places in the code are enough. */
function explain(error) {
	if (error instanceof CountersignError) {
		const evidence = error.evidence === void 0 ? "" : ` (${error.evidence})`;
		return `${visible(`${error.code}: ${error.message}${evidence} — ${error.mend}`)}\n`;
	}
	if (!(error instanceof Error)) return "unexpected: The command failed without saying why.\n";
	const header = `${error.name}: ${error.message}`;
	const places = (error.stack?.startsWith(header) === true ? error.stack.slice(header.length) : "").split("\n").filter((line) => /^\s+at /u.test(line)).slice(0, 10);
	return `unexpected: The command failed with ${visible(error.name)}. Please report this.\n${places.join("\n")}\n`;
}

export { main };