import { compareText } from '../../../core/address.ts';
import type { RoleKind } from '../api/objects.ts';
import { EVERYWHERE, setOf, type BoundForm, type BoundRole, type Listed } from './model.ts';

const KINDS: readonly RoleKind[] = ['ClusterRole', 'Role'];

/** Sorted by place, kind and name. */
export function boundRoles(form: Listed<BoundForm> | undefined): readonly BoundRole[] {
  return Object.entries(form?.values ?? {})
    .sort(([left], [right]) => compareText(left, right))
    .flatMap(([place, kinds]) =>
      KINDS.flatMap((kind) =>
        Object.keys(kinds[kind] ?? {})
          .sort(compareText)
          .map((name): BoundRole => ({ namespace: place === EVERYWHERE ? null : place, kind, name })),
      ),
    );
}

/** Has only places and kinds with a role, so that equal sets are equal forms. */
export function boundForm(bound: Iterable<BoundRole>): { readonly [place: string]: BoundForm } {
  const places = Map.groupBy(bound, placeOf);
  return Object.fromEntries([...places].map(([place, roles]) => [place, kindsOf(roles)]));
}

function kindsOf(roles: readonly BoundRole[]): BoundForm {
  const kinds = KINDS.map(
    (kind) => [kind, roles.filter((role) => role.kind === kind).map(({ name }) => name)] as const,
  );
  return Object.fromEntries(kinds.filter(([, names]) => names.length > 0).map(([kind, names]) => [kind, setOf(names)]));
}

export function placeOf({ namespace }: Pick<BoundRole, 'namespace'>): string {
  return namespace ?? EVERYWHERE;
}

export function sameBound(left: BoundRole, right: BoundRole): boolean {
  return left.namespace === right.namespace && left.kind === right.kind && left.name === right.name;
}

/** For people, the role without where it is bound: `ClusterRole view`, `Role orders in shop`. */
export function roleText(bound: BoundRole): string {
  return bound.kind === 'ClusterRole' ? `${bound.kind} ${bound.name}` : boundText(bound);
}

/** For people: `ClusterRole view in shop`. */
export function boundText({ namespace, kind, name }: BoundRole): string {
  return `${kind} ${name} ${namespace === null ? 'everywhere' : `in ${namespace}`}`;
}
