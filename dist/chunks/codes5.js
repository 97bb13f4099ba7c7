// src/providers/postgres/codes.ts
const RIGHT = "Give the writer the right that the message names, as in the guide for PostgreSQL, or change the document.";
/** Reaching and reading a cluster. */
const READING = {
	title: "PostgreSQL: reaching and reading",
	intro: "Messages name user, host and database, never the password.",
	shows: [
		"plan",
		"gate",
		"apply",
		"CLI"
	],
	codes: {
		"login-refused": {
			meaning: "The server refused the login.",
			next: "Check user and password, LOGIN and CONNECT, and pg_hba.conf; many servers ask for `sslmode=verify-full`."
		},
		"tls-not-offered": {
			meaning: "The connection string asks for TLS, and the server offers none.",
			next: "Switch TLS on at the server; write `sslmode=disable` only for a server on the same machine."
		},
		"certificate-untrusted": {
			meaning: "The server's certificate is expired, for another name, or signed by nobody who is trusted.",
			next: "Name the authority's file with `sslrootcert`, or let the server have a certificate for the name that is written."
		},
		"connection-malformed": {
			meaning: "The connection string is no PostgreSQL URL, or names a file of certificates that cannot be read.",
			next: "Write `postgres://user:password@host:port/database`, with special characters percent-encoded."
		},
		"database-missing": {
			meaning: "A database does not exist.",
			next: "Create it, or take it out of `options.databases`."
		},
		"database-closed": {
			meaning: "A database accepts no connections.",
			next: "Take it out of `options.databases`."
		},
		"database-name-unsupported": {
			meaning: "The driver cannot be told this name of a database.",
			next: "Rename it, or leave it out of `options.databases`."
		},
		"catalogue-denied": {
			meaning: "The login may not read a catalogue.",
			next: "Give it what the setup guide gives it."
		},
		"catalogue-unreadable": {
			meaning: "The server answered a catalogue query with an error.",
			next: "Look up the SQLSTATE; report it if it names no setting of yours."
		},
		"catalogue-too-large": {
			meaning: "A catalogue has more rows than are read.",
			next: "Split the source by `options.databases`."
		},
		"target-unknown": {
			meaning: "The login may not ask which cluster this is.",
			next: "Grant it EXECUTE on `pg_catalog.pg_control_system()`."
		},
		"setting-not-shown": {
			meaning: "A setting is none of PostgreSQL itself, so its value could hold anything and is never shown.",
			next: "Leave it out, and say `others: keep`.",
			shows: ["configuration", "plan"]
		},
		"scope-malformed": {
			meaning: "A kept default privilege has no key of this version.",
			next: "Read the source again with this version of Countersign."
		}
	}
};
/** What a document may say. */
const WRITING = {
	title: "PostgreSQL: documents",
	intro: "How names, grants and settings are written in a PostgresRole.",
	shows: ["configuration", "plan"],
	codes: {
		"name-malformed": {
			meaning: "This is not a name of PostgreSQL.",
			next: "Write `schema.name`, with double quotes where the name needs them."
		},
		"name-needs-quotes": {
			meaning: "An unquoted name has characters that it cannot have.",
			next: "Put it in double quotes for exactly this spelling."
		},
		"name-too-long": {
			meaning: "A name is longer than PostgreSQL keeps.",
			next: "Write the name as the database has it."
		},
		"identifier-unusable": {
			meaning: "Nothing in PostgreSQL can have this name.",
			next: "Use a name of 1 to 63 bytes without NUL."
		},
		"literal-unusable": {
			meaning: "No text in PostgreSQL can be this.",
			next: "Remove NUL characters and unpaired surrogates."
		},
		"object-malformed": {
			meaning: "This is not the name of an object of its class.",
			next: "Write it in the form that is named."
		},
		"schema-missing": {
			meaning: "A name does not say its schema.",
			next: "Write `schema.name`."
		},
		"signature-missing": {
			meaning: "A routine stands without its argument types.",
			next: "Write `billing.total(integer)`."
		},
		"signature-malformed": {
			meaning: "These are not the argument types of a routine.",
			next: "Write the types of input arguments only."
		},
		"pattern-malformed": {
			meaning: "A pattern cannot be understood.",
			next: "Write `schema.name` with stars where any text may stand."
		},
		"pattern-unexpected": {
			meaning: "A pattern is not possible here.",
			next: "Write each name out; put a star that belongs to a name in double quotes."
		},
		"class-unknown": {
			meaning: "This is no class of objects that takes grants.",
			next: "Use one of those named."
		},
		"privilege-unknown": {
			meaning: "Objects of this class have no such privilege.",
			next: "Use one of those named."
		},
		"database-ambiguous": {
			meaning: "An entry does not say its database, and the source has several.",
			next: "Add `database:`."
		},
		"database-unknown": {
			meaning: "A named database is not one of the source's.",
			next: "Correct the name, or add it to `options.databases`."
		},
		"database-named-twice": {
			meaning: "A grant on a database names another one besides.",
			next: "Leave `database:` out beside it."
		},
		"default-in-schema": {
			meaning: "Default privileges on schemas cannot be limited to a schema.",
			next: "Leave `in:` out."
		},
		"membership-twice": {
			meaning: "A role is listed twice.",
			next: "Keep one entry."
		},
		"valid-until-malformed": {
			meaning: "This is not a time.",
			next: "Write `2027-03-31T00:00:00Z`, or `infinity`."
		},
		"text-reserved": {
			meaning: "Such a comment marks a role whose creation has not ended.",
			next: "Write another comment."
		},
		"database-not-configured": {
			meaning: "A change concerns a database that is not one of the source's.",
			next: "Add it to `options.databases`. After a landing, ask for the same again with a Reconciliation.",
			shows: [
				"configuration",
				"plan",
				"apply"
			]
		}
	}
};
/** Why a change is blocked, and what is noted about it. */
const CHANGING = {
	title: "PostgreSQL: blocked and noted",
	intro: "Why a change may not be done, or what to know about it before approving.",
	shows: ["plan"],
	codes: {
		"create-not-permitted": {
			meaning: "The writer may not create roles.",
			next: RIGHT
		},
		"alter-not-permitted": {
			meaning: "The writer may not change the role.",
			next: RIGHT
		},
		"attribute-not-permitted": {
			meaning: "The writer may not set this attribute.",
			next: RIGHT
		},
		"membership-not-permitted": {
			meaning: "The writer may not grant or revoke this membership.",
			next: RIGHT
		},
		"grant-not-permitted": {
			meaning: "The writer may not grant this privilege.",
			next: RIGHT
		},
		"revoke-not-permitted": {
			meaning: "The writer may not act as the role that granted this.",
			next: RIGHT
		},
		"default-privileges-not-permitted": {
			meaning: "The writer may not change the defaults of the creating role.",
			next: RIGHT
		},
		"default-privileges-own": {
			meaning: "The role would get default privileges on what it creates itself, which it owns anyway.",
			next: "Leave them out of the document."
		},
		"drop-not-permitted": {
			meaning: "The writer may not revoke or reassign what the role holds.",
			next: RIGHT
		},
		"superuser-granted": {
			meaning: "The role becomes a superuser, who may do everything.",
			next: "Ask whether narrower grants are enough."
		},
		"role-missing": {
			meaning: "A role that the document needs does not exist.",
			next: "Create it first, or correct the name."
		},
		"object-missing": {
			meaning: "An object that the document names does not exist.",
			next: "Create it first, or correct the name."
		},
		"reassign-target-unusable": {
			meaning: "What the role owns cannot go to the role that is named.",
			next: "Name another one in `reassignOwnedTo`."
		},
		"owns-objects": {
			meaning: "The role owns objects, and nobody is named who gets them.",
			next: "Write `onRemove: { delete: { reassignOwnedTo: … } }` on the base first."
		},
		"held-elsewhere": {
			meaning: "The role owns or holds things in a database that is not one of the source's.",
			next: "Add the database to the source, or clear it there."
		},
		"delete-changes-others": {
			meaning: "Deleting the role would take something from others.",
			next: "Remove or grant that anew first."
		},
		"revoke-cascades": {
			meaning: "A revoke would take what the role passed on to others.",
			next: "Revoke it from those first."
		},
		"disable-leaves-access": {
			meaning: "Disabling the role leaves access that others have through it.",
			next: "Delete the role, or take its members away."
		},
		"setting-locks-out": {
			meaning: "With this setting the role could no longer log in.",
			next: "Leave the setting out."
		},
		"writer-itself": {
			meaning: "The change is about the role that the writer logs in as.",
			next: "Change it by hand, or with another writer."
		},
		"role-deleted": {
			meaning: "Cannot be undone: the role and its password are gone.",
			next: "Disable it first, if you are not certain."
		},
		"ownership-reassigned": {
			meaning: "Cannot be undone: another role becomes the owner of what is named.",
			next: "Check the list of objects."
		}
	}
};
const APPLYING = {
	title: "PostgreSQL: apply",
	intro: "What the write connection met. After each of them the same plan can be continued or planned anew.",
	shows: ["apply"],
	codes: {
		"sql-refused": {
			meaning: "PostgreSQL refused a statement; its SQLSTATE is shown.",
			next: "Give the writer what it lacks, or change the document; then plan again."
		},
		"connection-lost": {
			meaning: "The connection could not be made, or broke before the commit was asked for.",
			next: "The next run reads what is there and continues."
		},
		"commit-unanswered": {
			meaning: "The connection broke while committing, so it may or may not have happened.",
			next: "The next run reads what is there, and never repeats blindly."
		},
		"writer-differs": {
			meaning: "The write connection logs in as another role than `options.writer`.",
			next: "Correct one of the two, then plan again."
		},
		"effect-unknown": {
			meaning: "A step is not one of this version.",
			next: "Plan again with this version of Countersign."
		}
	}
};
const POSTGRES_CODES = [
	READING,
	WRITING,
	CHANGING,
	APPLYING
];

export { POSTGRES_CODES };