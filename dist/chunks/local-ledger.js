import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { t as parseYaml } from "./yaml.js";
import { R as readAnchor, c as oidcVerifier, i as unsigned, l as pinnedKeys, n as ed25519Verifier } from "./signing.js";
import { t as validate } from "./schema2.js";
import { n as signing } from "./signing-schema.js";
import { t as resolveSigning } from "./signing2.js";
import { a as openObjects, i as listTree, n as commitOf, r as gitAt } from "./git.js";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { stat } from "node:fs/promises";

// src/cli/ledger-trust.ts
const MAXIMUM_BYTES = 1e6;
/** Whose signatures count, from a file with what a configuration has under `ledger.signing`, or with Ed25519 keys by their ids. */
async function readKeys(context, path) {
	const bytes = await readGiven(context, path, "keys");
	const { documents, diagnostics } = parseYaml({
		path,
		bytes
	});
	const [document, second] = documents;
	if (document === void 0 || second !== void 0 || diagnostics.length > 0) throw keysUnusable(path, diagnostics[0]?.cause ?? "it is not one document");
	const { value } = document;
	if (!isJsonObject(value) || !Object.hasOwn(value, "kind")) return keysById(path, value);
	if (value["kind"] === "Configuration") throw keysUnusable(path, "it is a whole configuration, and only what stands under its `ledger.signing` is wanted");
	const [problem] = validate(signing, document);
	if (problem !== void 0) throw keysUnusable(path, problem.cause.replace(/\.$/u, ""));
	return verifierOf(path, resolveSigning(value));
}
function verifierOf(path, trusted) {
	switch (trusted.kind) {
		case "none": return unsigned;
		case "ed25519": return ed25519Verifier(trusted.keys);
		case "github-oidc": {
			const keys = pinnedKeys(trusted.keys, trusted.retired);
			if (keys.size === 0) throw keysUnusable(path, "it pins none of the issuer's keys, and nothing is asked for them here");
			return oidcVerifier(trusted, (keyId) => Promise.resolve(keys.get(keyId) ?? null));
		}
	}
}
function keysById(path, value) {
	const entries = Object.entries(isJsonObject(value) ? value : {});
	const keys = entries.flatMap(([keyId, key]) => typeof key === "string" ? [[keyId, key]] : []);
	if (keys.length === 0 || keys.length < entries.length) throw keysUnusable(path, "it does not hold keys by their ids");
	return ed25519Verifier(Object.fromEntries(keys));
}
/** @param given `INDEX:HASH`, or a file with it, or with what `verify --format json` wrote. */
async function readAnchorGiven(context, given) {
	if (given === null) return null;
	const anchor = readAnchor(given);
	if (anchor !== null) return anchor;
	const content = /^\d+(?::|$)/u.test(given) ? given : Buffer.from(await readGiven(context, given, "anchor")).toString("utf8");
	const found = readAnchor(content.trim()) ?? anchorOfReport(content);
	if (found !== null) return found;
	throw new CountersignError("anchor-malformed", "This is not an anchor.", {
		evidence: given.slice(0, 100),
		mend: "Write the entry’s index, a colon and its hash, as a check run of Countersign quotes them, or name a file that holds that."
	});
}
function anchorOfReport(content) {
	try {
		const report = parseJson(content);
		const head = isJsonObject(report) ? report["head"] : void 0;
		if (!isJsonObject(head)) return null;
		const { index, hash } = head;
		return typeof index === "number" && typeof hash === "string" ? readAnchor(`${index}:${hash}`) : null;
	} catch {
		return null;
	}
}
async function readGiven(context, path, option) {
	const found = await context.files.read(path, MAXIMUM_BYTES);
	if (found.kind === "bytes") return found.bytes;
	const why = found.kind === "absent" ? "there is no such file" : `it is ${found.kind}`;
	throw new CountersignError(`${option}-unreadable`, `The file given with --${option} cannot be read: ${why}.`, {
		evidence: path.slice(0, 500),
		mend: "Name a file of at most a megabyte, relative to where the command runs."
	});
}
function keysUnusable(path, why) {
	return new CountersignError("keys-unusable", `The file given with --keys cannot be used: ${why}.`, {
		evidence: path.slice(0, 500),
		mend: "Write what the configuration has under `ledger.signing`, as JSON or YAML; or Ed25519 keys by their ids, as base64 of SPKI DER."
	});
}

// src/cli/folder-ledger.ts
/** No file of a ledger comes near it; a plan of ten thousand changes is some ten megabytes. */
const MAXIMUM_FILE_BYTES = 256e6;
const MAXIMUM_DEPTH = 16;
/** A ledger that is checked out in a folder. Symbolic links are listed and never followed: they read as nothing. */
function folderLedger(root) {
	const links = /* @__PURE__ */ new Set();
	const paths = [];
	walk("", 0);
	return {
		paths: paths.toSorted(),
		read: (path) => Promise.resolve(links.has(path) ? /* @__PURE__ */ new Uint8Array() : bounded(root, path))
	};
	function walk(folder, depth) {
		for (const found of readdirSync(join(root, folder), { withFileTypes: true })) {
			const path = folder === "" ? found.name : `${folder}/${found.name}`;
			if (found.isDirectory()) {
				if (path !== ".git" && depth < MAXIMUM_DEPTH) walk(path, depth + 1);
				continue;
			}
			paths.push(path);
			if (!found.isFile()) links.add(path);
		}
	}
}
function bounded(root, path) {
	if (statSync(join(root, path)).size > 256e6) throw tooLarge(path);
	return readFileSync(join(root, path));
}
function tooLarge(path) {
	return new CountersignError("ledger-file-too-large", "A file of the ledger is larger than any that is written.", {
		evidence: path,
		mend: "Remove the file: Countersign did not write it."
	});
}

// src/cli/git-ledger.ts
/**
* The ledger on a branch of a local repository, as it stands in git's objects, whatever is checked out.
* @returns null when the folder is no repository or has no such branch. A remote's branch is taken where there is no local one.
*/
async function gitLedger(folder, branch, env) {
	const git = gitAt(folder, env);
	const revision = await commitOf(git, `refs/heads/${branch}`) ?? await commitOf(git, `refs/remotes/origin/${branch}`);
	if (revision === null) return null;
	const listed = await listTree(git, revision);
	const objects = openObjects(git);
	return {
		files: {
			paths: [...listed.keys()],
			read: (path) => read(objects, listed, path)
		},
		revision,
		close: () => objects.close()
	};
}
/** What is no plain file reads as nothing. */
async function read(objects, listed, path) {
	const file = listed.get(path);
	if (file?.kind !== "file") return /* @__PURE__ */ new Uint8Array();
	if (file.size > 256e6) throw tooLarge(path);
	return await objects.read(file.object);
}

// src/cli/local-ledger.ts
const NOTHING = {
	paths: [],
	read: () => Promise.resolve(/* @__PURE__ */ new Uint8Array())
};
/**
* Reads a ledger that is checked out in a folder, or stands on a branch of a git repository; of neither there are no files.
* @throws CountersignError `ledger-place-missing`.
*/
async function withLedger({ cwd, env }, place, branch, use) {
	const folder = resolve(cwd, place);
	if (await isThere(join(folder, "entries"))) return await use(folderLedger(folder));
	if (!await isThere(folder)) throw folderMissing(place);
	const ledger = await gitLedger(folder, branch, env);
	if (ledger === null) return await use(NOTHING);
	try {
		return await use(ledger.files);
	} finally {
		ledger.close();
	}
}
async function isThere(path) {
	return await stat(path).then((found) => found.isDirectory(), () => false);
}
function folderMissing(place) {
	return new CountersignError("ledger-place-missing", "There is no such folder with a ledger.", {
		evidence: place.slice(0, 500),
		mend: "Give the folder of a checked-out ledger, or of a git repository that has the ledger's branch."
	});
}

export { readAnchorGiven as n, readKeys as r, withLedger as t };