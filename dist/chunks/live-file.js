import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { t as isAssessedAccess } from "./decode.js";
import { i as planDigest } from "./digest.js";

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
	return planDigest(planOfFile(bytes, name));
}
/**
* The plan that stands in a file, alone or as PlanFile, whose digest is then the stated one.
* @throws CountersignError `plan-malformed`, `digest-mismatch`, `not-canonical`.
*/
function planOfFile(bytes, name) {
	const value = parse(bytes, name);
	const plan = isJsonObject(value) ? value["plan"] ?? value : value;
	if (!isPlan(plan)) throw malformed(name, "it holds no plan of format 1");
	const digest = planDigest(plan);
	const stated = isJsonObject(value) && value["plan"] !== void 0 ? value["digest"] : digest;
	if (stated === digest) return plan;
	throw new CountersignError("digest-mismatch", "The plan is not the one that the file names.", {
		evidence: `stated ${typeof stated === "string" ? stated.slice(0, 80) : "nothing"}, computed ${digest}`,
		mend: "Somebody altered the file: plan again."
	});
}
/**
* A plan with its assessment, as `plan --out` wrote it. @throws CountersignError as `digestOfFile` does, and `plan-malformed` where
* the assessment is missing.
*/
function planFileOf(bytes, name) {
	digestOfFile(bytes, name);
	const value = parse(bytes, name);
	const { plan, assessment } = isJsonObject(value) ? value : {};
	if (plan === void 0 || assessment === void 0) throw malformed(name, "it holds no assessment of the plan");
	const changes = isJsonObject(assessment) ? assessment["changes"] : void 0;
	const sources = new Set(plan.sources.map(({ name }) => name));
	const tellsAccess = isJsonObject(assessment) && isAssessedAccess(assessment["access"], sources);
	if (!Array.isArray(changes) || !changes.every(isAssessed) || !tellsAccess) throw malformed(name, "its assessment is not one of changes");
	return {
		plan,
		assessment
	};
}
function isAssessed(value) {
	return isJsonObject(value) && typeof value["address"] === "string" && Array.isArray(value["gains"]) && Array.isArray(value["loses"]);
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

// src/cli/live-file.ts
function encodeLiveFile(live) {
	return `${JSON.stringify(live)}\n`;
}
/** @throws CountersignError `live-unusable`. */
function decodeLiveFile(bytes, path, source) {
	const value = parsed(bytes, path);
	if (!isJsonObject(value) || !isLiveState(value)) throw unusable(path, "it holds no live state");
	if (value.source === source.name && value.provider === source.provider) return value;
	throw unusable(path, `it is of the source ${value.source.slice(0, 100)}`);
}
/** A whole file of the working tree. @throws CountersignError `plan-unreadable`. */
async function readWhole(context, path) {
	const found = await context.files.read(path, MAXIMUM_PLAN_BYTES);
	if (found.kind === "bytes") return found.bytes;
	throw new CountersignError("plan-unreadable", "The file cannot be read.", {
		evidence: `${path}: ${found.kind}`,
		mend: `Name a file of at most ${MAXIMUM_PLAN_BYTES} bytes, not a link to one.`
	});
}
/** @throws CountersignError `out-not-a-file`. */
async function saveText(context, path, text) {
	if (await context.files.write(path, Buffer.from(text), "replace") === "written") return;
	throw new CountersignError("out-not-a-file", "The file was not written: the path is or goes through a symbolic link.", {
		evidence: path,
		mend: "Name a plain file."
	});
}
function parsed(bytes, path) {
	try {
		return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw unusable(path, "it is not JSON in UTF-8");
	}
}
/** The outer shape; the provider judges the facts. */
function isLiveState(value) {
	const { source, provider, target, objects, unreadable, notModelled, facts } = value;
	return typeof source === "string" && typeof provider === "string" && isJsonObject(target) && isJsonObject(facts) && [
		objects,
		unreadable,
		notModelled
	].every((list) => Array.isArray(list));
}
function unusable(path, why) {
	return new CountersignError("live-unusable", "This file does not hold what was read of the source.", {
		evidence: `${path}: ${why}`,
		mend: "Give a file that `countersign access --save` wrote."
	});
}

export { digestOfFile as a, planOfFile as c, saveText as i, encodeLiveFile as n, encodePlanFile as o, readWhole as r, planFileOf as s, decodeLiveFile as t };