import { a as bringsRules, d as ownErrors, i as blockedByNext, m as scopeOf, n as planWithAccess, o as sourcesTouched, r as NO_RULES, t as UNJUDGED } from "./plan-live.js";
import { r as load } from "./outside.js";
import { r as pathsOf, t as CountersignError } from "./errors.js";
import { t as judgeBy } from "./policy.js";
import { r as newlyWrong } from "./set.js";
import { a as openObjects, i as listTree, n as commitOf, r as gitAt, t as askGit } from "./git.js";
import { t as compareText } from "./address.js";
import { a as sha256 } from "./digest.js";
import { r as classifier } from "./overlooked.js";
import { n as readDesired, t as readConfiguration } from "./inputs.js";
import { a as requestOf, n as readAddresses, r as readBoundaries } from "./progress.js";
import { n as withPolicies } from "./policies.js";

// src/cli/base.ts
const REMOTE = "refs/remotes/origin";
/**
* Opens a revision; null: where the checked-out commit left the default branch.
* @throws CountersignError `not-at-root`, `base-unknown`.
*/
async function openBase(folder, revision, env) {
	const git = gitAt(folder, env);
	const prefix = await askGit(git, ["rev-parse", "--show-prefix"]);
	if (prefix === null) throw new CountersignError("base-unknown", "This folder is in no git repository with a working tree.", {
		evidence: folder,
		mend: "Run it at the root of a clone, or compare what is declared with what is live with --all."
	});
	if (prefix !== "") throw new CountersignError("not-at-root", "This folder is not the root of its repository.", {
		evidence: prefix,
		mend: "Run the command in the root: paths and globs are given from there."
	});
	const { commit, description } = revision === null ? await forkPoint(git) : await named(git, revision);
	const tree = await listTree(git, commit);
	const objects = openObjects(git);
	return {
		commit,
		description,
		files: filesOf(tree, objects),
		close: () => objects.close()
	};
}
async function named(git, revision) {
	const commit = await commitOf(git, revision);
	if (commit === null) throw unknown("There is no such commit.", revision);
	return {
		commit,
		description: `${revision} (${commit.slice(0, 7)})`
	};
}
async function forkPoint(git) {
	const branch = await defaultBranch(git);
	if (branch === null) throw unknown("Git knows no default branch here.", "neither origin/HEAD nor main nor master");
	const commit = await askGit(git, [
		"merge-base",
		"HEAD",
		branch
	]);
	const shown = branch.replace(/^refs\/(?:heads|remotes)\//u, "");
	if (commit === null || commit === "") throw unknown("The checked-out commit shares no history with it.", shown);
	return {
		commit,
		description: `the merge base with ${shown} (${commit.slice(0, 7)})`
	};
}
/** As the remote says; then as the usual names and git's own configuration suggest. */
async function defaultBranch(git) {
	const said = await askGit(git, [
		"symbolic-ref",
		"--quiet",
		`${REMOTE}/HEAD`
	]);
	const configured = await askGit(git, [
		"config",
		"--get",
		"init.defaultBranch"
	]);
	const names = [
		"main",
		"master",
		...configured === null || configured === "" ? [] : [configured]
	];
	const candidates = [
		...said === null ? [] : [said],
		...names.map((name) => `${REMOTE}/${name}`),
		...names.map((name) => `refs/heads/${name}`)
	];
	for (const candidate of candidates) if (await commitOf(git, candidate) !== null) return candidate;
	return null;
}
function unknown(cause, evidence) {
	return new CountersignError("base-unknown", cause, {
		evidence,
		mend: "Name a commit with --base, or compare what is declared with what is live with --all."
	});
}
/** Submodules hold no files of this repository. */
function filesOf(tree, objects) {
	const entries = [...tree].flatMap(([path, { kind }]) => kind === "submodule" ? [] : [{
		path,
		kind
	}]);
	return {
		list: () => Promise.resolve({
			entries: entries.toSorted((left, right) => left.path < right.path ? -1 : 1),
			truncated: false
		}),
		read: (path, limit) => read(tree.get(path), limit, objects),
		async linkTarget(path) {
			const entry = tree.get(path);
			if (entry?.kind !== "symlink" || entry.size > LINK_LIMIT) return null;
			return Buffer.from(await objects.read(entry.object)).toString("utf8");
		}
	};
}
const LINK_LIMIT = 1e4;
async function read(entry, limit, objects) {
	if (entry === void 0) return { kind: "absent" };
	if (entry.kind === "submodule") return { kind: "not-a-file" };
	if (entry.kind === "symlink") return { kind: "symlink" };
	if (entry.size > limit) return {
		kind: "too-large",
		size: entry.size
	};
	return {
		kind: "bytes",
		bytes: await objects.read(entry.object)
	};
}

// src/cli/governance.ts
/** Rule files are small; one that is not is no rule file that anyone has read. */
const MAXIMUM_BYTES = 16777216;
/**
* Rule files that differ between two states of a repository, by the hash of their bytes, sorted; also what is one only by `own`, the
* rules of the later state. `own` null: they cannot be read.
*/
async function governanceBetween(base, head, configuration, own) {
	const before = await ruleFiles(base, configuration);
	const classify = classifier(configuration);
	const taken = own === null ? [] : [...await ruleFiles(head, own)].filter(([path]) => classify(path) !== "governance");
	const after = new Map([...taken, ...await ruleFiles(head, configuration)]);
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort(compareText).map((path) => ({
		path,
		base: before.get(path) ?? null,
		head: after.get(path) ?? null
	})).filter((file) => file.base !== file.head);
}
async function ruleFiles(files, configuration) {
	const classify = classifier(configuration);
	const { entries } = await files.list();
	const hashes = /* @__PURE__ */ new Map();
	for (const entry of entries) if (classify(entry.path) === "governance") hashes.set(entry.path, sha256(await contentOf(files, entry)));
	return hashes;
}
/** What a link says is part of what is reviewed, whatever it leads to. */
async function contentOf(files, { path, kind }) {
	if (kind === "symlink") return await files.linkTarget(path) ?? "";
	const found = await files.read(path, MAXIMUM_BYTES);
	if (found.kind === "bytes") return found.bytes;
	throw new CountersignError("rules-unreadable", "A rule file cannot be read.", {
		evidence: `${path}: ${found.kind}`,
		mend: `Rule files are plain files of at most ${MAXIMUM_BYTES} bytes that you may read.`
	});
}

// src/cli/planning.ts
/** Computes a plan of the working tree as it is on disk. Reads only, and only with the credentials for reading. */
async function planWorkingTree(context, wish, report) {
	const providers = await context.providers();
	return wish.kind === "all" ? await planAll(context, providers, wish, report) : await planChanges(context, providers, wish, report);
}
/** Each declared identity against what is live, as if drift were looked for; the rules are the working tree's. */
async function planAll(context, providers, { config, handed }, report) {
	const rules = await readConfiguration(context.files, [...providers.values()], config);
	if (rules.kind === "invalid") return {
		...rules,
		where: "in the working tree"
	};
	const configuration = await withPolicies(context.files, rules.configuration);
	const head = await declared(context.files, configuration, providers);
	const reading = {
		configuration,
		providers,
		env: context.env,
		report,
		handed
	};
	const live = hasErrors(head) ? NOTHING : await readBoundaries(reading, configuration.sources, head.state);
	return {
		kind: "planned",
		planned: await planWithAccess({
			configuration,
			providers,
			base: {
				...head,
				diagnostics: []
			},
			head,
			extent: "everything",
			live,
			...NO_HISTORY,
			diagnostics: ended(configuration.policySet, context.clock.now().toISOString()),
			now: context.clock.now().toISOString(),
			engine: context.version
		}, requestOf(reading), UNJUDGED),
		against: "what is live"
	};
}
/** What differs from a commit, by the rules of that commit, as the plan of a pull request is made. */
async function planChanges(context, providers, wish, report) {
	const opened = await openBase(context.cwd, wish.revision, context.env);
	try {
		const rules = await readConfiguration(opened.files, [...providers.values()], wish.config);
		if (rules.kind === "invalid") {
			if (rules.diagnostics.some(({ code }) => code === "configuration-missing")) throw notInstalled(opened.description);
			return {
				...rules,
				where: `at ${opened.description}, whose rules apply,`
			};
		}
		const configuration = await withPolicies(opened.files, rules.configuration);
		const now = context.clock.now().toISOString();
		const base = await declared(opened.files, configuration, providers);
		const head = await declared(context.files, configuration, providers);
		const own = await readConfiguration(context.files, [...providers.values()], wish.config);
		const ownRules = own.kind === "invalid" ? null : await withPolicies(context.files, own.configuration);
		const isGone = own.kind === "invalid" && own.diagnostics.some(({ code }) => code === "configuration-missing");
		const wrong = own.kind === "invalid" && !isGone ? own.diagnostics : [];
		const newly = ownRules === null ? [] : newlyWrong(configuration.policySet, ownRules.policySet, now);
		const governance = await governanceBetween(opened.files, context.files, configuration, ownRules);
		const desired = {
			base,
			head,
			extent: "pull-request"
		};
		const reading = {
			configuration,
			providers,
			env: context.env,
			report,
			handed: wish.handed
		};
		const { identities } = scopeOf(base.state, head.state, "pull-request");
		const live = wrong.length > 0 || ownErrors(base, head, identities).length > 0 ? NOTHING : await readAddresses(reading, sourcesTouched(desired));
		const planned = await planWithAccess({
			...desired,
			configuration,
			providers,
			live,
			...NO_HISTORY,
			governance,
			diagnostics: [...wrong, ...newly],
			now,
			engine: context.version
		}, requestOf(reading), judgeBy(configuration, now, null));
		const next = isGone ? NO_RULES : ownRules;
		return {
			kind: "planned",
			planned: bringsRules(governance) ? blockedByNext(planned, next, providers) : planned,
			against: opened.description
		};
	} finally {
		opened.close();
	}
}
/** Exceptions that no longer count, whatever they are about. */
function ended(policySet, now) {
	return policySet.untimely(now).map((diagnostic) => ({
		...diagnostic,
		severity: "warning"
	}));
}
const NOTHING = /* @__PURE__ */ new Map();
const NO_HISTORY = {
	governance: [],
	diagnostics: [],
	commits: null
};
async function declared(files, configuration, providers) {
	const { inputs, diagnostics } = await readDesired(files, configuration);
	const loaded = load(inputs, {
		providers: [...providers.values()],
		configuration
	}, pathsOf(diagnostics));
	return {
		...loaded,
		diagnostics: [...diagnostics, ...loaded.diagnostics]
	};
}
function hasErrors({ diagnostics }) {
	return diagnostics.some(({ severity }) => severity === "error");
}
function notInstalled(base) {
	return new CountersignError("base-not-installed", "There is no configuration to judge changes by.", {
		evidence: `at ${base}`,
		mend: "Compare with a commit that has one, or use --all, which takes the working tree's configuration."
	});
}

export { hasErrors as n, planWorkingTree as r, declared as t };