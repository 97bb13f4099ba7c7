import { parseAddress, type Address } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import { namedBy, serviceAccountAddress, type Named } from '../boundary.ts';
import { holderOf } from '../catalog/subjects.ts';
import { kubernetesFacts, type BindingFact } from '../facts.ts';
import { CLUSTER_ROLE } from '../kinds.ts';
import { shown } from '../shown.ts';

const NOBODY: ReadonlySet<Address> = new Set();

/**
 * Why a role cannot go, or lose its rules: everybody who is bound to it loses them, too. What binds somebody outside of the boundary
 * is nobody's to let go of here.
 * @param released ServiceAccounts that the same plan takes out of all bindings of the boundary's places
 */
export function holderBlocks(address: Address, live: LiveState, released = NOBODY): readonly Reason[] {
  const named = namedBy(address, parseAddress(address).source);
  if (named === null) return [];
  const { held, whole } = holdersOf(named, live, released);
  return [...(held.length === 0 ? [] : [stillBound(held)]), ...(whole ? [] : [unread()])];
}

/** Who holds a role, by name and place, sorted. `whole`: nobody else can. @param released as of `holderBlocks` */
export function holdersOf(
  named: Named,
  live: Pick<LiveState, 'source' | 'facts'>,
  released = NOBODY,
): { readonly held: readonly string[]; readonly whole: boolean } {
  const { source } = live;
  const { bindings, beyond } = kubernetesFacts(live);
  const gives = (binding: BindingFact) => givesRole(binding, named);
  const inside = bindings.filter(gives).flatMap((binding) => holdersIn(binding, source, released));
  const outside = (beyond ?? [])
    .filter(gives)
    .flatMap((binding) => holdersIn(binding, source, NOBODY))
    .map((holder) => `${holder}, outside of the boundary`);
  const held = [...new Set([...inside, ...outside])].sort();
  return { held, whole: named.kind !== CLUSTER_ROLE || beyond !== null };
}

function givesRole({ role, namespace }: BindingFact, named: Named): boolean {
  if (role.name !== named.name) return false;
  return named.kind === CLUSTER_ROLE
    ? role.kind === 'ClusterRole'
    : role.kind === 'Role' && namespace === named.namespace;
}

function holdersIn(
  { namespace, subjects }: BindingFact,
  source: string,
  released: ReadonlySet<Address>,
): readonly string[] {
  const place = namespace === null ? 'everywhere' : `in ${namespace}`;
  return subjects.flatMap((subject) => {
    const holder = holderOf(subject);
    if (holder === null) return [`${subject.kind} ${subject.name} ${place}`];
    if (released.has(serviceAccountAddress(source, holder.namespace, holder.name))) return [];
    const where = holder.namespace === namespace ? '' : ` ${place}`;
    return [`ServiceAccount ${holder.namespace}/${holder.name}${where}`];
  });
}

export function stillBound(holders: readonly string[]): Reason {
  const message = `${shown(holders)} would lose the access of this role. Unbind them in this pull request or before it, or let the base document say onRemove: forget.`;
  return { code: 'role-still-bound', message };
}

export const HOLDERS_UNREAD =
  'The login may not list RoleBindings outside of the boundary, so nobody knows who would lose the access of this role.';

function unread(): Reason {
  const message = `${HOLDERS_UNREAD} Let it list them in every namespace, or let the base document say onRemove: forget.`;
  return { code: 'role-holders-unread', message };
}
