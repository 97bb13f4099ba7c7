import type { AccessIndex, Affected, EffectivePermission } from './effective.ts';

/**
 * What a set of changes does to one permission. `gained`, `lost`: before, or after, it is not held, or only under a condition;
 * gained, too, where less of it is refused.
 * `kept`: what gave it directly is gone, and it is held all the same. `repeated`: it is given directly, and was held before.
 * `instead`: how it is, or was, held otherwise; null: not at all.
 */
export type AccessChange =
  | {
      readonly kind: 'gained' | 'lost';
      readonly permission: EffectivePermission;
      readonly instead: EffectivePermission | null;
    }
  | {
      readonly kind: 'kept' | 'repeated';
      readonly permission: EffectivePermission;
      readonly instead: EffectivePermission;
    };

/** Compares two states of one source where changes can make a difference, one principal at a time, in the order of `affected`. */
export function* compareAccess(
  before: AccessIndex,
  after: AccessIndex,
  affected: Iterable<Affected>,
): Generator<AccessChange> {
  for (const { principal, resources } of affected) {
    for (const resource of resources) {
      yield* changesBetween(before.on(principal, resource, resources), after.on(principal, resource, resources));
    }
  }
}

function* changesBetween(
  before: readonly EffectivePermission[],
  after: readonly EffectivePermission[],
): Generator<AccessChange> {
  const earlier = new Map(before.map((permission) => [permission.action, permission]));
  const later = new Map(after.map((permission) => [permission.action, permission]));
  for (const action of [...new Set([...earlier.keys(), ...later.keys()])].sort()) {
    const change = changeOf(earlier.get(action) ?? null, later.get(action) ?? null);
    if (change !== null) yield change;
  }
}

function changeOf(before: EffectivePermission | null, after: EffectivePermission | null): AccessChange | null {
  const [was, is] = [rankOf(before), rankOf(after)];
  if (after !== null && (is > was || isFreed(before, after)))
    return isNobodysOwn(before, after) ? null : gained(after, before);
  if (before !== null && was > is) return isNobodysOwn(after, before) ? null : lost(before, after);
  if (before === null || after === null || isDirect(before) === isDirect(after)) return null;
  return isDirect(before)
    ? { kind: 'kept', permission: before, instead: after }
    : { kind: 'repeated', permission: after, instead: before };
}

function gained(permission: EffectivePermission, instead: EffectivePermission | null): AccessChange {
  return { kind: 'gained', permission, instead };
}

function lost(permission: EffectivePermission, instead: EffectivePermission | null): AccessChange {
  return { kind: 'lost', permission, instead };
}

/** What is given to everyone comes and goes with the identity, and is no difference that the change makes. */
function isNobodysOwn(other: EffectivePermission | null, permission: EffectivePermission): boolean {
  return other === null && permission.path.basis === 'everyone';
}

function rankOf(permission: EffectivePermission | null): 0 | 1 | 2 {
  return permission === null ? 0 : permission.condition === null ? 2 : 1;
}

/** Held under a condition before and after, of which something that was refused is refused no more. */
function isFreed(before: EffectivePermission | null, after: EffectivePermission): boolean {
  if (before === null || before.condition === null || after.condition === null) return false;
  const still = new Set(after.refused);
  return (before.refused ?? []).some((part) => !still.has(part));
}

function isDirect({ path }: EffectivePermission): boolean {
  return path.through.length === 0 && path.basis === 'grant';
}
