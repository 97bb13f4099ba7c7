import { parseAddress, type Address } from './address.ts';
import type { Identity } from './desired/types.ts';
import { hashJson } from './digest.ts';
import type { Reason } from './errors.ts';
import type { Action, Change } from './plan.ts';
import type { ScopedIdentity } from './scope.ts';

const ENDS: Readonly<Partial<Record<Action, string>>> = {
  delete: 'deletes',
  disable: 'disables',
  forget: 'no longer manages',
};

/**
 * A note for each side of a rename: one identity of a source ends while one is created whose spec is the same.
 * Where several would fit there is no telling which became which, and nothing is said.
 */
export function renamesAmong(
  scope: readonly ScopedIdentity[],
  changes: readonly Pick<Change, 'address' | 'action'>[],
): ReadonlyMap<Address, Reason> {
  const actions = new Map(changes.map(({ address, action }) => [address, action]));
  const ending = scope.flatMap(({ base, head }) =>
    base !== null && head === null && ENDS[actions.get(base.address) ?? 'update'] !== undefined ? [base] : [],
  );
  if (ending.length === 0) return new Map();
  const created = scope.flatMap(({ base, head }) =>
    base === null && head !== null && actions.get(head.address) === 'create' ? [head] : [],
  );
  const [before, after] = [bySpec(ending), bySpec(created)];
  return new Map(
    [...before].flatMap(([spec, [old, ...more]]) => {
      const [fresh, ...others] = after.get(spec) ?? [];
      if (old === undefined || fresh === undefined || more.length + others.length > 0) return [];
      return notesOf(old, fresh, ENDS[actions.get(old.address) ?? 'update'] ?? '');
    }),
  );
}

function bySpec(identities: readonly Identity[]): ReadonlyMap<string, readonly Identity[]> {
  return Map.groupBy(identities, ({ source, kind, spec }) => hashJson([source, kind, spec]));
}

function notesOf(old: Identity, fresh: Identity, ends: string): readonly (readonly [Address, Reason])[] {
  const [before, after] = [nameOf(old), nameOf(fresh)];
  return [
    [old.address, note(`Renamed to ${after}: this identity ends, and ${after} is created with the same spec.`)],
    [
      fresh.address,
      note(
        `Renamed from ${before}, which this plan ${ends}: only what the document says carries over to this new identity.`,
      ),
    ],
  ];
}

function note(message: string): Reason {
  return { code: 'renamed', message };
}

function nameOf({ address }: Identity): string {
  return parseAddress(address).name.join('/');
}
