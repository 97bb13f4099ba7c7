import { t as CountersignError } from "./errors.js";
import { t as didYouMean } from "./suggest.js";

// src/core/configuration/source-named.ts
/** The source that somebody asks for by its name. @throws CountersignError `unknown-source`, with the nearest name and those there are. */
function sourceNamed({ sources }, name) {
	const source = sources.find((one) => one.name === name);
	if (source !== void 0) return source;
	const names = sources.map((one) => one.name);
	const known = names.length === 0 ? "None is configured." : `Configured are ${names.slice(0, 40).join(", ")}.`;
	throw new CountersignError("unknown-source", "No source has this name.", {
		evidence: name.slice(0, 100),
		mend: `${didYouMean(name, names)}${known}`
	});
}

export { sourceNamed as t };