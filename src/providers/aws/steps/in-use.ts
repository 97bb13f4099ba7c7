import { parseAddress } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveObject } from '../../../core/live.ts';
import type { Draft } from '../../../core/ports.ts';
import { awsAttributes, managedPolicyFacts, POLICY_KIND } from '../normal-form/model.ts';

/** Identities that one message names. */
const NAMED = 5;

/** A policy goes only when nobody has it any more; those who let go of it earlier in the plan do not count. @param read all that is known to be live */
export function inUse({ address, action, object, released }: Draft, read: readonly LiveObject[]): readonly Reason[] {
  if (parseAddress(address).kind !== POLICY_KIND || (action !== 'delete' && action !== 'replace')) return [];
  const { arn, attachments = 0, boundaries = 0 } = managedPolicyFacts({ ...object?.facts });
  const users = attachments + boundaries - released.size;
  if (users <= 0) return [];
  const known = read.filter((one) => !released.has(one.address) && has(one, arn)).map((one) => one.address);
  const have = `${users} ${users === 1 ? 'identity has' : 'identities have'} this policy attached or as boundary`;
  return [{ code: 'policy-in-use', message: `${have}${named(known, users)}, and IAM deletes none that is in use.` }];
}

function has({ attributes }: LiveObject, arn: string | undefined): boolean {
  const { attached, boundary } = awsAttributes(attributes);
  return arn !== undefined && (boundary === arn || Object.hasOwn(attached?.values ?? {}, arn));
}

/** Others than those that were read may have it. */
function named(known: readonly string[], users: number): string {
  if (known.length === 0) return '';
  const shown = known.slice(0, NAMED);
  const left = users - shown.length;
  return ` (${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''})`;
}
