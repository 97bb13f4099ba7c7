import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { i as parseAddress, n as formatAddress, r as nameOf, t as compareText } from "./address.js";
import { n as hashJson, t as canonicalize } from "./digest.js";
import { t as didYouMean } from "./suggest.js";
import { i as quoted } from "./text.js";
import { E as namePeople, f as secretProblems } from "./set.js";
import { l as manifestSources, o as isValueFile, p as ownersOfPath, r as classifier } from "./overlooked.js";
import { a as reconciliationSchema, o as removalOf, r as documentSchema, t as API_VERSION } from "./envelope.js";
import { n as diagnosticsOf, t as parseYaml } from "./yaml.js";
import { a as pointerToken, o as pointerTokens, t as LineIndex } from "./place.js";
import { a as kindNames, i as findSource, r as findKind } from "./schema.js";
import { n as label, t as validate } from "./schema2.js";
import { n as profileSchema, r as sharingSchema } from "./shared-schema.js";
import { n as annotatedMetadata } from "./annotations.js";

// src/core/yaml/composed.ts
/** A value that is made of several documents, of which every part is located in the one that it comes from. */
function composed(base, value, { origins, broken }) {
	const at = (pointer) => originOf(base, origins, pointer);
	return {
		value,
		sound: base.sound && broken.size === 0,
		locate: (pointer) => asked(at(pointer), (document, own) => document.locate(own)),
		locateKey: (pointer) => asked(at(pointer), (document, own) => document.locateKey(own)),
		locateWithin: (pointer, offset) => asked(at(pointer), (document, own) => document.locateWithin(own, offset)),
		written: (pointer) => asked(at(pointer), (document, own) => document.written(own)),
		reported: (pointer) => isBroken(broken, pointer) || asked(at(pointer), (document, own) => document.reported(own))
	};
}
function asked({ document, pointer }, ask) {
	return ask(document, pointer);
}
function originOf(base, origins, pointer) {
	let [found, rest] = [{
		document: base,
		pointer: ""
	}, ""];
	let prefix = "";
	for (const token of pointerTokens(pointer)) {
		prefix += `/${pointerToken(token)}`;
		rest += `/${pointerToken(token)}`;
		const deeper = origins.get(prefix);
		if (deeper !== void 0) [found, rest] = [deeper, ""];
	}
	return {
		document: found.document,
		pointer: `${found.pointer}${rest}`
	};
}
/** At the pointer, above it or right below it, as the parser says of its own problems. */
function isBroken(broken, pointer) {
	return [...broken].some((one) => one === pointer || pointer.startsWith(`${one}/`) || one.slice(0, one.lastIndexOf("/")) === pointer);
}

// src/core/json-syntax.ts
const DUE = {
	value: "a value is due",
	"value-or-end": "a value or ] is due",
	key: "a key in double quotes is due",
	"key-or-end": "a key in double quotes or } is due",
	colon: "a colon is due",
	"comma-or-end": "a comma or the closing bracket is due",
	nothing: "nothing may follow the value"
};
const TOKEN = /(?<text>"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001F]*)*")|(?<scalar>(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-]))|(?<mark>[[\]{},:])/uy;
const SPACE = /[ \t\n\r]*/uy;
/** The first place at which a text is not JSON (RFC 8259); null: it is. In linear time, and no deeper than its own list. */
function jsonFault(text) {
	const open = [];
	let due = "value";
	let offset = 0;
	for (;;) {
		SPACE.lastIndex = offset;
		offset += SPACE.exec(text)?.[0].length ?? 0;
		if (offset === text.length) return due === "nothing" ? null : {
			offset,
			due: DUE[due]
		};
		TOKEN.lastIndex = offset;
		const token = TOKEN.exec(text);
		const next = token === null ? null : after(due, token, open);
		if (next === null) return {
			offset,
			due: DUE[due]
		};
		due = next;
		offset = TOKEN.lastIndex;
	}
}
/** What is due after a token; null: it may not stand here. */
function after(due, { 0: token, groups }, open) {
	const isValue = due === "value" || due === "value-or-end";
	const isKey = due === "key" || due === "key-or-end";
	if (groups?.["text"] !== void 0 && isKey) return "colon";
	if (groups?.["mark"] === void 0) return isValue ? closed(open) : null;
	if (token === "[" || token === "{") {
		if (!isValue) return null;
		open.push(token);
		return token === "[" ? "value-or-end" : "key-or-end";
	}
	if (token === ":") return due === "colon" ? "value" : null;
	if (token === ",") return due !== "comma-or-end" ? null : open.at(-1) === "[" ? "value" : "key";
	const isEmpty = due === (token === "]" ? "value-or-end" : "key-or-end");
	if (open.at(-1) !== (token === "]" ? "[" : "{") || !isEmpty && due !== "comma-or-end") return null;
	open.pop();
	return closed(open);
}
function closed(open) {
	return open.length === 0 ? "nothing" : "comma-or-end";
}

// src/core/desired/beside.ts
/** @param inputs those whose names end in `.json` */
function readValueFiles(inputs) {
	const files = /* @__PURE__ */ new Map();
	const diagnostics = [];
	for (const input of inputs) {
		const { documents, diagnostics: broken } = parseYaml(input);
		const [document, second] = documents;
		const problems = [
			...broken.map((one) => one.code === "empty-file" ? emptyValue(one) : one),
			...second === void 0 ? [] : [severalValues(second.locate(""))],
			...broken.length > 0 || second !== void 0 ? [] : syntaxProblems(input),
			...document === void 0 ? [] : [...documentProblems(document), ...secretProblems(document)]
		];
		diagnostics.push(...problems);
		files.set(input.path, problems.length > 0 ? null : document ?? null);
	}
	return {
		files,
		diagnostics
	};
}
/**
* A document with the content of each file that it refers to in the reference's place.
* @param root pointer to the spec. @param patterns the kind's `files`: pointers into the spec, in which `*` is any member
*/
function withFiles(document, root, patterns, { files, context }) {
	const origins = /* @__PURE__ */ new Map();
	const broken = /* @__PURE__ */ new Set();
	const named = [];
	const diagnostics = [];
	const tails = patterns.map((pattern) => [...pointerTokens(root), ...pointerTokens(pattern)]);
	const value = patterns.length === 0 ? document.value : replaced(document.value, tails, "", contentOf);
	if (named.length + broken.size === 0) return {
		document,
		files: [],
		named,
		diagnostics
	};
	return {
		document: composed(document, value, {
			origins,
			broken
		}),
		files: [...origins.values()].map((origin) => origin.document),
		named,
		diagnostics
	};
	function contentOf(reference, pointer) {
		const found = pathOf(reference["file"], document, `${pointer}/file`);
		if (found.kind === "refused") {
			broken.add(pointer);
			diagnostics.push(found.diagnostic);
			return reference;
		}
		named.push(found.path);
		const content = files.get(found.path);
		if (content !== void 0 && content !== null) {
			origins.set(pointer, {
				document: content,
				pointer: ""
			});
			return content.value;
		}
		broken.add(pointer);
		if (content === void 0) diagnostics.push(missingFile(found.path, document.locate(`${pointer}/file`), context));
		return reference;
	}
}
/** Files that no document refers to. */
function unusedFiles({ files }, used) {
	return [...files.keys()].filter((path) => !used.has(path)).map((path) => ({
		code: "file-unused",
		severity: "warning",
		cause: "No document refers to this file, so what it says means nothing.",
		mend: `Write { file: ${path.slice(path.lastIndexOf("/") + 1)} } in the document that it belongs to, or delete it.`,
		location: {
			path,
			line: 1,
			column: 1
		}
	}));
}
/** One pass over what the patterns lead to; everything else is shared with the original. */
function replaced(value, tails, pointer, replace) {
	if (tails.some((tail) => tail.length === 0) && isReference(value)) return replace(value, pointer);
	const below = (key, item) => {
		const next = tails.filter(([first]) => first === "*" || first === key).map((tail) => tail.slice(1));
		return next.length === 0 ? item : replaced(item, next, `${pointer}/${pointerToken(key)}`, replace);
	};
	if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, below(key, item)]));
	return Array.isArray(value) ? value.map((item, index) => below(String(index), item)) : value;
}
function isReference(value) {
	return isJsonObject(value) && Object.hasOwn(value, "file") && Object.keys(value).length === 1;
}
/** Relative to the folder that the reference is written in. */
function pathOf(file, document, pointer) {
	const location = document.locate(pointer);
	const refuse = (cause) => ({
		kind: "refused",
		diagnostic: {
			code: "file-reference",
			severity: "error",
			cause,
			mend: "Write the path of a .json file of this repository, from the document's own folder, as in { file: policy.json }.",
			location
		}
	});
	if (typeof file !== "string" || file === "") return refuse("A reference names one file, as a text.");
	if (file.startsWith("/") || file.includes("\\")) return refuse(`${quoted(file)} is no relative path with '/'.`);
	const path = joined(location.path, file);
	if (path === null) return refuse(`${quoted(file)} leads out of the repository.`);
	return isValueFile(path) ? {
		kind: "path",
		path
	} : refuse(`${quoted(file)} does not end in .json.`);
}
/** Null where it leads above the root. */
function joined(from, relative) {
	const segments = from.split("/").slice(0, -1);
	for (const segment of relative.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === void 0) return null;
	}
	return segments.join("/");
}
function missingFile(path, location, { configuration }) {
	const isNamed = classifier(configuration)(path) === "desired";
	return {
		code: "file-reference-missing",
		severity: "error",
		cause: isNamed ? `There is no file ${quoted(path, 200)}.` : `No glob under 'desired' names ${quoted(path, 200)}, so it was not read.`,
		mend: isNamed ? "Add it, or correct the path, which is from the document's own folder." : "Put it where the globs of the configuration reach, or add a glob for it, such as identities/**/*.json.",
		location
	};
}
/** Of what can be read as YAML: other programs read the file as JSON, and would not. */
function syntaxProblems({ path, bytes }) {
	const text = new TextDecoder().decode(bytes);
	const fault = jsonFault(text);
	if (fault === null) return [];
	const problem = {
		code: "json-syntax",
		cause: `This is not JSON, as which other programs read the file: ${fault.due}.`,
		mend: "Write it as JSON does: texts and keys in double quotes, no comments, and no comma after the last entry.",
		offset: fault.offset
	};
	return diagnosticsOf([problem], {
		path,
		text,
		lines: new LineIndex(text)
	});
}
function emptyValue(problem) {
	const mend = "Write the value that the document beside it refers to, or delete the file and the reference.";
	return {
		...problem,
		cause: "The file holds no value.",
		mend
	};
}
function severalValues(location) {
	return {
		code: "several-values",
		severity: "error",
		cause: "A .json file holds one value.",
		mend: "Remove everything from the second '---' on.",
		location
	};
}
/** It would be declared no longer, without a word. */
function documentProblems(document) {
	if (!isJsonObject(document.value) || document.value["apiVersion"] !== "countersign.dev/v1") return [];
	return [{
		code: "document-in-json",
		severity: "error",
		cause: "This is a document, and a file that ends in .json holds only values for documents beside it.",
		mend: "Rename the file to .yaml: JSON is YAML.",
		location: document.locate("")
	}];
}

// src/core/desired/fill.ts
/** `{{ account }}`: no policy variable of any system, which have a `$`, a dot or a colon. */
const PLACEHOLDER = /\{\{ *([A-Za-z][A-Za-z0-9_]*) *\}\}/gu;
/** Puts texts in the place of `{{ name }}` in texts and keys. A text stays a text, and what is put there is not looked at again. */
function fill(root, pointer, values, limit) {
	const moved = /* @__PURE__ */ new Map();
	const used = /* @__PURE__ */ new Set();
	const missing = /* @__PURE__ */ new Map();
	const clashes = [];
	let added = 0;
	return {
		value: filled(root, pointer, pointer),
		moved,
		used,
		undefined: missing,
		clashes,
		added
	};
	/** @param from where it stands, and `to` where the result does */
	function filled(item, from, to) {
		if (typeof item === "string") return text(item, from);
		if (Array.isArray(item)) return item.map((one, index) => filled(one, `${from}/${index}`, `${to}/${index}`));
		return isJsonObject(item) ? mapping(item, from, to) : item;
	}
	function mapping(item, from, to) {
		const result = {};
		for (const [key, one] of Object.entries(item)) {
			const own = `${from}/${pointerToken(key)}`;
			const name = text(key, own);
			const target = `${to}/${pointerToken(name)}`;
			if (Object.hasOwn(result, name) || name === "__proto__") clashes.push(own);
			else {
				result[name] = filled(one, own, target);
				if (name !== key) moved.set(target, own);
			}
		}
		return result;
	}
	function text(written, at) {
		if (!written.includes("{{")) return written;
		return written.replaceAll(PLACEHOLDER, (whole, name) => {
			const known = Object.hasOwn(values, name) ? values[name] : void 0;
			if (known === void 0) {
				if (!missing.has(name)) missing.set(name, at);
				return whole;
			}
			used.add(name);
			added += known.length;
			return added > limit ? "" : known;
		});
	}
}

// src/core/desired/weight.ts
/** Of what several inputs make together: of one identity, and of all of one commit. See `weightOf`. */
const WEIGHT_LIMITS = {
	identity: 2097152,
	all: 67108864
};
const EACH = 8;
/** Roughly the bytes of a value: its texts and keys, and a few for each value. */
function weightOf(value) {
	if (typeof value === "string") return value.length + EACH;
	if (typeof value !== "object" || value === null) return EACH;
	return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + weightOf(item), EACH);
}
/** What may still be made of several inputs: small files that refer to large ones many times would take time and memory without end. */
var WeightBudget = class {
	#left = WEIGHT_LIMITS.all;
	#known = /* @__PURE__ */ new WeakMap();
	/** Null when what these make together is within what is left, of which it is taken. @param added bytes besides */
	spend(parts, location, added = 0) {
		const weight = parts.reduce((sum, part) => sum + this.#weigh(part), added);
		const isWithin = weight <= WEIGHT_LIMITS.identity;
		if (isWithin && weight <= this.#left) {
			this.#left -= weight;
			return null;
		}
		const limit = isWithin ? WEIGHT_LIMITS.all : WEIGHT_LIMITS.identity;
		return {
			code: "expansion-too-large",
			severity: "error",
			cause: isWithin ? `All that documents make with what they refer to is more than ${limit} bytes, so this one was not read.` : `What this document makes with all that it refers to is more than ${limit} bytes.`,
			mend: "Refer to less: split the document, or its files.",
			location
		};
	}
	#weigh(part) {
		const weight = this.#known.get(part) ?? weightOf(part.value);
		this.#known.set(part, weight);
		return weight;
	}
};

// src/core/desired/each-source.ts
/** Metadata in which values are filled in, besides the spec. Who answers for an identity is always written out. */
const FILLABLE = [
	"name",
	"namespace",
	"purpose",
	"consumers",
	"dependsOn"
];
/** A document for each source that it names, with that source's values filled in. */
function inEachSource({ document, sources, parts }, budget) {
	const documents = [];
	const diagnostics = [];
	for (const target of targetsOf(sources)) {
		const location = document.locate(target.pointer);
		const tooLarge = budget.spend(parts, location);
		if (tooLarge !== null) return {
			documents,
			diagnostics: [...diagnostics, tooLarge]
		};
		const filled = fill(fillable(document.value), "", target.values, WEIGHT_LIMITS.identity);
		const grown = budget.spend([], location, filled.added);
		const problems = grown === null ? problemsOf(filled, target, document) : [grown];
		diagnostics.push(...problems);
		if (problems.length === 0) documents.push(forTarget(document, filled, target));
	}
	return {
		documents,
		diagnostics
	};
}
function targetsOf(sources) {
	if (sources === void 0) return [{
		name: null,
		pointer: "/metadata/profiles",
		values: {}
	}];
	if (Array.isArray(sources)) return sources.map((name, index) => ({
		name,
		pointer: `/metadata/sources/${index}`,
		values: {}
	}));
	return Object.entries(sources).map(([name, values]) => ({
		name,
		pointer: `/metadata/sources/${pointerToken(name)}`,
		values
	}));
}
function metadataOf$1(value) {
	const metadata = isJsonObject(value) ? value["metadata"] : void 0;
	return isJsonObject(metadata) ? metadata : {};
}
function fillable(value) {
	const metadata = Object.entries(metadataOf$1(value)).filter(([key]) => FILLABLE.some((name) => name === key));
	const spec = isJsonObject(value) ? value["spec"] : void 0;
	return {
		metadata: Object.fromEntries(metadata),
		...spec === void 0 ? {} : { spec }
	};
}
function forTarget(document, { value, moved }, { name, pointer }) {
	const written = document.value;
	const source = name === null ? {} : { source: name };
	const metadata = {
		...metadataOf$1(written),
		...metadataOf$1(value),
		...source
	};
	const { metadata: _metadata, ...rest } = value;
	const origins = new Map([...name === null ? [] : [["/metadata/source", {
		document,
		pointer
	}]], ...[...moved].map(([to, from]) => [to, {
		document,
		pointer: from
	}])]);
	return composed(document, {
		...written,
		...rest,
		metadata
	}, {
		origins,
		broken: /* @__PURE__ */ new Set()
	});
}
function problemsOf(filled, { name, pointer, values }, document) {
	const where = name === null ? "this document" : quoted(name);
	const missing = [...filled.undefined].map(([value, at]) => undefinedValue(value, where, document.locate(pointer), document.locate(at)));
	const unused = Object.keys(values).filter((value) => !filled.used.has(value)).map((value) => unusedValue(value, where, document.locateKey(`${pointer}/${pointerToken(value)}`)));
	const clashes = filled.clashes.map((at) => clash(where, document.locateKey(at), document.locate(pointer)));
	return [
		...missing,
		...unused,
		...clashes
	];
}
function undefinedValue(value, where, location, at) {
	return {
		code: "value-undefined",
		severity: "error",
		cause: `{{ ${value} }} stands at ${at.path}:${at.line}:${at.column}, and ${where} gives no value of that name.`,
		mend: `Write ${value}: … for the source, under metadata.sources. What shall stay as it is written is a value itself.`,
		location,
		related: [at]
	};
}
function unusedValue(value, where, location) {
	return {
		code: "value-unused",
		severity: "error",
		cause: `${where} gives the value ${quoted(value)}, and {{ ${value} }} stands nowhere.`,
		mend: "Use it, correct its name, or remove it.",
		location
	};
}
function clash(where, location, target) {
	return {
		code: "value-clash",
		severity: "error",
		cause: `With the values of ${where} this key is the same as another of its mapping.`,
		mend: "Give it another value, or write the keys out.",
		location,
		related: [target]
	};
}

// src/core/desired/merge.ts
/**
* What several documents say of one thing: mappings have the keys of all, lists the entries of all, each once and in the order of
* the documents, and everything else has to be the same in all that say it.
* @param said at least one, in an order that does not depend on how they are named together
* @param pointer of the result
*/
function merge(said, pointer) {
	const origins = /* @__PURE__ */ new Map();
	const diagnostics = [];
	return {
		value: merged(said, pointer),
		origins,
		diagnostics
	};
	function merged(all, at) {
		const [first, second] = all;
		if (first === void 0) return null;
		origins.set(at, first.origin);
		if (second === void 0) return first.value;
		if (all.every(({ value }) => isJsonObject(value))) return mappings(all, at);
		if (all.every(({ value }) => Array.isArray(value))) return lists(all, at);
		const meant = canonicalize(first.value);
		const other = all.find(({ value }) => canonicalize(value) !== meant);
		if (other !== void 0) diagnostics.push(conflict(at, first, other));
		return first.value;
	}
	function mappings(all, at) {
		const members = all.flatMap(({ value, origin }) => Object.entries(isJsonObject(value) ? value : {}).map(([key, item]) => ({
			key,
			...below(item, origin, key)
		})));
		const entries = [...Map.groupBy(members, ({ key }) => key)].map(([key, saying]) => [key, merged(saying, `${at}/${pointerToken(key)}`)]);
		return Object.fromEntries(entries);
	}
	function lists(all, at) {
		const items = all.flatMap(({ value, origin }) => Array.isArray(value) ? value.map((item, index) => below(item, origin, String(index))) : []);
		const first = new Map(items.map((item) => [canonicalize(item.value), item]).toReversed());
		const kept = items.filter((item) => first.get(canonicalize(item.value)) === item);
		kept.forEach(({ origin }, index) => origins.set(`${at}/${index}`, origin));
		return kept.map(({ value }) => value);
	}
}
function below(value, { document, pointer }, key) {
	return {
		value,
		origin: {
			document,
			pointer: `${pointer}/${pointerToken(key)}`
		}
	};
}
/** Texts are not repeated: one of them may be a secret. */
function conflict(at, one, other) {
	const [here, there] = [placeOf$1(one), placeOf$1(other)];
	return {
		code: "profile-conflict",
		severity: "error",
		cause: `"${at.split("/").slice(2).join(".")}" is one thing here and another at ${there.path}:${there.line}:${there.column}.`,
		mend: "Say it in one of the two places only, or the same in both.",
		location: here,
		related: [there]
	};
}
function placeOf$1({ origin: { document, pointer } }) {
	return document.locate(pointer);
}

// src/core/desired/broken.ts
/** Files of which nothing can be read. */
function brokenFiles(files) {
	return files.filter(({ documents }) => documents.length === 0).map(({ diagnostics }) => ({
		kind: null,
		name: null,
		places: placesOf(diagnostics)
	}));
}
function brokenDocument({ value }, errors) {
	const { kind = null, metadata = null } = isJsonObject(value) ? value : {};
	const name = isJsonObject(metadata) ? metadata["name"] ?? null : null;
	return {
		kind: errors.some(({ code }) => code === "unknown-kind") ? null : textOrNull(kind),
		name: textOrNull(name),
		places: placesOf(errors)
	};
}
function textOrNull(value) {
	return typeof value === "string" ? value : null;
}
function placesOf(diagnostics) {
	return diagnostics.flatMap(({ severity, location }) => severity === "error" ? location ?? [] : []);
}
/** Where the errors are for which one of this kind and name may be missing, the first of each document. */
function placesOfBroken(all, wanted) {
	return all.filter(({ kind, name }) => (kind ?? wanted.kind) === wanted.kind && (name ?? wanted.name) === wanted.name).flatMap(({ places }) => places.slice(0, 1));
}
const FOLLOWING = /* @__PURE__ */ new Set(["dependency-undeclared", "profile-unknown"]);
/** Something that is missing is no error of its own where the error that explains it is told beside it. */
function withoutFollowing(diagnostics) {
	const told = new Set(diagnostics.flatMap(({ code, severity, location }) => severity === "error" && !FOLLOWING.has(code) && location !== void 0 ? [placeKey$1(location)] : []));
	return diagnostics.filter(({ code, related = [] }) => !FOLLOWING.has(code) || !related.some((place) => told.has(placeKey$1(place))));
}
function placeKey$1({ path, line, column }) {
	return JSON.stringify([
		path,
		line,
		column
	]);
}

// src/core/desired/header.ts
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
		...headerProblem("kind", kind, `one of ${[
			...kindNames(context),
			"Profile",
			"Reconciliation"
		].join(", ")}`),
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
function unknownKind(name, document, context, pointer = "/kind") {
	const kinds = [
		...kindNames(context),
		"Profile",
		"Reconciliation"
	];
	const mend = ELSEWHERE.get(name) ?? `${didYouMean(name, kinds)}Known are ${kinds.join(", ")}.`;
	return {
		code: "unknown-kind",
		severity: "error",
		cause: `No kind is called ${quoted(name)}.`,
		mend,
		location: document.locate(pointer)
	};
}

// src/core/desired/profiles.ts
function isProfile({ value }) {
	return isJsonObject(value) && value["apiVersion"] === "countersign.dev/v1" && value["kind"] === "Profile";
}
/** @param documents those of which `isProfile` holds */
function readProfiles(documents, around) {
	const byName = /* @__PURE__ */ new Map();
	const diagnostics = [];
	const broken = [...around.broken];
	const named = [];
	for (const document of documents) {
		const shape = validate(profileSchema, document);
		const secrets = secretProblems(document);
		diagnostics.push(...shape, ...secrets);
		if (shape.length > 0) {
			broken.push(brokenDocument(document, shape));
			continue;
		}
		const { metadata, spec } = document.value;
		const location = document.locate("");
		const known = byName.get(metadata.name);
		const kind = findKind(around.context, spec.kind);
		if (known !== void 0) diagnostics.push(duplicateProfile(document, known.location));
		if (kind === null) {
			const problem = unknownKind(spec.kind, document, around.context, "/spec/kind");
			diagnostics.push(problem);
			broken.push(brokenDocument(document, [problem]));
		}
		if (known !== void 0 || kind === null) continue;
		const referring = withFiles(document, "/spec/spec", kind.definition.files ?? [], around);
		diagnostics.push(...referring.diagnostics);
		named.push(...referring.named);
		byName.set(metadata.name, {
			name: metadata.name,
			kind: spec.kind,
			document: referring.document,
			parts: [document, ...referring.files],
			location,
			state: referring.document.sound && secrets.length === 0 ? "sound" : "broken"
		});
	}
	return {
		byName,
		broken,
		diagnostics,
		named,
		paths: documents.map((document) => document.locate("").path)
	};
}
/** Profiles that a document names at `/metadata/profiles`, by name. Null where one of them cannot be used. */
function profilesOf(names, document, kind, { byName, broken }) {
	const found = names.map((name) => byName.get(name));
	const diagnostics = found.flatMap((profile, index) => {
		const location = document.locate(`/metadata/profiles/${index}`);
		const name = names[index] ?? "";
		if (profile === void 0) {
			const related = placesOfBroken(broken, {
				kind: "Profile",
				name
			});
			return [{
				...unknownProfile(name, location, [...byName.keys()]),
				...related.length === 0 ? {} : { related }
			}];
		}
		return profile.kind === kind ? [] : [otherKind(profile, kind, location)];
	});
	const profiles = found.flatMap((profile) => profile?.state === "sound" ? [profile] : []);
	return {
		profiles: diagnostics.length > 0 || profiles.length < names.length ? null : profiles,
		diagnostics
	};
}
/** Profiles that no document names. */
function unusedProfiles({ byName }, used) {
	return [...byName.values()].filter(({ name }) => !used.has(name)).map(({ name, location }) => ({
		code: "profile-unused",
		severity: "warning",
		cause: `No document names the profile ${quoted(name)}, so what it says means nothing.`,
		mend: "Name it under metadata.profiles of a document, or delete it.",
		location
	}));
}
function unknownProfile(name, location, names) {
	const known = names.length === 0 ? "There is none." : `Known are ${names.slice(0, 40).join(", ")}.`;
	return {
		code: "profile-unknown",
		severity: "error",
		cause: `No profile is called ${quoted(name)}.`,
		mend: `${didYouMean(name, names)}${known}`,
		location
	};
}
function otherKind(profile, kind, location) {
	return {
		code: "profile-kind",
		severity: "error",
		cause: `The profile ${quoted(profile.name)} is for documents of the kind ${profile.kind}, and this is of the kind ${kind}.`,
		mend: `Name a profile for ${kind}.`,
		location,
		related: [profile.location]
	};
}
function duplicateProfile(document, first) {
	return {
		code: "duplicate-profile",
		severity: "error",
		cause: `A profile of this name stands here and at ${first.path}:${first.line}:${first.column}.`,
		mend: "Give one of the two another name.",
		location: document.locate("/metadata/name"),
		related: [first]
	};
}

// src/core/desired/assemble.ts
/** A document of an identity with all that it refers to in its place, once for each source that it names. */
function assemble(document, kind, around) {
	const referring = withFiles(document, "/spec", kind.definition.files ?? [], around);
	for (const path of referring.named) around.used.files.add(path);
	const metadata = isJsonObject(document.value) ? document.value["metadata"] : void 0;
	if (isJsonObject(metadata) && ("sources" in metadata || "profiles" in metadata)) {
		const written = [document, ...referring.files];
		const { assembled, diagnostics } = assembleShared(referring.document, written, kind, around);
		return {
			assembled,
			diagnostics: [...referring.diagnostics, ...diagnostics]
		};
	}
	const tooLarge = referring.files.length === 0 ? null : around.budget.spend([document, ...referring.files], document.locate(""));
	if (tooLarge !== null) return {
		assembled: [],
		diagnostics: [tooLarge]
	};
	const origins = originsOf(document, referring.files);
	return {
		assembled: [{
			document: referring.document,
			origins
		}],
		diagnostics: referring.diagnostics
	};
}
/** @param written what the document is made of so far, as it is written, itself first */
function assembleShared(document, written, { definition: { kind } }, around) {
	const { metadata } = document.value;
	const { sources, profiles: _profiles, ...own } = metadata;
	const shape = validate(sharingSchema, document, {
		value: metadata,
		pointer: "/metadata"
	});
	const sharing = metadata;
	const named = shape.length > 0 ? [] : sharing.profiles ?? [];
	for (const name of named) around.used.profiles.add(name);
	const { profiles, diagnostics } = profilesOf(named, document, kind, around.profiles);
	const problems = [
		...shape,
		...diagnostics,
		..."source" in own && sources !== void 0 ? [both(document)] : []
	];
	if (problems.length > 0 || profiles === null || !document.sound) return {
		assembled: [],
		diagnostics: problems
	};
	const parts = [...written, ...profiles.flatMap((profile) => profile.parts)];
	const tooLarge = around.budget.spend(parts, document.locate(""));
	if (tooLarge !== null) return {
		assembled: [],
		diagnostics: [tooLarge]
	};
	const whole = withProfiles(document, own, profiles);
	if (whole.diagnostics.length > 0) return {
		assembled: [],
		diagnostics: whole.diagnostics
	};
	const expansion = inEachSource({
		document: whole.document,
		sources: sharing.sources,
		parts
	}, around.budget);
	const origins = originsOf(document, parts.slice(1));
	return {
		assembled: expansion.documents.map((one) => ({
			document: one,
			origins
		})),
		diagnostics: expansion.diagnostics
	};
}
/** The document's own word first, then the profiles', in the order of their names. */
function withProfiles(document, metadata, profiles) {
	const own = {
		value: specOf(document.value),
		origin: {
			document,
			pointer: "/spec"
		}
	};
	const theirs = profiles.toSorted((left, right) => compareText(left.name, right.name)).map((profile) => {
		return {
			value: specOf(specOf(profile.document.value)),
			origin: {
				document: profile.document,
				pointer: "/spec/spec"
			}
		};
	});
	const spec = merge([own, ...theirs], "/spec");
	const value = {
		...document.value,
		metadata,
		spec: spec.value
	};
	const origins = spec.origins;
	return {
		document: composed(document, value, {
			origins,
			broken: NONE
		}),
		diagnostics: spec.diagnostics
	};
}
const NONE = /* @__PURE__ */ new Set();
/** What is no mapping is reported where the whole is judged. */
function specOf(value) {
	const spec = isJsonObject(value) ? value["spec"] : void 0;
	return spec === void 0 ? {} : spec;
}
function both(document) {
	return {
		code: "source-and-sources",
		severity: "error",
		cause: "metadata names one source and several.",
		mend: "Keep source or sources.",
		location: document.locateKey("/metadata/sources"),
		related: [document.locateKey("/metadata/source")]
	};
}
/** Where a document and all that it refers to begins: see Identity. */
function originsOf(document, parts) {
	const others = [...new Map(parts.map((part) => part.locate("")).map((place) => [place.path, place])).values()].toSorted((left, right) => compareText(left.path, right.path));
	return [document.locate(""), ...others];
}

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

// src/core/desired/reference.ts
/** An address in a document, judged by its spelling and by whether its source has such a kind; not whether it names anything. */
function judgeReference(address, location, context) {
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

// src/core/desired/dependencies.ts
/** What is wrong with one document's `dependsOn` whatever else is declared. */
function dependencyProblems({ address, metadata }, document, context) {
	return writtenIn(document).flatMap((wanted, index) => {
		const location = document.locate(`/metadata/dependsOn/${index}`);
		if (wanted !== address) return judgeReference(wanted, location, context).problems;
		return [{
			code: "depends-on-itself",
			severity: "error",
			cause: `${address} names itself under "dependsOn".`,
			mend: "Remove it from the list.",
			location,
			address
		}];
	});
	function writtenIn({ value }) {
		const written = value;
		return metadata.dependsOn.length === 0 ? [] : written.metadata.dependsOn ?? [];
	}
}
/**
* An error for each dependency that no document declares: nothing would ever be made before it. `identities`: whose are looked at.
* What only `before` declares is for `withDependents` to tell.
*/
function undeclaredDependencies(identities, head, before) {
	const wanting = identities.filter(({ metadata }) => metadata.dependsOn.length > 0);
	if (wanting.length === 0) return [];
	const declared = new Set([head.state, before].flatMap((state) => (state?.identities ?? []).map(({ address }) => address)));
	return wanting.flatMap(({ address, metadata, location }) => metadata.dependsOn.filter((wanted) => !declared.has(wanted)).map((wanted) => ({
		...explained(wanted, head.broken),
		code: "dependency-undeclared",
		severity: "error",
		cause: `${address} depends on ${quoted(wanted)}, which no document declares.`,
		mend: `${didYouMean(wanted, [...declared])}Declare it, or remove it from "dependsOn".`,
		location: head.locate(address, "/metadata/dependsOn") ?? location,
		address
	})));
}
function explained(wanted, broken) {
	const { kind, name } = parseAddress(wanted);
	const related = placesOfBroken(broken, {
		kind,
		name: name.at(-1) ?? ""
	});
	return related.length === 0 ? {} : { related };
}

// src/core/desired/identity.ts
/** One identity document, judged as a whole: schema, source, owner, and the provider's own checks. */
function readIdentity(assembled, kind, context) {
	const { document } = assembled;
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
	const identity = identityOf(assembled, kind, context);
	const all = [
		...diagnostics,
		...dependencyProblems(identity, document, context),
		...nameProblems(identity, kind, document),
		...lintOf(identity, kind, document)
	];
	return {
		identity: all.some(({ severity }) => severity === "error") ? null : identity,
		diagnostics: all
	};
}
function identityOf({ document, origins, hashed = document.value }, kind, context) {
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
			document: hashed,
			owner: metadata.owner
		} : hashed),
		location: document.locate(""),
		origins
	};
}
function metadataOf(input, path, context) {
	const owner = input.owner === void 0 ? null : namePeople(input.owner, context.configuration);
	return {
		owner: owner === null ? codeOwner(path, context) : owner.kind === "named" ? owner.name : null,
		purpose: input.purpose ?? null,
		expires: input.expires ?? null,
		consumers: input.consumers ?? [],
		dependsOn: (input.dependsOn ?? []).toSorted(compareText),
		adopts: input.adopts ?? null
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
function nameProblems({ address, name }, { definition: { names } }, document) {
	if (names === void 0 || new RegExp(names.pattern, "u").test(name)) return [];
	const { code, cause, mend } = names;
	return [{
		code,
		severity: "error",
		cause,
		mend,
		address,
		location: document.locate("/metadata/name")
	}];
}
function lintOf(identity, kind, document) {
	return kind.provider.lint(identity.kind, identity.spec).map(({ pointer, ...diagnostic }) => ({
		...diagnostic,
		address: identity.address,
		location: document.locate(`/spec${pointer}`)
	}));
}

// src/core/desired/manifests.ts
/** Paths of plain manifests among the inputs; `rest` are the others. */
function manifestsAmong(inputs, { configuration }) {
	const sourcesOf = manifestSources(configuration);
	const isManifest = ({ path }) => sourcesOf(path).length > 0;
	return {
		manifests: inputs.filter(isManifest),
		rest: inputs.filter((input) => !isManifest(input))
	};
}
/**
* What the plain manifests of all sources declare. @param inputs those that are manifests, sorted by path
* @param unread paths that could not be read, of whatever
*/
function readManifests(inputs, unread, context) {
	const files = inputs.map((input) => ({
		path: input.path,
		...readManifest(input, context)
	}));
	const sourcesOf = manifestSources(context.configuration);
	const bySource = context.configuration.sources.map((source) => {
		const isOwn = (path) => sourcesOf(path).includes(source);
		const own = files.filter(({ path }) => isOwn(path));
		return own.every(({ diagnostics }) => diagnostics.length === 0) && !unread.some(isOwn) ? identitiesOf(own.flatMap(({ documents }) => documents), source, context) : NOTHING$1;
	});
	return {
		identities: bySource.flatMap(({ identities }) => identities),
		diagnostics: [...files.flatMap(({ diagnostics }) => diagnostics), ...bySource.flatMap(({ diagnostics }) => diagnostics)]
	};
}
const NOTHING$1 = {
	identities: [],
	diagnostics: []
};
function readManifest(input, { configuration }) {
	if (classifier({
		...configuration,
		sources: []
	})(input.path) === "desired") return {
		documents: [],
		diagnostics: [ambiguous(input.path)]
	};
	const { documents, diagnostics } = parseYaml(input);
	const problems = documents.flatMap((document) => [...secretProblems(document), ...misplaced(document)]);
	return {
		documents,
		diagnostics: [...diagnostics, ...problems]
	};
}
function identitiesOf(documents, source, { providers }) {
	const provider = providers.find(({ name }) => name === source.provider);
	if (provider?.manifests === void 0 || documents.length === 0) return NOTHING$1;
	const { identities, diagnostics } = provider.manifests(byContent(documents), source);
	const read = identities.map((identity) => {
		const definition = provider.kinds.find(({ kind }) => kind === identity.kind);
		if (definition === void 0) throw new TypeError(`${provider.name} has no kind ${identity.kind}.`);
		return {
			kind: {
				provider,
				definition
			},
			...asDocument(identity, source)
		};
	});
	return {
		identities: read.filter(({ problems }) => problems.length === 0),
		diagnostics: [...diagnostics, ...read.flatMap(({ problems }) => problems)]
	};
}
/** Where a manifest stands means nothing, also in what is made of several. */
function byContent(documents) {
	return documents.map((document) => ({
		document,
		hash: hashJson(document.value)
	})).toSorted((left, right) => compareText(left.hash, right.hash)).map(({ document }) => document);
}
function asDocument(identity, source) {
	const { document, others, kind, name, namespace, spec } = identity;
	const { metadata: annotated, places, diagnostics } = annotatedMetadata(document, identity.annotations);
	const metadata = {
		name,
		...namespace === void 0 ? {} : { namespace },
		source: source.name,
		...annotated
	};
	const value = {
		apiVersion: API_VERSION,
		kind,
		metadata,
		spec
	};
	const origins = new Map([
		["/spec", {
			document,
			pointer: ""
		}],
		...[...identity.places].map(([pointer, origin]) => [`/spec${pointer}`, origin]),
		...[...places].map(([pointer, origin]) => [`/metadata${pointer}`, origin])
	]);
	const documents = [document, ...others].map((one) => hashJson(one.value)).sort();
	return {
		assembled: {
			document: composed(document, value, {
				origins,
				broken: /* @__PURE__ */ new Set()
			}),
			origins: originsOf(document, others),
			hashed: {
				identity: value,
				documents
			}
		},
		problems: diagnostics
	};
}
function ambiguous(path) {
	return {
		code: "manifest-and-document",
		severity: "error",
		cause: "This file is named as a plain manifest and by a glob under 'desired', so it was not read.",
		mend: "Let one of the two globs of the configuration leave it out.",
		location: {
			path,
			line: 1,
			column: 1
		}
	};
}
/** It would be declared by nobody, without a word. */
function misplaced(document) {
	if (!isJsonObject(document.value) || document.value["apiVersion"] !== "countersign.dev/v1") return [];
	return [{
		code: "document-among-manifests",
		severity: "error",
		cause: "This is a document of Countersign, in a file of plain manifests.",
		mend: "Move it to where a glob under 'desired' finds it.",
		location: document.locate("")
	}];
}

// src/core/desired/reconciliation.ts
function readReconciliation(document, context) {
	const shape = validate(reconciliationSchema, document);
	if (shape.length > 0 || !document.sound) return {
		reconciliation: null,
		diagnostics: shape
	};
	const { metadata, spec } = document.value;
	const judged = spec.addresses.map((address, index) => judgeReference(address, document.locate(`/spec/addresses/${index}`), context));
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
* @param unread paths of inputs that could not be read, as others say: what is made of several may lack a part
*/
function load(inputs, context, unread = []) {
	const sorted = inputs.toSorted((left, right) => compareText(left.path, right.path));
	const { manifests, rest } = manifestsAmong(sorted, context);
	const values = readValueFiles(rest.filter(({ path }) => isValueFile(path)));
	const parsed = rest.filter(({ path }) => !isValueFile(path)).map(parseYaml);
	const documents = parsed.flatMap((file) => file.documents);
	const unreadable = brokenFiles(parsed);
	const profiles = readProfiles(documents.filter(isProfile), {
		context,
		files: values.files,
		broken: unreadable
	});
	const around = {
		context,
		files: values.files,
		profiles,
		budget: new WeightBudget(),
		used: {
			files: new Set(profiles.named),
			profiles: /* @__PURE__ */ new Set()
		}
	};
	const each = documents.filter((document) => !isProfile(document)).map((document) => ({
		document,
		results: read(document, around)
	}));
	const results = [...each.flatMap((one) => one.results), ...ofManifests(manifests, unread, context)];
	const identities = unique(results.flatMap(({ identity }) => identity ?? []), ({ address }) => address, duplicateAddress);
	const requests = unique(results.flatMap(({ reconciliation }) => reconciliation ?? []), ({ name }) => name, duplicateRequest);
	const whole = /* @__PURE__ */ new Map();
	for (const { identity, document } of results) if (identity !== null && document !== null && !whole.has(identity.address)) whole.set(identity.address, document);
	return {
		state: {
			identities: identities.kept.toSorted((left, right) => compareText(left.address, right.address)),
			reconciliations: requests.kept.toSorted((left, right) => compareText(left.name, right.name))
		},
		diagnostics: ordered([
			...values.diagnostics,
			...parsed.flatMap(({ diagnostics }) => diagnostics),
			...profiles.diagnostics,
			...saidOnce(results),
			...identities.repeated,
			...requests.repeated,
			...unusedFiles(values, around.used.files),
			...unusedProfiles(profiles, around.used.profiles),
			...unknowableOwners(identities.kept, context.configuration.codeOwners)
		]),
		locate: (address, pointer) => whole.get(address)?.locate(pointer) ?? null,
		broken: [...unreadable, ...each.flatMap((one) => brokenOf(one, [...values.diagnostics, ...profiles.diagnostics]))],
		parts: [.../* @__PURE__ */ new Set([
			...values.files.keys(),
			...profiles.paths,
			...manifests.map(({ path }) => path)
		])].sort(compareText)
	};
}
const NOTHING = {
	document: null,
	identity: null,
	reconciliation: null
};
function read(document, around) {
	const header = headerOf(document, around.context);
	if (header.kind === "refused") return [{
		...NOTHING,
		diagnostics: header.diagnostics
	}];
	const secrets = secretProblems(document);
	const judged = judge(document, header.name, around);
	if (secrets.length === 0) return judged;
	return [{
		...NOTHING,
		diagnostics: [...judged.flatMap(({ diagnostics }) => diagnostics), ...secrets]
	}];
}
/** @param elsewhere what is wrong in what the document may be made of besides */
function brokenOf({ document, results }, elsewhere) {
	if (results.some(({ identity, reconciliation }) => identity !== null || reconciliation !== null)) return [];
	const own = results.flatMap(({ diagnostics }) => diagnostics);
	return [brokenDocument(document, own.some(({ severity }) => severity === "error") ? own : elsewhere)];
}
function judge(document, name, around) {
	const { context } = around;
	if (name === "Reconciliation") return [{
		...NOTHING,
		...readReconciliation(document, context)
	}];
	const kind = findKind(context, name);
	if (kind === null) return [{
		...NOTHING,
		diagnostics: [unknownKind(name, document, context)]
	}];
	const { assembled, diagnostics } = assemble(document, kind, around);
	return [{
		...NOTHING,
		diagnostics
	}, ...assembled.map((one) => identified(one, kind, context))];
}
function ofManifests(inputs, unread, context) {
	const { identities, diagnostics } = readManifests(inputs, unread, context);
	return [{
		...NOTHING,
		diagnostics
	}, ...identities.map(({ assembled, kind }) => identified(assembled, kind, context))];
}
function identified(assembled, kind, context) {
	return {
		...NOTHING,
		document: assembled.document,
		...readIdentity(assembled, kind, context)
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
/** What several identities have from one place is said of the first of them. */
function saidOnce(results) {
	const said = /* @__PURE__ */ new Set();
	return results.flatMap(({ diagnostics }) => {
		const anew = diagnostics.filter((one) => !said.has(placeKey(one)));
		for (const one of anew) said.add(placeKey(one));
		return anew;
	});
}
function placeKey({ code, location }) {
	return JSON.stringify([code, location]);
}

// src/core/desired/outside.ts
/** An error for each document whose identity its source does not manage: it would neither be read nor ever be applied. */
function outsideBoundaries(identities, { locate }, bounds) {
	return outsideAmong(identities, bounds, ({ spec }) => ({ spec })).map(({ identity, reason }) => {
		const { address, source, location } = identity;
		const [pointer, what] = placeOf(identity, reason);
		return {
			code: reason.code,
			severity: "error",
			cause: reason.message,
			mend: `Correct the ${what}, or widen the boundary of ${source} in a pull request of its own.`,
			location: locate(address, pointer) ?? location,
			address
		};
	});
}
/** Where a document says what is outside, and what that is. */
function placeOf({ namespace }, { pointer }) {
	if (pointer !== void 0) return [`/spec${pointer}`, pointer.slice(pointer.lastIndexOf("/") + 1)];
	return namespace === null ? ["/metadata/name", "name"] : ["/metadata/namespace", "namespace or the name"];
}
/** A warning for each document that goes and was of no effect: whatever it asked for at the end is not done. */
function lettingGo(gone, bounds) {
	return outsideAmong(gone, bounds, () => ({})).map(({ identity: { address }, reason }) => ({
		code: reason.code,
		severity: "warning",
		cause: `${reason.message} Its document goes, and nothing is done to what is live.`,
		mend: "Remove by hand what shall not stay.",
		address
	}));
}
function outsideAmong(identities, { sources, providers }, besides) {
	const byName = new Map(sources.map((source) => [source.name, source]));
	const known = new Map([...providers].map((provider) => [provider.name, provider]));
	return identities.flatMap((identity) => {
		const source = byName.get(identity.source);
		const reason = source && known.get(source.provider)?.outside(source, {
			address: identity.address,
			steps: [],
			...besides(identity)
		});
		return reason === void 0 || reason === null ? [] : [{
			identity,
			reason
		}];
	});
}

export { withoutFollowing as a, undeclaredDependencies as i, outsideBoundaries as n, load as r, lettingGo as t };