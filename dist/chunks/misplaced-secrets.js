import { t as isJsonObject } from "./json.js";
import { t as didYouMean } from "./suggest.js";
import { i as quoted } from "./text.js";
import { i as pointerToken } from "./yaml.js";
import { t as secretShape } from "./secret-shape.js";

// src/core/people.ts
const LOGIN = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/u;
const PINNED = /^([^#]*)#([1-9][0-9]{0,14})$/u;
const TEAM = /^@([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})\/([A-Za-z0-9._-]{1,100})(?:#([1-9][0-9]{0,14}))?$/u;
/** @returns null where the name is not that of a team. */
function teamOf(name) {
	const [, org, slug, id] = TEAM.exec(name) ?? [];
	return org === void 0 || slug === void 0 ? null : {
		org,
		slug,
		id: id === void 0 ? null : Number(id)
	};
}
/** Whether a name is that of a team. Only GitHub knows who is in it. */
function isTeam(name) {
	return teamOf(name) !== null;
}
/** What is not written as a pin is a login, whatever it holds; the pin of a team is no account's. */
function memberOf(text) {
	const [, login, id] = isTeam(text) ? [] : PINNED.exec(text) ?? [];
	return login === void 0 || id === void 0 ? {
		login: text,
		id: null
	} : {
		login,
		id: Number(id)
	};
}
/** A pin holds wherever the login is named: the member as some group pins them, else the text itself. */
function asPinned(text, directory) {
	return Object.values(directory.people).flat().filter((member) => memberOf(member).id !== null).find((pin) => sameLogin(memberOf(pin).login, text)) ?? text;
}
/**
* Who a text in a document or in the configuration means. A bare name is a group, or somebody who is in one;
* `@login` is any GitHub user, and `@org/team` a team; so a misspelt group is an error rather than a stranger's login.
*/
function namePeople(text, directory) {
	if (isTeam(text)) return {
		kind: "named",
		name: text
	};
	if (text.startsWith("@")) return nameLogin(text.slice(1), directory);
	const groups = Object.keys(directory.people);
	const members = Object.values(directory.people).flat();
	if (groups.includes(text) || members.some((member) => sameLogin(memberOf(member).login, text))) return {
		kind: "named",
		name: text
	};
	const login = LOGIN.test(text) ? `Write ${quoted(`@${text}`)} for a GitHub user who is in no group.` : "";
	return refused({
		code: "unknown-people",
		cause: `${quoted(text)} is neither a group of the configuration nor in one.`,
		mend: `${didYouMean(text, groups)}Name a group of 'people' in .github/countersign.yaml. ${login}`.trim()
	});
}
function sameLogin(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}
function isLogin(text) {
	return LOGIN.test(text);
}
function nameLogin(login, directory) {
	if (!LOGIN.test(login)) return refused({
		code: "unknown-people",
		cause: `${quoted(`@${login}`)} is not a GitHub login.`,
		mend: "Write '@' and a login."
	});
	if (Object.keys(directory.people).some((group) => sameLogin(group, login))) return refused({
		code: "ambiguous-people",
		cause: `${quoted(login)} is a group of the configuration, too.`,
		mend: "Rename the group, so that nobody takes one for the other."
	});
	return {
		kind: "named",
		name: login
	};
}
function refused(problem) {
	return {
		kind: "refused",
		problem
	};
}

// src/core/misplaced-secrets.ts
/** Shapes that prose has, too: "password: rotated weekly" is no secret, and a public key is long and random. */
const VAGUE = /* @__PURE__ */ new Set(["password", "long random text"]);
/** Texts of a document, anywhere, that have the shape of a credential. The text itself is never repeated. */
function secretProblems(document) {
	const found = [];
	search(document.value, null);
	return found;
	function search(value, trail) {
		if (typeof value === "string") judge(value, trail);
		else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) {
			judge(key, {
				trail,
				key
			});
			search(item, {
				trail,
				key
			});
		}
		else if (Array.isArray(value)) value.forEach((item, index) => search(item, {
			trail,
			key: String(index)
		}));
	}
	function judge(text, trail) {
		const shape = secretShape(text);
		if (shape === null || VAGUE.has(shape)) return;
		const cause = `This text has the shape of a secret (${shape}).`;
		const mend = "Remove it: secrets never stand in a repository. If it was ever pushed, it is known: change it in the live system.";
		const location = document.locate(pointerOf(trail));
		found.push({
			code: "secret-in-document",
			severity: "error",
			cause,
			mend,
			location
		});
	}
}
function pointerOf(trail) {
	return trail === null ? "" : `${pointerOf(trail.trail)}/${pointerToken(trail.key)}`;
}

export { memberOf as a, teamOf as c, isTeam as i, asPinned as n, namePeople as o, isLogin as r, sameLogin as s, secretProblems as t };