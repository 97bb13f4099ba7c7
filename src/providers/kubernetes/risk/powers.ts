import type { Permission } from '../../../core/ports.ts';
import { BOUND_TO, type Resource } from '../access/resources.ts';
import { EVERY_VERB } from '../rules/normal-form.ts';
import { resourceTarget, targetText, type ResourceTarget } from '../rules/target.ts';
import { widerTexts } from '../rules/wider.ts';
import { CLUSTER_ROLE_POWERS, EVERYTHING, POWERS, type Outcome, type PowerEntry } from './power-table.ts';

/** What happens in this namespace decides about the whole cluster: its controllers have their tokens there. */
const HOME_OF_CONTROLLERS = 'kube-system';

/** Everything that an action on a resource is good for besides itself. */
export function powersOf(action: string, resource: Resource): readonly Outcome[] {
  const { namespace } = resource;
  const isWide = namespace === null || namespace === HOME_OF_CONTROLLERS;
  const found = [...new Map(outcomesOf(action, resource).map((outcome) => [outcome.path, outcome])).values()];
  return found.map((outcome) => (isWide && outcome.level === 'high' ? { ...outcome, level: 'critical' } : outcome));
}

export function powerOf(action: string, resource: Resource): Permission['power'] {
  return powersOf(action, resource).some(({ administers }) => administers) ? 'administer' : 'use';
}

/** Other roles are known by their rules, where the whole cluster was read. */
function outcomesOf(action: string, resource: Resource): readonly Outcome[] {
  if (resource.kind === 'role') {
    const { kind, name } = resource.role;
    const known = action === BOUND_TO && kind === 'ClusterRole' && Object.hasOwn(CLUSTER_ROLE_POWERS, name);
    const outcome = known ? CLUSTER_ROLE_POWERS[name] : undefined;
    return outcome === undefined ? [] : [outcome];
  }
  const { target, namespace } = resource;
  if (target.kind === 'url') return [];
  if (action === EVERY_VERB && isEverything(target)) return [EVERYTHING];
  const scoped = POWERS.filter(({ scope }) => namespace === null || scope === 'namespace');
  return scoped.filter(({ by }) => by.some((doing) => isMet(doing, action, target)));
}

function isEverything({ group, resource, subresource, name }: ResourceTarget): boolean {
  return group === '*' && resource === '*' && subresource === null && name === null;
}

/** By wildcards, too; a permission on one object by name is one on its kind. */
function isMet({ group, resources, verbs }: PowerEntry['by'][number], action: string, target: ResourceTarget): boolean {
  if (action !== EVERY_VERB && !verbs.some((verb) => isVerb(verb, action))) return false;
  const granted = targetText({ ...target, name: null });
  return resources.some((resource) => [...widerTexts(resourceTarget(group, resource, null), [])].includes(granted));
}

/** Verbs of one family, such as `impersonate:user-info`, count as it. */
function isVerb(verb: string, action: string): boolean {
  return verb === action || action.startsWith(`${verb}:`);
}
