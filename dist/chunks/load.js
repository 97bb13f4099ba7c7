import { i as parseAddress, n as formatAddress, r as nameOf, t as compareText } from "./address.js";
import { t as isJsonObject } from "./json.js";
import { O as namePeople, m as secretProblems } from "./set.js";
import { t as didYouMean } from "./suggest.js";
import { n as validate, r as label, t as parseYaml } from "./yaml.js";
import { i as quoted } from "./text.js";
import { u as ownersOfPath } from "./overlooked.js";
import { i as removalOf, n as documentSchema, r as reconciliationSchema, t as API_VERSION } from "./envelope.js";
import { n as hashJson } from "./digest.js";
import { a as kindNames, i as findSource, r as findKind } from "./schema.js";
import { t as CountersignError } from "./errors.js";

// src/core/desired/code-owners.ts
/** Lines of CODEOWNERS that name nobody but by e-mail addresses, of which only GitHub knows whose they are; each once. */
function unknowableOwners(identities, file) {
	if (file === null) return [];
	const lines = /* @__PURE__ */ new Map();
	for (const { address, metadata, location } of identities) {
		const { owners, emails, line } = ownersOfPath(file, location.path);
		if (metadata.owner !== null || owners.length > 0 || emails === 0 || line === null) continue;
		lines.set(line, [...lines.get(line) ?? [], address]);
	}
	return [...lines].map(([line, addresses]) => {
		const more = addresses.length > 1 ? ` and ${addresses.length - 1} more` : "";
		return {
			code: "code-owner-unknowable",
			severity: "warning",
			cause: `Only e-mail addresses own ${addresses[0] ?? ""}${more}, and whose they are is not known here: the owner of the source answers.`,
			mend: "Write @login or @org/team beside them, or metadata.owner in the document.",
			location: {
				path: file.path,
				line,
				column: 1
			}
		};
	});
}

// src/core/desired/identity.ts
/** One identity document, judged as a whole: schema, source, owner, and the provider's own checks. */
function readIdentity(document, kind, context) {
	const shape = validate(documentSchema(kind.definition), document);
	const metadata = isJsonObject(document.value) ? document.value["metadata"] : void 0;
	const source = isJsonObject(metadata) ? metadata["source"] : void 0;
	const owner = isJsonObject(metadata) ? metadata["owner"] : void 0;
	const diagnostics = [
		...shape,
		...typeof source === "string" ? sourceProblems(source, kind, document, context) : [],
		...typeof owner === "string" ? ownerProblems(owner, document, context) : []
	];
	if (shape.length > 0 || !document.sound) return {
		identity: null,
		diagnostics
	};
	const identity = identityOf(document, kind, context);
	const lint = lintOf(identity, kind, document);
	return {
		identity: [...diagnostics, ...lint].some((diagnostic) => diagnostic.severity === "error") ? null : identity,
		diagnostics: [...diagnostics, ...lint]
	};
}
function identityOf(document, kind, context) {
	const value = document.value;
	const { name, source, namespace = null } = value.metadata;
	const metadata = metadataOf(value.metadata, document.locate("").path, context);
	const isByPath = value.metadata.owner === void 0 && metadata.owner !== null;
	return {
		address: formatAddress({
			source,
			kind: kind.definition.kind,
			name: nameOf(namespace, name)
		}),
		source,
		kind: kind.definition.kind,
		name,
		namespace,
		metadata,
		onRemove: removalOf("onRemove" in value.metadata ? value.metadata["onRemove"] : void 0),
		spec: value.spec,
		hash: hashJson(isByPath ? {
			document: document.value,
			owner: metadata.owner
		} : document.value),
		location: document.locate("")
	};
}
function metadataOf(input, path, context) {
	const owner = input.owner === void 0 ? null : namePeople(input.owner, context.configuration);
	return {
		owner: owner === null ? codeOwner(path, context) : owner.kind === "named" ? owner.name : null,
		purpose: input.purpose ?? null,
		expires: input.expires ?? null,
		consumers: input.consumers ?? []
	};
}
/** Whoever CODEOWNERS names, as one text; see `peopleOf`. */
function codeOwner(path, { configuration: { codeOwners } }) {
	const { owners } = codeOwners === null ? { owners: [] } : ownersOfPath(codeOwners, path);
	return owners.length === 0 ? null : owners.join(" ");
}
function sourceProblems(source, kind, document, context) {
	const location = document.locate("/metadata/source");
	const found = findSource(context, source);
	if (found === null) {
		const names = context.configuration.sources.map(({ name }) => name);
		const known = names.length === 0 ? "None is configured." : `Configured are ${names.slice(0, 40).join(", ")}.`;
		return [{
			code: "unknown-source",
			severity: "error",
			cause: `No source is called ${quoted(source)}.`,
			mend: `${didYouMean(source, names)}${known}`,
			location
		}];
	}
	if (found.provider === kind.provider.name) return [];
	return [{
		code: "wrong-source",
		severity: "error",
		cause: `${quoted(source)} is a source of the provider ${found.provider}, which has no kind ${kind.definition.kind}.`,
		mend: `Name a source of the provider ${kind.provider.name}.`,
		location
	}];
}
function ownerProblems(owner, document, context) {
	const named = namePeople(owner, context.configuration);
	return named.kind === "named" ? [] : [{
		...named.problem,
		severity: "error",
		location: document.locate("/metadata/owner")
	}];
}
function lintOf(identity, kind, document) {
	return kind.provider.lint(identity.kind, identity.spec).map(({ pointer, ...diagnostic }) => ({
		...diagnostic,
		address: identity.address,
		location: document.locate(`/spec${pointer}`)
	}));
}

// src/core/desired/reconciliation.ts
function readReconciliation(document, context) {
	const shape = validate(reconciliationSchema, document);
	if (shape.length > 0 || !document.sound) return {
		reconciliation: null,
		diagnostics: shape
	};
	const { metadata, spec } = document.value;
	const judged = spec.addresses.map((address, index) => judgeAddress(address, `/spec/addresses/${index}`, document, context));
	const kinds = [...new Set(judged.flatMap(({ kind }) => kind === null ? [] : [kind]))];
	const diagnostics = [...judged.flatMap(({ problems }) => problems), ...removalProblems(spec, kinds, document)];
	if (diagnostics.length > 0) return {
		reconciliation: null,
		diagnostics
	};
	return {
		reconciliation: {
			name: metadata.name,
			verb: spec.verb,
			addresses: spec.addresses,
			reason: spec.reason,
			onRemove: spec.onRemove === void 0 ? null : removalOf(spec.onRemove),
			hash: hashJson(document.value),
			location: document.locate("")
		},
		diagnostics
	};
}
function judgeAddress(address, pointer, document, context) {
	const location = document.locate(pointer);
	const refuse = (code, cause, mend) => ({
		kind: null,
		problems: [{
			code,
			severity: "error",
			cause,
			mend,
			location
		}]
	});
	const parts = partsOf(address);
	if (parts instanceof CountersignError) return refuse(parts.code, `${quoted(address)} is not an address.`, parts.mend);
	const source = findSource(context, parts.source);
	if (source === null) {
		const names = context.configuration.sources.map(({ name }) => name);
		return refuse("unknown-source", `No source is called ${quoted(parts.source)}.`, `${didYouMean(parts.source, names)}Name a source of .github/countersign.yaml.`);
	}
	const kind = findKind(context, parts.kind);
	if (kind === null || kind.provider.name !== source.provider) return refuse("unknown-kind", `The source ${quoted(source.name)} has no kind ${quoted(parts.kind)}.`, `${didYouMean(parts.kind, kindNames(context))}Name a kind of the provider ${source.provider}.`);
	return {
		kind: kind.definition,
		problems: []
	};
}
function partsOf(address) {
	try {
		return parseAddress(address);
	} catch (error) {
		if (error instanceof CountersignError) return error;
		throw error;
	}
}
function removalProblems(spec, kinds, document) {
	if (spec.onRemove === void 0) return [];
	if (spec.verb !== "remove") {
		const location = document.locateKey("/spec/onRemove");
		return [{
			code: "unexpected-on-remove",
			severity: "error",
			cause: `"onRemove" means nothing with the verb ${spec.verb}.`,
			mend: "Remove it, or use the verb remove.",
			location
		}];
	}
	const options = isJsonObject(spec.onRemove) ? spec.onRemove["delete"] : void 0;
	if (options === void 0) return [];
	return kinds.flatMap((kind) => validate(kind.deleteSchema, document, {
		value: options,
		pointer: "/spec/onRemove/delete"
	}));
}

// src/core/desired/load.ts
/**
* The identities and requests that a set of files declares, and everything that is wrong with them, all at once.
* The order of the files does not matter.
*/
function load(inputs, context) {
	const results = inputs.toSorted((left, right) => compareText(left.path, right.path)).flatMap((input) => {
		const { documents, diagnostics } = parseYaml(input);
		return [{
			...NOTHING,
			diagnostics
		}, ...documents.map((document) => read(document, context))];
	});
	const identities = unique(results.flatMap(({ identity }) => identity ?? []), ({ address }) => address, duplicateAddress);
	const requests = unique(results.flatMap(({ reconciliation }) => reconciliation ?? []), ({ name }) => name, duplicateRequest);
	const documents = /* @__PURE__ */ new Map();
	for (const { identity, document } of results) if (identity !== null && document !== null && !documents.has(identity.address)) documents.set(identity.address, document);
	return {
		state: {
			identities: identities.kept.toSorted((left, right) => compareText(left.address, right.address)),
			reconciliations: requests.kept.toSorted((left, right) => compareText(left.name, right.name))
		},
		diagnostics: ordered([
			...results.flatMap(({ diagnostics }) => diagnostics),
			...identities.repeated,
			...requests.repeated,
			...unknowableOwners(identities.kept, context.configuration.codeOwners)
		]),
		locate: (address, pointer) => documents.get(address)?.locate(pointer) ?? null
	};
}
const NOTHING = {
	document: null,
	identity: null,
	reconciliation: null
};
function read(document, context) {
	const header = headerOf(document, context);
	if (header.kind === "refused") return {
		...NOTHING,
		document,
		diagnostics: header.diagnostics
	};
	const secrets = secretProblems(document);
	const judged = judge(document, header.name, context);
	if (secrets.length === 0) return {
		...NOTHING,
		document,
		...judged
	};
	return {
		...NOTHING,
		document,
		diagnostics: [...judged.diagnostics, ...secrets]
	};
}
function judge(document, name, context) {
	if (name === "Reconciliation") return readReconciliation(document, context);
	const kind = findKind(context, name);
	return kind === null ? { diagnostics: [unknownKind(name, document, context)] } : readIdentity(document, kind, context);
}
/** Only what says which schema the rest has to fit. */
function headerOf(document, context) {
	const { value } = document;
	if (document.reported("")) return {
		kind: "refused",
		diagnostics: []
	};
	if (!isJsonObject(value)) return refused("not-a-document", "This is not a document: it is no mapping.", `Write apiVersion, kind, metadata and spec.`, document.locate(""));
	const problems = [];
	const { apiVersion, kind } = value;
	if (apiVersion !== "countersign.dev/v1" && !document.reported("/apiVersion")) problems.push(unknownVersion(apiVersion, document));
	if (typeof kind !== "string" && !document.reported("/kind")) problems.push({
		...headerProblem("kind", kind, `one of ${[...kindNames(context), "Reconciliation"].join(", ")}`),
		location: document.locate("/kind")
	});
	if (typeof kind !== "string" || problems.length > 0 || apiVersion !== "countersign.dev/v1") return {
		kind: "refused",
		diagnostics: problems
	};
	return {
		kind: "known",
		name: kind
	};
}
function refused(code, cause, mend, location) {
	return {
		kind: "refused",
		diagnostics: [{
			code,
			severity: "error",
			cause,
			mend,
			location
		}]
	};
}
function unknownVersion(found, document) {
	const location = document.locate("/apiVersion");
	if (typeof found !== "string") return {
		...headerProblem("apiVersion", found, API_VERSION),
		location
	};
	return {
		code: "unknown-api-version",
		severity: "error",
		cause: `No document format is called ${quoted(found)}.`,
		mend: `Write ${API_VERSION}, or take the file out of the desired-state globs.`,
		location
	};
}
function headerProblem(key, found, wanted) {
	const cause = found === void 0 ? `${label("")} lacks the key "${key}".` : `"${key}" must be a text.`;
	return {
		code: found === void 0 ? "missing-key" : "wrong-type",
		severity: "error",
		cause,
		mend: `Write ${wanted}.`
	};
}
/** Documents that are no identities, and where they stand. */
const ELSEWHERE = /* @__PURE__ */ new Map([["Configuration", "The configuration stands in .github/countersign.yaml only."], ["Policy", "Name its folder under \"policies\" in the configuration, and not under \"desired\"."]]);
function unknownKind(name, document, context) {
	const kinds = [...kindNames(context), "Reconciliation"];
	const mend = ELSEWHERE.get(name) ?? `${didYouMean(name, kinds)}Known are ${kinds.join(", ")}.`;
	return {
		code: "unknown-kind",
		severity: "error",
		cause: `No kind is called ${quoted(name)}.`,
		mend,
		location: document.locate("/kind")
	};
}
/** The first of each key is kept; every other is reported together with the place of the first. */
function unique(items, key, repeated) {
	const first = /* @__PURE__ */ new Map();
	const problems = [];
	for (const item of items) {
		const known = first.get(key(item));
		if (known === void 0) first.set(key(item), item);
		else problems.push({
			...repeated(item, known.location),
			location: item.location,
			related: [known.location]
		});
	}
	return {
		kept: [...first.values()],
		repeated: problems
	};
}
function duplicateAddress({ address }, first) {
	return {
		code: "duplicate-address",
		severity: "error",
		cause: `${address} is declared twice: here and at ${placeText(first)}.`,
		mend: "Remove one of the two documents.",
		address
	};
}
function duplicateRequest({ name }, first) {
	return {
		code: "duplicate-reconciliation",
		severity: "error",
		cause: `A Reconciliation called ${quoted(name)} stands here and at ${placeText(first)}.`,
		mend: "Give one of the two another name."
	};
}
function placeText({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
function ordered(diagnostics) {
	return diagnostics.toSorted((left, right) => {
		const [one, other] = [left.location, right.location];
		return compareText(one?.path ?? "", other?.path ?? "") || (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
	});
}

export { load as t };