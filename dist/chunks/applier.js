import { A as oidcObject, B as UNASKED, F as readFailure, G as isMissing, J as boundaryOf, K as optionsOf, M as roleObject, N as userObject, O as readOidc, Q as project, St as awsAttributes, U as openWriter, V as read, W as CallFailure, b as readPolicy, bt as ROLE_KIND, c as readKeys, d as attachedTo, dt as listOf, et as own, f as commonOf, g as readRole, h as profilesWith, i as commonOf$1, it as oidcProviderArn, j as policyObject, k as said, l as readPassword, n as targetOf, o as groupsOf, p as describedOf, r as attachedTo$1, tt as addressOfArn, u as readUser, w as together, xt as USER_KIND, y as policyArns, yt as POLICY_KIND } from "./session.js";
import { i as parseAddress } from "./address.js";
import { n as diagnosticOf, t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { a as sameLeaf, r as leavesOf } from "./leaves.js";
import { r as isOwnMark } from "./creation-mark.js";
import { t as excerpt } from "./excerpt.js";
import { setTimeout } from "node:timers/promises";

// src/providers/aws/write/creation-mark.ts
/** Tag with the mark by which an apply knows what it created as its own; it stays, and no document can set it. */
const CREATION_MARK = "countersign:creation";

// src/providers/aws/write/units.ts
function unitsOf({ expect, result }) {
	const sides = [expect, result].filter((side) => side !== null);
	const attributes = new Set(sides.flatMap((side) => Object.keys(side)));
	if (result === null) return {
		kind: "everything",
		attributes,
		members: /* @__PURE__ */ new Map()
	};
	const members = /* @__PURE__ */ new Map();
	for (const key of attributes) {
		const lists = sides.map((side) => valuesOf(side, key)).filter((values) => values !== null);
		if (lists.length > 0) members.set(key, new Set(lists.flatMap((values) => Object.keys(values))));
	}
	return {
		kind: "some",
		attributes,
		members
	};
}
/** Only what a step is about, of everything that was found. */
function restricted(found, { attributes, members }) {
	const entries = [...attributes].flatMap((key) => {
		const value = own(found, key);
		if (value === void 0) return [];
		const named = members.get(key);
		const values = valuesOf(found, key);
		if (named === void 0 || values === null) return [[key, value]];
		return [[key, { values: Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name))) }]];
	});
	return Object.fromEntries(entries);
}
/** The members of a list that a step is about; null: all of them. */
function namedMembers({ kind, attributes, members }, list) {
	if (kind === "everything") return null;
	return attributes.has(list) ? [...members.get(list) ?? []] : [];
}
function valuesOf(attributes, key) {
	const list = own(attributes, key);
	const values = isJsonObject(list) ? list["values"] : void 0;
	return isJsonObject(values) ? values : null;
}

// src/providers/aws/write/look-at-holder.ts
/** A role with what a step is about; the rest is as if it had none. @throws CallFailure */
async function lookAtRole(calls, name, units) {
	if (units === null || units.kind === "everything") return said(await readRole(calls, name) ?? void 0, "a role");
	const [found, inline, attached, instanceProfiles] = await Promise.all([
		calls.GetRole({ RoleName: name }),
		inlineNamed(namedMembers(units, "inline"), async (policy) => {
			return (await calls.GetRolePolicy({
				RoleName: name,
				PolicyName: policy
			})).PolicyDocument;
		}),
		setWhere(units, "attached", () => attachedTo(calls, name)),
		setWhere(units, "instanceProfiles", () => profilesWith(calls, name))
	]);
	const live = said(found.Role, "the role that was asked for");
	return {
		...commonOf(live),
		described: describedOf(live),
		inline,
		attached,
		instanceProfiles
	};
}
/** A user with what a step is about; the rest is as if it had none. @throws CallFailure */
async function lookAtUser(calls, name, units) {
	if (units === null || units.kind === "everything") return await readUser(calls, name);
	const [found, inline, attached, groups, keys, password] = await Promise.all([
		calls.GetUser({ UserName: name }),
		inlineNamed(namedMembers(units, "inline"), async (policy) => {
			return (await calls.GetUserPolicy({
				UserName: name,
				PolicyName: policy
			})).PolicyDocument;
		}),
		setWhere(units, "attached", () => attachedTo$1(calls, name)),
		setWhere(units, "groups", () => groupsOf(calls, name)),
		units.attributes.has("accessKeys") ? readKeys(calls, name, () => Promise.resolve(read(void 0))) : read([]),
		units.attributes.has("consolePassword") ? readPassword(calls, name) : read(false)
	]);
	const live = said(found.User, "the user that was asked for");
	return {
		...commonOf$1(live),
		passwordLastUsed: UNASKED,
		inline,
		attached,
		groups,
		keys,
		password,
		credentials: {}
	};
}
async function setWhere(units, attribute, ask) {
	return read(units.attributes.has(attribute) ? await ask() : []);
}
/** Asks for each by its name: that it is missing is an answer. */
async function inlineNamed(names, get) {
	const asked = await together(names ?? [], async (name) => [name, await textOf(() => get(name))]);
	return read(new Map(asked.flatMap(([name, text]) => text === null ? [] : [[name, text]])));
}
async function textOf(get) {
	try {
		return read(await get());
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

// src/providers/aws/write/look.ts
const NOTHING = {
	object: null,
	mark: null
};
/**
* What a step is about, with as few calls as IAM needs for it; null: everything that the kind models.
* @param arn of a managed policy, where it is known; null: it is looked up by its name
* @throws CallFailure, CountersignError where something of it cannot be read
*/
async function look(place, address, units, arn) {
	try {
		const { found, tags } = await foundAt(place, address, units, arn);
		if (found === null) return NOTHING;
		const [unread] = found.unreadable.filter(({ pointer }) => concerns(units, pointer));
		if (unread !== void 0) throw notSeen(address, unread.reason.message);
		return {
			object: found.object,
			mark: tags.find(([key]) => key === "countersign:creation")?.[1] ?? null
		};
	} catch (error) {
		if (isMissing(error)) return NOTHING;
		throw error;
	}
}
async function foundAt(place, address, units, arn) {
	const { calls, cast, account } = place;
	const { kind, name: segments } = parseAddress(address);
	const name = segments[0] ?? "";
	switch (kind) {
		case ROLE_KIND: {
			const role = await lookAtRole(calls, name, units);
			return {
				found: roleObject(role, cast),
				tags: role.tags.kind === "read" ? role.tags.value : []
			};
		}
		case USER_KIND: {
			const user = await lookAtUser(calls, name, units);
			return {
				found: userObject(user, cast),
				tags: user.tags.kind === "read" ? user.tags.value : []
			};
		}
		case POLICY_KIND: {
			const known = arn ?? (await policyArns(calls)).get(name);
			if (known === void 0) return {
				found: null,
				tags: []
			};
			const policy = await readPolicy(calls, known);
			return {
				found: withVersions(policyObject(policy, cast)),
				tags: policy.tags.kind === "read" ? policy.tags.value : []
			};
		}
		default: {
			const provider = await readOidc(calls, oidcProviderArn(name, account));
			return {
				found: oidcObject(provider, cast),
				tags: provider.tags
			};
		}
	}
}
/** Versions are no attribute that documents declare, but steps are about them. */
function withVersions(found) {
	const { versions } = found.object.facts;
	if (typeof versions !== "object" || versions === null) return found;
	const values = Object.fromEntries(Object.keys(versions).map((version) => [version, true]));
	const attributes = {
		...found.object.attributes,
		versions: { values }
	};
	return {
		...found,
		object: {
			...found.object,
			attributes
		}
	};
}
function concerns(units, pointer) {
	if (units === null || pointer === null) return true;
	return units.attributes.has(pointer.split("/")[1] ?? "");
}
function notSeen(address, why) {
	return new CountersignError("aws-not-seen", `Something of ${address} that is to be compared cannot be read: ${why}`, { mend: "Give the write login the policy that the guide for AWS has for it, then run the apply again." });
}

// src/providers/aws/calls.ts
const WRITE_ACTIONS = [
	"CreateRole",
	"UpdateRole",
	"UpdateAssumeRolePolicy",
	"PutRolePolicy",
	"DeleteRolePolicy",
	"AttachRolePolicy",
	"DetachRolePolicy",
	"PutRolePermissionsBoundary",
	"DeleteRolePermissionsBoundary",
	"TagRole",
	"UntagRole",
	"AddRoleToInstanceProfile",
	"RemoveRoleFromInstanceProfile",
	"DeleteRole",
	"CreateUser",
	"UpdateUser",
	"PutUserPolicy",
	"DeleteUserPolicy",
	"AttachUserPolicy",
	"DetachUserPolicy",
	"PutUserPermissionsBoundary",
	"DeleteUserPermissionsBoundary",
	"TagUser",
	"UntagUser",
	"AddUserToGroup",
	"RemoveUserFromGroup",
	"UpdateAccessKey",
	"DeleteAccessKey",
	"DeleteLoginProfile",
	"DeleteUser",
	"CreatePolicy",
	"CreatePolicyVersion",
	"DeletePolicyVersion",
	"TagPolicy",
	"UntagPolicy",
	"DeletePolicy",
	"CreateOpenIDConnectProvider",
	"AddClientIDToOpenIDConnectProvider",
	"RemoveClientIDFromOpenIDConnectProvider",
	"UpdateOpenIDConnectProviderThumbprint",
	"TagOpenIDConnectProvider",
	"UntagOpenIDConnectProvider",
	"DeleteOpenIDConnectProvider"
];

// src/providers/aws/write/perform.ts
/** @throws CountersignError `aws-step-malformed` for what is no step of this provider, or of another identity */
function prepare({ address, step, marks }, account) {
	const { action, parameters } = isJsonObject(step.effect) ? step.effect : {};
	if (!isWriteAction(action) || !isJsonObject(parameters)) throw malformed(address);
	const arns = [parameters["PolicyArn"], parameters["OpenIDConnectProviderArn"]].filter((arn) => typeof arn === "string");
	const { kind, source, name } = parseAddress(address);
	const holder = kind === "AwsIamRole" ? "RoleName" : kind === "AwsIamUser" ? "UserName" : null;
	if (holder === null && !arns.every((arn) => addressOfArn(source, arn, account) === address)) throw malformed(address);
	const input = {
		...mapped(parameters),
		...holder === null ? {} : { [holder]: name[0] ?? "" },
		...step.expect === null ? { Tags: marked(parameters["Tags"], marks.mark) } : {}
	};
	return {
		action,
		policyArn: holder === null ? textAt(parameters, "PolicyArn") ?? newPolicyArn(action, parameters, account) : null,
		async send(calls, found) {
			const call = calls[action];
			await call({
				...action === "UpdateRole" ? settingsOf(found) : {},
				...input
			});
		}
	};
}
/** UpdateRole sets what it is not told to a default, so it is told what is there. */
function settingsOf(found) {
	const { description, maxSessionSeconds } = awsAttributes(found ?? {});
	return {
		...typeof description === "string" ? { Description: description } : {},
		...maxSessionSeconds === void 0 ? {} : { MaxSessionDuration: maxSessionSeconds }
	};
}
const ACTIONS = new Set(WRITE_ACTIONS);
function isWriteAction(action) {
	return typeof action === "string" && ACTIONS.has(action);
}
const DOCUMENTS = /* @__PURE__ */ new Set(["PolicyDocument", "AssumeRolePolicyDocument"]);
/** Policies are sent as text. */
function mapped(parameters) {
	return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, DOCUMENTS.has(name) ? JSON.stringify(value) : value]));
}
function marked(tags, mark) {
	return [...listOf(tags), {
		Key: CREATION_MARK,
		Value: mark
	}];
}
function newPolicyArn(action, parameters, { account, partition }) {
	if (action !== "CreatePolicy") return null;
	return `arn:${partition}:iam::${account}:policy${textAt(parameters, "Path") ?? "/"}${textAt(parameters, "PolicyName") ?? ""}`;
}
function textAt(parameters, name) {
	const value = parameters[name];
	return typeof value === "string" ? value : null;
}
function malformed(address) {
	return new CountersignError("aws-step-malformed", "This is no step that the AWS provider makes for this identity.", {
		evidence: address,
		mend: "Plan again with this version of Countersign."
	});
}

// src/providers/aws/write/recent.ts
/**
* What this writer has seen of its own writes. IAM answers from copies that may lag, so that a later answer may be an earlier state;
* one that contradicts what was seen is asked for again before it is believed.
*/
var Recent = class {
	#confirmed = /* @__PURE__ */ new Map();
	/** @param found what was seen after the write, restricted to its units; no attributes: the object is gone */
	confirm(address, units, found) {
		const { incarnation, attributes } = found;
		const earlier = this.#confirmed.get(address);
		const parts = attributes === null ? [] : [{
			units,
			leaves: leavesOf(attributes)
		}];
		const kept = earlier?.incarnation === incarnation ? earlier.parts.filter((one) => !overlaps(one.units, units)) : [];
		this.#confirmed.set(address, {
			incarnation,
			parts: [...kept, ...parts]
		});
	}
	/** What a step is about to write is no longer known: a whole object where it is made or ended. */
	release(address, units, whole) {
		const known = this.#confirmed.get(address);
		if (known === void 0) return;
		if (whole) this.#confirmed.delete(address);
		else this.#confirmed.set(address, {
			...known,
			parts: known.parts.filter((one) => !overlaps(one.units, units))
		});
	}
	/** @param found everything, or what a look at some units found */
	contradicts(address, found, looked) {
		const known = this.#confirmed.get(address);
		if (known === void 0) return false;
		if (known.incarnation !== found.incarnation) return true;
		const { attributes } = found;
		if (attributes === null) return false;
		return known.parts.filter(({ units }) => looked === null || looked.kind === "everything" || covers(looked, units)).some(({ units, leaves }) => !sameLeaves(leaves, leavesOf(restricted(attributes, units))));
	}
	/** Somebody changed it after all. */
	forget(address) {
		this.#confirmed.delete(address);
	}
};
function sameLeaves(left, right) {
	return left.size === right.size && [...left].every(([pointer, leaf]) => sameLeaf(leaf, right.get(pointer)));
}
function overlaps(left, right) {
	return [...left.attributes].some((key) => {
		if (!right.attributes.has(key)) return false;
		const [some, others] = [left.members.get(key), right.members.get(key)];
		return some === void 0 || others === void 0 || [...some].some((member) => others.has(member));
	});
}
function covers(looked, units) {
	return [...units.attributes].every((key) => {
		if (!looked.attributes.has(key)) return false;
		const [some, wanted] = [looked.members.get(key), units.members.get(key)];
		return some === void 0 || wanted !== void 0 && [...wanted].every((member) => some.has(member));
	});
}

// src/providers/aws/write/write-failures.ts
/**
* IAM finds a principal of a trust policy that was just made only after a while, and says so under the name of a malformed document.
* Nothing else that is malformed is ever sent twice.
*/
const UNKNOWN_PRINCIPAL = /\binvalid principal in policy\b/iu;
/** @throws the error itself when it is not of AWS */
function troubleOf(error) {
	if (!(error instanceof CallFailure)) throw error;
	switch (error.kind) {
		case "throttled":
		case "busy": return {
			kind: "again",
			outcome: {
				kind: "retryable",
				cause: causeOf(error)
			}
		};
		case "missing": return {
			kind: "again",
			outcome: {
				kind: "failed",
				cause: refusedBy(error)
			}
		};
		case "unsent": return {
			kind: "over",
			outcome: {
				kind: "retryable",
				cause: causeOf(error)
			}
		};
		case "unanswered": return {
			kind: "unknown",
			outcome: {
				kind: "ambiguous",
				cause: unanswered(error)
			}
		};
		case "denied":
		case "credentials": return {
			kind: "over",
			outcome: {
				kind: "failed",
				cause: causeOf(error)
			}
		};
		case "refused": return {
			kind: UNKNOWN_PRINCIPAL.test(saidBy(error)) ? "again" : "over",
			outcome: {
				kind: "failed",
				cause: refusedBy(error)
			}
		};
	}
}
/** The outcome of a step that could not be looked at. @throws the error itself when it is not of AWS */
function unseen(error) {
	if (error instanceof CallFailure) return {
		kind: error.kind === "denied" || error.kind === "credentials" ? "failed" : "retryable",
		cause: causeOf(error)
	};
	if (error instanceof CountersignError) return {
		kind: "failed",
		cause: diagnosticOf(error)
	};
	throw error;
}
/** The same as an error, for calls that have no outcome. @throws the error itself when it is not of AWS */
function failureOf(error) {
	if (error instanceof CountersignError) return error;
	if (!(error instanceof CallFailure)) throw error;
	const { code, message } = readFailure(error);
	return new CountersignError(code, message, {
		mend: "Run the apply again when that is mended.",
		cause: error
	});
}
/** After the write, what is there did not become what the plan says, nor anything else. */
function invisible(action) {
	return {
		code: "aws-write-not-visible",
		severity: "error",
		cause: `IAM took iam:${action}, and what it shows is still as before.`,
		mend: "The next run of the apply workflow reads what is there and continues."
	};
}
function unanswered({ action, state }) {
	return {
		code: "aws-write-unanswered",
		severity: "error",
		cause: `There was no answer to iam:${action}, so it may or may not have happened.`,
		mend: "Check that IAM is reachable; the next run of the apply workflow reads what is there and continues.",
		evidence: state
	};
}
function causeOf(error) {
	const { code, message } = readFailure(error);
	return {
		code,
		severity: "error",
		cause: message,
		mend: "Mend what it names; the next run of the apply workflow continues."
	};
}
function refusedBy(error) {
	return {
		code: "aws-write-refused",
		severity: "error",
		cause: `IAM refused iam:${error.action}: ${excerpt(saidBy(error))}`,
		mend: "Change the document or what stands in the way in AWS; then plan again.",
		evidence: error.state
	};
}
function saidBy({ cause }) {
	return cause instanceof Error ? cause.message : "";
}

// src/providers/aws/write/execution.ts
/** Milliseconds before a call is made again that AWS asked to repeat, or that came before what it needs had spread. */
const AGAIN = [
	500,
	1e3,
	2e3,
	4e3,
	8e3
];
/** Milliseconds between looks at what a write did: a quarter of a minute together. */
const UNTIL_VISIBLE = [
	100,
	200,
	400,
	800,
	1600,
	3200,
	4e3,
	4e3
];
/** What tells more than the refusal: whose the object is that is there. */
const TELLING = /* @__PURE__ */ new Set(["conflict", "already-applied"]);
/**
* One step: fence, look, judge, one call, and looks until it shows. IAM has no compare-and-swap, so nothing stands between the
* look and the call; a write of somebody else that falls in between shows afterwards, and is told as a conflict.
*/
var Execution = class {
	#work;
	#guard;
	#pause;
	constructor(work, guard, pause) {
		this.#work = work;
		this.#guard = guard;
		this.#pause = pause;
	}
	async outcome() {
		let last = null;
		for (const pause of [0, ...AGAIN]) {
			if (pause > 0) await this.#pause(pause);
			await this.#guard.fence();
			const judged = await this.#judged();
			if (judged.kind === "settled") return judged.outcome;
			const trouble = await this.#send(judged.found);
			if (trouble === null) return await this.#shown(judged.before, null);
			if (trouble.kind === "unknown") return await this.#shown(judged.before, trouble.outcome);
			if (trouble.kind === "over") return await this.#refused(trouble.outcome);
			last = trouble.outcome;
		}
		return last ?? {
			kind: "failed",
			cause: invisible(this.#work.prepared.action)
		};
	}
	async #judged() {
		const seen = await this.#look();
		if (seen.kind === "settled") return seen;
		const { observation, mark, found } = seen;
		const verdict = this.#guard.judge(observation);
		if (verdict.kind === "execute") return {
			kind: "ready",
			before: observation,
			found
		};
		return {
			kind: "settled",
			outcome: this.#settled(verdict, observation, mark)
		};
	}
	async #send(found) {
		const { prepared, calls, recent, units, request } = this.#work;
		recent.release(request.address, units, request.step.expect === null || request.step.result === null);
		try {
			await prepared.send(calls, found);
			return null;
		} catch (error) {
			return troubleOf(error);
		}
	}
	/** @param unknown what the step ends in when nobody knows whether the call arrived, and nothing of it shows; null: it was answered */
	async #shown(before, unknown) {
		const { units, recent, request, prepared } = this.#work;
		let found = before;
		let made = false;
		for (const pause of UNTIL_VISIBLE) {
			const seen = await this.#look();
			if (seen.kind === "seen") {
				found = seen.observation;
				made = request.step.expect === null && found.attributes !== null && this.#isOwn(seen.mark);
				if (this.#guard.confirm(found).kind !== "conflict" && sameObject(before, found) && this.#isOwn(seen.mark)) {
					recent.confirm(request.address, units, found);
					return {
						kind: "applied",
						found,
						issued: [],
						remains: []
					};
				}
			}
			await this.#pause(pause);
		}
		const verdict = made ? this.#guard.confirm(found) : this.#guard.judge(found);
		if (verdict.kind === "conflict") return verdict;
		return unknown ?? {
			kind: "ambiguous",
			cause: invisible(prepared.action)
		};
	}
	/** What IAM refuses to make may be there since the look. */
	async #refused(outcome) {
		if (this.#work.request.step.expect !== null) return outcome;
		const judged = await this.#judged();
		return judged.kind === "settled" && TELLING.has(judged.outcome.kind) ? judged.outcome : outcome;
	}
	async #look() {
		try {
			const { object, mark } = await this.#work.look();
			if (object === null) return {
				kind: "seen",
				observation: {
					incarnation: null,
					attributes: null
				},
				mark,
				found: null
			};
			const { incarnation, attributes, managedBy } = object;
			return {
				kind: "seen",
				observation: {
					incarnation,
					attributes: restricted(attributes, this.#work.units),
					...managedBy === void 0 ? {} : { managedBy }
				},
				mark,
				found: attributes
			};
		} catch (error) {
			return {
				kind: "settled",
				outcome: unseen(error)
			};
		}
	}
	/** An equal object without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
	#settled(verdict, found, mark) {
		if (verdict.kind === "conflict") return verdict;
		if (!this.#isOwn(mark)) return {
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
	#isOwn(mark) {
		const { step, marks } = this.#work.request;
		return step.expect !== null || isOwnMark(marks, mark);
	}
};
/** The write met the object that was judged; one that was made or ended by it is another. */
function sameObject(before, after) {
	if (before.incarnation === null || after.incarnation === null) return true;
	return before.incarnation === after.incarnation;
}

// src/providers/aws/write/write.ts
/** Pauses in milliseconds before something that contradicts this writer's own write is believed. */
const DOUBTS = [
	200,
	400,
	800,
	1600,
	3200
];
/** Writes one step at a time: looks, judges, makes one call, and looks until what it did shows. */
var AwsWriter = class {
	#connection;
	#open;
	#pause;
	#recent = new Recent();
	#client = null;
	#account = null;
	constructor(connection, open, pause) {
		this.#connection = connection;
		this.#open = open;
		this.#pause = pause;
	}
	async identify() {
		try {
			return await this.#identified();
		} catch (error) {
			throw failureOf(error);
		}
	}
	async observe(address, guide) {
		try {
			const { object } = await this.#seen(address, null, null);
			if (object === null) return {
				incarnation: null,
				attributes: null
			};
			const { versions: _, ...attributes } = object.attributes;
			return {
				incarnation: object.incarnation,
				attributes: guide === null ? attributes : project(attributes, guide)
			};
		} catch (error) {
			throw failureOf(error);
		}
	}
	async run(request, guard) {
		let work;
		try {
			work = await this.#work(request);
		} catch (error) {
			return unseen(error);
		}
		return await new Execution(work, guard, this.#pause).outcome();
	}
	async close() {
		const client = this.#client;
		this.#client = null;
		if (client !== null) (await client.catch(() => null))?.close();
	}
	async #work(request) {
		const { calls } = await this.#connected();
		const units = unitsOf(request.step);
		const prepared = prepare(request, await this.#identified());
		return {
			request,
			units,
			prepared,
			calls,
			recent: this.#recent,
			look: () => this.#seen(request.address, units, prepared.policyArn)
		};
	}
	/** What is there, asked for again while it contradicts what this writer has seen itself. @throws CountersignError `outside-boundary` */
	async #seen(address, units, arn) {
		const place = await this.#place();
		for (const pause of [...DOUBTS, null]) {
			const sight = await look(place, address, units, arn);
			this.#within(address, sight);
			const { object } = sight;
			const found = {
				incarnation: object?.incarnation ?? null,
				attributes: object?.attributes ?? null
			};
			if (!this.#recent.contradicts(address, found, units)) return sight;
			if (pause === null) {
				this.#recent.forget(address);
				return sight;
			}
			await this.#pause(pause);
		}
		throw new CountersignError("aws-not-seen", "Nothing was looked at.", { mend: "Run the apply again." });
	}
	async #place() {
		const { calls } = await this.#connected();
		const account = await this.#identified();
		return {
			calls,
			account,
			cast: {
				source: this.#connection.source,
				options: optionsOf(this.#connection),
				account
			}
		};
	}
	/** A login leads to one account for as long as it lasts. */
	async #identified() {
		const known = this.#account ?? targetOf(await (await this.#connected()).caller());
		this.#account = known;
		return known;
	}
	#within(address, { object }) {
		const { kind, name } = parseAddress(address);
		const within = boundaryOf(this.#connection.boundary);
		const path = object === null ? null : awsAttributes(object.attributes).path ?? null;
		if (within.kind(kind) && within.name(name[0] ?? "") && within.path(path)) return;
		throw new CountersignError("outside-boundary", "This identity is not within the boundary of the source, so it is never written.", {
			evidence: address,
			mend: "Widen the source's boundary in a pull request of its own, or take the identity out of the plan."
		});
	}
	/** One login for all steps. A failed one is tried again by the next. */
	async #connected() {
		this.#client ??= this.#open(this.#connection);
		try {
			return await this.#client;
		} catch (error) {
			this.#client = null;
			throw error;
		}
	}
};

// src/providers/aws/write/applier.ts
/** The writing half of the provider. `open` is how a login that may write comes to be. */
function awsApplier(open = openWriter, pause = wait) {
	return {
		name: "aws",
		writer: (connection) => new AwsWriter(connection, open, pause)
	};
}
async function wait(milliseconds) {
	await setTimeout(milliseconds);
}

export { awsApplier };