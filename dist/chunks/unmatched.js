import { a as isPolicyFile } from "./overlooked.js";

// src/core/policy/unmatched.ts
/** What `policies` names without any policy being there, as a misspelt folder, an empty one or a link: no rule of it judges. */
function unmatchedNames({ policies }, { inputs, diagnostics }) {
	const paths = [...inputs.map(({ path }) => path), ...diagnostics.flatMap(({ location }) => location?.path ?? [])];
	return policies.filter((name) => !paths.some(isPolicyFile({ policies: [name] })));
}
/** The set, which warns the reviewers of every plan that changes an identity. */
function warningOf(set, unmatched) {
	if (unmatched.length === 0) return set;
	const findings = unmatched.map(unmatchedFinding);
	return {
		...set,
		judge: (situation) => {
			const judgement = set.judge(situation);
			if (situation.plan.changes.length === 0) return judgement;
			return {
				...judgement,
				findings: [...judgement.findings, ...findings]
			};
		}
	};
}
function unmatchedFinding(name) {
	return {
		code: "policies-unmatched",
		effect: "warn",
		address: null,
		message: `The configuration names policies at ${name}, and none stands there: nothing of it judges.`
	};
}

export { warningOf as n, unmatchedNames as t };