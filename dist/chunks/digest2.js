import { t as runWith } from "./given.js";
import { a as digestOfFile, r as readWhole } from "./live-file.js";

// src/cli/digest.ts
const definition = {
	name: "digest",
	help: ["Prints the digest of a plan, sha256:…, computed from the plan itself: the hash of its canonical JSON (RFC 8785).", "PLAN.json is what plan --out wrote, whose own digest must be the same, or a bare plan as the ledger keeps it."].join("\n"),
	options: {},
	positionals: {
		name: "PLAN.json",
		minimum: 1,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, async ({ positionals }) => {
		const [path = ""] = positionals;
		context.stdout.write(`${digestOfFile(await readWhole(context, path), path)}\n`);
		return 0;
	})
};

export { command };