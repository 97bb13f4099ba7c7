import { parseTarget, targetText, type Target } from '../rules/target.ts';
import type { RoleRef } from './estate.ts';

/**
 * What a permission is on, in one namespace; null: in all of them, and in none. Written `prod/shop: secrets "db"`, `prod: nodes`,
 * `prod/shop: ClusterRole edit` for being bound to a role there.
 */
export type Resource =
  | { readonly kind: 'target'; readonly namespace: string | null; readonly target: Target }
  | { readonly kind: 'role'; readonly namespace: string | null; readonly role: RoleRef };

/** What somebody who is bound to a role does to it. */
export const BOUND_TO = 'bound to';

const ROLE = /^(Role|ClusterRole) (.+)$/su;

function placeText(source: string, namespace: string | null): string {
  return namespace === null ? source : `${source}/${namespace}`;
}

export function resourceText(source: string, resource: Resource): string {
  const what = resource.kind === 'target' ? targetText(resource.target) : `${resource.role.kind} ${resource.role.name}`;
  return `${placeText(source, resource.namespace)}: ${what}`;
}

/** Null: it is not the text of a resource of this source. */
export function parseResource(source: string, text: string): Resource | null {
  const at = text.indexOf(': ');
  const place = at < 0 ? '' : text.slice(0, at);
  const isCluster = place === source;
  if (!isCluster && (!place.startsWith(`${source}/`) || place.length === source.length + 1)) return null;
  return resourceAt(isCluster ? null : place.slice(source.length + 1), text.slice(at + 2));
}

/** @param text without its place */
export function resourceAt(namespace: string | null, text: string): Resource | null {
  const [, kind, name = ''] = ROLE.exec(text) ?? [];
  if (kind === 'Role' || kind === 'ClusterRole') return { kind: 'role', namespace, role: { kind, name } };
  const target = parseTarget(text);
  return target === null ? null : { kind: 'target', namespace, target };
}
