import type { Target } from './target.ts';

/** What says who makes rules, and what a merge is. */
export const GATE: readonly Target[] = [
  {
    files: ['src/workflows/governance.ts'],
    tests: ['test/workflows/governance.test.ts'],
    slow: [],
  },
  {
    files: ['src/core/group.ts', 'src/core/own-errors.ts'],
    tests: ['test/core/group.test.ts', 'test/core/own-errors.test.ts'],
    slow: [],
  },
  {
    files: ['src/github/three-way.ts'],
    tests: ['test/github/three-way.test.ts'],
    slow: [],
  },
  {
    files: ['src/github/base-merges.ts'],
    tests: ['test/github/base-merges.test.ts'],
    slow: ['test/workflows/clean-merge.test.ts'],
  },
  {
    files: ['src/workflows/clean-merge.ts'],
    tests: ['test/workflows/clean-merge-inputs.test.ts'],
    slow: ['test/workflows/clean-merge.test.ts'],
  },
  {
    files: ['src/workflows/published-plan.ts'],
    tests: ['test/workflows/published-plan.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/landed-inputs.ts'],
    tests: ['test/workflows/landed-inputs.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/landing-approval.ts'],
    tests: ['test/workflows/landing-approval.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/concern.ts'],
    tests: ['test/workflows/concern.test.ts'],
    slow: [],
  },
];

/** What says which pull request landed, and how. */
export const LANDINGS: readonly Target[] = [
  {
    files: ['src/workflows/settle.ts'],
    tests: ['test/workflows/settle.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/own-app.ts'],
    tests: ['test/workflows/own-app-rule.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/own-writes.ts'],
    tests: ['test/workflows/own-writes-of.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/taken-in.ts'],
    tests: ['test/workflows/taken-in-by.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/supersession.ts'],
    tests: ['test/workflows/supersession.test.ts', 'test/workflows/landed-inputs.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/follow-up-draft.ts'],
    tests: ['test/workflows/follow-up-draft.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/bypassed.ts'],
    tests: ['test/workflows/involved.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/merged-outcome.ts'],
    tests: ['test/workflows/merged-outcome-of.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/landed-by.ts'],
    tests: ['test/workflows/landed-by.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/attribution.ts'],
    tests: ['test/workflows/attribution.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/group-links.ts'],
    tests: ['test/workflows/group-link-paths.test.ts', 'test/workflows/group-links.test.ts'],
    slow: [],
  },
  {
    files: ['src/workflows/judge-landing.ts'],
    tests: ['test/workflows/judge-landing.test.ts'],
    slow: [],
  },
];
