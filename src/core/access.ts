import { compareText } from './address.ts';
import type { LiveObject, LiveState } from './live.ts';
import type { Change } from './plan.ts';
import type { Permission, Provider } from './ports.ts';

export type AccessDelta = { readonly gains: readonly Permission[]; readonly loses: readonly Permission[] };

/**
 * Direct permissions that one change adds and takes away, each sorted. What a wildcard gave before is no gain by its name, and what
 * one gives after is no loss. A disabled identity loses everything it held.
 */
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
  const includes = provider.access?.includes?.bind(provider.access) ?? null;
  return { gains: missingFrom(before, after, includes), loses: missingFrom(after, before, includes) };

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

type Includes = NonNullable<NonNullable<Provider['access']>['includes']>;

/** Comparisons of one side of a change: beyond, what a wildcard may include counts as gained or lost. */
const COMPARISONS = 200_000;

function missingFrom(
  known: ReadonlyMap<string, Permission>,
  all: ReadonlyMap<string, Permission>,
  includes: Includes | null,
): readonly Permission[] {
  const unnamed = [...all].filter(([key]) => !known.has(key));
  const given = [...known.values()].filter(({ path }) => path === 'direct');
  const isCompared = includes !== null && unnamed.length * given.length <= COMPARISONS;
  return unnamed
    .filter(([, one]) => !isCompared || one.path !== 'direct' || !given.some((held) => includes(held, one)))
    .sort(([left], [right]) => compareText(left, right))
    .map(([, permission]) => permission);
}
