import { a as isPolicyFile, u as CONFIGURATION_PATH } from "./overlooked.js";
import { O as teamOf, S as asPinned, T as memberOf, w as isTeam } from "./set.js";
import { a as pointerToken } from "./place.js";
import { i as quoted } from "./text.js";
import { t as levelOf } from "./level.js";
import { a as withoutFollowing, i as undeclaredDependencies, n as outsideBoundaries, r as load } from "./outside.js";
import { r as pathsOf } from "./errors.js";
import { t as unmatchedNames } from "./unmatched.js";
import { a as formatDiagnostics, i as readPolicies, n as readDesired, r as readInputs, t as readConfiguration } from "./inputs.js";
import { t as runWith } from "./given.js";
import { t as loadedPolicies } from "./policies.js";
import { posix } from "node:path";

// src/core/configuration/advice.ts
/** Every name of the configuration that decides who may approve. */
function namesIn({ people, sources, approval }, locate) {
	const listed = (pointer, names) => names.map((name, index) => [`${pointer}/${index}`, name]);
	return [
		...Object.entries(people).flatMap(([group, members]) => listed(`/people/${pointerToken(group)}`, members)),
		...sources.map(({ name, owner }) => [`/sources/${pointerToken(name)}/owner`, owner]),
		["/approval/administrators", approval.administrators],
		...approval.widening === null ? [] : [["/approval/widening", approval.widening]],
		...listed("/approval/machineUsers", approval.machineUsers),
		...listed("/approval/bots", approval.bots)
	].map(([pointer, name]) => ({
		name,
		location: locate(pointer)
	}));
}
/** Each team once: only a run with an App's token learns whether its members can be read. */
function uncheckedTeams(places) {
	return once(places.filter(({ name }) => isTeam(name))).map(({ name, location }) => ({
		code: "team-unchecked",
		severity: "warning",
		cause: `Whether anybody is in ${quoted(name)}, and whether a run may know, was not checked.`,
		mend: "Publish and apply with the token of an App that has the organization permission members (read); without it every such plan is refused.",
		location
	}));
}
/** Each login once that names whoever bears it: it can be given up, and registered by somebody else. */
function unpinnedPeople(configuration, places) {
	return once(places.filter(({ name }) => !isTeam(name) && !Object.hasOwn(configuration.people, name) && memberOf(asPinned(name, configuration)).id === null)).map(({ name, location }) => ({
		code: "person-unpinned",
		severity: "warning",
		cause: `${quoted(name)} is whoever has that login, also after the account was renamed.`,
		mend: `Write ${name}#ID where it stands in a list, or in a group of 'people'; gh api ${quoted(`users/${name}`)} --jq .id prints the id.`,
		location
	}));
}
/** Each team once that is named by its slug alone: who may rename and create teams can put another one under it. */
function unpinnedTeams(places) {
	return once(places).flatMap(({ name, location }) => {
		const team = teamOf(name);
		if (team === null || team.id !== null) return [];
		return {
			code: "team-unpinned",
			severity: "warning",
			cause: `${quoted(name)} is whatever team has that name, also after the team was renamed.`,
			mend: `Write ${name}#ID here, and wherever else it is named; gh api ${quoted(`orgs/${team.org}/teams/${team.slug}`)} --jq .id prints the id.`,
			location
		};
	});
}
function once(places) {
	const first = /* @__PURE__ */ new Map();
	for (const place of places) {
		const key = place.name.toLowerCase();
		if (!first.has(key)) first.set(key, place);
	}
	return [...first.values()];
}

// src/cli/validate.ts
const FORMATS = [
	"text",
	"json",
	"github"
];
const definition = {
	name: "validate",
	help: ["Checks the configuration, every document, policy and exception that it names, or only the given files, without any live system.", "Reports everything that is wrong at once, as file:line:column: code: cause — mend, and exits with 1 if anything is."].join("\n"),
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
			description: "Lines, JSON, or annotations of a workflow run."
		}
	},
	positionals: {
		name: "FILE",
		minimum: 0,
		maximum: 1e4
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => validateGiven(context, given))
};
async function validateGiven(context, given) {
	const format = FORMATS.find((name) => name === given.text("format")) ?? "text";
	return report(context, await validate(context, posix.normalize(given.text("config") ?? ".github/countersign.yaml"), [...new Set(given.positionals.map((path) => posix.normalize(path)))]), format);
}
async function validate(context, config, paths) {
	const providers = [...(await context.providers()).values()];
	const read = await readConfiguration(context.files, providers, config);
	if (read.kind === "invalid") return {
		diagnostics: [...read.diagnostics, notJudged(config)],
		documents: 0
	};
	const { inputs, diagnostics, unread, isAsked } = await chosen(context.files, read.configuration, paths.length === 0 ? null : paths.filter((path) => path !== config && !isPolicyFile(read.configuration)(path)));
	const loaded = load(inputs, {
		providers,
		configuration: read.configuration
	}, unread);
	const written = load(inputs, {
		providers,
		configuration: {
			...read.configuration,
			codeOwners: null
		}
	}, unread);
	const documents = loaded.state.identities.filter(({ origins }) => isAsked(origins)).length + loaded.state.reconciliations.filter(({ location }) => isAsked([location])).length;
	const owners = ownersIn(written).filter(({ location }) => isAsked([location]));
	const advice = adviceOn(read.configuration, [...namesIn(read.configuration, read.locate), ...owners]);
	const { sources } = read.configuration;
	const wrong = [...loaded.diagnostics, ...outsideBoundaries(loaded.state.identities, loaded, {
		sources,
		providers
	})];
	const policies = await policyResult(context, read.configuration, paths);
	const unmatched = paths.length > 0 ? [] : unmatchedNames(read.configuration, await readPolicies(context.files, read.configuration));
	return {
		diagnostics: withoutFollowing([
			...diagnostics,
			...wrong.filter(({ location, related = [] }) => isAsked(location === void 0 ? related : [location, ...related])),
			...paths.length > 0 ? [] : undeclaredDependencies(loaded.state.identities, loaded, null),
			...policies.diagnostics,
			...unmatched.map((name) => unmatchedPolicies(name, read)),
			...advice
		]),
		documents: documents + policies.documents
	};
}
/** Files that are named are judged beside all others, since one may refer to another. @param named null: all are asked for */
async function chosen(files, configuration, named) {
	const all = await readDesired(files, configuration);
	const unread = pathsOf(all.diagnostics);
	if (named === null) return {
		...all,
		unread,
		isAsked: () => true
	};
	const { inputs, diagnostics } = await readInputs(files, named);
	const asked = new Set(named);
	const others = all.inputs.filter(({ path }) => !asked.has(path));
	return {
		inputs: [...inputs, ...others],
		diagnostics,
		unread: [...unread, ...pathsOf(diagnostics)],
		isAsked: (places) => places.some(({ path }) => asked.has(path))
	};
}
/** Whatever files are named, an exception is judged beside the rules of all. */
async function policyResult({ files, clock }, configuration, paths) {
	const chosen = await loadedPolicies(files, configuration, paths.length === 0 ? null : paths);
	const whole = paths.length === 0 || chosen === null ? chosen : await loadedPolicies(files, configuration);
	if (chosen === null || whole === null) return {
		diagnostics: [],
		documents: 0
	};
	const { untimely } = await import("./policy3.js");
	const { exceptions, diagnostics } = whole.exceptions;
	const ofExceptions = [...diagnostics, ...untimely(exceptions, clock.now().toISOString())].filter(({ location }) => paths.length === 0 || paths.includes(location?.path ?? ""));
	return {
		diagnostics: [...chosen.diagnostics, ...ofExceptions],
		documents: chosen.documents.length
	};
}
/** What a trial proves nothing about anyway is not advised there. */
function adviceOn(configuration, places) {
	const unchecked = uncheckedTeams(places);
	if (levelOf(configuration) === "trial") return unchecked;
	return [
		...unchecked,
		...unpinnedPeople(configuration, places),
		...unpinnedTeams(places)
	];
}
function ownersIn({ state, locate }) {
	return state.identities.flatMap(({ address, metadata, location }) => metadata.owner === null ? [] : [{
		name: metadata.owner,
		location: locate(address, "/metadata/owner") ?? location
	}]);
}
function unmatchedPolicies(name, { configuration, locate }) {
	return {
		code: "policies-unmatched",
		severity: "warning",
		cause: `No policy stands where ${quoted(name)} says, so nothing of it judges.`,
		mend: "Correct the name, or take it away.",
		location: locate(`/policies/${configuration.policies.indexOf(name)}`)
	};
}
/** Sources and people are unknown without a configuration, so documents would only be reported for what is not their fault. */
function notJudged(config) {
	return {
		code: "documents-not-judged",
		severity: "warning",
		cause: "Documents were not checked.",
		mend: "Mend the configuration first.",
		location: {
			path: config,
			line: 1,
			column: 1
		}
	};
}
function report(context, { diagnostics, documents }, format) {
	context.stdout.write(formatDiagnostics(diagnostics, format));
	const errors = diagnostics.filter(({ severity }) => severity === "error").length;
	const found = errors === 0 ? "no errors" : errors === 1 ? "1 error" : `${errors} errors`;
	if (format === "text") context.stderr.write(`${documents} sound ${documents === 1 ? "document" : "documents"}, ${found}.\n`);
	return errors === 0 ? 0 : 1;
}

export { command };