export { runCases, untested } from './cases.ts';
export { explanationOf } from './explanation.ts';
export { policySetOf } from './judge.ts';
export { loadPolicies, type LoadedPolicies } from './load.ts';
