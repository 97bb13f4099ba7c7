import type { SourceAccess } from '../../../src/core/access/assessed.ts';
import type { ChangeAssessment } from '../../../src/core/assessment.ts';
import type { Configuration } from '../../../src/core/configuration.ts';
import type { Change, Plan } from '../../../src/core/plan.ts';
import type { Permission } from '../../../src/core/ports.ts';
import { loadPolicies, policySetOf } from '../../../src/core/policy/index.ts';
import type { Judgement, PolicySet } from '../../../src/core/policy/set.ts';
import { configurationFor } from '../../support/planning.ts';
import { planOf } from '../../support/plans.ts';

export const NOW = '2026-06-01T12:00:00Z';

export const CONFIGURATION: Configuration = {
  ...configurationFor({
    name: 'memory',
    provider: 'memory',
    connection: { read: 'READ', write: 'WRITE' },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: 'owner',
  }),
  people: { owner: ['olga'], security: ['sid', 'sue'] },
};

export type RuleText = {
  readonly name?: string;
  readonly match?: string;
  readonly when?: string;
  readonly effect?: string;
  readonly message?: string;
  /** In the flow style. */
  readonly controls?: string;
};

/** A policy document of these rules, in the flow style of YAML where it matters. */
export function policyText(rules: readonly RuleText[], name = 'team', rest = ''): string {
  const lines = rules.map(
    ({ name: rule = 'rule', match, when = 'true', effect = 'warn', message = 'Said.', controls }) =>
      `    - name: ${rule}\n${match === undefined ? '' : `      match: ${match}\n`}      when: ${JSON.stringify(when)}\n      effect: ${effect}\n      message: ${JSON.stringify(message)}\n${controls === undefined ? '' : `      controls: ${controls.replaceAll(/[^[\], ]+/gu, '"$&"')}\n`}`,
  );
  return `apiVersion: countersign.dev/v1\nkind: Policy\nmetadata: { name: ${name} }\nspec:\n  rules:\n${lines.join('')}${rest}`;
}

export function loaded(...texts: readonly string[]) {
  return loadPolicies(
    texts.map((text, index) => ({ path: `policies/${index}.yaml`, bytes: new TextEncoder().encode(text) })),
    CONFIGURATION,
  );
}

export function permission(action: string, parts: Partial<Permission> = {}): Permission {
  return { principal: 'memory/MemoryAccount/a', action, resource: 'r', path: 'direct', power: 'use', ...parts };
}

export type Judged = { readonly change: Change; readonly gains?: readonly Permission[] };

export function policySet(...texts: readonly string[]): PolicySet {
  return policySetOf(loaded(...texts), CONFIGURATION);
}

/** What these policies say of these changes. */
export function judged(
  texts: readonly string[],
  changes: readonly Judged[],
  { now = NOW, ...plan }: Partial<Plan> & { readonly now?: string } = {},
  access: readonly SourceAccess[] = [],
): Judgement {
  const whole = { ...planOf(changes.map(({ change }) => change)), ...plan };
  return policySet(...texts).judge({ plan: whole, changes: changes.map(assessed), access, now, pull: null });
}

export function assessed({ change, gains = [] }: Judged): ChangeAssessment {
  return {
    address: change.address,
    risk: { level: 'low', reasons: [] },
    gains,
    loses: [],
    expansions: {},
    location: null,
    locations: {},
    notes: [],
  };
}
