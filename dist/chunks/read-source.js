import { t as sourceNamed } from "./source-named.js";
import { a as isWhollyUnread, d as reachOf, i as readSource } from "./read-live.js";

// src/workflows/read-source.ts
/**
* One source as a job of its own reads it: its whole boundary, so that it answers for whatever pull request is planned, and, where
* its provider models effective access, what decides about that. What goes wrong is part of the state.
* @param at RFC 3339. @throws CountersignError `unknown-source`.
*/
async function readForOthers(request, name, at) {
	const { configuration, providers, progress } = request;
	const source = sourceNamed(configuration, name);
	const read = async (query) => {
		progress(query.kind === "estate" ? `reading who may do what in ${name}` : `reading ${name}`);
		return await readSource(request, source, query);
	};
	const live = await read({ kind: "boundary" });
	const estate = providers.get(source.provider)?.access !== void 0 && !isWhollyUnread(live) ? await read({ kind: "estate" }) : null;
	return {
		formatVersion: "1",
		at,
		reach: reachOf(source),
		live,
		estate
	};
}

export { readForOthers as t };