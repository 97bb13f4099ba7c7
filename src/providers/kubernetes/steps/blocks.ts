import { parseAddress, type Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft } from '../../../core/ports.ts';
import { boundaryOf, namedBy, placeOutside, roleAddress, serviceAccountAddress } from '../boundary.ts';
import { holderOf } from '../catalog/subjects.ts';
import { kubernetesFacts, type BindingFact } from '../facts.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { boundRoles, boundText, placeOf, sameBound } from '../normal-form/bound-roles.ts';
import { EVERYWHERE, serviceAccountForm, type BoundRole } from '../normal-form/model.ts';

/** Why a ServiceAccount cannot be bound as its document says. */
export function bindingBlocks({ address, before, after, creates }: Draft, live: LiveState): readonly Reason[] {
  const facts = kubernetesFacts(live);
  const within = boundaryOf(facts.boundary);
  const held = boundRoles(serviceAccountForm(before).roles);
  const added = rolesIn(after).filter((bound) => !held.some((one) => sameBound(one, bound)));
  const beyond = [
    ...new Set(
      rolesIn(after)
        .filter((one) => !within.place(one.namespace))
        .map((one) => one.namespace),
    ),
  ];
  const { source } = parseAddress(address);
  return [
    ...beyond.map((namespace) => placeOutside(address, namespace)),
    ...added
      .filter((bound) => within.place(bound.namespace) && isMissing(bound, facts.roles))
      .filter(({ kind, namespace, name }) => !creates.has(roleAddress(source, kind, namespace, name)))
      .map(missing),
    ...added.filter(({ kind, namespace }) => kind === 'Role' && namespace === null).map(notEverywhere),
  ];
}

function rolesIn(attributes: Attributes | null): readonly BoundRole[] {
  return boundRoles(serviceAccountForm(attributes).roles);
}

/** A binding to a role that is not there would come into force with whatever role somebody makes later. */
function isMissing(bound: BoundRole, known: { readonly [place: string]: readonly string[] } | null): boolean {
  if (known === null) return false;
  const place = bound.kind === 'ClusterRole' ? EVERYWHERE : placeOf(bound);
  if (place === EVERYWHERE && !Object.hasOwn(known, place)) return false;
  return !(Object.hasOwn(known, place) ? (known[place] ?? []) : []).includes(bound.name);
}

function missing(bound: BoundRole): Reason {
  const message = `There is no ${boundText(bound)}, and this plan makes none. Declare it, or correct the name.`;
  return { code: 'bound-role-missing', message, pointer: '/roles' };
}

function notEverywhere({ name }: BoundRole): Reason {
  const message = `The Role ${name} is of one namespace, so it cannot be bound everywhere.`;
  return { code: 'bound-role-missing', message, pointer: '/roles' };
}

/** Who would lose the access of a role with it: everybody who is bound to it, but those that this plan lets go of it before. */
export function holdersLeft(address: Address, released: ReadonlySet<Address>, live: LiveState): readonly string[] {
  const { source } = parseAddress(address);
  const named = namedBy(address, source);
  if (named === null || named.kind === SERVICE_ACCOUNT) return [];
  const holds = ({ role, namespace }: BindingFact) =>
    role.name === named.name &&
    (named.kind === CLUSTER_ROLE ? role.kind === 'ClusterRole' : role.kind === 'Role' && namespace === named.namespace);
  const left = kubernetesFacts(live)
    .bindings.filter(holds)
    .flatMap(({ namespace, subjects }) =>
      subjects.flatMap((subject) => {
        const holder = holderOf(subject);
        if (holder !== null && released.has(serviceAccountAddress(source, holder.namespace, holder.name))) return [];
        const who =
          holder === null ? `${subject.kind} ${subject.name}` : `ServiceAccount ${holder.namespace}/${holder.name}`;
        return [`${who} ${namespace === null ? 'everywhere' : `in ${namespace}`}`];
      }),
    );
  return [...new Set(left)].sort();
}
