import type { Target } from './target.ts';
import { GATE, LANDINGS } from './workflow-targets.ts';

const APPROVAL = 'test/core/approval';
const APPLY = 'test/core/apply';
const LEDGER = 'test/core/ledger';
const POLICY = 'test/core/policy';
const RISK = 'test/core/risk';

export const TARGETS: { readonly [name: string]: readonly Target[] } = {
  approval: [
    {
      files: ['decide', 'outlook', 'people', 'reviews'].map((name) => `src/core/approval/${name}.ts`),
      tests: [`${APPROVAL}/truth-table.test.ts`, `${APPROVAL}/decide.test.ts`],
      slow: [`${APPROVAL}/properties.test.ts`],
    },
    {
      files: ['src/core/approval/runs.ts'],
      tests: [`${APPROVAL}/runs.test.ts`, `${APPROVAL}/run-ends.test.ts`],
      slow: [],
    },
    {
      files: ['src/core/approval/stale.ts'],
      tests: [`${APPROVAL}/stale.test.ts`],
      slow: [],
    },
    {
      files: ['src/core/approval/matching.ts'],
      tests: [`${APPROVAL}/decide.test.ts`, `${APPROVAL}/truth-table.test.ts`],
      slow: [`${APPROVAL}/matching.test.ts`],
    },
    {
      files: ['choices', 'permitted'].map((name) => `src/core/approval/${name}.ts`),
      tests: [`${APPROVAL}/either.test.ts`, `${APPROVAL}/permitted.test.ts`],
      slow: [`${APPROVAL}/choices.test.ts`],
    },
    {
      files: ['src/core/approval/requirements.ts', 'src/core/people.ts'],
      tests: [
        `${APPROVAL}/requirements.test.ts`,
        `${APPROVAL}/widening.test.ts`,
        'test/core/adoption.test.ts',
        'test/core/people.test.ts',
        'test/core/desired/code-owners.test.ts',
      ],
      slow: [],
    },
    {
      files: ['src/core/approval/teams.ts', 'src/core/configuration/advice.ts', 'src/core/configuration/level.ts'],
      tests: [`${APPROVAL}/teams.test.ts`, 'test/core/configuration/advice.test.ts'],
      slow: [],
    },
  ],
  policy: [
    {
      files: ['lifting', 'exception'].map((name) => `src/core/policy/${name}.ts`),
      tests: [`${POLICY}/exceptions.test.ts`],
      slow: [],
    },
    {
      files: ['asked', 'judge'].map((name) => `src/core/policy/${name}.ts`),
      tests: [`${POLICY}/asked.test.ts`, `${POLICY}/judge.test.ts`],
      slow: [],
    },
    {
      files: ['src/core/policy/coverage.ts'],
      tests: [`${POLICY}/coverage.test.ts`],
      slow: [],
    },
    {
      files: ['trial', 'trial-difference'].map((name) => `src/core/policy/${name}.ts`),
      tests: [`${POLICY}/trial-difference.test.ts`],
      slow: [],
    },
    {
      files: ['report', 'engine', 'line'].map((name) => `src/core/controls/${name}.ts`),
      tests: ['test/core/controls/report.test.ts'],
      slow: [],
    },
  ],
  risk: [
    {
      files: [
        'src/core/risk.ts',
        ...['access', 'anew', 'facts', 'level', 'lifetime', 'order', 'own', 'sensitive', 'text'].map(
          (name) => `src/core/risk/${name}.ts`,
        ),
      ],
      tests: ['risk', 'order', 'own', 'together', 'anew'].map((name) => `${RISK}/${name}.test.ts`),
      slow: [`${RISK}/properties.test.ts`],
    },
    {
      files: ['src/core/risk/unknown.ts'],
      tests: [`${RISK}/unknown.test.ts`],
      slow: [],
    },
    {
      files: ['src/core/risk/resource-glob.ts'],
      tests: [`${RISK}/resource-glob.test.ts`],
      slow: [`${RISK}/properties.test.ts`],
    },
    {
      files: ['assess', 'own', 'blocks'].map((name) => `src/core/access/${name}.ts`),
      tests: ['test/core/access/assess.test.ts', 'test/core/access/room.test.ts'],
      slow: ['test/core/access/assess.properties.test.ts'],
    },
  ],
  gate: GATE,
  landings: LANDINGS,
  ledger: [
    {
      files: ['verify', 'layout'].map((name) => `src/core/ledger/${name}.ts`),
      tests: ['verify', 'verify-report', 'verify-contents', 'verify-applies', 'verify-intruder', 'layout'].map(
        (name) => `${LEDGER}/${name}.test.ts`,
      ),
      slow: [`${LEDGER}/append.test.ts`],
    },
    {
      files: ['src/core/ledger/lease.ts'],
      tests: [`${LEDGER}/lease.test.ts`],
      slow: [],
    },
    {
      files: ['src/core/ledger/chain.ts'],
      tests: ['verify', 'verify-chain', 'verify-report', 'verify-intruder'].map((name) => `${LEDGER}/${name}.test.ts`),
      slow: [],
    },
    {
      files: ['src/core/ledger/seal.ts'],
      tests: ['open-entry', 'seal', 'verify', 'verify-intruder'].map((name) => `${LEDGER}/${name}.test.ts`),
      slow: [],
    },
    {
      files: ['append', 'state', 'pull-index'].map((name) => `src/core/ledger/${name}.ts`),
      tests: ['state', 'pull-index', 'append-commit', 'verify-report', 'verify-contents', 'verify-intruder'].map(
        (name) => `${LEDGER}/${name}.test.ts`,
      ),
      slow: [`${LEDGER}/append.test.ts`],
    },
    {
      files: ['src/core/ledger/open.ts'],
      tests: ['open-ledger', 'seal', 'verify', 'verify-intruder', 'append-commit'].map(
        (name) => `${LEDGER}/${name}.test.ts`,
      ),
      slow: [`${LEDGER}/append.test.ts`],
    },
    {
      files: ['src/core/ledger/github-oidc.ts'],
      tests: [`${LEDGER}/token-verdicts.test.ts`, `${LEDGER}/github-oidc.test.ts`],
      slow: [],
    },
  ],
  digest: [
    {
      files: ['src/core/digest.ts'],
      tests: ['test/core/digest.test.ts', 'test/core/digest.canonical.test.ts'],
      slow: ['test/core/steady.test.ts'],
    },
  ],
  apply: [
    {
      files: ['judge', 'permitted', 'landing', 'history', 'widened'].map((name) => `src/core/apply/${name}.ts`),
      tests: ['judge', 'judge.lists', 'permitted', 'landing', 'history', 'widened'].map(
        (name) => `${APPLY}/${name}.test.ts`,
      ),
      slow: ['execute.refusals', 'execute.resume', 'properties'].map((name) => `${APPLY}/${name}.test.ts`),
    },
    {
      files: ['execution-order', 'receipt', 'failures', 'attempt', 'execute'].map(
        (name) => `src/core/apply/${name}.ts`,
      ),
      tests: ['execution-order', 'failures', 'execute.outcomes', 'execute.refusals', 'execute.resume'].map(
        (name) => `${APPLY}/${name}.test.ts`,
      ),
      slow: [`${APPLY}/widened.test.ts`, `${APPLY}/properties.test.ts`],
    },
    {
      files: ['src/core/creation-mark.ts'],
      tests: ['test/core/creation-mark.test.ts'],
      slow: [`${APPLY}/execute.resume.test.ts`],
    },
    {
      files: ['follow-up', 'follow-up-place'].map((name) => `src/core/apply/${name}.ts`),
      tests: [`${APPLY}/follow-up.test.ts`, `${APPLY}/follow-up-place.test.ts`],
      slow: [],
    },
  ],
  plan: [
    ...['adoption', 'dependents', 'handed-state', 'mentions', 'removal-guard'].map((name) => ({
      files: [`src/core/${name}.ts`],
      tests: [`test/core/${name}.test.ts`],
      slow: [],
    })),
    {
      files: ['src/core/apply/claims.ts'],
      tests: [`${APPLY}/claims.test.ts`],
      slow: [],
    },
  ],
  providers: [
    ...['aws', 'kubernetes'].map((name) => ({
      files: [`src/providers/${name}/access/may-widen.ts`],
      tests: [`test/providers/${name}/access/may-widen.test.ts`],
      slow: [],
    })),
    ...['aws', 'kubernetes'].map((name) => ({
      files: [`src/providers/${name}/boundary.ts`],
      tests: [`test/providers/${name}/boundary.test.ts`],
      slow: [],
    })),
    {
      files: ['src/providers/aws/steps/blocks.ts'],
      tests: ['test/providers/aws/steps/blocks.test.ts'],
      slow: [],
    },
    {
      files: ['src/providers/aws/steps/limits.ts'],
      tests: ['test/providers/aws/steps/limits.test.ts'],
      slow: [],
    },
    ...['blocks', 'holders'].map((name) => ({
      files: [`src/providers/kubernetes/steps/${name}.ts`],
      tests: [`test/providers/kubernetes/steps/${name}.test.ts`],
      slow: [],
    })),
  ],
};
