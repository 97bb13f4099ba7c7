// src/core/mention.ts
function declaredIn(source, { state }) {
	const own = state.identities.filter((identity) => identity.source === source);
	return new Map(own.map(({ address, location }) => [address, location.path]));
}
/** What to do about an identity that is not there, as a sentence. @param otherwise where no document declares it */
function missingMend(address, declared, otherwise) {
	const path = address === null ? void 0 : declared.get(address);
	if (path === void 0) return otherwise;
	return `${path} declares ${address}, which is not applied: name it in a Reconciliation with the verb correct, in this pull request or before it.`;
}
/** Each unknown, for the same reason. */
function allUnknown(names, reason) {
	return new Map(names.map((name) => [name, {
		kind: "unknown",
		reason
	}]));
}

export { declaredIn as n, missingMend as r, allUnknown as t };