// src/core/mention.ts
/** Each unknown, for the same reason. */
function allUnknown(names, reason) {
	return new Map(names.map((name) => [name, {
		kind: "unknown",
		reason
	}]));
}

export { allUnknown as t };