import { $ as writerAuthority, C as neutralise, Ct as quoteIdentifier, E as project, F as postgresFacts, I as boundaryOf, N as markIn, Nt as own, P as ownedBy, Q as membershipsHaveOptions, R as expandPatternOperation, S as inSnapshot, T as inventory, X as majorVersion, _ as identifyCluster, at as isPlain, b as readDatabase, c as membersBlocks, h as optionsOf, it as isPattern, j as creationComment, l as othersBlocks, m as databasesOf, nt as roleAttributes, o as partOf, ot as renderOperation, rt as effectOf, v as encryptionTrouble, w as openSession, x as readCluster, y as liveStateOf } from "./parts.js";
import { i as parseAddress } from "./address.js";
import { t as canonicalize } from "./digest.js";
import { n as diagnosticOf, t as CountersignError } from "./errors.js";
import { r as isOwnMark } from "./creation-mark.js";
import { t as excerpt } from "./excerpt.js";

// src/providers/postgres/write/hold.ts
const ON_THE_ROLE = /* @__PURE__ */ new Set([
	"alter-role",
	"comment",
	"set",
	"drop-role"
]);
/**
* The statement that changes nothing and keeps everybody else from altering, dropping or renaming the role until the transaction ends:
* an ALTER ROLE without options writes the role's row as it is. What is read after it is what the step writes over.
* Null where the step does not change the role itself or creates it, or where the writer may do so but not this.
*/
function holdingStatement(facts, role, effect) {
	if (!effect.operations.some(({ kind }) => ON_THE_ROLE.has(kind))) return null;
	const context = own(facts.roles, role);
	if (context === void 0) return null;
	const writer = writerAuthority(facts);
	const superuser = writer.kind === "known" && writer.superuser;
	return context.replication && !membershipsHaveOptions(facts) && !superuser ? null : `ALTER ROLE ${quoteIdentifier(role)}`;
}
/** A step whose role was dropped and made again meanwhile has written to another one. */
function sameRole(before, after) {
	const [planned, found] = [before.incarnation, after.incarnation];
	if (planned === null || found === null || planned === found) return { kind: "execute" };
	return {
		kind: "conflict",
		pointer: "/incarnation",
		planned,
		found
	};
}

// src/providers/postgres/write/observation.ts
/** The target is checked before any step, and is no part of what a step looks at. */
const NO_TARGET = {};
/** @param database whose grants are read besides what is cluster-wide, in a session of that database; null: no grants */
async function look(session, place, database) {
	const identities = (roles) => roles.flatMap(([oid, name]) => name === place.role && oid !== null && oid !== void 0 ? [oid] : []);
	const cluster = await readCluster(session, place.databases, identities);
	const oids = identities(cluster.roles);
	const databases = database === null ? [] : [await readDatabase(session, database, oids)];
	const { source, writer } = place;
	const live = liveStateOf({
		source,
		target: NO_TARGET,
		writer,
		identities: new Set(oids),
		cluster,
		databases
	});
	return {
		live,
		facts: postgresFacts(live),
		object: live.objects[0] ?? null
	};
}
/** Restricted to what the step reads and writes, by the shape of its predictions. */
async function observeStep(session, sight, place, work) {
	const { step, effect } = work;
	const { object, live } = sight;
	if (object === null) return {
		incarnation: null,
		attributes: null
	};
	const head = step.result ?? step.expect ?? {};
	const guide = {
		base: step.result === null ? null : step.expect,
		head
	};
	const found = partOf(project(object, guide, live), effect.database);
	const passing = await passingOf(session, sight, place, step.expect ?? {}, effect.database);
	const creation = await creationOf(session, object.incarnation, work);
	return {
		incarnation: object.incarnation,
		attributes: {
			...found,
			...passing,
			...creation
		}
	};
}
/** Whose mark the role bears, where the step leaves or replaces one. */
async function creationOf(session, oid, { step, marks }) {
	if (step.expect?.["creation"] === void 0 && step.result?.["creation"] === void 0) return {};
	const [row] = await session.rows(`SELECT pg_catalog.shobj_description($1::pg_catalog.oid, 'pg_authid')`, [oid]);
	const mark = markIn(row?.[0] ?? null);
	if (mark === null) return {};
	return { creation: isOwnMark(marks, mark) ? "unfinished" : "of another apply" };
}
async function passingOf(session, sight, place, expect, database) {
	const oid = sight.object?.incarnation ?? "";
	const holds = expect["holds"] !== void 0 && await hasDependencies(session, oid);
	const open = expect["sessions"] !== void 0 && await openSessions(session, oid) > 0;
	const [keeping] = expect["members"] === void 0 ? [] : membersBlocks(sight.facts, place.role);
	const [taking] = expect["others"] === void 0 ? [] : othersBlocks(sight.facts, place.role);
	return {
		...keeping === void 0 ? {} : { members: keeping.message },
		...taking === void 0 ? {} : { others: taking.message },
		...expect["owns"] === void 0 || database === null ? {} : { owns: ownedThere(sight.facts, place, database) },
		...holds ? { holds: "something" } : {},
		...open ? { sessions: "open" } : {}
	};
}
function ownedThere(facts, place, database) {
	const first = place.databases[0] === database;
	const objects = ownedBy(facts, place.role).filter((entry) => entry.database === database || entry.database === null && first);
	return Object.fromEntries(objects.flatMap((entry) => entry.objects.map((object) => [object, true])));
}
/** Whether anything in this database or of the cluster's shared objects is the role's or names it. */
async function hasDependencies(session, oid) {
	const [row] = await session.rows(`SELECT EXISTS (SELECT 1 ${DEPENDENCIES})`, [oid]);
	return row?.[0] === "t";
}
const DEPENDENCIES = `FROM pg_catalog.pg_shdepend s
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND s.refobjid = $1
    AND (s.dbid = 0 OR s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))`;
/** What DROP OWNED would drop and not only revoke, in this database. Default privileges and user mappings go with the role. */
async function ownedObjects(session, oid) {
	const [row] = await session.rows(`SELECT pg_catalog.count(*) ${DEPENDENCIES} AND s.deptype = 'o' AND s.classid NOT IN (
       'pg_catalog.pg_default_acl'::pg_catalog.regclass, 'pg_catalog.pg_user_mapping'::pg_catalog.regclass)`, [oid]);
	return Number(row?.[0] ?? 0);
}
/** The statistics of a transaction stand still unless they are cleared. */
async function openSessions(session, oid) {
	await session.rows("SELECT pg_catalog.pg_stat_clear_snapshot()");
	const [row] = await session.rows("SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a WHERE a.usesysid = $1 AND a.pid <> pg_catalog.pg_backend_pid()", [oid]);
	return Number(row?.[0] ?? 0);
}

// src/providers/postgres/write/perform.ts
const SESSION_POLLS = 50;
const SESSION_POLL_SECONDS = .1;
/**
* Executes a step's operations in the session's open transaction, patterns as what they match in it.
* @throws CountersignError for what the writer turns out not to be allowed, and the driver's errors.
*/
async function perform(session, place, sight, work) {
	const context = contextOf(sight, place.role, work.effect.database);
	for (const operation of work.effect.operations) {
		const refusal = await refusalOf(operation, session, place, sight);
		if (refusal !== null) return refusal;
		for (const plain of expanded(operation, sight, work, context)) for (const statement of renderOperation(plain, context)) await session.rows(statement);
		if (operation.kind === "end-sessions") await untilEnded(session, sight);
	}
	return null;
}
/** What goes with a statement that names only the role. */
async function refusalOf({ kind }, session, place, sight) {
	if (kind === "drop-owned") return await ownsNothing(session, sight);
	return kind === "drop-role" ? await harmsNobody(session, place, sight) : null;
}
function expanded(operation, sight, { step, marks }, context) {
	if (operation.kind === "mark-creation") return [{
		kind: "comment",
		text: creationComment(marks.mark)
	}];
	if (!isPattern(operation)) return [operation];
	const { role, database } = context;
	const grants = (attributes) => own(roleAttributes(attributes).grants?.values, database) ?? {};
	const wanted = grants(step.result ?? {});
	const planned = expandPatternOperation({
		facts: sight.facts,
		role,
		database
	}, operation, wanted, grants(sight.object?.attributes ?? {}));
	const [reason] = planned.blocked;
	if (reason !== void 0) throw new CountersignError(reason.code, reason.message, { mend: "Let the writer be a member of that role, or plan again without it." });
	return planned.operations.filter((plain) => isPlain(plain));
}
/** DROP OWNED drops what it finds: nothing that reviewers did not see may be among it. */
async function ownsNothing(session, sight) {
	const owned = await ownedObjects(session, sight.object?.incarnation ?? "0");
	if (owned === 0) return null;
	return {
		kind: "conflict",
		pointer: "/owns",
		planned: "nothing",
		found: `${owned} objects`
	};
}
/**
* DROP ROLE ends every membership in the role. From version 16 on nobody becomes a member of a role whose comment is being written,
* so that those who did until then are seen; before, nothing keeps anybody from it.
*/
async function harmsNobody(session, place, sight) {
	if (!membershipsHaveOptions(sight.facts)) return null;
	const context = contextOf(sight, place.role, null);
	for (const statement of renderOperation({
		kind: "comment",
		text: null
	}, context)) await session.rows(statement);
	const { facts } = await look(session, place, null);
	const [lost] = othersBlocks(facts, place.role);
	return lost === void 0 ? null : {
		kind: "conflict",
		pointer: "/others",
		planned: null,
		found: lost.message
	};
}
async function untilEnded(session, sight) {
	const oid = sight.object?.incarnation ?? "0";
	for (let poll = 0; poll < SESSION_POLLS; poll += 1) {
		if (await openSessions(session, oid) === 0) return;
		await session.rows("SELECT pg_catalog.pg_sleep($1)", [SESSION_POLL_SECONDS]);
	}
}
function contextOf(sight, role, database) {
	return {
		role,
		database: database ?? "",
		version: majorVersion(sight.facts)
	};
}

// src/providers/postgres/write/write-failures.ts
/**
* What the server asks to do again: serialization, deadlock, lock and statement timeouts, no free connection, shutdown; and a
* transaction that it ended because nothing came for too long, which has committed nothing, not even when COMMIT was sent since.
*/
const RETRYABLE = /* @__PURE__ */ new Set([
	"40001",
	"40P01",
	"55P03",
	"57014",
	"53300",
	"57P01",
	"57P02",
	"57P03",
	"25P03",
	"25P04"
]);
/** The server ended the connection: whether it had committed before is not said. */
const ENDED = /^(?:57P0[123]|08...)$/u;
/** Messages about logins and databases could repeat what a connection string holds. */
const WITHHELD = /^(?:08|28|3D)/u;
/** What two sessions that GRANT on one object at once meet, under no code of its own. */
const CATALOGUE_RACE = /^tuple concurrently (?:updated|deleted)$/u;
/** The outcome of a step whose transaction ended in this error. @throws the error itself when it is not the live system's. */
function outcomeOf(error, phase) {
	if (error instanceof CountersignError) return {
		kind: "failed",
		cause: diagnosticOf(error)
	};
	const server = serverError(error);
	if (server === null) {
		const unencrypted = encryptionTrouble(error);
		if (unencrypted !== null) return {
			kind: "retryable",
			cause: notEncrypted(unencrypted)
		};
		if (!isConnectionError(error)) throw error;
		return {
			kind: phase === "open" ? "retryable" : "ambiguous",
			cause: connectionLost(phase)
		};
	}
	if (phase === "commit-sent" && ENDED.test(server.code)) return {
		kind: "ambiguous",
		cause: connectionLost(phase)
	};
	return {
		kind: RETRYABLE.has(server.code) || server.code.startsWith("08") || CATALOGUE_RACE.test(server.message) ? "retryable" : "failed",
		cause: refusedBy(server)
	};
}
/** The same as an error, for calls that have no outcome. @throws the error itself when it is not the live system's. */
function failureOf(error) {
	if (error instanceof CountersignError) return error;
	const { cause } = outcomeOf(error, "open");
	return new CountersignError(cause.code, cause.cause, {
		mend: cause.mend,
		...cause.evidence === void 0 ? {} : { evidence: cause.evidence }
	});
}
function serverError(error) {
	if (!(error instanceof Error) || !("severity" in error) || !("code" in error)) return null;
	if (typeof error.code !== "string" || !/^[0-9A-Z]{5}$/u.test(error.code)) return null;
	const detail = "detail" in error && typeof error.detail === "string" ? error.detail : "";
	return {
		code: error.code,
		message: error.message,
		detail
	};
}
/** The driver's and the system's errors about a connection; anything else is a defect and not an outcome. */
function isConnectionError(error) {
	if (!(error instanceof Error)) return false;
	if ("code" in error && typeof error.code === "string" && /^E[A-Z_]+$/u.test(error.code)) return true;
	return /connection|timeout|socket|ECONN|SSL|not queryable|getaddrinfo/iu.test(error.message);
}
/** Nothing was sent yet, so nothing can have happened. */
function notEncrypted({ code, says, mend, state }) {
	return {
		code,
		severity: "error",
		cause: `The system that is written to ${says}.`,
		mend,
		evidence: state
	};
}
function connectionLost(phase) {
	return {
		code: phase === "open" ? "connection-lost" : "commit-unanswered",
		severity: "error",
		cause: phase === "open" ? "The connection to PostgreSQL could not be made or was lost before the transaction was committed." : "The connection to PostgreSQL was lost after the commit was asked for, so it may or may not have happened.",
		mend: "Check that the server is reachable; the next run of the apply workflow reads what is there and continues."
	};
}
function refusedBy(server) {
	const withheld = WITHHELD.test(server.code);
	return {
		code: withheld ? "login-refused" : "sql-refused",
		severity: "error",
		cause: withheld ? "PostgreSQL refused the login of the write connection." : `PostgreSQL refused the step: ${excerpt(server.message)}`,
		mend: withheld ? "Correct the write credential of the source." : "Give the writer what it lacks, or change the document; then plan again.",
		evidence: `SQLSTATE ${server.code}${withheld || server.detail === "" ? "" : `: ${excerpt(server.detail)}`}`
	};
}

// src/providers/postgres/write/write.ts
/** Writes one step at a time: one session, one transaction, judged inside of it before and after the write. */
var PostgresWriter = class {
	#connection;
	#open;
	#target = null;
	constructor(connection, open) {
		this.#connection = connection;
		this.#open = open;
	}
	async identify() {
		const target = await this.#reading((session) => this.#identity(session));
		this.#target = target;
		return target;
	}
	async observe(address, guide) {
		const place = await this.#place(address);
		const rows = [];
		const oids = await this.#reading(async (session) => identitiesIn((await readCluster(session, place.databases, () => [])).roles, place.role));
		for (const database of place.databases) rows.push(await this.#reading((session) => readDatabase(session, database, oids), database));
		const cluster = await this.#reading((session) => readCluster(session, place.databases, () => oids));
		const { source, writer } = place;
		const identities = new Set(identitiesIn(cluster.roles, place.role).filter((oid) => oids.includes(oid)));
		const live = liveStateOf({
			source,
			target: {},
			writer,
			identities,
			cluster,
			databases: rows
		});
		const [object] = live.objects;
		if (object === void 0) return {
			incarnation: null,
			attributes: null
		};
		return {
			incarnation: object.incarnation,
			attributes: guide === null ? inventory(object) : project(object, guide, live)
		};
	}
	async run(request, guard) {
		const held = heldGuard(guard);
		let session = null;
		let phase = "open";
		try {
			const effect = effectOf(request.step.effect);
			const place = await this.#place(request.address);
			session = await this.#open(this.#connection.secret, effect.database ?? place.databases[0] ?? null, this.#connection.timeout);
			const transaction = new Transaction(session, place, {
				step: request.step,
				effect,
				marks: request.marks
			}, held.guard);
			await transaction.begin(this.#connection.timeout);
			await this.#sameTarget(session);
			const outcome = await transaction.attempt();
			if (outcome.kind !== "applied") return outcome;
			phase = "commit-sent";
			await session.rows("COMMIT");
			return outcome;
		} catch (error) {
			if (held.raised(error)) throw error;
			return outcomeOf(error, phase);
		} finally {
			if (session !== null) await abandon(session);
		}
	}
	close() {
		return Promise.resolve();
	}
	/** @throws CountersignError `outside-boundary`, and as `#reading`. */
	async #place(address) {
		const { boundary, source } = this.#connection;
		const role = parseAddress(address).name[0] ?? "";
		if (!boundaryOf(boundary)(role)) throw new CountersignError("outside-boundary", "This role is not within the boundary of the source, so it is never written.", {
			evidence: address,
			mend: "Widen the source's boundary in a pull request of its own, or take the role out of the plan."
		});
		return {
			source,
			role,
			databases: await this.#databases(),
			writer: optionsOf(this.#connection).writer ?? null
		};
	}
	async #databases() {
		const named = databasesOf(this.#connection).flatMap((database) => database ?? []);
		if (named.length > 0) return named;
		return await this.#reading(async (session) => {
			const [row] = await session.rows("SELECT pg_catalog.current_database()");
			return [row?.[0] ?? ""];
		});
	}
	async #identity(session) {
		const named = databasesOf(this.#connection).flatMap((database) => database ?? []);
		return await identifyCluster(session, named.length === 0 ? null : named);
	}
	/** What was identified once is what each later connection must lead to, too. */
	async #sameTarget(session) {
		if (this.#target === null) return;
		const found = await this.#identity(session);
		if (canonicalize(found) === canonicalize(this.#target)) return;
		throw new CountersignError("target-mismatch", "The write connection leads to another system than before.", { mend: "Let one address lead to one system, then run the apply again." });
	}
	/** @throws CountersignError for everything that the live system or the way to it refuses. */
	async #reading(read, database = databasesOf(this.#connection)[0] ?? null) {
		const { secret, timeout } = this.#connection;
		let session = null;
		try {
			const opened = await this.#open(secret, database, timeout);
			session = opened;
			return await inSnapshot(opened, timeout, () => read(opened));
		} catch (error) {
			throw failureOf(error);
		} finally {
			await session?.close().catch(() => void 0);
		}
	}
};
var Transaction = class {
	#session;
	#place;
	#work;
	#guard;
	constructor(session, place, work, guard) {
		this.#session = session;
		this.#place = place;
		this.#work = work;
		this.#guard = guard;
	}
	/** READ COMMITTED: what others commit meanwhile must show in the read after the write. */
	async begin(timeout) {
		await this.#session.rows("BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE");
		await neutralise(this.#session, timeout);
		await this.#session.rows("SELECT pg_catalog.set_config('idle_in_transaction_session_timeout', $1, true)", [String(Math.max(1, Math.floor(timeout)))]);
		await this.#session.rows("SET LOCAL ROLE NONE");
		await this.#isPlannedWriter();
		await this.#session.rows("SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('countersign'), pg_catalog.hashtext($1))", [this.#place.role]);
	}
	/** `applied` means: ready to commit. */
	async attempt() {
		const first = await this.#judged();
		if (first.kind !== "execute") return first.outcome;
		await this.#guard.fence();
		const { effect } = this.#work;
		const hold = holdingStatement(first.before.sight.facts, this.#place.role, effect);
		if (hold !== null) await this.#session.rows(hold);
		const held = hold === null ? first : await this.#judged();
		if (held.kind !== "execute") return held.outcome;
		return await this.#execute(held.before);
	}
	async #judged() {
		const before = await this.#look();
		const verdict = this.#guard.judge(before.observation);
		if (verdict.kind === "conflict") return {
			kind: "settled",
			outcome: verdict
		};
		if (verdict.kind === "already-applied") return {
			kind: "settled",
			outcome: alreadyApplied(this.#work.step, before.observation)
		};
		return {
			kind: "execute",
			before
		};
	}
	async #execute(before) {
		const refusal = await perform(this.#session, this.#place, before.sight, this.#work);
		if (refusal !== null) return refusal;
		const after = await this.#look();
		for (const verdict of [sameRole(before.observation, after.observation), this.#guard.confirm(after.observation)]) if (verdict.kind === "conflict") return verdict;
		const remains = await this.#remains(before.sight);
		await this.#guard.fence();
		return {
			kind: "applied",
			found: after.observation,
			issued: [],
			remains
		};
	}
	async #look() {
		const sight = await look(this.#session, this.#place, this.#work.effect.database);
		return {
			sight,
			observation: await observeStep(this.#session, sight, this.#place, this.#work)
		};
	}
	/** What the plan says that the writer may do holds for that login only. */
	async #isPlannedWriter() {
		const [row] = await this.#session.rows("SELECT session_user");
		if (this.#place.writer === null || row?.[0] === this.#place.writer) return;
		throw new CountersignError("writer-differs", "The write connection logs in as another role than the source's options.writer.", {
			evidence: `planned ${this.#place.writer}, found ${row?.[0] ?? ""}`,
			mend: "Correct options.writer or the write credential, then plan again."
		});
	}
	/** Ending a login or a role ends no session. */
	async #remains(before) {
		const ends = this.#work.effect.operations.some((operation) => operation.kind === "drop-role" || operation.kind === "alter-role" && operation.options.login === false);
		const oid = before.object?.incarnation;
		if (!ends || oid === void 0) return [];
		const open = await openSessions(this.#session, oid);
		return open === 0 ? [] : [`${open} open ${open === 1 ? "session" : "sessions"} of ${this.#place.role}, until ${open === 1 ? "it ends" : "they end"}`];
	}
};
/** An equal role without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
function alreadyApplied(step, found) {
	if (step.expect === null && found.attributes?.["creation"] !== "unfinished") return {
		kind: "conflict",
		pointer: "",
		planned: null,
		found: "was not created by this apply"
	};
	return {
		kind: "already-applied",
		found,
		issued: [],
		remains: []
	};
}
/** Rolls back what was not committed, also where the server keeps a transaction when its client is gone. */
async function abandon(session) {
	await session.rows("ROLLBACK").catch(() => void 0);
	await session.close().catch(() => void 0);
}
function identitiesIn(roles, role) {
	return roles.flatMap(([oid, name]) => name === role && typeof oid === "string" ? [oid] : []);
}
/** Tells what the guard throws (a lost lease) from what the live system does: only the latter is an outcome. */
function heldGuard(guard) {
	const raised = /* @__PURE__ */ new Set();
	const fence = async () => {
		try {
			await guard.fence();
		} catch (error) {
			raised.add(error);
			throw error;
		}
	};
	return {
		guard: {
			judge: (found) => guard.judge(found),
			confirm: (found) => guard.confirm(found),
			fence
		},
		raised: (error) => raised.has(error)
	};
}

// src/providers/postgres/write/applier.ts
/** The writing half of the provider. `open` is how a session that may write comes to be. */
function postgresApplier(open = openSession) {
	return {
		name: "postgres",
		writer: (connection) => new PostgresWriter(connection, open)
	};
}

export { postgresApplier };