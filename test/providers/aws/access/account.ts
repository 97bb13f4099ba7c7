import { formatAddress } from '../../../../src/core/address.ts';
import type { Json } from '../../../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../../../src/core/live.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { ROLE_KIND, USER_KIND, type AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { allow, form, policy } from '../policy/documents.ts';

export const ACCOUNT = '111122223333';
export const READ_ONLY = 'arn:aws:iam::aws:policy/SomeReadOnly';
export const OWN = `arn:aws:iam::${ACCOUNT}:policy/own`;
/** Refuses to become anybody. */
export const CLOSED = `arn:aws:iam::${ACCOUNT}:policy/closed`;
export const REPORTS = 'arn:aws:s3:::reports/*';

export const role = (name: string) => formatAddress({ source: 'cloud', kind: ROLE_KIND, name: [name] });
export const user = (name: string) => formatAddress({ source: 'cloud', kind: USER_KIND, name: [name] });
export const arnOf = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

export const inline = (...statements: readonly Json[]): AwsAttributes => ({
  inline: { others: 'remove', values: { p: form(policy(...statements)) } },
});
export const attached = (...arns: readonly string[]): AwsAttributes => ({
  attached: { others: 'remove', values: Object.fromEntries(arns.map((arn) => [arn, true])) },
});

export function object(address: string, attributes: AwsAttributes): LiveObject {
  return {
    address,
    kind: address.split('/')[1] ?? '',
    incarnation: 'id',
    attributes: { path: '/', ...attributes },
    facts: {},
  };
}

export function estate(objects: readonly LiveObject[], groups: { readonly [name: string]: Json } = {}): LiveState {
  return {
    source: 'cloud',
    provider: 'aws',
    target: { account: ACCOUNT },
    objects,
    unreadable: [],
    notModelled: [],
    facts: {
      account: ACCOUNT,
      partition: 'aws',
      managedPolicies: {
        [READ_ONLY]: form(policy(allow(['s3:GetObject', 's3:ListBucket'], '*'))),
        [OWN]: form(policy(allow('sqs:SendMessage', '*'))),
        [CLOSED]: form(policy(allow('*', '*'), { Effect: 'Deny', Action: 'sts:*', Resource: '*' })),
      },
      groups,
    },
  };
}

export const change = (
  address: string,
  action: Change['action'],
  before: AwsAttributes | null,
  after: AwsAttributes | null,
): Change => ({
  address,
  action,
  metadata: { before: null, after: null },
  incarnation: 'id',
  before: before,
  after: after,
  steps: [{ id: '1' } as Change['steps'][number]],
  irreversible: [],
  blocked: [],
});
