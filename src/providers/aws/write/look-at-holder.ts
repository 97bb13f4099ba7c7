import { isMissing } from '../call-failure.ts';
import type { ReadCalls } from '../calls.ts';
import {
  read,
  UNASKED,
  type InlineParts,
  type KeyParts,
  type Part,
  type RoleParts,
  type Text,
  type UserParts,
} from '../catalog/parts.ts';
import * as role from '../catalog/role.ts';
import { said } from '../catalog/said.ts';
import { together } from '../catalog/together.ts';
import * as user from '../catalog/user.ts';
import { namedMembers, type Units } from './units.ts';

/** A role with what a step is about; the rest is as if it had none. @throws CallFailure */
export async function lookAtRole(calls: ReadCalls, name: string, units: Units | null): Promise<RoleParts> {
  if (units === null || units.kind === 'everything')
    return said((await role.readRole(calls, name)) ?? undefined, 'a role');
  const [found, inline, attached, instanceProfiles] = await Promise.all([
    calls.GetRole({ RoleName: name }),
    inlineNamed(namedMembers(units, 'inline'), async (policy) => {
      return (await calls.GetRolePolicy({ RoleName: name, PolicyName: policy })).PolicyDocument;
    }),
    setWhere(units, 'attached', () => role.attachedTo(calls, name)),
    setWhere(units, 'instanceProfiles', () => role.profilesWith(calls, name)),
  ]);
  const live = said(found.Role, 'the role that was asked for');
  return { ...role.commonOf(live), described: role.describedOf(live), inline, attached, instanceProfiles };
}

/** A user with what a step is about; the rest is as if it had none. @throws CallFailure */
export async function lookAtUser(calls: ReadCalls, name: string, units: Units | null): Promise<UserParts> {
  if (units === null || units.kind === 'everything') return await user.readUser(calls, name);
  const [found, inline, attached, groups, keys, password] = await Promise.all([
    calls.GetUser({ UserName: name }),
    inlineNamed(namedMembers(units, 'inline'), async (policy) => {
      return (await calls.GetUserPolicy({ UserName: name, PolicyName: policy })).PolicyDocument;
    }),
    setWhere(units, 'attached', () => user.attachedTo(calls, name)),
    setWhere(units, 'groups', () => user.groupsOf(calls, name)),
    units.attributes.has('accessKeys')
      ? user.readKeys(calls, name, () => Promise.resolve(read(undefined)))
      : read<readonly KeyParts[]>([]),
    units.attributes.has('consolePassword') ? user.readPassword(calls, name) : read(false),
  ]);
  const live = said(found.User, 'the user that was asked for');
  return {
    ...user.commonOf(live),
    passwordLastUsed: UNASKED,
    inline,
    attached,
    groups,
    keys,
    password,
    credentials: {},
  };
}

async function setWhere(
  units: Units,
  attribute: string,
  ask: () => Promise<readonly string[]>,
): Promise<Part<readonly string[]>> {
  return read(units.attributes.has(attribute) ? await ask() : []);
}

/** Asks for each by its name: that it is missing is an answer. */
async function inlineNamed(
  names: readonly string[] | null,
  get: (name: string) => Promise<Text>,
): Promise<InlineParts> {
  const asked = await together(names ?? [], async (name) => [name, await textOf(() => get(name))] as const);
  return read(new Map(asked.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]))));
}

async function textOf(get: () => Promise<Text>): Promise<Part<Text> | null> {
  try {
    return read(await get());
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
