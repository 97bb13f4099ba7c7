import { t as CountersignError } from "./errors.js";
import { i as parseAddress, n as formatAddress, r as nameOf, t as compareText } from "./address.js";
import { $ as ROLE$1, B as boundForm, F as serviceAccountAddress, G as sameBound, H as boundText, I as identityExpected, J as roleForm, K as NO_ROLES, L as isWorkloadIdentity, M as boundaryOf, N as namedBy, O as kubernetesFacts, P as roleAddress, Q as CLUSTER_ROLE, R as selectorOf, U as placeOf, V as boundRoles, W as roleText, X as setOf, Y as serviceAccountForm, Z as ANNOTATION_BYTES, a as project, at as widerTexts, b as isNote, c as kubernetesReader, ct as targetText, et as SERVICE_ACCOUNT, it as beginningOf, l as outside, lt as writtenResource, m as holderOf, n as holderBlocks, nt as Grants, o as CREATION_MARK, ot as parseTarget, q as listed, rt as normalizeRules, st as resourceTarget, tt as kinds, u as placeOutside, y as shown, z as selectorText } from "./holders.js";
import { t as isJsonObject } from "./json.js";
import { n as escapePointer, t as differences } from "./leaves.js";
import { t as firstProblems } from "./first-problems.js";
import { n as suggest, t as didYouMean } from "./suggest.js";
import { n as hashJson, t as canonicalize } from "./digest.js";
import { i as quoted } from "./text.js";
import { t as ANNOTATION_PREFIX } from "./annotations.js";
import { a as pointerToken } from "./place.js";
import { r as missingMend } from "./mention.js";
import { t as itself } from "./facts.js";
import { isDeepStrictEqual } from "node:util";

// src/providers/kubernetes/access/resources.ts
/** What somebody who is bound to a role does to it. */
const BOUND_TO = "bound to";
const ROLE = /^(Role|ClusterRole) (.+)$/su;
function placeText(source, namespace) {
	return namespace === null ? source : `${source}/${namespace}`;
}
function resourceText(source, resource) {
	const what = resource.kind === "target" ? targetText(resource.target) : `${resource.role.kind} ${resource.role.name}`;
	return `${placeText(source, resource.namespace)}: ${what}`;
}
/** Null: it is not the text of a resource of this source. */
function parseResource(source, text) {
	const at = text.indexOf(": ");
	const place = at < 0 ? "" : text.slice(0, at);
	const isCluster = place === source;
	if (!isCluster && (!place.startsWith(`${source}/`) || place.length === source.length + 1)) return null;
	return resourceAt(isCluster ? null : place.slice(source.length + 1), text.slice(at + 2));
}
/** @param text without its place */
function resourceAt(namespace, text) {
	const [, kind, name = ""] = ROLE.exec(text) ?? [];
	if (kind === "Role" || kind === "ClusterRole") return {
		kind: "role",
		namespace,
		role: {
			kind,
			name
		}
	};
	const target = parseTarget(text);
	return target === null ? null : {
		kind: "target",
		namespace,
		target
	};
}

// src/providers/kubernetes/risk/power-table.ts
const RBAC$1 = "rbac.authorization.k8s.io";
const ADMISSION = "admissionregistration.k8s.io";
const CERTIFICATES = "certificates.k8s.io";
const AUTHENTICATION = "authentication.k8s.io";
const WRITE = [
	"create",
	"update",
	"patch"
];
const CHANGE = ["update", "patch"];
const REMOVE = ["delete", "deletecollection"];
const administering = {
	level: "critical",
	administers: true,
	reaches: "everything"
};
const passing = {
	level: "high",
	administers: true,
	reaches: "itself"
};
const using = {
	level: "high",
	administers: false,
	reaches: "secrets"
};
const ESCALATE = {
	...administering,
	path: "can let roles allow what it does not have itself"
};
const BIND = {
	...administering,
	path: "can bind roles that allow what it does not have itself"
};
const IMPERSONATE = {
	...administering,
	path: "can act as others"
};
const PASS_ON = {
	...passing,
	path: "can pass on what it has itself"
};
const TAKE = {
	...passing,
	path: "can take access from others"
};
const RUN_IN_PODS = {
	...using,
	path: "can run commands in running pods, with their tokens and Secrets"
};
/**
* Sources: "Role Based Access Control Good Practices" (privilege escalation risks) and "Using RBAC Authorization" in the documentation of
* Kubernetes; KEP-5284 for verbs such as `impersonate:user-info`. Commands in pods took `get` before Kubernetes 1.35, too.
*/
const POWERS = [
	{
		...ESCALATE,
		scope: "cluster",
		by: [on(RBAC$1, ["clusterroles"], ["escalate"])]
	},
	{
		...ESCALATE,
		scope: "namespace",
		by: [on(RBAC$1, ["roles"], ["escalate"])]
	},
	{
		...BIND,
		scope: "cluster",
		by: [on(RBAC$1, ["clusterroles"], ["bind"])]
	},
	{
		...BIND,
		scope: "namespace",
		by: [on(RBAC$1, ["roles"], ["bind"])]
	},
	{
		...IMPERSONATE,
		scope: "cluster",
		by: [on("", ["users", "groups"], ["impersonate"]), on(AUTHENTICATION, [
			"users",
			"groups",
			"nodes"
		], ["impersonate"])]
	},
	{
		...IMPERSONATE,
		scope: "namespace",
		by: ["", AUTHENTICATION].map((group) => on(group, ["serviceaccounts"], ["impersonate"]))
	},
	{
		...administering,
		path: "can get tokens of ServiceAccounts, and act as them",
		scope: "namespace",
		by: [on("", ["serviceaccounts/token"], ["create"])]
	},
	{
		...administering,
		path: "can run commands in every pod of a node, past admission and audit",
		scope: "cluster",
		by: [on("", ["nodes/proxy"], ["get", ...WRITE])]
	},
	{
		...administering,
		path: "can have certificates signed for whoever it likes",
		scope: "cluster",
		by: [on(CERTIFICATES, ["certificatesigningrequests/approval", "certificatesigningrequests/status"], CHANGE), on(CERTIFICATES, ["signers"], ["approve", "sign"])]
	},
	{
		...administering,
		path: "can see what others write, Secrets included, and change or refuse it",
		scope: "cluster",
		by: [on(ADMISSION, ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"], WRITE), on(ADMISSION, ["mutatingadmissionpolicies", "mutatingadmissionpolicybindings"], WRITE)]
	},
	{
		...passing,
		path: "can lift what keeps others from writing",
		scope: "cluster",
		by: [on(ADMISSION, ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"], REMOVE), on(ADMISSION, ["validatingadmissionpolicies", "validatingadmissionpolicybindings"], [...CHANGE, ...REMOVE])]
	},
	{
		...administering,
		path: "can answer for an API in the place of the cluster",
		scope: "cluster",
		by: [on("apiregistration.k8s.io", ["apiservices"], WRITE)]
	},
	{
		...PASS_ON,
		scope: "cluster",
		by: [on(RBAC$1, ["clusterroles", "clusterrolebindings"], WRITE)]
	},
	{
		...PASS_ON,
		scope: "namespace",
		by: [on(RBAC$1, ["roles", "rolebindings"], WRITE)]
	},
	{
		...TAKE,
		scope: "cluster",
		by: [on(RBAC$1, ["clusterroles", "clusterrolebindings"], REMOVE)]
	},
	{
		...TAKE,
		scope: "namespace",
		by: [on(RBAC$1, ["roles", "rolebindings"], REMOVE)]
	},
	{
		...RUN_IN_PODS,
		scope: "namespace",
		by: [on("", ["pods/exec", "pods/attach"], ["get", "create"]), on("", ["pods/ephemeralcontainers"], CHANGE)]
	},
	{
		...using,
		path: "can run pods as any ServiceAccount of the namespace, and mount its Secrets",
		scope: "namespace",
		by: [
			on("", ["pods", "replicationcontrollers"], WRITE),
			on("apps", [
				"deployments",
				"statefulsets",
				"daemonsets",
				"replicasets"
			], WRITE),
			on("batch", ["jobs", "cronjobs"], WRITE)
		]
	},
	{
		...using,
		path: "can read Secrets, tokens among them",
		scope: "namespace",
		by: [on("", ["secrets"], [
			"get",
			"list",
			"watch"
		])],
		reaches: "itself"
	},
	{
		...using,
		level: "medium",
		path: "can have a token made for any ServiceAccount of the namespace, for whoever reads its Secrets",
		scope: "namespace",
		by: [on("", ["secrets"], WRITE)],
		reaches: "itself"
	},
	{
		...using,
		path: "can lift the pod security of a namespace",
		scope: "namespace",
		by: [on("", ["namespaces"], CHANGE)],
		reaches: "itself"
	},
	{
		...using,
		level: "critical",
		path: "can let pods mount the file systems of nodes",
		scope: "cluster",
		by: [on("", ["persistentvolumes"], ["create"])]
	}
];
function on(group, resources, verbs) {
	return {
		group,
		resources,
		verbs
	};
}
/** Every verb on everything. */
const EVERYTHING = {
	...administering,
	path: "passes by every check"
};
const EDIT = "can run pods as any ServiceAccount of the namespace, run commands in its pods, and read its Secrets, tokens among them";
/** What being bound to a ClusterRole that every cluster has brings. Source: user-facing roles in "Using RBAC Authorization". */
const CLUSTER_ROLE_POWERS = {
	"cluster-admin": EVERYTHING,
	admin: {
		...using,
		administers: true,
		path: `${EDIT}, and pass all that on`
	},
	edit: {
		...using,
		path: EDIT
	}
};

// src/providers/kubernetes/risk/powers.ts
/** What happens in this namespace decides about the whole cluster: its controllers have their tokens there. */
const HOME_OF_CONTROLLERS = "kube-system";
/** Everything that an action on a resource is good for besides itself. */
function powersOf(action, resource) {
	const { namespace } = resource;
	const isWide = namespace === null || namespace === HOME_OF_CONTROLLERS;
	return [...new Map(outcomesOf(action, resource).map((outcome) => [outcome.path, outcome])).values()].map((outcome) => isWide && outcome.level === "high" ? {
		...outcome,
		level: "critical"
	} : outcome);
}
function powerOf(action, resource) {
	return powersOf(action, resource).some(({ administers }) => administers) ? "administer" : "use";
}
/** Other roles are known by their rules, where the whole cluster was read. */
function outcomesOf(action, resource) {
	if (resource.kind === "role") {
		const { kind, name } = resource.role;
		const outcome = action === "bound to" && kind === "ClusterRole" && Object.hasOwn(CLUSTER_ROLE_POWERS, name) ? CLUSTER_ROLE_POWERS[name] : void 0;
		return outcome === void 0 ? [] : [outcome];
	}
	const { target, namespace } = resource;
	if (target.kind === "url") return [];
	if (action === "*" && isEverything(target)) return [EVERYTHING];
	return (BY_TARGET.get(targetText({
		...target,
		name: null
	})) ?? []).flatMap(({ verbs, entry }) => {
		return (namespace === null || entry.scope === "namespace") && verbs.some((verb) => isVerb(verb, action)) ? [entry] : [];
	});
}
/** The entries by each target that covers what they are about: a permission on one object by name is one on its kind. */
const BY_TARGET = byTarget();
function byTarget() {
	const all = /* @__PURE__ */ new Map();
	for (const entry of POWERS) for (const { group, resources, verbs } of entry.by) for (const resource of resources) for (const wider of new Set(widerTexts(resourceTarget(group, resource, null), []))) all.set(wider, [...all.get(wider) ?? [], {
		verbs,
		entry
	}]);
	return all;
}
function isEverything({ group, resource, subresource, name }) {
	return group === "*" && resource === "*" && subresource === null && name === null;
}
/** Verbs of one family, such as `impersonate:user-info`, count as it. */
function isVerb(verb, action) {
	return action === "*" || verb === action || action.startsWith(`${verb}:`);
}

// src/providers/kubernetes/access/principals.ts
/** No kind of document: the groups that the API server puts every ServiceAccount in. */
const GROUP_KIND = "KubernetesGroup";
/** Every ServiceAccount; what all that log in are given is given to them, too. */
const ALL_ACCOUNTS = "system:serviceaccounts";
/** Groups of every ServiceAccount, whatever its namespace. */
const EVERYONES_GROUPS = [ALL_ACCOUNTS, "system:authenticated"];
/** The group of all ServiceAccounts of a namespace. */
function groupOfNamespace(namespace) {
	return `${ALL_ACCOUNTS}:${namespace}`;
}
/** The user name of a ServiceAccount. */
function userOf({ namespace, name }) {
	return `system:serviceaccount:${namespace}:${name}`;
}
/** Null: it is nobody's whom a ServiceAccount could be. */
function accountOf(user) {
	const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/u.exec(user) ?? [];
	return namespace === void 0 || name === void 0 ? null : {
		kind: "service-account",
		namespace,
		name
	};
}
function addressOf(source, principal) {
	switch (principal.kind) {
		case "service-account": return formatAddress({
			source,
			kind: SERVICE_ACCOUNT,
			name: [principal.namespace, principal.name]
		});
		case "group": return formatAddress({
			source,
			kind: GROUP_KIND,
			name: [principal.name]
		});
		case "role": {
			const kind = principal.namespace === null ? CLUSTER_ROLE : ROLE$1;
			return formatAddress({
				source,
				kind,
				name: nameOf(principal.namespace, principal.name)
			});
		}
	}
}
/** Null: no principal of this source has this address. */
function principalOf(source, address) {
	const parts = parseAddress(address);
	const [first = "", second, ...more] = parts.name;
	if (parts.source !== source || more.length > 0) return null;
	switch (parts.kind) {
		case SERVICE_ACCOUNT: return second === void 0 ? null : {
			kind: "service-account",
			namespace: first,
			name: second
		};
		case ROLE$1: return second === void 0 ? null : {
			kind: "role",
			namespace: first,
			name: second
		};
		case CLUSTER_ROLE: return second === void 0 ? {
			kind: "role",
			namespace: null,
			name: first
		} : null;
		case GROUP_KIND: return second === void 0 ? {
			kind: "group",
			name: first
		} : null;
		default: return null;
	}
}
/** The role that a binding in a namespace means; null: everywhere. */
function roleAt(namespace, { kind, name }) {
	return {
		kind: "role",
		namespace: kind === "Role" ? namespace : null,
		name
	};
}

// src/providers/kubernetes/access/bindings.ts
/** Who is bound to what, by either side. Subjects that no ServiceAccount can be are left out. */
var Bindings = class {
	#bySubject = /* @__PURE__ */ new Map();
	#byRole = /* @__PURE__ */ new Map();
	constructor(bindings) {
		for (const binding of bindings) this.#add(binding);
	}
	of(principal) {
		return this.#bySubject.get(subjectKey(principal)) ?? [];
	}
	/** What a ServiceAccount has, by itself and by its groups. */
	ofAccount(account) {
		const standing = (as, principal) => this.of(principal).map((bound) => ({
			...bound,
			as
		}));
		return [
			...standing("itself", account),
			...standing("namespace", {
				kind: "group",
				name: groupOfNamespace(account.namespace)
			}),
			...this.ofEveryone().map((bound) => ({
				...bound,
				as: "everyone"
			}))
		];
	}
	ofEveryone() {
		return EVERYONES_GROUPS.flatMap((name) => this.of({
			kind: "group",
			name
		}));
	}
	/** Where a role is bound, and to whom. */
	boundTo(role) {
		return this.#byRole.get(subjectKey(role)) ?? [];
	}
	*all() {
		for (const list of this.#byRole.values()) yield* list;
	}
	#add({ namespace, role, subjects }) {
		const bound = {
			namespace,
			role
		};
		const roleKey = subjectKey(roleAt(namespace, role));
		for (const subject of subjects) {
			const principal = principalIn(subject, namespace);
			if (principal === null) continue;
			push(this.#bySubject, subjectKey(principal), bound);
			push(this.#byRole, roleKey, {
				...bound,
				subject: principal
			});
		}
	}
};
function push(lists, key, item) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [item]);
	else list.push(item);
}
function subjectKey(principal) {
	return JSON.stringify([
		principal.kind,
		"namespace" in principal ? principal.namespace : null,
		principal.name
	]);
}
/** Whom a subject means: a ServiceAccount may be named as the user that it is. Source: appliesToUser in pkg/registry/rbac/validation/rule.go. */
function principalIn({ kind, namespace, name }, bindingNamespace) {
	switch (kind) {
		case "ServiceAccount": {
			const home = namespace ?? bindingNamespace;
			return home === null ? null : {
				kind: "service-account",
				namespace: home,
				name
			};
		}
		case "User": return accountOf(name);
		case "Group": return isGroupOfAccounts(name) ? {
			kind: "group",
			name
		} : null;
	}
}
function isGroupOfAccounts(name) {
	return EVERYONES_GROUPS.includes(name) || name.startsWith(groupOfNamespace(""));
}

// src/providers/kubernetes/access/evaluate.ts
/** Every role that a principal has. A role has itself: a ClusterRole as widely as it can be bound. */
function holdingsOf(model, principal) {
	const { bindings, roles, source } = model;
	switch (principal.kind) {
		case "role": return [{
			...roles.grants(principal),
			namespace: principal.namespace,
			role: principal,
			way: {
				basis: "grant",
				through: []
			}
		}];
		case "group": return (principal.name === "system:serviceaccounts" ? bindings.ofEveryone() : bindings.of(principal)).map((bound) => held(bound, "itself", []));
		case "service-account": {
			const group = addressOf(source, {
				kind: "group",
				name: groupOfNamespace(principal.namespace)
			});
			return bindings.ofAccount(principal).map((bound) => held(bound, bound.as, bound.as === "namespace" ? [group] : []));
		}
	}
	function held({ namespace, role: ref }, as, before) {
		const role = roleAt(namespace, ref);
		const way = as === "everyone" ? {
			basis: "everyone",
			through: []
		} : {
			basis: "grant",
			through: [...before, addressOf(source, role)]
		};
		return {
			...roles.grants(role),
			namespace,
			role,
			way
		};
	}
}
/** What the holdings allow on one resource: one entry an action, in no order. `*` does not spell out what it stands for. */
function heldOn(model, holdings, resource) {
	const ways = resource.kind === "role" ? holdings.flatMap((holding) => boundWays(holding, resource)) : targetWays(model, holdings, resource);
	return [...Map.groupBy(ways, ({ action }) => action).values()].flatMap(best);
}
function targetWays(model, holdings, { namespace, target }) {
	const wider = target.kind === "resource" ? [...widerTexts(target, [])] : null;
	return holdings.flatMap((holding) => {
		if (!reaches$1(holding, namespace, target)) return [];
		return (wider === null ? holding.grants.verbsOn(target) : holding.grants.verbsAmong(wider)).map((action) => ({
			action,
			path: pathOf(model, holding, target, action)
		}));
	});
}
/** The actions that a role names on just this resource, without what a wildcard stands for. */
function namedOn({ form, namespace, role }, resource) {
	if (namespace !== resource.namespace) return [];
	if (resource.kind === "role") return isRole(role, resource) ? [BOUND_TO] : [];
	const text = targetText(resource.target);
	return Object.hasOwn(form, text) ? Object.keys(form[text] ?? {}) : [];
}
/** What a role allows by what it names on just this resource. */
function waysBy(model, holding, resource) {
	if (resource.kind === "role") return boundWays(holding, resource);
	const { target } = resource;
	return namedOn(holding, resource).map((action) => ({
		action,
		path: pathOf(model, holding, target, action)
	}));
}
/** Whoever has a role through a group is bound to it as the group. */
function boundWays({ role, namespace, way }, resource) {
	if (namespace !== resource.namespace || !isRole(role, resource)) return [];
	return [{
		action: BOUND_TO,
		path: {
			...way,
			through: way.through.slice(0, -1)
		}
	}];
}
function isRole({ namespace, name }, resource) {
	const wanted = roleAt(resource.namespace, resource.role);
	return name === wanted.name && namespace === wanted.namespace;
}
/** What is bound everywhere reaches into every namespace, and only that reaches what is in none. Only there are URLs. */
function reaches$1(holding, namespace, { kind }) {
	return holding.namespace === null || kind === "resource" && holding.namespace === namespace;
}
function pathOf({ roles }, { way, role }, target, verb) {
	if (way.basis === "everyone") return way;
	const chain = roles.sources(role, target, verb);
	return chain.length === 0 ? way : {
		...way,
		through: [...way.through, ...chain]
	};
}
/** What a role names where somebody has it, the role itself included. */
function* resourcesOf({ namespace, form, role, way }) {
	const kind = role.namespace === null ? "ClusterRole" : "Role";
	if (way.through.length > 0 || way.basis === "everyone") yield {
		kind: "role",
		namespace,
		role: {
			kind,
			name: role.name
		}
	};
	for (const text of Object.keys(form)) {
		const target = parseTarget(text);
		if (target !== null && (namespace === null || target.kind === "resource")) yield {
			kind: "target",
			namespace,
			target
		};
	}
}
/** The shortest way, else what is one's own, else the first by name. */
function best(ways) {
	const [first, ...others] = ways;
	return first === void 0 ? [] : [others.reduce((known, way) => compareWays(way, known) < 0 ? way : known, first)];
}
/** What everyone has is no news of anybody, so any other way is told first. */
function compareWays({ path: left }, { path: right }) {
	return Number(left.basis === "everyone") - Number(right.basis === "everyone") || left.through.length - right.through.length || compareText(left.through.join("\0"), right.through.join("\0"));
}

// src/providers/kubernetes/access/aggregation.ts
/** Whether an aggregated ClusterRole takes in another: one of its selectors fits the labels, and it is not itself. */
function takesIn(aggregate, { name, labels }) {
	return name !== aggregate.name && (aggregate.selectors ?? []).some((selector) => selects(selector, labels));
}
/** Every requirement has to hold; without any, everything is selected. Source: LabelSelectorAsSelector of Kubernetes. */
function selects({ matchLabels = {}, matchExpressions = [] }, labels) {
	return Object.entries(matchLabels).every(([key, value]) => valueOf(labels, key) === value) && matchExpressions.every((requirement) => holds(requirement, labels));
}
function holds({ key, operator, values = [] }, labels) {
	const value = valueOf(labels, key);
	switch (operator) {
		case "In": return value !== void 0 && values.includes(value);
		case "NotIn": return value === void 0 || !values.includes(value);
		case "Exists": return value !== void 0;
		case "DoesNotExist": return value === void 0;
		default: return false;
	}
}
function valueOf(labels, key) {
	return Object.hasOwn(labels, key) ? labels[key] : void 0;
}
/**
* The rules that the controller writes to the aggregated roles that take in one of `changed`, and to those that take these in. All others
* keep what was read.
*/
function aggregated(roles, changed) {
	const result = new Map(roles);
	const aggregates = [...roles.values()].filter(({ selectors }) => selectors !== null);
	let wave = changed;
	for (let turn = 0; turn <= aggregates.length && wave.length > 0; turn++) {
		const next = [];
		for (const { name } of aggregates) {
			const aggregate = result.get(name);
			if (aggregate === void 0 || !concerns(aggregate, wave)) continue;
			const rules = withoutDoubles([...result.values()].filter((other) => takesIn(aggregate, other)).flatMap((member) => member.rules));
			if (isDeepStrictEqual(rules, withoutDoubles(aggregate.rules))) continue;
			const written = {
				...aggregate,
				rules
			};
			result.set(name, written);
			next.push(written);
		}
		wave = next;
	}
	return result;
}
/** In one order, so that roles which take in one another come to an end. */
function withoutDoubles(rules) {
	return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule]))].sort(([left], [right]) => compareText(left, right)).map(([, rule]) => rule);
}
function concerns(aggregate, wave) {
	return wave.some((one) => one.name === aggregate.name || takesIn(aggregate, one));
}

// src/providers/kubernetes/access/roles.ts
/** The rules of every role by what they grant, each worked out when it is first asked for. */
var Roles = class {
	#source;
	#clusterRoles;
	#rules;
	#known = /* @__PURE__ */ new Map();
	#chains = /* @__PURE__ */ new Map();
	#members = /* @__PURE__ */ new Map();
	constructor({ roles, clusterRoles }, source) {
		this.#source = source;
		this.#clusterRoles = new Map(clusterRoles.map((role) => [role.name, role]));
		this.#rules = new Map([...roles.map(({ namespace, name, rules }) => [keyOf$1({
			namespace,
			name
		}), rules]), ...clusterRoles.map(({ name, rules }) => [keyOf$1({
			namespace: null,
			name
		}), rules])]);
	}
	has(role) {
		return this.#rules.has(keyOf$1(role));
	}
	/** Nothing where the role does not exist. @throws CountersignError `rules-too-large` */
	grants(role) {
		const key = keyOf$1(role);
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const form = normalizeRules(this.#rules.get(key) ?? []);
		const found = {
			form,
			grants: Grants.of(form)
		};
		this.#known.set(key, found);
		return found;
	}
	/** The ClusterRoles by which an aggregated one comes to a grant, the nearest first; none where the role is not aggregated. */
	sources({ namespace, name }, target, verb) {
		if (namespace !== null || this.#membersOf(name).length === 0) return [];
		const key = `${name}\0${targetText(target)}\0${verb}`;
		const known = this.#chains.get(key) ?? this.#chain(name, target, verb);
		this.#chains.set(key, known);
		return known;
	}
	#chain(name, target, verb) {
		const chain = [];
		for (let at = name; at !== void 0; at = this.#next(at, chain, target, verb)) if (at !== name) chain.push(at);
		return chain.map((member) => addressOf(this.#source, {
			kind: "role",
			namespace: null,
			name: member
		}));
	}
	#next(name, chain, target, verb) {
		return this.#membersOf(name).find((member) => !chain.includes(member) && this.grants({
			namespace: null,
			name: member
		}).grants.covers(target, verb));
	}
	/** Those with rules of their own come first: what they grant is theirs. */
	#membersOf(name) {
		const known = this.#members.get(name);
		if (known !== void 0) return known;
		const role = this.#clusterRoles.get(name);
		const members = role === void 0 || role.selectors === null ? [] : [...this.#clusterRoles.values()].filter((other) => takesIn(role, other)).sort((left, right) => compareMembers(left, right)).map((other) => other.name);
		this.#members.set(name, members);
		return members;
	}
};
function compareMembers(left, right) {
	return Number(left.selectors !== null) - Number(right.selectors !== null) || (left.name < right.name ? -1 : 1);
}
/** No namespace has a slash. */
function keyOf$1({ namespace, name }) {
	return `${namespace ?? ""}/${name}`;
}

// src/providers/kubernetes/access/access-index.ts
/** Core's AccessIndex over one cluster, with what a comparison of two of them needs to know. */
var KubernetesAccess = class KubernetesAccess {
	model;
	everyone;
	#accounts;
	#holdings = /* @__PURE__ */ new Map();
	#other = null;
	constructor(estate, source) {
		this.model = {
			source,
			bindings: new Bindings(estate.bindings),
			roles: new Roles(estate, source)
		};
		this.everyone = this.addressOf({
			kind: "group",
			name: ALL_ACCOUNTS
		});
		const accounts = estate.serviceAccounts.map((account) => this.addressOf({
			kind: "service-account",
			...account
		}));
		this.#accounts = new Set(accounts);
	}
	/**
	* Two states of one cluster, which tell of a resource by the actions that a role names on just that in either of them: what a
	* wildcard brings is told of the wildcard.
	*/
	static pair(before, after, source) {
		const [one, other] = [new KubernetesAccess(before, source), new KubernetesAccess(after, source)];
		one.#other = other;
		other.#other = one;
		return [one, other];
	}
	has(principal) {
		const found = principalOf(this.model.source, principal);
		switch (found?.kind) {
			case void 0: return false;
			case "service-account": return this.#accounts.has(principal);
			case "role": return this.model.roles.has(found);
			case "group": return principal === this.everyone || this.model.bindings.of(found).length > 0;
		}
	}
	held(principal) {
		const held = this.#holdingsOf(principal).flatMap((holding) => [...resourcesOf(holding)].flatMap((resource) => {
			const text = resourceText(this.model.source, resource);
			return waysBy(this.model, holding, resource).map((way) => this.#permission(principal, text, resource, way));
		}));
		const all = [...Map.groupBy(held, ({ resource, action }) => `${action}\0${resource}`).values()].flatMap(best);
		const told = new Set(all.map(wayOf));
		return all.filter(({ path }) => principal === this.everyone || path.basis !== "everyone").filter((permission) => permission.action === "bound to" || !told.has(wayOf({
			...permission,
			resource: this.#everywhere(permission.resource)
		}))).sort((left, right) => compareText(left.resource, right.resource) || compareText(left.action, right.action));
	}
	holders(text) {
		const everyone = this.#permissions(this.everyone, text);
		const own = this.#subjects().flatMap((principal) => this.#permissions(principal, text));
		return [...everyone, ...own.filter(({ path }) => path.basis !== "everyone")].sort((left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal));
	}
	on(principal, text) {
		const found = this.#permissions(principal, text);
		if (this.#other === null) return found;
		const every = found.find(({ action }) => action === "*");
		const named = [...this.#namedOn(principal, text), ...this.#other.#namedOn(principal, text)];
		return [...new Set(named)].sort(compareText).flatMap((action) => {
			return found.find((one) => one.action === action) ?? (every === void 0 || action === "bound to" ? [] : {
				...every,
				action
			});
		});
	}
	resolve(text) {
		const { source } = this.model;
		return (parseResource(source, text) === null ? this.#places(text) : [text]).sort(compareText).flatMap((one) => [one, ...this.#named(one)]);
	}
	addressOf(principal) {
		return addressOf(this.model.source, principal);
	}
	/** Every resource that a principal's roles name, in the places where it has them. */
	within(principal) {
		const { model } = this;
		return this.#holdingsOf(principal).flatMap((holding) => [...resourcesOf(holding)].map((resource) => resourceText(model.source, resource)));
	}
	#namedOn(principal, text) {
		const resource = parseResource(this.model.source, text);
		return resource === null ? [] : this.#holdingsOf(principal).flatMap((holding) => namedOn(holding, resource));
	}
	#holdingsOf(principal) {
		const known = this.#holdings.get(principal);
		if (known !== void 0) return known;
		const found = this.has(principal) ? principalOf(this.model.source, principal) : null;
		const holdings = found === null ? [] : holdingsOf(this.model, found);
		this.#holdings.set(principal, holdings);
		return holdings;
	}
	/** Not those of a role, which nobody logs in as. */
	#subjects() {
		const groups = [...this.model.bindings.all()].flatMap(({ subject }) => subject.kind === "group" && !EVERYONES_GROUPS.includes(subject.name) ? [this.addressOf(subject)] : []);
		return [.../* @__PURE__ */ new Set([...this.#accounts, ...groups])];
	}
	#permissions(principal, text) {
		const resource = parseResource(this.model.source, text);
		if (resource === null) return [];
		return heldOn(this.model, this.#holdingsOf(principal), resource).map((held) => this.#permission(principal, text, resource, held)).sort(byAction);
	}
	#permission(principal, text, resource, { action, path }) {
		return {
			principal,
			action,
			resource: text,
			power: powerOf(action, resource),
			condition: null,
			path
		};
	}
	/** The text of the same in all namespaces; of what is there already, a text that nothing has. */
	#everywhere(text) {
		const { source } = this.model;
		return text.startsWith(`${source}/`) ? `${source}${text.slice(text.indexOf(": "))}` : "";
	}
	/** Where something that was written without its place is: everywhere, and in each namespace in which somebody has it. */
	#places(text) {
		const { source, bindings, roles } = this.model;
		const found = /* @__PURE__ */ new Set();
		for (const { namespace, role } of bindings.all()) {
			const resource = resourceAt(namespace, text);
			if (resource === null) return [];
			const grants = roles.grants(roleAt(namespace, role)).grants;
			if (resource.kind === "role" ? resource.role.kind === role.kind && resource.role.name === role.name : grants.verbsOn(resource.target).length > 0) found.add(resourceText(source, resource));
		}
		const everywhere = resourceAt(null, text);
		if (everywhere !== null && everywhere.kind === "target") found.add(resourceText(source, everywhere));
		return [...found];
	}
	/** Of a resource that is meant as a whole, those that are named one by one. */
	#named(text) {
		const { source, bindings, roles } = this.model;
		const whole = parseResource(source, text);
		if (whole?.kind !== "target" || whole.target.kind !== "resource" || whole.target.name !== null) return [];
		const found = /* @__PURE__ */ new Set();
		const start = `${targetText(whole.target)} "`;
		for (const { namespace, role } of bindings.all()) {
			if (namespace !== null && namespace !== whole.namespace) continue;
			for (const key of Object.keys(roles.grants(roleAt(namespace, role)).form)) if (key.startsWith(start)) found.add(`${text}${key.slice(start.length - 2)}`);
		}
		return [...found].sort(compareText);
	}
};
function wayOf({ action, resource, path }) {
	return JSON.stringify([
		action,
		resource,
		path
	]);
}
function byAction(left, right) {
	return compareText(left.action, right.action);
}

// src/providers/kubernetes/access/changes.ts
/** Does to the draft what the steps of a change do to the cluster: they take what is managed from `before` to `after`. */
function applyChange(draft, source, { address, steps, before, after }) {
	const principal = principalOf(source, address);
	if (principal === null || steps.length === 0) return;
	switch (principal.kind) {
		case "service-account": return changeAccount(draft, principal, before, after);
		case "role": {
			const { namespace, name } = principal;
			if (after === null) return namespace === null ? draft.removeClusterRole(name) : draft.removeRole(namespace, name);
			const edit = editBetween(roleForm(before), roleForm(after));
			return namespace === null ? draft.editClusterRole(name, edit) : draft.editRole(namespace, name, edit);
		}
	}
}
function changeAccount(draft, account, before, after) {
	if (after === null) return draft.removeAccount(account);
	if (before === null) draft.addAccount(account);
	const [was, is] = [before, after].map((form) => boundRoles(serviceAccountForm(form).roles));
	for (const bound of missing$1(was, is)) draft.bind(account, bound);
	for (const bound of missing$1(is, was)) draft.unbind(account, bound);
}
function missing$1(known, all) {
	return all.filter((one) => !known.some((other) => sameBound(one, other))).map(({ namespace, kind, name }) => ({
		namespace,
		role: {
			kind,
			name
		}
	}));
}
function editBetween(before, after) {
	const [was, is] = [before.labels?.values ?? {}, after.labels?.values ?? {}];
	const removed = Object.keys(was).filter((label) => !Object.hasOwn(is, label));
	const { aggregation } = after;
	return {
		...after.rules === void 0 || (aggregation ?? null) !== null ? {} : { rules: after.rules },
		...aggregation === void 0 ? {} : { selectors: selectorsOf$1(aggregation) },
		...after.labels === void 0 ? {} : { labels: {
			set: is,
			removed
		} }
	};
}
function selectorsOf$1(aggregation) {
	return aggregation === null ? null : Object.keys(aggregation).map((text) => selectorOf(text));
}

// src/providers/kubernetes/access/covers.ts
/** See core's AccessModel: `prod: secrets` covers `prod/shop: secrets "db"`, and `prod: *.*` both. */
function covers(resource, part) {
	if (resource === part) return false;
	const [place, what] = parted(resource);
	const [partPlace, partWhat] = parted(part);
	if (place !== partPlace && !partPlace.startsWith(`${place}/`)) return false;
	const [target, partTarget] = [parseTarget(what), parseTarget(partWhat)];
	if (target === null || partTarget === null) return false;
	const lengths = target.kind === "url" ? [beginningOf(target.url)?.length ?? []].flat() : [];
	const text = targetText(target);
	for (const wider of widerTexts(partTarget, lengths)) if (wider === text) return true;
	return false;
}
/** See core's AccessModel: every verb on `prod: secrets` includes `get` on `prod/shop: secrets`. */
function includes(held, part) {
	if (held.action !== part.action && held.action !== "*") return false;
	return parseTarget(parted(part.resource)[1]) !== null && (held.resource === part.resource || covers(held.resource, part.resource));
}
function parted(resource) {
	const at = resource.indexOf(": ");
	return at < 0 ? [resource, ""] : [resource.slice(0, at), resource.slice(at + 2)];
}

// src/providers/kubernetes/rules/written.ts
/** In which people write verbs: from reading to removing; all others follow by name. */
const ORDER = [
	"*",
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection"
];
/** Few rules that grant what the form says, sorted. */
function writtenRules(form) {
	const single = Object.entries(form).flatMap(([text, verbs]) => productOf(text, Object.keys(verbs)));
	return [
		"names",
		"resources",
		"groups",
		"urls"
	].reduce(merged, single).toSorted(compareProducts).map(ruleOf);
}
function productOf(text, verbs) {
	const target = parseTarget(text);
	if (target === null) return [];
	const sorted = verbs.toSorted((left, right) => rankOf(left) - rankOf(right) || compareText(left, right));
	if (target.kind === "url") return [{
		groups: [],
		resources: [],
		names: [],
		urls: [target.url],
		verbs: sorted
	}];
	const names = target.name === null ? [] : [target.name];
	return [{
		groups: [target.group],
		resources: [writtenResource(target)],
		names,
		urls: [],
		verbs: sorted
	}];
}
function rankOf(verb) {
	const at = ORDER.indexOf(verb);
	return at < 0 ? ORDER.length : at;
}
/** Products that differ on one side alone are one. No names are all of them, which no list of names may join. */
function merged(products, side) {
	return [...Map.groupBy(products, (product) => JSON.stringify({
		...product,
		[side]: product[side].length === 0
	})).values()].flatMap((members) => {
		const [first] = members;
		if (first === void 0) return [];
		return [{
			...first,
			[side]: members.flatMap((member) => member[side]).sort(compareText)
		}];
	});
}
function compareProducts(left, right) {
	const sides = ({ groups, resources, names, urls, verbs }) => JSON.stringify([
		urls.length > 0,
		groups,
		resources,
		names,
		urls,
		verbs
	]);
	return compareText(sides(left), sides(right));
}
function ruleOf({ groups, resources, names, urls, verbs }) {
	if (urls.length > 0) return {
		nonResourceURLs: urls,
		verbs
	};
	return {
		apiGroups: groups,
		resources,
		...names.length === 0 ? {} : { resourceNames: names },
		verbs
	};
}

// src/providers/kubernetes/access/draft.ts
/** An estate that is being changed; what stays is shared with the one before. */
var EstateDraft = class {
	#accounts;
	#roles;
	#clusterRoles;
	#bindings;
	/** As they were and as they are: what an aggregated role takes in may be either. */
	#touched = [];
	constructor({ serviceAccounts, roles, clusterRoles, bindings }) {
		this.#accounts = new Map(serviceAccounts.map((account) => [userOf(account), account]));
		this.#roles = new Map(roles.map((role) => [keyOf$1(role), role]));
		this.#clusterRoles = new Map(clusterRoles.map((role) => [role.name, role]));
		this.#bindings = Map.groupBy(bindings, boundKey);
	}
	result() {
		return {
			serviceAccounts: [...this.#accounts.values()],
			roles: [...this.#roles.values()],
			clusterRoles: [...aggregated(this.#clusterRoles, this.#touched).values()],
			bindings: [...this.#bindings.values()].flat()
		};
	}
	addAccount({ namespace, name }) {
		this.#accounts.set(userOf({
			namespace,
			name
		}), {
			namespace,
			name
		});
	}
	/** It goes out of every binding, too. */
	removeAccount(account) {
		this.#accounts.delete(userOf(account));
		for (const [bound] of this.#bindings.values()) if (bound !== void 0) this.unbind(account, bound);
	}
	bind({ namespace, name }, { namespace: place, role }) {
		const binding = {
			namespace: place,
			role,
			subjects: [{
				kind: "ServiceAccount",
				namespace,
				name
			}]
		};
		const key = boundKey(binding);
		this.#bindings.set(key, [...this.#bindings.get(key) ?? [], binding]);
	}
	unbind(account, bound) {
		const key = boundKey(bound);
		const user = userOf(account);
		const bindings = (this.#bindings.get(key) ?? []).map((binding) => {
			const subjects = binding.subjects.filter((subject) => {
				const found = principalIn(subject, binding.namespace);
				return found?.kind !== "service-account" || userOf(found) !== user;
			});
			return subjects.length === binding.subjects.length ? binding : {
				...binding,
				subjects
			};
		});
		this.#bindings.set(key, bindings);
	}
	editRole(namespace, name, { rules }) {
		const key = keyOf$1({
			namespace,
			name
		});
		const before = this.#roles.get(key) ?? {
			namespace,
			name,
			rules: []
		};
		this.#roles.set(key, rules === void 0 ? before : {
			...before,
			rules: writtenRules(rules)
		});
	}
	removeRole(namespace, name) {
		this.#roles.delete(keyOf$1({
			namespace,
			name
		}));
	}
	editClusterRole(name, { rules, selectors, labels }) {
		const known = this.#clusterRoles.get(name);
		const before = known ?? {
			name,
			labels: {},
			rules: [],
			selectors: null
		};
		const after = {
			...before,
			...selectors === void 0 ? {} : { selectors },
			...rules === void 0 ? {} : { rules: writtenRules(rules) },
			...labels === void 0 ? {} : { labels: withLabels(before.labels, labels) }
		};
		this.#clusterRoles.set(name, after);
		this.#touched.push(...known === void 0 ? [] : [known], after);
	}
	removeClusterRole(name) {
		const known = this.#clusterRoles.get(name);
		this.#clusterRoles.delete(name);
		if (known !== void 0) this.#touched.push(known);
	}
};
function boundKey({ namespace, role }) {
	return JSON.stringify([
		namespace,
		role.kind,
		role.name
	]);
}
function withLabels(before, { set, removed }) {
	const kept = Object.entries(before).filter(([label]) => !removed.includes(label));
	return Object.fromEntries([...kept, ...Object.entries(set)]);
}

// src/providers/kubernetes/access/estate.ts
/** @throws CountersignError `kubernetes-facts-malformed` when a live state is not an estate that this provider read. */
function estateOf(live) {
	const facts = live.facts;
	if (isEstate(facts)) return facts;
	throw new CountersignError("kubernetes-facts-malformed", "This live state does not hold the estate of a cluster.", { mend: "Read the source again with this version of Countersign." });
}
function isEstate(facts) {
	const { serviceAccounts, roles, clusterRoles, bindings } = facts;
	return [
		serviceAccounts,
		roles,
		clusterRoles,
		bindings
	].every(isList);
}
function isList(value) {
	return Array.isArray(value) && value.every(isJsonObject);
}

// src/providers/kubernetes/access/may-widen.ts
/**
* See core's AccessModel: RBAC only allows, so that taking widens nothing. But bindings may name a ServiceAccount before it is there, and
* selectors decide which ClusterRoles are part of which, by labels that these have or have not.
*/
function mayWiden({ address, action, before, after }) {
	if (action === "disable" || after === null) return false;
	const { kind } = parseAddress(address);
	if (kind === "KubernetesServiceAccount") return before === null;
	if (kind !== "KubernetesClusterRole") return false;
	const [was, is] = [roleForm(before), roleForm(after)];
	return !isDeepStrictEqual(was.labels?.values ?? {}, is.labels?.values ?? {}) || !isDeepStrictEqual(was.aggregation ?? null, is.aggregation ?? null);
}

// src/providers/kubernetes/access/touched.ts
/** Where two states of a cluster may differ for somebody, in no order and with doubles. What everyone has is everyone's alone. */
function* touchedIn(before, after) {
	const [one, other] = [before[0], after[0]];
	for (const principal of changedAccounts(before, after)) yield {
		principal,
		resources: [...one.within(principal), ...other.within(principal)]
	};
	for (const { subject, ...bound } of changedBindings(one, other)) for (const principal of concerned(subject, before, after)) yield {
		principal,
		resources: resourcesAt(bound, one, other)
	};
	for (const role of changedRoles(before[1], after[1])) {
		const texts = changedTexts(role, one, other);
		if (texts.length === 0) continue;
		yield {
			principal: one.addressOf(role),
			resources: textsAt(role.namespace, texts, one)
		};
		for (const { subject, namespace } of [...boundTo(role, one), ...boundTo(role, other)]) for (const principal of concerned(subject, before, after)) yield {
			principal,
			resources: textsAt(namespace, texts, one)
		};
	}
}
function boundTo(role, { model }) {
	return model.bindings.boundTo(role);
}
function changedAccounts([one, before], [other, after]) {
	const accounts = [...before.serviceAccounts, ...after.serviceAccounts];
	return [...new Set(accounts.map((account) => one.addressOf({
		kind: "service-account",
		...account
	})))].filter((address) => one.has(address) !== other.has(address));
}
function changedBindings(one, other) {
	const [before, after] = [one, other].map(({ model }) => new Map([...model.bindings.all()].map((bound) => [JSON.stringify(bound), bound])));
	if (before === void 0 || after === void 0) return [];
	return [...[...before].flatMap(([key, bound]) => after.has(key) ? [] : [bound]), ...[...after].flatMap(([key, bound]) => before.has(key) ? [] : [bound])];
}
/** A draft makes new objects of what it changes, and of nothing else. */
function changedRoles(before, after) {
	const [was, is] = [before, after].map(({ roles, clusterRoles }) => new Map([...roles, ...clusterRoles].map((role) => [keyOf$1({
		namespace: null,
		...role
	}), role])));
	if (was === void 0 || is === void 0) return [];
	return [...new Map([...was, ...is])].filter(([key]) => was.get(key)?.rules !== is.get(key)?.rules).map(([, role]) => ({
		kind: "role",
		namespace: null,
		...role
	}));
}
/** The targets on which a role allows another thing than before. */
function changedTexts(role, one, other) {
	const [was, is] = [formOf$1(role, one), formOf$1(role, other)];
	const verbs = (form, text) => Object.hasOwn(form, text) ? Object.keys(form[text] ?? {}).join(" ") : "";
	return [.../* @__PURE__ */ new Set([...Object.keys(was), ...Object.keys(is)])].filter((text) => verbs(was, text) !== verbs(is, text));
}
function formOf$1(role, { model }) {
	return model.roles.grants(role).form;
}
function resourcesAt({ namespace, role }, one, other) {
	const at = roleAt(namespace, role);
	const texts = /* @__PURE__ */ new Set([...Object.keys(formOf$1(at, one)), ...Object.keys(formOf$1(at, other))]);
	return [resourceText(one.model.source, {
		kind: "role",
		namespace,
		role
	}), ...textsAt(namespace, [...texts], one)];
}
function textsAt(namespace, texts, { model }) {
	return texts.flatMap((text) => {
		const target = parseTarget(text);
		if (target === null || namespace !== null && target.kind === "url") return [];
		return [resourceText(model.source, {
			kind: "target",
			namespace,
			target
		})];
	});
}
/** A group stands for itself, and that of a namespace for its members, too. */
function concerned(subject, [one, before], [, after]) {
	if (subject.kind !== "group") return /* @__PURE__ */ new Set([one.addressOf(subject)]);
	if (EVERYONES_GROUPS.includes(subject.name)) return /* @__PURE__ */ new Set([one.everyone]);
	const members = [...before.serviceAccounts, ...after.serviceAccounts].filter(({ namespace }) => groupOfNamespace(namespace) === subject.name);
	return /* @__PURE__ */ new Set([one.addressOf(subject), ...members.map((account) => one.addressOf({
		kind: "service-account",
		...account
	}))]);
}

// src/providers/kubernetes/access/access-model.ts
/** Who may do what in one cluster, by RBAC. */
const kubernetesAccess = {
	index: (live) => new KubernetesAccess(estateOf(live), live.source),
	after(live, changes) {
		const estate = estateOf(live);
		const draft = new EstateDraft(estate);
		for (const change of changes) applyChange(draft, live.source, change);
		const result = draft.result();
		const [before, after] = KubernetesAccess.pair(estate, result, live.source);
		return {
			before,
			after,
			affected: { [Symbol.iterator]: () => affected([before, estate], [after, result]) }
		};
	},
	covers,
	includes,
	mayWiden,
	limits: [
		"ServiceAccounts and the groups that each is in are looked at (system:serviceaccounts, system:authenticated, those of a namespace); other users and groups are not, whatever they are bound to.",
		"RBAC is all that is looked at: a webhook or another authorizer may allow more, and admission may refuse what is allowed.",
		"What a wildcard stands for is not spelt out, and which resources the cluster has is not asked.",
		"What pods make of it is not followed: who may create a pod, run commands in one or read Secrets may act as other ServiceAccounts of the namespace.",
		"Rules of an aggregated ClusterRole are those that the cluster wrote last; after a plan, those that it is going to write."
	]
};
function* affected(before, after) {
	const found = /* @__PURE__ */ new Map();
	for (const { principal, resources } of touchedIn(before, after)) {
		const known = found.get(principal) ?? /* @__PURE__ */ new Set();
		for (const resource of resources) known.add(resource);
		found.set(principal, known);
	}
	for (const [principal, resources] of [...found].sort(([left], [right]) => compareText(left, right))) yield {
		principal,
		resources: [...resources].sort(compareText)
	};
}

// src/providers/kubernetes/access/permissions.ts
/** What a ServiceAccount with this annotation does to what the value names. */
const ACT_AS = "act as";
/** What a ClusterRole with such a label does to an aggregated one. */
const ADDS_TO = "adds to";
/** The labels by which the ClusterRoles of every cluster aggregate, and those of most others. */
const AGGREGATE = /^(?:[^/]+\/)aggregate-to-(.+)$/u;
/**
* Provider.permissions: what an identity is given directly. A ServiceAccount is bound to roles, which bring what they allow;
* a ClusterRole counts as widely as it can be bound.
*/
function permissionsOf(address, attributes) {
	const { source } = parseAddress(address);
	const principal = principalOf(source, address);
	const lines = principal?.kind === "role" ? roleLines(source, principal.namespace, roleForm(attributes)) : [];
	const own = principal?.kind === "service-account" ? accountLines(source, serviceAccountForm(attributes)) : [];
	return [...lines, ...own].map(({ path = "direct", ...line }) => ({
		principal: address,
		path,
		...line
	}));
}
function accountLines(source, form) {
	const bound = boundRoles(form.roles).map(({ namespace, kind, name }) => {
		const resource = {
			kind: "role",
			namespace,
			role: {
				kind,
				name
			}
		};
		const power = powerOf(BOUND_TO, resource);
		return {
			action: BOUND_TO,
			resource: resourceText(source, resource),
			power,
			path: "membership"
		};
	});
	const identities = Object.entries(form.annotations?.values ?? {}).filter(([annotation]) => isWorkloadIdentity(annotation)).map(([, value]) => ({
		action: ACT_AS,
		resource: `${source}: cloud identity ${value}`,
		power: "use"
	}));
	return [...bound, ...identities];
}
function roleLines(source, namespace, form) {
	return [...Object.entries(form.rules ?? {}).flatMap(([text, verbs]) => {
		const target = parseTarget(text);
		if (target === null) return [];
		const resource = {
			kind: "target",
			namespace,
			target
		};
		return Object.keys(verbs).map((action) => ({
			action,
			resource: resourceText(source, resource),
			power: powerOf(action, resource)
		}));
	}), ...namespace === null ? aggregateLines(source, form) : []];
}
/** Whoever is bound to the aggregated role gets what this one allows. Which other labels are selected is known where the cluster is. */
function aggregateLines(source, { labels }) {
	return Object.entries(labels?.values ?? {}).flatMap(([label, value]) => {
		const [, name] = AGGREGATE.exec(label) ?? [];
		if (name === void 0 || value !== "true") return [];
		const resource = resourceText(source, {
			kind: "role",
			namespace: null,
			role: {
				kind: "ClusterRole",
				name
			}
		});
		return [{
			action: ADDS_TO,
			resource,
			power: "use"
		}];
	});
}

// src/providers/kubernetes/selector-problems.ts
/** Source: IsQualifiedName and IsValidLabelValue in k8s.io/apimachinery/pkg/util/validation. */
const NAME = /^(?=.{1,63}$)[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/u;
const PREFIX = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;
/**
* What the API server would refuse of a selector. A selector is compared and reviewed by its text, which only labels that there can
* be leave no doubt about: a label called `*` would read as every role.
* @param pointer of the selector
*/
function selectorProblems({ matchLabels = {}, matchExpressions = [] }, pointer) {
	return [...Object.entries(matchLabels).flatMap(([key, value]) => told(`${pointer}/matchLabels/${escapePointer(key)}`, labelMistake(key, [value]))), ...matchExpressions.flatMap((one, index) => told(`${pointer}/matchExpressions/${index}`, requirementMistake(one)))];
}
function requirementMistake({ key, operator, values = [] }) {
	const wantsValues = operator === "In" || operator === "NotIn";
	if (wantsValues && values.length === 0) return `It asks for ${operator} and names no values.`;
	if (!wantsValues && values.length > 0) return `It asks for ${operator}, which has no values.`;
	return labelMistake(key, values);
}
function labelMistake(key, values) {
	if (!isKey(key)) return "It names no label that an object can have.";
	return values.every((value) => value === "" || NAME.test(value)) ? null : "It names a value that no label can have.";
}
function isKey(key) {
	const [name = "", prefix, ...more] = key.split("/").toReversed();
	return more.length === 0 && NAME.test(name) && (prefix === void 0 || PREFIX.test(prefix));
}
function told(pointer, cause) {
	if (cause === null) return [];
	return [{
		pointer,
		code: "selector-malformed",
		severity: "error",
		cause,
		mend: "Write a label and values as the API server takes them."
	}];
}

// src/providers/kubernetes/resource-table.ts
/**
* Resources and subresources of the groups that Kubernetes 1.35 has by itself, by group. Sources: `api/discovery` of its repository; its
* built-in ClusterRoles; what the kubelet, impersonation and signers are asked about. `podsecuritypolicies` are of the past.
*/
const NAMES = {
	"": `
    bindings componentstatuses configmaps endpoints endpoints/restricted events groups limitranges namespaces
    namespaces/finalize namespaces/status nodes nodes/checkpoint nodes/configz nodes/healthz nodes/log nodes/metrics
    nodes/pods nodes/proxy nodes/stats nodes/status nodes/statusz persistentvolumeclaims persistentvolumeclaims/status
    persistentvolumes persistentvolumes/status pods pods/attach pods/binding pods/ephemeralcontainers pods/eviction
    pods/exec pods/log pods/portforward pods/proxy pods/resize pods/status podtemplates replicationcontrollers
    replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status secrets
    serviceaccounts serviceaccounts/token services services/proxy services/status users`,
	"admissionregistration.k8s.io": `
    mutatingadmissionpolicies mutatingadmissionpolicybindings mutatingwebhookconfigurations validatingadmissionpolicies
    validatingadmissionpolicies/status validatingadmissionpolicybindings validatingwebhookconfigurations`,
	"apiextensions.k8s.io": "customresourcedefinitions customresourcedefinitions/status",
	"apiregistration.k8s.io": "apiservices apiservices/status",
	apps: `
    controllerrevisions daemonsets daemonsets/status deployments deployments/rollback deployments/scale
    deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale
    statefulsets/status`,
	"authentication.k8s.io": "selfsubjectreviews tokenreviews uids userextras",
	"authorization.k8s.io": "localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews",
	autoscaling: "horizontalpodautoscalers horizontalpodautoscalers/status",
	batch: "cronjobs cronjobs/status jobs jobs/status",
	"certificates.k8s.io": `
    certificatesigningrequests certificatesigningrequests/approval certificatesigningrequests/nodeclient
    certificatesigningrequests/selfnodeclient certificatesigningrequests/status clustertrustbundles
    podcertificaterequests podcertificaterequests/status signers`,
	"coordination.k8s.io": "leasecandidates leases",
	"discovery.k8s.io": "endpointslices",
	"events.k8s.io": "events",
	"flowcontrol.apiserver.k8s.io": "flowschemas flowschemas/status prioritylevelconfigurations prioritylevelconfigurations/status",
	"internal.apiserver.k8s.io": "storageversions storageversions/status",
	"networking.k8s.io": `
    ingressclasses ingresses ingresses/status ipaddresses networkpolicies servicecidrs servicecidrs/status`,
	"node.k8s.io": "runtimeclasses",
	policy: "poddisruptionbudgets poddisruptionbudgets/status podsecuritypolicies",
	"rbac.authorization.k8s.io": "clusterrolebindings clusterroles rolebindings roles",
	"resource.k8s.io": `
    deviceclasses devicetaintrules devicetaintrules/status resourceclaims resourceclaims/status resourceclaimtemplates
    resourceslices`,
	"scheduling.k8s.io": "priorityclasses workloads",
	"storage.k8s.io": `
    csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattachments/status
    volumeattributesclasses`,
	"storagemigration.k8s.io": "storageversionmigrations storageversionmigrations/status"
};
const BUILT_IN = new Map(Object.entries(NAMES).map(([group, names]) => [group, names.trim().split(/\s+/u)]));

// src/providers/kubernetes/unknown-resources.ts
const VERSION = /^v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/u;
const CAPITAL = /[A-Z]/u;
/** Groups and resources that no cluster has, or none without more than Kubernetes itself. Warnings only: the API server takes any text. */
function unknownResources(rules) {
	const rightly = new Set(rules.flatMap(rightlyNamed));
	const unknown = rules.flatMap((rule, index) => [...(rule.apiGroups ?? []).flatMap((group, at) => groupIn(group, `/rules/${index}/apiGroups/${at}`)), ...resourcesIn(rule, `/rules/${index}/resources`).filter(({ resource }) => !rightly.has(resource))]);
	return firstProblems(unknown, {
		each: (one) => one.kind === "group" ? groupProblem(one) : resourceProblem(one),
		rest: ({ pointer }, left) => warning$1(pointer, `There are ${left} more groups or resources that Kubernetes does not have.`, "Correct those before them, and validate again.")
	});
}
function groupIn(group, pointer) {
	const meant = meantBy(group);
	return meant === group ? [] : [{
		kind: "group",
		pointer,
		group,
		meant
	}];
}
/** The group that is meant, which is the one that is written unless that can be none. */
function meantBy(group) {
	if (group === "*" || BUILT_IN.has(group)) return group;
	const [name = ""] = group.toLowerCase().split("/");
	if (name === "core" || VERSION.test(name)) return "";
	return suggestedGroup(name) ?? name;
}
/** Of a group with a dot, which may be anybody's, nothing is guessed. */
function suggestedGroup(name) {
	return name.includes(".") || BUILT_IN.has(name) ? null : suggest(name, DOTLESS);
}
const DOTLESS = [...BUILT_IN.keys()].filter((group) => group !== "" && !group.includes("."));
/** A rule for several groups grants each of its resources in each, and is written apart where another one grants more in one of them. */
function rightlyNamed({ apiGroups = [], resources = [] }) {
	const known = new Set(namesOf$1(apiGroups));
	return resources.filter((resource) => known.has(resource));
}
function resourcesIn({ apiGroups = [], resources = [] }, pointer) {
	const meant = [...new Set(apiGroups.map(meantBy))];
	const groups = meant.every((group) => BUILT_IN.has(group)) ? meant : null;
	const known = groups === null ? null : new Set(namesOf$1(groups));
	return resources.flatMap((resource, at) => isKnown(resource, known) ? [] : [{
		kind: "resource",
		pointer: `${pointer}/${at}`,
		resource,
		groups
	}]);
}
function namesOf$1(groups) {
	return [...groups].flatMap((group) => BUILT_IN.get(group) ?? []);
}
/** Who blocks the deletion of an owner is asked about `finalizers` of it, and impersonation about extra fields of any name. */
function isKnown(resource, known) {
	if (known === null || resource.startsWith("*")) return !CAPITAL.test(resource);
	const [name = "", part] = resource.split("/");
	if (known.has(resource)) return true;
	return known.has(name) && (part === "finalizers" || name === "userextras" && part !== void 0);
}
function groupProblem({ group, meant, pointer }) {
	return warning$1(pointer, `There is no API group ${group}${group.includes("/") || VERSION.test(group) ? ": a version is no part of one" : ""}.`, `Write ${named(meant)}.`);
}
function resourceProblem({ resource, groups, pointer }) {
	if (groups === null) return warning$1(pointer, `The resource ${resource} has capital letters, and the API has none with any.`, `Write "${resource.toLowerCase()}", or its plural.`);
	return warning$1(pointer, `Kubernetes 1.35 has no resource ${resource} in ${shown(groups.map(named))}.`, `${hintFor(resource, groups)}Leave it only where the cluster has more than that.`);
}
function hintFor(resource, groups) {
	if (resource.endsWith("/*")) return "No star stands for the parts of one resource: name each. ";
	const near = nearest(resource, namesOf$1(groups));
	if (near !== null) return `Did you mean "${near}"? `;
	const elsewhere = [...BUILT_IN].filter(([, names]) => names.includes(resource)).map(([group]) => named(group));
	return elsewhere.length === 0 ? "" : `It is in ${shown(elsewhere)}. `;
}
/** Plurals first, which a kind or a singular is meant for. */
function nearest(resource, known) {
	const [name = "", ...parts] = resource.toLowerCase().split("/");
	return [
		name,
		`${name}s`,
		`${name}es`,
		name.replace(/y$/u, "ies")
	].map((one) => [one, ...parts].join("/")).find((one) => known.includes(one)) ?? suggest(resource, known);
}
function named(group) {
	return group === "" ? "the core group, \"\"" : `the group ${group}`;
}
function warning$1(pointer, cause, mend) {
	return {
		pointer,
		code: "resource-unknown",
		severity: "warning",
		cause,
		mend
	};
}

// src/providers/kubernetes/unknown-verbs.ts
/** Of requests about resources. */
const REQUESTS = [
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection"
];
/**
* What Kubernetes itself asks about besides. Sources: "Authorization" in its documentation; every `Verb:` of Kubernetes 1.35 and its
* built-in ClusterRoles, which have `proxy`; `use` is of pod security policies, and of OpenShift's constraints.
*/
const QUESTIONS = [
	"approve",
	"attest",
	"bind",
	"escalate",
	"impersonate",
	"proxy",
	"request-serviceaccounts-token-audience",
	"sign",
	"unsafe-delete-ignore-read-errors",
	"use"
];
const OF_RESOURCES = [
	"*",
	...REQUESTS,
	...QUESTIONS
];
/** The method of a request to a path, in lower case. */
const OF_PATHS = [
	"*",
	"get",
	"head",
	"post",
	"put",
	"patch",
	"delete",
	"options"
];
/** KEP-5284: `impersonate:user-info`, `impersonate-on:user-info:list`. */
const FAMILY = /^impersonate(?:-on)?:/u;
/** Verbs that no request of Kubernetes itself has. Warnings only: an operator may ask the API server about verbs of its own. */
function unknownVerbs(rules) {
	const unknown = rules.flatMap(({ verbs, nonResourceURLs = [] }, rule) => {
		const known = nonResourceURLs.length > 0 ? OF_PATHS : OF_RESOURCES;
		return verbs.flatMap((verb, index) => known.includes(verb) || FAMILY.test(verb) ? [] : [{
			verb,
			pointer: `/rules/${rule}/verbs/${index}`,
			known
		}]);
	});
	return firstProblems(unknown, {
		each: problemOf,
		rest: (next, left) => warning(next, `There are ${left} more verbs that the API of Kubernetes does not have.`, "Correct those before them, and validate again.")
	});
}
function problemOf(unknown) {
	const { verb, known } = unknown;
	return warning(unknown, `No ${known === OF_PATHS ? "request to a path" : "request about a resource"} has the verb ${verb} in Kubernetes itself.`, `${didYouMean(verb, known)}Leave it only where something else asks for it.`);
}
function warning({ pointer }, cause, mend) {
	return {
		pointer,
		code: "verb-unknown",
		severity: "warning",
		cause,
		mend
	};
}

// src/providers/kubernetes/lint.ts
/** What a spec says that its schema cannot refuse. */
function lintSpec(kind, spec) {
	return kind === "KubernetesServiceAccount" ? serviceAccount$2(spec) : role$2(kind, spec);
}
function serviceAccount$2({ annotations, roles = [] }) {
	const values = annotations?.values ?? {};
	const notes = Object.keys(values).filter(isNote);
	return [
		...tooLong(values),
		...nobodysIdentities(values),
		...notes.map((key) => problem(`/annotations/values/${escapePointer(key)}`, "annotation-not-modelled", `The annotation ${key} is a note of kubectl or Countersign, which no document declares.`, "Leave it out.")),
		...roles.flatMap((entry, index) => "everywhere" in entry && "namespace" in entry ? [problem(`/roles/${index}`, "role-in-two-places", "The entry says both everywhere and a namespace.", "Write two entries, or take one of the two away.")] : [])
	];
}
/** Warnings only: what is no name of the cloud provider's is an identity of nobody, and not for the API server to refuse. */
function nobodysIdentities(annotations) {
	return Object.entries(annotations).flatMap(([key, value]) => {
		const example = identityExpected(key, value);
		if (example === null) return [];
		const cause = `The annotation ${key} names no identity of that cloud provider.`;
		return [{
			pointer: `/annotations/values/${escapePointer(key)}`,
			code: "cloud-identity-unlikely",
			severity: "warning",
			cause,
			mend: `Write it like ${example}.`
		}];
	});
}
function tooLong(annotations) {
	const bytes = Object.entries(annotations).reduce((sum, pair) => sum + Buffer.byteLength(pair.join("")), 0);
	if (bytes <= 262144) return [];
	return [problem("/annotations/values", "annotations-too-large", `The annotations have ${bytes} bytes with their keys, and Kubernetes takes ${ANNOTATION_BYTES} of one object.`, "Keep large text elsewhere, such as in a ConfigMap.")];
}
function role$2(kind, { rules = [], aggregationRule }) {
	const both = aggregationRule === void 0 || rules.length === 0 ? [] : [problem("/rules", "rules-of-an-aggregate", "A ClusterRole with an aggregationRule has the rules that the cluster gathers, and none of its own.", "Put these rules into a ClusterRole that the selectors select.")];
	const selectors = aggregationRule?.clusterRoleSelectors ?? [];
	return [
		...both,
		...rules.flatMap((rule, index) => ruleProblems(kind, rule, `/rules/${index}`)),
		...selectors.flatMap((one, index) => selectorProblems(one, `/aggregationRule/clusterRoleSelectors/${index}`)),
		...tooMany(rules),
		...unknownVerbs(rules),
		...unknownResources(rules)
	];
}
/** What the API server refuses, said before anybody approves it. */
function ruleProblems(kind, rule, pointer) {
	const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
	const says = (cause, mend) => [problem(pointer, "rule-malformed", cause, mend)];
	if (verbs.length === 0) return says("The rule names no verb.", "Name verbs, or take the rule away.");
	if (nonResourceURLs.length > 0) {
		if (kind !== "KubernetesClusterRole") return says("A Role cannot allow paths that are no resources.", "Write a ClusterRole.");
		return apiGroups.length + resources.length + resourceNames.length === 0 ? [] : says("The rule is about resources and about paths that are none.", "Write two rules.");
	}
	if (apiGroups.length === 0) return says("The rule names no API group.", "Write apiGroups; the core group is \"\".");
	return resources.length === 0 ? says("The rule names no resource.", "Write resources, or nonResourceURLs.") : [];
}
function tooMany(rules) {
	try {
		normalizeRules(rules);
		return [];
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return [problem("/rules", error.code, error.message, error.mend)];
	}
}
function problem(pointer, code, cause, mend) {
	return {
		pointer,
		code,
		severity: "error",
		cause,
		mend
	};
}

// src/providers/kubernetes/manifests/problems.ts
/** @param pointer into the item */
function malformed(item, pointer, cause, mend) {
	return {
		code: "manifest-malformed",
		severity: "error",
		cause,
		mend,
		location: item.document.locate(pointer)
	};
}
function withoutNamespace(item, pointer, what) {
	return {
		code: "manifest-namespace-missing",
		severity: "error",
		cause: `${what} is in no namespace, so that whoever applies it would decide in which one it is.`,
		mend: "Write the namespace into the manifest.",
		location: item.document.locate(pointer)
	};
}
/** Of two manifests for one object, kubectl would let the last win. */
function declaredTwice(item, first, what) {
	const [location, related] = [item.document.locate(""), first.document.locate("")];
	return {
		code: "manifest-declared-twice",
		severity: "error",
		cause: `${what} is declared twice, and not the same: here and at ${`${related.path}:${related.line}:${related.column}`}.`,
		mend: "Remove one of the two manifests, or give it another name.",
		location,
		related: [related]
	};
}
/** `kubectl get` prints also what each namespace and each cluster brings along. */
function leftToOthers({ item, kind, namespace, name }) {
	const what = [namespace, name].filter((one) => one !== null).join("/");
	return {
		code: "manifest-excluded",
		severity: "warning",
		cause: `The boundary of the source excludes the ${kind} ${quoted(what, 200)}, which is left as it is in the cluster.`,
		mend: "Nothing has to be done. To manage it, let exclude name less in a pull request of its own.",
		location: item.document.locate("/metadata/name")
	};
}
function undeclared(item, pointer, { namespace, name }) {
	return {
		code: "manifest-account-undeclared",
		severity: "error",
		cause: `The ServiceAccount ${quoted(`${namespace}/${name}`, 200)} is bound here, and no manifest declares it.`,
		mend: "Add its manifest, three lines are enough, or take it out of the binding.",
		location: item.document.locate(pointer)
	};
}
function unmanagedSubject(item, pointer, who) {
	return {
		code: "manifest-subject-unmanaged",
		severity: "warning",
		cause: `${quoted(who, 300)} is bound here, and is left as it is in the cluster.`,
		mend: "Countersign binds ServiceAccounts within the boundary; bind others by what manages them.",
		location: item.document.locate(pointer)
	};
}
/** Of a binding, which is no identity: whoever reads them there would believe that somebody is asked. */
function unreadAnnotations({ document, value: { metadata } }) {
	const annotations = isJsonObject(metadata) ? metadata["annotations"] : void 0;
	return Object.keys(isJsonObject(annotations) ? annotations : {}).filter((name) => name.startsWith(ANNOTATION_PREFIX)).map((name) => ({
		code: "manifest-annotation-unread",
		severity: "warning",
		cause: `${quoted(name, 200)} says nothing of a binding, which belongs to the ServiceAccounts that it names.`,
		mend: "Write it into the manifest of the ServiceAccount, or leave it out.",
		location: document.locateKey(`/metadata/annotations/${pointerToken(name)}`)
	}));
}
function notModelled(item, pointer) {
	return {
		code: "manifest-not-modelled",
		severity: "warning",
		cause: "Which Secrets the pods of a ServiceAccount may mount is not managed, and is left as it is.",
		mend: "Leave `secrets` out, unless another tool reads it here.",
		location: item.document.locate(pointer)
	};
}
/** One for all, at the first of them. */
function passedOver(items) {
	const [first] = byPlace(items);
	if (first === void 0) return [];
	const kinds = [...new Set(items.map(({ kind }) => kind))].filter((kind) => kind !== "").sort();
	const named = kinds.length > 5 ? [...kinds.slice(0, 5), `${kinds.length - 5} more kinds`] : kinds;
	const among = named.length === 0 ? "" : ` (${quoted(named.join(", "), 300)})`;
	return [{
		code: "manifest-passed-over",
		severity: "warning",
		cause: `${items.length === 1 ? "One manifest is" : `${items.length} manifests are`} about no ServiceAccount, role or binding${among}, and left alone.`,
		mend: "Nothing has to be done. Narrower globs under `manifests` leave them out.",
		location: first.document.locate("")
	}];
}
/** As a reader meets them. */
function byPlace(items) {
	return items.toSorted((left, right) => {
		const [one, other] = [left.document.locate(""), right.document.locate("")];
		if (one.path !== other.path) return one.path < other.path ? -1 : 1;
		return one.line - other.line || one.column - other.column;
	});
}

// src/providers/kubernetes/manifests/shape.ts
const RBAC = "rbac.authorization.k8s.io";
const SHAPES = {
	ServiceAccount: {
		apiVersion: "v1",
		namespaced: true,
		fields: [
			"automountServiceAccountToken",
			"imagePullSecrets",
			"secrets"
		]
	},
	Role: {
		apiVersion: `${RBAC}/v1`,
		namespaced: true,
		fields: ["rules"]
	},
	ClusterRole: {
		apiVersion: `${RBAC}/v1`,
		namespaced: false,
		fields: ["rules", "aggregationRule"]
	},
	RoleBinding: {
		apiVersion: `${RBAC}/v1`,
		namespaced: true,
		fields: ["roleRef", "subjects"]
	},
	ClusterRoleBinding: {
		apiVersion: `${RBAC}/v1`,
		namespaced: false,
		fields: ["roleRef", "subjects"]
	}
};
const KINDS = Object.keys(SHAPES);
const METADATA = [
	"annotations",
	"finalizers",
	"labels",
	"name",
	"namespace",
	"ownerReferences"
];
/** What an object is, as far as its head says. */
function recognise(item) {
	const { apiVersion, kind } = item;
	if (isKind$1(kind) && SHAPES[kind].apiVersion === apiVersion) return headed(item, kind);
	const misnamed = misnaming(item);
	return misnamed === null ? {
		kind: "other",
		item
	} : {
		kind: "refused",
		item,
		diagnostics: [misnamed]
	};
}
function isKind$1(kind) {
	return Object.hasOwn(SHAPES, kind);
}
/** One that kubectl would refuse must not be passed over as if it were about something else. */
function misnaming(item) {
	const { apiVersion, kind, form } = item;
	if (form === "scalar") return malformed(item, "", "This is no manifest, but a text.", "Put the manifest here; Git LFS, for one, keeps it elsewhere.");
	const [group = "", version] = apiVersion.split("/");
	if (group === RBAC && version !== void 0) return misnamedRole(item);
	if (apiVersion === "" && isKind$1(kind)) return malformed(item, "", `The ${kind} says no API version.`, `Write apiVersion: ${SHAPES[kind].apiVersion}.`);
	if (isKind$1(kind) && isNear(kind, apiVersion)) return noVersion(item, kind);
	if (apiVersion === "v1" && kind.toLowerCase() === "serviceaccount") return malformed(item, "/kind", `There is no kind ${quoted(kind)}.`, "Write ServiceAccount.");
	return apiVersion === "v1" && (kind === "List" || kind === "ServiceAccountList") ? malformed(item, "", `The ${kind} has no list of items.`, "Write items, or remove it.") : null;
}
function misnamedRole(item) {
	const { apiVersion, kind } = item;
	if (isKind$1(kind) && SHAPES[kind].apiVersion !== apiVersion) return noVersion(item, kind);
	return malformed(item, "/kind", `${RBAC} has no kind ${quoted(kind)}.`, `${didYouMean(kind, KINDS)}Kubernetes spells it as ${KINDS.join(", ")}.`);
}
/** Other systems have kinds of these names, too, in groups of their own. */
function isNear(kind, apiVersion) {
	const [group = "", version] = apiVersion.split("/");
	if (SHAPES[kind].apiVersion === "v1") return version === void 0 || group === "core";
	return group.trim() === RBAC || suggest(group, [RBAC]) !== null;
}
function noVersion(item, kind) {
	return malformed(item, "/apiVersion", `${quoted(item.apiVersion, 100)} is no version in which a cluster has ${kind}.`, `Write ${SHAPES[kind].apiVersion}.`);
}
function headed(item, kind) {
	const { namespaced, fields } = SHAPES[kind];
	const { metadata } = item.value;
	const own = isJsonObject(metadata) ? metadata : {};
	const { name, namespace } = own;
	const diagnostics = [
		...unknownFields(item, item.value, "", [
			"apiVersion",
			"kind",
			"metadata",
			...fields
		]),
		...unknownFields(item, own, "/metadata", METADATA),
		...isName(name) ? [] : [malformed(item, "/metadata/name", `The ${kind} has no name that is a text.`, "Write metadata.name.")]
	];
	if (namespaced && (namespace === void 0 || namespace === "")) diagnostics.push(withoutNamespace(item, "/metadata", `The ${kind} ${isName(name) ? quoted(name, 200) : ""}`));
	else if (namespaced && !isName(namespace)) diagnostics.push(malformed(item, "/metadata/namespace", "The namespace is no text.", "Quote it."));
	if (!isName(name) || diagnostics.length > 0) return {
		kind: "refused",
		item,
		diagnostics
	};
	return {
		kind: "manifest",
		manifest: {
			item,
			kind,
			name,
			namespace: namespaced && isName(namespace) ? namespace : null
		}
	};
}
function unknownFields(item, value, pointer, known) {
	return Object.keys(value).filter((key) => !known.includes(key)).map((key) => ({
		...malformed(item, pointer, `Kubernetes has no field ${quoted(key, 100)} here.`, `${didYouMean(key, known)}Known are ${known.join(", ")}.`),
		location: item.document.locateKey(`${pointer}/${pointerToken(key)}`)
	}));
}
function isName(value) {
	return typeof value === "string" && value !== "";
}

// src/providers/kubernetes/manifests/binding.ts
const GROUP = "rbac.authorization.k8s.io";
/** A RoleBinding or ClusterRoleBinding; null with what keeps it from being one. */
function bindingIn(manifest) {
	const { subjects: list = [] } = manifest.item.value;
	if (!Array.isArray(list)) return refused(manifest.item, "/subjects", "The subjects are no list.");
	const role = roleIn(manifest);
	const subjects = list.map((one, index) => subjectIn(manifest, one, `/subjects/${index}`));
	const diagnostics = [...role.diagnostics, ...subjects.flatMap((one) => one.diagnostics)];
	if (role.value === null || diagnostics.length > 0) return {
		value: null,
		diagnostics
	};
	const named = subjects.flatMap(({ value }) => value ?? []);
	return {
		value: {
			manifest,
			bound: role.value,
			subjects: named
		},
		diagnostics
	};
}
function roleIn({ item, kind, namespace }) {
	const { roleRef } = item.value;
	if (!isJsonObject(roleRef)) return refused(item, "/roleRef", "The binding names no role.", "Write roleRef.");
	const unknown = unknownFields(item, roleRef, "/roleRef", [
		"apiGroup",
		"kind",
		"name"
	]);
	const { apiGroup = "", kind: role, name } = roleRef;
	if (unknown.length > 0) return {
		value: null,
		diagnostics: unknown
	};
	if (apiGroup !== "" && apiGroup !== GROUP) return refused(item, "/roleRef/apiGroup", "The role is in no group that has roles.", `Write ${GROUP}.`);
	if (role !== "ClusterRole" && (role !== "Role" || kind === "ClusterRoleBinding")) return refused(item, "/roleRef/kind", `A ${kind} gives nothing of that kind.`, "Name a ClusterRole, or a Role in a RoleBinding.");
	if (!isName(name)) return refused(item, "/roleRef/name", "The role has no name that is a text.");
	return {
		value: {
			namespace,
			kind: role,
			name
		},
		diagnostics: []
	};
}
function subjectIn({ item, namespace: place }, subject, pointer) {
	if (!isJsonObject(subject)) return refused(item, pointer, "The subject is no mapping.");
	const unknown = unknownFields(item, subject, pointer, [
		"apiGroup",
		"kind",
		"name",
		"namespace"
	]);
	if (unknown.length > 0) return {
		value: null,
		diagnostics: unknown
	};
	const { apiGroup = "", kind, name, namespace = "" } = subject;
	const wrong = (field) => refused(item, `${pointer}/${field}`, `The subject has no ${field} that RBAC knows.`);
	if (kind !== "ServiceAccount" && kind !== "User" && kind !== "Group") return wrong("kind");
	if (!isName(name)) return wrong("name");
	if (typeof namespace !== "string" || kind !== "ServiceAccount" && namespace !== "") return wrong("namespace");
	if (apiGroup !== "" && (apiGroup !== GROUP || kind === "ServiceAccount")) return wrong("apiGroup");
	const inside = namespace === "" ? place : namespace;
	if (kind === "ServiceAccount" && inside === null) return {
		value: null,
		diagnostics: [withoutNamespace(item, pointer, `The ServiceAccount ${quoted(name, 200)}`)]
	};
	const holder = holderOf({
		kind,
		name,
		namespace: inside
	});
	return {
		value: {
			pointer,
			holder,
			text: holder === null ? `${kind} ${name}` : `ServiceAccount ${holder.namespace}/${holder.name}`
		},
		diagnostics: []
	};
}
function refused(item, pointer, cause, mend = "Correct it as Kubernetes has it.") {
	return {
		value: null,
		diagnostics: [malformed(item, pointer, cause, mend)]
	};
}

// src/providers/kubernetes/manifests/identity.ts
const ANNOTATIONS = "/metadata/annotations";
/**
* A manifest says all of an object, so that what it leaves out is what the API server takes it for: no labels, no roles.
* What is of another form than Kubernetes has it comes as it is, for the schema of the kind to refuse in its place.
* @param bindings those that name the ServiceAccount
*/
function accountIdentity(account, bindings) {
	const { item, name, namespace } = account;
	const { automountServiceAccountToken = true, imagePullSecrets = [] } = item.value;
	const given = givenRoles(bindings);
	const places = new Map([
		...placesIn(account),
		["/automountToken", {
			document: item.document,
			pointer: "/automountServiceAccountToken"
		}],
		...pullSecretPlaces(account, imagePullSecrets),
		...given.flatMap((binding, index) => rolePlaces(binding, `/roles/${index}`))
	]);
	return {
		kind: SERVICE_ACCOUNT,
		name,
		namespace: namespace ?? "",
		spec: {
			automountToken: automountServiceAccountToken,
			imagePullSecrets: Array.isArray(imagePullSecrets) ? imagePullSecrets.map(secretName) : imagePullSecrets,
			annotations: { values: withoutNotes$1(textsIn(account, "annotations")) },
			labels: { values: textsIn(account, "labels") },
			roles: given.map(({ bound }) => entryOf$1(bound, namespace))
		},
		document: item.document,
		annotations: ANNOTATIONS,
		others: bindings.map(({ manifest }) => manifest.item.document),
		places
	};
}
/** Rules of an aggregated ClusterRole are the cluster's work, which `kubectl get` prints, too. */
function roleIdentity(role) {
	const { item, kind, name, namespace } = role;
	const { rules = [], aggregationRule } = item.value;
	return {
		kind: kind === "Role" ? ROLE$1 : CLUSTER_ROLE,
		name,
		...namespace === null ? {} : { namespace },
		spec: {
			...aggregationRule === void 0 ? { rules } : { aggregationRule },
			labels: { values: textsIn(role, "labels") }
		},
		document: item.document,
		annotations: ANNOTATIONS,
		others: [],
		places: new Map(placesIn(role))
	};
}
/** Each role in each place once, whichever bindings give it. */
function givenRoles(bindings) {
	const first = new Map(bindings.map((binding) => [canonicalize(binding.bound), binding]).toReversed());
	return bindings.filter((binding) => first.get(canonicalize(binding.bound)) === binding);
}
function entryOf$1({ namespace, kind, name }, own) {
	const named = kind === "Role" ? { role: name } : { clusterRole: name };
	if (namespace === null) return {
		...named,
		everywhere: true
	};
	return namespace === own ? named : {
		...named,
		namespace
	};
}
function rolePlaces({ manifest }, pointer) {
	const { document } = manifest.item;
	const name = {
		document,
		pointer: "/roleRef/name"
	};
	return [
		[pointer, {
			document,
			pointer: "/roleRef"
		}],
		[`${pointer}/role`, name],
		[`${pointer}/clusterRole`, name],
		[`${pointer}/namespace`, {
			document,
			pointer: "/metadata/namespace"
		}]
	];
}
function placesIn({ item: { document } }) {
	return ["labels", "annotations"].flatMap((key) => {
		const origin = {
			document,
			pointer: `/metadata/${key}`
		};
		return [[`/${key}`, origin], [`/${key}/values`, origin]];
	});
}
function pullSecretPlaces({ item: { document } }, secrets) {
	if (!Array.isArray(secrets)) return [];
	return secrets.map((secret, index) => {
		const pointer = `/imagePullSecrets/${index}`;
		return [pointer, {
			document,
			pointer: isJsonObject(secret) ? `${pointer}/name` : pointer
		}];
	});
}
/** What is no reference to a Secret by its name, and nothing else. */
function pullSecretProblems({ item }) {
	const { imagePullSecrets } = item.value;
	if (!Array.isArray(imagePullSecrets)) return [];
	return imagePullSecrets.flatMap((secret, index) => secretName(secret) === null ? [malformed(item, `/imagePullSecrets/${index}`, "This names no Secret.", "Write `name: …`, and nothing else.")] : []);
}
function secretName(secret) {
	if (!isJsonObject(secret)) return null;
	const { name, ...more } = secret;
	return Object.keys(more).length === 0 && isName(name) ? name : null;
}
function textsIn({ item }, key) {
	const { metadata } = item.value;
	return (isJsonObject(metadata) ? metadata[key] : void 0) ?? {};
}
function withoutNotes$1(annotations) {
	if (!isJsonObject(annotations)) return annotations;
	return Object.fromEntries(Object.entries(annotations).filter(([key]) => !isNote(key)));
}

// src/providers/kubernetes/manifests/noise.ts
/** Written by the API server, or for it alone. */
const SERVER_METADATA = /* @__PURE__ */ new Set([
	"creationTimestamp",
	"deletionGracePeriodSeconds",
	"deletionTimestamp",
	"generateName",
	"generation",
	"managedFields",
	"resourceVersion",
	"selfLink",
	"uid"
]);
/** Notes that kubectl and an apply of Countersign leave at what they wrote. */
const NOTES = /* @__PURE__ */ new Set(["kubectl.kubernetes.io/last-applied-configuration", CREATION_MARK]);
/** An object without what `kubectl get -o yaml` prints besides anybody's wish. No entry of a list moves. */
function cleaned(object) {
	const { metadata, status: _status, ...rest } = object;
	const own = withoutNulls(rest);
	return metadata === void 0 ? own : {
		...own,
		metadata: metadataOf(metadata)
	};
}
function metadataOf(metadata) {
	if (!isJsonObject(metadata)) return metadata;
	const kept = Object.entries(metadata).filter(([key, value]) => value !== null && !SERVER_METADATA.has(key));
	return Object.fromEntries(kept.map(([key, value]) => [key, key === "annotations" ? withoutNotes(value) : value]));
}
function withoutNotes(annotations) {
	if (!isJsonObject(annotations)) return annotations;
	return Object.fromEntries(Object.entries(annotations).filter(([key]) => !NOTES.has(key)));
}
/** To the API server a member that is null is one that is not there. */
function withoutNulls(object) {
	const kept = Object.entries(object).filter(([, value]) => value !== null);
	return Object.fromEntries(kept.map(([key, value]) => [key, nullsWithin(value)]));
}
function nullsWithin(value) {
	if (Array.isArray(value)) return value.map((item) => nullsWithin(item));
	return isJsonObject(value) ? withoutNulls(value) : value;
}

// src/providers/kubernetes/manifests/items.ts
const NOTHING = {
	apiVersion: void 0,
	kind: void 0
};
/** The objects of a document: itself, or what it lists, as kubectl reads it. */
function itemsOf(document) {
	return itemsAt(document, document.value, "", NOTHING);
}
function itemsAt(document, value, pointer, implied) {
	const object = isJsonObject(value) ? value : {};
	const { apiVersion = implied.apiVersion, kind = implied.kind, items } = object;
	if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
		const within = kind === "List" ? NOTHING : {
			apiVersion,
			kind: kind.slice(0, -4)
		};
		return items.flatMap((item, index) => itemsAt(document, item, `${pointer}/items/${index}`, within));
	}
	const own = cleaned(object);
	return [{
		document: partOf(document, pointer, own),
		form: formOf(value),
		value: own,
		apiVersion: textOf(apiVersion),
		kind: textOf(kind)
	}];
}
function formOf(value) {
	if (Array.isArray(value)) return "list";
	if (isJsonObject(value)) return "mapping";
	return value === null ? "nothing" : "scalar";
}
/** What stands at the pointer, as a document of its own. */
function partOf(document, own, value) {
	return {
		value,
		sound: document.sound,
		locate: (pointer) => document.locate(`${own}${pointer}`),
		locateKey: (pointer) => document.locateKey(`${own}${pointer}`),
		locateWithin: (pointer, offset) => document.locateWithin(`${own}${pointer}`, offset),
		written: (pointer) => document.written(`${own}${pointer}`),
		reported: (pointer) => document.reported(`${own}${pointer}`)
	};
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}

// src/providers/kubernetes/manifests/manifests.ts
/**
* Provider.manifests: ServiceAccounts, Roles, ClusterRoles and their bindings as kubectl takes them. A binding is a part of each
* ServiceAccount that it names, so that one that cannot be told leaves every identity unknown.
*/
function kubernetesManifests(documents, { boundary }) {
	const read = byContent(documents.flatMap(itemsOf)).map(recognise);
	const manifests = read.flatMap((one) => one.kind === "manifest" ? [one.manifest] : []);
	const decoded = manifests.filter(isBinding).map(bindingIn);
	const bindings = decoded.flatMap(({ value }) => value ?? []);
	const within = boundaryOf(boundary);
	const objects = manifests.filter(isObject);
	const isExcluded = (one) => within.excluded({
		...one,
		kind: IDENTITIES[one.kind]
	});
	const kept = objects.filter((one) => !isExcluded(one));
	const accounts = kept.filter(({ kind }) => kind === "ServiceAccount");
	const refused = read.flatMap((one) => one.kind === "refused" ? [one] : []);
	const declared = new Set([...accounts.map(holderIn), ...refused.flatMap(refusedHolder)].map(keyOf));
	const given = byHolder(bindings);
	const notes = [
		...passedOver(read.flatMap((one) => one.kind === "other" ? [one.item] : [])),
		...accounts.filter(({ item }) => "secrets" in item.value).map(({ item }) => notModelled(item, "/secrets")),
		...bindings.flatMap(({ manifest }) => unreadAnnotations(manifest.item)),
		...bindings.flatMap((binding) => strangers(binding, declared, within)),
		...objects.filter(isExcluded).map(leftToOthers)
	];
	const errors = [
		...refused.flatMap(({ diagnostics }) => diagnostics),
		...decoded.flatMap(({ diagnostics }) => diagnostics),
		...accounts.flatMap(pullSecretProblems),
		...twice(bindings)
	];
	const roles = kept.filter(({ kind }) => kind !== "ServiceAccount");
	const identities = [...accounts.map((account) => accountIdentity(account, given.get(keyOf(holderIn(account))) ?? [])), ...roles.map(roleIdentity)];
	return {
		identities: errors.length === 0 ? identities : [],
		diagnostics: [...errors, ...notes]
	};
}
/** Where a manifest stands means nothing. */
function byContent(items) {
	return items.map((item) => ({
		item,
		hash: hashJson(item.value)
	})).toSorted((left, right) => compareText(left.hash, right.hash)).map(({ item }) => item);
}
const IDENTITIES = {
	ServiceAccount: SERVICE_ACCOUNT,
	Role: ROLE$1,
	ClusterRole: CLUSTER_ROLE
};
function isObject(manifest) {
	return Object.hasOwn(IDENTITIES, manifest.kind);
}
function isBinding({ kind }) {
	return kind === "RoleBinding" || kind === "ClusterRoleBinding";
}
/** Each binding once for each ServiceAccount that it names. */
function byHolder(bindings) {
	const all = /* @__PURE__ */ new Map();
	for (const binding of bindings) {
		const holders = binding.subjects.flatMap(({ holder }) => holder === null ? [] : keyOf(holder));
		for (const key of new Set(holders)) {
			const own = all.get(key);
			if (own === void 0) all.set(key, [binding]);
			else own.push(binding);
		}
	}
	return all;
}
function holderIn({ namespace, name }) {
	return {
		namespace: namespace ?? "",
		name
	};
}
function keyOf({ namespace, name }) {
	return JSON.stringify([namespace, name]);
}
/** Of a manifest that is refused, which says already why nothing is declared; without a namespace where it says none. */
function refusedHolder({ item: { kind, value } }) {
	const { metadata } = value;
	if (kind.toLowerCase() !== "serviceaccount" || !isJsonObject(metadata)) return [];
	const { name, namespace } = metadata;
	if (typeof name !== "string") return [];
	return [{
		namespace: typeof namespace === "string" ? namespace : "",
		name
	}];
}
/** Those whom a binding names, and whom no manifest can bind. */
function strangers({ manifest: { item }, subjects }, declared, within) {
	return subjects.flatMap(({ pointer, holder, text }) => {
		if (holder === null) return [unmanagedSubject(item, pointer, text)];
		if (declared.has(keyOf(holder)) || declared.has(keyOf({
			...holder,
			namespace: ""
		}))) return [];
		return within.identity({
			kind: "KubernetesServiceAccount",
			...holder
		}) ? [undeclared(item, pointer, holder)] : [unmanagedSubject(item, pointer, text)];
	});
}
/** Bindings of one name that say different things; doubles say nothing new. */
function twice(bindings) {
	return [...Map.groupBy(bindings, ({ manifest: { kind, namespace, name } }) => JSON.stringify([
		kind,
		namespace,
		name
	])).values()].flatMap((group) => {
		const said = new Map(group.map((one) => [saidBy(one), one.manifest]));
		const [first, ...others] = byPlace([...said.values()].map(({ item }) => item));
		const [{ manifest } = { manifest: null }] = group;
		if (first === void 0 || manifest === null) return [];
		const what = `The ${manifest.kind} ${[manifest.namespace, manifest.name].filter((one) => one !== null).join("/")}`;
		return others.map((other) => declaredTwice(other, first, what));
	});
}
function saidBy({ bound, subjects }) {
	const who = subjects.map(({ text }) => text).sort(compareText);
	return canonicalize({
		bound,
		who
	});
}

// src/providers/kubernetes/normal-form/mentions.ts
/** Provider.mentions: namespaces, which have no documents, and ClusterRoles where the boundary leaves out their names. */
function mentions(changes, live, declared) {
	const { boundary, roles } = kubernetesFacts(live);
	const within = boundaryOf(boundary);
	const seen = namespacesSeen(live);
	return changes.flatMap((change) => {
		const added = newlyBound(change, within);
		const shared = roles !== null && !Object.hasOwn(roles, "*");
		return [...placesOf$1(change, added).filter(({ namespace }) => !seen.has(namespace)), ...shared ? added.filter(({ kind }) => kind === "ClusterRole").map((bound) => roleMention(change, bound, declared)) : []];
	});
}
/** In which something was found: they exist. */
function namespacesSeen(live) {
	const { roles, bindings } = kubernetesFacts(live);
	const objects = live.objects.map(({ address }) => namedBy(address, live.source)?.namespace ?? "");
	return /* @__PURE__ */ new Set([
		...objects,
		...bindings.map(({ namespace }) => namespace ?? ""),
		...Object.entries(roles ?? {}).flatMap(([place, names]) => names.length > 0 ? [place] : [])
	]);
}
/** Roles that a ServiceAccount gets, in places that the source may write to. */
function newlyBound({ address, before, after }, within) {
	if (parseAddress(address).kind !== "KubernetesServiceAccount") return [];
	const held = boundRoles(serviceAccountForm(before).roles);
	return boundRoles(serviceAccountForm(after).roles).filter((bound) => within.place(bound.namespace) && !held.some((one) => sameBound(one, bound)));
}
/** Each namespace once: of the object, where it is made, and of each binding that is. */
function placesOf$1({ address, action }, added) {
	const { namespace: own = null } = namedBy(address, parseAddress(address).source) ?? {};
	const first = new Map(action === "create" && own !== null ? [[own, ""]] : []);
	for (const bound of added) if (bound.namespace !== null && bound.namespace !== own && !first.has(bound.namespace)) first.set(bound.namespace, pointerOf(bound));
	return [...first].map(([namespace, pointer]) => {
		const message = `There is no namespace ${namespace}, and a plan makes none.`;
		return {
			address,
			namespace,
			name: `namespaces/${namespace}`,
			what: `the namespace ${namespace}`,
			missing: {
				code: "kubernetes-namespace-missing",
				message,
				...pointer === "" ? {} : { pointer }
			},
			mend: "Correct the name, or make the namespace and plan again."
		};
	});
}
function roleMention({ address }, bound, declared) {
	const role = roleAddress(parseAddress(address).source, "ClusterRole", null, bound.name);
	const mend = missingMend(role, declared, "Correct the name, or make it and plan again.");
	const message = `There is no ${roleText(bound)}, and this plan makes none.`;
	return {
		address,
		name: `clusterroles/${bound.name}`,
		what: `the ClusterRole ${bound.name}`,
		missing: {
			code: "bound-role-missing",
			message,
			pointer: pointerOf(bound)
		},
		mend
	};
}
function pointerOf(bound) {
	return `/roles/values/${escapePointer(placeOf(bound))}/${bound.kind}/${escapePointer(bound.name)}`;
}

// src/providers/kubernetes/normal-form/added-rules.ts
/**
* What is declared of a role, and what it has besides: rules are written whole, so that in a source that only adds nothing is lost.
* @param live the role's own form; null: it does not exist
* @throws CountersignError `role-changes-nature`, `rules-too-large`
*/
function addedTo(live, declared) {
	if (live === null) return declared;
	const known = roleForm(live);
	const { rules, aggregation } = declared;
	if (aggregation !== void 0 && aggregation === null !== ((known.aggregation ?? null) === null)) throw changed();
	return {
		...declared,
		...rules === void 0 ? {} : { rules: normalizeRules([known.rules ?? {}, rules].flatMap(writtenRules)) },
		...aggregation === void 0 || aggregation === null ? {} : { aggregation: {
			...known.aggregation,
			...aggregation
		} }
	};
}
function changed() {
	return new CountersignError("role-changes-nature", "Whether a ClusterRole is aggregated is to change, which takes its rules away, and its source only adds.", { mend: "Declare another ClusterRole, or make the source authoritative." });
}

// src/providers/kubernetes/normal-form/normalize.ts
/** A spec in the normal form. @throws CountersignError `rules-too-large`, `role-changes-nature` */
function normalizeSpec(kind, spec, { address, mode, live }) {
	if (kind === "KubernetesServiceAccount") return serviceAccount$1(spec, parseAddress(address).name[0] ?? "", mode);
	const declared = role$1(kind, spec, mode);
	if (mode !== "additive") return declared;
	return addedTo(live.objects.find((object) => object.address === address)?.attributes ?? null, declared);
}
function serviceAccount$1(spec, own, mode) {
	const { automountToken, imagePullSecrets, annotations, labels, roles } = spec;
	return {
		...automountToken === void 0 ? {} : { automountToken },
		...imagePullSecrets === void 0 ? {} : { imagePullSecrets: listed(setOf(imagePullSecrets.filter((one) => typeof one === "string")), othersOf(imagePullSecrets, mode)) },
		...annotations === void 0 ? {} : { annotations: texts$1(annotations, mode) },
		...labels === void 0 ? {} : { labels: texts$1(labels, mode) },
		...roles === void 0 ? {} : { roles: listed(boundForm(roles.flatMap((entry) => boundOf(entry, own))), othersOf(roles, mode)) }
	};
}
/** A ClusterRole with rules of its own is no aggregated one, and an aggregated one has none of its own: it loses those that it had. */
function role$1(kind, spec, mode) {
	const { rules, aggregationRule, labels } = spec;
	return {
		...rules === void 0 ? {} : {
			...kind === "KubernetesClusterRole" ? { aggregation: null } : {},
			rules: normalizeRules(rules)
		},
		...aggregationRule === void 0 ? {} : {
			rules: {},
			aggregation: setOf(aggregationRule.clusterRoleSelectors.map((one) => selectorText(one)))
		},
		...labels === void 0 ? {} : { labels: texts$1(labels, mode) }
	};
}
/** The role that an entry of a document means, and where. */
function boundOf(entry, own) {
	if ("others" in entry) return [];
	const named = namedRole(entry);
	if ("everywhere" in entry && entry.everywhere === true) return [{
		...named,
		namespace: null
	}];
	return [{
		...named,
		namespace: entry.namespace ?? own
	}];
}
function namedRole(entry) {
	return "role" in entry ? {
		kind: "Role",
		name: entry.role
	} : {
		kind: "ClusterRole",
		name: entry.clusterRole
	};
}
function othersOf(list, mode) {
	const says = list.some((item) => typeof item === "object" && item !== null && "others" in item);
	return mode === "additive" || says ? "keep" : "remove";
}
function texts$1({ values, others }, mode) {
	return listed(values, mode === "additive" ? "keep" : others ?? "remove");
}

// src/providers/kubernetes/normal-form/to-document.ts
/** Provider.toDocument: what is live as a person would write it. Empty sets are written, too: they say that there is nothing. */
function toDocument({ address, kind, attributes }, live) {
	const segments = parseAddress(address).name;
	const [namespace = ""] = segments;
	const own = kind === "KubernetesServiceAccount" || kind === "KubernetesRole" ? { namespace } : {};
	const spec = kind === "KubernetesServiceAccount" ? serviceAccount(serviceAccountForm(attributes), namespace) : role(roleForm(attributes));
	const pointers = live.unreadable.flatMap((one) => one.address === address ? [one.pointer ?? ""] : []);
	return {
		kind,
		name: segments.at(-1) ?? "",
		...own,
		spec: withHidden(spec, pointers),
		notModelled: live.notModelled.filter((one) => one.address === address),
		...isBuiltIn(attributes) ? { caution: "is a role of Kubernetes itself, which each start of the API server restores" } : {}
	};
}
/** Source: Using RBAC Authorization, auto-reconciliation, in the documentation of Kubernetes. */
function isBuiltIn(attributes) {
	return roleForm(attributes).labels?.values?.["kubernetes.io/bootstrapping"] === "rbac-defaults";
}
/** What could not be shown is kept, since it cannot be named. */
function withHidden(spec, pointers) {
	const keeping = ["annotations", "labels"].filter((key) => pointers.some((pointer) => pointer.startsWith(`/${key}/`)));
	return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, keeping.includes(key) && isJsonObject(value) ? {
		...value,
		others: "keep"
	} : value]));
}
function serviceAccount(form, own) {
	return {
		automountToken: form.automountToken ?? true,
		imagePullSecrets: Object.keys(form.imagePullSecrets?.values ?? {}).sort(compareText),
		annotations: texts(form.annotations),
		labels: texts(form.labels),
		roles: boundRoles(form.roles).map((bound) => entryOf(bound, own))
	};
}
function entryOf({ namespace, kind, name }, own) {
	const named = kind === "Role" ? { role: name } : { clusterRole: name };
	if (namespace === null) return {
		...named,
		everywhere: true
	};
	return namespace === own ? named : {
		...named,
		namespace
	};
}
function role(form) {
	const selectors = Object.keys(form.aggregation ?? {}).sort(compareText).map(selectorOf);
	return {
		...form.aggregation === void 0 || form.aggregation === null ? { rules: writtenRules(form.rules ?? {}).map((rule) => ({ ...rule })) } : { aggregationRule: { clusterRoleSelectors: selectors } },
		labels: texts(form.labels)
	};
}
function texts(form) {
	const entries = Object.entries(form?.values ?? {}).sort(([left], [right]) => compareText(left, right));
	return { values: Object.fromEntries(entries) };
}

// src/providers/kubernetes/reach.ts
const patterns = (description, items) => ({
	type: "array",
	description,
	minItems: 1,
	maxItems: 1e3,
	items
});
const namespace = {
	type: "string",
	description: "A pattern; a star stands for any text.",
	minLength: 1,
	maxLength: 253
};
/** No name that the API server takes has a slash. */
const identity$1 = {
	type: "string",
	description: "A pattern of names; a star stands for any text. A kind and a slash before it: of that kind alone.",
	pattern: `^(?:(?:${[
		SERVICE_ACCOUNT,
		ROLE$1,
		CLUSTER_ROLE
	].join("|")})/)?[^/]{1,253}$`,
	maxLength: 300
};
/** JSON Schema of a source's `boundary`. */
const boundarySchema = {
	type: "object",
	description: "What of the cluster is managed at all. Names that begin with system: never are.",
	additionalProperties: false,
	properties: {
		namespaces: patterns("Namespaces, a star standing for any text. Left out: every one. kube-system, kube-public and kube-node-lease only where they are named in full.", namespace),
		include: patterns("Patterns of names of ServiceAccounts, Roles and ClusterRoles, or of one kind: KubernetesRole/orders-*. Left out: every name.", identity$1),
		exclude: patterns("Patterns of names that are left out again, likewise: KubernetesClusterRole/admin.", identity$1),
		clusterScoped: {
			type: "boolean",
			description: "Whether ClusterRoles, and what is bound everywhere, are managed and read, too. Default true. With false, a source needs no rights beyond its namespaces."
		}
	}
};
/** JSON Schema of a source's `options`. */
const optionsSchema = {
	type: "object",
	description: "What the source needs besides its connection.",
	additionalProperties: false,
	properties: {
		writer: {
			type: "string",
			description: "User name of the write connection, such as system:serviceaccount:countersign:applier, so that a plan can say who would get to act as it.",
			minLength: 1,
			maxLength: 500
		},
		tokenSecrets: {
			type: "boolean",
			description: "Whether long-lived token Secrets are told with their ages. The right to list Secrets, which this takes, is the right to read them all. Default false."
		}
	}
};

// src/providers/kubernetes/risk/escalations.ts
/** The ways in which what is gained lets its holder get at more than is listed: all of it is told by what is gained. */
function escalations({ gains }) {
	return gains.flatMap(escalationsOf);
}
function escalationsOf(gain) {
	const { source } = parseAddress(gain.principal);
	if (gain.action === "act as") return [foreign(gain, source)];
	const resource = parseResource(source, gain.resource);
	if (resource === null) return [];
	if (gain.action === "adds to") return [widening(gain, resource)];
	const what = whatText(gain.action, resource);
	return powersOf(gain.action, resource).map(({ level, path }) => ({
		gain,
		level,
		what,
		path,
		seen: "permissions"
	}));
}
function foreign(gain, source) {
	return {
		gain,
		level: "high",
		what: gain.resource.slice(`${source}: `.length),
		path: "can act as it, where that trusts the ServiceAccount",
		seen: "permissions"
	};
}
function widening(gain, resource) {
	return {
		gain,
		level: "high",
		what: `a label that adds it to ${resource.kind === "role" ? resource.role.name : gain.resource}`,
		path: "whoever is bound to that gets what this role allows",
		seen: "permissions"
	};
}
/** `create pods/exec in shop`, `ClusterRole edit everywhere`. */
function whatText(action, resource) {
	const where = resource.namespace === null ? " everywhere" : ` in ${resource.namespace}`;
	return resource.kind === "role" ? `${resource.role.kind} ${resource.role.name}${where}` : `${action} ${targetText(resource.target)}${where}`;
}

// src/providers/kubernetes/risk/reaches.ts
/** Verbs that are as good as others: a list has the objects whole. */
const AS_GOOD_AS = {
	list: ["get", "list"],
	watch: ["get", "watch"],
	deletecollection: ["delete", "deletecollection"]
};
const ANY_NAME = " \"*\"";
/** What a permission is about, as globs over the resources that permissions name: all that a wildcard or a whole can stand for. */
function reaches(permission) {
	const { source } = parseAddress(permission.principal);
	const resource = parseResource(source, permission.resource);
	const own = itself(permission);
	if (resource === null) return [own];
	const places = placesOf(source, resource);
	const powers = powersOf(permission.action, resource).map(({ reaches: what }) => what);
	const { action } = permission;
	const actions = (Object.hasOwn(AS_GOOD_AS, action) ? AS_GOOD_AS[action] : void 0) ?? [action];
	return [
		own,
		...at(places, resource.kind === "role" ? [] : globsOf(resource.target), actions),
		...powers.includes("everything") ? at(places, ["**"], ["*"]) : [],
		...powers.includes("secrets") ? at(places, ["secrets", `secrets${ANY_NAME}`], ["get"]) : []
	];
}
function at(places, globs, actions) {
	return places.flatMap((place) => globs.map((glob) => ({
		resource: `${place}: ${glob}`,
		actions
	})));
}
/** What holds everywhere holds in each namespace. */
function placesOf(source, { namespace }) {
	return namespace === null ? [source, `${source}/*`] : [`${source}/${namespace}`];
}
function globsOf(target) {
	if (target.kind === "url") {
		const text = targetText(target);
		return text.endsWith("*") ? [text.replace(/\*$/u, "**")] : [];
	}
	const names = target.name === null ? ["", ANY_NAME] : [` ${quotedName(target.name)}`];
	return wholesOf(target).flatMap((whole) => names.map((name) => `${whole}${name}`));
}
/** A group has dots in its name, and only where it is the core group no name at all. */
function wholesOf({ group, resource, subresource }) {
	const groups = group === "*" ? ["", ".**"] : [group === "" ? "" : `.${group}`];
	const parts = subresource !== null ? [`/${subresource}`] : resource === "*" ? ["", "/*"] : [""];
	return groups.flatMap((inGroup) => parts.map((part) => `${resource}${inGroup}${part}`));
}
function quotedName(name) {
	return `"${name.replaceAll("\"", "\"\"")}"`;
}

// src/providers/kubernetes/risk/model.ts
const kubernetesRisk = {
	reaches,
	escalations,
	ownIdentities({ name: source, options }, live) {
		const [writer, reader] = [accountIn(options["writer"]), accountIn(live?.facts["reader"])];
		const isSame = writer !== null && reader?.namespace === writer.namespace && reader.name === writer.name;
		return [...writer === null ? [] : [identity(source, writer, "writes")], ...reader === null || isSame ? [] : [identity(source, reader, "reads")]];
	}
};
/** @param user the name by which the API server knows who logs in: `system:serviceaccount:shop:web` */
function accountIn(user) {
	return typeof user === "string" ? accountOf(user) : null;
}
/** Whoever gets tokens of a ServiceAccount acts as it. */
function identity(source, account, does) {
	const { namespace, name } = account;
	const target = resourceTarget("", "serviceaccounts/token", name);
	const resource = resourceText(source, {
		kind: "target",
		namespace,
		target
	});
	return {
		address: addressOf(source, account),
		resource,
		name: `${namespace}/${name}`,
		does
	};
}

// src/providers/kubernetes/steps/removal.ts
/**
* Provider.disabled: a ServiceAccount that is bound to nothing, and that no cloud provider knows, has no access but everyone's.
* A role without rules gives nothing, neither by itself nor through an aggregated one; one that somebody is bound to is theirs.
*/
function disabled(object, live, released) {
	if (object.kind === "KubernetesServiceAccount") return {
		kind: "after",
		after: withoutAccess(object.attributes)
	};
	const blocked = holderBlocks(object.address, live, released);
	if (blocked.length > 0) return {
		kind: "blocked",
		blocked
	};
	return {
		kind: "after",
		after: {
			rules: {},
			...object.kind === "KubernetesClusterRole" ? { aggregation: null } : {}
		}
	};
}
function withoutAccess(attributes) {
	const annotations = Object.entries(serviceAccountForm(attributes).annotations?.values ?? {});
	const kept = annotations.filter(([key]) => !isWorkloadIdentity(key));
	return {
		...kept.length === annotations.length ? {} : { annotations: listed(Object.fromEntries(kept)) },
		roles: NO_ROLES
	};
}

// src/providers/kubernetes/steps/blocks.ts
/** Why a ServiceAccount cannot be bound as its document says. */
function bindingBlocks(draft, live) {
	const { address, before, after, creates, declared } = draft;
	const facts = kubernetesFacts(live);
	const within = boundaryOf(facts.boundary);
	const held = before === null ? boundAlready(address, live) : boundRoles(serviceAccountForm(before).roles);
	const added = rolesIn(after).filter((bound) => !held.some((one) => sameBound(one, bound)));
	const beyond = [...new Set(rolesIn(after).filter((one) => !within.place(one.namespace)).map((one) => one.namespace))];
	const { source } = parseAddress(address);
	const addressOf = ({ kind, namespace, name }) => roleAddress(source, kind, namespace, name);
	return [
		...beyond.map((namespace) => placeOutside(address, namespace, facts.boundary)),
		...added.filter((bound) => within.place(bound.namespace) && isMissing(bound, facts.roles)).filter((bound) => !creates.has(addressOf(bound))).map((bound) => {
			const meant = didYouMean(bound.name, namesOf(bound, facts.roles) ?? []);
			return missing(bound, missingMend(addressOf(bound), declared, `${meant}Declare it, or correct the name.`));
		}),
		...added.filter(isRoleEverywhere).map(notEverywhere),
		...before === null ? waitingBlocks(draft, held) : []
	];
}
/** A binding that another tool would write again, and that a change would take somebody out of. */
function claimedBindings({ address, before, after }, live) {
	const kept = rolesIn(after);
	const lost = rolesIn(before).filter((bound) => !kept.some((one) => sameBound(one, bound)));
	return bindingsOf(address, live).flatMap(({ namespace, name, role, managedBy: claim }) => {
		if (claim === void 0 || !lost.some((bound) => sameBound(bound, {
			namespace,
			...role
		}))) return [];
		return [{
			code: "binding-managed-elsewhere",
			message: `The binding ${name} ${namespace === null ? "for every namespace" : `in ${namespace}`} is managed by ${claim.tool} (${claim.evidence}), which would write it again. Take the role away there.`,
			pointer: "/roles"
		}];
	});
}
/** What bindings of the boundary's places give to a ServiceAccount, whether it exists or not. */
function boundAlready(address, live) {
	const own = bindingsOf(address, live).map(({ namespace, role }) => ({
		namespace,
		...role
	}));
	return boundRoles(listed(boundForm(own)));
}
function bindingsOf(address, live) {
	const { source } = parseAddress(address);
	const isOwn = (subject) => {
		const holder = holderOf(subject);
		return holder !== null && serviceAccountAddress(source, holder.namespace, holder.name) === address;
	};
	return kubernetesFacts(live).bindings.filter(({ subjects }) => subjects.some(isOwn));
}
/** Whoever creates a ServiceAccount gives it what bindings have waiting for its name: an exhaustive list has to say so. */
function waitingBlocks({ address, after }, held) {
	const { roles } = serviceAccountForm(after);
	if (roles === void 0 || roles.others === "keep") return [];
	const declared = boundRoles(roles);
	const unsaid = held.filter((bound) => !declared.some((one) => sameBound(one, bound)));
	if (unsaid.length === 0) return [];
	return [{
		code: "bound-before-creation",
		message: `${address} does not exist, and bindings would give it ${shown(unsaid.map(boundText))} as soon as it does. Take it out of them, or declare these roles.`,
		pointer: "/roles"
	}];
}
function rolesIn(attributes) {
	return boundRoles(serviceAccountForm(attributes).roles);
}
/** A binding to a role that is not there would come into force with whatever role somebody makes later. */
function isMissing(bound, known) {
	if (known === null || isRoleEverywhere(bound)) return false;
	const names = namesOf(bound, known);
	return names === void 0 ? bound.kind !== "ClusterRole" : !names.includes(bound.name);
}
/** Of the roles that it could have been; undefined: none were listed there. */
function namesOf(bound, known) {
	const place = bound.kind === "ClusterRole" ? "*" : placeOf(bound);
	return known !== null && Object.hasOwn(known, place) ? known[place] : void 0;
}
function isRoleEverywhere({ kind, namespace }) {
	return kind === "Role" && namespace === null;
}
function missing(bound, mend) {
	return {
		code: "bound-role-missing",
		message: `There is no ${roleText(bound)}, and this plan makes none. ${mend}`,
		pointer: "/roles"
	};
}
function notEverywhere({ name }) {
	return {
		code: "bound-role-missing",
		message: `The Role ${name} is of one namespace, so it cannot be bound everywhere.`,
		pointer: "/roles"
	};
}

// src/providers/kubernetes/steps/names.ts
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;
const SUBDOMAIN_LENGTH = 253;
/** Names that the API server refuses: those of ServiceAccounts are DNS subdomains, those of roles anything that fits into a path. */
function nameBlocks({ address, action }) {
	if (action !== "create") return [];
	const { kind, name } = parseAddress(address);
	const own = name.at(-1) ?? "";
	const rule = kind === "KubernetesServiceAccount" ? subdomainRule(own) : segmentRule(own);
	return rule === null ? [] : [{
		code: "cluster-name-invalid",
		message: `Kubernetes has no such names: ${rule}.`
	}];
}
function subdomainRule(name) {
	if (name.length <= SUBDOMAIN_LENGTH && SUBDOMAIN.test(name)) return null;
	return `small letters, digits, hyphens and dots, at most ${SUBDOMAIN_LENGTH}, with a letter or digit at either end and beside each dot`;
}
function segmentRule(name) {
	return name !== "" && name !== "." && name !== ".." && !/[/%]/u.test(name) ? null : "anything but . and .., without / and %";
}

// src/providers/kubernetes/steps/edits.ts
/** What of the object itself differs, as it is written; empty: nothing. */
function serviceAccountEdit(before, after) {
	const { automountToken } = after;
	return {
		...automountToken === void 0 || automountToken === before.automountToken ? {} : { automountToken },
		...namesEdit(before.imagePullSecrets, after.imagePullSecrets),
		...textsEdit("annotations", before.annotations, after.annotations),
		...textsEdit("labels", before.labels, after.labels)
	};
}
function roleEdit(before, after) {
	const { rules, aggregation } = after;
	const sameRules = differences({ rules: before.rules ?? {} }, { rules: rules ?? {} }).length === 0;
	const sameNature = differences({ of: before.aggregation ?? null }, { of: aggregation ?? null }).length === 0;
	const gathered = (before.aggregation ?? null) !== null && aggregation === null;
	return {
		...rules === void 0 || (aggregation ?? null) !== null || sameRules && !gathered ? {} : { rules: writtenRules(rules).map((rule) => ({ ...rule })) },
		...aggregation === void 0 || sameNature ? {} : { aggregation: selectorsOf(aggregation) },
		...textsEdit("labels", before.labels, after.labels)
	};
}
function isEmptyEdit(edit) {
	return Object.keys(edit).length === 0;
}
function selectorsOf(aggregation) {
	return aggregation === null ? null : Object.keys(aggregation).sort(compareText).map(selectorOf);
}
function namesEdit(before, after) {
	const [old, next] = [Object.keys(before?.values ?? {}), Object.keys(after?.values ?? {})];
	if (after === void 0) return {};
	const add = next.filter((name) => !old.includes(name)).sort(compareText);
	const remove = old.filter((name) => !next.includes(name)).sort(compareText);
	return add.length + remove.length === 0 ? {} : { imagePullSecrets: {
		add,
		remove
	} };
}
function textsEdit(attribute, before, after) {
	if (after === void 0) return {};
	const old = new Map(Object.entries(before?.values ?? {}));
	const set = Object.entries(after.values).filter(([key, value]) => old.get(key) !== value).sort(([left], [right]) => compareText(left, right));
	const remove = [...old.keys()].filter((key) => !Object.hasOwn(after.values, key)).sort(compareText);
	return set.length + remove.length === 0 ? {} : { [attribute]: {
		set: Object.fromEntries(set),
		remove
	} };
}

// src/providers/kubernetes/steps/role.ts
/** A role is one object, written at once. */
function roleSteps({ action, before, after }) {
	const edit = roleEdit(roleForm(before), roleForm(after));
	if (before === null) return [creation$1({
		kind: "create",
		edit
	}, after ?? {})];
	if (isEmptyEdit(edit)) return [];
	return [{
		stage: 0,
		effect: {
			kind: action === "disable" ? "empty" : "edit",
			edit
		},
		expect: before,
		result: after,
		repeat: "idempotent"
	}];
}
function roleDeletion(before) {
	return [{
		stage: 0,
		effect: { kind: "delete" },
		expect: before,
		result: null,
		repeat: "idempotent"
	}];
}
/** A new role grants nothing that its document does not name. */
function creation$1(effect, after) {
	return {
		stage: 0,
		effect,
		expect: null,
		result: {
			rules: {},
			...after
		},
		repeat: "intent"
	};
}

// src/providers/kubernetes/steps/service-account.ts
const OBJECT = [
	"automountToken",
	"imagePullSecrets",
	"annotations",
	"labels"
];
/**
* The object first, then what it is newly bound to, then what it is no longer: between two roles there is no gap.
* @param waiting what bindings give to a ServiceAccount that does not exist; what is not declared of it blocks the change
*/
function serviceAccountSteps(draft, waiting = []) {
	const after = serviceAccountForm(draft.after);
	if (draft.before === null) {
		const declared = boundRoles(after.roles);
		const held = waiting.filter((one) => declared.some((other) => sameBound(one, other)));
		return [...creation(after), ...bindings(held, after)];
	}
	const before = serviceAccountForm(draft.before);
	const edit = serviceAccountEdit(before, after);
	const own = {
		kind: "edit",
		edit
	};
	return [...isEmptyEdit(edit) ? [] : [step(own, objectPart(draft.before), objectPart(draft.after))], ...bindings(boundRoles(before.roles), after)];
}
/** Access first: what is no longer bound ends before the object does. */
function disabling(draft) {
	const steps = serviceAccountSteps(draft);
	const isUnbinding = ({ effect }) => effect.kind === "unbind";
	return [...steps.filter(isUnbinding), ...steps.filter((one) => !isUnbinding(one))];
}
/** `before` is everything that is modelled. */
function deletion(before) {
	const form = serviceAccountForm(before);
	const alone = {
		...objectPart(before),
		roles: NO_ROLES
	};
	return [...bindings(boundRoles(form.roles), { roles: NO_ROLES }), step({ kind: "delete" }, alone, null)];
}
function creation(after) {
	return [{
		stage: 0,
		effect: {
			kind: "create",
			edit: serviceAccountEdit({}, after)
		},
		expect: null,
		result: {
			automountToken: true,
			...objectPart(after)
		},
		repeat: "intent"
	}];
}
/** One role a step, each predicted with all the others that are managed. */
function bindings(before, { roles }) {
	if (roles === void 0) return [];
	const after = boundRoles(roles);
	const added = after.filter((one) => !before.some((other) => sameBound(one, other)));
	const removed = before.filter((one) => !after.some((other) => sameBound(one, other)));
	const edits = [...added.map((bound) => ({
		kind: "bind",
		bound
	})), ...removed.map((bound) => ({
		kind: "unbind",
		bound
	}))];
	let held = before;
	return edits.map(({ kind, bound }) => {
		const { namespace, name } = bound;
		const expect = { roles: listed(boundForm(held), roles.others) };
		held = kind === "bind" ? [...held, bound] : held.filter((one) => !sameBound(one, bound));
		return step({
			kind,
			namespace,
			role: {
				kind: bound.kind,
				name
			}
		}, expect, { roles: listed(boundForm(held), roles.others) });
	});
}
function objectPart(attributes) {
	const form = serviceAccountForm(attributes);
	return Object.fromEntries(OBJECT.flatMap((key) => form[key] === void 0 ? [] : [[key, form[key]]]));
}
function step(effect, expect, result) {
	return {
		stage: 0,
		effect,
		expect,
		result,
		repeat: "idempotent"
	};
}

// src/providers/kubernetes/steps/steps.ts
/** Provider.steps: each is one call of the API, or for a role that several bindings give, one for each of them. */
function steps(draft, live) {
	const result = parseAddress(draft.address).kind === "KubernetesServiceAccount" ? ofServiceAccount(draft, live) : ofRole(draft, live);
	return {
		...result,
		blocked: [...nameBlocks(draft), ...result.blocked]
	};
}
function ofServiceAccount(draft, live) {
	const claimed = claimedBindings(draft, live);
	switch (draft.action) {
		case "create":
		case "update": {
			const waiting = draft.before === null ? boundAlready(draft.address, live) : [];
			return {
				steps: serviceAccountSteps(draft, waiting),
				irreversible: [],
				blocked: [...claimed, ...bindingBlocks(draft, live)]
			};
		}
		case "disable": return {
			steps: disabling(draft),
			irreversible: [],
			blocked: claimed
		};
		case "delete": return {
			steps: deletion(draft.before ?? {}),
			irreversible: accountDeleted(draft, live),
			blocked: claimed
		};
		case "replace": throw neverReplaced(draft);
	}
}
function ofRole(draft, live) {
	switch (draft.action) {
		case "create":
		case "update":
		case "disable": return {
			steps: roleSteps(draft),
			irreversible: [],
			blocked: []
		};
		case "delete": return {
			steps: roleDeletion(draft.before ?? {}),
			irreversible: [],
			blocked: holderBlocks(draft.address, live, draft.released)
		};
		case "replace": throw neverReplaced(draft);
	}
}
function accountDeleted({ address }, live) {
	return [{
		code: "service-account-deleted",
		message: `The ServiceAccount cannot be brought back: its tokens end, and one of the same name has another uid.`
	}, ...live.notModelled.filter((one) => one.address === address).map(({ what, detail }) => `${what} ${detail}`).map((what) => ({
		code: "not-modelled-lost",
		message: `What is not modelled ends with it: ${what}`
	}))];
}
function neverReplaced({ address }) {
	return new CountersignError("unsupported", "Nothing of this kind needs another object in its place.", {
		evidence: address,
		mend: "Report this: a plan should never ask for it."
	});
}

// src/providers/kubernetes/index.ts
/** ServiceAccounts, Roles and ClusterRoles of one Kubernetes cluster. */
const kubernetes = {
	name: "kubernetes",
	kinds,
	boundarySchema,
	optionsSchema,
	lint: (kind, spec) => isKind(kind) ? lintSpec(kind, spec) : [],
	normalize: (kind, spec, context) => {
		if (!isKind(kind)) throw unknownKind(kind);
		return normalizeSpec(kind, spec, context);
	},
	project,
	inventory: ({ attributes }) => attributes,
	disabled,
	references,
	mentions,
	steps,
	outside,
	permissions: permissionsOf,
	risk: kubernetesRisk,
	expansions: () => ({}),
	summary,
	toDocument,
	manifests: kubernetesManifests,
	access: kubernetesAccess,
	reader: (connection) => kubernetesReader(connection)
};
/** Roles that a ServiceAccount is bound to. */
function references(source, kind, attributes) {
	if (kind !== "KubernetesServiceAccount") return [];
	const bound = boundRoles(serviceAccountForm(attributes).roles);
	return [...new Set(bound.map((role) => roleAddress(source, role.kind, role.namespace, role.name)))].sort();
}
function summary(live) {
	if (Object.keys(live.target).length === 0) return "Kubernetes, not read";
	const { version } = kubernetesFacts(live);
	const count = (kind) => live.objects.filter((object) => object.kind === kind).length;
	const accounts = count(SERVICE_ACCOUNT);
	const roles = live.objects.length - accounts;
	return `Kubernetes${version === "" ? "" : ` ${version}`}, ${accounts} service ${accounts === 1 ? "account" : "accounts"}, ${roles} ${roles === 1 ? "role" : "roles"}`;
}
function isKind(kind) {
	return kinds.some((known) => known.kind === kind);
}
function unknownKind(kind) {
	return new CountersignError("unsupported", `Kubernetes has no kind ${kind}.`, { mend: `Use one of ${kinds.map((known) => known.kind).join(", ")}.` });
}

export { kubernetes };