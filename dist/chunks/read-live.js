import { t as CountersignError } from "./errors.js";

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
/** One source, by a query of any kind. */
async function readSource({ providers, connect }, source, query) {
	const provider = providers.get(source.provider);
	if (provider === void 0) return unread(source, "provider-unknown", `There is no provider ${source.provider}.`);
	try {
		const reader = provider.reader(connect(source, "read"));
		try {
			return await reader.read(query);
		} finally {
			await reader.close();
		}
	} catch (error) {
		if (error instanceof CountersignError) return unread(source, error.code, `${error.message} ${error.mend}`);
		throw error;
	}
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

export { readSource as n, readLive as t };