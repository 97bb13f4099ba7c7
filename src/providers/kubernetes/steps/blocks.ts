import { parseAddress, type Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft } from '../../../core/ports.ts';
import { boundaryOf, namedBy, placeOutside, roleAddress } from '../boundary.ts';
import { isHolder } from '../catalog/subjects.ts';
import { kubernetesFacts } from '../facts.ts';
import { boundForm, boundRoles, boundText, placeOf, sameBound } from '../normal-form/bound-roles.ts';
import { EVERYWHERE, listed, serviceAccountForm, type BoundRole } from '../normal-form/model.ts';
import { shown } from './shown.ts';

/** Why a ServiceAccount cannot be bound as its document says. */
export function bindingBlocks(draft: Draft, live: LiveState): readonly Reason[] {
  const { address, before, after, creates } = draft;
  const facts = kubernetesFacts(live);
  const within = boundaryOf(facts.boundary);
  const held = before === null ? boundAlready(address, live) : boundRoles(serviceAccountForm(before).roles);
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
    ...(before === null ? waitingBlocks(draft, held) : []),
  ];
}

/** A binding that another tool would write again, and that a change would take somebody out of. */
export function claimedBindings({ address, before, after }: Draft, live: LiveState): readonly Reason[] {
  const named = namedBy(address, parseAddress(address).source);
  if (named === null) return [];
  const holder = { namespace: named.namespace ?? '', name: named.name };
  const kept = after === null ? [] : rolesIn(after);
  const lost = rolesIn(before).filter((bound) => !kept.some((one) => sameBound(one, bound)));
  return kubernetesFacts(live).bindings.flatMap(({ namespace, name, role, subjects, managedBy: claim }): Reason[] => {
    const gives = lost.some((bound) => sameBound(bound, { namespace, ...role }));
    if (claim === undefined || !gives || !subjects.some((one) => isHolder(one, holder))) return [];
    const message = `The binding ${name} ${namespace === null ? 'for every namespace' : `in ${namespace}`} is managed by ${claim.tool} (${claim.evidence}), which would write it again. Take the role away there.`;
    return [{ code: 'binding-managed-elsewhere', message, pointer: '/roles' }];
  });
}

/** What bindings of the boundary's places give to a ServiceAccount, whether it exists or not. */
export function boundAlready(address: Address, live: LiveState): readonly BoundRole[] {
  const named = namedBy(address, parseAddress(address).source);
  if (named === null) return [];
  const holder = { namespace: named.namespace ?? '', name: named.name };
  const own = kubernetesFacts(live).bindings.filter(({ subjects }) => subjects.some((one) => isHolder(one, holder)));
  return boundRoles(listed(boundForm(own.map(({ namespace, role }) => ({ namespace, ...role })))));
}

/** Whoever creates a ServiceAccount gives it what bindings have waiting for its name: an exhaustive list has to say so. */
function waitingBlocks({ address, after }: Draft, held: readonly BoundRole[]): readonly Reason[] {
  const { roles } = serviceAccountForm(after);
  if (roles === undefined || roles.others === 'keep') return [];
  const declared = boundRoles(roles);
  const unsaid = held.filter((bound) => !declared.some((one) => sameBound(one, bound)));
  if (unsaid.length === 0) return [];
  const message = `${address} does not exist, and bindings would give it ${shown(unsaid.map(boundText))} as soon as it does. Take it out of them, or declare these roles.`;
  return [{ code: 'bound-before-creation', message, pointer: '/roles' }];
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
