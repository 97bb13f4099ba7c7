import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { i as parseAddress, n as formatAddress, t as compareText } from "./address.js";
import { d as patternMark, l as isPatternMark, n as escapePointer } from "./leaves.js";
import { a as visible, i as quoted } from "./text.js";
import { n as withArticle, t as secretShape } from "./secret-shape.js";

// src/providers/postgres/names/privileges.ts
/** What ALL means, by class: what every supported server knows, so that an upgrade never changes the meaning of a document. */
const ALL = {
	database: [
		"CONNECT",
		"CREATE",
		"TEMPORARY"
	],
	schema: ["CREATE", "USAGE"],
	table: [
		"DELETE",
		"INSERT",
		"REFERENCES",
		"SELECT",
		"TRIGGER",
		"TRUNCATE",
		"UPDATE"
	],
	column: [
		"INSERT",
		"REFERENCES",
		"SELECT",
		"UPDATE"
	],
	sequence: [
		"SELECT",
		"UPDATE",
		"USAGE"
	],
	function: ["EXECUTE"],
	procedure: ["EXECUTE"],
	type: ["USAGE"]
};
/** server_version_num from which a privilege exists, where it is not all supported ones. */
const MAINTAIN_SINCE = 17e4;
/** Every keyword that a document may use. */
const PRIVILEGES$1 = [
	"ALL",
	"CONNECT",
	"CREATE",
	"DELETE",
	"EXECUTE",
	"INSERT",
	"MAINTAIN",
	"REFERENCES",
	"SELECT",
	"TEMPORARY",
	"TRIGGER",
	"TRUNCATE",
	"UPDATE",
	"USAGE"
];
/** The privileges that a class knows on some supported server; MAINTAIN is never part of ALL. */
function privilegesOf$1(objectClass) {
	return objectClass === "table" ? [...ALL.table, "MAINTAIN"] : ALL[objectClass];
}
function expandPrivileges(objectClass, declared) {
	return [...new Set(declared.flatMap((privilege) => privilege === "ALL" ? ALL[objectClass] : [privilege]))];
}
function isSupportedBy(version, privilege) {
	return privilege !== "MAINTAIN" || version >= MAINTAIN_SINCE;
}
/** What an owner holds while nobody revoked it, on this server. */
function ownerPrivileges(objectClass, version) {
	return privilegesOf$1(objectClass).filter((privilege) => objectClass !== "column" && isSupportedBy(version, privilege));
}
/** What PUBLIC holds where the ACL is NULL (acldefault). */
function publicPrivileges(objectClass) {
	switch (objectClass) {
		case "database": return ["CONNECT", "TEMPORARY"];
		case "function":
		case "procedure": return ["EXECUTE"];
		case "type": return ["USAGE"];
		case "schema":
		case "table":
		case "column":
		case "sequence": return [];
	}
}

// src/providers/postgres/kinds.ts
const ROLE_KIND = "PostgresRole";
const othersKeep = {
	type: "object",
	description: "Stands in a list that is not exhaustive: what the list does not name is left as it is.",
	additionalProperties: false,
	required: ["others"],
	properties: { others: {
		const: "keep",
		description: "What the list does not name is kept."
	} }
};
const roleName = {
	type: "string",
	description: "Name of a role exactly as the cluster has it, without SQL quotes.",
	minLength: 1,
	maxLength: 63
};
const databaseName = {
	type: "string",
	description: "Name of one of the source's databases, without SQL quotes. May be left out where the source has only one.",
	minLength: 1,
	maxLength: 63
};
function objects$1(description) {
	return {
		description,
		anyOf: [{
			type: "string",
			minLength: 1,
			maxLength: 1e3
		}, {
			type: "array",
			minItems: 1,
			maxItems: 1e4,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 1e3
			}
		}]
	};
}
const privileges = {
	type: "array",
	description: "Privilege keywords. ALL stands for those that every supported server version knows: MAINTAIN is always named.",
	minItems: 1,
	maxItems: 20,
	items: { enum: PRIVILEGES$1 }
};
const grantable = {
	type: "boolean",
	description: "Whether the role may grant these privileges on (WITH GRANT OPTION)."
};
const settingValues = {
	type: "object",
	description: "Setting name to value. Only settings of PostgreSQL itself: values of custom ones are never shown.",
	maxProperties: 500,
	additionalProperties: {
		type: [
			"string",
			"number",
			"boolean"
		],
		description: "Value as SET takes it, such as 5min."
	}
};
const grant = {
	type: "object",
	description: "One grant: on what, and which privileges.",
	additionalProperties: false,
	required: ["on", "privileges"],
	properties: {
		on: {
			type: "object",
			description: "One class of objects with names as SQL spells them: schema.name, in double quotes where not plain lower case. A star outside of quotes makes a pattern, such as billing.*.",
			additionalProperties: false,
			minProperties: 1,
			maxProperties: 1,
			properties: {
				databases: objects$1("Databases of the source; grants on others are not this source's."),
				schemas: objects$1("Schemas, or patterns of them."),
				tables: objects$1("Tables, partitioned and foreign tables, views and materialized views, or patterns of them."),
				columns: objects$1("Columns as schema.table.column."),
				sequences: objects$1("Sequences, or patterns of them."),
				functions: objects$1("Functions, aggregates and window functions with their argument types, as in billing.total(integer), or patterns without."),
				procedures: objects$1("Procedures with their argument types, or patterns without."),
				types: objects$1("Types and domains, or patterns of them."),
				domains: objects$1("Domains: the same as types.")
			}
		},
		database: databaseName,
		privileges,
		grantable
	}
};
const defaultGrant = {
	type: "object",
	description: "What the role is to get on objects that another role creates later (ALTER DEFAULT PRIVILEGES).",
	additionalProperties: false,
	required: [
		"createdBy",
		"on",
		"privileges"
	],
	properties: {
		createdBy: {
			...roleName,
			description: "The role whose new objects this is about."
		},
		in: {
			type: "string",
			description: "Schema, without SQL quotes; left out: every schema of the database.",
			minLength: 1,
			maxLength: 63
		},
		on: {
			enum: [
				"tables",
				"sequences",
				"functions",
				"types",
				"schemas"
			],
			description: "Class of the new objects; functions are all routines."
		},
		database: databaseName,
		privileges,
		grantable
	}
};
const membership = {
	type: "object",
	description: "Membership with its options.",
	additionalProperties: false,
	required: ["role"],
	properties: {
		role: roleName,
		admin: {
			type: "boolean",
			description: "May grant the membership on (WITH ADMIN OPTION). Default false."
		},
		inherit: {
			type: "boolean",
			description: "Uses the role's privileges without SET ROLE; PostgreSQL 16 and later. Default true."
		},
		set: {
			type: "boolean",
			description: "May SET ROLE to it; PostgreSQL 16 and later. Default true."
		}
	}
};
const specSchema = {
	type: "object",
	description: "What the role is and may do. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		login: {
			type: "boolean",
			description: "May log in (LOGIN)."
		},
		superuser: {
			type: "boolean",
			description: "Bypasses every check (SUPERUSER)."
		},
		createDatabase: {
			type: "boolean",
			description: "May create databases (CREATEDB)."
		},
		createRole: {
			type: "boolean",
			description: "May create and manage roles (CREATEROLE)."
		},
		inherit: {
			type: "boolean",
			description: "Uses privileges of roles it is a member of (INHERIT); since PostgreSQL 16 the default for new memberships."
		},
		replication: {
			type: "boolean",
			description: "May stream replication and take base backups (REPLICATION)."
		},
		bypassRowSecurity: {
			type: "boolean",
			description: "Is not subject to row security policies (BYPASSRLS)."
		},
		connectionLimit: {
			type: "integer",
			description: "Concurrent connections; -1: no limit.",
			minimum: -1,
			maximum: 2147483647
		},
		validUntil: {
			type: ["string", "null"],
			description: "Until when the password is good: RFC 3339 such as 2027-03-31T00:00:00Z, or infinity (also null) for no end.",
			maxLength: 40
		},
		comment: {
			type: ["string", "null"],
			description: "Comment on the role; null: none.",
			maxLength: 1e5
		},
		settings: {
			type: "object",
			description: "Settings that sessions of the role start with (ALTER ROLE … SET).",
			additionalProperties: false,
			properties: {
				everywhere: {
					...settingValues,
					description: "Settings in every database."
				},
				databases: {
					type: "object",
					description: "Database name to settings in that database only.",
					maxProperties: 1e3,
					additionalProperties: settingValues
				},
				others: {
					const: "keep",
					description: "Settings that are not named here are kept."
				}
			}
		},
		memberOf: {
			type: "array",
			description: "Roles that this role is a member of.",
			maxItems: 1e4,
			items: { anyOf: [
				roleName,
				membership,
				othersKeep
			] }
		},
		grants: {
			type: "array",
			description: "Privileges on objects, in all databases of the source.",
			maxItems: 1e4,
			items: { anyOf: [grant, othersKeep] }
		},
		defaultPrivileges: {
			type: "array",
			description: "Default privileges for this role on objects created later.",
			maxItems: 1e4,
			items: { anyOf: [defaultGrant, othersKeep] }
		}
	}
};
const deleteSchema = {
	type: "object",
	description: "How the role is deleted.",
	additionalProperties: false,
	properties: { reassignOwnedTo: {
		...roleName,
		description: "Role that receives what this one owns, in every database of the source; then DROP OWNED takes its privileges."
	} }
};
const roleKind = {
	kind: ROLE_KIND,
	identityClass: "database role",
	specSchema,
	deleteSchema,
	immutable: []
};
/** JSON Schema of a source's `boundary`: which roles are this source's identities. */
const boundarySchema = {
	type: "object",
	description: "Which roles are managed at all, by name. Roles that begin with pg_ never are.",
	additionalProperties: false,
	properties: {
		include: {
			type: "array",
			description: "Patterns of role names, a star standing for any text. Left out: every role.",
			minItems: 1,
			maxItems: 1e3,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 200
			}
		},
		exclude: {
			type: "array",
			description: "Patterns of role names that are left out again.",
			maxItems: 1e3,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 200
			}
		}
	}
};
/** JSON Schema of a source's `options`. */
const optionsSchema = {
	type: "object",
	description: "What the source needs besides its connection.",
	additionalProperties: false,
	properties: {
		databases: {
			type: "array",
			description: "Databases of the cluster that are managed, in the order of the steps. Left out: the connection's own.",
			minItems: 1,
			maxItems: 1e3,
			uniqueItems: true,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 63
			}
		},
		writer: {
			type: "string",
			description: "Role that the write connection logs in as, so that a plan can say beforehand what it could not do.",
			minLength: 1,
			maxLength: 63
		}
	}
};

// src/providers/postgres/catalog/cast.ts
/** PUBLIC in ACLs. */
const PUBLIC_OID = "0";
/** PUBLIC in facts: no role may have this name. */
const PUBLIC = "public";
function castOf(source, roles, identities, actors) {
	const names = new Map(roles.map(([oid, name]) => [oid ?? "", name ?? ""]));
	return {
		nameOf: (oid) => oid === "0" ? PUBLIC : names.get(oid ?? "") ?? null,
		isIdentity: (oid) => oid !== null && identities.has(oid),
		isActor: (oid) => actors.has(oid),
		addressOf: (role) => formatAddress({
			source,
			kind: ROLE_KIND,
			name: [role]
		})
	};
}
/** oids of a role and of all that it is a member of. Rows as `ClusterRows` has them. */
function reachedBy(writer, roles, memberships) {
	const start = roles.find(([, name]) => name === writer)?.[0];
	const reached = new Set(typeof start === "string" ? [start] : []);
	for (const oid of reached) for (const [role, member] of memberships) if (member === oid && typeof role === "string") reached.add(role);
	return reached;
}

// src/providers/postgres/own.ts
/** Looks a name up that a live system or a document chose: `constructor` and `__proto__` are names like any other. */
function own(record, name) {
	return record !== void 0 && Object.hasOwn(record, name) ? record[name] : void 0;
}
/** As Object.fromEntries, in half its time: large estates make many of them. */
function recordOf(entries) {
	const record = {};
	for (const [name, value] of entries) if (name === "__proto__") Object.defineProperty(record, name, {
		value,
		...PLAIN$1
	});
	else record[name] = value;
	return record;
}
/** Assigning to `__proto__` would set the prototype. */
const PLAIN$1 = {
	enumerable: true,
	writable: true,
	configurable: true
};
/** The record without entries that `keep` maps to undefined. */
function mapEntries(record, map) {
	const entries = [];
	for (const name of Object.keys(record)) {
		const value = own(record, name);
		const mapped = value === void 0 ? void 0 : map(name, value);
		if (mapped !== void 0) entries.push([name, mapped]);
	}
	return recordOf(entries);
}
function isEmpty(record) {
	return Object.keys(record).length === 0;
}

// src/providers/postgres/access/predefined.ts
/** Whoever owns the current database has its privileges, without being made a member. */
const DATABASE_OWNER$1 = "pg_database_owner";
const WIDE_CLASSES = [
	"table",
	"sequence",
	"schema"
];
/**
* What predefined roles may do with every object of a class, in every database; never with a grant option.
* Source: pg_class_aclmask_ext and pg_namespace_aclmask_ext in src/backend/catalog/aclchk.c of PostgreSQL 14 to 18.
*/
const EVERYWHERE = {
	pg_read_all_data: {
		table: ["SELECT"],
		sequence: ["SELECT"],
		schema: ["USAGE"]
	},
	pg_write_all_data: {
		table: [
			"INSERT",
			"UPDATE",
			"DELETE"
		],
		sequence: ["UPDATE"],
		schema: ["USAGE"]
	},
	pg_maintain: { table: ["MAINTAIN"] }
};
/** What predefined roles may do besides. Source: "Predefined Roles" in the manuals of PostgreSQL 14 to 18. */
const SERVER_POWERS = {
	pg_checkpoint: "CHECKPOINT",
	pg_create_subscription: "CREATE SUBSCRIPTION",
	pg_execute_server_program: "run programs",
	pg_read_all_settings: "read all settings",
	pg_read_all_stats: "read all statistics",
	pg_read_server_files: "read files",
	pg_signal_autovacuum_worker: "cancel autovacuum",
	pg_signal_backend: "end others' sessions",
	pg_stat_scan_tables: "scan tables for statistics",
	pg_use_reserved_connections: "use reserved connections",
	pg_write_server_files: "write files"
};
/** The roles by which a privilege is held on every object of a class. */
function rolesEverywhere(objectClass, privilege) {
	return Object.entries(EVERYWHERE).flatMap(([role, classes]) => classes[objectClass]?.includes(privilege) === true ? [role] : []);
}
/** What a role may do with every object, by class. */
function privilegesEverywhere(role) {
	const classes = Object.hasOwn(EVERYWHERE, role) ? EVERYWHERE[role] : void 0;
	return WIDE_CLASSES.flatMap((objectClass) => {
		const privileges = classes?.[objectClass];
		return privileges === void 0 ? [] : [[objectClass, privileges]];
	});
}
function isWideClass(objectClass) {
	return WIDE_CLASSES.includes(objectClass);
}
/** The classes on every object of which a role holds something. */
function classesEverywhere(role) {
	const classes = Object.hasOwn(EVERYWHERE, role) ? EVERYWHERE[role] : void 0;
	return WIDE_CLASSES.filter((objectClass) => classes?.[objectClass] !== void 0);
}

// src/providers/postgres/names/identifiers.ts
/** NAMEDATALEN − 1 of every stock server. */
const MAXIMUM_BYTES = 63;
const PLAIN = /^[a-z_][a-z0-9_]*$/u;
const DOTTED = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/u;
/** One name as keys spell it: plain when it matches `[a-z_][a-z0-9_]*`, else in double quotes. Independent of any server's keywords. */
function formatName(name) {
	return PLAIN.test(name) ? name : `"${name.replaceAll("\"", "\"\"")}"`;
}
/** `billing.invoices`, each part quoted where it must be. */
function quoteName(parts) {
	return parts.map(formatName).join(".");
}
/**
* The names of a dotted, possibly quoted spelling: `billing."Invoices 2"` gives `billing` and `Invoices 2`.
* @throws CountersignError `name-malformed`, `name-needs-quotes`, `name-too-long`, `pattern-unexpected`.
*/
function nameParts(text) {
	if (DOTTED.test(text) && text.length <= MAXIMUM_BYTES) return text.split(".");
	return parseParts(text).map((part) => {
		const [piece] = part;
		if (part.length === 1 && piece?.kind === "text") return piece.text;
		throw new CountersignError("pattern-unexpected", "A pattern is not possible here.", {
			evidence: text.slice(0, 200),
			mend: "Write each name out. A star that belongs to a name goes in double quotes."
		});
	});
}
/** The parts of a spelling in which stars outside of quotes stand for any text. @throws CountersignError as `nameParts`. */
function parseParts(text) {
	const parts = [[]];
	for (const token of tokens(text)) if (token === ".") parts.push([]);
	else append(parts.at(-1) ?? [], pieceOf(token));
	for (const part of parts) checkPart(part, text);
	return parts;
}
function formatPart(part) {
	if (part.length === 1 && part[0]?.kind === "text") return formatName(part[0].text);
	return part.map((piece) => piece.kind === "any" ? "*" : formatPatternText(piece.text)).join("");
}
/** Glob match in linear time, whatever the pattern. */
function matchesPart(part, name) {
	const [first] = part;
	if (part.length === 1 && first !== void 0) return first.kind === "any" || first.text === name;
	let position = 0;
	for (const [index, piece] of part.entries()) {
		if (piece.kind === "any") continue;
		if (index === part.length - 1) return name.length - piece.text.length >= position && name.endsWith(piece.text);
		const found = index === 0 ? name.startsWith(piece.text) ? 0 : -1 : name.indexOf(piece.text, position);
		if (found < 0) return false;
		position = found + piece.text.length;
	}
	return true;
}
function isPattern$1(parts) {
	return parts.some((part) => part.some((piece) => piece.kind === "any"));
}
function formatPatternText(text) {
	return /^[a-z0-9_]+$/u.test(text) ? text : `"${text.replaceAll("\"", "\"\"")}"`;
}
function tokens(text) {
	const found = text.match(/"(?:[^"]|"")*"|[^".*]+|\.|\*|"/gu) ?? [];
	if (found.includes("\"") || text === "" || text.includes("\0") || !text.isWellFormed()) throw malformed$4(text);
	return found;
}
function pieceOf(token) {
	if (token === "*") return { kind: "any" };
	if (token.startsWith("\"")) return {
		kind: "text",
		text: token.slice(1, -1).replaceAll("\"\"", "\"")
	};
	if (/^[a-z0-9_]+$/u.test(token)) return {
		kind: "text",
		text: token
	};
	throw new CountersignError("name-needs-quotes", "This name has characters that an unquoted name cannot have.", {
		evidence: token.slice(0, 100),
		mend: `Write "${token.replaceAll("\"", "\"\"").slice(0, 100)}" in double quotes for exactly this spelling, or ${JSON.stringify(token.toLowerCase().slice(0, 100))} without its quotes for what PostgreSQL folds it to.`
	});
}
function append(part, piece) {
	const last = part.at(-1);
	if (last?.kind === "any" && piece.kind === "any") return;
	if (last?.kind === "text" && piece.kind === "text") part.splice(-1, 1, {
		kind: "text",
		text: last.text + piece.text
	});
	else part.push(piece);
}
function checkPart(part, text) {
	const literal = part.map((piece) => piece.kind === "text" ? piece.text : "").join("");
	if (part.length === 0 || part.length === 1 && part[0]?.kind === "text" && literal === "") throw malformed$4(text);
	if (Buffer.byteLength(literal) > MAXIMUM_BYTES) throw new CountersignError("name-too-long", `A name in PostgreSQL has at most ${MAXIMUM_BYTES} bytes; it would be cut silently.`, {
		evidence: literal.slice(0, 100),
		mend: "Write the name as the database has it."
	});
}
function malformed$4(text) {
	return new CountersignError("name-malformed", "This is not a name of PostgreSQL.", {
		evidence: text.slice(0, 200),
		mend: "Write schema.name, each part in lower case or in double quotes; a double quote inside is doubled."
	});
}

// src/providers/postgres/names/quoting.ts
/** NAMEDATALEN − 1: the server would silently cut a longer name, and so name another object. */
const MAXIMUM_IDENTIFIER_BYTES = 63;
/**
* The one way in which a name reaches SQL text; always quoted, so that keywords and case need no list.
* @throws CountersignError `identifier-unusable` for what no PostgreSQL name can be.
*/
function quoteIdentifier(name) {
	if (name === "" || name.includes("\0") || Buffer.byteLength(name) > MAXIMUM_IDENTIFIER_BYTES || !name.isWellFormed()) throw new CountersignError("identifier-unusable", "This cannot be the name of anything in PostgreSQL.", {
		evidence: name.slice(0, 100),
		mend: `Use a name of 1 to ${MAXIMUM_IDENTIFIER_BYTES} bytes of UTF-8 without NUL.`
	});
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
/**
* The one way in which a value reaches SQL text, right under either setting of standard_conforming_strings.
* @throws CountersignError `literal-unusable` for what no PostgreSQL text can hold.
*/
function quoteLiteral(value) {
	if (value.includes("\0") || !value.isWellFormed()) throw new CountersignError("literal-unusable", "This cannot be a text value in PostgreSQL.", { mend: "Remove NUL characters and unpaired surrogates." });
	const quoted = value.replaceAll("'", "''");
	return quoted.includes("\\") ? `E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}

// src/providers/postgres/names/signature.ts
/** Spellings that PostgreSQL's grammar knows for its own types, to the one that format_type writes. */
const ALIASES = {
	bool: "boolean",
	bpchar: "character",
	char: "character",
	"char varying": "character varying",
	dec: "numeric",
	decimal: "numeric",
	float: "double precision",
	float4: "real",
	float8: "double precision",
	int: "integer",
	int2: "smallint",
	int4: "integer",
	int8: "bigint",
	nchar: "character",
	"national character": "character",
	"national char": "character",
	"national character varying": "character varying",
	time: "time without time zone",
	timestamp: "timestamp without time zone",
	timestamptz: "timestamp with time zone",
	timetz: "time with time zone",
	varbit: "bit varying",
	varchar: "character varying"
};
/** Types that SQL's grammar spells in a way of its own; never quoted. */
const GRAMMAR = /* @__PURE__ */ new Set([
	...Object.values(ALIASES),
	"bit",
	"interval"
]);
/**
* Argument types between the parentheses of a routine, in the one spelling that keys use: `integer, billing.money[]`.
* Types of pg_catalog stand alone, all others with their schema.
* @throws CountersignError `signature-malformed`, and what `nameParts` throws.
*/
function formatArguments(text) {
	return text.trim() === "" ? "" : splitOutsideQuotes(text).map(formatArgument).join(", ");
}
function formatArgument(argument) {
	const [, base = "", dimensions = ""] = /^\s*(.*?)\s*((?:\[\s*\]\s*)*)$/su.exec(argument) ?? [];
	return `${formatType(base)}${dimensions.replace(/\s/gu, "")}`;
}
function formatType(text) {
	const spelling = text.replace(/\s+/gu, " ");
	const known = Object.hasOwn(ALIASES, spelling) ? ALIASES[spelling] : void 0;
	if (known !== void 0) return known;
	if (GRAMMAR.has(spelling)) return spelling;
	const parts = nameParts(text);
	const [schema = "", name] = parts;
	if (parts.length === 1) return ownTypeName(schema);
	if (parts.length === 2 && name !== void 0) return schema === "pg_catalog" ? catalogueType(name) : quoteName([schema, name]);
	throw malformed$3(text);
}
/** `pg_catalog.int4` is integer, but `pg_catalog.char` is the type that is always quoted. */
function catalogueType(name) {
	return (name !== "char" && Object.hasOwn(ALIASES, name) ? ALIASES[name] : void 0) ?? ownTypeName(name);
}
/** A type of pg_catalog by its own name, in quotes where the grammar would understand another type. */
function ownTypeName(name) {
	return Object.hasOwn(ALIASES, name) || GRAMMAR.has(name) ? `"${name}"` : formatName(name);
}
/** The key's spelling to SQL that means the same whatever the search_path and the server's keywords are. */
function sqlArguments(text) {
	if (text === "") return "";
	return splitOutsideQuotes(text).map((argument) => {
		const [, base = "", dimensions = ""] = /^\s*(.*?)((?:\[\])*)$/su.exec(argument) ?? [];
		if (GRAMMAR.has(base)) return base + dimensions;
		const parts = nameParts(base);
		return (parts.length === 1 ? ["pg_catalog", ...parts] : parts).map(quoteIdentifier).join(".") + dimensions;
	}).join(", ");
}
function splitOutsideQuotes(text) {
	const found = text.match(/"(?:[^"]|"")*"|[^",]+|,|"/gu) ?? [];
	const groups = [""];
	for (const token of found) if (token === ",") groups.push("");
	else groups.push((groups.pop() ?? "") + token);
	if (found.includes("\"") || groups.some((group) => group.trim() === "")) throw malformed$3(text);
	return groups;
}
function malformed$3(text) {
	return new CountersignError("signature-malformed", "These are not the argument types of a routine.", {
		evidence: text.slice(0, 200),
		mend: "Write the types of the input arguments only, as in billing.total(integer, billing.money[]): no names, no modes, no defaults."
	});
}

// src/providers/postgres/names/objects.ts
/** Schemas of the server itself: no pattern ever reaches into them. */
function isSystemSchema(schema) {
	return schema.startsWith("pg_") || schema === "information_schema";
}
/** The key that `ObjectGrants` uses. */
function formatObject(object) {
	switch (object.class) {
		case "database": return "database";
		case "schema": return `schema ${quoteName([object.schema])}`;
		case "column": return `column ${quoteName([
			object.schema,
			object.table,
			object.column
		])}`;
		case "function":
		case "procedure": return `${object.class} ${quoteName([object.schema, object.name])}(${object.arguments})`;
		case "table":
		case "sequence":
		case "type": return `${object.class} ${quoteName([object.schema, object.name])}`;
	}
}
/** Reads a key back. @throws CountersignError `object-malformed`, and what `nameParts` throws. */
function parseObject(key) {
	if (key === "database") return { class: "database" };
	const space = key.indexOf(" ");
	const objectClass = key.slice(0, space);
	if (!isNamedClass(objectClass)) throw malformed$2(key);
	return referenceOf(objectClass, key.slice(space + 1));
}
/** The object that a spelling such as `billing."Invoices"` or `billing.f(int)` means in a class. @throws as `parseObject`. */
function referenceOf(objectClass, text) {
	if (objectClass === "function" || objectClass === "procedure") return routineOf(objectClass, text);
	const [first, second, third, ...more] = nameParts(text);
	if (first === void 0 || more.length > 0) throw malformed$2(text);
	if (objectClass === "schema" && second === void 0) return {
		class: "schema",
		schema: first
	};
	if (second === void 0) throw unqualified(text);
	if (objectClass === "column" && third !== void 0) return {
		class: "column",
		schema: first,
		table: second,
		column: third
	};
	if (objectClass === "schema" || objectClass === "column" || third !== void 0) throw malformed$2(text);
	return {
		class: objectClass,
		schema: first,
		name: second
	};
}
function routineOf(objectClass, text) {
	const [, name, types] = /^((?:"(?:[^"]|"")*"(?!")|[^"(])*)\((.*)\)$/su.exec(text) ?? [];
	if (name === void 0 || types === void 0) throw new CountersignError("signature-missing", `A ${objectClass} is named with its argument types.`, {
		evidence: text.slice(0, 200),
		mend: "Write billing.total(integer), or billing.total() when it takes none, or a pattern such as billing.*."
	});
	const [schema, routine, ...more] = nameParts(name);
	if (schema === void 0 || more.length > 0) throw malformed$2(text);
	if (routine === void 0) throw unqualified(text);
	return {
		class: objectClass,
		schema,
		name: routine,
		arguments: formatArguments(types)
	};
}
function isNamedClass(text) {
	return [
		"schema",
		"table",
		"column",
		"sequence",
		"function",
		"procedure",
		"type"
	].includes(text);
}
function unqualified(text) {
	return new CountersignError("schema-missing", "This name does not say its schema.", {
		evidence: text.slice(0, 200),
		mend: "Write schema.name: what an unqualified name means depends on who asks."
	});
}
function malformed$2(text) {
	return new CountersignError("object-malformed", "This is not the name of an object of its class.", {
		evidence: text.slice(0, 200),
		mend: "Write schema.table, schema.table.column, schema.function(types), or the name of a schema alone."
	});
}

// src/providers/postgres/normal-form/patterns.ts
/** Classes whose objects a pattern can stand for, in the plural that documents and keys use. */
const PATTERN_CLASSES = {
	schemas: "schema",
	tables: "table",
	sequences: "sequence",
	functions: "function",
	procedures: "procedure",
	types: "type"
};
const MAXIMUM_STARS = 8;
const GRANT_OPTION = " with grant option";
function isPatternKey(key) {
	return Object.hasOwn(PATTERN_CLASSES, key.slice(0, key.indexOf(" ")));
}
function formatPattern(pattern) {
	const name = pattern.name === null ? "" : `.${formatPart(pattern.name)}`;
	return `${pattern.class} ${formatPart(pattern.schema)}${name}${pattern.grantable ? GRANT_OPTION : ""}`;
}
/** The pattern of a spelling such as `billing.*`. @throws CountersignError `pattern-malformed`, and what `parseParts` throws. */
function patternOf(patternClass, text, grantable) {
	const [schema, name, ...more] = parseParts(text);
	if (schema === void 0 || more.length > 0 || name === void 0 !== (patternClass === "schemas")) throw malformed$1(text);
	if ([...schema, ...name ?? []].filter((piece) => piece.kind === "any").length > MAXIMUM_STARS) throw malformed$1(text);
	return {
		class: patternClass,
		schema,
		name: name ?? null,
		grantable
	};
}
/** Reads a key of `ObjectGrants` back. */
function parsePattern(key) {
	const space = key.indexOf(" ");
	const patternClass = key.slice(0, space);
	if (!isPatternClass(patternClass)) throw malformed$1(key);
	const grantable = key.endsWith(GRANT_OPTION);
	return patternOf(patternClass, key.slice(space + 1, grantable ? -18 : void 0), grantable);
}
/** Whether an object is one of those that the pattern stands for. Never one of the server's own schemas. */
function covers(pattern, object) {
	if (object.class === "database" || object.class === "column") return false;
	if (object.class !== PATTERN_CLASSES[pattern.class] || isSystemSchema(object.schema)) return false;
	if (!matchesPart(pattern.schema, object.schema)) return false;
	return pattern.name === null || !("name" in object) || matchesPart(pattern.name, object.name);
}
/** Keys of the objects of one database that the pattern stands for today, in the order of the facts. */
function expandPattern(pattern, database) {
	if (database === void 0) return [];
	const index = indexOf(database);
	const key = formatPattern(pattern);
	const known = index.expansions.get(key);
	if (known !== void 0) return known;
	const expansion = (index.classes.get(PATTERN_CLASSES[pattern.class]) ?? []).flatMap((object) => covers(pattern, object.reference) ? [object.key] : []);
	index.expansions.set(key, expansion);
	return expansion;
}
/** One parse of a catalogue serves all identities of a plan; facts are immutable, so the memory of them is pure. */
const indexes = /* @__PURE__ */ new WeakMap();
function indexOf(database) {
	const known = indexes.get(database);
	if (known !== void 0) return known;
	const classes = /* @__PURE__ */ new Map();
	for (const key of Object.keys(database.objects)) {
		const reference = parseObject(key);
		const list = classes.get(reference.class);
		if (list === void 0) classes.set(reference.class, [{
			key,
			reference
		}]);
		else list.push({
			key,
			reference
		});
	}
	const index = {
		classes,
		expansions: /* @__PURE__ */ new Map()
	};
	indexes.set(database, index);
	return index;
}
function isPatternClass(text) {
	return Object.hasOwn(PATTERN_CLASSES, text);
}
function malformed$1(text) {
	return new CountersignError("pattern-malformed", "This pattern cannot be understood.", {
		evidence: text.slice(0, 200),
		mend: `Write schema.name with stars where any text may stand, at most ${MAXIMUM_STARS} of them; schemas have one part only. Routines are matched by name, without their argument types.`
	});
}

// src/providers/postgres/normal-form/declared-grants.ts
const CLASSES$1 = {
	schemas: {
		class: "schema",
		patterns: "schemas"
	},
	tables: {
		class: "table",
		patterns: "tables"
	},
	columns: {
		class: "column",
		patterns: null
	},
	sequences: {
		class: "sequence",
		patterns: "sequences"
	},
	functions: {
		class: "function",
		patterns: "functions"
	},
	procedures: {
		class: "procedure",
		patterns: "procedures"
	},
	types: {
		class: "type",
		patterns: "types"
	},
	domains: {
		class: "type",
		patterns: "types"
	}
};
const DEFAULT_CLASSES = {
	tables: "table",
	sequences: "sequence",
	functions: "function",
	types: "type",
	schemas: "schema"
};
/** @throws CountersignError for names, patterns, privileges and databases that cannot be meant. */
function declaredGrants(entry, extent) {
	const [[plural, names] = ["", []]] = Object.entries(entry.on);
	const list = typeof names === "string" ? [names] : names;
	const state = entry.grantable === true ? "grantable" : "granted";
	if (plural === "databases") return list.map((name) => declaredDatabase(name, entry, state, extent));
	const named = CLASSES$1[plural];
	if (named === void 0) throw unknownClass(plural);
	const database = databaseOf$1(entry.database, extent);
	const privileges = privilegeSet$1(named.class, entry.privileges, state, extent);
	return objectsOf$1(entry, () => list.map((name) => declaredObject(named, name, privileges, state))).map((object) => ({
		database,
		...object
	}));
}
/** A document is checked by itself and then held against its source: what its names mean is the same, so each is parsed once. */
const objects = /* @__PURE__ */ new WeakMap();
function objectsOf$1(entry, declare) {
	const known = objects.get(entry);
	if (known !== void 0) return known;
	const declared = declare();
	objects.set(entry, declared);
	return declared;
}
function declaredDatabase(name, entry, state, extent) {
	const [database, ...more] = nameParts(name);
	if (entry.database !== void 0 || database === void 0 || more.length > 0) throw new CountersignError("database-named-twice", "A grant on a database names that database alone.", {
		evidence: name.slice(0, 200),
		mend: "Write on: { databases: name } without database: beside it, and no schema in the name."
	});
	const privileges = privilegeSet$1("database", entry.privileges, state, extent);
	return {
		database: databaseOf$1(database, extent),
		key: "database",
		privileges
	};
}
function declaredObject(named, name, privileges, state) {
	if (named.patterns !== null && mayBePattern(named, name) && isPattern$1(parseParts(name))) return {
		key: formatPattern(patternOf(named.patterns, name, state === "grantable")),
		privileges: mapEntries(privileges, () => patternMark("held"))
	};
	return {
		key: formatObject(referenceOf(objectClassOf(named.class), name)),
		privileges
	};
}
/** A routine that says its argument types is one routine, whatever its types are called. */
function mayBePattern(named, name) {
	const routine = named.class === "function" || named.class === "procedure";
	return name.includes("*") && !(routine && name.includes("("));
}
function objectClassOf(objectClass) {
	if (objectClass === "database") throw unknownClass(objectClass);
	return objectClass;
}
/** @throws CountersignError as `declaredGrants`. */
function declaredDefaults(entry, extent) {
	if (entry.on === "schemas" && entry.in !== void 0) throw new CountersignError("default-in-schema", "Default privileges on schemas cannot be limited to a schema.", { mend: "Leave in: out." });
	const state = entry.grantable === true ? "grantable" : "granted";
	const privileges = privilegeSet$1(DEFAULT_CLASSES[entry.on], entry.privileges, state, extent);
	const key = formatScope(entry.createdBy, entry.on, entry.in ?? null);
	return {
		database: databaseOf$1(entry.database, extent),
		key,
		privileges
	};
}
/** The key that `DefaultGrants` uses; `schema` null: every schema. */
function formatScope(creator, objects, schema) {
	return `${formatName(creator)} ${objects} ${schema === null ? "*" : formatName(schema)}`;
}
/** Reads a key of `DefaultGrants` back. @throws CountersignError `scope-malformed`. */
function parseScope(scope) {
	const [, creator = "", objects = "", schema = ""] = /^("(?:[^"]|"")*"|\S+) (\w+) (.+)$/su.exec(scope) ?? [];
	if (!isDefaultClass(objects)) throw new CountersignError("scope-malformed", "This is not the key of a default privilege.", {
		evidence: scope.slice(0, 200),
		mend: "Read the source again with this version of Countersign."
	});
	return {
		creator: oneName(creator),
		objects,
		schema: schema === "*" ? null : oneName(schema)
	};
}
function oneName(text) {
	return nameParts(text)[0] ?? "";
}
function isDefaultClass(text) {
	return Object.hasOwn(DEFAULT_CLASSES, text);
}
function privilegeSet$1(objectClass, declared, state, extent) {
	const privileges = expandPrivileges(objectClass, declared);
	for (const privilege of privileges) {
		if (!privilegesOf$1(objectClass).includes(privilege)) throw new CountersignError("privilege-unknown", `A ${objectClass} has no privilege ${privilege}.`, {
			evidence: privilege,
			mend: `Use ${privilegesOf$1(objectClass).join(", ")} or ALL.`
		});
		if (extent !== null && !isSupportedBy(extent.version, privilege)) throw new CountersignError("unsupported", `This server has no privilege ${privilege}.`, {
			evidence: `server_version_num ${extent.version}`,
			mend: "Leave it out until the server is upgraded to PostgreSQL 17 or later."
		});
	}
	return Object.fromEntries(privileges.map((privilege) => [privilege, state]));
}
/** Without `extent` any name will do, and the only database of a source has none. */
function databaseOf$1(name, extent) {
	if (extent === null) return name ?? "";
	const [only, ...more] = extent.databases;
	if (name === void 0 && only !== void 0 && more.length === 0) return only;
	if (name !== void 0 && extent.databases.includes(name)) return name;
	const known = extent.databases.join(", ").slice(0, 500);
	if (name === void 0) throw new CountersignError("database-ambiguous", "This entry does not say which database it is about, and the source has several.", {
		evidence: known,
		mend: "Add database: with one of them."
	});
	throw new CountersignError("database-unknown", "This database is not one of the source's.", {
		evidence: `${name.slice(0, 100)}; the source has ${known}`,
		mend: "Correct the name, or add the database to the source's options.databases."
	});
}
function unknownClass(plural) {
	return new CountersignError("class-unknown", "This is not a class of objects that takes grants.", {
		evidence: plural.slice(0, 100),
		mend: `Use databases, ${Object.keys(CLASSES$1).join(", ")}.`
	});
}

// src/providers/postgres/access/resources.ts
/** The class of what default privileges are for, by the plural that documents use. */
const FUTURE_CLASSES = {
	tables: "table",
	sequences: "sequence",
	functions: "function",
	types: "type",
	schemas: "schema"
};
/** Names every resource of one estate as `permissions.ts` names it, and finds what is granted to whom. Each table is made when it is first asked for. */
var Resources = class {
	#estate;
	#source;
	#all = null;
	#byGrantee = null;
	#defaults = /* @__PURE__ */ new Map();
	constructor(estate, source) {
		this.#estate = estate;
		this.#source = source;
	}
	get server() {
		return this.#source;
	}
	role(name) {
		return `${this.#source}: role ${name}`;
	}
	everywhere(objectClass) {
		return `${this.#source}: every ${objectClass}`;
	}
	object(database, key) {
		return objectResource(this.#source, database, key);
	}
	future(database, scope) {
		return futureResource(this.#source, database, scope);
	}
	/** A column without privileges of its own is there, too, as long as its table is. */
	get(text) {
		return this.#table().get(text) ?? this.#plainColumn(text);
	}
	/** The table that a column belongs to. */
	tableOf(column) {
		const table = this.#table().get(this.object(column.database, tableKey(column.key)));
		return table?.kind === "object" ? table : null;
	}
	/** Everything on which a role, or PUBLIC, was granted something or which it owns. */
	grantedTo(grantee) {
		this.#byGrantee ??= this.#grantees();
		return this.#byGrantee.get(grantee) ?? [];
	}
	/** By its whole spelling, else without the place that it is in; a table with those of its columns that have privileges of their own. */
	resolve(text) {
		return (this.get(text) === null ? this.#places().map((place) => `${place}: ${text}`) : [text]).filter((candidate) => this.get(candidate) !== null).sort().flatMap((candidate) => [candidate, ...this.#columnsOf(candidate).toSorted()]);
	}
	#places() {
		return [this.#source, ...Object.keys(this.#estate.databases).map((database) => `${this.#source}/${database}`)];
	}
	#columnsOf(text) {
		const table = this.#table().get(text);
		if (table?.kind !== "object" || table.class !== "table") return [];
		return [...this.#table()].flatMap(([name, other]) => {
			if (other.kind !== "object" || other.class !== "column" || other.database !== table.database) return [];
			return tableKey(other.key) === table.key ? [name] : [];
		});
	}
	#plainColumn(text) {
		const at = text.indexOf(": column ");
		const database = at < 0 ? "" : text.slice(this.#source.length + 1, at);
		if (this.object(database, "") !== text.slice(0, at + 2)) return null;
		const key = text.slice(at + 2);
		const table = this.#table().get(this.object(database, tableKey(key)));
		if (table?.kind !== "object") return null;
		return {
			kind: "object",
			database,
			class: "column",
			key,
			owner: table.owner,
			acl: {}
		};
	}
	#table() {
		this.#all ??= new Map(this.#resources());
		return this.#all;
	}
	*#resources() {
		yield [this.server, { kind: "server" }];
		for (const objectClass of WIDE_CLASSES) yield [this.everywhere(objectClass), {
			kind: "everywhere",
			class: objectClass
		}];
		for (const role of Object.keys(this.#estate.roles)) yield [this.role(role), {
			kind: "role",
			role
		}];
		for (const [database, facts] of Object.entries(this.#estate.databases)) yield* this.#resourcesIn(database, facts);
	}
	*#resourcesIn(database, { objects, defaults }) {
		for (const [key, object] of Object.entries(objects)) {
			const objectClass = classOf(key);
			const acl = object.acl ?? this.#defaultAcl(objectClass, object);
			yield [this.object(database, key), {
				kind: "object",
				database,
				class: objectClass,
				key,
				owner: object.owner,
				acl
			}];
		}
		for (const [scope, acl] of Object.entries(defaults)) {
			const objectClass = FUTURE_CLASSES[parseScope(scope).objects] ?? "table";
			yield [this.future(database, scope), {
				kind: "future",
				database,
				class: objectClass,
				acl
			}];
		}
	}
	/** What acldefault gives; one value for all objects of an owner. */
	#defaultAcl(objectClass, { owner }) {
		const key = `${objectClass} ${owner}`;
		const known = this.#defaults.get(key) ?? defaultAcl(objectClass, owner, this.#estate.version);
		this.#defaults.set(key, known);
		return known;
	}
	#grantees() {
		const lists = /* @__PURE__ */ new Map();
		const add = (grantee, resource) => {
			const list = lists.get(grantee);
			if (list === void 0) lists.set(grantee, [resource]);
			else list.push(resource);
		};
		for (const [name, resource] of this.#table()) {
			if (resource.kind !== "object" && resource.kind !== "future") continue;
			for (const grantee of Object.keys(resource.acl)) add(grantee, name);
			if (resource.kind === "object" && !Object.hasOwn(resource.acl, resource.owner)) add(resource.owner, name);
		}
		return lists;
	}
};
function defaultAcl(objectClass, owner, version) {
	const everyone = privilegeSet(publicPrivileges(objectClass));
	return {
		[owner]: privilegeSet(ownerPrivileges(objectClass, version)),
		...Object.keys(everyone).length === 0 ? {} : { [PUBLIC]: everyone }
	};
}
function privilegeSet(privileges) {
	return Object.fromEntries(privileges.map((privilege) => [privilege, "granted"]));
}
function objectResource(source, database, key) {
	return `${source}/${database}: ${key}`;
}
/** The default privileges of a scope are on what is yet to come. */
function futureResource(source, database, scope) {
	const { creator, objects, schema } = parseScope(scope);
	return `${source}/${database}: future ${objects}${schema === null ? "" : ` in schema ${schema}`} created by ${creator}`;
}
function classOf(key) {
	const space = key.indexOf(" ");
	return space < 0 ? key : key.slice(0, space);
}
/** The key of a column's table. Nothing behind the last dot outside of quotes belongs to it. */
function tableKey(column) {
	const [name = ""] = /(?:"(?:[^"]|"")*"|[^."]+)$/u.exec(column) ?? [];
	return `table ${column.slice(7, column.length - name.length - 1)}`;
}

// src/providers/postgres/write/sql-grant.ts
/** Privilege keywords are words of the grammar and not names: only these get into SQL text. */
const PRIVILEGES = /* @__PURE__ */ new Set([
	"SELECT",
	"INSERT",
	"UPDATE",
	"DELETE",
	"TRUNCATE",
	"REFERENCES",
	"TRIGGER",
	"MAINTAIN",
	"USAGE",
	"CREATE",
	"CONNECT",
	"TEMPORARY",
	"EXECUTE"
]);
function clauseOf(key, privileges, database) {
	const object = parseObject(key);
	const list = privilegeList(privileges);
	switch (object.class) {
		case "database": return {
			privileges: list,
			on: `DATABASE ${quoteIdentifier(database)}`
		};
		case "schema": return {
			privileges: list,
			on: `SCHEMA ${quoteIdentifier(object.schema)}`
		};
		case "table":
		case "sequence":
		case "type": return {
			privileges: list,
			on: `${object.class.toUpperCase()} ${qualified(object.schema, object.name)}`
		};
		case "function":
		case "procedure": {
			const name = `${qualified(object.schema, object.name)}(${sqlArguments(object.arguments)})`;
			return {
				privileges: list,
				on: `${object.class.toUpperCase()} ${name}`
			};
		}
		case "column": return {
			privileges: privileges.map((privilege) => `${privilegeList([privilege])} (${quoteIdentifier(object.column)})`).join(", "),
			on: `TABLE ${qualified(object.schema, object.table)}`
		};
	}
}
function qualified(schema, name) {
	return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
function privilegeList(privileges) {
	const unknown = privileges.find((privilege) => !PRIVILEGES.has(privilege));
	if (unknown !== void 0 || privileges.length === 0) throw new CountersignError("privilege-unknown", "This is not a privilege of PostgreSQL.", {
		evidence: unknown?.slice(0, 100) ?? "(none)",
		mend: "Report this: a plan should never hold it."
	});
	return privileges.join(", ");
}
function renderGrant(operation, role, database) {
	const { privileges, on } = clauseOf(operation.object, operation.privileges, database);
	return `GRANT ${privileges} ON ${on} TO ${quoteIdentifier(role)}${operation.grantable ? " WITH GRANT OPTION" : ""}`;
}
function renderRevoke(operation, role, database) {
	const { privileges, on } = clauseOf(operation.object, operation.privileges, database);
	return `REVOKE ${optionOnly(operation.only)}${privileges} ON ${on} FROM ${quoteIdentifier(role)}`;
}
function optionOnly(only) {
	return only === "grant-option" ? "GRANT OPTION FOR " : "";
}
function renderDefault(operation, role) {
	const { creator, objects, schema } = parseScope(operation.scope);
	const where = schema === null ? "" : ` IN SCHEMA ${quoteIdentifier(schema)}`;
	const head = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(creator)}${where}`;
	const on = `${privilegeList(operation.privileges)} ON ${objects.toUpperCase()}`;
	if (operation.kind === "default-revoke") return `${head} REVOKE ${optionOnly(operation.only)}${on} FROM ${quoteIdentifier(role)}`;
	return `${head} GRANT ${on} TO ${quoteIdentifier(role)}${operation.grantable ? " WITH GRANT OPTION" : ""}`;
}

// src/providers/postgres/normal-form/setting-names.ts
/**
* Settings of PostgreSQL 14 to 18 that a role may carry (pg_settings, contexts user, superuser, backend and superuser-backend; and `role`).
* Only their values are ever shown: a custom `a.b` setting can hold anything.
*/
const NAMES = {
	blocks: `
    backend_flush_after effective_cache_size io_combine_limit min_parallel_index_scan_size
    min_parallel_table_scan_size temp_buffers`,
	boolean: `
    allow_in_place_tablespaces allow_system_table_mods array_nulls check_function_bodies debug_pretty_print
    debug_print_parse debug_print_plan debug_print_rewritten default_transaction_deferrable
    default_transaction_read_only enable_async_append enable_bitmapscan enable_distinct_reordering
    enable_gathermerge enable_group_by_reordering enable_hashagg enable_hashjoin enable_incremental_sort
    enable_indexonlyscan enable_indexscan enable_material enable_memoize enable_mergejoin enable_nestloop
    enable_parallel_append enable_parallel_hash enable_partition_pruning enable_partitionwise_aggregate
    enable_partitionwise_join enable_presorted_aggregate enable_self_join_elimination enable_seqscan
    enable_sort enable_tidscan escape_string_warning event_triggers exit_on_error geqo
    ignore_checksum_failure ignore_system_indexes jit jit_debugging_support jit_dump_bitcode jit_expressions
    jit_profiling_support jit_tuple_deforming lo_compat_privileges log_disconnections log_duration
    log_executor_stats log_lock_failures log_lock_waits log_parser_stats log_planner_stats
    log_replication_commands log_statement_stats md5_password_warnings parallel_leader_participation
    quote_all_identifiers row_security standard_conforming_strings synchronize_seqscans trace_notify
    trace_sort track_activities track_cost_delay_timing track_counts track_io_timing track_wal_io_timing
    transaction_deferrable transaction_read_only transform_null_equals update_process_title vacuum_truncate
    wal_init_zero wal_recycle zero_damaged_pages`,
	bytes: `
    log_parameter_max_length log_parameter_max_length_on_error`,
	enumeration: `
    backslash_quote bytea_output client_min_messages compute_query_id constraint_exclusion
    debug_logical_replication_streaming debug_parallel_query default_toast_compression
    default_transaction_isolation file_copy_method force_parallel_mode icu_validation_level intervalstyle
    log_error_verbosity log_min_error_statement log_min_messages log_statement password_encryption
    plan_cache_mode session_replication_role stats_fetch_consistency synchronous_commit track_functions
    transaction_isolation wal_compression xmlbinary xmloption`,
	kilobytes: `
    gin_pending_list_limit log_temp_files logical_decoding_work_mem maintenance_work_mem max_stack_depth
    temp_file_limit vacuum_buffer_usage_limit wal_skip_threshold work_mem`,
	list: `
    local_preload_libraries search_path session_preload_libraries temp_tablespaces`,
	milliseconds: `
    client_connection_check_interval deadlock_timeout idle_in_transaction_session_timeout
    idle_session_timeout lock_timeout log_min_duration_sample log_min_duration_statement statement_timeout
    tcp_user_timeout transaction_timeout vacuum_cost_delay wal_sender_timeout`,
	number: `
    commit_delay commit_siblings cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction
    debug_discard_caches default_statistics_target effective_io_concurrency extra_float_digits
    from_collapse_limit geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias
    geqo_threshold gin_fuzzy_search_limit hash_mem_multiplier jit_above_cost jit_inline_above_cost
    jit_optimize_above_cost join_collapse_limit log_statement_sample_rate log_transaction_sample_rate
    maintenance_io_concurrency max_parallel_maintenance_workers max_parallel_workers
    max_parallel_workers_per_gather parallel_setup_cost parallel_tuple_cost random_page_cost
    recursive_worktable_factor scram_iterations seq_page_cost tcp_keepalives_count vacuum_cost_limit
    vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
    vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
    vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age`,
	seconds: `
    post_auth_delay tcp_keepalives_idle tcp_keepalives_interval`,
	text: `
    application_name backtrace_functions client_encoding createrole_self_grant datestyle
    default_table_access_method default_tablespace default_text_search_config dynamic_library_path
    extension_control_path lc_messages lc_monetary lc_numeric lc_time log_connections output_plugin_libraries
    restrict_nonsystem_relation_kind role timezone timezone_abbreviations wal_consistency_checking`
};
const TYPES = new Map(Object.entries(NAMES).flatMap(([type, names]) => names.split(/\s+/u).flatMap((name) => name !== "" && isSettingType(type) ? [[name, type]] : [])));
/** The type of a setting, by its name in lower case; null for one whose values are never shown. */
function settingType(name) {
	return TYPES.get(name) ?? null;
}
function isSettingType(text) {
	return Object.hasOwn(NAMES, text);
}

// src/providers/postgres/normal-form/settings.ts
/** Sizes in bytes and microseconds, largest first; as guc.c has them. */
const MEMORY = [
	{
		name: "TB",
		size: 1n << 40n
	},
	{
		name: "GB",
		size: 1n << 30n
	},
	{
		name: "MB",
		size: 1n << 20n
	},
	{
		name: "kB",
		size: 1n << 10n
	},
	{
		name: "B",
		size: 1n
	}
];
const TIME = [
	{
		name: "d",
		size: 86400000000n
	},
	{
		name: "h",
		size: 3600000000n
	},
	{
		name: "min",
		size: 60000000n
	},
	{
		name: "s",
		size: 1000000n
	},
	{
		name: "ms",
		size: 1000n
	},
	{
		name: "us",
		size: 1n
	}
];
const BASE = {
	blocks: {
		units: MEMORY,
		size: 8192n
	},
	bytes: {
		units: MEMORY,
		size: 1n
	},
	kilobytes: {
		units: MEMORY,
		size: 1024n
	},
	milliseconds: {
		units: TIME,
		size: 1000n
	},
	seconds: {
		units: TIME,
		size: 1000000n
	}
};
/** Values that mean the same get the same text: `300000` and `300 s` of statement_timeout are `5min`. What has no rule stays as it is. */
function canonicalSetting(name, value) {
	const type = settingType(name);
	if (type === null) return value;
	const base = BASE[type];
	if (base !== void 0) return quantity(value, base.units, base.size);
	switch (type) {
		case "boolean": return booleanWord(value) ?? value;
		case "number": return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/u.test(value) ? decimal(value) : value;
		case "enumeration": return value.toLowerCase();
		case "list": return listText(settingItems(name, value)) ?? value;
		default: return value;
	}
}
/** An empty list is stored as a list of one empty name, which no schema has. */
function listText(items) {
	if (items === null) return null;
	return items.length === 0 ? "\"\"" : items.map(formatName).join(", ");
}
/** The members of a setting that SET takes as a list of identifiers; null for every other setting, and for what is no such list. */
function settingItems(name, value) {
	if (settingType(name) !== "list") return null;
	if (value.trim() === "") return [];
	const items = [...value.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^",\s][^",]*?))\s*(?:,|$)/guy)];
	if (items.map(([text]) => text).join("") !== value || value.trimEnd().endsWith(",")) return null;
	const folds = name === "search_path" || name === "temp_tablespaces";
	return items.map(([, quoted, plain = ""]) => quoted?.replaceAll("\"\"", "\"") ?? (folds ? plain.toLowerCase() : plain));
}
const PRELOADS = /* @__PURE__ */ new Set(["local_preload_libraries", "session_preload_libraries"]);
/**
* An empty list is stored as a list of one empty name, and each new session of the role fails to load the library of that name.
* @param name in lower case
*/
function locksOut(name, value) {
	if (!PRELOADS.has(name)) return false;
	const items = settingItems(name, value);
	return items !== null && (items.length === 0 || items.some((item) => item.trim() === ""));
}
function quantity(value, units, base) {
	const [, sign = "", whole = "", fraction = "", suffix = ""] = /^\s*([+-]?)(\d{1,15})(?:\.(\d{0,9}))?\s*([A-Za-z]*)\s*$/u.exec(value) ?? [];
	const size = suffix === "" ? base : units.find((unit) => unit.name === suffix)?.size;
	if (whole === "" || size === void 0) return value;
	const scaled = BigInt(whole + fraction) * size;
	const scale = 10n ** BigInt(fraction.length);
	if (scaled % (scale * base) !== 0n) return value;
	const amount = scaled / scale;
	if (amount === 0n) return "0";
	if (sign === "-") return `-${amount / base}`;
	const unit = units.find(({ size: candidate }) => amount % candidate === 0n);
	return unit === void 0 ? value : `${amount / unit.size}${unit.name}`;
}
/** Any unambiguous beginning of a word, as parse_bool takes it. */
function booleanWord(value) {
	const word = value.trim().toLowerCase();
	if (word === "1" || word === "on" || word !== "" && ("true".startsWith(word) || "yes".startsWith(word))) return "on";
	return word === "0" || word === "of" || word === "off" || word !== "" && ("false".startsWith(word) || "no".startsWith(word)) ? "off" : null;
}
function decimal(value) {
	const [, sign = "", whole = "", fraction = ""] = /^\s*([+-]?)0*(\d*)\.?(\d*?)0*\s*$/u.exec(pad$1(value)) ?? [];
	const text = `${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
	return sign === "-" && text !== "0" ? `-${text}` : text;
}
/** Gives every number a fraction, so that trailing zeros are only ever dropped behind the point. */
function pad$1(value) {
	return value.includes(".") ? value : `${value.trimEnd()}.0`;
}

// src/providers/postgres/write/sql-role.ts
/** The first version in which a membership carries INHERIT and SET of its own, and its grantor. */
const MEMBERSHIP_OPTIONS_VERSION$1 = 16;
function renderRoleOptions(options) {
	const words = [
		[options.login, "LOGIN"],
		[options.superuser, "SUPERUSER"],
		[options.createDatabase, "CREATEDB"],
		[options.createRole, "CREATEROLE"],
		[options.inherit, "INHERIT"],
		[options.replication, "REPLICATION"],
		[options.bypassRowSecurity, "BYPASSRLS"]
	].flatMap(([value, word]) => value === void 0 ? [] : [value ? word : `NO${word}`]);
	if (options.connectionLimit !== void 0) words.push(`CONNECTION LIMIT ${Math.trunc(options.connectionLimit)}`);
	if (options.validUntil !== void 0) words.push(`VALID UNTIL ${quoteLiteral(timestampText(options.validUntil))}`);
	return words.join(" ");
}
/** RFC 3339 with ISO 8601 expanded years, where year 0 is 1 BC, as PostgreSQL reads it. */
function timestampText(value) {
	const parts = /^([+-]?)(\d+)(-.*)$/u.exec(value);
	if (parts === null) return value;
	const [, sign = "", year = "", rest = ""] = parts;
	if (sign === "-") return `${String(Number(year) + 1).padStart(4, "0")}${rest} BC`;
	return Number(year) === 0 ? `0001${rest} BC` : `${year}${rest}`;
}
function renderSetting(operation, role) {
	const where = operation.database === null ? "" : ` IN DATABASE ${quoteIdentifier(operation.database)}`;
	const name = operation.name.split(".").map(quoteIdentifier).join(".");
	const what = operation.value === null ? `RESET ${name}` : `SET ${name} TO ${renderValue(operation.name, operation.value)}`;
	return `ALTER ROLE ${quoteIdentifier(role)}${where} ${what}`;
}
/** A list of names is written name by name: one literal would become one name. */
function renderValue(name, value) {
	const items = settingItems(name.toLowerCase(), value);
	return items === null || items.length === 0 ? quoteLiteral(value) : items.map(quoteLiteral).join(", ");
}
function renderGrantRole(operation, context) {
	return `GRANT ${quoteIdentifier(operation.role)} TO ${quoteIdentifier(context.role)}` + renderMembership(operation.membership, context.version) + grantedBy(operation.as, context.version);
}
function renderMembership(membership, version) {
	if (version < MEMBERSHIP_OPTIONS_VERSION$1) return membership.admin ? " WITH ADMIN OPTION" : "";
	const option = (word, value) => `${word} ${value ? "TRUE" : "FALSE"}`;
	const { admin, inherit, set } = membership;
	return ` WITH ${option("ADMIN", admin)}, ${option("INHERIT", inherit)}, ${option("SET", set)}`;
}
function renderRevokeRole(operation, context) {
	return `REVOKE ${quoteIdentifier(operation.role)} FROM ${quoteIdentifier(context.role)}` + grantedBy(operation.as, context.version);
}
/** Before version 16 a membership has no grantor that matters. */
function grantedBy(grantor, version) {
	return grantor === null || version < MEMBERSHIP_OPTIONS_VERSION$1 ? "" : ` GRANTED BY ${quoteIdentifier(grantor)}`;
}

// src/providers/postgres/write/sql.ts
/**
* The statements of one operation, in order. Every statement that Countersign writes with comes from here.
* @throws CountersignError when the operation holds a name or value that cannot be written safely.
*/
function renderOperation(operation, context) {
	const role = quoteIdentifier(context.role);
	switch (operation.kind) {
		case "create-role": return [`CREATE ROLE ${role} ${renderRoleOptions(operation.options)}`.trimEnd()];
		case "alter-role": return [`ALTER ROLE ${role} ${renderRoleOptions(operation.options)}`.trimEnd()];
		case "comment": return [`COMMENT ON ROLE ${role} IS ${operation.text === null ? "NULL" : quoteLiteral(operation.text)}`];
		case "set": return [renderSetting(operation, context.role)];
		case "grant-role": return [renderGrantRole(operation, context)];
		case "revoke-role": return [renderRevokeRole(operation, context)];
		case "grant": return actingAs(operation.as, renderGrant(operation, context.role, context.database));
		case "revoke": return actingAs(operation.as, renderRevoke(operation, context.role, context.database));
		case "default-grant":
		case "default-revoke": return [renderDefault(operation, context.role)];
		case "reassign-owned": return [`REASSIGN OWNED BY ${role} TO ${quoteIdentifier(operation.to)}`];
		case "drop-owned": return [`DROP OWNED BY ${role} RESTRICT`];
		case "end-sessions": return [renderEndSessions(context.role)];
		case "drop-role": return [`DROP ROLE ${role}`];
	}
}
/** SET LOCAL ends with the transaction, so a failure cannot leave the session as another role. */
function actingAs(role, statement) {
	return role === null ? [statement] : [
		`SET LOCAL ROLE ${quoteIdentifier(role)}`,
		statement,
		"SET LOCAL ROLE NONE"
	];
}
function renderEndSessions(role) {
	return `SELECT pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity a JOIN pg_catalog.pg_roles r ON r.oid = a.usesysid WHERE r.rolname = ${quoteLiteral(role)} AND a.pid <> pg_catalog.pg_backend_pid()`;
}
function isPattern(operation) {
	return operation.kind === "grant-pattern" || operation.kind === "revoke-pattern";
}
function isPlain(operation) {
	return operation.kind !== "mark-creation" && !isPattern(operation);
}
/** @throws CountersignError `effect-unknown` when a step's effect is not one of this provider's. */
function effectOf(effect) {
	if (isEffect(effect)) return effect;
	throw new CountersignError("effect-unknown", "This step is not one that the PostgreSQL provider plans.", { mend: "Plan again with this version of Countersign." });
}
function isEffect(value) {
	return typeof value === "object" && value !== null && "database" in value && (value.database === null || typeof value.database === "string") && "operations" in value && Array.isArray(value.operations);
}

// src/providers/postgres/normal-form/model.ts
/** Attributes that are one plain value, in the order in which documents show them. */
const SCALARS = [
	"login",
	"superuser",
	"createDatabase",
	"createRole",
	"inherit",
	"replication",
	"bypassRowSecurity",
	"connectionLimit"
];
/** Stands in live attributes for a value that is never shown nor hashed: a custom setting, a text with the shape of a secret. */
const HIDDEN = "(not shown)";
/** Attributes that this provider wrote, with their types. */
function roleAttributes(attributes) {
	return attributes;
}

// src/providers/postgres/steps/authority.ts
/** The version from which memberships carry INHERIT and SET, and CREATEROLE reaches only roles held with ADMIN. */
const MEMBERSHIP_OPTIONS_VERSION = 16;
const DATABASE_OWNER = "pg_database_owner";
function majorVersion(facts) {
	return Math.floor(facts.version / 1e4);
}
function membershipsHaveOptions(facts) {
	return majorVersion(facts) >= MEMBERSHIP_OPTIONS_VERSION;
}
function writerAuthority(facts) {
	const name = facts.writer;
	const context = name === null ? void 0 : own(facts.roles, name);
	if (name === null || context === void 0) return { kind: "unknown" };
	return {
		kind: "known",
		name,
		context,
		superuser: context.superuser
	};
}
/**
* The roles that `from` reaches, itself included (`roles_is_member_of` in PostgreSQL's acl.c).
* The owner of `database` is implicitly a member of pg_database_owner.
*/
function reach(facts, from, path, database) {
	const databaseOwner = database === null ? void 0 : own(facts.database, database)?.owner;
	const reached = /* @__PURE__ */ new Set([from]);
	for (const role of reached) {
		if (role === databaseOwner) reached.add(DATABASE_OWNER);
		for (const membership of facts.memberships) if (membership.member === role && follows(facts, membership, path)) reached.add(membership.role);
	}
	return reached;
}
function follows(facts, membership, path) {
	if (path === "member") return true;
	if (membershipsHaveOptions(facts)) return path === "inherit" ? membership.inherit : membership.set;
	return path === "set" || own(facts.roles, membership.member)?.inherit === true;
}
function hasPrivilegesOf(facts, actor, role, database = null) {
	if (actor.kind === "unknown" || actor.superuser) return true;
	return reach(facts, actor.name, "inherit", database).has(role);
}
function maySetRole(facts, actor, role, database = null) {
	if (actor.kind === "unknown" || actor.superuser) return true;
	return reach(facts, actor.name, "set", database).has(role);
}
/** Whether the actor holds `role` with ADMIN OPTION, itself or through a role that it reaches by `path`. */
function administers(facts, actor, role, path) {
	const own = reach(facts, actor, path, null);
	return facts.memberships.some((membership) => membership.role === role && membership.admin && own.has(membership.member));
}
/** Whether the actor may alter, comment on or drop this existing role. */
function mayAlterRole(facts, actor, role) {
	if (actor.kind === "unknown" || actor.superuser) return true;
	if (own(facts.roles, role)?.superuser === true || !actor.context.createRole) return false;
	return !membershipsHaveOptions(facts) || administers(facts, actor.name, role, "member");
}
/** Whether the actor may grant and revoke membership in `role`. */
function mayGrantRole(facts, actor, role) {
	if (actor.kind === "unknown" || actor.superuser) return true;
	if (own(facts.roles, role)?.superuser === true) return false;
	if (membershipsHaveOptions(facts)) return administers(facts, actor.name, role, "inherit");
	return actor.context.createRole || administers(facts, actor.name, role, "member");
}

// src/providers/postgres/steps/grantor.ts
function ownerOf(facts, database, object) {
	const known = own(facts.database, database);
	if (object === "database") return known?.owner ?? null;
	return own(known?.objects, containerOf(object)) ?? null;
}
/** The table that `column billing.invoices.amount` is about; any other object is itself. */
function containerOf(key) {
	if (!key.startsWith("column ")) return key;
	const object = parseObject(key);
	return object.class === "column" ? formatObject({
		class: "table",
		schema: object.schema,
		name: object.table
	}) : key;
}
/** Who granted it. The object's owner alone, unless the catalogue says otherwise. */
function grantorsOf(facts, held, grantable) {
	const foreign = facts.foreignGrants.filter((grant) => grant.grantee === held.role && grant.database === held.database && grant.object === held.object && grant.privilege === held.privilege);
	const owner = ownerOf(facts, held.database, held.object);
	return foreign.length > 0 || owner === null ? foreign : [{
		grantor: owner,
		grantable
	}];
}
/** What the role has given on by its grant option: a REVOKE would have to take these, too. */
function dependentsOf(facts, held) {
	return facts.foreignGrants.filter((grant) => grant.grantor === held.role && grant.grantee !== held.role && grant.database === held.database && grant.object === held.object && grant.privilege === held.privilege);
}
/**
* The server records as grantor a superuser's or the owner's grant as the owner's, and otherwise searches the actor's own
* grant options first and those of inherited roles after (select_best_grantor in acl.c): being exactly one role leaves no choice.
*/
function actorForGrant(facts, held) {
	const owner = actorForOwner(facts, held);
	if (owner.kind === "as") return owner;
	const writer = writerAuthority(facts);
	return writer.kind === "known" && holdsGrantOption(facts, writer.name, held) ? {
		kind: "as",
		role: null
	} : owner;
}
function actorForOwner(facts, held) {
	const writer = writerAuthority(facts);
	const owner = ownerOf(facts, held.database, held.object);
	if (writer.kind === "unknown" || writer.superuser || writer.name === owner) return {
		kind: "as",
		role: null
	};
	if (owner === null) return { kind: "nobody" };
	if (maySetRole(facts, writer, owner, held.database)) return {
		kind: "as",
		role: owner
	};
	return hasPrivilegesOf(facts, writer, owner, held.database) && !holdsGrantOption(facts, writer.name, held) ? {
		kind: "as",
		role: null
	} : { kind: "nobody" };
}
function holdsGrantOption(facts, writer, held) {
	return facts.foreignGrants.some((grant) => (grant.grantor === writer || grant.grantee === writer && grant.grantable) && grant.database === held.database && grant.object === held.object && grant.privilege === held.privilege);
}
function actorForRevoke(facts, held, grantor) {
	if (grantor === ownerOf(facts, held.database, held.object)) return actorForOwner(facts, held);
	if (own(facts.roles, grantor)?.superuser === true) return { kind: "nobody" };
	const writer = writerAuthority(facts);
	if (writer.kind === "known" && writer.name === grantor) return {
		kind: "as",
		role: null
	};
	return maySetRole(facts, writer, grantor, held.database) ? {
		kind: "as",
		role: grantor
	} : { kind: "nobody" };
}

// src/providers/postgres/steps/transitions.ts
function stateOf$3(leaf) {
	return isPatternMark(leaf) ? void 0 : leaf;
}
function removes({ before, after }) {
	return before !== void 0 && (after === void 0 || before !== "granted" && after === "granted");
}
function adds({ before, after }) {
	return after !== void 0 && (before === void 0 || before === "granted" && after === "grantable");
}
function revokesOf({ facts }, { held, before, after }, actual) {
	const only = after === void 0 && before !== "option" ? "privilege" : "grant-option";
	const planned = grantorsOf(facts, held, before !== "granted").filter(({ grantable }) => only === "privilege" || grantable).map(({ grantor }) => {
		const actor = actorForRevoke(facts, held, grantor);
		return actor.kind === "nobody" ? notRevocable(facts, held, grantor) : revoke(held, only, actor);
	});
	const dependents = before === "granted" ? [] : dependentReasons(facts, held, actual);
	return {
		operations: planned.flatMap(({ operations }) => operations),
		blocked: [...planned.flatMap(({ blocked }) => blocked), ...dependents]
	};
}
function revoke(held, only, actor) {
	return {
		operations: [{
			kind: "revoke",
			object: held.object,
			privileges: [held.privilege],
			only,
			as: actor.role
		}],
		blocked: []
	};
}
function notRevocable(facts, held, grantor) {
	const who = own(facts.roles, grantor)?.superuser === true ? `${grantor} is a superuser now, and revokes only what the owner granted` : `the writer ${facts.writer} may not act as ${grantor}`;
	return {
		operations: [],
		blocked: [{
			code: "revoke-not-permitted",
			message: `${grantor} granted ${held.privilege} on ${held.object} in ${held.database} to ${held.role}, and only that grantor can revoke it: ${who}.`,
			pointer: pointerOf(held)
		}]
	};
}
/** A table's REVOKE reaches its columns, so what was given on of these stands in its way, too. */
function dependentReasons(facts, held, actual) {
	const columns = Object.keys(actual).filter((object) => object !== held.object && containerOf(object) === held.object);
	return [held.object, ...columns].flatMap((object) => dependentsOf(facts, {
		...held,
		object
	}).map(({ grantee }) => ({
		code: "revoke-cascades",
		message: `${held.role} has given ${held.privilege} on ${object} in ${held.database} on to ${grantee}, which a revoke would have to take, too.`,
		pointer: pointerOf(held)
	})));
}
/** REVOKE on a table takes the same privilege from each of its columns: what is to stay there is granted again. */
function columnsLost(place, transitions, after, actual) {
	const revoked = transitions.filter((transition) => removes(transition) && transition.held.object.startsWith("table "));
	const settled = new Set(transitions.map(({ held }) => `${held.object} ${held.privilege}`));
	return revoked.flatMap(({ held: { object: table, privilege } }) => unionKeys(actual, after).filter((object) => object !== table && containerOf(object) === table && !settled.has(`${object} ${privilege}`)).flatMap((object) => {
		const state = stateOf$3(actual[object]?.[privilege]);
		const held = {
			database: place.database,
			object,
			privilege,
			role: place.role
		};
		return state === void 0 ? [] : [{
			held,
			before: void 0,
			after: state
		}];
	}));
}
function grantOf({ facts }, { held, after }) {
	if (isMissing(facts, held)) return {
		operations: [],
		blocked: [{
			code: "object-missing",
			message: `There is no ${held.object} in ${held.database}.`,
			pointer: pointerOf(held)
		}]
	};
	const actor = actorForGrant(facts, held);
	if (actor.kind === "nobody") {
		const owner = ownerOf(facts, held.database, held.object) ?? "its owner";
		return {
			operations: [],
			blocked: [{
				code: "grant-not-permitted",
				message: `The writer ${facts.writer} may not grant ${held.privilege} on ${held.object} in ${held.database}: it needs to be a member of ${owner}, or that privilege with grant option.`,
				pointer: pointerOf(held)
			}]
		};
	}
	const grantable = after === "grantable";
	return {
		operations: [{
			kind: "grant",
			object: held.object,
			privileges: [held.privilege],
			grantable,
			as: actor.role
		}],
		blocked: []
	};
}
/** The catalogue lists all objects but those of the server's own schemas. */
function isMissing(facts, held) {
	if (own(facts.database, held.database) === void 0 || ownerOf(facts, held.database, held.object) !== null) return false;
	const object = parseObject(held.object);
	return object.class !== "database" && !isSystemSchema(object.schema);
}
function pointerOf(held) {
	return `/grants/values/${[
		held.database,
		held.object,
		held.privilege
	].map(escapePointer).join("/")}`;
}
/** Statements that differ only in their privileges become one. */
function merged(planned, kind) {
	const groups = /* @__PURE__ */ new Map();
	for (const operation of planned.flatMap(({ operations }) => operations)) {
		if (operation.kind !== kind) continue;
		const key = JSON.stringify({
			...operation,
			privileges: []
		});
		const privileges = [...groups.get(key)?.privileges ?? [], ...operation.privileges].sort(compareText);
		groups.set(key, {
			...operation,
			privileges
		});
	}
	return [...groups.entries()].sort(([left], [right]) => compareText(left, right)).map(([, operation]) => operation);
}
function unionKeys(...sides) {
	return [...new Set(sides.flatMap((side) => Object.keys(side ?? {})))].sort(compareText);
}

// src/providers/postgres/steps/pattern-steps.ts
/** Patterns whose declaration changed. Those with grant option are patterns of their own. */
function patternOperations(before, after) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter(isPatternKey).sort(compareText).flatMap((pattern) => [...revokes(pattern, before, after), ...grants(pattern, before, after)]);
}
function grants(pattern, before, after) {
	const privileges = privilegesOf(after, pattern).filter((privilege) => holds$1(after, pattern, privilege) && !holds$1(before, pattern, privilege));
	if (privileges.length === 0) return [];
	return [{
		kind: "grant-pattern",
		pattern,
		privileges,
		grantable: parsePattern(pattern).grantable
	}];
}
/** One operation for all privileges that leave the same things out. */
function revokes(pattern, before, after) {
	const groups = /* @__PURE__ */ new Map();
	for (const privilege of privilegesOf(before, pattern)) {
		if (!holds$1(before, pattern, privilege) || holds$1(after, pattern, privilege)) continue;
		const except = stillHeld(pattern, privilege, after);
		const key = JSON.stringify(except);
		const privileges = [...groups.get(key)?.privileges ?? [], privilege];
		groups.set(key, {
			kind: "revoke-pattern",
			pattern,
			privileges,
			except
		});
	}
	return [...groups.values()];
}
/** Keys of the head, objects and patterns, that go on holding this privilege on something that the pattern may match. */
function stillHeld(pattern, privilege, after) {
	const parsed = parsePattern(pattern);
	return Object.keys(after).filter((key) => {
		if (key === pattern || after[key]?.[privilege] === void 0) return false;
		if (isPatternKey(key)) return parsePattern(key).class === parsed.class && holds$1(after, key, privilege);
		return covers(parsed, parseObject(key));
	}).sort(compareText);
}
function holds$1(grants, pattern, privilege) {
	const leaf = grants[pattern]?.[privilege];
	return isPatternMark(leaf) && leaf.state === "held";
}
function privilegesOf(grants, pattern) {
	return Object.keys(grants[pattern] ?? {}).sort(compareText);
}
/**
* What an operation on a pattern means for the objects that it matches now: nothing for those that are as they should be.
* @param wanted all that the identity is to hold in this database, by object and by pattern
* @param actual all that it holds there
*/
function expandPatternOperation(place, operation, wanted, actual) {
	const pattern = parsePattern(operation.pattern);
	const database = own(place.facts.database, place.database);
	const transitions = expandPattern(pattern, database).filter((object) => own(database?.objects, object) !== place.role).flatMap((object) => operation.privileges.flatMap((privilege) => {
		const before = stateOf$3(actual[object]?.[privilege]);
		const after = wantedState(wanted, object, privilege);
		return before === after ? [] : [{
			held: {
				database: place.database,
				object,
				privilege,
				role: place.role
			},
			before,
			after
		}];
	}));
	return operation.kind === "grant-pattern" ? granting(place, transitions) : revoking(place, transitions, wanted, actual);
}
function granting(place, transitions) {
	const planned = transitions.filter(adds).map((transition) => grantOf(place, transition));
	return {
		operations: merged(planned, "grant"),
		blocked: planned.flatMap(({ blocked }) => blocked)
	};
}
function revoking(place, transitions, wanted, actual) {
	const revokes = transitions.filter(removes).map((transition) => revokesOf(place, transition, actual));
	const lost = columnsLost(place, transitions, wanted, actual).map((transition) => grantOf(place, transition));
	const planned = [...revokes, ...lost];
	return {
		operations: [...merged(planned, "revoke"), ...merged(planned, "grant")],
		blocked: planned.flatMap(({ blocked }) => blocked)
	};
}
/** What an entry that names the object says, else the most that any pattern over it says; undefined: nothing. */
function wantedState(wanted, object, privilege) {
	const named = stateOf$3(wanted[object]?.[privilege]);
	if (named !== void 0) return named;
	const reference = parseObject(object);
	const states = Object.keys(wanted).flatMap((key) => {
		if (!isPatternKey(key) || !holds$1(wanted, key, privilege)) return [];
		const pattern = parsePattern(key);
		return covers(pattern, reference) ? [pattern.grantable ? "grantable" : "granted"] : [];
	});
	return states.includes("grantable") ? "grantable" : states[0];
}

// src/providers/postgres/boundary.ts
/** Roles of the server itself, pg_…, never are. */
function boundaryOf(boundary) {
	const { include, exclude = [] } = boundary;
	const included = include?.map(globOf) ?? null;
	const excluded = exclude.map(globOf);
	return (role) => !role.startsWith("pg_") && (included === null || included.some((glob) => matchesPart(glob, role))) && !excluded.some((glob) => matchesPart(glob, role));
}
/** Provider.outside. Where no databases are named, nobody can tell from here what the connection's own is called. */
function outside$1({ boundary, options }, { address, steps }) {
	const { kind, name } = parseAddress(address);
	const [role = ""] = name;
	if (kind !== "PostgresRole" || name.length !== 1 || !boundaryOf(boundary)(role)) return {
		code: "outside-boundary",
		message: `${address} is no role within the boundary of its source.`
	};
	const { databases = null } = options;
	const left = steps.map(({ effect }) => databaseIn(effect)).find((one) => one !== null && !databases?.includes(one));
	if (databases === null || left === void 0) return null;
	return {
		code: "database-not-configured",
		message: `${address} is to be changed in ${left}, which is not one of the databases of its source.`
	};
}
function databaseIn(effect) {
	if (typeof effect !== "object" || effect === null || !("database" in effect)) return null;
	return typeof effect.database === "string" ? effect.database : null;
}
/** Every star stands for any text; everything else for itself. */
function globOf(pattern) {
	const pieces = pattern.split("*").flatMap((text, index) => {
		const literal = text === "" ? [] : [{
			kind: "text",
			text
		}];
		return index === 0 ? literal : [{ kind: "any" }, ...literal];
	});
	return pieces.filter((piece, index) => piece.kind !== "any" || pieces[index - 1]?.kind !== "any");
}

// src/providers/postgres/facts.ts
function emptyFacts(databases, writer) {
	return {
		version: 0,
		databases,
		database: {},
		roles: {},
		memberships: [],
		foreignGrants: [],
		defaults: [],
		sharedOwned: {},
		elsewhere: {},
		writer
	};
}
/** @throws CountersignError `facts-malformed` when a live state was not written by this provider. */
function postgresFacts(live) {
	const facts = live.facts;
	if (!isPostgresFacts(facts)) throw new CountersignError("facts-malformed", "This live state does not hold the facts of a PostgreSQL source.", { mend: "Read the source again with this version of Countersign." });
	return facts;
}
function isPostgresFacts(facts) {
	return typeof facts["version"] === "number" && Array.isArray(facts["databases"]) && [
		"database",
		"roles",
		"sharedOwned",
		"elsewhere"
	].every((name) => isJsonObject(facts[name])) && [
		"memberships",
		"foreignGrants",
		"defaults"
	].every((name) => Array.isArray(facts[name]));
}
/** Everything that a role owns and that the source's databases know by name, by database (null: cluster-wide), sorted. */
function ownedBy(facts, role) {
	const shared = own(facts.sharedOwned, role) ?? [];
	const local = facts.databases.map((database) => {
		const known = own(facts.database, database);
		return {
			database,
			objects: [...Object.entries(known?.objects ?? {}).flatMap(([object, owner]) => owner === role ? [object] : []), ...own(known?.otherOwned, role) ?? []].sort()
		};
	});
	return [{
		database: null,
		objects: shared
	}, ...local].filter((entry) => entry.objects.length > 0);
}

// src/providers/postgres/normal-form/creation-mark.ts
const PREFIX = "Countersign: creation unfinished, mark ";
/** Stands in live attributes for the comment of a role whose creation has not ended: it is the mark of an apply, and nobody's text. */
const UNFINISHED = "(creation unfinished)";
/**
* The comment that a role has from its CREATE, in the same transaction, until the next step of its chain. It tells this apply's own
* creation from someone else's equal role. Every login that may create a role may write it; custom settings need more.
*/
function creationComment(mark) {
	return `${PREFIX}${mark}`;
}
/** Whether a comment holds a mark, whichever apply's. */
function isCreationComment(comment) {
	return comment.startsWith(PREFIX);
}
/** Null: it holds none. */
function markIn(comment) {
	return comment !== null && isCreationComment(comment) ? comment.slice(39) : null;
}

// src/providers/postgres/normal-form/timestamps.ts
const DAY = 86400000000n;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const EPOCH_DAYS = 719468n;
const DAYS_IN_400_YEARS = 146097n;
const SPELLING = /^([+-]?\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|([+-])(\d{2}):(\d{2}))$/iu;
/** Microseconds since 1970-01-01T00:00:00Z to the normal form of `validUntil`. */
function formatInstant(microseconds) {
	const days = floorDivide(microseconds, DAY);
	const { year, month, day } = civil(days);
	const rest = microseconds - days * DAY;
	const [hours, minutes] = [rest / 3600000000n, rest / 60000000n % 60n];
	const [seconds, fraction] = [rest / 1000000n % 60n, rest % 1000000n];
	const decimals = fraction === 0n ? "" : `.${pad(fraction, 6).replace(/0+$/u, "")}`;
	const clock = `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}${decimals}`;
	return `${formatYear(year)}-${pad(month, 2)}-${pad(day, 2)}T${clock}Z`;
}
/** RFC 3339, also with an offset, or with an expanded year; null for anything else. */
function parseInstant(text) {
	const found = SPELLING.exec(text);
	if (found === null) return null;
	const [, years = "", months = "", days = "", hours = "", minutes = "", seconds = "", fraction = ""] = found;
	const [year, month, day] = [
		BigInt(years),
		BigInt(months),
		BigInt(days)
	];
	const instant = civilDays(year, month, day);
	const same = civil(instant);
	if (same.year !== year || same.month !== month || same.day !== day) return null;
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
	const clock = (BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds)) * 1000000n;
	const offset = BigInt(found[9] ?? 0) * 3600n + BigInt(found[10] ?? 0) * 60n;
	const shift = (found[8] === "-" ? -offset : offset) * 1000000n;
	return instant * DAY + clock + BigInt(fraction.padEnd(6, "0")) - shift;
}
function formatYear(year) {
	if (year >= 0n && year <= 9999n) return pad(year, 4);
	return `${year < 0n ? "-" : "+"}${pad(year < 0n ? -year : year, 4)}`;
}
/** Years that begin in March make the leap day the last one. */
function civil(days) {
	const shifted = days + EPOCH_DAYS;
	const era = floorDivide(shifted, DAYS_IN_400_YEARS);
	const ofEra = shifted - era * DAYS_IN_400_YEARS;
	const yearOfEra = (ofEra - ofEra / 1460n + ofEra / 36524n - ofEra / 146096n) / 365n;
	const ofYear = ofEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
	const shiftedMonth = (5n * ofYear + 2n) / 153n;
	const month = shiftedMonth < 10n ? shiftedMonth + 3n : shiftedMonth - 9n;
	const day = ofYear - (153n * shiftedMonth + 2n) / 5n + 1n;
	return {
		year: yearOfEra + era * 400n + (month <= 2n ? 1n : 0n),
		month,
		day
	};
}
function civilDays(year, month, day) {
	const shiftedYear = month <= 2n ? year - 1n : year;
	const era = floorDivide(shiftedYear, 400n);
	const yearOfEra = shiftedYear - era * 400n;
	const ofYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
	return era * DAYS_IN_400_YEARS + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + ofYear - EPOCH_DAYS;
}
function floorDivide(left, right) {
	const quotient = left / right;
	return left % right < 0n ? quotient - 1n : quotient;
}
function pad(value, digits) {
	return String(value).padStart(digits, "0");
}

// src/providers/postgres/normal-form/named.ts
/** What the head names of one object's privileges, as found but never more than it asks for. */
function namedPrivileges(found, wanted) {
	const named = mapEntries(found, (privilege, state) => {
		const asked = own(wanted, privilege);
		if (asked === void 0) return void 0;
		return asked === "granted" && state === "grantable" ? "granted" : state;
	});
	return isEmpty(named) ? void 0 : named;
}

// src/providers/postgres/normal-form/project-grants.ts
/** Grants as found: facts named one by one or covered by no pattern, and at each pattern's place how far it holds. */
function projectGrants({ role, facts, found, head, base }) {
	const keep = head.others === "keep";
	const all = [
		found?.values,
		head.values,
		keep ? void 0 : base?.values
	];
	const values = [...new Set(all.flatMap((values) => Object.keys(values ?? {})))].sort().flatMap((database) => {
		const headHere = own(head.values, database) ?? {};
		const baseHere = keep ? {} : own(base?.values, database) ?? {};
		const place = {
			role,
			facts: own(facts.database, database),
			found: own(found?.values, database) ?? {},
			head: headHere,
			patterns: declaredPatterns(headHere, baseHere)
		};
		const grants = {
			...objectGrants(place, head.others),
			...patternMarks(place)
		};
		return isEmpty(grants) ? [] : [[database, grants]];
	});
	return {
		others: head.others,
		values: Object.fromEntries(values)
	};
}
function declaredPatterns(head, base) {
	const [inHead, inBase] = [patternsIn(head), base === head ? [] : patternsIn(base)];
	if (inHead.length === 0 && inBase.length === 0) return [];
	const staying = inHead.filter(({ mark }) => mark.state !== "none");
	const isStaying = (key, privilege) => staying.some((one) => one.key === key && one.privilege === privilege);
	const leaving = [...inHead, ...inBase].filter(({ key, privilege }) => !isStaying(key, privilege));
	const once = new Map(leaving.map((one) => [JSON.stringify([one.key, one.privilege]), one]));
	return [...staying.map((one) => ({
		...one,
		leaving: false
	})), ...[...once.values()].map((one) => ({
		...one,
		leaving: true
	}))];
}
function patternsIn(grants) {
	return Object.keys(grants).filter(isPatternKey).flatMap((key) => {
		const pattern = parsePattern(key);
		return Object.entries(own(grants, key) ?? {}).flatMap(([privilege, mark]) => isPatternMark(mark) ? [{
			key,
			pattern,
			privilege,
			mark
		}] : []);
	});
}
function objectGrants(place, others) {
	if (others === "remove" && place.patterns.length === 0) return place.found;
	return mapEntries(place.found, (key, found) => {
		const named = own(place.head, key);
		if (others === "keep") return namedPrivileges(found, named);
		const shown = mapEntries(found, (privilege, state) => own(named, privilege) === void 0 ? uncovered(place, key, privilege, state) : state);
		return isEmpty(shown) ? void 0 : shown;
	});
}
/** What is left of a fact beside the patterns that cover it. */
function uncovered(place, key, privilege, state) {
	if (isPatternMark(state)) return void 0;
	const candidates = place.patterns.filter((declared) => declared.privilege === privilege);
	if (candidates.length === 0) return state;
	const object = parseObject(key);
	const covering = candidates.filter(({ pattern }) => covers(pattern, object));
	if (covering.length === 0) return state;
	return state === "grantable" && !covering.some(({ pattern }) => pattern.grantable) ? "option" : void 0;
}
function patternMarks(place) {
	const marks = /* @__PURE__ */ new Map();
	for (const declared of place.patterns) {
		const privileges = marks.get(declared.key) ?? {};
		marks.set(declared.key, {
			...privileges,
			[declared.privilege]: patternMark(stateOf$2(place, declared))
		});
	}
	return Object.fromEntries(marks);
}
/** Asked of every matched object that the role does not own and that the head does not name by itself. */
function stateOf$2(place, declared) {
	const objects = expandPattern(declared.pattern, place.facts).filter((key) => isAsked(place, declared, key));
	const holding = objects.filter((key) => holds(place, declared, key)).length;
	if (objects.length === 0) return "empty";
	return holding === 0 ? "none" : holding === objects.length ? "held" : "mixed";
}
function isAsked(place, declared, key) {
	if (own(place.facts?.objects, key) === place.role) return false;
	if (own(own(place.head, key), declared.privilege) !== void 0) return false;
	return !stayingOver(place, declared, key).some(({ pattern }) => pattern.grantable || !declared.pattern.grantable);
}
/** A privilege that leaves with grant option while a plain pattern stays leaves only its option. */
function holds(place, declared, key) {
	const state = own(own(place.found, key), declared.privilege);
	return declared.pattern.grantable && (!declared.leaving || stayingOver(place, declared, key).length > 0) ? state === "grantable" : state !== void 0;
}
/** Patterns that stay and cover the object too, where the asked one leaves. */
function stayingOver(place, declared, key) {
	if (!declared.leaving) return [];
	const rivals = place.patterns.filter((other) => !other.leaving && other.privilege === declared.privilege);
	if (rivals.length === 0) return [];
	const object = parseObject(key);
	return rivals.filter(({ pattern }) => covers(pattern, object));
}

// src/providers/postgres/normal-form/project.ts
/** Provider.project. */
function project(object, guide, live) {
	return projectRole(roleOf$1(object), roleAttributes(object.attributes), guide, postgresFacts(live));
}
/** Provider.inventory: the live form has no patterns, and lists every attribute. */
function inventory(object) {
	return object.attributes;
}
function roleOf$1(object) {
	return parseAddress(object.address).name[0] ?? "";
}
/**
* A role as found, restricted to what the guide manages.
* Under `others: keep` nothing shows but what the head names, and what is found beyond it (a grant option, ADMIN) does not show either:
* such a list never takes anything away.
*/
function projectRole(role, found, guide, facts) {
	const head = roleAttributes(guide.head);
	const base = guide.base === null ? void 0 : roleAttributes(guide.base);
	return {
		...scalars(found, head),
		...head.settings === void 0 ? {} : { settings: settings(found.settings, head.settings) },
		...head.memberOf === void 0 ? {} : { memberOf: memberships$1(found.memberOf, head.memberOf) },
		...head.grants === void 0 ? {} : { grants: projectGrants({
			role,
			facts,
			found: found.grants,
			head: head.grants,
			base: base?.grants
		}) },
		...head.defaultPrivileges === void 0 ? {} : { defaultPrivileges: defaults$1(found.defaultPrivileges, head.defaultPrivileges) }
	};
}
function scalars(found, head) {
	const names = [
		...SCALARS,
		"validUntil",
		"comment"
	];
	return Object.fromEntries(names.flatMap((name) => head[name] === void 0 || found[name] === void 0 ? [] : [[name, found[name]]]));
}
function settings(found, head) {
	const values = found?.values ?? {
		everywhere: {},
		databases: {}
	};
	if (head.others === "remove") return {
		others: "remove",
		values
	};
	return {
		others: "keep",
		values: {
			everywhere: onlyNamed(values.everywhere, head.values.everywhere),
			databases: mapEntries(values.databases, (database, inDatabase) => {
				const named = onlyNamed(inDatabase, own(head.values.databases, database) ?? {});
				return isEmpty(named) ? void 0 : named;
			})
		}
	};
}
function onlyNamed(found, head) {
	return mapEntries(found, (name, value) => Object.hasOwn(head, name) ? value : void 0);
}
function memberships$1(found, head) {
	const values = found?.values ?? {};
	if (head.others === "remove") return {
		others: "remove",
		values
	};
	return {
		others: "keep",
		values: mapEntries(values, (role, membership) => {
			const wanted = own(head.values, role);
			return wanted === void 0 ? void 0 : atMost(membership, wanted);
		})
	};
}
function atMost(found, wanted) {
	return {
		admin: found.admin && wanted.admin,
		inherit: found.inherit && wanted.inherit,
		set: found.set && wanted.set
	};
}
function defaults$1(found, head) {
	const values = found?.values ?? {};
	if (head.others === "remove") return {
		others: "remove",
		values
	};
	return {
		others: "keep",
		values: mapEntries(values, (database, scopes) => {
			const named = mapEntries(scopes, (scope, privileges) => namedPrivileges(privileges, own(own(head.values, database), scope)));
			return isEmpty(named) ? void 0 : named;
		})
	};
}

// src/providers/postgres/catalog/sink.ts
function emptySink() {
	return {
		grants: /* @__PURE__ */ new Map(),
		defaults: /* @__PURE__ */ new Map(),
		foreignGrants: [],
		defaultFacts: [],
		notModelled: []
	};
}
/** Several grantors of one privilege are one fact; it is grantable when any of them gave the option. */
function record(roles, role, database, key, privileges) {
	const databases = roles.get(role) ?? /* @__PURE__ */ new Map();
	const objects = databases.get(database) ?? /* @__PURE__ */ new Map();
	const known = objects.get(key);
	objects.set(key, known === void 0 ? privileges : union$1(known, privileges));
	if (known === void 0) roles.set(role, databases.set(database, objects));
}
function union$1(known, added) {
	return {
		...known,
		...mapEntries(added, (privilege, state) => known[privilege] === "grantable" ? "grantable" : state)
	};
}
function recorded(databases) {
	return mapEntries(recordOf(databases ?? []), (_database, objects) => recordOf(objects));
}

// src/providers/postgres/catalog/acl.ts
/**
* SQL that joins each ACL as one row of x: `entries`, as `grantee grantor PRIVILEGE,PRIVILEGE*;…` with oids and a star for the grant option;
* null where none is wanted. A row an object costs server and client half of what a row an entry would.
* Parameter 1 holds the oids whose entries are wanted (as grantee or grantor; null: all); PUBLIC's and the owner's always come.
* A NULL ACL is the built-in default, which gives nothing to anyone but owner and PUBLIC: callers leave those objects out.
*/
function explodedAcl(acl, owner) {
	return `LEFT JOIN LATERAL (
      SELECT pg_catalog.string_agg(e.entry, ';') AS entries FROM (
        SELECT a.grantee::pg_catalog.text || ' ' || a.grantor::pg_catalog.text || ' ' ||
          pg_catalog.string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ',') AS entry
        FROM pg_catalog.aclexplode(${acl}) a
        WHERE $1::pg_catalog.oid[] IS NULL OR a.grantee = ANY ($1) OR a.grantor = ANY ($1) OR a.grantee = 0 OR a.grantee = ${owner}
        GROUP BY a.grantee, a.grantor
      ) e
    ) x ON true`;
}
/** Reads the `entries` column back. */
function entriesIn(text) {
	if (text === null || text === "") return [];
	return text.split(";").map((entry) => {
		const first = entry.indexOf(" ");
		const second = entry.indexOf(" ", first + 1);
		return {
			grantee: entry.slice(0, first),
			grantor: entry.slice(first + 1, second),
			privileges: privilegesIn(entry.slice(second + 1))
		};
	});
}
/** A cluster has few different sets, and many entries: each text is taken apart once. */
const KNOWN = /* @__PURE__ */ new Map();
const MAXIMUM_KNOWN = 1e4;
function privilegesIn(text) {
	const known = KNOWN.get(text);
	if (known !== void 0) return known;
	const list = text.split(",").map((entry) => entry.endsWith("*") ? {
		name: entry.slice(0, -1),
		grantable: true
	} : {
		name: entry,
		grantable: false
	});
	const set = Object.fromEntries(list.map(({ name, grantable }) => [name, grantable ? "grantable" : "granted"]));
	if (KNOWN.size < MAXIMUM_KNOWN) KNOWN.set(text, {
		list,
		set
	});
	return {
		list,
		set
	};
}

// src/providers/postgres/catalog/unmodelled.ts
/** What the built-in default gives on classes that no document can name. */
const DEFAULTS$1 = {
	language: {
		owner: ["USAGE"],
		public: ["USAGE"]
	},
	"foreign data wrapper": {
		owner: ["USAGE"],
		public: []
	},
	"foreign server": {
		owner: ["USAGE"],
		public: []
	},
	"large object": {
		owner: ["SELECT", "UPDATE"],
		public: []
	},
	tablespace: {
		owner: ["CREATE"],
		public: []
	},
	parameter: {
		owner: ["ALTER SYSTEM", "SET"],
		public: []
	}
};
/** Lists every explicit privilege of identities and PUBLIC, one by one, and every default one that owner or PUBLIC lost. Rows: class, name, owner, entries. */
function gatherUnmodelled(rows, database, cast, sink) {
	for (const [objectClass, name, owner, entries = null] of rows) gatherFact({
		class: objectClass ?? "",
		name: name ?? "",
		database,
		owner: owner ?? ""
	}, entriesIn(entries), cast, sink);
}
function gatherFact(fact, entries, cast, sink) {
	const defaults = DEFAULTS$1[fact.class] ?? {
		owner: [],
		public: []
	};
	for (const { grantee, grantor, privileges } of entries) {
		if (grantee === fact.owner || !(cast.isIdentity(grantee) || grantee === "0")) continue;
		for (const { name, grantable } of privileges.list) {
			if (grantee === "0" && defaults.public.includes(name)) continue;
			note(fact, grantee, `${name} ${`granted to ${nameOf(grantee, cast)} by ${cast.nameOf(grantor) ?? "a dropped role"}`}${grantable ? " with grant option" : ""}`, cast, sink);
		}
	}
	if (cast.isIdentity(fact.owner)) noteLosses(fact, entries, fact.owner, defaults.owner, cast, sink);
	noteLosses(fact, entries, "0", defaults.public, cast, sink);
}
function noteLosses(fact, entries, grantee, expected, cast, sink) {
	const holds = entries.flatMap((entry) => entry.grantee === grantee ? entry.privileges.list.map(({ name }) => name) : []);
	for (const privilege of expected.filter((name) => !holds.includes(name))) note(fact, grantee, `${privilege} revoked from ${nameOf(grantee, cast)}`, cast, sink);
}
function note(fact, grantee, what, cast, sink) {
	const place = fact.database === null ? "" : ` in ${fact.database}`;
	sink.notModelled.push({
		address: cast.isIdentity(grantee) ? cast.addressOf(cast.nameOf(grantee) ?? "") : null,
		what: fact.class,
		detail: `${fact.name}${place}: ${what}`
	});
}
function nameOf(oid, cast) {
	return oid === "0" ? "PUBLIC" : cast.nameOf(oid) ?? "a dropped role";
}
/** Policies and user mappings that name an identity. */
function gatherMentions(rows, cast, sink) {
	for (const [what, names, role] of rows.mentions) {
		const name = cast.nameOf(role ?? null);
		if (name === null || !(cast.isIdentity(role ?? null) || role === "0")) continue;
		const [first = "", schema, table] = parseJson(names ?? "[]");
		const place = schema === void 0 ? "" : ` on ${schema}.${table}`;
		sink.notModelled.push({
			address: role === "0" ? null : cast.addressOf(name),
			what: what ?? "",
			detail: `${first}${place} in ${rows.database}`
		});
	}
}

// src/providers/postgres/catalog/defaults.ts
/** pg_default_acl.defaclobjtype; what is missing has no grants in documents. */
const CLASSES = {
	r: {
		plural: "tables",
		class: "table"
	},
	S: {
		plural: "sequences",
		class: "sequence"
	},
	f: {
		plural: "functions",
		class: "function"
	},
	T: {
		plural: "types",
		class: "type"
	},
	n: {
		plural: "schemas",
		class: "schema"
	}
};
/** The plural in which documents name a class, by its letter. */
const DEFAULT_LETTERS = new Map(Object.entries(CLASSES).map(([letter, { plural }]) => [letter, plural]));
/** Reads one database's default privileges into the sink. */
function gatherDefaults(rows, version, cast, sink) {
	for (const [by, schema = null, letter, entries = null] of rows.defaults) {
		const group = {
			creator: by ?? "",
			schema,
			letter: letter ?? "",
			entries: entriesIn(entries)
		};
		const creator = cast.nameOf(group.creator);
		if (creator === null) continue;
		const classes = isKnown(group.letter) ? CLASSES[group.letter] : null;
		if (classes === null) gatherUnknown(rows.database, creator, group, cast, sink);
		else gatherScope(rows.database, creator, group, classes, version, cast, sink);
	}
}
function gatherScope(database, creator, group, classes, version, cast, sink) {
	const scope = formatScope(creator, classes.plural, group.schema);
	for (const { grantee, privileges } of group.entries) {
		const role = cast.nameOf(grantee);
		if (role === null || isImplied(group, grantee)) continue;
		sink.defaultFacts.push({
			database,
			creator,
			scope,
			grantee: role
		});
		if (cast.isIdentity(grantee)) record(sink.defaults, role, database, scope, privileges.set);
	}
	const perSchema = group.schema !== null;
	differences(database, scope, group, perSchema ? [] : publicPrivileges(classes.class), "0", "PUBLIC", null, sink);
	if (!perSchema && cast.isIdentity(group.creator)) differences(database, scope, group, ownerPrivileges(classes.class, version), group.creator, creator, cast.addressOf(creator), sink);
}
/** A global entry repeats what the creator owns anyway; a schema's entry only adds, so there the creator is a grantee like any other. */
function isImplied(group, grantee) {
	return group.schema === null && grantee === group.creator;
}
function differences(database, scope, group, expected, grantee, name, address, sink) {
	const holds = group.entries.filter((entry) => entry.grantee === grantee).flatMap(({ privileges }) => privileges.list.map((privilege) => privilege.name));
	const more = [...new Set(holds)].filter((privilege) => !expected.includes(privilege)).sort();
	const less = expected.filter((privilege) => !holds.includes(privilege)).sort();
	const text = [more.length > 0 ? `${more.join(", ")} for` : "", less.length > 0 ? `no ${less.join(", ")} for` : ""].filter((part) => part !== "").join(" and ");
	if (text === "") return;
	sink.notModelled.push({
		address,
		what: address === null ? "default privileges of PUBLIC" : "creator without own default privileges",
		detail: `${scope} in ${database}: ${text} ${name}`
	});
}
function gatherUnknown(database, creator, group, cast, sink) {
	for (const { grantee, privileges } of group.entries) {
		const role = cast.nameOf(grantee);
		if (role === null || isImplied(group, grantee)) continue;
		if (!cast.isIdentity(grantee) && grantee !== "0") continue;
		const names = privileges.list.map(({ name, grantable }) => `${name}${grantable ? " with grant option" : ""}`);
		sink.notModelled.push({
			address: grantee === "0" ? null : cast.addressOf(role),
			what: group.letter === "L" ? "default privileges on large objects" : "default privileges of an unknown class",
			detail: `created by ${creator} in ${database}: ${names.sort().join(", ")} for ${grantee === "0" ? "PUBLIC" : role}`
		});
	}
}
function isKnown(letter) {
	return Object.hasOwn(CLASSES, letter);
}

// src/providers/postgres/catalog/object-acl.ts
/** Sorts the entries into identities' grants, grants with another grantor than the owner, and what no document can say. Returns whether an identity holds something. */
function gatherAcl(acl, cast, sink) {
	const grants = acl.entries.filter(({ grantee }) => cast.isIdentity(grantee) && grantee !== acl.owner);
	for (const { grantee, privileges } of grants) {
		const role = cast.nameOf(grantee);
		if (role !== null) record(sink.grants, role, acl.database, acl.key, privileges.set);
	}
	if (acl.entries.some(({ grantee, grantor }) => grantor !== acl.owner || cast.isActor(grantee))) sink.foreignGrants.push(...foreignGrants(acl, cast));
	gatherOwner(acl, cast, sink);
	gatherPublic(acl, sink);
	return grants.length > 0;
}
/** Where a privilege has another grantor than the owner, or lets the writer grant, all its grantors are named, the owner too. */
function foreignGrants(acl, cast) {
	const flat = acl.entries.flatMap(({ grantee, grantor, privileges }) => privileges.list.map((privilege) => ({
		grantee,
		grantor,
		...privilege
	})));
	const asked = flat.filter(({ grantee, grantor, grantable }) => grantor !== acl.owner || grantable && grantee !== acl.owner && cast.isActor(grantee));
	const foreign = new Set(asked.map(({ grantee, name }) => `${grantee} ${name}`));
	return flat.flatMap(({ grantee, grantor, name, grantable }) => {
		const [to, by] = [cast.nameOf(grantee), cast.nameOf(grantor)];
		if (to === null || by === null || !foreign.has(`${grantee} ${name}`)) return [];
		return [{
			database: acl.database,
			object: acl.key,
			privilege: name,
			grantee: to,
			grantor: by,
			grantable
		}];
	});
}
/** What an owner holds is ownership; only what it took from itself is worth a word. */
function gatherOwner(acl, cast, sink) {
	const owner = cast.nameOf(acl.owner);
	if (owner === null || !cast.isIdentity(acl.owner)) return;
	const missing = lacking(acl.ownerDefault, held(acl, acl.owner));
	if (missing.length === 0) return;
	sink.notModelled.push({
		address: cast.addressOf(owner),
		what: "owner without own privileges",
		detail: `${placeOf(acl)}: ${missing.join(", ")} revoked from its owner ${owner}`
	});
}
function gatherPublic(acl, sink) {
	const holds = held(acl, "0");
	const [more, less] = [lacking(holds, acl.publicDefault), lacking(acl.publicDefault, holds)];
	if (more.length === 0 && less.length === 0) return;
	const parts = [more.length > 0 ? `${more.join(", ")} granted to` : "", less.length > 0 ? `${less.join(", ")} revoked from` : ""];
	sink.notModelled.push({
		address: null,
		what: `privileges of ${PUBLIC.toUpperCase()}`,
		detail: `${placeOf(acl)}: ${parts.filter((part) => part !== "").join(" and ")} PUBLIC`
	});
}
function placeOf({ key, database }) {
	return key === "database" ? `database ${database}` : `${key} in ${database}`;
}
function held(acl, grantee) {
	return acl.entries.flatMap((entry) => entry.grantee === grantee ? entry.privileges.list.map(({ name }) => name) : []);
}
function lacking(wanted, holds) {
	return [...new Set(wanted)].filter((privilege) => !holds.includes(privilege)).sort();
}

// src/providers/postgres/catalog/objects.ts
/** Objects that initdb made have oids below. */
const FIRST_NORMAL_OID = 16384;
/** Reads one database's objects and their ACLs into the sink, and returns who owns what. */
function gatherObjects(rows, version, cast, sink) {
	const known = [];
	const granted = /* @__PURE__ */ new Set();
	for (const row of rows.objects) {
		const object = knownObject(row);
		if (object === null) continue;
		known.push(object);
		if (row[6] !== "t") continue;
		const acl = {
			database: rows.database,
			key: object.key,
			owner: object.owner,
			entries: entriesIn(row[7] ?? null),
			ownerDefault: ownerPrivileges(object.class, version),
			publicDefault: publicDefault(object, row)
		};
		if (gatherAcl(acl, cast, sink)) granted.add(object.key);
	}
	for (const table of gatherColumns(rows, cast, sink)) granted.add(table);
	const listed = known.filter(({ key, schema }) => !isSystemSchema(schema) || granted.has(key));
	return Object.fromEntries(listed.map(({ key, owner }) => [key, cast.nameOf(owner) ?? ""]).sort(byName));
}
function byName([left], [right]) {
	return left < right ? -1 : 1;
}
/** Key, class, schema and the owner's oid of a row of `DatabaseRows.objects`; null: of a class that is not known. */
function knownObject([objectClass, , schema, name, owner, types]) {
	const reference = referenceIn(objectClass ?? "", schema ?? name ?? "", name ?? "", types ?? null);
	if (reference === null || reference.class === "database") return null;
	return {
		key: formatObject(reference),
		class: reference.class,
		schema: reference.schema,
		owner: owner ?? ""
	};
}
function referenceIn(objectClass, schema, name, types) {
	switch (objectClass) {
		case "schema": return {
			class: objectClass,
			schema: name
		};
		case "table":
		case "sequence":
		case "type": return {
			class: objectClass,
			schema,
			name
		};
		case "function":
		case "procedure": return {
			class: objectClass,
			schema,
			name,
			arguments: argumentList(types)
		};
		default: return null;
	}
}
function argumentList(types) {
	if (types === null) return "";
	return parseJson(types).map(([schema, name, isArray]) => `${schema === null ? ownType(name) : quoteName([schema, name])}${isArray ? "[]" : ""}`).join(", ");
}
/** format_type quotes by the server's keyword list; keys quote by their own rule. */
function ownType(name) {
	return name.startsWith("\"") ? ownTypeName(name.slice(1, -1).replaceAll("\"\"", "\"")) : name;
}
/** The privileges that PUBLIC had when the object came to be: initdb and extensions may grant some. */
function publicDefault(object, row) {
	const initially = row[8] ?? null;
	if (initially !== null) return initially === "" ? [] : initially.split(",");
	const fromInitdb = Number(row[1]) < FIRST_NORMAL_OID && object.schema === "information_schema";
	if (fromInitdb && object.class === "table") return ["SELECT"];
	if (fromInitdb && object.class === "schema") return ["USAGE"];
	return publicPrivileges(object.class);
}
/** Returns the keys of the tables of which an identity holds something on a column. */
function gatherColumns(rows, cast, sink) {
	const tables = /* @__PURE__ */ new Set();
	for (const [schema, table, column, owner, entries = null] of rows.columns) {
		const acl = {
			database: rows.database,
			key: formatObject({
				class: "column",
				schema: schema ?? "",
				table: table ?? "",
				column: column ?? ""
			}),
			owner: owner ?? "",
			entries: entriesIn(entries),
			ownerDefault: [],
			publicDefault: []
		};
		if (gatherAcl(acl, cast, sink)) tables.add(formatObject({
			class: "table",
			schema: schema ?? "",
			name: table ?? ""
		}));
	}
	return [...tables];
}

// src/providers/postgres/catalog/roles.ts
/** A role's own attributes from a row of `ClusterRows.roles`, and which of its texts are not shown. */
function scalarsOf(row) {
	const [, , superuser, inherit, createRole, createDatabase, login, replication, bypass, limit, until, comment = null] = row;
	const shape = comment === null || isCreationComment(comment) ? null : secretShape(comment);
	return {
		attributes: {
			login: login === "t",
			superuser: superuser === "t",
			createDatabase: createDatabase === "t",
			createRole: createRole === "t",
			inherit: inherit === "t",
			replication: replication === "t",
			bypassRowSecurity: bypass === "t",
			connectionLimit: Number(limit),
			validUntil: validUntil(until ?? "infinity"),
			comment: shownComment(comment, shape)
		},
		hidden: shape === null ? [] : [{
			pointer: "/comment",
			reason: secretReason("The comment", shape)
		}]
	};
}
function shownComment(comment, shape) {
	if (comment !== null && isCreationComment(comment)) return UNFINISHED;
	return shape === null ? comment : HIDDEN;
}
function contextOf(row) {
	const [oid, , superuser, inherit, createRole, createDatabase, login, replication, bypass] = row;
	return {
		oid: oid ?? "",
		login: login === "t",
		superuser: superuser === "t",
		createDatabase: createDatabase === "t",
		createRole: createRole === "t",
		inherit: inherit === "t",
		replication: replication === "t",
		bypassRowSecurity: bypass === "t"
	};
}
function validUntil(text) {
	return text.endsWith("infinity") ? text : formatInstant(BigInt(text));
}
/** Settings by role oid; only those of PostgreSQL itself show their values. */
function settingsByRole(rows) {
	const databases = new Map(rows.databases.map(([oid, name]) => [oid ?? "", name ?? ""]));
	const byRole = /* @__PURE__ */ new Map();
	for (const [role, database, setting] of rows.settings) {
		const text = setting ?? "";
		const at = text.indexOf("=");
		const place = database === "0" ? null : databases.get(database ?? "") ?? "";
		const list = byRole.get(role ?? "") ?? [];
		list.push({
			place,
			name: text.slice(0, at).toLowerCase(),
			value: text.slice(at + 1)
		});
		byRole.set(role ?? "", list);
	}
	return new Map([...byRole].map(([role, list]) => [role, foundSettings(list)]));
}
function foundSettings(list) {
	const everywhere = [];
	const databases = /* @__PURE__ */ new Map();
	const hidden = [];
	for (const { place, name, value } of list) {
		const reason = hiddenSetting(name, value);
		const shown = [name, reason === null ? canonicalSetting(name, value) : HIDDEN];
		if (place === null) everywhere.push(shown);
		else databases.set(place, [...databases.get(place) ?? [], shown]);
		const pointer = place === null ? "everywhere" : `databases/${escapePointer(place)}`;
		if (reason !== null) hidden.push({
			pointer: `/settings/values/${pointer}/${escapePointer(name)}`,
			reason
		});
	}
	const inDatabases = [...databases].map(([database, values]) => [database, Object.fromEntries(values)]);
	return {
		values: {
			everywhere: Object.fromEntries(everywhere),
			databases: Object.fromEntries(inDatabases)
		},
		hidden
	};
}
function hiddenSetting(name, value) {
	if (settingType(name) === null) return {
		code: "setting-not-shown",
		message: `The setting ${name} is none of PostgreSQL itself, so its value could hold anything and is not shown.`
	};
	const shape = secretShape(value);
	return shape === null ? null : secretReason(`The value of the setting ${name}`, shape);
}
function secretReason(what, shape) {
	return {
		code: "text-secret",
		message: `${what} has the shape of ${withArticle(shape)}, so it is not shown.`
	};
}
function membershipFacts(rows, cast) {
	return rows.memberships.flatMap(([role, member, grantor, admin, inherit, set]) => {
		const [roleName, memberName] = [cast.nameOf(role ?? null), cast.nameOf(member ?? null)];
		if (roleName === null || memberName === null) return [];
		const options = {
			admin: admin === "t",
			inherit: inherit === "t",
			set: set === "t"
		};
		return [{
			role: roleName,
			member: memberName,
			grantor: cast.nameOf(grantor ?? null),
			...options
		}];
	});
}
/** Several grantors of one membership are one fact, with every option that any of them gave. By member. */
function membershipsByMember(facts) {
	const members = /* @__PURE__ */ new Map();
	for (const { role, member, admin, inherit, set } of facts) {
		const roles = members.get(member) ?? /* @__PURE__ */ new Map();
		const known = roles.get(role) ?? {
			admin: false,
			inherit: false,
			set: false
		};
		roles.set(role, {
			admin: known.admin || admin,
			inherit: known.inherit || inherit,
			set: known.set || set
		});
		members.set(member, roles);
	}
	return members;
}

// src/providers/postgres/access/gather.ts
/** Pure: the rows of every role's privileges to the estate that they make. */
function gatherEstate(cluster, databases, cast) {
	return {
		version: cluster.version,
		databases: recordOf(databases.map((rows) => [rows.database, databaseOf(rows, cluster, cast)])),
		roles: recordOf(cluster.roles.map((row) => [row[1] ?? "", roleOf(row)])),
		memberships: membershipFacts(cluster, cast)
	};
}
function roleOf(row) {
	return {
		...contextOf(row),
		connectionLimit: Number(row[9])
	};
}
function databaseOf(rows, cluster, cast) {
	const objects = [
		ownObject(rows.database, cluster, cast),
		...objectsOf(rows, cast),
		...columnsOf(rows, cast)
	];
	return {
		objects: recordOf(objects),
		defaults: recordOf(defaultsOf(rows, cast))
	};
}
function ownObject(database, cluster, cast) {
	const owner = cast.nameOf(cluster.databases.find(([, name]) => name === database)?.[2] ?? null) ?? "";
	const row = cluster.acls.find(([objectClass, , name]) => objectClass === "database" && name === database);
	return ["database", {
		owner,
		acl: row === void 0 ? null : aclIn(row[4] ?? null, cast)
	}];
}
function objectsOf(rows, cast) {
	return rows.objects.flatMap((row) => {
		const object = knownObject(row);
		if (object === null) return [];
		const acl = row[6] === "t" ? aclIn(row[7] ?? null, cast) : null;
		return [[object.key, {
			owner: cast.nameOf(object.owner) ?? "",
			acl
		}]];
	});
}
function columnsOf(rows, cast) {
	return rows.columns.map(([schema, table, column, owner = null, entries = null]) => {
		return [formatObject({
			class: "column",
			schema: schema ?? "",
			table: table ?? "",
			column: column ?? ""
		}), {
			owner: cast.nameOf(owner) ?? "",
			acl: aclIn(entries, cast)
		}];
	});
}
function defaultsOf(rows, cast) {
	return rows.defaults.flatMap(([by = null, schema = null, letter, entries = null]) => {
		const creator = cast.nameOf(by);
		const objects = DEFAULT_LETTERS.get(letter ?? "");
		if (creator === null || objects === void 0) return [];
		const others = aclOf(entriesIn(entries).filter(({ grantee }) => grantee !== by), cast);
		const acl = schema === null ? beyondBuiltIn(others, FUTURE_CLASSES[objects] ?? "table") : others;
		return [[formatScope(creator, objects, schema), acl]];
	});
}
/** An entry for all schemas repeats what everyone is given where there is none. */
function beyondBuiltIn(acl, objectClass) {
	const { [PUBLIC]: everyone = {}, ...others } = acl;
	const builtIn = publicPrivileges(objectClass);
	const more = Object.entries(everyone).filter(([privilege, state]) => state === "grantable" || !builtIn.includes(privilege));
	return more.length === 0 ? others : {
		...others,
		[PUBLIC]: Object.fromEntries(more)
	};
}
function aclIn(entries, cast) {
	return aclOf(entriesIn(entries), cast);
}
function aclOf(entries, cast) {
	const grantees = /* @__PURE__ */ new Map();
	for (const { grantee, privileges } of entries) {
		const name = grantee === "0" ? PUBLIC : cast.nameOf(grantee);
		if (name === null) continue;
		const known = grantees.get(name);
		grantees.set(name, known === void 0 ? plain(privileges.set) : union(known, plain(privileges.set)));
	}
	return recordOf(grantees);
}
function plain(set) {
	return set;
}
function union(known, added) {
	const options = Object.entries(known).filter(([, state]) => state === "grantable");
	return {
		...known,
		...added,
		...Object.fromEntries(options)
	};
}

// src/providers/postgres/access/estate-state.ts
/** Pure: rows of catalogues to the whole estate, every role's privileges in it. Identities are none: nothing is planned from it. */
function estateStateOf({ source, target, cluster, databases }) {
	const everyone = new Set(cluster.roles.map(([oid]) => oid ?? ""));
	const cast = castOf(source, cluster.roles, everyone, /* @__PURE__ */ new Set());
	const sink = emptySink();
	const shared = cluster.acls.filter(([objectClass]) => objectClass !== "database");
	gatherUnmodelled(shared.map(([objectClass = null, , ...row]) => [objectClass, ...row]), null, cast, sink);
	for (const rows of databases) {
		gatherUnmodelled(rows.unmodelled, rows.database, cast, sink);
		gatherMentions(rows, cast, sink);
	}
	return {
		source,
		provider: "postgres",
		target,
		objects: [],
		unreadable: [],
		notModelled: sink.notModelled.toSorted(byText),
		facts: gatherEstate(cluster, databases, cast)
	};
}
function byText(left, right) {
	return compareText(JSON.stringify(left), JSON.stringify(right));
}

// node_modules/postgres-array/index.js
var require_postgres_array = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.parse = function(source, transform) {
		return new ArrayParser(source, transform).parse();
	};
	var ArrayParser = class ArrayParser {
		constructor(source, transform) {
			this.source = source;
			this.transform = transform || identity;
			this.position = 0;
			this.entries = [];
			this.recorded = [];
			this.dimension = 0;
		}
		isEof() {
			return this.position >= this.source.length;
		}
		nextCharacter() {
			var character = this.source[this.position++];
			if (character === "\\") return {
				value: this.source[this.position++],
				escaped: true
			};
			return {
				value: character,
				escaped: false
			};
		}
		record(character) {
			this.recorded.push(character);
		}
		newEntry(includeEmpty) {
			var entry;
			if (this.recorded.length > 0 || includeEmpty) {
				entry = this.recorded.join("");
				if (entry === "NULL" && !includeEmpty) entry = null;
				if (entry !== null) entry = this.transform(entry);
				this.entries.push(entry);
				this.recorded = [];
			}
		}
		consumeDimensions() {
			if (this.source[0] === "[") {
				while (!this.isEof()) if (this.nextCharacter().value === "=") break;
			}
		}
		parse(nested) {
			var character, parser, quote;
			this.consumeDimensions();
			while (!this.isEof()) {
				character = this.nextCharacter();
				if (character.value === "{" && !quote) {
					this.dimension++;
					if (this.dimension > 1) {
						parser = new ArrayParser(this.source.substr(this.position - 1), this.transform);
						this.entries.push(parser.parse(true));
						this.position += parser.position - 2;
					}
				} else if (character.value === "}" && !quote) {
					this.dimension--;
					if (!this.dimension) {
						this.newEntry();
						if (nested) return this.entries;
					}
				} else if (character.value === "\"" && !character.escaped) {
					if (quote) this.newEntry(true);
					quote = !quote;
				} else if (character.value === "," && !quote) this.newEntry();
				else this.record(character.value);
			}
			if (this.dimension !== 0) throw new Error("array dimension not balanced");
			return this.entries;
		}
	};
	function identity(value) {
		return value;
	}
}));

// node_modules/pg-types/lib/arrayParser.js
var require_arrayParser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var array = require_postgres_array();
	module.exports = { create: function(source, transform) {
		return { parse: function() {
			return array.parse(source, transform);
		} };
	} };
}));

// node_modules/postgres-date/index.js
var require_postgres_date = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var DATE_TIME = /(\d{1,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(\.\d{1,})?.*?( BC)?$/;
	var DATE = /^(\d{1,})-(\d{2})-(\d{2})( BC)?$/;
	var TIME_ZONE = /([Z+-])(\d{2})?:?(\d{2})?:?(\d{2})?/;
	var INFINITY = /^-?infinity$/;
	module.exports = function parseDate(isoDate) {
		if (INFINITY.test(isoDate)) return Number(isoDate.replace("i", "I"));
		var matches = DATE_TIME.exec(isoDate);
		if (!matches) return getDate(isoDate) || null;
		var isBC = !!matches[8];
		var year = parseInt(matches[1], 10);
		if (isBC) year = bcYearToNegativeYear(year);
		var month = parseInt(matches[2], 10) - 1;
		var day = matches[3];
		var hour = parseInt(matches[4], 10);
		var minute = parseInt(matches[5], 10);
		var second = parseInt(matches[6], 10);
		var ms = matches[7];
		ms = ms ? 1e3 * parseFloat(ms) : 0;
		var date;
		var offset = timeZoneOffset(isoDate);
		if (offset != null) {
			date = new Date(Date.UTC(year, month, day, hour, minute, second, ms));
			if (is0To99(year)) date.setUTCFullYear(year);
			if (offset !== 0) date.setTime(date.getTime() - offset);
		} else {
			date = new Date(year, month, day, hour, minute, second, ms);
			if (is0To99(year)) date.setFullYear(year);
		}
		return date;
	};
	function getDate(isoDate) {
		var matches = DATE.exec(isoDate);
		if (!matches) return;
		var year = parseInt(matches[1], 10);
		if (!!matches[4]) year = bcYearToNegativeYear(year);
		var month = parseInt(matches[2], 10) - 1;
		var day = matches[3];
		var date = new Date(year, month, day);
		if (is0To99(year)) date.setFullYear(year);
		return date;
	}
	function timeZoneOffset(isoDate) {
		if (isoDate.endsWith("+00")) return 0;
		var zone = TIME_ZONE.exec(isoDate.split(" ")[1]);
		if (!zone) return;
		var type = zone[1];
		if (type === "Z") return 0;
		var sign = type === "-" ? -1 : 1;
		return (parseInt(zone[2], 10) * 3600 + parseInt(zone[3] || 0, 10) * 60 + parseInt(zone[4] || 0, 10)) * sign * 1e3;
	}
	function bcYearToNegativeYear(year) {
		return -(year - 1);
	}
	function is0To99(num) {
		return num >= 0 && num < 100;
	}
}));

// node_modules/xtend/mutable.js
var require_mutable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = extend;
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	function extend(target) {
		for (var i = 1; i < arguments.length; i++) {
			var source = arguments[i];
			for (var key in source) if (hasOwnProperty.call(source, key)) target[key] = source[key];
		}
		return target;
	}
}));

// node_modules/postgres-interval/index.js
var require_postgres_interval = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var extend = require_mutable();
	module.exports = PostgresInterval;
	function PostgresInterval(raw) {
		if (!(this instanceof PostgresInterval)) return new PostgresInterval(raw);
		extend(this, parse(raw));
	}
	var properties = [
		"seconds",
		"minutes",
		"hours",
		"days",
		"months",
		"years"
	];
	PostgresInterval.prototype.toPostgres = function() {
		var filtered = properties.filter(this.hasOwnProperty, this);
		if (this.milliseconds && filtered.indexOf("seconds") < 0) filtered.push("seconds");
		if (filtered.length === 0) return "0";
		return filtered.map(function(property) {
			var value = this[property] || 0;
			if (property === "seconds" && this.milliseconds) value = (value + this.milliseconds / 1e3).toFixed(6).replace(/\.?0+$/, "");
			return value + " " + property;
		}, this).join(" ");
	};
	var propertiesISOEquivalent = {
		years: "Y",
		months: "M",
		days: "D",
		hours: "H",
		minutes: "M",
		seconds: "S"
	};
	var dateProperties = [
		"years",
		"months",
		"days"
	];
	var timeProperties = [
		"hours",
		"minutes",
		"seconds"
	];
	PostgresInterval.prototype.toISOString = PostgresInterval.prototype.toISO = function() {
		var datePart = dateProperties.map(buildProperty, this).join("");
		var timePart = timeProperties.map(buildProperty, this).join("");
		return "P" + datePart + "T" + timePart;
		function buildProperty(property) {
			var value = this[property] || 0;
			if (property === "seconds" && this.milliseconds) value = (value + this.milliseconds / 1e3).toFixed(6).replace(/0+$/, "");
			return value + propertiesISOEquivalent[property];
		}
	};
	var NUMBER = "([+-]?\\d+)";
	var YEAR = NUMBER + "\\s+years?";
	var MONTH = NUMBER + "\\s+mons?";
	var DAY = NUMBER + "\\s+days?";
	var INTERVAL = new RegExp([
		YEAR,
		MONTH,
		DAY,
		"([+-])?([\\d]*):(\\d\\d):(\\d\\d)\\.?(\\d{1,6})?"
	].map(function(regexString) {
		return "(" + regexString + ")?";
	}).join("\\s*"));
	var positions = {
		years: 2,
		months: 4,
		days: 6,
		hours: 9,
		minutes: 10,
		seconds: 11,
		milliseconds: 12
	};
	var negatives = [
		"hours",
		"minutes",
		"seconds",
		"milliseconds"
	];
	function parseMilliseconds(fraction) {
		var microseconds = fraction + "000000".slice(fraction.length);
		return parseInt(microseconds, 10) / 1e3;
	}
	function parse(interval) {
		if (!interval) return {};
		var matches = INTERVAL.exec(interval);
		var isNegative = matches[8] === "-";
		return Object.keys(positions).reduce(function(parsed, property) {
			var value = matches[positions[property]];
			if (!value) return parsed;
			value = property === "milliseconds" ? parseMilliseconds(value) : parseInt(value, 10);
			if (!value) return parsed;
			if (isNegative && ~negatives.indexOf(property)) value *= -1;
			parsed[property] = value;
			return parsed;
		}, {});
	}
}));

// node_modules/postgres-bytea/index.js
var require_postgres_bytea = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var bufferFrom = Buffer.from || Buffer;
	module.exports = function parseBytea(input) {
		if (/^\\x/.test(input)) return bufferFrom(input.substr(2), "hex");
		var output = "";
		var i = 0;
		while (i < input.length) if (input[i] !== "\\") {
			output += input[i];
			++i;
		} else if (/[0-7]{3}/.test(input.substr(i + 1, 3))) {
			output += String.fromCharCode(parseInt(input.substr(i + 1, 3), 8));
			i += 4;
		} else {
			var backslashes = 1;
			while (i + backslashes < input.length && input[i + backslashes] === "\\") backslashes++;
			for (var k = 0; k < Math.floor(backslashes / 2); ++k) output += "\\";
			i += Math.floor(backslashes / 2) * 2;
		}
		return bufferFrom(output, "binary");
	};
}));

// node_modules/pg-types/lib/textParsers.js
var require_textParsers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var array = require_postgres_array();
	var arrayParser = require_arrayParser();
	var parseDate = require_postgres_date();
	var parseInterval = require_postgres_interval();
	var parseByteA = require_postgres_bytea();
	function allowNull(fn) {
		return function nullAllowed(value) {
			if (value === null) return value;
			return fn(value);
		};
	}
	function parseBool(value) {
		if (value === null) return value;
		return value === "TRUE" || value === "t" || value === "true" || value === "y" || value === "yes" || value === "on" || value === "1";
	}
	function parseBoolArray(value) {
		if (!value) return null;
		return array.parse(value, parseBool);
	}
	function parseBaseTenInt(string) {
		return parseInt(string, 10);
	}
	function parseIntegerArray(value) {
		if (!value) return null;
		return array.parse(value, allowNull(parseBaseTenInt));
	}
	function parseBigIntegerArray(value) {
		if (!value) return null;
		return array.parse(value, allowNull(function(entry) {
			return parseBigInteger(entry).trim();
		}));
	}
	var parsePointArray = function(value) {
		if (!value) return null;
		return arrayParser.create(value, function(entry) {
			if (entry !== null) entry = parsePoint(entry);
			return entry;
		}).parse();
	};
	var parseFloatArray = function(value) {
		if (!value) return null;
		return arrayParser.create(value, function(entry) {
			if (entry !== null) entry = parseFloat(entry);
			return entry;
		}).parse();
	};
	var parseStringArray = function(value) {
		if (!value) return null;
		return arrayParser.create(value).parse();
	};
	var parseDateArray = function(value) {
		if (!value) return null;
		return arrayParser.create(value, function(entry) {
			if (entry !== null) entry = parseDate(entry);
			return entry;
		}).parse();
	};
	var parseIntervalArray = function(value) {
		if (!value) return null;
		return arrayParser.create(value, function(entry) {
			if (entry !== null) entry = parseInterval(entry);
			return entry;
		}).parse();
	};
	var parseByteAArray = function(value) {
		if (!value) return null;
		return array.parse(value, allowNull(parseByteA));
	};
	var parseInteger = function(value) {
		return parseInt(value, 10);
	};
	var parseBigInteger = function(value) {
		var valStr = String(value);
		if (/^\d+$/.test(valStr)) return valStr;
		return value;
	};
	var parseJsonArray = function(value) {
		if (!value) return null;
		return array.parse(value, allowNull(JSON.parse));
	};
	var parsePoint = function(value) {
		if (value[0] !== "(") return null;
		value = value.substring(1, value.length - 1).split(",");
		return {
			x: parseFloat(value[0]),
			y: parseFloat(value[1])
		};
	};
	var parseCircle = function(value) {
		if (value[0] !== "<" && value[1] !== "(") return null;
		var point = "(";
		var radius = "";
		var pointParsed = false;
		for (var i = 2; i < value.length - 1; i++) {
			if (!pointParsed) point += value[i];
			if (value[i] === ")") {
				pointParsed = true;
				continue;
			} else if (!pointParsed) continue;
			if (value[i] === ",") continue;
			radius += value[i];
		}
		var result = parsePoint(point);
		result.radius = parseFloat(radius);
		return result;
	};
	var init = function(register) {
		register(20, parseBigInteger);
		register(21, parseInteger);
		register(23, parseInteger);
		register(26, parseInteger);
		register(700, parseFloat);
		register(701, parseFloat);
		register(16, parseBool);
		register(1082, parseDate);
		register(1114, parseDate);
		register(1184, parseDate);
		register(600, parsePoint);
		register(651, parseStringArray);
		register(718, parseCircle);
		register(1e3, parseBoolArray);
		register(1001, parseByteAArray);
		register(1005, parseIntegerArray);
		register(1007, parseIntegerArray);
		register(1028, parseIntegerArray);
		register(1016, parseBigIntegerArray);
		register(1017, parsePointArray);
		register(1021, parseFloatArray);
		register(1022, parseFloatArray);
		register(1231, parseFloatArray);
		register(1014, parseStringArray);
		register(1015, parseStringArray);
		register(1008, parseStringArray);
		register(1009, parseStringArray);
		register(1040, parseStringArray);
		register(1041, parseStringArray);
		register(1115, parseDateArray);
		register(1182, parseDateArray);
		register(1185, parseDateArray);
		register(1186, parseInterval);
		register(1187, parseIntervalArray);
		register(17, parseByteA);
		register(114, JSON.parse.bind(JSON));
		register(3802, JSON.parse.bind(JSON));
		register(199, parseJsonArray);
		register(3807, parseJsonArray);
		register(3907, parseStringArray);
		register(2951, parseStringArray);
		register(791, parseStringArray);
		register(1183, parseStringArray);
		register(1270, parseStringArray);
	};
	module.exports = { init };
}));

// node_modules/pg-int8/index.js
var require_pg_int8 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var BASE = 1e6;
	function readInt8(buffer) {
		var high = buffer.readInt32BE(0);
		var low = buffer.readUInt32BE(4);
		var sign = "";
		if (high < 0) {
			high = ~high + (low === 0);
			low = ~low + 1 >>> 0;
			sign = "-";
		}
		var result = "";
		var carry;
		var t;
		var digits;
		var pad;
		var l;
		var i;
		carry = high % BASE;
		high = high / BASE >>> 0;
		t = 4294967296 * carry + low;
		low = t / BASE >>> 0;
		digits = "" + (t - BASE * low);
		if (low === 0 && high === 0) return sign + digits + result;
		pad = "";
		l = 6 - digits.length;
		for (i = 0; i < l; i++) pad += "0";
		result = pad + digits + result;
		carry = high % BASE;
		high = high / BASE >>> 0;
		t = 4294967296 * carry + low;
		low = t / BASE >>> 0;
		digits = "" + (t - BASE * low);
		if (low === 0 && high === 0) return sign + digits + result;
		pad = "";
		l = 6 - digits.length;
		for (i = 0; i < l; i++) pad += "0";
		result = pad + digits + result;
		carry = high % BASE;
		high = high / BASE >>> 0;
		t = 4294967296 * carry + low;
		low = t / BASE >>> 0;
		digits = "" + (t - BASE * low);
		if (low === 0 && high === 0) return sign + digits + result;
		pad = "";
		l = 6 - digits.length;
		for (i = 0; i < l; i++) pad += "0";
		result = pad + digits + result;
		carry = high % BASE;
		t = 4294967296 * carry + low;
		digits = "" + t % BASE;
		return sign + digits + result;
	}
	module.exports = readInt8;
}));

// node_modules/pg-types/lib/binaryParsers.js
var require_binaryParsers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var parseInt64 = require_pg_int8();
	var parseBits = function(data, bits, offset, invert, callback) {
		offset = offset || 0;
		invert = invert || false;
		callback = callback || function(lastValue, newValue, bits) {
			return lastValue * Math.pow(2, bits) + newValue;
		};
		var offsetBytes = offset >> 3;
		var inv = function(value) {
			if (invert) return ~value & 255;
			return value;
		};
		var mask = 255;
		var firstBits = 8 - offset % 8;
		if (bits < firstBits) {
			mask = 255 << 8 - bits & 255;
			firstBits = bits;
		}
		if (offset) mask = mask >> offset % 8;
		var result = 0;
		if (offset % 8 + bits >= 8) result = callback(0, inv(data[offsetBytes]) & mask, firstBits);
		var bytes = bits + offset >> 3;
		for (var i = offsetBytes + 1; i < bytes; i++) result = callback(result, inv(data[i]), 8);
		var lastBits = (bits + offset) % 8;
		if (lastBits > 0) result = callback(result, inv(data[bytes]) >> 8 - lastBits, lastBits);
		return result;
	};
	var parseFloatFromBits = function(data, precisionBits, exponentBits) {
		var bias = Math.pow(2, exponentBits - 1) - 1;
		var sign = parseBits(data, 1);
		var exponent = parseBits(data, exponentBits, 1);
		if (exponent === 0) return 0;
		var precisionBitsCounter = 1;
		var parsePrecisionBits = function(lastValue, newValue, bits) {
			if (lastValue === 0) lastValue = 1;
			for (var i = 1; i <= bits; i++) {
				precisionBitsCounter /= 2;
				if ((newValue & 1 << bits - i) > 0) lastValue += precisionBitsCounter;
			}
			return lastValue;
		};
		var mantissa = parseBits(data, precisionBits, exponentBits + 1, false, parsePrecisionBits);
		if (exponent == Math.pow(2, exponentBits + 1) - 1) {
			if (mantissa === 0) return sign === 0 ? Infinity : -Infinity;
			return NaN;
		}
		return (sign === 0 ? 1 : -1) * Math.pow(2, exponent - bias) * mantissa;
	};
	var parseInt16 = function(value) {
		if (parseBits(value, 1) == 1) return -1 * (parseBits(value, 15, 1, true) + 1);
		return parseBits(value, 15, 1);
	};
	var parseInt32 = function(value) {
		if (parseBits(value, 1) == 1) return -1 * (parseBits(value, 31, 1, true) + 1);
		return parseBits(value, 31, 1);
	};
	var parseFloat32 = function(value) {
		return parseFloatFromBits(value, 23, 8);
	};
	var parseFloat64 = function(value) {
		return parseFloatFromBits(value, 52, 11);
	};
	var parseNumeric = function(value) {
		var sign = parseBits(value, 16, 32);
		if (sign == 49152) return NaN;
		var weight = Math.pow(1e4, parseBits(value, 16, 16));
		var result = 0;
		var ndigits = parseBits(value, 16);
		for (var i = 0; i < ndigits; i++) {
			result += parseBits(value, 16, 64 + 16 * i) * weight;
			weight /= 1e4;
		}
		var scale = Math.pow(10, parseBits(value, 16, 48));
		return (sign === 0 ? 1 : -1) * Math.round(result * scale) / scale;
	};
	var parseDate = function(isUTC, value) {
		var sign = parseBits(value, 1);
		var rawValue = parseBits(value, 63, 1);
		var result = /* @__PURE__ */ new Date((sign === 0 ? 1 : -1) * rawValue / 1e3 + 9466848e5);
		if (!isUTC) result.setTime(result.getTime() + result.getTimezoneOffset() * 6e4);
		result.usec = rawValue % 1e3;
		result.getMicroSeconds = function() {
			return this.usec;
		};
		result.setMicroSeconds = function(value) {
			this.usec = value;
		};
		result.getUTCMicroSeconds = function() {
			return this.usec;
		};
		return result;
	};
	var parseArray = function(value) {
		var dim = parseBits(value, 32);
		parseBits(value, 32, 32);
		var elementType = parseBits(value, 32, 64);
		var offset = 96;
		var dims = [];
		for (var i = 0; i < dim; i++) {
			dims[i] = parseBits(value, 32, offset);
			offset += 32;
			offset += 32;
		}
		var parseElement = function(elementType) {
			var length = parseBits(value, 32, offset);
			offset += 32;
			if (length == 4294967295) return null;
			var result;
			if (elementType == 23 || elementType == 20) {
				result = parseBits(value, length * 8, offset);
				offset += length * 8;
				return result;
			} else if (elementType == 25) {
				result = value.toString(this.encoding, offset >> 3, (offset += length << 3) >> 3);
				return result;
			} else console.log("ERROR: ElementType not implemented: " + elementType);
		};
		var parse = function(dimension, elementType) {
			var array = [];
			var i;
			if (dimension.length > 1) {
				var count = dimension.shift();
				for (i = 0; i < count; i++) array[i] = parse(dimension, elementType);
				dimension.unshift(count);
			} else for (i = 0; i < dimension[0]; i++) array[i] = parseElement(elementType);
			return array;
		};
		return parse(dims, elementType);
	};
	var parseText = function(value) {
		return value.toString("utf8");
	};
	var parseBool = function(value) {
		if (value === null) return null;
		return parseBits(value, 8) > 0;
	};
	var init = function(register) {
		register(20, parseInt64);
		register(21, parseInt16);
		register(23, parseInt32);
		register(26, parseInt32);
		register(1700, parseNumeric);
		register(700, parseFloat32);
		register(701, parseFloat64);
		register(16, parseBool);
		register(1114, parseDate.bind(null, false));
		register(1184, parseDate.bind(null, true));
		register(1e3, parseArray);
		register(1007, parseArray);
		register(1016, parseArray);
		register(1008, parseArray);
		register(1009, parseArray);
		register(25, parseText);
	};
	module.exports = { init };
}));

// node_modules/pg-types/lib/builtins.js
var require_builtins = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Following query was used to generate this file:
	
	SELECT json_object_agg(UPPER(PT.typname), PT.oid::int4 ORDER BY pt.oid)
	FROM pg_type PT
	WHERE typnamespace = (SELECT pgn.oid FROM pg_namespace pgn WHERE nspname = 'pg_catalog') -- Take only builting Postgres types with stable OID (extension types are not guaranted to be stable)
	AND typtype = 'b' -- Only basic types
	AND typelem = 0 -- Ignore aliases
	AND typisdefined -- Ignore undefined types
	*/
	module.exports = {
		BOOL: 16,
		BYTEA: 17,
		CHAR: 18,
		INT8: 20,
		INT2: 21,
		INT4: 23,
		REGPROC: 24,
		TEXT: 25,
		OID: 26,
		TID: 27,
		XID: 28,
		CID: 29,
		JSON: 114,
		XML: 142,
		PG_NODE_TREE: 194,
		SMGR: 210,
		PATH: 602,
		POLYGON: 604,
		CIDR: 650,
		FLOAT4: 700,
		FLOAT8: 701,
		ABSTIME: 702,
		RELTIME: 703,
		TINTERVAL: 704,
		CIRCLE: 718,
		MACADDR8: 774,
		MONEY: 790,
		MACADDR: 829,
		INET: 869,
		ACLITEM: 1033,
		BPCHAR: 1042,
		VARCHAR: 1043,
		DATE: 1082,
		TIME: 1083,
		TIMESTAMP: 1114,
		TIMESTAMPTZ: 1184,
		INTERVAL: 1186,
		TIMETZ: 1266,
		BIT: 1560,
		VARBIT: 1562,
		NUMERIC: 1700,
		REFCURSOR: 1790,
		REGPROCEDURE: 2202,
		REGOPER: 2203,
		REGOPERATOR: 2204,
		REGCLASS: 2205,
		REGTYPE: 2206,
		UUID: 2950,
		TXID_SNAPSHOT: 2970,
		PG_LSN: 3220,
		PG_NDISTINCT: 3361,
		PG_DEPENDENCIES: 3402,
		TSVECTOR: 3614,
		TSQUERY: 3615,
		GTSVECTOR: 3642,
		REGCONFIG: 3734,
		REGDICTIONARY: 3769,
		JSONB: 3802,
		REGNAMESPACE: 4089,
		REGROLE: 4096
	};
}));

// node_modules/pg-types/index.js
var require_pg_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	var textParsers = require_textParsers();
	var binaryParsers = require_binaryParsers();
	var arrayParser = require_arrayParser();
	var builtinTypes = require_builtins();
	exports.getTypeParser = getTypeParser;
	exports.setTypeParser = setTypeParser;
	exports.arrayParser = arrayParser;
	exports.builtins = builtinTypes;
	var typeParsers = {
		text: {},
		binary: {}
	};
	function noParse(val) {
		return String(val);
	}
	function getTypeParser(oid, format) {
		format = format || "text";
		if (!typeParsers[format]) return noParse;
		return typeParsers[format][oid] || noParse;
	}
	function setTypeParser(oid, format, parseFn) {
		if (typeof format == "function") {
			parseFn = format;
			format = "text";
		}
		typeParsers[format][oid] = parseFn;
	}
	textParsers.init(function(oid, converter) {
		typeParsers.text[oid] = converter;
	});
	binaryParsers.init(function(oid, converter) {
		typeParsers.binary[oid] = converter;
	});
}));

// node_modules/pg/lib/defaults.js
var require_defaults = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let user;
	try {
		user = process.platform === "win32" ? process.env.USERNAME : process.env.USER;
	} catch {}
	module.exports = {
		host: "localhost",
		user,
		database: void 0,
		password: null,
		connectionString: void 0,
		port: 5432,
		rows: 0,
		binary: false,
		max: 10,
		idleTimeoutMillis: 3e4,
		client_encoding: "",
		ssl: false,
		sslnegotiation: void 0,
		application_name: void 0,
		fallback_application_name: void 0,
		options: void 0,
		parseInputDatesAsUTC: false,
		statement_timeout: false,
		lock_timeout: false,
		idle_in_transaction_session_timeout: false,
		query_timeout: false,
		connect_timeout: 0,
		keepalives: 1,
		keepalives_idle: 0
	};
	const pgTypes = require_pg_types();
	const parseBigInteger = pgTypes.getTypeParser(20, "text");
	const parseBigIntegerArray = pgTypes.getTypeParser(1016, "text");
	module.exports.__defineSetter__("parseInt8", function(val) {
		pgTypes.setTypeParser(20, "text", val ? pgTypes.getTypeParser(23, "text") : parseBigInteger);
		pgTypes.setTypeParser(1016, "text", val ? pgTypes.getTypeParser(1007, "text") : parseBigIntegerArray);
	});
}));

// node_modules/pg/lib/utils.js
var require_utils$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const defaults = require_defaults();
	const nodeUtils = __require("util");
	const { isDate } = __require("util/types");
	const invalidDateDeprecationNotice = nodeUtils.deprecate(() => {}, "Sending an invalid date to Postgres is deprecated and will throw an error in the next major version of pg. Ensure any Date object passed as a query parameter is valid.", "PG_INVALID_DATE");
	function escapeElement(elementRepresentation) {
		return "\"" + elementRepresentation.replace(/\\/g, "\\\\").replace(/"/g, "\\\"") + "\"";
	}
	function arrayString(val) {
		let result = "{";
		for (let i = 0; i < val.length; i++) {
			if (i > 0) result += ",";
			let item = val[i];
			if (item == null) result += "NULL";
			else if (Array.isArray(item)) result += arrayString(item);
			else if (ArrayBuffer.isView(item)) {
				if (!(item instanceof Buffer)) item = Buffer.from(item.buffer, item.byteOffset, item.byteLength);
				result += "\\\\x" + item.toString("hex");
			} else result += escapeElement(prepareValue(item));
		}
		result += "}";
		return result;
	}
	const prepareValue = function(val, seen) {
		if (val == null) return null;
		if (typeof val === "object") {
			if (val instanceof Buffer) return val;
			if (ArrayBuffer.isView(val)) return Buffer.from(val.buffer, val.byteOffset, val.byteLength);
			if (isDate(val)) {
				if (isNaN(val.getTime())) invalidDateDeprecationNotice();
				if (defaults.parseInputDatesAsUTC) return dateToStringUTC(val);
				else return dateToString(val);
			}
			if (Array.isArray(val)) return arrayString(val);
			return prepareObject(val, seen);
		}
		return val.toString();
	};
	function prepareObject(val, seen) {
		if (val && typeof val.toPostgres === "function") {
			seen = seen || [];
			if (seen.indexOf(val) !== -1) throw new Error("circular reference detected while preparing \"" + val + "\" for query");
			seen.push(val);
			return prepareValue(val.toPostgres(prepareValue), seen);
		}
		return JSON.stringify(val);
	}
	function dateToString(date) {
		let offset = -date.getTimezoneOffset();
		let year = date.getFullYear();
		const isBCYear = year < 1;
		if (isBCYear) year = Math.abs(year) + 1;
		let ret = String(year).padStart(4, "0") + "-" + String(date.getMonth() + 1).padStart(2, "0") + "-" + String(date.getDate()).padStart(2, "0") + "T" + String(date.getHours()).padStart(2, "0") + ":" + String(date.getMinutes()).padStart(2, "0") + ":" + String(date.getSeconds()).padStart(2, "0") + "." + String(date.getMilliseconds()).padStart(3, "0");
		if (offset < 0) {
			ret += "-";
			offset *= -1;
		} else ret += "+";
		ret += String(Math.floor(offset / 60)).padStart(2, "0") + ":" + String(offset % 60).padStart(2, "0");
		if (isBCYear) ret += " BC";
		return ret;
	}
	function dateToStringUTC(date) {
		let year = date.getUTCFullYear();
		const isBCYear = year < 1;
		if (isBCYear) year = Math.abs(year) + 1;
		let ret = String(year).padStart(4, "0") + "-" + String(date.getUTCMonth() + 1).padStart(2, "0") + "-" + String(date.getUTCDate()).padStart(2, "0") + "T" + String(date.getUTCHours()).padStart(2, "0") + ":" + String(date.getUTCMinutes()).padStart(2, "0") + ":" + String(date.getUTCSeconds()).padStart(2, "0") + "." + String(date.getUTCMilliseconds()).padStart(3, "0");
		ret += "+00:00";
		if (isBCYear) ret += " BC";
		return ret;
	}
	function normalizeQueryConfig(config, values, callback) {
		config = typeof config === "string" ? { text: config } : cloneQueryConfig(config);
		if (values) {
			if (typeof values === "function") config.callback = values;
			else config.values = values;
		}
		if (callback) config.callback = callback;
		return config;
	}
	function cloneQueryConfig(config) {
		if (config == null) return config;
		return Object.defineProperties(Object.create(Object.getPrototypeOf(config)), Object.getOwnPropertyDescriptors(config));
	}
	const escapeIdentifier = function(str) {
		return "\"" + str.replace(/"/g, "\"\"") + "\"";
	};
	const escapeLiteral = function(str) {
		let hasBackslash = false;
		let escaped = "'";
		if (str == null) return "''";
		if (typeof str !== "string") return "''";
		for (let i = 0; i < str.length; i++) {
			const c = str[i];
			if (c === "'") escaped += c + c;
			else if (c === "\\") {
				escaped += c + c;
				hasBackslash = true;
			} else escaped += c;
		}
		escaped += "'";
		if (hasBackslash === true) escaped = " E" + escaped;
		return escaped;
	};
	module.exports = {
		prepareValue: function prepareValueWrapper(value) {
			return prepareValue(value);
		},
		normalizeQueryConfig,
		escapeIdentifier,
		escapeLiteral
	};
}));

// node_modules/pg/lib/crypto/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const nodeCrypto = __require("crypto");
	module.exports = {
		postgresMd5PasswordHash,
		randomBytes,
		deriveKey,
		sha256,
		hashByName,
		hmacSha256,
		md5
	};
	/**
	* The Web Crypto API - grabbed from the Node.js library or the global
	* @type Crypto
	*/
	const webCrypto = nodeCrypto.webcrypto || globalThis.crypto;
	/**
	* The SubtleCrypto API for low level crypto operations.
	* @type SubtleCrypto
	*/
	const subtleCrypto = webCrypto.subtle;
	const textEncoder = new TextEncoder();
	/**
	*
	* @param {*} length
	* @returns
	*/
	function randomBytes(length) {
		return webCrypto.getRandomValues(Buffer.alloc(length));
	}
	async function md5(string) {
		try {
			return nodeCrypto.createHash("md5").update(string, "utf-8").digest("hex");
		} catch (e) {
			const data = typeof string === "string" ? textEncoder.encode(string) : string;
			const hash = await subtleCrypto.digest("MD5", data);
			return Array.from(new Uint8Array(hash)).map((b) => b.toString(16).padStart(2, "0")).join("");
		}
	}
	async function postgresMd5PasswordHash(user, password, salt) {
		const inner = await md5(password + user);
		return "md5" + await md5(Buffer.concat([Buffer.from(inner), salt]));
	}
	/**
	* Create a SHA-256 digest of the given data
	* @param {Buffer} data
	*/
	async function sha256(text) {
		return await subtleCrypto.digest("SHA-256", text);
	}
	async function hashByName(hashName, text) {
		return await subtleCrypto.digest(hashName, text);
	}
	/**
	* Sign the message with the given key
	* @param {ArrayBuffer} keyBuffer
	* @param {string} msg
	*/
	async function hmacSha256(keyBuffer, msg) {
		const key = await subtleCrypto.importKey("raw", keyBuffer, {
			name: "HMAC",
			hash: "SHA-256"
		}, false, ["sign"]);
		return await subtleCrypto.sign("HMAC", key, textEncoder.encode(msg));
	}
	/**
	* Derive a key from the password and salt
	* @param {string} password
	* @param {Uint8Array} salt
	* @param {number} iterations
	*/
	async function deriveKey(password, salt, iterations) {
		const key = await subtleCrypto.importKey("raw", textEncoder.encode(password), "PBKDF2", false, ["deriveBits"]);
		const params = {
			name: "PBKDF2",
			hash: "SHA-256",
			salt,
			iterations
		};
		return await subtleCrypto.deriveBits(params, key, 256, ["deriveBits"]);
	}
}));

// node_modules/pg/lib/crypto/cert-signatures.js
var require_cert_signatures = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function x509Error(msg, cert) {
		return /* @__PURE__ */ new Error("SASL channel binding: " + msg + " when parsing public certificate " + cert.toString("base64"));
	}
	function readASN1Length(data, index) {
		let length = data[index++];
		if (length < 128) return {
			length,
			index
		};
		const lengthBytes = length & 127;
		if (lengthBytes > 4) throw x509Error("bad length", data);
		length = 0;
		for (let i = 0; i < lengthBytes; i++) length = length << 8 | data[index++];
		return {
			length,
			index
		};
	}
	function readASN1OID(data, index) {
		if (data[index++] !== 6) throw x509Error("non-OID data", data);
		const { length: OIDLength, index: indexAfterOIDLength } = readASN1Length(data, index);
		index = indexAfterOIDLength;
		const lastIndex = index + OIDLength;
		const byte1 = data[index++];
		let oid = (byte1 / 40 >> 0) + "." + byte1 % 40;
		while (index < lastIndex) {
			let value = 0;
			while (index < lastIndex) {
				const nextByte = data[index++];
				value = value << 7 | nextByte & 127;
				if (nextByte < 128) break;
			}
			oid += "." + value;
		}
		return {
			oid,
			index
		};
	}
	function expectASN1Seq(data, index) {
		if (data[index++] !== 48) throw x509Error("non-sequence data", data);
		return readASN1Length(data, index);
	}
	function signatureAlgorithmHashFromCertificate(data, index) {
		if (index === void 0) index = 0;
		index = expectASN1Seq(data, index).index;
		const { length: certInfoLength, index: indexAfterCertInfoLength } = expectASN1Seq(data, index);
		index = indexAfterCertInfoLength + certInfoLength;
		index = expectASN1Seq(data, index).index;
		const { oid, index: indexAfterOID } = readASN1OID(data, index);
		switch (oid) {
			case "1.2.840.113549.1.1.4": return "MD5";
			case "1.2.840.113549.1.1.5": return "SHA-1";
			case "1.2.840.113549.1.1.11": return "SHA-256";
			case "1.2.840.113549.1.1.12": return "SHA-384";
			case "1.2.840.113549.1.1.13": return "SHA-512";
			case "1.2.840.113549.1.1.14": return "SHA-224";
			case "1.2.840.113549.1.1.15": return "SHA512-224";
			case "1.2.840.113549.1.1.16": return "SHA512-256";
			case "1.2.840.10045.4.1": return "SHA-1";
			case "1.2.840.10045.4.3.1": return "SHA-224";
			case "1.2.840.10045.4.3.2": return "SHA-256";
			case "1.2.840.10045.4.3.3": return "SHA-384";
			case "1.2.840.10045.4.3.4": return "SHA-512";
			case "1.2.840.113549.1.1.10": {
				index = indexAfterOID;
				index = expectASN1Seq(data, index).index;
				if (data[index++] !== 160) throw x509Error("non-tag data", data);
				index = readASN1Length(data, index).index;
				index = expectASN1Seq(data, index).index;
				const { oid: hashOID } = readASN1OID(data, index);
				switch (hashOID) {
					case "1.2.840.113549.2.5": return "MD5";
					case "1.3.14.3.2.26": return "SHA-1";
					case "2.16.840.1.101.3.4.2.1": return "SHA-256";
					case "2.16.840.1.101.3.4.2.2": return "SHA-384";
					case "2.16.840.1.101.3.4.2.3": return "SHA-512";
				}
				throw x509Error("unknown hash OID " + hashOID, data);
			}
			case "1.3.101.110":
			case "1.3.101.112": return "SHA-512";
			case "1.3.101.111":
			case "1.3.101.113": throw x509Error("Ed448 certificate channel binding is not currently supported by Postgres");
		}
		throw x509Error("unknown OID " + oid, data);
	}
	module.exports = { signatureAlgorithmHashFromCertificate };
}));

// node_modules/pg/lib/crypto/sasl.js
var require_sasl = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const crypto = require_utils();
	const { signatureAlgorithmHashFromCertificate } = require_cert_signatures();
	function saslprep(password) {
		return password.replace(/[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g, " ").replace(/[\u00AD\u034F\u1806\u180B\u180C\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g, "").normalize("NFKC");
	}
	const DEFAULT_MAX_SCRAM_ITERATIONS = 1e5;
	function startSession(mechanisms, stream, scramMaxIterations = DEFAULT_MAX_SCRAM_ITERATIONS) {
		const candidates = ["SCRAM-SHA-256"];
		if (stream) candidates.unshift("SCRAM-SHA-256-PLUS");
		const mechanism = candidates.find((candidate) => mechanisms.includes(candidate));
		if (!mechanism) throw new Error("SASL: Only mechanism(s) " + candidates.join(" and ") + " are supported");
		if (mechanism === "SCRAM-SHA-256-PLUS" && typeof stream.getPeerCertificate !== "function") throw new Error("SASL: Mechanism SCRAM-SHA-256-PLUS requires a certificate");
		const clientNonce = crypto.randomBytes(18).toString("base64");
		return {
			mechanism,
			clientNonce,
			response: (mechanism === "SCRAM-SHA-256-PLUS" ? "p=tls-server-end-point" : stream ? "y" : "n") + ",,n=*,r=" + clientNonce,
			message: "SASLInitialResponse",
			scramMaxIterations
		};
	}
	async function continueSession(session, password, serverData, stream) {
		if (session.message !== "SASLInitialResponse") throw new Error("SASL: Last message was not SASLInitialResponse");
		if (typeof password !== "string") throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
		if (password === "") throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string");
		if (typeof serverData !== "string") throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: serverData must be a string");
		const sv = parseServerFirstMessage(serverData);
		if (!sv.nonce.startsWith(session.clientNonce)) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce");
		else if (sv.nonce.length === session.clientNonce.length) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce is too short");
		const scramMaxIterations = typeof session.scramMaxIterations === "number" ? session.scramMaxIterations : DEFAULT_MAX_SCRAM_ITERATIONS;
		if (scramMaxIterations !== 0 && sv.iteration > scramMaxIterations) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration count " + sv.iteration + " exceeds scramMaxIterations of " + scramMaxIterations);
		const clientFirstMessageBare = "n=*,r=" + session.clientNonce;
		const serverFirstMessage = "r=" + sv.nonce + ",s=" + sv.salt + ",i=" + sv.iteration;
		let channelBinding = stream ? "eSws" : "biws";
		if (session.mechanism === "SCRAM-SHA-256-PLUS") {
			const peerCert = stream.getPeerCertificate().raw;
			let hashName = signatureAlgorithmHashFromCertificate(peerCert);
			if (hashName === "MD5" || hashName === "SHA-1") hashName = "SHA-256";
			const certHash = await crypto.hashByName(hashName, peerCert);
			channelBinding = Buffer.concat([Buffer.from("p=tls-server-end-point,,"), Buffer.from(certHash)]).toString("base64");
		}
		const clientFinalMessageWithoutProof = "c=" + channelBinding + ",r=" + sv.nonce;
		const authMessage = clientFirstMessageBare + "," + serverFirstMessage + "," + clientFinalMessageWithoutProof;
		const saltBytes = Buffer.from(sv.salt, "base64");
		const saltedPassword = await crypto.deriveKey(saslprep(password), saltBytes, sv.iteration);
		const clientKey = await crypto.hmacSha256(saltedPassword, "Client Key");
		const storedKey = await crypto.sha256(clientKey);
		const clientSignature = await crypto.hmacSha256(storedKey, authMessage);
		const clientProof = xorBuffers(Buffer.from(clientKey), Buffer.from(clientSignature)).toString("base64");
		const serverKey = await crypto.hmacSha256(saltedPassword, "Server Key");
		const serverSignatureBytes = await crypto.hmacSha256(serverKey, authMessage);
		session.message = "SASLResponse";
		session.serverSignature = Buffer.from(serverSignatureBytes).toString("base64");
		session.response = clientFinalMessageWithoutProof + ",p=" + clientProof;
	}
	function finalizeSession(session, serverData) {
		if (session.message !== "SASLResponse") throw new Error("SASL: Last message was not SASLResponse");
		if (typeof serverData !== "string") throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: serverData must be a string");
		const { serverSignature } = parseServerFinalMessage(serverData);
		if (serverSignature !== session.serverSignature) throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match");
	}
	/**
	* printable       = %x21-2B / %x2D-7E
	*                   ;; Printable ASCII except ",".
	*                   ;; Note that any "printable" is also
	*                   ;; a valid "value".
	*/
	function isPrintableChars(text) {
		if (typeof text !== "string") throw new TypeError("SASL: text must be a string");
		return text.split("").map((_, i) => text.charCodeAt(i)).every((c) => c >= 33 && c <= 43 || c >= 45 && c <= 126);
	}
	/**
	* base64-char     = ALPHA / DIGIT / "/" / "+"
	*
	* base64-4        = 4base64-char
	*
	* base64-3        = 3base64-char "="
	*
	* base64-2        = 2base64-char "=="
	*
	* base64          = *base64-4 [base64-3 / base64-2]
	*/
	function isBase64(text) {
		return /^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$/.test(text);
	}
	function parseAttributePairs(text) {
		if (typeof text !== "string") throw new TypeError("SASL: attribute pairs text must be a string");
		return new Map(text.split(",").map((attrValue) => {
			if (!/^.=/.test(attrValue)) throw new Error("SASL: Invalid attribute pair entry");
			return [attrValue[0], attrValue.substring(2)];
		}));
	}
	function parseServerFirstMessage(data) {
		const attrPairs = parseAttributePairs(data);
		const nonce = attrPairs.get("r");
		if (!nonce) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing");
		else if (!isPrintableChars(nonce)) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce must only contain printable characters");
		const salt = attrPairs.get("s");
		if (!salt) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt missing");
		else if (!isBase64(salt)) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt must be base64");
		const iterationText = attrPairs.get("i");
		if (!iterationText) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration missing");
		else if (!/^[1-9][0-9]*$/.test(iterationText)) throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: invalid iteration count");
		return {
			nonce,
			salt,
			iteration: parseInt(iterationText, 10)
		};
	}
	function parseServerFinalMessage(serverData) {
		const attrPairs = parseAttributePairs(serverData);
		const error = attrPairs.get("e");
		const serverSignature = attrPairs.get("v");
		if (error) throw new Error(`SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "${error}"`);
		if (!serverSignature) throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing");
		else if (!isBase64(serverSignature)) throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature must be base64");
		return { serverSignature };
	}
	function xorBuffers(a, b) {
		if (!Buffer.isBuffer(a)) throw new TypeError("first argument must be a Buffer");
		if (!Buffer.isBuffer(b)) throw new TypeError("second argument must be a Buffer");
		if (a.length !== b.length) throw new Error("Buffer lengths must match");
		if (a.length === 0) throw new Error("Buffers cannot be empty");
		return Buffer.from(a.map((_, i) => a[i] ^ b[i]));
	}
	module.exports = {
		startSession,
		continueSession,
		finalizeSession,
		DEFAULT_MAX_SCRAM_ITERATIONS
	};
}));

// node_modules/pg/lib/type-overrides.js
var require_type_overrides = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const types = require_pg_types();
	function TypeOverrides(userTypes) {
		this._types = userTypes || types;
		this.text = {};
		this.binary = {};
	}
	TypeOverrides.prototype.getOverrides = function(format) {
		switch (format) {
			case "text": return this.text;
			case "binary": return this.binary;
			default: return {};
		}
	};
	TypeOverrides.prototype.setTypeParser = function(oid, format, parseFn) {
		if (typeof format === "function") {
			parseFn = format;
			format = "text";
		}
		this.getOverrides(format)[oid] = parseFn;
	};
	TypeOverrides.prototype.getTypeParser = function(oid, format) {
		format = format || "text";
		return this.getOverrides(format)[oid] || this._types.getTypeParser(oid, format);
	};
	module.exports = TypeOverrides;
}));

// node_modules/pg-connection-string/index.js
var require_pg_connection_string = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function parse(str, options = {}) {
		if (str.charAt(0) === "/") {
			const config = str.split(" ");
			return {
				host: config[0],
				database: config[1]
			};
		}
		const config = Object.create(null);
		let result;
		let dummyHost = false;
		if (/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(str)) str = encodeURI(str).replace(/%25(\d\d)/g, "%$1");
		try {
			try {
				result = new URL(str, "postgres://base");
			} catch (e) {
				result = new URL(str.replace("@/", "@___DUMMY___/"), "postgres://base");
				dummyHost = true;
			}
		} catch (err) {
			err.input && (err.input = "*****REDACTED*****");
			throw err;
		}
		for (const entry of result.searchParams.entries()) config[entry[0]] = entry[1];
		config.user = config.user || decodeURIComponent(result.username);
		config.password = config.password || decodeURIComponent(result.password);
		if (result.protocol == "socket:") {
			config.host = decodeURI(result.pathname);
			config.database = result.searchParams.get("db");
			config.client_encoding = result.searchParams.get("encoding");
			return config;
		}
		const hostname = (dummyHost ? "" : result.hostname).replace(/^\[(.+)\]$/, "$1");
		if (!config.host) config.host = decodeURIComponent(hostname);
		else if (hostname && /^%2f/i.test(hostname)) result.pathname = hostname + result.pathname;
		if (!config.port) config.port = result.port;
		const pathname = result.pathname.slice(1) || null;
		config.database = pathname ? decodeURI(pathname) : null;
		if (config.ssl === "true" || config.ssl === "1") config.ssl = true;
		if (config.ssl === "0") config.ssl = false;
		if (config.sslcert || config.sslkey || config.sslrootcert || config.sslmode) config.ssl = {};
		if (config.sslnegotiation === "direct" && config.ssl === void 0) config.ssl = true;
		const fs = config.sslcert || config.sslkey || config.sslrootcert ? __require("fs") : null;
		if (config.sslcert) config.ssl.cert = fs.readFileSync(config.sslcert).toString();
		if (config.sslkey) config.ssl.key = fs.readFileSync(config.sslkey).toString();
		if (config.sslrootcert) config.ssl.ca = fs.readFileSync(config.sslrootcert).toString();
		if (options.useLibpqCompat && config.uselibpqcompat) throw new Error("Both useLibpqCompat and uselibpqcompat are set. Please use only one of them.");
		if (config.uselibpqcompat === "true" || options.useLibpqCompat) switch (config.sslmode) {
			case "disable":
				config.ssl = false;
				break;
			case "prefer":
				config.ssl.rejectUnauthorized = false;
				break;
			case "require":
				if (config.sslrootcert) config.ssl.checkServerIdentity = function() {};
				else config.ssl.rejectUnauthorized = false;
				break;
			case "verify-ca":
				if (!config.ssl.ca) throw new Error("SECURITY WARNING: Using sslmode=verify-ca requires specifying a CA with sslrootcert. If a public CA is used, verify-ca allows connections to a server that somebody else may have registered with the CA, making you vulnerable to Man-in-the-Middle attacks. Either specify a custom CA certificate with sslrootcert parameter or use sslmode=verify-full for proper security.");
				config.ssl.checkServerIdentity = function() {};
		}
		else switch (config.sslmode) {
			case "disable":
				config.ssl = false;
				break;
			case "prefer":
			case "require":
			case "verify-ca":
			case "verify-full":
				if (config.sslmode !== "verify-full") deprecatedSslModeWarning(config.sslmode);
				break;
			case "no-verify": config.ssl.rejectUnauthorized = false;
		}
		return config;
	}
	function toConnectionOptions(sslConfig) {
		return Object.entries(sslConfig).reduce((c, [key, value]) => {
			if (value !== void 0 && value !== null) c[key] = value;
			return c;
		}, Object.create(null));
	}
	function toClientConfig(config) {
		return Object.entries(config).reduce((c, [key, value]) => {
			if (key === "ssl") {
				const sslConfig = value;
				if (typeof sslConfig === "boolean") c[key] = sslConfig;
				if (typeof sslConfig === "object") c[key] = toConnectionOptions(sslConfig);
			} else if (value !== void 0 && value !== null) {
				if (key === "port") {
					if (value !== "") {
						const v = parseInt(value, 10);
						if (isNaN(v)) throw new Error(`Invalid ${key}: ${value}`);
						c[key] = v;
					}
				} else c[key] = value;
			}
			return c;
		}, Object.create(null));
	}
	function parseIntoClientConfig(str) {
		return toClientConfig(parse(str));
	}
	function deprecatedSslModeWarning(sslmode) {
		if (!deprecatedSslModeWarning.warned && typeof process !== "undefined" && process.emitWarning) {
			deprecatedSslModeWarning.warned = true;
			process.emitWarning(`SECURITY WARNING: The SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'.
In the next major version (pg-connection-string v3.0.0 and pg v9.0.0), these modes will adopt standard libpq semantics, which have weaker security guarantees.

To prepare for this change:
- If you want the current behavior, explicitly use 'sslmode=verify-full'
- If you want libpq compatibility now, use 'uselibpqcompat=true&sslmode=${sslmode}'

See https://www.postgresql.org/docs/current/libpq-ssl.html for libpq SSL mode definitions.`);
		}
	}
	module.exports = parse;
	parse.parse = parse;
	parse.toClientConfig = toClientConfig;
	parse.parseIntoClientConfig = parseIntoClientConfig;
}));

// node_modules/pg/lib/connection-parameters.js
var require_connection_parameters = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const dns = __require("dns");
	const defaults = require_defaults();
	const parse = require_pg_connection_string().parse;
	const val = function(key, config, envVar) {
		if (config[key]) return config[key];
		if (envVar === void 0) envVar = process.env["PG" + key.toUpperCase()];
		else if (envVar === false) {} else envVar = process.env[envVar];
		return envVar || defaults[key];
	};
	const readSSLConfigFromEnvironment = function() {
		switch (process.env.PGSSLMODE) {
			case "disable": return false;
			case "prefer":
			case "require":
			case "verify-ca":
			case "verify-full": return true;
			case "no-verify": return { rejectUnauthorized: false };
		}
		return defaults.ssl;
	};
	const quoteParamValue = function(value) {
		return "'" + ("" + value).replace(/\\/g, "\\\\").replace(/'/g, "\\'") + "'";
	};
	const add = function(params, config, paramName) {
		const value = config[paramName];
		if (value !== void 0 && value !== null) params.push(paramName + "=" + quoteParamValue(value));
	};
	var ConnectionParameters = class {
		constructor(config) {
			config = typeof config === "string" ? parse(config) : config || {};
			if (config.connectionString) config = Object.assign({}, config, parse(config.connectionString));
			this.user = val("user", config);
			this.database = val("database", config);
			if (this.database === void 0) this.database = this.user;
			this.port = parseInt(val("port", config), 10);
			this.host = val("host", config);
			Object.defineProperty(this, "password", {
				configurable: true,
				enumerable: false,
				writable: true,
				value: val("password", config)
			});
			this.binary = val("binary", config);
			this.options = val("options", config);
			this.ssl = typeof config.ssl === "undefined" ? readSSLConfigFromEnvironment() : config.ssl;
			if (typeof this.ssl === "string") {
				if (this.ssl === "true") this.ssl = true;
			}
			if (this.ssl === "no-verify") this.ssl = { rejectUnauthorized: false };
			if (this.ssl && this.ssl.key) Object.defineProperty(this.ssl, "key", { enumerable: false });
			this.sslnegotiation = val("sslnegotiation", config, "PGSSLNEGOTIATION");
			if (this.sslnegotiation !== void 0 && this.sslnegotiation !== "postgres" && this.sslnegotiation !== "direct") throw new Error(`Invalid sslnegotiation value: "${this.sslnegotiation}". Valid values are "postgres" and "direct".`);
			if (this.sslnegotiation === "direct" && !this.ssl) throw new Error("sslnegotiation=direct requires SSL to be enabled");
			this.client_encoding = val("client_encoding", config);
			this.replication = val("replication", config);
			this.isDomainSocket = !(this.host || "").indexOf("/");
			this.application_name = val("application_name", config, "PGAPPNAME");
			this.fallback_application_name = val("fallback_application_name", config, false);
			this.statement_timeout = val("statement_timeout", config, false);
			this.lock_timeout = val("lock_timeout", config, false);
			this.idle_in_transaction_session_timeout = val("idle_in_transaction_session_timeout", config, false);
			this.query_timeout = val("query_timeout", config, false);
			if (config.connectionTimeoutMillis === void 0) this.connect_timeout = process.env.PGCONNECT_TIMEOUT || 0;
			else this.connect_timeout = Math.floor(config.connectionTimeoutMillis / 1e3);
			if (config.keepAlive === false) this.keepalives = 0;
			else if (config.keepAlive === true) this.keepalives = 1;
			if (typeof config.keepAliveInitialDelayMillis === "number") this.keepalives_idle = Math.floor(config.keepAliveInitialDelayMillis / 1e3);
		}
		getLibpqConnectionString(cb) {
			const params = [];
			add(params, this, "user");
			add(params, this, "password");
			add(params, this, "port");
			add(params, this, "application_name");
			add(params, this, "fallback_application_name");
			add(params, this, "connect_timeout");
			add(params, this, "options");
			const ssl = typeof this.ssl === "object" ? this.ssl : this.ssl ? { sslmode: this.ssl } : {};
			add(params, ssl, "sslmode");
			add(params, ssl, "sslca");
			add(params, ssl, "sslkey");
			add(params, ssl, "sslcert");
			add(params, ssl, "sslrootcert");
			add(params, this, "sslnegotiation");
			if (this.database) params.push("dbname=" + quoteParamValue(this.database));
			if (this.replication) params.push("replication=" + quoteParamValue(this.replication));
			if (this.host) params.push("host=" + quoteParamValue(this.host));
			if (this.isDomainSocket) return cb(null, params.join(" "));
			if (this.client_encoding) params.push("client_encoding=" + quoteParamValue(this.client_encoding));
			dns.lookup(this.host, function(err, address) {
				if (err) return cb(err, null);
				params.push("hostaddr=" + quoteParamValue(address));
				return cb(null, params.join(" "));
			});
		}
	};
	module.exports = ConnectionParameters;
}));

// node_modules/pg/lib/result.js
var require_result = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const types = require_pg_types();
	const matchRegexp = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/;
	var Result = class {
		constructor(rowMode, types) {
			this.command = null;
			this.rowCount = null;
			this.oid = null;
			this.rows = [];
			this.fields = [];
			this._parsers = void 0;
			this._types = types;
			this.RowCtor = null;
			this.rowAsArray = rowMode === "array";
			if (this.rowAsArray) this.parseRow = this._parseRowAsArray;
			this._prebuiltEmptyResultObject = null;
		}
		addCommandComplete(msg) {
			let match;
			if (msg.text) match = matchRegexp.exec(msg.text);
			else match = matchRegexp.exec(msg.command);
			if (match) {
				this.command = match[1];
				if (match[3]) {
					this.oid = parseInt(match[2], 10);
					this.rowCount = parseInt(match[3], 10);
				} else if (match[2]) this.rowCount = parseInt(match[2], 10);
			}
		}
		_parseRowAsArray(rowData) {
			const row = new Array(rowData.length);
			for (let i = 0, len = rowData.length; i < len; i++) {
				const rawValue = rowData[i];
				if (rawValue !== null) row[i] = this._parsers[i](rawValue);
				else row[i] = null;
			}
			return row;
		}
		parseRow(rowData) {
			const row = { ...this._prebuiltEmptyResultObject };
			for (let i = 0, len = rowData.length; i < len; i++) {
				const rawValue = rowData[i];
				const field = this.fields[i].name;
				if (rawValue !== null) {
					const v = this.fields[i].format === "binary" ? Buffer.from(rawValue) : rawValue;
					row[field] = this._parsers[i](v);
				} else row[field] = null;
			}
			return row;
		}
		addRow(row) {
			this.rows.push(row);
		}
		addFields(fieldDescriptions) {
			this.fields = fieldDescriptions;
			if (this.fields.length) this._parsers = new Array(fieldDescriptions.length);
			const row = Object.create(null);
			for (let i = 0; i < fieldDescriptions.length; i++) {
				const desc = fieldDescriptions[i];
				row[desc.name] = null;
				if (this._types) this._parsers[i] = this._types.getTypeParser(desc.dataTypeID, desc.format || "text");
				else this._parsers[i] = types.getTypeParser(desc.dataTypeID, desc.format || "text");
			}
			this._prebuiltEmptyResultObject = { ...row };
		}
	};
	module.exports = Result;
}));

// node_modules/pg/lib/query.js
var require_query$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = __require("events");
	const Result = require_result();
	const utils = require_utils$1();
	var Query = class extends EventEmitter {
		constructor(config, values, callback) {
			super();
			config = utils.normalizeQueryConfig(config, values, callback);
			this.text = config.text;
			this.values = config.values;
			this.rows = config.rows;
			this.types = config.types;
			this.name = config.name;
			this.queryMode = config.queryMode;
			this.binary = config.binary;
			this.portal = config.portal || "";
			this.callback = config.callback;
			this._rowMode = config.rowMode;
			if (process.domain && config.callback) this.callback = process.domain.bind(config.callback);
			this._result = new Result(this._rowMode, this.types);
			this._results = this._result;
			this._canceledDueToError = false;
		}
		requiresPreparation() {
			if (this.queryMode === "extended") return true;
			if (this.name) return true;
			if (this.rows) return true;
			if (!this.text) return false;
			if (!this.values) return false;
			return this.values.length > 0;
		}
		_checkForMultirow() {
			if (this._result.command) {
				if (!Array.isArray(this._results)) this._results = [this._result];
				this._result = new Result(this._rowMode, this._result._types);
				this._results.push(this._result);
			}
		}
		handleRowDescription(msg) {
			this._checkForMultirow();
			this._result.addFields(msg.fields);
			this._accumulateRows = this.callback || !this.listeners("row").length;
		}
		handleDataRow(msg) {
			let row;
			if (this._canceledDueToError) return;
			try {
				row = this._result.parseRow(msg.fields);
			} catch (err) {
				this._canceledDueToError = err;
				return;
			}
			this.emit("row", row, this._result);
			if (this._accumulateRows) this._result.addRow(row);
		}
		handleCommandComplete(msg, connection) {
			this._checkForMultirow();
			this._result.addCommandComplete(msg);
			if (this.rows) connection.sync();
		}
		handleEmptyQuery(connection) {
			if (this.rows) connection.sync();
		}
		handleError(err, connection) {
			if (this._canceledDueToError) {
				err = this._canceledDueToError;
				this._canceledDueToError = false;
			}
			if (this.callback) return this.callback(err);
			this.emit("error", err);
		}
		handleReadyForQuery(con) {
			if (this._canceledDueToError) return this.handleError(this._canceledDueToError, con);
			if (this.callback) try {
				this.callback(null, this._results);
			} catch (err) {
				process.nextTick(() => {
					throw err;
				});
			}
			this.emit("end", this._results);
		}
		submit(connection) {
			if (typeof this.text !== "string" && typeof this.name !== "string") return /* @__PURE__ */ new Error("A query must have either text or a name. Supplying neither is unsupported.");
			const previous = connection.parsedStatements[this.name] || connection.submittedNamedStatements[this.name];
			if (this.text && previous && this.text !== previous) return /* @__PURE__ */ new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
			if (this.values && !Array.isArray(this.values)) return /* @__PURE__ */ new Error("Query values must be an array");
			if (this.requiresPreparation()) {
				connection.stream.cork && connection.stream.cork();
				try {
					this.prepare(connection);
				} finally {
					connection.stream.uncork && connection.stream.uncork();
				}
			} else connection.query(this.text);
			return null;
		}
		hasBeenParsed(connection) {
			return this.name && (connection.parsedStatements[this.name] !== void 0 || connection.submittedNamedStatements[this.name] !== void 0);
		}
		handlePortalSuspended(connection) {
			this._getRows(connection, this.rows);
		}
		_getRows(connection, rows) {
			connection.execute({
				portal: this.portal,
				rows
			});
			if (!rows) connection.sync();
			else connection.flush();
		}
		prepare(connection) {
			if (!this.hasBeenParsed(connection)) {
				connection.parse({
					text: this.text,
					name: this.name,
					types: this.types
				});
				if (this.name) connection.submittedNamedStatements[this.name] = this.text;
			}
			try {
				connection.bind({
					portal: this.portal,
					statement: this.name,
					values: this.values,
					binary: this.binary,
					valueMapper: utils.prepareValue
				});
			} catch (err) {
				connection.close({
					type: "S",
					name: this.name
				});
				connection.sync();
				this.handleError(err, connection);
				return;
			}
			connection.describe({
				type: "P",
				name: this.portal || ""
			});
			this._getRows(connection, this.rows);
		}
		handleCopyInResponse(connection) {
			connection.sendCopyFail("No source stream defined");
		}
		handleCopyData(msg, connection) {}
	};
	module.exports = Query;
}));

// node_modules/pg-protocol/dist/messages.js
var require_messages = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NoticeMessage = exports.DataRowMessage = exports.CommandCompleteMessage = exports.ReadyForQueryMessage = exports.NotificationResponseMessage = exports.BackendKeyDataMessage = exports.AuthenticationMD5Password = exports.ParameterStatusMessage = exports.ParameterDescriptionMessage = exports.RowDescriptionMessage = exports.Field = exports.CopyResponse = exports.CopyDataMessage = exports.DatabaseError = exports.copyDone = exports.emptyQuery = exports.replicationStart = exports.portalSuspended = exports.noData = exports.closeComplete = exports.bindComplete = exports.parseComplete = void 0;
	exports.parseComplete = {
		name: "parseComplete",
		length: 5
	};
	exports.bindComplete = {
		name: "bindComplete",
		length: 5
	};
	exports.closeComplete = {
		name: "closeComplete",
		length: 5
	};
	exports.noData = {
		name: "noData",
		length: 5
	};
	exports.portalSuspended = {
		name: "portalSuspended",
		length: 5
	};
	exports.replicationStart = {
		name: "replicationStart",
		length: 4
	};
	exports.emptyQuery = {
		name: "emptyQuery",
		length: 4
	};
	exports.copyDone = {
		name: "copyDone",
		length: 4
	};
	var DatabaseError = class extends Error {
		constructor(message, length, name) {
			super(message);
			this.length = length;
			this.name = name;
		}
	};
	exports.DatabaseError = DatabaseError;
	var CopyDataMessage = class {
		constructor(length, chunk) {
			this.length = length;
			this.chunk = chunk;
			this.name = "copyData";
		}
	};
	exports.CopyDataMessage = CopyDataMessage;
	var CopyResponse = class {
		constructor(length, name, binary, columnCount) {
			this.length = length;
			this.name = name;
			this.binary = binary;
			this.columnTypes = new Array(columnCount);
		}
	};
	exports.CopyResponse = CopyResponse;
	var Field = class {
		constructor(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format) {
			this.name = name;
			this.tableID = tableID;
			this.columnID = columnID;
			this.dataTypeID = dataTypeID;
			this.dataTypeSize = dataTypeSize;
			this.dataTypeModifier = dataTypeModifier;
			this.format = format;
		}
	};
	exports.Field = Field;
	var RowDescriptionMessage = class {
		constructor(length, fieldCount) {
			this.length = length;
			this.fieldCount = fieldCount;
			this.name = "rowDescription";
			this.fields = new Array(this.fieldCount);
		}
	};
	exports.RowDescriptionMessage = RowDescriptionMessage;
	var ParameterDescriptionMessage = class {
		constructor(length, parameterCount) {
			this.length = length;
			this.parameterCount = parameterCount;
			this.name = "parameterDescription";
			this.dataTypeIDs = new Array(this.parameterCount);
		}
	};
	exports.ParameterDescriptionMessage = ParameterDescriptionMessage;
	var ParameterStatusMessage = class {
		constructor(length, parameterName, parameterValue) {
			this.length = length;
			this.parameterName = parameterName;
			this.parameterValue = parameterValue;
			this.name = "parameterStatus";
		}
	};
	exports.ParameterStatusMessage = ParameterStatusMessage;
	var AuthenticationMD5Password = class {
		constructor(length, salt) {
			this.length = length;
			this.salt = salt;
			this.name = "authenticationMD5Password";
		}
	};
	exports.AuthenticationMD5Password = AuthenticationMD5Password;
	var BackendKeyDataMessage = class {
		constructor(length, processID, secretKey) {
			this.length = length;
			this.processID = processID;
			this.secretKey = secretKey;
			this.name = "backendKeyData";
		}
	};
	exports.BackendKeyDataMessage = BackendKeyDataMessage;
	var NotificationResponseMessage = class {
		constructor(length, processId, channel, payload) {
			this.length = length;
			this.processId = processId;
			this.channel = channel;
			this.payload = payload;
			this.name = "notification";
		}
	};
	exports.NotificationResponseMessage = NotificationResponseMessage;
	var ReadyForQueryMessage = class {
		constructor(length, status) {
			this.length = length;
			this.status = status;
			this.name = "readyForQuery";
		}
	};
	exports.ReadyForQueryMessage = ReadyForQueryMessage;
	var CommandCompleteMessage = class {
		constructor(length, text) {
			this.length = length;
			this.text = text;
			this.name = "commandComplete";
		}
	};
	exports.CommandCompleteMessage = CommandCompleteMessage;
	var DataRowMessage = class {
		constructor(length, fields) {
			this.length = length;
			this.fields = fields;
			this.name = "dataRow";
			this.fieldCount = fields.length;
		}
	};
	exports.DataRowMessage = DataRowMessage;
	var NoticeMessage = class {
		constructor(length, message) {
			this.length = length;
			this.message = message;
			this.name = "notice";
		}
	};
	exports.NoticeMessage = NoticeMessage;
}));

// node_modules/pg-protocol/dist/buffer-writer.js
var require_buffer_writer = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Writer = void 0;
	var Writer = class {
		constructor(size = 256) {
			this.size = size;
			this.offset = 5;
			this.headerPosition = 0;
			this.buffer = Buffer.allocUnsafe(size);
		}
		ensure(size) {
			if (this.buffer.length - this.offset < size) {
				const oldBuffer = this.buffer;
				const newSize = oldBuffer.length + (oldBuffer.length >> 1) + size;
				this.buffer = Buffer.allocUnsafe(newSize);
				oldBuffer.copy(this.buffer, 0, 0, this.offset);
			}
		}
		addInt32(num) {
			this.ensure(4);
			this.buffer[this.offset++] = num >>> 24 & 255;
			this.buffer[this.offset++] = num >>> 16 & 255;
			this.buffer[this.offset++] = num >>> 8 & 255;
			this.buffer[this.offset++] = num >>> 0 & 255;
			return this;
		}
		addInt16(num) {
			this.ensure(2);
			this.buffer[this.offset++] = num >>> 8 & 255;
			this.buffer[this.offset++] = num >>> 0 & 255;
			return this;
		}
		addCString(string) {
			if (!string) this.ensure(1);
			else {
				const len = Buffer.byteLength(string);
				this.ensure(len + 1);
				this.buffer.write(string, this.offset, "utf-8");
				this.offset += len;
			}
			this.buffer[this.offset++] = 0;
			return this;
		}
		addString(string = "") {
			const len = Buffer.byteLength(string);
			this.ensure(len);
			this.buffer.write(string, this.offset);
			this.offset += len;
			return this;
		}
		addInt32PrefixedString(string) {
			const len = Buffer.byteLength(string);
			this.ensure(4 + len);
			const buffer = this.buffer;
			let offset = this.offset;
			buffer[offset++] = len >>> 24 & 255;
			buffer[offset++] = len >>> 16 & 255;
			buffer[offset++] = len >>> 8 & 255;
			buffer[offset++] = len >>> 0 & 255;
			buffer.write(string, offset, "utf-8");
			this.offset = offset + len;
			return this;
		}
		add(otherBuffer) {
			this.ensure(otherBuffer.length);
			otherBuffer.copy(this.buffer, this.offset);
			this.offset += otherBuffer.length;
			return this;
		}
		/**
		* Appends an uninitialized block of {@link size} bytes to the buffer and returns its offset.
		*/
		reserveUnsafe(size) {
			const offset = this.offset;
			this.ensure(size);
			this.offset += size;
			return offset;
		}
		join(code) {
			if (code) {
				this.buffer[this.headerPosition] = code;
				const length = this.offset - (this.headerPosition + 1);
				this.buffer.writeInt32BE(length, this.headerPosition + 1);
			}
			return this.buffer.slice(code ? 0 : 5, this.offset);
		}
		flush(code) {
			const result = this.join(code);
			this.offset = 5;
			this.headerPosition = 0;
			this.buffer = Buffer.allocUnsafe(this.size);
			return result;
		}
		clear() {
			this.offset = 5;
			this.headerPosition = 0;
		}
	};
	exports.Writer = Writer;
}));

// node_modules/pg-protocol/dist/serializer.js
var require_serializer = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.serialize = void 0;
	const buffer_writer_1 = require_buffer_writer();
	const writer = new buffer_writer_1.Writer();
	const startup = (opts) => {
		writer.addInt16(3).addInt16(0);
		for (const key of Object.keys(opts)) writer.addCString(key).addCString(opts[key]);
		writer.addCString("client_encoding").addCString("UTF8");
		const bodyBuffer = writer.addCString("").flush();
		const length = bodyBuffer.length + 4;
		return new buffer_writer_1.Writer().addInt32(length).add(bodyBuffer).flush();
	};
	const requestSsl = () => {
		const response = Buffer.allocUnsafe(8);
		response.writeInt32BE(8, 0);
		response.writeInt32BE(80877103, 4);
		return response;
	};
	const password = (password) => {
		return writer.addCString(password).flush(112);
	};
	const sendSASLInitialResponseMessage = function(mechanism, initialResponse) {
		writer.addCString(mechanism).addInt32PrefixedString(initialResponse);
		return writer.flush(112);
	};
	const sendSCRAMClientFinalMessage = function(additionalData) {
		return writer.addString(additionalData).flush(112);
	};
	const query = (text) => {
		return writer.addCString(text).flush(81);
	};
	const emptyArray = [];
	const parse = (query) => {
		const name = query.name || "";
		if (name.length > 63) {
			console.error("Warning! Postgres only supports 63 characters for query names.");
			console.error("You supplied %s (%s)", name, name.length);
			console.error("This can cause conflicts and silent errors executing queries");
		}
		const types = query.types || emptyArray;
		const len = types.length;
		const buffer = writer.addCString(name).addCString(query.text).addInt16(len);
		for (let i = 0; i < len; i++) buffer.addInt32(types[i]);
		return writer.flush(80);
	};
	const writeValues = function(values, valueMapper, formatsOffset) {
		const len = values.length;
		for (let i = 0; i < len; i++) {
			const mappedVal = valueMapper ? valueMapper(values[i], i) : values[i];
			let formatByte = 0;
			if (mappedVal == null) writer.addInt32(-1);
			else if (mappedVal instanceof Buffer) {
				formatByte = 1;
				writer.addInt32(mappedVal.length);
				writer.add(mappedVal);
			} else writer.addInt32PrefixedString(mappedVal);
			const buf = writer.buffer;
			buf[formatsOffset++] = 0;
			buf[formatsOffset++] = formatByte;
		}
	};
	const bind = (config = {}) => {
		const portal = config.portal || "";
		const statement = config.statement || "";
		const binary = config.binary || false;
		const values = config.values || emptyArray;
		const len = values.length;
		writer.addCString(portal).addCString(statement);
		writer.addInt16(len);
		const formatsOffset = writer.reserveUnsafe(len * 2);
		writer.addInt16(len);
		try {
			writeValues(values, config.valueMapper, formatsOffset);
		} catch (err) {
			writer.clear();
			throw err;
		}
		writer.addInt16(1);
		writer.addInt16(binary ? 1 : 0);
		return writer.flush(66);
	};
	const emptyExecute = Buffer.from([
		69,
		0,
		0,
		0,
		9,
		0,
		0,
		0,
		0,
		0
	]);
	const execute = (config) => {
		if (!config || !config.portal && !config.rows) return emptyExecute;
		const portal = config.portal || "";
		const rows = config.rows || 0;
		const portalLength = Buffer.byteLength(portal);
		const len = 4 + portalLength + 1 + 4;
		const buff = Buffer.allocUnsafe(1 + len);
		buff[0] = 69;
		buff.writeInt32BE(len, 1);
		buff.write(portal, 5, "utf-8");
		buff[portalLength + 5] = 0;
		buff.writeUInt32BE(rows, buff.length - 4);
		return buff;
	};
	const cancel = (processID, secretKey) => {
		const buffer = Buffer.allocUnsafe(16);
		buffer.writeInt32BE(16, 0);
		buffer.writeInt16BE(1234, 4);
		buffer.writeInt16BE(5678, 6);
		buffer.writeInt32BE(processID, 8);
		buffer.writeInt32BE(secretKey, 12);
		return buffer;
	};
	const cstringMessage = (code, string) => {
		const len = 4 + Buffer.byteLength(string) + 1;
		const buffer = Buffer.allocUnsafe(1 + len);
		buffer[0] = code;
		buffer.writeInt32BE(len, 1);
		buffer.write(string, 5, "utf-8");
		buffer[len] = 0;
		return buffer;
	};
	const emptyDescribePortal = writer.addCString("P").flush(68);
	const emptyDescribeStatement = writer.addCString("S").flush(68);
	const describe = (msg) => {
		return msg.name ? cstringMessage(68, `${msg.type}${msg.name || ""}`) : msg.type === "P" ? emptyDescribePortal : emptyDescribeStatement;
	};
	const close = (msg) => {
		const text = `${msg.type}${msg.name || ""}`;
		return cstringMessage(67, text);
	};
	const copyData = (chunk) => {
		return writer.add(chunk).flush(100);
	};
	const copyFail = (message) => {
		return cstringMessage(102, message);
	};
	const codeOnlyBuffer = (code) => Buffer.from([
		code,
		0,
		0,
		0,
		4
	]);
	const flushBuffer = codeOnlyBuffer(72);
	const syncBuffer = codeOnlyBuffer(83);
	const endBuffer = codeOnlyBuffer(88);
	const copyDoneBuffer = codeOnlyBuffer(99);
	const serialize = {
		startup,
		password,
		requestSsl,
		sendSASLInitialResponseMessage,
		sendSCRAMClientFinalMessage,
		query,
		parse,
		bind,
		execute,
		describe,
		close,
		flush: () => flushBuffer,
		sync: () => syncBuffer,
		end: () => endBuffer,
		copyData,
		copyDone: () => copyDoneBuffer,
		copyFail,
		cancel
	};
	exports.serialize = serialize;
}));

// node_modules/pg-protocol/dist/buffer-reader.js
var require_buffer_reader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BufferReader = void 0;
	var BufferReader = class {
		constructor(offset = 0) {
			this.offset = offset;
			this.buffer = Buffer.allocUnsafe(0);
			this.encoding = "utf-8";
		}
		setBuffer(offset, buffer) {
			this.offset = offset;
			this.buffer = buffer;
		}
		int16() {
			const result = this.buffer.readInt16BE(this.offset);
			this.offset += 2;
			return result;
		}
		byte() {
			const result = this.buffer[this.offset];
			this.offset++;
			return result;
		}
		int32() {
			const result = this.buffer.readInt32BE(this.offset);
			this.offset += 4;
			return result;
		}
		uint32() {
			const result = this.buffer.readUInt32BE(this.offset);
			this.offset += 4;
			return result;
		}
		string(length) {
			const result = this.buffer.toString(this.encoding, this.offset, this.offset + length);
			this.offset += length;
			return result;
		}
		cstring() {
			const start = this.offset;
			let end = start;
			while (this.buffer[end++]);
			this.offset = end;
			return this.buffer.toString(this.encoding, start, end - 1);
		}
		bytes(length) {
			const result = this.buffer.slice(this.offset, this.offset + length);
			this.offset += length;
			return result;
		}
	};
	exports.BufferReader = BufferReader;
}));

// node_modules/pg-protocol/dist/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Parser = void 0;
	const messages_1 = require_messages();
	const buffer_reader_1 = require_buffer_reader();
	const CODE_LENGTH = 1;
	const HEADER_LENGTH = 5;
	const LATEINIT_LENGTH = -1;
	const emptyBuffer = Buffer.allocUnsafe(0);
	var Parser = class {
		constructor(opts) {
			this.buffer = emptyBuffer;
			this.bufferLength = 0;
			this.bufferOffset = 0;
			this.reader = new buffer_reader_1.BufferReader();
			if ((opts === null || opts === void 0 ? void 0 : opts.mode) === "binary") throw new Error("Binary mode not supported yet");
			this.mode = (opts === null || opts === void 0 ? void 0 : opts.mode) || "text";
		}
		parse(buffer, callback) {
			this.mergeBuffer(buffer);
			const bufferFullLength = this.bufferOffset + this.bufferLength;
			let offset = this.bufferOffset;
			while (offset + HEADER_LENGTH <= bufferFullLength) {
				const code = this.buffer[offset];
				const length = this.buffer.readUInt32BE(offset + CODE_LENGTH);
				const fullMessageLength = CODE_LENGTH + length;
				if (fullMessageLength + offset <= bufferFullLength) {
					callback(this.handlePacket(offset + HEADER_LENGTH, code, length, this.buffer));
					offset += fullMessageLength;
				} else break;
			}
			if (offset === bufferFullLength) {
				this.buffer = emptyBuffer;
				this.bufferLength = 0;
				this.bufferOffset = 0;
			} else {
				this.bufferLength = bufferFullLength - offset;
				this.bufferOffset = offset;
			}
		}
		mergeBuffer(buffer) {
			if (this.bufferLength > 0) {
				const newLength = this.bufferLength + buffer.byteLength;
				if (newLength + this.bufferOffset > this.buffer.byteLength) {
					let newBuffer;
					if (newLength <= this.buffer.byteLength && this.bufferOffset >= this.bufferLength) newBuffer = this.buffer;
					else {
						let newBufferLength = this.buffer.byteLength * 2;
						while (newLength >= newBufferLength) newBufferLength *= 2;
						newBuffer = Buffer.allocUnsafe(newBufferLength);
					}
					this.buffer.copy(newBuffer, 0, this.bufferOffset, this.bufferOffset + this.bufferLength);
					this.buffer = newBuffer;
					this.bufferOffset = 0;
				}
				buffer.copy(this.buffer, this.bufferOffset + this.bufferLength);
				this.bufferLength = newLength;
			} else {
				this.buffer = buffer;
				this.bufferOffset = 0;
				this.bufferLength = buffer.byteLength;
			}
		}
		handlePacket(offset, code, length, bytes) {
			const { reader } = this;
			reader.setBuffer(offset, bytes);
			let message;
			switch (code) {
				case 50:
					message = messages_1.bindComplete;
					break;
				case 49:
					message = messages_1.parseComplete;
					break;
				case 51:
					message = messages_1.closeComplete;
					break;
				case 110:
					message = messages_1.noData;
					break;
				case 115:
					message = messages_1.portalSuspended;
					break;
				case 99:
					message = messages_1.copyDone;
					break;
				case 87:
					message = messages_1.replicationStart;
					break;
				case 73:
					message = messages_1.emptyQuery;
					break;
				case 68:
					message = parseDataRowMessage(reader);
					break;
				case 67:
					message = parseCommandCompleteMessage(reader);
					break;
				case 90:
					message = parseReadyForQueryMessage(reader);
					break;
				case 65:
					message = parseNotificationMessage(reader);
					break;
				case 82:
					message = parseAuthenticationResponse(reader, length);
					break;
				case 83:
					message = parseParameterStatusMessage(reader);
					break;
				case 75:
					message = parseBackendKeyData(reader);
					break;
				case 69:
					message = parseErrorMessage(reader, "error");
					break;
				case 78:
					message = parseErrorMessage(reader, "notice");
					break;
				case 84:
					message = parseRowDescriptionMessage(reader);
					break;
				case 116:
					message = parseParameterDescriptionMessage(reader);
					break;
				case 71:
					message = parseCopyInMessage(reader);
					break;
				case 72:
					message = parseCopyOutMessage(reader);
					break;
				case 100:
					message = parseCopyData(reader, length);
					break;
				default: return new messages_1.DatabaseError("received invalid response: " + code.toString(16), length, "error");
			}
			reader.setBuffer(0, emptyBuffer);
			message.length = length;
			return message;
		}
	};
	exports.Parser = Parser;
	const parseReadyForQueryMessage = (reader) => {
		const status = reader.string(1);
		return new messages_1.ReadyForQueryMessage(LATEINIT_LENGTH, status);
	};
	const parseCommandCompleteMessage = (reader) => {
		const text = reader.cstring();
		return new messages_1.CommandCompleteMessage(LATEINIT_LENGTH, text);
	};
	const parseCopyData = (reader, length) => {
		const chunk = reader.bytes(length - 4);
		return new messages_1.CopyDataMessage(LATEINIT_LENGTH, chunk);
	};
	const parseCopyInMessage = (reader) => parseCopyMessage(reader, "copyInResponse");
	const parseCopyOutMessage = (reader) => parseCopyMessage(reader, "copyOutResponse");
	const parseCopyMessage = (reader, messageName) => {
		const isBinary = reader.byte() !== 0;
		const columnCount = reader.int16();
		const message = new messages_1.CopyResponse(LATEINIT_LENGTH, messageName, isBinary, columnCount);
		for (let i = 0; i < columnCount; i++) message.columnTypes[i] = reader.int16();
		return message;
	};
	const parseNotificationMessage = (reader) => {
		const processId = reader.int32();
		const channel = reader.cstring();
		const payload = reader.cstring();
		return new messages_1.NotificationResponseMessage(LATEINIT_LENGTH, processId, channel, payload);
	};
	const parseRowDescriptionMessage = (reader) => {
		const fieldCount = reader.int16();
		const message = new messages_1.RowDescriptionMessage(LATEINIT_LENGTH, fieldCount);
		for (let i = 0; i < fieldCount; i++) message.fields[i] = parseField(reader);
		return message;
	};
	const parseField = (reader) => {
		const name = reader.cstring();
		const tableID = reader.uint32();
		const columnID = reader.int16();
		const dataTypeID = reader.uint32();
		const dataTypeSize = reader.int16();
		const dataTypeModifier = reader.int32();
		const mode = reader.int16() === 0 ? "text" : "binary";
		return new messages_1.Field(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, mode);
	};
	const parseParameterDescriptionMessage = (reader) => {
		const parameterCount = reader.int16();
		const message = new messages_1.ParameterDescriptionMessage(LATEINIT_LENGTH, parameterCount);
		for (let i = 0; i < parameterCount; i++) message.dataTypeIDs[i] = reader.uint32();
		return message;
	};
	const parseDataRowMessage = (reader) => {
		const fieldCount = reader.int16();
		const fields = new Array(fieldCount);
		for (let i = 0; i < fieldCount; i++) {
			const len = reader.int32();
			fields[i] = len === -1 ? null : reader.string(len);
		}
		return new messages_1.DataRowMessage(LATEINIT_LENGTH, fields);
	};
	const parseParameterStatusMessage = (reader) => {
		const name = reader.cstring();
		const value = reader.cstring();
		return new messages_1.ParameterStatusMessage(LATEINIT_LENGTH, name, value);
	};
	const parseBackendKeyData = (reader) => {
		const processID = reader.int32();
		const secretKey = reader.int32();
		return new messages_1.BackendKeyDataMessage(LATEINIT_LENGTH, processID, secretKey);
	};
	const parseAuthenticationResponse = (reader, length) => {
		const code = reader.int32();
		const message = {
			name: "authenticationOk",
			length
		};
		switch (code) {
			case 0: break;
			case 3:
				if (message.length === 8) message.name = "authenticationCleartextPassword";
				break;
			case 5:
				if (message.length === 12) {
					message.name = "authenticationMD5Password";
					const salt = reader.bytes(4);
					return new messages_1.AuthenticationMD5Password(LATEINIT_LENGTH, salt);
				}
				break;
			case 10:
				{
					message.name = "authenticationSASL";
					message.mechanisms = [];
					let mechanism;
					do {
						mechanism = reader.cstring();
						if (mechanism) message.mechanisms.push(mechanism);
					} while (mechanism);
				}
				break;
			case 11:
				message.name = "authenticationSASLContinue";
				message.data = reader.string(length - 8);
				break;
			case 12:
				message.name = "authenticationSASLFinal";
				message.data = reader.string(length - 8);
				break;
			default: throw new Error("Unknown authenticationOk message type " + code);
		}
		return message;
	};
	const parseErrorMessage = (reader, name) => {
		const fields = {};
		let fieldType = reader.string(1);
		while (fieldType !== "\0") {
			fields[fieldType] = reader.cstring();
			fieldType = reader.string(1);
		}
		const messageValue = fields.M;
		const message = name === "notice" ? new messages_1.NoticeMessage(LATEINIT_LENGTH, messageValue) : new messages_1.DatabaseError(messageValue, LATEINIT_LENGTH, name);
		message.severity = fields.S;
		message.code = fields.C;
		message.detail = fields.D;
		message.hint = fields.H;
		message.position = fields.P;
		message.internalPosition = fields.p;
		message.internalQuery = fields.q;
		message.where = fields.W;
		message.schema = fields.s;
		message.table = fields.t;
		message.column = fields.c;
		message.dataType = fields.d;
		message.constraint = fields.n;
		message.file = fields.F;
		message.line = fields.L;
		message.routine = fields.R;
		return message;
	};
}));

// node_modules/pg-protocol/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DatabaseError = exports.serialize = void 0;
	exports.parse = parse;
	const messages_1 = require_messages();
	Object.defineProperty(exports, "DatabaseError", {
		enumerable: true,
		get: function() {
			return messages_1.DatabaseError;
		}
	});
	const serializer_1 = require_serializer();
	Object.defineProperty(exports, "serialize", {
		enumerable: true,
		get: function() {
			return serializer_1.serialize;
		}
	});
	const parser_1 = require_parser();
	function parse(stream, callback) {
		const parser = new parser_1.Parser();
		stream.on("data", (buffer) => parser.parse(buffer, callback));
		return new Promise((resolve) => stream.on("end", () => resolve()));
	}
}));

// node_modules/pg-cloudflare/dist/empty.js
var require_empty = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.default = {};
}));

// node_modules/pg/lib/stream.js
var require_stream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { getStream, getSecureStream } = getStreamFuncs();
	module.exports = {
		/**
		* Get a socket stream compatible with the current runtime environment.
		* @returns {Duplex}
		*/
		getStream,
		/**
		* Get a TLS secured socket, compatible with the current environment,
		* using the socket and other settings given in `options`.
		* @returns {Duplex}
		*/
		getSecureStream
	};
	/**
	* The stream functions that work in Node.js
	*/
	function getNodejsStreamFuncs() {
		function getStream(ssl) {
			return new (__require("net")).Socket();
		}
		function getSecureStream(options) {
			return __require("tls").connect(options);
		}
		return {
			getStream,
			getSecureStream
		};
	}
	/**
	* The stream functions that work in Cloudflare Workers
	*/
	function getCloudflareStreamFuncs() {
		function getStream(ssl) {
			const { CloudflareSocket } = require_empty();
			return new CloudflareSocket(ssl);
		}
		function getSecureStream(options) {
			options.socket.startTls(options);
			return options.socket;
		}
		return {
			getStream,
			getSecureStream
		};
	}
	/**
	* Are we running in a Cloudflare Worker?
	*
	* @returns true if the code is currently running inside a Cloudflare Worker.
	*/
	function isCloudflareRuntime() {
		if (typeof navigator === "object" && navigator !== null && typeof navigator.userAgent === "string") return navigator.userAgent === "Cloudflare-Workers";
		if (typeof Response === "function") {
			const resp = new Response(null, { cf: { thing: true } });
			if (typeof resp.cf === "object" && resp.cf !== null && resp.cf.thing) return true;
		}
		return false;
	}
	function getStreamFuncs() {
		if (isCloudflareRuntime()) return getCloudflareStreamFuncs();
		return getNodejsStreamFuncs();
	}
}));

// node_modules/pg/lib/connection.js
var require_connection = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const EventEmitter = __require("events").EventEmitter;
	const { parse, serialize } = require_dist();
	const stream = require_stream();
	const { getStream } = stream;
	const flushBuffer = serialize.flush();
	const syncBuffer = serialize.sync();
	const endBuffer = serialize.end();
	var Connection = class extends EventEmitter {
		constructor(config) {
			super();
			config = config || {};
			this.stream = config.stream || getStream(config.ssl);
			if (typeof this.stream === "function") this.stream = this.stream(config);
			this._keepAlive = config.keepAlive;
			this._keepAliveInitialDelayMillis = config.keepAliveInitialDelayMillis;
			this.parsedStatements = {};
			this.submittedNamedStatements = {};
			this.ssl = config.ssl || false;
			this.sslNegotiation = config.sslNegotiation || "postgres";
			this._ending = false;
			this._emitMessage = false;
			const self = this;
			this.on("newListener", function(eventName) {
				if (eventName === "message") self._emitMessage = true;
			});
		}
		connect(port, host) {
			const self = this;
			this._connecting = true;
			this.stream.setNoDelay(true);
			this.stream.connect(port, host);
			this.stream.once("connect", function() {
				if (self._keepAlive) self.stream.setKeepAlive(true, self._keepAliveInitialDelayMillis);
				self.emit("connect");
			});
			const reportStreamError = function(error) {
				if (self._ending && (error.code === "ECONNRESET" || error.code === "EPIPE")) return;
				self.emit("error", error);
			};
			this.stream.on("error", reportStreamError);
			this.stream.on("close", function() {
				self.emit("end");
			});
			if (!this.ssl) return this.attachListeners(this.stream);
			if (this.sslNegotiation === "direct") return this.stream.once("connect", function() {
				self.upgradeToSSL(host, reportStreamError);
			});
			this.stream.once("data", function(buffer) {
				switch (buffer.toString("utf8")) {
					case "S": break;
					case "N":
						self.stream.end();
						return self.emit("error", /* @__PURE__ */ new Error("The server does not support SSL connections"));
					default:
						self.stream.end();
						return self.emit("error", /* @__PURE__ */ new Error("There was an error establishing an SSL connection"));
				}
				self.upgradeToSSL(host, reportStreamError);
			});
		}
		upgradeToSSL(host, reportStreamError) {
			const self = this;
			const options = {
				socket: self.stream,
				host
			};
			if (self.ssl !== true) {
				Object.assign(options, self.ssl);
				if ("key" in self.ssl) options.key = self.ssl.key;
			}
			if (self.sslNegotiation === "direct") options.ALPNProtocols = ["postgresql"];
			const net = __require("net");
			if (net.isIP && net.isIP(host) === 0) options.servername = host;
			try {
				self.stream = stream.getSecureStream(options);
			} catch (err) {
				return self.emit("error", err);
			}
			self.attachListeners(self.stream);
			self.stream.on("error", reportStreamError);
			self.emit("sslconnect");
		}
		attachListeners(stream) {
			parse(stream, (msg) => {
				const eventName = msg.name === "error" ? "errorMessage" : msg.name;
				if (this._emitMessage) this.emit("message", msg);
				this.emit(eventName, msg);
			});
		}
		requestSsl() {
			this.stream.write(serialize.requestSsl());
		}
		startup(config) {
			this.stream.write(serialize.startup(config));
		}
		cancel(processID, secretKey) {
			this._send(serialize.cancel(processID, secretKey));
		}
		password(password) {
			this._send(serialize.password(password));
		}
		sendSASLInitialResponseMessage(mechanism, initialResponse) {
			this._send(serialize.sendSASLInitialResponseMessage(mechanism, initialResponse));
		}
		sendSCRAMClientFinalMessage(additionalData) {
			this._send(serialize.sendSCRAMClientFinalMessage(additionalData));
		}
		_send(buffer) {
			if (!this.stream.writable) return false;
			return this.stream.write(buffer);
		}
		query(text) {
			this._send(serialize.query(text));
		}
		parse(query) {
			this._send(serialize.parse(query));
		}
		bind(config) {
			this._send(serialize.bind(config));
		}
		execute(config) {
			this._send(serialize.execute(config));
		}
		flush() {
			if (this.stream.writable) this.stream.write(flushBuffer);
		}
		sync() {
			this._send(syncBuffer);
		}
		ref() {
			this.stream.ref();
		}
		unref() {
			this.stream.unref();
		}
		end() {
			this._ending = true;
			if (!this._connecting || !this.stream.writable) {
				this.stream.end();
				return;
			}
			return this.stream.write(endBuffer, () => {
				this.stream.end();
			});
		}
		close(msg) {
			this._send(serialize.close(msg));
		}
		describe(msg) {
			this._send(serialize.describe(msg));
		}
		sendCopyFromChunk(chunk) {
			this._send(serialize.copyData(chunk));
		}
		endCopyFrom() {
			this._send(serialize.copyDone());
		}
		sendCopyFail(msg) {
			this._send(serialize.copyFail(msg));
		}
	};
	module.exports = Connection;
}));

// node_modules/split2/index.js
var require_split2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Transform } = __require("stream");
	const { StringDecoder } = __require("string_decoder");
	const kLast = Symbol("last");
	const kDecoder = Symbol("decoder");
	function transform(chunk, enc, cb) {
		let list;
		if (this.overflow) {
			list = this[kDecoder].write(chunk).split(this.matcher);
			if (list.length === 1) return cb();
			list.shift();
			this.overflow = false;
		} else {
			this[kLast] += this[kDecoder].write(chunk);
			list = this[kLast].split(this.matcher);
		}
		this[kLast] = list.pop();
		for (let i = 0; i < list.length; i++) try {
			push(this, this.mapper(list[i]));
		} catch (error) {
			return cb(error);
		}
		this.overflow = this[kLast].length > this.maxLength;
		if (this.overflow && !this.skipOverflow) {
			cb(/* @__PURE__ */ new Error("maximum buffer reached"));
			return;
		}
		cb();
	}
	function flush(cb) {
		this[kLast] += this[kDecoder].end();
		if (this[kLast]) try {
			push(this, this.mapper(this[kLast]));
		} catch (error) {
			return cb(error);
		}
		cb();
	}
	function push(self, val) {
		if (val !== void 0) self.push(val);
	}
	function noop(incoming) {
		return incoming;
	}
	function split(matcher, mapper, options) {
		matcher = matcher || /\r?\n/;
		mapper = mapper || noop;
		options = options || {};
		switch (arguments.length) {
			case 1:
				if (typeof matcher === "function") {
					mapper = matcher;
					matcher = /\r?\n/;
				} else if (typeof matcher === "object" && !(matcher instanceof RegExp) && !matcher[Symbol.split]) {
					options = matcher;
					matcher = /\r?\n/;
				}
				break;
			case 2: if (typeof matcher === "function") {
				options = mapper;
				mapper = matcher;
				matcher = /\r?\n/;
			} else if (typeof mapper === "object") {
				options = mapper;
				mapper = noop;
			}
		}
		options = Object.assign({}, options);
		options.autoDestroy = true;
		options.transform = transform;
		options.flush = flush;
		options.readableObjectMode = true;
		const stream = new Transform(options);
		stream[kLast] = "";
		stream[kDecoder] = new StringDecoder("utf8");
		stream.matcher = matcher;
		stream.mapper = mapper;
		stream.maxLength = options.maxLength;
		stream.skipOverflow = options.skipOverflow || false;
		stream.overflow = false;
		stream._destroy = function(err, cb) {
			this._writableState.errorEmitted = false;
			cb(err);
		};
		return stream;
	}
	module.exports = split;
}));

// node_modules/pgpass/lib/helper.js
var require_helper = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var path = __require("path");
	var Stream = __require("stream").Stream;
	var split = require_split2();
	var util = __require("util");
	var defaultPort = 5432;
	var isWin = process.platform === "win32";
	var warnStream = process.stderr;
	var S_IRWXG = 56;
	var S_IRWXO = 7;
	var S_IFMT = 61440;
	var S_IFREG = 32768;
	function isRegFile(mode) {
		return (mode & S_IFMT) == S_IFREG;
	}
	var fieldNames = [
		"host",
		"port",
		"database",
		"user",
		"password"
	];
	var nrOfFields = fieldNames.length;
	var passKey = fieldNames[nrOfFields - 1];
	function warn() {
		if (warnStream instanceof Stream && true === warnStream.writable) {
			var args = Array.prototype.slice.call(arguments).concat("\n");
			warnStream.write(util.format.apply(util, args));
		}
	}
	Object.defineProperty(module.exports, "isWin", {
		get: function() {
			return isWin;
		},
		set: function(val) {
			isWin = val;
		}
	});
	module.exports.warnTo = function(stream) {
		var old = warnStream;
		warnStream = stream;
		return old;
	};
	module.exports.getFileName = function(rawEnv) {
		var env = rawEnv || process.env;
		return env.PGPASSFILE || (isWin ? path.join(env.APPDATA || "./", "postgresql", "pgpass.conf") : path.join(env.HOME || "./", ".pgpass"));
	};
	module.exports.usePgPass = function(stats, fname) {
		if (Object.prototype.hasOwnProperty.call(process.env, "PGPASSWORD")) return false;
		if (isWin) return true;
		fname = fname || "<unkn>";
		if (!isRegFile(stats.mode)) {
			warn("WARNING: password file \"%s\" is not a plain file", fname);
			return false;
		}
		if (stats.mode & (S_IRWXG | S_IRWXO)) {
			warn("WARNING: password file \"%s\" has group or world access; permissions should be u=rw (0600) or less", fname);
			return false;
		}
		return true;
	};
	var matcher = module.exports.match = function(connInfo, entry) {
		return fieldNames.slice(0, -1).reduce(function(prev, field, idx) {
			if (idx == 1) {
				if (Number(connInfo[field] || defaultPort) === Number(entry[field])) return prev && true;
			}
			return prev && (entry[field] === "*" || entry[field] === connInfo[field]);
		}, true);
	};
	module.exports.getPassword = function(connInfo, stream, cb) {
		var pass;
		var lineStream = stream.pipe(split());
		function onLine(line) {
			var entry = parseLine(line);
			if (entry && isValidEntry(entry) && matcher(connInfo, entry)) {
				pass = entry[passKey];
				lineStream.end();
			}
		}
		var onEnd = function() {
			stream.destroy();
			cb(pass);
		};
		var onErr = function(err) {
			stream.destroy();
			warn("WARNING: error on reading file: %s", err);
			cb(void 0);
		};
		stream.on("error", onErr);
		lineStream.on("data", onLine).on("end", onEnd).on("error", onErr);
	};
	var parseLine = module.exports.parseLine = function(line) {
		if (line.length < 11 || line.match(/^\s+#/)) return null;
		var curChar = "";
		var prevChar = "";
		var fieldIdx = 0;
		var startIdx = 0;
		var obj = {};
		var isLastField = false;
		var addToObj = function(idx, i0, i1) {
			var field = line.substring(i0, i1);
			if (!Object.hasOwnProperty.call(process.env, "PGPASS_NO_DEESCAPE")) field = field.replace(/\\([:\\])/g, "$1");
			obj[fieldNames[idx]] = field;
		};
		for (var i = 0; i < line.length - 1; i += 1) {
			curChar = line.charAt(i + 1);
			prevChar = line.charAt(i);
			isLastField = fieldIdx == nrOfFields - 1;
			if (isLastField) {
				addToObj(fieldIdx, startIdx);
				break;
			}
			if (i >= 0 && curChar == ":" && prevChar !== "\\") {
				addToObj(fieldIdx, startIdx, i + 1);
				startIdx = i + 2;
				fieldIdx += 1;
			}
		}
		obj = Object.keys(obj).length === nrOfFields ? obj : null;
		return obj;
	};
	var isValidEntry = module.exports.isValidEntry = function(entry) {
		var rules = {
			0: function(x) {
				return x.length > 0;
			},
			1: function(x) {
				if (x === "*") return true;
				x = Number(x);
				return isFinite(x) && x > 0 && x < 9007199254740992 && Math.floor(x) === x;
			},
			2: function(x) {
				return x.length > 0;
			},
			3: function(x) {
				return x.length > 0;
			},
			4: function(x) {
				return x.length > 0;
			}
		};
		for (var idx = 0; idx < fieldNames.length; idx += 1) {
			var rule = rules[idx];
			if (!rule(entry[fieldNames[idx]] || "")) return false;
		}
		return true;
	};
}));

// node_modules/pgpass/lib/index.js
var require_lib$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	__require("path");
	var fs = __require("fs");
	var helper = require_helper();
	module.exports = function(connInfo, cb) {
		var file = helper.getFileName();
		fs.stat(file, function(err, stat) {
			if (err || !helper.usePgPass(stat, file)) return cb(void 0);
			var st = fs.createReadStream(file);
			helper.getPassword(connInfo, st, cb);
		});
	};
	module.exports.warnTo = helper.warnTo;
}));

// node_modules/pg/lib/client.js
var require_client$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const EventEmitter = __require("events").EventEmitter;
	const utils = require_utils$1();
	const nodeUtils = __require("util");
	const sasl = require_sasl();
	const TypeOverrides = require_type_overrides();
	const ConnectionParameters = require_connection_parameters();
	const Query = require_query$1();
	const defaults = require_defaults();
	const Connection = require_connection();
	const crypto = require_utils();
	const activeQueryDeprecationNotice = nodeUtils.deprecate(() => {}, "Client.activeQuery is deprecated and will be removed in pg@9.0");
	const queryQueueDeprecationNotice = nodeUtils.deprecate(() => {}, "Client.queryQueue is deprecated and will be removed in pg@9.0.");
	const pgPassDeprecationNotice = nodeUtils.deprecate(() => {}, "pgpass support is deprecated and will be removed in pg@9.0. You can provide an async function as the password property to the Client/Pool constructor that returns a password instead. Within this function you can call the pgpass module in your own code.");
	const byoPromiseDeprecationNotice = nodeUtils.deprecate(() => {}, "Passing a custom Promise implementation to the Client/Pool constructor is deprecated and will be removed in pg@9.0.");
	const queryQueueLengthDeprecationNotice = nodeUtils.deprecate(() => {}, "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead.");
	function coerceNumberOrDefault(value, defaultValue) {
		if (typeof value === "number") return Number.isFinite(value) ? value : defaultValue;
		if (typeof value === "string" && value.trim() !== "") {
			const n = Number(value);
			return Number.isFinite(n) ? n : defaultValue;
		}
		return defaultValue;
	}
	var Client = class extends EventEmitter {
		constructor(config) {
			super();
			this.connectionParameters = new ConnectionParameters(config);
			this.user = this.connectionParameters.user;
			this.database = this.connectionParameters.database;
			this.port = this.connectionParameters.port;
			this.host = this.connectionParameters.host;
			Object.defineProperty(this, "password", {
				configurable: true,
				enumerable: false,
				writable: true,
				value: this.connectionParameters.password
			});
			this.replication = this.connectionParameters.replication;
			const c = config || {};
			if (c.Promise) byoPromiseDeprecationNotice();
			this._Promise = c.Promise || global.Promise;
			this._types = new TypeOverrides(c.types);
			this._ending = false;
			this._ended = false;
			this._connecting = false;
			this._connected = false;
			this._connectionError = false;
			this._queryable = true;
			this._activeQuery = null;
			this._txStatus = null;
			this.enableChannelBinding = Boolean(c.enableChannelBinding);
			this.scramMaxIterations = coerceNumberOrDefault(c.scramMaxIterations, sasl.DEFAULT_MAX_SCRAM_ITERATIONS);
			this.connection = c.connection || new Connection({
				stream: c.stream,
				ssl: this.connectionParameters.ssl,
				sslNegotiation: this.connectionParameters.sslnegotiation,
				keepAlive: c.keepAlive || false,
				keepAliveInitialDelayMillis: c.keepAliveInitialDelayMillis || 0,
				encoding: this.connectionParameters.client_encoding || "utf8"
			});
			this._queryQueue = [];
			this._sentQueryQueue = [];
			this.pipeline = Boolean(c.pipeline);
			this.binary = c.binary || defaults.binary;
			this.processID = null;
			this.secretKey = null;
			this.ssl = this.connectionParameters.ssl || false;
			this.sslNegotiation = this.connectionParameters.sslnegotiation || "postgres";
			if (this.ssl && this.ssl.key) Object.defineProperty(this.ssl, "key", { enumerable: false });
			this._connectionTimeoutMillis = c.connectionTimeoutMillis || 0;
		}
		get activeQuery() {
			activeQueryDeprecationNotice();
			return this._activeQuery;
		}
		set activeQuery(val) {
			activeQueryDeprecationNotice();
			this._activeQuery = val;
		}
		_getActiveQuery() {
			return this._activeQuery;
		}
		_errorAllQueries(err) {
			const enqueueError = (query) => {
				process.nextTick(() => {
					query.handleError(err, this.connection);
				});
			};
			const activeQuery = this._getActiveQuery();
			if (activeQuery) {
				enqueueError(activeQuery);
				this._activeQuery = null;
			}
			this._sentQueryQueue.forEach(enqueueError);
			this._sentQueryQueue.length = 0;
			this._queryQueue.forEach(enqueueError);
			this._queryQueue.length = 0;
		}
		_connect(callback) {
			const self = this;
			const con = this.connection;
			this._connectionCallback = callback;
			if (this._connecting || this._connected) {
				const err = /* @__PURE__ */ new Error("Client has already been connected. You cannot reuse a client.");
				process.nextTick(() => {
					callback(err);
				});
				return;
			}
			this._connecting = true;
			if (this._connectionTimeoutMillis > 0) {
				this.connectionTimeoutHandle = setTimeout(() => {
					con._ending = true;
					con.stream.destroy(/* @__PURE__ */ new Error("timeout expired"));
				}, this._connectionTimeoutMillis);
				if (this.connectionTimeoutHandle.unref) this.connectionTimeoutHandle.unref();
			}
			if (this.host && this.host.indexOf("/") === 0) con.connect(this.host + "/.s.PGSQL." + this.port);
			else con.connect(this.port, this.host);
			con.on("connect", function() {
				if (self.ssl) {
					if (self.sslNegotiation !== "direct") con.requestSsl();
				} else con.startup(self.getStartupConf());
			});
			con.on("sslconnect", function() {
				con.startup(self.getStartupConf());
			});
			this._attachListeners(con);
			con.once("end", () => {
				const error = this._ending ? /* @__PURE__ */ new Error("Connection terminated") : /* @__PURE__ */ new Error("Connection terminated unexpectedly");
				clearTimeout(this.connectionTimeoutHandle);
				this._errorAllQueries(error);
				this._ended = true;
				if (!this._ending) {
					if (this._connecting && !this._connectionError) {
						if (this._connectionCallback) this._connectionCallback(error);
						else this._handleErrorEvent(error);
					} else if (!this._connectionError) this._handleErrorEvent(error);
				}
				process.nextTick(() => {
					this.emit("end");
				});
			});
		}
		connect(callback) {
			if (callback) {
				this._connect(callback);
				return;
			}
			return new this._Promise((resolve, reject) => {
				this._connect((error) => {
					if (error) reject(error);
					else resolve(this);
				});
			});
		}
		_attachListeners(con) {
			con.on("authenticationCleartextPassword", this._handleAuthCleartextPassword.bind(this));
			con.on("authenticationMD5Password", this._handleAuthMD5Password.bind(this));
			con.on("authenticationSASL", this._handleAuthSASL.bind(this));
			con.on("authenticationSASLContinue", this._handleAuthSASLContinue.bind(this));
			con.on("authenticationSASLFinal", this._handleAuthSASLFinal.bind(this));
			con.on("backendKeyData", this._handleBackendKeyData.bind(this));
			con.on("error", this._handleErrorEvent.bind(this));
			con.on("errorMessage", this._handleErrorMessage.bind(this));
			con.on("readyForQuery", this._handleReadyForQuery.bind(this));
			con.on("notice", this._handleNotice.bind(this));
			con.on("rowDescription", this._handleRowDescription.bind(this));
			con.on("dataRow", this._handleDataRow.bind(this));
			con.on("portalSuspended", this._handlePortalSuspended.bind(this));
			con.on("emptyQuery", this._handleEmptyQuery.bind(this));
			con.on("commandComplete", this._handleCommandComplete.bind(this));
			con.on("parseComplete", this._handleParseComplete.bind(this));
			con.on("copyInResponse", this._handleCopyInResponse.bind(this));
			con.on("copyData", this._handleCopyData.bind(this));
			con.on("notification", this._handleNotification.bind(this));
		}
		_getPassword(cb) {
			const con = this.connection;
			if (typeof this.password === "function") this._Promise.resolve().then(() => this.password(this.connectionParameters)).then((pass) => {
				if (pass !== void 0) {
					if (typeof pass !== "string") {
						con.emit("error", /* @__PURE__ */ new TypeError("Password must be a string"));
						return;
					}
					this.connectionParameters.password = this.password = pass;
				} else this.connectionParameters.password = this.password = null;
				cb();
			}).catch((err) => {
				con.emit("error", err);
			});
			else if (this.password !== null) cb();
			else try {
				require_lib$1()(this.connectionParameters, (pass) => {
					if (void 0 !== pass) {
						pgPassDeprecationNotice();
						this.connectionParameters.password = this.password = pass;
					}
					cb();
				});
			} catch (e) {
				this.emit("error", e);
			}
		}
		_handleAuthCleartextPassword(msg) {
			this._getPassword(() => {
				this.connection.password(this.password);
			});
		}
		_handleAuthMD5Password(msg) {
			this._getPassword(async () => {
				try {
					const hashedPassword = await crypto.postgresMd5PasswordHash(this.user, this.password, msg.salt);
					this.connection.password(hashedPassword);
				} catch (e) {
					this.emit("error", e);
				}
			});
		}
		_handleAuthSASL(msg) {
			this._getPassword(() => {
				try {
					this.saslSession = sasl.startSession(msg.mechanisms, this.enableChannelBinding && this.connection.stream, this.scramMaxIterations);
					this.connection.sendSASLInitialResponseMessage(this.saslSession.mechanism, this.saslSession.response);
				} catch (err) {
					this.connection.emit("error", err);
				}
			});
		}
		async _handleAuthSASLContinue(msg) {
			try {
				await sasl.continueSession(this.saslSession, this.password, msg.data, this.enableChannelBinding && this.connection.stream);
				this.connection.sendSCRAMClientFinalMessage(this.saslSession.response);
			} catch (err) {
				this.connection.emit("error", err);
			}
		}
		_handleAuthSASLFinal(msg) {
			try {
				sasl.finalizeSession(this.saslSession, msg.data);
				this.saslSession = null;
			} catch (err) {
				this.connection.emit("error", err);
			}
		}
		_handleBackendKeyData(msg) {
			this.processID = msg.processID;
			this.secretKey = msg.secretKey;
		}
		_handleReadyForQuery(msg) {
			if (this._connecting) {
				this._connecting = false;
				this._connected = true;
				clearTimeout(this.connectionTimeoutHandle);
				if (this._connectionCallback) {
					this._connectionCallback(null, this);
					this._connectionCallback = null;
				}
				this.emit("connect");
			}
			const activeQuery = this._getActiveQuery();
			this._activeQuery = null;
			this._txStatus = msg?.status ?? null;
			this.readyForQuery = true;
			if (activeQuery) activeQuery.handleReadyForQuery(this.connection);
			this._pulseQueryQueue();
		}
		_handleErrorWhileConnecting(err) {
			if (this._connectionError) return;
			this._connectionError = true;
			clearTimeout(this.connectionTimeoutHandle);
			if (this._connectionCallback) return this._connectionCallback(err);
			this.emit("error", err);
		}
		_handleErrorEvent(err) {
			if (this._connecting) return this._handleErrorWhileConnecting(err);
			this._queryable = false;
			this._errorAllQueries(err);
			this.emit("error", err);
		}
		_handleErrorMessage(msg) {
			if (this._connecting) return this._handleErrorWhileConnecting(msg);
			const activeQuery = this._getActiveQuery();
			if (!activeQuery) {
				this._handleErrorEvent(msg);
				return;
			}
			this._activeQuery = null;
			if (activeQuery.name) delete this.connection.submittedNamedStatements[activeQuery.name];
			activeQuery.handleError(msg, this.connection);
		}
		_handleRowDescription(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected rowDescription message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleRowDescription(msg);
		}
		_handleDataRow(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected dataRow message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleDataRow(msg);
		}
		_handlePortalSuspended(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected portalSuspended message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handlePortalSuspended(this.connection);
		}
		_handleEmptyQuery(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected emptyQuery message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleEmptyQuery(this.connection);
		}
		_handleCommandComplete(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected commandComplete message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleCommandComplete(msg, this.connection);
		}
		_handleParseComplete() {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected parseComplete message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			if (activeQuery.name) {
				this.connection.parsedStatements[activeQuery.name] = activeQuery.text;
				delete this.connection.submittedNamedStatements[activeQuery.name];
			}
		}
		_handleCopyInResponse(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected copyInResponse message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleCopyInResponse(this.connection);
		}
		_handleCopyData(msg) {
			const activeQuery = this._getActiveQuery();
			if (activeQuery == null) {
				const error = /* @__PURE__ */ new Error("Received unexpected copyData message from backend.");
				this._handleErrorEvent(error);
				return;
			}
			activeQuery.handleCopyData(msg, this.connection);
		}
		_handleNotification(msg) {
			this.emit("notification", msg);
		}
		_handleNotice(msg) {
			this.emit("notice", msg);
		}
		getStartupConf() {
			const params = this.connectionParameters;
			const data = {
				user: params.user,
				database: params.database
			};
			const appName = params.application_name || params.fallback_application_name;
			if (appName) data.application_name = appName;
			if (params.replication) data.replication = "" + params.replication;
			if (params.statement_timeout) data.statement_timeout = String(parseInt(params.statement_timeout, 10));
			if (params.lock_timeout) data.lock_timeout = String(parseInt(params.lock_timeout, 10));
			if (params.idle_in_transaction_session_timeout) data.idle_in_transaction_session_timeout = String(parseInt(params.idle_in_transaction_session_timeout, 10));
			if (params.options) data.options = params.options;
			return data;
		}
		cancel(client, query) {
			if (client.activeQuery === query) {
				const con = this.connection;
				if (this.host && this.host.indexOf("/") === 0) con.connect(this.host + "/.s.PGSQL." + this.port);
				else con.connect(this.port, this.host);
				con.on("connect", function() {
					con.cancel(client.processID, client.secretKey);
				});
			} else if (client._queryQueue.indexOf(query) !== -1) client._queryQueue.splice(client._queryQueue.indexOf(query), 1);
			else if (client._sentQueryQueue.indexOf(query) !== -1) query.callback = () => {};
		}
		setTypeParser(oid, format, parseFn) {
			return this._types.setTypeParser(oid, format, parseFn);
		}
		getTypeParser(oid, format) {
			return this._types.getTypeParser(oid, format);
		}
		escapeIdentifier(str) {
			return utils.escapeIdentifier(str);
		}
		escapeLiteral(str) {
			return utils.escapeLiteral(str);
		}
		_pulseQueryQueue() {
			if (this.pipeline) {
				this._pulsePipelinedQueryQueue();
				return;
			}
			if (this.readyForQuery === true) {
				this._activeQuery = this._queryQueue.shift();
				const activeQuery = this._getActiveQuery();
				if (activeQuery) {
					this.readyForQuery = false;
					this.hasExecuted = true;
					const queryError = activeQuery.submit(this.connection);
					if (queryError) process.nextTick(() => {
						activeQuery.handleError(queryError, this.connection);
						this.readyForQuery = true;
						this._pulseQueryQueue();
					});
				} else if (this.hasExecuted) {
					this._activeQuery = null;
					this.emit("drain");
				}
			}
		}
		_pulsePipelinedQueryQueue() {
			if (!this._connected || !this._queryable) return;
			while (this._queryQueue.length > 0) {
				const query = this._queryQueue.shift();
				this.hasExecuted = true;
				const queryError = query.submit(this.connection);
				if (queryError) {
					process.nextTick(() => {
						query.handleError(queryError, this.connection);
					});
					continue;
				}
				this._sentQueryQueue.push(query);
			}
			if (this.readyForQuery && !this._activeQuery && this._sentQueryQueue.length > 0) {
				this._activeQuery = this._sentQueryQueue.shift();
				this.readyForQuery = false;
			}
			if (!this._activeQuery && this._sentQueryQueue.length === 0 && this._queryQueue.length === 0 && this.hasExecuted) this.emit("drain");
		}
		query(config, values, callback) {
			let query;
			let result;
			if (config == null) throw new TypeError("Client was passed a null or undefined query");
			if (typeof config.submit === "function") {
				result = query = config;
				if (!query.callback) {
					if (typeof values === "function") query.callback = values;
					else if (callback) query.callback = callback;
				}
			} else {
				query = new Query(config, values, callback);
				if (!query.callback) result = new this._Promise((resolve, reject) => {
					query.callback = (err, res) => err ? reject(err) : resolve(res);
				}).catch((err) => {
					Error.captureStackTrace(err);
					throw err;
				});
				else if (typeof query.callback !== "function") throw new TypeError("callback is not a function");
			}
			const readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
			if (readTimeout) {
				const queryCallback = query.callback || (() => {});
				const readTimeoutTimer = setTimeout(() => {
					const error = /* @__PURE__ */ new Error("Query read timeout");
					process.nextTick(() => {
						query.handleError(error, this.connection);
					});
					queryCallback(error);
					query.callback = () => {};
					const index = this._queryQueue.indexOf(query);
					if (index > -1) this._queryQueue.splice(index, 1);
					else if (this.pipeline) {
						this.connection.stream.destroy();
						return;
					}
					this._pulseQueryQueue();
				}, readTimeout);
				query.callback = (err, res) => {
					clearTimeout(readTimeoutTimer);
					queryCallback(err, res);
				};
			}
			if (this.binary && !query.binary) query.binary = true;
			if (query._result && !query._result._types) query._result._types = this._types;
			if (this.pipeline) {
				const portalQuery = typeof config.submit === "function" && !(query instanceof Query) ? "Custom query classes such as pg-cursor and pg-query-stream are" : query.rows ? "The `rows` option is" : null;
				if (portalQuery) {
					process.nextTick(() => {
						query.handleError(/* @__PURE__ */ new Error(`${portalQuery} not supported in pipeline mode`), this.connection);
					});
					return result;
				}
			}
			if (!this._queryable) {
				process.nextTick(() => {
					query.handleError(/* @__PURE__ */ new Error("Client has encountered a connection error and is not queryable"), this.connection);
				});
				return result;
			}
			if (this._ending) {
				process.nextTick(() => {
					query.handleError(/* @__PURE__ */ new Error("Client was closed and is not queryable"), this.connection);
				});
				return result;
			}
			if (this._queryQueue.length > 0 && !this.pipeline) queryQueueLengthDeprecationNotice();
			this._queryQueue.push(query);
			this._pulseQueryQueue();
			return result;
		}
		ref() {
			this.connection.ref();
		}
		unref() {
			this.connection.unref();
		}
		getTransactionStatus() {
			return this._txStatus;
		}
		end(cb) {
			this._ending = true;
			if (!this.connection._connecting || this._ended) {
				if (cb) {
					cb();
					return;
				} else return this._Promise.resolve();
			}
			if (!this._queryable) this.connection.stream.destroy();
			else if (this.pipeline && (this._getActiveQuery() || this._sentQueryQueue.length > 0 || this._queryQueue.length > 0)) this.once("drain", () => this.connection.end());
			else if (this._getActiveQuery()) this.connection.stream.destroy();
			else this.connection.end();
			if (cb) this.connection.once("end", cb);
			else return new this._Promise((resolve) => {
				this.connection.once("end", resolve);
			});
		}
		get queryQueue() {
			queryQueueDeprecationNotice();
			return this._queryQueue;
		}
	};
	Client.Query = Query;
	module.exports = Client;
}));

// node_modules/pg-pool/index.js
var require_pg_pool = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const EventEmitter = __require("events").EventEmitter;
	const NOOP = function() {};
	const removeWhere = (list, predicate) => {
		const i = list.findIndex(predicate);
		return i === -1 ? void 0 : list.splice(i, 1)[0];
	};
	var IdleItem = class {
		constructor(client, idleListener, timeoutId) {
			this.client = client;
			this.idleListener = idleListener;
			this.timeoutId = timeoutId;
		}
	};
	var PendingItem = class {
		constructor(callback) {
			this.callback = callback;
		}
	};
	function throwOnDoubleRelease() {
		throw new Error("Release called on client which has already been released to the pool.");
	}
	function promisify(Promise, callback) {
		if (callback) return {
			callback,
			result: void 0
		};
		let rej;
		let res;
		const cb = function(err, client) {
			err ? rej(err) : res(client);
		};
		return {
			callback: cb,
			result: new Promise(function(resolve, reject) {
				res = resolve;
				rej = reject;
			}).catch((err) => {
				Error.captureStackTrace(err);
				throw err;
			})
		};
	}
	function makeIdleListener(pool, client) {
		return function idleListener(err) {
			err.client = client;
			client.removeListener("error", idleListener);
			client.on("error", () => {
				pool.log("additional client error after disconnection due to error", err);
			});
			pool._remove(client);
			pool.emit("error", err, client);
		};
	}
	var Pool = class extends EventEmitter {
		constructor(options, Client) {
			super();
			this.options = Object.assign({}, options);
			if (options != null && "password" in options) Object.defineProperty(this.options, "password", {
				configurable: true,
				enumerable: false,
				writable: true,
				value: options.password
			});
			if (options != null && options.ssl && options.ssl.key) Object.defineProperty(this.options.ssl, "key", { enumerable: false });
			this.options.max = this.options.max || this.options.poolSize || 10;
			this.options.min = this.options.min || 0;
			this.options.maxUses = this.options.maxUses || Infinity;
			this.options.allowExitOnIdle = this.options.allowExitOnIdle || false;
			this.options.maxLifetimeSeconds = this.options.maxLifetimeSeconds || 0;
			this.log = this.options.log || function() {};
			this.Client = this.options.Client || Client || require_lib().Client;
			this.Promise = this.options.Promise || global.Promise;
			if (typeof this.options.idleTimeoutMillis === "undefined") this.options.idleTimeoutMillis = 1e4;
			this._clients = [];
			this._idle = [];
			this._expired = /* @__PURE__ */ new WeakSet();
			this._pendingQueue = [];
			this._endCallback = void 0;
			this.ending = false;
			this.ended = false;
		}
		_promiseTry(f) {
			const Promise = this.Promise;
			if (typeof Promise.try === "function") return Promise.try(f);
			return new Promise((resolve) => resolve(f()));
		}
		_isFull() {
			return this._clients.length >= this.options.max;
		}
		_isAboveMin() {
			return this._clients.length > this.options.min;
		}
		_pulseQueue() {
			this.log("pulse queue");
			if (this.ended) {
				this.log("pulse queue ended");
				return;
			}
			if (this.ending) {
				this.log("pulse queue on ending");
				if (this._idle.length) this._idle.slice().map((item) => {
					this._remove(item.client);
				});
				if (!this._clients.length) {
					this.ended = true;
					this._endCallback();
				}
				return;
			}
			if (!this._pendingQueue.length) {
				this.log("no queued requests");
				return;
			}
			if (!this._idle.length && this._isFull()) return;
			const pendingItem = this._pendingQueue.shift();
			if (this._idle.length) {
				const idleItem = this._idle.pop();
				clearTimeout(idleItem.timeoutId);
				const client = idleItem.client;
				client.ref && client.ref();
				const idleListener = idleItem.idleListener;
				return this._acquireClient(client, pendingItem, idleListener, false);
			}
			if (!this._isFull()) return this.newClient(pendingItem);
			throw new Error("unexpected condition");
		}
		_remove(client, callback) {
			const removed = removeWhere(this._idle, (item) => item.client === client);
			if (removed !== void 0) clearTimeout(removed.timeoutId);
			this._clients = this._clients.filter((c) => c !== client);
			const context = this;
			client.end(() => {
				context.emit("remove", client);
				if (typeof callback === "function") callback();
			});
		}
		connect(cb) {
			if (this.ending) {
				const err = /* @__PURE__ */ new Error("Cannot use a pool after calling end on the pool");
				return cb ? cb(err) : this.Promise.reject(err);
			}
			const response = promisify(this.Promise, cb);
			const result = response.result;
			if (this._isFull() || this._idle.length) {
				if (this._idle.length) process.nextTick(() => this._pulseQueue());
				if (!this.options.connectionTimeoutMillis) {
					this._pendingQueue.push(new PendingItem(response.callback));
					return result;
				}
				const queueCallback = (err, res, done) => {
					clearTimeout(tid);
					response.callback(err, res, done);
				};
				const pendingItem = new PendingItem(queueCallback);
				const tid = setTimeout(() => {
					removeWhere(this._pendingQueue, (i) => i.callback === queueCallback);
					pendingItem.timedOut = true;
					response.callback(/* @__PURE__ */ new Error("timeout exceeded when trying to connect"));
				}, this.options.connectionTimeoutMillis);
				if (tid.unref) tid.unref();
				this._pendingQueue.push(pendingItem);
				return result;
			}
			this.newClient(new PendingItem(response.callback));
			return result;
		}
		newClient(pendingItem) {
			const client = new this.Client(this.options);
			this._clients.push(client);
			const idleListener = makeIdleListener(this, client);
			this.log("checking client timeout");
			let tid;
			let timeoutHit = false;
			if (this.options.connectionTimeoutMillis) tid = setTimeout(() => {
				if (client.connection) {
					this.log("ending client due to timeout");
					timeoutHit = true;
					client.connection.stream.destroy();
				} else if (!client.isConnected()) {
					this.log("ending client due to timeout");
					timeoutHit = true;
					client.end();
				}
			}, this.options.connectionTimeoutMillis);
			this.log("connecting new client");
			client.connect((err) => {
				if (tid) clearTimeout(tid);
				client.on("error", idleListener);
				if (err) {
					this.log("client failed to connect", err);
					this._clients = this._clients.filter((c) => c !== client);
					if (timeoutHit) err = new Error("Connection terminated due to connection timeout", { cause: err });
					this._pulseQueue();
					if (!pendingItem.timedOut) pendingItem.callback(err, void 0, NOOP);
				} else {
					this.log("new client connected");
					if (this.options.onConnect) {
						this._promiseTry(() => this.options.onConnect(client)).then(() => {
							this._afterConnect(client, pendingItem, idleListener);
						}, (hookErr) => {
							this._clients = this._clients.filter((c) => c !== client);
							client.end(() => {
								this._pulseQueue();
								if (!pendingItem.timedOut) pendingItem.callback(hookErr, void 0, NOOP);
							});
						});
						return;
					}
					return this._afterConnect(client, pendingItem, idleListener);
				}
			});
		}
		_afterConnect(client, pendingItem, idleListener) {
			if (this.options.maxLifetimeSeconds !== 0) {
				const maxLifetimeTimeout = setTimeout(() => {
					this.log("ending client due to expired lifetime");
					this._expired.add(client);
					if (this._idle.findIndex((idleItem) => idleItem.client === client) !== -1) this._acquireClient(client, new PendingItem((err, client, clientRelease) => clientRelease()), idleListener, false);
				}, this.options.maxLifetimeSeconds * 1e3);
				maxLifetimeTimeout.unref();
				client.once("end", () => clearTimeout(maxLifetimeTimeout));
			}
			return this._acquireClient(client, pendingItem, idleListener, true);
		}
		_acquireClient(client, pendingItem, idleListener, isNew) {
			if (isNew) this.emit("connect", client);
			this.emit("acquire", client);
			client.release = this._releaseOnce(client, idleListener);
			client.removeListener("error", idleListener);
			if (!pendingItem.timedOut) {
				if (isNew && this.options.verify) this.options.verify(client, (err) => {
					if (err) {
						client.release(err);
						return pendingItem.callback(err, void 0, NOOP);
					}
					pendingItem.callback(void 0, client, client.release);
				});
				else pendingItem.callback(void 0, client, client.release);
			} else if (isNew && this.options.verify) this.options.verify(client, client.release);
			else client.release();
		}
		_releaseOnce(client, idleListener) {
			let released = false;
			return (err) => {
				if (released) throwOnDoubleRelease();
				released = true;
				this._release(client, idleListener, err);
			};
		}
		_release(client, idleListener, err) {
			client.on("error", idleListener);
			client._poolUseCount = (client._poolUseCount || 0) + 1;
			this.emit("release", err, client);
			if (err || this.ending || !client._queryable || client._ending || client._poolUseCount >= this.options.maxUses) {
				if (client._poolUseCount >= this.options.maxUses) this.log("remove expended client");
				return this._remove(client, this._pulseQueue.bind(this));
			}
			if (this._expired.has(client)) {
				this.log("remove expired client");
				this._expired.delete(client);
				return this._remove(client, this._pulseQueue.bind(this));
			}
			let tid;
			if (this.options.idleTimeoutMillis && this._isAboveMin()) {
				tid = setTimeout(() => {
					if (this._isAboveMin()) {
						this.log("remove idle client");
						this._remove(client, this._pulseQueue.bind(this));
					}
				}, this.options.idleTimeoutMillis);
				if (this.options.allowExitOnIdle) tid.unref();
			}
			if (this.options.allowExitOnIdle) client.unref();
			this._idle.push(new IdleItem(client, idleListener, tid));
			this._pulseQueue();
		}
		query(text, values, cb) {
			if (typeof text === "function") {
				const response = promisify(this.Promise, text);
				setImmediate(function() {
					return response.callback(/* @__PURE__ */ new Error("Passing a function as the first parameter to pool.query is not supported"));
				});
				return response.result;
			}
			if (typeof values === "function") {
				cb = values;
				values = void 0;
			}
			const response = promisify(this.Promise, cb);
			cb = response.callback;
			this.connect((err, client) => {
				if (err) return cb(err);
				let clientReleased = false;
				const onError = (err) => {
					if (clientReleased) return;
					clientReleased = true;
					client.release(err);
					cb(err);
				};
				client.once("error", onError);
				this.log("dispatching query");
				try {
					client.query(text, values, (err, res) => {
						this.log("query dispatched");
						client.removeListener("error", onError);
						if (clientReleased) return;
						clientReleased = true;
						client.release(err);
						if (err) return cb(err);
						return cb(void 0, res);
					});
				} catch (err) {
					client.release(err);
					return cb(err);
				}
			});
			return response.result;
		}
		end(cb) {
			this.log("ending");
			if (this.ending) {
				const err = /* @__PURE__ */ new Error("Called end on pool more than once");
				return cb ? cb(err) : this.Promise.reject(err);
			}
			this.ending = true;
			const promised = promisify(this.Promise, cb);
			this._endCallback = promised.callback;
			this._pulseQueue();
			return promised.result;
		}
		get waitingCount() {
			return this._pendingQueue.length;
		}
		get idleCount() {
			return this._idle.length;
		}
		get expiredCount() {
			return this._clients.reduce((acc, client) => acc + (this._expired.has(client) ? 1 : 0), 0);
		}
		get totalCount() {
			return this._clients.length;
		}
	};
	module.exports = Pool;
}));

// node_modules/pg/lib/native/query.js
var require_query = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const EventEmitter = __require("events").EventEmitter;
	const util = __require("util");
	const utils = require_utils$1();
	const NativeQuery = module.exports = function(config, values, callback) {
		EventEmitter.call(this);
		config = utils.normalizeQueryConfig(config, values, callback);
		this.text = config.text;
		this.values = config.values;
		this.name = config.name;
		this.queryMode = config.queryMode;
		this.callback = config.callback;
		this.state = "new";
		this._arrayMode = config.rowMode === "array";
		this._emitRowEvents = false;
		this.on("newListener", function(event) {
			if (event === "row") this._emitRowEvents = true;
		}.bind(this));
	};
	util.inherits(NativeQuery, EventEmitter);
	const errorFieldMap = {
		sqlState: "code",
		statementPosition: "position",
		messagePrimary: "message",
		messageDetail: "detail",
		messageHint: "hint",
		context: "where",
		schemaName: "schema",
		tableName: "table",
		columnName: "column",
		dataTypeName: "dataType",
		constraintName: "constraint",
		sourceFile: "file",
		sourceLine: "line",
		sourceFunction: "routine"
	};
	NativeQuery.prototype.handleError = function(err) {
		const fields = this.native && this.native.pq.resultErrorFields();
		if (fields) for (const key in fields) {
			const normalizedFieldName = errorFieldMap[key] || key;
			err[normalizedFieldName] = fields[key];
		}
		if (this.callback) this.callback(err);
		else this.emit("error", err);
		this.state = "error";
	};
	NativeQuery.prototype.then = function(onSuccess, onFailure) {
		return this._getPromise().then(onSuccess, onFailure);
	};
	NativeQuery.prototype.catch = function(callback) {
		return this._getPromise().catch(callback);
	};
	NativeQuery.prototype._getPromise = function() {
		if (this._promise) return this._promise;
		this._promise = new Promise(function(resolve, reject) {
			this._once("end", resolve);
			this._once("error", reject);
		}.bind(this));
		return this._promise;
	};
	NativeQuery.prototype.submit = function(client) {
		this.state = "running";
		const self = this;
		this.native = client.native;
		client.native.arrayMode = this._arrayMode;
		let after = function(err, rows, results) {
			client.native.arrayMode = false;
			setImmediate(function() {
				self.emit("_done");
			});
			if (err) return self.handleError(err);
			if (self._emitRowEvents) {
				if (results.length > 1) rows.forEach((rowOfRows, i) => {
					rowOfRows.forEach((row) => {
						self.emit("row", row, results[i]);
					});
				});
				else rows.forEach(function(row) {
					self.emit("row", row, results);
				});
			}
			self.state = "end";
			self.emit("end", results);
			if (self.callback) self.callback(null, results);
		};
		if (process.domain) after = process.domain.bind(after);
		if (this.name) {
			if (this.name.length > 63) {
				console.error("Warning! Postgres only supports 63 characters for query names.");
				console.error("You supplied %s (%s)", this.name, this.name.length);
				console.error("This can cause conflicts and silent errors executing queries");
			}
			const values = (this.values || []).map(utils.prepareValue);
			if (client.namedQueries[this.name] !== void 0) {
				if (this.text && client.namedQueries[this.name] !== this.text) {
					const err = /* @__PURE__ */ new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
					return after(err);
				}
				return client.native.execute(this.name, values, after);
			}
			return client.native.prepare(this.name, this.text, values.length, function(err) {
				if (err) return after(err);
				client.namedQueries[self.name] = self.text;
				return self.native.execute(self.name, values, after);
			});
		} else if (this.values) {
			if (!Array.isArray(this.values)) return after(/* @__PURE__ */ new Error("Query values must be an array"));
			const vals = this.values.map(utils.prepareValue);
			client.native.query(this.text, vals, after);
		} else if (this.queryMode === "extended") client.native.query(this.text, [], after);
		else client.native.query(this.text, after);
	};
}));

// node_modules/pg/lib/native/client.js
var require_client = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const nodeUtils = __require("util");
	var Native;
	try {
		Native = __require("pg-native");
	} catch (e) {
		throw e;
	}
	const TypeOverrides = require_type_overrides();
	const EventEmitter = __require("events").EventEmitter;
	const util = __require("util");
	const ConnectionParameters = require_connection_parameters();
	const NativeQuery = require_query();
	const queryQueueLengthDeprecationNotice = nodeUtils.deprecate(() => {}, "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead.");
	const Client = module.exports = function(config) {
		EventEmitter.call(this);
		config = config || {};
		this._Promise = config.Promise || global.Promise;
		this._types = new TypeOverrides(config.types);
		this.native = new Native({ types: this._types });
		this._queryQueue = [];
		this._ending = false;
		this._connecting = false;
		this._connected = false;
		this._queryable = true;
		this.pipeline = Boolean(config.pipeline);
		this._pipelineInFlight = false;
		const cp = this.connectionParameters = new ConnectionParameters(config);
		if (config.nativeConnectionString) cp.nativeConnectionString = config.nativeConnectionString;
		this.user = cp.user;
		Object.defineProperty(this, "password", {
			configurable: true,
			enumerable: false,
			writable: true,
			value: cp.password
		});
		this.database = cp.database;
		this.host = cp.host;
		this.port = cp.port;
		this.namedQueries = {};
	};
	Client.Query = NativeQuery;
	util.inherits(Client, EventEmitter);
	Client.prototype._errorAllQueries = function(err) {
		const enqueueError = (query) => {
			process.nextTick(() => {
				query.native = this.native;
				query.handleError(err);
			});
		};
		if (this._hasActiveQuery()) {
			enqueueError(this._activeQuery);
			this._activeQuery = null;
		}
		this._queryQueue.forEach(enqueueError);
		this._queryQueue.length = 0;
	};
	Client.prototype._connect = function(cb) {
		const self = this;
		if (this._connecting) {
			process.nextTick(() => cb(/* @__PURE__ */ new Error("Client has already been connected. You cannot reuse a client.")));
			return;
		}
		this._connecting = true;
		this.connectionParameters.getLibpqConnectionString(function(err, conString) {
			if (self.connectionParameters.nativeConnectionString) conString = self.connectionParameters.nativeConnectionString;
			if (err) return cb(err);
			self.native.connect(conString, function(err) {
				if (err) {
					self.native.end();
					return cb(err);
				}
				self._connected = true;
				self.native.on("error", function(err) {
					self._queryable = false;
					self._errorAllQueries(err);
					self.emit("error", err);
				});
				self.native.on("notification", function(msg) {
					self.emit("notification", {
						channel: msg.relname,
						payload: msg.extra
					});
				});
				self.emit("connect");
				self._pulseQueryQueue(true);
				cb(null, this);
			});
		});
	};
	Client.prototype.connect = function(callback) {
		if (callback) {
			this._connect(callback);
			return;
		}
		return new this._Promise((resolve, reject) => {
			this._connect((error) => {
				if (error) reject(error);
				else resolve(this);
			});
		});
	};
	Client.prototype.query = function(config, values, callback) {
		let query;
		let result;
		let readTimeout;
		let readTimeoutTimer;
		let queryCallback;
		if (config === null || config === void 0) throw new TypeError("Client was passed a null or undefined query");
		else if (typeof config.submit === "function") {
			readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
			result = query = config;
			if (typeof values === "function") config.callback = values;
		} else {
			readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
			query = new NativeQuery(config, values, callback);
			if (!query.callback) {
				let resolveOut, rejectOut;
				result = new this._Promise((resolve, reject) => {
					resolveOut = resolve;
					rejectOut = reject;
				}).catch((err) => {
					Error.captureStackTrace(err);
					throw err;
				});
				query.callback = (err, res) => err ? rejectOut(err) : resolveOut(res);
			}
		}
		if (readTimeout) {
			queryCallback = query.callback || (() => {});
			readTimeoutTimer = setTimeout(() => {
				const error = /* @__PURE__ */ new Error("Query read timeout");
				process.nextTick(() => {
					query.handleError(error, this.connection);
				});
				queryCallback(error);
				query.callback = () => {};
				const index = this._queryQueue.indexOf(query);
				if (index > -1) this._queryQueue.splice(index, 1);
				this._pulseQueryQueue();
			}, readTimeout);
			query.callback = (err, res) => {
				clearTimeout(readTimeoutTimer);
				queryCallback(err, res);
			};
		}
		if (!this._queryable) {
			query.native = this.native;
			process.nextTick(() => {
				query.handleError(/* @__PURE__ */ new Error("Client has encountered a connection error and is not queryable"));
			});
			return result;
		}
		if (this._ending) {
			query.native = this.native;
			process.nextTick(() => {
				query.handleError(/* @__PURE__ */ new Error("Client was closed and is not queryable"));
			});
			return result;
		}
		if (this._queryQueue.length > 0 && !this.pipeline) queryQueueLengthDeprecationNotice();
		this._queryQueue.push(query);
		this._pulseQueryQueue();
		return result;
	};
	Client.prototype.end = function(cb) {
		const self = this;
		this._ending = true;
		if (this._connecting && !this._connected) this.once("connect", () => {
			this.end(() => {});
		});
		let result;
		if (!cb) result = new this._Promise(function(resolve, reject) {
			cb = (err) => err ? reject(err) : resolve();
		});
		const doEnd = function() {
			self.native.end(function() {
				self._connected = false;
				self._errorAllQueries(/* @__PURE__ */ new Error("Connection terminated"));
				process.nextTick(() => {
					self.emit("end");
					if (cb) cb();
				});
			});
		};
		if (this.pipeline && (this._pipelineInFlight || this._queryQueue.length > 0)) this.once("drain", doEnd);
		else doEnd();
		return result;
	};
	Client.prototype._hasActiveQuery = function() {
		return this._activeQuery && this._activeQuery.state !== "error" && this._activeQuery.state !== "end";
	};
	Client.prototype._pulseQueryQueue = function(initialConnection) {
		if (!this._connected) return;
		if (this.pipeline && !initialConnection) return this._pulsePipelinedQueryQueue();
		if (this._hasActiveQuery()) return;
		const query = this._queryQueue.shift();
		if (!query) {
			if (!initialConnection) this.emit("drain");
			return;
		}
		this._activeQuery = query;
		query.submit(this);
		const self = this;
		query.once("_done", function() {
			self._pulseQueryQueue();
		});
	};
	Client.prototype._pulsePipelinedQueryQueue = function() {
		if (!this._connected || this._pipelineInFlight) return;
		if (this._queryQueue.length === 0) {
			if (this.hasExecuted) this.emit("drain");
			return;
		}
		this._pipelineInFlight = true;
		const self = this;
		const queries = [];
		const nativeQueries = [];
		const utils = require_utils$1();
		while (this._queryQueue.length > 0) {
			const query = this._queryQueue.shift();
			this.hasExecuted = true;
			nativeQueries.push(query);
			const values = query.values ? query.values.map(utils.prepareValue) : null;
			const pipelineEntry = {
				text: query.text,
				name: query.name,
				arrayMode: query._arrayMode
			};
			if (values) pipelineEntry.values = values;
			if (query.name && this.namedQueries[query.name]) pipelineEntry._alreadyPrepared = true;
			queries.push(pipelineEntry);
		}
		this.native.pipeline(queries, function(err, results) {
			self._pipelineInFlight = false;
			if (err) {
				self._connected = false;
				self._queryable = false;
				for (let i = 0; i < nativeQueries.length; i++) {
					const q = nativeQueries[i];
					q.native = self.native;
					q.handleError(err);
				}
				self._errorAllQueries(err);
				self.emit("error", err);
				self.emit("end");
				return;
			}
			for (let i = 0; i < nativeQueries.length; i++) {
				const q = nativeQueries[i];
				const r = results[i];
				q.native = self.native;
				if (r.err) q.handleError(r.err);
				else {
					if (q.name) self.namedQueries[q.name] = q.text;
					q.state = "end";
					q.emit("end", r.result);
					if (q.callback) q.callback(null, r.result);
				}
				setImmediate(function() {
					q.emit("_done");
				});
			}
			self._pulsePipelinedQueryQueue();
		});
	};
	Client.prototype.cancel = function(query) {
		if (this._activeQuery === query) this.native.cancel(function() {});
		else if (this._queryQueue.indexOf(query) !== -1) this._queryQueue.splice(this._queryQueue.indexOf(query), 1);
	};
	Client.prototype.ref = function() {};
	Client.prototype.unref = function() {};
	Client.prototype.setTypeParser = function(oid, format, parseFn) {
		return this._types.setTypeParser(oid, format, parseFn);
	};
	Client.prototype.getTypeParser = function(oid, format) {
		return this._types.getTypeParser(oid, format);
	};
	Client.prototype.isConnected = function() {
		return this._connected;
	};
	Client.prototype.getTransactionStatus = function() {
		return this.native.getTransactionStatus();
	};
}));

// node_modules/pg/lib/native/index.js
var require_native = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_client();
}));

// node_modules/pg/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client = require_client$1();
	const defaults = require_defaults();
	const Connection = require_connection();
	const Result = require_result();
	const utils = require_utils$1();
	const Pool = require_pg_pool();
	const TypeOverrides = require_type_overrides();
	const { DatabaseError } = require_dist();
	const { escapeIdentifier, escapeLiteral } = require_utils$1();
	const poolFactory = (Client) => {
		return class BoundPool extends Pool {
			constructor(options) {
				super(options, Client);
			}
		};
	};
	const PG = function(clientConstructor) {
		this.defaults = defaults;
		this.Client = clientConstructor;
		this.Query = this.Client.Query;
		this.Pool = poolFactory(this.Client);
		this._pools = [];
		this.Connection = Connection;
		this.types = require_pg_types();
		this.DatabaseError = DatabaseError;
		this.TypeOverrides = TypeOverrides;
		this.escapeIdentifier = escapeIdentifier;
		this.escapeLiteral = escapeLiteral;
		this.Result = Result;
		this.utils = utils;
	};
	let clientConstructor = Client;
	let forceNative = false;
	try {
		forceNative = !!process.env.NODE_PG_FORCE_NATIVE;
	} catch {}
	if (forceNative) clientConstructor = require_native();
	module.exports = new PG(clientConstructor);
	Object.defineProperty(module.exports, "native", {
		configurable: true,
		enumerable: false,
		get() {
			let native = null;
			try {
				native = new PG(require_native());
			} catch (err) {
				if (err.code !== "MODULE_NOT_FOUND") throw err;
			}
			Object.defineProperty(module.exports, "native", { value: native });
			return native;
		}
	});
}));

// node_modules/pg/esm/index.mjs
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
const Client = import_lib.default.Client;
const Pool = import_lib.default.Pool;
const Connection = import_lib.default.Connection;
const types = import_lib.default.types;
const Query = import_lib.default.Query;
const DatabaseError = import_lib.default.DatabaseError;
const escapeIdentifier = import_lib.default.escapeIdentifier;
const escapeLiteral = import_lib.default.escapeLiteral;
const Result = import_lib.default.Result;
const TypeOverrides = import_lib.default.TypeOverrides;
const defaults = import_lib.default.defaults;
var esm_default = import_lib.default;

// src/providers/postgres/connect.ts
/** Far beyond any real catalogue; keeps a hostile server from filling the memory. */
const MAXIMUM_ROWS = 2e6;
/** The client gives up after the server should have. */
const GRACE_MILLISECONDS = 2e3;
/** A wait for someone else's lock ends before the statement does, so that the refusal says what it waited for. */
const LOCK_SHARE = .75;
/**
* A session in `database` (null: as the connection string says).
* @throws CountersignError `connection-malformed`, and the driver's errors.
*/
async function openSession(secret, database, timeout) {
	const client = new esm_default.Client({
		connectionString: inDatabase(secret, database),
		connectionTimeoutMillis: timeout,
		query_timeout: timeout + GRACE_MILLISECONDS,
		application_name: "countersign"
	});
	client.on("error", () => void 0);
	await client.connect();
	return sessionOf(client);
}
function sessionOf(client) {
	return {
		rows: async (text, values = []) => {
			const result = await client.query({
				text,
				values: [...values],
				rowMode: "array",
				types: AS_TEXT
			});
			if (result.rows.length > MAXIMUM_ROWS) throw tooLarge();
			return result.rows;
		},
		close: () => client.end()
	};
}
/** Runs in one snapshot that cannot write, whatever the session's own defaults are. */
async function inSnapshot(session, timeout, read) {
	await session.rows("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
	try {
		await neutralise(session, timeout);
		return await read();
	} finally {
		await session.rows("ROLLBACK").catch(() => void 0);
	}
}
/**
* Settings of a role or a database may change what names and texts mean; inside of this transaction they do not.
* Compiling catalogue queries takes longer than running them.
*/
async function neutralise(session, timeout) {
	await session.rows(`SELECT pg_catalog.set_config(name, value, true) FROM (VALUES
       ('search_path', ''), ('quote_all_identifiers', 'off'), ('standard_conforming_strings', 'on'),
       ('datestyle', 'ISO'), ('jit', 'off'), ('statement_timeout', $1), ('lock_timeout', $2)) AS neutral (name, value)`, [timeout, timeout * LOCK_SHARE].map((limit) => String(Math.max(1, Math.floor(limit)))));
}
/** A query that never gives more rows than can be told to be too many. */
function bounded(select) {
	return `${select} LIMIT 2000001`;
}
const AS_TEXT = { getTypeParser: () => (value) => value };
function inDatabase(secret, database) {
	const url = connectionUrl(secret);
	if (database === null) return decodable(url).toString();
	if (/[?#]/u.test(database)) throw new CountersignError("database-name-unsupported", "The driver cannot be told this database name.", {
		evidence: database,
		mend: "Rename the database, or leave it out of options.databases."
	});
	url.pathname = `/${encodeURI(database)}`;
	return url.toString();
}
function connectionUrl(secret) {
	const url = URL.parse(secret);
	if (url !== null && /^postgres(?:ql)?:$/u.test(url.protocol)) return url;
	throw malformed();
}
/** The driver decodes the database's name, and says nothing of use where it cannot. */
function decodable(url) {
	try {
		decodeURI(url.pathname);
		return url;
	} catch {
		throw malformed();
	}
}
function malformed() {
	return new CountersignError("connection-malformed", "The connection is not a PostgreSQL URL.", { mend: "Put postgres://user:password@host:port/database into the environment variable that the source names, with every special character of the password percent-encoded." });
}
function tooLarge() {
	return new CountersignError("catalogue-too-large", "A catalogue has more rows than can be read at once.", {
		evidence: `more than ${MAXIMUM_ROWS}`,
		mend: "Split the source by options.databases."
	});
}

// src/providers/postgres/catalog/cluster.ts
const PARAMETER_ACL_SINCE = 15e4;
const MEMBERSHIP_OPTIONS_SINCE = 16e4;
const ROLES = `
  SELECT r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
    r.rolconnlimit,
    CASE WHEN r.rolvaliduntil IS NULL THEN 'infinity'
      WHEN pg_catalog.isfinite(r.rolvaliduntil) THEN pg_catalog.trunc(EXTRACT(epoch FROM r.rolvaliduntil) * 1000000)::text
      ELSE r.rolvaliduntil::text END,
    d.description
  FROM pg_catalog.pg_roles r
  LEFT JOIN pg_catalog.pg_shdescription d ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass`;
const SETTINGS = `
  SELECT s.setrole, s.setdatabase, pg_catalog.unnest(s.setconfig) FROM pg_catalog.pg_db_role_setting s`;
const DATABASES = `SELECT d.oid, d.datname, d.datdba FROM pg_catalog.pg_database d`;
const TABLESPACES = `SELECT t.spcname, t.spcowner FROM pg_catalog.pg_tablespace t`;
const LABELS = `
  SELECT l.objoid, l.provider FROM pg_catalog.pg_shseclabel l WHERE l.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass`;
/** Only dependencies of databases that are not read are counted. */
const ELSEWHERE = `
  SELECT s.refobjid, d.datname, pg_catalog.count(*) FILTER (WHERE s.deptype = 'o'), pg_catalog.count(*) FILTER (WHERE s.deptype <> 'o')
  FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_database d ON d.oid = s.dbid
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.datname <> ALL ($1)
  GROUP BY s.refobjid, d.datname`;
/** A fixed number of queries. `read`: the databases that are read; null: the session's own. */
async function readCluster(session, read, wantedAmong) {
	const [server] = await session.rows(SERVER);
	const [versionText = "0", database = "", mayIdentify = "f"] = server ?? [];
	const version = Number(versionText);
	const roles = await session.rows(bounded(ROLES));
	const members = await session.rows(bounded(memberships(version)));
	return {
		version,
		database: database ?? "",
		systemIdentifier: mayIdentify === "t" ? await systemIdentifier(session) : null,
		roles,
		memberships: members,
		settings: await session.rows(bounded(SETTINGS)),
		databases: await session.rows(bounded(DATABASES)),
		acls: await session.rows(bounded(sharedAcls(version)), [wantedAmong(roles, members)]),
		tablespaces: await session.rows(bounded(TABLESPACES)),
		elsewhere: await session.rows(bounded(ELSEWHERE), [read ?? [database]]),
		labels: await session.rows(bounded(LABELS))
	};
}
const SERVER = `
  SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_database(),
    pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')`;
async function systemIdentifier(session) {
	const [row] = await session.rows("SELECT c.system_identifier FROM pg_catalog.pg_control_system() c");
	return row?.[0] ?? null;
}
/** Which cluster is talked to, and which databases by name; a fixed number of queries. */
async function readIdentity(session) {
	const [server] = await session.rows(SERVER);
	return {
		systemIdentifier: server?.[2] === "t" ? await systemIdentifier(session) : null,
		databases: await session.rows(bounded(DATABASES)),
		database: server?.[1] ?? ""
	};
}
function memberships(version) {
	return `SELECT m.roleid, m.member, m.grantor, m.admin_option, ${version >= MEMBERSHIP_OPTIONS_SINCE ? "m.inherit_option, m.set_option" : "'t', 't'"} FROM pg_catalog.pg_auth_members m`;
}
function sharedAcls(version) {
	return `
    SELECT o.class, o.oid, o.name, o.owner, x.entries FROM (
      SELECT 'database' AS class, d.oid, d.datname::text AS name, d.datdba AS owner, d.datacl AS acl FROM pg_catalog.pg_database d
      UNION ALL SELECT 'tablespace', t.oid, t.spcname::text, t.spcowner, t.spcacl FROM pg_catalog.pg_tablespace t
      ${version >= PARAMETER_ACL_SINCE ? `UNION ALL SELECT 'parameter', p.oid, p.parname, 10, p.paracl FROM pg_catalog.pg_parameter_acl p` : ""}
    ) o ${explodedAcl("o.acl", "o.owner")}
    WHERE o.acl IS NOT NULL`;
}

// src/providers/postgres/catalog/database.ts
/** Objects that initdb made and whose privileges nobody changed since say nothing about any identity. */
function untouched(alias, acl) {
	return `(${alias}.oid < 16384 AND ${acl} IS NOT DISTINCT FROM i.initprivs)`;
}
function initial(alias, catalogue) {
	return `LEFT JOIN pg_catalog.pg_init_privs i
    ON i.objoid = ${alias}.oid AND i.classoid = 'pg_catalog.${catalogue}'::pg_catalog.regclass AND i.objsubid = 0`;
}
const SYSTEM = `(n.nspname LIKE 'pg\\_%' OR n.nspname = 'information_schema')`;
const TEMPORARY = `(n.nspname LIKE 'pg\\_temp\\_%' OR n.nspname LIKE 'pg\\_toast%')`;
const OBJECTS = `
  SELECT o.class, o.oid, o.schema, o.name, o.owner, o.arguments, o.acl IS NOT NULL, x.entries, 
  CASE WHEN o.acl IS NOT NULL AND o.initprivs IS NOT NULL THEN COALESCE(
    (SELECT pg_catalog.string_agg(f.privilege_type, ',') FROM pg_catalog.aclexplode(o.initprivs) f WHERE f.grantee = 0), '') END FROM (
    SELECT 'schema' AS class, n.oid, NULL::text AS schema, n.nspname::text AS name, n.nspowner AS owner, NULL::text AS arguments,
      n.nspacl AS acl, i.initprivs ${`
  FROM pg_catalog.pg_namespace n ${initial("n", "pg_namespace")}
  WHERE NOT ${TEMPORARY} AND (NOT ${SYSTEM} OR NOT ${untouched("n", "n.nspacl")})`}
    UNION ALL SELECT CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, c.oid, n.nspname, c.relname, c.relowner, NULL, c.relacl, i.initprivs ${`
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace ${initial("c", "pg_class")}
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND NOT ${TEMPORARY}
    AND (NOT ${SYSTEM} OR NOT ${untouched("c", "c.relacl")})`}
    UNION ALL SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.oid, n.nspname, p.proname, p.proowner, 
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(
      CASE WHEN an.nspname = 'pg_catalog' THEN NULL ELSE an.nspname END,
      CASE WHEN an.nspname = 'pg_catalog' THEN pg_catalog.format_type(b.oid, NULL) ELSE b.typname::text END,
      b.oid <> a.oid) ORDER BY u.position)
    FROM pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) WITH ORDINALITY AS u (type, position)
    JOIN pg_catalog.pg_type a ON a.oid = u.type
    LEFT JOIN pg_catalog.pg_type el ON el.oid = a.typelem AND el.typarray = a.oid
    JOIN pg_catalog.pg_type b ON b.oid = COALESCE(el.oid, a.oid)
    JOIN pg_catalog.pg_namespace an ON an.oid = b.typnamespace)::text, p.proacl, i.initprivs ${`
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace ${initial("p", "pg_proc")}
  WHERE NOT ${TEMPORARY} AND (NOT ${SYSTEM} OR NOT ${untouched("p", "p.proacl")})`}
    UNION ALL SELECT 'type', t.oid, n.nspname, t.typname, t.typowner, NULL, t.typacl, i.initprivs ${`
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace ${initial("t", "pg_type")}
  LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
  LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
  WHERE NOT ${TEMPORARY} AND e.oid IS NULL AND (
    (t.typacl IS NOT NULL AND NOT ${untouched("t", "t.typacl")})
    OR (NOT ${SYSTEM} AND t.typtype IN ('b', 'c', 'd', 'e', 'r') AND (t.typrelid = 0 OR r.relkind = 'c')))`}
  ) o ${explodedAcl("o.acl", "o.owner")}`;
const COLUMNS = `
  SELECT o.nspname, o.relname, o.attname, o.owner, x.entries FROM (
    SELECT n.nspname, c.relname, a.attname, c.relowner AS owner, a.attacl AS acl
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_init_privs i
      ON i.objoid = c.oid AND i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.objsubid = a.attnum
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relpersistence <> 't' AND NOT ${untouched("c", "a.attacl")}
  ) o ${explodedAcl("o.acl", "o.owner")}`;
/** Besides what identities get, whatever belongs to a creator: a global entry replaces the built-in default. */
const DEFAULTS = `
  SELECT d.defaclrole, n.nspname, d.defaclobjtype, x.entries
  FROM pg_catalog.pg_default_acl d LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
  ${explodedAcl("d.defaclacl", "d.defaclrole")}`;
const UNMODELLED = `
  SELECT o.class, o.name, o.owner, x.entries FROM (
    SELECT 'language' AS class, l.lanname::text AS name, l.lanowner AS owner, l.lanacl AS acl FROM pg_catalog.pg_language l
    UNION ALL SELECT 'foreign data wrapper', w.fdwname, w.fdwowner, w.fdwacl FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL SELECT 'foreign server', s.srvname, s.srvowner, s.srvacl FROM pg_catalog.pg_foreign_server s
    UNION ALL SELECT 'large object', m.oid::text, m.lomowner, m.lomacl FROM pg_catalog.pg_largeobject_metadata m
  ) o ${explodedAcl("o.acl", "o.owner")}
  WHERE o.acl IS NOT NULL`;
/** Where a role is named without being granted anything. */
const MENTIONS = `
  SELECT 'row security policy', pg_catalog.json_build_array(p.polname, n.nspname, c.relname)::text, u.role
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid = p.polrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL pg_catalog.unnest(p.polroles) AS u (role)
  WHERE u.role <> 0 AND ($1::pg_catalog.oid[] IS NULL OR u.role = ANY ($1))
  UNION ALL SELECT 'user mapping', pg_catalog.json_build_array(m.srvname)::text, m.umuser
  FROM pg_catalog.pg_user_mappings m WHERE $1::pg_catalog.oid[] IS NULL OR m.umuser = ANY ($1)`;
/** Default privileges depend on their creator, too, but nobody else could own them. */
const OTHER_OWNED = `
  SELECT s.refobjid, o.type, o.identity
  FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_database d ON d.oid = s.dbid AND d.datname = pg_catalog.current_database()
  CROSS JOIN LATERAL pg_catalog.pg_identify_object(s.classid, s.objid, s.objsubid) o
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND s.deptype = 'o' AND s.classid NOT IN (
    'pg_catalog.pg_namespace'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
    'pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
    'pg_catalog.pg_default_acl'::pg_catalog.regclass)`;
/** A fixed number of queries. `identities`: oids whose privileges are wanted; null: everyone's. */
async function readDatabase(session, database, identities) {
	return {
		database,
		objects: await session.rows(bounded(OBJECTS), [identities]),
		columns: await session.rows(bounded(COLUMNS), [identities]),
		defaults: await session.rows(bounded(DEFAULTS), [identities]),
		unmodelled: await session.rows(bounded(UNMODELLED), [identities]),
		mentions: await session.rows(bounded(MENTIONS), [identities]),
		otherOwned: await session.rows(bounded(OTHER_OWNED))
	};
}

// src/providers/postgres/connection-place.ts
const DEFAULT_PORT = "5432";
const MAXIMUM_SERVER = 200;
/** Null where the parts cannot be told apart for certain: then one of them could be a piece of the password. */
function connectionPlace(secret) {
	const url = URL.parse(secret);
	if (url === null || /@/u.test(`${url.pathname}${url.search}${url.hash}`)) return null;
	const said = (name, part) => url.searchParams.get(name) ?? part;
	const server = `${said("host", url.hostname)}:${said("port", url.port) || DEFAULT_PORT}`;
	const user = shown(said("user", url.username));
	const database = shown(said("dbname", url.pathname.slice(1)));
	return {
		user,
		server: secretShape(server) === null ? visible(server).slice(0, MAXIMUM_SERVER) : WITHHELD,
		database
	};
}
const WITHHELD = "(not shown)";
function shown(part) {
	if (part === "") return "(the default)";
	const text = decoded(part);
	return text === null || secretShape(text) !== null ? WITHHELD : quoted(text);
}
function decoded(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return null;
	}
}

// src/providers/postgres/catalog/shared.ts
/** Privileges on databases are grants where the source has the database, and listed where it has not. */
function gatherShared(cluster, read, cast, sink) {
	const rest = cluster.acls.filter(([objectClass]) => objectClass !== "database");
	gatherUnmodelled(rest.map(([objectClass = null, , ...row]) => [objectClass, ...row]), null, cast, sink);
	for (const [objectClass, , name, owner, entries = null] of cluster.acls) {
		if (objectClass !== "database") continue;
		const acl = {
			database: name ?? "",
			key: "database",
			owner: owner ?? "",
			entries: entriesIn(entries),
			ownerDefault: ownerPrivileges("database", cluster.version),
			publicDefault: publicPrivileges("database")
		};
		if (read.has(acl.database)) gatherAcl(acl, cast, sink);
		else gatherOtherDatabase(acl, cast, sink);
	}
	gatherLabels(cluster, cast, sink);
	gatherElsewhere(cluster, cast, sink);
	gatherGeneralSettings(cluster, sink);
}
function gatherOtherDatabase(acl, cast, sink) {
	for (const { grantee, privileges } of acl.entries) {
		const role = cast.nameOf(grantee);
		if (role === null || !cast.isIdentity(grantee) || grantee === acl.owner) continue;
		const names = privileges.list.map(({ name, grantable }) => `${name}${grantable ? " with grant option" : ""}`);
		const detail = `${acl.database}: ${names.sort().join(", ")}; the database is none of the source's`;
		sink.notModelled.push({
			address: cast.addressOf(role),
			what: "privileges on another database",
			detail
		});
	}
}
function gatherLabels(cluster, cast, sink) {
	for (const [role = null, provider] of cluster.labels) {
		const name = cast.nameOf(role);
		if (name === null || !cast.isIdentity(role)) continue;
		sink.notModelled.push({
			address: cast.addressOf(name),
			what: "security label",
			detail: `by the provider ${provider}`
		});
	}
}
function gatherElsewhere(cluster, cast, sink) {
	for (const [role = null, database, owned, other] of cluster.elsewhere) {
		const name = cast.nameOf(role);
		if (name === null || !cast.isIdentity(role)) continue;
		const detail = `${database}: owns ${owned} and holds or is named in ${other} more; the database is none of the source's`;
		sink.notModelled.push({
			address: cast.addressOf(name),
			what: "traces in another database",
			detail
		});
	}
}
/** Names only: the settings belong to every role, and so to none. */
function gatherGeneralSettings(cluster, sink) {
	const names = new Map(cluster.databases.map(([oid, name]) => [oid, name]));
	for (const [role, database, setting] of cluster.settings) {
		if (role !== "0") continue;
		const name = (setting ?? "").split("=", 1)[0] ?? "";
		const place = database === "0" ? "everywhere" : `in ${names.get(database ?? null) ?? "a dropped database"}`;
		sink.notModelled.push({
			address: null,
			what: "setting of all roles",
			detail: `${name} ${place}`
		});
	}
}

// src/providers/postgres/catalog/managed-service.ts
/** Roles that managed services create and change by themselves, from their documentation. */
const RESERVED = [
	{
		tool: "Amazon RDS",
		roles: [
			"rdsadmin",
			"rdstopmgr",
			"rdsrepladmin",
			"rds_ad",
			"rds_extension",
			"rds_iam",
			"rds_password",
			"rds_replication",
			"rds_reserved",
			"rds_superuser"
		]
	},
	{
		tool: "Cloud SQL",
		roles: [
			"cloudsqladmin",
			"cloudsqlagent",
			"cloudsqlconnpooladmin",
			"cloudsqliamgroup",
			"cloudsqliamgroupserviceaccount",
			"cloudsqliamgroupuser",
			"cloudsqliamserviceaccount",
			"cloudsqliamuser",
			"cloudsqlimportexport",
			"cloudsqlinactiveuser",
			"cloudsqlobservabilityadmin",
			"cloudsqlreplica",
			"cloudsqlsuperuser"
		]
	},
	{
		tool: "Azure Database for PostgreSQL",
		roles: [
			"azure_pg_admin",
			"azure_superuser",
			"azuresu"
		]
	}
];
function managedBy(role) {
	const service = RESERVED.find(({ roles }) => roles.includes(role));
	return service === void 0 ? void 0 : {
		tool: service.tool,
		evidence: `${role} is a role that the service reserves`,
		reserved: true
	};
}

// src/providers/postgres/catalog/live-state.ts
/** Pure: rows of catalogues to what a plan is computed from. */
function liveStateOf(catalogues) {
	const { source, cluster, databases } = catalogues;
	const cast = castOf(source, cluster.roles, catalogues.identities, reachedBy(catalogues.writer, cluster.roles, cluster.memberships));
	const sink = emptySink();
	gatherShared(cluster, new Set(databases.map(({ database }) => database)), cast, sink);
	const read = databases.map((rows) => [rows.database, databaseFacts(rows, cluster, cast, sink)]);
	const facts = factsOf(catalogues, Object.fromEntries(read), cast, sink);
	const found = identitiesOf(catalogues, facts, cast, sink);
	return {
		source,
		provider: "postgres",
		target: catalogues.target,
		objects: found.map(({ object }) => object).sort((left, right) => compareText(left.address, right.address)),
		unreadable: sorted(found.flatMap(({ unreadable }) => unreadable)),
		notModelled: sorted(sink.notModelled),
		facts
	};
}
function databaseFacts(rows, cluster, cast, sink) {
	const objects = gatherObjects(rows, cluster.version, cast, sink);
	gatherDefaults(rows, cluster.version, cast, sink);
	gatherUnmodelled(rows.unmodelled, rows.database, cast, sink);
	gatherMentions(rows, cast, sink);
	const owner = cluster.databases.find(([, name]) => name === rows.database)?.[2] ?? null;
	return {
		owner: cast.nameOf(owner) ?? "",
		objects,
		otherOwned: listsByRole(rows.otherOwned.map(([role, type, identity]) => [role ?? null, `${type} ${identity}`]), cast)
	};
}
function factsOf({ cluster, databases, writer }, database, cast, sink) {
	const owned = [...cluster.databases.map(([, name, owner]) => [owner ?? null, `database ${name}`]), ...cluster.tablespaces.map(([name, owner]) => [owner ?? null, `tablespace ${name}`])];
	return {
		version: cluster.version,
		databases: databases.map((rows) => rows.database),
		database,
		roles: Object.fromEntries(cluster.roles.map((row) => [row[1] ?? "", contextOf(row)])),
		memberships: sorted(membershipFacts(cluster, cast)),
		foreignGrants: sorted(sink.foreignGrants),
		defaults: sorted(sink.defaultFacts),
		sharedOwned: listsByRole(owned, cast),
		elsewhere: elsewhereOf(cluster, cast),
		writer
	};
}
function elsewhereOf(cluster, cast) {
	const roles = /* @__PURE__ */ new Map();
	for (const [role = null, database, owned, other] of cluster.elsewhere) {
		const name = cast.nameOf(role);
		if (name === null) continue;
		roles.set(name, [...roles.get(name) ?? [], [database ?? "", {
			owned: Number(owned),
			other: Number(other)
		}]]);
	}
	return Object.fromEntries([...roles].map(([role, databases]) => [role, Object.fromEntries(databases)]));
}
function listsByRole(entries, cast) {
	const lists = /* @__PURE__ */ new Map();
	for (const [oid, text] of entries) {
		const role = cast.nameOf(oid);
		if (role === null) continue;
		const list = lists.get(role);
		if (list === void 0) lists.set(role, [text]);
		else list.push(text);
	}
	return Object.fromEntries([...lists].map(([role, list]) => [role, list.sort()]));
}
function identitiesOf(catalogues, facts, cast, sink) {
	const settings = settingsByRole(catalogues.cluster);
	const memberships = membershipsByMember(facts.memberships);
	const owned = ownedCounts(facts);
	return catalogues.cluster.roles.flatMap((row) => {
		const [oid = null, name] = row;
		if (oid === null || !cast.isIdentity(oid)) return [];
		const role = name ?? "";
		const scalars = scalarsOf(row);
		const found = settings.get(oid);
		const address = cast.addressOf(role);
		const attributes = {
			...scalars.attributes,
			settings: {
				others: "remove",
				values: found?.values ?? {
					everywhere: {},
					databases: {}
				}
			},
			memberOf: {
				others: "remove",
				values: Object.fromEntries(memberships.get(role) ?? [])
			},
			grants: {
				others: "remove",
				values: recorded(sink.grants.get(role))
			},
			defaultPrivileges: {
				others: "remove",
				values: recorded(sink.defaults.get(role))
			}
		};
		const hidden = [...scalars.hidden, ...found?.hidden ?? []];
		const unreadable = hidden.map(({ pointer, reason }) => ({
			address,
			pointer,
			reason
		}));
		sink.notModelled.push(...hidden.map(({ pointer }) => ({
			address,
			what: "text that is not shown",
			detail: pointer ?? ""
		})));
		return [{
			object: liveObject(address, role, oid, attributes, owned.get(role) ?? {}),
			unreadable
		}];
	});
}
function liveObject(address, role, oid, attributes, owned) {
	const manager = managedBy(role);
	return {
		address,
		kind: ROLE_KIND,
		incarnation: oid,
		attributes,
		facts: { owned },
		...manager === void 0 ? {} : { managedBy: manager }
	};
}
/** How many things each role owns, by database. */
function ownedCounts(facts) {
	const counts = /* @__PURE__ */ new Map();
	for (const [database, { objects, otherOwned }] of Object.entries(facts.database)) {
		for (const owner of Object.values(objects)) count(owner, database, 1);
		for (const [owner, others] of Object.entries(otherOwned)) count(owner, database, others.length);
	}
	return counts;
	function count(owner, database, number) {
		const known = counts.get(owner) ?? {};
		known[database] = (known[database] ?? 0) + number;
		counts.set(owner, known);
	}
}
/** By its text, so that the order of rows never shows. */
function sorted(items) {
	return items.map((item) => [JSON.stringify(item), item]).sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}

// src/providers/postgres/catalog/read-failure.ts
const AGAIN = "Run the plan again once it answers.";
const REACH = "Check the host and the port in the connection string, and that the runner may reach it.";
/**
* Why a source could not be read. Repeats nothing that the server or the driver said: both may quote connection strings and values.
*
* @param database null: as the connection says
* @param place null where it cannot be told without a part of the secret
*/
function readFailure(error, database, place) {
	const subject = database === null ? "The source" : `The database ${quoted(database)}`;
	if (error instanceof CountersignError) {
		const about = database === null ? "" : `${subject}: `;
		return {
			code: error.code,
			message: `${about}${error.message} ${error.mend}`
		};
	}
	const state = stateOf$1(error);
	const { code, says, mend } = troubleOf(state, namesOf(place, database));
	return {
		code,
		message: `${subject} ${says} (${state}). ${mend}`
	};
}
function namesOf(place, database) {
	if (place === null) return {
		login: "the login",
		server: "its server"
	};
	const into = database === null ? ` to the database ${place.database}` : "";
	return {
		login: `the login of ${place.user}${into} at ${place.server}`,
		server: place.server
	};
}
/** What the driver says without a code, each under a name of its own. */
const DRIVER = {
	"timeout expired": "ETIMEDOUT",
	"Query read timeout": "ETIMEDOUT",
	"The server does not support SSL connections": "TLS_NOT_OFFERED",
	"Connection terminated unexpectedly": "ECONNRESET"
};
/** SQLSTATE or the system's error name; nothing else of an error is repeated. */
function stateOf$1(error) {
	if (!(error instanceof Error)) return "UNKNOWN";
	const code = "code" in error ? error.code : null;
	if (typeof code === "string" && /^[A-Z0-9_]{1,60}$/u.test(code)) return code;
	return DRIVER[error.message] ?? "UNKNOWN";
}
/** What keeps a connection from being encrypted as it was asked to be, for a sentence about it; null for any other error. */
function encryptionTrouble(error) {
	const state = stateOf$1(error);
	return TLS.test(state) ? {
		...tls(state, namesOf(null, null)),
		state
	} : null;
}
function troubleOf(state, names) {
	return isSqlState(state) ? refusal(state, names) : TLS.test(state) ? tls(state, names) : network(state, names);
}
/** Five characters, of which the driver's and the system's names have more or less. */
function isSqlState(state) {
	return /^[0-9A-Z]{5}$/u.test(state) && /\d/u.test(state);
}
const TLS = /^(?:TLS_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO$)/u;
function tls(state, { server }) {
	if (state === "TLS_NOT_OFFERED") return {
		code: "tls-not-offered",
		says: `offers no TLS at ${server}, which the connection string asks for`,
		mend: "Switch TLS on at the server. Only for a server on the same machine, write sslmode=disable."
	};
	return {
		code: "certificate-untrusted",
		says: state === "ERR_TLS_CERT_ALTNAME_INVALID" ? `has a certificate for another name than ${server}` : state === "CERT_HAS_EXPIRED" ? `has an expired certificate at ${server}` : /^(?:ERR_SSL_|EPROTO)/u.test(state) ? `agreed on no TLS connection at ${server}` : `has a certificate at ${server} that no trusted authority signed`,
		mend: "Give the file of the authority's certificate in the connection string, sslmode=verify-full&sslrootcert=FILE, or let the server have one for the name that is written there."
	};
}
function network(state, { server }) {
	switch (state) {
		case "ENOTFOUND":
		case "EAI_AGAIN": return {
			code: "source-unreachable",
			says: `has no address: nobody knows the host of ${server}`,
			mend: REACH
		};
		case "ECONNREFUSED": return {
			code: "source-unreachable",
			says: `does not listen at ${server}`,
			mend: REACH
		};
		case "ETIMEDOUT": return {
			code: "source-timeout",
			says: `did not answer in time at ${server}`,
			mend: `${REACH} ${AGAIN}`
		};
		case "ENOENT":
		case "EACCES": return {
			code: "connection-malformed",
			says: "has a connection string that names a file of certificates which cannot be read",
			mend: "Correct sslrootcert, sslcert and sslkey, which are paths on the runner."
		};
		default: return {
			code: "source-unreachable",
			says: `could not be reached at ${server}, or the connection broke`,
			mend: `${REACH} ${AGAIN}`
		};
	}
}
function refusal(state, { login, server }) {
	switch (state) {
		case "42501": return {
			code: "catalogue-denied",
			says: "has a catalogue that the login may not read",
			mend: "Give the reading login what the setup guide gives it."
		};
		case "57014":
		case "55P03": return {
			code: "source-timeout",
			says: "did not answer in time",
			mend: `Look for locks that last. ${AGAIN}`
		};
		case "28P01": return {
			code: "login-refused",
			says: `refused ${login}`,
			mend: "Correct the user or the password in the connection string."
		};
		case "3D000": return {
			code: "database-missing",
			says: "does not exist",
			mend: "Create it, or correct the connection string or the source's options.databases."
		};
		case "55000": return {
			code: "database-closed",
			says: "accepts no connections",
			mend: "Take it out of options.databases."
		};
		case "53300": return {
			code: "source-unreachable",
			says: `has no connection left at ${server}`,
			mend: AGAIN
		};
	}
	if (state.startsWith("28")) return {
		code: "login-refused",
		says: `refused ${login}`,
		mend: "The server's pg_hba.conf lets this user in from the runner's address, and the role has LOGIN and CONNECT. Many servers ask for TLS: sslmode=verify-full."
	};
	return /^(?:08|57P)/u.test(state) ? {
		code: "source-unreachable",
		says: `ended the connection at ${server}`,
		mend: AGAIN
	} : {
		code: "catalogue-unreadable",
		says: "answered a catalogue query with an error",
		mend: "Read what the SQLSTATE means; report it as a defect if it names no setting of yours."
	};
}

// src/providers/postgres/catalog/target.ts
/**
* The cluster by its system identifier and the databases by their oids: a restored or recreated one is another target.
* Only the databases that the source reads count, so that creating another one moves nothing.
* @throws CountersignError `target-unknown`, `database-missing`.
*/
function targetOf(cluster, databases) {
	if (cluster.systemIdentifier === null) throw new CountersignError("target-unknown", "The login may not ask which cluster this is.", { mend: "Grant it EXECUTE on the function pg_catalog.pg_control_system()." });
	const oids = new Map(cluster.databases.map(([oid, name]) => [name, oid]));
	const found = databases.map((database) => {
		const oid = oids.get(database);
		if (typeof oid === "string") return [`database:${database}`, oid];
		throw new CountersignError("database-missing", `The cluster has no database ${database}.`, { mend: "Create it, or take it out of the source's options.databases." });
	});
	return Object.fromEntries([["systemIdentifier", cluster.systemIdentifier], ...found]);
}
/** Asked in any session of the cluster, whoever is logged in. `databases` null: the session's own. */
async function identifyCluster(session, databases) {
	const identity = await readIdentity(session);
	return targetOf(identity, databases ?? [identity.database]);
}

// src/providers/postgres/catalog/read.ts
/** Reads one cluster; a session a database, one after the other, each in a snapshot of its own. */
function postgresReader(connection) {
	return {
		identify: () => identify(connection),
		read: (query) => read(connection, query),
		close: () => Promise.resolve()
	};
}
function optionsOf(connection) {
	return connection.options;
}
/** The databases to read and write, as the configuration orders them; [null]: the connection's own alone, whatever it is called. */
function databasesOf$1(connection) {
	return optionsOf(connection).databases ?? [null];
}
async function identify(connection) {
	const databases = databasesOf$1(connection);
	const named = databases.flatMap((database) => database === null ? [] : [database]);
	return within(connection, databases[0] ?? null, (session) => identifyCluster(session, named.length === 0 ? null : named));
}
async function within(connection, database, read) {
	const session = await openSession(connection.secret, database, connection.timeout);
	try {
		return await inSnapshot(session, connection.timeout, () => read(session));
	} finally {
		await session.close().catch(() => void 0);
	}
}
/** Never throws for what it may not read or reach: a state in part is no state, so that nothing is ever taken for absent. */
async function read(connection, query) {
	let at = null;
	try {
		const chosen = chosenBy(query, connection);
		const [first = null, ...others] = databasesOf$1(connection);
		at = first;
		const start = await within(connection, first, (session) => readFirst(session, connection, query, chosen));
		const databases = [start.database];
		for (const database of others) {
			at = database;
			connection.progress(`Reading ${database ?? ""}`);
			databases.push(await within(connection, database, (session) => readDatabase(session, database ?? "", start.wanted)));
		}
		at = null;
		const state = stateOf(connection, query, chosen, start.cluster, databases);
		return {
			...state,
			facts: {
				...state.facts,
				reader: start.reader
			}
		};
	} catch (error) {
		return unread(connection, {
			address: null,
			pointer: null,
			reason: readFailure(error, at, connectionPlace(connection.secret))
		});
	}
}
/** The cluster's catalogues and the first database's come from one snapshot. */
async function readFirst(session, connection, query, chosen) {
	const { databases = null, writer = null } = optionsOf(connection);
	const choose = (roles, memberships) => query.kind === "addresses" ? [...identitiesIn(roles, chosen), ...reachedBy(writer, roles, memberships)] : null;
	connection.progress("Reading roles, memberships and settings");
	const cluster = await readCluster(session, databases, choose);
	const wanted = choose(cluster.roles, cluster.memberships);
	connection.progress(`Reading ${cluster.database}`);
	const [login] = await session.rows("SELECT session_user");
	return {
		reader: login?.[0] ?? "",
		cluster,
		wanted,
		database: await readDatabase(session, cluster.database, wanted)
	};
}
/** Roles in the boundary that the query is about. */
function chosenBy(query, connection) {
	const inside = boundaryOf(connection.boundary);
	if (query.kind !== "addresses") return inside;
	const names = new Set(query.addresses.flatMap((address) => roleNamed(address, connection.source) ?? []));
	return (role) => names.has(role) && inside(role);
}
function roleNamed(address, source) {
	const { source: named, kind, name } = parseAddress(address);
	return named === source && kind === "PostgresRole" && name.length === 1 ? name[0] ?? null : null;
}
function identitiesIn(roles, chosen) {
	return new Set(roles.flatMap(([oid, name]) => oid !== null && oid !== void 0 && chosen(name ?? "") ? [oid] : []));
}
function stateOf(connection, query, chosen, cluster, databases) {
	const catalogues = {
		source: connection.source,
		target: targetOf(cluster, databases.map(({ database }) => database)),
		writer: optionsOf(connection).writer ?? null,
		identities: identitiesIn(cluster.roles, chosen),
		cluster,
		databases
	};
	if (query.kind === "estate") return estateStateOf(catalogues);
	const state = liveStateOf(catalogues);
	return {
		...state,
		unreadable: [...outside(connection, query), ...state.unreadable]
	};
}
/** What is asked for but not managed must not look absent. */
function outside(connection, query) {
	if (query.kind !== "addresses") return [];
	const inside = boundaryOf(connection.boundary);
	return query.addresses.flatMap((address) => {
		const role = roleNamed(address, connection.source);
		if (role !== null && inside(role)) return [];
		return [{
			address,
			pointer: null,
			reason: {
				code: "outside-boundary",
				message: "This is no role within the boundary of the source, so it is not read."
			}
		}];
	});
}
function unread(connection, unreadable) {
	const options = optionsOf(connection);
	return {
		source: connection.source,
		provider: "postgres",
		target: {},
		objects: [],
		unreadable: [unreadable],
		notModelled: [],
		facts: emptyFacts(options.databases ?? [], options.writer ?? null)
	};
}

// src/providers/postgres/steps/cluster-steps.ts
const OPTIONS = [
	"login",
	"superuser",
	"createDatabase",
	"createRole",
	"inherit",
	"replication",
	"bypassRowSecurity",
	"connectionLimit",
	"validUntil"
];
/** What makes the cluster-wide part of one role out of the other. `before` null: the role is created. */
function clusterOperations(facts, role, before, after) {
	const memberships = membershipOperations(facts, role, before ?? {}, after);
	const operations = [
		...optionOperations(before, after),
		...before === null ? [] : commentOperations(before, after),
		...settingOperations(before ?? {}, after),
		...memberships.operations
	];
	return {
		operations,
		blocked: [
			...roleBlocks(facts, role, before, after, operations),
			...lockouts(operations),
			...memberships.blocked
		]
	};
}
function optionOperations(before, after) {
	const options = changedOptions(before ?? {}, after);
	if (before === null) return [{
		kind: "create-role",
		options
	}, { kind: "mark-creation" }];
	return Object.keys(options).length === 0 ? [] : [{
		kind: "alter-role",
		options
	}];
}
function changedOptions(before, after) {
	const names = OPTIONS.filter((name) => after[name] !== void 0 && after[name] !== before[name]);
	return Object.fromEntries(names.map((name) => [name, after[name]]));
}
function commentOperations(before, after) {
	if (after.comment === void 0 || after.comment === (before.comment ?? null)) return [];
	return [{
		kind: "comment",
		text: after.comment
	}];
}
function settingOperations(before, after) {
	if (after.settings === void 0) return [];
	const [left, right] = [before.settings?.values, after.settings.values];
	const databases = sortedKeys(left?.databases, right.databases);
	return [...settingsOf(null, left?.everywhere, right.everywhere), ...databases.flatMap((database) => settingsOf(database, own(left?.databases, database), own(right.databases, database)))];
}
function lockouts(operations) {
	return operations.flatMap((operation) => {
		if (operation.kind !== "set" || operation.value === null || !locksOut(operation.name, operation.value)) return [];
		const place = operation.database === null ? "everywhere" : `databases/${escapePointer(operation.database)}`;
		return [{
			code: "setting-locks-out",
			message: `With an empty ${operation.name} the role could no longer log in: PostgreSQL keeps it as one library without a name. Leave the setting out.`,
			pointer: `/settings/values/${place}/${escapePointer(operation.name)}`
		}];
	});
}
function settingsOf(database, before = {}, after = {}) {
	return sortedKeys(before, after).filter((name) => own(before, name) !== own(after, name)).map((name) => ({
		kind: "set",
		database,
		name,
		value: own(after, name) ?? null
	}));
}
function membershipOperations(facts, role, before, after) {
	if (after.memberOf === void 0) return {
		operations: [],
		blocked: []
	};
	const [left, right] = [before.memberOf?.values ?? {}, after.memberOf.values];
	const planned = sortedKeys(left, right).map((group) => oneMembership(facts, role, group, own(left, group), own(right, group)));
	const all = planned.flatMap(({ operations }) => operations);
	return {
		operations: [...all.filter(({ kind }) => kind === "revoke-role"), ...all.filter(({ kind }) => kind !== "revoke-role")],
		blocked: planned.flatMap(({ blocked }) => blocked)
	};
}
function oneMembership(facts, role, group, before, after) {
	if (sameMembership(before, after)) return {
		operations: [],
		blocked: []
	};
	const pointer = `/memberOf/values/${escapePointer(group)}`;
	const blocked = [];
	if (own(facts.roles, group) !== void 0 && !mayGrantRole(facts, writerAuthority(facts), group)) blocked.push({
		code: "membership-not-permitted",
		message: `The writer ${facts.writer} may not grant or revoke membership in ${group}: it needs that role WITH ADMIN OPTION.`,
		pointer
	});
	const grant = after === void 0 ? [] : [{
		kind: "grant-role",
		role: group,
		membership: after,
		as: null
	}];
	if (!(before !== void 0 && (after === void 0 || exceeds(before, after)))) return {
		operations: grant,
		blocked
	};
	const revokes = membershipRevokes(facts, role, group, pointer);
	return {
		operations: [...revokes.operations, ...grant],
		blocked: [...blocked, ...revokes.blocked]
	};
}
function membershipRevokes(facts, role, group, pointer) {
	if (!membershipsHaveOptions(facts)) return {
		operations: [{
			kind: "revoke-role",
			role: group,
			as: null
		}],
		blocked: []
	};
	const writer = writerAuthority(facts);
	const blocked = facts.memberships.filter((membership) => membership.role === group && membership.grantor === role).map((membership) => ({
		code: "revoke-cascades",
		message: `${role} has granted ${group} to ${membership.member}, which a revoke would have to take, too.`,
		pointer
	}));
	const grantors = facts.memberships.filter((membership) => membership.role === group && membership.member === role).flatMap(({ grantor }) => grantor === null ? [] : [grantor]);
	for (const grantor of grantors.filter((name) => !hasPrivilegesOf(facts, writer, name))) blocked.push({
		code: "revoke-not-permitted",
		message: `${grantor} granted ${group} to ${role}, and the writer ${facts.writer} may not act as ${grantor}.`,
		pointer
	});
	return {
		operations: [...new Set(grantors)].sort(compareText).map((as) => ({
			kind: "revoke-role",
			role: group,
			as
		})),
		blocked
	};
}
function sameMembership(left, right) {
	if (left === void 0 || right === void 0) return left === right;
	return !exceeds(left, right) && !exceeds(right, left);
}
function exceeds(left, right) {
	return left.admin && !right.admin || left.inherit && !right.inherit || left.set && !right.set;
}
/** Operations on the role itself, unlike those on what it is a member of. */
function roleBlocks(facts, role, before, after, operations) {
	const writer = writerAuthority(facts);
	if (operations.length === 0 || writer.kind === "unknown" || writer.superuser) return [];
	if (before === null && !writer.context.createRole) return [{
		code: "create-not-permitted",
		message: `The writer ${writer.name} may not create roles: it needs CREATEROLE.`
	}];
	const touchesRole = operations.some(({ kind }) => kind !== "grant-role" && kind !== "revoke-role");
	if (before !== null && touchesRole && !mayAlterRole(facts, writer, role)) return [alterBlock(facts, role)];
	const options = changedOptions(before ?? {}, after);
	if (before !== null && !membershipsHaveOptions(facts) && own(facts.roles, role)?.replication === true && Object.keys(options).length > 0) return [alterBlock(facts, role)];
	return optionBlocks(facts, options, before === null);
}
function alterBlock(facts, role) {
	const needs = own(facts.roles, role)?.superuser === true || own(facts.roles, role)?.replication === true ? "SUPERUSER" : membershipsHaveOptions(facts) ? `CREATEROLE, and ${role} WITH ADMIN OPTION` : "CREATEROLE";
	return {
		code: "alter-not-permitted",
		message: `The writer ${facts.writer} may not change the role ${role}: it needs ${needs}.`
	};
}
/** Attributes that a login without SUPERUSER can give only when it has them, or (before version 16) not at all. */
function optionBlocks(facts, options, creates) {
	const writer = writerAuthority(facts);
	if (writer.kind === "unknown") return [];
	const own = membershipsHaveOptions(facts);
	return [
		["superuser", false],
		["replication", own && writer.context.replication],
		["bypassRowSecurity", own && writer.context.bypassRowSecurity],
		["createDatabase", !own || writer.context.createDatabase]
	].filter(([name, may]) => !may && options[name] !== void 0 && (!creates || options[name] === true)).map(([name]) => ({
		code: "attribute-not-permitted",
		message: `The writer ${writer.name} may not set this attribute.`,
		pointer: `/${name}`
	}));
}
function sortedKeys(...sides) {
	return [...new Set(sides.flatMap((side) => Object.keys(side ?? {})))].sort(compareText);
}

// src/providers/postgres/steps/deletion-blocks.ts
const NOBODY = /* @__PURE__ */ new Set();
/** Who gets what the role owns: `onRemove: { delete: { reassignOwnedTo: … } }` of the base document. */
function reassignTarget(draft) {
	const to = draft.removal?.kind === "delete" ? draft.removal.options["reassignOwnedTo"] : void 0;
	return typeof to === "string" ? to : null;
}
/** Everything that keeps the role from being dropped, or that dropping it would take from others. */
function deletionBlocks(facts, { address, released }, to, clears) {
	const role = parseAddress(address).name[0] ?? "";
	return [
		...role === facts.writer ? [writerItself(role)] : [],
		...ownershipBlocks(facts, role, to),
		...elsewhereBlocks(facts, role),
		...othersBlocks(facts, role, rolesOf(released)),
		...permissionBlocks(facts, role, to, clears)
	];
}
function ownershipBlocks(facts, role, to) {
	if (to !== null) {
		const unusable = `What ${role} owns cannot go to ${to}: it must be another role that exists.`;
		if (own(facts.roles, to) === void 0) return [{
			code: "role-missing",
			message: unusable
		}];
		return to === role ? [{
			code: "reassign-target-unusable",
			message: unusable
		}] : [];
	}
	return ownedBy(facts, role).map(({ database, objects }) => ({
		code: "owns-objects",
		message: `${role} owns ${objects.join(", ")}${database === null ? "" : ` in ${database}`}. Let the base document name a new owner: onRemove: { delete: { reassignOwnedTo: … } }.`
	}));
}
function elsewhereBlocks(facts, role) {
	return Object.entries(own(facts.elsewhere, role) ?? {}).map(([database, { owned, other }]) => ({
		code: "held-elsewhere",
		message: `${role} owns ${owned} objects and holds ${other} other things in the database ${database}, which is not one of the source's: add it to the source, or clear it there.`
	}));
}
function rolesOf(addresses) {
	return new Set([...addresses].flatMap((address) => parseAddress(address).name[0] ?? []));
}
/** Facts of other identities that would vanish with the role; `released` lose what they refer to it for earlier in the same plan. */
function othersBlocks(facts, role, released = NOBODY) {
	const members = membersOf(facts, role).filter((member) => !released.has(member)).map((member) => `the membership of ${member}`);
	const memberships = facts.memberships.filter((membership) => membership.grantor === role && membership.member !== role).map((membership) => `the membership of ${membership.member} in ${membership.role}`);
	const grants = facts.foreignGrants.filter((grant) => grant.grantor === role && grant.grantee !== role).map((grant) => `${grant.privilege} on ${grant.object} in ${grant.database} of ${grant.grantee}`);
	const defaults = facts.defaults.filter(({ creator, grantee }) => creator === role && grantee !== role && !released.has(grantee)).map((fact) => `default privileges ${fact.scope} in ${fact.database} of ${fact.grantee}`);
	const lost = [.../* @__PURE__ */ new Set([
		...members,
		...memberships,
		...grants,
		...defaults
	])].sort(compareText);
	if (lost.length === 0) return [];
	return [{
		code: "delete-changes-others",
		message: `Deleting ${role} would take from others: ${lost.join("; ")}. Remove or grant these anew first.`
	}];
}
function permissionBlocks(facts, role, to, clears) {
	const writer = writerAuthority(facts);
	const blocked = mayAlterRole(facts, writer, role) ? [] : [alterBlock(facts, role)];
	const needed = [...clears ? [role] : [], ...to === null || ownedBy(facts, role).length === 0 ? [] : [to]];
	for (const name of needed.filter((needs) => !hasPrivilegesOf(facts, writer, needs))) blocked.push({
		code: "drop-not-permitted",
		message: `The writer ${facts.writer} needs to be a member of ${name}, with INHERIT, to revoke or reassign what ${role} holds.`
	});
	return blocked;
}
function writerItself(role) {
	return {
		code: "writer-itself",
		message: `${role} is the role that the writer logs in as: the apply would end its own access half-way.`
	};
}
/** Who would go on with what the role holds once nobody can log in as it. */
function membersBlocks(facts, role) {
	const members = membersOf(facts, role);
	if (members.length === 0) return [];
	return [{
		code: "disable-leaves-access",
		message: `${members.join(", ")} would keep the access of ${role} as its members. Remove those memberships first, or let the base document say onRemove: delete or forget.`
	}];
}
/** Who holds the role, but for the writer: a login without SUPERUSER becomes a member, with ADMIN alone, of what it creates. */
function membersOf(facts, role) {
	const members = facts.memberships.filter((membership) => membership.role === role && membership.member !== facts.writer);
	return [...new Set(members.map(({ member }) => member))].sort(compareText);
}

// src/providers/postgres/steps/parts.ts
/** No leaf: what is found in its place is more than was planned. */
const NOTHING = {};
const PER_DATABASE = /* @__PURE__ */ new Set(["grants", "defaultPrivileges"]);
/** What is the cluster's and not one database's: one step of its own reads and writes it. */
function clusterPart(attributes) {
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => !PER_DATABASE.has(name)));
}
/** What one database's step reads and writes; the database is always named, so that two empty parts are never the same state. */
function databasePart(attributes, database) {
	const { grants, defaultPrivileges } = roleAttributes(attributes);
	return {
		...grants === void 0 ? {} : { grants: {
			others: grants.others,
			values: { [database]: own(grants.values, database) ?? {} }
		} },
		...defaultPrivileges === void 0 ? {} : { defaultPrivileges: {
			others: defaultPrivileges.others,
			values: { [database]: own(defaultPrivileges.values, database) ?? {} }
		} }
	};
}
/** The part that a step with this effect is about. */
function partOf(attributes, database) {
	return database === null ? clusterPart(attributes) : databasePart(attributes, database);
}
/** The databases that hold something in either. */
function databasesOf(...sides) {
	const names = sides.flatMap((side) => {
		const { grants, defaultPrivileges } = roleAttributes(side ?? {});
		return [...Object.keys(grants?.values ?? {}), ...Object.keys(defaultPrivileges?.values ?? {})];
	});
	return new Set(names);
}
/** The same lists, holding nothing. */
function emptyLists(attributes) {
	const { grants, defaultPrivileges } = roleAttributes(attributes);
	return {
		...grants === void 0 ? {} : { grants: {
			others: grants.others,
			values: {}
		} },
		...defaultPrivileges === void 0 ? {} : { defaultPrivileges: {
			others: defaultPrivileges.others,
			values: {}
		} }
	};
}

export { writerAuthority as $, UNFINISHED as A, rolesEverywhere as At, wantedState as B, isSupportedBy as Bt, neutralise as C, quoteIdentifier as Ct, roleOf$1 as D, classesEverywhere as Dt, project as E, SERVER_POWERS as Et, postgresFacts as F, PUBLIC as Ft, removes as G, columnsLost as H, boundaryOf as I, ROLE_KIND as It, unionKeys as J, revokesOf as K, outside$1 as L, boundarySchema as Lt, isCreationComment as M, mapEntries as Mt, markIn as N, own as Nt, formatInstant as O, isWideClass as Ot, ownedBy as P, recordOf as Pt, membershipsHaveOptions as Q, expandPatternOperation as R, optionsSchema as Rt, inSnapshot as S, parseObject as St, inventory as T, DATABASE_OWNER$1 as Tt, grantOf as U, adds as V, privilegesOf$1 as Vt, merged as W, majorVersion as X, hasPrivilegesOf as Y, mayAlterRole as Z, identifyCluster as _, covers as _t, emptyLists as a, isPlain as at, readDatabase as b, parsePattern as bt, membersBlocks as c, locksOut as ct, writerItself as d, classOf as dt, HIDDEN as et, alterBlock as f, defaultAcl as ft, postgresReader as g, parseScope as gt, optionsOf as h, declaredGrants as ht, databasesOf as i, isPattern as it, creationComment as j, isEmpty as jt, parseInstant as k, privilegesEverywhere as kt, othersBlocks as l, settingType as lt, databasesOf$1 as m, declaredDefaults as mt, clusterPart as n, roleAttributes as nt, partOf as o, renderOperation as ot, clusterOperations as p, tableKey as pt, stateOf$3 as q, databasePart as r, effectOf as rt, deletionBlocks as s, canonicalSetting as st, NOTHING as t, SCALARS as tt, reassignTarget as u, Resources as ut, encryptionTrouble as v, expandPattern as vt, openSession as w, formatName as wt, readCluster as x, isSystemSchema as xt, liveStateOf as y, isPatternKey as yt, patternOperations as z, roleKind as zt };