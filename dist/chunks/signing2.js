// src/core/configuration/signing.ts
const ISSUER = "https://token.actions.githubusercontent.com";
/** Events whose workflow files come from the default branch, or that only people with write permission to it raise. */
const EVENTS = [
	"push",
	"workflow_run",
	"schedule",
	"workflow_dispatch"
];
/** What the schema has confirmed, as the ledger's code wants it. */
function resolveSigning(signing) {
	switch (signing.kind) {
		case "none": return { kind: "none" };
		case "ed25519": return {
			kind: "ed25519",
			key: signing.key.env,
			keys: signing.keys
		};
		case "github-oidc": return {
			kind: "github-oidc",
			issuer: signing.issuer ?? ISSUER,
			repositoryId: signing.repositoryId,
			workflows: signing.workflows,
			refs: signing.refs,
			events: signing.events ?? EVENTS,
			keys: signing.keys ?? {},
			retired: signing.retired ?? {}
		};
	}
}

export { resolveSigning as t };