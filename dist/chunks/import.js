import { r as classifier, u as CONFIGURATION_PATH } from "./overlooked.js";
import { t as sourceNamed } from "./source-named.js";
import { t as CountersignError } from "./errors.js";
import { a as isWhollyUnread } from "./read-live.js";
import { E as namePeople } from "./set.js";
import { a as visible, r as forbiddenCharacter } from "./text.js";
import { n as openConfiguration } from "./configuration.js";
import { a as formatDiagnostics } from "./inputs.js";
import { t as runWith } from "./given.js";
import { t as API_VERSION } from "./envelope.js";
import { r as load } from "./outside.js";
import { s as changeOf } from "./plan-live.js";
import { t as writeYaml } from "./write.js";
import { r as readBoundaries, t as liveLine } from "./progress.js";
import { n as hasErrors, t as declared } from "./planning.js";
import { createHash } from "node:crypto";
import { dirname, posix, relative, resolve, sep } from "node:path";

// src/cli/import-document.ts
/** More than anybody reads would only make the file too large to be read. */
const LISTED = 200;
/**
* Writes what is live as a document and proves it: the document is read back, and its plan against the same live state has no steps.
* What cannot be said is left out, attribute by attribute, and so stays unmanaged; all of it where not even the name can be said.
*/
function documentFor(object, context) {
	const { provider, live } = context.source;
	const imported = provider.toDocument(object, live);
	const whole = attempt(imported, imported.spec, context);
	if (whole.kind === "sound") return finished(object, imported, whole.yaml, []);
	const kept = [];
	const left = [];
	for (const [attribute, value] of Object.entries(imported.spec)) {
		const tried = attempt(imported, { [attribute]: value }, context);
		if (tried.kind === "sound") kept.push([attribute, value]);
		else left.push({
			address: object.address,
			what: `spec.${attribute}`,
			detail: tried.reason
		});
	}
	const rest = attempt(imported, Object.fromEntries(kept), context);
	if (rest.kind === "sound" && left.length > 0) return finished(object, imported, rest.yaml, left);
	return {
		address: object.address,
		what: object.kind,
		detail: whole.reason
	};
}
function finished({ address, managedBy }, { kind, name, namespace, notModelled, caution }, yaml, left) {
	return {
		address,
		kind,
		name,
		namespace: namespace ?? null,
		yaml,
		notModelled: [...notModelled, ...left],
		caution: cautionOf(caution, managedBy)
	};
}
/** Its document describes it, and changes nothing until it adopts it. */
function cautionOf(caution, manager) {
	const claims = manager === void 0 ? [] : [`belongs to ${manager.tool} (${manager.evidence})`];
	const all = [...caution === void 0 || caution === "" ? [] : [caution], ...claims];
	return all.length === 0 ? null : all.join(", ");
}
function attempt({ kind, name, namespace }, spec, context) {
	const { owner, source } = context;
	const metadata = {
		name,
		...namespace === void 0 ? {} : { namespace },
		source: source.configuration.name,
		...owner === null ? {} : { owner }
	};
	try {
		const yaml = writeYaml({
			apiVersion: API_VERSION,
			kind,
			metadata,
			spec
		});
		const problem = problemOf(yaml, context);
		return problem === null ? {
			kind: "sound",
			yaml
		} : {
			kind: "unsound",
			reason: problem
		};
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return {
			kind: "unsound",
			reason: `${error.message} (${error.evidence ?? error.code})`
		};
	}
}
/** What keeps a document from meaning exactly what is live; null when nothing does. */
function problemOf(yaml, { configuration, providers, source }) {
	const { state, diagnostics } = load([{
		path: "imported.yaml",
		bytes: Buffer.from(yaml)
	}], {
		providers,
		configuration
	});
	const error = diagnostics.find(({ severity }) => severity === "error");
	if (error !== void 0) return `${error.cause} (${error.code})`;
	const [head] = state.identities;
	if (head === void 0) return "It reads back as no identity.";
	const { steps, blocked } = changeOf({
		address: head.address,
		base: null,
		head,
		request: null
	}, source);
	const [reason] = blocked;
	if (reason !== void 0) return `${reason.message} (${reason.code})`;
	return steps.length === 0 ? null : "Planning a document of it would change it.";
}
/** The comment in front of a document. `schema`: path or URL of the kind's JSON Schema. */
function headerOf(schema, { notModelled }, source) {
	const left = notModelled.map(({ what, detail }) => `- ${what}: ${detail}`);
	return [
		`yaml-language-server: $schema=${schema}`,
		...left.length === 0 ? [] : [`Imported from ${source.configuration.name}. Not modelled, and so not managed:`, ...left.slice(0, LISTED)],
		...left.length > LISTED ? [`- … and ${left.length - LISTED} more`] : []
	].map((line) => `# ${writable(visible(line))}\n`).join("");
}
/** Noncharacters are no controls, but no document may hold them, not even in a comment. */
function writable(line) {
	return Array.from(line, (character) => forbiddenCharacter(character) === null ? character : "�").join("");
}

// src/cli/import-name.ts
/** Characters; the longest name that every file system takes is 255 bytes, and an ending follows. */
const LONGEST = 200;
const KEPT = 150;
/** Windows takes these for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/u;
/**
* A file name, without its ending, for the name of an identity: small letters, digits, `.`, `_` and `-` stand for themselves,
* everything else as the percent-encoded bytes of its UTF-8. Capital letters are encoded, so that two names never meet,
* not even where file systems do not tell case apart; what is too long ends in `~` and the hash of the whole.
*/
function fileNameOf(name) {
	const encoded = [...Buffer.from(name, "utf8")].map((byte, index) => encode(byte, index === 0)).join("");
	const safe = DEVICE.test(encoded) ? `${percent(encoded.charCodeAt(0))}${encoded.slice(1)}` : encoded;
	if (safe.length <= LONGEST) return safe;
	const hash = createHash("sha256").update(name, "utf8").digest("hex").slice(0, 32);
	return `${safe.slice(0, KEPT).replace(/%.?$/u, "")}~${hash}`;
}
/** Hidden files and what looks like an option begin with a mark. */
function encode(byte, first) {
	const character = String.fromCharCode(byte);
	return (first ? /[a-z0-9_]/u : /[a-z0-9._-]/u).test(character) ? character : percent(byte);
}
function percent(byte) {
	return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

// src/cli/import-files.ts
/** A document for each live identity that was read and is not declared. */
function importLive(context, declared) {
	const { live } = context.source;
	const unread = live.unreadable.filter(({ pointer }) => pointer === null);
	const broken = new Set(unread.map(({ address }) => address));
	const results = live.objects.filter(({ address }) => !declared.has(address) && !broken.has(address)).map((object) => documentFor(object, context));
	const documents = results.flatMap((one) => "yaml" in one ? [withHidden(one, live)] : []);
	const left = results.flatMap((one) => "yaml" in one ? one.notModelled : [one]);
	const known = live.objects.filter(({ address }) => declared.has(address)).length;
	const notModelled = [.../* @__PURE__ */ new Set([
		...live.notModelled,
		...hiddenIn(live),
		...left
	])];
	return {
		source: context.source,
		documents,
		known,
		notModelled,
		unread
	};
}
/** What was seen to be there and not read is in no document either. */
function hiddenIn({ unreadable }) {
	return unreadable.flatMap(({ address, pointer, reason }) => pointer === null ? [] : [{
		address,
		what: `${pointer} was not read`,
		detail: reason.message
	}]);
}
function withHidden(document, live) {
	const hidden = hiddenIn(live).filter(({ address }) => address === document.address);
	return {
		...document,
		notModelled: [...document.notModelled, ...hidden]
	};
}
/** Writes all files or, where one is in the way, none. @returns the exit code. */
async function writeImported(context, imported, to) {
	const { stdout, stderr, files } = context;
	const paths = imported.documents.map((document) => ({
		document,
		path: pathOf(document, imported.source, to.out)
	}));
	const inTheWay = await obstacles(context, paths, to.how);
	if (inTheWay.length > 0) {
		stderr.write(inTheWay.map((line) => `${visible(line)}\n`).join(""));
		stderr.write("Nothing was written. Move these away, or replace the files with --force.\n");
		return 1;
	}
	for (const { document, path } of paths) {
		const header = headerOf(schemaFor(context.cwd, path, document.kind, to.schemas), document, imported.source);
		if (await files.write(path, Buffer.from(`${header}${document.yaml}`), to.how) !== "written") throw appeared(path);
		stdout.write(`wrote ${visible(path)}\n`);
	}
	for (const { address, what, detail } of imported.notModelled) stdout.write(`${visible(`not modelled: ${address === null ? "" : `${address}: `}${what}: ${detail}`)}\n`);
	for (const { address, reason } of imported.unread) stdout.write(`${visible(`not read: ${address ?? ""}: ${reason.code}: ${reason.message}`)}\n`);
	stderr.write(summary(imported));
	stderr.write(cautions(paths));
	if (await isMissing(files, to.schemas)) stderr.write(`Editors find no schemas in ${visible(to.schemas)}: run 'countersign schemas --out ${visible(to.schemas)}' once.\n`);
	const classify = classifier(to.configuration);
	if (paths.some(({ path }) => classify(fromRoot(context.cwd, path)) !== "desired")) stderr.write(`Some of these paths are not among the configuration's desired globs, so nothing reads them there: ${to.configuration.desired.join(", ")}\n`);
	return imported.unread.length === 0 ? 0 : 1;
}
/** What is rarely meant when everything is imported. */
function cautions(written) {
	const lines = written.flatMap(({ document: { caution }, path }) => caution === null ? [] : [`  ${visible(`${path}: ${caution}`)}\n`]);
	if (lines.length === 0) return "";
	return `Delete the documents of what Countersign shall not manage, and exclude it in the source's boundary:
${lines.join("")}`;
}
async function isMissing(files, schemas) {
	if (isUrl(schemas)) return false;
	return (await files.read(posix.join(schemas.split(sep).join("/"), "Document.json"), 0)).kind === "absent";
}
function isUrl(schemas) {
	return /^[a-z][a-z0-9+.-]*:\/\//u.test(schemas);
}
/** A provider with several kinds gets a folder for each, and a namespace one within, since names are unique only there. */
function pathOf({ kind, name, namespace }, { provider }, out) {
	const folder = provider.kinds.length > 1 ? posix.join(out, kind.toLowerCase()) : out;
	const within = namespace === null ? folder : posix.join(folder, fileNameOf(namespace));
	return posix.join(within, `${fileNameOf(name)}.yaml`);
}
async function obstacles({ files }, paths, how) {
	const found = [];
	for (const { path } of paths) {
		const { kind } = await files.read(path, 0);
		if (kind === "symlink") found.push(`${path}: is or goes through a symbolic link`);
		else if (kind === "not-a-file") found.push(`${path}: is not a file`);
		else if (kind !== "absent" && how === "create") found.push(`${path}: is there already`);
	}
	return found;
}
function schemaFor(cwd, path, kind, schemas) {
	if (isUrl(schemas)) return `${schemas.replace(/\/$/u, "")}/${kind}.json`;
	return `${relative(dirname(resolve(cwd, path)), resolve(cwd, schemas)).split(sep).join("/")}/${kind}.json`;
}
function fromRoot(cwd, path) {
	return relative(cwd, resolve(cwd, path)).split(sep).join("/");
}
function summary({ documents, known, notModelled, unread }) {
	return `${[
		`${documents.length} ${documents.length === 1 ? "document" : "documents"} written`,
		`${known} declared already`,
		`${notModelled.length} ${notModelled.length === 1 ? "fact" : "facts"} not modelled`,
		...unread.length === 0 ? [] : [`${unread.length} not read`]
	].join(", ")}.\n`;
}
function appeared(path) {
	return new CountersignError("file-in-the-way", "A file appeared where a document was to be written.", {
		evidence: path,
		mend: "Run the import again: what was written is declared now."
	});
}

// src/cli/import.ts
const definition = {
	name: "import",
	help: [
		"Writes one document for each identity that is live within the source's boundary and that no document declares yet.",
		"A document says exactly what is live, so planning right after has nothing to do. Nothing live is touched.",
		"Without a boundary that is every one of them: in PostgreSQL, logins of Countersign's own, superusers and owners of databases are named, so that you can delete their documents.",
		"What no document can say is left out, listed by name on the standard output and in a comment of the document, and so stays unmanaged.",
		"Files are named after the identities, with everything but small letters, digits, dots, underscores and hyphens percent-encoded.",
		"Exits with 1, and writes nothing, when the source could not be read, the documents that are there have errors, or a file is in the way.",
		"Exits with 1, too, when single identities could not be read."
	].join("\n"),
	options: {
		out: {
			type: "text",
			value: "DIR",
			description: "Where the files go. Required."
		},
		config: {
			type: "text",
			value: "FILE",
			description: "The configuration.",
			default: CONFIGURATION_PATH
		},
		owner: {
			type: "text",
			value: "NAME",
			description: "Who answers for them. Without it, the source's owner does."
		},
		schemas: {
			type: "text",
			value: "DIR|URL",
			description: "Where editors find the JSON Schemas, for each file's first line; 'countersign schemas' writes them.",
			default: "schemas"
		},
		force: {
			type: "flag",
			description: "Replace files that are in the way."
		}
	},
	positionals: {
		name: "SOURCE",
		minimum: 1,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => importSource(context, given))
};
async function importSource(context, given) {
	const out = given.text("out");
	if (out === null) throw new CountersignError("out-missing", "Where to is not said.", { mend: "Give --out DIR." });
	const opened = await openConfiguration(context, given);
	if (opened === null) return refused(context, "");
	const { configuration, providers } = opened;
	const source = sourceNamed(configuration, given.positionals[0] ?? "");
	const provider = providers.get(source.provider);
	if (provider === void 0) throw new TypeError(`The configuration was read with no provider ${source.provider}.`);
	const owner = ownerOf(configuration, given.text("owner"));
	const known = await declared(context.files, configuration, providers);
	if (hasErrors(known)) return refused(context, formatDiagnostics(known.diagnostics, "text"));
	const line = liveLine(context.stderr);
	const reading = {
		configuration,
		providers,
		env: context.env,
		report: line.report
	};
	const live = (await readBoundaries(reading, [source], NOTHING_DECLARED).finally(line.clear)).get(source.name);
	if (live === void 0 || isWhollyUnread(live)) return refused(context, unreadLines(live));
	const facts = {
		configuration: source,
		provider,
		live,
		objects: new Map(live.objects.map((object) => [object.address, object])),
		creates: /* @__PURE__ */ new Map(),
		declared: /* @__PURE__ */ new Map(),
		gaps: "shown"
	};
	const declaredAlready = new Set(known.state.identities.map(({ address }) => address));
	const imported = importLive({
		configuration,
		providers: [...providers.values()],
		source: facts,
		owner
	}, declaredAlready);
	return await writeImported(context, imported, {
		out,
		schemas: given.text("schemas") ?? "",
		how: given.flag("force") ? "replace" : "create",
		configuration
	});
}
const NOTHING_DECLARED = {
	identities: [],
	reconciliations: []
};
function ownerOf(configuration, owner) {
	if (owner === null) return null;
	const named = namePeople(owner, configuration);
	if (named.kind === "named") return owner;
	throw new CountersignError(named.problem.code, named.problem.cause, { mend: named.problem.mend });
}
function unreadLines(live) {
	return (live?.unreadable.map(({ reason }) => `${reason.code}: ${reason.message}`) ?? ["It was not read."]).map((text) => `${visible(text)}\n`).join("");
}
function refused({ stderr }, lines) {
	stderr.write(`${lines}Nothing was written.\n`);
	return 1;
}

export { command };