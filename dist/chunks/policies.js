import { o as isPolicyFile } from "./overlooked.js";
import { i as readPolicies, r as readInputs } from "./inputs.js";

// src/cli/policies.ts
/**
* The policies of a tree as its configuration names them; the engine is loaded where there are any.
* @param among only these files; null: all of them
*/
async function loadedPolicies(tree, configuration, among = null) {
	const { inputs, diagnostics } = among === null ? await readPolicies(tree, configuration) : await readInputs(tree, among.filter(isPolicyFile(configuration)));
	if (inputs.length + diagnostics.length === 0) return null;
	const { loadPolicies } = await import("./policy2.js");
	const loaded = loadPolicies(inputs, configuration);
	return {
		...loaded,
		diagnostics: [...diagnostics, ...loaded.diagnostics]
	};
}
/** With what the policies of the same tree say. */
async function withPolicies(tree, configuration) {
	const loaded = await loadedPolicies(tree, configuration);
	if (loaded === null) return configuration;
	const { policySetOf } = await import("./policy2.js");
	return {
		...configuration,
		policySet: policySetOf(loaded, configuration)
	};
}

export { withPolicies as n, loadedPolicies as t };