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
	constructor(code, message, details) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "CountersignError";
		this.code = code;
		this.mend = details.mend;
		this.evidence = details.evidence;
	}
};

export { pathsOf as n, CountersignError as t };