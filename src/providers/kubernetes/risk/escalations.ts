import { parseAddress } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import type { Escalation, EscalationQuestion } from '../../../core/risk/model.ts';
import { ACT_AS, ADDS_TO } from '../access/permissions.ts';
import { parseResource, type Resource } from '../access/resources.ts';
import { targetText } from '../rules/target.ts';
import { powersOf } from './powers.ts';

/** The ways in which what is gained lets its holder get at more than is listed: all of it is told by what is gained. */
export function escalations({ gains }: Pick<EscalationQuestion, 'gains'>): readonly Escalation[] {
  return gains.flatMap(escalationsOf);
}

function escalationsOf(gain: Permission): readonly Escalation[] {
  const { source } = parseAddress(gain.principal);
  if (gain.action === ACT_AS) return [foreign(gain, source)];
  const resource = parseResource(source, gain.resource);
  if (resource === null) return [];
  if (gain.action === ADDS_TO) return [widening(gain, resource)];
  const what = whatText(gain.action, resource);
  return powersOf(gain.action, resource).map(({ level, path }) => ({ gain, level, what, path, seen: 'permissions' }));
}

function foreign(gain: Permission, source: string): Escalation {
  const what = gain.resource.slice(`${source}: `.length);
  const path = 'can act as it, where that trusts the ServiceAccount';
  return { gain, level: 'high', what, path, seen: 'permissions' };
}

function widening(gain: Permission, resource: Resource): Escalation {
  const what = `a label that adds it to ${resource.kind === 'role' ? resource.role.name : gain.resource}`;
  const path = 'whoever is bound to that gets what this role allows';
  return { gain, level: 'high', what, path, seen: 'permissions' };
}

/** `create pods/exec in shop`, `ClusterRole edit everywhere`. */
function whatText(action: string, resource: Resource): string {
  const where = resource.namespace === null ? ' everywhere' : ` in ${resource.namespace}`;
  return resource.kind === 'role'
    ? `${resource.role.kind} ${resource.role.name}${where}`
    : `${action} ${targetText(resource.target)}${where}`;
}
