import { t as compareText } from "./address.js";
import { t as CountersignError } from "./errors.js";
import { constants } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { lstat, mkdir, open, readdir, readlink } from "node:fs/promises";

// src/cli/files.ts
const MAXIMUM_ENTRIES = 1e5;
const MAXIMUM_DEPTH = 64;
const CHUNK = 65536;
const SKIPPED = /* @__PURE__ */ new Set([".git", "node_modules"]);
/** The working tree below a folder, read without following symbolic links. */
function workingTree(root) {
	return {
		read: (path, limit) => readFile$1(root, path, limit),
		list: () => listFiles(root),
		linkTarget: (path) => readlink(resolve(root, path)).catch(() => null),
		write: (path, bytes, how) => writeFile(root, path, bytes, how)
	};
}
async function writeFile(root, path, bytes, how) {
	const target = resolve(root, path);
	if (await folderIsLinked(root, dirname(target))) return "symlink";
	await mkdir(dirname(target), { recursive: true });
	const { O_CREAT, O_EXCL, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;
	const flags = O_WRONLY | O_CREAT | O_NOFOLLOW | (how === "create" ? O_EXCL : O_TRUNC);
	try {
		const handle = await open(target, flags, 438);
		try {
			await handle.writeFile(bytes);
		} finally {
			await handle.close();
		}
		return "written";
	} catch (error) {
		const code = codeOf(error);
		if (code === "ELOOP") return "symlink";
		if (code === "EEXIST") return "exists";
		throw new CountersignError("file-unwritable", "A file cannot be written.", {
			evidence: `${path}: ${code}`,
			mend: "Check the permissions of the folder and the room on the disk.",
			cause: error
		});
	}
}
async function readFile$1(root, path, limit) {
	try {
		if (await leadsThroughLink(root, path)) return { kind: "symlink" };
		const handle = await open(resolve(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		try {
			const stat = await handle.stat();
			if (!stat.isFile()) return { kind: "not-a-file" };
			if (stat.size > limit) return {
				kind: "too-large",
				size: stat.size
			};
			return await readBounded(handle, limit, stat.size);
		} finally {
			await handle.close();
		}
	} catch (error) {
		return refusal(error);
	}
}
/** Files that grow while they are read, or that tell no size, are bounded by what is read of them. */
async function readBounded(handle, limit, expected) {
	const chunks = [];
	let length = 0;
	while (length <= limit) {
		const chunk = new Uint8Array(Math.min(limit + 1 - length, Math.max(expected + 1 - length, CHUNK)));
		const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
		if (bytesRead === 0) return {
			kind: "bytes",
			bytes: new Uint8Array(Buffer.concat(chunks))
		};
		chunks.push(chunk.subarray(0, bytesRead));
		length += bytesRead;
	}
	return {
		kind: "too-large",
		size: length
	};
}
/** Every folder between the root and the file counts, not only the file. */
async function leadsThroughLink(root, path) {
	const inner = relative(root, resolve(root, path));
	const outside = inner.startsWith("..") || isAbsolute(inner);
	const segments = outside ? [] : inner.split(sep);
	const paths = outside ? [resolve(root, path)] : segments.map((_, index) => join(root, ...segments.slice(0, index + 1)));
	for (const one of paths) if ((await lstat(one)).isSymbolicLink()) return true;
	return false;
}
/** Folders that are not there yet are none that lead elsewhere; those outside of the tree are the caller's choice. */
async function folderIsLinked(root, folder) {
	const inner = relative(root, folder);
	if (inner === "" || inner.startsWith("..") || isAbsolute(inner)) return false;
	try {
		return await leadsThroughLink(root, inner);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
}
function refusal(error) {
	const code = codeOf(error);
	if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
	if (code === "ENXIO") return { kind: "not-a-file" };
	return code === "ELOOP" ? { kind: "symlink" } : {
		kind: "unreadable",
		reason: code
	};
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
async function listFiles(root) {
	const entries = [];
	const folders = [{
		path: "",
		depth: 0
	}];
	let truncated = false;
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		const { path, depth } = folder;
		const members = await readdir(join(root, path), { withFileTypes: true });
		if (path !== "" && members.some(({ name }) => name === ".git")) continue;
		for (const found of members) {
			const below = path === "" ? found.name : `${path}/${found.name}`;
			if (found.isSymbolicLink()) entries.push({
				path: below,
				kind: "symlink"
			});
			else if (found.isFile()) entries.push({
				path: below,
				kind: "file"
			});
			else if (found.isDirectory() && !SKIPPED.has(found.name)) {
				if (depth < MAXIMUM_DEPTH) folders.push({
					path: below,
					depth: depth + 1
				});
				else truncated = true;
			}
		}
		if (entries.length > MAXIMUM_ENTRIES) return {
			entries: sorted(entries),
			truncated: true
		};
	}
	return {
		entries: sorted(entries),
		truncated
	};
}
function sorted(entries) {
	return entries.toSorted((left, right) => compareText(left.path, right.path));
}

export { workingTree };