// src/core/approval/asking.ts
/** Whom a requirement names, for people. */
function approverText({ of, permission }) {
	return permission === void 0 ? of : `anyone with ${permission} permission`;
}
/** Options, each with all of its parts: `1 of owner and 2 of dba, or 1 of security`. */
function askText(options) {
	return options.map((parts) => parts.map((part) => `${part.count} of ${approverText(part)}`).join(" and ")).join(", or ");
}

export { askText as n, approverText as t };