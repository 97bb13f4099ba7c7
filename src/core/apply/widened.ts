import { parseAddress } from '../address.ts';
import { keyOf } from '../access.ts';
import type { ChangeAssessment } from '../assessment.ts';
import type { Attributes } from '../attributes.ts';
import type { Reason } from '../errors.ts';
import type { Change, Plan } from '../plan.ts';
import type { Permission, Provider } from '../ports.ts';

/**
 * Null unless an approved change gives access that its publication did not show: computed anew from what was approved, by the engine that
 * executes. A pattern counts as it was reviewed, so an object that was created inside of one widens nothing.
 */
export function widenedBy(
  plan: Plan,
  published: readonly Pick<ChangeAssessment, 'address' | 'gains'>[],
  providers: ReadonlyMap<string, Pick<Provider, 'permissions'>>,
): Reason | null {
  const shown = new Map(published.map(({ address, gains }) => [address, new Set(gains.map(keyOf))]));
  const named = new Map(plan.sources.map(({ name, provider }) => [name, provider]));
  for (const change of plan.changes) {
    const provider = providers.get(named.get(parseAddress(change.address).source) ?? '');
    if (provider === undefined) continue;
    const hidden = gainsOf(change, provider).find((gain) => shown.get(change.address)?.has(keyOf(gain)) !== true);
    if (hidden === undefined) continue;
    const message = `${change.address} would get ${hidden.action} on ${hidden.resource}, which its publication does not show.`;
    return { code: 'access-widened', message };
  }
  return null;
}

/** What a change gives by itself, whatever else is live. */
export function gainsOf(change: Change, provider: Pick<Provider, 'permissions'>): readonly Permission[] {
  if (change.steps.length === 0 || change.action === 'disable') return [];
  const permissions = (attributes: Attributes | null) =>
    attributes === null ? [] : provider.permissions(change.address, attributes);
  const before = new Set(permissions(change.before).map(keyOf));
  return permissions(change.after).filter((permission) => !before.has(keyOf(permission)));
}
