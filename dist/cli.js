#!/usr/bin/env node
import { t as VERSION } from "./chunks/version.js";

// src/cli.ts
const cwd = process.cwd();
process.exitCode = await start();
/** Loads the commands only where they can run: an older Node fails in them with messages that help nobody. */
async function start() {
	if (Number(process.versions.node.split(".")[0]) < 24) {
		process.stderr.write(`node-too-old: This is Node ${process.versions.node}. Run countersign with Node 24 or newer.\n`);
		return 1;
	}
	const { main } = await import("./chunks/main.js");
	const { workingTree } = await import("./chunks/files.js");
	const { loadProviders } = await import("./chunks/registry.js");
	return await main({
		argv: process.argv.slice(2),
		cwd,
		env: (name) => process.env[name],
		stdout: outputOf(process.stdout),
		stderr: outputOf(process.stderr),
		files: workingTree(cwd),
		clock: { now: () => /* @__PURE__ */ new Date() },
		version: VERSION,
		providers: loadProviders
	});
}
function outputOf(stream) {
	return {
		write: (text) => void stream.write(text),
		isTTY: stream.isTTY,
		columns: stream.columns
	};
}

export {  };