import { t as APPROVAL_CODES } from "./codes.js";
import { t as VERIFY_CODES } from "./problems.js";

// src/core/codes/apply.ts
const NEXT_RUN$1 = "Nothing is lost: the next run continues, or run the apply workflow now.";
const RECONCILE = "Open a pull request with a Reconciliation, if the change is still wanted.";
const ANEW = "compare what is declared with the live systems, name another branch in `ledger.branch`, and let an administrator dispatch `init`.";
const APPLY_CODES = {
	title: "Apply",
	intro: "A landing ends in `applied`, `partial`, `refused`, `superseded` or `nothing`; `unfinished` is taken up by the next run. Each step has a receipt: `applied`, `already-applied`, `conflict`, `failed`, `ambiguous`, `waiting` or `not-attempted`.",
	shows: ["apply"],
	codes: {
		"direct-push": {
			meaning: "A commit that touches identities or rules belongs to no pull request, so nobody approved it.",
			next: RECONCILE
		},
		"landing-unattributed": {
			meaning: "A commit that touches identities or rules came so lately that GitHub may not know its pull request yet.",
			next: NEXT_RUN$1
		},
		"governance-unapproved": {
			meaning: "Rule files in force are not what was last approved, so nothing is approved and nothing written.",
			next: "Restore them, or let administrators approve a pull request about nothing but these files; docs/landings.md says how.",
			shows: ["gate", "apply"]
		},
		"landing-differs": {
			meaning: "What landed is not what was planned.",
			next: RECONCILE
		},
		"landing-invalid": {
			meaning: "The documents at the landing have errors.",
			next: "Mend them in a pull request, which has a plan of its own."
		},
		"landing-unreadable": {
			meaning: "What landed cannot be read.",
			next: "Mend what the message names in a pull request."
		},
		superseded: {
			meaning: "A later landing changed the same documents or rules.",
			next: "Nothing has to be done: its own plan decides."
		},
		"apply-expired": {
			meaning: "It was not begun within `applyWithinDays` of the landing: all of it, or the identities that were not.",
			next: RECONCILE
		},
		conflict: {
			meaning: "Live state is not what the step expects; attribute, planned and found value are named.",
			next: "Find who changed it, then plan again with a Reconciliation."
		},
		"target-mismatch": {
			meaning: "The write connection leads to another system than the one that was planned.",
			next: "Correct the write credential, then ask for the same again with a Reconciliation: this apply has ended."
		},
		"writer-missing": {
			meaning: "The source has no write connection in this job.",
			next: "Hand its secret to the apply job under the name that the configuration gives."
		},
		"step-retries-exhausted": {
			meaning: "The live system kept asking to repeat a step.",
			next: NEXT_RUN$1
		},
		"live-state-unread": {
			meaning: "The live system could not be read through the write connection.",
			next: `Mend what is named. ${NEXT_RUN$1}`
		},
		"earlier-landing-unfinished": {
			meaning: "An earlier landing about the same identity is not finished.",
			next: NEXT_RUN$1
		},
		"apply-unfinished": {
			meaning: "The run stopped before the end.",
			next: NEXT_RUN$1
		},
		"source-gone": {
			meaning: "The source is no longer configured.",
			next: RECONCILE,
			shows: ["plan", "apply"]
		},
		"source-observed": {
			meaning: "The source is only observed now.",
			next: RECONCILE,
			shows: ["plan", "apply"]
		},
		"access-widened": {
			meaning: "The change would give access that its publication did not show, as this version of the engine sees it.",
			next: `Let it be planned and approved anew. ${RECONCILE}`
		},
		"follow-up-placeless": {
			meaning: "The globs leave no path for a document that asks again for what was not applied, or its name is taken.",
			next: RECONCILE
		},
		"follow-up-branch-taken": {
			meaning: "The branch that is to ask again for what was not applied, or a pull request from it, holds what somebody else put there.",
			next: "Look who pushed the branch and delete it, then open a pull request with a Reconciliation by hand."
		},
		"history-rewritten": {
			meaning: "The default branch no longer holds the commit up to which landings are settled.",
			next: `Restore the branch. Otherwise ${ANEW}`
		},
		"history-too-long": {
			meaning: "The default branch grew by more than 2,000 commits since every landing was finished.",
			next: `Mend what keeps an apply from finishing before it comes to that. Afterwards ${ANEW}`
		},
		"history-unreadable": {
			meaning: "GitHub does not list a commit that the ledger names.",
			next: "Run again; if it stays, the history was rewritten."
		},
		"lease-lost": {
			meaning: "Another run took the apply lease, so this one stopped before its next write.",
			next: NEXT_RUN$1
		},
		"lease-contended": {
			meaning: "The lease kept moving while it was being taken.",
			next: "Run again; look who writes to its branch."
		},
		"lease-holder-unknown": {
			meaning: "The lease is held by a run that GitHub no longer has, or that has not begun, so that perhaps nobody is at it.",
			next: "Run again when it has expired, within half an hour; if it stays so, look who writes to its branch."
		},
		"sink-missing": {
			meaning: "There is nowhere to put an issued secret.",
			next: "Report it: no kind of identity issues any yet."
		}
	}
};

// src/core/codes/with-next.ts
/** Joins the sentences of codes that stand with their owner to what is to be done about each. `shows`: where the topic does not say it. */
function withNext(meanings, next, shows = {}) {
	const codes = Object.keys(meanings);
	return Object.fromEntries(codes.map((code) => {
		const where = shows[code];
		const entry = {
			meaning: meanings[code],
			next: next[code]
		};
		return [code, where === void 0 ? entry : {
			...entry,
			shows: where
		}];
	}));
}

// src/core/codes/approval.ts
const NEW_REVIEW = "Review again: what counts is a new approval of the plan that stands now.";
const ANOTHER_PERSON = "Ask another person for a review.";
const NEXT_RUN = "Run the plan workflow again.";
const NEW_PLAN = "Run the plan workflow again; the plan that it publishes is the one to review.";
const FOLLOW_UP = "Open a follow-up pull request with a Reconciliation, if the change is still wanted.";
const NEXT$1 = {
	approved: "Merge: exactly this plan is applied.",
	"begun-under-approval": "Nothing has to be done.",
	"approval-missing": "Ask the people whom the check names for a review.",
	"nobody-eligible": "Name more people in the configuration, or let somebody review who did not contribute.",
	"changes-requested": "Settle it with that person, who then approves; or an eligible person dismisses the review and does not contribute afterwards. Where it was dismissed in vain, GitHub lets nobody dismiss it again: that person reviews anew, or the change goes into a new pull request.",
	"policy-denied": "Change the plan so that the policy permits it; or change the policy, or bring an exception to the rule (docs/policies.md#exceptions), in a pull request of its own.",
	"base-not-default": "Retarget the pull request to the default branch.",
	"plan-incomplete": "Mend what could not be read, then run the plan workflow again; reviews stay as they are.",
	"plan-not-applyable": "Mend what the plan names as blocked.",
	"run-absent": `${NEW_PLAN} After a landing: ${FOLLOW_UP}`,
	"run-unpublished": NEXT_RUN,
	"run-ended": `${NEW_REVIEW} After a landing: ${FOLLOW_UP}`,
	"run-retargeted": `${NEW_PLAN} After a landing: ${FOLLOW_UP}`,
	"digest-differs": NEW_REVIEW,
	"head-not-published": NEXT_RUN,
	"comment-gone": NEW_PLAN,
	"comment-edited": NEW_PLAN,
	"author-unknown": "Let a person with an account open the pull request anew.",
	"contributor-unknown": "Let that commit be made anew with an address that belongs to an account.",
	"contributor-not-a-person": "List the bot in the base configuration, or make its commits anew by a person.",
	"team-unreadable": "Check the name of the team, and its id where it is pinned, and hand the publish and apply jobs the token of an App with the organization permission members (read); or list the people in a group of `people`.",
	"pushers-unreadable": "Run again; if it stays, check the permissions of the token. A landing waits for it as long as it may.",
	"contributors-incomplete": "Run again; if it stays, open the pull request anew from a branch of this repository.",
	"review-superseded": "Nothing has to be done: the later review is judged.",
	"review-dismissed": NEW_REVIEW,
	"review-other-head": NEW_REVIEW,
	"review-before-publication": NEW_REVIEW,
	"review-after-landing": FOLLOW_UP,
	"review-code-missing": "Review again with the code that the comment shows in the text of the review.",
	"review-body-edited": "Review again; do not edit the text of a review that quotes a code.",
	"reviewer-not-a-person": ANOTHER_PERSON,
	"reviewer-login-taken": "Ask the person who is meant, or pin the account that has the login now in a pull request of its own.",
	"reviewer-without-permission": "Ask a person with write permission for a review.",
	"reviewer-is-author": ANOTHER_PERSON,
	"reviewer-contributed": "Ask a person for a review who neither committed nor pushed to the branch.",
	"reviewer-excluded": ANOTHER_PERSON
};
const APPROVAL_TOPIC = {
	title: "Approval",
	intro: "Why a review counts or does not, and why the check `countersign/approval` is not green. The same function decides at the gate and again at the apply.",
	shows: ["gate", "apply"],
	codes: withNext(APPROVAL_CODES, NEXT$1, {
		"base-not-default": [
			"plan",
			"gate",
			"apply"
		],
		"team-unreadable": [
			"gate",
			"apply",
			"doctor"
		]
	})
};
const REQUIREMENT_CODES = {
	title: "Who has to approve",
	intro: "Why a plan asks for an approval of these people.",
	shows: ["plan", "gate"],
	codes: {
		someone: {
			meaning: "At least one person always approves.",
			next: "Ask anyone with write permission."
		},
		owner: {
			meaning: "The owner of a changed identity approves, and after a change of owner both.",
			next: "Ask the people named."
		},
		adoption: {
			meaning: "A document takes an object over that another tool managed; the owner of the source is asked.",
			next: "Look whether the other tool no longer changes it."
		},
		widening: {
			meaning: "Access is widened, or may be where nobody can tell (`access-unknown`), and the configuration asks these people besides.",
			next: "Ask the people named."
		},
		irreversible: {
			meaning: "A change cannot be undone; risk high, and the configuration asks for more people, who quote the code.",
			next: "Read what cannot be undone, then approve with the code in the text of the review."
		},
		governance: {
			meaning: "The rules change, so administrators approve by the rules before.",
			next: "Ask an administrator."
		},
		"unapplied-base": {
			meaning: "The last landing about the identity was not applied, or new rules took its document in, so the source's owner is asked besides.",
			next: "Ask the source's owner."
		},
		"unapplied-contributors": {
			meaning: "Not everybody is known who contributed to the last landing about the identity, which was not applied.",
			next: "Ask an administrator besides, who had no part in it."
		},
		"bot-contributed": {
			meaning: "Bots contributed, so one more person than otherwise needed approves for each.",
			next: "Ask another person for a review."
		}
	}
};
const CONTRIBUTOR_CODES = {
	title: "At the gate",
	intro: "What else keeps a plan from being published or approved.",
	shows: ["gate"],
	codes: {
		"head-shared": {
			meaning: "Another open pull request has the same head; a check belongs to a commit, so neither is green.",
			next: "Push another commit, or close one of them."
		},
		"merge-differs": {
			meaning: "Merging it now would bring something else than what its own commits are judged to bring.",
			next: "Update the branch from its base; the next run plans both together."
		},
		"merge-unknown": {
			meaning: "GitHub has not worked out what merging it makes, so it cannot be compared with the plan.",
			next: NEXT_RUN
		},
		"pull-request-moved": {
			meaning: "The pull request moved while this was planned, so nothing is posted.",
			next: "Nothing has to be done: the next run looks again."
		},
		"plan-stale": {
			meaning: "Another plan of this pull request was published after this one was computed, or it was computed more than two hours ago; nothing is posted.",
			next: "Nothing has to be done: the next run plans again. Running only the publish job again does not help."
		},
		"commits-truncated": {
			meaning: "The pull request has more commits than GitHub lists, so not all contributors are known.",
			next: "Squash the branch to fewer commits."
		},
		"commits-moved": {
			meaning: "The commits that GitHub lists do not reach the head.",
			next: NEXT_RUN
		},
		"head-repository-gone": {
			meaning: "The fork was deleted, and with it the record of who pushed.",
			next: "Open the pull request anew from a branch of this repository."
		},
		"pushers-incomplete": {
			meaning: "The record of pushes to the branch has a gap.",
			next: "Run again; if it stays, open the pull request anew from a new branch."
		},
		"pushers-too-many": {
			meaning: "The record of pushes to the branch is longer than is read.",
			next: "Open the pull request anew from a new branch."
		},
		"fork-pushers-unreadable": {
			meaning: "The record of who pushed to the fork cannot be read.",
			next: "Open the pull request anew from a branch of this repository."
		}
	}
};

// src/core/codes/command-line.ts
const COMMAND_LINE_CODES = {
	title: "Command line",
	intro: "What only the commands on your own machine say.",
	shows: ["CLI"],
	codes: {
		"node-too-old": {
			meaning: "This Node is too old.",
			next: "Use Node 24 or newer."
		},
		unexpected: {
			meaning: "A command failed in a way that was not foreseen.",
			next: "Report it, with the places that are printed."
		},
		"configuration-missing": {
			meaning: "There is no configuration.",
			next: "Write `.github/countersign.yaml`, or name one with `--config`."
		},
		"file-missing": {
			meaning: "There is no such file.",
			next: "Check the path."
		},
		"not-a-file": {
			meaning: "This is not a file.",
			next: "Name a file."
		},
		symlink: {
			meaning: "This is a symbolic link, or stands in a folder that is one.",
			next: "Put the file itself here: what a link leads to is not what is reviewed."
		},
		"file-unreadable": {
			meaning: "The file cannot be read.",
			next: "Check its permissions."
		},
		"file-unwritable": {
			meaning: "A file cannot be written.",
			next: "Check the permissions of the folder and the room on the disk."
		},
		"too-many-files": {
			meaning: "The working tree has more files, or deeper folders, than are looked through.",
			next: "Name the files on the command line."
		},
		"rules-unreadable": {
			meaning: "A rule file cannot be read.",
			next: "Make it a plain file within the limits."
		},
		"out-missing": {
			meaning: "The command does not know where to write.",
			next: "Name a folder or a file with `--out`."
		},
		"out-not-a-file": {
			meaning: "The path is a symbolic link, or goes through one.",
			next: "Name a plain file."
		},
		"file-in-the-way": {
			meaning: "A file appeared where a document was to be written.",
			next: "Run the import again."
		},
		"arguments-contradict": {
			meaning: "Two options ask for different things.",
			next: "Give one of the two."
		},
		"policy-question-missing": {
			meaning: "It is not said what is to be done with policies.",
			next: "Write `policy test [DIR]`, `policy explain PLAN.json`, `policy controls PLAN.json` or `policy try POLICY --ledger DIR`."
		},
		"last-malformed": {
			meaning: "This is no number of plans to look at.",
			next: "Write a whole number from 1 to 1000."
		},
		"base-unknown": {
			meaning: "It is not known which commit to compare with.",
			next: "Name one with `--base`, or use `--all`."
		},
		"base-not-installed": {
			meaning: "The commit to compare with has no configuration.",
			next: "Use `--all`, which takes the one of the working tree."
		},
		"not-at-root": {
			meaning: "This folder is not the root of its repository.",
			next: "Run the command in the root."
		},
		"git-unreadable": {
			meaning: "Git could not read this repository.",
			next: "Check the clone with `git fsck`; a partial clone has to fetch its objects first."
		},
		"plan-unreadable": {
			meaning: "The file of a plan cannot be read.",
			next: "Name a plain file of the size that is possible."
		},
		"plan-malformed": {
			meaning: "This is not a plan.",
			next: "Give what `countersign plan --out` wrote."
		},
		"access-question-missing": {
			meaning: "It is not said whose access is asked for.",
			next: "Name an identity, a resource with `--resource`, or a plan with `--plan`."
		},
		"access-source-unclear": {
			meaning: "Several sources could be meant.",
			next: "Name one with `--source`."
		},
		"access-not-modelled": {
			meaning: "Nobody can tell who may do what in a source of this kind yet.",
			next: "Look at the system's own tools."
		},
		"access-principal-unknown": {
			meaning: "The source has no identity of this address, also not outside of its boundary.",
			next: "Check the spelling; `import` names what there is. What is only declared so far is known with `--plan FILE`, as the plan leaves it."
		},
		"access-resource-unknown": {
			meaning: "The source has no such resource.",
			next: "Write it as the list of an identity does, such as `table billing.invoices`."
		},
		"access-plan-elsewhere": {
			meaning: "The plan is not about the system that was read.",
			next: "Plan again, or read the system that was planned.",
			shows: ["plan", "CLI"]
		},
		"live-unusable": {
			meaning: "The file given with `--live` does not hold what was read of this source.",
			next: "Give a file that `countersign access --save` wrote."
		},
		"live-state-unusable": {
			meaning: "A file that was handed on holds no state of a source, or two are of one source.",
			next: "Give what `countersign read` or the command `read` of the action wrote, unchanged.",
			shows: ["plan", "CLI"]
		},
		"anchor-malformed": {
			meaning: "This is not an anchor.",
			next: "Write the entry's index, a colon and its hash."
		},
		"anchor-unreadable": {
			meaning: "The file given with --anchor cannot be read.",
			next: "Name a file that exists."
		},
		"keys-unreadable": {
			meaning: "The file given with --keys cannot be read.",
			next: "Name a file that exists."
		},
		"keys-unusable": {
			meaning: "The file given with --keys says nothing about whose signatures count.",
			next: "Write what the configuration has under `ledger.signing`, as JSON or YAML; or Ed25519 keys by their ids."
		},
		"ledger-place-missing": {
			meaning: "There is no such folder with a ledger.",
			next: "Give the folder of a checked-out ledger, or of a git repository that has the ledger's branch."
		},
		"schema-definitions-collide": {
			meaning: "Two schemas define one name differently.",
			next: "Report it as a defect."
		}
	}
};

// src/core/codes/documents.ts
const DOCUMENT_CODES = {
	title: "Documents and configuration",
	intro: "What `countersign validate` reports, with file, line and column. A plan reads the same files, and is red for the same errors.",
	shows: ["configuration"],
	codes: {
		"missing-key": {
			meaning: "A key that has to be there is not.",
			next: "Add it; the message says what belongs there."
		},
		"missing-value": {
			meaning: "A key has no value.",
			next: "Write one, or remove the key."
		},
		"unknown-key": {
			meaning: "There is no such key here.",
			next: "Correct its spelling; the message names the nearest."
		},
		"wrong-type": {
			meaning: "A value is of another type than it has to be.",
			next: "Write the type that is named."
		},
		"wrong-value": {
			meaning: "A value is none of those that are possible.",
			next: "Write one of those named."
		},
		"wrong-format": {
			meaning: "A text does not have the form that it has to have.",
			next: "Write it as the message says."
		},
		"out-of-bounds": {
			meaning: "A value is too small, too large, too long or too many.",
			next: "Keep to the bound that is named."
		},
		"not-text": {
			meaning: "A text without quotes is read as a number or as true or false.",
			next: "Quote it."
		},
		"no-form-fits": {
			meaning: "A value has none of the forms allowed here.",
			next: "Use one of the forms that are named."
		},
		"not-a-document": {
			meaning: "This is no mapping with apiVersion, kind, metadata and spec.",
			next: "Write these four keys."
		},
		"unknown-api-version": {
			meaning: "No document format has this name.",
			next: "Write the apiVersion that is named, or take the file out of the desired-state globs."
		},
		"unknown-kind": {
			meaning: "No kind has this name.",
			next: "Correct the spelling.",
			shows: ["configuration", "CLI"]
		},
		"unknown-source": {
			meaning: "The configuration has no source of this name.",
			next: "Name one of its sources, or add the source first.",
			shows: ["configuration", "CLI"]
		},
		"wrong-source": {
			meaning: "The source belongs to another provider than the kind.",
			next: "Name a source of that provider."
		},
		"unknown-people": {
			meaning: "A name is neither a group of the configuration nor in one.",
			next: "Name a group, or add the person to one."
		},
		"ambiguous-people": {
			meaning: "A name is both a login and a group.",
			next: "Rename the group."
		},
		"team-unchecked": {
			meaning: "A team was named, and whether its members can be read is not known here.",
			next: "Hand the publish and apply jobs the token of an App with the organization permission members (read).",
			shows: ["configuration", "CLI"]
		},
		"person-unpinned": {
			meaning: "A login that decides about approvals is not pinned to its account, and could pass to somebody else.",
			next: "Pin it: `ana#583231`, the number from `gh api users/ana --jq .id`.",
			shows: ["configuration", "CLI"]
		},
		"team-unpinned": {
			meaning: "A team that decides about approvals is named by its slug alone, which could become that of another team.",
			next: "Pin it: `@org/team#4711`, the number from `gh api orgs/ORG/teams/TEAM --jq .id`.",
			shows: ["configuration", "CLI"]
		},
		"group-in-group": {
			meaning: "A group names another group.",
			next: "Write the members out."
		},
		"pins-disagree": {
			meaning: "Two entries pin one login to different accounts.",
			next: "Write the same id everywhere: `gh api users/LOGIN --jq .id`."
		},
		"not-a-login": {
			meaning: "This is not a GitHub login.",
			next: "Write it without `@`."
		},
		"duplicate-address": {
			meaning: "Two documents declare one identity.",
			next: "Remove one of the two."
		},
		"duplicate-reconciliation": {
			meaning: "Two Reconciliations have one name.",
			next: "Rename one of them."
		},
		"address-malformed": {
			meaning: "This is not an address.",
			next: "Write `source/Kind/name`, with special characters percent-encoded."
		},
		"depends-on-itself": {
			meaning: "An identity names itself under `dependsOn`.",
			next: "Remove it from the list."
		},
		"dependency-undeclared": {
			meaning: "An identity depends on one that no document declares, so nothing could be made before it.",
			next: "Correct the address, declare the identity, or remove it from `dependsOn`.",
			shows: ["plan", "CLI"]
		},
		"unexpected-on-remove": {
			meaning: "`onRemove` stands with a verb that removes nothing.",
			next: "Remove it, or use the verb `remove`."
		},
		"secret-in-document": {
			meaning: "A value has the shape of a secret.",
			next: "Remove it. If it was pushed, it is known: change it in the live system."
		},
		"secret-in-configuration": {
			meaning: "A connection string or a secret stands where the name of an environment variable belongs.",
			next: "Write the name of the variable. If it was pushed, it is known: change it in the live system."
		},
		"environment-name": {
			meaning: "This cannot be the name of an environment variable.",
			next: "Write a name such as `ORDERS_DB_URL`."
		},
		"bad-glob": {
			meaning: "A pattern cannot be understood.",
			next: "Write it as in `identities/**/*.yaml`."
		},
		"several-documents": {
			meaning: "The configuration is one document, and more follow.",
			next: "Remove everything from the second `---` on."
		},
		"rules-invalid": {
			meaning: "The configuration on the base branch cannot be used.",
			next: "An administrator mends it; `countersign validate` says what is wrong. No rules are left to judge the mend, so where these checks are required it lands past the protection.",
			shows: ["plan", "apply"]
		},
		"rules-missing": {
			meaning: "There are no readable rules at that commit.",
			next: "An administrator lands a valid configuration.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"rule-unreadable": {
			meaning: "A file that makes the rules cannot be read.",
			next: "Make it a plain file within the limits.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"input-symlink": {
			meaning: "A symbolic link stands where a document is read.",
			next: "Put a file with the content itself in its place, or keep it outside of the patterns.",
			shows: ["plan", "apply"]
		},
		"input-submodule": {
			meaning: "A submodule stands where a document is read.",
			next: "Put a file with the content itself in its place, or keep it outside of the patterns.",
			shows: ["plan", "apply"]
		},
		"input-too-large": {
			meaning: "A file is larger than is read.",
			next: "Split it into several files."
		},
		"inputs-too-large": {
			meaning: "The files hold more together than is read.",
			next: "Make the desired-state globs match documents only."
		},
		"inputs-too-many": {
			meaning: "There are more inputs than are read.",
			next: "Narrow the patterns of the configuration.",
			shows: ["plan", "apply"]
		},
		"tree-too-large": {
			meaning: "The repository has more files than are looked through.",
			next: "Use a smaller repository for identities.",
			shows: ["plan", "apply"]
		},
		"file-overlooked": {
			meaning: "A file lies beside the documents and is not read, because its name ends in `.yml` instead of `.yaml`, or the other way round.",
			next: "Rename it, or add a glob for its ending.",
			shows: ["configuration", "CLI"]
		},
		"code-owner-unknowable": {
			meaning: "CODEOWNERS names only e-mail addresses for a document, and only GitHub knows whose they are, so the owner of its source answers.",
			next: "Write `@login` or `@org/team` beside them, or `metadata.owner` in the document.",
			shows: ["plan", "CLI"]
		},
		"documents-not-judged": {
			meaning: "Documents were not checked, because the configuration has errors.",
			next: "Mend the configuration first."
		}
	}
};

// src/core/codes/doctor.ts
const SETUP = "do it as docs/setup.md has it, and run it again.";
const DOCTOR_CODES = {
	title: "Doctor",
	intro: "What the command `doctor` misses in a repository before it calls the level standard. It only reads, and stops nobody.",
	shows: ["doctor"],
	codes: {
		"app-missing": {
			meaning: "The configuration names no App.",
			next: `Register one and name it under \`app\`; ${SETUP}`
		},
		"signing-missing": {
			meaning: "The configuration leaves the ledger unsigned.",
			next: `Choose a kind under \`ledger.signing\`; ${SETUP}`
		},
		"check-not-required": {
			meaning: "No active ruleset requires `countersign/approval` on the default branch.",
			next: `Require it; ${SETUP}`
		},
		"check-unpinned": {
			meaning: "The required check counts from another app than the configured one, so another workflow can post it.",
			next: `Give it the App as \`integration_id\`; ${SETUP}`
		},
		"code-owner-review-missing": {
			meaning: "No active ruleset requires the review of code owners on the default branch.",
			next: `Require it; ${SETUP}`
		},
		"branch-deletable": {
			meaning: "A branch that must stay may be deleted: the default one, or one of the ledger.",
			next: `Add the rule \`deletion\`; ${SETUP}`
		},
		"branch-rewritable": {
			meaning: "A branch that must only grow may be force-pushed: the default one, or one of the ledger.",
			next: `Add the rule \`non_fast_forward\`; ${SETUP}`
		},
		"code-owners-missing": {
			meaning: "Files that make the rules have no code owners.",
			next: "Name owners for `/.github/` in `.github/CODEOWNERS`, in its last line that matches."
		},
		"code-owners-invalid": {
			meaning: "GitHub does not accept a line of the CODEOWNERS file.",
			next: "Open the file on GitHub, which marks the line; owners need write access."
		},
		"environment-missing": {
			meaning: "An environment of the example workflows, or of a job that reads a source, does not exist.",
			next: `Make it; ${SETUP} Where yours has another name, look at its branches yourself.`
		},
		"environment-open": {
			meaning: "Jobs on other branches than the default one may use an environment, and its secrets.",
			next: `Limit it to the default branch by name; ${SETUP}`
		},
		"rules-unseen": {
			meaning: "The rules of a branch could not be read, so they count as missing.",
			next: "Mend what the message says; where the ledger has a repository of its own, give `ledger-token`."
		},
		"app-unseen": {
			meaning: "Whom the token of the doctor acts for could not be read, so it does not count as that of the App.",
			next: "Run it again, with the job's own token or that of the App."
		},
		"environment-unseen": {
			meaning: "An environment could not be read, so it counts as open.",
			next: "Give the job `actions: read`."
		},
		"read-source-unknown": {
			meaning: "A job reads a source that the configuration does not name, so it fails each time.",
			next: "Correct its input `source`."
		},
		"read-job-without-environment": {
			meaning: "A job that reads a source uses a secret outside of any environment.",
			next: `Give it one that is limited to the default branch; ${SETUP}`
		},
		"read-state-unused": {
			meaning: "A job reads a source, and no plan job of its workflow waits for it and is given a `live-state`.",
			next: `Hand the file on; ${SETUP}`
		},
		"read-failure-stops-plan": {
			meaning: "A plan job does not run where a job fails that reads a source, so that nothing of any source is planned.",
			next: "Let the plan job have `if: ${{ !cancelled() }}`."
		},
		"read-state-public": {
			meaning: "A job hands on what it reads as an artifact of a public repository.",
			next: "Read the source in the plan job, or let the repository be private."
		},
		"workflow-unread": {
			meaning: "A workflow that uses Countersign could not be read or understood, so its jobs that read do not count.",
			next: "Give the job `contents: read`, and write the workflow without anchors."
		},
		"code-owners-unseen": {
			meaning: "The code owners could not be read, so they count as missing.",
			next: "Give the job `contents: read`."
		}
	}
};

// src/core/codes/github.ts
const RUN_AGAIN = "Run again; the next run continues where this one stopped.";
const GITHUB_CODES = {
	title: "GitHub and the job",
	intro: "Why a job could not work. Everything fails closed: a check that waits or is red stays so.",
	shows: [
		"plan",
		"gate",
		"apply"
	],
	codes: {
		"not-a-workflow": {
			meaning: "The action does not run as a step of a workflow.",
			next: "Run it by GitHub Actions."
		},
		"input-invalid": {
			meaning: "An input of the action is not valid.",
			next: "Correct it; the README lists all inputs."
		},
		"event-unreadable": {
			meaning: "The payload of the event is not JSON.",
			next: "Run this as a step of a workflow."
		},
		"credential-missing": {
			meaning: "An environment variable that the configuration names is not set.",
			next: "Hand the secret to the step under `env`; for writing, from an environment that only the apply job has.",
			shows: [
				"plan",
				"gate",
				"apply",
				"CLI"
			]
		},
		"github-token-missing": {
			meaning: "The GitHub token is empty.",
			next: "Hand the job token or an App token to the action."
		},
		"app-differs": {
			meaning: "The configuration names an App, and the token is not that App's: nothing is recorded, decided or applied with it.",
			next: "Hand the App's own token to the publish and the apply job as `token`; docs/setup.md says how. Nothing is lost: the next run takes up what is left.",
			shows: [
				"gate",
				"apply",
				"doctor"
			]
		},
		"app-shared": {
			meaning: "The configuration names `github-actions` as its App, as which every workflow of every branch acts.",
			next: "Name an App of your own under `app`, or none.",
			shows: [
				"gate",
				"apply",
				"doctor"
			]
		},
		"github-unauthorized": {
			meaning: "GitHub does not accept the token.",
			next: "Hand in a token that is valid."
		},
		"github-forbidden": {
			meaning: "The token may not do this.",
			next: "Grant the job or the App the permission that the evidence names."
		},
		"github-not-found": {
			meaning: "It does not exist, or the token may not see it.",
			next: "Check the name, and what the token may read."
		},
		"github-conflict": {
			meaning: "The request conflicts with the state of the repository.",
			next: RUN_AGAIN
		},
		"github-stale": {
			meaning: "A branch moved between reading and writing.",
			next: RUN_AGAIN
		},
		"github-rejected": {
			meaning: "GitHub did not accept what was sent.",
			next: "Read the evidence; if it names no setting of yours, report it."
		},
		"github-rate-limited": {
			meaning: "GitHub limits requests for longer than this run may wait.",
			next: `Wait. ${RUN_AGAIN}`
		},
		"github-unavailable": {
			meaning: "GitHub had an error of its own.",
			next: RUN_AGAIN
		},
		"github-unreachable": {
			meaning: "GitHub gave no complete answer.",
			next: `${RUN_AGAIN} If it stays, check the network of the runner.`
		},
		"github-bad-answer": {
			meaning: "GitHub answered without what was asked for.",
			next: RUN_AGAIN
		},
		"github-list-too-long": {
			meaning: "A list is too long to be read whole, and it is not read in part.",
			next: "Reduce what the message names."
		},
		"github-no-clock": {
			meaning: "GitHub's answer bears no date.",
			next: "Check for a proxy that removes the Date header."
		},
		"repository-name": {
			meaning: "This is not the name of a repository.",
			next: "Write `owner/name`."
		},
		"comment-altered": {
			meaning: "GitHub keeps another comment than it was sent.",
			next: "Report it as a defect."
		},
		"comment-too-long": {
			meaning: "A comment is longer than GitHub takes.",
			next: "Report it as a defect."
		},
		"check-run-too-long": {
			meaning: "A check run is longer than GitHub takes.",
			next: "Report it as a defect."
		}
	}
};

// src/core/codes/group.ts
const QUEUE_AGAIN = "then put it into the queue again.";
const GROUP_CODES = {
	title: "Merge queue",
	intro: "Why a merge group passes or not. Each of its pull requests is judged again as at the gate; a queue does not wait for people, so what is missing makes the check red, and GitHub takes the pull request out of the queue.",
	shows: ["gate"],
	codes: {
		"group-approved": {
			meaning: "Every pull request of the group that touches identities or rules is approved, and nothing else is in it.",
			next: "Nothing has to be done: the queue merges."
		},
		"group-unknown": {
			meaning: "It cannot be told which pull requests the group consists of.",
			next: "Nothing has to be done where the queue formed the group anew; otherwise queue the pull request again."
		},
		"group-member-waiting": {
			meaning: "A pull request of the group lacks approvals.",
			next: `Ask the people named for a review, ${QUEUE_AGAIN}`
		},
		"group-member-refused": {
			meaning: "A pull request of the group could not be planned, or its approvals do not count.",
			next: `Mend what the code in the message says, ${QUEUE_AGAIN}`
		},
		"group-unplanned": {
			meaning: "The plan job handed on no plan of a pull request of the group.",
			next: `Look into the log of the plan job, mend what it says, ${QUEUE_AGAIN}`
		},
		"group-differs": {
			meaning: "What the group would land is not what was planned for one of its pull requests.",
			next: `Update the branch of the pull request from its base, let it be planned and approved, ${QUEUE_AGAIN}`
		},
		"group-scopes-meet": {
			meaning: "Two pull requests of the group are about the same identity or rule, or one changes the rules for the other.",
			next: `Let the one ahead land and be applied, update the branch of the other, ${QUEUE_AGAIN}`
		}
	}
};

// src/core/codes/inputs.ts
const INPUT_CODES = {
	title: "Several inputs of one identity",
	intro: "What a document refers to is checked as if it stood in the document, and reported where it is written.",
	shows: ["configuration"],
	codes: {
		"file-reference": {
			meaning: "A document refers to what cannot be a file beside it: it leads out of the repository, or is no `.json`.",
			next: "Write a path from the document's own folder, as in `{ file: policy.json }`."
		},
		"file-reference-missing": {
			meaning: "A document refers to a file that is not there, or that no glob under `desired` names.",
			next: "Correct the path, or add a glob such as `identities/**/*.json`."
		},
		"file-unused": {
			meaning: "No document refers to a `.json` file that the globs name, so it means nothing.",
			next: "Refer to it, or delete it."
		},
		"json-syntax": {
			meaning: "A `.json` file is not JSON. It could be read as YAML, but not by the other programs that it is for.",
			next: "Write texts and keys in double quotes, and no comments or commas too many."
		},
		"several-values": {
			meaning: "A `.json` file holds more than one value.",
			next: "Leave one of them."
		},
		"document-in-json": {
			meaning: "A document stands in a file that ends in `.json`, where only values for documents beside it stand.",
			next: "Rename the file to `.yaml`: JSON is YAML."
		},
		"manifests-unsupported": {
			meaning: "The configuration names plain manifests of a source whose provider takes none.",
			next: "Remove `manifests`, and write documents."
		},
		"manifest-and-document": {
			meaning: "A file is named as a plain manifest and by a glob under `desired`.",
			next: "Let one of the two globs leave it out."
		},
		"document-among-manifests": {
			meaning: "A document of Countersign stands in a file of plain manifests.",
			next: "Move it to where a glob under `desired` finds it."
		},
		"manifest-annotation": {
			meaning: "An annotation `countersign.dev/…` of a plain manifest is none of those known, or no text.",
			next: "Correct its spelling, or quote its value."
		},
		"source-and-sources": {
			meaning: "A document names one source and several.",
			next: "Keep `source` or `sources`."
		},
		"value-undefined": {
			meaning: "A document says `{{ name }}`, and one of its sources gives no value of that name.",
			next: "Write the value under `metadata.sources`."
		},
		"value-unused": {
			meaning: "A source is given a value that its document, and what it refers to, say nowhere.",
			next: "Use it, correct its name, or remove it."
		},
		"value-clash": {
			meaning: "With the values of one source, two keys of a mapping are the same.",
			next: "Give it another value, or write the keys out."
		},
		"profile-unknown": {
			meaning: "A document names a profile that is not there.",
			next: "Correct its name."
		},
		"profile-kind": {
			meaning: "A document names a profile that is for documents of another kind.",
			next: "Name a profile for its own kind."
		},
		"profile-conflict": {
			meaning: "A document and a profile that it names, or two of its profiles, say different things of one attribute.",
			next: "Say it in one of the two places only, or the same in both."
		},
		"duplicate-profile": {
			meaning: "Two profiles have one name.",
			next: "Rename one of them."
		},
		"profile-unused": {
			meaning: "No document names a profile, so it means nothing.",
			next: "Name it, or delete it."
		},
		"expansion-too-large": {
			meaning: "What documents make with all that they refer to is more than is read.",
			next: "Refer to less: split the document, or its files."
		}
	}
};

// src/core/codes/ledger.ts
const RESTORE = "Find who wrote to the ledger's branch, and restore it from a copy that verifies.";
const INVESTIGATE = "Compare with the log of that run and with what the live system holds; let an administrator judge it.";
const NEXT = {
	"ledger-missing": "An administrator begins one by dispatching the workflow with `init`; one that existed is restored from a copy.",
	"entry-missing": RESTORE,
	"entry-malformed": RESTORE,
	"entry-newer": "Verify with the version of Countersign that wrote it, or a newer one.",
	"entry-untrusted": `Check that the trusted keys are complete. Otherwise: ${RESTORE}`,
	"entry-misplaced": RESTORE,
	"entry-altered": RESTORE,
	"entry-foreign": RESTORE,
	"ledger-id-differs": RESTORE,
	"genesis-misplaced": RESTORE,
	"ledger-truncated": RESTORE,
	"anchor-differs": `Check that the anchor is of this ledger. Otherwise: ${RESTORE}`,
	"head-differs": RESTORE,
	"state-differs": RESTORE,
	"index-altered": RESTORE,
	"blob-missing": RESTORE,
	"blob-altered": RESTORE,
	"apply-not-approved": INVESTIGATE,
	"apply-not-started": INVESTIGATE,
	"apply-after-finish": INVESTIGATE,
	"apply-changed": INVESTIGATE,
	"apply-repeated": INVESTIGATE,
	"step-unknown": INVESTIGATE,
	"step-without-intent": INVESTIGATE,
	"receipt-doubled": INVESTIGATE,
	"receipt-missing": INVESTIGATE,
	"apply-overstated": INVESTIGATE
};
const EVERYWHERE = [
	"gate",
	"apply",
	"verification"
];
const VERIFY_TOPIC = {
	title: "Verification of a ledger",
	intro: "`countersign verify` names each bad entry; what reads a ledger to plan or to apply stops at the first.",
	shows: ["verification"],
	codes: withNext(VERIFY_CODES, NEXT, {
		"ledger-missing": EVERYWHERE,
		"ledger-truncated": EVERYWHERE,
		"blob-altered": EVERYWHERE
	})
};
const FORGED = "Find who wrote the entry: it is none of yours, or your trust is set up for another workflow.";
/** In the detail of `entry-untrusted`. */
const SIGNATURE_CODES = {
	title: "Signatures of entries",
	intro: "Why an entry is not trusted; it stands beside `entry-untrusted`.",
	shows: [
		"gate",
		"apply",
		"verification"
	],
	codes: {
		"signature-absent": {
			meaning: "The entry has no signature, or more than the one that it may have.",
			next: FORGED
		},
		"signature-foreign": {
			meaning: "None of the trusted keys made the signature.",
			next: FORGED
		},
		"token-malformed": {
			meaning: "The signature is no token of a workflow run.",
			next: FORGED
		},
		"token-algorithm": {
			meaning: "The token is not signed with RS256.",
			next: FORGED
		},
		"token-key-unknown": {
			meaning: "The token's key is neither pinned nor one of the issuer's.",
			next: "Pin the key, if it once was one of the issuer; otherwise the entry is forged."
		},
		"token-key-retired": {
			meaning: "The token was issued after its key's end.",
			next: FORGED
		},
		"token-forged": {
			meaning: "The issuer did not sign the token.",
			next: FORGED
		},
		"token-issuer": {
			meaning: "The token is from another issuer.",
			next: FORGED
		},
		"token-audience": {
			meaning: "The token was issued for another entry.",
			next: FORGED
		},
		"token-repository": {
			meaning: "The token is of another repository.",
			next: FORGED
		},
		"token-workflow": {
			meaning: "The token is of a workflow that is not trusted.",
			next: FORGED
		},
		"token-ref": {
			meaning: "The token is of a run on a ref that is not trusted.",
			next: FORGED
		},
		"token-event": {
			meaning: "The token is of a run by an event that is not trusted.",
			next: FORGED
		}
	}
};
const LEDGER_CODES = {
	title: "Working with the ledger",
	intro: "Why a run could not read the ledger, or not append to it.",
	shows: ["gate", "apply"],
	codes: {
		"ledger-anchor-differs": {
			meaning: "The ledger is another one than it is known to have been.",
			next: RESTORE
		},
		"ledger-chain-broken": {
			meaning: "An entry is missing, not trusted, or not linked to the one before it.",
			next: RESTORE
		},
		"ledger-index-altered": {
			meaning: "A file of the ledger is not what its signed entries say.",
			next: RESTORE
		},
		"engine-outdated": {
			meaning: "The ledger holds an entry, a state or a plan in a form that this version does not know.",
			next: "Run the version of Countersign that wrote it, or a newer one; nothing was written."
		},
		"ledger-malformed": {
			meaning: "A file of the ledger is not what Countersign writes.",
			next: RESTORE
		},
		"ledger-content-missing": {
			meaning: "The ledger lacks the plan or the comment of a publication that it has entered; a landing waits for it.",
			next: RESTORE
		},
		"ledger-unsettled": {
			meaning: "The ledger does not say where examining landings begins.",
			next: "Verify it with `countersign verify`."
		},
		"ledger-signer-untrusted": {
			meaning: "The base configuration does not trust what the run signs with.",
			next: "Add its key, or its workflow, ref and event, to `ledger.signing` on the default branch, or hand the run the right key."
		},
		"signing-key-unusable": {
			meaning: "The ledger's signing key is not an Ed25519 key.",
			next: "Make a pair as the setup guide says.",
			shows: [
				"gate",
				"apply",
				"CLI"
			]
		},
		"issuer-key-unusable": {
			meaning: "A key of the tokens' issuer is not an RSA key of 2048 bits or more.",
			next: "Take it again from the issuer, at `/.well-known/jwks`; it is written as base64 of SPKI DER.",
			shows: [
				"gate",
				"apply",
				"CLI"
			]
		},
		"oidc-unreachable": {
			meaning: "The issuer of identity tokens gave no token, or not its keys.",
			next: "Run again; if it stays so, compare `ledger.signing.issuer` with the issuer of your GitHub."
		},
		"oidc-not-permitted": {
			meaning: "The job may not ask for an identity token to sign with.",
			next: "Give the job `permissions: id-token: write`."
		},
		"ledger-begun-before": {
			meaning: "There was a ledger before: a check run on the default branch quotes an entry of it.",
			next: "Restore its branch from a clone; to give the old record up, name another branch in `ledger.branch`."
		},
		"ledger-exists": {
			meaning: "There is a ledger already.",
			next: "A ledger is begun once; name another branch to begin another."
		},
		"ledger-contended": {
			meaning: "Other runs kept appending first.",
			next: "Run again; if it stays, look for a run that appends without end."
		},
		"ledger-overtaken": {
			meaning: "Another run was faster with the same pull request.",
			next: "Nothing has to be done."
		},
		"ledger-commit-too-large": {
			meaning: "One commit of the ledger would be too large.",
			next: "Split the pull request."
		},
		"ledger-file-too-large": {
			meaning: "A file of the ledger is larger than any that is written.",
			next: "Remove it: Countersign did not write it.",
			shows: ["CLI"]
		},
		"ledger-token-missing": {
			meaning: "The configuration puts the ledger into another repository, and the step has no token for that one.",
			next: "Hand a token that may write contents there to the step as `ledger-token`."
		},
		"ledger-repository-empty": {
			meaning: "The repository for the ledger has no commit.",
			next: "Put a first commit into it, and run again."
		},
		"init-not-permitted": {
			meaning: "Only an administrator of the repository begins a ledger.",
			next: "Let an administrator dispatch the workflow with `init`."
		},
		"not-canonical": {
			meaning: "A value has no canonical form, so it cannot be digested.",
			next: "Report it as a defect.",
			shows: [
				"plan",
				"gate",
				"apply",
				"CLI"
			]
		}
	}
};

// src/core/codes/plan.ts
/** Instead of a plan. */
const NO_PLAN_CODES = {
	title: "Instead of a plan",
	intro: "Nothing was planned, or the plan did not reach the pull request.",
	shows: ["plan"],
	codes: {
		unconcerned: {
			meaning: "The pull request touches neither an identity nor a rule; both checks succeed.",
			next: "Nothing has to be done."
		},
		"not-installed": {
			meaning: "The base branch has no configuration, so no check is posted.",
			next: "Land `.github/countersign.yaml` first.",
			shows: ["plan", "apply"]
		},
		"scope-untouched": {
			meaning: "What was just applied is not what the pull request is about, so it is not planned again.",
			next: "Nothing has to be done."
		},
		"branch-missing": {
			meaning: "The base branch does not exist.",
			next: "Retarget the pull request."
		},
		"history-unrelated": {
			meaning: "Head and base share no commit.",
			next: "Begin the branch anew from its base."
		},
		"public-ledger": {
			meaning: "In a public repository everybody could read live state from the ledger.",
			next: "Name a private repository in `ledger.repository`."
		},
		"fork-not-asked": {
			meaning: "The head comes from a fork, and nobody with write permission asked for a plan of it.",
			next: "Look at the head, then run the workflow by hand for exactly that commit."
		},
		"update-branch": {
			meaning: "A document or rule file of this pull request also changed on the base branch.",
			next: "Update the branch from its base, so that both changes are planned together."
		},
		"identity-taken-in": {
			meaning: "The rules of this pull request take in a document that lay outside of them, so that nobody approved it.",
			next: "Read the document. Its next change asks the source's owner besides."
		},
		"reconciliation-changed": {
			meaning: "A merged Reconciliation was edited; it is a record.",
			next: "Restore it, and add a new one under another name."
		},
		"reconciliation-duplicate": {
			meaning: "Two added Reconciliations name one address.",
			next: "Name each address in one of them."
		},
		"reconciliation-misdirected": {
			meaning: "The verb does not fit what is declared about the address.",
			next: "Use the verb that the message names, or change the document."
		},
		"bundle-too-large": {
			meaning: "The plans of one run exceed what a job can hand on.",
			next: "Split the pull request, or plan fewer pull requests in one run."
		},
		"bundle-malformed": {
			meaning: "The publish job was handed something that no plan job makes.",
			next: "Give it the plan job's output `bundle`, unchanged.",
			shows: ["gate"]
		},
		"plan-not-handed-on": {
			meaning: "The publish job was told that no plan is needed, and by the rules of the base branch one is.",
			next: "Run the plan job again, and hand its output on unchanged; the rules may have changed in between.",
			shows: ["gate"]
		},
		"digest-mismatch": {
			meaning: "A plan is not the one that the digest beside it names.",
			next: "Make the plan again, and hand it on unchanged.",
			shows: ["gate", "CLI"]
		}
	}
};
/** Not read, blocked, and how risky. */
const PLAN_CODES = {
	title: "In a plan",
	intro: "What could not be read is never taken for an absence: no approval is lost, none counts until it is read. What is blocked is computed, but may not be done.",
	shows: ["plan"],
	codes: {
		"source-unread": {
			meaning: "A source is not configured on the base branch, or was not read.",
			next: "Land the source first; otherwise look at the failed reads."
		},
		"live-state-elsewhere": {
			meaning: "What another job read of the source was read under another boundary or other options.",
			next: "Read the source by the rules of the default branch, in the same run."
		},
		"live-state-outdated": {
			meaning: "What another job read of the source is more than two hours old.",
			next: "Run all jobs again, not only those that failed."
		},
		"live-state-partial": {
			meaning: "What another job read of the source does not tell who may do what in effect, or whether what documents name for the first time is there.",
			next: "Nothing has to be done; what is not known is not shown."
		},
		"provider-unknown": {
			meaning: "The configuration names a provider that does not exist.",
			next: "Use one of those that the message names.",
			shows: ["plan", "apply"]
		},
		"reference-unchecked": {
			meaning: "A document names something for the first time, and nobody could look whether it is there.",
			next: "Give the login of the source what its guide gives the reader; split a plan that names more than is looked up; or make sure of it yourself."
		},
		"estate-unread": {
			meaning: "Nobody read who may do what in a source, so only what is given directly is told.",
			next: "Plan again."
		},
		"access-too-large": {
			meaning: "The plan may change the access of so many identities that it is not told who gains or loses what through others.",
			next: "Split the pull request, or ask `countersign access --plan`."
		},
		"attribute-unreadable": {
			meaning: "An attribute that is managed, or that would be lost with its object, has a live value that is not shown, such as a text with the shape of a secret.",
			next: "Remove the value in the live system; where the object stays, the attribute may be left unmanaged instead."
		},
		"attribute-unread": {
			meaning: "An attribute that is managed, or that would be lost with its object, could not be read.",
			next: "Do what the message says, such as giving the reader the right that it names, and plan again."
		},
		"removal-guard": {
			meaning: "The plan disables or deletes too large a share of a source.",
			next: "Check that no file was lost; split the change, or raise the guard in the configuration."
		},
		"source-not-authoritative": {
			meaning: "The source's mode never removes.",
			next: "Let the source be `authoritative`, or leave the object.",
			shows: ["plan", "apply"]
		},
		"observed-only": {
			meaning: "The source is only observed, so nothing is executed.",
			next: "Change its mode when Countersign shall write to it."
		},
		"nothing-removed": {
			meaning: "A Reconciliation asks to remove what is neither live nor declared.",
			next: "Correct the name, or leave the Reconciliation out."
		},
		renamed: {
			meaning: "A document went away, and one with the same spec came under another name: one identity ends, and another begins.",
			next: "Nothing, where that is meant. Credentials, and all else that the document does not say, do not carry over."
		},
		adopted: {
			meaning: "The document takes the object over from the tool that managed it.",
			next: "Take it out of the other tool, or both will change it."
		},
		"adopts-unclaimed": {
			meaning: "A document adopts an object that no other tool is seen to manage.",
			next: "Compare the name with that of the tool; where it gave the object up already, leave `metadata.adopts` out."
		},
		"managed-elsewhere": {
			meaning: "Another tool, or the system itself, manages the object, so it is only observed.",
			next: "Change it there; or, where the tool gives it up, write its name under `metadata.adopts`."
		},
		"dependency-cycle": {
			meaning: "Changes wait for each other.",
			next: "Split them into two pull requests."
		},
		"reference-removed": {
			meaning: "Somebody still needs what this plan ends.",
			next: "Remove the reference, or keep what it leads to."
		},
		"steps-revisit-state": {
			meaning: "The steps would return to an earlier state, so a resumed apply could not tell where it stands.",
			next: "Split the change into two pull requests."
		}
	}
};

// src/core/codes/policy.ts
const POLICY_CODES = {
	title: "Policies",
	intro: "What is wrong with the documents that `policies` names, and what the engine itself says of a plan. A rule that holds is called by its own name, `policy/rule`.",
	shows: ["configuration", "CLI"],
	codes: {
		"not-a-policy": {
			meaning: "A file that `policies` names is neither a policy nor an exception.",
			next: "Write `kind: Policy` or `kind: Exception`, or take the file out of what is named."
		},
		"bad-expression": {
			meaning: "An expression cannot be read as CEL.",
			next: "Correct it at the place that is named."
		},
		"unknown-variable": {
			meaning: "An expression names no variable.",
			next: "Use one of those that are named."
		},
		"unknown-field": {
			meaning: "An expression asks for a field that its value never has.",
			next: "Use one of those that are named."
		},
		"unknown-word": {
			meaning: "An expression compares a value with a text that it never is, such as a misspelt level of risk.",
			next: "Use one of those that are named."
		},
		"unknown-function": {
			meaning: "An expression calls what policies do not have.",
			next: "Use one of the functions that are named."
		},
		"expression-too-large": {
			meaning: "An expression is longer, deeper, or loops deeper than one may.",
			next: "Make several rules of it."
		},
		"bad-pattern": {
			meaning: "A regular expression is none, is too long, or does not stand in the expression itself.",
			next: "Write a short one of RE2 in quotes."
		},
		"bad-message": {
			meaning: "A message has braces that lead to no value.",
			next: "Write a path such as `{change.name}`."
		},
		"bad-requirement": {
			meaning: "Who a rule asks for is said by no key, by several, or in too many ways.",
			next: "Write one of `of`, `permission`, `anyOf` and `allOf`, and less of it."
		},
		"duplicate-policy": {
			meaning: "Two policies have one name.",
			next: "Rename one of them."
		},
		"duplicate-rule": {
			meaning: "Two rules of a policy have one name.",
			next: "Rename one of them."
		},
		"unknown-rule": {
			meaning: "A case expects a rule that its document has not.",
			next: "Correct the name."
		},
		"duplicate-exception": {
			meaning: "Two exceptions have one name; only the first counts.",
			next: "Rename one of them."
		},
		"exception-rule-unknown": {
			meaning: "An exception is about a rule that there is not, so it does not count.",
			next: "Correct the name, or take the exception out."
		},
		"too-many-exceptions": {
			meaning: "There are more exceptions than are looked at; those beyond do not count.",
			next: "Take out those that ended."
		},
		"exception-too-long": {
			meaning: "An exception would end more than 90 days ahead, so it does not count.",
			next: "Write an earlier day; it can be prolonged.",
			shows: ["CLI", "plan"]
		},
		"exception-expired": {
			meaning: "An exception ended, so its rule counts again.",
			next: "Take it out, or let administrators approve another end.",
			shows: ["CLI", "plan"]
		},
		"exception-used": {
			meaning: "An exception lifts what a rule says of an identity.",
			next: "Comply before it ends.",
			shows: ["plan"]
		},
		"exception-unused": {
			meaning: "An exception is about an identity of the plan, and its rule does not hold there.",
			next: "Take it out, if it is needed no more.",
			shows: ["plan"]
		},
		"exception-invalid": {
			meaning: "The base branch has an exception that is wrong, and does not count.",
			next: "Mend it; `countersign validate` shows what is wrong.",
			shows: ["plan"]
		},
		"too-many-rules": {
			meaning: "There are more rules than are judged by.",
			next: "Merge those that say the same."
		},
		"rule-untested": {
			meaning: "No case shows that a rule ever holds.",
			next: "Add one to the tests of its document.",
			shows: ["CLI"]
		},
		"policy-test-failed": {
			meaning: "A rule holds in a case where it should not, or the other way around.",
			next: "Correct the rule or the case.",
			shows: ["CLI"]
		},
		"policy-untold": {
			meaning: "A rule asks about the pull request, and there is none where the plan is made.",
			next: "Nothing has to be done: the gate judges by it, when it has read the pull request itself.",
			shows: ["CLI", "plan"]
		},
		"policies-missing": {
			meaning: "There are no policies where they are looked for.",
			next: "Name a folder that has some.",
			shows: ["CLI"]
		},
		"policy-invalid": {
			meaning: "The base branch has policies that cannot be used, so every plan that changes an identity is denied.",
			next: "Mend them in a pull request that changes no identity; `countersign validate` shows what is wrong.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"policy-failed": {
			meaning: "A rule could not be evaluated for a change, so the change is denied.",
			next: "Let the rule ask `has(…)` for what may be missing, and add the case to its tests.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"policies-unmatched": {
			meaning: "The configuration names policies where none is: a misspelt, empty or linked folder. Nothing of it judges.",
			next: "Correct the name, or take it away.",
			shows: [
				"plan",
				"gate",
				"apply",
				"CLI"
			]
		},
		"policy-too-costly": {
			meaning: "A rule, or all of them together, takes more work than it may, so the plan is denied.",
			next: "Make the rule cheaper, or split the pull request.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		}
	}
};

// src/core/codes/risk.ts
/** How risky a change is. What cannot be undone is among those for which approvals are asked. */
const RISK_CODES = {
	title: "Risk",
	intro: "Why a change has its level of risk: the highest that any of its reasons gives. What cannot be undone, `irreversible`, is high.",
	shows: ["plan"],
	codes: {
		"not-assessed": {
			meaning: "A change has no assessment, so its risk counts as critical.",
			next: "Report it as a defect."
		},
		"own-identity": {
			meaning: "Critical: an identity as which Countersign itself reads or writes gains access, or somebody comes to act as it. High: it changes otherwise.",
			next: "Ask who will be able to write past every approval."
		},
		"escalation-path": {
			meaning: "Critical, high or medium: what the identity gains lets it get at more than is listed, in the way that is named.",
			next: "Ask whether it needs that; grant what it needs by itself."
		},
		"reaches-power": {
			meaning: "Critical, high or medium: through what others hold now, what the identity gains lets it get at more, in the way that is named.",
			next: "Ask whether it needs that; what the others hold may change without this document."
		},
		"gains-administration": {
			meaning: "Critical: the identity gains the right to administer, or to pass rights on, directly or through a role that is named.",
			next: "Ask whether it needs that."
		},
		"sensitive-resource": {
			meaning: "The level of the tag, high unless it says otherwise: the identity gains access to what `sensitive` names in the configuration, or a pattern that can match it, directly or through a role that is named.",
			next: "Ask what the access is for, and name fewer objects or actions."
		},
		"widens-others": {
			meaning: "Medium, the level of the tag where it is sensitive, critical where it administers: identities that the plan does not change gain access because of this change.",
			next: "Ask whether all of them need it; who they are stands below the changes."
		},
		"access-unknown": {
			meaning: "Medium: the change takes away what may have refused something, or makes what may be part of what others hold, and what it does in effect is not known, as not everything that decides it could be read and compared.",
			next: "Let the reader read the whole source, as its guide says; until then whoever answers for widening access is asked."
		},
		"recently-used": {
			meaning: "High: what is disabled or deleted was used less than 92 days ago.",
			next: "Ask who uses it, and move them first."
		},
		expired: {
			meaning: "Medium, high where access is gained: the identity is past the date on which it expires, and is kept.",
			next: "Remove it, or let its owner say until when it is needed."
		},
		"expiry-extended": {
			meaning: "Medium: the identity is to live longer than its document said.",
			next: "Ask what it is still needed for."
		},
		"old-credential": {
			meaning: "Medium where access is gained, low elsewhere: an active credential of the identity is older than 90 days.",
			next: "Ask when it is replaced."
		},
		"unused-credential": {
			meaning: "Low: an active credential of the identity was never used, and is older than 90 days.",
			next: "Ask what it is for, and end it."
		},
		"several-credentials": {
			meaning: "Low: several credentials of one kind are active.",
			next: "Ask whether one of them was left behind by a rotation."
		},
		"consumers-affected": {
			meaning: "Medium: access ends of an identity that has consumers.",
			next: "Ask them whether they still need it."
		},
		"widens-access": {
			meaning: "Medium: the identity is given permissions, also where it held them already, or gains them through a role.",
			next: "Read what it gains."
		},
		"long-unused": {
			meaning: "Low: what is disabled or deleted was last used 92 days ago or longer.",
			next: "Nothing has to be done."
		},
		"narrows-access": {
			meaning: "Low: permissions are taken from the identity, also where it holds them still, or it loses them with a role.",
			next: "Ask who still needs them."
		},
		"no-access-change": {
			meaning: "Low: access stays the same, or at least nothing is given or taken directly.",
			next: "Nothing has to be done."
		}
	}
};

// src/core/codes/sources.ts
/** What several providers say alike. */
const SOURCE_CODES = {
	title: "Sources of every kind",
	intro: "What may be said of any live system; codes of one system alone have topics of their own.",
	shows: [
		"plan",
		"gate",
		"apply",
		"CLI"
	],
	codes: {
		"source-unreachable": {
			meaning: "The server has no address, does not listen, or broke the connection.",
			next: "Check host and port of the connection, and that the runner may reach it."
		},
		"source-timeout": {
			meaning: "The server did not answer in time.",
			next: "Check the network, and in a database look for locks that last; then run again."
		},
		"outside-boundary": {
			meaning: "A document, or a change that was approved, is about an identity that the source does not manage.",
			next: "Correct its name, namespace or path, widen the boundary, or take the document out. After a landing, ask for the same again with a Reconciliation.",
			shows: [
				"configuration",
				"plan",
				"gate",
				"apply",
				"CLI"
			]
		},
		"text-secret": {
			meaning: "A text that is live, such as a comment, tag or annotation, has the shape of a secret.",
			next: "Remove it. If it was a secret, it is known: change it.",
			shows: ["configuration", "plan"]
		},
		"facts-malformed": {
			meaning: "A kept live state is none that the provider of the source reads.",
			next: "Read the source again with this version of Countersign."
		},
		unsupported: {
			meaning: "This system, or its provider, does not have what is asked for.",
			next: "Leave it out.",
			shows: ["plan"]
		},
		"not-modelled-lost": {
			meaning: "Cannot be undone: something that is not shown ends with the identity.",
			next: "Look at it in the live system.",
			shows: ["plan"]
		}
	}
};

// src/core/codes/yaml.ts
const YAML_CODES = {
	title: "YAML",
	intro: "Documents are written in the part of YAML that has one meaning. Everything else is refused at its place.",
	shows: ["configuration"],
	codes: {
		"yaml-syntax": {
			meaning: "This is not YAML.",
			next: "Look at the line and the one before it for a missing quote, colon, comma or space."
		},
		"yaml-tab": {
			meaning: "A tab indents the line.",
			next: "Indent with spaces."
		},
		"yaml-indentation": {
			meaning: "The line does not continue what stands before it.",
			next: "Align the entries of one mapping or list, and quote texts that hold `: ` or ` #`."
		},
		"yaml-no-colon": {
			meaning: "A key, a colon and a space are expected.",
			next: "Write `key: value`, on one line up to the colon."
		},
		"yaml-flow-entry": {
			meaning: "Entries between brackets are separated by exactly one comma each.",
			next: "Put one comma between two entries."
		},
		"yaml-unclosed": {
			meaning: "A bracket or a quote is still open.",
			next: "Close it, or indent what belongs to it."
		},
		"yaml-escape": {
			meaning: "YAML knows no such escape in double quotes.",
			next: "Write `\\\\` for a backslash, or use single quotes."
		},
		"yaml-tag": {
			meaning: "Tags such as `!!str` are not allowed.",
			next: "Remove the tag; quote a value that is a text."
		},
		"yaml-alias": {
			meaning: "Anchors and aliases are not allowed: a change in one place would change another.",
			next: "Write values out where they are used; quote a text that begins with `*` or `&`."
		},
		"yaml-merge-key": {
			meaning: "The merge key `<<` is not allowed.",
			next: "Write the members out."
		},
		"yaml-directive": {
			meaning: "This directive is not understood.",
			next: "Remove the line that begins with `%`."
		},
		"yaml-too-deep": {
			meaning: "The document nests too deep.",
			next: "Flatten it: no kind needs more than a few levels."
		},
		"yaml-too-many-documents": {
			meaning: "The file holds too many documents.",
			next: "Split the file."
		},
		"yaml-too-many-nodes": {
			meaning: "The file holds too many values.",
			next: "Split the file."
		},
		"yaml-unwritable": {
			meaning: "A live value cannot stand in a document.",
			next: "Rename or remove it in the live system, or leave it unmanaged.",
			shows: ["CLI"]
		},
		"too-many-problems": {
			meaning: "Not every problem is shown.",
			next: "Mend those shown, then run again."
		},
		"not-utf8": {
			meaning: "The file is not UTF-8.",
			next: "Save it as UTF-8."
		},
		"bidi-control": {
			meaning: "A character changes the direction of what is shown, so reviewers would read something else.",
			next: "Remove the character."
		},
		"forbidden-character": {
			meaning: "A character cannot be seen.",
			next: "Remove it, or write it as an escape in double quotes."
		},
		"empty-file": {
			meaning: "The file holds no document, or no value for one.",
			next: "Write one, or delete the file; deleting removes what its last document declared."
		},
		"duplicate-key": {
			meaning: "A key stands twice in one mapping.",
			next: "Remove one of the two."
		},
		"yaml-template": {
			meaning: "A text that begins with `{{` stands without quotes, so that it is read as a mapping.",
			next: "Quote it: `'{{ … }}'`. Render a template of another tool, such as Helm, first."
		},
		"key-not-text": {
			meaning: "A key is not a text.",
			next: "Quote it."
		},
		"key-too-long": {
			meaning: "A key is too long.",
			next: "Shorten it."
		},
		"forbidden-key": {
			meaning: "No key may have this name.",
			next: "Remove the key."
		},
		"number-ambiguous": {
			meaning: "A number is read without its leading zero.",
			next: "Quote it if it is a name or an identifier."
		},
		"number-inexact": {
			meaning: "A number is too large to be kept exactly.",
			next: "Quote it if it is an identifier."
		},
		"number-not-finite": {
			meaning: "This is not a finite number.",
			next: "Quote it if it is a name."
		}
	}
};

// src/core/codes/index.ts
/** Every code but those that a provider brings, in the order in which people read about them. */
const CORE_CODES = [
	NO_PLAN_CODES,
	PLAN_CODES,
	SOURCE_CODES,
	RISK_CODES,
	APPROVAL_TOPIC,
	REQUIREMENT_CODES,
	CONTRIBUTOR_CODES,
	GROUP_CODES,
	APPLY_CODES,
	DOCUMENT_CODES,
	INPUT_CODES,
	YAML_CODES,
	POLICY_CODES,
	VERIFY_TOPIC,
	SIGNATURE_CODES,
	LEDGER_CODES,
	DOCTOR_CODES,
	GITHUB_CODES,
	COMMAND_LINE_CODES
];

export { CORE_CODES as t };