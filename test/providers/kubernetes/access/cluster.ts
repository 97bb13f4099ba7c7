import type { LiveState } from '../../../../src/core/live.ts';
import type { Change } from '../../../../src/core/plan.ts';
import type { Estate, EstateBinding, Subject } from '../../../../src/providers/kubernetes/access/estate.ts';
import type { PolicyRule } from '../../../../src/providers/kubernetes/rules/policy-rule.ts';
import { changeWith, stepWith } from '../../../support/plans.ts';

/** `get,list secrets` as a rule of the core group. */
export function rule(verbs: string, resource: string, more: Partial<PolicyRule> = {}): PolicyRule {
  return { apiGroups: [''], resources: [resource], verbs: verbs.split(','), ...more };
}

export function account(namespace: string, name: string): Subject {
  return { kind: 'ServiceAccount', namespace, name };
}

export function group(name: string): Subject {
  return { kind: 'Group', namespace: null, name };
}

export function bound(
  namespace: string | null,
  kind: EstateBinding['role']['kind'],
  name: string,
  ...subjects: readonly Subject[]
): EstateBinding {
  return { namespace, role: { kind, name }, subjects };
}

export const EMPTY: Estate = { serviceAccounts: [], roles: [], clusterRoles: [], bindings: [] };

export function liveOf(estate: Estate): LiveState {
  return {
    source: 'prod',
    provider: 'kubernetes',
    target: { cluster: 'uid' },
    objects: [],
    unreadable: [],
    notModelled: [],
    facts: estate,
  };
}

/** @param address without its source */
export function change(address: string, before: Change['before'], after: Change['after']): Change {
  return changeWith(address, { address: `prod/${address}`, before, after, steps: [stepWith(address)] });
}
