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
  const found = BY_TARGET.get(targetText({ ...target, name: null })) ?? [];
  return found.flatMap(({ verbs, entry }) => {
    const isScope = namespace === null || entry.scope === 'namespace';
    return isScope && verbs.some((verb) => isVerb(verb, action)) ? [entry] : [];
  });
}

type Granted = { readonly verbs: readonly string[]; readonly entry: PowerEntry };

/** The entries by each target that covers what they are about: a permission on one object by name is one on its kind. */
const BY_TARGET: ReadonlyMap<string, readonly Granted[]> = byTarget();

function byTarget(): ReadonlyMap<string, readonly Granted[]> {
  const all = new Map<string, Granted[]>();
  for (const entry of POWERS) {
    for (const { group, resources, verbs } of entry.by) {
      for (const resource of resources) {
        for (const wider of new Set(widerTexts(resourceTarget(group, resource, null), [])))
          all.set(wider, [...(all.get(wider) ?? []), { verbs, entry }]);
      }
    }
  }
  return all;
}

function isEverything({ group, resource, subresource, name }: ResourceTarget): boolean {
  return group === '*' && resource === '*' && subresource === null && name === null;
}

/** Verbs of one family, such as `impersonate:user-info`, count as it. */
function isVerb(verb: string, action: string): boolean {
  return action === EVERY_VERB || verb === action || action.startsWith(`${verb}:`);
}
