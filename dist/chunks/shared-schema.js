import { i as envelope, n as NAME } from "./envelope.js";

// src/core/desired/shared-schema.ts
const MOST_SOURCES = 100;
const valuesFor = {
	type: "object",
	description: "Values for this source: each stands where the document says {{ itsName }}.",
	maxProperties: 100,
	propertyNames: {
		pattern: "^[A-Za-z][A-Za-z0-9_]{0,99}$",
		description: "A value's name has letters, digits and '_', and begins with a letter."
	},
	additionalProperties: {
		type: "string",
		maxLength: 1e3,
		description: "A text."
	}
};
/** What `metadata.sources` and `metadata.profiles` of an identity's document may hold. */
const sharing = {
	type: "object",
	properties: {
		sources: {
			description: "Several sources that have this identity, instead of one: a list, or by name with values for each.",
			anyOf: [{
				type: "array",
				description: "Names of sources.",
				minItems: 1,
				maxItems: MOST_SOURCES,
				uniqueItems: true,
				items: {
					...NAME,
					description: "A source named in .github/countersign.yaml."
				}
			}, {
				type: "object",
				description: "Values, by the name of a source.",
				minProperties: 1,
				maxProperties: MOST_SOURCES,
				additionalProperties: valuesFor
			}]
		},
		profiles: {
			type: "array",
			description: "Profiles that say more of the spec. Their order means nothing.",
			minItems: 1,
			maxItems: 100,
			uniqueItems: true,
			items: {
				...NAME,
				description: "The name of a Profile document."
			}
		}
	}
};
const SHARING = sharing.properties;
const sharingSchema = sharing;
const profileSpec = {
	type: "object",
	description: "What documents that name the profile say besides.",
	additionalProperties: false,
	required: ["kind", "spec"],
	properties: {
		kind: {
			...NAME,
			description: "The kind of the documents that may name it."
		},
		spec: {
			type: "object",
			description: "Any part of a spec of that kind."
		}
	}
};
const profileSchema = envelope("Profile", "A part of a spec that many documents share. Whoever edits it changes all that name it.", {
	type: "object",
	description: "What it is called.",
	additionalProperties: false,
	required: ["name"],
	properties: { name: {
		...NAME,
		description: "A name that no other profile has."
	} }
}, profileSpec, {});

export { profileSchema as n, sharingSchema as r, SHARING as t };