import { parseAddress, type Address } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { LiveObject } from '../../../core/live.ts';
import { isMissing } from '../call-failure.ts';
import type { ReadCalls } from '../calls.ts';
import { oidcObject, policyObject, roleObject, userObject } from '../catalog/objects.ts';
import { readOidc } from '../catalog/oidc.ts';
import { policyArns, readPolicy } from '../catalog/policy.ts';
import type { Cast, Found } from '../catalog/sheet.ts';
import { oidcProviderArn, type Account } from '../normal-form/arn.ts';
import { POLICY_KIND, ROLE_KIND, USER_KIND } from '../normal-form/model.ts';
import { CREATION_MARK } from './creation-mark.ts';
import { lookAtRole, lookAtUser } from './look-at-holder.ts';
import type { Units } from './units.ts';

/** Where a writer looks. */
export type Place = { readonly calls: ReadCalls; readonly cast: Cast; readonly account: Account };

/** One identity as it is now. `object` null: it does not exist. `mark`: what the apply that created it left on it. */
export type Sight = { readonly object: LiveObject | null; readonly mark: string | null };

const NOTHING: Sight = { object: null, mark: null };

/**
 * What a step is about, with as few calls as IAM needs for it; null: everything that the kind models.
 * @param arn of a managed policy, where it is known; null: it is looked up by its name
 * @throws CallFailure, CountersignError where something of it cannot be read
 */
export async function look(place: Place, address: Address, units: Units | null, arn: string | null): Promise<Sight> {
  try {
    const { found, tags } = await foundAt(place, address, units, arn);
    if (found === null) return NOTHING;
    const [unread] = found.unreadable.filter(({ pointer }) => concerns(units, pointer));
    if (unread !== undefined) throw notSeen(address, unread.reason.message);
    return { object: found.object, mark: tags.find(([key]) => key === CREATION_MARK)?.[1] ?? null };
  } catch (error) {
    if (isMissing(error)) return NOTHING;
    throw error;
  }
}

/** As IAM has tags, also those that are no part of the normal form. */
export type Tagged = { readonly found: Found | null; readonly tags: readonly (readonly [string, string])[] };

async function foundAt(place: Place, address: Address, units: Units | null, arn: string | null): Promise<Tagged> {
  const { calls, cast, account } = place;
  const { kind, name: segments } = parseAddress(address);
  const name = segments[0] ?? '';
  switch (kind) {
    case ROLE_KIND: {
      const role = await lookAtRole(calls, name, units);
      return { found: roleObject(role, cast), tags: role.tags.kind === 'read' ? role.tags.value : [] };
    }
    case USER_KIND: {
      const user = await lookAtUser(calls, name, units);
      return { found: userObject(user, cast), tags: user.tags.kind === 'read' ? user.tags.value : [] };
    }
    case POLICY_KIND: {
      const known = arn ?? (await policyArns(calls)).get(name);
      if (known === undefined) return { found: null, tags: [] };
      const policy = await readPolicy(calls, known);
      return {
        found: withVersions(policyObject(policy, cast)),
        tags: policy.tags.kind === 'read' ? policy.tags.value : [],
      };
    }
    default: {
      const provider = await readOidc(calls, oidcProviderArn(name, account));
      return { found: oidcObject(provider, cast), tags: provider.tags };
    }
  }
}

/** Versions are no attribute that documents declare, but steps are about them. */
function withVersions(found: Found): Found {
  const { versions } = found.object.facts;
  if (typeof versions !== 'object' || versions === null) return found;
  const values = Object.fromEntries(Object.keys(versions).map((version) => [version, true]));
  const attributes = { ...found.object.attributes, versions: { values } };
  return { ...found, object: { ...found.object, attributes } };
}

function concerns(units: Units | null, pointer: string | null): boolean {
  if (units === null || pointer === null) return true;
  return units.attributes.has(pointer.split('/')[1] ?? '');
}

function notSeen(address: Address, why: string): CountersignError {
  return new CountersignError('aws-not-seen', `Something of ${address} that is to be compared cannot be read: ${why}`, {
    mend: 'Give the write login the policy that the guide for AWS has for it, then run the apply again.',
  });
}
