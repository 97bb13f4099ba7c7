import { t as CountersignError } from "./errors.js";
import { execFile, spawn } from "node:child_process";

// src/cli/git.ts
const MAXIMUM_LISTING_BYTES = 1e9;
/** Nothing is fetched, replaced or run by the configuration of a repository that may be anybody's. */
const SAFE = [
	"--no-replace-objects",
	"-c",
	"protocol.allow=never",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null"
];
/** Variables that lead git elsewhere, such as GIT_DIR in a hook, are not handed on. */
function gitAt(folder, env) {
	return {
		folder,
		env: {
			PATH: env("PATH"),
			HOME: env("HOME"),
			LC_ALL: "C",
			GIT_NO_LAZY_FETCH: "1"
		}
	};
}
/** What a git command writes. @throws CountersignError `git-unreadable` when it fails. */
function runGit(git, args) {
	return new Promise((done, reject) => {
		const options = {
			env: git.env,
			maxBuffer: MAXIMUM_LISTING_BYTES,
			encoding: "utf8"
		};
		execFile("git", [
			...SAFE,
			"-C",
			git.folder,
			...args
		], options, (error, stdout) => {
			if (error === null) done(stdout);
			else reject(unreadable(error));
		});
	});
}
/** What a git command writes, without the line break at its end; null when it fails, in whichever of its many ways. */
async function askGit(git, args) {
	try {
		return (await runGit(git, args)).trimEnd();
	} catch {
		return null;
	}
}
function commitOf(git, revision) {
	return askGit(git, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	]);
}
/** Everything that is not a folder at one commit, by path. */
async function listTree(git, commit) {
	const listing = await runGit(git, [
		"ls-tree",
		"-r",
		"-l",
		"-z",
		"--full-tree",
		commit
	]);
	const listed = /* @__PURE__ */ new Map();
	for (const line of listing.split("\0")) {
		const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/su.exec(line) ?? [];
		if (path === void 0 || object === void 0) continue;
		const kind = mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file";
		listed.set(path, {
			kind,
			object,
			size: size === "-" ? 0 : Number(size)
		});
	}
	return listed;
}
/** Reads blobs of a repository; to be closed. */
function openObjects(git) {
	return new GitObjects(spawn("git", [
		...SAFE,
		"-C",
		git.folder,
		"cat-file",
		"--batch"
	], {
		env: git.env,
		stdio: "pipe"
	}));
}
/** Asks one `git cat-file --batch` for objects and hands out its answers in the order they were asked for. */
var GitObjects = class {
	#process;
	#waiting = [];
	#chunks = [];
	#length = 0;
	#needed = 1;
	constructor(process) {
		this.#process = process;
		process.stdout.on("data", (chunk) => this.#take(chunk));
		process.on("error", (error) => this.#fail(error));
		process.on("close", () => this.#fail(/* @__PURE__ */ new Error("git ended")));
		process.stdin.on("error", (error) => this.#fail(error));
	}
	/** The caller has bounded its size by the listing. @throws CountersignError `git-unreadable`. */
	read(object) {
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				resolve,
				reject
			});
			this.#process.stdin.write(`${object}\n`);
		});
	}
	close() {
		this.#process.stdin.end();
	}
	/** Joins what came only once there is enough of it for an answer. */
	#take(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		if (this.#length < this.#needed) return;
		let rest = Buffer.concat(this.#chunks);
		for (let end = this.#answer(rest); end !== null; end = this.#answer(rest)) rest = rest.subarray(end);
		this.#chunks = [rest];
		this.#length = rest.length;
	}
	/** @returns how many bytes the first answer took, or null when it is not whole yet. */
	#answer(bytes) {
		this.#needed = bytes.length + 1;
		const line = bytes.indexOf(10);
		if (line === -1) return null;
		const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(bytes.toString("latin1", 0, line)) ?? [];
		if (size === void 0) {
			this.#waiting.shift()?.reject(unreadable());
			return line + 1;
		}
		const end = line + 1 + Number(size);
		this.#needed = end + 1;
		if (bytes.length < end + 1) return null;
		this.#waiting.shift()?.resolve(Uint8Array.from(bytes.subarray(line + 1, end)));
		return end + 1;
	}
	#fail(cause) {
		for (const { reject } of this.#waiting.splice(0)) reject(unreadable(cause));
	}
};
function unreadable(cause) {
	return new CountersignError("git-unreadable", "Git could not read this repository.", {
		mend: "Check the clone with `git fsck`; a partial clone needs its objects fetched first.",
		cause
	});
}

export { openObjects as a, listTree as i, commitOf as n, gitAt as r, askGit as t };