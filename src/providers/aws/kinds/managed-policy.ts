import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../../core/ports.ts';
import { POLICY_KIND } from '../normal-form/model.ts';
import { policyName } from './names.ts';
import { policyDocument } from './policy-document.ts';
import { noDeletion, path, tags } from './shared.ts';

const specSchema = {
  type: 'object',
  description: 'A managed policy of the account. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    path,
    description: {
      type: ['string', 'null'],
      description: 'What IAM shows beside the name; fixed when the policy is made. null: nothing.',
      maxLength: 1000,
    },
    tags,
    document: policyDocument,
  },
} as const;

export type ManagedPolicySpec = FromSchema<typeof specSchema>;

export const managedPolicyKind: KindDefinition = {
  kind: POLICY_KIND,
  names: policyName,
  identityClass: 'shared policy',
  specSchema,
  deleteSchema: noDeletion,
  immutable: ['/path', '/description'],
  files: ['/document'],
};
