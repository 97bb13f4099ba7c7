import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { a as sha256, n as hashJson, r as isCanonical, t as canonicalize } from "./digest.js";
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

// src/core/ledger/anchor.ts
/** `12:sha256:…`, as check runs quote it and `countersign verify` prints it. */
function anchorText({ index, hash }) {
	return `${index}:${hash}`;
}
/** @returns the anchor that a text is, with or without `sha256:`; null when it is none. */
function readAnchor(text) {
	const [, index, hash] = /^(\d{1,15}):(?:sha256:)?([0-9a-f]{64})$/u.exec(text) ?? [];
	return index === void 0 || hash === void 0 ? null : {
		index: Number(index),
		hash: `sha256:${hash}`
	};
}

// src/core/ledger/layout.ts
/** Where everything stands in a ledger. Sharded so that no folder grows past some hundred names, whatever the ledger's length. */
const HEAD_PATH = "head.json";
const STATE_PATH = "state.json";
const UNAPPLIED_PATH = "unapplied.json";
/** @param index of the entry, from 0: `entries/00/00/00/12.json`. */
function entryPath(index) {
	return `entries/${pairs(index)}.json`;
}
/** @returns the index that a path under `entries/` stands for; null when it is not the one spelling of any. */
function indexOfEntryPath(path) {
	if (!path.startsWith("entries/") || !path.endsWith(".json")) return null;
	const index = Number(path.slice(8, -5).replaceAll("/", ""));
	return Number.isSafeInteger(index) && index >= 0 && entryPath(index) === path ? index : null;
}
function blobPath(hash) {
	const hex = hash.slice(7);
	return `blobs/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`;
}
/** @returns the hash that a path under `blobs/` stands for; null when it is not the one spelling of any. */
function hashOfBlobPath(path) {
	const hex = path.startsWith("blobs/") ? path.slice(6).replaceAll("/", "") : "";
	return /^[0-9a-f]{64}$/u.test(hex) && blobPath(`sha256:${hex}`) === path ? `sha256:${hex}` : null;
}
/** @param digits of the pull request's number that lead to the node; none: the root. */
function nodePath(digits) {
	return `index/nodes/${["root", ...digits].join("/")}/node.json`;
}
/** @param chunk from 0. */
function chunkPath(pullRequest, chunk) {
	return `index/pulls/${pairs(pullRequest)}/${pairs(chunk)}.json`;
}
/** Decimal digits in pairs, at least four of them: 12 is `00/00/00/12`. */
function pairs(value) {
	const digits = String(value);
	return (digits.padStart(Math.max(8, digits.length + digits.length % 2), "0").match(/../gu) ?? []).join("/");
}

// src/core/ledger/decode.ts
function malformed(pointer, wanted) {
	return new CountersignError("ledger-malformed", `The ledger holds a value that is not ${wanted}.`, {
		evidence: pointer === "" ? "at the root" : `at ${pointer}`,
		mend: "Run `countersign verify` on the ledger: it names the first entry that is not as it was written."
	});
}
const text = (value, pointer) => {
	if (typeof value !== "string") throw malformed(pointer, "a text");
	return value;
};
const flag = (value, pointer) => {
	if (typeof value !== "boolean") throw malformed(pointer, "true or false");
	return value;
};
const natural = (value, pointer) => {
	if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw malformed(pointer, "a whole number from 0");
	return value;
};
const hash = (value, pointer) => {
	if (typeof value !== "string" || !/^sha256:[0-9a-f]{64}$/u.test(value)) throw malformed(pointer, "a SHA-256 hash");
	return `sha256:${value.slice(7)}`;
};
/** RFC 3339 in UTC, whole seconds. */
const time = (value, pointer) => {
	if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value)) throw malformed(pointer, "a time in whole seconds");
	return value;
};
const json = (value, pointer) => {
	if (value === void 0) throw malformed(pointer, "present");
	return value;
};
const anyObject = (value, pointer) => {
	if (!isJsonObject(value)) throw malformed(pointer, "an object");
	return value;
};
function literal(...options) {
	return (value, pointer) => {
		const found = options.find((option) => option === value);
		if (found === void 0) throw malformed(pointer, `one of ${options.join(", ")}`);
		return found;
	};
}
function nullable(decoder) {
	return (value, pointer) => value === null ? null : decoder(value, pointer);
}
function list(decoder) {
	return (value, pointer) => {
		if (!Array.isArray(value)) throw malformed(pointer, "a list");
		return value.map((item, index) => decoder(item, `${pointer}/${index}`));
	};
}
function dictionary(decoder) {
	return (value, pointer) => {
		const entries = Object.entries(anyObject(value, pointer));
		return Object.fromEntries(entries.map(([key, item]) => [key, decoder(item, `${pointer}/${key}`)]));
	};
}
/** Exactly these fields: what a decoder does not know is refused, so that nothing signed is ever dropped unseen. */
function record(fields) {
	const keys = Object.keys(fields);
	return (value, pointer) => {
		const object = anyObject(value, pointer);
		const unknown = Object.keys(object).find((key) => !Object.hasOwn(fields, key));
		if (unknown !== void 0) throw malformed(`${pointer}/${unknown}`, "known");
		const decoded = {};
		for (const key of keys) decoded[key] = fields[key]?.(Object.hasOwn(object, key) ? object[key] : void 0, `${pointer}/${key}`);
		return decoded;
	};
}

// src/core/ledger/outdated.ts
/** A newer version wrote what the ledger holds: nothing may be concluded from it, and nothing written over it. */
function engineOutdated(evidence) {
	return new CountersignError("engine-outdated", "The ledger holds what this version of Countersign does not know.", {
		evidence,
		mend: "Run the version that wrote it, or a newer one."
	});
}

// src/core/dsse.ts
/** The bytes that a DSSE signature covers (secure-systems-lab/dsse, protocol 1.0.2): lengths are of UTF-8 bytes. */
function preAuthEncoding(payloadType, payload) {
	const type = Buffer.from(payloadType, "utf8");
	return Buffer.concat([
		Buffer.from(`DSSEv1 ${type.length} `),
		type,
		Buffer.from(` ${payload.length} `),
		payload
	]);
}
/** @returns the bytes of base64 in the standard or the URL-safe alphabet; null for anything else. */
function fromBase64(text) {
	const bytes = Buffer.from(text, "base64");
	if (bytes.toString("base64") === text) return bytes;
	if (!/^[A-Za-z0-9+/]*={0,2}$|^[A-Za-z0-9_-]*={0,2}$/u.test(text)) return null;
	return bytes;
}
function toBase64(bytes) {
	return Buffer.from(bytes).toString("base64");
}

// src/core/ledger/bodies.ts
const RUN_REASONS = [
	"first",
	"digest-changed",
	"retargeted",
	"comment-changed",
	"access-widened",
	"excepted",
	"head-returned",
	"unconcerned"
];
const TERMINAL_RECEIPTS = [
	"applied",
	"already-applied",
	"conflict",
	"failed",
	"not-attempted"
];

// src/core/ledger/decode-body.ts
const actor = record({
	id: natural,
	login: text
});
const plainReason = record({
	code: text,
	message: text
});
const pointedReason = record({
	code: text,
	message: text,
	pointer: text
});
const reason = (value, pointer) => (Object.hasOwn(anyObject(value, pointer), "pointer") ? pointedReason : plainReason)(value, pointer);
const DECODERS = {
	genesis: record({
		type: literal("genesis"),
		ledgerId: text,
		signers: list(text),
		governance: dictionary(hash),
		tip: text
	}),
	planned: record({
		type: literal("planned"),
		run: text,
		code: text,
		head: text,
		baseBranch: text,
		body: hash,
		assessment: hash,
		mustQuote: flag,
		because: literal(...RUN_REASONS),
		senders: list(actor)
	}),
	published: record({
		type: literal("published"),
		run: text,
		commentId: natural,
		createdAt: time,
		head: text,
		senders: list(actor)
	}),
	judged: record({
		type: literal("judged"),
		run: text,
		head: text,
		pull: hash
	}),
	ended: record({
		type: literal("ended"),
		run: text,
		because: literal("unconcerned"),
		head: text
	}),
	approved: record({
		type: literal("approved"),
		applyId: hash,
		landing: text,
		run: text,
		reviews: list(record({
			id: natural,
			reviewer: actor
		})),
		rules: record({
			before: hash,
			tip: hash
		})
	}),
	refused: record({
		type: literal("refused"),
		applyId: nullable(hash),
		landing: nullable(text),
		reasons: list(reason),
		bypassed: nullable(record({
			contributors: list(actor),
			incomplete: nullable(text)
		}))
	}),
	"apply-started": record({
		type: literal("apply-started"),
		applyId: hash,
		landing: text,
		epoch: natural,
		holder: text,
		steps: list(record({
			id: text,
			repeat: literal("idempotent", "intent")
		}))
	}),
	intent: record({
		type: literal("intent"),
		applyId: hash,
		stepId: text,
		commitment: hash
	}),
	receipt: record({
		type: literal("receipt"),
		applyId: hash,
		stepId: text,
		kind: literal(...TERMINAL_RECEIPTS, "ambiguous", "waiting"),
		found: json,
		reasons: list(reason),
		remains: list(text)
	}),
	"follow-up": record({
		type: literal("follow-up"),
		applyId: hash,
		branch: text,
		commit: text
	}),
	"apply-finished": record({
		type: literal("apply-finished"),
		applyId: hash,
		landing: text,
		result: literal("applied", "partial", "refused", "superseded", "nothing"),
		applied: list(text),
		unapplied: list(record({
			address: text,
			contributors: list(actor),
			incomplete: nullable(text)
		})),
		settled: nullable(text)
	}),
	rules: record({
		type: literal("rules"),
		commit: text,
		governance: dictionary(hash),
		takenIn: list(text)
	}),
	drift: other("drift"),
	exception: other("exception"),
	emergency: other("emergency")
};
function other(type) {
	return record({
		type: literal(type),
		content: anyObject
	});
}
/** @throws CountersignError `ledger-malformed` */
function decodeBody(value, pointer) {
	const type = text(anyObject(value, pointer)["type"], `${pointer}/type`);
	if (!isEntryType(type)) throw malformed(`${pointer}/type`, "a known type of entry");
	return DECODERS[type](value, pointer);
}
function isEntryType(type) {
	return Object.hasOwn(DECODERS, type);
}

// src/core/ledger/seal.ts
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPES = "https://countersign.dev/ledger/entry/";
const PREDICATE_TYPE = `${PREDICATE_TYPES}v1`;
async function sealEntry(predicate, digest, signer) {
	const statement = {
		_type: STATEMENT_TYPE,
		subject: [subjectOf(digest, predicate.ledgerId)],
		predicateType: PREDICATE_TYPE,
		predicate
	};
	const payload = Buffer.from(canonicalize(statement));
	const signature = await signer.sign(preAuthEncoding(PAYLOAD_TYPE, payload));
	const signatures = signature === null ? [] : [{
		keyid: signer.keyId ?? "",
		sig: toBase64(signature)
	}];
	const bytes = Buffer.from(canonicalize({
		payloadType: PAYLOAD_TYPE,
		payload: toBase64(payload),
		signatures
	}));
	return {
		bytes,
		hash: sha256(bytes)
	};
}
function subjectOf(digest, ledgerId) {
	const named = digest ?? sha256(ledgerId);
	return {
		name: digest === null ? "ledger" : "plan",
		digest: { sha256: named.slice(7) }
	};
}
const decodeEnvelope = record({
	payloadType: literal(PAYLOAD_TYPE),
	payload: text,
	signatures: list(record({
		keyid: text,
		sig: text
	}))
});
const decodeStatement = record({
	_type: literal(STATEMENT_TYPE),
	subject: list(record({
		name: literal("plan", "ledger"),
		digest: record({ sha256: text })
	})),
	predicateType: literal(PREDICATE_TYPE),
	predicate: record({
		ledgerId: text,
		index: natural,
		previous: nullable(hash),
		state: nullable(hash),
		writer: text,
		at: time,
		pullRequest: nullable(natural),
		body: decodeBody
	})
});
/** Larger files are no entries: plans and assessments are kept apart. */
const MAXIMUM_ENTRY_BYTES = 4e6;
const MAXIMUM_SIGNATURES = 8;
/** A verifier that cannot verify, because its issuer does not answer for one, throws: that makes no entry malformed. */
async function openEntry(bytes, verifier) {
	const decoded = decodeEntry(bytes);
	if (decoded.kind === "malformed") return decoded;
	const verdict = await verifier.verify(decoded.envelope);
	if (verdict.kind === "refused") return {
		kind: decoded.kind === "newer" ? "malformed" : "untrusted",
		why: verdict.why
	};
	if (decoded.kind === "newer") return {
		kind: "newer",
		why: decoded.why
	};
	const { predicate, digest } = decoded;
	const { signer, signedAt } = verdict;
	const entry = {
		predicate,
		digest,
		hash: sha256(bytes),
		signer
	};
	return {
		kind: "entry",
		entry: signedAt === void 0 ? entry : {
			...entry,
			signedAt
		}
	};
}
function decodeEntry(bytes) {
	if (bytes.length > MAXIMUM_ENTRY_BYTES) return {
		kind: "malformed",
		why: `larger than ${MAXIMUM_ENTRY_BYTES} bytes`
	};
	return unlessMalformed(() => {
		const envelope = decodeEnvelope(parseCanonical(bytes, ""), "");
		const payload = fromBase64(envelope.payload);
		if (envelope.signatures.length > MAXIMUM_SIGNATURES) throw malformed("/signatures", "a few signatures");
		if (payload === null || toBase64(payload) !== envelope.payload) throw malformed("/payload", "base64 as this ledger writes it");
		const statement = parseCanonical(payload, "/payload");
		return unlessMalformed(() => ({
			kind: "entry",
			envelope,
			...entryOf(statement)
		}), (why) => isEntry(statement) ? {
			kind: "newer",
			envelope,
			why
		} : {
			kind: "malformed",
			why
		});
	}, (why) => ({
		kind: "malformed",
		why
	}));
}
function entryOf(value) {
	const { predicate, subject } = decodeStatement(value, "/payload");
	return {
		predicate,
		digest: digestOf(subject, predicate.ledgerId)
	};
}
/** Of any version. */
function isEntry(value) {
	const type = isJsonObject(value) ? value["predicateType"] : null;
	return typeof type === "string" && type.startsWith(PREDICATE_TYPES);
}
function unlessMalformed(decode, otherwise) {
	try {
		return decode();
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return otherwise(`${error.message} ${error.evidence ?? ""}`.trim());
	}
}
function digestOf(subject, ledgerId) {
	const [only] = subject;
	if (only === void 0 || subject.length !== 1) throw malformed("/payload/subject", "one subject");
	const named = hash(`sha256:${only.digest.sha256}`, "/payload/subject/0/digest/sha256");
	if (only.name === "plan") return named;
	if (named !== sha256(ledgerId)) throw malformed("/payload/subject/0/digest/sha256", "the ledger's");
	return null;
}
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** @throws CountersignError `ledger-malformed` unless the bytes are the canonical form of a JSON value. */
function parseCanonical(bytes, pointer) {
	let source;
	let value;
	try {
		source = UTF8.decode(bytes);
		value = parseJson(source);
	} catch {
		throw malformed(pointer, "JSON in UTF-8");
	}
	if (!isCanonical(value, source)) throw malformed(pointer, "in canonical form");
	return value;
}

// src/core/ledger/open.ts
/** Named by anybody who may push, so only a hint of where to look for the head. */
const decodeHead = record({
	formatVersion: literal("1"),
	ledgerId: text,
	index: natural,
	hash
});
/**
* Finds the end of the trusted chain in a bounded number of reads: the head that the branch names, unless it lies.
* @throws CountersignError `ledger-missing`, `ledger-truncated`, `ledger-anchor-differs`, `ledger-chain-broken`, `engine-outdated`
*/
async function openLedger({ store, verifier, anchor }) {
	const revision = await store.revision();
	if (revision === null) throw missing();
	const read = (path) => store.read(revision, path);
	const { head, foreign } = await findEnd(read, verifier, await hintedHead(read, verifier) ?? await firstEntry(read, verifier));
	if (anchor !== null) await checkAnchor(read, verifier, head, anchor);
	return {
		revision,
		head,
		read,
		verifier,
		foreign
	};
}
async function hintedHead(read, verifier) {
	const bytes = await read(HEAD_PATH);
	if (bytes === null) return null;
	try {
		const hint = decodeHead(parseCanonical(bytes, HEAD_PATH), HEAD_PATH);
		const entry = await trustedEntry(read, verifier, hint.index);
		return entry?.hash === hint.hash && entry.predicate.ledgerId === hint.ledgerId ? entry : null;
	} catch (error) {
		if (error instanceof CountersignError && error.code === "ledger-malformed") return null;
		throw error;
	}
}
async function firstEntry(read, verifier) {
	const first = await trustedEntry(read, verifier, 0);
	if (first === null) throw missing();
	return first;
}
/** A hint may be older than the chain; what stands behind the end without being linked to it is foreign. */
async function findEnd(read, verifier, start) {
	const path = entryPath(start.predicate.index + 1);
	const bytes = await read(path);
	if (bytes === null) return {
		head: start,
		foreign: []
	};
	const next = await knownEntry(bytes, verifier, path);
	if (next.kind !== "entry" || !follows(next.entry, start)) return {
		head: start,
		foreign: [path]
	};
	const head = await farthestEntry(read, verifier, next.entry);
	const behind = entryPath(head.predicate.index + 1);
	return {
		head,
		foreign: await read(behind) === null ? [] : [behind]
	};
}
/** Trusted entries stand without gaps, so doubling and halving finds the last one in a few reads, however far it is. */
async function farthestEntry(read, verifier, start) {
	let last = start;
	let step = 1;
	for (let next = await ahead(); next !== null; next = await ahead()) {
		last = next;
		step *= 2;
	}
	for (; step >= 1; step = Math.floor(step / 2)) last = await ahead() ?? last;
	if (last === start) return last;
	const before = await trustedEntry(read, verifier, last.predicate.index - 1);
	if (before === null || !follows(last, before)) throw broken(last.predicate.index);
	return last;
	async function ahead() {
		const entry = await trustedEntry(read, verifier, last.predicate.index + step);
		return entry?.predicate.ledgerId === start.predicate.ledgerId ? entry : null;
	}
}
/** Whether the entry is the next one of the same chain. */
function follows(entry, before) {
	const { index, previous, ledgerId, body } = entry.predicate;
	return index === before.predicate.index + 1 && previous === before.hash && ledgerId === before.predicate.ledgerId && body.type !== "genesis";
}
async function checkAnchor(read, verifier, head, anchor) {
	if (head.predicate.index < anchor.index) {
		const evidence = `the anchor is entry ${anchor.index}, the last entry is ${head.predicate.index}`;
		throw new CountersignError("ledger-truncated", "The ledger is shorter than it is known to have been.", {
			evidence,
			mend: RESTORE
		});
	}
	const entries = head.predicate.index === anchor.index ? [head] : await entriesAt(read, verifier, range(anchor.index, head.predicate.index));
	const [anchored] = entries;
	if (anchored?.hash !== anchor.hash) {
		const evidence = `entry ${anchor.index} is ${anchored?.hash ?? "missing"}, the anchor says ${anchor.hash}`;
		throw new CountersignError("ledger-anchor-differs", "The ledger is another one than it is known to have been.", {
			evidence,
			mend: RESTORE
		});
	}
	requireLinks(entries);
}
const RESTORE = "Somebody rewrote the ledger's branch. Restore it from a clone, and protect it with the ledger ruleset.";
function missing() {
	return new CountersignError("ledger-missing", "There is no ledger.", { mend: "An administrator begins one by dispatching `init`; one that existed is restored from a clone." });
}
function broken(index) {
	return new CountersignError("ledger-chain-broken", "An entry of the ledger is missing, not trusted, or not linked to the one before it.", {
		evidence: entryPath(index),
		mend: RESTORE
	});
}
/** The entry at its place, when a trusted signer made it for that place; null otherwise. */
async function trustedEntry(read, verifier, index) {
	const bytes = await read(entryPath(index));
	if (bytes === null) return null;
	const opened = await knownEntry(bytes, verifier, entryPath(index));
	return opened.kind === "entry" && opened.entry.predicate.index === index ? opened.entry : null;
}
/** What a newer version entered is not foreign: it would be overwritten. */
async function knownEntry(bytes, verifier, path) {
	const opened = await openEntry(bytes, verifier);
	if (opened.kind === "newer") throw engineOutdated(`${path}: ${opened.why}`);
	return opened;
}
/** @throws CountersignError `ledger-chain-broken` where one of them does not follow the one before it. */
function requireLinks(entries) {
	for (const [position, entry] of entries.slice(1).entries()) {
		const before = entries[position];
		if (before === void 0 || !follows(entry, before)) throw broken(entry.predicate.index);
	}
}
/**
* Every entry, the oldest first, each linked to the one before it up to the head, whoever may have signed them.
* @throws CountersignError `ledger-chain-broken`
*/
async function wholeChain({ read, verifier, head }) {
	const entries = await entriesAt(read, verifier, range(0, head.predicate.index));
	requireLinks(entries);
	return entries;
}
/** From `first` to `last`, both included. */
function range(first, last) {
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
const READS_AT_ONCE = 16;
/** @throws CountersignError `ledger-chain-broken` when one of them is missing or not trusted. */
async function entriesAt(read, verifier, indexes) {
	const entries = [];
	for (let from = 0; from < indexes.length; from += READS_AT_ONCE) {
		const batch = indexes.slice(from, from + READS_AT_ONCE);
		const found = await Promise.all(batch.map((index) => trustedEntry(read, verifier, index)));
		for (const [position, entry] of found.entries()) {
			if (entry === null) throw broken(batch[position] ?? 0);
			entries.push(entry);
		}
	}
	return entries;
}

// src/core/ledger/pull-index.ts
const decodeNode = record({
	children: dictionary(hash),
	pulls: dictionary(record({
		chunks: natural,
		last: hash
	}))
});
const decodeChunk = record({
	previous: nullable(hash),
	entries: list(record({
		index: natural,
		hash
	}))
});
const EMPTY_NODE = {
	children: {},
	pulls: {}
};
const RADIX = 32;
const DEPTH = 3;
const CHUNK_LENGTH = 64;
/** Read at once, newest first: no more than these are asked for before one of them has to prove that it is there. */
const FETCHED_CHUNKS = 64;
/**
* Which entries belong to a pull request: a hash tree over the pull requests' numbers, whose leaves name hash-linked chunks of entries.
* Everything is checked against the root, which a signed entry names, so nobody can hide an entry; adding one touches five small files.
*/
var PullIndex = class {
	#read;
	#files = /* @__PURE__ */ new Map();
	#added = /* @__PURE__ */ new Set();
	#root;
	constructor(read, root) {
		this.#read = read;
		this.#root = root;
	}
	get root() {
		return this.#root;
	}
	/** The files that were written since the beginning, by path. */
	added() {
		return new Map([...this.#added].map((path) => [path, this.#files.get(path) ?? /* @__PURE__ */ new Uint8Array()]));
	}
	async add(pullRequest, entry) {
		const digits = digitsOf(pullRequest);
		const nodes = await this.#nodes(digits);
		const leaf = nodes.at(-1) ?? EMPTY_NODE;
		const tail = leaf.pulls[String(pullRequest)];
		const open = tail === void 0 ? null : await this.#chunk(pullRequest, tail.chunks - 1, tail.last);
		const isFull = open !== null && open.entries.length >= CHUNK_LENGTH;
		const chunks = tail === void 0 ? 1 : tail.chunks + (isFull ? 1 : 0);
		const chunk = open === null || isFull ? {
			previous: tail?.last ?? null,
			entries: [entry]
		} : {
			...open,
			entries: [...open.entries, entry]
		};
		const last = this.#write(chunkPath(pullRequest, chunks - 1), chunk);
		let child = this.#write(nodePath(digits), {
			...leaf,
			pulls: {
				...leaf.pulls,
				[String(pullRequest)]: {
					chunks,
					last
				}
			}
		});
		for (let depth = digits.length - 1; depth >= 0; depth -= 1) {
			const node = nodes[depth] ?? EMPTY_NODE;
			child = this.#write(nodePath(digits.slice(0, depth)), {
				...node,
				children: {
					...node.children,
					[String(digits[depth])]: child
				}
			});
		}
		this.#root = child;
	}
	/** All entries of a pull request that the root covers, oldest first. */
	async entries(pullRequest) {
		const tail = (await this.#nodes(digitsOf(pullRequest))).at(-1)?.pulls[String(pullRequest)];
		if (tail === void 0) return [];
		const chunks = [];
		let expected = tail.last;
		for (let chunk = tail.chunks - 1; chunk >= 0; chunk -= 1) {
			if ((tail.chunks - 1 - chunk) % FETCHED_CHUNKS === 0) await this.#fetch(pathsUpTo(pullRequest, chunk));
			const found = await this.#chunk(pullRequest, chunk, expected);
			chunks.push(found.entries);
			expected = found.previous;
		}
		return chunks.reverse().flat();
	}
	/** From the root to the leaf; nodes that do not exist yet are empty. */
	async #nodes(digits) {
		const paths = [0, ...digits.keys()].map((_, depth) => nodePath(digits.slice(0, depth)));
		if (this.#root !== null) await this.#fetch(paths);
		const nodes = [];
		let expected = this.#root;
		for (const [depth, path] of paths.entries()) {
			const node = expected === null ? EMPTY_NODE : decodeNode(this.#checked(path, expected), path);
			nodes.push(node);
			expected = node.children[String(digits[depth])] ?? null;
		}
		return nodes;
	}
	async #chunk(pullRequest, chunk, expected) {
		const path = chunkPath(pullRequest, chunk);
		if (expected === null) throw altered(path);
		await this.#fetch([path]);
		return decodeChunk(this.#checked(path, expected), path);
	}
	/** Paths follow from the number alone, so one round of reads suffices; what was written is never read again. */
	async #fetch(paths) {
		const missing = paths.filter((path) => !this.#files.has(path));
		const read = await Promise.all(missing.map(async (path) => [path, await this.#read(path)]));
		for (const [path, bytes] of read) if (bytes !== null) this.#files.set(path, bytes);
	}
	#checked(path, expected) {
		const bytes = this.#files.get(path);
		if (bytes === void 0 || sha256(bytes) !== expected) throw altered(path);
		return parseCanonical(bytes, path);
	}
	#write(path, value) {
		const bytes = Buffer.from(canonicalize(value));
		this.#files.set(path, bytes);
		this.#added.add(path);
		return sha256(bytes);
	}
};
/** The whole index of the given places at once: what adding them one by one would give. */
function buildIndex(pulls) {
	const files = /* @__PURE__ */ new Map();
	const write = (path, value) => {
		const bytes = Buffer.from(canonicalize(value));
		files.set(path, bytes);
		return sha256(bytes);
	};
	const byLeaf = Map.groupBy(pulls.keys(), (pullRequest) => digitsOf(pullRequest).join("/"));
	return {
		root: byLeaf.size === 0 ? null : nodeAt([]),
		files
	};
	function nodeAt(digits) {
		if (digits.length === DEPTH) {
			const tails = (byLeaf.get(digits.join("/")) ?? []).map((pullRequest) => [String(pullRequest), tailOf(pullRequest)]);
			return write(nodePath(digits), {
				children: {},
				pulls: Object.fromEntries(tails)
			});
		}
		const children = new Set([...byLeaf.keys()].map((leaf) => leaf.split("/").map(Number)).filter((leaf) => digits.every((digit, depth) => leaf[depth] === digit)).map((leaf) => leaf[digits.length] ?? 0));
		return write(nodePath(digits), {
			children: Object.fromEntries([...children].map((digit) => [String(digit), nodeAt([...digits, digit])])),
			pulls: {}
		});
	}
	function tailOf(pullRequest) {
		const places = pulls.get(pullRequest) ?? [];
		let last = null;
		const chunks = Math.ceil(places.length / CHUNK_LENGTH);
		for (let chunk = 0; chunk < chunks; chunk += 1) last = write(chunkPath(pullRequest, chunk), {
			previous: last,
			entries: places.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH)
		});
		if (last === null) throw new RangeError("A pull request without entries has no place in the index.");
		return {
			chunks,
			last
		};
	}
}
function pathsUpTo(pullRequest, chunk) {
	const length = Math.min(FETCHED_CHUNKS, chunk + 1);
	return Array.from({ length }, (_, back) => chunkPath(pullRequest, chunk - back));
}
/** Three digits of base 32, after the rest of the number. */
function digitsOf(pullRequest) {
	const rest = Math.floor(pullRequest / RADIX);
	return [
		Math.floor(rest / RADIX / RADIX),
		Math.floor(rest / RADIX) % RADIX,
		rest % RADIX
	];
}
function altered(path) {
	return new CountersignError("ledger-index-altered", "A file of the ledger is not what its signed entries say.", {
		evidence: path,
		mend: "Somebody else wrote to the ledger's branch. Restore the file from the branch's history; `countersign verify` lists every such file."
	});
}

// src/core/ledger/state.ts
const involved = record({
	contributors: list(record({
		id: natural,
		login: text
	})),
	incomplete: nullable(text)
});
const decodeState = record({
	formatVersion: literal("1"),
	pulls: nullable(hash),
	unfinished: list(record({
		applyId: hash,
		pullRequest: nullable(natural),
		landing: text
	})),
	settled: nullable(text),
	rules: nullable(text),
	bypassed: nullable(involved),
	unapplied: nullable(hash)
});
const decodeUnapplied = dictionary(record({
	pullRequest: nullable(natural),
	contributors: list(record({
		id: natural,
		login: text
	})),
	incomplete: nullable(text)
}));
const INITIAL_STATE = {
	formatVersion: "1",
	pulls: null,
	unfinished: [],
	settled: null,
	rules: null,
	bypassed: null,
	unapplied: null
};
/** A ledger's state that entries are added to, one after another. */
var StateBuilder = class {
	index;
	#read;
	#state;
	#unapplied = null;
	constructor(read, state) {
		this.#read = read;
		this.#state = state;
		this.index = new PullIndex(read, state.pulls);
	}
	get state() {
		return this.#state;
	}
	hash() {
		return hashJson(this.#state);
	}
	async add(entry) {
		const { index, pullRequest } = entry.predicate;
		if (pullRequest !== null) await this.index.add(pullRequest, {
			index,
			hash: entry.hash
		});
		const touched = concernsUnapplied(entry);
		if (touched) this.#unapplied = foldUnapplied(await this.unapplied(), entry);
		this.#state = {
			...foldState(this.#state, entry),
			pulls: this.index.root
		};
		if (touched) this.#state = {
			...this.#state,
			unapplied: hashOfUnapplied(this.#unapplied ?? {})
		};
	}
	async unapplied() {
		this.#unapplied ??= this.#state.unapplied === null ? {} : decodeUnapplied(parseCanonical(await readChecked(this.#read, UNAPPLIED_PATH, this.#state.unapplied), UNAPPLIED_PATH), UNAPPLIED_PATH);
		return this.#unapplied;
	}
	/** Every file whose content follows from the entries and changed since the beginning. */
	files() {
		const files = new Map(this.index.added());
		files.set(STATE_PATH, Buffer.from(canonicalState(this.#state)));
		if (this.#unapplied !== null) files.set(UNAPPLIED_PATH, Buffer.from(canonicalize(this.#unapplied)));
		return files;
	}
};
/** The state after one more entry, but for what only hashes stand for: `pulls` and `unapplied`. */
function foldState(state, { predicate: { body, pullRequest } }) {
	if (body.type === "genesis") return {
		...state,
		settled: body.tip,
		rules: body.tip
	};
	if (body.type === "rules") return {
		...state,
		rules: body.commit,
		bypassed: null
	};
	if (body.type === "refused") return {
		...state,
		bypassed: body.bypassed
	};
	if (body.type === "approved" || body.type === "apply-started") return {
		...state,
		unfinished: opened(state.unfinished, {
			applyId: body.applyId,
			pullRequest,
			landing: body.landing
		})
	};
	if (body.type !== "apply-finished") return state;
	return {
		...state,
		unfinished: state.unfinished.filter(({ applyId }) => applyId !== body.applyId),
		settled: body.settled ?? state.settled
	};
}
function concernsUnapplied({ predicate: { body } }) {
	if (body.type === "rules") return body.takenIn.length > 0;
	return body.type === "apply-finished" && body.applied.length + body.unapplied.length > 0;
}
function foldUnapplied(all, { predicate: { body, pullRequest } }) {
	if (body.type === "rules") {
		const added = body.takenIn.map((address) => [address, {
			pullRequest,
			contributors: [],
			incomplete: null
		}]);
		return {
			...Object.fromEntries(added),
			...all
		};
	}
	if (body.type !== "apply-finished" || body.applied.length + body.unapplied.length === 0) return all;
	const kept = Object.entries(all).filter(([address]) => !body.applied.includes(address));
	const added = body.unapplied.map(({ address, ...people }) => [address, {
		pullRequest,
		...people
	}]);
	return Object.fromEntries([...kept, ...added]);
}
/** The bytes of `state.json`. */
function canonicalState(state) {
	return canonicalize(state);
}
function hashOfUnapplied(all) {
	return Object.keys(all).length === 0 ? null : hashJson(all);
}
function opened(unfinished, apply) {
	return unfinished.some(({ applyId }) => applyId === apply.applyId) ? unfinished : [...unfinished, apply];
}
/**
* @param expected as a signed entry names it; null: nothing but `genesis` came before.
* @throws CountersignError `ledger-index-altered`, `ledger-malformed`, `engine-outdated`
*/
async function readState(read, expected) {
	if (expected === null) return INITIAL_STATE;
	const state = parseCanonical(await readChecked(read, STATE_PATH, expected), STATE_PATH);
	const format = anyObject(state, STATE_PATH)["formatVersion"];
	if (format !== "1") throw engineOutdated(`${STATE_PATH} has the format ${JSON.stringify(format)}`);
	return decodeState(state, STATE_PATH);
}
async function readChecked(read, path, expected) {
	const bytes = await read(path);
	if (bytes === null || sha256(bytes) !== expected) throw altered(path);
	return bytes;
}

// src/core/ledger/github-oidc.ts
/** Why a token does not make an entry trusted. */
const TOKEN_REFUSALS = {
	"signature-absent": "the entry does not have exactly one signature",
	"token-malformed": "its signature is no token of a workflow run",
	"token-algorithm": "its token is not signed with RS256",
	"token-key-unknown": "the token's key is neither pinned nor one of the issuer's",
	"token-key-retired": "the token was issued after its key's end",
	"token-forged": "the issuer did not sign the token",
	"token-issuer": "the token is from another issuer",
	"token-audience": "the token was issued for another entry",
	"token-repository": "the token is of another repository",
	"token-workflow": "the token is of a workflow that is not trusted",
	"token-ref": "the token is of a run on a ref that is not trusted",
	"token-event": "the token is of a run by an event that is not trusted"
};
const AUDIENCE = "countersign-ledger:sha256:";
const MAXIMUM_TOKEN_BYTES = 32e3;
const MINIMUM_MODULUS_BITS = 2048;
/** The audience under which a token signs a message: the SHA-256 of the DSSE pre-authentication encoding. */
function audienceOf(message) {
	return `${AUDIENCE}${createHash("sha256").update(message).digest("hex")}`;
}
/**
* Trusts entries whose signature is a token that the issuer made for exactly that entry, in a run that the trust names.
* Neither the verifier's clock nor the token's end is asked: a token signs once, and its audience keeps it from signing again.
*/
function oidcVerifier(trust, keys) {
	return { verify: (envelope) => judge(envelope, trust, keys) };
}
async function judge({ payloadType, payload, signatures }, trust, keys) {
	const [only] = signatures;
	const message = fromBase64(payload);
	if (only === void 0 || signatures.length !== 1) return refused("signature-absent");
	const token = readToken(fromBase64(only.sig));
	if (token === null || message === null) return refused("token-malformed");
	if (token.header["alg"] !== "RS256" || token.header["crit"] !== void 0) return refused("token-algorithm");
	const keyId = token.header["kid"];
	const issuedAt = token.claims["iat"];
	if (typeof keyId !== "string" || typeof issuedAt !== "number" || !Number.isSafeInteger(issuedAt)) return refused("token-malformed");
	const known = await keys(keyId);
	if (known === null) return refused("token-key-unknown");
	if (!await isSignedBy(known.key, token)) return refused("token-forged");
	if (known.until !== null && issuedAt >= known.until) return refused("token-key-retired");
	const { job_workflow_ref: signer } = token.claims;
	const refusal = refusalOf(token.claims, audienceOf(preAuthEncoding(payloadType, message)), trust);
	if (refusal !== null || typeof signer !== "string") return refused(refusal ?? "token-workflow");
	return {
		kind: "trusted",
		signer,
		signedAt: issuedAt
	};
}
function refused(why) {
	return {
		kind: "refused",
		why: `${why}: ${TOKEN_REFUSALS[why]}`
	};
}
/** The token's parts, nothing of them believed yet; null when the bytes are none. */
function readToken(bytes) {
	if (bytes === null || bytes.length > MAXIMUM_TOKEN_BYTES) return null;
	const [header, claims, signature, ...more] = Buffer.from(bytes).toString("latin1").split(".");
	if (header === void 0 || claims === void 0 || signature === void 0 || more.length > 0) return null;
	const [readHeader, readClaims, raw] = [
		objectOf(header),
		objectOf(claims),
		fromBase64Url(signature)
	];
	if (readHeader === null || readClaims === null || raw === null) return null;
	return {
		header: readHeader,
		claims: readClaims,
		signed: Buffer.from(`${header}.${claims}`, "latin1"),
		signature: raw
	};
}
function objectOf(part) {
	const bytes = fromBase64Url(part);
	if (bytes === null) return null;
	try {
		const value = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
		return isJsonObject(value) ? value : null;
	} catch {
		return null;
	}
}
function fromBase64Url(text) {
	const bytes = Buffer.from(text, "base64url");
	return bytes.toString("base64url") === text ? bytes : null;
}
/** The algorithm is ours to choose and never the token's; with a callback the work leaves this thread. */
function isSignedBy(key, { signed, signature }) {
	return new Promise((resolve, reject) => {
		verify("RSA-SHA256", signed, key, signature, (error, isValid) => {
			if (error === null) resolve(isValid);
			else reject(error);
		});
	});
}
function refusalOf(claims, audience, trust) {
	if (claims["iss"] !== trust.issuer) return "token-issuer";
	if (claims["aud"] !== audience) return "token-audience";
	if (claims["repository_id"] !== String(trust.repositoryId)) return "token-repository";
	if (!isOneOf(claims["job_workflow_ref"], trust.workflows)) return "token-workflow";
	if (!isOneOf(claims["ref"], trust.refs)) return "token-ref";
	return isOneOf(claims["event_name"], trust.events) ? null : "token-event";
}
function isOneOf(claim, trusted) {
	return typeof claim === "string" && trusted.includes(claim);
}
/**
* Keys that somebody pinned, by id.
* @param keys base64 of SPKI DER. @param retired RFC 3339: when the issuer stopped to sign with a key.
* @throws CountersignError `issuer-key-unusable`
*/
function pinnedKeys(keys, retired) {
	return new Map(Object.entries(keys).map(([keyId, spki]) => {
		return [keyId, {
			key: issuerKey(keyId, {
				key: Buffer.from(spki, "base64"),
				format: "der",
				type: "spki"
			}),
			until: endOf(keyId, retired)
		}];
	}));
}
function endOf(keyId, retired) {
	const end = Object.hasOwn(retired, keyId) ? retired[keyId] : void 0;
	return end === void 0 ? null : Math.floor(Date.parse(end) / 1e3);
}
/** @throws CountersignError `issuer-key-unusable` unless it is an RSA key of at least 2048 bits. */
function issuerKey(keyId, input) {
	try {
		const key = createPublicKey(input);
		if (key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MINIMUM_MODULUS_BITS) return key;
	} catch {}
	throw new CountersignError("issuer-key-unusable", "A key of the issuer of tokens is not an RSA key of 2048 bits or more.", {
		evidence: keyId.slice(0, 100),
		mend: "Take it again from the issuer, at /.well-known/jwks; it is written as base64 of SPKI DER."
	});
}

// src/core/ledger/signing.ts
/** Trial level: entries carry no signature, and whoever may push may write them. */
const unsigned = {
	keyId: null,
	sign: () => Promise.resolve(null),
	verify: () => Promise.resolve({
		kind: "trusted",
		signer: "unsigned"
	})
};
/** With a callback the work leaves this thread, so that a whole ledger is verified on all of a machine's cores. */
function verifyOffThread(message, key, signature) {
	return new Promise((resolve, reject) => {
		verify(null, message, key, signature, (error, isValid) => {
			if (error === null) resolve(isValid);
			else reject(error);
		});
	});
}
/**
* Which of the trusted keys a private key is the other half of; null: none of them.
* @param keys key id to base64 of SPKI DER. @param pem PKCS#8. @throws CountersignError `signing-key-unusable`
*/
function keyIdOf(keys, pem) {
	const spki = createPublicKey(usable("private", () => createPrivateKey({
		key: pem,
		format: "pem",
		type: "pkcs8"
	}))).export({
		format: "der",
		type: "spki"
	}).toString("base64");
	return Object.entries(keys).find(([, key]) => key === spki)?.[0] ?? null;
}
/** @param pem PKCS#8. @throws CountersignError `signing-key-unusable`, without any of the key. */
function ed25519Signer(keyId, pem) {
	const key = usable("private", () => createPrivateKey({
		key: pem,
		format: "pem",
		type: "pkcs8"
	}));
	return {
		keyId,
		sign: (message) => Promise.resolve(sign(null, message, key))
	};
}
/**
* Trusts the given public keys and nothing else. The envelope's key ids are hints that nothing is decided from: every key is tried.
* @param keys key id to base64 of SPKI DER. @throws CountersignError `signing-key-unusable`
*/
function ed25519Verifier(keys) {
	const trusted = Object.entries(keys).map(([keyId, spki]) => ({
		keyId,
		key: usable("public", () => publicKey(spki))
	}));
	return { verify: (envelope) => signerOf(envelope, trusted) };
}
const NO_SIGNATURE = "signature-absent: it has no signature";
const FOREIGN_KEY = "signature-foreign: none of the trusted keys made its signature";
async function signerOf(envelope, trusted) {
	const payload = fromBase64(envelope.payload);
	if (payload === null || envelope.signatures.length === 0) return {
		kind: "refused",
		why: NO_SIGNATURE
	};
	const message = preAuthEncoding(envelope.payloadType, payload);
	for (const { sig } of envelope.signatures) {
		const signature = fromBase64(sig);
		for (const { keyId, key } of trusted) if (signature !== null && await verifyOffThread(message, key, signature)) return {
			kind: "trusted",
			signer: keyId
		};
	}
	return {
		kind: "refused",
		why: FOREIGN_KEY
	};
}
function publicKey(spki) {
	return createPublicKey({
		key: Buffer.from(spki, "base64"),
		format: "der",
		type: "spki"
	});
}
function usable(half, read) {
	try {
		const key = read();
		if (key.asymmetricKeyType === "ed25519") return key;
	} catch {}
	throw new CountersignError("signing-key-unusable", `The ledger's ${half} key is not ${half === "private" ? "an Ed25519 private key in PKCS#8 PEM" : "an Ed25519 public key, SPKI DER in base64"}.`, { mend: "Make a pair with `openssl genpkey -algorithm ed25519`; the public half with `openssl pkey -pubout -outform DER | base64`." });
}

export { HEAD_PATH as A, range as C, sealEntry as D, parseCanonical as E, hashOfBlobPath as F, indexOfEntryPath as I, anchorText as L, UNAPPLIED_PATH as M, blobPath as N, TERMINAL_RECEIPTS as O, entryPath as P, readAnchor as R, openLedger as S, openEntry as T, altered as _, audienceOf as a, entriesAt as b, oidcVerifier as c, StateBuilder as d, canonicalState as f, readState as g, hashOfUnapplied as h, unsigned as i, STATE_PATH as j, engineOutdated as k, pinnedKeys as l, foldUnapplied as m, ed25519Verifier as n, endOf as o, foldState as p, keyIdOf as r, issuerKey as s, ed25519Signer as t, INITIAL_STATE as u, buildIndex as v, wholeChain as w, follows as x, decodeHead as y };