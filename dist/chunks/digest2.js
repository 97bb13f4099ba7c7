import { t as CountersignError } from "./errors.js";
import { t as runWith } from "./given.js";
import { n as digestOfFile, t as MAXIMUM_PLAN_BYTES } from "./plan-file.js";

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
		const found = await context.files.read(path, MAXIMUM_PLAN_BYTES);
		if (found.kind !== "bytes") throw new CountersignError("plan-unreadable", "The file cannot be read.", {
			evidence: `${path}: ${found.kind}`,
			mend: `Name a file of at most ${MAXIMUM_PLAN_BYTES} bytes, not a link to one.`
		});
		context.stdout.write(`${digestOfFile(found.bytes, path)}\n`);
		return 0;
	})
};

export { command };