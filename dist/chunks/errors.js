// src/core/errors.ts
/** The files in which errors stand. */
function pathsOf(diagnostics) {
	return diagnostics.flatMap(({ severity, location }) => severity === "error" && location !== void 0 ? [location.path] : []);
}
/** Thrown where a result cannot be given; carries the same three parts as a Diagnostic, and the underlying error as `cause`. */
var CountersignError = class extends Error {
	code;
	mend;
	evidence;
	/** Where in what was given, as a JSON Pointer; empty: all of it. */
	pointer;
	constructor(code, message, details) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "CountersignError";
		this.code = code;
		this.mend = details.mend;
		this.evidence = details.evidence;
		this.pointer = details.pointer ?? "";
	}
};
/** As a diagnostic. */
function diagnosticOf(error) {
	return {
		code: error.code,
		severity: "error",
		cause: error.message,
		mend: error.mend,
		...error.evidence === void 0 ? {} : { evidence: error.evidence }
	};
}
/** What an attempt with a part of a spec finds wrong with it. */
function problemsAt(pointer, attempt) {
	try {
		attempt();
		return [];
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		const evidence = error.evidence === void 0 ? "" : ` Found: ${error.evidence}.`;
		return [{
			pointer: `${pointer}${error.pointer}`,
			code: error.code,
			severity: "error",
			cause: `${error.message}${evidence}`,
			mend: error.mend
		}];
	}
}
/** What an attempt with a part of what was given throws, at the place that the part has in it. */
function within(pointer, attempt) {
	try {
		return attempt();
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		const { code, message, mend, evidence, cause } = error;
		throw new CountersignError(code, message, {
			mend,
			...evidence === void 0 ? {} : { evidence },
			pointer: `${pointer}${error.pointer}`,
			cause
		});
	}
}

export { within as a, problemsAt as i, diagnosticOf as n, pathsOf as r, CountersignError as t };