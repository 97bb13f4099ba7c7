import type { Escalation } from '../../../core/risk/model.ts';
import type { Permission } from '../../../core/ports.ts';
import { BOUND_TO, type Resource } from '../access/resources.ts';
import { EVERY_VERB } from '../rules/normal-form.ts';
import { resourceTarget, targetText, type Target } from '../rules/target.ts';
import { widerTexts } from '../rules/wider.ts';
import { CLUSTER_ROLE_POWERS, POWERS, type PowerEntry } from './power-table.ts';

/** What somebody who holds it can come to. */
export type Power = Pick<Escalation, 'level' | 'path'> & { readonly administers: boolean };

const EVERYTHING: Power = { level: 'critical', administers: true, path: 'passes by every check there' };

/** What happens in this namespace decides about the whole cluster: its controllers have their tokens there. */
const HOME_OF_CONTROLLERS = 'kube-system';

/** Everything that an action on a resource is good for besides itself. */
export function powersOf(action: string, resource: Resource): readonly Power[] {
  const isWide = resource.namespace === null || resource.namespace === HOME_OF_CONTROLLERS;
  if (resource.kind === 'role') {
    const entry = resource.role.kind === 'ClusterRole' ? clusterRolePower(resource.role.name) : undefined;
    return entry === undefined || action !== BOUND_TO ? [] : [powerIn(entry, isWide)];
  }
  const { target, namespace } = resource;
  if (action === EVERY_VERB && isEverything(target)) return [EVERYTHING];
  const found = POWERS.filter(
    (entry) => (namespace === null || entry.scope === 'namespace') && isMet(entry, action, target),
  ).map((entry) => powerIn(entry, isWide));
  return [...new Map(found.map((power) => [power.path, power])).values()];
}

export function powerOf(action: string, resource: Resource): Permission['power'] {
  return powersOf(action, resource).some(({ administers }) => administers) ? 'administer' : 'use';
}

/** Roles of the cluster's own components are known by their rules, where the whole cluster was read. */
function clusterRolePower(name: string): Pick<PowerEntry, 'level' | 'administers' | 'path'> | undefined {
  return Object.hasOwn(CLUSTER_ROLE_POWERS, name) ? CLUSTER_ROLE_POWERS[name] : undefined;
}

function powerIn(
  { level, administers, path }: Pick<PowerEntry, 'level' | 'administers' | 'path'>,
  isWide: boolean,
): Power {
  return { level: level === 'high' && isWide ? 'critical' : level, administers, path };
}

function isEverything(target: Target): boolean {
  return target.kind === 'resource' && target.group === '*' && target.resource === '*' && target.subresource === null;
}

/** By wildcards, too; a permission on one object by name is one on its kind. */
function isMet({ group, resources, verbs }: PowerEntry, action: string, target: Target): boolean {
  if (target.kind !== 'resource') return false;
  if (action !== EVERY_VERB && !verbs.some((verb) => isVerb(verb, action))) return false;
  const granted = targetText({ ...target, name: null });
  return resources.some((resource) => [...widerTexts(resourceTarget(group, resource, null), [])].includes(granted));
}

/** Verbs of one family, such as `impersonate:user-info`, count as it. */
function isVerb(verb: string, action: string): boolean {
  return verb === action || action.startsWith(`${verb}:`);
}
