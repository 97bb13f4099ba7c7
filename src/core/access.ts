import { compareText } from './address.ts';
import type { LiveObject, LiveState } from './live.ts';
import type { Change } from './plan.ts';
import type { Permission, Provider } from './ports.ts';

export type AccessDelta = { readonly gains: readonly Permission[]; readonly loses: readonly Permission[] };

/** Direct permissions that one change adds and takes away, each sorted. A disabled identity loses everything it held. */
export function accessDelta(
  change: Change,
  provider: Provider,
  object: LiveObject | null,
  live: LiveState,
): AccessDelta {
  if (change.steps.length === 0) return { gains: [], loses: [] };
  const inventory = object === null ? null : provider.inventory(object, live);
  const before = permissionsOf(change.action === 'disable' ? inventory : change.before);
  const after = change.action === 'disable' ? new Map<string, Permission>() : permissionsOf(change.after);
  return { gains: missingFrom(before, after), loses: missingFrom(after, before) };

  function permissionsOf(attributes: Change['before']): ReadonlyMap<string, Permission> {
    if (attributes === null) return new Map();
    return new Map(
      provider.permissions(change.address, attributes).map((permission) => [keyOf(permission), permission]),
    );
  }
}

export function keyOf(permission: Permission): string {
  return JSON.stringify([permission.principal, permission.action, permission.resource, permission.path]);
}

function missingFrom(
  known: ReadonlyMap<string, Permission>,
  all: ReadonlyMap<string, Permission>,
): readonly Permission[] {
  return [...all]
    .filter(([key]) => !known.has(key))
    .sort(([left], [right]) => compareText(left, right))
    .map(([, permission]) => permission);
}
