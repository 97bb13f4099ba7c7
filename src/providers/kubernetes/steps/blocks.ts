import { parseAddress, type Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import { missingMend } from '../../../core/mention.ts';
import type { Draft } from '../../../core/ports.ts';
import { didYouMean } from '../../../core/schema/suggest.ts';
import type { Subject } from '../api/objects.ts';
import { boundaryOf, roleAddress, serviceAccountAddress } from '../boundary.ts';
import { holderOf } from '../catalog/subjects.ts';
import { kubernetesFacts, type BindingFact, type KubernetesFacts } from '../facts.ts';
import { boundForm, boundRoles, boundText, placeOf, roleText, sameBound } from '../normal-form/bound-roles.ts';
import { EVERYWHERE, listed, serviceAccountForm, type BoundRole } from '../normal-form/model.ts';
import { placeOutside } from '../outside.ts';
import { shown } from '../shown.ts';

/** Why a ServiceAccount cannot be bound as its document says. */
export function bindingBlocks(draft: Draft, live: LiveState): readonly Reason[] {
  const { address, before, after, creates, declared } = draft;
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
  const addressOf = ({ kind, namespace, name }: BoundRole) => roleAddress(source, kind, namespace, name);
  return [
    ...beyond.map((namespace) => placeOutside(address, namespace, facts.boundary)),
    ...added
      .filter((bound) => within.place(bound.namespace) && isMissing(bound, facts.roles))
      .filter((bound) => !creates.has(addressOf(bound)))
      .map((bound) => {
        const meant = didYouMean(bound.name, namesOf(bound, facts.roles) ?? []);
        return missing(bound, missingMend(addressOf(bound), declared, `${meant}Declare it, or correct the name.`));
      }),
    ...added.filter(isRoleEverywhere).map(notEverywhere),
    ...(before === null ? waitingBlocks(draft, held) : []),
  ];
}

/** A binding that another tool would write again, and that a change would take somebody out of. */
export function claimedBindings({ address, before, after }: Draft, live: LiveState): readonly Reason[] {
  const kept = rolesIn(after);
  const lost = rolesIn(before).filter((bound) => !kept.some((one) => sameBound(one, bound)));
  return bindingsOf(address, live).flatMap(({ namespace, name, role, managedBy: claim }): Reason[] => {
    if (claim === undefined || !lost.some((bound) => sameBound(bound, { namespace, ...role }))) return [];
    const message = `The binding ${name} ${namespace === null ? 'for every namespace' : `in ${namespace}`} is managed by ${claim.tool} (${claim.evidence}), which would write it again. Take the role away there.`;
    return [{ code: 'binding-managed-elsewhere', message, pointer: '/roles' }];
  });
}

/** What bindings of the boundary's places give to a ServiceAccount, whether it exists or not. */
export function boundAlready(address: Address, live: LiveState): readonly BoundRole[] {
  const own = bindingsOf(address, live).map(({ namespace, role }) => ({ namespace, ...role }));
  return boundRoles(listed(boundForm(own)));
}

function bindingsOf(address: Address, live: LiveState): readonly BindingFact[] {
  const { source } = parseAddress(address);
  const isOwn = (subject: Subject) => {
    const holder = holderOf(subject);
    return holder !== null && serviceAccountAddress(source, holder.namespace, holder.name) === address;
  };
  return kubernetesFacts(live).bindings.filter(({ subjects }) => subjects.some(isOwn));
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
function isMissing(bound: BoundRole, known: KubernetesFacts['roles']): boolean {
  if (known === null || isRoleEverywhere(bound)) return false;
  const names = namesOf(bound, known);
  return names === undefined ? bound.kind !== 'ClusterRole' : !names.includes(bound.name);
}

/** Of the roles that it could have been; undefined: none were listed there. */
function namesOf(bound: BoundRole, known: KubernetesFacts['roles']): readonly string[] | undefined {
  const place = bound.kind === 'ClusterRole' ? EVERYWHERE : placeOf(bound);
  return known !== null && Object.hasOwn(known, place) ? known[place] : undefined;
}

function isRoleEverywhere({ kind, namespace }: BoundRole): boolean {
  return kind === 'Role' && namespace === null;
}

function missing(bound: BoundRole, mend: string): Reason {
  const message = `There is no ${roleText(bound)}, and this plan makes none. ${mend}`;
  return { code: 'bound-role-missing', message, pointer: '/roles' };
}

function notEverywhere({ name }: BoundRole): Reason {
  const message = `The Role ${name} is of one namespace, so it cannot be bound everywhere.`;
  return { code: 'bound-role-missing', message, pointer: '/roles' };
}
