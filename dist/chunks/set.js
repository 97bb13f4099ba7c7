import { t as isJsonObject } from "./json.js";
import { i as parseAddress } from "./address.js";
import { t as didYouMean } from "./suggest.js";
import { i as quoted } from "./text.js";
import { t as APPROVAL_CODES } from "./codes.js";
import { a as pointerToken } from "./place.js";
import { t as secretShape } from "./secret-shape.js";
import { t as fits } from "./star.js";

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

// src/core/approval/people.ts
/** A reason with the code's own sentence, and what was seen of it. */
function reason(code, detail) {
	return {
		code,
		message: detail === void 0 ? APPROVAL_CODES[code] : `${APPROVAL_CODES[code]} ${detail}`
	};
}
/** Whether a name means this account: by id where it is pinned, so that nobody inherits anything with a login. */
function means({ login, id }, person) {
	return id === null ? sameLogin(login, person.login) : id === person.id;
}
function isListed(names, person) {
	return names.some((name) => means(memberOf(name), person));
}
/** What is said to be no person's is none under any login of the account, and no account under that login is one. */
function isSuspect(names, person) {
	return isListed(names, person) || names.some((name) => sameLogin(memberOf(name).login, person.login));
}
function isHuman(facts, person) {
	return person.type === "User" && !isSuspect(facts.machineUsers, person) && !isSuspect(facts.bots, person);
}
function mayWrite(facts, person) {
	return facts.permissions.some(({ id, permission }) => id === person.id && [
		"admin",
		"maintain",
		"write"
	].includes(permission));
}
/** Why this person can approve nothing here, whatever their review says; null when they can. Permission is judged apart. */
function barred(facts, person) {
	if (!isHuman(facts, person)) return reason("reviewer-not-a-person", `(${person.login})`);
	if (facts.author?.id === person.id) return reason("reviewer-is-author", `(${person.login})`);
	const contributed = facts.contributors.contributors.filter((contributor) => contributor.person?.id === person.id);
	if (contributed.length > 0) {
		const through = contributed.map((contributor) => contributor.through).toSorted();
		return reason("reviewer-contributed", `(${person.login}: ${through.slice(0, 5).join(", ")})`);
	}
	const excluded = facts.excluded.filter(({ id }) => id === person.id).map(({ address }) => address);
	if (excluded.length > 0) return reason("reviewer-excluded", `(${person.login}: ${excluded.toSorted()[0]})`);
	const pinned = pinOfAnother(facts, person);
	return pinned === null ? null : reason("reviewer-login-taken", `(${pinned}, and the reviewer is ${person.id})`);
}
/**
* The pin that has this person's login and another id; null where there is none, or where the person is pinned, too. Whoever has a
* permission is pinned for it, whosever login they took.
*/
function pinOfAnother({ requirements }, person) {
	const pins = requirements.filter(({ permission }) => permission === void 0).flatMap(({ people }) => people ?? []).filter((name) => memberOf(name).id !== null);
	if (isListed(pins, person)) return null;
	return pins.find((pin) => sameLogin(memberOf(pin).login, person.login)) ?? null;
}
/** Why this person is not eligible to approve now; null when they are. */
function ineligible(facts, person) {
	const bar = barred(facts, person);
	if (bar !== null) return bar;
	return mayWrite(facts, person) ? null : reason("reviewer-without-permission", `(${person.login})`);
}
/** What makes the contributors as a whole unusable. */
function contributorProblems(facts) {
	const problems = [];
	const { incomplete } = facts.contributors;
	if (facts.author === null) problems.push(reason("author-unknown"));
	if (incomplete?.code === "pushers-unreadable") problems.push(reason("pushers-unreadable", `(${incomplete.message})`));
	else if (incomplete !== null) problems.push(reason("contributors-incomplete", `(${incomplete.code}: ${incomplete.message})`));
	for (const contributor of withAuthor(facts)) if (contributor.person === null) problems.push(reason("contributor-unknown", named(contributor)));
	else if (!isHuman(facts, contributor.person) && !isOurs(facts, contributor.person) && !isListed(facts.bots, contributor.person)) problems.push(reason("contributor-not-a-person", named(contributor)));
	return problems;
}
/** Whoever opens a pull request decides what is in it, whether or not commits say so. */
function withAuthor({ author, contributors: { contributors } }) {
	if (author === null || contributors.some(({ person }) => person?.id === author.id)) return contributors;
	return [{
		person: author,
		name: author.login,
		through: "opened the pull request"
	}, ...contributors];
}
function named(contributor) {
	return `(${contributor.person?.login ?? contributor.name}: ${contributor.through})`;
}
function isOurs(facts, person) {
	return facts.ourselves !== null && person.type === "Bot" && person.id === facts.ourselves;
}
/** The listed bots among the contributors: each asks for one more approver. */
function contributingBots(facts) {
	const bots = /* @__PURE__ */ new Map();
	for (const { person } of withAuthor(facts)) if (person !== null && !isOurs(facts, person) && isListed(facts.bots, person)) bots.set(person.id, person);
	return [...bots.values()].toSorted((left, right) => left.id - right.id);
}
function answersFor({ people }, person) {
	return people === null || isListed(people, person);
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
			if (!isKeyId(trail, key)) judge(key, {
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
/**
* Where a user lists its access keys, an id is a name: AWS keeps none secret. Anywhere else it looks like one that was pasted together with
* what belongs to it.
*/
function isKeyId(trail, key) {
	return trail?.key === "accessKeys" && trail.trail?.key === "spec" && /^(?:AKIA|ASIA)[A-Z0-9]{16}$/u.test(key);
}
function pointerOf(trail) {
	return trail === null ? "" : `${pointerOf(trail.trail)}/${pointerToken(trail.key)}`;
}

// src/core/policy/pull.ts
/** Longer lists are not known, so that no rule takes a part of one for all of it. */
const PULL_LIMITS = {
	paths: 3e3,
	labels: 100,
	teams: 50
};
/** The teams that are read for a set of policies, of those that its expressions name. */
function teamsRead(named) {
	return named.slice(0, PULL_LIMITS.teams);
}
/**
* The variable `pull`: the facts, with the groups of the configuration that somebody is in. Nobody's teams are known where one of
* those that the policies name was not read, or where they name none: a rule that reads them all the same means some.
*/
function pullView(facts, people, named) {
	const { formatVersion: _version, teams: read, author, contributors, ...plain } = facts;
	const isKnown = named.length > 0 && named.every((team) => read.includes(team));
	const view = (person) => ({
		login: person.login,
		type: person.type,
		groups: groupsOf(person, people),
		teams: isKnown ? person.teams : null
	});
	return {
		...plain,
		author: author === null ? null : view(author),
		contributors: contributors === null ? null : contributors.map(view)
	};
}
function groupsOf({ id, login }, people) {
	if (id === null) return [];
	const isIn = (member) => means(memberOf(member), {
		id,
		login
	});
	return Object.keys(people).filter((group) => people[group]?.some(isIn) ?? false).toSorted();
}
/** The variable of a test, with what it leaves out: a pull request with nothing about it. */
function givenPull(given) {
	const author = given["author"] === void 0 ? GIVEN_AUTHOR : givenPerson(given["author"]);
	const contributors = given["contributors"];
	return {
		number: 1,
		repository: "acme/identities",
		title: "Title",
		draft: false,
		labels: [],
		base: "main",
		head: "change",
		fork: false,
		paths: [],
		additions: 0,
		deletions: 0,
		...given,
		author,
		contributors: Array.isArray(contributors) ? contributors.map((one) => givenPerson(one)) : [author]
	};
}
const GIVEN_AUTHOR = {
	login: "author",
	type: "User",
	groups: [],
	teams: []
};
function givenPerson(given) {
	return {
		...GIVEN_AUTHOR,
		...isJsonObject(given) ? given : {}
	};
}

// src/core/policy/match.ts
function matchedChange({ address, action }, labels) {
	const { source, kind } = parseAddress(address);
	return {
		address,
		action,
		source,
		kind,
		labels
	};
}
/** What of a rule's match a change does not fit; null where it fits. */
function mismatch(match, { address, action, source, kind, labels }) {
	if (match.kinds !== null && !match.kinds.includes(kind)) return "kinds";
	if (match.actions !== null && !match.actions.includes(action)) return "actions";
	if (match.sources !== null && !match.sources.some((glob) => fits(glob, source))) return "sources";
	if (match.addresses !== null && !match.addresses.some((glob) => fits(glob, address))) return "addresses";
	if (match.labels !== null && labels !== null && !labelled(match.labels, labels)) return "labels";
	return null;
}
function labelled(globs, labels) {
	const lowered = labels.map((label) => label.toLowerCase());
	return globs.some((glob) => lowered.some((label) => fits(glob.toLowerCase(), label)));
}
/** What it takes at the most to see whether a change fits, in units. Nothing for a few names. */
function matchUnits({ kinds, actions, sources, addresses, labels }) {
	return [
		kinds,
		actions,
		sources,
		addresses,
		...Array.from({ length: PULL_LIMITS.labels }, () => labels)
	].flatMap((each) => each ?? []).reduce((sum, name) => sum + 16 + name.length, 0) >>> 6;
}

// src/core/policy/coverage.ts
const NO_COVERAGE = {
	rules: [],
	notAssessable: []
};
/**
* Evaluates nothing: a change that a rule matches is judged by it, or the plan is denied; but for what asks about a pull request that is not
* known, of which a finding says so.
* @param labels of the pull request, as for `Matched`
*/
function coverageOf({ rules, notAssessable }, changes, labels) {
	const matched = changes.map((change) => matchedChange(change, labels));
	return {
		rules: rules.map(({ id, controls, location, match }) => {
			return {
				id,
				controls,
				location,
				changes: matched.filter((change) => mismatch(match, change) === null).length
			};
		}),
		notAssessable
	};
}

// src/core/policy/set.ts
const NOTHING_SAID = {
	requirements: [],
	findings: [],
	exceptions: []
};
const NO_POLICIES = {
	diagnostics: [],
	untimely: () => [],
	hash: null,
	readsPull: false,
	teams: [],
	judge: () => NOTHING_SAID,
	coverage: () => NO_COVERAGE
};
/**
* What is wrong with the policies of a head and not with those where it parted from the base, so that mending one is never refused.
* @param now RFC 3339
*/
function newlyWrong(before, after, now) {
	const known = new Set([...before.diagnostics, ...before.untimely(now)].map(keyOf));
	return [...after.diagnostics, ...after.untimely(now)].filter((diagnostic) => !known.has(keyOf(diagnostic)));
}
/** By a cause without lines and counts, which move as a part of what is wrong is mended. */
function keyOf({ code, cause, location }) {
	return `${location?.path}\n${code}\n${cause}`;
}

export { isLogin as C, sameLogin as D, namePeople as E, teamOf as O, asPinned as S, memberOf as T, ineligible as _, matchUnits as a, reason as b, PULL_LIMITS as c, teamsRead as d, secretProblems as f, contributorProblems as g, contributingBots as h, coverageOf as i, givenPull as l, barred as m, NO_POLICIES as n, matchedChange as o, answersFor as p, newlyWrong as r, mismatch as s, NOTHING_SAID as t, pullView as u, mayWrite as v, isTeam as w, withAuthor as x, means as y };