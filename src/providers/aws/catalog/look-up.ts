import { allUnknown, type Existence, type Existences } from '../../../core/mention.ts';
import type { ReadCalls } from '../calls.ts';
import { isMissing } from '../call-failure.ts';
import type { ReadClient } from '../client.ts';
import { readFailure } from './read-failure.ts';
import { PolicyNames } from './policy-names.ts';
import { said } from './said.ts';
import { together } from './together.ts';

/**
 * Whether what documents name is there, with one call each. Nobody has to be asked whose login it is: that was said where the
 * identities were read. Never throws.
 */
export async function lookUp(names: readonly string[], open: () => Promise<ReadClient>): Promise<Existences> {
  let client: ReadClient;
  try {
    client = await open();
  } catch (error) {
    return allUnknown(names, readFailure(error));
  }
  try {
    const policies = new PolicyNames(client.calls);
    return new Map(
      await together(names, async (name) => [name, await existenceOf(client.calls, name, policies)] as const),
    );
  } finally {
    client.close();
  }
}

async function existenceOf(calls: ReadCalls, name: string, policies: PolicyNames): Promise<Existence> {
  try {
    if (name.startsWith('instance-profile/')) return await instanceProfile(calls, name);
    const found = await spelt(calls, name);
    return found === name ? { kind: 'there' } : { kind: 'absent', instead: meant(found) };
  } catch (error) {
    if (!isMissing(error)) return { kind: 'unknown', reason: readFailure(error) };
    const near = name.includes(':policy/') ? await policies.meantBy(name) : null;
    return { kind: 'absent', instead: near === null ? null : meant(near) };
  }
}

/** Groups and instance profiles are named without an ARN. */
function meant(found: string): string {
  return `Did you mean ${found.startsWith('arn:') ? found : `"${found.slice(found.indexOf('/') + 1)}"`}?`;
}

/** Who names it does not have it yet, so that a role in it is another, and IAM allows one. */
async function instanceProfile(calls: ReadCalls, name: string): Promise<Existence> {
  const asked = name.slice(name.indexOf('/') + 1);
  const { InstanceProfile: profile } = await calls.GetInstanceProfile({ InstanceProfileName: asked });
  const found = said(profile?.InstanceProfileName, 'the name of an instance profile');
  if (found !== asked) return { kind: 'absent', instead: meant(`instance-profile/${found}`) };
  const [held] = profile?.Roles ?? [];
  if (held === undefined) return { kind: 'there' };
  const message = `The instance profile ${found} holds the role ${held.RoleName}, and IAM allows one role in a profile. Take it from that role first, in a pull request before this one, or name another.`;
  return { kind: 'unfit', reason: { code: 'instance-profile-taken', message } };
}

/** As AWS has it: names of IAM that differ in case alone are one name, and roles are asked for without their path. @throws CallFailure, CountersignError */
async function spelt(calls: ReadCalls, name: string): Promise<string> {
  const [resource = '', ...path] = name.replace(/^arn:[^:]*:iam::[^:]*:/u, '').split('/');
  const last = path.at(-1) ?? '';
  switch (resource) {
    case 'policy':
      return said((await calls.GetPolicy({ PolicyArn: name })).Policy?.Arn, 'the ARN of a policy');
    case 'role':
      return said((await calls.GetRole({ RoleName: last })).Role?.Arn, 'the ARN of a role');
    case 'user':
      return said((await calls.GetUser({ UserName: last })).User?.Arn, 'the ARN of a user');
    case 'group':
      return `group/${said((await calls.GetGroup({ GroupName: last, MaxItems: 1 })).Group?.GroupName, 'the name of a group')}`;
    default:
      await calls.GetOpenIDConnectProvider({ OpenIDConnectProviderArn: name });
      return name;
  }
}
