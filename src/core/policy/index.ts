export { runCases, untested } from './cases.ts';
export { explanationOf } from './explanation.ts';
export { policySetOf } from './judge.ts';
export { untimely } from './read-exception.ts';
export { loadPolicies, type LoadedPolicies } from './load.ts';
