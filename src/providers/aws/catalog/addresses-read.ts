import { parseAddress, type Address } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { Within } from '../boundary.ts';
import { isMissing } from '../call-failure.ts';
import type { ReadCalls } from '../calls.ts';
import { OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND } from '../normal-form/model.ts';
import { merged, NOTHING, type Gathered } from './gathered.ts';
import { oidcObject, policyObject, roleObject, userObject } from './objects.ts';
import { readOidc } from './oidc.ts';
import { policyArns, readPolicy } from './policy.ts';
import { readFailure } from './read-failure.ts';
import { readRole } from './role.ts';
import type { Cast, Found } from './sheet.ts';
import { together } from './together.ts';
import { readUser } from './user.ts';

/** An identity as it was read, with the name and path that AWS has for it. Null: there is none. */
type One = { readonly name: string; readonly path: string | null; readonly found: Found } | null;

/** Single identities, each by itself; one that cannot be read spoils no other. */
export async function readAddresses(
  calls: ReadCalls,
  addresses: readonly Address[],
  within: Within,
  cast: Cast,
): Promise<Gathered> {
  let arns: Promise<ReadonlyMap<string, string>> | null = null;
  const policies = () => (arns ??= policyArns(calls));
  return merged(await together(addresses, (address) => readAddress(calls, address, within, cast, policies)));
}

async function readAddress(
  calls: ReadCalls,
  address: Address,
  within: Within,
  cast: Cast,
  policies: () => Promise<ReadonlyMap<string, string>>,
): Promise<Gathered> {
  const { source, kind, name: segments } = parseAddress(address);
  const [name = ''] = segments;
  if (source !== cast.source || segments.length !== 1 || !within.kind(kind) || !within.name(name))
    return unread(address, OUTSIDE);
  try {
    const one = await readOne(calls, kind, name, cast, policies);
    if (one === null) return NOTHING;
    if (one.name !== name) return unread(address, otherSpelling(one.name));
    return within.path(one.path) ? { ...NOTHING, found: [one.found] } : unread(address, OUTSIDE);
  } catch (error) {
    return isMissing(error) ? NOTHING : unread(address, readFailure(error));
  }
}

async function readOne(
  calls: ReadCalls,
  kind: string,
  name: string,
  cast: Cast,
  policies: () => Promise<ReadonlyMap<string, string>>,
): Promise<One> {
  switch (kind) {
    case ROLE_KIND: {
      const role = await readRole(calls, name);
      return { name: role.name, path: role.path, found: roleObject(role, cast) };
    }
    case USER_KIND: {
      const user = await readUser(calls, name);
      return { name: user.name, path: user.path, found: userObject(user, cast) };
    }
    case POLICY_KIND: {
      const arn = arnNamed(await policies(), name);
      if (arn === undefined) return null;
      const policy = await readPolicy(calls, arn);
      return { name: policy.name, path: policy.path, found: policyObject(policy, cast) };
    }
    case OIDC_KIND: {
      const { account, partition } = cast.account;
      const provider = await readOidc(calls, `arn:${partition}:iam::${account}:oidc-provider/${name}`);
      return { name: provider.url, path: null, found: oidcObject(provider, cast) };
    }
    default:
      return null;
  }
}

/** A name in another spelling is the same name to IAM. */
function arnNamed(arns: ReadonlyMap<string, string>, name: string): string | undefined {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return arns.get(name) ?? [...arns].find(([other]) => same(other))?.[1];
}

export const OUTSIDE: Reason = {
  code: 'outside-boundary',
  message: 'This is no identity within the boundary of the source, so it is not read.',
};

/** IAM takes names that differ in case alone for one name. */
export function otherSpelling(name: string): Reason {
  const message = `AWS spells this name ${JSON.stringify(name)}. Names of IAM that differ in case alone are one name: write it as AWS has it.`;
  return { code: 'aws-name-spelt-otherwise', message };
}

export function unread(address: Address, reason: Reason): Gathered {
  return { ...NOTHING, unreadable: [{ address, pointer: null, reason }] };
}
