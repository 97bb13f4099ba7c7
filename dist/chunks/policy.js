import { t as defaultRequirements } from "./requirements.js";
import { u as pullView } from "./set.js";

// src/core/policy.ts
/**
* The judge of one commit's rules: what the configuration's defaults ask for and what its policies say, which only ever add to it, as far as
* no exception takes that away again.
* A team has nobody: it is not read. @param now see `Situation`
* @param pull see `pullView`; null: not known here, or no rule asks for it
*/
function judgeBy(configuration, now, pull) {
	const view = pull === null ? null : pullView(pull, configuration.people, configuration.policySet.teams);
	return (plan, changes, access) => {
		const { requirements, findings, exceptions } = configuration.policySet.judge({
			plan,
			changes,
			access,
			now,
			pull: view
		});
		return {
			requirements: [...defaultRequirements(configuration, plan, changes, access), ...requirements],
			findings,
			exceptions
		};
	};
}

export { judgeBy as t };