import { t as CountersignError } from "./errors.js";
import { t as compareText } from "./address.js";
import { a as visible } from "./text.js";
import { a as isWhollyUnread, i as readSource, r as readLive } from "./read-live.js";

// src/cli/live.ts
/** Milliseconds for any single call to a live system. */
const CALL_TIMEOUT = 6e4;
/** The state of some addresses of some sources. */
async function readAddresses(reading, sources) {
	return await readLive(requestOf(reading), sources);
}
/** Everything that decides who may do what in a source, also outside of its boundary. */
async function readEstate(reading, source) {
	reading.report(`reading ${source.name}`);
	return await readSource(requestOf(reading), source, { kind: "estate" });
}
/**
* Everything within the boundary of each source. What is declared and not among it is asked for by its address:
* it may stand outside of the boundary, which is no absence.
*/
async function readBoundaries(reading, sources, declared) {
	const request = requestOf(reading);
	const within = await readLive(request, sources.map(({ name }) => ({
		name,
		addresses: null
	})));
	const missing = [...within].flatMap(([name, live]) => {
		const addresses = isWhollyUnread(live) ? [] : missingIn(live, declared);
		return addresses.length === 0 ? [] : [{
			name,
			addresses
		}];
	});
	const asked = await readLive(request, missing);
	return new Map([...within].map(([name, live]) => [name, merged(live, asked.get(name))]));
}
function missingIn(live, declared) {
	const known = new Set(live.objects.map(({ address }) => address));
	return declared.identities.filter(({ source, address }) => source === live.source && !known.has(address)).map(({ address }) => address);
}
function merged(live, asked) {
	if (asked === void 0) return live;
	const objects = [...live.objects, ...asked.objects];
	return {
		...live,
		objects: objects.toSorted((left, right) => compareText(left.address, right.address)),
		unreadable: [...live.unreadable, ...asked.unreadable]
	};
}
/** How a command reads live systems. */
function requestOf({ configuration, providers, env, report, handed }) {
	return {
		configuration,
		providers,
		connect: (source) => connection(source, env, report),
		progress: report,
		...handed === void 0 ? {} : { handed }
	};
}
/** Only ever the credentials for reading: no command of the command line writes to a live system. */
function connection(source, env, progress) {
	const name = source.connection.read;
	const secret = env(name);
	if (secret === void 0 || secret === "") throw new CountersignError("credential-missing", `The environment variable ${name} is not set.`, {
		evidence: `it holds the read connection of the source ${source.name}`,
		mend: `Set ${name} to credentials that can only read.`
	});
	const { boundary, options } = source;
	return {
		source: source.name,
		secret,
		boundary,
		options,
		timeout: CALL_TIMEOUT,
		progress
	};
}

// src/cli/progress.ts
const COLUMNS = 80;
const CLEAR = "\r\x1B[2K";
function liveLine(output) {
	if (!output.isTTY) return {
		report: (message) => output.write(`${visible(message)}\n`),
		clear: () => {}
	};
	const width = (output.columns ?? COLUMNS) - 1;
	let shown = false;
	return {
		report(message) {
			output.write(`${CLEAR}${cut(visible(message), width)}`);
			shown = true;
		},
		clear() {
			if (shown) output.write(CLEAR);
			shown = false;
		}
	};
}
function cut(text, width) {
	const characters = Array.from(text);
	return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

export { requestOf as a, readEstate as i, readAddresses as n, readBoundaries as r, liveLine as t };