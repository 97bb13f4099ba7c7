import { i as parseAddress, n as formatAddress, t as compareText } from "./address.js";
import { i as problemsAt, t as CountersignError } from "./errors.js";
import { $ as writerAuthority, A as UNFINISHED, At as rolesEverywhere, B as wantedState, Bt as isSupportedBy, D as roleOf, Dt as classesEverywhere, E as project, Et as SERVER_POWERS, F as postgresFacts, Ft as PUBLIC, G as removes, H as columnsLost, It as ROLE_KIND, J as unionKeys, K as revokesOf, L as outside, Lt as boundarySchema, M as isCreationComment, Mt as mapEntries, Nt as own, O as formatInstant, Ot as isWideClass, P as ownedBy, Pt as recordOf, R as expandPatternOperation, Rt as optionsSchema, St as parseObject, T as inventory, Tt as DATABASE_OWNER, U as grantOf, V as adds, Vt as privilegesOf, W as merged, Y as hasPrivilegesOf, Z as mayAlterRole, _t as covers$1, a as emptyLists, bt as parsePattern, c as membersBlocks, ct as locksOut, d as writerItself, dt as classOf, et as HIDDEN, f as alterBlock, ft as defaultAcl, g as postgresReader, gt as parseScope, ht as declaredGrants, i as databasesOf, jt as isEmpty, k as parseInstant, kt as privilegesEverywhere, lt as settingType, mt as declaredDefaults, n as clusterPart, nt as roleAttributes, p as clusterOperations, pt as tableKey, q as stateOf, r as databasePart, rt as effectOf, s as deletionBlocks, st as canonicalSetting, t as NOTHING, tt as SCALARS, u as reassignTarget, ut as Resources, vt as expandPattern, wt as formatName, xt as isSystemSchema, yt as isPatternKey, z as patternOperations, zt as roleKind } from "./parts.js";
import { t as isJsonObject } from "./json.js";
import { l as isPatternMark, n as escapePointer, r as leavesOf } from "./leaves.js";
import { n as withArticle, t as secretShape } from "./secret-shape.js";
import { t as itself } from "./facts.js";

// src/providers/postgres/access/graph.ts
/** server_version_num since which each membership says whether it is inherited, and whether it lets SET ROLE. */
const MEMBERSHIP_OPTIONS_SINCE$2 = 16e4;
/** Stops that are remembered, over all walks: some tens of megabytes. */
const MAXIMUM_REMEMBERED = 1e6;
/**
* Who is a member of whom, walked only from where somebody asks, and remembered within a bound.
* The rules are those of roles_is_member_of in src/backend/utils/adt/acl.c; `pg_database_owner` depends on the database and is left to `standing.ts`.
*/
var RoleGraph = class {
	#roles;
	#hasOptions;
	#edges;
	#members;
	#walks = /* @__PURE__ */ new Map();
	#reaches = /* @__PURE__ */ new Map();
	#remembered = 0;
	constructor({ roles, memberships, version }) {
		this.#roles = roles;
		this.#hasOptions = version >= MEMBERSHIP_OPTIONS_SINCE$2;
		const edges = /* @__PURE__ */ new Map();
		for (const { role, member, inherit, set, admin } of memberships) {
			const from = edges.get(member) ?? /* @__PURE__ */ new Map();
			const known = from.get(role);
			const options = {
				inherit: inherit || known?.inherit === true,
				set: set || known?.set === true,
				admin: admin || known?.admin === true
			};
			edges.set(member, from.set(role, {
				to: role,
				...options
			}));
		}
		this.#edges = new Map([...edges].map(([member, to]) => [member, [...to.values()].sort(byName)]));
		this.#members = reversed(this.#edges);
	}
	inherited(role) {
		return this.#walk(role, "inherit");
	}
	settable(role) {
		return this.#walk(role, "set");
	}
	memberOf(role) {
		return this.#walk(role, "member");
	}
	reach(role) {
		const known = this.#reaches.get(role);
		if (known !== void 0) return known;
		const [always, settable] = [this.inherited(role), this.settable(role)];
		const after = /* @__PURE__ */ new Map();
		for (const as of settable.keys()) for (const other of this.inherited(as).keys()) if (!always.has(other) && !after.has(other)) after.set(other, as);
		const reach = {
			always,
			settable,
			after,
			superuser: [...settable.keys()].find((as) => as !== role && own(this.#roles, as)?.superuser === true) ?? null
		};
		this.#remember(after.size);
		this.#reaches.set(role, reach);
		return reach;
	}
	/** Direct members with ADMIN OPTION. */
	administrators(role) {
		return new Set((this.#members.get(role) ?? []).flatMap(({ from, admin }) => admin ? [from] : []));
	}
	/** Every role that can come to the privileges of one of these: by inheritance, by SET ROLE, or by both; themselves included. */
	reaching(roles) {
		return this.#back(this.#back(roles, "inherit"), "set");
	}
	/** Every role that is a member of one of these in any way; themselves included. */
	membersOf(roles) {
		return this.#back(roles, "member");
	}
	#back(roles, manner) {
		const found = new Set(roles);
		for (const role of found) for (const edge of this.#members.get(role) ?? []) if (this.#passes(edge.from, edge, manner)) found.add(edge.from);
		return found;
	}
	#walk(start, manner) {
		const key = `${manner} ${start}`;
		const known = this.#walks.get(key);
		if (known !== void 0) return known;
		const stops = /* @__PURE__ */ new Map([[start, {
			from: null,
			distance: 0
		}]]);
		for (const [role, { distance }] of stops) for (const edge of this.#edges.get(role) ?? []) {
			if (stops.has(edge.to) || !this.#passes(role, edge, manner)) continue;
			stops.set(edge.to, {
				from: role,
				distance: distance + 1
			});
		}
		this.#remember(stops.size);
		this.#walks.set(key, stops);
		return stops;
	}
	/** Before PostgreSQL 16 a role inherits from all that it is a member of or from none, and may SET ROLE to all. */
	#passes(member, edge, manner) {
		if (manner === "member") return true;
		if (this.#hasOptions) return manner === "inherit" ? edge.inherit : edge.set;
		return manner === "set" || own(this.#roles, member)?.inherit === true;
	}
	#remember(stops) {
		this.#remembered += stops;
		if (this.#remembered <= MAXIMUM_REMEMBERED) return;
		this.#walks.clear();
		this.#reaches.clear();
		this.#remembered = stops;
	}
};
/** The roles between where a walk began and `role`, which is the last. */
function chainTo(walk, role) {
	const chain = [];
	for (let at = role; at !== null; at = walk.get(at)?.from ?? null) chain.unshift(at);
	return chain.slice(1);
}
function byName(left, right) {
	return left.to < right.to ? -1 : 1;
}
function reversed(edges) {
	const members = /* @__PURE__ */ new Map();
	for (const [from, list] of edges) for (const edge of list) {
		const known = members.get(edge.to);
		if (known === void 0) members.set(edge.to, [{
			...edge,
			from
		}]);
		else known.push({
			...edge,
			from
		});
	}
	return members;
}

// src/providers/postgres/access/ways.ts
/** At one distance what is given comes before what is not. */
const ORDER = [
	"grant",
	"attribute",
	"ownership",
	"everyone",
	"built-in",
	"superuser"
];
/** The way without a condition, else the shortest, else the first by name; nothing where there is none. */
function best(action, administers, ways) {
	const [first, ...others] = ways;
	if (first === void 0) return [];
	const { basis, as, through } = others.reduce((known, way) => compareWays(way, known) < 0 ? way : known, first);
	return [{
		action,
		administers,
		basis,
		as,
		through
	}];
}
function compareWays(left, right) {
	return Number(left.as !== null) - Number(right.as !== null) || left.through.length - right.through.length || ORDER.indexOf(left.basis) - ORDER.indexOf(right.basis) || (left.through.join("\0") < right.through.join("\0") ? -1 : 1);
}

// src/providers/postgres/access/roles.ts
/** Attributes that count for the role that a session currently is. */
const ATTRIBUTES = [
	[
		"SUPERUSER",
		true,
		({ superuser }) => superuser
	],
	[
		"CREATEDB",
		false,
		({ createDatabase }) => createDatabase
	],
	[
		"CREATEROLE",
		true,
		({ createRole }) => createRole
	],
	[
		"REPLICATION",
		true,
		({ replication }) => replication
	],
	[
		"BYPASSRLS",
		true,
		({ bypassRowSecurity }) => bypassRowSecurity
	]
];
/** Powers over the server's machine: whoever has one gets around every privilege. */
const OVER_THE_MACHINE = /* @__PURE__ */ new Set([
	"pg_execute_server_program",
	"pg_read_server_files",
	"pg_write_server_files"
]);
/** What memberships are good for. Which roles a session may SET ROLE to is decided by the role that logged in, so nothing here is under a condition. */
function onRole({ estate, graph }, principal, role) {
	if (role === principal) return [];
	const more = own(estate.roles, principal)?.superuser === true ? [{
		basis: "superuser",
		as: null,
		through: []
	}] : [];
	const administrators = [...graph.administrators(role)].flatMap((other) => wayTo(graph.memberOf(principal), other).map((way) => ({
		...way,
		basis: "grant"
	})));
	return [
		...best("member of", false, [...memberWays(graph.memberOf(principal), role), ...more]),
		...best("inherit from", false, [...memberWays(graph.inherited(principal), role), ...more]),
		...best("SET ROLE to", false, [...memberWays(graph.settable(principal), role), ...more]),
		...best("administer", true, [...administrators, ...more])
	];
}
/** The roles before the last one: membership in it is what is held. */
function memberWays(walk, role) {
	return wayTo(walk, role).map(({ through }) => ({
		basis: "grant",
		as: null,
		through: through.slice(0, -1)
	}));
}
function wayTo(walk, role) {
	return walk.has(role) ? [{
		as: null,
		through: chainTo(walk, role)
	}] : [];
}
/** Attributes are not inherited, but a session that is another role has that one's. */
function onServer({ estate, graph }, principal, standings) {
	const self = own(estate.roles, principal);
	const superuser = standings.superuser(principal);
	const more = superuser === null ? [] : [{
		...superuser,
		basis: "superuser"
	}];
	const login = self?.login === true && self.connectionLimit !== 0 ? [{
		basis: "attribute",
		as: null,
		through: []
	}] : [];
	return [
		...best("LOGIN", false, login),
		...ATTRIBUTES.flatMap(([action, administers, has]) => {
			const ways = [...graph.settable(principal).keys()].flatMap((role) => {
				const attributes = own(estate.roles, role);
				if (attributes === void 0 || !has(attributes)) return [];
				const isItself = role === principal;
				return [{
					basis: "attribute",
					as: isItself ? null : role,
					through: isItself ? [] : [role]
				}];
			});
			return best(action, administers, action === "SUPERUSER" ? ways : [...ways, ...more]);
		}),
		...Object.entries(SERVER_POWERS).flatMap(([role, action]) => {
			if (own(estate.roles, role) === void 0) return [];
			const standing = standings.as(role, null);
			const ways = standing === null ? [] : [{
				...standing,
				basis: "built-in"
			}];
			return best(action, OVER_THE_MACHINE.has(role), [...ways, ...more]);
		})
	];
}

// src/providers/postgres/access/standing.ts
const DATABASE_OWNER_BY_SET_BEFORE = 16e4;
/** What one principal has of the privileges of any role, asked by role. */
var Standings = class {
	#estate;
	#graph;
	#reach;
	constructor(estate, graph, principal) {
		this.#estate = estate;
		this.#graph = graph;
		this.#reach = graph.reach(principal);
	}
	/** In a session of `database`, which decides who is `pg_database_owner`; null: of any. */
	as(role, database) {
		const { always, after } = this.#reach;
		if (always.has(role)) return {
			as: null,
			through: chainTo(always, role)
		};
		if (role === "pg_database_owner") return database === null ? null : this.#databaseOwner(database);
		const first = after.get(role);
		if (first === void 0) return null;
		return {
			as: first,
			through: [first, ...chainTo(this.#graph.inherited(first), role)]
		};
	}
	/** A superuser that it is, or that it may become. */
	superuser(principal) {
		if (own(this.#estate.roles, principal)?.superuser === true) return {
			as: null,
			through: []
		};
		const { superuser } = this.#reach;
		return superuser === null ? null : {
			as: superuser,
			through: [superuser]
		};
	}
	/** Before PostgreSQL 16 an owner that does not inherit has these privileges only once it is that role. */
	#databaseOwner(database) {
		const owner = own(own(this.#estate.databases, database)?.objects, "database")?.owner;
		if (owner === void 0 || owner === "pg_database_owner") return null;
		const standing = this.#estate.version >= DATABASE_OWNER_BY_SET_BEFORE || own(this.#estate.roles, owner)?.inherit === true ? this.as(owner, null) : null;
		if (standing !== null) return {
			as: standing.as,
			through: [...standing.through, DATABASE_OWNER]
		};
		if (!this.#reach.settable.has(owner)) return null;
		return {
			as: DATABASE_OWNER,
			through: [DATABASE_OWNER]
		};
	}
};

// src/providers/postgres/access/evaluate.ts
const SELF = {
	as: null,
	through: []
};
/** What one principal, which may be PUBLIC, holds on a resource; in no order. */
function heldOn(model, principal, resource) {
	if (!(principal === "public" || own(model.estate.roles, principal) !== void 0)) return [];
	const standings = principal === "public" ? null : new Standings(model.estate, model.graph, principal);
	switch (resource.kind) {
		case "object": return onObject(model, principal, standings, resource);
		case "future": return onFuture(standings, resource);
		case "everywhere": return standings === null ? [] : onEverything(standings, resource.class, model.estate.version);
		case "role": return standings === null ? [] : onRole(model, principal, resource.role);
		case "server": return standings === null ? [] : onServer(model, principal, standings);
	}
}
function onObject(model, principal, standings, resource) {
	const { database, owner } = resource;
	const table = resource.class === "column" ? model.resources.tableOf(resource) : null;
	const acls = table === null ? [resource.acl] : [table.acl, resource.acl];
	const superuser = standings?.superuser(principal) ?? null;
	const grantees = acls.flatMap((acl) => Object.entries(acl).flatMap(([grantee, privileges]) => {
		const standing = grantee === "public" ? SELF : standings?.as(grantee, database) ?? null;
		return standing === null ? [] : [{
			grantee,
			privileges,
			standing
		}];
	}));
	const ownership = standings?.as(owner, database) ?? null;
	return privilegesFor(resource.class, model.estate.version).flatMap((privilege) => {
		const ways = grantees.flatMap(({ grantee, privileges, standing }) => {
			const state = own(privileges, privilege);
			if (state === void 0) return [];
			return [{
				...standing,
				basis: basisOf(grantee, owner),
				option: state === "grantable"
			}];
		});
		const more = [...standings === null ? [] : waysEverywhere(standings, resource.class, privilege), ...superuser === null ? [] : [{
			...superuser,
			basis: "superuser"
		}]];
		const options = [
			...ways.filter(({ option }) => option),
			...ownership === null ? [] : [{
				...ownership,
				basis: "ownership"
			}],
			...more.filter(({ basis }) => basis === "superuser")
		];
		return [...best(privilege, false, [...ways, ...more]), ...best(`grant ${privilege}`, true, options)];
	});
}
function privilegesFor(objectClass, version) {
	return privilegesOf(objectClass).filter((privilege) => isSupportedBy(version, privilege));
}
function basisOf(grantee, owner) {
	if (grantee === "public") return "everyone";
	return grantee === owner ? "ownership" : "grant";
}
function onFuture(standings, { database, acl, class: objectClass }) {
	return privilegesOf(objectClass).flatMap((privilege) => {
		const ways = Object.entries(acl).flatMap(([grantee, privileges]) => {
			const state = own(privileges, privilege);
			const standing = grantee === "public" ? SELF : standings?.as(grantee, database) ?? null;
			if (state === void 0 || standing === null) return [];
			return [{
				...standing,
				basis: basisOf(grantee, ""),
				option: state === "grantable"
			}];
		});
		const options = ways.filter(({ option }) => option);
		return [...best(privilege, false, ways), ...best(`grant ${privilege}`, true, options)];
	});
}
function onEverything(standings, objectClass, version) {
	return privilegesFor(objectClass, version).flatMap((privilege) => best(privilege, false, waysEverywhere(standings, objectClass, privilege)));
}
function waysEverywhere(standings, objectClass, privilege) {
	const wide = objectClass === "column" ? "table" : objectClass;
	if (!isWideClass(wide)) return [];
	return rolesEverywhere(wide, privilege).flatMap((role) => {
		const standing = standings.as(role, null);
		return standing === null ? [] : [{
			...standing,
			basis: "built-in"
		}];
	});
}

// src/providers/postgres/access/access-index.ts
/** Core's AccessIndex over one cluster, with what a comparison of two of them needs to know. */
var PostgresAccess = class {
	#source;
	#model;
	everyone;
	constructor(estate, source) {
		this.#source = source;
		this.#model = {
			estate,
			graph: new RoleGraph(estate),
			resources: new Resources(estate, source)
		};
		this.everyone = this.addressOf(PUBLIC);
	}
	has(principal) {
		const role = this.roleOf(principal);
		return role === "public" || role !== null && own(this.#model.estate.roles, role) !== void 0;
	}
	held(principal) {
		const role = this.roleOf(principal);
		if (role === null) return [];
		if (role === "public") return this.#onAll(role, [...this.#model.resources.grantedTo(PUBLIC)].sort(compareText));
		return this.#onAll(role, this.within(role)).filter(({ path }) => path.basis !== "everyone");
	}
	holders(text) {
		const resource = this.#model.resources.get(text);
		if (resource === null) return [];
		const found = [...this.#model.graph.reaching([...this.#concerned(resource), ...this.#superusers()])].flatMap((role) => this.#on(role, text, resource));
		return [...this.#on(PUBLIC, text, resource), ...found.filter(({ path }) => path.basis !== "everyone")].sort((left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal));
	}
	on(principal, text) {
		const role = this.roleOf(principal);
		const resource = this.#model.resources.get(text);
		return role === null || resource === null ? [] : this.#on(role, text, resource);
	}
	resolve(text) {
		return this.#model.resources.resolve(text);
	}
	/** Every role that has, or may come to, the privileges of one of these. */
	reaching(roles) {
		const { graph } = this.#model;
		return /* @__PURE__ */ new Set([...graph.reaching(roles), ...graph.membersOf(roles)]);
	}
	/** Every resource on which a session of the role may have anything that not everyone has. */
	within(role) {
		const { graph, resources, estate } = this.#model;
		const { always, after, settable } = graph.reach(role);
		const roles = /* @__PURE__ */ new Set([...always.keys(), ...after.keys()]);
		if (Object.values(estate.databases).some(({ objects }) => {
			const owner = own(objects, "database")?.owner;
			return owner !== void 0 && (roles.has(owner) || settable.has(owner));
		})) roles.add(DATABASE_OWNER);
		const found = [...roles].flatMap((other) => [...resources.grantedTo(other), ...classesEverywhere(other).map((objectClass) => resources.everywhere(objectClass))]);
		const joined = [...graph.memberOf(role).keys()].map((other) => resources.role(other));
		return [.../* @__PURE__ */ new Set([
			resources.server,
			...joined,
			...found
		])].sort(compareText);
	}
	/** The source as a whole. */
	get server() {
		return this.#model.resources.server;
	}
	resourceOf({ kind, database, key }) {
		const { resources } = this.#model;
		return kind === "object" ? resources.object(database, key) : resources.future(database, key);
	}
	addressOf(role) {
		return formatAddress({
			source: this.#source,
			kind: ROLE_KIND,
			name: [role]
		});
	}
	roleOf(principal) {
		const { source, kind, name } = parseAddress(principal);
		return source === this.#source && kind === "PostgresRole" && name.length === 1 ? name[0] ?? null : null;
	}
	#onAll(role, resources) {
		return resources.flatMap((text) => {
			const resource = this.#model.resources.get(text);
			if (resource === null) return [];
			const permissions = this.#on(role, text, resource);
			return resource.kind === "object" && resource.class === "column" ? this.#beyondTable(role, resource, permissions) : permissions;
		});
	}
	#beyondTable(role, column, permissions) {
		const text = this.#model.resources.object(column.database, tableKey(column.key));
		const table = this.#model.resources.get(text);
		const whole = new Set(table === null ? [] : this.#on(role, text, table).map(wayOf));
		return permissions.filter((permission) => !whole.has(wayOf(permission)));
	}
	#on(role, text, resource) {
		return heldOn(this.#model, role, resource).map((held) => this.#permission(role, text, held)).sort((left, right) => compareText(left.action, right.action));
	}
	#permission(role, resource, { action, administers, basis, as, through }) {
		return {
			principal: this.addressOf(role),
			action,
			resource,
			power: administers ? "administer" : "use",
			condition: as === null ? null : `after SET ROLE to ${as}`,
			path: {
				basis,
				through: through.map((other) => this.addressOf(other))
			}
		};
	}
	/** The roles that a resource names, by whose privileges it can be reached. */
	#concerned(resource) {
		const { estate, graph } = this.#model;
		switch (resource.kind) {
			case "object": {
				const table = resource.class === "column" ? this.#model.resources.tableOf(resource) : null;
				const named = [
					resource.owner,
					...Object.keys(resource.acl),
					...Object.keys(table?.acl ?? {})
				];
				const owner = own(own(estate.databases, resource.database)?.objects, "database")?.owner ?? "pg_database_owner";
				const owners = named.includes("pg_database_owner") ? [owner] : [];
				return [
					...named,
					...owners,
					...wideRoles(resource.class)
				];
			}
			case "future": return Object.keys(resource.acl);
			case "everywhere": return wideRoles(resource.class);
			case "role": return [...graph.membersOf([resource.role])];
			case "server": return [...Object.keys(estate.roles), ...Object.keys(SERVER_POWERS)];
		}
	}
	#superusers() {
		return Object.entries(this.#model.estate.roles).flatMap(([role, { superuser }]) => superuser ? [role] : []);
	}
};
function wayOf({ action, condition, path }) {
	return JSON.stringify([
		action,
		condition,
		path
	]);
}
function wideRoles(objectClass) {
	const wide = objectClass === "column" ? "table" : objectClass;
	if (!isWideClass(wide)) return [];
	return privilegesOf(wide).flatMap((privilege) => rolesEverywhere(wide, privilege));
}

// src/providers/postgres/access/draft.ts
/** An estate that is being changed, with everything that stays shared with the one before. */
var EstateDraft = class {
	touches = [];
	#before;
	#roles;
	#memberships;
	#objects = /* @__PURE__ */ new Map();
	#defaults = /* @__PURE__ */ new Map();
	#facts = /* @__PURE__ */ new Map();
	#columns = /* @__PURE__ */ new Map();
	constructor(before) {
		this.#before = before;
		this.#roles = new Map(Object.entries(before.roles));
		this.#memberships = before.memberships;
	}
	result() {
		const databases = Object.entries(this.#before.databases).map(([name, { objects, defaults }]) => {
			return [name, {
				objects: this.#objects.get(name) ?? objects,
				defaults: this.#defaults.get(name) ?? defaults
			}];
		});
		return {
			version: this.#before.version,
			databases: recordOf(databases),
			roles: recordOf(this.#roles),
			memberships: this.#memberships
		};
	}
	/** What patterns are expanded over: the objects as they were. */
	facts(database) {
		const known = this.#facts.get(database);
		if (known !== void 0) return known;
		const objects = Object.entries(own(this.#before.databases, database)?.objects ?? {}).flatMap(([key, { owner }]) => {
			const reference = parseObject(key);
			return reference.class !== "database" && reference.class !== "column" && !isSystemSchema(reference.schema) ? [[key, owner]] : [];
		});
		const facts = {
			owner: "",
			objects: recordOf(objects),
			otherOwned: {}
		};
		this.#facts.set(database, facts);
		return facts;
	}
	state(database, key, role, privilege) {
		const object = own(this.#objectsOf(database), key);
		return object === void 0 ? void 0 : own(own(this.#aclOf(key, object), role), privilege);
	}
	/** `undefined` takes the privilege away, and a table's from its columns, as REVOKE does. */
	setPrivilege(database, key, role, privilege, state) {
		const objects = this.#objectsOf(database);
		const object = own(objects, key) ?? this.#columnOf(objects, key);
		if (object === void 0) return;
		const acl = withPrivilege(this.#aclOf(key, object), role, privilege, state);
		this.#put(database, key, {
			owner: object.owner,
			acl
		});
		this.touches.push({
			kind: "object",
			role,
			database,
			key
		});
		if (state !== void 0 || classOf(key) !== "table") return;
		for (const column of this.#columnsOf(database, key)) this.setPrivilege(database, column, role, privilege, void 0);
	}
	setDefault(database, scope, role, privilege, state) {
		const defaults = this.#defaultsOf(database);
		defaults[scope] = withPrivilege(own(defaults, scope) ?? {}, role, privilege, state);
		this.touches.push({
			kind: "future",
			role,
			database,
			key: scope
		});
	}
	defaultState(database, scope, role, privilege) {
		return own(own(own(this.#defaultsOf(database), scope), role), privilege);
	}
	setRole(name, role, extent) {
		if (role === null) this.#roles.delete(name);
		else this.#roles.set(name, role);
		this.touches.push({
			kind: "role",
			role: name,
			extent
		});
	}
	role(name) {
		return this.#roles.get(name);
	}
	addMembership(fact) {
		this.#memberships = [...this.#memberships, fact];
		this.touches.push({
			kind: "membership",
			role: fact.role,
			member: fact.member
		});
	}
	removeMemberships(chosen) {
		const removed = this.#memberships.filter(chosen);
		if (removed.length === 0) return;
		this.#memberships = this.#memberships.filter((fact) => !chosen(fact));
		for (const { role, member } of removed) this.touches.push({
			kind: "membership",
			role,
			member
		});
	}
	/** DROP OWNED of a role that owns nothing: its privileges there, those on the databases themselves, and default privileges. */
	removeGrants(database, role) {
		for (const [name, { objects }] of Object.entries(this.#before.databases)) {
			const keys = name === database ? Object.keys(objects) : ["database"];
			for (const key of keys) {
				const acl = own(this.#objectsOf(name), key)?.acl ?? {};
				for (const privilege of Object.keys(own(acl, role) ?? {})) this.setPrivilege(name, key, role, privilege, void 0);
			}
		}
		for (const [scope, acl] of Object.entries(this.#defaultsOf(database))) {
			const grantees = parseScope(scope).creator === role ? Object.keys(acl) : [role];
			for (const grantee of grantees) for (const privilege of Object.keys(own(acl, grantee) ?? {})) this.setDefault(database, scope, grantee, privilege, void 0);
		}
	}
	/** REASSIGN OWNED: what the old owner held as one is the new one's, also in access lists. */
	reassign(database, from, to) {
		for (const name of Object.keys(this.#before.databases)) {
			const keys = name === database ? Object.keys(this.#objectsOf(name)) : ["database"];
			for (const key of keys) {
				const object = own(this.#objectsOf(name), key);
				if (object === void 0 || object.owner !== from) continue;
				this.#put(name, key, {
					owner: to,
					acl: object.acl === null ? null : renamed(object.acl, from, to)
				});
				for (const role of [from, to]) {
					this.touches.push({
						kind: "object",
						role,
						database: name,
						key
					});
					if (key === "database") this.touches.push({
						kind: "role",
						role,
						extent: "everything"
					});
				}
			}
		}
	}
	#objectsOf(database) {
		return this.#objects.get(database) ?? own(this.#before.databases, database)?.objects ?? {};
	}
	#put(database, key, object) {
		let objects = this.#objects.get(database);
		if (objects === void 0) {
			objects = { ...own(this.#before.databases, database)?.objects };
			this.#objects.set(database, objects);
		}
		objects[key] = object;
	}
	#defaultsOf(database) {
		const known = this.#defaults.get(database) ?? { ...own(this.#before.databases, database)?.defaults };
		this.#defaults.set(database, known);
		return known;
	}
	#aclOf(key, { owner, acl }) {
		return acl ?? defaultAcl(classOf(key), owner, this.#before.version);
	}
	/** The first privilege on a column makes its list. */
	#columnOf(objects, key) {
		const table = classOf(key) === "column" ? own(objects, tableKey(key)) : void 0;
		return table === void 0 ? void 0 : {
			owner: table.owner,
			acl: {}
		};
	}
	#columnsOf(database, table) {
		let tables = this.#columns.get(database);
		if (tables === void 0) {
			const columns = Object.keys(own(this.#before.databases, database)?.objects ?? {}).filter((key) => classOf(key) === "column");
			tables = Map.groupBy(columns, tableKey);
			this.#columns.set(database, tables);
		}
		return tables.get(table) ?? [];
	}
};
function withPrivilege(acl, role, privilege, state) {
	const { [privilege]: _gone, ...others } = own(acl, role) ?? {};
	const privileges = state === void 0 ? others : {
		...others,
		[privilege]: state
	};
	const { [role]: _before, ...rest } = acl;
	return Object.keys(privileges).length === 0 ? rest : {
		...rest,
		[role]: privileges
	};
}
function renamed(acl, from, to) {
	const { [from]: moved, ...rest } = acl;
	if (moved === void 0 || from === "public") return acl;
	const known = own(rest, to) ?? {};
	const options = Object.entries(known).filter(([, state]) => state === "grantable");
	return {
		...rest,
		[to]: {
			...known,
			...moved,
			...Object.fromEntries(options)
		}
	};
}

// src/providers/postgres/access/estate.ts
/** @throws CountersignError `facts-malformed` when a live state is not an estate that this provider read. */
function estateOf(live) {
	const facts = live.facts;
	if (isEstate(facts)) return facts;
	throw new CountersignError("facts-malformed", "This live state does not hold the estate of a PostgreSQL source.", { mend: "Read the source again with this version of Countersign." });
}
function isEstate(facts) {
	const { version, databases, roles, memberships } = facts;
	return typeof version === "number" && isJsonObject(databases) && isJsonObject(roles) && Array.isArray(memberships);
}

// src/providers/postgres/access/covers.ts
/** See core's AccessModel: `pg/db: tables billing.*` covers `pg/db: table billing.invoices`, and a table its columns. */
function covers(resource, part) {
	const [place, whole] = parted(resource);
	const [where, key] = parted(part);
	if (place !== where || whole === null || key === null) return false;
	if (classOf(key) === "column") return tableKey(key) === whole || covers(resource, `${place}: ${tableKey(key)}`);
	return isPatternKey(whole) && matches(whole, key);
}
function parted(resource) {
	const at = resource.indexOf(": ");
	return at < 0 ? [resource, null] : [resource.slice(0, at), resource.slice(at + 2)];
}
/** What is no object, such as a role, is covered by nothing. */
function matches(pattern, key) {
	try {
		return covers$1(parsePattern(pattern), parseObject(key));
	} catch (error) {
		if (error instanceof CountersignError) return false;
		throw error;
	}
}

// src/providers/postgres/access/operations.ts
/** server_version_num since which a role's own INHERIT is only a default for its memberships to come. */
const MEMBERSHIP_OPTIONS_SINCE$1 = 16e4;
/** What CREATE ROLE gives where nothing is said. */
const NEW_ROLE = {
	oid: "",
	login: false,
	superuser: false,
	createDatabase: false,
	createRole: false,
	inherit: true,
	replication: false,
	bypassRowSecurity: false,
	connectionLimit: -1
};
/** Does to the draft what the steps of a change do to the cluster. @throws CountersignError `effect-unknown`. */
function applyChange(draft, { address, steps }, version) {
	const role = parseAddress(address).name[0] ?? "";
	for (const { effect, result } of steps) {
		const { database, operations } = effectOf(effect);
		for (const operation of operations) perform(draft, {
			role,
			database: database ?? "",
			result,
			version
		}, operation);
	}
}
function perform(draft, place, operation) {
	const { role, database } = place;
	switch (operation.kind) {
		case "create-role": return draft.setRole(role, withOptions(NEW_ROLE, operation.options), "everything");
		case "alter-role": return alter(draft, place, operation.options);
		case "drop-role":
			draft.removeMemberships((fact) => fact.role === role || fact.member === role);
			return draft.setRole(role, null, "everything");
		case "grant-role": return draft.addMembership({
			role: operation.role,
			member: role,
			grantor: operation.as,
			...operation.membership
		});
		case "revoke-role": return draft.removeMemberships((fact) => fact.role === operation.role && fact.member === role && (operation.as === null || fact.grantor === operation.as));
		case "grant-pattern":
		case "revoke-pattern": return settle(draft, place, operation);
		case "drop-owned": return draft.removeGrants(database, role);
		case "reassign-owned": return draft.reassign(database, role, operation.to);
		case "grant":
		case "revoke":
		case "default-grant":
		case "default-revoke": return changePrivileges(draft, place, operation);
	}
}
function changePrivileges(draft, { role, database }, operation) {
	for (const privilege of operation.privileges) {
		const isDefault = operation.kind === "default-grant" || operation.kind === "default-revoke";
		const key = isDefault ? operation.scope : operation.object;
		const before = isDefault ? draft.defaultState(database, key, role, privilege) : draft.state(database, key, role, privilege);
		const after = "grantable" in operation ? operation.grantable || before === "grantable" ? "grantable" : "granted" : operation.only === "grant-option" && before !== void 0 ? "granted" : void 0;
		if (isDefault) draft.setDefault(database, key, role, privilege, after);
		else draft.setPrivilege(database, key, role, privilege, after);
	}
}
/** As the apply does it: each object that the pattern stands for comes to what the step's result says of it. */
function settle(draft, { role, database, result }, operation) {
	const wanted = own(roleAttributes(result ?? {}).grants?.values, database) ?? {};
	const facts = draft.facts(database);
	for (const key of expandPattern(parsePattern(operation.pattern), facts)) {
		if (own(facts.objects, key) === role) continue;
		for (const privilege of operation.privileges) {
			const after = wantedState(wanted, key, privilege);
			const state = after === "option" ? "grantable" : after;
			if (state !== draft.state(database, key, role, privilege)) draft.setPrivilege(database, key, role, privilege, state);
		}
	}
}
function alter(draft, { role, version }, options) {
	const before = draft.role(role);
	if (before === void 0) return;
	const after = withOptions(before, options);
	const inherits = before.inherit !== after.inherit && version < MEMBERSHIP_OPTIONS_SINCE$1;
	draft.setRole(role, after, inherits ? "everything" : "attributes");
}
function withOptions(role, options) {
	const { validUntil: _, ...attributes } = options;
	return {
		...role,
		...attributes
	};
}

// src/providers/postgres/access/access-model.ts
/** Who may do what in one cluster. */
const postgresAccess = {
	index: (estate) => new PostgresAccess(estateOf(estate), estate.source),
	after(live, changes) {
		const estate = estateOf(live);
		const draft = new EstateDraft(estate);
		for (const change of changes) if (parseAddress(change.address).source === live.source) applyChange(draft, change, estate.version);
		const before = new PostgresAccess(estate, live.source);
		const after = new PostgresAccess(draft.result(), live.source);
		return {
			before,
			after,
			affected: { [Symbol.iterator]: () => affected(before, after, draft.touches) }
		};
	},
	covers,
	mayWiden: ({ steps }) => steps.some(({ effect }) => effectOf(effect).operations.some(({ kind }) => kind === "reassign-owned")),
	limits: [
		"Each privilege is told by itself, as has_table_privilege and its like tell it: using a table takes USAGE on its schema, and CONNECT and LOGIN, too.",
		"Row security policies, views, functions that run as their owner, pg_hba.conf and other databases of the cluster are not looked through.",
		"Who may change access (CREATEROLE, ADMIN OPTION, grant options) is told, and what they could make of it is not followed.",
		"Objects of pg_catalog and information_schema are there only where somebody changed who may use them, and only superusers write to tables of pg_catalog.",
		"Built-in default privileges on what is yet to come (functions and types: everyone's) are not listed."
	]
};
function* affected(before, after, touches) {
	const concerns = /* @__PURE__ */ new Map();
	for (const concern of concernsOf(before, after, touches)) for (const role of concern.roles) {
		const list = concerns.get(role);
		if (list === void 0) concerns.set(role, [concern]);
		else list.push(concern);
	}
	const principals = [...concerns].map(([role, list]) => ({
		principal: after.addressOf(role),
		list
	}));
	for (const { principal, list } of principals.sort((left, right) => compareText(left.principal, right.principal))) yield {
		principal,
		resources: [...new Set(list.flatMap((concern) => concern.resources))].sort(compareText)
	};
}
/** Touches about the same roles are one concern: a role's changed grants, a membership, a role's attributes. */
function concernsOf(before, after, touches) {
	const granted = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Map();
	const reaching = (role) => /* @__PURE__ */ new Set([...before.reaching([role]), ...after.reaching([role])]);
	const within = (role) => [...before.within(role), ...after.within(role)];
	for (const touch of touches) {
		const { role } = touch;
		if ("key" in touch) {
			granted.set(role, (granted.get(role) ?? /* @__PURE__ */ new Set()).add(after.resourceOf(touch)));
			continue;
		}
		const key = JSON.stringify(touch);
		if (others.has(key)) continue;
		if ("member" in touch) others.set(key, {
			roles: reaching(touch.member),
			resources: within(role)
		});
		else if (touch.extent === "everything") others.set(key, {
			roles: reaching(role),
			resources: within(role)
		});
		else others.set(key, {
			roles: reaching(role),
			resources: [after.server]
		});
	}
	return [...[...granted].map(([role, resources]) => ({
		roles: reaching(role),
		resources: [...resources]
	})), ...others.values()];
}

// src/providers/postgres/normal-form/expansions.ts
/** What each pattern matches today, by the pointer of each of its privileges' marks. */
function expansions(attributes, facts) {
	const found = [];
	for (const [database, grants] of Object.entries(roleAttributes(attributes).grants?.values ?? {})) for (const key of Object.keys(grants).filter(isPatternKey)) {
		const objects = [...expandPattern(parsePattern(key), own(facts.database, database))].sort();
		for (const [privilege, mark] of Object.entries(own(grants, key) ?? {})) {
			if (!isPatternMark(mark)) continue;
			found.push([`/grants/values/${escapePointer(database)}/${escapePointer(key)}/${privilege}`, objects]);
		}
	}
	return Object.fromEntries(found);
}

// src/providers/postgres/normal-form/normalize.ts
/** From this server_version_num on, memberships have INHERIT and SET options. */
const MEMBERSHIP_OPTIONS_SINCE = 16e4;
/** A spec that its schema accepted, with the types that the schema gives it. */
function roleSpec(spec) {
	return spec;
}
/** A desired spec in normal form. In an additive source every list keeps others. @throws CountersignError for what cannot be meant or represented. */
function normalizeSpec(spec, mode, facts) {
	const { databases, version } = facts;
	const declared = roleSpec(spec);
	const lists = listAttributes(declared, {
		databases,
		version
	});
	return {
		...scalarAttributes(declared),
		...mode === "additive" ? keepingOthers(lists) : lists
	};
}
function scalarAttributes(spec) {
	return {
		...Object.fromEntries(SCALARS.flatMap((name) => spec[name] === void 0 ? [] : [[name, spec[name]]])),
		...spec.validUntil === void 0 ? {} : { validUntil: normalValidUntil(spec.validUntil) },
		...spec.comment === void 0 ? {} : { comment: normalComment(spec.comment) }
	};
}
function listAttributes(spec, extent) {
	return {
		...spec.settings === void 0 ? {} : { settings: normalSettings(spec.settings) },
		...spec.memberOf === void 0 ? {} : { memberOf: normalMemberships(spec.memberOf, extent) },
		...spec.grants === void 0 ? {} : { grants: normalGrants(spec.grants, extent) },
		...spec.defaultPrivileges === void 0 ? {} : { defaultPrivileges: normalDefaults(spec.defaultPrivileges, extent) }
	};
}
function keepingOthers(lists) {
	return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, {
		...Object(list),
		others: "keep"
	}]));
}
/** @throws CountersignError `valid-until-malformed`. */
function normalValidUntil(text) {
	if (text === null || text === "infinity" || text === "-infinity") return text ?? "infinity";
	const instant = parseInstant(text);
	if (instant === null) throw new CountersignError("valid-until-malformed", "This is not a time.", {
		evidence: text.slice(0, 100),
		mend: "Write 2027-03-31T00:00:00Z, with seconds and an offset or Z; or infinity."
	});
	return formatInstant(instant);
}
/** @throws CountersignError `text-secret`, `text-reserved`. */
function normalComment(text) {
	if (text === null || text === "") return null;
	refuseSecret(text, "The comment");
	if (text === "(creation unfinished)" || isCreationComment(text)) throw new CountersignError("text-reserved", "A comment like this marks a role whose creation has not ended.", {
		evidence: text.slice(0, 100),
		mend: "Write another comment."
	});
	return text;
}
/** @throws CountersignError `setting-not-shown`, `setting-malformed`, `text-secret`, `text-reserved`. */
function normalSettings(settings) {
	const databases = Object.entries(settings.databases ?? {}).map(([database, values]) => [database, normalValues(values)]);
	return {
		others: settings.others ?? "remove",
		values: {
			everywhere: normalValues(settings.everywhere ?? {}),
			databases: Object.fromEntries(databases.filter(([, values]) => Object.keys(values).length > 0))
		}
	};
}
function normalValues(values) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), normalValue(name, value)]));
}
function normalValue(name, value) {
	if (settingType(name.toLowerCase()) === null) throw new CountersignError("setting-not-shown", "This setting is none of PostgreSQL itself, so its value could hold anything and is never shown or compared.", {
		evidence: name.slice(0, 100),
		mend: "Leave it out and say others: keep beside everywhere: and databases:."
	});
	const text = typeof value === "boolean" ? value ? "on" : "off" : String(value);
	refuseSecret(text, "The value of this setting");
	return canonicalSetting(name.toLowerCase(), text);
}
function refuseSecret(text, what) {
	const shape = secretShape(text);
	if (shape === null && text !== "(not shown)") return;
	throw new CountersignError(shape === null ? "text-reserved" : "text-secret", `${what} cannot be written like this.`, {
		evidence: shape === null ? HIDDEN : `It has the shape of ${withArticle(shape)}.`,
		mend: "Remove it. If it was a secret, it is now in the history of this repository: revoke it."
	});
}
function normalMemberships(entries, extent) {
	const values = entries.flatMap((entry) => isOthers(entry) ? [] : [normalMembership(entry, extent)]);
	const names = values.map(([role]) => role);
	const twice = names.find((role, index) => names.indexOf(role) !== index);
	if (twice !== void 0) throw new CountersignError("membership-twice", "A role is listed twice.", {
		evidence: twice.slice(0, 100),
		mend: "Keep one entry."
	});
	return {
		others: othersOf(entries),
		values: Object.fromEntries(values)
	};
}
/** @throws CountersignError `unsupported` before PostgreSQL 16 for options that it does not have. */
function normalMembership(entry, extent) {
	if (typeof entry === "string") return [entry, {
		admin: false,
		inherit: true,
		set: true
	}];
	const membership = {
		admin: entry.admin ?? false,
		inherit: entry.inherit ?? true,
		set: entry.set ?? true
	};
	if (extent !== null && extent.version < MEMBERSHIP_OPTIONS_SINCE && !(membership.inherit && membership.set)) throw new CountersignError("unsupported", "This server has no INHERIT and SET options of memberships.", {
		evidence: `server_version_num ${extent.version}`,
		mend: "Leave inherit and set out; before PostgreSQL 16 the role itself is INHERIT or NOINHERIT."
	});
	return [entry.role, membership];
}
function normalGrants(entries, extent) {
	const declared = entries.flatMap((entry) => "others" in entry ? [] : declaredGrants(entry, extent));
	return {
		others: othersOf(entries),
		values: merge(declared)
	};
}
function normalDefaults(entries, extent) {
	const declared = entries.flatMap((entry) => "others" in entry ? [] : [declaredDefaults(entry, extent)]);
	return {
		others: othersOf(entries),
		values: merge(declared)
	};
}
/** Entries about the same object add up; with grant option includes without. */
function merge(declared) {
	const databases = /* @__PURE__ */ new Map();
	for (const { database, key, privileges } of declared) {
		const objects = databases.get(database) ?? /* @__PURE__ */ new Map();
		const known = objects.get(key);
		databases.set(database, objects.set(key, known === void 0 ? privileges : union(known, privileges)));
	}
	return mapEntries(recordOf(databases), (_database, objects) => recordOf(objects));
}
function union(known, added) {
	return {
		...known,
		...mapEntries(added, (privilege, state) => known[privilege] === "grantable" ? "grantable" : state)
	};
}
function isOthers(entry) {
	return typeof entry === "object" && "others" in entry;
}
function othersOf(entries) {
	return entries.some((entry) => typeof entry === "object" && "others" in entry) ? "keep" : "remove";
}

// src/providers/postgres/lint.ts
/** What a spec says that its schema cannot refuse: names, patterns, privileges, times, texts with the shape of secrets. */
function lintSpec(spec) {
	const declared = roleSpec(spec);
	const { validUntil, comment, settings } = declared;
	return [
		...validUntil === void 0 ? [] : problemsAt("/validUntil", () => normalValidUntil(validUntil)),
		...comment === void 0 ? [] : problemsAt("/comment", () => normalComment(comment)),
		...settings === void 0 ? [] : settingProblems(settings),
		...membershipProblems(declared.memberOf ?? []),
		...(declared.grants ?? []).flatMap((entry, index) => "others" in entry ? [] : problemsAt(`/grants/${index}`, () => declaredGrants(entry, null))),
		...(declared.defaultPrivileges ?? []).flatMap((entry, index) => "others" in entry ? [] : problemsAt(`/defaultPrivileges/${index}`, () => declaredDefaults(entry, null)))
	];
}
function settingProblems(settings) {
	return [["/settings/everywhere", settings.everywhere ?? {}], ...Object.entries(settings.databases ?? {}).map(([database, values]) => [`/settings/databases/${escapePointer(database)}`, values])].flatMap(([pointer, values]) => Object.entries(values).flatMap(([name, value]) => settingProblem(`${pointer}/${escapePointer(name)}`, name, text(value))));
}
/** A warning only, because a role that is already like this can be imported; the plan refuses to make one so. */
function settingProblem(pointer, name, value) {
	const problems = problemsAt(pointer, () => normalSettings({ everywhere: { [name]: value } }));
	if (problems.length > 0 || !locksOut(name.toLowerCase(), String(value))) return problems;
	return [{
		pointer,
		code: "setting-locks-out",
		severity: "warning",
		cause: "PostgreSQL keeps an empty list of libraries as one library without a name, so the role can no longer log in.",
		mend: "Leave the setting out."
	}];
}
function text(value) {
	return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
function membershipProblems(entries) {
	const roles = /* @__PURE__ */ new Set();
	return entries.flatMap((entry, index) => {
		if (typeof entry === "object" && "others" in entry) return [];
		const pointer = `/memberOf/${index}`;
		const [role] = normalMembership(entry, null);
		const twice = roles.has(role);
		roles.add(role);
		if (!twice) return [];
		return [{
			pointer,
			code: "membership-twice",
			severity: "error",
			cause: `${JSON.stringify(role)} is listed twice.`,
			mend: "Keep one entry."
		}];
	});
}

// src/providers/postgres/normal-form/permissions.ts
/** Attributes that pass by checks, or change who may do what. */
const ADMINISTERING = /* @__PURE__ */ new Set([
	"SUPERUSER",
	"CREATEROLE",
	"REPLICATION",
	"BYPASSRLS"
]);
/** Roles whose members reach beyond what is granted: the server's files and programs, or a managed service's administration. */
const POWERFUL_ROLES = /* @__PURE__ */ new Set([
	"azure_pg_admin",
	"cloudsqlsuperuser",
	"pg_execute_server_program",
	"pg_read_server_files",
	"pg_write_server_files",
	"rds_superuser"
]);
/** Every permission that a role's attributes give it directly; what its memberships bring is not among them. Options such as ADMIN are lines of their own, so that gaining one shows. */
function permissionsOf(address, attributes) {
	const { source } = parseAddress(address);
	return [
		...ownLines(source, attributes),
		...membershipLines(source, attributes),
		...databases(attributes.grants).flatMap(([database, grants]) => grantLines(`${source}/${database}`, grants)),
		...databases(attributes.defaultPrivileges).flatMap(([database, grants]) => defaultLines(`${source}/${database}`, grants))
	].map(({ path = "direct", ...line }) => ({
		principal: address,
		path,
		...line
	}));
}
/** A limit of no connections keeps a role out as NOLOGIN does. */
function ownLines(source, attributes) {
	return [
		["LOGIN", attributes.login === true && attributes.connectionLimit !== 0],
		["SUPERUSER", attributes.superuser],
		["CREATEDB", attributes.createDatabase],
		["CREATEROLE", attributes.createRole],
		["INHERIT", attributes.inherit],
		["REPLICATION", attributes.replication],
		["BYPASSRLS", attributes.bypassRowSecurity],
		[`use its password until ${attributes.validUntil}`, attributes.validUntil !== void 0 && attributes.login !== false]
	].flatMap(([action, holds]) => holds === true ? [{
		action,
		resource: source,
		power: powerOf$1(ADMINISTERING.has(action))
	}] : []);
}
function membershipLines(source, attributes) {
	return Object.entries(attributes.memberOf?.values ?? {}).flatMap(([role, { admin, inherit, set }]) => {
		return [
			"member of",
			...inherit ? ["inherit from"] : [],
			...set ? ["SET ROLE to"] : [],
			...admin ? ["administer"] : []
		].map((action) => ({
			action,
			resource: `${source}: role ${role}`,
			power: powerOf$1(action === "administer" || POWERFUL_ROLES.has(role)),
			path: "membership"
		}));
	});
}
function databases(list) {
	return Object.entries(list?.values ?? {});
}
function grantLines(place, grants) {
	return Object.entries(grants).flatMap(([key, privileges]) => {
		const [resource, option] = withoutOption(key);
		return privilegeLines(`${place}: ${resource}`, privileges, option);
	});
}
/** A pattern with grant option gives what the plain one gives, and the option. */
function withoutOption(key) {
	const plain = key.replace(/ with grant option$/u, "");
	return [plain, plain !== key];
}
function defaultLines(place, grants) {
	return Object.entries(grants).flatMap(([key, privileges]) => {
		const { creator, objects, schema } = parseScope(key);
		return privilegeLines(`${place}: future ${objects}${schema === null ? "" : ` in schema ${schema}`} created by ${creator}`, privileges, false);
	});
}
function privilegeLines(resource, privileges, option) {
	return Object.entries(privileges).flatMap(([privilege, state]) => {
		if (isPatternMark(state) && (state.state === "none" || state.state === "empty")) return [];
		const grant = {
			action: `grant ${privilege}`,
			resource,
			power: powerOf$1(true)
		};
		if (state === "option") return [grant];
		return [{
			action: privilege,
			resource,
			power: powerOf$1(false)
		}, ...option || state === "grantable" ? [grant] : []];
	});
}
function powerOf$1(administers) {
	return administers ? "administer" : "use";
}

// src/providers/postgres/risk/powers.ts
/** Attributes of a role that pass by checks, or change who may do what. Source: CREATE ROLE in the manuals of PostgreSQL 14 to 18. */
const ATTRIBUTE_POWERS = {
	SUPERUSER: {
		level: "critical",
		path: "passes by every check"
	},
	CREATEROLE: {
		level: "critical",
		path: "can create roles, and give itself those that it administers (before PostgreSQL 16 all but superusers)"
	},
	REPLICATION: {
		level: "critical",
		path: "can copy the whole cluster"
	},
	BYPASSRLS: {
		level: "critical",
		path: "passes by every row security policy"
	}
};
const MANAGED = {
	level: "critical",
	path: "administers the managed service"
};
/** What a membership brings besides what the role was granted. Source: Predefined Roles in the manuals of PostgreSQL 14 to 18. */
const ROLE_POWERS = {
	azure_pg_admin: MANAGED,
	cloudsqlsuperuser: MANAGED,
	rds_superuser: MANAGED,
	pg_execute_server_program: {
		level: "critical",
		path: "can run programs on the server, and so gain what a superuser has"
	},
	pg_read_server_files: {
		level: "critical",
		path: "can read every file of the server, and so what any table holds"
	},
	pg_write_server_files: {
		level: "critical",
		path: "can write files of the server, and so gain what a superuser has"
	},
	pg_read_all_data: {
		level: "high",
		path: "can read every table"
	},
	pg_write_all_data: {
		level: "high",
		path: "can write every table"
	},
	pg_maintain: {
		level: "high",
		path: "can lock and rewrite every table"
	},
	pg_create_subscription: {
		level: "high",
		path: "can let other servers write tables, where it may create in the database"
	},
	pg_signal_backend: {
		level: "high",
		path: "can end the sessions of all but superusers"
	},
	pg_signal_autovacuum_worker: {
		level: "medium",
		path: "can end autovacuum"
	},
	pg_monitor: {
		level: "medium",
		path: "can read others' queries, and settings that only superusers see"
	},
	pg_read_all_settings: {
		level: "medium",
		path: "can read settings that only superusers see"
	},
	pg_read_all_stats: {
		level: "medium",
		path: "can read others' queries"
	},
	pg_stat_scan_tables: {
		level: "medium",
		path: "can hold locks on tables for long"
	},
	pg_checkpoint: {
		level: "medium",
		path: "can force checkpoints"
	},
	pg_use_reserved_connections: {
		level: "medium",
		path: "can take the last connections"
	}
};
const ADMIN_OPTION = {
	level: "critical",
	path: "can give itself that role, and pass it on"
};

// src/providers/postgres/risk/above.ts
/** The roles that a role leads to, as they are now, and what they can. */
var Above = class {
	#facts;
	#memberships;
	#known = /* @__PURE__ */ new Map();
	constructor(facts) {
		this.#facts = facts;
		this.#memberships = Map.groupBy(facts.memberships, ({ member }) => member);
	}
	/** The powers of the role itself that come with acting as it. */
	attributes(role) {
		const context = own(this.#facts.roles, role);
		if (context === void 0) return [];
		const held = {
			SUPERUSER: context.superuser,
			CREATEROLE: context.createRole,
			REPLICATION: context.replication,
			BYPASSRLS: context.bypassRowSecurity
		};
		return Object.entries(held).flatMap(([attribute, holds]) => holds ? [attribute] : []);
	}
	/** `set`: who may act as the role; `inherit`: who only has its privileges. */
	powers(role, way) {
		const key = `${way} ${role}`;
		const known = this.#known.get(key) ?? this.#find(role, way);
		this.#known.set(key, known);
		return known;
	}
	#find(role, way) {
		const reached = [...this.#reach(role, way)];
		return [...(way === "set" ? reached.filter(([, by]) => by === "set").map(([name]) => name) : []).flatMap((name) => this.attributes(name).flatMap((attribute) => saying(name, attribute, own(ATTRIBUTE_POWERS, attribute)))), ...reached.filter(([name]) => name !== role).flatMap(([name]) => saying(null, name, own(ROLE_POWERS, name)))];
	}
	/** Each role with the strongest way to it: who may act as a role may act as those that it may act as. */
	#reach(role, way) {
		const reached = /* @__PURE__ */ new Map([[role, way]]);
		const queue = [[role, way]];
		for (const [name, by] of queue) for (const { role: next, set, inherit } of this.#memberships.get(name) ?? []) {
			const then = by === "set" && set ? "set" : inherit ? "inherit" : null;
			if (then === null || reached.get(next) === "set" || reached.get(next) === then) continue;
			reached.set(next, then);
			queue.push([next, then]);
		}
		return reached;
	}
};
function saying(as, what, power) {
	if (power === void 0) return [];
	return [{
		level: power.level,
		path: `${as === null ? "" : `as ${as} `}by ${what} ${power.path}`
	}];
}

// src/providers/postgres/risk/escalations.ts
/** The ways in which what a role gains lets it get at more: by itself, with what it holds already, or through the roles that it becomes a member of. */
function escalations({ address, gains, held, live }) {
	const { source, name } = parseAddress(address);
	const found = gains.flatMap((gain) => direct(source, gain));
	const login = gains.filter(({ action, resource }) => action === "LOGIN" && resource === source);
	const sleeping = powersAmong(source, held).filter((what) => !powersAmong(source, gains).includes(what));
	const woken = login.flatMap((gain) => awoken(gain, sleeping, "permissions"));
	if (live === null) return [...found, ...woken];
	const above = new Above(postgresFacts(live));
	const more = (own(postgresFacts(live).roles, name[0] ?? "") === void 0 ? [] : above.attributes(name[0] ?? "")).filter((what) => !powersAmong(source, [...held, ...gains]).includes(what));
	return [
		...found,
		...woken,
		...login.flatMap((gain) => awoken(gain, more, "live")),
		...gains.flatMap((gain) => through(source, gain, above))
	];
}
function direct(source, gain) {
	const power = powerOf(source, gain);
	return power === null ? [] : [{
		gain,
		...power,
		seen: "permissions"
	}];
}
function powerOf(source, { action, resource }) {
	if (resource === source) return named$1(action, own(ATTRIBUTE_POWERS, action));
	const role = roleIn(source, resource);
	if (role === null) return null;
	if (action === "administer") return named$1(`ADMIN OPTION on ${role}`, ADMIN_OPTION);
	return named$1(`membership in ${role}`, own(ROLE_POWERS, role));
}
function named$1(what, power) {
	return power === void 0 ? null : {
		what,
		...power
	};
}
function roleIn(source, resource) {
	const before = `${source}: role `;
	return resource.startsWith(before) ? resource.slice(before.length) : null;
}
/** What is critical to hold, whoever holds it. */
function powersAmong(source, permissions) {
	const powers = permissions.flatMap((permission) => powerOf(source, permission) ?? []);
	return [...new Set(powers.filter(({ level }) => level === "critical").map(({ what }) => what))];
}
/** A role without LOGIN can do nothing with what it holds, until it has it. */
function awoken(gain, sleeping, seen) {
	return sleeping.map((what) => ({
		gain,
		level: "critical",
		what: "LOGIN",
		path: `can use the ${what} that it has`,
		seen
	}));
}
/** Attributes are never inherited: they come by SET ROLE, which ADMIN OPTION lets its holder give itself. */
function through(source, gain, above) {
	const role = roleIn(source, gain.resource);
	if (role === null || gain.action === "member of") return [];
	const acts = gain.action === "SET ROLE to" || gain.action === "administer";
	return above.powers(role, acts ? "set" : "inherit").map(({ level, path }) => ({
		gain,
		level,
		what: `a way through ${role}`,
		path,
		seen: "live"
	}));
}

// src/providers/postgres/risk/reaches.ts
/** Attributes by which everything in the cluster is read, whatever was granted. */
const WIDE_ATTRIBUTES = /* @__PURE__ */ new Set(["SUPERUSER", "REPLICATION"]);
/** "They bypass all database-level permission checks when accessing files": Predefined Roles in the manual of PostgreSQL. */
const WIDE_ROLES = /* @__PURE__ */ new Set([
	"pg_execute_server_program",
	"pg_read_server_files",
	"pg_write_server_files"
]);
const PLACED = /^(.*?): (role|future|schemas?|tables?|columns?|sequences?|functions?|procedures?|types?) (.*)$/su;
/** What a permission is about, as globs over the resources that permissions name: a table's columns with it, and all that a pattern can match. */
function reaches(permission) {
	const { source } = parseAddress(permission.principal);
	const own = itself(permission);
	if (permission.resource === source) return WIDE_ATTRIBUTES.has(permission.action) ? everything(source) : [own];
	const [, place = "", noun = "", rest = ""] = PLACED.exec(permission.resource) ?? [];
	if (noun === "") return [own];
	if (noun === "role") return [own, ...roleReach(source, rest)];
	return [own, ...(noun === "future" ? futureGlobs(rest) : noun.endsWith("s") ? patternGlobs(noun, rest) : partsOf(noun, rest)).map((glob) => ({
		resource: `${place}: ${glob}`,
		actions: own.actions
	}))];
}
function everything(source) {
	return [
		source,
		`${source}: **`,
		`${source}/**`
	].map((resource) => ({
		resource,
		actions: ["*"]
	}));
}
/** A name, plain or in double quotes. */
const ANY_NAME = ["*", "\"*\""];
function roleReach(source, role) {
	if (WIDE_ROLES.has(role)) return everything(source);
	return privilegesEverywhere(role).flatMap(([objectClass, actions]) => globsOf(objectClass, ANY_NAME, ANY_NAME).map((glob) => ({
		resource: `${source}/**: ${glob}`,
		actions
	})));
}
/** A table's columns, and the table that a column is of. */
function partsOf(noun, name) {
	if (noun === "table") return columnsOf(name);
	if (noun !== "column") return [];
	const [, table] = /^(.*)\.(?:"(?:[^"]|"")*"|[^."]+)$/su.exec(name) ?? [];
	return table === void 0 ? [] : [`table ${table}`];
}
function columnsOf(table) {
	return ANY_NAME.map((column) => `column ${table}.${column}`);
}
function globsOf(noun, schemas, names) {
	if (noun === "schema") return schemas.map((schema) => `schema ${schema}`);
	const all = schemas.flatMap((schema) => names.map((name) => `${schema}.${name}`));
	if (noun === "function" || noun === "procedure") return all.map((name) => `${noun} ${name}(**)`);
	return all.flatMap((name) => [`${noun} ${name}`, ...noun === "table" ? columnsOf(name) : []]);
}
function patternGlobs(plural, text) {
	const { schema, name } = parsePattern(`${plural} ${text}`);
	return globsOf(plural.slice(0, -1), spellings(schema), name === null ? [] : spellings(name));
}
/** A name that a part matches is spelt plain, or in double quotes when it has other characters. */
function spellings(part) {
	const [only] = part;
	if (part.length === 1 && only?.kind === "text") return [formatName(only.text)];
	const text = part.map((piece) => piece.kind === "any" ? "*" : piece.text.replaceAll("\"", "\"\"")).join("");
	return [text, `"${text}"`];
}
/** Of what is made later only the schema is known. Names stand there without quotes, so that one may look like the words around it. */
function futureGlobs(text) {
	const [, plural = "", schema] = /^(\w+)(?: in schema (.*?))? created by /su.exec(text) ?? [];
	const isPlain = schema !== void 0 && text.split(" created by ").length === 2;
	return (plural === "functions" ? ["function", "procedure"] : [plural.slice(0, -1)]).flatMap((noun) => globsOf(noun, isPlain ? [formatName(schema)] : ANY_NAME, ANY_NAME));
}

// src/providers/postgres/risk/model.ts
const postgresRisk = {
	reaches,
	escalations,
	ownIdentities({ name: source, options }, live) {
		const { writer } = options;
		const reader = live === null ? void 0 : postgresFacts(live).reader;
		return [...writer === void 0 ? [] : [identity(source, writer, "writes")], ...reader === void 0 || reader === writer ? [] : [identity(source, reader, "reads")]];
	}
};
function identity(source, role, does) {
	return {
		address: formatAddress({
			source,
			kind: ROLE_KIND,
			name: [role]
		}),
		resource: `${source}: role ${role}`,
		name: role,
		does
	};
}

// src/providers/postgres/steps/removal.ts
/**
* Provider.disabled: a role that nobody can log in as, and that nobody is a member of, has no effective access.
* Members go on inheriting what it holds, so with any it is blocked, naming them.
*/
function disabled(object, live) {
	const facts = postgresFacts(live);
	const role = parseAddress(object.address).name[0] ?? "";
	if (role === facts.writer) return {
		kind: "blocked",
		blocked: [writerItself(role)]
	};
	const blocked = membersBlocks(facts, role);
	return blocked.length === 0 ? {
		kind: "after",
		after: { login: false }
	} : {
		kind: "blocked",
		blocked
	};
}
function disablingSteps(draft, facts) {
	const role = parseAddress(draft.address).name[0] ?? "";
	const alter = noLogin(draft.before ?? {}, { members: NOTHING });
	const blocked = mayAlterRole(facts, writerAuthority(facts), role) ? [] : [alterBlock(facts, role)];
	return {
		steps: alter === null ? [] : [alter, ...endSessions(facts, role, draft.after ?? {})],
		irreversible: [],
		blocked
	};
}
/** What came to others since the plan is nothing that a reviewer saw going. */
const UNHARMED = { others: NOTHING };
/** Login ends in a transaction of its own, before sessions do: no new one can come in between. */
function noLogin(before, spares) {
	if (before["login"] !== true) return null;
	return step$1(null, [{
		kind: "alter-role",
		options: { login: false }
	}], {
		...before,
		...spares
	}, {
		...before,
		login: false,
		...spares
	});
}
/** Not planned where the writer may not end them: then the receipt says how many remain. */
function endSessions(facts, role, state) {
	if (!mayEndSessions(facts, role)) return [];
	const open = { sessions: "open" };
	return [step$1(null, [{ kind: "end-sessions" }], {
		...state,
		...open
	}, state)];
}
function mayEndSessions(facts, role) {
	const writer = writerAuthority(facts);
	if (writer.kind === "unknown" || writer.superuser) return true;
	if (own(facts.roles, role)?.superuser === true) return false;
	return hasPrivilegesOf(facts, writer, role) || hasPrivilegesOf(facts, writer, "pg_signal_backend");
}
/** Login, sessions, then each database, then the role with what is cluster-wide. */
function deletionSteps(draft, live) {
	const facts = postgresFacts(live);
	const role = parseAddress(draft.address).name[0] ?? "";
	const before = draft.before ?? {};
	const cluster = clusterPart(before);
	const alter = noLogin(cluster, UNHARMED);
	const last = {
		...cluster,
		...alter === null ? {} : { login: false }
	};
	const to = reassignTarget(draft);
	const databases = facts.databases.flatMap((database) => databaseStep$1(draft, live, database, to));
	return {
		steps: [
			...alter === null ? [] : [alter],
			...endSessions(facts, role, { login: false }),
			...databases,
			step$1(null, [{ kind: "drop-role" }], {
				...last,
				...UNHARMED
			}, null)
		],
		irreversible: irreversibleReasons$1(draft, live, to),
		blocked: deletionBlocks(facts, draft, to, databases.length > 0)
	};
}
/**
* DROP OWNED in the first database also revokes what is held on the cluster's shared objects, every database among them:
* the later steps no longer find these.
*/
function databaseStep$1(draft, live, database, to) {
	const facts = postgresFacts(live);
	const role = parseAddress(draft.address).name[0] ?? "";
	const first = facts.databases[0] === database;
	const part = databasePart(draft.before ?? {}, database);
	const owned = ownedIn(facts, role, database);
	const owns = Object.fromEntries(owned.map((object) => [object, true]));
	const expect = {
		...first ? part : withoutDatabaseGrants(part, database),
		owns,
		holds: "something",
		...UNHARMED
	};
	const result = {
		...databasePart(emptyLists(part), database),
		owns: {}
	};
	const unnamed = live.notModelled.some(({ address }) => address === draft.address);
	const shared = first && holdsOnDatabases(draft.before ?? {});
	if (!unnamed && !shared && leavesOf(expect).size - 1 === leavesOf(result).size) return [];
	return [step$1(database, [...owned.length === 0 || to === null ? [] : [{
		kind: "reassign-owned",
		to
	}], { kind: "drop-owned" }], expect, result)];
}
function withoutDatabaseGrants(part, database) {
	const { grants } = roleAttributes(part);
	if (grants === void 0) return part;
	const { database: _, ...kept } = own(grants.values, database) ?? {};
	return {
		...part,
		grants: {
			others: grants.others,
			values: { [database]: kept }
		}
	};
}
function holdsOnDatabases(attributes) {
	return Object.values(roleAttributes(attributes).grants?.values ?? {}).some((grants) => grants["database"] !== void 0);
}
/** What is the cluster's (databases, tablespaces) goes with the first database. */
function ownedIn(facts, role, database) {
	const first = facts.databases[0] === database;
	return ownedBy(facts, role).filter((entry) => entry.database === database || entry.database === null && first).flatMap(({ objects }) => objects).sort(compareText);
}
function irreversibleReasons$1(draft, live, to) {
	const facts = postgresFacts(live);
	const role = parseAddress(draft.address).name[0] ?? "";
	const owned = ownedBy(facts, role);
	const reassigned = to === null ? [] : owned.map(({ database, objects }) => ({
		code: "ownership-reassigned",
		message: `${to} becomes the owner of ${objects.join(", ")}${database === null ? "" : ` in ${database}`}.`
	}));
	const unmodelled = live.notModelled.filter(({ address }) => address === draft.address).map(({ what, detail }) => ({
		code: "not-modelled-lost",
		message: `What cannot be shown ends with the role: ${what} ${detail}`.trim()
	}));
	return [
		{
			code: "role-deleted",
			message: `The role ${role} and its password cannot be brought back; one of the same name is another role.`
		},
		...reassigned,
		...unmodelled
	];
}
function step$1(database, operations, expect, result) {
	return {
		stage: 0,
		effect: {
			database,
			operations
		},
		expect,
		result,
		repeat: "idempotent"
	};
}

// src/providers/postgres/steps/default-steps.ts
/** What makes one database's default privileges out of the others. Their only grantor is the role whose objects they are for. */
function defaultOperations(place, before, after) {
	const planned = unionKeys(before, after).map((scope) => oneScope(place, scope, before[scope] ?? {}, after[scope] ?? {}));
	const operations = planned.flatMap((scope) => scope.operations);
	return {
		operations: [...operations.filter(({ kind }) => kind === "default-revoke"), ...operations.filter(({ kind }) => kind !== "default-revoke")],
		blocked: planned.flatMap(({ blocked }) => blocked)
	};
}
function oneScope(place, scope, before, after) {
	const { database } = place;
	const changed = unionKeys(before, after).map((privilege) => ({
		privilege,
		held: {
			database,
			object: scope,
			privilege,
			role: ""
		},
		before: stateOf(before[privilege]),
		after: stateOf(after[privilege])
	}));
	const pick = (test) => changed.filter(test).map(({ privilege }) => privilege);
	const revokes = ["privilege", "grant-option"].map((only) => ({
		kind: "default-revoke",
		scope,
		privileges: pick((transition) => removes(transition) && transition.after === void 0 === (only === "privilege")),
		only
	}));
	const grants = [false, true].map((grantable) => ({
		kind: "default-grant",
		scope,
		privileges: pick((transition) => adds(transition) && transition.after === "grantable" === grantable),
		grantable
	}));
	const operations = [...revokes, ...grants].filter(({ privileges }) => privileges.length > 0);
	return {
		operations,
		blocked: operations.length === 0 ? [] : scopeBlocks(place, scope)
	};
}
function scopeBlocks({ facts, role, database }, scope) {
	const { creator, schema } = parseScope(scope);
	const pointer = `/defaultPrivileges/values/${[database, scope].map(escapePointer).join("/")}`;
	if (creator === role && schema === null) return [{
		code: "default-privileges-own",
		message: `${role} owns what it creates and holds every privilege on it, so PostgreSQL stores no default privileges in its own favour. Leave them out.`,
		pointer
	}];
	if (hasPrivilegesOf(facts, writerAuthority(facts), creator)) return [];
	return [{
		code: "default-privileges-not-permitted",
		message: `The writer ${facts.writer} may not set default privileges for what ${creator} creates: it needs to be a member of ${creator}.`,
		pointer
	}];
}

// src/providers/postgres/steps/grant-steps.ts
/**
* What makes one database's grants out of the others; `actual` is all that the role holds there, managed or not.
* Revokes come first, so that nothing granted here is taken away again.
*/
function grantOperations(place, before, after, actual) {
	const transitions = transitionsOf(place, before, after);
	const revokes = transitions.filter(removes).map((transition) => revokesOf(place, transition, actual));
	const lost = columnsLost(place, transitions, after, actual);
	const grants = [...transitions.filter(adds), ...lost].map((transition) => grantOf(place, transition));
	const planned = [...revokes, ...grants];
	const patterns = patternOperations(before, after);
	const expanded = patterns.map((operation) => expandPatternOperation(place, operation, after, actual));
	return {
		operations: [
			...merged(planned, "revoke"),
			...patterns.filter(({ kind }) => kind === "revoke-pattern"),
			...patterns.filter(({ kind }) => kind === "grant-pattern"),
			...merged(planned, "grant")
		],
		blocked: [...planned, ...expanded].flatMap(({ blocked }) => blocked)
	};
}
function transitionsOf({ role, database }, before, after) {
	return unionKeys(before, after).filter((object) => !isPatternKey(object)).flatMap((object) => unionKeys(before[object], after[object]).flatMap((privilege) => {
		const [left, right] = [stateOf(before[object]?.[privilege]), stateOf(after[object]?.[privilege])];
		return left === right ? [] : [{
			held: {
				database,
				object,
				privilege,
				role
			},
			before: left,
			after: right
		}];
	}));
}

// src/providers/postgres/steps/missing-roles.ts
/** A reason for each role that the wish names, that does not exist, and that the same plan does not create either. */
function missingRoles(draft, facts) {
	const { memberOf, defaultPrivileges } = roleAttributes(draft.after ?? {});
	const groups = Object.keys(memberOf?.values ?? {}).map((role) => ({
		role,
		path: [
			"memberOf",
			"values",
			role
		]
	}));
	const creators = Object.entries(defaultPrivileges?.values ?? {}).flatMap(([database, scopes]) => Object.keys(scopes).map((scope) => ({
		role: parseScope(scope).creator,
		path: [
			"defaultPrivileges",
			"values",
			database,
			scope
		]
	})));
	return [...groups, ...creators].filter(({ role }) => own(facts.roles, role) === void 0 && !isCreated(draft, role)).map(({ role, path }) => ({
		code: "role-missing",
		message: `There is no role ${role}, and this plan creates none.`,
		pointer: path.map((segment) => `/${escapePointer(segment)}`).join("")
	})).sort((left, right) => compareText(left.pointer, right.pointer));
}
function isCreated({ address, creates }, role) {
	return creates.has(formatAddress({
		source: parseAddress(address).source,
		kind: ROLE_KIND,
		name: [role]
	}));
}

// src/providers/postgres/steps/steps.ts
/**
* Provider.steps: one step for what is cluster-wide, and one for each database, in the order of the source's databases.
* Each is one transaction. What the writer's login cannot do is a reason in `blocked`.
*/
function steps(draft, live) {
	const facts = postgresFacts(live);
	switch (draft.action) {
		case "create":
		case "update": return convergence(draft, facts);
		case "disable": return disablingSteps(draft, facts);
		case "delete": return deletionSteps(draft, live);
		case "replace": throw new CountersignError("unsupported", "No attribute of a PostgreSQL role needs another role in its place.", {
			evidence: draft.address,
			mend: "Report this: a plan should never ask for it."
		});
	}
}
function convergence(draft, facts) {
	const role = parseAddress(draft.address).name[0] ?? "";
	const after = draft.after ?? {};
	const cluster = clusterSteps(facts, role, draft.before, after);
	const names = databasesOf(draft.before, after);
	const parts = [cluster, ...facts.databases.filter((name) => names.has(name)).map((name) => databaseStep(draft, facts, role, name))];
	return {
		steps: parts.flatMap((part) => part.steps),
		irreversible: irreversibleReasons(draft),
		blocked: [
			...parts.flatMap(({ blocked }) => blocked),
			...missingRoles(draft, facts),
			...unknownDatabases(facts, names)
		]
	};
}
function clusterSteps(facts, role, before, after) {
	const { operations, blocked } = clusterOperations(facts, role, before === null ? null : roleAttributes(before), roleAttributes(after));
	if (before === null) return {
		steps: creationSteps(operations, after),
		blocked
	};
	if (operations.length === 0) return {
		steps: [],
		blocked
	};
	const [expect, result] = [clusterPart(before), clusterPart(after)];
	return {
		steps: [step(effect(null, operations), expect, result, "idempotent")],
		blocked
	};
}
/** The mark that tells whose creation it is gives way to the declared comment, or none, once the creation has its receipt. */
function creationSteps(operations, after) {
	const { comment } = roleAttributes(after);
	const result = clusterPart(after);
	const creation = { creation: "unfinished" };
	const marked = {
		...result,
		...comment === void 0 ? {} : { comment: UNFINISHED },
		...creation
	};
	const unmarking = {
		kind: "comment",
		text: comment ?? null
	};
	return [step(effect(null, operations), null, marked, "intent"), step(effect(null, [unmarking]), marked, result, "idempotent")];
}
function databaseStep(draft, facts, role, database) {
	const after = draft.after ?? {};
	const before = draft.before ?? emptyLists(after);
	const [left, right] = [roleAttributes(before), roleAttributes(after)];
	const actual = roleAttributes(draft.object?.attributes ?? {});
	const place = {
		facts,
		role,
		database
	};
	const grants = grantOperations(place, own(left.grants?.values, database) ?? {}, own(right.grants?.values, database) ?? {}, own(actual.grants?.values, database) ?? {});
	const defaults = defaultOperations(place, own(left.defaultPrivileges?.values, database) ?? {}, own(right.defaultPrivileges?.values, database) ?? {});
	const operations = [...grants.operations, ...defaults.operations];
	const blocked = [...grants.blocked, ...defaults.blocked];
	if (operations.length === 0) return {
		steps: [],
		blocked
	};
	const [expect, result] = [databasePart(before, database), databasePart(after, database)];
	return {
		steps: [step(effect(database, operations), expect, result, "idempotent")],
		blocked
	};
}
function step(does, expect, result, repeat) {
	return {
		stage: 0,
		effect: does,
		expect,
		result,
		repeat
	};
}
function effect(database, operations) {
	return {
		database,
		operations
	};
}
function irreversibleReasons(draft) {
	const [before, after] = [roleAttributes(draft.before ?? {}), roleAttributes(draft.after ?? {})];
	if (after.superuser !== true || before.superuser === true) return [];
	return [{
		code: "superuser-granted",
		message: "A superuser can do anything on the whole server, and what it does while it is one stays done.",
		pointer: "/superuser"
	}];
}
function unknownDatabases(facts, names) {
	return [...names].filter((name) => !facts.databases.includes(name)).sort().map((name) => ({
		code: "database-not-configured",
		message: `The database ${name} is not one of the source's databases.`
	}));
}

// src/providers/postgres/normal-form/to-document.ts
/** A document that says exactly what is live: explicit grants, no patterns. Planning right after is empty. */
function toDocument(object, live) {
	const attributes = roleAttributes(object.attributes);
	const facts = postgresFacts(live);
	const only = facts.databases.length === 1;
	const caution = cautionOf(object, attributes, facts);
	return {
		kind: object.kind,
		name: roleOf(object),
		...caution === "" ? {} : { caution },
		spec: {
			...Object.fromEntries(SCALARS.flatMap((name) => attributes[name] === void 0 ? [] : [[name, attributes[name]]])),
			...attributes.validUntil === void 0 ? {} : { validUntil: attributes.validUntil },
			...isWritable(attributes.comment) ? { comment: attributes.comment } : {},
			settings: settings(attributes),
			memberOf: Object.entries(attributes.memberOf?.values ?? {}).sort(byKey).map(membership),
			grants: entries(attributes.grants?.values ?? {}).flatMap(([database, grants]) => grantEntries(database, grants, only)),
			defaultPrivileges: entries(attributes.defaultPrivileges?.values ?? {}).flatMap(([database, scopes]) => entries(scopes).flatMap(([scope, privileges]) => defaultEntries(database, scope, privileges, only)))
		},
		notModelled: live.notModelled.filter(({ address }) => address === object.address)
	};
}
/** Roles that run the server, or Countersign itself, are rarely meant when everything is imported. */
function cautionOf(object, { superuser }, facts) {
	const role = roleOf(object);
	return [
		...role === facts.reader ? ["is the login that Countersign reads with"] : [],
		...role === facts.writer ? ["is the login that Countersign writes with"] : [],
		...superuser === true ? ["is a superuser"] : [],
		...(own(facts.sharedOwned, role) ?? []).slice(0, 1).map((owned) => `owns the ${owned}`)
	].join(", ");
}
/** What stands for a text that is not shown is no text to declare. */
function isWritable(comment) {
	return comment !== void 0 && comment !== "(not shown)" && comment !== "(creation unfinished)";
}
function entries(record) {
	return Object.entries(record).sort(byKey);
}
function byKey([left], [right]) {
	return compareText(left, right);
}
/** Where a value is hidden the list cannot be exhaustive. */
function settings({ settings: found }) {
	const { everywhere, databases } = found?.values ?? {
		everywhere: {},
		databases: {}
	};
	const shown = shownValues(everywhere);
	const inDatabases = mapEntries(databases, (_, values) => {
		const some = shownValues(values);
		return isEmpty(some) ? void 0 : some;
	});
	const hides = [everywhere, ...Object.values(databases)].some((values) => Object.values(values).includes(HIDDEN));
	return {
		...isEmpty(shown) ? {} : { everywhere: shown },
		...isEmpty(inDatabases) ? {} : { databases: inDatabases },
		...hides ? { others: "keep" } : {}
	};
}
function shownValues(values) {
	return Object.fromEntries(entries(mapEntries(values, (_, value) => value === "(not shown)" ? void 0 : value)));
}
function membership([role, { admin, inherit, set }]) {
	if (!admin && inherit && set) return role;
	return {
		role,
		...admin ? { admin } : {},
		...inherit ? {} : { inherit },
		...set ? {} : { set }
	};
}
/** Objects of one class with the same privileges share an entry. */
function grantEntries(database, grants, only) {
	const groups = /* @__PURE__ */ new Map();
	for (const [key, set] of entries(grants)) {
		const [plural, name] = named(key, database);
		for (const { privileges, grantable } of split(set)) {
			const id = JSON.stringify([
				plural,
				grantable,
				privileges
			]);
			const group = groups.get(id) ?? {
				plural,
				privileges,
				grantable,
				names: []
			};
			group.names.push(name);
			groups.set(id, group);
		}
	}
	return entries(Object.fromEntries(groups)).map(([, { plural, privileges, grantable, names }]) => ({
		on: { [plural]: names.length === 1 ? names[0] ?? "" : names },
		...only || plural === "databases" ? {} : { database },
		privileges,
		...grantable ? { grantable } : {}
	}));
}
function named(key, database) {
	if (key === "database") return ["databases", formatName(database)];
	const space = key.indexOf(" ");
	return [`${key.slice(0, space)}s`, key.slice(space + 1)];
}
function defaultEntries(database, scope, set, only) {
	const { creator, objects, schema } = parseScope(scope);
	return split(set).map(({ privileges, grantable }) => ({
		createdBy: creator,
		...schema === null ? {} : { in: schema },
		on: objects,
		...only ? {} : { database },
		privileges,
		...grantable ? { grantable } : {}
	}));
}
function split(set) {
	const held = Object.entries(set).filter(([, state]) => !isPatternMark(state));
	return [false, true].map((grantable) => ({
		grantable,
		privileges: held.flatMap(([privilege, state]) => state === "grantable" === grantable ? [privilege] : []).sort()
	})).filter(({ privileges }) => privileges.length > 0);
}

// src/providers/postgres/index.ts
/** Roles of one PostgreSQL cluster, versions 14 to 18. */
const postgres = {
	name: "postgres",
	kinds: [roleKind],
	boundarySchema,
	optionsSchema,
	lint: (kind, spec) => isRole(kind) ? lintSpec(spec) : [],
	normalize: (kind, spec, context) => {
		if (!isRole(kind)) throw unknownKind(kind);
		return normalizeSpec(spec, context.mode, postgresFacts(context.live));
	},
	project,
	inventory,
	disabled,
	references: (source, _, attributes) => referencedRoles(roleAttributes(attributes)).map((role) => formatAddress({
		source,
		kind: ROLE_KIND,
		name: [role]
	})),
	steps,
	outside,
	permissions: (address, attributes) => permissionsOf(address, roleAttributes(attributes)),
	risk: postgresRisk,
	expansions: (attributes, live) => expansions(attributes, postgresFacts(live)),
	summary,
	toDocument,
	access: postgresAccess,
	reader: postgresReader
};
/** Roles that must be there before these attributes can be. */
function referencedRoles(attributes) {
	const scopes = Object.values(attributes.defaultPrivileges?.values ?? {}).flatMap((database) => Object.keys(database));
	const roles = [...Object.keys(attributes.memberOf?.values ?? {}), ...scopes.map((scope) => parseScope(scope).creator)];
	return [...new Set(roles)].sort();
}
function summary(live) {
	const { version, databases } = postgresFacts(live);
	if (version === 0) return "PostgreSQL, not read";
	const extent = databases.length === 1 ? `database ${databases[0]}` : `${databases.length} databases`;
	return `PostgreSQL ${Math.floor(version / 1e4)}.${version % 1e4}, ${extent}, ${live.objects.length} ${live.objects.length === 1 ? "role" : "roles"}`;
}
function isRole(kind) {
	return kind === ROLE_KIND;
}
function unknownKind(kind) {
	return new CountersignError("unsupported", `PostgreSQL has no kind ${kind}.`, { mend: `Use ${ROLE_KIND}.` });
}

export { postgres };