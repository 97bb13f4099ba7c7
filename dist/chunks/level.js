// src/core/configuration/level.ts
/** `trial`: whoever may push can write the ledger and the checks; everything that is shown says so. */
function levelOf(configuration) {
	return configuration.ledger.signing.kind === "none" || configuration.app === null ? "trial" : "standard";
}

export { levelOf as t };