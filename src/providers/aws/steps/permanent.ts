import { parseAddress } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { Draft, StepDraft } from '../../../core/ports.ts';

const WHAT: { readonly [kind: string]: string } = {
  AwsIamRole: 'The role',
  AwsIamUser: 'The user',
  AwsIamPolicy: 'The policy',
  AwsOidcProvider: 'The identity provider',
};

/** What of a change cannot be undone by another. */
export function permanent({ address, action }: Draft, planned: readonly StepDraft[]): readonly Reason[] {
  const what = WHAT[parseAddress(address).kind] ?? 'The object';
  const whole: readonly Reason[] =
    action === 'delete'
      ? [
          {
            code: 'aws-object-deleted',
            message: `${what} is deleted; one made again under its name is another, which nobody trusts.`,
          },
        ]
      : action === 'replace'
        ? [
            {
              code: 'aws-object-replaced',
              message: `${what} is deleted and made again; whoever trusted or was given the old one has to be told.`,
            },
          ]
        : [];
  return [...whole, ...planned.flatMap(({ effect }) => lostBy(effect))];
}

function lostBy(effect: Json): readonly Reason[] {
  const { action, parameters } = isJsonObject(effect) ? effect : {};
  if (!isJsonObject(parameters)) return [];
  const named = (name: string): string => {
    const value = parameters[name];
    return typeof value === 'string' ? value : '';
  };
  switch (action) {
    case 'DeleteAccessKey':
      return [{ code: 'access-key-destroyed', message: `The access key ${named('AccessKeyId')} is destroyed.` }];
    case 'DeletePolicyVersion':
      return [
        {
          code: 'policy-version-deleted',
          message: `Version ${named('VersionId')} of the policy is deleted.`,
        },
      ];
    case 'DeleteLoginProfile':
      return [{ code: 'console-password-deleted', message: 'The password for the console is deleted.' }];
    default:
      return [];
  }
}
