import { t as CountersignError } from "./errors.js";
import { t as parseJson } from "./parse-json.js";
import { f as markdown, m as said, p as plain, r as count, s as fit, u as data } from "./words.js";
import { t as compareText } from "./address.js";
import { a as sha256, i as planDigest } from "./digest.js";
import { L as byChoice } from "./sections.js";
import { n as askText, t as approverText } from "./asking.js";
import { C as range, L as anchorText, N as blobPath, _ as altered, b as entriesAt, d as StateBuilder, g as readState, k as engineOutdated } from "./signing.js";
import { t as isAssessedAccess } from "./decode.js";

// src/core/controls/catalogue.ts
/** Where the controls are defined. */
const OWASP = "OWASP Non-Human Identities Top 10, 2025";
const CSF = "NIST Cybersecurity Framework 2.0 (NIST CSWP 29)";
const SP800 = "NIST SP 800-53 Rev. 5";
function control(source, id, title, unseen = null) {
	return {
		id,
		title,
		source,
		unseen
	};
}
function ofPrivileges(one) {
	return {
		...one,
		privileges: true
	};
}
/** Every report has a line for each of these, in this order. */
const CONTROLS = [
	control(OWASP, "NHI1:2025", "What is no longer needed is ended"),
	control(OWASP, "NHI2:2025", "Secrets do not leak"),
	control(OWASP, "NHI3:2025", "Third parties are sound"),
	control(OWASP, "NHI4:2025", "Authentication is sound"),
	ofPrivileges(control(OWASP, "NHI5:2025", "No more privileges than needed")),
	control(OWASP, "NHI6:2025", "Cloud deployments are set up soundly"),
	control(OWASP, "NHI7:2025", "Secrets do not live long"),
	control(OWASP, "NHI8:2025", "Environments are kept apart"),
	control(OWASP, "NHI9:2025", "One identity for each use"),
	control(OWASP, "NHI10:2025", "People use accounts of their own"),
	control(CSF, "ID.RA-07", "Changes are judged for their risk, recorded and tracked"),
	control(CSF, "PR.PS-01", "Configuration is managed"),
	control(CSF, "PR.AA-01", "Identities and credentials are managed"),
	control(CSF, "PR.AA-02", "Identities are proofed and bound to credentials", "Who was proofed before a credential was handed out does not stand in a plan."),
	control(CSF, "PR.AA-03", "Users, services and hardware are authenticated", "How a system authenticates is not part of what is planned."),
	control(CSF, "PR.AA-04", "Assertions of identity are protected and verified", "How assertions travel between systems is not part of what is planned."),
	ofPrivileges(control(CSF, "PR.AA-05", "Access is defined, enforced and reviewed by least privilege and separation of duties")),
	control(SP800, "CM-3", "Changes are proposed, reviewed, approved and recorded"),
	control(SP800, "CM-5(4)", "Two people authorize a change"),
	control(SP800, "AC-2", "Accounts are managed, with approvals"),
	ofPrivileges(control(SP800, "AC-6", "Least privilege"))
];
/** Known by its name, where a rule serves it. */
const BESIDES = [control(CSF, "GV.RR-02", "Who answers for what is set and known")];
function knownControl(id) {
	return [...CONTROLS, ...BESIDES].find((one) => one.id === id) ?? null;
}

// src/core/controls/line.ts
function showing(status, ...evidence) {
	return {
		status,
		evidence
	};
}
const WORST = [
	"fail",
	"open",
	"pass"
];
/** The worst of what shows anything, with all of its evidence; only where nothing does, why not. */
function together(parts) {
	const told = parts.filter(({ status }) => status !== "not-assessable");
	const status = WORST.find((one) => told.some((part) => part.status === one));
	return {
		status: status ?? "not-assessable",
		evidence: (status === void 0 ? parts : told).flatMap(({ evidence }) => evidence)
	};
}

// src/core/controls/engine.ts
/** What the engine itself shows of a control, whatever policies there are. */
const ENGINE = {
	"ID.RA-07": riskManaged,
	"PR.PS-01": configurationManaged,
	"CM-3": changeControlled,
	"CM-5(4)": dualAuthorized,
	"AC-2": accountsApproved
};
const LEVELS = [
	"critical",
	"high",
	"medium",
	"low"
];
function riskManaged({ assessment: { complete, changes }, recorded }) {
	if (!complete) return showing("fail", "Not everything could be read, so the risk is not known.");
	const counts = LEVELS.flatMap((level) => {
		const number = changes.filter(({ risk }) => risk.level === level).length;
		return number === 0 ? [] : [`${number} ${level}`];
	});
	const risk = counts.length === 0 ? "It changes no identity." : `Risk of its changes: ${counts.join(", ")}.`;
	if (recorded === null) return showing("open", risk, "It is in no ledger yet.");
	return showing("pass", risk, recordedText(recorded));
}
function recordedText(recorded) {
	return `The ledger holds the plan; its newest entry is ${anchorText(recorded)}.`;
}
function configurationManaged({ plan, digest, assessment: { complete, applyable } }) {
	if (!complete) return showing("fail", "Not everything could be compared with what is live.");
	if (!applyable) return showing("fail", "The plan is blocked: what is declared cannot be brought about.");
	const documents = `${plan.desired.length} documents, named by their hashes, are compared with what is live; the plan is ${digest}.`;
	if (plan.governance.length === 0) return showing("pass", documents);
	return showing("pass", documents, `${plan.governance.length} rule files change, judged by those of the base branch.`);
}
function changeControlled({ digest, approval, recorded }) {
	if (approval === null) return showing("not-assessable", "It is published nowhere, where it could be approved.");
	if (approval.kind !== "approved") {
		const reasons = approval.reasons.map(({ message }) => message);
		return showing(approval.kind === "waiting" ? "open" : "fail", ...reasons);
	}
	const approved = `${namesOf(approval.counted.map(({ reviewer }) => reviewer.login))} approved exactly ${digest}, by the rules of the base branch.`;
	return showing("pass", approved, ...recorded === null ? [] : [recordedText(recorded)]);
}
function namesOf(logins) {
	return [...new Set(logins)].toSorted().join(", ");
}
/** Who contributed is never counted, so that two who are took no part in what they approve. */
function dualAuthorized({ approval, assessment: { requirements } }) {
	const people = new Map((approval?.counted ?? []).map(({ reviewer: { id, login } }) => [id, login]));
	if (people.size >= 2) return showing("pass", `${people.size} people who contributed nothing approved: ${namesOf([...people.values()])}.`);
	const asking = requirements.filter((one) => one.count >= 2 && !isSpared(one, approval));
	if (asking.length > 0) return showing("open", ...asking.map((one) => `${askText([[one]])} are asked for (${one.code}).`));
	return showing("not-assessable", "Nothing asks two people about this plan.");
}
function accountsApproved({ approval, assessment: { requirements } }) {
	const owners = requirements.filter(({ code }) => code === "owner");
	if (owners.length === 0) return showing("not-assessable", "It changes no identity.");
	const left = owners.filter((one) => missingOf(one, approval) > 0);
	if (left.length > 0) return showing("open", ...left.map(({ of, reason }) => `An approval by ${of} is missing: ${reason}.`));
	return showing("pass", ...owners.map(({ of, reason }) => `${of} approved: ${reason}.`));
}
/** How many approvals a requirement still lacks; of a plan that nobody published all of them. */
function missingOf(requirement, approval) {
	const states = statesOf(requirement, approval);
	return states.length === 0 ? requirement.count : Math.max(...states.map(({ missing }) => missing));
}
/** Whether another option of its choice was taken, so that nobody approved it. */
function isSpared(requirement, approval) {
	return statesOf(requirement, approval).some(({ spared }) => spared === true);
}
/** More than one where a rule asks for the same people twice. */
function statesOf(requirement, approval) {
	const key = keyOf(requirement);
	return (approval?.requirements ?? []).filter((state) => keyOf(state.requirement) === key);
}
function keyOf({ code, of, permission, count, choice }) {
	return JSON.stringify([
		code,
		of,
		permission,
		count,
		choice?.id,
		choice?.option
	]);
}

// src/core/controls/report.ts
/**
* What one plan shows of each control: those of the catalogue in its order, then those that only rules name. A control passes where a
* rule that serves it was evaluated for a change and none holds, fails where one denies or warns, and is open where approvals that
* one asks for are missing. Of privileges nothing is shown where no rule speaks and a risk is critical. It speaks of this plan, and claims compliance with nothing.
*/
function controlsReport(facts) {
	const told = indexed(facts);
	const others = [
		...told.served.keys(),
		...told.findings.keys(),
		...told.excuses.keys()
	].filter((id) => !CONTROLS.some((control) => control.id === id)).toSorted(compareText);
	return [...CONTROLS.map(({ id }) => id), ...new Set(others)].map((id) => lineOf(id, told, facts));
}
function indexed({ coverage, assessment: { findings, requirements } }) {
	const served = coverage.rules.flatMap((rule) => rule.controls.map((control) => ({
		control,
		rule
	})));
	const found = findings.flatMap((finding) => (finding.rule?.controls ?? []).map((control) => ({
		control,
		finding
	})));
	return {
		served: grouped(served, ({ rule }) => rule),
		findings: grouped(found, ({ finding }) => finding),
		excuses: grouped(coverage.notAssessable, ({ reason }) => reason),
		asked: Map.groupBy(requirements, ({ code }) => code),
		unjudged: findings.find((finding) => isOfAll(finding))?.message ?? null
	};
}
function grouped(items, value) {
	const groups = Map.groupBy(items, ({ control }) => control);
	return new Map([...groups].map(([control, members]) => [control, members.map(value)]));
}
/** A finding about the policies as a whole: they are wrong, or take too much work together. */
function isOfAll({ code, rule }) {
	return rule === void 0 && (code === "policy-invalid" || code === "policy-too-costly");
}
function lineOf(id, told, facts) {
	const known = knownControl(id);
	const own = ENGINE[id];
	const rules = own !== void 0 && !told.served.has(id) ? [] : [byRules(id, told, facts)];
	const shown = together([...own === void 0 ? [] : [own(facts)], ...rules]);
	return {
		control: id,
		title: known?.title ?? null,
		source: known?.source ?? null,
		status: shown.status,
		evidence: bounded(shown.evidence)
	};
}
const EVIDENCE = 6;
function bounded(evidence) {
	if (evidence.length <= EVIDENCE) return evidence;
	return [...evidence.slice(0, 5), `And ${evidence.length - EVIDENCE + 1} more of the like.`];
}
function byRules(id, { served, findings, excuses, asked, unjudged }, facts) {
	const rules = served.get(id) ?? [];
	if (rules.length === 0) return showing("not-assessable", ...unserved(id, excuses));
	if (unjudged !== null) return showing("not-assessable", `No rule could be judged: ${unjudged}`);
	const held = findings.get(id) ?? [];
	const about = rules.filter(({ changes }) => changes > 0);
	if (about.length === 0 && held.length === 0) return showing("not-assessable", "The rules that serve it are about none of these changes.");
	const told = new Set(held.map(({ rule }) => placeOf(rule?.location)));
	const shown = together([...held.map(ofFinding), ...about.filter(({ location }) => !told.has(placeOf(location))).map((rule) => ofRule(rule, asked.get(rule.id) ?? [], facts))]);
	const unspoken = shown.status === "pass" && rules.every((rule) => !asked.has(rule.id)) && knownControl(id)?.privileges === true ? criticalText(facts) : null;
	return unspoken === null ? shown : showing("not-assessable", unspoken, ...shown.evidence);
}
const SHOWN = 3;
/** What is critical by the engine's own model, which no rule has to agree with; null: nothing is. */
function criticalText({ assessment: { changes } }) {
	const critical = changes.filter(({ risk }) => risk.level === "critical");
	if (critical.length === 0) return null;
	const named = critical.slice(0, SHOWN).map(({ address, risk: { reasons } }) => {
		return `${address} (${[...new Set(reasons.filter(({ level }) => level === "critical").map(({ code }) => code))].join(", ")})`;
	});
	const more = critical.length > SHOWN ? ` and ${critical.length - SHOWN} more` : "";
	return `No rule that serves it says anything of what is critical: ${named.join(", ")}${more}.`;
}
function ofFinding({ code, effect, message }) {
	if (code === "policy-untold") return showing("not-assessable", message);
	return showing("fail", `${code} ${effect === "deny" ? "denies" : "warns"}: ${message}`);
}
function placeOf(location) {
	return `${location?.path}:${location?.line}:${location?.column}`;
}
function unserved(id, excuses) {
	const reasons = excuses.get(id);
	if (reasons !== void 0) return reasons;
	return [knownControl(id)?.unseen ?? "No rule of the base branch serves it."];
}
/** Of a rule that found nothing, or whose finding an exception lifts. */
function ofRule({ id, changes }, asked, facts) {
	const lifted = facts.assessment.exceptions.flatMap((note) => note.code === "exception-used" && note.rule === id ? [note] : []);
	if (lifted.length > 0) return showing("fail", ...lifted.map(({ name, until, owner, addresses, more }) => `${id} holds for ${addresses.length + more}, lifted until ${until} by the exception ${name} of ${owner}.`));
	if (asked.length === 0) {
		const number = changes === 1 ? "1 change" : `${changes} changes`;
		return showing("pass", `${id} was evaluated for ${number} and does not hold.`);
	}
	const choices = byChoice(asked.filter((one) => !isSpared(one, facts.approval)), ({ choice }) => choice);
	const isOpen = (option) => option.some((one) => missingOf(one, facts.approval) > 0);
	const left = choices.filter((options) => options.every(isOpen));
	if (left.length > 0) return showing("open", ...left.map((options) => `${id} asks for ${askText(options)}.`));
	return showing("pass", ...choices.map((options) => `${id} asks for ${askText(options)}, who approved.`));
}

// src/render/controls.ts
const WORDS = {
	fail: "fail",
	open: "open",
	pass: "pass",
	"not-assessable": "not assessable"
};
const ORDER = [
	"fail",
	"open",
	"pass",
	"not-assessable"
];
const MODEST = "What this plan alone shows of each; it claims compliance with nothing.";
/** A line for each control, what fails first. */
function controlsFold(controls, budget) {
	if (controls.length === 0) return null;
	const title = `Controls: ${countsOf(controls)}`;
	const lines = fit(sorted(controls), budget - title.length - 70 - 120, (line) => `- ${markdown(linePhrase(line, MARKDOWN_EVIDENCE))}`, (left) => `- … and ${count(left, "more control")}: \`countersign policy controls\` shows all of them.`);
	return {
		title,
		lines: [
			MODEST,
			"",
			...lines
		]
	};
}
/** As text of lines, in the order of the report, in which everything that others wrote is inert. */
function renderControls(controls) {
	return [...controls.flatMap((line) => [plain(linePhrase(line, 0)), ...line.evidence.map(evidenceLine)]), `${countsOf(controls)}. ${MODEST}`].map((line) => `${line}\n`).join("");
}
function evidenceLine(evidence) {
	return `  ${plain([said(evidence)])}`;
}
function countsOf(controls) {
	return ORDER.flatMap((status) => {
		const number = controls.filter((line) => line.status === status).length;
		return number === 0 ? [] : [`${number} ${WORDS[status]}`];
	}).join(", ");
}
function sorted(controls) {
	return ORDER.flatMap((status) => controls.filter((line) => line.status === status));
}
const MARKDOWN_EVIDENCE = 3;
/** @param evidence how many pieces of it are told in the line. */
function linePhrase({ control, title, status, evidence: all }, evidence) {
	const told = all.slice(0, evidence);
	const left = all.length - told.length;
	return [
		`${WORDS[status]}: `,
		data(control),
		...title === null ? [] : [` ${title}`],
		...told.flatMap((text, index) => [index === 0 ? " — " : " ", said(text)]),
		...told.length > 0 && left > 0 ? [` And ${left} more.`] : []
	];
}

// src/core/ledger/read.ts
/** The state with the head itself included. The head names, and thereby signs, the state before it. */
async function stateOf({ head, read }) {
	return (await upToHead({
		head,
		read
	})).state;
}
async function upToHead({ head, read }) {
	const builder = new StateBuilder(read, await readState(read, head.predicate.state));
	await builder.add(head);
	return builder;
}
/**
* All trusted entries of a pull request, oldest first. Nobody without the signing key can hide one of them.
* @throws CountersignError `ledger-index-altered`, `ledger-chain-broken`
*/
async function entriesOfPullRequest(ledger, pullRequest) {
	const places = await (await upToHead(ledger)).index.entries(pullRequest);
	const earlier = places.filter(({ index }) => index !== ledger.head.predicate.index);
	const entries = await entriesAt(ledger.read, ledger.verifier, earlier.map(({ index }) => index));
	for (const [position, entry] of entries.entries()) if (entry.hash !== earlier[position]?.hash) throw altered(`entry ${entry.predicate.index}`);
	return earlier.length === places.length ? entries : [...entries, ledger.head];
}
/** Trusted entries from an index on, both ends included. */
function entriesSince(ledger, first) {
	return entriesAt(ledger.read, ledger.verifier, range(first, ledger.head.predicate.index));
}
/** Who may not approve what follows up on an unapplied change, by address. */
async function unappliedOf(ledger, addresses) {
	const all = await (await upToHead(ledger)).unapplied();
	return addresses.flatMap((address) => Object.hasOwn(all, address) && all[address] !== void 0 ? [{
		address,
		unapplied: all[address]
	}] : []);
}
/** Contributors of unapplied pull requests as the approval's facts want them. */
function excludedBy(unapplied) {
	return unapplied.flatMap(({ address, unapplied: { contributors } }) => contributors.map((contributor) => ({
		...contributor,
		address
	})));
}
/** A plan, an assessment or a comment's body by its hash; null when the ledger does not hold it. @throws CountersignError `ledger-index-altered` */
async function readBlob({ read }, hash) {
	const bytes = await read(blobPath(hash));
	if (bytes !== null && sha256(bytes) !== hash) throw altered(blobPath(hash));
	return bytes;
}

// src/core/ledger/kept-plan.ts
/**
* A plan and its assessment as a ledger keeps them; null where it does not.
* @throws CountersignError `engine-outdated` for a format that this version does not know.
*/
async function keptPlan(blob, named) {
	const [plan, assessment] = [await blob(named.digest), await blob(named.assessment)];
	if (plan === null || assessment === null) return null;
	const value = parsed(plan, "plan", named.digest);
	if (planDigest(value) !== named.digest) return null;
	return {
		plan: value,
		assessment: assessmentOf(assessment, value, named.digest)
	};
}
function assessmentOf(bytes, plan, digest) {
	const assessment = parsed(bytes, "assessment", digest);
	if (isAssessedAccess(assessment.access, new Set(plan.sources.map(({ name }) => name)))) return assessment;
	throw engineOutdated(`the assessment of ${digest} tells effective access in another way`);
}
/** @throws CountersignError `engine-outdated` for a format that this version does not know. */
function parsed(bytes, what, digest) {
	const value = parseJson(Buffer.from(bytes).toString("utf8"));
	const { formatVersion } = value;
	if (formatVersion !== "1") throw engineOutdated(`the ${what} of ${digest} has the format ${formatVersion}`);
	return value;
}

// src/core/ledger/past-plans.ts
/** Each plan of a pull request once, the newest first. @param entries the oldest first */
function plannedIn(entries) {
	const found = entries.toReversed().flatMap(({ digest, predicate: { index, pullRequest, at, body } }) => {
		if (body.type !== "planned" || digest === null) return [];
		return [{
			index,
			pullRequest,
			at,
			digest,
			assessment: body.assessment
		}];
	});
	const known = /* @__PURE__ */ new Set();
	return found.filter(({ pullRequest, digest }) => {
		const key = `${pullRequest} ${digest}`;
		return !known.has(key) && known.add(key);
	});
}
/** What cannot be read is told as such: whoever counts plans must not take it for one of which nothing is to be said. */
async function pastPlan(blob, of) {
	try {
		const kept = await keptPlan(blob, of);
		if (kept !== null) return {
			kind: "plan",
			of,
			kept
		};
		return {
			kind: "unreadable",
			of,
			reason: {
				code: "ledger-content-missing",
				message: "The ledger does not hold this plan with its assessment."
			}
		};
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return {
			kind: "unreadable",
			of,
			reason: {
				code: error.code,
				message: error.message
			}
		};
	}
}

// src/core/policy/trial.ts
function tryOn(set, { of, kept }) {
	const { plan, assessment } = kept;
	const { findings, requirements } = set.judge({
		plan,
		changes: assessment.changes,
		access: assessment.access,
		now: of.at,
		pull: null
	});
	return {
		of,
		outcome: outcomeOf(findings, requirements),
		findings,
		requirements
	};
}
function outcomeOf(findings, requirements) {
	if (findings.some(({ effect }) => effect === "deny")) return "denied";
	if (requirements.length > 0) return "asked";
	if (findings.some((finding) => !isUntold(finding))) return "warned";
	return findings.length > 0 ? "untold" : "unchanged";
}
/** The rule asks about the pull request, which no plan of the past is judged with. */
function isUntold({ code }) {
	return code === "policy-untold";
}
function summaryOf(tried) {
	const having = (outcome) => tried.filter((one) => one.outcome === outcome).length;
	const asked = tried.filter(({ outcome }) => outcome === "asked").flatMap(({ requirements }) => [...new Set(requirements.map(approverText))]);
	return {
		plans: tried.length,
		denied: having("denied"),
		asked: Object.fromEntries([...Map.groupBy(asked, (who) => who)].map(([who, same]) => [who, same.length]).toSorted(byName)),
		warned: having("warned"),
		untold: having("untold"),
		unchanged: having("unchanged")
	};
}
function byName([left], [right]) {
	return left < right ? -1 : 1;
}

export { plannedIn as a, entriesOfPullRequest as c, readBlob as d, stateOf as f, controlsReport as g, renderControls as h, pastPlan as i, entriesSince as l, controlsFold as m, summaryOf as n, keptPlan as o, unappliedOf as p, tryOn as r, parsed as s, isUntold as t, excludedBy as u };