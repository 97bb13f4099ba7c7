import { A as HEAD_PATH, E as parseCanonical, F as hashOfBlobPath, I as indexOfEntryPath, L as anchorText, M as UNAPPLIED_PATH, N as blobPath, O as TERMINAL_RECEIPTS, P as entryPath, T as openEntry, f as canonicalState, h as hashOfUnapplied, i as unsigned, j as STATE_PATH, m as foldUnapplied, p as foldState, u as INITIAL_STATE, v as buildIndex, x as follows, y as decodeHead } from "./signing.js";
import { a as sha256 } from "./digest.js";
import { n as problem, r as withConsequences } from "./problems.js";
import { a as visible } from "./text.js";
import { t as runWith } from "./given.js";
import { n as readAnchorGiven, r as readKeys, t as withLedger } from "./local-ledger.js";

// src/core/ledger/apply-record.ts
/** Follows each apply through the entries, in their order: approved, started, receipts, finished. */
var ApplyRecords = class {
	#applies = /* @__PURE__ */ new Map();
	/** As what each plan of each pull request landed when its apply was finished. */
	#landings = /* @__PURE__ */ new Map();
	/** Applies without their end, which is no fault: they may still be going on. */
	unfinished() {
		return [...this.#applies].filter(([, apply]) => !apply.finished).map(([applyId]) => applyId);
	}
	/** @returns what is wrong with this entry, given all before it. */
	add({ predicate: { body, index, writer, pullRequest }, digest }) {
		if (body.type !== "approved" && body.type !== "apply-started" && body.type !== "intent" && body.type !== "receipt" && body.type !== "follow-up" && body.type !== "apply-finished") return [];
		const apply = this.#applies.get(body.applyId) ?? {
			approved: false,
			started: null,
			starter: null,
			finished: false,
			steps: /* @__PURE__ */ new Map()
		};
		this.#applies.set(body.applyId, apply);
		const codes = apply.finished ? ["apply-after-finish"] : [];
		if (body.type === "approved") apply.approved = true;
		else if (body.type === "apply-started") {
			codes.push(...start(apply, body));
			apply.starter = writer;
		} else if (body.type === "apply-finished") {
			codes.push(...finish(apply, body.result, writer));
			if (this.#landsAgain(body.landing, pullRequest, digest)) codes.push("apply-repeated");
			apply.finished = true;
		} else if (body.type !== "follow-up") codes.push(...step(apply, body.stepId, body.type === "receipt" ? body : null));
		return codes.map((code) => problem(code, index, entryPath(index), detailOf(body)));
	}
	/** Another pull request may bring the same plan again; one pull request lands once. */
	#landsAgain(landing, pullRequest, digest) {
		if (pullRequest === null || digest === null) return false;
		const plan = `${pullRequest} ${digest}`;
		const first = this.#landings.get(plan) ?? landing;
		this.#landings.set(plan, first);
		return first !== landing;
	}
};
function detailOf(body) {
	return body.stepId === void 0 ? `apply ${body.applyId}` : `apply ${body.applyId}, step ${body.stepId}`;
}
function start(apply, body) {
	const codes = apply.approved ? [] : ["apply-not-approved"];
	if (apply.started === null) {
		apply.started = body;
		for (const { id, repeat } of body.steps) apply.steps.set(id, {
			repeat,
			intended: false,
			terminal: false,
			done: false,
			ambiguous: false
		});
		return codes;
	}
	if (!isSameWork(apply.started, body)) codes.push("apply-changed");
	for (const record of apply.steps.values()) record.terminal &&= record.done;
	return codes;
}
function isSameWork(left, right) {
	const spelled = ({ landing, steps }) => JSON.stringify([landing, steps.map(({ id, repeat }) => [id, repeat])]);
	return spelled(left) === spelled(right);
}
function step(apply, stepId, receipt) {
	if (apply.started === null) return ["apply-not-started"];
	const record = apply.steps.get(stepId);
	if (record === void 0) return ["step-unknown"];
	if (receipt === null) {
		record.intended = true;
		return record.terminal ? ["receipt-doubled"] : [];
	}
	const codes = record.terminal ? ["receipt-doubled"] : [];
	if (receipt.kind === "applied" && record.repeat === "intent" && !record.intended) codes.push("step-without-intent");
	record.terminal ||= TERMINAL_RECEIPTS.some((kind) => kind === receipt.kind);
	record.done ||= receipt.kind === "applied" || receipt.kind === "already-applied";
	record.ambiguous = receipt.kind === "ambiguous";
	return codes;
}
/**
* A run that started an apply ends it with a final receipt for each step, whatever the result; a step left ambiguous keeps
* that as its last word. Only what another run began, and was interrupted in, may be refused or superseded with steps open.
*/
function finish(apply, result, finisher) {
	const wrote = result === "applied" || result === "partial";
	if (apply.started === null) return wrote ? ["apply-not-started"] : [];
	if (!wrote && apply.starter !== finisher) return [];
	const steps = [...apply.steps.values()];
	if (!steps.every(({ terminal, ambiguous }) => terminal || ambiguous)) return ["receipt-missing"];
	return result === "applied" && !steps.every(({ done }) => done) ? ["apply-overstated"] : [];
}

// src/core/ledger/chain.ts
/**
* Follows the chain from `genesis`, one file under `entries/` after the other, and says what is wrong with each.
* A chain that is broken is followed on from where it goes on, so that one alteration is told as one.
*/
var Chain = class {
	#before = null;
	#next = 0;
	#ledgerId = null;
	#anchor;
	#anchored = false;
	/** `previous` of the last entry where it does not name the entry before: which of the two was altered, the next link tells. */
	#doubt = null;
	constructor(anchor) {
		this.#anchor = anchor;
	}
	/** The last entry that was taken into the chain. */
	get last() {
		return this.#before;
	}
	/** @param index that the file's path stands for; indexes come in rising order. `entry`: the one that counts, when there is one. */
	add(index, opened) {
		const isGap = index > this.#next;
		const problems = isGap ? [problem("entry-missing", this.#next, entryPath(this.#next))] : [];
		const link = !isGap && opened.kind === "entry" && opened.entry.predicate.index === index ? opened.entry.predicate.previous : null;
		const isSettled = this.#doubt !== null;
		problems.push(...this.#settle(link));
		this.#next = index + 1;
		const path = entryPath(index);
		if (opened.kind !== "entry") {
			this.#before = null;
			problems.push(problem(`entry-${opened.kind}`, index, path, opened.why));
			return {
				entry: null,
				problems
			};
		}
		problems.push(...this.#judge(index, opened.entry));
		if (!isGap && !isSettled && this.#before !== null && opened.entry.predicate.ledgerId === this.#ledgerId && link !== null && link !== this.#before.hash) this.#doubt = link;
		const isMisplaced = opened.entry.predicate.index !== index;
		this.#before = isMisplaced ? null : opened.entry;
		return {
			entry: this.#before,
			problems
		};
	}
	/** The entry that the next one links to is as it was; otherwise it is the one that was altered. */
	#settle(link) {
		if (this.#doubt === null || this.#before === null) return [];
		const { index } = this.#before.predicate;
		const altered = link === this.#before.hash ? index - 1 : index;
		const detail = `entry ${index} was linked to ${this.#doubt}`;
		this.#doubt = null;
		return [problem("entry-altered", altered, entryPath(altered), detail)];
	}
	#judge(index, entry) {
		const { predicate } = entry;
		const path = entryPath(index);
		if (predicate.index !== index) return [problem("entry-misplaced", index, path, `it says that it is entry ${predicate.index}`)];
		const problems = [];
		this.#ledgerId ??= predicate.ledgerId;
		if (predicate.ledgerId !== this.#ledgerId) problems.push(problem("ledger-id-differs", index, path));
		else if (predicate.body.type === "genesis" !== (index === 0)) problems.push(problem("genesis-misplaced", index, path));
		if (index === this.#anchor?.index) {
			this.#anchored = true;
			if (entry.hash !== this.#anchor.hash) problems.push(problem("anchor-differs", index, path, `the anchor says ${this.#anchor.hash}`));
		}
		return problems;
	}
	/** What only the end can tell. @param head as the head file names it; null when there is none that can be read. */
	end(head) {
		const problems = [...this.#settle(head?.hash ?? null)];
		if (head !== null && head.index >= this.#next) problems.push(problem("entry-missing", this.#next, entryPath(this.#next), `the head file names entry ${head.index}`));
		if (this.#anchor !== null && !this.#anchored) problems.push(problem("ledger-truncated", this.#anchor.index, entryPath(this.#anchor.index), `entry ${this.#anchor.index} cannot be found`));
		return problems;
	}
};

// src/core/ledger/verify.ts
/**
* Verifies a whole ledger: every entry, its signature and its place, the chain, what it must extend, every apply, every kept file and the index.
* Needs neither network nor clock. @param anchor an older place in the chain that the ledger must extend; null: none is known.
*/
async function verifyLedger(files, verifier, anchor) {
	const known = new Set(files.paths);
	const walk = await walkEntries(files, verifier, anchor, await namedHead(files, known));
	const problems = [...walk.problems];
	if (!files.paths.some((path) => indexOfEntryPath(path) !== null)) problems.push(problem("ledger-missing", null, "entries/"));
	const blobs = await blobProblems(files, known, walk.blobs);
	const expected = problems.length === 0 && walk.last !== null ? expectedState(walk, walk.last) : null;
	if (expected !== null) problems.push(...expected.problems, ...await indexProblems(files, known, expected.files));
	problems.push(...blobs);
	return {
		sound: problems.length === 0,
		ledgerId: walk.last?.predicate.ledgerId ?? null,
		entries: walk.count,
		head: walk.last === null || problems.length > 0 ? null : {
			index: walk.last.predicate.index,
			hash: walk.last.hash
		},
		signers: Object.fromEntries(walk.signers),
		unfinished: walk.applies.unfinished(),
		problems: withConsequences(problems.toSorted((left, right) => (left.index ?? Infinity) - (right.index ?? Infinity))),
		foreign: files.paths.filter((path) => !isOurs(path, expected?.files))
	};
}
function isOurs(path, derived) {
	if ([
		"head.json",
		"state.json",
		"unapplied.json"
	].includes(path) || indexOfEntryPath(path) !== null || hashOfBlobPath(path) !== null) return true;
	return derived === void 0 ? path.startsWith("index/") : derived.has(path);
}
async function namedHead(files, known) {
	if (!known.has("head.json")) return null;
	try {
		return decodeHead(parseCanonical(await files.read(HEAD_PATH), HEAD_PATH), HEAD_PATH);
	} catch {
		return null;
	}
}
const READS_AT_ONCE = 64;
async function walkEntries(files, verifier, anchor, head) {
	const indexes = files.paths.map(indexOfEntryPath).filter((index) => index !== null).toSorted((left, right) => left - right);
	const chain = new Chain(anchor);
	const tally = new Tally();
	const problems = [];
	let isEnded = false;
	for (let from = 0; from < indexes.length; from += READS_AT_ONCE) {
		const batch = indexes.slice(from, from + READS_AT_ONCE);
		const contents = await Promise.all(batch.map(async (index) => await openEntry(await files.read(entryPath(index)), verifier)));
		for (const [position, opened] of contents.entries()) {
			const index = batch[position] ?? 0;
			isEnded ||= chain.last !== null && chain.last.predicate.index === head?.index && chain.last.hash === head.hash && !(opened.kind === "entry" && follows(opened.entry, chain.last));
			if (isEnded) {
				problems.push(problem("entry-foreign", index, entryPath(index)));
				continue;
			}
			const added = chain.add(index, opened);
			problems.push(...added.problems);
			if (added.entry !== null) problems.push(...tally.add(added.entry));
		}
	}
	problems.push(...chain.end(head));
	const { last } = chain;
	const isCutOff = last !== null && head !== null && head.index > last.predicate.index;
	if (last !== null && !isCutOff && last.hash !== head?.hash) problems.push(problem("head-differs", last.predicate.index, HEAD_PATH));
	return {
		problems,
		last,
		...tally.result()
	};
}
/** What the entries add up to. The state lags by one entry, as the last one names the state before it. */
var Tally = class {
	#signers = /* @__PURE__ */ new Map();
	#applies = new ApplyRecords();
	#pulls = /* @__PURE__ */ new Map();
	#blobs = /* @__PURE__ */ new Map();
	#count = 0;
	#pending = null;
	#state = INITIAL_STATE;
	#unapplied = {};
	add(entry) {
		this.#count += 1;
		this.#signers.set(entry.signer, (this.#signers.get(entry.signer) ?? 0) + 1);
		this.#settle();
		this.#pending = entry;
		const { body, index } = entry.predicate;
		const named = body.type === "planned" ? [
			entry.digest,
			body.body,
			body.assessment
		] : body.type === "judged" ? [body.pull] : [];
		for (const hash of named) if (hash !== null && !this.#blobs.has(hash)) this.#blobs.set(hash, index);
		return this.#applies.add(entry);
	}
	result() {
		return {
			count: this.#count,
			signers: this.#signers,
			applies: this.#applies,
			before: {
				state: this.#state,
				unapplied: this.#unapplied
			},
			pulls: this.#pulls,
			blobs: this.#blobs
		};
	}
	#settle() {
		if (this.#pending === null) return;
		const { pullRequest, index } = this.#pending.predicate;
		this.#state = foldState(this.#state, this.#pending);
		this.#unapplied = foldUnapplied(this.#unapplied, this.#pending);
		if (pullRequest === null) return;
		const places = this.#pulls.get(pullRequest);
		if (places === void 0) this.#pulls.set(pullRequest, [{
			index,
			hash: this.#pending.hash
		}]);
		else places.push({
			index,
			hash: this.#pending.hash
		});
	}
};
/** The derived files that the last entry signs for, by path. */
function expectedState(walk, last) {
	const files = /* @__PURE__ */ new Map();
	const { index, state: named } = last.predicate;
	if (index === 0) return {
		problems: named === null ? [] : [problem("state-differs", 0, STATE_PATH)],
		files
	};
	const { root, files: derived } = buildIndex(walk.pulls);
	for (const [path, bytes] of derived) files.set(path, sha256(bytes));
	const unapplied = hashOfUnapplied(walk.before.unapplied);
	const state = sha256(canonicalState({
		...walk.before.state,
		pulls: root,
		unapplied
	}));
	files.set(STATE_PATH, state);
	if (unapplied !== null) files.set(UNAPPLIED_PATH, unapplied);
	return {
		problems: named === state ? [] : [problem("state-differs", index, STATE_PATH)],
		files
	};
}
async function indexProblems(files, known, expected) {
	const problems = [];
	for (const [path, hash] of expected) if (!known.has(path) || sha256(await files.read(path)) !== hash) problems.push(problem("index-altered", null, path));
	return problems;
}
async function blobProblems(files, known, named) {
	const problems = [];
	for (const [hash, index] of named) if (!known.has(blobPath(hash))) problems.push(problem("blob-missing", index, blobPath(hash)));
	for (const path of files.paths) {
		const hash = hashOfBlobPath(path);
		if (hash !== null && sha256(await files.read(path)) !== hash) problems.push(problem("blob-altered", named.get(hash) ?? null, path));
	}
	return problems;
}

// src/cli/verify.ts
const SHOWN = 20;
const definition = {
	name: "verify",
	help: [
		"Verifies a ledger offline: every entry and its signature, the chain, each apply, every kept plan, and the index.",
		"LEDGER is a folder with a checked-out ledger, or a git repository that has the ledger's branch.",
		"Names the first bad entry, and exits with 1 if anything is wrong."
	].join("\n"),
	options: {
		keys: {
			type: "text",
			value: "FILE",
			description: "Whose signatures count, as ledger.signing in JSON. Without it signatures are not checked."
		},
		anchor: {
			type: "text",
			value: "INDEX:HASH|FILE",
			description: "An older entry that the ledger must extend, as a check run quotes it, or a file that holds it."
		},
		branch: {
			type: "text",
			value: "NAME",
			description: "The ledger's branch.",
			default: "countersign/ledger"
		},
		format: {
			type: "choice",
			values: ["text", "json"],
			description: "For people or for programs."
		}
	},
	positionals: {
		name: "LEDGER",
		minimum: 1,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => verifyGiven(context, given))
};
async function verifyGiven(context, given) {
	const keys = given.text("keys");
	const anchor = await readAnchorGiven(context, given.text("anchor"));
	const verifier = keys === null ? unsigned : await readKeys(context, keys);
	const verification = await withLedger(context, given.positionals[0] ?? ".", given.text("branch") ?? "", (files) => verifyLedger(files, verifier, anchor));
	const signatures = keys === null ? "not-checked" : "checked";
	context.stdout.write(given.text("format") === "json" ? `${JSON.stringify({
		...verification,
		signatures
	}, null, 2)}\n` : textOf(verification, signatures));
	return verification.sound ? 0 : 1;
}
function textOf(verification, signatures) {
	const { ledgerId, entries, head, signers, unfinished, problems, foreign } = verification;
	const causes = problems.filter(({ consequenceOf }) => consequenceOf === null);
	const consequences = problems.filter(({ consequenceOf }) => consequenceOf !== null);
	const [first] = causes;
	const where = first?.index === void 0 || first.index === null ? first?.path ?? "" : `entry ${first.index}`;
	const by = Object.entries(signers).map(([signer, count]) => `${count} by ${signer}`);
	return [
		verification.sound ? `Sound: ledger ${ledgerId ?? ""}, ${entries} entries.` : `NOT SOUND: ${first?.code ?? ""}, first at ${where}.`,
		...head === null ? [] : [`Anchor: ${anchorText(head)}`],
		signatures === "checked" ? `Signatures: ${by.join(", ") || "none"}` : "Signatures: NOT CHECKED. Give the trusted keys with --keys.",
		...unfinished.length === 0 ? [] : [`Applies without their end: ${unfinished.length}`],
		...causes.slice(0, SHOWN).map(lineOf),
		...causes.length > SHOWN ? [`… and ${causes.length - SHOWN} more`] : [],
		...consequences.length === 0 ? [] : ["What may follow from these alone:"],
		...consequences.slice(0, SHOWN).map((each) => `  after entry ${each.consequenceOf}: ${lineOf(each)}`),
		...consequences.length > SHOWN ? [`  … and ${consequences.length - SHOWN} more`] : [],
		...foreign.slice(0, SHOWN).map((path) => `foreign, not counted: ${path}`),
		...foreign.length > SHOWN ? [`… and ${foreign.length - SHOWN} more foreign files`] : []
	].map((line) => `${visible(line)}\n`).join("");
}
function lineOf({ code, index, path, message }) {
	return `${code}: ${index === null ? "" : `entry ${index}, `}${path}: ${message}`;
}

export { command };