import { t as didYouMean } from "./suggest.js";
import { parseArgs } from "node:util";

// src/cli/arguments.ts
/** Reads a command line strictly: an unknown option, a missing value or one argument too many is an error that says so. */
function readArguments(definition, argv) {
	const parsed = parse(definition, argv);
	if (typeof parsed === "string") return {
		kind: "error",
		message: parsed
	};
	if (parsed.values["help"] === true) return {
		kind: "help",
		text: helpText(definition)
	};
	const problem = judge(definition, parsed);
	if (problem !== null) return {
		kind: "error",
		message: problem
	};
	return {
		kind: "arguments",
		positionals: parsed.positionals,
		flag: (name) => parsed.values[name] === true,
		text(name) {
			const value = parsed.values[name];
			return typeof value === "string" ? value : defaultOf(definition.options[name]);
		},
		texts(name) {
			const value = parsed.values[name];
			return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
		}
	};
}
function helpText(definition) {
	const rows = optionRows(definition);
	const width = Math.max(...rows.map(([left]) => left.length));
	const options = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
	return `Usage: ${usageOf(definition)}\n\n${definition.help}\n\nOptions:\n${options.join("\n")}\n`;
}
function usageOf({ name: command, positionals: { minimum, maximum, name } }) {
	const more = maximum > 1 ? "…" : "";
	return `countersign ${command} [options]${maximum === 0 ? "" : minimum > 0 ? ` ${name}${more}` : ` [${name}${more}]`}`;
}
/** Each option as it is typed, and what it does. */
function optionRows(definition) {
	return [...Object.entries(definition.options).map(([option, one]) => row(option, one)), ["--help", "Show this text."]];
}
function parse(definition, argv) {
	const options = { help: { type: "boolean" } };
	for (const [name, option] of Object.entries(definition.options)) options[name] = {
		type: option.type === "flag" ? "boolean" : "string",
		multiple: option.type === "texts"
	};
	try {
		return parseArgs({
			args: [...argv],
			options,
			strict: true,
			allowPositionals: true
		});
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return explain(definition, error, argv);
	}
}
function explain(definition, error, argv) {
	const known = [...Object.keys(definition.options), "help"].map((name) => `--${name}`);
	const unknown = argv.filter((argument) => argument.startsWith("-")).map((argument) => argument.split("=")[0] ?? "").find((name) => !known.includes(name));
	if (unknown !== void 0) return `There is no option ${unknown}. ${didYouMean(unknown, known)}`.trim();
	return error.message.split("\n")[0] ?? "The options cannot be read.";
}
function judge(definition, parsed) {
	const { minimum, maximum, name } = definition.positionals;
	if (parsed.positionals.length < minimum) return `${name} is missing.`;
	if (parsed.positionals.length > maximum) return `There is one argument too many: ${parsed.positionals[maximum]}.`;
	for (const [option, one] of Object.entries(definition.options)) {
		const value = parsed.values[option];
		if (one.type !== "choice" || typeof value !== "string" || one.values.includes(value)) continue;
		return `--${option} is one of ${one.values.join(", ")}. ${didYouMean(value, one.values)}`.trim();
	}
	return null;
}
function defaultOf(option) {
	if (option === void 0 || option.type === "flag" || option.type === "texts") return null;
	return option.type === "choice" ? option.values[0] : option.default ?? null;
}
function row(name, option) {
	if (option.type === "flag") return [`--${name}`, option.description];
	if (option.type === "choice") return [`--${name} ${option.values.join("|")}`, `${option.description} Default: ${option.values[0]}.`];
	if (option.type === "texts") return [`--${name} ${option.value}`, `${option.description} May be given several times.`];
	const without = option.default === void 0 ? "" : ` Default: ${option.default}.`;
	return [`--${name} ${option.value}`, `${option.description}${without}`];
}

// src/cli/given.ts
/** Reads a command line and does what it asks for; explains the command where it asks for help, or for what there is not. */
async function runWith(context, definition, perform) {
	const given = readArguments(definition, context.argv);
	if (given.kind === "arguments") return await perform(given);
	if (given.kind === "help") {
		context.stdout.write(given.text);
		return 0;
	}
	context.stderr.write(`${given.message}\nRun 'countersign ${definition.name} --help' for its options.\n`);
	return 1;
}

export { runWith as t };