import { parseAddress } from '../../../core/address.ts';
import { canonicalize } from '../../../core/digest.ts';
import type { LiveObject } from '../../../core/live.ts';
import type { Provider } from '../../../core/ports.ts';
import { DENY_EVERYTHING, DISABLED } from '../normal-form/documents.ts';
import {
  managedPolicyFacts,
  ROLE_KIND,
  USER_KIND,
  type RoleAttributes,
  type UserAttributes,
} from '../normal-form/model.ts';
import { membersOf } from '../normal-form/project.ts';

/** Who has a managed policy now, as a sentence after another one; empty: nobody. */
function usersText({ facts }: LiveObject): string {
  const { attachments = 0, boundaries = 0 } = managedPolicyFacts(facts);
  const identities = (number: number) => `${number} ${number === 1 ? 'identity' : 'identities'}`;
  const parts = [
    ...(attachments > 0 ? [`attached to ${identities(attachments)}`] : []),
    ...(boundaries > 0 ? [`the permissions boundary of ${identities(boundaries)}`] : []),
  ];
  return parts.length === 0 ? '' : ` It is ${parts.join(', and ')}.`;
}

/**
 * One inline policy that refuses everything: it outweighs whatever else the identity is given, by anybody and later on, also for
 * sessions that are open, and taking it away brings back exactly what was there. A user's keys are made inactive besides.
 */
export function disabled(object: LiveObject): ReturnType<Provider['disabled']> {
  const { kind } = parseAddress(object.address);
  if (kind !== ROLE_KIND && kind !== USER_KIND) {
    const mend =
      'Let the base document say onRemove: delete or onRemove: forget: keep it here, merge that first, and remove it in the next pull request.';
    const message = `This kind cannot be disabled. ${mend}${usersText(object)}`;
    return { kind: 'blocked', blocked: [{ code: 'disable-unsupported', message }] };
  }
  const standing = membersOf(object.attributes, 'inline')[DISABLED];
  if (standing !== undefined && canonicalize(standing) !== canonicalize(DENY_EVERYTHING)) {
    const message = `It has an inline policy ${DISABLED} that says something else, which would be lost.`;
    return { kind: 'blocked', blocked: [{ code: 'disable-name-taken', message }] };
  }
  const inline: RoleAttributes['inline'] = { others: 'keep', values: { [DISABLED]: DENY_EVERYTHING } };
  if (kind === ROLE_KIND) return { kind: 'after', after: { inline } };
  const keys = Object.keys(membersOf(object.attributes, 'accessKeys'));
  const accessKeys: UserAttributes['accessKeys'] = {
    others: 'keep',
    values: Object.fromEntries(keys.map((id) => [id, 'Inactive' as const])),
  };
  return { kind: 'after', after: { inline, accessKeys } };
}
