import { parseAddress, type Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Permission } from '../../../core/ports.ts';
import { boundRoles } from '../normal-form/bound-roles.ts';
import { roleForm, serviceAccountForm, type RoleForm, type ServiceAccountForm } from '../normal-form/model.ts';
import { isWorkloadIdentity } from '../normal-form/workload-identity.ts';
import { powerOf } from '../risk/powers.ts';
import { parseTarget } from '../rules/target.ts';
import { principalOf } from './principals.ts';
import { BOUND_TO, resourceText, type Resource } from './resources.ts';

type Line = Pick<Permission, 'action' | 'resource' | 'power'> & { readonly path?: 'membership' };

/** What a ServiceAccount with this annotation does to what the value names. */
export const ACT_AS = 'act as';
/** What a ClusterRole with such a label does to an aggregated one. */
export const ADDS_TO = 'adds to';

/** The labels by which the ClusterRoles of every cluster aggregate, and those of most others. */
const AGGREGATE = /^(?:[^/]+\/)aggregate-to-(.+)$/u;

/**
 * Provider.permissions: what an identity is given directly. A ServiceAccount is bound to roles, which bring what they allow;
 * a ClusterRole counts as widely as it can be bound.
 */
export function permissionsOf(address: Address, attributes: Attributes): readonly Permission[] {
  const { source } = parseAddress(address);
  const principal = principalOf(source, address);
  const lines = principal?.kind === 'role' ? roleLines(source, principal.namespace, roleForm(attributes)) : [];
  const own = principal?.kind === 'service-account' ? accountLines(source, serviceAccountForm(attributes)) : [];
  return [...lines, ...own].map(({ path = 'direct', ...line }) => ({ principal: address, path, ...line }));
}

function accountLines(source: string, form: ServiceAccountForm): readonly Line[] {
  const bound = boundRoles(form.roles).map(({ namespace, kind, name }): Line => {
    const resource: Resource = { kind: 'role', namespace, role: { kind, name } };
    const power = powerOf(BOUND_TO, resource);
    return { action: BOUND_TO, resource: resourceText(source, resource), power, path: 'membership' };
  });
  const identities = Object.entries(form.annotations?.values ?? {})
    .filter(([annotation]) => isWorkloadIdentity(annotation))
    .map(([, value]): Line => ({ action: ACT_AS, resource: `${source}: cloud identity ${value}`, power: 'use' }));
  return [...bound, ...identities];
}

function roleLines(source: string, namespace: string | null, form: RoleForm): readonly Line[] {
  const rules = Object.entries(form.rules ?? {}).flatMap(([text, verbs]) => {
    const target = parseTarget(text);
    if (target === null) return [];
    const resource: Resource = { kind: 'target', namespace, target };
    return Object.keys(verbs).map((action): Line => ({
      action,
      resource: resourceText(source, resource),
      power: powerOf(action, resource),
    }));
  });
  return [...rules, ...(namespace === null ? aggregateLines(source, form) : [])];
}

/** Whoever is bound to the aggregated role gets what this one allows. Which other labels are selected is known where the cluster is. */
function aggregateLines(source: string, { labels }: RoleForm): readonly Line[] {
  return Object.entries(labels?.values ?? {}).flatMap(([label, value]): readonly Line[] => {
    const [, name] = AGGREGATE.exec(label) ?? [];
    if (name === undefined || value !== 'true') return [];
    const resource = resourceText(source, { kind: 'role', namespace: null, role: { kind: 'ClusterRole', name } });
    return [{ action: ADDS_TO, resource, power: 'use' }];
  });
}
