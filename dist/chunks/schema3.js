import { t as API_VERSION } from "./envelope.js";
import { n as CREDENTIAL_STATES, t as CREDENTIAL_KINDS } from "./credentials.js";

// src/core/policy/exception-schema.ts
const exception = {
	type: "object",
	additionalProperties: false,
	required: [
		"apiVersion",
		"kind",
		"metadata",
		"spec"
	],
	properties: {
		apiVersion: {
			const: API_VERSION,
			description: "Version of the format of this document."
		},
		kind: {
			const: "Exception",
			description: "What sort of document this is."
		},
		metadata: {
			type: "object",
			description: "What the exception is called.",
			additionalProperties: false,
			required: ["name"],
			properties: { name: {
				type: "string",
				pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
				maxLength: 100,
				description: "A name that no other exception has: words in lower case with hyphens."
			} }
		},
		spec: {
			type: "object",
			description: "Which rule does not count, for whom, why, and until when.",
			additionalProperties: false,
			required: [
				"rule",
				"addresses",
				"reason",
				"owner",
				"until"
			],
			properties: {
				rule: {
					type: "string",
					pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$",
					maxLength: 201,
					description: "The one rule that it is about, as reviewers see it: policy/rule."
				},
				addresses: {
					type: "array",
					minItems: 1,
					maxItems: 20,
					uniqueItems: true,
					description: "Addresses, source/Kind/name; '*' stands for any characters, '/' too.",
					items: {
						type: "string",
						minLength: 1,
						maxLength: 500,
						description: "An address, such as orders-db/PostgresRole/ledger-exporter."
					}
				},
				reason: {
					type: "string",
					minLength: 1,
					maxLength: 500,
					description: "Why, for the reviewers."
				},
				owner: {
					type: "string",
					minLength: 1,
					maxLength: 200,
					description: "Who answers for it: a group of the configuration's people, @login or @org/team."
				},
				until: {
					type: "string",
					format: "date",
					description: "The last day on which it counts, in UTC, at most 90 days ahead."
				}
			}
		}
	}
};
/** JSON Schema of an exception, for validation and for editors. */
const exceptionSchema = {
	$schema: "https://json-schema.org/draft/2020-12/schema",
	title: "Exception",
	description: "Lets some identities be as a rule of a policy does not allow, until a day.",
	...exception
};

// src/core/policy/limits.ts
/**
* What a policy may take. Work is counted in units: two for an evaluation, one for every call and every turn of a loop, and more
* for long texts, long lists and patterns. Whoever measures by the clock decides differently on a busy machine.
*/
const POLICY_LIMITS = {
	/** UTF-16 code units of one expression. */
	expression: 2e3,
	/** Parts of one expression, and how deep they stand in each other. */
	nodes: 500,
	depth: 40,
	/** Loops inside of each other. */
	loops: 2,
	/** UTF-16 code units of a regular expression. */
	pattern: 100,
	/** Rules in all documents together. */
	rules: 200,
	/** Exceptions in all documents together. */
	exceptions: 200,
	/** Units for any one evaluation to begin with. */
	beginning: 2,
	/** Units for one rule and one change. */
	evaluation: 1e6,
	/** Units for all rules and all changes of one plan. */
	plan: 1e7,
	/** Units for what a message shows of the items that were asked about. */
	found: 1e5,
	/** UTF-16 code units of one value inside of a message. */
	value: 200,
	/** UTF-16 code units of a message with its values. */
	message: 1e3,
	/** Findings of one rule that are named one by one. */
	findings: 50,
	/** Identities of one exception that are named one by one. */
	addresses: 20
};

// src/core/policy/given-pull-schema.ts
const TEXT$1 = {
	type: "string",
	maxLength: 2e3
};
const TEXTS$1 = {
	type: "array",
	maxItems: 3e3
};
const LINES = {
	type: "integer",
	minimum: 0,
	maximum: 1e7
};
const personProperties = {
	login: {
		...TEXT$1,
		description: "Login. author unless given."
	},
	type: {
		enum: [
			"User",
			"Bot",
			"Organization",
			"Mannequin",
			"unknown"
		],
		description: "User unless given."
	},
	groups: {
		...TEXTS$1,
		description: "Groups of the configuration's people that they are in.",
		items: {
			...TEXT$1,
			description: "A group."
		}
	},
	teams: {
		...TEXTS$1,
		description: "Teams that they are in, of those that rules name.",
		items: {
			...TEXT$1,
			description: "A team, such as @acme/dba."
		}
	}
};
/** The pull request of one test case. */
const givenPullSchema = {
	type: "object",
	description: "The pull request.",
	additionalProperties: false,
	properties: {
		number: {
			type: "integer",
			minimum: 1,
			maximum: 1e9,
			description: "Its number. 1 unless given."
		},
		repository: {
			...TEXT$1,
			description: "owner/name. acme/identities unless given."
		},
		title: {
			...TEXT$1,
			description: "Its title. Title unless given."
		},
		draft: {
			type: "boolean",
			description: "Whether it is a draft. false unless given."
		},
		labels: {
			...TEXTS$1,
			description: "Its labels.",
			items: {
				...TEXT$1,
				description: "A label."
			}
		},
		base: {
			...TEXT$1,
			description: "The branch that it goes into. main unless given."
		},
		head: {
			...TEXT$1,
			description: "The branch that it comes from. change unless given."
		},
		fork: {
			type: "boolean",
			description: "Whether it comes from a fork. false unless given."
		},
		author: {
			type: "object",
			description: "Who opened it.",
			additionalProperties: false,
			properties: personProperties
		},
		contributors: {
			...TEXTS$1,
			description: "Authors and committers of its commits. The author unless given.",
			items: {
				type: "object",
				description: "One of them.",
				additionalProperties: false,
				properties: personProperties
			}
		},
		paths: {
			...TEXTS$1,
			description: "Paths that it changes.",
			items: {
				...TEXT$1,
				description: "A path."
			}
		},
		additions: {
			...LINES,
			description: "Lines that it adds."
		},
		deletions: {
			...LINES,
			description: "Lines that it takes away."
		}
	}
};

// src/core/policy/given-schema.ts
/** Facts of one test case. What is left out is nobody's, nothing, or as harmless as can be. */
const TEXT = {
	type: "string",
	maxLength: 2e3
};
const TEXTS = {
	type: "array",
	maxItems: 1e3
};
const metadataProperties = {
	owner: {
		...TEXT,
		description: "Who answers for the identity."
	},
	purpose: {
		...TEXT,
		description: "What it is for."
	},
	expires: {
		type: "string",
		format: "date",
		description: "Day after which it should be gone."
	},
	consumers: {
		...TEXTS,
		description: "Who uses it.",
		items: {
			...TEXT,
			description: "One consumer."
		}
	},
	adopts: {
		...TEXT,
		description: "The tool that gives it up."
	},
	dependsOn: {
		...TEXTS,
		description: "What it depends on.",
		items: {
			...TEXT,
			description: "An address."
		}
	}
};
const permission = {
	type: "object",
	description: "One permission.",
	additionalProperties: false,
	properties: {
		action: {
			...TEXT,
			description: "What may be done."
		},
		resource: {
			...TEXT,
			description: "With what."
		},
		path: {
			...TEXT,
			description: "direct, or membership where it is to become a member. direct unless given."
		},
		power: {
			enum: ["use", "administer"],
			description: "use unless given."
		}
	}
};
const effective = {
	type: "object",
	description: "One permission as it is, or was, effective.",
	additionalProperties: false,
	properties: {
		principal: {
			...TEXT,
			description: "Whose: the identity that is changed unless given, or some other one."
		},
		action: {
			...TEXT,
			description: "What may be done."
		},
		resource: {
			...TEXT,
			description: "With what."
		},
		power: {
			enum: ["use", "administer"],
			description: "use unless given."
		},
		condition: {
			...TEXT,
			description: "What has to happen first. Nothing unless given."
		},
		through: {
			...TEXTS,
			description: "Addresses between it and who was given it.",
			items: {
				...TEXT,
				description: "An address."
			}
		},
		basis: {
			enum: [
				"grant",
				"attribute",
				"ownership",
				"everyone",
				"built-in",
				"superuser"
			],
			description: "Why it is held. grant unless given."
		}
	}
};
const DAYS = {
	type: ["integer", "null"],
	minimum: 0,
	maximum: 1e5
};
const credential = {
	type: "object",
	description: "One credential.",
	additionalProperties: false,
	properties: {
		id: {
			...TEXT,
			description: "What the system calls it."
		},
		kind: {
			enum: CREDENTIAL_KINDS,
			description: "access-key unless given."
		},
		state: {
			enum: CREDENTIAL_STATES,
			description: "active unless given."
		},
		age: {
			...DAYS,
			description: "Whole days since it was made. 0 unless given; null where that is not known."
		},
		used: {
			type: ["boolean", "null"],
			description: "Whether it was ever used. true unless given."
		},
		idle: {
			...DAYS,
			description: "Whole days since it was last used, or made where it never was. 0 unless given."
		},
		expires: {
			type: ["string", "null"],
			format: "date-time",
			description: "When it ends. Never unless given."
		}
	}
};
const EFFECTIVE = {
	type: ["array", "null"],
	maxItems: 1e3
};
const count = {
	type: "integer",
	minimum: 0,
	maximum: 1e5
};
const givenSchema = {
	type: "object",
	description: "Facts about the change; what is left out is empty.",
	additionalProperties: false,
	properties: {
		change: {
			type: "object",
			description: "The change itself.",
			additionalProperties: false,
			properties: {
				source: {
					...TEXT,
					minLength: 1,
					description: "Its source. source unless given."
				},
				kind: {
					...TEXT,
					minLength: 1,
					description: "Its kind. Kind unless given."
				},
				name: {
					...TEXT,
					minLength: 1,
					description: "Its name. name unless given."
				},
				action: {
					enum: [
						"create",
						"update",
						"delete",
						"disable",
						"replace",
						"forget",
						"describe"
					],
					description: "What happens to it. update unless given."
				},
				metadata: {
					type: "object",
					description: "What its document says; of a removed identity, what it said.",
					additionalProperties: false,
					properties: metadataProperties
				},
				was: {
					type: "object",
					description: "What its document said before.",
					additionalProperties: false,
					properties: metadataProperties
				},
				irreversible: {
					...TEXTS,
					description: "Reasons why it cannot be undone.",
					items: {
						...TEXT,
						description: "A code."
					}
				},
				blocked: {
					...TEXTS,
					description: "Reasons why it cannot be done.",
					items: {
						...TEXT,
						description: "A code."
					}
				},
				steps: {
					...count,
					description: "How many steps it takes. 1 unless given."
				}
			}
		},
		before: {
			type: "object",
			description: "Its managed attributes before."
		},
		after: {
			type: "object",
			description: "Its managed attributes afterwards."
		},
		access: {
			type: "object",
			description: "Permissions that change, directly and in effect.",
			additionalProperties: false,
			properties: {
				gains: {
					...TEXTS,
					description: "Permissions gained.",
					items: permission
				},
				loses: {
					...TEXTS,
					description: "Permissions lost.",
					items: permission
				},
				gained: {
					...EFFECTIVE,
					description: "What it gains in effect; null where that is not known.",
					items: effective
				},
				lost: {
					...EFFECTIVE,
					description: "What it loses in effect; null where that is not known.",
					items: effective
				},
				others: {
					...EFFECTIVE,
					description: "What identities gain in effect that the plan does not change; null where that is not known.",
					items: effective
				}
			}
		},
		identity: {
			type: "object",
			description: "What is known of the identity itself.",
			additionalProperties: false,
			properties: { credentials: {
				type: ["array", "null"],
				maxItems: 50,
				description: "Its credentials; null where its system does not tell of them. None unless given.",
				items: credential
			} }
		},
		risk: {
			type: "object",
			description: "How risky the change is.",
			additionalProperties: false,
			properties: {
				level: {
					enum: [
						"low",
						"medium",
						"high",
						"critical"
					],
					description: "low unless given."
				},
				reasons: {
					...TEXTS,
					description: "Why.",
					items: {
						...TEXT,
						description: "A code."
					}
				}
			}
		},
		plan: {
			type: "object",
			description: "The plan that the change is part of.",
			additionalProperties: false,
			properties: {
				changes: {
					...count,
					description: "Changes in it. 1 unless given."
				},
				gains: {
					...count,
					description: "Permissions gained in it."
				},
				loses: {
					...count,
					description: "Permissions lost in it."
				},
				creates: {
					...count,
					description: "Identities created in it."
				},
				updates: {
					...count,
					description: "Identities updated in it."
				},
				removes: {
					...count,
					description: "Identities deleted or disabled in it."
				},
				irreversible: {
					...count,
					description: "Changes in it that cannot be undone."
				}
			}
		},
		pull: givenPullSchema,
		governance: {
			...TEXTS,
			description: "Rule files that change in it.",
			items: {
				...TEXT,
				description: "A path."
			}
		},
		now: {
			type: "string",
			format: "date-time",
			description: "The time. 2026-01-01T00:00:00Z unless given."
		}
	}
};

// src/core/policy/schema.ts
const NAME = {
	type: "string",
	pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
	maxLength: 100
};
const GLOBS = {
	type: "array",
	minItems: 1,
	maxItems: 100,
	uniqueItems: true
};
const GLOB = {
	type: "string",
	minLength: 1,
	maxLength: 500
};
const match = {
	type: "object",
	description: "Which changes the rule is about; all of them unless given. A change has to fit everything that is given.",
	additionalProperties: false,
	properties: {
		kinds: {
			...GLOBS,
			description: "Kinds of identities, such as PostgresRole.",
			items: {
				...GLOB,
				description: "A kind."
			}
		},
		actions: {
			...GLOBS,
			description: "What happens to the identity.",
			items: {
				enum: [
					"create",
					"update",
					"delete",
					"disable",
					"replace",
					"forget",
					"describe"
				],
				description: "An action as the plan names it."
			}
		},
		sources: {
			...GLOBS,
			description: "Sources by name; '*' stands for any characters.",
			items: {
				...GLOB,
				description: "A source, such as orders-*."
			}
		},
		addresses: {
			...GLOBS,
			description: "Addresses, source/Kind/name; '*' stands for any characters, '/' too.",
			items: {
				...GLOB,
				description: "An address, such as orders-db/*/admin-*."
			}
		},
		labels: {
			...GLOBS,
			description: "Labels of the pull request, one of which it has to have; '*' stands for any characters.",
			items: {
				...GLOB,
				description: "A label, such as needs-*."
			}
		}
	}
};
const PEOPLE = {
	type: "string",
	minLength: 1,
	maxLength: 200
};
const approvers = {
	of: {
		description: "owner (of the identity), anyone, a group of the configuration's people, @login or @org/team; or a list of the last three, any of whom count.",
		anyOf: [{
			...PEOPLE,
			description: "owner, anyone, a group, @login or @org/team."
		}, {
			type: "array",
			minItems: 1,
			maxItems: 10,
			uniqueItems: true,
			description: "Groups, logins and teams, any of whom count.",
			items: {
				...PEOPLE,
				description: "A group, @login or @org/team."
			}
		}]
	},
	permission: {
		enum: [
			"write",
			"maintain",
			"admin"
		],
		description: "Instead of of: whoever has at least this permission in the repository."
	},
	count: {
		type: "integer",
		minimum: 1,
		maximum: 10,
		description: "How many of them. 1 unless given."
	}
};
const SEVERAL = {
	type: "array",
	minItems: 1,
	maxItems: 16
};
const innermost = {
	type: "object",
	description: "People.",
	additionalProperties: false,
	properties: approvers
};
const inner = {
	type: "object",
	description: "People, or a combination of them.",
	additionalProperties: false,
	properties: {
		...approvers,
		anyOf: {
			...SEVERAL,
			description: "Any of these suffices.",
			items: innermost
		},
		allOf: {
			...SEVERAL,
			description: "All of these are needed.",
			items: innermost
		}
	}
};
const outer = {
	...inner,
	properties: {
		...approvers,
		anyOf: {
			...SEVERAL,
			description: "Any of these suffices.",
			items: inner
		},
		allOf: {
			...SEVERAL,
			description: "All of these are needed.",
			items: inner
		}
	}
};
const effect = {
	description: "What follows where the rule holds: deny, warn, or require with the people who have to approve.",
	anyOf: [{
		enum: ["deny", "warn"],
		description: "deny: refused, whoever approves; warn: said to the reviewers."
	}, {
		type: "object",
		description: "Asks for more approvals.",
		additionalProperties: false,
		required: ["require"],
		properties: { require: {
			type: "object",
			description: "Asks for approvals besides those that the configuration asks for.",
			additionalProperties: false,
			properties: {
				...approvers,
				anyOf: {
					...SEVERAL,
					description: "Instead of of: any of these suffices.",
					items: outer
				},
				allOf: {
					...SEVERAL,
					description: "Instead of of: all of these are needed.",
					items: outer
				},
				distinct: {
					type: "boolean",
					description: "Whether they have to be others than those of every other distinct requirement. false unless given."
				},
				confirm: {
					type: "boolean",
					description: "Whether reviews have to quote the publication's code. false unless given."
				}
			}
		} }
	}]
};
const CONTROL = {
	type: "string",
	pattern: "^[A-Za-z0-9][A-Za-z0-9 ._:()/-]{0,79}$",
	description: "A control: letters, digits, spaces and any of . _ : ( ) / -"
};
const rule = {
	type: "object",
	description: "One rule. It judges every change that it matches by itself.",
	additionalProperties: false,
	required: [
		"name",
		"when",
		"effect",
		"message"
	],
	properties: {
		name: {
			...NAME,
			description: "A name that no other rule of this document has: words in lower case with hyphens."
		},
		match,
		when: {
			type: "string",
			minLength: 1,
			maxLength: POLICY_LIMITS.expression,
			description: "When the rule holds: an expression of CEL over change, plan, before, after, access, identity, risk, pull, governance, now."
		},
		effect,
		message: {
			type: "string",
			minLength: 1,
			maxLength: 500,
			description: "What reviewers read, with values in braces, such as {change.name}; {found} is what an exists of the expression holds for."
		},
		comply: {
			type: "string",
			minLength: 1,
			maxLength: 500,
			description: "What the author can do about it."
		},
		controls: {
			type: "array",
			maxItems: 20,
			uniqueItems: true,
			description: "Controls that the rule serves, such as NHI5:2025 or PR.AA-05.",
			items: CONTROL
		}
	}
};
const test = {
	type: "object",
	description: "A change as it may come, and which rules have to hold for it.",
	additionalProperties: false,
	required: [
		"name",
		"given",
		"expect"
	],
	properties: {
		name: {
			type: "string",
			minLength: 1,
			maxLength: 200,
			description: "What the case shows."
		},
		given: givenSchema,
		expect: {
			type: "array",
			maxItems: POLICY_LIMITS.rules,
			uniqueItems: true,
			description: "The rules of this document that hold; every other one does not.",
			items: {
				...NAME,
				description: "Name of a rule."
			}
		}
	}
};
const notAssessable = {
	type: "array",
	maxItems: 100,
	description: "Controls of which no plan shows anything, with the reason that the report of controls gives.",
	items: {
		type: "object",
		description: "A control that no rule can serve.",
		additionalProperties: false,
		required: ["control", "reason"],
		properties: {
			control: CONTROL,
			reason: {
				type: "string",
				minLength: 1,
				maxLength: 500,
				description: "Why nothing can be said of it."
			}
		}
	}
};
const policy = {
	type: "object",
	additionalProperties: false,
	required: [
		"apiVersion",
		"kind",
		"metadata",
		"spec"
	],
	properties: {
		apiVersion: {
			const: API_VERSION,
			description: "Version of the format of this document."
		},
		kind: {
			const: "Policy",
			description: "What sort of document this is."
		},
		metadata: {
			type: "object",
			description: "What the policy is called, and what it is for.",
			additionalProperties: false,
			required: ["name"],
			properties: {
				name: {
					...NAME,
					description: "A name that no other policy has: words in lower case with hyphens."
				},
				description: {
					type: "string",
					minLength: 1,
					maxLength: 1e3,
					description: "What the policy is for."
				}
			}
		},
		spec: {
			type: "object",
			description: "The rules, and the cases that show what they do.",
			additionalProperties: false,
			required: ["rules"],
			properties: {
				rules: {
					type: "array",
					minItems: 1,
					maxItems: POLICY_LIMITS.rules,
					description: "Rules; their order does not matter.",
					items: rule
				},
				notAssessable,
				tests: {
					type: "array",
					maxItems: 500,
					description: "Cases that countersign policy test runs.",
					items: test
				}
			}
		}
	}
};
/** JSON Schema of a policy document, for validation and for editors. */
const policySchema = {
	$schema: "https://json-schema.org/draft/2020-12/schema",
	title: "Policy",
	description: "Rules that judge every change of a plan: they refuse it, warn of it, or ask for more approvals.",
	...policy
};

export { POLICY_LIMITS as n, exceptionSchema as r, policySchema as t };