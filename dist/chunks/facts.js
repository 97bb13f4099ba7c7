import { s as lastUseOf } from "./credentials.js";

// src/core/risk/facts.ts
function riskFacts(question) {
	const { change, provider, source, live, object, sensitive, now } = question;
	const { gains, loses } = question.access;
	const model = provider?.risk ?? null;
	const held = change.after === null ? [] : provider?.permissions(change.address, change.after) ?? [];
	const credentials = object?.credentials ?? [];
	const lastUsed = object?.facts["lastUsed"] ?? lastUseOf(credentials);
	return {
		change,
		gains,
		loses,
		reach: gains.map((gain) => ({
			gain,
			reached: model?.reaches(gain) ?? [itself(gain)]
		})),
		escalations: gains.length === 0 ? [] : model?.escalations({
			address: change.address,
			gains,
			held,
			live
		}) ?? [],
		own: model === null || source === null ? [] : model.ownIdentities(source, live),
		sensitive,
		credentials,
		lastUsed: typeof lastUsed === "string" ? lastUsed : null,
		now
	};
}
/** Where nothing more is known of a permission. */
function itself({ resource, action }) {
	return {
		resource,
		actions: [action]
	};
}

export { riskFacts as n, itself as t };