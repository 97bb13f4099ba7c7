import { t as compareText } from "./address.js";
import { t as isJsonObject } from "./json.js";

// src/core/credentials.ts
const CREDENTIAL_KINDS = [
	"access-key",
	"token",
	"password",
	"certificate"
];
const CREDENTIAL_STATES = ["active", "inactive"];
const LISTED = 50;
const TEXT = 500;
const DAY = 864e5;
/** Active ones first, then the oldest: those that a reader or a rule is about, wherever there are too many. */
function assessedCredentials(all, at) {
	const sorted = all.toSorted((left, right) => compareText(left.state, right.state) || compareText(left.created ?? "", right.created ?? "") || compareText(left.id, right.id));
	return {
		at,
		listed: sorted.slice(0, LISTED),
		more: Math.max(0, sorted.length - LISTED)
	};
}
/** Whole days from one time to another, at least 0; null where either is none. */
function daysBetween(from, to) {
	const passed = from === null ? NaN : Date.parse(to) - Date.parse(from);
	return Number.isNaN(passed) ? null : Math.max(0, Math.floor(passed / DAY));
}
/** When any of them was used last; null: never, or the system does not tell. */
function lastUseOf(credentials) {
	return credentials.flatMap(({ lastUsed }) => lastUsed === null || lastUsed === "untold" ? [] : [lastUsed]).toSorted((left, right) => Date.parse(right) - Date.parse(left))[0] ?? null;
}
/** Whether JSON is what `assessedCredentials` gives. Whether it is true is not asked. */
function isAssessedCredentials(value) {
	if (!isJsonObject(value) || !isTime(value["at"]) || !Array.isArray(value["listed"])) return false;
	const { listed, more } = value;
	return listed.length <= LISTED && typeof more === "number" && Number.isSafeInteger(more) && more >= 0 && listed.every((one) => isJsonObject(one) && isCredential(one));
}
function isCredential({ id, kind, state, created, lastUsed, expires }) {
	return typeof id === "string" && id.length <= TEXT && CREDENTIAL_KINDS.some((known) => known === kind) && CREDENTIAL_STATES.some((known) => known === state) && (created === null || isTime(created)) && (lastUsed === null || lastUsed === "untold" || isTime(lastUsed)) && (expires === null || isTime(expires));
}
function isTime(value) {
	return typeof value === "string" && value.length <= TEXT && !Number.isNaN(Date.parse(value));
}

export { isAssessedCredentials as a, daysBetween as i, CREDENTIAL_STATES as n, isCredential as o, assessedCredentials as r, lastUseOf as s, CREDENTIAL_KINDS as t };