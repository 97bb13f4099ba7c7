import { a as isPolicyFile } from "./overlooked.js";
import { n as NO_POLICIES } from "./set.js";
import { n as warningOf, t as unmatchedNames } from "./unmatched.js";
import { i as readPolicies, r as readInputs } from "./inputs.js";

// src/cli/policies.ts
/**
* The policies of a tree as its configuration names them; the engine is loaded where there are any.
* @param among only these files; null: all of them
*/
async function loadedPolicies(tree, configuration, among = null) {
	return await loadedFrom(among === null ? await readPolicies(tree, configuration) : await readInputs(tree, among.filter(isPolicyFile(configuration))), configuration);
}
async function loadedFrom({ inputs, diagnostics }, configuration) {
	if (inputs.length + diagnostics.length === 0) return null;
	const { loadPolicies } = await import("./policy3.js");
	const loaded = loadPolicies(inputs, configuration);
	return {
		...loaded,
		diagnostics: [...diagnostics, ...loaded.diagnostics]
	};
}
/** With what the policies of the same tree say. */
async function withPolicies(tree, configuration) {
	const found = await readPolicies(tree, configuration);
	const loaded = await loadedFrom(found, configuration);
	const policySet = loaded === null ? NO_POLICIES : (await import("./policy3.js")).policySetOf(loaded, configuration);
	return {
		...configuration,
		policySet: warningOf(policySet, unmatchedNames(configuration, found))
	};
}

export { withPolicies as n, loadedPolicies as t };