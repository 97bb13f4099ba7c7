import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { i as parseAddress, n as formatAddress, t as compareText } from "./address.js";
import { n as escapePointer } from "./leaves.js";
import { t as didYouMean } from "./suggest.js";
import { t as parseYaml } from "./yaml.js";
import { t as secretShape } from "./secret-shape.js";
import { t as fits } from "./star.js";
import { t as allUnknown } from "./mention.js";
import { Agent, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import { Agent as Agent$1, request as request$1 } from "node:https";

// src/providers/kubernetes/rules/target.ts
const PLAIN = /^(?:[a-z0-9-]+|\*)$/u;
const PLAIN_GROUP = /^(?:[a-z0-9.-]+|\*)$/u;
const PLAIN_SUBRESOURCE = /^[a-z0-9-]+$/u;
const PLAIN_URL = /^[^\s"]+$/u;
const QUOTED = "\"(?:[^\"]|\"\")*\"";
const RESOURCE = new RegExp(`^(${QUOTED}|[a-z0-9-]+|\\*)(?:\\.(${QUOTED}|[a-z0-9.-]+|\\*))?(?:/(${QUOTED}|[a-z0-9-]+))?(?: (${QUOTED}))?$`, "u");
const URL_WORD = "URL ";
/**
* As kubectl describes it: `deployments.apps/scale`, `secrets "db"` for one by name, `URL /healthz`. Whatever could be taken for
* something else stands in double quotes, so that every target has one text and every text one target.
*/
function targetText(target) {
	if (target.kind === "url") return `${URL_WORD}${spelt(target.url, PLAIN_URL)}`;
	const { group, resource, subresource, name } = target;
	const suffix = group === "" ? resource === "*" ? ".\"\"" : "" : `.${spelt(group, PLAIN_GROUP)}`;
	const part = subresource === null ? "" : `/${spelt(subresource, PLAIN_SUBRESOURCE)}`;
	return `${spelt(resource, PLAIN)}${suffix}${part}${name === null ? "" : ` ${quoted(name)}`}`;
}
/** Null: this is no target's text. */
function parseTarget(text) {
	const target = text.startsWith(URL_WORD) ? urlIn(text.slice(4)) : resourceIn(text);
	return target !== null && targetText(target) === text ? target : null;
}
function urlIn(text) {
	return {
		kind: "url",
		url: plain(text)
	};
}
function resourceIn(text) {
	const [, resource, group = "", subresource, name] = RESOURCE.exec(text) ?? [];
	if (resource === void 0) return null;
	return {
		kind: "resource",
		group: plain(group),
		resource: plain(resource),
		subresource: subresource === void 0 ? null : plain(subresource),
		name: name === void 0 ? null : plain(name)
	};
}
function spelt(text, isPlain) {
	return isPlain.test(text) ? text : quoted(text);
}
function quoted(text) {
	return `"${text.replaceAll("\"", "\"\"")}"`;
}
function plain(text) {
	return text.startsWith("\"") && text.length > 1 ? text.slice(1, -1).replaceAll("\"\"", "\"") : text;
}
/** As a rule's `resources` spells it. */
function writtenResource({ resource, subresource }) {
	return subresource === null ? resource : `${resource}/${subresource}`;
}
/** @param written as a rule's `resources` spells it; no segment of a request's path has a slash, so the first one parts it */
function resourceTarget(group, written, name) {
	const at = written.indexOf("/");
	const [resource, subresource] = at < 0 ? [written, null] : [written.slice(0, at), written.slice(at + 1)];
	return {
		kind: "resource",
		group,
		resource,
		subresource,
		name
	};
}
/** Any number of stars at the end is as good as one. */
function urlTarget(written) {
	return {
		kind: "url",
		url: written.replace(/\*+$/u, "*")
	};
}

// src/providers/kubernetes/rules/wider.ts
/**
* The targets that cover a target, itself first: a wildcard covers what it stands for, and no name every name. `*` covers resources
* with their subresources, `*` and a subresource the resources that have it. Source: RuleAllows in plugin/pkg/auth/authorizer/rbac
* and pkg/apis/rbac/v1/evaluation_helpers.go of Kubernetes.
* @param lengths of the beginnings that URLs with a star at the end have
*/
function* widerTexts(target, lengths) {
	yield targetText(target);
	if (target.kind === "url") {
		yield* widerUrls(target.url, lengths);
		return;
	}
	const { group, resource, subresource, name } = target;
	const own = {
		resource,
		subresource
	};
	const every = {
		resource: "*",
		subresource: null
	};
	const resources = [
		own,
		...subresource === null ? [] : [{
			resource: "*",
			subresource
		}],
		every
	];
	for (const one of resources) for (const inGroup of /* @__PURE__ */ new Set([group, "*"])) for (const named of /* @__PURE__ */ new Set([name, null])) {
		if (one === own && inGroup === group && named === name) continue;
		yield targetText({
			kind: "resource",
			group: inGroup,
			...one,
			name: named
		});
	}
}
function* widerUrls(url, lengths) {
	const fixed = beginningOf(url);
	for (const length of lengths) {
		const wider = `${url.slice(0, length)}*`;
		if (length <= (fixed ?? url).length && wider !== url) yield targetText({
			kind: "url",
			url: wider
		});
	}
}
/** What every URL that it stands for begins with; null: it is one URL. */
function beginningOf(url) {
	return url.endsWith("*") ? url.slice(0, -1) : null;
}

// src/providers/kubernetes/rules/normal-form.ts
/** Grants of a verb on a target that a list of rules may have: a hundred times what the largest built-in ClusterRole has. */
const MAXIMUM_GRANTS = 1e5;
const EVERY_VERB = "*";
const NONE = /* @__PURE__ */ new Set();
/** @throws CountersignError `rules-too-large`. */
function normalizeRules(rules) {
	const all = /* @__PURE__ */ new Map();
	const room = { left: MAXIMUM_GRANTS };
	for (const rule of rules) add(all, rule, room);
	const grants = new Grants(all);
	const entries = [...all].flatMap(([text, verbs]) => {
		const kept = [...verbs].filter((verb) => !grants.isCoveredByOther(text, verb)).sort(compareText);
		return kept.length === 0 ? [] : [[text, Object.fromEntries(kept.map((verb) => [verb, true]))]];
	});
	return Object.fromEntries(entries.sort(([left], [right]) => compareText(left, right)));
}
function add(all, rule, room) {
	const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
	const perName = Math.max(resourceNames.length, 1);
	const targets = apiGroups.length * resources.length * perName + nonResourceURLs.length;
	room.left -= targets * verbs.length;
	if (room.left < 0) throw tooLarge();
	for (const target of targetsOf({
		apiGroups,
		resources,
		resourceNames,
		nonResourceURLs
	})) {
		const text = targetText(target);
		const known = all.get(text) ?? /* @__PURE__ */ new Set();
		for (const verb of verbs) known.add(verb);
		all.set(text, known);
	}
}
function* targetsOf(rule) {
	const names = rule.resourceNames.length === 0 ? [null] : rule.resourceNames;
	for (const group of rule.apiGroups) for (const resource of rule.resources) for (const name of names) yield resourceTarget(group, resource, name);
	for (const url of rule.nonResourceURLs) yield urlTarget(url);
}
function tooLarge() {
	return new CountersignError("rules-too-large", "The rules grant too much to compare it grant by grant.", {
		evidence: `more than ${MAXIMUM_GRANTS} verbs on groups, resources and names`,
		mend: "Write wildcards for what is meant as a whole, or split the role."
	});
}
/** Grants that are looked up by their text. */
var Grants = class Grants {
	#verbs;
	#lengths;
	constructor(verbs) {
		this.#verbs = verbs;
		const urls = [...verbs.keys()].map(parseTarget).filter((target) => target?.kind === "url");
		this.#lengths = new Set(urls.flatMap(({ url }) => beginningOf(url)?.length ?? []));
	}
	static of(form) {
		return new Grants(new Map(Object.entries(form).map(([text, verbs]) => [text, new Set(Object.keys(verbs))])));
	}
	covers(target, verb) {
		for (const wider of widerTexts(target, this.#lengths)) {
			const verbs = this.#verbs.get(wider);
			if (verbs !== void 0 && (verbs.has(verb) || verbs.has("*"))) return true;
		}
		return false;
	}
	/** Each verb that is granted on all of the target, `*` as itself. */
	verbsOn(target) {
		return this.verbsAmong(widerTexts(target, this.#lengths));
	}
	/** The same, for whoever asks many for one resource. @param wider of `widerTexts` */
	verbsAmong(wider) {
		let found = NONE;
		for (const text of wider) {
			const verbs = this.#verbs.get(text);
			if (verbs !== void 0) found = found === NONE ? verbs : found.union(verbs);
		}
		return [...found];
	}
	isCoveredByOther(text, verb) {
		const target = parseTarget(text);
		if (target === null) return false;
		for (const wider of widerTexts(target, this.#lengths)) {
			const verbs = this.#verbs.get(wider);
			if (verbs?.has("*") === true && (wider !== text || verb !== "*")) return true;
			if (verbs?.has(verb) === true && wider !== text) return true;
		}
		return false;
	}
};

// src/providers/kubernetes/kinds.ts
const SERVICE_ACCOUNT$1 = "KubernetesServiceAccount";
const ROLE = "KubernetesRole";
const CLUSTER_ROLE = "KubernetesClusterRole";
const others = {
	enum: ["keep", "remove"],
	description: "What becomes of those that are not named: remove (the default), or keep."
};
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
const objectName = {
	type: "string",
	description: "Name of an object.",
	minLength: 1,
	maxLength: 253
};
const namespaceName = {
	type: "string",
	description: "Name of a namespace.",
	pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
	maxLength: 63
};
/** Bytes of the keys and values of all annotations of one object. Source: ValidateAnnotationsSize in k8s.io/apimachinery/pkg/api/validation. */
const ANNOTATION_BYTES = 262144;
/** Source: LabelValueMaxLength in k8s.io/apimachinery/pkg/util/validation. */
const LABEL_LENGTH = 63;
function texts(description, maxLength) {
	return {
		type: "object",
		description,
		additionalProperties: false,
		required: ["values"],
		properties: {
			values: {
				type: "object",
				description: "Key to value, each as Kubernetes has it.",
				maxProperties: 500,
				additionalProperties: {
					type: "string",
					description: "A value.",
					maxLength
				}
			},
			others
		}
	};
}
const labels = texts("Labels. Some make a ClusterRole part of an aggregated one.", LABEL_LENGTH);
const boundRole = {
	type: "object",
	description: "A Role of the namespace; another one can be named.",
	additionalProperties: false,
	required: ["role"],
	properties: {
		role: {
			...objectName,
			description: "Name of the Role."
		},
		namespace: {
			...namespaceName,
			description: "Namespace of the Role, in which it is bound. Left out: the ServiceAccount's own."
		}
	}
};
const boundClusterRole = {
	type: "object",
	description: "A ClusterRole, bound in one namespace or in all.",
	additionalProperties: false,
	required: ["clusterRole"],
	properties: {
		clusterRole: {
			...objectName,
			description: "Name of the ClusterRole."
		},
		namespace: {
			...namespaceName,
			description: "Namespace in which it is bound. Left out: the ServiceAccount's own, unless everywhere is true."
		},
		everywhere: {
			const: true,
			description: "It is bound in every namespace, and for what belongs to none (a ClusterRoleBinding)."
		}
	}
};
const serviceAccountSpec = {
	type: "object",
	description: "What the ServiceAccount is and which roles it is bound to. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		automountToken: {
			type: "boolean",
			description: "Whether its pods get a token where they do not say otherwise (automountServiceAccountToken)."
		},
		imagePullSecrets: {
			type: "array",
			description: "Names of the Secrets with which images of its pods are pulled.",
			maxItems: 500,
			items: { anyOf: [{
				...objectName,
				description: "Name of a Secret."
			}, othersKeep] }
		},
		annotations: texts("Annotations, such as those of workload identity, with keys and values of 256 KiB together. What kubectl and Countersign note is left out.", ANNOTATION_BYTES),
		labels: texts("Labels.", LABEL_LENGTH),
		roles: {
			type: "array",
			description: "Roles that it is bound to, whatever the bindings are called.",
			maxItems: 2e3,
			items: { anyOf: [
				boundRole,
				boundClusterRole,
				othersKeep
			] }
		}
	}
};
const names = (description, maxItems = 1e3) => ({
	type: "array",
	description,
	maxItems,
	items: {
		type: "string",
		description: "One of them; * stands for all.",
		maxLength: 1e3
	}
});
const rules = {
	type: "array",
	description: "What the role allows, as Kubernetes writes it. Compared by meaning: order, splits and doubles do not count.",
	maxItems: 2e3,
	items: {
		type: "object",
		description: "One rule: verbs on resources, or on paths that are no resources.",
		additionalProperties: false,
		required: ["verbs"],
		properties: {
			apiGroups: names("API groups; the empty text is the core group."),
			resources: names("Resources, and subresources such as pods/log."),
			resourceNames: names("Names of single objects. Left out or empty: all.", 5e3),
			verbs: names("Verbs, such as get, list, watch, create, update, patch, delete."),
			nonResourceURLs: names("Paths such as /healthz or /logs/*; only in a ClusterRole, and bound everywhere.")
		}
	}
};
const selector = {
	type: "object",
	description: "A label selector. Without any requirement it selects every ClusterRole.",
	additionalProperties: false,
	properties: {
		matchLabels: {
			type: "object",
			description: "Labels with their values.",
			maxProperties: 100,
			additionalProperties: {
				type: "string",
				description: "A value.",
				maxLength: LABEL_LENGTH
			}
		},
		matchExpressions: {
			type: "array",
			description: "Requirements.",
			maxItems: 100,
			items: {
				type: "object",
				description: "One requirement.",
				additionalProperties: false,
				required: ["key", "operator"],
				properties: {
					key: {
						type: "string",
						description: "Name of the label.",
						minLength: 1,
						maxLength: 317
					},
					operator: {
						enum: [
							"In",
							"NotIn",
							"Exists",
							"DoesNotExist"
						],
						description: "What has to hold."
					},
					values: {
						type: "array",
						description: "Values, for In and NotIn.",
						maxItems: 100,
						items: {
							type: "string",
							description: "A value.",
							maxLength: LABEL_LENGTH
						}
					}
				}
			}
		}
	}
};
const roleSpec = {
	type: "object",
	description: "What the Role allows. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		rules,
		labels
	}
};
const clusterRoleSpec = {
	type: "object",
	description: "What the ClusterRole allows, either rules or aggregationRule. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		rules,
		aggregationRule: {
			type: "object",
			description: "It allows what the selected ClusterRoles allow; the cluster writes its rules.",
			additionalProperties: false,
			required: ["clusterRoleSelectors"],
			properties: { clusterRoleSelectors: {
				type: "array",
				description: "ClusterRoles that one of these selects.",
				minItems: 1,
				maxItems: 100,
				items: selector
			} }
		},
		labels
	}
};
const deleteSchema = {
	type: "object",
	description: "There is nothing to choose.",
	additionalProperties: false,
	properties: {}
};
const kinds = [
	{
		kind: SERVICE_ACCOUNT$1,
		namespaced: true,
		identityClass: "service account",
		specSchema: serviceAccountSpec,
		deleteSchema,
		immutable: []
	},
	{
		kind: ROLE,
		namespaced: true,
		identityClass: "role",
		specSchema: roleSpec,
		deleteSchema,
		immutable: []
	},
	{
		kind: CLUSTER_ROLE,
		identityClass: "role",
		specSchema: clusterRoleSpec,
		deleteSchema,
		immutable: [],
		words: { aggregation: "aggregationRule" }
	}
];

// src/providers/kubernetes/normal-form/model.ts
function serviceAccountForm(attributes) {
	return attributes ?? {};
}
function roleForm(attributes) {
	return attributes ?? {};
}
function listed(values, others = "remove") {
	return {
		others,
		values
	};
}
const NO_ROLES = listed({});
/** A set of texts as an object. */
function setOf(members) {
	return Object.fromEntries([...members].map((member) => [member, true]));
}

// src/providers/kubernetes/normal-form/bound-roles.ts
const KINDS = ["ClusterRole", "Role"];
/** Sorted by place, kind and name. */
function boundRoles(form) {
	return Object.entries(form?.values ?? {}).sort(([left], [right]) => compareText(left, right)).flatMap(([place, kinds]) => KINDS.flatMap((kind) => Object.keys(kinds[kind] ?? {}).sort(compareText).map((name) => ({
		namespace: place === "*" ? null : place,
		kind,
		name
	}))));
}
/** Has only places and kinds with a role, so that equal sets are equal forms. */
function boundForm(bound) {
	const places = Map.groupBy(bound, placeOf);
	return Object.fromEntries([...places].map(([place, roles]) => [place, kindsOf(roles)]));
}
function kindsOf(roles) {
	const kinds = KINDS.map((kind) => [kind, roles.filter((role) => role.kind === kind).map(({ name }) => name)]);
	return Object.fromEntries(kinds.filter(([, names]) => names.length > 0).map(([kind, names]) => [kind, setOf(names)]));
}
function placeOf({ namespace }) {
	return namespace ?? "*";
}
function sameBound(left, right) {
	return left.namespace === right.namespace && left.kind === right.kind && left.name === right.name;
}
/** For people, the role without where it is bound: `ClusterRole view`, `Role orders in shop`. */
function roleText(bound) {
	return bound.kind === "ClusterRole" ? `${bound.kind} ${bound.name}` : boundText(bound);
}
/** For people: `ClusterRole view in shop`. */
function boundText({ namespace, kind, name }) {
	return `${kind} ${name} ${namespace === null ? "everywhere" : `in ${namespace}`}`;
}

// src/providers/kubernetes/normal-form/selectors.ts
/** A selector without requirements. */
const ANY = "*";
/**
* A label selector as kubectl spells it, with its requirements and their values sorted and without doubles: `a=b,c in (d,e),!f`.
* Two selectors whose requirements are the same have one text.
*/
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
	const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
	const requirements = [.../* @__PURE__ */ new Set([...labels, ...matchExpressions.map(requirementText)])].sort(compareText);
	return requirements.length === 0 ? ANY : requirements.join(",");
}
function requirementText({ key, operator, values = [] }) {
	const names = [...new Set(values)].sort(compareText);
	switch (operator) {
		case "Exists": return key;
		case "DoesNotExist": return `!${key}`;
		case "NotIn": return `${key} notin (${names.join(",")})`;
		default: return names.length === 1 ? `${key}=${names[0] ?? ""}` : `${key} in (${names.join(",")})`;
	}
}
const REQUIREMENT = /(!?)([^=! ,()]+)(?:=([^,]*)| (in|notin) \(([^)]*)\))?(?:,|$)/gu;
/** The selector that a text of `selectorText` means, as the API has it. */
function selectorOf(text) {
	if (text === ANY) return {};
	const found = [...text.matchAll(REQUIREMENT)].map(([, not, key = "", value, operator, values]) => {
		if (value !== void 0) return {
			key,
			operator: "In",
			values: [value]
		};
		if (operator === void 0) return {
			key,
			operator: not === "!" ? "DoesNotExist" : "Exists"
		};
		return {
			key,
			operator: operator === "in" ? "In" : "NotIn",
			values: (values ?? "").split(",")
		};
	});
	const equal = found.filter(({ key, values, operator }) => operator === "In" && values?.length === 1 && found.filter((other) => other.key === key).length === 1);
	const rest = found.filter((one) => !equal.includes(one));
	return {
		...equal.length === 0 ? {} : { matchLabels: Object.fromEntries(equal.map(({ key, values }) => [key, values?.[0] ?? ""])) },
		...rest.length === 0 ? {} : { matchExpressions: rest }
	};
}

// src/providers/kubernetes/normal-form/workload-identity.ts
/** What makes a cloud provider take the pods of a ServiceAccount for an identity of its own, and what such an identity is called. */
const WORKLOAD_IDENTITY = /* @__PURE__ */ new Map([
	["eks.amazonaws.com/role-arn", {
		form: /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/u,
		example: "arn:aws:iam::123456789012:role/orders"
	}],
	["iam.gke.io/gcp-service-account", {
		form: /^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/u,
		example: "orders@project.iam.gserviceaccount.com"
	}],
	["azure.workload.identity/client-id", {
		form: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
		example: "00000000-0000-0000-0000-000000000000"
	}]
]);
function isWorkloadIdentity(annotation) {
	return WORKLOAD_IDENTITY.has(annotation);
}
/** How the cloud provider calls its identities, where the value of an annotation calls none so; null: it does, or is about none. */
function identityExpected(annotation, value) {
	const known = WORKLOAD_IDENTITY.get(annotation);
	return known === void 0 || known.form.test(value) ? null : known.example;
}

// src/providers/kubernetes/boundary.ts
/** The cluster's own, which only their full names mean. */
const OWN = /* @__PURE__ */ new Set([
	"kube-system",
	"kube-public",
	"kube-node-lease"
]);
/** RBAC keeps what begins so for the cluster itself. */
const SYSTEM = "system:";
function boundaryOf(boundary) {
	const { namespaces = null, include = null, exclude = [], clusterScoped = true } = boundary;
	const isNamespace = (namespace) => {
		if (namespaces === null) return !OWN.has(namespace);
		return namespaces.some((pattern) => OWN.has(namespace) ? pattern === namespace : fits(pattern, namespace));
	};
	const place = (namespace) => namespace === null ? clusterScoped : isNamespace(namespace);
	const excluded = (named) => exclude.some((pattern) => isNamedBy(pattern, named));
	return {
		namespaces: namespaces === null || namespaces.some((one) => one.includes("*")) ? null : [...new Set(namespaces)].sort(),
		clusterScoped,
		place,
		identity: (named) => place(named.namespace) && !named.name.startsWith(SYSTEM) && (include === null || include.some((pattern) => isNamedBy(pattern, named))) && !excluded(named),
		excluded: (named) => place(named.namespace) && excluded(named)
	};
}
/** A pattern of names, of one kind where that stands before a slash. */
function isNamedBy(pattern, { kind, name }) {
	const slash = pattern.indexOf("/");
	return (slash === -1 || pattern.slice(0, slash) === kind) && fits(pattern.slice(slash + 1), name);
}
/** What the API takes for part of a path. Source: IsValidPathSegmentName in k8s.io/apimachinery/pkg/api/validation/path. */
const NO_NAME = /^\.{0,2}$|[/%]/u;
/** Null for the address of another source, or of a kind, a shape or a name that no object of this provider has. */
function namedBy(address, source) {
	const { source: own, kind, name } = parseAddress(address);
	if (own !== source || name.some((segment) => NO_NAME.test(segment))) return null;
	const [first = "", second, ...more] = name;
	if (kind === "KubernetesClusterRole") return second === void 0 ? {
		kind,
		namespace: null,
		name: first
	} : null;
	if (kind !== "KubernetesServiceAccount" && kind !== "KubernetesRole" || second === void 0 || more.length > 0) return null;
	return {
		kind,
		namespace: first,
		name: second
	};
}
function serviceAccountAddress(source, namespace, name) {
	return formatAddress({
		source,
		kind: SERVICE_ACCOUNT$1,
		name: [namespace, name]
	});
}
/** `namespace`: of a Role; a ClusterRole has none, wherever it is bound. */
function roleAddress(source, kind, namespace, name) {
	if (kind === "Role") return formatAddress({
		source,
		kind: ROLE,
		name: [namespace ?? "", name]
	});
	return formatAddress({
		source,
		kind: CLUSTER_ROLE,
		name: [name]
	});
}

// src/providers/kubernetes/in-cluster.ts
/** Source: Accessing the Kubernetes API from a Pod, in the documentation of Kubernetes. */
const POD = {
	folder: "/var/run/secrets/kubernetes.io/serviceaccount",
	server: "https://kubernetes.default.svc"
};
const IN_CLUSTER = "in-cluster";
function isInCluster(secret) {
	return secret.trim() === IN_CLUSTER;
}
/**
* As they are now: the token of a pod lives an hour or so, and the kubelet puts a new one in its place before it ends.
* Source: Configure Service Accounts for Pods, in the documentation of Kubernetes.
* @throws CountersignError `in-cluster-unavailable`
*/
async function podCredentials({ folder, server }) {
	try {
		const [token = "", authority = ""] = await Promise.all(["token", "ca.crt"].map(async (file) => await readFile(`${folder}/${file}`, "utf8")));
		return {
			server,
			authority,
			serverName: null,
			login: {
				kind: "token",
				token: token.trim()
			}
		};
	} catch (cause) {
		throw new CountersignError("in-cluster-unavailable", "This is no pod with a ServiceAccount token of its own.", {
			mend: "Run the job in the cluster with automountServiceAccountToken, or store a kubeconfig as the secret.",
			cause
		});
	}
}

// src/providers/kubernetes/kubeconfig.ts
/** What of a kubeconfig runs programs: planning executes nothing. */
const PROGRAMS = ["exec", "auth-provider"];
/** Files are the runner's, and a secret is to hold everything it needs. */
const FILES = [
	"certificate-authority",
	"client-certificate",
	"client-key",
	"tokenFile"
];
const REFUSED = [
	"username",
	"password",
	"as",
	"as-uid",
	"as-groups",
	"as-user-extra",
	"proxy-url"
];
const SERVICE_ACCOUNT = /^system:serviceaccount:[a-z0-9-]{1,63}:[a-z0-9.-]{1,253}$/u;
const CREDENTIALS = [
	"token",
	"client-certificate-data",
	"client-key-data"
];
const LOOPBACK = /* @__PURE__ */ new Set([
	"127.0.0.1",
	"[::1]",
	"localhost"
]);
/**
* The current context of a kubeconfig that holds everything it needs, as `kubectl config view --minify --flatten --raw` prints it.
* Messages never repeat a value of it.
* @throws CountersignError `kubeconfig-malformed`, `kubeconfig-executes`, `kubeconfig-unsupported`
*/
function credentialsIn(secret) {
	const config = documentOf(secret);
	const current = config["current-context"];
	const context = named(config, "contexts", "context", current);
	const cluster = named(config, "clusters", "cluster", context["cluster"]);
	refuse(cluster);
	const server = serverOf(textIn(cluster, "server"));
	const isPlain = server.startsWith("http:");
	const user = isPlain && isNobody(context["user"]) ? {} : named(config, "users", "user", context["user"]);
	refuse(user);
	const authority = textIn(cluster, "certificate-authority-data");
	return {
		server,
		authority: authority === null ? null : decoded(authority, "certificate-authority-data"),
		serverName: textIn(cluster, "tls-server-name"),
		login: isPlain ? proxyLogin(user) : loginOf(user)
	};
}
/** The user name in the token of a ServiceAccount, which is a JWT that only the API server can verify; null for any other login. */
function serviceAccountIn({ login }) {
	const [, payload = ""] = login.kind === "token" ? login.token.split(".") : [];
	try {
		const claims = parseJson(Buffer.from(payload, "base64url").toString("utf8"));
		const subject = isJsonObject(claims) ? claims["sub"] : void 0;
		return typeof subject === "string" && SERVICE_ACCOUNT.test(subject) ? subject : null;
	} catch {
		return null;
	}
}
function documentOf(secret) {
	const { documents, diagnostics } = parseYaml({
		path: "kubeconfig",
		bytes: new TextEncoder().encode(secret)
	});
	const [document, ...more] = documents;
	const [problem] = diagnostics;
	if (problem !== void 0) throw malformed$1(`it is no YAML in line ${problem.location?.line ?? 1} (${problem.code})`);
	if (document === void 0 || more.length > 0 || !isJsonObject(document.value)) throw malformed$1("it is not one YAML mapping");
	return document.value;
}
/** The item of a list of named things, each under `name` with its content under `member`. */
function named(config, list, member, name) {
	if (typeof name !== "string" || name === "") throw malformed$1(`it does not say which of its ${list} is meant`);
	const items = config[list];
	const [item, ...doubles] = (Array.isArray(items) ? items.filter((item) => isJsonObject(item)) : []).filter((one) => one["name"] === name);
	const content = item?.[member];
	if (doubles.length > 0 || !isJsonObject(content)) throw malformed$1(`its ${list} do not hold what is named, just once`);
	return content;
}
function refuse(part) {
	const program = PROGRAMS.find((key) => Object.hasOwn(part, key));
	if (program !== void 0) throw new CountersignError("kubeconfig-executes", `The kubeconfig gets its login from a program (${program}).`, { mend: "Countersign runs no programs while it plans. Give it a kubeconfig with a token or a client certificate." });
	const key = (part["insecure-skip-tls-verify"] === true ? "insecure-skip-tls-verify" : void 0) ?? [...FILES, ...REFUSED].find((one) => Object.hasOwn(part, one));
	if (key === void 0) return;
	throw new CountersignError("kubeconfig-unsupported", `The kubeconfig uses ${key}, which Countersign does not.`, { mend: "Print one that holds everything it needs with kubectl config view --minify --flatten --raw, with a token or a client certificate." });
}
function serverOf(server) {
	const url = server === null ? null : URL.parse(server);
	const secure = url?.protocol === "https:" || url?.protocol === "http:" && LOOPBACK.has(url.hostname);
	if (url === null || !secure || url.username !== "" || url.password !== "") throw malformed$1("its server is no https address, and no http address of this machine");
	return `${url.origin}${url.pathname.replace(/\/+$/u, "")}`;
}
/** As kubectl writes that a context has no user. */
function isNobody(user) {
	return user === void 0 || user === null || user === "";
}
function proxyLogin(user) {
	const credential = CREDENTIALS.find((key) => textIn(user, key) !== null);
	if (credential === void 0) return { kind: "proxy" };
	throw new CountersignError("kubeconfig-unsupported", `The kubeconfig would send its ${credential} to an http address, which is not encrypted.`, { mend: "Use the https address of the API server; or take the login out, where a proxy on this machine, such as kubectl proxy, has one of its own." });
}
function loginOf(user) {
	const token = textIn(user, "token");
	if (token !== null) return {
		kind: "token",
		token: token.trim()
	};
	const [certificate, key] = [textIn(user, "client-certificate-data"), textIn(user, "client-key-data")];
	if (certificate === null || key === null) throw malformed$1("its user has neither a token nor a client certificate");
	return {
		kind: "certificate",
		certificate: decoded(certificate, "client-certificate-data"),
		key: decoded(key, "client-key-data")
	};
}
function textIn(part, key) {
	const value = part[key];
	if (value === void 0 || value === null || value === "") return null;
	if (typeof value !== "string") throw malformed$1(`its ${key} is no text`);
	return value;
}
function decoded(value, key) {
	const text = Buffer.from(value, "base64").toString("utf8");
	if (!text.includes("-----BEGIN ")) throw malformed$1(`its ${key} is no PEM in base64`);
	return text;
}
function malformed$1(why) {
	return new CountersignError("kubeconfig-malformed", `The connection is no usable kubeconfig: ${why}.`, { mend: "Store what kubectl config view --minify --flatten --raw prints as the secret, or the word in-cluster." });
}

// src/providers/kubernetes/client.ts
/** No answer came. `sent`: the request may have reached the server. `state`: the system's name of the error, and no text of it. */
var CallFailed = class extends Error {
	state;
	sent;
	constructor(state, sent) {
		super(`No answer (${state}).`);
		this.name = "CallFailed";
		this.state = state;
		this.sent = sent;
	}
};
/** Of one answer; a page of 500 objects has about 1 MB. */
const MAXIMUM_BYTES = 67108864;
/**
* Speaks to one API server, as a kubeconfig or the pod's own ServiceAccount says; runs no program. `timeout` in milliseconds for each call.
* @throws CountersignError as `credentialsIn`, and `in-cluster-unavailable`
*/
async function openClient(secret, timeout, pod = POD) {
	const login = isInCluster(secret) ? async () => await podCredentials(pod) : constantly(credentialsIn(secret));
	const credentials = await login();
	const send = sender(credentials);
	return {
		user: serviceAccountIn(credentials),
		call: async (call) => await exchange(send, await login(), call, timeout),
		close: () => send.agent.destroy()
	};
}
function constantly(credentials) {
	return () => Promise.resolve(credentials);
}
function sender({ server, authority, serverName, login }) {
	const settings = {
		keepAlive: true,
		maxSockets: 4
	};
	if (server.startsWith("http:")) return {
		agent: new Agent(settings),
		request
	};
	return {
		agent: new Agent$1({
			...settings,
			...authority === null ? {} : { ca: authority },
			...serverName === null ? {} : { servername: serverName },
			...login.kind === "certificate" ? {
				cert: login.certificate,
				key: login.key
			} : {}
		}),
		request: request$1
	};
}
function exchange(send, credentials, call, timeout) {
	const url = new URL(`${credentials.server}${call.path}`);
	for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
	const body = call.body === void 0 ? null : Buffer.from(JSON.stringify(call.body));
	return new Promise((resolve, reject) => {
		let sent = false;
		const message = send.request(url, {
			method: call.method,
			agent: send.agent,
			headers: headersOf(credentials, call, body),
			signal: AbortSignal.timeout(timeout)
		}, (response) => void answerOf(response).then(resolve, (error) => reject(failed(error, true))));
		message.once("finish", () => {
			sent = true;
		});
		message.once("error", (error) => reject(failed(error, sent)));
		message.end(body ?? void 0);
	});
}
function headersOf({ login }, { method, accept }, body) {
	const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
	return {
		accept: accept ?? "application/json",
		"user-agent": "countersign",
		...login.kind === "token" ? { authorization: `Bearer ${login.token}` } : {},
		...body === null ? {} : {
			"content-type": type,
			"content-length": String(body.length)
		}
	};
}
async function answerOf(response) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of response) {
		bytes += chunk.length;
		if (bytes > MAXIMUM_BYTES) {
			response.destroy();
			throw new CountersignError("answer-too-large", "The API server sent more than is read at once.", { mend: "Narrow the boundary of the source to fewer namespaces." });
		}
		chunks.push(chunk);
	}
	const after = Number(response.headers["retry-after"]);
	const retryAfter = Number.isFinite(after) ? after * 1e3 : null;
	return {
		status: response.statusCode ?? 0,
		body: bodyOf(Buffer.concat(chunks).toString("utf8")),
		retryAfter
	};
}
/** A proxy in between answers in other formats; then the status alone counts. */
function bodyOf(text) {
	try {
		return parseJson(text);
	} catch {
		return null;
	}
}
function failed(error, sent) {
	if (error instanceof CountersignError) return error;
	if (!(error instanceof Error)) return new CallFailed("UNKNOWN", sent);
	if (error.name === "TimeoutError" || error.name === "AbortError") return new CallFailed("ETIMEDOUT", sent);
	const code = "code" in error ? error.code : null;
	return new CallFailed(typeof code === "string" && /^[A-Z0-9_]{1,60}$/u.test(code) ? code : "UNKNOWN", sent);
}

// src/providers/kubernetes/facts.ts
function emptyFacts(boundary) {
	return {
		version: "",
		boundary,
		bindings: [],
		beyond: null,
		roles: null
	};
}
/** @throws CountersignError `kubernetes-facts-malformed` when a live state was not written by this provider. */
function kubernetesFacts(live) {
	const facts = live.facts;
	if (isFacts(facts)) return facts;
	throw new CountersignError("kubernetes-facts-malformed", "This live state does not hold the facts of a cluster.", { mend: "Read the source again with this version of Countersign." });
}
function isFacts(facts) {
	const { version, boundary, bindings, beyond } = facts;
	return typeof version === "string" && isJsonObject(boundary) && Array.isArray(bindings) && (beyond === null || Array.isArray(beyond));
}

// src/providers/kubernetes/catalog/estate-state.ts
/** Pure: everything that decides who may do what in the whole cluster. Identities are none: nothing is planned from it. */
function estateStateOf(source, target, lists) {
	const { serviceAccounts, roles, bindings } = lists;
	return {
		source,
		provider: "kubernetes",
		target,
		objects: [],
		unreadable: [],
		notModelled: [],
		facts: {
			serviceAccounts: sorted$1(serviceAccounts.map(({ metadata }) => ({
				namespace: metadata.namespace ?? "",
				name: metadata.name
			}))),
			roles: sorted$1(roles.flatMap((role) => role.kind === "Role" ? [{
				namespace: role.metadata.namespace ?? "",
				name: role.metadata.name,
				rules: role.rules
			}] : [])),
			clusterRoles: sorted$1(roles.flatMap((role) => role.kind === "ClusterRole" ? [clusterRole(role)] : [])),
			bindings: sorted$1(bindings.map(binding))
		}
	};
}
function clusterRole(role) {
	const { name, labels } = role.metadata;
	return {
		name,
		labels,
		rules: role.rules,
		selectors: role.aggregation
	};
}
/** A binding knows no other kinds of subjects. */
function binding({ metadata, role, subjects }) {
	const known = subjects.flatMap(({ kind, name, namespace }) => kind === "ServiceAccount" || kind === "User" || kind === "Group" ? [{
		kind,
		name,
		namespace
	}] : []);
	return {
		namespace: metadata.namespace,
		role,
		subjects: known
	};
}
function sorted$1(items) {
	return items.map((item) => [JSON.stringify(item), item]).sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}

// src/providers/kubernetes/api/objects.ts
/** One item of a list or one answer, as the API server spells it. @throws CountersignError `kubernetes-malformed` */
function serviceAccountOf(item) {
	const object = objectOf(item);
	return {
		metadata: metadataOf(object),
		automountToken: object["automountServiceAccountToken"] !== false,
		imagePullSecrets: namesIn$1(object["imagePullSecrets"]),
		mountable: namesIn$1(object["secrets"])
	};
}
/** @throws CountersignError `kubernetes-malformed` */
function roleOf(kind) {
	return (item) => {
		const object = objectOf(item);
		const aggregation = object["aggregationRule"];
		return {
			kind,
			metadata: metadataOf(object),
			rules: objectsIn(object["rules"]).map(ruleOf),
			aggregation: isJsonObject(aggregation) ? objectsIn(aggregation["clusterRoleSelectors"]).map(selectorIn) : null
		};
	};
}
function ruleOf(rule) {
	const list = (key) => rule[key] === void 0 ? {} : { [key]: listOf(rule[key]) };
	const [groups, resources, names] = [
		list("apiGroups"),
		list("resources"),
		list("resourceNames")
	];
	return {
		...groups,
		...resources,
		...names,
		...list("nonResourceURLs"),
		verbs: listOf(rule["verbs"])
	};
}
function selectorIn({ matchLabels, matchExpressions }) {
	const requirements = objectsIn(matchExpressions).map(({ key, operator, values }) => ({
		key: textOf(key),
		operator: textOf(operator),
		...values === void 0 ? {} : { values: listOf(values) }
	}));
	return {
		...matchLabels === void 0 ? {} : { matchLabels: textsIn(matchLabels) },
		...matchExpressions === void 0 ? {} : { matchExpressions: requirements }
	};
}
/** @throws CountersignError `kubernetes-malformed` */
function bindingOf(item) {
	const object = objectOf(item);
	const role = objectOf(object["roleRef"]);
	const kind = textOf(role["kind"]);
	if (kind !== "Role" && kind !== "ClusterRole") throw malformed();
	const metadata = metadataOf(object);
	const subjects = objectsIn(object["subjects"]).map((subject) => subjectIn(subject, metadata.namespace));
	return {
		metadata,
		role: {
			kind,
			name: textOf(role["name"])
		},
		subjects
	};
}
/** A ServiceAccount that says no namespace is of the binding's. Source: appliesToUser in pkg/registry/rbac/validation/rule.go. */
function subjectIn(subject, bindingNamespace) {
	const [kind, name] = [textOf(subject["kind"]), textOf(subject["name"])];
	const { namespace: said } = subject;
	const namespace = typeof said === "string" && said !== "" ? said : null;
	return {
		kind,
		name,
		namespace: kind === "ServiceAccount" ? namespace ?? bindingNamespace : namespace
	};
}
function managersIn(fields) {
	const names = objectsIn(fields).flatMap(({ manager }) => typeof manager === "string" ? [manager] : []);
	return [...new Set(names)].sort();
}
/** @throws CountersignError `kubernetes-malformed` */
function metadataOf(object) {
	const metadata = objectOf(object["metadata"]);
	const namespace = metadata["namespace"];
	return {
		name: textOf(metadata["name"]),
		namespace: typeof namespace === "string" && namespace !== "" ? namespace : null,
		uid: textOf(metadata["uid"]),
		resourceVersion: textOf(metadata["resourceVersion"]),
		created: typeof metadata["creationTimestamp"] === "string" ? metadata["creationTimestamp"] : null,
		labels: textsIn(metadata["labels"]),
		annotations: textsIn(metadata["annotations"]),
		managers: managersIn(metadata["managedFields"])
	};
}
function objectsIn(value) {
	if (value === void 0 || value === null) return [];
	if (!Array.isArray(value)) throw malformed();
	return value.map((item) => objectOf(item));
}
function listOf(value) {
	if (value === void 0 || value === null) return [];
	if (!Array.isArray(value)) throw malformed();
	return value.map((item) => textOf(item));
}
function namesIn$1(value) {
	return objectsIn(value).flatMap(({ name }) => typeof name === "string" && name !== "" ? [name] : []);
}
function textsIn(value) {
	if (value === void 0 || value === null) return {};
	return Object.fromEntries(Object.entries(objectOf(value)).map(([name, text]) => [name, textOf(text)]));
}
function objectOf(value) {
	if (!isJsonObject(value)) throw malformed();
	return value;
}
function textOf(value) {
	if (typeof value !== "string") throw malformed();
	return value;
}
function malformed() {
	return new CountersignError("kubernetes-malformed", "The API server sent an object that is not of the kind asked for.", { mend: "Check that the server of the kubeconfig is a Kubernetes API server; report it as a defect if it is." });
}

// src/providers/kubernetes/api/resources.ts
const RBAC = "/apis/rbac.authorization.k8s.io/v1";
const PLACES = {
	serviceaccounts: {
		root: "/api/v1",
		apiVersion: "v1",
		kind: "ServiceAccount"
	},
	namespaces: {
		root: "/api/v1",
		apiVersion: "v1",
		kind: "Namespace"
	},
	secrets: {
		root: "/api/v1",
		apiVersion: "v1",
		kind: "Secret"
	},
	roles: {
		root: RBAC,
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "Role"
	},
	clusterroles: {
		root: RBAC,
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "ClusterRole"
	},
	rolebindings: {
		root: RBAC,
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "RoleBinding"
	},
	clusterrolebindings: {
		root: RBAC,
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "ClusterRoleBinding"
	}
};
/** `namespace` null: the cluster's own, or those of every namespace. */
function collectionPath(resource, namespace) {
	const { root } = PLACES[resource];
	return namespace === null ? `${root}/${resource}` : `${root}/namespaces/${encodeURIComponent(namespace)}/${resource}`;
}
function objectPath(resource, namespace, name) {
	return `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
}
/** What stands at the beginning of each object that is written. */
function typeOf(resource) {
	const { apiVersion, kind } = PLACES[resource];
	return {
		apiVersion,
		kind
	};
}
function resourceOfRole(kind) {
	return kind === "Role" ? "roles" : "clusterroles";
}
function bindingsOf(namespace) {
	return namespace === null ? "clusterrolebindings" : "rolebindings";
}

// src/providers/kubernetes/api/read.ts
/** An answer that is neither what was asked for nor an absence. `asked` names it for people: `list rolebindings in shop`. */
var Refused = class extends Error {
	status;
	asked;
	constructor(status, asked) {
		super(`${asked}: ${status}`);
		this.name = "Refused";
		this.status = status;
		this.asked = asked;
	}
};
const PAGE = 500;
/** Far beyond any real cluster; keeps a hostile server from filling the memory. */
const MAXIMUM_ITEMS = 2e5;
/** A `continue` token lives about five minutes; a list that is never finished in that time never will be. */
const MAXIMUM_STARTS = 3;
const ATTEMPTS = 3;
const LONGEST_WAIT = 5e3;
/** The server asks for patience, or a part of it is just being restarted. */
const PATIENCE = /* @__PURE__ */ new Set([
	429,
	500,
	502,
	503,
	504
]);
/**
* Every object of one resource, page by page, from one snapshot: an expired token begins again.
* @throws Refused, CallFailed, CountersignError `list-never-ends`, `kubernetes-malformed`
*/
async function listAll(client, resource, namespace, { fieldSelector, accept } = {}) {
	const asked = `list ${resource}${namespace === null ? "" : ` in ${namespace}`}`;
	for (let start = 1; start <= MAXIMUM_STARTS; start += 1) {
		const items = await pages((token) => ({
			method: "GET",
			path: collectionPath(resource, namespace),
			query: {
				limit: String(PAGE),
				...fieldSelector === void 0 ? {} : { fieldSelector },
				...token === "" ? {} : { continue: token }
			},
			...accept === void 0 ? {} : { accept }
		}));
		if (items !== null) return items;
	}
	throw neverEnds(asked);
	/** Null: the token expired on the way. */
	async function pages(page) {
		const items = [];
		let token = "";
		do {
			const { status, body } = await patiently(client, page(token));
			if (status === 410 && token !== "") return null;
			if (status !== 200) throw new Refused(status, asked);
			const read = pageOf(body, asked);
			items.push(...read.items);
			if (items.length > MAXIMUM_ITEMS || read.next === token) throw neverEnds(asked);
			token = read.next ?? "";
		} while (token !== "");
		return items;
	}
}
/** One object; null: it does not exist. @throws Refused, CallFailed */
async function getOne(client, resource, namespace, name) {
	const { status, body } = await patiently(client, {
		method: "GET",
		path: objectPath(resource, namespace, name)
	});
	if (status === 404 && isAbsence(body, name)) return null;
	if (status !== 200) throw new Refused(status, `get ${resource} ${namespace === null ? "" : `${namespace}/`}${name}`);
	return body;
}
/** A gateway, and a server without the resource, answer 404, too: only the API itself names the object that does not exist. */
function isAbsence(body, name) {
	if (!isJsonObject(body) || body["reason"] !== "NotFound") return false;
	const { details } = body;
	return isJsonObject(details) && details["name"] === name;
}
/** The answer to a read, which can be asked again. @throws CallFailed */
async function patiently(client, call) {
	for (let attempt = 1;; attempt += 1) try {
		const answer = await client.call(call);
		if (!PATIENCE.has(answer.status) || attempt === ATTEMPTS) return answer;
		await setTimeout(Math.min(answer.retryAfter ?? attempt * 250, LONGEST_WAIT));
	} catch (error) {
		if (!(error instanceof CallFailed) || error.state !== "ECONNRESET" || attempt === ATTEMPTS) throw error;
	}
}
/** A null `next` that is empty in the answer is the last page. */
function pageOf(body, asked) {
	const items = isJsonObject(body) ? body["items"] === null ? [] : body["items"] : void 0;
	const metadata = isJsonObject(body) ? body["metadata"] : void 0;
	if (!Array.isArray(items)) throw notAList(asked);
	const next = isJsonObject(metadata) ? metadata["continue"] : void 0;
	return {
		items,
		next: typeof next === "string" && next !== "" ? next : null
	};
}
function notAList(asked) {
	return new CountersignError("kubernetes-malformed", "The API server sent something else than a list.", {
		evidence: asked,
		mend: "Check that the server of the kubeconfig is a Kubernetes API server; report it as a defect if it is."
	});
}
function neverEnds(asked) {
	return new CountersignError("list-never-ends", "The API server did not come to the end of a list.", {
		evidence: asked,
		mend: "Run again when the API server has less to do, or narrow the boundary of the source to fewer namespaces."
	});
}

// src/providers/kubernetes/catalog/token-secrets.ts
const TOKEN_SECRETS = "type=kubernetes.io/service-account-token";
const OWNER = "kubernetes.io/service-account.name";
/** Days, which the cluster writes where it tracks such tokens (from 1.28 on). */
const LAST_USED = "kubernetes.io/legacy-token-last-used";
const INVALID_SINCE = "kubernetes.io/legacy-token-invalid-since";
/** Long-lived tokens by `namespace/name` of their ServiceAccount, from the metadata of their Secrets. */
function tokensByAccount(secrets) {
	const owned = Map.groupBy(secrets, ({ namespace, annotations }) => `${namespace ?? ""}/${annotations[OWNER] ?? ""}`);
	return new Map([...owned].map(([account, own]) => [account, own.map(tokenOf)]));
}
/** Without a day of last use nobody knows whether the cluster has tracked it for long enough. */
function tokenOf({ name, created, labels }) {
	const day = labels[LAST_USED];
	return {
		id: name,
		kind: "token",
		state: labels[INVALID_SINCE] === void 0 ? "active" : "inactive",
		created,
		lastUsed: day !== void 0 && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? `${day}T00:00:00Z` : "untold",
		expires: null
	};
}

// src/providers/kubernetes/catalog/gather.ts
/** Names and marks without the rest of an object. */
const METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
/** Reads through one client, in the places of one boundary. @throws as `listAll` */
var Gatherer = class {
	#client;
	#within;
	constructor(client, within) {
		this.#client = client;
		this.#within = within;
	}
	serviceAccounts = async () => (await this.#namespaced("serviceaccounts")).map(serviceAccountOf);
	async roles() {
		const local = (await this.#namespaced("roles")).map(roleOf("Role"));
		const cluster = this.#within.clusterScoped ? await listAll(this.#client, "clusterroles", null) : [];
		return [...local, ...cluster.map(roleOf("ClusterRole"))];
	}
	async bindings() {
		const local = (await this.#namespaced("rolebindings")).map(bindingOf);
		const cluster = this.#within.clusterScoped ? await listAll(this.#client, "clusterrolebindings", null) : [];
		return [...local, ...cluster.map(bindingOf)];
	}
	/**
	* The same, and where the login may list them those of all other namespaces: whoever holds a ClusterRole may be in any.
	* `whole`: they are there.
	*/
	async bindingsAnywhere() {
		const { namespaces, clusterScoped } = this.#within;
		if (namespaces === null || !clusterScoped) return {
			bindings: await this.bindings(),
			whole: namespaces === null
		};
		const local = await this.#listed("rolebindings");
		if (local === null) return {
			bindings: await this.bindings(),
			whole: false
		};
		const cluster = await listAll(this.#client, "clusterrolebindings", null);
		return {
			bindings: [...local, ...cluster].map(bindingOf),
			whole: true
		};
	}
	/** From the places in which what is named can be bound, or hold. `whole`: as of `bindingsAnywhere`. */
	async bindingsFor(names) {
		if (names.some(({ kind }) => kind === "KubernetesClusterRole")) return await this.bindingsAnywhere();
		if (names.some(({ kind }) => kind === "KubernetesServiceAccount")) return {
			bindings: await this.bindings(),
			whole: false
		};
		const namespaces = new Set(names.flatMap(({ kind, namespace }) => kind === "KubernetesRole" && namespace !== null ? [namespace] : []));
		const bindings = [];
		for (const namespace of namespaces) bindings.push(...(await listAll(this.#client, "rolebindings", namespace)).map(bindingOf));
		return {
			bindings,
			whole: false
		};
	}
	/** The named ones that exist. */
	async named(names) {
		const found = {
			serviceAccounts: [],
			roles: []
		};
		for (const { kind, namespace, name } of names) {
			if (kind === "KubernetesServiceAccount") {
				const item = await getOne(this.#client, "serviceaccounts", namespace, name);
				if (item !== null) found.serviceAccounts.push(serviceAccountOf(item));
				continue;
			}
			const role = kind === "KubernetesClusterRole" ? "ClusterRole" : "Role";
			const item = await getOne(this.#client, resourceOfRole(role), namespace, name);
			if (item !== null) found.roles.push(roleOf(role)(item));
		}
		return found;
	}
	/** Names of all roles that there are to be bound, without their rules. */
	async roleNames() {
		const options = { accept: METADATA_ONLY };
		return namesByPlace(await this.#namespaced("roles", options), this.#within.clusterScoped ? await listAll(this.#client, "clusterroles", null, options) : null);
	}
	/** Only metadata of the Secrets is asked for. */
	async tokens() {
		const options = {
			accept: METADATA_ONLY,
			fieldSelector: TOKEN_SECRETS
		};
		return tokensByAccount(metadataIn(await this.#namespaced("secrets", options)));
	}
	/** Empty where the server does not say. */
	async version() {
		const { status, body } = await patiently(this.#client, {
			method: "GET",
			path: "/version"
		});
		const version = status === 200 && isJsonObject(body) ? body["gitVersion"] : void 0;
		return typeof version === "string" && /^v[\w.+-]{1,60}$/u.test(version) ? version : "";
	}
	/** Of every namespace; null: the login may not. */
	async #listed(resource) {
		try {
			return await listAll(this.#client, resource, null);
		} catch (error) {
			if (error instanceof Refused && error.status === 403) return null;
			throw error;
		}
	}
	async #namespaced(resource, options = {}) {
		const { namespaces } = this.#within;
		if (namespaces === null) return await listAll(this.#client, resource, null, options);
		const items = [];
		for (const namespace of namespaces) items.push(...await listAll(this.#client, resource, namespace, options));
		return items;
	}
};
function namesByPlace(local, cluster) {
	const entries = [...Map.groupBy(metadataIn(local), ({ namespace }) => namespace ?? "")].map(([place, roles]) => [place, namesOf(roles)]);
	const shared = cluster === null ? [] : [["*", namesOf(metadataIn(cluster))]];
	return Object.fromEntries([...entries, ...shared].sort(([left], [right]) => compareText(left, right)));
}
function metadataIn(items) {
	return items.filter(isJsonObject).map(metadataOf);
}
function namesOf(items) {
	return items.map(({ name }) => name).sort(compareText);
}

// src/providers/kubernetes/normal-form/live-form.ts
/** Annotations: what kubectl and Countersign note about an object is nobody's wish. */
const NOTES = /^(?:kubectl\.kubernetes\.io\/last-applied-configuration$|countersign\.dev\/)/u;
function isNote(annotation) {
	return NOTES.test(annotation);
}
/** Everything that is modelled of a ServiceAccount, with the roles that it is bound to. */
function serviceAccountLive(account, bound) {
	const annotations = shown$1("annotations", withoutNotes(account.metadata.annotations));
	const labels = shown$1("labels", account.metadata.labels);
	return {
		form: {
			automountToken: account.automountToken,
			imagePullSecrets: listed(setOf(account.imagePullSecrets)),
			annotations: listed(annotations.form),
			labels: listed(labels.form),
			roles: listed(boundForm(bound))
		},
		hidden: [...annotations.hidden, ...labels.hidden]
	};
}
/** Of an aggregated role, the rules are the cluster's work, and not part of it. */
function roleLive(role) {
	const labels = shown$1("labels", role.metadata.labels);
	const own = role.kind === "Role" ? {} : { aggregation: aggregationOf(role) };
	return {
		form: {
			rules: role.aggregation === null ? normalizeRules(role.rules) : {},
			...own,
			labels: listed(labels.form)
		},
		hidden: labels.hidden
	};
}
function aggregationOf({ aggregation }) {
	return aggregation === null ? null : setOf(aggregation.map(selectorText));
}
function withoutNotes(annotations) {
	return Object.fromEntries(Object.entries(annotations).filter(([key]) => !isNote(key)));
}
function shown$1(attribute, texts) {
	const entries = Object.entries(texts);
	const isHidden = ([, value]) => secretShape(value) !== null;
	return {
		form: Object.fromEntries(entries.filter((entry) => !isHidden(entry))),
		hidden: entries.filter(isHidden).map(([key]) => `/${attribute}/values/${escapePointer(key)}`)
	};
}

// src/providers/kubernetes/shown.ts
const SHOWN = 10;
/** The first of a list that may be long. */
function shown(names) {
	const more = names.length - SHOWN;
	return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/providers/kubernetes/catalog/named.ts
function accountNamed({ namespace, name }) {
	return {
		kind: SERVICE_ACCOUNT$1,
		namespace: namespace ?? "",
		name
	};
}
function roleNamed({ kind, metadata: { namespace, name } }) {
	return {
		kind: kind === "Role" ? ROLE : CLUSTER_ROLE,
		namespace,
		name
	};
}

// src/providers/kubernetes/catalog/left-out.ts
/** Whom `exclude` keeps from being managed although they have access: a pattern may name more than its author thought of. */
function leftOut(accounts, held, within) {
	const names = accounts.map(({ metadata }) => accountNamed(metadata)).filter((named) => within.excluded(named) && held.by(named).length > 0).map(({ namespace, name }) => `${namespace}/${name}`).sort();
	if (names.length === 0) return [];
	return [{
		address: null,
		what: "ServiceAccounts with roles, left out by exclude",
		detail: `${names.length} (${shown(names)})`
	}];
}

// src/providers/kubernetes/catalog/managed-by.ts
const MARKS = [
	{
		tool: "Argo CD",
		on: "annotations",
		key: /^argocd\.argoproj\.io\/tracking-id$/u
	},
	{
		tool: "Argo CD",
		on: "labels",
		key: /^argocd\.argoproj\.io\/instance$/u
	},
	{
		tool: "Flux",
		on: "labels",
		key: /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/name$/u
	},
	{
		tool: "Helm",
		on: "annotations",
		key: /^meta\.helm\.sh\/release-name$/u
	},
	{
		tool: "Helm",
		on: "labels",
		key: /^app\.kubernetes\.io\/managed-by$/u,
		value: "Helm"
	},
	{
		tool: "Operator Lifecycle Manager",
		on: "labels",
		key: /^olm\.(?:owner|managed)$/u
	}
];
/** As whom controllers write that would write again; `helm` and `kubectl` are run by people, who may have run them once. */
const MANAGERS = [
	{
		tool: "Argo CD",
		name: /^argocd-(?:application-)?controller$/u
	},
	{
		tool: "Flux",
		name: /^(?:kustomize|helm)-controller$/u
	},
	{
		tool: "Terraform",
		name: /^Terraform$/u
	}
];
/** Another tool's claim on an object, by the marks that it leaves on what it would write again, or by having written fields of it. */
function managedBy(metadata) {
	for (const { tool, on, key, value } of MARKS) {
		const found = Object.keys(metadata[on]).find((name) => key.test(name) && (value === void 0 || metadata[on][name] === value));
		if (found === void 0) continue;
		const evidence = `${on === "labels" ? "label" : "annotation"} ${found}`;
		const pointer = `/${on}/values/${escapePointer(found)}`;
		const written = metadata[on][found] ?? "";
		return {
			tool,
			evidence,
			pointer,
			...secretShape(written) === null ? { value: written } : {}
		};
	}
	for (const { tool, name } of MANAGERS) {
		const found = metadata.managers.find((manager) => name.test(manager));
		if (found !== void 0) return {
			tool,
			evidence: `managed fields of ${found}`
		};
	}
}

// src/providers/kubernetes/catalog/target.ts
/** Whatever the boundary is. */
const ASKED_FIRST = "get the namespace kube-system";
/**
* A cluster by the uid of its namespace kube-system, which lives as long as the cluster does: no object of Kubernetes names the cluster
* itself, and this uid is what tools agree on.
* @throws Refused, CallFailed
*/
async function targetOf(client) {
	const { status, body } = await patiently(client, {
		method: "GET",
		path: "/api/v1/namespaces/kube-system"
	});
	if (status !== 200 || !isJsonObject(body)) throw new Refused(status, ASKED_FIRST);
	return { cluster: metadataOf(body).uid };
}

// src/providers/kubernetes/catalog/read-failure.ts
const AGAIN = "Run the plan again once it answers.";
/** Why a cluster could not be read. Repeats nothing that it said. */
function readFailure(error) {
	if (error instanceof CountersignError) return {
		code: error.code,
		message: `${error.message} ${error.mend}`
	};
	const { code, says, mend } = troubleOf(error);
	return {
		code,
		message: `The source ${says}. ${mend}`
	};
}
/** The same as an error, for calls that have no reason to give. @throws the error itself when it is not the cluster's. */
function failureOf(error) {
	if (error instanceof CountersignError) return error;
	if (!(error instanceof Refused) && !(error instanceof CallFailed)) throw error;
	const { code, says, mend } = troubleOf(error);
	return new CountersignError(code, `The cluster ${says}.`, { mend });
}
function troubleOf(error) {
	if (error instanceof Refused) return refusal(error);
	return network(error instanceof CallFailed ? error.state : "UNKNOWN");
}
function refusal({ status, asked }) {
	switch (status) {
		case 401: return {
			code: "cluster-login-refused",
			says: "refused the login (401)",
			mend: "Renew the token or the client certificate of the kubeconfig."
		};
		case 403: return {
			code: "cluster-read-denied",
			says: `does not let this login ${asked} (403)`,
			mend: `Give the reading login what the page on Kubernetes gives it${asked === "get the namespace kube-system" ? "" : ", or narrow the boundary of the source"}.`
		};
		default: return {
			code: "source-unreachable",
			says: `answered ${status} when it was asked to ${asked}`,
			mend: AGAIN
		};
	}
}
const CERTIFICATE = /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$)/u;
/** What keeps the connection from being encrypted as it was asked to be. */
function isCertificateTrouble(state) {
	return CERTIFICATE.test(state);
}
function network(state) {
	if (isCertificateTrouble(state)) return {
		code: "cluster-certificate",
		says: `agreed on no trusted TLS connection (${state})`,
		mend: "Print the kubeconfig again: its certificate-authority-data, server and tls-server-name have to fit the server."
	};
	if (state === "ETIMEDOUT") return {
		code: "source-timeout",
		says: "did not answer in time (ETIMEDOUT)",
		mend: AGAIN
	};
	return {
		code: "source-unreachable",
		says: `could not be reached, or the connection broke (${state})`,
		mend: `Check the server of the kubeconfig, and that the runner may reach it. ${AGAIN}`
	};
}

// src/providers/kubernetes/catalog/subjects.ts
const USER = "system:serviceaccount:";
/** The ServiceAccount that a subject means, by its own kind or by its user name, which RBAC takes for the same; null: another one. */
function holderOf({ kind, name, namespace }) {
	if (kind === "ServiceAccount") return namespace === null ? null : {
		namespace,
		name
	};
	if (kind !== "User" || !name.startsWith(USER)) return null;
	const [own = "", account, ...more] = name.slice(22).split(":");
	return account === void 0 || more.length > 0 || own === "" || account === "" ? null : {
		namespace: own,
		name: account
	};
}
function isHolder(subject, { namespace, name }) {
	const holder = holderOf(subject);
	return holder !== null && holder.namespace === namespace && holder.name === name;
}
/** What a binding gives, and where. */
function boundBy({ metadata, role }) {
	return {
		namespace: metadata.namespace,
		kind: role.kind,
		name: role.name
	};
}

// src/providers/kubernetes/catalog/held.ts
/** Bindings by whom they name and by what they give, for whoever asks of each object of a cluster. */
var Held = class {
	#byHolder = /* @__PURE__ */ new Map();
	#byRole = /* @__PURE__ */ new Map();
	constructor(bindings) {
		for (const binding of bindings) {
			const holders = binding.subjects.flatMap((subject) => holderOf(subject) ?? []);
			for (const key of new Set(holders.map(holderKey))) push(this.#byHolder, key, binding);
			push(this.#byRole, roleKey(boundBy(binding)), binding);
		}
	}
	by(holder) {
		return this.#byHolder.get(holderKey(holder)) ?? [];
	}
	/** Those that give a role, a ClusterRole wherever it is bound. */
	of({ kind, metadata }) {
		return this.#byRole.get(roleKey({
			kind,
			namespace: metadata.namespace,
			name: metadata.name
		})) ?? [];
	}
};
function holderKey({ namespace, name }) {
	return JSON.stringify([namespace, name]);
}
function roleKey({ namespace, kind, name }) {
	return JSON.stringify([
		kind,
		kind === "Role" ? namespace : null,
		name
	]);
}
function push(lists, key, binding) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [binding]);
	else list.push(binding);
}

// src/providers/kubernetes/catalog/live-state.ts
/** Pure: what the API server sent to what a plan is computed from. */
function liveStateOf(catalogue) {
	const within = boundaryOf(catalogue.boundary);
	const held = new Held(catalogue.bindings);
	const accounts = catalogue.serviceAccounts.filter(({ metadata }) => within.identity(accountNamed(metadata)));
	const roles = catalogue.roles.filter((role) => within.identity(roleNamed(role)));
	const found = [...accounts.map((account) => serviceAccount$1(account, catalogue, within, held)), ...roles.map((role) => roleFound(role, catalogue, held))];
	return {
		source: catalogue.source,
		provider: "kubernetes",
		target: catalogue.target,
		objects: found.flatMap(({ object }) => object ?? []).sort((left, right) => compareText(left.address, right.address)),
		unreadable: sorted(found.flatMap(({ unreadable }) => unreadable)),
		notModelled: sorted([...leftOut(catalogue.serviceAccounts, held, within), ...found.flatMap(({ notModelled }) => notModelled)]),
		facts: factsOf(catalogue, within)
	};
}
/** Who holds which role where, and what else is known of the places as a whole. */
function factsOf({ version, boundary, bindings, whole, roleNames }, within) {
	const [inside, outside] = [true, false].map((is) => bindings.filter(({ metadata }) => within.place(metadata.namespace) === is));
	const shared = (outside ?? []).filter(({ role }) => role.kind === "ClusterRole" && within.identity({
		kind: "KubernetesClusterRole",
		namespace: null,
		name: role.name
	}));
	return {
		version,
		boundary,
		bindings: sorted((inside ?? []).map(bindingFact)),
		beyond: whole ? sorted(shared.map(bindingFact)) : null,
		roles: roleNames
	};
}
function bindingFact({ metadata, role, subjects }) {
	const { namespace, name } = metadata;
	const claim = managedBy(metadata);
	return {
		namespace,
		name,
		role,
		subjects: sorted(subjects),
		...claim === void 0 ? {} : { managedBy: {
			tool: claim.tool,
			evidence: claim.evidence
		} }
	};
}
function serviceAccount$1(account, { source, tokens }, within, bound) {
	const { metadata, mountable } = account;
	const namespace = metadata.namespace ?? "";
	const address = serviceAccountAddress(source, namespace, metadata.name);
	const own = bound.by({
		namespace,
		name: metadata.name
	});
	const [inside, beyond] = [true, false].map((is) => own.filter((one) => within.place(one.metadata.namespace) === is));
	const { form, hidden } = serviceAccountLive(account, (inside ?? []).map(boundBy));
	const held = tokens?.get(`${namespace}/${metadata.name}`) ?? [];
	return {
		object: liveObject(address, SERVICE_ACCOUNT$1, metadata, form, tokens === null ? {} : { credentials: held }),
		unreadable: hidden.map((pointer) => secretShaped(address, pointer)),
		notModelled: [
			...hidden.map((pointer) => ({
				address,
				what: "text that is not shown",
				detail: pointer
			})),
			...mountable.map((detail) => ({
				address,
				what: "mountable Secret",
				detail
			})),
			...(beyond ?? []).map((one) => ({
				address,
				what: "role outside of the boundary",
				detail: boundText(boundBy(one))
			}))
		]
	};
}
/** Whoever writes a role that is too large to compare keeps nobody but that role from being planned. */
function roleFound(role, catalogue, held) {
	const { kind, metadata } = role;
	const address = roleAddress(catalogue.source, kind, metadata.namespace, metadata.name);
	try {
		return roleObject(address, role, held);
	} catch (error) {
		return {
			object: null,
			unreadable: [{
				address,
				pointer: null,
				reason: readFailure(failureOf(error))
			}],
			notModelled: []
		};
	}
}
function roleObject(address, role, held) {
	const { kind, metadata } = role;
	const { form, hidden } = roleLive(role);
	return {
		object: liveObject(address, kind === "Role" ? ROLE : CLUSTER_ROLE, metadata, form),
		unreadable: hidden.map((pointer) => secretShaped(address, pointer)),
		notModelled: [...hidden.map((pointer) => ({
			address,
			what: "text that is not shown",
			detail: pointer
		})), ...people(held.of(role)).map((detail) => ({
			address,
			what: "held by a user or a group",
			detail
		}))]
	};
}
function people(bindings) {
	return bindings.flatMap(({ metadata, subjects }) => subjects.filter((subject) => holderOf(subject) === null).map(({ kind, name }) => `${kind} ${name} ${metadata.namespace === null ? "everywhere" : `in ${metadata.namespace}`}`));
}
function liveObject(address, kind, metadata, attributes, known = {}) {
	const manager = managedBy(metadata);
	return {
		address,
		kind,
		incarnation: metadata.uid,
		attributes,
		facts: {},
		...known,
		...manager === void 0 ? {} : { managedBy: manager }
	};
}
function secretShaped(address, pointer) {
	return {
		address,
		pointer,
		reason: {
			code: "text-secret",
			message: "The value has the shape of a secret, so it is not shown, and nothing that depends on it is planned."
		}
	};
}
/** By its text and without doubles, so that the order of lists never shows. */
function sorted(items) {
	return [...new Map(items.map((item) => [JSON.stringify(item), item]))].sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}

// src/providers/kubernetes/catalog/look-up.ts
/** Whether these are there, with one call each. @param names `namespaces/NAME` or `clusterroles/NAME`; never throws */
async function lookUp(names, open) {
	try {
		const client = await open();
		const found = /* @__PURE__ */ new Map();
		for (const name of names) found.set(name, await existenceOf(client, name));
		return found;
	} catch (error) {
		return allUnknown(names, readFailure(error));
	}
}
async function existenceOf(client, named) {
	try {
		const [resource = "", name = ""] = named.split("/");
		const object = await getOne(client, resource === "clusterroles" ? resource : "namespaces", null, name);
		if (object === null) return {
			kind: "absent",
			instead: null
		};
		const metadata = isJsonObject(object) ? object["metadata"] : void 0;
		return isJsonObject(metadata) && metadata["deletionTimestamp"] !== void 0 ? {
			kind: "absent",
			instead: "There is one that is being deleted: see to it that there is another, and plan again."
		} : { kind: "there" };
	} catch (error) {
		return {
			kind: "unknown",
			reason: readFailure(error)
		};
	}
}

// src/providers/kubernetes/outside.ts
/** Provider.outside: the identity by its namespace and name, and every place in which its steps bind. */
function outside({ boundary }, { address, steps }) {
	const beyond = whyOutside(address, boundary);
	if (beyond !== null) return {
		code: "outside-boundary",
		message: `${address} ${beyond}`.trimEnd()
	};
	const within = boundaryOf(boundary);
	const place = steps.map(({ effect }) => placeIn(effect)).find((one) => one !== null && !within.place(one.namespace));
	return place === void 0 || place === null ? null : placeOutside(address, place.namespace, boundary);
}
function placeOutside(address, namespace, boundary) {
	return {
		code: "place-outside-boundary",
		message: `${address} is to be bound ${namespace === null ? `everywhere, which ${NO_CLUSTER}. Bind it in single namespaces` : `in the namespace ${namespace}, which ${notAmong(namespace, boundary)}Correct it`}, or widen the boundary in a pull request of its own.`
	};
}
/** As a sentence goes on after the address; null: it is within. */
function whyOutside(address, boundary) {
	const named = namedBy(address, parseAddress(address).source);
	if (named === null) return "is no identity of this provider.";
	const within = boundaryOf(boundary);
	if (within.identity(named)) return null;
	if (within.place(named.namespace)) return `has a name that ${nameReason(named, boundary)}.`;
	if (named.namespace === null) return `is of no namespace, which ${NO_CLUSTER}.`;
	return `is in the namespace ${named.namespace}, which ${notAmong(named.namespace, boundary)}`;
}
const NO_CLUSTER = "the boundary of its source leaves out (clusterScoped: false)";
function notAmong(namespace, boundary) {
	const { namespaces = null } = boundary;
	if (namespaces === null) return "only a boundary that names it in full takes in. ";
	return `is not within the boundary of its source: ${shown(namespaces)}. ${didYouMean(namespace, namespaces)}`;
}
function nameReason({ name }, boundary) {
	if (name.startsWith("system:")) return "RBAC keeps for the cluster itself";
	const { include = [], exclude = [] } = boundary;
	return `the boundary of its source leaves out (${[...include.length > 0 ? [`include: ${shown(include)}`] : [], ...exclude.length > 0 ? [`exclude: ${shown(exclude)}`] : []].join("; ")})`;
}
function placeIn(effect) {
	if (!isJsonObject(effect) || !("role" in effect)) return null;
	const { namespace } = effect;
	return { namespace: typeof namespace === "string" ? namespace : null };
}

// src/providers/kubernetes/catalog/read.ts
/** Reads one cluster through its API server, with GET alone. */
function kubernetesReader(connection, pod = POD) {
	let opened = null;
	const client = () => opened ??= openClient(connection.secret, connection.timeout, pod);
	return {
		identify: async () => await identify(client),
		read: async (query) => await read(connection, query, client),
		lookUp: async (names) => await lookUp(names, client),
		close: async () => {
			(await opened?.catch(() => null))?.close();
		}
	};
}
/** @throws CountersignError for everything that the cluster or the way to it refuses. */
async function identify(client) {
	try {
		return await targetOf(await client());
	} catch (error) {
		throw failureOf(error);
	}
}
/** Never throws for what it may not read or reach: a state in part is no state, so that nothing is ever taken for absent. */
async function read(connection, query, open) {
	const { source, boundary, options, progress } = connection;
	try {
		const client = await open();
		const target = await targetOf(client);
		progress("Reading service accounts, roles and bindings");
		if (query.kind === "estate") return estateStateOf(source, target, await everything(new Gatherer(client, WHOLE)));
		const gatherer = new Gatherer(client, boundaryOf(boundary));
		const { tokenSecrets = false } = options;
		const [inside, beyond] = query.kind === "addresses" ? chosen(query.addresses, connection) : [null, []];
		const found = inside === null ? await everything(gatherer) : await only(gatherer, inside);
		const tokens = tokenSecrets ? await gatherer.tokens() : null;
		const version = await gatherer.version();
		const state = liveStateOf({
			source,
			target,
			boundary,
			version,
			...found,
			tokens
		});
		const facts = client.user === null ? state.facts : {
			...state.facts,
			reader: client.user
		};
		return {
			...state,
			facts,
			unreadable: [...beyond, ...state.unreadable]
		};
	} catch (error) {
		return unread$1(connection, {
			address: null,
			pointer: null,
			reason: readFailure(error)
		});
	}
}
/** Who may do what does not end at a boundary. */
const WHOLE = {
	namespaces: null,
	clusterScoped: true,
	place: () => true,
	identity: () => true,
	excluded: () => false
};
async function everything(gatherer) {
	const serviceAccounts = await gatherer.serviceAccounts();
	const roles = await gatherer.roles();
	return {
		serviceAccounts,
		roles,
		...await gatherer.bindingsAnywhere(),
		roleNames: namesIn(roles)
	};
}
/** Each by its name, and the bindings of the places in which they can be bound. */
async function only(gatherer, names) {
	const { serviceAccounts, roles } = await gatherer.named(names);
	const accounts = names.some(({ kind }) => kind === SERVICE_ACCOUNT$1);
	const { bindings, whole } = await gatherer.bindingsFor(names);
	const roleNames = accounts ? await gatherer.roleNames() : null;
	return {
		serviceAccounts,
		roles,
		bindings: bindings.filter((one) => concerns(one, names)),
		whole,
		roleNames
	};
}
function concerns(binding, names) {
	const bound = boundBy(binding);
	return names.some(({ kind, namespace, name }) => {
		if (kind === "KubernetesServiceAccount") return binding.subjects.some((subject) => isHolder(subject, {
			namespace: namespace ?? "",
			name
		}));
		if (bound.name !== name) return false;
		return kind === "KubernetesClusterRole" ? bound.kind === "ClusterRole" : bound.kind === "Role" && bound.namespace === namespace;
	});
}
function namesIn(roles) {
	const places = Map.groupBy(roles, ({ metadata }) => metadata.namespace ?? "*");
	return Object.fromEntries([...places].map(([place, own]) => [place, own.map(({ metadata }) => metadata.name).sort()]));
}
/** What is asked for but not managed must not look absent. */
function chosen(addresses, connection) {
	const inside = [];
	const beyond = [];
	for (const address of addresses) {
		const named = namedBy(address, connection.source);
		const reason = outside(connection, {
			address,
			steps: []
		});
		if (named !== null && reason === null) inside.push(named);
		else beyond.push({
			address,
			pointer: null,
			reason: reason ?? ELSEWHERE
		});
	}
	return [inside, beyond];
}
const ELSEWHERE = {
	code: "outside-boundary",
	message: "This is no identity of this source."
};
function unread$1({ source, boundary }, unreadable) {
	return {
		source,
		provider: "kubernetes",
		target: {},
		objects: [],
		unreadable: [unreadable],
		notModelled: [],
		facts: emptyFacts(boundary)
	};
}

// src/providers/kubernetes/normal-form/creation-mark.ts
/** Annotation with the mark by which an apply knows what it created as its own; it stays, and is no part of the normal form. */
const CREATION_MARK = "countersign.dev/creation";

// src/providers/kubernetes/normal-form/project.ts
/** Provider.project: of what is live, what the document manages. Nothing of this provider is a pattern. */
function project(object, guide) {
	return object.kind === "KubernetesServiceAccount" ? serviceAccount(serviceAccountForm(object.attributes), serviceAccountForm(guide.head)) : role(roleForm(object.attributes), roleForm(guide.head));
}
function serviceAccount(live, head) {
	return {
		...head.automountToken === void 0 ? {} : { automountToken: live.automountToken ?? true },
		...head.imagePullSecrets === void 0 ? {} : { imagePullSecrets: within(live.imagePullSecrets, head.imagePullSecrets) },
		...head.annotations === void 0 ? {} : { annotations: within(live.annotations, head.annotations) },
		...head.labels === void 0 ? {} : { labels: within(live.labels, head.labels) },
		...head.roles === void 0 ? {} : { roles: rolesWithin(live.roles, head.roles) }
	};
}
/** A role whose rules are managed is also managed in whose they are. */
function role(live, head) {
	return {
		...head.rules === void 0 ? {} : { rules: live.rules ?? {} },
		...head.aggregation === void 0 ? {} : { aggregation: live.aggregation ?? null },
		...head.labels === void 0 ? {} : { labels: within(live.labels, head.labels) }
	};
}
function within(live, head) {
	const kept = Object.entries(live?.values ?? {}).filter(([key]) => head.others === "remove" || Object.hasOwn(head.values, key));
	return {
		others: head.others,
		values: Object.fromEntries(kept)
	};
}
function rolesWithin(live, head) {
	const named = boundRoles(head);
	const kept = boundRoles(live).filter((bound) => head.others === "remove" || named.some((other) => sameBound(bound, other)));
	return {
		others: head.others,
		values: boundForm(kept)
	};
}

// src/providers/kubernetes/steps/holders.ts
const NOBODY = /* @__PURE__ */ new Set();
/**
* Why a role cannot go, or lose its rules: everybody who is bound to it loses them, too. What binds somebody outside of the boundary
* is nobody's to let go of here.
* @param released ServiceAccounts that the same plan takes out of all bindings of the boundary's places
*/
function holderBlocks(address, live, released = NOBODY) {
	const named = namedBy(address, parseAddress(address).source);
	if (named === null) return [];
	const { held, whole } = holdersOf(named, live, released);
	return [...held.length === 0 ? [] : [stillBound(held)], ...whole ? [] : [unread()]];
}
/** Who holds a role, by name and place, sorted. `whole`: nobody else can. @param released as of `holderBlocks` */
function holdersOf(named, live, released = NOBODY) {
	const { source } = live;
	const { bindings, beyond } = kubernetesFacts(live);
	const gives = (binding) => givesRole(binding, named);
	const inside = bindings.filter(gives).flatMap((binding) => holdersIn(binding, source, released));
	const outside = (beyond ?? []).filter(gives).flatMap((binding) => holdersIn(binding, source, NOBODY)).map((holder) => `${holder}, outside of the boundary`);
	return {
		held: [.../* @__PURE__ */ new Set([...inside, ...outside])].sort(),
		whole: named.kind !== "KubernetesClusterRole" || beyond !== null
	};
}
function givesRole({ role, namespace }, named) {
	if (role.name !== named.name) return false;
	return named.kind === "KubernetesClusterRole" ? role.kind === "ClusterRole" : role.kind === "Role" && namespace === named.namespace;
}
function holdersIn({ namespace, subjects }, source, released) {
	const place = namespace === null ? "everywhere" : `in ${namespace}`;
	return subjects.flatMap((subject) => {
		const holder = holderOf(subject);
		if (holder === null) return [`${subject.kind} ${subject.name} ${place}`];
		if (released.has(serviceAccountAddress(source, holder.namespace, holder.name))) return [];
		const where = holder.namespace === namespace ? "" : ` ${place}`;
		return [`ServiceAccount ${holder.namespace}/${holder.name}${where}`];
	});
}
function stillBound(holders) {
	return {
		code: "role-still-bound",
		message: `${shown(holders)} would lose the access of this role. Unbind them in this pull request or before it, or let the base document say onRemove: forget.`
	};
}
const HOLDERS_UNREAD = "The login may not list RoleBindings outside of the boundary, so nobody knows who would lose the access of this role.";
function unread() {
	return {
		code: "role-holders-unread",
		message: `${HOLDERS_UNREAD} Let it list them in every namespace, or let the base document say onRemove: forget.`
	};
}

export { ROLE as $, openClient as A, boundForm as B, bindingsOf as C, typeOf as D, resourceOfRole as E, serviceAccountAddress as F, sameBound as G, boundText as H, identityExpected as I, roleForm as J, NO_ROLES as K, isWorkloadIdentity as L, boundaryOf as M, namedBy as N, kubernetesFacts as O, roleAddress as P, CLUSTER_ROLE as Q, selectorOf as R, Refused as S, objectPath as T, placeOf as U, boundRoles as V, roleText as W, setOf as X, serviceAccountForm as Y, ANNOTATION_BYTES as Z, isCertificateTrouble as _, project as a, widerTexts as at, isNote as b, kubernetesReader as c, targetText as ct, factsOf as d, SERVICE_ACCOUNT$1 as et, liveStateOf as f, failureOf as g, isHolder as h, stillBound as i, beginningOf as it, POD as j, CallFailed as k, outside as l, writtenResource as lt, holderOf as m, holderBlocks as n, Grants as nt, CREATION_MARK as o, parseTarget as ot, boundBy as p, listed as q, holdersOf as r, normalizeRules as rt, identify as s, resourceTarget as st, HOLDERS_UNREAD as t, kinds as tt, placeOutside as u, managedBy as v, collectionPath as w, Gatherer as x, shown as y, selectorText as z };