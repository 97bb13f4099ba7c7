import { i as parseAddress, n as formatAddress, t as compareText } from "./address.js";
import { n as meet, t as fits$1 } from "./star.js";
import { $ as statementsOf$1, A as oidcObject, At as hasWildcard, B as UNASKED, C as part, Ct as awsFacts, D as oidcName, Dt as userFacts, E as oidcArns, Et as managedPolicyFacts, F as readFailure, G as isMissing, H as openReader, I as normalizePolicy, J as boundaryOf, K as optionsOf, L as statementsIn$1, M as roleObject, N as userObject, O as readOidc, Ot as collapsed, P as Sheet, Q as project, R as lettersIn, S as mapPart, St as awsAttributes, T as pages, Tt as isReservedTag, V as read$1, X as keepsOthers, Y as LISTS, Z as membersOf$1, _ as arnsOf, _t as mayActOn, a as detailedUser, at as policyArn, b as readPolicy, bt as ROLE_KIND, c as readKeys, ct as DELETED_MEND, dt as listOf, et as own, ft as coversAction, g as readRole, gt as levelOf$1, ht as knownServices, it as oidcProviderArn, j as policyObject, k as said, kt as coversArn, l as readPassword, lt as isDeletedPrincipal, m as detailedRole, mt as actionsMatching, nt as arnOfIdentity, ot as policyReference$1, p as describedOf, pt as sharedVariables, q as roleFor, rt as arnOfPolicy, s as lastUseOf, st as cellsOf, t as startSession, tt as addressOfArn, u as readUser, ut as partedPrincipal, v as detailedPolicy, vt as OIDC_KIND, w as together, wt as isReservedPath, x as readPolicyExtras, xt as USER_KIND, y as policyArns, yt as POLICY_KIND, z as settled } from "./session.js";
import { t as parseJson } from "./parse-json.js";
import { i as problemsAt, t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as canonicalize } from "./digest.js";
import { r as missingMend, t as allUnknown } from "./mention.js";
import { n as suggest, t as didYouMean } from "./suggest.js";
import { n as escapePointer, o as unescapePointer, r as leavesOf, t as differences } from "./leaves.js";
import { t as firstProblems } from "./first-problems.js";
import { t as itself } from "./facts.js";
import { setTimeout } from "node:timers/promises";

// src/providers/aws/access/words.ts
/**
* How permissions and conditions of policies are spelt for people, and taken apart again by `risk/`. Whatever has other characters
* than names have stands in quotes as JSON, so that no value can look like the words around it.
*/
const PLAIN = /^[^\s",]+$/u;
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;
const TERM = /(?:^| and )([\w:]+) ("(?:[^"\\]|\\.)*"|[^\s"]+): ((?:"(?:[^"\\]|\\.)*"|[^\s",]+)(?:, (?:"(?:[^"\\]|\\.)*"|[^\s",]+))*)/gu;
const VALUE = /"(?:[^"\\]|\\.)*"|[^\s",]+/gu;
const WHEN = " when ";
const BUT = " but not ";
function spelt$1(value) {
	return PLAIN.test(value) ? value : JSON.stringify(value);
}
function listText(values) {
	return values.map(spelt$1).join(", ");
}
/** `StringEquals aws:SourceVpc: a, b and Bool aws:SecureTransport: true`; empty: no condition. */
function conditionText(conditions) {
	return conditions.map(({ operator, key, values }) => `${operator} ${spelt$1(key)}: ${listText(values)}`).join(" and ");
}
/** `a, b`, or `all but a, b`. */
function matchedText({ kind, values }) {
	return `${kind === "not" ? "all but " : ""}${listText(values)}`;
}
/** A single value as `spelt` had it. */
function unspelt(text) {
	const [quoted] = text.match(QUOTED) ?? [];
	const value = quoted === text ? parseJson(text) : text;
	return typeof value === "string" ? value : text;
}
/** Each of some principals, `AWS arn:…`; whom a list leaves out as one. */
function principalTexts({ kind, values }) {
	const texts = values.map(partedPrincipal).map(({ type, name }) => `${type} ${spelt$1(name)}`);
	return kind === "in" ? texts : [`all but ${texts.join(", ")}`];
}
/** What one permission is on: a resource, with its condition and what is refused of it. */
function placeText(target, conditions, refused) {
	const when = conditionText(conditions);
	return `${target}${when === "" ? "" : `${WHEN}${when}`}${refused.map((one) => `${BUT}${one}`).join("")}`;
}
/** `s3:DeleteObject on arn:… when …`. @param whole of what the permission is about, is all of it refused */
function refusalText({ actions, resources, conditions }, whole) {
	const what = whole.actions ? "anything" : matchedText(actions);
	const where = whole.resources || resources === null ? "" : ` on ${matchedText(resources)}`;
	const when = conditionText(conditions);
	return `${what}${where}${when === "" ? "" : `${WHEN}${when}`}`;
}
/** The parts of `placeText`. */
function placeIn(text) {
	const bare = text.replace(QUOTED, (quoted) => "\"".repeat(quoted.length));
	const end = bare.indexOf(BUT);
	const place = end === -1 ? bare : bare.slice(0, end);
	const at = place.indexOf(WHEN);
	if (at === -1) return {
		target: text.slice(0, place.length),
		when: ""
	};
	return {
		target: text.slice(0, at),
		when: text.slice(at + 6, place.length)
	};
}
/** The parts of `placeText` as effective access has them. */
function effectiveIn(text) {
	const { target, when } = placeIn(text);
	const end = target.length + (when === "" ? 0 : 6 + when.length);
	const bare = text.replace(QUOTED, (quoted) => "\"".repeat(quoted.length));
	const refused = [];
	for (let at = end; at !== -1 && at < text.length;) {
		const next = bare.indexOf(BUT, at + 9);
		refused.push(text.slice(at + 9, next === -1 ? void 0 : next));
		at = next;
	}
	const parts = [...when === "" ? [] : [`when ${when}`], ...refused.map((one) => `unless ${one} is refused`)];
	return {
		resource: unspelt(target),
		condition: parts.length === 0 ? null : parts.join(", ")
	};
}
/** The conditions that `conditionText` spelt; keys and values as they stand there, quotes and all. */
function conditionsInText(when) {
	return [...when.matchAll(TERM)].map(([, operator = "", key = "", values = ""]) => ({
		operator,
		key,
		values: values.match(VALUE) ?? []
	}));
}
/** The pattern of actions that an action of a permission begins with: `s3:*` of `s3:* (41 write actions)`. */
function patternIn(action) {
	const at = action.indexOf(" (");
	return at === -1 ? action : action.slice(0, at);
}
/** Actions that `all but a, b` leaves out; null: it is no such text. */
function leftOutIn(action) {
	const [, rest] = /^all but (.*)$/u.exec(patternIn(action)) ?? [];
	return rest === void 0 ? null : rest.split(", ");
}

// src/providers/aws/risk/powers.ts
const OTHERS = "critical";
/**
* Actions by which access is changed, or others' access is used. Sources: the Service Authorization Reference, and
* Rhino Security Labs, AWS IAM Privilege Escalation Methods (public list).
*/
const POWERS = {
	"iam:AddRoleToInstanceProfile": {
		level: "high",
		path: "can give a role to the machines of an instance profile"
	},
	"iam:AddUserToGroup": {
		level: OTHERS,
		path: "can give itself what any group has"
	},
	"iam:AttachGroupPolicy": {
		level: OTHERS,
		path: "can give its groups any policy"
	},
	"iam:AttachRolePolicy": {
		level: OTHERS,
		path: "can give a role any policy"
	},
	"iam:AttachUserPolicy": {
		level: OTHERS,
		path: "can give itself any policy"
	},
	"iam:CreateAccessKey": {
		level: OTHERS,
		path: "can make keys of other users, and act as them"
	},
	"iam:CreateLoginProfile": {
		level: OTHERS,
		path: "can set passwords of users without one, and act as them"
	},
	"iam:CreatePolicyVersion": {
		level: OTHERS,
		path: "can rewrite a policy that it has, and so give itself anything"
	},
	"iam:DeleteRolePermissionsBoundary": {
		level: OTHERS,
		path: "can take the bounds of roles away"
	},
	"iam:DeleteRolePolicy": {
		level: "high",
		path: "can take away what refuses something"
	},
	"iam:DeleteUserPermissionsBoundary": {
		level: OTHERS,
		path: "can take the bounds of users away, its own among them"
	},
	"iam:DeleteUserPolicy": {
		level: "high",
		path: "can take away what refuses something"
	},
	"iam:DetachRolePolicy": {
		level: "high",
		path: "can take away what refuses something"
	},
	"iam:DetachUserPolicy": {
		level: "high",
		path: "can take away what refuses something"
	},
	"iam:PutGroupPolicy": {
		level: OTHERS,
		path: "can write its groups any policy"
	},
	"iam:PutRolePermissionsBoundary": {
		level: OTHERS,
		path: "can set other bounds for roles"
	},
	"iam:PutRolePolicy": {
		level: OTHERS,
		path: "can write a role any policy"
	},
	"iam:PutUserPermissionsBoundary": {
		level: OTHERS,
		path: "can set other bounds for users, itself among them"
	},
	"iam:PutUserPolicy": {
		level: OTHERS,
		path: "can write itself any policy"
	},
	"iam:SetDefaultPolicyVersion": {
		level: OTHERS,
		path: "can bring back an older and wider version of a policy"
	},
	"iam:UpdateAssumeRolePolicy": {
		level: OTHERS,
		path: "can let itself into a role"
	},
	"iam:UpdateLoginProfile": {
		level: OTHERS,
		path: "can set the passwords of users, and act as them"
	},
	"iam:UpdateOpenIDConnectProviderThumbprint": {
		level: "high",
		path: "can let others speak for an identity provider"
	},
	"iam:CreateOpenIDConnectProvider": {
		level: "high",
		path: "can let another issuer vouch for who somebody is"
	},
	"iam:AddClientIDToOpenIDConnectProvider": {
		level: "high",
		path: "can let tokens for other services count"
	},
	"iam:CreateSAMLProvider": {
		level: "high",
		path: "can let another issuer vouch for who somebody is"
	},
	"iam:CreateServiceSpecificCredential": {
		level: "high",
		path: "can make credentials of other users, for one service"
	},
	"iam:ResetServiceSpecificCredential": {
		level: "high",
		path: "can make credentials of other users, for one service"
	},
	"iam:UpdateAccessKey": {
		level: "high",
		path: "can bring back keys that were made inactive"
	},
	"iam:UpdateSAMLProvider": {
		level: OTHERS,
		path: "can let another issuer vouch for who somebody is"
	},
	"lambda:UpdateFunctionCode": {
		level: OTHERS,
		path: "can run code as the roles of functions"
	},
	"lambda:UpdateFunctionConfiguration": {
		level: "high",
		path: "can make functions run other code, as their roles"
	},
	"lambda:AddPermission": {
		level: "high",
		path: "can let others call functions"
	},
	"glue:UpdateDevEndpoint": {
		level: OTHERS,
		path: "can log in to endpoints, and act as their roles"
	},
	"ssm:SendCommand": {
		level: OTHERS,
		path: "can run commands on machines, and act as their roles"
	},
	"ssm:StartSession": {
		level: OTHERS,
		path: "can log in to machines, and act as their roles"
	},
	"ec2-instance-connect:SendSSHPublicKey": {
		level: OTHERS,
		path: "can log in to machines, and act as their roles"
	},
	"ec2:ModifyInstanceAttribute": {
		level: "high",
		path: "can change what machines run when they start, as their roles"
	},
	"ecs:ExecuteCommand": {
		level: OTHERS,
		path: "can run commands in tasks, and act as their roles"
	},
	"codebuild:StartBuild": {
		level: "high",
		path: "can run other commands in builds, as their roles"
	},
	"sagemaker:CreatePresignedNotebookInstanceUrl": {
		level: OTHERS,
		path: "can use notebooks, and act as their roles"
	},
	"cloudformation:UpdateStack": {
		level: "high",
		path: "can change stacks, as their roles"
	},
	"eks:AssociateAccessPolicy": {
		level: "high",
		path: "can let identities administer clusters"
	},
	"eks:CreateAccessEntry": {
		level: "high",
		path: "can let identities into clusters"
	},
	"eks:UpdateAccessEntry": {
		level: "high",
		path: "can let identities into other groups of clusters"
	},
	"identitystore:CreateGroupMembership": {
		level: OTHERS,
		path: "can give people what any group of them has"
	},
	"rolesanywhere:CreateTrustAnchor": {
		level: "high",
		path: "can let another authority vouch for who somebody is"
	},
	"sso:AttachManagedPolicyToPermissionSet": {
		level: OTHERS,
		path: "can give people any policy"
	},
	"sso:CreateAccountAssignment": {
		level: OTHERS,
		path: "can let people into any account"
	},
	"sso:PutInlinePolicyToPermissionSet": {
		level: OTHERS,
		path: "can give people any policy"
	},
	"sts:AssumeRoot": {
		level: OTHERS,
		path: "can act as the root of member accounts"
	},
	"sts:GetFederationToken": {
		level: "high",
		path: "can hand out sessions that outlive its key"
	},
	"kms:PutKeyPolicy": {
		level: "high",
		path: "can give itself what a key protects"
	},
	"s3:PutBucketPolicy": {
		level: "high",
		path: "can open buckets to anybody"
	},
	"secretsmanager:PutResourcePolicy": {
		level: "high",
		path: "can open secrets to anybody"
	},
	"organizations:LeaveOrganization": {
		level: OTHERS,
		path: "can leave the organization's policies behind"
	},
	"organizations:DetachPolicy": {
		level: OTHERS,
		path: "can take away the organization's policies"
	}
};
/** Services that run something as a role which is passed to them, each with the actions of which all are needed besides `iam:PassRole`. */
const COMPUTE = [
	["ec2:RunInstances"],
	["lambda:CreateFunction", "lambda:InvokeFunction"],
	["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
	["lambda:CreateFunction", "lambda:AddPermission"],
	["lambda:CreateFunction", "lambda:CreateFunctionUrlConfig"],
	["lambda:UpdateFunctionConfiguration"],
	["ec2:AssociateIamInstanceProfile"],
	["ec2:ReplaceIamInstanceProfileAssociation"],
	["ec2:RequestSpotInstances"],
	["autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"],
	["ecs:RunTask"],
	["ecs:CreateService"],
	["glue:CreateDevEndpoint"],
	["glue:CreateJob"],
	["glue:UpdateJob"],
	["cloudformation:CreateStack"],
	["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
	["cloudformation:UpdateStack"],
	["codepipeline:CreatePipeline"],
	["codebuild:UpdateProject"],
	["elasticmapreduce:RunJobFlow"],
	["rolesanywhere:CreateProfile"],
	["scheduler:CreateSchedule"],
	["codebuild:CreateProject"],
	["sagemaker:CreateNotebookInstance"],
	["sagemaker:CreateTrainingJob"],
	["sagemaker:CreateProcessingJob"],
	["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
	["states:CreateStateMachine"],
	["states:UpdateStateMachine"],
	["batch:RegisterJobDefinition"],
	["bedrock-agentcore:CreateCodeInterpreter"],
	["apprunner:CreateService"],
	["ssm:StartAutomationExecution"]
];
const LISTED = Object.keys(POWERS);
/** The actions among some that an action of a permission stands for. */
function among(actions, action) {
	const left = leftOutIn(action);
	if (left !== null) return actions.filter((one) => !left.some((pattern) => coversAction(pattern, one)));
	const pattern = patternIn(action);
	return actions.filter((one) => coversAction(pattern, one));
}
function powersIn(action) {
	return among(LISTED, action);
}
/** Whether it lets its holder change access, or act as others. */
function isAdministering(action) {
	return among([...LISTED, "iam:PassRole"], action).length > 0;
}

// src/providers/aws/access/overlap.ts
/** @param pattern of actions, or `null` for the statement's own list of what is left out */
function shareOfActions(list, pattern) {
	return shareOf$1(list, pattern, coversAction, (left, right) => mayMeet(left.toLowerCase(), right.toLowerCase()));
}
function shareOfResources(list, pattern) {
	return list === null ? "all" : shareOf$1(list, pattern, coversArn, mayMeet);
}
function shareOf$1({ kind, values }, pattern, covers, meets) {
	const isCovered = values.some((value) => covers(value, pattern));
	const isTouched = isCovered || values.some((value) => meets(value, pattern));
	if (kind === "in") return isCovered ? "all" : isTouched ? "some" : "none";
	return isCovered ? "none" : isTouched ? "some" : "all";
}
/** Never false where something fits both: a question mark and a variable may be anything. */
function mayMeet(left, right) {
	return meet(loose(left), loose(right));
}
function loose(pattern) {
	return pattern.replace(/\$\{[^{}]*\}|\?/gu, "*");
}
/** A statement of which a request lacks a variable may say nothing; where it has no others than the resource, both are there or neither. */
function haveSameVariables(list, resource) {
	return list === null || !list.values.some((value) => value.includes("${")) || sharedVariables([...list.values, resource]) !== null;
}

// src/providers/aws/access/atoms.ts
/** Stands for every action that no pattern of the statements in question names. */
const REST = "*";
/** More than these are told as one. */
const SPELT$2 = 8;
/** What the statements' lists of actions tell apart: known actions, patterns of unknown ones, and the rest. */
var Atoms = class {
	all;
	#named;
	#patterns;
	/** @param more actions that are told apart although no statement names them */
	constructor(statements, more) {
		const named = [...new Set(statements.flatMap(({ actions }) => actions.values))].filter((pattern) => pattern !== "*").sort(compareText);
		this.#named = named;
		this.#patterns = named.filter(hasWildcard);
		this.all = [.../* @__PURE__ */ new Set([
			"*",
			...more,
			...named.flatMap(known$2)
		])];
	}
	/** The rest with every atom that is held as it is: everything, or all but what some of the statements' patterns name. */
	restLabel(members) {
		const inside = new Set(members);
		const left = this.#named.filter((pattern) => known$2(pattern).some((atom) => !inside.has(atom)));
		if (left.length === 0) return "*";
		const [first = ""] = left;
		return `all but ${left.length > SPELT$2 ? `${left.length} patterns of actions such as ${first}` : left.join(", ")}`;
	}
	/** Atoms of one service that are held alike, as people read them: few by name, more by their pattern or their number. */
	labels(atoms) {
		if (atoms.length <= SPELT$2) return atoms.map((atom) => ({
			label: atom,
			atoms: [atom]
		}));
		const sorted = [...atoms].sort(compareText);
		const [first = ""] = sorted;
		return [{
			label: `${this.#patterns.find((one) => coversAction(one, first) && actionsMatching(one).length === sorted.length && sorted.every((atom) => coversAction(one, atom))) ?? `actions of ${first.slice(0, first.indexOf(":"))} such as ${first}`} (${countsOf(sorted)})`,
			atoms: sorted
		}];
	}
};
function known$2(pattern) {
	const actions = actionsMatching(pattern);
	return actions.length === 0 ? [pattern] : actions;
}
const ORDER = [
	"permissions management",
	"write",
	"tagging",
	"list",
	"read"
];
/** `6 permissions management, 41 write, 80 read`. */
function countsOf(actions) {
	const levels = Map.groupBy(actions, (action) => levelOf$1(action) ?? "write");
	return ORDER.flatMap((level) => {
		const count = levels.get(level)?.length ?? 0;
		return count === 0 ? [] : [`${count} ${level}`];
	}).join(", ");
}
function serviceOf(atom) {
	return atom === "*" ? "*" : atom.slice(0, atom.indexOf(":"));
}
/** The service of an ARN; a part with a wildcard or variable may reach beyond its colon, and more than an ARN is anybody's. */
const OWNER = /^arn:[\w-]+:([\w-]+):/u;
/** Whether an action can be on a resource at all, whoever allows it. */
function mayBeOn(atom, resource) {
	const [, owner] = OWNER.exec(resource) ?? [];
	return owner === void 0 || atom === "*" || mayActOn(serviceOf(atom).toLowerCase(), owner.toLowerCase());
}
const listed$2 = /* @__PURE__ */ new WeakMap();
/** How much of an atom a statement's actions are about. */
function shareOfAtom(list, atom) {
	if (atom === "*") return list.values.includes("*") === (list.kind === "in") ? "all" : "none";
	if (hasWildcard(atom) || levelOf$1(atom) === null) return shareOfActions(list, atom);
	const actions = listed$2.get(list) ?? new Set(list.values.flatMap((value) => value === "*" ? [] : actionsMatching(value)));
	listed$2.set(list, actions);
	return (list.values.includes("*") || actions.has(atom)) === (list.kind === "in") ? "all" : "none";
}

// src/providers/aws/access/resources.ts
const ALL_BUT = "all but ";
/** A list of what is left out is one resource; it is not known to be all of any other but the same one. */
function shareOf(list, resource) {
	if (!isLeftOut(resource)) return shareOfResources(list, resource);
	if (list?.kind === "not") return resource === resourceOf(list) ? "all" : "some";
	return shareOfResources(list, "*");
}
/** What a statement's resources are called: each by itself, or all but some. */
function resourcesOf({ resources }) {
	if (resources === null) return [];
	return resources.kind === "in" ? resources.values : [resourceOf(resources)];
}
function resourceOf({ values }) {
	return `${ALL_BUT}${values.join(", ")}`;
}
/** Whether it stands for what a list leaves out. */
function isLeftOut(resource) {
	return resource.startsWith(ALL_BUT);
}

// src/providers/aws/access/refused.ts
/** Parts of one statement; one of more is told as a whole. */
const PARTS = 200;
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* What some statements refuse of an action on a resource, each thing and each way in which a condition holds by itself, so that a
* refusal which only grew still has all that it had. Sorted.
* @param denies those that refuse some of it
*/
function refusedParts(denies, atom, resource) {
	const parts = denies.flatMap((deny) => {
		const actions = shareOfAtom(deny.actions, atom) === "all";
		return partsOf(deny).flatMap(({ resources, conditions }) => {
			const share = shareOf(resources, resource);
			return share === "none" ? [] : [refusalText({
				...deny,
				resources,
				conditions
			}, {
				actions,
				resources: share === "all"
			})];
		});
	});
	return [...new Set(parts)].sort();
}
function partsOf(statement) {
	const parts = known$1.get(statement) ?? dividedParts(statement);
	known$1.set(statement, parts);
	return parts;
}
function dividedParts(statement) {
	const cells = cellsOf([statement]);
	return cells.length > PARTS ? [statement] : cells;
}

// src/providers/aws/access/decide.ts
/**
* How an identity holds each action on everything that a resource stands for, by its own policies; null: it does not. A refusal or
* bound that cannot be judged is a condition: nobody is said to lack what somebody may have.
* @param more statements of others than the identity's own policies that refuse something of it
*/
function decider(rules, resource, more = []) {
	const ways = rules.origins.map(({ through, statements }) => ({
		through,
		statements: about(statements, resource)
	}));
	const limitsOf = limits(rules, resource, more);
	return (atom) => {
		const allowed = ways.flatMap(({ through, statements }) => allowing(statements, atom).map((condition) => ({
			through,
			condition
		})));
		const limit = allowed.length === 0 ? null : limitsOf(atom);
		if (limit === null || limit.bound === null) return null;
		const { bound, unless, refused } = limit;
		return bestOf(allowed.map(({ through, condition }) => {
			return {
				through,
				condition: [
					...condition === "" ? [] : [`when ${condition}`],
					...bound,
					...unless
				].join(", "),
				refused
			};
		}));
	};
}
/** @returns null: it is refused whatever the request */
function limits({ origins, bound }, resource, more) {
	const bounds = bound === null || bound === void 0 ? bound : about(bound, resource);
	const denies = [...about([...origins.flatMap(({ statements }) => statements), ...more], resource), ...bounds ?? []].filter(({ statement }) => statement.effect === "Deny");
	return (atom) => {
		const refusals = denies.map((deny) => refusalOf(deny, atom));
		if (refusals.includes("all")) return null;
		const unless = [...new Set(refusals.filter((one) => one !== ""))].sort().map((one) => `unless ${one} is refused`);
		const partly = denies.filter((_deny, index) => refusals[index] !== "").map(({ statement }) => statement);
		return {
			bound: boundConditions(bounds, atom),
			unless,
			refused: refusedParts(partly, atom, resource)
		};
	};
}
function about(statements, resource) {
	return statements.map((one) => placed(one, resource)).filter(isTouching);
}
/**
* A resource without wildcards is either meant or not, which variables decide where it is not certain. A statement of which a request
* lacks a variable may say nothing at all.
*/
function placed(statement, resource) {
	const share = shareOf(statement.resources, resource);
	const isOne = !hasWildcard(resource) && !resource.includes("${") && !isLeftOut(resource);
	const isCertain = share === "all" ? haveSameVariables(statement.resources, resource) : !isOne;
	return {
		statement,
		share: share === "none" || isCertain ? share : "by variables"
	};
}
function isTouching({ share }) {
	return share !== "none";
}
/** Without a condition before with one, then the shortest way. */
function bestOf(ways) {
	const [best] = ways.toSorted((left, right) => {
		const [one, other] = [left, right].map(({ condition, through }) => [condition === "" ? 0 : 1, through.length]);
		return (one?.[0] ?? 0) - (other?.[0] ?? 0) || (one?.[1] ?? 0) - (other?.[1] ?? 0) || compare(left, right);
	});
	return best ?? null;
}
function compare(left, right) {
	const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
	return one < other ? -1 : one > other ? 1 : 0;
}
/** The conditions of every statement that allows all of it. */
function allowing(statements, atom) {
	return statements.filter(({ statement, share }) => statement.effect === "Allow" && share !== "some" && shareOfAtom(statement.actions, atom) === "all").map(({ statement: { resources, conditions }, share }) => {
		const when = conditionText(conditions);
		if (share === "all" || resources === null) return when;
		return `${when === "" ? "" : `${when} and `}it is ${matchedText(resources)}`;
	});
}
/** `all`: it is refused whatever the request. Otherwise what is refused of it in words; empty: nothing. */
function refusalOf({ statement, share }, atom) {
	const actions = shareOfAtom(statement.actions, atom);
	if (actions === "none") return "";
	const whole = {
		actions: actions === "all",
		resources: share === "all"
	};
	if (whole.actions && whole.resources && statement.conditions.length === 0) return "all";
	return refusalText(statement, whole);
}
const BOUNDED = "as far as its permissions boundary allows";
/** What a bound adds to the condition; null: it leaves nothing of it. */
function boundConditions(bound, atom) {
	if (bound === null) return [];
	if (bound === void 0) return [BOUNDED];
	if (allowing(bound, atom).includes("")) return [];
	return bound.some(({ statement }) => statement.effect === "Allow" && shareOfAtom(statement.actions, atom) !== "none") ? [BOUNDED] : null;
}

// src/providers/aws/access/entry.ts
const ASSUME = "sts:AssumeRole";
/** Principals that stand for more than one of an account: all of it, and everybody. */
function rootOf({ account, partition }) {
	return `AWS arn:${partition}:iam::${account}:root`;
}
const EVERYBODY = "AWS *";
/**
* How an identity is let into a role of its own account; null: it is not. What its own policies, its boundary or the trust policy
* refuse is refused however it is let in. What a boundary merely leaves out binds roles that are named, and who is let in with the account;
* users that are named and everybody need no policy of their own, and none that allows it. Sources: Policy evaluation logic, and
* AWS JSON policy elements: Principal, in the IAM guide.
*/
function entryOf(question) {
	const { actor, role } = question;
	const about = (role.trust ?? []).filter(({ actions }) => lists(actions, ASSUME));
	const refusing = about.filter(({ effect }) => effect === "Deny");
	const denies = refusing.filter(({ principals }) => isListed(principals, everyName(question)));
	const bounds = limits(actor.rules, role.arn, denies)(ASSUME);
	if (bounds === null) return null;
	const [way] = about.filter(({ effect }) => effect === "Allow").flatMap((statement) => waysBy(statement, question, {
		denies,
		bounds
	})).toSorted((left, right) => left.join().length - right.join().length || compareText(JSON.stringify(left), JSON.stringify(right)));
	if (way === void 0) return null;
	const others = refusing.flatMap((one) => refusalOfOthers(one, actor));
	return {
		conditions: [...way, ...others.map((one) => `unless ${one} is refused`)],
		refused: [...bounds.refused, ...others].map((one) => `${role.arn}: ${one}`)
	};
}
/** The conditions under which one statement lets an identity in. */
function waysBy({ principals, conditions }, { actor, role, root }, { denies, bounds }) {
	const when = conditions.length === 0 ? [] : [`when ${conditionText(conditions)}`];
	const isNamed = isListed(principals, [named$2(actor)]);
	if (opensToEverybody(principals, actor) || isNamed && actor.trust === null) return [[...when, ...bounds.unless]];
	const ways = isNamed && bounds.bound !== null ? [[
		...when,
		...bounds.bound,
		...bounds.unless
	]] : [];
	const own = isListed(principals, [root]) ? decider(actor.rules, role.arn, denies)(ASSUME) : null;
	return own === null ? ways : [...ways, [...when, ...own.condition === "" ? [] : [own.condition]]];
}
function opensToEverybody(principals, actor) {
	return isListed(principals, ["AWS *"]) || principals?.kind === "not" && !principals.values.includes(named$2(actor));
}
/** Whom a list of others leaves out is not certain: who acts as a role is its session as well. */
function refusalOfOthers(statement, actor) {
	const { principals } = statement;
	if (principals?.kind !== "not" || isListed({
		...principals,
		kind: "in"
	}, [named$2(actor), "AWS *"])) return [];
	const bare = refusalText({
		...statement,
		conditions: []
	}, {
		actions: true,
		resources: true
	});
	const when = conditionText(statement.conditions);
	return [`${bare} to ${principalTexts(principals).join(", ")}${when === "" ? "" : ` when ${when}`}`];
}
function everyName({ actor, root }) {
	return [
		named$2(actor),
		root,
		EVERYBODY
	];
}
function named$2({ arn }) {
	return `AWS ${arn}`;
}
function isListed(principals, wanted) {
	return principals?.kind === "in" && principals.values.some((one) => wanted.includes(one));
}
function lists(actions, action) {
	return shareOfAtom(actions, action) === "all";
}

// src/providers/aws/access/estate.ts
/** Groups are no identities that are managed; on a path they have a name all the same. */
const GROUP_KIND = "AwsIamGroup";
/** @throws CountersignError `facts-malformed` when a live state is not an estate that this provider read. */
function estateOf(live) {
	const { managedPolicies, groups } = live.facts;
	if (!isJsonObject(managedPolicies) || !isJsonObject(groups)) throw new CountersignError("facts-malformed", "This live state does not hold the estate of an AWS account.", { mend: "Read the source again with this version of Countersign." });
	const holders = live.objects.filter(({ kind }) => kind === "AwsIamRole" || kind === "AwsIamUser").map(({ address, attributes }) => [address, awsAttributes(attributes)]);
	return {
		source: live.source,
		account: awsFacts(live.facts),
		holders: new Map(holders),
		policies: formsIn(managedPolicies),
		groups: groupsIn$1(groups)
	};
}
function formsIn(policies) {
	return policies;
}
function groupsIn$1(groups) {
	return groups;
}
const known = /* @__PURE__ */ new WeakMap();
/** Of one policy the same for everybody to whom it is attached. */
function statementsOf(form) {
	const statements = known.get(form) ?? statementsOf$1(form);
	known.set(form, statements);
	return statements;
}
/** Everything that says what an identity may do, or may not. */
function originsOf(estate, attributes) {
	return [
		{
			through: [],
			statements: Object.values(attributes.inline?.values ?? {}).flatMap(statementsOf)
		},
		...attachedOrigins(estate, Object.keys(attributes.attached?.values ?? {}), []),
		...Object.keys(attributes.groups?.values ?? {}).flatMap((name) => groupOrigins(estate, name))
	];
}
function groupOrigins(estate, name) {
	const group = own(estate.groups, name);
	if (group === void 0) return [];
	const through = [formatAddress({
		source: estate.source,
		kind: GROUP_KIND,
		name: [name]
	})];
	return [{
		through,
		statements: Object.values(group.inline).flatMap(statementsOf)
	}, ...attachedOrigins(estate, group.attached, through)];
}
function attachedOrigins(estate, arns, through) {
	return arns.map((arn) => {
		const name = arn.slice(arn.lastIndexOf("/") + 1);
		const address = formatAddress({
			source: estate.source,
			kind: POLICY_KIND,
			name: [name]
		});
		return {
			through: [...through, address],
			statements: statementsOf(own(estate.policies, arn) ?? {})
		};
	});
}
/** What bounds an identity; null: nothing. Undefined: a policy that was not read. */
function boundOf(estate, { boundary }) {
	if (boundary === void 0 || boundary === null) return null;
	const form = own(estate.policies, boundary);
	return form === void 0 ? void 0 : statementsOf(form);
}
function arnOf({ account, partition }, kind, path, name) {
	if (kind === "AwsIamPolicy") return arnOfPolicy(name, path, {
		account,
		partition
	});
	return `arn:${partition}:iam::${account}:${kind === "AwsIamRole" ? "role" : "user"}${path}${name}`;
}

// src/providers/aws/access/actors.ts
/** Roles in a row that are followed. */
const STEPS = 5;
/** Roles that one principal is followed into. */
const MOST = 100;
/** Who may become more roles of the account than these by a policy of its own is told to be so, and not followed into each. */
const FEW = 20;
/** The roles and users of an estate, and who may become whom. */
var Actors = class {
	#estate;
	#known = /* @__PURE__ */ new Map();
	#doors = /* @__PURE__ */ new Map();
	#reaches = /* @__PURE__ */ new Map();
	#trusting = null;
	constructor(estate) {
		this.#estate = estate;
	}
	get addresses() {
		return [...this.#estate.holders.keys()];
	}
	get(address) {
		const attributes = this.#estate.holders.get(address);
		if (attributes === void 0) return null;
		const actor = this.#known.get(address) ?? this.#actor(address, attributes);
		this.#known.set(address, actor);
		return actor;
	}
	/** Whom somebody may come to act as, itself first, each by the shortest way, and where that has conditions by the shortest without. */
	reach(address) {
		const known = this.#reaches.get(address) ?? this.#find(address);
		this.#reaches.set(address, known);
		return known;
	}
	#actor(address, attributes) {
		const { kind, name } = parseAddress(address);
		const rules = {
			origins: originsOf(this.#estate, attributes),
			bound: boundOf(this.#estate, attributes)
		};
		return {
			address,
			arn: arnOf(this.#estate.account, kind, awsAttributes(attributes).path ?? "/", name[0] ?? ""),
			rules,
			statements: [...rules.origins.flatMap(({ statements }) => statements), ...rules.bound ?? []],
			trust: kind === "AwsIamRole" ? statementsOf(attributes.trust ?? {}) : null
		};
	}
	#find(address) {
		const self = this.get(address);
		if (self === null) return [];
		const found = [{
			actor: self,
			through: [],
			conditions: [],
			refused: []
		}];
		const [known, free] = [/* @__PURE__ */ new Set([address]), /* @__PURE__ */ new Set([address])];
		for (const { actor, through, conditions, refused } of found) {
			if (through.length >= STEPS) continue;
			for (const { role, ...entry } of this.#next(actor)) {
				const all = [...conditions, ...entry.conditions];
				if (free.has(role.address) || all.length > 0 && known.has(role.address) || found.length > MOST) continue;
				known.add(role.address);
				if (all.length === 0) free.add(role.address);
				found.push({
					actor: role,
					through: [...through, role.address],
					conditions: all,
					refused: [...refused, ...entry.refused]
				});
			}
		}
		return found;
	}
	/** The roles that an actor may become at once. */
	#next(actor) {
		const known = this.#doors.get(actor.address) ?? this.#doorsOf(actor);
		this.#doors.set(actor.address, known);
		return known;
	}
	/** Roles that name an actor, or everybody; and those that name the account, where the actor's own policies speak of few. */
	#doorsOf(actor) {
		const trusting = this.#trusting ??= this.#rolesByPrincipal();
		const [byName = [], open = [], account = []] = [
			`AWS ${actor.arn}`,
			EVERYBODY,
			rootOf(this.#estate.account)
		].map((principal) => trusting.get(principal));
		const named = /* @__PURE__ */ new Set([...byName, ...open]);
		const may = actor.statements.some(({ effect, actions }) => effect === "Allow" && lists(actions, "sts:AssumeRole"));
		const doors = [...named].flatMap((role) => this.#door(actor, role));
		const few = [];
		for (const role of may ? account.filter((one) => !named.has(one)) : []) {
			few.push(...this.#door(actor, role));
			if (few.length > FEW) return doors;
		}
		return [...doors, ...few];
	}
	#door(actor, role) {
		if (actor.address === role.address) return [];
		const entry = entryOf({
			actor,
			role,
			root: rootOf(this.#estate.account)
		});
		return entry === null ? [] : [{
			role,
			...entry
		}];
	}
	/** A list of whom it does not let in opens a role to everybody else. */
	#rolesByPrincipal() {
		const trusting = /* @__PURE__ */ new Map();
		for (const address of this.addresses) {
			const role = this.get(address);
			const principals = (role?.trust ?? []).filter(({ effect }) => effect === "Allow").flatMap(({ principals: list }) => list?.kind === "in" ? list.values : [EVERYBODY]);
			for (const principal of new Set(principals)) {
				const roles = trusting.get(principal) ?? [];
				if (role !== null) roles.push(role);
				trusting.set(principal, roles);
			}
		}
		return trusting;
	}
};
/** Resources that an actor's own policies allow something on, as they name them. */
function allowedResources({ rules }) {
	return rules.origins.flatMap(({ statements }) => statements.filter(({ effect }) => effect === "Allow").flatMap(resourcesOf));
}

// src/providers/aws/access/covers.ts
/** See core's AccessModel: `arn:aws:s3:::reports/*` covers `arn:aws:s3:::reports/2026/*`. Under a condition nothing is covered. */
function covers(resource, part) {
	const { target, when } = placeIn(resource);
	return when === "" && target === resource && resource !== part && coversArn(target, part);
}

// src/providers/aws/access/access-index.ts
/** Core's AccessIndex over one account. Where two are compared, both tell actions apart as the other does. */
var AwsAccess = class AwsAccess {
	everyone;
	actors;
	#source;
	#sides = [this];
	#atoms = /* @__PURE__ */ new Map();
	constructor(estate) {
		this.#source = estate.source;
		this.actors = new Actors(estate);
		this.everyone = formatAddress({
			source: estate.source,
			kind: ROLE_KIND,
			name: ["*"]
		});
	}
	/** Two states of one account. */
	static pair(before, after) {
		const sides = [new AwsAccess(before), new AwsAccess(after)];
		for (const side of sides) side.#sides = sides;
		return sides;
	}
	has(principal) {
		return principal === this.everyone || this.actors.get(principal) !== null;
	}
	held(principal) {
		const resources = this.within(principal);
		return resources.flatMap((resource) => this.on(principal, resource, resources)).sort((left, right) => compareText(left.resource, right.resource) || compareText(left.action, right.action));
	}
	holders(resource) {
		return this.actors.addresses.flatMap((principal) => this.on(principal, resource)).sort((left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal));
	}
	on(principal, resource, beside = []) {
		if (parseAddress(principal).source !== this.#source) return [];
		const atoms = this.#atomsOf(principal);
		const own = this.#sides.indexOf(this);
		const waysFor = this.#waysOn(principal, resource);
		const wider = beside.filter((one) => isWider(one, resource)).map((one) => this.#waysOn(principal, one));
		const told = atoms.all.map((atom) => ({
			atom,
			ways: waysFor(atom)
		})).filter(({ atom, ways }) => ways.some((way) => way !== null) && mayBeOn(atom, resource)).map(({ atom, ways }) => ({
			atom,
			ways,
			key: JSON.stringify(ways)
		})).filter(({ atom, key }) => !wider.some((waysOnIt) => JSON.stringify(waysOnIt(atom)) === key));
		const rest = told.find(({ atom }) => atom === "*")?.key;
		const groups = Map.groupBy(told, ({ atom, key }) => key === rest ? "*" : JSON.stringify([serviceOf(atom), key]));
		const elsewhere = atoms.all.filter((atom) => !mayBeOn(atom, resource));
		return [...groups.values()].flatMap((same) => {
			const way = same[0]?.ways[own] ?? null;
			if (way === null) return [];
			const members = same.map(({ atom }) => atom);
			return labelled(atoms, members, elsewhere).map(({ label, atoms: named }) => ({
				principal,
				action: label,
				resource,
				power: named.some(isAdministering) ? "administer" : "use",
				condition: way.condition === "" ? null : way.condition,
				...named.length === 1 && named[0] === label ? {} : { actions: named },
				...way.refused.length === 0 ? {} : { refused: way.refused },
				path: {
					basis: "grant",
					through: way.through
				}
			}));
		}).sort((left, right) => compareText(left.action, right.action));
	}
	/** How each action is held on a resource, on every side. */
	#waysOn(principal, resource) {
		const sides = this.#sides.map(({ actors }) => waysOf(actors.reach(principal), resource));
		return (atom) => sides.map((ways) => ways(atom));
	}
	#atomsOf(principal) {
		const reaches = this.#sides.flatMap(({ actors }) => actors.reach(principal));
		const statements = () => reaches.flatMap(({ actor }) => actor.statements);
		const more = reaches.some(({ through }) => through.length > 0) ? [ASSUME] : [];
		const atoms = this.#atoms.get(principal) ?? new Atoms(statements(), more);
		this.#atoms.set(principal, atoms);
		return atoms;
	}
	/** ARNs and patterns as policies name them that a person means by the whole of one, or by its end. */
	resolve(text) {
		const sorted = [...new Set(this.actors.addresses.flatMap((address) => this.within(address)))].sort(compareText);
		const exact = sorted.filter((resource) => resource === text);
		if (exact.length > 0) return exact;
		const ends = sorted.filter((resource) => resource.endsWith(`:${text}`) || resource.endsWith(`/${text}`));
		if (ends.length > 0) return ends;
		return text.startsWith("arn:") && sorted.some((resource) => fits$1(resource, text)) ? [text] : [];
	}
	/** Resources on which a principal may hold anything, as the policies in question name them. */
	within(principal) {
		const reach = this.actors.reach(principal);
		const roles = reach.flatMap(({ actor, through }) => through.length === 1 ? [actor.arn] : []);
		return [.../* @__PURE__ */ new Set([...reach.flatMap(({ actor }) => allowedResources(actor)), ...roles])].sort(compareText);
	}
};
/** Of two that cover each other the first is the wider one. */
function isWider(whole, part) {
	return hasWildcard(whole) && covers(whole, part) && (whole < part || !covers(part, whole));
}
/**
* Powers stand by themselves, so that no number hides one, unless a pattern names them all.
* @param elsewhere what is never on the resource, and is not missed there
*/
function labelled(atoms, members, elsewhere) {
	if (members.includes("*")) return [{
		label: atoms.restLabel([...members, ...elsewhere]),
		atoms: members
	}];
	const whole = atoms.labels(members);
	if (whole.length > 1 || !whole[0]?.label.startsWith("actions of ")) return whole;
	return [...members.filter(isAdministering).map((atom) => ({
		label: atom,
		atoms: [atom]
	})), ...atoms.labels(members.filter((atom) => !isAdministering(atom)))];
}
/** How one who may act as all of these holds each action on a resource: what it holds by itself and freely, it needs nobody for. */
function waysOf(reaches, resource) {
	const [self, ...others] = reaches.map((reach) => ({
		...reach,
		decide: decider(reach.actor.rules, resource)
	}));
	const free = new Set(reaches.filter(({ conditions }) => conditions.length === 0).map(({ actor }) => actor));
	return (atom) => {
		const own = self?.decide(atom) ?? null;
		if (own !== null && own.condition === "") return own;
		const more = others.flatMap((reach) => [...entryBy(reach, atom, resource), ...reach.conditions.length > 0 && free.has(reach.actor) ? [] : wayBy(reach, reach.decide(atom))]);
		return bestOf(own === null ? more : [own, ...more]);
	};
}
/** A role that lets somebody in by name asks for no policy of theirs. */
function entryBy({ actor, through, conditions, refused }, atom, resource) {
	if (through.length > 1 || atom !== "sts:AssumeRole" || actor.arn !== resource) return [];
	return [{
		through: [],
		condition: conditions.join(", "),
		refused
	}];
}
function wayBy({ actor, through, conditions, refused }, way) {
	if (way === null) return [];
	const condition = [
		`after sts:AssumeRole of ${parseAddress(actor.address).name.join("/")}`,
		...conditions,
		way.condition
	].filter((part) => part !== "").join(", ");
	return [{
		through: [...through, ...way.through],
		condition,
		refused: [...refused, ...way.refused]
	}];
}

// src/providers/aws/access/changed.ts
/** The estate as changes leave it. */
function changed(estate, changes) {
	const holders = new Map(estate.holders);
	const policies = new Map(Object.entries(estate.policies));
	for (const change of changes) {
		const { kind, name } = parseAddress(change.address);
		const { before, after } = change;
		const isGone = change.action === "delete";
		if (kind === "AwsIamPolicy") {
			const { path = "/", document } = awsAttributes(after ?? before ?? {});
			const arn = policyArnOf(estate, name[0] ?? "", path);
			if (isGone) policies.delete(arn);
			else if (document !== void 0) policies.set(arn, document);
		} else if (kind === "AwsIamRole" || kind === "AwsIamUser") {
			if (isGone) holders.delete(change.address);
			else holders.set(change.address, converged(holders.get(change.address) ?? {}, before ?? {}, after ?? {}));
		}
	}
	return {
		...estate,
		holders,
		policies: Object.fromEntries(policies)
	};
}
/** Roles and users that may do something else, or whom others may become, with the policies and groups that they have. */
function differing(before, after) {
	const arns = /* @__PURE__ */ new Set([...Object.keys(before.policies), ...Object.keys(after.policies)]);
	const changedPolicies = new Set([...arns].filter((arn) => before.policies[arn] !== after.policies[arn]));
	const addresses = /* @__PURE__ */ new Set([...before.holders.keys(), ...after.holders.keys()]);
	return new Set([...addresses].filter((address) => {
		const [was, is] = [before.holders.get(address), after.holders.get(address)];
		return was !== is || is !== void 0 && policiesOf$1(after, is).some((arn) => changedPolicies.has(arn));
	}));
}
function policiesOf$1({ groups }, attributes) {
	const { attached, boundary } = attributes;
	return [
		...Object.keys(attached?.values ?? {}),
		...Object.keys(attributes.groups?.values ?? {}).flatMap((name) => own(groups, name)?.attached ?? []),
		...boundary === void 0 || boundary === null ? [] : [boundary]
	];
}
/** A policy whose path is not managed is the one that has the name: names of policies are unique in an account. */
function policyArnOf(estate, name, path) {
	const prefix = arnOf(estate.account, POLICY_KIND, "/", "");
	return Object.keys(estate.policies).find((arn) => arn.startsWith(prefix) && arn.endsWith(`/${name}`)) ?? arnOf(estate.account, "AwsIamPolicy", path, name);
}
/** What is found with what is managed of it as it is to be; of a list that keeps others, they stay. */
function converged(found, before, after) {
	const managed = Object.entries(after).map(([key, value]) => {
		const values = keptIn(Object.entries(found).find(([name]) => name === key)?.[1], before[key], value);
		return [key, isJsonObject(value) && values !== null ? {
			...value,
			values
		} : value];
	});
	return awsAttributes({
		...found,
		...Object.fromEntries(managed)
	});
}
function keptIn(found, before, after) {
	if (!isJsonObject(after) || after["others"] !== "keep") return null;
	const all = valuesOf(found);
	const gone = valuesOf(before);
	const rest = Object.entries(all).filter(([name]) => !Object.hasOwn(gone, name));
	return {
		...Object.fromEntries(rest),
		...valuesOf(after)
	};
}
function valuesOf(list) {
	const values = isJsonObject(list) ? list["values"] : void 0;
	return isJsonObject(values) ? values : {};
}

// src/providers/aws/access/difference.ts
/** Where two states of one identity may differ. What is refused or bounded may be refused of anything that it has. */
function resourcesOfChange(before, after) {
	const all = [before, after].flatMap((actor) => actor === null ? [] : allowedResources(actor));
	if (before === null || after === null || before.arn !== after.arn) return all;
	if (isOther(before.trust, after.trust) || isOther(before.rules.bound ?? null, after.rules.bound ?? null)) return all;
	const [was, is] = [waysIn(before), waysIn(after)];
	const changed = [...was, ...is].filter(([way]) => !was.has(way) || !is.has(way)).map(([, statement]) => statement);
	return changed.some(({ effect }) => effect === "Deny") ? all : changed.flatMap(resourcesOf);
}
/** Statements with the way by which they come. */
function waysIn({ rules }) {
	return new Map(rules.origins.flatMap(({ through, statements }) => statements.map((statement) => [JSON.stringify([through, statement]), statement])));
}
function isOther(left, right) {
	return left !== right && JSON.stringify(left) !== JSON.stringify(right);
}

// src/providers/aws/access/includes.ts
/** What a policy allows, as `permissionsOf` spells it: no trust, attachment, key or boundary has such an action. */
const ALLOWED = /^(?:\*|[\w-]+:[\w*?]+)$/u;
/**
* See core's AccessModel: `s3:*` on a bucket includes `s3:GetObject` on a part of it. What holds under a condition, or is refused in
* part, includes nothing, and neither does what a list leaves out.
*/
function includes(held, part) {
	if (!ALLOWED.test(held.action) || !ALLOWED.test(part.action) || !coversAction(held.action, part.action)) return false;
	const [whole, inner] = [placeIn(held.resource), placeIn(part.resource)];
	if (whole.when !== "" || whole.target !== held.resource) return false;
	if (leftOutIn(whole.target) !== null || leftOutIn(inner.target) !== null) return false;
	return haveSameVariables({
		kind: "in",
		values: [whole.target]
	}, inner.target) && coversArn(whole.target, inner.target);
}

// src/providers/aws/steps/effect.ts
/** @param parameters undefined ones are left out */
function effect(action, parameters = {}) {
	const given = Object.entries(parameters).filter((entry) => entry[1] !== void 0);
	return {
		action,
		parameters: Object.fromEntries(given)
	};
}
function edit(made, expect, result) {
	return {
		stage: 0,
		effect: made,
		expect,
		result,
		repeat: "idempotent"
	};
}
function creation(made, result) {
	return {
		stage: 0,
		effect: made,
		expect: null,
		result,
		repeat: "intent"
	};
}
function deletion(made, expect) {
	return {
		stage: 0,
		effect: made,
		expect,
		result: null,
		repeat: "idempotent"
	};
}
/**
* One member of a list. What is not a member is an empty object, which counts for nothing and still tells the states
* of different members apart.
*/
function member(list, name, value) {
	return { [list]: { values: { [name]: value ?? {} } } };
}
/** Several members of one list. */
function members$1(list, entries) {
	return { [list]: { values: Object.fromEntries(entries.map(([name, value]) => [name, value ?? {}])) } };
}

// src/providers/aws/steps/lists.ts
/** The members in which two forms differ, sorted by name. A list that the second form does not have is not managed. */
function memberChanges(before, after, list) {
	if (after !== null && after[list] === void 0) return [];
	const [old, next] = [membersOf$1(before, list), membersOf$1(after, list)];
	return [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(next)])].toSorted(compareText).map((name) => ({
		name,
		before: valueOf$1(old, name),
		after: valueOf$1(next, name)
	})).filter((one) => !same(one.before, one.after));
}
function removed({ after }) {
	return after === void 0;
}
/** A step for each member that goes or comes. */
function memberSteps(list, changes, effectOf) {
	return changes.map((change) => {
		const { name, before, after } = change;
		return edit(effectOf(change), members$1(list, [[name, before]]), members$1(list, [[name, after]]));
	});
}
/** Tags in at most two calls: first those that go, so that the new ones find room. */
function tagSteps(changes, calls) {
	const going = changes.filter(removed);
	const coming = changes.filter((one) => !removed(one));
	const step = (made, some) => edit(made, members$1("tags", some.map(({ name, before }) => [name, before])), members$1("tags", some.map(({ name, after }) => [name, after])));
	return [...going.length === 0 ? [] : [step(calls.untag(going.map(({ name }) => name)), going)], ...coming.length === 0 ? [] : [step(calls.tag(tagList(coming)), coming)]];
}
/** Tags as IAM takes them. */
function tagList(changes) {
	return changes.map(({ name, after }) => ({
		Key: name,
		Value: after ?? ""
	}));
}
function valueOf$1(values, name) {
	return Object.hasOwn(values, name) ? values[name] : void 0;
}
function same(left, right) {
	if (left === void 0 || right === void 0) return left === right;
	return canonicalize(left) === canonicalize(right);
}

// src/providers/aws/access/may-widen.ts
/**
* See core's AccessModel: whatever is taken away may have refused something, in a policy that is told by its name alone, or of what another
* one allows. What bounds a role or is refused in its trust is told as a gain where it changes.
*/
function mayWiden({ action, before, after }) {
	if (action === "disable" || after === null) return false;
	const refused = refusalsIn(after);
	return [...memberChanges(before, after, "attached"), ...memberChanges(before, after, "groups")].some(removed) || [...refusalsIn(before)].some((refusal) => !refused.has(refusal));
}
/** What its own policies refuse, each as a text. */
function refusalsIn(attributes) {
	const { inline, document } = awsAttributes(attributes ?? {});
	const refusals = [...Object.values(inline?.values ?? {}), ...document === void 0 ? [] : [document]].flatMap(statementsOf$1).filter(({ effect }) => effect === "Deny");
	return new Set(refusals.map((refusal) => JSON.stringify(refusal)));
}

// src/providers/aws/access/access-model.ts
/** Who may do what in one account, by the policies of its identities. */
const awsAccess = {
	index: (estate) => new AwsAccess(estateOf(estate)),
	after(live, changes) {
		const estate = estateOf(live);
		const own = changes.filter(({ address, steps }) => steps.length > 0 && parseAddress(address).source === live.source);
		const result = changed(estate, own);
		const [before, after] = AwsAccess.pair(estate, result);
		const different = differing(estate, result);
		return {
			before,
			after,
			affected: { [Symbol.iterator]: () => affected(before, after, different) }
		};
	},
	covers,
	includes,
	mayWiden,
	effective: ({ action, resource }) => ({
		action,
		...effectiveIn(resource)
	}),
	limits: [
		"Only policies of identities are looked at: those of resources (buckets, keys, queues), service and resource control policies of the organization, session policies and endpoints' policies may give or refuse more.",
		"Conditions are told and not judged; what is refused, or bounded, in part is told as a condition, too.",
		"Who may become a role is told for roles and users of the account; federated users, services and other accounts are named in the trust policy alone.",
		"At most five roles in a row, and a hundred in all, are followed; who may become more than twenty by a pattern of its own policies holds that permission and is followed into none. What a service does as a role that is passed to it is not followed.",
		"What a managed policy of AWS's own allows is known where somebody in the account has it already; where it is attached for the first time, the attachment alone is told.",
		"Actions are those of the service authorization reference as this version of Countersign knows it; `*` stands for all others as well."
	]
};
function* affected(before, after, different) {
	if (different.size === 0) return;
	const all = /* @__PURE__ */ new Set([...before.actors.addresses, ...after.actors.addresses]);
	const sides = [before, after].map(({ actors }) => actors);
	const known = /* @__PURE__ */ new Map();
	for (const principal of [...all].sort(compareText)) {
		const [was, is] = sides.map((actors) => Map.groupBy(actors.reach(principal), ({ actor }) => actor.address));
		const resources = [.../* @__PURE__ */ new Set([...was?.keys() ?? [], ...is?.keys() ?? []])].flatMap((address) => {
			const [old = null, next = null] = sides.map((actors) => actors.get(address));
			if (entriesIn(was?.get(address)) !== entriesIn(is?.get(address))) return [old, next].flatMap((actor) => actor === null ? [] : [...allowedResources(actor), ...address === principal ? [] : [actor.arn]]);
			if (!different.has(address)) return [];
			const found = known.get(address) ?? resourcesOfChange(old, next);
			known.set(address, found);
			return found;
		});
		if (resources.length > 0) yield {
			principal,
			resources: [...new Set(resources)].sort(compareText)
		};
	}
}
/** What lets somebody in, however long the way. */
function entriesIn(reaches = []) {
	return JSON.stringify(reaches.map(({ conditions, refused }) => [conditions, refused]));
}

// src/providers/aws/access/permissions.ts
/**
* What attributes give directly: what their own policies allow, with what the same policies refuse of it, who is let in, by a trust
* policy, a machine or an identity provider, and what is attached. What attached policies and groups bring is not among it.
*/
function permissionsOf(address, attributes) {
	const { source, kind, name } = parseAddress(address);
	const lines = [
		...allowedLines([...Object.values(attributes.inline?.values ?? {}), ...attributes.document ? [attributes.document] : []].flatMap(statementsOf$1)),
		...trustLines(attributes.trust ?? {}),
		...Object.keys(attributes.instanceProfiles?.values ?? {}).map(machinesLine),
		...kind === "AwsOidcProvider" ? providerLines(name[0] ?? "", attributes) : [],
		...named$1(attributes.attached?.values, "has policy", isAdministeringPolicy),
		...named$1(attributes.groups?.values, "member of group", () => false),
		...keyLines(attributes),
		...boundaryLines(source, attributes)
	];
	return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()].map(({ path = "direct", ...line }) => ({
		principal: address,
		path,
		...line
	}));
}
function allowedLines(statements) {
	const denies = statements.filter(({ effect }) => effect === "Deny");
	return statements.filter(({ effect }) => effect === "Allow").flatMap((statement) => eachOf(statement.actions).flatMap((action) => eachOf(statement.resources).flatMap((resource) => allowedLine(statement, action, resource, denies))));
}
/** Each value, or all that is left out as one. */
function eachOf(list) {
	if (list === null) return ["*"];
	return list.kind === "not" ? [matchedText(list)] : list.values.map((value) => matchedText({
		kind: "in",
		values: [value]
	}));
}
function allowedLine(statement, action, resource, denies) {
	const pattern = statement.actions.kind === "not" ? "*" : action;
	const target = statement.resources?.kind === "not" ? "*" : resource;
	const refused = denies.flatMap((deny) => {
		const [actions, resources] = [shareOfActions(deny.actions, pattern), shareOfResources(deny.resources, target)];
		if (actions === "none" || resources === "none") return [];
		const isCertain = haveSameVariables(deny.resources, target);
		const whole = {
			actions: actions === "all",
			resources: resources === "all" && isCertain
		};
		return [{
			isAll: whole.actions && whole.resources && deny.conditions.length === 0,
			text: refusalText(deny, whole)
		}];
	});
	if (refused.some(({ isAll }) => isAll)) return [];
	const texts = [...new Set(refused.map(({ text }) => text))].sort();
	return [{
		action,
		resource: placeText(resource, statement.conditions, texts),
		power: isAdministering(action) ? "administer" : "use"
	}];
}
/** Who may become the role. */
function trustLines(trust) {
	const statements = statementsOf$1(trust);
	const denies = statements.filter(({ effect }) => effect === "Deny").map((deny) => refusalText(deny, {
		actions: false,
		resources: true
	}));
	return statements.filter(({ effect }) => effect === "Allow").flatMap(({ principals, actions, conditions }) => eachOf(actions).flatMap((action) => (principals === null ? [] : principalTexts(principals)).map((principal) => ({
		action: `trust (${action})`,
		resource: placeText(principal, conditions, denies),
		power: "use"
	}))));
}
/** Whoever gets hold of a machine of the profile has what the role has. */
function machinesLine(profile) {
	return {
		action: "be used by machines",
		resource: `instance profile ${profile}`,
		power: "use"
	};
}
/** What an identity provider says counts in every trust policy that names it, now or later. */
const VOUCH = "vouch for others";
/** Who has the certificate of a provider's server speaks for the provider. */
const BE_SPOKEN_FOR = "be spoken for";
function providerLines(issuer, { audiences, thumbprints }) {
	const each = (list, line) => Object.keys(list?.values ?? {}).map(line);
	return [
		{
			action: VOUCH,
			resource: `issuer ${issuer}`,
			power: "administer"
		},
		...each(audiences, (name) => ({
			action: "take tokens",
			resource: `audience ${name}`,
			power: "use"
		})),
		...each(thumbprints, (name) => ({
			action: BE_SPOKEN_FOR,
			resource: `certificate ${name}`,
			power: "administer"
		}))
	];
}
function named$1(values, action, administers) {
	return Object.keys(values ?? {}).map((name) => ({
		action,
		resource: name,
		power: administers(name) ? "administer" : "use",
		path: "membership"
	}));
}
/** AWS's own policies that let their holder change access. */
const ADMINISTERING = /* @__PURE__ */ new Set([
	"AdministratorAccess",
	"IAMFullAccess",
	"PowerUserAccess"
]);
function isAdministeringPolicy(arn) {
	const [, name = ""] = /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/u.exec(arn) ?? [];
	return ADMINISTERING.has(name);
}
function keyLines({ accessKeys, consolePassword }) {
	return [...Object.entries(accessKeys?.values ?? {}).filter(([, state]) => state === "Active").map(([id]) => ({
		action: "use access key",
		resource: id,
		power: "use"
	})), ...consolePassword === true ? [{
		action: "use password",
		resource: "console",
		power: "use"
	}] : []];
}
/** What bounds it is told as what it may: with another bound, or none, it may more. */
function boundaryLines(source, { boundary }) {
	if (boundary === void 0) return [];
	return [boundary === null ? {
		action: "act without a permissions boundary",
		resource: source,
		power: "use"
	} : {
		action: "act within permissions boundary",
		resource: boundary,
		power: "use"
	}];
}

// src/providers/aws/catalog/gathered.ts
const NOTHING = {
	found: [],
	unreadable: [],
	notModelled: []
};
function merged(all) {
	return {
		found: all.flatMap(({ found }) => found),
		unreadable: all.flatMap(({ unreadable }) => unreadable),
		notModelled: all.flatMap(({ notModelled }) => notModelled)
	};
}
/** The same whatever the order of reading. */
function liveStateOf(source, target, { found, unreadable, notModelled }, facts) {
	return {
		source,
		provider: "aws",
		target,
		objects: found.map(({ object }) => object).toSorted((left, right) => compareText(left.address, right.address)),
		unreadable: sorted([...unreadable, ...found.flatMap((one) => one.unreadable)]),
		notModelled: sorted([...notModelled, ...found.flatMap((one) => one.notModelled)]),
		facts
	};
}
function sorted(items) {
	return items.map((item) => [JSON.stringify(item), item]).sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}

// src/providers/aws/catalog/addresses-read.ts
/** Single identities, each by itself; one that cannot be read spoils no other. */
async function readAddresses(calls, addresses, within, cast) {
	let arns = null;
	const policies = () => arns ??= policyArns(calls);
	return merged(await together(addresses, (address) => readAddress(calls, address, within, cast, policies)));
}
async function readAddress(calls, address, within, cast, policies) {
	const { source, kind, name: segments } = parseAddress(address);
	const [name = ""] = segments;
	if (source !== cast.source || segments.length !== 1 || !within.kind(kind) || !within.name(name)) return unread(address, OUTSIDE);
	try {
		const one = await readOne(calls, kind, name, cast, policies);
		if (one === null) return NOTHING;
		if (one.name !== name) return unread(address, otherSpelling(one.name));
		return within.path(one.path) ? {
			...NOTHING,
			found: [one.found]
		} : unread(address, OUTSIDE);
	} catch (error) {
		return isMissing(error) ? NOTHING : unread(address, readFailure(error));
	}
}
async function readOne(calls, kind, name, cast, policies) {
	switch (kind) {
		case ROLE_KIND: {
			const role = await readRole(calls, name);
			return {
				name: role.name,
				path: role.path,
				found: roleObject(role, cast)
			};
		}
		case USER_KIND: {
			const user = await readUser(calls, name);
			return {
				name: user.name,
				path: user.path,
				found: userObject(user, cast)
			};
		}
		case POLICY_KIND: {
			const arn = arnNamed(await policies(), name);
			if (arn === void 0) return null;
			const policy = await readPolicy(calls, arn);
			return {
				name: policy.name,
				path: policy.path,
				found: policyObject(policy, cast)
			};
		}
		case OIDC_KIND: {
			const { account, partition } = cast.account;
			const provider = await readOidc(calls, `arn:${partition}:iam::${account}:oidc-provider/${name}`);
			return {
				name: provider.url,
				path: null,
				found: oidcObject(provider, cast)
			};
		}
		default: return null;
	}
}
/** A name in another spelling is the same name to IAM. */
function arnNamed(arns, name) {
	const same = (other) => other.toLowerCase() === name.toLowerCase();
	return arns.get(name) ?? [...arns].find(([other]) => same(other))?.[1];
}
const OUTSIDE = {
	code: "outside-boundary",
	message: "This is no identity within the boundary of the source, so it is not read."
};
/** IAM takes names that differ in case alone for one name. */
function otherSpelling(name) {
	return {
		code: "aws-name-spelt-otherwise",
		message: `AWS spells this name ${JSON.stringify(name)}. Names of IAM that differ in case alone are one name: write it as AWS has it.`
	};
}
function unread(address, reason) {
	return {
		...NOTHING,
		unreadable: [{
			address,
			pointer: null,
			reason
		}]
	};
}

// src/providers/aws/catalog/credential-report.ts
const ATTEMPTS = 12;
const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 4e3;
const MAXIMUM_BYTES = 5e7;
/**
* Two calls for the whole account, and some more where AWS has to make the report first.
* @throws CallFailure; CountersignError `aws-report-unfinished`, `aws-answer-malformed`
*/
async function credentialReport(calls, wait = setTimeout) {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		const { State } = await calls.GenerateCredentialReport({});
		if (State === "COMPLETE") return usesIn((await calls.GetCredentialReport({})).Content);
		await wait(Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** attempt));
	}
	throw new CountersignError("aws-report-unfinished", "AWS did not finish the credential report in time.", { mend: "Run again in some minutes." });
}
function usesIn(content) {
	if (content === void 0 || content.length > MAXIMUM_BYTES) throw malformed();
	const [head = "", ...rows] = new TextDecoder("utf-8").decode(content).split(/\r?\n/u);
	const columns = head.split(",");
	if (columns[0] !== "user" || columns[1] !== "arn") throw malformed();
	return new Map(rows.filter((row) => row !== "").map((row) => [nameIn(row), useIn(columns, row.split(","))]));
}
/** A name may have commas in it, which make columns; the ARN is next to it. */
function nameIn(row) {
	return row.slice(0, Math.max(0, row.search(/,"?arn:/u))).replace(/^"(.*)"$/u, "$1");
}
/** No column behind name and ARN has a comma in it, so they are counted from the end. */
function useIn(columns, fields) {
	const time = (column) => {
		const at = columns.indexOf(column);
		return at === -1 ? void 0 : timeIn(fields.at(at - columns.length));
	};
	return {
		password: time("password_last_used"),
		keys: [1, 2].map((key) => ({
			rotated: time(`access_key_${key}_last_rotated`),
			lastUsed: time(`access_key_${key}_last_used_date`)
		}))
	};
}
/** `N/A`, `no_information` and `not_supported` are no times. */
function timeIn(text) {
	if (text === void 0 || !/^\d{4}-\d{2}-\d{2}T/u.test(text)) return void 0;
	const time = new Date(text);
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
/**
* The report has no ids of keys: one is told by when it was made. Null: the report does not tell it, because it is older, or the key
* was changed since or is inactive. Source: Generate credential reports, on `access_key_1_last_rotated`.
*/
function keyUseIn(use, made) {
	if (made === void 0) return null;
	const fitting = use?.keys.filter(({ rotated }) => rotated !== void 0 && sameSecond(rotated, made)) ?? [];
	return fitting.length === 1 ? fitting[0] ?? null : null;
}
function sameSecond(left, right) {
	return Math.floor(left.getTime() / 1e3) === Math.floor(right.getTime() / 1e3);
}
function malformed() {
	return new CountersignError("aws-answer-malformed", "The credential report of AWS cannot be read.", { mend: "Run again; check the endpoint among the options of the source if it stays." });
}

// src/providers/aws/catalog/account.ts
/** The most roles that may come or go while an account is read, before it has to be read again. */
const MAXIMUM_CHANGED = 20;
/** One call for each thousand identities. @throws CallFailure, CountersignError */
async function readDetails(calls, types) {
	const all = await pages("GetAccountAuthorizationDetails", (at) => calls.GetAccountAuthorizationDetails({
		Filter: [...types],
		...at
	}));
	const each = (of) => all.flatMap((page) => of(page) ?? []);
	return {
		roles: each((page) => page.RoleDetailList),
		users: each((page) => page.UserDetailList),
		groups: each((page) => page.GroupDetailList),
		policies: each((page) => page.Policies)
	};
}
/**
* Roles with their descriptions and session lengths, which only ListRoles has for all: one call for each thousand.
* A role that was made or made anew between the two is read by itself; one that is gone is left out.
*/
async function describedRoles(calls, details) {
	if (details.length === 0) return {
		roles: [],
		unread: []
	};
	const descriptions = await part(() => allDescriptions(calls));
	const changed = details.filter((detail) => lookUp$1(descriptions, detail) === null);
	if (changed.length > MAXIMUM_CHANGED) return {
		roles: details.map((detail) => detailedRole(detail, CHANGED)),
		unread: []
	};
	const again = await together(changed, (detail) => readAgain(calls, said(detail.RoleName, "the name of a role")));
	return {
		roles: [...details.flatMap((detail) => {
			const described = lookUp$1(descriptions, detail);
			return described === null ? [] : [detailedRole(detail, described)];
		}), ...again.flatMap((role) => role !== null && "id" in role ? [role] : [])],
		unread: again.flatMap((role) => role !== null && "reason" in role ? [role] : [])
	};
}
const CHANGED = {
	kind: "unread",
	reason: {
		code: "aws-account-changing",
		message: "Many roles came or went while the account was read. Run again when nothing else changes it."
	}
};
async function allDescriptions(calls) {
	const roles = (await pages("ListRoles", (at) => calls.ListRoles(at))).flatMap((page) => page.Roles ?? []);
	return new Map(roles.map((role) => [said(role.RoleId, "the id of a role"), describedOf(role)]));
}
/** Null: the list has no role of this id. */
function lookUp$1(descriptions, { RoleId }) {
	if (descriptions.kind !== "read") return descriptions;
	return descriptions.value.get(RoleId ?? "") ?? null;
}
async function readAgain(calls, name) {
	try {
		return await readRole(calls, name);
	} catch (error) {
		return isMissing(error) ? null : {
			name,
			reason: readFailure(error)
		};
	}
}
/** Two calls for each user, those of the credential report, and one for each key and user that it does not tell. */
async function userExtras(calls, names) {
	if (names.length === 0) return /* @__PURE__ */ new Map();
	const report = await part(() => credentialReport(calls));
	const extras = await together(names, async (name) => {
		const [keys, password, passwordLastUsed] = await Promise.all([
			readKeys(calls, name, (key, made) => keyUse(calls, key, mapPart(report, (uses) => keyUseIn(uses.get(name), made)))),
			readPassword(calls, name),
			passwordUse(calls, name, mapPart(report, (uses) => uses.get(name) ?? null))
		]);
		return [name, {
			keys,
			password,
			passwordLastUsed,
			credentials: {}
		}];
	});
	return new Map(extras);
}
/** What the report does not tell is asked; without a report, nothing is, since it would be a call for each key of the account. */
async function keyUse(calls, key, told) {
	if (told.kind !== "read") return told;
	return told.value === null ? await part(() => lastUseOf(calls, key)) : read$1(told.value.lastUsed);
}
async function passwordUse(calls, name, told) {
	if (told.kind !== "read") return told;
	if (told.value !== null) return read$1(told.value.password);
	return await part(async () => (await calls.GetUser({ UserName: name })).User?.PasswordLastUsed);
}

// src/providers/aws/catalog/boundary-read.ts
/**
* Everything within the boundary. For N roles about N/500 calls, two for each user and one for each policy and provider.
* @throws CallFailure, CountersignError where a whole kind could not be read
*/
async function readBoundary(calls, within, cast) {
	const types = entityTypes(within);
	const details = types.length === 0 ? null : await readDetails(calls, types);
	const kinds = [
		...details === null ? [] : [await rolesIn(calls, details, within, cast), await usersIn(calls, details, within, cast)],
		...details === null ? [] : [await policiesIn$1(calls, details, within, cast), groupsIn(details)],
		within.kind("AwsOidcProvider") ? await providersIn(calls, within, cast) : NOTHING
	];
	return merged(kinds);
}
function entityTypes(within) {
	const users = within.kind("AwsIamUser") ? ["User", "Group"] : [];
	return [
		...within.kind("AwsIamRole") ? ["Role"] : [],
		...users,
		...within.kind("AwsIamPolicy") ? ["LocalManagedPolicy"] : []
	];
}
async function rolesIn(calls, { roles }, within, cast) {
	const wanted = roles.filter(({ RoleName, Path }) => within.name(RoleName ?? "") && within.path(Path ?? "/"));
	const { roles: read, unread } = await describedRoles(calls, wanted);
	return {
		found: read.map((role) => roleObject(role, cast)),
		unreadable: unread.map(({ name, reason }) => ({
			address: addressOf(cast, ROLE_KIND, name),
			pointer: null,
			reason
		})),
		notModelled: reservedRoles(roles)
	};
}
/** What AWS made for itself is nobody's to manage, and still there. */
function reservedRoles(roles) {
	const count = roles.filter(({ Path }) => isReservedPath(Path ?? "/")).length;
	return count === 0 ? [] : [{
		address: null,
		what: "roles of AWS itself",
		detail: String(count)
	}];
}
async function usersIn(calls, { users }, within, cast) {
	const wanted = users.filter(({ UserName, Path }) => within.name(UserName ?? "") && within.path(Path ?? "/"));
	const extras = await userExtras(calls, wanted.map(({ UserName }) => said(UserName, "the name of a user")));
	const found = wanted.flatMap((detail) => {
		const own = extras.get(detail.UserName ?? "");
		return own === void 0 ? [] : [userObject(detailedUser(detail, own), cast)];
	});
	return {
		...NOTHING,
		found
	};
}
async function policiesIn$1(calls, { policies }, within, cast) {
	const wanted = policies.filter((one) => isLocal(one) && within.name(one.PolicyName ?? "") && within.path(one.Path ?? "/"));
	const found = await together(wanted, async (detail) => policyObject(detailedPolicy(detail, await readPolicyExtras(calls, said(detail.Arn, "the ARN of a policy"))), cast));
	return {
		...NOTHING,
		found
	};
}
/** AWS's own policies belong to the account `aws`. */
function isLocal({ Arn }) {
	return Arn?.split(":")[4] !== "aws";
}
function groupsIn({ groups }) {
	const notModelled = groups.map(({ GroupName }) => ({
		address: null,
		what: "group",
		detail: GroupName ?? ""
	}));
	return {
		...NOTHING,
		notModelled
	};
}
async function providersIn(calls, within, cast) {
	const arns = (await oidcArns(calls)).filter((arn) => within.name(oidcName(arn)));
	const read = await together(arns, (arn) => oneProvider(calls, arn, cast));
	return merged(read);
}
async function oneProvider(calls, arn, cast) {
	const provider = await part(() => readOidc(calls, arn));
	if (provider.kind === "read") return {
		...NOTHING,
		found: [oidcObject(provider.value, cast)]
	};
	const address = addressOf(cast, OIDC_KIND, oidcName(arn));
	return {
		...NOTHING,
		unreadable: [{
			address,
			pointer: null,
			reason: provider.reason
		}]
	};
}
function addressOf({ source }, kind, name) {
	return formatAddress({
		source,
		kind,
		name: [name]
	});
}

// src/providers/aws/catalog/estate-read.ts
/**
* Everything that decides who may do what in the account, whatever the boundary: one call for each thousand identities and policies.
* Of its identities it has only what decides about access: no descriptions, session lengths, keys, and no tags of policies.
* @throws CallFailure, CountersignError
*/
async function readEstate(calls, cast) {
	const details = await readDetails(calls, [
		"Role",
		"User",
		"Group",
		"LocalManagedPolicy",
		"AWSManagedPolicy"
	]);
	const sheet = new Sheet(null, cast);
	const facts = {
		managedPolicies: Object.fromEntries(details.policies.flatMap((policy) => managedPolicy(policy, cast, sheet))),
		groups: Object.fromEntries(details.groups.map((group) => groupAccess(group, sheet)))
	};
	const local = details.policies.filter(({ Arn }) => Arn?.split(":")[4] === cast.account.account);
	return {
		gathered: {
			...NOTHING,
			found: [
				...details.roles.map((role) => roleObject(detailedRole(role, UNASKED), cast)),
				...details.users.map((user) => userObject(detailedUser(user, NO_EXTRAS), cast)),
				...local.map((policy) => policyObject(detailedPolicy(policy, NO_TAGS), cast))
			],
			unreadable: sheet.unreadable
		},
		facts
	};
}
const NO_EXTRAS = {
	keys: UNASKED,
	password: UNASKED,
	passwordLastUsed: UNASKED,
	credentials: {}
};
const NO_TAGS = {
	tags: UNASKED,
	description: UNASKED
};
/**
* AWS has more than a thousand policies of its own. It leaves out those that nobody has; what does not is spared their meaning,
* which takes longer to find than all the rest.
*/
function managedPolicy(policy, cast, sheet) {
	const arn = said(policy.Arn, "the ARN of a policy");
	if (!((policy.AttachmentCount ?? 0) + (policy.PermissionsBoundaryUsageCount ?? 0) > 0) && arn.split(":")[4] !== cast.account.account) return [];
	const current = policy.PolicyVersionList?.find(({ VersionId }) => VersionId === policy.DefaultVersionId);
	const form = sheet.document(null, current?.Document);
	return form === void 0 ? [] : [[arn, form]];
}
function groupAccess(group, sheet) {
	const inline = (group.GroupPolicyList ?? []).flatMap((policy) => inlinePolicy(policy, sheet));
	return [said(group.GroupName, "the name of a group"), {
		inline: Object.fromEntries(inline),
		attached: [...arnsOf(group.AttachedManagedPolicies)].sort()
	}];
}
function inlinePolicy(policy, sheet) {
	const form = sheet.document(null, policy.PolicyDocument);
	return form === void 0 ? [] : [[said(policy.PolicyName, "the name of an inline policy"), form]];
}

// src/providers/aws/catalog/policy-names.ts
/** The managed policies that there are, asked for when one that is named is not there, and once. */
var PolicyNames = class {
	#calls;
	#known = /* @__PURE__ */ new Map();
	constructor(calls) {
		this.#calls = calls;
	}
	/** The ARN that is probably meant by one that does not exist; null where none is near, or none may be listed. Never throws. */
	async meantBy(arn) {
		return (arn.includes(":iam::aws:") ? null : nearest$1(arn, await this.#all("Local"))) ?? nearest$1(arn, await this.#all("AWS"));
	}
	async #all(scope) {
		const asked = this.#known.get(scope) ?? this.#list(scope);
		this.#known.set(scope, asked);
		return await asked;
	}
	async #list(scope) {
		try {
			return (await pages("ListPolicies", async (at) => await this.#calls.ListPolicies({
				Scope: scope,
				...at
			}))).flatMap(({ Policies = [] }) => Policies.flatMap(({ Arn }) => Arn ?? []));
		} catch {
			return [];
		}
	}
};
/** One of the same name under another path comes before those that are spelt alike. */
function nearest$1(arn, all) {
	const byName = new Map(all.map((one) => [nameOf$1(one), one]));
	const name = nameOf$1(arn);
	return byName.get(name) ?? byName.get(suggest(name, [...byName.keys()]) ?? "") ?? null;
}
function nameOf$1(arn) {
	return arn.slice(arn.lastIndexOf("/") + 1);
}

// src/providers/aws/catalog/look-up.ts
/**
* Whether what documents name is there, with one call each. Nobody has to be asked whose login it is: that was said where the
* identities were read. Never throws.
*/
async function lookUp(names, open) {
	let client;
	try {
		client = await open();
	} catch (error) {
		return allUnknown(names, readFailure(error));
	}
	try {
		const policies = new PolicyNames(client.calls);
		return new Map(await together(names, async (name) => [name, await existenceOf(client.calls, name, policies)]));
	} finally {
		client.close();
	}
}
async function existenceOf(calls, name, policies) {
	try {
		if (name.startsWith("instance-profile/")) return await instanceProfile(calls, name);
		const found = await spelt(calls, name);
		return found === name ? { kind: "there" } : {
			kind: "absent",
			instead: meant(found)
		};
	} catch (error) {
		if (!isMissing(error)) return {
			kind: "unknown",
			reason: readFailure(error)
		};
		const near = name.includes(":policy/") ? await policies.meantBy(name) : null;
		return {
			kind: "absent",
			instead: near === null ? null : meant(near)
		};
	}
}
/** Groups and instance profiles are named without an ARN. */
function meant(found) {
	return `Did you mean ${found.startsWith("arn:") ? found : `"${found.slice(found.indexOf("/") + 1)}"`}?`;
}
/** Who names it does not have it yet, so that a role in it is another, and IAM allows one. */
async function instanceProfile(calls, name) {
	const asked = name.slice(name.indexOf("/") + 1);
	const { InstanceProfile: profile } = await calls.GetInstanceProfile({ InstanceProfileName: asked });
	const found = said(profile?.InstanceProfileName, "the name of an instance profile");
	if (found !== asked) return {
		kind: "absent",
		instead: meant(`instance-profile/${found}`)
	};
	const [held] = profile?.Roles ?? [];
	if (held === void 0) return { kind: "there" };
	return {
		kind: "unfit",
		reason: {
			code: "instance-profile-taken",
			message: `The instance profile ${found} holds the role ${held.RoleName}, and IAM allows one role in a profile. Take it from that role first, in a pull request before this one, or name another.`
		}
	};
}
/** As AWS has it: names of IAM that differ in case alone are one name, and roles are asked for without their path. @throws CallFailure, CountersignError */
async function spelt(calls, name) {
	const [resource = "", ...path] = name.replace(/^arn:[^:]*:iam::[^:]*:/u, "").split("/");
	const last = path.at(-1) ?? "";
	switch (resource) {
		case "policy": return said((await calls.GetPolicy({ PolicyArn: name })).Policy?.Arn, "the ARN of a policy");
		case "role": return said((await calls.GetRole({ RoleName: last })).Role?.Arn, "the ARN of a role");
		case "user": return said((await calls.GetUser({ UserName: last })).User?.Arn, "the ARN of a user");
		case "group": return `group/${said((await calls.GetGroup({
			GroupName: last,
			MaxItems: 1
		})).Group?.GroupName, "the name of a group")}`;
		default:
			await calls.GetOpenIDConnectProvider({ OpenIDConnectProviderArn: name });
			return name;
	}
}

// src/providers/aws/catalog/many-addresses.ts
/**
* Many identities from one read of the account, told as if each had been read by itself: one that lies outside of the boundary,
* or has its name in another spelling, is there and must not look absent.
* @throws CallFailure, CountersignError where a whole kind could not be read
*/
async function readManyAddresses(calls, addresses, within, cast) {
	const [inside, outside] = [addresses.filter(isInside), addresses.filter((address) => !isInside(address))];
	const names = new Map(inside.map((address) => [keyOf(address), address]));
	const read = await readBoundary(calls, everywhere(inside), cast);
	const found = read.found.flatMap((one) => {
		const { address, attributes } = one.object;
		const asked = names.get(keyOf(address));
		if (asked === void 0) return [];
		if (asked !== address) return [unread(asked, otherSpelling(nameOf(address)))];
		const path = attributes["path"];
		return [within.path(typeof path === "string" ? path : null) ? {
			...NOTHING,
			found: [one]
		} : unread(asked, OUTSIDE)];
	});
	const failed = read.unreadable.filter(({ address }) => address === null || names.has(keyOf(address)));
	return merged([
		...found,
		{
			...NOTHING,
			unreadable: failed
		},
		...outside.map((address) => unread(address, OUTSIDE))
	]);
	function isInside(address) {
		const { source, kind, name } = parseAddress(address);
		return source === cast.source && name.length === 1 && within.kind(kind) && within.name(name[0] ?? "");
	}
}
/** Of these kinds and names, whatever the path. */
function everywhere(addresses) {
	const kinds = new Set(addresses.map((address) => parseAddress(address).kind));
	const names = new Set(addresses.map((address) => nameOf(address).toLowerCase()));
	return {
		kind: (kind) => kinds.has(kind),
		name: (name) => names.has(name.toLowerCase()),
		path: () => true
	};
}
/** Of an identity, whatever the case of its name. */
function keyOf(address) {
	return `${parseAddress(address).kind} ${nameOf(address).toLowerCase()}`;
}
function nameOf(address) {
	return parseAddress(address).name[0] ?? "";
}

// src/providers/aws/catalog/read.ts
/** From here on the whole account takes fewer calls than one identity after the other. */
const MANY_ADDRESSES = 40;
/** Reads one account's IAM. `open` is for tests. */
function awsReader(connection, open = openReader) {
	let session = null;
	const started = async () => {
		session ??= startSession(connection, open);
		try {
			return await session;
		} catch (error) {
			session = null;
			throw error;
		}
	};
	return {
		identify: async () => (await started()).target,
		read: (query) => read(connection, query, started),
		lookUp: async (names) => await lookUp(names, async () => await open(connection)),
		close: async () => (await session?.catch(() => null))?.close()
	};
}
/** Never throws for what it may not read or reach: a kind in part is none, so that nothing is ever taken for absent. */
async function read(connection, query, started) {
	const { source } = connection;
	let session = null;
	try {
		session = await started();
		const { target, facts } = session;
		const { gathered, more = {} } = await gather(connection, query, session);
		return liveStateOf(source, target, gathered, {
			...facts,
			...more
		});
	} catch (error) {
		const unreadable = {
			address: null,
			pointer: null,
			reason: readFailure(error)
		};
		return liveStateOf(source, session?.target ?? {}, {
			...NOTHING,
			unreadable: [unreadable]
		}, session?.facts ?? {});
	}
}
async function gather(connection, query, { calls, facts }) {
	const { source, boundary, progress } = connection;
	const within = boundaryOf(boundary);
	const cast = {
		source,
		options: optionsOf(connection),
		account: facts
	};
	switch (query.kind) {
		case "boundary":
			progress(`Reading IAM of the account ${facts.account}`);
			return { gathered: await readBoundary(calls, within, cast) };
		case "estate": {
			progress(`Reading who may do what in the account ${facts.account}`);
			const estate = await readEstate(calls, cast);
			return {
				gathered: estate.gathered,
				more: estate.facts
			};
		}
		case "addresses": {
			const { addresses } = query;
			progress(`Reading ${addresses.length === 1 ? "one identity" : `${addresses.length} identities`}`);
			return { gathered: await (addresses.length < MANY_ADDRESSES ? readAddresses : readManyAddresses)(calls, addresses, within, cast) };
		}
	}
}

// src/providers/aws/kinds/names.ts
function rule(pattern, mend) {
	return {
		pattern,
		code: "aws-name-invalid",
		cause: "IAM has no such names.",
		mend
	};
}
/** Of roles and users. */
const entityName = rule("^[\\w+=,.@-]{1,64}$", "Use letters, digits and _+=,.@-, at most 64.");
const policyName = rule("^[\\w+=,.@-]{1,128}$", "Use letters, digits and _+=,.@-, at most 128.");
const issuerName = rule("^(?!https?:)[A-Za-z0-9._~:/-]{1,247}$", "Write the URL of the issuer without https://, such as gitlab.com.");

// src/providers/aws/kinds/policy-document.ts
const texts = { anyOf: [{
	type: "string",
	maxLength: 2e4
}, {
	type: "array",
	maxItems: 1e4,
	items: {
		type: "string",
		maxLength: 2e4
	}
}] };
const principal$1 = { anyOf: [{ const: "*" }, {
	type: "object",
	additionalProperties: texts
}] };
const statement = {
	type: "object",
	description: "What is allowed or denied.",
	additionalProperties: false,
	required: ["Effect"],
	properties: {
		Sid: {
			type: "string",
			description: "A label without meaning.",
			maxLength: 1e3
		},
		Effect: {
			enum: ["Allow", "Deny"],
			description: "Deny outweighs every Allow."
		},
		Principal: {
			...principal$1,
			description: "Who, in a trust policy."
		},
		NotPrincipal: {
			...principal$1,
			description: "All but these."
		},
		Action: {
			...texts,
			description: "Actions, such as s3:GetObject; * stands for any text."
		},
		NotAction: {
			...texts,
			description: "All actions but these."
		},
		Resource: {
			...texts,
			description: "ARNs; * stands for any text."
		},
		NotResource: {
			...texts,
			description: "All resources but these."
		},
		Condition: {
			type: "object",
			description: "Operators, each with keys and their values; all of them have to hold.",
			additionalProperties: { type: "object" }
		}
	}
};
/** A policy as IAM has it; what its statements mean is checked by `policy/`. */
const policyDocument = {
	type: "object",
	description: "An IAM policy in the words of IAM, here or in a JSON file beside this document.",
	additionalProperties: false,
	required: ["Statement"],
	properties: {
		Version: {
			enum: ["2012-10-17", "2008-10-17"],
			description: "Version of the policy language."
		},
		Id: {
			type: "string",
			description: "A label without meaning.",
			maxLength: 1e3
		},
		Statement: {
			description: "One statement or several.",
			anyOf: [statement, {
				type: "array",
				maxItems: 1e3,
				items: statement
			}]
		}
	}
};

// src/providers/aws/kinds/shared.ts
/** The key under which a map says that what it does not name is kept: no tag, policy or key can be called so. */
const KEPT = "*";
const kept = {
	const: "keep",
	description: "Keep what is not named."
};
const othersKeep = {
	type: "object",
	description: "Says that what the list does not name is kept.",
	additionalProperties: false,
	required: ["others"],
	properties: { others: {
		const: "keep",
		description: "Keep what is not listed."
	} }
};
const path = {
	type: "string",
	description: "Path, which begins and ends with a slash.",
	pattern: "^/(?:[!-~]+/)?$",
	maxLength: 512
};
const tags = {
	type: "object",
	description: "Tags by key, exhaustive unless it says `\"*\": keep`.",
	maxProperties: 51,
	propertyNames: {
		minLength: 1,
		maxLength: 128
	},
	properties: { ["*"]: kept },
	additionalProperties: {
		type: "string",
		description: "The tag's value.",
		maxLength: 256
	}
};
const policyReference = {
	type: "string",
	description: "ARN of a managed policy, or the path and name of one of this account, such as `team/orders-read`.",
	minLength: 1,
	maxLength: 700
};
const boundary = {
	description: "The managed policy that bounds what the identity may do; null: none.",
	anyOf: [policyReference, {
		type: "null",
		description: "None."
	}]
};
const inlinePolicies = {
	type: "object",
	description: "Inline policies by name, exhaustive unless it says `\"*\": keep`.",
	maxProperties: 500,
	propertyNames: {
		minLength: 1,
		maxLength: 128
	},
	properties: { ["*"]: kept },
	additionalProperties: policyDocument
};
const policies = {
	type: "array",
	description: "Managed policies that are attached.",
	maxItems: 100,
	items: { anyOf: [policyReference, othersKeep] }
};
const accessKeys = {
	type: "object",
	description: "Access keys by id. One that is left out is made inactive, then deleted, unless it says `\"*\": keep`. None is ever issued.",
	maxProperties: 3,
	propertyNames: {
		minLength: 1,
		maxLength: 128
	},
	properties: { ["*"]: kept },
	additionalProperties: {
		enum: ["Active", "Inactive"],
		description: "Whether the key may be used."
	}
};
const names = {
	type: "array",
	maxItems: 1e3,
	items: { anyOf: [{
		type: "string",
		description: "A name.",
		minLength: 1,
		maxLength: 255
	}, othersKeep] }
};
const noDeletion = {
	type: "object",
	description: "There is nothing to choose.",
	additionalProperties: false,
	properties: {}
};

// src/providers/aws/kinds/managed-policy.ts
const specSchema$3 = {
	type: "object",
	description: "A managed policy of the account. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		path,
		description: {
			type: ["string", "null"],
			description: "What IAM shows beside the name; fixed when the policy is made. null: nothing.",
			maxLength: 1e3
		},
		tags,
		document: policyDocument
	}
};
const managedPolicyKind = {
	kind: POLICY_KIND,
	names: policyName,
	identityClass: "shared policy",
	specSchema: specSchema$3,
	deleteSchema: noDeletion,
	immutable: ["/path", "/description"],
	files: ["/document"]
};

// src/providers/aws/kinds/oidc-provider.ts
const specSchema$2 = {
	type: "object",
	description: "An OpenID Connect provider; its name is its URL without https://. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		audiences: {
			...names,
			description: "Audiences (client ids) that tokens may be for."
		},
		thumbprints: {
			type: "array",
			description: "SHA-1 thumbprints of the issuer's certificate authority.",
			maxItems: 6,
			items: { anyOf: [{
				type: "string",
				description: "40 hexadecimal digits.",
				pattern: "^[0-9A-Fa-f]{40}$"
			}, othersKeep] }
		},
		tags
	}
};
const oidcProviderKind = {
	kind: OIDC_KIND,
	names: issuerName,
	identityClass: "identity provider",
	specSchema: specSchema$2,
	deleteSchema: noDeletion,
	immutable: []
};

// src/providers/aws/kinds/role.ts
const specSchema$1 = {
	type: "object",
	description: "An IAM role. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		path,
		description: {
			type: ["string", "null"],
			description: "What IAM shows beside the name; null: nothing.",
			maxLength: 1e3
		},
		maxSessionSeconds: {
			type: "integer",
			description: "Longest session in seconds.",
			minimum: 3600,
			maximum: 43200
		},
		tags,
		boundary,
		trust: {
			type: "object",
			description: "Who may assume the role: the sum of what is named here.",
			additionalProperties: false,
			minProperties: 1,
			properties: {
				githubWorkflows: {
					type: "array",
					description: "GitHub Actions workflows, through the account's provider token.actions.githubusercontent.com.",
					minItems: 1,
					maxItems: 100,
					items: {
						type: "object",
						description: "Workflows of one repository on github.com, of one environment, ref or event.",
						additionalProperties: false,
						required: ["repository"],
						minProperties: 2,
						maxProperties: 2,
						properties: {
							repository: {
								type: "string",
								description: "Owner and name as the claim spells them: `acme/orders`, or `acme@123456/orders@456789` where subject claims are immutable.",
								pattern: "^[A-Za-z0-9_.-]+(@[0-9]+)?/[A-Za-z0-9_.-]+(@[0-9]+)?$",
								maxLength: 200
							},
							environment: {
								type: "string",
								description: "Jobs of this environment.",
								pattern: "^[^*?:]+$",
								minLength: 1,
								maxLength: 255
							},
							ref: {
								type: "string",
								description: "Runs on this ref, such as `refs/heads/main`.",
								pattern: "^refs/[^*?:]+$",
								maxLength: 500
							},
							pullRequests: {
								const: true,
								description: "Runs for pull requests, whoever opened them."
							},
							subject: {
								type: "string",
								description: "The rest of the subject claim after the repository, word for word, where a template customises it.",
								pattern: "^[^*?]+$",
								minLength: 1,
								maxLength: 1e3
							}
						}
					}
				},
				kubernetesServiceAccounts: {
					type: "array",
					description: "ServiceAccounts of Kubernetes clusters.",
					minItems: 1,
					maxItems: 100,
					items: {
						type: "object",
						description: "A ServiceAccount of a cluster whose issuer is an OpenID Connect provider of the account.",
						additionalProperties: false,
						required: [
							"issuer",
							"namespace",
							"name"
						],
						properties: {
							issuer: {
								type: "string",
								description: "The issuer's URL without https://.",
								pattern: "^[A-Za-z0-9._~/-]+$",
								maxLength: 255
							},
							namespace: {
								type: "string",
								description: "Its namespace.",
								pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
								maxLength: 63
							},
							name: {
								type: "string",
								description: "Its name.",
								pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$",
								maxLength: 253
							}
						}
					}
				},
				services: {
					type: "array",
					description: "Services of AWS, such as `lambda.amazonaws.com`.",
					minItems: 1,
					maxItems: 100,
					uniqueItems: true,
					items: {
						type: "string",
						description: "A service principal.",
						pattern: "^[a-z0-9.-]+$",
						maxLength: 255
					}
				},
				policy: policyDocument
			}
		},
		inlinePolicies,
		policies,
		instanceProfiles: {
			...names,
			description: "Instance profiles that hold the role. They have to exist already."
		}
	}
};
const roleKind = {
	kind: ROLE_KIND,
	names: entityName,
	identityClass: "role",
	specSchema: specSchema$1,
	deleteSchema: noDeletion,
	immutable: ["/path"],
	words: {
		attached: "policies",
		inline: "inlinePolicies"
	},
	files: ["/trust/policy", "/inlinePolicies/*"]
};

// src/providers/aws/kinds/user.ts
const specSchema = {
	type: "object",
	description: "An IAM user. What is left out is not managed.",
	additionalProperties: false,
	properties: {
		path,
		tags,
		boundary,
		inlinePolicies,
		policies,
		groups: {
			...names,
			description: "Groups that the user is in. They have to exist already."
		},
		accessKeys,
		consolePassword: {
			type: "boolean",
			description: "Whether the user has a password for the console. It can be taken away and is never given."
		}
	}
};
const userKind = {
	kind: USER_KIND,
	names: entityName,
	identityClass: "user with access keys",
	specSchema,
	deleteSchema: noDeletion,
	immutable: [],
	words: {
		attached: "policies",
		inline: "inlinePolicies"
	},
	files: ["/inlinePolicies/*"]
};

// src/providers/aws/places.ts
function memberOf({ pointer, value }, name) {
	return {
		pointer: `${pointer}/${escapePointer(name)}`,
		value: isJsonObject(value) ? value[name] : void 0
	};
}
function membersOf(place) {
	return Object.entries(place.value ?? {}).map(([key, value]) => ({
		key,
		pointer: `${place.pointer}/${escapePointer(key)}`,
		value
	}));
}
/** Policies write one of something with and without a list. */
function oneOrMore(place) {
	return Array.isArray(place.value) ? membersOf(place) : [place];
}
/** Everything in a spec that is a policy. */
function policiesIn({ document, trust, inlinePolicies }) {
	return [
		{
			pointer: "/document",
			value: document
		},
		memberOf({
			pointer: "/trust",
			value: trust
		}, "policy"),
		...isJsonObject(inlinePolicies) ? membersOf({
			pointer: "/inlinePolicies",
			value: inlinePolicies
		}) : []
	];
}
function statementsIn(policy) {
	return oneOrMore(memberOf(policy, "Statement"));
}
function textsAt(place) {
	return oneOrMore(place).flatMap(({ pointer, value: text }) => typeof text === "string" ? [{
		pointer,
		text
	}] : []);
}

// src/providers/aws/deleted-principals.ts
/** Who is in a spec's trust policy and was deleted. Warnings only: IAM keeps such a policy for as long as nobody writes it. */
function deletedPrincipals({ trust }) {
	const named = statementsIn(memberOf({
		pointer: "/trust",
		value: trust
	}, "policy")).flatMap((statement) => ["Principal", "NotPrincipal"].flatMap((element) => textsAt(memberOf(memberOf(statement, element), "AWS"))));
	return firstProblems(named.filter(({ text }) => isDeletedPrincipal(text)), {
		each: (one) => warning$1(one, `${one.text} is the id of somebody who was deleted, and lets nobody in.`),
		rest: (next, left) => warning$1(next, `There are ${left} more ids of somebody who was deleted.`)
	});
}
function warning$1({ pointer }, cause) {
	return {
		pointer,
		code: "principal-deleted",
		severity: "warning",
		cause,
		mend: `IAM takes no policy that names it: ${DELETED_MEND}`
	};
}

// src/providers/aws/literal-stars.ts
/** Operators that know no pattern. Source: IAM JSON policy elements: Condition operators, string condition operators. */
const LITERAL = /^(?<set>for(?:any|all)values?:)?string(?<not>not)?equals(?:ignorecase)?(?<after>ifexists)?$/iu;
/** Values of conditions that look like a pattern under an operator that takes a star for a star, so that hardly anything fits. */
function literalStars(spec) {
	const starred = policiesIn(spec).flatMap(statementsIn).map((statement) => memberOf(statement, "Condition")).filter(({ value }) => isJsonObject(value)).flatMap(membersOf).filter(({ key, value }) => LITERAL.test(key) && isJsonObject(value)).flatMap((operator) => membersOf(operator).flatMap(textsAt).filter(({ text }) => text.replaceAll("${*}", "").includes("*")).map((value) => ({
		...value,
		operator: operator.key
	})));
	return firstProblems(starred, {
		each: (one) => problem$1(one, `${one.operator} takes a star for a star: only that very text fits.`),
		rest: (next, left) => problem$1(next, `${left} more values of conditions have a star that is taken for a star.`)
	});
}
function problem$1({ pointer, operator }, cause) {
	const { set = "", not = "", after = "" } = LITERAL.exec(operator)?.groups ?? {};
	return {
		pointer,
		code: "aws-condition-literal",
		severity: "warning",
		cause,
		mend: `Write ${set}String${not === "" ? "" : "Not"}Like${after} if a pattern is meant.`
	};
}

// src/providers/aws/policy/written.ts
/** The document that a form stands for, as a person would write it: one value without a list, everything in order. */
function writtenPolicy(form) {
	return {
		Version: "2012-10-17",
		Statement: Object.entries(form).sort(([left], [right]) => compareText(left, right)).map(([, statement]) => writtenStatement(statement))
	};
}
/** Characters without white space, as IAM counts them against its quotas. @param document as it is sent, or as it is read */
function policySize(document) {
	return JSON.stringify(document).replace(/\s/gu, "").length;
}
function writtenStatement(form) {
	return {
		Effect: form.effect,
		...principal("Principal", form.principals),
		...principal("NotPrincipal", form.notPrincipals),
		...listed$1("Action", form.actions),
		...listed$1("NotAction", form.notActions),
		...listed$1("Resource", form.resources),
		...listed$1("NotResource", form.notResources),
		...conditions(form.conditions)
	};
}
function principal(name, types) {
	return types === void 0 ? {} : { [name]: mapped$1(types, valueOf) };
}
function listed$1(name, members) {
	return members === void 0 ? {} : { [name]: valueOf(members) };
}
function conditions(operators) {
	return operators === void 0 ? {} : { Condition: mapped$1(operators, (keys) => mapped$1(keys, valueOf)) };
}
function valueOf(members) {
	const values = Object.keys(members).sort(compareText);
	const [only] = values;
	return values.length === 1 && only !== void 0 ? only : values;
}
function mapped$1(object, to) {
	return Object.fromEntries(Object.entries(object).sort(([left], [right]) => compareText(left, right)).map(([key, value]) => [key, to(value)]));
}

// src/providers/aws/normal-form/documents.ts
/** The meaning of a policy. @throws CountersignError as `normalizePolicy` does */
function formOf(document, use, context) {
	return normalizePolicy(document, {
		...context,
		use
	});
}
/** A form that this provider made, as IAM takes it. */
function documentOf(form) {
	return writtenPolicy(form);
}
/** Every principal that a trust policy names: ARNs, services, ids of what was deleted. */
function principalsOf(trust) {
	const types = Object.values(trust).flatMap(({ principals, notPrincipals }) => Object.values(principals ?? notPrincipals ?? {}));
	return [...new Set(types.flatMap((names) => Object.keys(names)))];
}
/** Where the attributes name a principal of their trust policy. */
function principalPointer(trust, principal) {
	return [...leavesOf({ trust }).keys()].find((leaf) => unescapePointer(leaf.slice(leaf.lastIndexOf("/") + 1)) === principal) ?? "/trust";
}
/** Name of the inline policy by which an identity is disabled. */
const DISABLED = "countersign-disabled";
/** Refuses everything, in any account. */
const DENY_EVERYTHING = normalizePolicy({
	Version: "2012-10-17",
	Statement: [{
		Effect: "Deny",
		Action: "*",
		Resource: "*"
	}]
}, {
	partition: "aws",
	account: "",
	use: "identity"
});

// src/providers/aws/normal-form/trust.ts
const GITHUB$1 = "token.actions.githubusercontent.com";
const AUDIENCE = "sts.amazonaws.com";
/** The version of policies since which there are variables. */
const VARIABLES = "2012-10-17";
/** The trust policy that the shortcuts and the policy of a document make together. */
function trustDocument(trust, account) {
	const { githubWorkflows = [], kubernetesServiceAccounts = [], services = [] } = trust;
	const own = isJsonObject(trust.policy) ? trust.policy : {};
	const version = trust.policy === void 0 ? VARIABLES : own["Version"] ?? "2008-10-17";
	const literal = (text) => version === VARIABLES ? text.replaceAll("${", "${$}{") : text;
	return {
		Version: version,
		Statement: [
			...services.length === 0 ? [] : [{
				Effect: "Allow",
				Principal: { Service: [...services] },
				Action: "sts:AssumeRole"
			}],
			...federated$1(githubWorkflows.map((workflow) => ({
				issuer: GITHUB$1,
				subject: literal(subjectOfWorkflow(workflow))
			})), account),
			...federated$1(kubernetesServiceAccounts.map((one) => ({
				issuer: one.issuer,
				subject: subjectOfServiceAccount(one)
			})), account),
			...listOf(own["Statement"])
		]
	};
}
/** GitHub's documented forms of the claim `sub`. */
function subjectOfWorkflow({ repository, environment, ref, pullRequests, subject }) {
	if (environment !== void 0) return `repo:${repository}:environment:${environment}`;
	if (ref !== void 0) return `repo:${repository}:ref:${ref}`;
	if (pullRequests === true) return `repo:${repository}:pull_request`;
	return `repo:${repository}:${subject ?? ""}`;
}
function subjectOfServiceAccount({ namespace, name }) {
	return `system:serviceaccount:${namespace}:${name}`;
}
/** One statement an issuer: several values of one condition key are alternatives. */
function federated$1(subjects, account) {
	return [...new Set(subjects.map(({ issuer }) => issuer))].map((issuer) => ({
		Effect: "Allow",
		Principal: { Federated: oidcProviderArn(issuer, account) },
		Action: "sts:AssumeRoleWithWebIdentity",
		Condition: { StringEquals: {
			[`${issuer}:aud`]: AUDIENCE,
			[`${issuer}:sub`]: subjects.filter((one) => one.issuer === issuer).map(({ subject }) => subject)
		} }
	}));
}

// src/providers/aws/normal-form/normalize.ts
/** Provider.normalize */
function normalize(kind, spec, { address, live, mode }) {
	const { account, partition } = awsFacts(live.facts);
	return normalizeSpec(kind, spec, {
		account: {
			account,
			partition,
			lettersHad
		},
		mode
	});
	function lettersHad() {
		const object = live.objects.find((one) => one.address === address);
		return lettersIn(object === void 0 ? [] : policiesOf(awsAttributes(object.attributes)));
	}
}
function policiesOf({ trust, document, inline }) {
	return [
		trust,
		document,
		...Object.values(inline?.values ?? {})
	].filter((form) => form !== void 0);
}
/** @throws CountersignError for what no schema can refuse: references, reserved tags, policies; `unsupported` for another kind */
function normalizeSpec(kind, spec, completion) {
	switch (kind) {
		case ROLE_KIND: return normalRole(spec, completion);
		case USER_KIND: return normalUser(spec, completion);
		case POLICY_KIND: return normalManagedPolicy(spec, completion);
		case OIDC_KIND: return normalOidcProvider(spec, completion);
		default: throw new CountersignError("unsupported", `AWS has no kind ${kind}.`, { mend: `Use one of ${[
			ROLE_KIND,
			USER_KIND,
			POLICY_KIND,
			OIDC_KIND
		].join(", ")}.` });
	}
}
function normalRole(spec, completion) {
	const { path, description, maxSessionSeconds, trust, instanceProfiles } = spec;
	const { account } = completion;
	return {
		...common(spec, completion),
		...path === void 0 ? {} : { path },
		...description === void 0 ? {} : { description: normalDescription(description) },
		...maxSessionSeconds === void 0 ? {} : { maxSessionSeconds },
		...trust === void 0 ? {} : { trust: formOf(trustDocument(trust, account), "trust", account) },
		...instanceProfiles === void 0 ? {} : { instanceProfiles: namesIn$1(instanceProfiles, completion) }
	};
}
function normalUser(spec, completion) {
	const { path, groups, accessKeys, consolePassword } = spec;
	return {
		...common(spec, completion),
		...path === void 0 ? {} : { path },
		...groups === void 0 ? {} : { groups: namesIn$1(groups, completion) },
		...accessKeys === void 0 ? {} : { accessKeys: mapped(accessKeys, completion, (state) => state) },
		...consolePassword === void 0 ? {} : { consolePassword }
	};
}
function normalManagedPolicy(spec, completion) {
	const { path, description, document } = spec;
	return {
		...tagsIn(spec, completion),
		...path === void 0 ? {} : { path },
		...description === void 0 ? {} : { description: normalDescription(description) },
		...document === void 0 ? {} : { document: formOf(document, "identity", completion.account) }
	};
}
function normalOidcProvider(spec, completion) {
	const { audiences, thumbprints } = spec;
	return {
		...tagsIn(spec, completion),
		...audiences === void 0 ? {} : { audiences: namesIn$1(audiences, completion) },
		...thumbprints === void 0 ? {} : { thumbprints: namesIn$1(thumbprints, completion, (text) => text.toLowerCase()) }
	};
}
/** What roles and users have alike. */
function common(spec, completion) {
	const { boundary, inlinePolicies, policies } = spec;
	const { account } = completion;
	return {
		...tagsIn(spec, completion),
		...boundary === void 0 ? {} : { boundary: boundary === null ? null : policyArn(boundary, account) },
		...inlinePolicies === void 0 ? {} : { inline: mapped(inlinePolicies, completion, (policy) => formOf(policy, "identity", account)) },
		...policies === void 0 ? {} : { attached: namesIn$1(policies, completion, (reference) => policyArn(reference, account)) }
	};
}
/** IAM tells an empty description and none apart nowhere. */
function normalDescription(description) {
	return description === "" ? null : description;
}
function tagsIn({ tags }, completion) {
	if (tags === void 0) return {};
	const reserved = Object.keys(tags).find(isReservedTag);
	if (reserved !== void 0) throw new CountersignError("tag-reserved", "This tag is not for documents to set.", {
		evidence: reserved.slice(0, 128),
		mend: "Leave out tags that begin with aws: or countersign:."
	});
	return { tags: mapped(tags, completion, String) };
}
function mapped(entries, { mode }, valueOf) {
	const named = Object.entries(entries).filter(([key]) => key !== "*");
	return {
		others: mode === "additive" || Object.hasOwn(entries, "*") ? "keep" : "remove",
		values: Object.fromEntries(named.map(([key, value]) => [key, valueOf(value)]))
	};
}
function namesIn$1(items, { mode }, nameOf = (text) => text) {
	const names = items.flatMap((item) => typeof item === "string" ? [nameOf(item)] : []);
	return {
		others: mode === "additive" || names.length < items.length ? "keep" : "remove",
		values: Object.fromEntries(names.map((name) => [name, true]))
	};
}

// src/providers/aws/resources.ts
/** Services that ARNs name otherwise than actions do. Source: the ARNs of resource types in the service authorization reference. */
const OF_ARNS = [
	"catalog",
	"elastic-inference",
	"route53-recovery-control"
];
/** `arn:partition:service:region:account:resource` */
const FIELDS = 6;
const SERVICES = /* @__PURE__ */ new Set([...knownServices(), ...OF_ARNS]);
/** Resources of a spec's policies that IAM takes for none, or that are of no service. */
function resourceProblems(spec) {
	const wrong = policiesIn(spec).flatMap(statementsIn).flatMap((statement) => ["Resource", "NotResource"].flatMap((element) => textsAt(memberOf(statement, element)))).flatMap((named) => {
		const fault = faultOf(named.text);
		return fault === null ? [] : [{
			...named,
			fault
		}];
	});
	return firstProblems(wrong, {
		each: problemOf$1,
		rest: (next, left) => ({
			...problemOf$1(next),
			cause: `There are ${left} more resources that are none.`
		})
	});
}
/** What is empty is told where the policy is read. */
function faultOf(text) {
	const fields = text.replaceAll(/\$\{[^{}]*\}/gu, "$").split(":");
	const [scheme, , service = ""] = fields;
	if (/^\**$/u.test(text)) return null;
	if (scheme !== "arn") return "no ARN";
	if (fields.length < FIELDS) return "lacks a field";
	return /^[\w-]+$/u.test(service) && !SERVICES.has(service) ? "no service" : null;
}
function problemOf$1({ fault, ...named }) {
	switch (fault) {
		case "no ARN": return noArn(named);
		case "lacks a field": return incomplete$1(named);
		case "no service": return unknownService(named);
	}
}
const FORM = "Write `arn:partition:service:region:account:resource`, such as `arn:aws:s3:::bucket/*`.";
function noArn({ pointer, text }) {
	return {
		pointer,
		code: "aws-resource-malformed",
		severity: "error",
		cause: `A resource is neither an ARN nor \`*\`. Found: ${text.slice(0, 120)}.`,
		mend: FORM
	};
}
/** IAM has such policies, so that they can be imported; what they say is seldom what was meant. */
function incomplete$1({ pointer, text }) {
	return {
		pointer,
		code: "aws-resource-incomplete",
		severity: "warning",
		cause: `The ARN of a resource lacks a field, and IAM takes what is missing for \`*\`. Found: ${text.slice(0, 120)}.`,
		mend: `${completed(text)}${FORM}`
	};
}
/** Where a single colon is missing: before the account, or before a resource of a service whose ARNs have none. */
function completed(text) {
	const fields = text.split(":");
	const [last = ""] = fields.slice(-1);
	if (text.includes("$") || fields.length !== 5 || /^(?:\d{12}|\*|)$/u.test(last)) return "";
	const at = /^\d{12}$/u.test(fields[3] ?? "") ? 3 : 4;
	return `Did you mean "${fields.toSpliced(at, 0, "").join(":")}"? `;
}
function unknownService({ pointer, text }) {
	const [, , service = ""] = text.split(":");
	const near = suggest(service, [...SERVICES]);
	const meant = near === null ? "" : `Did you mean "${text.replace(`:${service}:`, `:${near}:`)}"? `;
	return {
		pointer,
		code: "aws-service-unknown",
		severity: "warning",
		cause: `No service of the service authorization reference of AWS is called ${service}.`,
		mend: `${meant}Correct it, or leave it where it is newer than the reference that this version was made with.`
	};
}

// src/providers/aws/service-principals.ts
/** Services that a spec trusts without their domain: IAM knows no such principal. */
function servicePrincipals({ trust }) {
	const whole = {
		pointer: "/trust",
		value: trust
	};
	const statements = statementsIn(memberOf(whole, "policy"));
	const named = [...textsAt(memberOf(whole, "services")), ...statements.flatMap((statement) => ["Principal", "NotPrincipal"].flatMap((element) => textsAt(memberOf(memberOf(statement, element), "Service"))))];
	return firstProblems(named.filter(({ text }) => /^[\w-]+$/u.test(text)), {
		each: ({ pointer, text }) => problem(pointer, `No service of AWS is trusted as ${text}.`, `Did you mean "${text}.amazonaws.com"?`),
		rest: ({ pointer }, left) => problem(pointer, `${left} more services have no domain.`, "Write each with its domain.")
	});
}
function problem(pointer, cause, mend) {
	return {
		pointer,
		code: "aws-service-principal-malformed",
		severity: "error",
		cause,
		mend
	};
}

// src/providers/aws/steps/limits.ts
/** Characters without white space that IAM lets policies have; only a trust policy's limit can be raised. */
const MANAGED_POLICY_SIZE = 6144;
const INLINE_SIZE = {
	role: 10240,
	user: 2048
};
const TAGS = 50;
/** Ours takes one. */
const DECLARED_TAGS = 49;
/** What IAM would refuse, said before anything is written. */
function limitsOf(prospect) {
	return [
		attachedLimit,
		inlineLimit,
		trustLimit,
		documentLimit,
		tagLimit
	].flatMap((limit) => limit(prospect) ?? []);
}
/** Whether what is added fits beside what only goes later. */
function roomForBoth(prospect) {
	return countOf(union(prospect, "attached")) <= prospect.facts.attachedQuota && sizeOfAll(union(prospect, "inline")) <= inlineSize(prospect.kind);
}
function attachedLimit(prospect) {
	const { attachedQuota } = prospect.facts;
	const count = countOf(afterwards(prospect, "attached"));
	if (fits(count, attachedQuota, countOf(liveIn(prospect, "attached")))) return null;
	return {
		code: "attached-policies-full",
		message: `${count} managed policies would be attached, and the account allows ${attachedQuota}. Merge some, or set options.quotas.attachedPolicies to what AWS granted.`
	};
}
function inlineLimit(prospect) {
	const [size, limit] = [sizeOfAll(afterwards(prospect, "inline")), inlineSize(prospect.kind)];
	if (fits(size, limit, sizeOfAll(liveIn(prospect, "inline")))) return null;
	return {
		code: "inline-policies-too-large",
		message: `The inline policies would have ${size} characters together, and IAM allows ${limit}. Move some into a managed policy.`
	};
}
function trustLimit({ after, object, facts }) {
	const size = sizeOf(after["trust"]);
	if (fits(size, facts.trustQuota, sizeOf(object?.attributes["trust"]))) return null;
	return {
		code: "trust-policy-too-large",
		message: `The trust policy would have ${size} characters, and the account allows ${facts.trustQuota}. Shorten it, or set options.quotas.trustCharacters to what AWS granted.`
	};
}
function documentLimit({ after, object }) {
	const size = sizeOf(after["document"]);
	if (fits(size, 6144, sizeOf(object?.attributes["document"]))) return null;
	return {
		code: "policy-too-large",
		message: `The policy would have ${size} characters, and IAM allows ${MANAGED_POLICY_SIZE}. Split it.`
	};
}
function tagLimit(prospect) {
	const count = countOf(afterwards(prospect, "tags"));
	if (fits(count, DECLARED_TAGS, countOf(liveIn(prospect, "tags")))) return null;
	return {
		code: "tags-too-many",
		message: `There would be ${count} tags, and IAM allows ${TAGS}, of which one is Countersign's.`
	};
}
/** What is live was allowed, as much as it may be. IAM may count less than we do, who write what it reads as. */
function fits(next, limit, standing) {
	return next <= Math.max(limit, standing);
}
/** @param kind of whom they are */
function inlineSize(kind) {
	return kind === "AwsIamUser" ? INLINE_SIZE.user : INLINE_SIZE.role;
}
function liveIn({ object }, list) {
	return membersOf$1(object?.attributes, list);
}
function afterwards(prospect, list) {
	const named = membersOf$1(prospect.after, list);
	return keepsOthers(prospect.after, list) ? {
		...liveIn(prospect, list),
		...named
	} : named;
}
function union(prospect, list) {
	return {
		...liveIn(prospect, list),
		...membersOf$1(prospect.after, list)
	};
}
function countOf(members) {
	return Object.keys(members).length;
}
function sizeOfAll(forms) {
	return Object.values(forms).reduce((sum, form) => sum + sizeOf(form), 0);
}
function sizeOf(form) {
	return isJsonObject(form) ? policySize(documentOf(form)) : 0;
}

// src/providers/aws/sizes.ts
/**
* Policies of a spec that are longer than IAM allows. Warnings only: what an account has already is taken for allowed, which the plan
* alone can tell.
*/
function policySizes(kind, { document, inlinePolicies }) {
	const inline = membersOf({
		pointer: "/inlinePolicies",
		value: inlinePolicies
	}).filter(({ key }) => key !== "*");
	return [...tooLong(document === void 0 ? [] : [document], MANAGED_POLICY_SIZE, (size) => ({
		pointer: "/document",
		code: "policy-too-large",
		cause: `The policy has ${size} characters, and IAM allows ${MANAGED_POLICY_SIZE}.`,
		mend: "Split it."
	})), ...tooLong(inline.flatMap(({ value }) => value ?? []), inlineSize(kind), (size) => ({
		pointer: "/inlinePolicies",
		code: "inline-policies-too-large",
		cause: `The inline policies have ${size} characters together, and IAM allows ${inlineSize(kind)}.`,
		mend: "Move some into a managed policy."
	}))];
}
/** As a plan would write them, of those that are too long as they stand. */
function tooLong(policies, limit, told) {
	if (sum(policies) <= limit) return [];
	const size = sum(policies.map(written));
	return size <= limit ? [] : [{
		...told(size),
		severity: "warning"
	}];
}
function sum(policies) {
	return policies.reduce((all, policy) => all + policySize(policy), 0);
}
/** What cannot be understood is told as that. */
function written(policy) {
	try {
		return documentOf(formOf(policy, "identity", {
			account: "000000000000",
			partition: "aws"
		}));
	} catch (error) {
		if (error instanceof CountersignError) return {};
		throw error;
	}
}

// src/providers/aws/unknown-actions.ts
const SPELT$1 = /^([\w*?-]+):([\w*?-]+)$/u;
const REFERENCE = "the service authorization reference of AWS";
const OR_ELSE = "Correct it, or leave it where it is newer than the reference that this version was made with.";
/**
* Actions of a spec's policies that no service of the reference has. Warnings only: the reference ages, and IAM takes a policy
* with such an action, which then allows or denies nothing.
*/
function unknownActions(spec) {
	const unknown = policiesIn(spec).flatMap(actionsIn).filter(isUnknown);
	return firstProblems(unknown, {
		each: problemOf,
		rest: (next, left) => warning(next, "aws-action-unknown", `There are ${left} more actions that ${REFERENCE} does not have.`, "Correct those before them, and validate again.")
	});
}
function actionsIn(policy) {
	return statementsIn(policy).flatMap((statement) => ["Action", "NotAction"].flatMap((element) => textsAt(memberOf(statement, element))));
}
/** What is spelt as no action is an error of its own. */
function isUnknown({ text }) {
	return SPELT$1.test(text) && collapsed(text) !== "*:*" && actionsMatching(text).length === 0;
}
function problemOf(named) {
	const [, service = "", name = ""] = SPELT$1.exec(named.text) ?? [];
	const all = actionsMatching(`${service}:*`);
	if (all.length === 0) return warning(named, "aws-service-unknown", `No service of ${REFERENCE} has the prefix of ${named.text}.`, `${serviceMeant(service, name)}${OR_ELSE}`);
	return warning(named, "aws-action-unknown", `No action of ${REFERENCE} is ${named.text}.`, `${didYouMean(named.text, all)}${OR_ELSE}`);
}
/** One that has such an action comes before others that are as near. */
function serviceMeant(service, name) {
	const services = knownServices();
	const having = services.filter((one) => actionsMatching(`${one}:${name}`).length > 0);
	const meant = suggest(service, having) ?? suggest(service, services);
	return meant === null ? "" : `Did you mean "${meant}:${name}"? `;
}
function warning({ pointer }, code, cause, mend) {
	return {
		pointer,
		code,
		severity: "warning",
		cause,
		mend
	};
}

// src/providers/aws/lint.ts
/** Which account it is has no part in whether a spec can be understood. */
const ANY = {
	account: {
		account: "000000000000",
		partition: "aws"
	},
	mode: "authoritative"
};
const DESCRIBABLE = /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/u;
/** What a spec says that its schema cannot refuse: policies, references, tags, characters that IAM does not know. */
function lintSpec(kind, spec) {
	return [
		...Object.keys(spec).flatMap((key) => attributeProblems(kind, key, spec)),
		...descriptionProblem(spec),
		...unknownActions(spec),
		...literalStars(spec),
		...resourceProblems(spec),
		...servicePrincipals(spec),
		...policySizes(kind, spec),
		...deletedPrincipals(spec)
	];
}
/** Members of maps one by one, so that each error has its own place. */
function attributeProblems(kind, key, spec) {
	const value = spec[key];
	if (key === "inlinePolicies" && isJsonObject(value)) return Object.keys(value).filter((name) => name !== "*").flatMap((name) => problemsAt(`/${key}/${escapePointer(name)}`, () => {
		inlineName(name);
		normalizeSpec(kind, { [key]: { [name]: value[name] ?? null } }, ANY);
	}));
	if (key === "policies" && Array.isArray(value)) return value.flatMap((one, index) => problemsAt(`/${key}/${index}`, () => normalizeSpec(kind, { [key]: [one] }, ANY)));
	const own = key === "trust" ? trustPolicyProblems(value) : [];
	if (value === void 0 || own.length > 0) return own;
	return problemsAt(`/${key}`, () => normalizeSpec(kind, { [key]: value }, ANY));
}
/** Of the policy alone: with the shortcuts, its statements have other numbers than in the document. */
function trustPolicyProblems(trust) {
	const policy = isJsonObject(trust) ? trust["policy"] : void 0;
	if (!isJsonObject(policy) || listOf(policy["Statement"]).length === 0) return [];
	return problemsAt("/trust/policy", () => statementsIn$1(policy, {
		...ANY.account,
		use: "trust"
	}));
}
function inlineName(name) {
	if (/^[\w+=,.@-]{1,128}$/u.test(name)) return;
	throw new CountersignError("aws-name-invalid", "IAM has no such names for policies.", {
		evidence: name.slice(0, 128),
		mend: "Use letters, digits and _+=,.@-, at most 128."
	});
}
function descriptionProblem({ description }) {
	if (typeof description !== "string" || DESCRIBABLE.test(description)) return [];
	return [{
		pointer: "/description",
		code: "description-characters",
		severity: "error",
		cause: "IAM keeps only characters of Latin-1 in descriptions.",
		mend: "Write it without the others."
	}];
}

// src/providers/aws/normal-form/mentions.ts
/** Provider.mentions. What an ARN of another account names cannot be looked up, so only policies may be of one. */
function mentions(changes, live, declared) {
	const account = awsFacts(live.facts);
	const known = /* @__PURE__ */ new Set([...live.objects.map(({ facts }) => facts["arn"]), ...changes.flatMap((change) => madeBy(change, account))]);
	return changes.flatMap(({ address, before, after }) => {
		const held = new Set(namesIn(before, account).map(({ name }) => name));
		return namesIn(after, account).filter(({ name }) => !held.has(name) && !known.has(name)).map((named) => {
			const identity = addressOfArn(parseAddress(address).source, named.name, account);
			const near = identity === null ? "" : nearest(identity, [...declared.keys(), ...live.objects.map((one) => one.address)]);
			return mentionOf(address, named, missingMend(identity, declared, `${near}${OTHERWISE}`));
		});
	});
}
/** Another of the same kind. */
function nearest(identity, others) {
	const { kind, name } = parseAddress(identity);
	const alike = others.map(parseAddress).filter((one) => one.kind === kind);
	return didYouMean(name.join("/"), [...new Set(alike.map((one) => one.name.join("/")))]);
}
const OTHERWISE = "Correct the name, or see to it that it exists, and plan again.";
function mentionOf(address, { name, what, pointer }, mend) {
	const message = `There is no ${what}, and this plan makes none.`;
	return {
		address,
		name,
		what: `the ${what}`,
		missing: {
			code: "aws-reference-missing",
			message,
			pointer
		},
		mend
	};
}
function madeBy({ address, action, after }, account) {
	if (action !== "create" && action !== "replace") return [];
	const { kind, name } = parseAddress(address);
	return [arnOfIdentity(kind, name[0] ?? "", awsAttributes(after ?? {}).path ?? "/", account) ?? ""];
}
function namesIn(attributes, account) {
	const { attached, boundary, groups, instanceProfiles } = awsAttributes(attributes ?? {});
	return [
		...members(attached).map((arn) => ({
			name: arn,
			what: policyText(arn),
			pointer: memberPointer("attached", arn)
		})),
		...typeof boundary === "string" ? [{
			name: boundary,
			what: policyText(boundary),
			pointer: "/boundary"
		}] : [],
		...members(groups).map((group) => ({
			name: `group/${group}`,
			what: `group ${group}`,
			pointer: memberPointer("groups", group)
		})),
		...members(instanceProfiles).map((profile) => ({
			name: `instance-profile/${profile}`,
			what: `instance profile ${profile}`,
			pointer: memberPointer("instanceProfiles", profile)
		})),
		...trusted(attributes, account)
	];
}
function members(list) {
	return Object.keys(list?.values ?? {});
}
function memberPointer(list, member) {
	return `/${list}/values/${escapePointer(member)}`;
}
function policyText(arn) {
	return `managed policy ${arn}`;
}
const TRUSTED = {
	role: "role",
	user: "user",
	"oidc-provider": "OpenID Connect provider"
};
/** Principals of the own account that IAM looks for. */
function trusted(attributes, { account, partition }) {
	const { trust } = awsAttributes(attributes ?? {});
	if (trust === void 0) return [];
	const prefix = `arn:${partition}:iam::${account}:`;
	return principalsOf(trust).flatMap((arn) => {
		const [resource = ""] = arn.startsWith(prefix) ? arn.slice(prefix.length).split("/") : [];
		const what = Object.hasOwn(TRUSTED, resource) ? TRUSTED[resource] : void 0;
		if (what === void 0) return [];
		return [{
			name: arn,
			what: `${what} ${arn}`,
			pointer: principalPointer(trust, arn)
		}];
	});
}

// src/providers/aws/normal-form/references.ts
/**
* Identities of the account that must be there first: policies, identity providers, and whom a trust policy names.
* Policies and providers can only be the account's own, and tell which it is; where none does, the principals that are named
* are taken for its own.
*/
function references(source, attributes) {
	const { attached, boundary, trust } = awsAttributes(attributes);
	const policies = [...Object.keys(attached?.values ?? {}), ...typeof boundary === "string" ? [boundary] : []];
	const principals = trust === void 0 ? [] : principalsOf(trust);
	const home = [...policies, ...principals.filter((one) => one.includes(":oidc-provider/"))].map(accountIn).find((account) => account !== null) ?? null;
	const addresses = [...policies, ...principals].flatMap((arn) => {
		const account = home ?? accountIn(arn);
		return account === null ? [] : addressOfArn(source, arn, account) ?? [];
	});
	return [...new Set(addresses)];
}
function accountIn(arn) {
	const [, partition, account] = /^arn:([a-z0-9-]+):iam::(\d{12}):/u.exec(arn) ?? [];
	return partition === void 0 || account === void 0 ? null : {
		partition,
		account
	};
}

// src/providers/aws/normal-form/to-document.ts
/** A document that says exactly what is live. What could not be read is left out, so it is not managed. */
function toDocument(object, live) {
	const { kind, name } = parseAddress(object.address);
	return {
		kind,
		name: name[0] ?? "",
		spec: specOf(kind, withGaps(object, live), awsFacts(live.facts)),
		notModelled: live.notModelled.filter(({ address }) => address === object.address)
	};
}
/** A list of which a member could not be read keeps what it does not name. */
function withGaps({ address, attributes }, { unreadable }) {
	const gaps = unreadable.flatMap((one) => one.address === address ? one.pointer?.split("/")[1] ?? [] : []);
	return Object.fromEntries(Object.entries(attributes).map(([key, value]) => gaps.includes(key) && isJsonObject(value) && isJsonObject(value["values"]) ? [key, {
		...value,
		others: "keep"
	}] : [key, value]));
}
function specOf(kind, attributes, account) {
	const { path, description, maxSessionSeconds, trust, document, consolePassword, ...rest } = awsAttributes(attributes);
	const { tags, boundary, inline, attached, instanceProfiles, groups, accessKeys, audiences, thumbprints } = rest;
	const reference = (arn) => policyReference$1(arn, account);
	const spec = {
		path,
		description,
		maxSessionSeconds,
		tags: tags === void 0 ? void 0 : mapOf(tags),
		boundary: typeof boundary === "string" ? reference(boundary) : boundary,
		trust: trust === void 0 ? void 0 : { policy: documentOf(trust) },
		document: document === void 0 ? void 0 : documentOf(document),
		inlinePolicies: inline === void 0 ? void 0 : mapOf(inline, documentOf),
		policies: attached === void 0 ? void 0 : namesOf(attached, reference),
		instanceProfiles: instanceProfiles === void 0 ? void 0 : namesOf(instanceProfiles),
		groups: groups === void 0 ? void 0 : namesOf(groups),
		accessKeys: accessKeys === void 0 ? void 0 : mapOf(accessKeys),
		consolePassword,
		audiences: audiences === void 0 ? void 0 : namesOf(audiences),
		thumbprints: thumbprints === void 0 ? void 0 : namesOf(thumbprints)
	};
	const own = SPECS[kind] ?? [];
	return Object.fromEntries(own.flatMap((key) => {
		const value = spec[key];
		return value === void 0 ? [] : [[key, value]];
	}));
}
/** In the order in which people read them. */
const SPECS = {
	[ROLE_KIND]: [
		"path",
		"description",
		"maxSessionSeconds",
		"tags",
		"boundary",
		"trust",
		"policies",
		"inlinePolicies",
		"instanceProfiles"
	],
	[USER_KIND]: [
		"path",
		"tags",
		"boundary",
		"groups",
		"policies",
		"inlinePolicies",
		"accessKeys",
		"consolePassword"
	],
	[POLICY_KIND]: [
		"path",
		"description",
		"tags",
		"document"
	],
	[OIDC_KIND]: [
		"audiences",
		"thumbprints",
		"tags"
	]
};
function namesOf({ others, values }, shown = (name) => name) {
	const names = Object.keys(values).toSorted(compareText).map(shown);
	return others === "keep" ? [...names, { others }] : names;
}
function mapOf({ others, values }, shown = (value) => value) {
	const named = Object.entries(values).toSorted(([left], [right]) => compareText(left, right)).map(([name, value]) => [name, shown(value)]);
	return Object.fromEntries(others === "keep" ? [...named, ["*", "keep"]] : named);
}

// src/providers/aws/outside.ts
/** Provider.outside: the identity by its kind, name and path, and every path that its steps give or take for granted. */
function outside({ boundary }, { address, steps, spec = {} }) {
	const { kind, name } = parseAddress(address);
	const within = boundaryOf(boundary);
	const paths = steps.flatMap(({ effect, expect, result }) => [
		...pathsIn(expect, "path"),
		...pathsIn(result, "path"),
		...isJsonObject(effect) ? [...pathsIn(effect["parameters"], "Path"), ...pathsIn(effect["parameters"], "NewPath")] : [],
		...created(effect)
	]);
	if (!(name.length === 1 && within.kind(kind) && within.name(name[0] ?? ""))) return {
		code: "outside-boundary",
		message: `${address} is no identity within the boundary of its source.`
	};
	const declared = pathsIn(spec, "path").find((path) => !within.path(path));
	if (declared !== void 0) return {
		code: "outside-boundary",
		message: `${address} would be under the path ${declared}, which is not within the boundary of its source.`,
		pointer: "/path"
	};
	const beyond = paths.find((path) => !within.path(path));
	if (beyond === void 0) return null;
	return {
		code: "outside-boundary",
		message: `${address} is or would be under the path ${beyond}, which is not within the boundary of its source. Give it a path that is, or widen the boundary.`
	};
}
function pathsIn(value, key) {
	const path = isJsonObject(value) ? value[key] : void 0;
	return typeof path === "string" ? [path] : [];
}
/** What is made without a path is under the root. */
function created(effect) {
	const { action, parameters } = isJsonObject(effect) ? effect : {};
	if (!isJsonObject(parameters)) return [];
	return typeof action === "string" && /^Create(?:Role|User|Policy)$/u.test(action) && typeof parameters["Path"] !== "string" ? ["/"] : [];
}

// src/providers/aws/reach.ts
/** JSON Schema of a source's `boundary`: which identities of the account are this source's. */
const boundarySchema = {
	type: "object",
	description: "Which identities are managed at all, by path and by name. What AWS makes for itself, under /aws-service-role/ and /aws-reserved/, never is.",
	additionalProperties: false,
	properties: {
		paths: {
			type: "array",
			description: "Beginnings of paths of roles, users and policies, such as /apps/. Left out: every path. OpenID Connect providers have none.",
			minItems: 1,
			maxItems: 100,
			items: {
				type: "string",
				description: "Beginning of a path, with a slash at both ends, such as /apps/.",
				pattern: "^/(?:[!-~]{1,510}/)?$",
				maxLength: 512
			}
		},
		include: {
			type: "array",
			description: "Patterns of names, a star standing for any text. Left out: every name.",
			minItems: 1,
			maxItems: 1e3,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 256
			}
		},
		exclude: {
			type: "array",
			description: "Patterns of names that are left out again.",
			maxItems: 1e3,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 256
			}
		},
		kinds: {
			type: "array",
			description: "Kinds that are managed, and read. Left out: all.",
			minItems: 1,
			uniqueItems: true,
			items: { enum: [
				"AwsIamRole",
				"AwsIamUser",
				"AwsIamPolicy",
				"AwsOidcProvider"
			] }
		}
	}
};
const role = {
	type: "string",
	pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[!-~]+$",
	maxLength: 2048
};
/** JSON Schema of a source's `options`. */
const optionsSchema = {
	type: "object",
	description: "What the source needs besides its connection.",
	additionalProperties: false,
	properties: {
		readRole: {
			...role,
			description: "ARN of the role that the read connection assumes, such as arn:aws:iam::111122223333:role/countersign-reader."
		},
		writeRole: {
			...role,
			description: "ARN of the role that the write connection assumes, such as arn:aws:iam::111122223333:role/countersign-writer."
		},
		externalId: {
			type: "string",
			description: "External id that both roles ask for.",
			minLength: 2,
			maxLength: 1224,
			pattern: "^[\\w+=,.@:/-]+$"
		},
		region: {
			type: "string",
			description: "Region of the partition where the account is, and where STS is asked, such as eu-west-1. Left out: us-east-1.",
			pattern: "^[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}$"
		},
		endpoint: {
			type: "string",
			description: "URL that answers for IAM and STS instead of AWS's own, such as https://aws.example.com.",
			pattern: "^https?://[!-~]+$",
			maxLength: 2048
		},
		managedByTags: {
			type: "array",
			description: "Tags by which other tools mark what they own, so that it is observed only, such as [{ tool: Terraform, key: ManagedBy, values: [terraform] }]. CloudFormation is recognised without.",
			maxItems: 50,
			items: {
				type: "object",
				description: "One tag of one tool.",
				additionalProperties: false,
				required: ["tool", "key"],
				properties: {
					tool: {
						type: "string",
						description: "Name of the tool, for people.",
						minLength: 1,
						maxLength: 60
					},
					key: {
						type: "string",
						description: "Key of the tag.",
						minLength: 1,
						maxLength: 128
					},
					values: {
						type: "array",
						description: "Values that mean it. Left out: any.",
						minItems: 1,
						maxItems: 50,
						items: {
							type: "string",
							maxLength: 256
						}
					}
				}
			}
		},
		quotas: {
			type: "object",
			description: "The account's quotas, where they are not AWS's defaults.",
			additionalProperties: false,
			properties: {
				attachedPolicies: {
					type: "integer",
					description: "Managed policies that one role or user may have. Left out: 10.",
					minimum: 1,
					maximum: 100
				},
				trustCharacters: {
					type: "integer",
					description: "Characters that a trust policy may have, without white space. Left out: 2048.",
					minimum: 1,
					maximum: 1e5
				}
			}
		}
	}
};

// src/providers/aws/risk/demands.ts
/** A value that anything fits. */
const ANYTHING = /^[*?]*$/u;
/** Who acts is given with the identity that a policy is of, so that a condition on it may hold whenever the identity acts. */
const OF_ACTOR = /^aws:(?:Principal|userid$|username$)/u;
/** Shortest prefix of a network that is not a large part of all there are. */
const PREFIX = 8;
/** A condition that also holds where its key is missing, or that only leaves some out, lets nobody in by name. */
function namesSomebody({ operator }) {
	return /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnLike|ArnEquals)$/u.test(operator);
}
/** What a variable stands for is the request's to say: `${sts:ExternalId}` is whatever it has. */
function isVariable(value) {
	return sharedVariables([value]) !== "";
}
function isSaid({ values }) {
	return values.every((value) => !ANYTHING.test(value) && !isVariable(value));
}
/** Whether a condition of what an identity may do leaves out some of what it would do otherwise. */
function narrowsUse(condition) {
	const { operator, key, values } = condition;
	if (operator === "Bool") return key === "aws:MultiFactorAuthPresent" && values.every((value) => value === "true");
	if (operator === "IpAddress") return values.every(isNetwork);
	return namesSomebody(condition) && !OF_ACTOR.test(key) && isSaid(condition);
}
function isNetwork(value) {
	const [, prefix] = /^[0-9a-fA-F.:]+\/(\d+)$/u.exec(value) ?? [];
	return prefix !== void 0 && Number(prefix) >= PREFIX;
}

// src/providers/aws/risk/trust.ts
/** Keys by which somebody is told apart who is let in with everybody. */
const NARROWING = /^aws:(?:PrincipalOrgID|PrincipalOrgPaths|PrincipalAccount|PrincipalArn|SourceOrgID|SourceAccount|SourceArn|userid)$/u;
/** Keys that keep another account from acting for somebody else. */
const AGAINST_DEPUTIES = /^(?:sts:ExternalId|aws:PrincipalOrgID|aws:PrincipalOrgPaths)$/u;
/** A value that stands for one, or for what belongs to one account, organization or identity, whatever a pattern leaves open. */
const OF_ONE = /^(?:[^*?]*$|arn:[^:]*:[^:]*:[^:]*:\d{12}:|o-[a-z0-9]{10,32}\/|A[A-Z0-9]{15,}:)/u;
/** Identity providers that every account has. Source: Principal, web identity sessions, in the IAM guide. */
const BUILT_IN = /* @__PURE__ */ new Set([
	"accounts.google.com",
	"cognito-identity.amazonaws.com",
	"graph.facebook.com",
	"www.amazon.com"
]);
const GITHUB = "token.actions.githubusercontent.com";
/**
* Who is let in that nobody might have meant. Sources: The confused deputy problem, and IAM roles for OpenID Connect, in the IAM
* guide; About security hardening with OpenID Connect, in GitHub's documentation.
* @param account twelve digits of the role's own account; empty: not known
*/
function trustEscalations(gain, account) {
	const { target, when } = placeIn(gain.resource);
	return found(target, conditionsInText(when).filter(namesSomebody), account).map((one) => ({
		gain,
		...one,
		seen: "permissions"
	}));
}
function found(target, conditions, account) {
	if (target.startsWith("all but ")) return [{
		level: "critical",
		what: `trust for ${target}`,
		path: "lets everybody in whom it does not name"
	}];
	const space = target.indexOf(" ");
	const [type, name] = [target.slice(0, space), target.slice(space + 1)];
	if (name === "*") return [everybody(type, conditions)];
	if (type === "AWS") return otherAccount(name, conditions, account);
	return type === "Federated" ? federated(name, conditions) : [];
}
function everybody(type, conditions) {
	const narrow = conditions.find(({ key, values }) => NARROWING.test(key) && values.every((value) => OF_ONE.test(value) && !isVariable(value)));
	return narrow === void 0 ? {
		level: "critical",
		what: `trust for everybody (${type})`,
		path: "whoever has an account at AWS can become it"
	} : {
		level: "medium",
		what: `trust for everybody (${type})`,
		path: `whoever ${narrow.key} fits can become it`
	};
}
function otherAccount(name, conditions, account) {
	const [, other = ""] = /^arn:[^:]*:(?:iam|sts)::(\d{12}):/u.exec(name) ?? [];
	if (other === "" || account === "" || other === account) return [];
	if (conditions.some((one) => AGAINST_DEPUTIES.test(one.key) && isSaid(one))) return [];
	return [{
		level: "high",
		what: `trust for the account ${other}`,
		path: "no external id tells for whom it acts there"
	}];
}
function federated(name, conditions) {
	const [, issuer = name] = /^arn:[^:]*:iam::\d{12}:oidc-provider\/(.+)$/u.exec(name) ?? [];
	if (BUILT_IN.has(name)) return missing(conditions, [
		`${name}:aud`,
		`${name}:app_id`,
		`${name}:sub`
	]) ? [{
		level: "critical",
		what: `trust for ${name}`,
		path: "whoever signs in there, for any application, can become it"
	}] : [];
	if (issuer === name) return [];
	const what = `trust for ${issuer}`;
	const subject = conditions.filter(({ key }) => key === `${issuer}:sub`);
	const widest = subject.length === 0 ? null : widestOf(subject.flatMap(({ operator, values }) => operator.endsWith("Like") ? values : values.filter(isVariable)), issuer === GITHUB);
	const subjects = subject.length === 0 ? [{
		level: "critical",
		what,
		path: `whoever has a token of it can become it: no condition on ${issuer}:sub`
	}] : widest === null ? [] : [{
		...widest,
		what
	}];
	const audience = missing(conditions, [`${issuer}:aud`]) ? [{
		level: "medium",
		what,
		path: `tokens for other services let in, too: no condition on ${issuer}:aud`
	}] : [];
	return [...subjects, ...audience];
}
function missing(conditions, keys) {
	return !conditions.some((one) => keys.includes(one.key) && isSaid(one));
}
/** The widest of some subjects, where it is wide at all. */
function widestOf(subjects, isGithub) {
	const levels = subjects.map((subject) => ({
		subject,
		level: levelOf(subject, isGithub)
	}));
	for (const level of [
		"critical",
		"high",
		"medium"
	]) {
		const worst = levels.find((one) => one.level === level);
		const who = isGithub ? WHO[level] : level === "high" ? "whoever the subject pattern matches" : WHO[level];
		if (worst !== void 0) return {
			level,
			path: `${who} can become it: ${worst.subject}`
		};
	}
	return null;
}
const WHO = {
	critical: "anybody with a token of it",
	high: "whatever the subject pattern matches of one owner",
	medium: "every branch, tag and pull request of one repository"
};
function levelOf(subject, isGithub) {
	if (isVariable(subject)) return "critical";
	return isGithub ? githubLevel(subject) : plainLevel(subject);
}
const SERVICE_ACCOUNT = "system:serviceaccount:";
/** Issuers begin subjects with what sort they are of; a pattern that fixes no more than that is open to everybody. */
function plainLevel(subject) {
	const [fixed = ""] = /^[^*?]*/u.exec(subject) ?? [];
	if (fixed === subject) return null;
	return SERVICE_ACCOUNT.startsWith(fixed) || /^\w*:?$/u.test(fixed) ? "critical" : "high";
}
/** `repo:OWNER/NAME:CONTEXT`: a star counts by what it stands for. */
function githubLevel(subject) {
	if (/^[^*?]*[*?]/u.test(subject) === false) return null;
	const [, owner, name, context] = /^repo:([^/*?]+)\/([^:]*)(?::(.*))?$/u.exec(subject) ?? [];
	if (owner === void 0 || name === void 0) return "critical";
	if (/[*?]/u.test(name)) return "high";
	return /^[^:]*[*?]/u.test(context ?? "") ? "medium" : null;
}

// src/providers/aws/risk/escalations.ts
/** Beyond this many ways a pattern of actions is told as one. */
const SPELT = 3;
/** The ways in which what is gained lets its holder, or whoever is let in, get at more than is listed. */
function escalations({ gains, held, live }) {
	const account = live === null ? "" : awsFacts(live.facts).account;
	return gains.flatMap((gain) => {
		if (gain.action.startsWith("trust (")) return trustEscalations(gain, account);
		if (gain.action === "has policy") return policyEscalations(gain);
		if (gain.action === "vouch for others" || gain.action === "be spoken for") return [providerEscalation(gain)];
		return [...actionEscalations(gain), ...passEscalations(gain, [...gains, ...held])];
	});
}
function providerEscalation(gain) {
	const path = gain.action === "vouch for others" ? "says who somebody is, to every role that trusts it" : "whoever has it may speak for the identity provider";
	return {
		gain,
		level: "high",
		what: gain.resource,
		path,
		seen: "permissions"
	};
}
function policyEscalations(gain) {
	if (!isAdministeringPolicy(gain.resource)) return [];
	const isPowerUser = gain.resource.endsWith("/PowerUserAccess");
	return [{
		gain,
		level: "critical",
		what: gain.resource.slice(gain.resource.lastIndexOf("/") + 1),
		path: isPowerUser ? "can run code as the roles of functions and machines" : "can give itself everything",
		seen: "permissions"
	}];
}
function actionEscalations(gain) {
	const powers = powersIn(gain.action);
	const { target, when } = placeIn(gain.resource);
	const isWide = isMany(target);
	const bounded = when === "" ? "" : ", under a condition";
	const isNarrow = !isWide || conditionsInText(when).some(narrowsUse);
	const leading = (level, what, path) => ({
		gain,
		level: level === "critical" && isNarrow ? "high" : level,
		what: `${what} on ${target}`,
		path: `${path}${bounded}`,
		seen: "permissions"
	});
	const pattern = patternIn(gain.action);
	const assumes = isWide && among(["sts:AssumeRole"], gain.action).length > 0;
	if (isEverything(gain.action)) return [leading("critical", pattern, "can do everything, and give itself what it lacks")];
	const become = assumes ? [leading("critical", "sts:AssumeRole", "can become every role that lets it in")] : [];
	if (powers.length > SPELT) return [leading("critical", pattern, `can give itself anything, in ${powers.length} ways`), ...become];
	return [...powers.flatMap((action) => {
		const power = POWERS[action];
		return power === void 0 ? [] : [leading(power.level, action, power.path)];
	}), ...become];
}
function isMany(target) {
	return hasWildcard(target) || target.startsWith("all but ");
}
/** What stands for everything is told as that. */
function isEverything(action) {
	return patternIn(action) === "*" || action.startsWith("all but ") && powersIn(action).length > SPELT;
}
/** A role that may be passed is used through a service that runs something as it. */
function passEscalations(gain, all) {
	const passes = (one) => among(["iam:PassRole"], one.action).length > 0;
	if (isEverything(gain.action)) return [];
	const may = (action) => all.some((one) => among([action], one.action).length > 0);
	const runs = COMPUTE.filter((actions) => actions.every(may));
	const { target } = placeIn(gain.resource);
	if (passes(gain)) {
		const [first] = runs;
		const isWide = isMany(target);
		const path = first === void 0 ? "can let services act as it" : `can run something as it by ${first.join(" and ")}, and so have what it has`;
		return [{
			gain,
			level: first === void 0 ? "medium" : isWide ? "critical" : "high",
			what: `iam:PassRole on ${target}`,
			path,
			seen: "permissions"
		}];
	}
	const [completes] = runs.filter((actions) => among(actions, gain.action).length > 0);
	const pass = all.find(passes);
	if (completes === void 0 || pass === void 0) return [];
	return [{
		gain,
		level: isMany(placeIn(pass.resource).target) ? "critical" : "high",
		what: gain.action,
		path: "can run something as a role that it may pass, and so have what that has",
		seen: "permissions"
	}];
}

// src/providers/aws/risk/reaches.ts
/** What policies allow, of which the resource is a pattern; all else is said of something by its name. */
const BY_POLICY = /^(?:\*|all but |actions of |[\w*?-]+:)/u;
const EVERYTHING = [{
	resource: "**",
	actions: ["*"]
}];
/** What a permission is about, as globs over the resources that permissions name: of a policy's pattern all that it matches. */
function reaches(permission) {
	const { action, resource } = permission;
	if (action === "has policy" && isAdministeringPolicy(resource)) return EVERYTHING;
	if (!BY_POLICY.test(action)) return [itself(permission)];
	const target = unspelt(placeIn(resource).target);
	const actions = leftOutIn(action) === null ? [patternIn(action).replaceAll("?", "*")] : ["*"];
	return [{
		resource: target.startsWith("all but ") ? "**" : target.replace(/\$\{[^{}]*\}/gu, "*").replace(/[*?]+/gu, "**"),
		actions
	}];
}

// src/providers/aws/risk/model.ts
const awsRisk = {
	reaches,
	escalations,
	ownIdentities({ name: source, options }) {
		const roles = optionsOf({ options });
		const [writer, reader] = [roleFor("write", roles), roleFor("read", roles)];
		return [...writer === null ? [] : identity(source, writer, "writes"), ...reader === null || reader === writer ? [] : identity(source, reader, "reads")];
	}
};
/** A role of another account than its own is none of this source's, wherever its ARN says that it is. */
function identity(source, arn, does) {
	const [, partition = "", , , account = ""] = arn.split(":");
	const address = addressOfArn(source, arn, {
		account,
		partition
	});
	if (address === null) return [];
	return [{
		address,
		resource: arn,
		name: arn.slice(arn.lastIndexOf("/") + 1),
		does
	}];
}

// src/providers/aws/steps/disabled.ts
/** Who has a managed policy now, as a sentence after another one; empty: nobody. */
function usersText({ facts }) {
	const { attachments = 0, boundaries = 0 } = managedPolicyFacts(facts);
	const identities = (number) => `${number} ${number === 1 ? "identity" : "identities"}`;
	const parts = [...attachments > 0 ? [`attached to ${identities(attachments)}`] : [], ...boundaries > 0 ? [`the permissions boundary of ${identities(boundaries)}`] : []];
	return parts.length === 0 ? "" : ` It is ${parts.join(", and ")}.`;
}
/**
* One inline policy that refuses everything: it outweighs whatever else the identity is given, by anybody and later on, also for
* sessions that are open, and taking it away brings back exactly what was there. A user's keys are made inactive besides.
*/
function disabled(object) {
	const { kind } = parseAddress(object.address);
	if (kind !== "AwsIamRole" && kind !== "AwsIamUser") return {
		kind: "blocked",
		blocked: [{
			code: "disable-unsupported",
			message: `This kind cannot be disabled. Let the base document say onRemove: delete or onRemove: forget: keep it here, merge that first, and remove it in the next pull request.${usersText(object)}`
		}]
	};
	const standing = membersOf$1(object.attributes, "inline")[DISABLED];
	if (standing !== void 0 && canonicalize(standing) !== canonicalize(DENY_EVERYTHING)) return {
		kind: "blocked",
		blocked: [{
			code: "disable-name-taken",
			message: `It has an inline policy ${DISABLED} that says something else, which would be lost.`
		}]
	};
	const inline = {
		others: "keep",
		values: { [DISABLED]: DENY_EVERYTHING }
	};
	if (kind === "AwsIamRole") return {
		kind: "after",
		after: { inline }
	};
	const keys = Object.keys(membersOf$1(object.attributes, "accessKeys"));
	return {
		kind: "after",
		after: {
			inline,
			accessKeys: {
				others: "keep",
				values: Object.fromEntries(keys.map((id) => [id, "Inactive"]))
			}
		}
	};
}

// src/providers/aws/steps/in-use.ts
/** Identities that one message names. */
const NAMED = 5;
/** A policy goes only when nobody has it any more; those who let go of it earlier in the plan do not count. @param read all that is known to be live */
function inUse({ address, action, object, released }, read) {
	if (parseAddress(address).kind !== "AwsIamPolicy" || action !== "delete" && action !== "replace") return [];
	const { arn, attachments = 0, boundaries = 0 } = managedPolicyFacts({ ...object?.facts });
	const users = attachments + boundaries - released.size;
	if (users <= 0) return [];
	const known = read.filter((one) => !released.has(one.address) && has(one, arn)).map((one) => one.address);
	return [{
		code: "policy-in-use",
		message: `${`${users} ${users === 1 ? "identity has" : "identities have"} this policy attached or as boundary`}${named(known, users)}, and IAM deletes none that is in use.`
	}];
}
function has({ attributes }, arn) {
	const { attached, boundary } = awsAttributes(attributes);
	return arn !== void 0 && (boundary === arn || Object.hasOwn(attached?.values ?? {}, arn));
}
/** Others than those that were read may have it. */
function named(known, users) {
	if (known.length === 0) return "";
	const shown = known.slice(0, NAMED);
	const left = users - shown.length;
	return ` (${shown.join(", ")}${left > 0 ? ` and ${left} more` : ""})`;
}

// src/providers/aws/steps/blocks.ts
/** Why a change cannot be made, whatever its size. @param read all that is known to be live */
function blocksOf(draft, read = []) {
	return [
		...reservedPath(draft),
		...nameInvalid(draft),
		...incomplete(draft),
		...unissuable(draft),
		...lostByReplacement(draft),
		...inUse(draft, read),
		...otherCredentials(draft),
		...descriptionUnread(draft),
		...tagsOtherwise(draft),
		...principalDeleted(draft)
	];
}
function reservedPath({ after, object }) {
	if (![after, object?.attributes].flatMap((one) => awsAttributes({ ...one }).path ?? []).some(isReservedPath)) return [];
	return [{
		code: "path-reserved",
		message: "What is under this path belongs to AWS and is never written.",
		pointer: "/path"
	}];
}
/** UpdateRole sets a description that it is not told to nothing, so one that is withheld would be lost unseen. */
function descriptionUnread({ action, before, after, object }) {
	if (!(action === "update" && before?.["maxSessionSeconds"] !== after?.["maxSessionSeconds"]) || Object.hasOwn({
		...object?.attributes,
		...after
	}, "description")) return [];
	return [{
		code: "description-unread",
		message: "The description of the role was not read, and IAM would lose it with a new session length: declare the description.",
		pointer: "/maxSessionSeconds"
	}];
}
/** IAM tells keys of tags apart by their letters alone: one spelt otherwise takes the place of the other. */
function tagsOtherwise({ before, after, object }) {
	const live = Object.keys(membersOf$1(object?.attributes, "tags"));
	return addedTo(before, after, "tags").flatMap((name) => {
		const other = live.find((key) => key !== name && key.toLowerCase() === name.toLowerCase());
		if (other === void 0) return [];
		return [{
			code: "tag-spelt-otherwise",
			message: `IAM takes the tag ${name} for ${other}, which is there and would be overwritten: spell it as it is.`,
			pointer: `/tags/values/${escapePointer(name)}`
		}];
	});
}
/** A trust policy that stays as it is may keep them; one that is written may not. */
function principalDeleted({ action, before, after }) {
	const { trust } = awsAttributes({ ...after });
	if (trust === void 0) return [];
	if (action === "update" && canonicalize(trust) === canonicalize(before?.["trust"] ?? null)) return [];
	return principalsOf(trust).filter(isDeletedPrincipal).map((name) => ({
		code: "principal-deleted",
		message: `IAM takes no trust policy that names ${name}, the id of somebody who was deleted: ${DELETED_MEND}`,
		pointer: principalPointer(trust, name)
	}));
}
const NAMES = {
	[ROLE_KIND]: entityName,
	[USER_KIND]: entityName,
	[POLICY_KIND]: policyName,
	[OIDC_KIND]: issuerName
};
function nameInvalid({ address, action }) {
	const { kind, name } = parseAddress(address);
	const rule = NAMES[kind];
	if (action !== "create" || rule === void 0 || new RegExp(rule.pattern, "u").test(name.join("/"))) return [];
	return [{
		code: rule.code,
		message: `${rule.cause} ${rule.mend}`
	}];
}
function incomplete({ address, action, after }) {
	if (action !== "create" && action !== "replace") return [];
	const { kind } = parseAddress(address);
	if (kind === "AwsIamRole" && after?.["trust"] === void 0) return [{
		code: "trust-missing",
		message: "A new role needs to be told who may assume it: declare trust."
	}];
	if (kind === "AwsIamPolicy" && after?.["document"] === void 0) return [{
		code: "policy-document-missing",
		message: "A new policy needs its document: declare it."
	}];
	return [];
}
/** What only AWS can make, and would have to hand over in secret. */
function unissuable({ before, after }) {
	const password = after?.["consolePassword"] === true && before?.["consolePassword"] !== true;
	return [...addedTo(before, after, "accessKeys").map((name) => ({
		code: "access-key-absent",
		message: `The user has no access key ${name}, and none is ever issued: take it out of the document.`,
		pointer: `/accessKeys/values/${name}`
	})), ...password ? [{
		code: "console-password-absent",
		message: "The user has no password for the console, and none is ever given: take it out of the document.",
		pointer: "/consolePassword"
	}] : []];
}
/** Another object in place of this one would come without what no document declares. */
function lostByReplacement({ action, after, object }) {
	if (action !== "replace" || object === null) return [];
	const live = object.attributes;
	const lists = LISTS.filter((list) => keepsOthers(after, list)).filter((list) => {
		const declared = membersOf$1(after, list);
		return Object.keys(membersOf$1(live, list)).some((name) => !Object.hasOwn(declared, name));
	});
	const values = ["boundary", "description"].filter((key) => after?.[key] === void 0 && typeof live[key] === "string");
	const session = after?.["maxSessionSeconds"] === void 0 && (live["maxSessionSeconds"] ?? 3600) !== 3600;
	const lost = [
		...lists,
		...values,
		...session ? ["maxSessionSeconds"] : []
	];
	if (lost.length === 0) return [];
	return [{
		code: "replacement-loses",
		message: `Another object would take its place, without what is live and not declared: ${lost.join(", ")}. Declare it, or take back the change that needs another object.`
	}];
}
/** Members that come; where nothing comes after, nothing does. */
function addedTo(before, after, list) {
	return memberChanges(before, after, list).filter((one) => one.before === void 0).map(({ name }) => name);
}
const CREDENTIALS = [
	["mfaDevices", "MFA devices"],
	["sshKeys", "SSH keys"],
	["signingCertificates", "signing certificates"],
	["serviceSpecific", "credentials for single services"]
];
function otherCredentials({ address, action, object }) {
	if (parseAddress(address).kind !== "AwsIamUser" || action !== "delete") return [];
	const { credentials = {} } = userFacts({ ...object?.facts });
	const left = CREDENTIALS.filter(([key]) => (credentials[key] ?? 0) > 0);
	if (left.length === 0) return [];
	return [{
		code: "user-has-other-credentials",
		message: `IAM deletes no user that still has ${left.map(([, what]) => what).join(", ")}, which are not managed here.`
	}];
}

// src/providers/aws/steps/oidc-provider.ts
/** @param found everything that is live: the call that sets thumbprints replaces them all */
function oidcProviderEdits(before, after, found, arn) {
	const on = { OpenIDConnectProviderArn: arn };
	const audiences = memberChanges(before, after, "audiences");
	const audienceSteps = (changes) => memberSteps("audiences", changes, ({ name, after: kept }) => effect(kept === void 0 ? "RemoveClientIDFromOpenIDConnectProvider" : "AddClientIDToOpenIDConnectProvider", {
		...on,
		ClientID: name
	}));
	return [
		...tagSteps(memberChanges(before, after, "tags"), {
			untag: (keys) => effect("UntagOpenIDConnectProvider", {
				...on,
				TagKeys: [...keys]
			}),
			tag: (tags) => effect("TagOpenIDConnectProvider", {
				...on,
				Tags: tags
			})
		}),
		...thumbprintStep(before, after, found, arn),
		...audienceSteps(audiences.filter((one) => !removed(one))),
		...audienceSteps(audiences.filter(removed))
	];
}
function oidcProviderCreation(name, after) {
	const tags = memberChanges(null, after, "tags");
	const [audiences, thumbprints] = [listed(after, "audiences"), listed(after, "thumbprints")];
	const made = effect("CreateOpenIDConnectProvider", {
		Url: `https://${name}`,
		ClientIDList: audiences.length === 0 ? void 0 : [...audiences],
		ThumbprintList: thumbprints.length === 0 ? void 0 : [...thumbprints],
		Tags: tags.length === 0 ? void 0 : tagList(tags)
	});
	return [creation(made, {
		...members$1("audiences", audiences.map((one) => [one, true])),
		...members$1("thumbprints", thumbprints.map((one) => [one, true])),
		...members$1("tags", tags.map(({ name: key, after: value }) => [key, value]))
	})];
}
/** @param found everything that is live */
function oidcProviderDeletion(found, arn) {
	return [deletion(effect("DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn: arn }), found)];
}
function thumbprintStep(before, after, found, arn) {
	const changes = memberChanges(before, after, "thumbprints");
	if (changes.length === 0) return [];
	const gone = changes.filter(removed).map(({ name }) => name);
	const old = listed(found, "thumbprints");
	const next = [.../* @__PURE__ */ new Set([...old, ...listed(after, "thumbprints")])].filter((one) => !gone.includes(one)).toSorted(compareText);
	const all = [.../* @__PURE__ */ new Set([...old, ...next])].toSorted(compareText);
	return [edit(effect("UpdateOpenIDConnectProviderThumbprint", {
		OpenIDConnectProviderArn: arn,
		ThumbprintList: next
	}), members$1("thumbprints", all.map((one) => [one, old.includes(one) ? true : void 0])), members$1("thumbprints", all.map((one) => [one, next.includes(one) ? true : void 0])))];
}
function listed(attributes, list) {
	return Object.keys(membersOf$1(attributes, list)).toSorted(compareText);
}

// src/providers/aws/steps/turns.ts
/**
* Steps in an order of which every beginning leaves nobody with what they have neither before nor after: what tightens comes first,
* what loosens last. What is given comes before what is taken, so that nobody is without access in between, unless something in the
* midst is not the same for both. Where there is no room for both, all that goes comes before all that comes.
*/
function inTurn(all, room) {
	const apart = !room || all.some(({ turn }) => turn === "either");
	return all.toSorted((left, right) => rankOf(left, apart, room) - rankOf(right, apart, room)).flatMap(({ steps }) => steps);
}
/** @param apart whether what is taken comes before what is given */
function rankOf({ turn, size }, apart, room) {
	switch (turn) {
		case "tightens": return !room && size === "more" ? 4 : 0;
		case "takes": return apart ? 1 : 3;
		case "either": return 5;
		case "gives": return apart ? 6 : 2;
		case "loosens": return !room && size === "less" ? 3 : 7;
	}
}
/** What an edit of a trust policy does to who is let in. */
function turnOfTrust(before, after) {
	if (before === void 0) return "either";
	const [was, is] = [before, after].map(parted);
	return turnOf({
		loosens: !isWithin(is.allowing, was.allowing) || !isWithin(was.refusing, is.refusing),
		tightens: !isWithin(was.allowing, is.allowing) || !isWithin(is.refusing, was.refusing)
	});
}
/** What an edit of a policy does: by what it refuses, where that changes at all. What gives one thing and takes another gives. */
function turnOfPolicy(before, after) {
	const [was, is] = [before, after].map((form) => parted(form ?? {}));
	const changed = {
		loosens: !isWithin(was.refusing, is.refusing),
		tightens: !isWithin(is.refusing, was.refusing)
	};
	if (changed.loosens || changed.tightens) return turnOf(changed);
	return isWithin(is.allowing, was.allowing) ? "takes" : "gives";
}
function turnOf({ loosens, tightens }) {
	if (loosens) return tightens ? "either" : "loosens";
	return "tightens";
}
function parted(form) {
	const all = statementsOf$1(form);
	return {
		allowing: all.filter(({ effect }) => effect === "Allow"),
		refusing: all.filter(({ effect }) => effect === "Deny")
	};
}
/** Whether the whole says all that the part does. False where it is too much to tell. */
function isWithin(part, whole) {
	if (part.length === 0) return true;
	if (whole.length === 0) return false;
	try {
		return textOf([...whole, ...part]) === textOf(whole);
	} catch (error) {
		if (error instanceof CountersignError && error.code === "aws-policy-too-large") return false;
		throw error;
	}
}
function textOf(statements) {
	return canonicalize(settled(statements));
}

// src/providers/aws/steps/permissions.ts
/** Steps about what a role or user may do. */
function permissionTurns(holder, before, after, refuses) {
	const boundary = boundaryTurn(holder, before, after);
	const policies = policyTurns(holder, memberChanges(before, after, "inline"), memberChanges(before, after, "attached"), refuses);
	return boundary?.turn === "loosens" ? [...policies, boundary] : [...boundary === null ? [] : [boundary], ...policies];
}
/** @param found everything that is live */
function takenAway(holder, found, refuses) {
	const [inline, attached] = [memberChanges(found, null, "inline"), memberChanges(found, null, "attached")];
	return inTurn(policyTurns(holder, inline, attached, refuses), true);
}
/** What only refuses comes before, and goes after, what also allows something. */
function policyTurns(holder, inline, attached, refuses) {
	const own = inline.map((one) => ({
		turn: turnOfInline(one),
		...sized(one),
		one,
		steps: inlineSteps(holder, [one])
	}));
	const managed = attached.map((one) => ({
		turn: turnOfAttached(one, refuses),
		...sized(one),
		one,
		steps: attachedSteps(holder, [one])
	}));
	const isLoosening = ({ turn }) => turn === "loosens";
	const isAllowing = ({ one }) => allows(one.before) || allows(one.after);
	const [loosening, coming] = [own.filter(isLoosening), own.filter((one) => !isLoosening(one))];
	const isRefusing = ({ turn }) => turn === "tightens";
	return [
		...coming.filter((one) => !isAllowing(one)),
		...managed.filter(isRefusing),
		...coming.filter(isAllowing),
		...loosening.filter(isAllowing),
		...managed.filter((one) => !isRefusing(one)),
		...loosening.filter((one) => !isAllowing(one))
	].map(({ turn, size, steps }) => ({
		turn,
		size,
		steps
	}));
}
function allows(form) {
	return form !== void 0 && statementsOf$1(form).some(({ effect: is }) => is === "Allow");
}
function sized(change) {
	return { size: removed(change) ? "less" : "more" };
}
function turnOfInline({ before, after }) {
	return turnOfPolicy(before, after);
}
function turnOfAttached(change, refuses) {
	if (removed(change)) return refuses(change.name) ? "loosens" : "takes";
	return refuses(change.name) ? "tightens" : "gives";
}
function inlineSteps(holder, changes) {
	return memberSteps("inline", changes, ({ name, after }) => isJsonObject(after) ? effect(`Put${holder}Policy`, {
		PolicyName: name,
		PolicyDocument: documentOf(after)
	}) : effect(`Delete${holder}Policy`, { PolicyName: name }));
}
function attachedSteps(holder, changes) {
	return memberSteps("attached", changes, ({ name, after }) => effect(after === void 0 ? `Detach${holder}Policy` : `Attach${holder}Policy`, { PolicyArn: name }));
}
/** Which of two bounds is the wider one is not known here. */
function boundaryTurn(holder, before, after) {
	const [old, next] = [awsAttributes(before).boundary ?? null, awsAttributes(after).boundary];
	if (next === void 0 || old === next) return null;
	const made = next === null ? effect(`Delete${holder}PermissionsBoundary`) : effect(`Put${holder}PermissionsBoundary`, { PermissionsBoundary: next });
	return {
		turn: old === null ? "tightens" : next === null ? "loosens" : "either",
		size: "same",
		steps: [edit(made, { boundary: old }, { boundary: next })]
	};
}
/** Only the attributes named. */
function facet(attributes, keys) {
	return Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)));
}

// src/providers/aws/steps/managed-policy.ts
/** IAM keeps no more versions of one policy. */
const VERSIONS = 5;
function policyEdits(before, after, state) {
	const { arn } = state;
	return [...tagSteps(memberChanges(before, after, "tags"), {
		untag: (keys) => effect("UntagPolicy", {
			PolicyArn: arn,
			TagKeys: [...keys]
		}),
		tag: (tags) => effect("TagPolicy", {
			PolicyArn: arn,
			Tags: tags
		})
	}), ...documentSteps(before, after, state)];
}
/** @param after declares a document */
function policyCreation(name, after) {
	const { path, description, document = {} } = awsAttributes(after);
	const tags = memberChanges(null, after, "tags");
	const made = effect("CreatePolicy", {
		PolicyName: name,
		Path: path,
		Description: description ?? void 0,
		PolicyDocument: documentOf(document),
		Tags: tags.length === 0 ? void 0 : tagList(tags)
	});
	return [creation(made, {
		...facet(after, [
			"path",
			"description",
			"document"
		]),
		...members$1("tags", tags.map(({ name: key, after: value }) => [key, value]))
	})];
}
/** @param found everything that is live */
function policyDeletion(found, state) {
	return [...oldVersions(state).map((version) => versionDeletion(state, version)), deletion(effect("DeletePolicy", { PolicyArn: state.arn }), {
		...found,
		...member("versions", state.defaultVersion, true)
	})];
}
/** The version that makes room for a new one; null: there is room. */
function versionInTheWay(state) {
	return state.versions.length < VERSIONS ? null : oldVersions(state)[0] ?? null;
}
/** Oldest first; the default one is not among them. */
function oldVersions({ versions, defaultVersion }) {
	return versions.filter((version) => version !== defaultVersion).toSorted((left, right) => numberOf(left) - numberOf(right));
}
function numberOf(version) {
	return Number(version.replace(/^v/u, ""));
}
function versionDeletion({ arn }, version) {
	return edit(effect("DeletePolicyVersion", {
		PolicyArn: arn,
		VersionId: version
	}), member("versions", version, true), member("versions", version, void 0));
}
function documentSteps(before, after, state) {
	const [old, next] = [facet(before, ["document"]), facet(after, ["document"])];
	const { document } = awsAttributes(after);
	if (document === void 0 || differences(old, next).length === 0) return [];
	const full = versionInTheWay(state);
	return [...full === null ? [] : [versionDeletion(state, full)], edit(effect("CreatePolicyVersion", {
		PolicyArn: state.arn,
		PolicyDocument: documentOf(document),
		SetAsDefault: true
	}), old, next)];
}

// src/providers/aws/steps/one-name.ts
/** IAM takes names that differ in case alone for one name, so that nothing is made beside such another. */
function oneName({ address, action, declared }, { objects }) {
	const { kind, name } = parseAddress(address);
	if (action !== "create" || kind === "AwsOidcProvider") return [];
	const lower = address.toLowerCase();
	const isSame = (one) => one.length === address.length && one !== address && one.toLowerCase() === lower;
	const other = objects.map((one) => one.address).find(isSame) ?? [...declared.keys()].find(isSame);
	if (other === void 0) return [];
	const what = objects.some((one) => one.address === other) ? "is there" : `is declared in ${declared.get(other)}`;
	return [{
		code: "aws-name-spelt-otherwise",
		message: `IAM takes ${name[0]} and ${parseAddress(other).name[0]} for one name, as only capital letters differ, and the other ${what}. Write the name as it is there, or take another.`
	}];
}

// src/providers/aws/steps/permanent.ts
const WHAT = {
	AwsIamRole: "The role",
	AwsIamUser: "The user",
	AwsIamPolicy: "The policy",
	AwsOidcProvider: "The identity provider"
};
/** What of a change cannot be undone by another. */
function permanent({ address, action }, planned) {
	const what = WHAT[parseAddress(address).kind] ?? "The object";
	return [...action === "delete" ? [{
		code: "aws-object-deleted",
		message: `${what} is deleted; one made again under its name is another, which nobody trusts.`
	}] : action === "replace" ? [{
		code: "aws-object-replaced",
		message: `${what} is deleted and made again; whoever trusted or was given the old one has to be told.`
	}] : [], ...planned.flatMap(({ effect }) => lostBy(effect))];
}
function lostBy(effect) {
	const { action, parameters } = isJsonObject(effect) ? effect : {};
	if (!isJsonObject(parameters)) return [];
	const named = (name) => {
		const value = parameters[name];
		return typeof value === "string" ? value : "";
	};
	switch (action) {
		case "DeleteAccessKey": return [{
			code: "access-key-destroyed",
			message: `The access key ${named("AccessKeyId")} is destroyed.`
		}];
		case "DeletePolicyVersion": return [{
			code: "policy-version-deleted",
			message: `Version ${named("VersionId")} of the policy is deleted.`
		}];
		case "DeleteLoginProfile": return [{
			code: "console-password-deleted",
			message: "The password for the console is deleted."
		}];
		default: return [];
	}
}

// src/providers/aws/steps/refuses.ts
/** AWS's own that only refuse. */
const OWN = /^arn:[^:]+:iam::aws:policy\/(?:AWSDenyAll|AWSCompromisedKeyQuarantine(?:V\d+)?)$/u;
/** By what was read with the plan, and what the same plan makes: the text of any other policy is not known here. */
function refusesBy({ address, creates }, live, account) {
	const { source } = parseAddress(address);
	let documents = null;
	const read = (arn) => (documents ??= documentsIn(live)).get(arn);
	return (arn) => {
		if (OWN.test(arn)) return true;
		const made = addressOfArn(source, arn, account);
		return hasDeny(read(arn) ?? (made === null ? void 0 : creates.get(made)?.["document"]));
	};
}
/** By ARN. */
function documentsIn({ objects }) {
	const policies = objects.filter(({ kind }) => kind === POLICY_KIND);
	return new Map(policies.map(({ facts, attributes }) => [facts["arn"], attributes["document"]]));
}
/** Whether a policy in the normal form has a statement that refuses. */
function hasDeny(form) {
	if (!isJsonObject(form)) return false;
	return Object.values(form).some((statement) => isJsonObject(statement) && statement["effect"] === "Deny");
}

// src/providers/aws/steps/role.ts
const SETTINGS = ["description", "maxSessionSeconds"];
/** What CreateRole itself says. */
const CREATED$1 = [
	"path",
	"description",
	"maxSessionSeconds",
	"boundary",
	"trust"
];
/** The role first; then who may become it, by its trust or through an instance profile, and what it may do, in their turn. */
function roleEdits(before, after, { room, refuses }) {
	return [
		...tagSteps(memberChanges(before, after, "tags"), {
			untag: (keys) => effect("UntagRole", { TagKeys: [...keys] }),
			tag: (tags) => effect("TagRole", { Tags: tags })
		}),
		...settingsStep(before, after),
		...inTurn(roleTurns(before, after, refuses), room)
	];
}
/** Who is let in no longer goes before anything is given; who is newly let in comes after everything is taken. */
function roleTurns(before, after, refuses) {
	const entries = [...trustTurn(before, after), ...profileTurns(before, after)];
	return [
		...entries.filter(({ turn }) => turn === "tightens"),
		...permissionTurns("Role", before, after, refuses),
		...entries.filter(({ turn }) => turn !== "tightens")
	];
}
/** @param after declares a trust policy */
function roleCreation(after, refuses) {
	const { path, description, maxSessionSeconds, boundary, trust = {} } = awsAttributes(after);
	const tags = memberChanges(null, after, "tags");
	const made = effect("CreateRole", {
		Path: path,
		Description: description ?? void 0,
		MaxSessionDuration: maxSessionSeconds,
		PermissionsBoundary: boundary ?? void 0,
		AssumeRolePolicyDocument: documentOf(trust),
		Tags: tags.length === 0 ? void 0 : tagList(tags)
	});
	const created = {
		...facet(after, CREATED$1),
		...members$1("tags", tags.map(({ name, after: value }) => [name, value]))
	};
	const edits = roleEdits(facet(after, [...CREATED$1, "tags"]), after, {
		room: true,
		refuses
	});
	return [creation(made, created), ...edits.map(onNew)];
	/** A path tells the new role from one that it replaces, so that no state comes back. */
	function onNew(step) {
		const beside = path === void 0 ? {} : { path };
		return {
			...step,
			expect: {
				...beside,
				...step.expect
			},
			result: {
				...beside,
				...step.result
			}
		};
	}
}
/** IAM deletes a role only when nothing hangs on it any more. @param found everything that is live */
function roleDeletion(found, refuses) {
	const bare = (list) => ({ [list]: {
		others: "remove",
		values: {}
	} });
	return [
		...profileSteps(memberChanges(found, null, "instanceProfiles")),
		...takenAway("Role", found, refuses),
		deletion(effect("DeleteRole"), {
			...found,
			...bare("inline"),
			...bare("attached"),
			...bare("instanceProfiles")
		})
	];
}
function settingsStep(before, after) {
	const [old, next] = [facet(before, SETTINGS), facet(after, SETTINGS)];
	if (differences(old, next).length === 0) return [];
	const { description, maxSessionSeconds } = next;
	const changed = SETTINGS.filter((key) => old[key] !== next[key] && next[key] !== void 0);
	return [edit(effect("UpdateRole", {
		Description: changed.includes("description") ? description ?? "" : void 0,
		MaxSessionDuration: changed.includes("maxSessionSeconds") ? maxSessionSeconds : void 0
	}), facet(old, changed), facet(next, changed))];
}
function trustTurn(before, after) {
	const [old, next] = [facet(before, ["trust"]), facet(after, ["trust"])];
	const { trust } = awsAttributes(after);
	if (trust === void 0 || differences(old, next).length === 0) return [];
	const step = edit(effect("UpdateAssumeRolePolicy", { PolicyDocument: documentOf(trust) }), old, next);
	return [{
		turn: turnOfTrust(awsAttributes(before).trust, trust),
		size: "same",
		steps: [step]
	}];
}
function profileTurns(before, after) {
	const changes = memberChanges(before, after, "instanceProfiles");
	return [{
		turn: "tightens",
		size: "same",
		steps: profileSteps(changes.filter(removed))
	}, {
		turn: "loosens",
		size: "same",
		steps: profileSteps(changes.filter((one) => !removed(one)))
	}];
}
function profileSteps(changes) {
	return memberSteps("instanceProfiles", changes, ({ name, after }) => effect(after === void 0 ? "RemoveRoleFromInstanceProfile" : "AddRoleToInstanceProfile", { InstanceProfileName: name }));
}

// src/providers/aws/steps/user.ts
/** What CreateUser itself says. */
const CREATED = ["path", "boundary"];
/** The user first; then its credentials and what it may do, in their turn. */
function userEdits(before, after, { room, refuses }) {
	const groups = memberChanges(before, after, "groups");
	const keys = memberChanges(before, after, "accessKeys");
	const isBack = (one) => one.after === "Active";
	const turns = [
		{
			turn: "tightens",
			size: "same",
			steps: keySteps(keys.filter((one) => !isBack(one)))
		},
		{
			turn: "tightens",
			size: "same",
			steps: passwordStep(before, after)
		},
		...permissionTurns("User", before, after, refuses),
		{
			turn: "gives",
			size: "same",
			steps: groupSteps(groups.filter((one) => !removed(one)))
		},
		{
			turn: "takes",
			size: "same",
			steps: groupSteps(groups.filter(removed))
		},
		{
			turn: "loosens",
			size: "same",
			steps: keySteps(keys.filter(isBack))
		}
	];
	return [
		...tagSteps(memberChanges(before, after, "tags"), {
			untag: (names) => effect("UntagUser", { TagKeys: [...names] }),
			tag: (tags) => effect("TagUser", { Tags: tags })
		}),
		...pathStep(before, after),
		...inTurn(turns, room)
	];
}
function userCreation(after, refuses) {
	const { path, boundary } = awsAttributes(after);
	const tags = memberChanges(null, after, "tags");
	const made = effect("CreateUser", {
		Path: path,
		PermissionsBoundary: boundary ?? void 0,
		Tags: tags.length === 0 ? void 0 : tagList(tags)
	});
	const created = {
		...facet(after, CREATED),
		...members$1("tags", tags.map(({ name, after: value }) => [name, value]))
	};
	const edits = userEdits(facet(after, [...CREATED, "tags"]), after, {
		room: true,
		refuses
	});
	return [creation(made, created), ...edits];
}
/** IAM deletes a user only when nothing hangs on it any more. @param found everything that is live */
function userDeletion(found, refuses) {
	const bare = Object.fromEntries([
		"inline",
		"attached",
		"groups",
		"accessKeys"
	].filter((list) => found[list] !== void 0).map((list) => [list, {
		others: "remove",
		values: {}
	}]));
	const password = found["consolePassword"] === void 0 ? {} : { consolePassword: false };
	return [
		...keySteps(memberChanges(found, null, "accessKeys")),
		...passwordStep(found, password),
		...groupSteps(memberChanges(found, null, "groups")),
		...takenAway("User", found, refuses),
		deletion(effect("DeleteUser"), {
			...found,
			...bare,
			...password
		})
	];
}
function pathStep(before, after) {
	const [old, next] = [awsAttributes(before).path, awsAttributes(after).path];
	if (next === void 0 || old === void 0 || old === next) return [];
	return [edit(effect("UpdateUser", { NewPath: next }), { path: old }, { path: next })];
}
function groupSteps(changes) {
	return memberSteps("groups", changes, ({ name, after }) => effect(after === void 0 ? "RemoveUserFromGroup" : "AddUserToGroup", { GroupName: name }));
}
/** A key that goes is made inactive first: until it is destroyed, whoever still needs it can have it back. */
function keySteps(changes) {
	return changes.flatMap(({ name, before, after }) => [...before === "Active" || after !== void 0 ? [edit(effect("UpdateAccessKey", {
		AccessKeyId: name,
		Status: after ?? "Inactive"
	}), member("accessKeys", name, before), member("accessKeys", name, after ?? "Inactive"))] : [], ...after === void 0 ? [edit(effect("DeleteAccessKey", { AccessKeyId: name }), member("accessKeys", name, "Inactive"), member("accessKeys", name, void 0))] : []]);
}
function passwordStep(before, after) {
	const [old, next] = [awsAttributes(before).consolePassword, awsAttributes(after).consolePassword];
	if (old !== true || next !== false) return [];
	return [edit(effect("DeleteLoginProfile"), { consolePassword: true }, { consolePassword: false })];
}

// src/providers/aws/steps/steps.ts
/** See Provider.steps. One call of IAM is one step; what IAM would refuse is said beforehand. */
function steps(draft, live) {
	const facts = awsFacts(live.facts);
	const blocked = [
		...blocksOf(draft, live.objects),
		...oneName(draft, live),
		...prospective(draft, facts)
	];
	const planned = blocked.some(({ code }) => UNSTEPPED.has(code)) ? [] : stepsOf(draft, facts, refusesBy(draft, live, facts));
	return {
		steps: planned,
		irreversible: permanent(draft, planned),
		blocked
	};
}
/** Without what these say is missing, no step can be spelt. */
const UNSTEPPED = /* @__PURE__ */ new Set(["trust-missing", "policy-document-missing"]);
function prospective(draft, facts) {
	return draft.after === null ? [] : limitsOf(prospectOf(draft, draft.after, facts));
}
function prospectOf({ address, object, action }, after, facts) {
	return {
		kind: parseAddress(address).kind,
		after,
		object: action === "replace" ? null : object,
		facts
	};
}
function stepsOf(draft, facts, refuses) {
	const { before, after } = draft;
	switch (draft.action) {
		case "create": return creationOf(draft, after ?? {}, refuses);
		case "update":
		case "disable": return editsOf(draft, before ?? {}, after ?? {}, facts, refuses);
		case "delete": return deletionOf(draft, facts, refuses);
		case "replace": return [...deletionOf(draft, facts, refuses), ...creationOf(draft, after ?? {}, refuses)];
	}
}
function creationOf({ address }, after, refuses) {
	const { kind, name } = parseAddress(address);
	switch (kind) {
		case ROLE_KIND: return roleCreation(after, refuses);
		case USER_KIND: return userCreation(after, refuses);
		case POLICY_KIND: return policyCreation(name[0] ?? "", after);
		default: return oidcProviderCreation(name[0] ?? "", after);
	}
}
function editsOf(draft, before, after, facts, refuses) {
	const { kind, name } = parseAddress(draft.address);
	const around = {
		room: roomForBoth(prospectOf(draft, after, facts)),
		refuses
	};
	switch (kind) {
		case ROLE_KIND: return roleEdits(before, after, around);
		case USER_KIND: return userEdits(before, after, around);
		case POLICY_KIND: return policyEdits(before, after, policyStateOf(draft, facts));
		default: return oidcProviderEdits(before, after, foundIn(draft), oidcProviderArn(name[0] ?? "", facts));
	}
}
function deletionOf(draft, facts, refuses) {
	const { kind, name } = parseAddress(draft.address);
	const found = foundIn(draft);
	switch (kind) {
		case ROLE_KIND: return roleDeletion(found, refuses);
		case USER_KIND: return userDeletion(found, refuses);
		case POLICY_KIND: return policyDeletion(found, policyStateOf(draft, facts));
		default: return oidcProviderDeletion(found, oidcProviderArn(name[0] ?? "", facts));
	}
}
/** Everything that is live, whatever of it is managed. */
function foundIn({ object, before }) {
	return object?.attributes ?? before ?? {};
}
/** What an earlier reading did not tell is taken for the first version, on which the write then says whether that is so. */
function policyStateOf({ address, object }, facts) {
	const { arn, versions, defaultVersion } = managedPolicyFacts(object?.facts ?? {});
	const path = awsAttributes(object?.attributes ?? {}).path ?? "/";
	return {
		arn: arn ?? arnOfPolicy(parseAddress(address).name[0] ?? "", path, facts),
		defaultVersion: defaultVersion ?? "v1",
		versions: versions === void 0 ? ["v1"] : Object.keys(versions)
	};
}

// src/providers/aws/index.ts
/** Roles, users, managed policies and identity providers of one AWS account. */
const aws = {
	name: "aws",
	kinds: [
		roleKind,
		userKind,
		managedPolicyKind,
		oidcProviderKind
	],
	boundarySchema,
	optionsSchema,
	lint: lintSpec,
	normalize,
	project: ({ attributes }, guide) => project(attributes, guide),
	inventory: ({ attributes }) => attributes,
	disabled,
	references: (source, _, attributes) => references(source, attributes),
	mentions,
	steps,
	outside,
	permissions: (address, attributes) => permissionsOf(address, awsAttributes(attributes)),
	risk: awsRisk,
	expansions: () => ({}),
	summary,
	toDocument,
	access: awsAccess,
	reader: awsReader
};
function summary({ facts, objects }) {
	const { account } = awsFacts(facts);
	if (account === "") return "AWS, not read";
	return `AWS account ${account}, ${objects.length} ${objects.length === 1 ? "identity" : "identities"}`;
}

export { aws };