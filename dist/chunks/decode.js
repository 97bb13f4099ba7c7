import { i as parseAddress } from "./address.js";
import { t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { i as KINDS, r as ACCESS_LIMITS, t as sizeOf } from "./room.js";

// src/core/access/decode.ts
const BASES = {
	grant: true,
	attribute: true,
	ownership: true,
	everyone: true,
	"built-in": true,
	superuser: true
};
/** UTF-16 code units of a reason. */
const SENTENCE = 4e3;
/**
* Whether JSON is what `assessAccess` gives, of these sources at most and within its limits. Whether it is true is not asked: what
* follows from it only adds to what the plan itself says.
*/
function isAssessedAccess(value, sources) {
	if (!Array.isArray(value)) return false;
	const all = value;
	if (all.length > sources.size || !all.every((one) => isSourceAccess(one, sources))) return false;
	const known = all;
	if (new Set(known.map(({ source }) => source)).size !== all.length) return false;
	const sizes = known.flatMap(({ blocks = [] }) => blocks.map(sizeOf));
	return sizes.reduce((sum, { names }) => sum + names, 0) <= ACCESS_LIMITS.names && sizes.reduce((sum, { characters }) => sum + characters, 0) <= ACCESS_LIMITS.characters;
}
function isSourceAccess(value, sources) {
	if (!isJsonObject(value) || typeof value["source"] !== "string" || !sources.has(value["source"])) return false;
	const { source } = value;
	switch (value["kind"]) {
		case "unknown": return isReason(value["reason"]);
		case "known": return isCount(value["left"]) && listOf(value["blocks"], (block) => isBlock(block, source)) && value["blocks"].length <= ACCESS_LIMITS.names;
		default: return false;
	}
}
function isReason(value) {
	return isJsonObject(value) && isText(value["code"]) && isText(value["message"]);
}
function isText(value) {
	return typeof value === "string" && value.length <= SENTENCE;
}
function isBlock(value, source) {
	return isJsonObject(value) && KINDS.some((kind) => kind === value["kind"]) && (value["power"] === "use" || value["power"] === "administer") && isNamed(value["principals"], (name) => isAddressIn(name, source)) && isNamed(value["resources"], isString) && isNamed(value["actions"], isString) && isWay(value["way"], source) && (value["instead"] === null || isWay(value["instead"], source));
}
/** At least one is named, and in a block that is about so many permissions that they can be counted. */
function isNamed(value, isName) {
	if (!isJsonObject(value) || !isCount(value["count"]) || !listOf(value["names"], isName)) return false;
	const { length } = value["names"];
	return length > 0 && Number(value["count"]) >= length;
}
function isWay(value, source) {
	if (!isJsonObject(value)) return false;
	const { basis, condition, through } = value;
	return typeof basis === "string" && Object.hasOwn(BASES, basis) && (condition === null || typeof condition === "string") && listOf(through, (name) => isAddressIn(name, source));
}
function listOf(value, isMember) {
	return Array.isArray(value) && value.every(isMember);
}
function isString(value) {
	return typeof value === "string";
}
/** Far below what makes a product of three inexact. */
function isCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= 1e8;
}
function isAddressIn(value, source) {
	if (typeof value !== "string") return false;
	try {
		return parseAddress(value).source === source;
	} catch (error) {
		if (error instanceof CountersignError) return false;
		throw error;
	}
}

export { isAssessedAccess as t };