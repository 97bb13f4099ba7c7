import { t as CountersignError } from "./errors.js";
import { n as hashJson } from "./digest.js";
import { t as isJsonObject } from "./json.js";
import { i as parseAddress } from "./address.js";
import { o as isCredential } from "./credentials.js";
import { t as parseJson } from "./parse-json.js";
import { t as allUnknown } from "./mention.js";

// src/core/live-shape.ts
/** Whether JSON is a live state, in every part that core reads; what attributes and facts hold is the provider's. Whether it is true is not asked. */
function isLiveState(value) {
	if (!isJsonObject(value)) return false;
	const { source, provider, target, objects, unreadable, notModelled, facts } = value;
	return typeof source === "string" && typeof provider === "string" && isJsonObject(target) && Object.values(target).every((fact) => typeof fact === "string") && isJsonObject(facts) && listOf(objects, (one) => isObject(one, source)) && listOf(unreadable, (one) => isAbout(one, source) && isText(one["pointer"]) && isReason(one["reason"])) && listOf(notModelled, (one) => isAbout(one, source) && [one["what"], one["detail"]].every(isString));
}
function isObject(one, source) {
	const { address, kind, incarnation, attributes, facts, credentials, managedBy } = one;
	return isAddressIn(address, source) && [kind, incarnation].every(isString) && isJsonObject(attributes) && isJsonObject(facts) && (credentials === void 0 || listOf(credentials, isCredential)) && (managedBy === void 0 || isJsonObject(managedBy) && isManager(managedBy));
}
function isManager({ tool, evidence, pointer, value }) {
	return [tool, evidence].every(isString) && [pointer, value].every((one) => one === void 0 || isString(one));
}
function isAbout({ address }, source) {
	return address === null || isAddressIn(address, source);
}
function isReason(value) {
	return isJsonObject(value) && [value["code"], value["message"]].every(isString);
}
function isString(value) {
	return typeof value === "string";
}
function isText(value) {
	return value === null || isString(value);
}
function listOf(value, isMember) {
	return Array.isArray(value) && value.every((one) => isJsonObject(one) && isMember(one));
}
function isAddressIn(value, source) {
	if (typeof value !== "string") return false;
	try {
		return parseAddress(value).source === source;
	} catch (error) {
		if (error instanceof CountersignError) return false;
		throw error;
	}
}

// src/core/handed-state.ts
const HANDED_STATE_LIMIT = 67108864;
/** Jobs of one run wait for runners; a run of which only the failed jobs are repeated still has the states of its first attempt. */
const MINUTES = 120;
/** Names what of a source is read, and how: a state that was read by other rules answers nothing. */
function reachOf({ provider, boundary, options }) {
	return hashJson({
		provider,
		boundary,
		options
	});
}
function encodeHandedState(state) {
	return `${JSON.stringify(state)}\n`;
}
/** @param path for the error. @throws CountersignError `live-state-unusable`. */
function decodeHandedState(bytes, path) {
	if (bytes.length > 67108864) throw unusable(path, `it has more than ${HANDED_STATE_LIMIT} bytes`);
	const value = parsed(bytes, path);
	if (!isHandedState(value)) throw unusable(path, "it holds no state of a source");
	return value;
}
/** By the source's name. @throws CountersignError `live-state-unusable` where two are of one source. */
function handedStates(states, now) {
	const bySource = /* @__PURE__ */ new Map();
	for (const state of states) {
		const { source } = state.live;
		if (bySource.has(source)) throw unusable(source, "two files hold a state of this source");
		bySource.set(source, state);
	}
	return {
		states: bySource,
		now
	};
}
/** What a handed state answers where otherwise the source would be read, or why it does not; null: nothing was handed on of it. */
function handedAnswer(handed, source, provider, query) {
	const state = handed?.states.get(source.name);
	if (handed === void 0 || state === void 0) return null;
	const refusal = refusalOf(state, source, handed.now);
	if (refusal !== null) return unanswered(state.live, refusal);
	switch (query.kind) {
		case "boundary": return state.live;
		case "estate": return state.estate ?? unanswered(state.live, NO_ESTATE);
		case "addresses": return ofAddresses(state.live, source, provider, query.addresses);
	}
}
const NO_ESTATE = {
	code: "live-state-partial",
	message: "The state that was handed on does not tell who may do what in effect."
};
function refusalOf({ reach, at, live }, source, now) {
	if (reach !== reachOf(source) || live.provider !== source.provider) return {
		code: "live-state-elsewhere",
		message: `The state of ${source.name} was read by other rules than those that apply here.`
	};
	const minutes = (Date.parse(now) - Date.parse(at)) / 6e4;
	if (minutes <= MINUTES && minutes >= -120) return null;
	return {
		code: "live-state-outdated",
		message: `The state of ${source.name} was read at ${at}, which is not within ${MINUTES} minutes of now. Read it again.`
	};
}
/** As a reader that was asked for these alone would have answered. */
function ofAddresses(live, source, provider, addresses) {
	const asked = new Set(addresses);
	const isAsked = ({ address }) => address === null || asked.has(address);
	const objects = live.objects.filter(isAsked);
	const known = new Set([...objects, ...live.unreadable].map(({ address }) => address));
	const outside = addresses.filter((address) => !known.has(address)).flatMap((address) => {
		const reason = provider.outside(source, {
			address,
			steps: []
		});
		return reason === null ? [] : [{
			address,
			pointer: null,
			reason
		}];
	});
	return {
		...live,
		objects,
		unreadable: [...live.unreadable.filter(isAsked), ...outside],
		notModelled: live.notModelled.filter(isAsked)
	};
}
function unanswered(live, reason) {
	const unreadable = [{
		address: null,
		pointer: null,
		reason
	}];
	return {
		...live,
		target: {},
		objects: [],
		unreadable,
		notModelled: [],
		facts: {}
	};
}
function parsed(bytes, path) {
	try {
		return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw unusable(path, "it is not JSON in UTF-8");
	}
}
function isHandedState(value) {
	if (!isJsonObject(value)) return false;
	const { formatVersion, at, reach, live, estate } = value;
	return formatVersion === "1" && typeof at === "string" && at.length < 100 && !Number.isNaN(Date.parse(at)) && typeof reach === "string" && isLiveState(live) && (estate === null || isLiveState(estate) && estate.source === live.source && estate.provider === live.provider);
}
function unusable(path, why) {
	return new CountersignError("live-state-unusable", "This is no state of a source that can be planned from.", {
		evidence: `${path.slice(0, 200)}: ${why}`,
		mend: "Give what `countersign read` or the command `read` of the action wrote, unchanged, one file for each source."
	});
}

// src/core/live.ts
/** Reasons for which a provider keeps a value to itself that it has read. */
const WITHHELD = /* @__PURE__ */ new Set(["text-secret", "setting-not-shown"]);
/** An attribute that was read and is not shown; everything else that is unreadable was not read. */
function isWithheld({ pointer, reason }) {
	return pointer !== null && WITHHELD.has(reason.code);
}
/** Whether nothing can be concluded from it: no provider is asked about such a state, whose facts may be none of its own. */
function isWhollyUnread({ unreadable }) {
	return unreadable.some(({ address }) => address === null);
}

// src/workflows/read-live.ts
/** Reads each source once. What goes wrong becomes part of the live state: a source that could not be read is not an empty one. */
async function readLive(request, sources) {
	const live = /* @__PURE__ */ new Map();
	for (const { name, addresses } of sources) {
		const source = request.configuration.sources.find((candidate) => candidate.name === name);
		if (source === void 0) continue;
		request.progress(`reading ${name}`);
		const query = addresses === null ? { kind: "boundary" } : {
			kind: "addresses",
			addresses
		};
		live.set(name, await readSource(request, source, query));
	}
	return live;
}
/** Everything that decides who may do what in each of these sources, read once. */
async function readEstates(request, sources) {
	const estates = /* @__PURE__ */ new Map();
	for (const name of sources) {
		const source = request.configuration.sources.find((candidate) => candidate.name === name);
		if (source === void 0) continue;
		request.progress(`reading who may do what in ${name}`);
		estates.set(name, await readSource(request, source, { kind: "estate" }));
	}
	return estates;
}
/** Whether what a plan needs is there, by source; each source is asked for its names once. */
async function lookUp(request, names) {
	const found = /* @__PURE__ */ new Map();
	for (const [name, wanted] of names) {
		const source = request.configuration.sources.find((candidate) => candidate.name === name);
		if (source === void 0 || wanted.length === 0) continue;
		request.progress(`looking for what is named in ${name}`);
		found.set(name, await lookUpIn(request, source, wanted));
	}
	return found;
}
async function lookUpIn({ providers, connect, handed }, source, names) {
	if (handed?.states.has(source.name) === true) return allUnknown(names, NOT_HANDED);
	try {
		const reader = providers.get(source.provider)?.reader(connect(source, "read"));
		try {
			return await reader?.lookUp?.(names) ?? /* @__PURE__ */ new Map();
		} finally {
			await reader?.close();
		}
	} catch (error) {
		if (error instanceof CountersignError) return allUnknown(names, {
			code: error.code,
			message: `${error.message} ${error.mend}`
		});
		throw error;
	}
}
const NOT_HANDED = {
	code: "live-state-partial",
	message: "The state that was handed on tells only of what is managed."
};
/** One source, by a query of any kind. */
async function readSource({ providers, connect, handed }, source, query) {
	const provider = providers.get(source.provider);
	if (provider === void 0) return unread(source, "provider-unknown", `There is no provider ${source.provider}.`);
	const answered = handedAnswer(handed, source, provider, query);
	if (answered !== null) return answered;
	try {
		const reader = provider.reader(connect(source, "read"));
		try {
			return saidOf(source, await reader.read(query));
		} finally {
			await reader.close();
		}
	} catch (error) {
		if (error instanceof CountersignError) return unread(source, error.code, `${error.message} ${error.mend}`);
		throw error;
	}
}
/** A reader does not know where its connection is from, and whoever mends what keeps it from reading has to. */
function saidOf({ connection }, live) {
	if (!isWhollyUnread(live)) return live;
	const unreadable = live.unreadable.map((one) => {
		if (one.address !== null) return one;
		const message = `${one.reason.message} The connection is in ${connection.read}.`;
		return {
			...one,
			reason: {
				...one.reason,
				message
			}
		};
	});
	return {
		...live,
		unreadable
	};
}
function unread(source, code, message) {
	return {
		source: source.name,
		provider: source.provider,
		target: {},
		objects: [],
		unreadable: [{
			address: null,
			pointer: null,
			reason: {
				code,
				message
			}
		}],
		notModelled: [],
		facts: {}
	};
}

export { isWhollyUnread as a, decodeHandedState as c, reachOf as d, readSource as i, encodeHandedState as l, readEstates as n, isWithheld as o, readLive as r, HANDED_STATE_LIMIT as s, lookUp as t, handedStates as u };