import { formatAddress } from '../../../../src/core/address.ts';
import type { Json } from '../../../../src/core/json.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import type { Permission } from '../../../../src/core/ports.ts';
import { permissionsOf } from '../../../../src/providers/aws/access/permissions.ts';
import { ROLE_KIND, type AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { form, policy, trust } from '../policy/documents.ts';

export const ROLE = formatAddress({ source: 'cloud', kind: ROLE_KIND, name: ['billing'] });

export const LIVE: LiveState = {
  source: 'cloud',
  provider: 'aws',
  target: { account: '111122223333' },
  objects: [],
  unreadable: [],
  notModelled: [],
  facts: { account: '111122223333', partition: 'aws' },
};

export function ofRole(attributes: AwsAttributes): readonly Permission[] {
  return permissionsOf(ROLE, attributes);
}

export function allowed(...statements: readonly Json[]): readonly Permission[] {
  return ofRole({ inline: { others: 'remove', values: { p: form(policy(...statements)) } } });
}

export function trusting(principal: Json, condition: Json | null = null): readonly Permission[] {
  const document = trust(principal, condition === null ? {} : { Condition: condition });
  return ofRole({ trust: form(document, 'trust') });
}
