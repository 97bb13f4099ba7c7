import { a as visible } from "./text.js";
import { a as isPolicyFile, d as CODE_OWNERS_PATHS, i as isInput, n as parseConfiguration, r as classifier, t as overlookedFiles, u as CONFIGURATION_PATH } from "./overlooked.js";
import { r as LIMITS } from "./yaml.js";

// src/cli/diagnostics.ts
/** Lines for people, one JSON object for programs, or workflow commands that GitHub turns into annotations. */
function formatDiagnostics(diagnostics, format) {
	if (format === "json") return `${JSON.stringify({ diagnostics }, null, 2)}\n`;
	const line = format === "text" ? textLine : workflowCommand;
	return diagnostics.map((diagnostic) => `${line(diagnostic)}\n`).join("");
}
/** `file:line:column: code: cause — mend` */
function textLine(diagnostic) {
	const severity = diagnostic.severity === "warning" ? "warning: " : "";
	const place = diagnostic.location === void 0 ? "" : `${placeOf(diagnostic.location)}: `;
	return visible(`${place}${severity}${diagnostic.code}: ${sentence(diagnostic)}`);
}
function workflowCommand(diagnostic) {
	const { location } = diagnostic;
	const properties = [...location === void 0 ? [] : [
		["file", location.path],
		["line", String(location.line)],
		["col", String(location.column)]
	], ["title", diagnostic.code]].map(([name, value]) => `${name}=${escapeProperty(visible(value))}`);
	return `::${diagnostic.severity} ${properties.join(",")}::${escapeData(visible(sentence(diagnostic)))}`;
}
function sentence({ cause, evidence, mend }) {
	return `${cause}${evidence === void 0 ? "" : ` (${evidence})`} — ${mend}`;
}
function placeOf({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
/** As the runner undoes them: percent first, or the other escapes would be escaped again. */
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/cli/inputs.ts
const MAXIMUM_BYTES = 67108864;
/** The configuration as it stands in the working tree. */
async function readConfiguration(files, providers, path = CONFIGURATION_PATH) {
	const found = await files.read(path, LIMITS.bytes);
	if (found.kind === "bytes") return await withCodeOwners(files, parseConfiguration({
		path,
		bytes: found.bytes
	}, providers));
	if (found.kind !== "absent") return {
		kind: "invalid",
		diagnostics: [refusalOf(path, found)]
	};
	return {
		kind: "invalid",
		diagnostics: [{
			code: "configuration-missing",
			severity: "error",
			cause: "There is no configuration.",
			mend: `Write ${CONFIGURATION_PATH}, or name the file with --config.`,
			location: start(path)
		}]
	};
}
/** With the file that GitHub reads owners from, where the configuration asks it. */
async function withCodeOwners(files, parsed) {
	if (parsed.kind === "invalid" || parsed.configuration.codeOwners === null) return parsed;
	for (const path of CODE_OWNERS_PATHS) {
		const found = await files.read(path, LIMITS.bytes);
		if (found.kind === "absent") continue;
		if (found.kind !== "bytes") return {
			kind: "invalid",
			diagnostics: [refusalOf(path, found)]
		};
		const codeOwners = {
			path,
			text: Buffer.from(found.bytes).toString("utf8")
		};
		return {
			...parsed,
			configuration: {
				...parsed.configuration,
				codeOwners
			}
		};
	}
	return parsed;
}
/** The named files, each refused by itself where it cannot be read. */
async function readInputs(files, paths) {
	const inputs = [];
	const diagnostics = [];
	let total = 0;
	for (const path of paths) {
		const found = await files.read(path, LIMITS.bytes);
		if (found.kind !== "bytes") diagnostics.push(refusalOf(path, found));
		else if (total + found.bytes.length > MAXIMUM_BYTES) return {
			inputs,
			diagnostics: [...diagnostics, tooMuch(path)]
		};
		else {
			total += found.bytes.length;
			inputs.push({
				path,
				bytes: found.bytes
			});
		}
	}
	return {
		inputs,
		diagnostics
	};
}
/** Every file of the working tree that the configuration makes desired state. */
async function readDesired(tree, configuration) {
	const classify = classifier(configuration);
	const { entries, truncated } = await tree.list();
	const { inputs, diagnostics } = await readInputs(tree, entries.filter(({ path, kind }) => kind === "file" ? isInput(classify(path)) : [
		"",
		"/document.yaml",
		"/document.yml",
		"/value.json"
	].some((below) => isInput(classify(`${path}${below}`)))).map(({ path }) => path));
	const files = entries.flatMap(({ kind, path }) => kind === "file" ? [path] : []);
	const beside = overlookedFiles(files, configuration);
	return {
		inputs,
		diagnostics: [
			...diagnostics,
			...beside,
			...truncated ? [tooManyFiles()] : []
		]
	};
}
/** Every file of the tree that holds policies, by the configuration. */
async function readPolicies(tree, configuration) {
	if (configuration.policies.length === 0) return {
		inputs: [],
		diagnostics: []
	};
	const { entries, truncated } = await tree.list();
	const isPolicy = isPolicyFile(configuration);
	const read = await readInputs(tree, entries.filter(({ path, kind }) => kind === "file" ? isPolicy(path) : isPolicy(path) || isPolicy(`${path}/document.yaml`)).map(({ path }) => path));
	return truncated ? {
		...read,
		diagnostics: [...read.diagnostics, tooManyFiles()]
	} : read;
}
function refusalOf(path, found) {
	return {
		...refusals(found),
		severity: "error",
		location: start(path)
	};
}
function refusals(found) {
	switch (found.kind) {
		case "too-large": return {
			code: "input-too-large",
			cause: `The file is larger than ${LIMITS.bytes} bytes, so it was not read.`,
			evidence: `${found.size} bytes`,
			mend: "Split it into several files, or take it out of the desired-state globs."
		};
		case "symlink": return {
			code: "symlink",
			cause: "This is a symbolic link, or stands in a folder that is one.",
			mend: "Put the file itself here: what a link leads to is not what is reviewed."
		};
		case "absent": return {
			code: "file-missing",
			cause: "There is no such file.",
			mend: "Check the path."
		};
		case "not-a-file": return {
			code: "not-a-file",
			cause: "This is not a file.",
			mend: "Name a file."
		};
		case "unreadable": return {
			code: "file-unreadable",
			cause: "The file cannot be read.",
			evidence: visible(found.reason),
			mend: "Check its permissions."
		};
	}
}
function tooMuch(path) {
	return {
		code: "inputs-too-large",
		severity: "error",
		cause: `The files hold more than ${MAXIMUM_BYTES} bytes together, so this one and those after it were not read.`,
		mend: "Make the desired-state globs match documents only.",
		location: start(path)
	};
}
function tooManyFiles() {
	return {
		code: "too-many-files",
		severity: "error",
		cause: "The working tree has more files, or deeper folders, than are looked through, so some were not read.",
		mend: "Name the files on the command line."
	};
}
function start(path) {
	return {
		path,
		line: 1,
		column: 1
	};
}

export { formatDiagnostics as a, readPolicies as i, readDesired as n, readInputs as r, readConfiguration as t };