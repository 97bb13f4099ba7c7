import { r as isOwnMark } from "./creation-mark.js";
import { n as diagnosticOf, t as CountersignError } from "./errors.js";
import { A as openClient, C as bindingsOf, D as typeOf, E as resourceOfRole, G as sameBound, L as isWorkloadIdentity, M as boundaryOf, N as namedBy, Q as CLUSTER_ROLE, S as Refused, T as objectPath, _ as isCertificateTrouble, a as project, d as factsOf, et as SERVICE_ACCOUNT, f as liveStateOf, g as failureOf, h as isHolder, i as stillBound, j as POD, k as CallFailed, o as CREATION_MARK, p as boundBy, r as holdersOf, s as identify, t as HOLDERS_UNREAD, v as managedBy, w as collectionPath, x as Gatherer, y as shown } from "./holders.js";
import { t as isJsonObject } from "./json.js";
import { t as excerpt } from "./excerpt.js";
import { createHash } from "node:crypto";

// src/providers/kubernetes/steps/effect.ts
/** An effect of a plan, which `steps` of this provider has made. */
function effectOf(effect) {
	if (isJsonObject(effect) && typeof effect["kind"] === "string") return effect;
	throw new TypeError("The plan has an effect that this provider did not make.");
}

// src/providers/kubernetes/write/holders.ts
/** Null: nobody holds the role, or the step takes none. @throws as `Gatherer`, and CountersignError `role-holders-unread` */
async function heldBefore(look) {
	const held = await holders(look);
	return held.length === 0 ? null : conflict(stillBound(held).message);
}
/** Nothing can be taken back then: a binding that came between the look and the write is said. @throws as `heldBefore` */
async function heldAfter(look) {
	const held = await holders(look);
	return held.length === 0 ? null : conflict(`It was given to ${shown(held)} at the moment at which it was taken away, and gives nothing any more.`);
}
async function holders({ client, connection, named, effect }) {
	if (named.kind === "KubernetesServiceAccount" || effect.kind !== "delete" && effect.kind !== "empty") return [];
	const { source, boundary } = connection;
	const within = boundaryOf(boundary);
	const found = await new Gatherer(client, within).bindingsFor([named]);
	const facts = factsOf({
		version: "",
		boundary,
		roleNames: null,
		...found
	}, within);
	const { held, whole } = holdersOf(named, {
		source,
		facts
	});
	if (held.length === 0 && !whole) throw unread();
	return held;
}
function conflict(found) {
	return {
		kind: "conflict",
		pointer: "",
		planned: "held by nobody",
		found
	};
}
function unread() {
	return new CountersignError("role-holders-unread", HOLDERS_UNREAD, { mend: "Let the applier list them in every namespace, then plan again." });
}

// src/providers/kubernetes/write/bodies.ts
const RBAC_GROUP = "rbac.authorization.k8s.io";
const DIGITS = 12;
/** Nothing is written as null: what is created has nothing to take away. */
function creationBody(resource, { namespace, name }, edit, mark) {
	return {
		...typeOf(resource),
		metadata: {
			name,
			...namespace === null ? {} : { namespace },
			labels: edit.labels?.set ?? {},
			annotations: {
				...edit.annotations?.set,
				[CREATION_MARK]: mark
			}
		},
		...edit.automountToken === void 0 ? {} : { automountServiceAccountToken: edit.automountToken },
		...edit.imagePullSecrets === void 0 ? {} : { imagePullSecrets: named(edit.imagePullSecrets.add) },
		...resource === "serviceaccounts" ? {} : { rules: edit.rules ?? [] },
		...edit.aggregation === void 0 || edit.aggregation === null ? {} : { aggregationRule: { clusterRoleSelectors: edit.aggregation } }
	};
}
/**
* A merge patch that the API server takes only for exactly the version of the object that was judged, and answers 409 otherwise.
* Lists are written whole, from what that version has.
*/
function editBody(found, edit) {
	return {
		metadata: {
			...precondition(found.metadata),
			...texts("labels", edit.labels),
			...texts("annotations", edit.annotations)
		},
		...edit.automountToken === void 0 ? {} : { automountServiceAccountToken: edit.automountToken },
		...edit.imagePullSecrets === void 0 || !("imagePullSecrets" in found) ? {} : { imagePullSecrets: pullSecrets(found, edit.imagePullSecrets) },
		...edit.rules === void 0 ? {} : { rules: edit.rules },
		...edit.aggregation === void 0 ? {} : { aggregationRule: aggregationRule(edit.aggregation) }
	};
}
function aggregationRule(selectors) {
	return selectors === null ? null : { clusterRoleSelectors: selectors };
}
/** What a body names so that the write is refused on any other version of the object. */
function precondition({ uid, resourceVersion }) {
	return {
		uid,
		resourceVersion
	};
}
function deletionBody(metadata) {
	return {
		apiVersion: "v1",
		kind: "DeleteOptions",
		preconditions: precondition(metadata)
	};
}
function bindingBody({ namespace, role }, holder) {
	return {
		...typeOf(bindingsOf(namespace)),
		metadata: {
			name: bindingName({
				namespace,
				role
			}, holder),
			...namespace === null ? {} : { namespace },
			labels: { "app.kubernetes.io/managed-by": "countersign" }
		},
		roleRef: {
			apiGroup: RBAC_GROUP,
			kind: role.kind,
			name: role.name
		},
		subjects: [subjectOf(holder)]
	};
}
function subjectsBody(metadata, subjects) {
	return {
		metadata: precondition(metadata),
		subjects: subjects.map(written)
	};
}
function subjectOf({ namespace, name }) {
	return {
		kind: "ServiceAccount",
		namespace,
		name
	};
}
/** The API server gives each kind of subject its own group. */
function written({ kind, name, namespace }) {
	return {
		kind,
		name,
		...namespace === null ? {} : { namespace }
	};
}
/** The same for the same role, place and ServiceAccount, readable at its beginning and unmistakable at its end. */
function bindingName({ namespace, role }, holder) {
	const whole = JSON.stringify([
		namespace,
		role.kind,
		role.name,
		holder.namespace,
		holder.name
	]);
	const hash = createHash("sha256").update(whole).digest("hex").slice(0, DIGITS);
	return `${`countersign:${holder.namespace}:${holder.name}:${role.name}`.slice(0, 240).toWellFormed()}:${hash}`;
}
function texts(attribute, edit) {
	if (edit === void 0) return {};
	return { [attribute]: {
		...edit.set,
		...Object.fromEntries(edit.remove.map((key) => [key, null]))
	} };
}
function pullSecrets(found, { add, remove }) {
	const kept = found.imagePullSecrets.filter((name) => !remove.includes(name));
	return named([...kept, ...add.filter((name) => !kept.includes(name))]);
}
function named(names) {
	return names.map((name) => ({ name }));
}

// src/providers/kubernetes/write/write-failures.ts
/** What stands before the rules, one a line. Source: ConfirmNoEscalation in pkg/registry/rbac/validation/rule.go of Kubernetes. */
const NOT_HELD = "is attempting to grant RBAC permissions not currently held:\n";
const SHOWN_RULES = 5;
const MAXIMUM_RULE = 200;
/** A write that was answered with neither success nor a conflict. */
var WriteRefused = class extends Error {
	answer;
	constructor(answer) {
		super(`The write was answered ${answer.status}.`);
		this.name = "WriteRefused";
		this.answer = answer;
	}
};
/**
* The outcome of a step that ended in this error. `writing`: a write had been asked for, so that silence leaves open whether it happened.
* @throws the error itself when it is not the cluster's
*/
function outcomeOf(error, writing) {
	if (error instanceof WriteRefused) return refused(error.answer);
	if (error instanceof CallFailed && writing && error.sent) return {
		kind: "ambiguous",
		cause: unanswered(error.state)
	};
	if (error instanceof CallFailed) return isCertificateTrouble(error.state) ? failed(failureOf(error)) : {
		kind: "retryable",
		cause: lost(error.state)
	};
	if (error instanceof Refused || error instanceof CountersignError) return failed(failureOf(error));
	throw error;
}
function failed(error) {
	return {
		kind: "failed",
		cause: diagnosticOf(error)
	};
}
function refused({ status, body }) {
	if (status === 429) return {
		kind: "retryable",
		cause: busy()
	};
	if (status >= 500) return {
		kind: "ambiguous",
		cause: unanswered(String(status))
	};
	const denied = status === 401 || status === 403;
	return {
		kind: "failed",
		cause: {
			code: denied ? "cluster-write-denied" : "cluster-write-refused",
			severity: "error",
			cause: `The API server refused the step: ${messageIn(body)}`,
			mend: denied ? "Give the writer what it lacks, as the page on Kubernetes says: to grant what it does not hold, it needs bind and escalate." : "Change the document, or make what it needs, such as the namespace; then plan again.",
			evidence: `HTTP ${status}`
		}
	};
}
function messageIn(body) {
	const message = isJsonObject(body) ? body["message"] : void 0;
	if (typeof message !== "string") return "without saying why";
	return lackingIn(message) ?? excerpt(message);
}
/** Who the writer is and in which groups may alone be longer than what is shown. Null: it is about something else. */
function lackingIn(message) {
	const at = message.indexOf(NOT_HELD);
	if (at < 0) return null;
	const rules = message.slice(at + 60).split("\n");
	const named = rules.slice(0, SHOWN_RULES).map((rule) => excerpt(rule, MAXIMUM_RULE));
	const more = rules.length > SHOWN_RULES ? ` and ${rules.length - SHOWN_RULES} more` : "";
	return `the writer may not grant what it does not hold itself: ${named.join(", ")}${more}`;
}
/** The outcome of a write that was done, and then could not be looked at. @throws the error itself when it is not the cluster's */
function unseen(error) {
	const { message, mend } = failureOf(error);
	return {
		kind: "ambiguous",
		cause: {
			code: "cluster-write-unseen",
			severity: "error",
			cause: "The API server took a write, and what it left could not be read.",
			mend: `${mend} The next run of the apply workflow reads what is there and continues.`,
			evidence: message
		}
	};
}
function unanswered(state) {
	return {
		code: "cluster-write-unanswered",
		severity: "error",
		cause: "The API server did not say whether a write happened, so it may or may not have.",
		mend: "Check that the server is reachable; the next run of the apply workflow reads what is there and continues.",
		evidence: state
	};
}
function lost(state) {
	return {
		code: "cluster-connection-lost",
		severity: "error",
		cause: "The connection to the API server could not be made or was lost before anything was written.",
		mend: "Check that the server is reachable; the next run of the apply workflow continues.",
		evidence: state
	};
}
function busy() {
	return {
		code: "cluster-busy",
		severity: "error",
		cause: "The API server had no room for the write (429).",
		mend: "Run the apply again when it has less to do."
	};
}
/** What is written kept changing between the look at it and the write. */
function contended() {
	return {
		kind: "retryable",
		cause: {
			code: "cluster-contended",
			severity: "error",
			cause: "The object was changed by somebody else between being judged and being written, each time.",
			mend: "Find out what keeps changing it; the next run of the apply workflow judges it again."
		}
	};
}

// src/providers/kubernetes/write/perform.ts
function resourceOf({ kind }) {
	if (kind === "KubernetesServiceAccount") return "serviceaccounts";
	return resourceOfRole(kind === "KubernetesClusterRole" ? "ClusterRole" : "Role");
}
/**
* Writes one effect, and the mark on what it creates; each call under the version that was judged.
* @throws WriteRefused, CallFailed, CountersignError `binding-name-taken`, `binding-managed-elsewhere`
*/
async function perform(client, named, effect, found, mark) {
	const resource = resourceOf(named);
	const path = objectPath(resource, named.namespace, named.name);
	switch (effect.kind) {
		case "create": {
			const body = creationBody(resource, named, effect.edit, mark);
			return await send(client, {
				method: "POST",
				path: collectionPath(resource, named.namespace),
				body
			});
		}
		case "edit":
		case "empty":
			if (found.object === null) return "stale";
			return await send(client, {
				method: "PATCH",
				path,
				body: editBody(found.object, effect.edit)
			});
		case "delete":
			if (found.object === null) return "stale";
			return await send(client, {
				method: "DELETE",
				path,
				body: deletionBody(found.object.metadata)
			});
		case "bind": return await bind(client, named, effect, found);
		case "unbind": return await unbind(client, named, effect, found);
	}
}
/** A binding of its own, which only this ServiceAccount is in; one that is already called so is taken over where it is of the same role. */
async function bind(client, named, at, { bindings }) {
	const holder = holderNamed(named);
	const name = bindingName(at, holder);
	const taken = bindings.find(({ metadata }) => metadata.namespace === at.namespace && metadata.name === name);
	if (taken === void 0) return await send(client, {
		method: "POST",
		path: collectionPath(bindingsOf(at.namespace), at.namespace),
		body: bindingBody(at, holder)
	});
	if (!gives(taken, at)) throw nameTaken(name);
	refuseClaimed([taken]);
	return await send(client, patch(taken.metadata, subjectsBody(taken.metadata, [...taken.subjects, subjectOf(holder)])));
}
/** Out of each binding that gives the role there; one that holds nobody else goes. */
async function unbind(client, named, at, { bindings }) {
	const holder = holderNamed(named);
	const giving = bindings.filter((one) => gives(one, at) && one.subjects.some((subject) => isHolder(subject, holder)));
	refuseClaimed(giving);
	for (const { metadata, subjects } of giving) {
		const left = subjects.filter((subject) => !isHolder(subject, holder));
		if (await send(client, left.length === 0 ? {
			method: "DELETE",
			path: pathOf(metadata),
			body: deletionBody(metadata)
		} : patch(metadata, subjectsBody(metadata, left))) === "stale") return "stale";
	}
	return "done";
}
/** Before any of them is written: what one tool wrote again would undo half of a step. @throws CountersignError `binding-managed-elsewhere` */
function refuseClaimed(bindings) {
	for (const { metadata } of bindings) {
		const claim = managedBy(metadata);
		if (claim === void 0) continue;
		const { namespace, name } = metadata;
		const where = namespace === null ? "for every namespace" : `in ${namespace}`;
		throw new CountersignError("binding-managed-elsewhere", "Another tool manages a binding that the step would edit.", {
			evidence: `${name} ${where}: ${claim.tool} (${claim.evidence})`,
			mend: "Change the binding in that tool, then plan again."
		});
	}
}
function gives(binding, { namespace, role }) {
	return sameBound(boundBy(binding), {
		namespace,
		...role
	});
}
function holderNamed({ namespace, name }) {
	return {
		namespace: namespace ?? "",
		name
	};
}
function patch(metadata, body) {
	return {
		method: "PATCH",
		path: pathOf(metadata),
		body
	};
}
function pathOf({ namespace, name }) {
	return objectPath(bindingsOf(namespace), namespace, name);
}
/** 409: another version, another uid, or the name exists. 404 of what was there: it is gone. */
async function send(client, call) {
	const answer = await client.call(call);
	if (answer.status >= 200 && answer.status < 300) return "done";
	if (answer.status === 409 || answer.status === 404 && call.method !== "POST") return "stale";
	throw new WriteRefused(answer);
}
function nameTaken(name) {
	return new CountersignError("binding-name-taken", "A binding of another role has the name that this one would get.", {
		evidence: name,
		mend: "Delete that binding, or rename it; Countersign names its own with a digest of role, place and ServiceAccount."
	});
}

// src/providers/kubernetes/write/remains.ts
/** What a write does not end: pods keep what they were started with. */
function remainsAfter(effect) {
	if (effect.kind !== "edit") return [];
	const { automountToken, annotations } = effect.edit;
	return [...automountToken === false ? ["the tokens of pods that already run, until these end"] : [], ...annotations?.remove.some(isWorkloadIdentity) === true ? ["the cloud identity of pods that already run, until these end"] : []];
}

// src/providers/kubernetes/write/write.ts
/** How often what was judged is looked at again because it changed before it could be written. */
const ROUNDS = 2;
/** Writes one step at a time, each call refused by the API server unless the object is the version that was judged. */
var KubernetesWriter = class {
	#connection;
	#pod;
	#client = null;
	constructor(connection, pod = POD) {
		this.#connection = connection;
		this.#pod = pod;
	}
	async identify() {
		return await identify(() => this.#open());
	}
	async observe(address, guide) {
		try {
			const { live } = await this.#look(this.#named(address), guide === null || guide.head["roles"] !== void 0);
			return observation(live, guide?.head ?? null);
		} catch (error) {
			throw failureOf(error);
		}
	}
	async run(request, guard) {
		let writing = false;
		try {
			const named = this.#named(request.address);
			const effect = effectOf(request.step.effect);
			for (let round = 1; round <= ROUNDS; round += 1) {
				writing = false;
				const sight = await this.#see(named, request);
				const verdict = guard.judge(sight.observation);
				if (verdict.kind === "conflict") return verdict;
				if (verdict.kind === "already-applied") return alreadyApplied(request, sight);
				const held = await heldBefore(await this.#holders(named, effect));
				if (held !== null) return held;
				const client = fenced(await this.#open(), guard);
				writing = true;
				if (await perform(client, named, effect, sight.found, request.marks.mark) === "done") return await this.#confirmed(named, effect, request, guard);
			}
			return contended();
		} catch (error) {
			if (error instanceof Fenced) throw error.cause;
			return outcomeOf(error, writing);
		}
	}
	async close() {
		(await this.#client?.catch(() => null))?.close();
	}
	/** Nothing can be taken back here: a race that was lost between the judgement and the write is said. */
	async #confirmed(named, effect, request, guard) {
		const after = await this.#see(named, request).catch(unseen);
		if ("kind" in after) return after;
		const verdict = guard.confirm(after.observation);
		if (verdict.kind === "conflict") return verdict;
		if (isForeign(request, after)) return NOT_OURS;
		const held = await heldAfter(await this.#holders(named, effect)).catch(unseen);
		if (held !== null) return held;
		return {
			kind: "applied",
			found: after.observation,
			issued: [],
			remains: remainsAfter(effect)
		};
	}
	async #holders(named, effect) {
		return {
			client: await this.#open(),
			connection: this.#connection,
			named,
			effect
		};
	}
	async #see(named, { step }) {
		const shape = step.result ?? step.expect ?? {};
		const { live, found } = await this.#look(named, shape["roles"] !== void 0);
		return {
			found,
			observation: observation(live, shape)
		};
	}
	async #look(named, bound) {
		const { source, boundary } = this.#connection;
		const gatherer = new Gatherer(await this.#open(), boundaryOf(boundary));
		const bindings = bound && named.kind === "KubernetesServiceAccount" ? await gatherer.bindings() : [];
		const { serviceAccounts, roles } = await gatherer.named([named]);
		const { objects, unreadable } = liveStateOf({
			source,
			target: {},
			boundary,
			version: "",
			serviceAccounts,
			roles,
			bindings,
			whole: false,
			roleNames: null,
			tokens: null
		});
		const unread = unreadable.find(({ pointer }) => pointer === null);
		if (unread !== void 0) throw unreadError(unread);
		return {
			live: objects[0] ?? null,
			found: {
				object: serviceAccounts[0] ?? roles[0] ?? null,
				bindings
			}
		};
	}
	/** @throws CountersignError `outside-boundary` */
	#named(address) {
		const { source, boundary } = this.#connection;
		const named = namedBy(address, source);
		if (named !== null && boundaryOf(boundary).identity(named)) return named;
		throw new CountersignError("outside-boundary", "This is not within the boundary of the source, so it is never written.", {
			evidence: address,
			mend: "Widen the source's boundary in a pull request of its own, or take the identity out of the plan."
		});
	}
	#open() {
		const { secret, timeout } = this.#connection;
		this.#client ??= openClient(secret, timeout, this.#pod);
		return this.#client;
	}
};
/** What exists and cannot be read whole must not look absent. */
function unreadError({ address, reason }) {
	return new CountersignError(reason.code, reason.message, {
		...address === null ? {} : { evidence: address },
		mend: "Plan again: the plan names what cannot be read."
	});
}
/** Restricted to the shape of what is looked for; null: everything that the kind models. */
function observation(live, shape) {
	if (live === null) return {
		incarnation: null,
		attributes: null
	};
	const { incarnation, managedBy } = live;
	return {
		incarnation,
		attributes: shape === null ? live.attributes : project(live, { head: shape }),
		...managedBy === void 0 ? {} : { managedBy }
	};
}
const NOT_OURS = {
	kind: "conflict",
	pointer: "",
	planned: null,
	found: "was not created by this apply"
};
/** An equal object without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
function isForeign({ step, marks }, { found }) {
	return step.expect === null && !isOwnMark(marks, found.object?.metadata.annotations["countersign.dev/creation"] ?? null);
}
function alreadyApplied(request, sight) {
	if (isForeign(request, sight)) return NOT_OURS;
	return {
		kind: "already-applied",
		found: sight.observation,
		issued: [],
		remains: []
	};
}
/** Tells a lost lease from what the cluster does: only the latter is an outcome. */
var Fenced = class extends Error {};
/** Asks before each write whether the lease is still held: an effect may take several. @throws Fenced */
function fenced(client, guard) {
	const call = async (one) => {
		try {
			await guard.fence();
		} catch (cause) {
			throw new Fenced("The lease is lost.", { cause });
		}
		return await client.call(one);
	};
	return {
		...client,
		call
	};
}

// src/providers/kubernetes/write/applier.ts
/** The writing half of the provider. */
const kubernetesApplier = {
	name: "kubernetes",
	writer: (connection) => new KubernetesWriter(connection)
};

export { kubernetesApplier };