import { u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as CountersignError } from "./errors.js";
import { a as visible } from "./text.js";
import { i as shortDigest, m as said, p as plain, r as count, u as data } from "./words.js";
import { r as requiredConfiguration, t as configurationError } from "./configuration.js";
import { a as formatDiagnostics, t as readConfiguration } from "./inputs.js";
import { t as runWith } from "./given.js";
import { r as readWhole, s as planFileOf } from "./live-file.js";
import { n as withPolicies, t as loadedPolicies } from "./policies.js";
import { a as plannedIn, d as readBlob, g as controlsReport, h as renderControls, i as pastPlan, n as summaryOf, r as tryOn } from "./trial.js";
import { i as planDigest } from "./digest.js";
import { t as judgeBy } from "./policy.js";
import { S as openLedger, i as unsigned, w as wholeChain } from "./signing.js";
import { L as byChoice, U as nameWithSource, d as requirementPhrase, n as findingPhrase } from "./sections.js";
import { r as readKeys, t as withLedger } from "./local-ledger.js";
import { posix } from "node:path";

// src/cli/policy-controls.ts
/** What a plan in a file shows of each control, by the policies of the working tree. Nobody has published it, so approvals are open. */
async function reportControls(context, given, path) {
	const { plan, assessment } = planFileOf(await readWhole(context, path), path);
	const configuration = await withPolicies(context.files, await requiredConfiguration(context, given));
	const { diagnostics } = configuration.policySet;
	if (diagnostics.length > 0) context.stderr.write(formatDiagnostics(diagnostics, "text"));
	if (diagnostics.some(({ severity }) => severity === "error")) return 1;
	const judged = judgeBy(configuration, context.clock.now().toISOString(), null)(plan, assessment.changes, assessment.access);
	const coverage = configuration.policySet.coverage(plan.changes, null);
	const digest = planDigest(plan);
	const controls = controlsReport({
		plan,
		digest,
		assessment: {
			...assessment,
			...judged
		},
		coverage,
		approval: null,
		recorded: null
	});
	const report = {
		formatVersion: "1",
		digest,
		controls
	};
	const isJson = given.text("format") === "json";
	context.stdout.write(isJson ? `${JSON.stringify(report, null, 2)}\n` : renderControls(controls));
	return 0;
}

// src/render/trial.ts
/** As text of lines in which everything that others wrote is inert. */
function renderTrial({ tried, unreadable, left, summary }) {
	return [
		...tried.flatMap((one) => [`${headOf(one.of)}: ${one.outcome}`, ...saidLines(one)]),
		...unreadable.map(({ of, reason }) => plain([
			`${headOf(of)}: not judged: `,
			said(reason.message),
			" (",
			data(reason.code),
			")"
		])),
		summaryLine(summary),
		...unreadable.length > 0 ? [`${count(unreadable.length, "plan")} could not be read.`] : [],
		...left > 0 ? [`${count(left, "older plan was", "older plans were")} not looked at.`] : []
	].map((line) => `${line}\n`).join("");
}
function headOf({ pullRequest, at, digest, index }) {
	return `${pullRequest === null ? `entry ${index}` : `#${pullRequest}`} ${at} ${shortDigest(digest)}`;
}
function saidLines({ findings, requirements }) {
	const asked = byChoice(requirements, ({ choice }) => choice).map(requirementPhrase);
	return [...findings.map((finding) => findingPhrase(finding, nameWithSource)), ...asked].map((one) => `  ${plain(one)}`);
}
/** `Of 40 plans: 3 denied, 5 would ask security, 32 unchanged.` */
function summaryLine({ plans, denied, asked, warned, untold, unchanged }) {
	const parts = [
		...denied > 0 ? [`${denied} denied`] : [],
		...Object.entries(asked).map(([who, number]) => `${number} would ask ${plain([data(who)])}`),
		...warned > 0 ? [`${warned} warned`] : [],
		...untold > 0 ? [`${untold} cannot be told without the pull request`] : [],
		`${unchanged} unchanged`
	];
	return `Of ${count(plans, "plan")}: ${parts.join(", ")}.`;
}

// src/cli/policy-try.ts
const MAXIMUM_PLANS = 1e3;
/** What the plans of a ledger would have met under the policies at `where`, the newest first. */
async function tryPolicies(context, given, where) {
	const last = lastOf(given);
	const place = given.text("ledger");
	if (place === null) throw ledgerMissing();
	const set = await policySetAt(context, given, where);
	if (set === null) return 1;
	const keys = given.text("keys");
	const verifier = keys === null ? unsigned : await readKeys(context, keys);
	return await withLedger(context, place, given.text("branch") ?? "", async (files) => {
		const ledger = await openLedger({
			store: storeOf(files),
			verifier,
			anchor: null
		});
		const planned = plannedIn(await wholeChain(ledger));
		const tried = [];
		const unreadable = [];
		for (const of of planned.slice(0, last)) {
			const past = await pastPlan((hash) => readBlob(ledger, hash), of);
			if (past.kind === "plan") tried.push(tryOn(set, past));
			else unreadable.push(past);
		}
		const trial = {
			tried,
			unreadable,
			left: Math.max(0, planned.length - last),
			summary: summaryOf(tried)
		};
		context.stdout.write(given.text("format") === "json" ? `${JSON.stringify(trial, null, 2)}\n` : renderTrial(trial));
		return unreadable.length > 0 ? 1 : 0;
	});
}
/** Null: what is wrong is said. @throws CountersignError `configuration-missing` and the like, `policies-missing`. */
async function policySetAt(context, given, where) {
	const configuration = {
		...await requiredConfiguration(context, given),
		policies: [posix.normalize(where)]
	};
	const loaded = await loadedPolicies(context.files, configuration);
	if (loaded === null) throw new CountersignError("policies-missing", "There are no policies.", {
		evidence: where.slice(0, 500),
		mend: "Name a file or a folder with policies."
	});
	if (loaded.diagnostics.length > 0) context.stderr.write(formatDiagnostics(loaded.diagnostics, "text"));
	if (loaded.diagnostics.some(({ severity }) => severity === "error")) return null;
	const { policySetOf } = await import("./policy3.js");
	return policySetOf(loaded, configuration);
}
function storeOf(files) {
	const known = new Set(files.paths);
	return {
		revision: () => Promise.resolve("local"),
		read: (_revision, path) => known.has(path) ? files.read(path) : Promise.resolve(null),
		commit: () => Promise.reject(/* @__PURE__ */ new TypeError("A ledger is only read here."))
	};
}
/** @throws CountersignError `last-malformed`. */
function lastOf(given) {
	const text = given.text("last") ?? "";
	const last = /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : 1001;
	if (last <= MAXIMUM_PLANS) return last;
	throw new CountersignError("last-malformed", "This is no number of plans.", {
		evidence: text.slice(0, 100),
		mend: `Write a whole number from 1 to ${MAXIMUM_PLANS}.`
	});
}
function ledgerMissing() {
	return new CountersignError("policy-question-missing", "Policies are tried on the plans of a ledger, and none is named.", { mend: "Clone the ledger's branch, and name its folder: policy try POLICY --ledger DIR." });
}

// src/cli/policy.ts
const FORMATS = [
	"text",
	"json",
	"github"
];
const definition = {
	name: "policy",
	help: [
		"policy test runs the tests that policies bring with them: those that the configuration names, or all below the folder DIR.",
		"Exits with 1 when a rule holds where it should not, or does not where it should, and when a policy is wrong.",
		"policy explain says of every change of PLAN.json, which plan --out wrote, which rules of the working tree hold, which do not, and why.",
		"policy controls says what PLAN.json shows of each control of OWASP and NIST, by the rules of the working tree, as schemas/Controls.json describes it with --format json. Nobody has published the plan, so what approvals are asked for stays open.",
		"policy try says what the policies in the file or folder POLICY would have said of the plans that a clone of the ledger keeps, the newest first, each judged at its time and once for its pull request. Exits with 1 when one cannot be read."
	].join("\n"),
	options: {
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		format: {
			type: "choice",
			values: FORMATS,
			description: "How policy test says what fails; json for policy controls and policy try, too."
		},
		ledger: {
			type: "text",
			value: "DIR",
			description: "For policy try: a checked-out ledger, or a git repository that has the ledger's branch."
		},
		branch: {
			type: "text",
			value: "NAME",
			description: "The ledger's branch.",
			default: "countersign/ledger"
		},
		keys: {
			type: "text",
			value: "FILE",
			description: "Whose signatures count in the ledger, as for verify. Without it only its chain of hashes is checked."
		},
		last: {
			type: "text",
			value: "N",
			description: "How many plans policy try looks at.",
			default: "100"
		}
	},
	positionals: {
		name: "test [DIR] | explain PLAN.json | controls PLAN.json | try POLICY",
		minimum: 1,
		maximum: 2
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => perform(context, given))
};
/** @throws CountersignError `policy-question-missing`. */
async function perform(context, given) {
	const [what, where] = given.positionals;
	if (what === "test") return await test(context, given, where ?? null);
	if (what === "explain" && where !== void 0) return await explain(context, given, where);
	if (what === "controls" && where !== void 0) return await reportControls(context, given, where);
	if (what === "try" && where !== void 0) return await tryPolicies(context, given, where);
	throw new CountersignError("policy-question-missing", "What is to be done with policies is not said.", { mend: "Write policy test [DIR], policy explain PLAN.json, policy controls PLAN.json or policy try POLICY --ledger DIR." });
}
async function test(context, given, folder) {
	const format = FORMATS.find((name) => name === given.text("format")) ?? "text";
	const loaded = await policiesFor(context, given, folder);
	const { runCases, untested } = await import("./policy3.js");
	const results = runCases(loaded);
	const problems = [
		...loaded.diagnostics,
		...loaded.exceptions.diagnostics,
		...results.flatMap((result) => result.problems),
		...untested(loaded)
	];
	context.stdout.write(formatDiagnostics(problems, format));
	const failed = results.filter((result) => result.problems.length > 0).length;
	const outcome = failed === 0 ? "all cases pass" : `${failed} of ${results.length} cases fail`;
	const besides = [...loaded.diagnostics, ...loaded.exceptions.diagnostics].every(({ severity }) => severity !== "error") ? "" : ", but what is wrong above was left out";
	const judged = `${count(loaded.policies, "policy", "policies")} with ${count(loaded.rules.length, "rule")} and ${count(results.length, "case")}`;
	if (format === "text") context.stderr.write(`${judged}: ${outcome}${besides}.\n`);
	return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}
async function explain(context, given, path) {
	const { plan, assessment } = planFileOf(await readWhole(context, path), path);
	const loaded = await policiesFor(context, given, null);
	if (loaded.diagnostics.length > 0) {
		context.stderr.write(formatDiagnostics(loaded.diagnostics, "text"));
		return 1;
	}
	const { explanationOf } = await import("./policy3.js");
	const now = context.clock.now().toISOString();
	const lines = explanationOf(loaded, {
		plan,
		...assessment,
		now,
		pull: null
	});
	context.stdout.write(lines.map((line) => `${visible(line)}\n`).join(""));
	return 0;
}
/** @throws CountersignError `policies-missing` and the first problem of a configuration that cannot be used. */
async function policiesFor(context, given, folder) {
	const config = posix.normalize(given.text("config") ?? ".github/countersign.yaml");
	const configuration = await configurationFor(context, config, folder);
	const policies = folder === null ? configuration.policies : [posix.normalize(folder)];
	const loaded = await loadedPolicies(context.files, {
		...configuration,
		policies
	}, null);
	if (loaded !== null) return loaded;
	throw new CountersignError("policies-missing", "There are no policies.", {
		evidence: folder ?? `${config}: policies`,
		mend: "Name a folder with policies, or name theirs under 'policies' in the configuration."
	});
}
/** A folder of policies can be tried where there is no configuration, as long as it names nobody. */
async function configurationFor(context, path, folder) {
	const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
	if (read.kind === "configuration") return read.configuration;
	const [first] = read.diagnostics;
	if (folder !== null && first?.code === "configuration-missing") return {
		people: {},
		policies: []
	};
	throw configurationError(read.diagnostics, path);
}

export { command };