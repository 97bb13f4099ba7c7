import { i as planDigest } from "./digest.js";
import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";

// src/cli/plan-file.ts
/** Bytes; a plan of ten thousand changes is some ten megabytes. */
const MAXIMUM_PLAN_BYTES = 256e6;
function encodePlanFile(plan, digest, assessment) {
	return `${JSON.stringify({
		formatVersion: "1",
		digest,
		plan,
		assessment
	}, null, 2)}\n`;
}
/**
* The digest of a plan that stands in a file, alone or as PlanFile, computed from the plan itself.
* @throws CountersignError `plan-malformed`, `digest-mismatch`, `not-canonical`.
*/
function digestOfFile(bytes, name) {
	const value = parse(bytes, name);
	const plan = isJsonObject(value) ? value["plan"] ?? value : value;
	if (!isPlan(plan)) throw malformed(name, "it holds no plan of format 1");
	const digest = planDigest(plan);
	const stated = isJsonObject(value) && value["plan"] !== void 0 ? value["digest"] : digest;
	if (stated === digest) return digest;
	throw new CountersignError("digest-mismatch", "The plan is not the one that the file names.", {
		evidence: `stated ${typeof stated === "string" ? stated.slice(0, 80) : "nothing"}, computed ${digest}`,
		mend: "Somebody altered the file: plan again."
	});
}
function parse(bytes, name) {
	try {
		return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (cause) {
		throw malformed(name, "it is not JSON in UTF-8", cause);
	}
}
/** The outer shape: the digest covers everything, so nothing within needs to be understood. */
function isPlan(value) {
	if (!isJsonObject(value) || value["formatVersion"] !== "1") return false;
	return [
		"sources",
		"desired",
		"governance",
		"requests",
		"changes"
	].every((key) => Array.isArray(value[key]));
}
function malformed(name, why, cause) {
	return new CountersignError("plan-malformed", "This is not a plan.", {
		evidence: `${name}: ${why}`,
		mend: "Give a file that `countersign plan --out` wrote, or a plan as the ledger keeps it.",
		cause
	});
}

export { digestOfFile as n, encodePlanFile as r, MAXIMUM_PLAN_BYTES as t };