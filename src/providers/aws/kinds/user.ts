import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../../core/ports.ts';
import { USER_KIND } from '../normal-form/model.ts';
import { entityName } from './names.ts';
import { accessKeys, boundary, inlinePolicies, names, noDeletion, path, policies, tags } from './shared.ts';

const specSchema = {
  type: 'object',
  description: 'An IAM user. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    path,
    tags,
    boundary,
    inlinePolicies,
    policies,
    groups: { ...names, description: 'Groups that the user is in. They have to exist already.' },
    accessKeys,
    consolePassword: {
      type: 'boolean',
      description: 'Whether the user has a password for the console. It can be taken away and is never given.',
    },
  },
} as const;

export type UserSpec = FromSchema<typeof specSchema>;

export const userKind: KindDefinition = {
  kind: USER_KIND,
  names: entityName,
  identityClass: 'user with access keys',
  specSchema,
  deleteSchema: noDeletion,
  immutable: [],
  words: { attached: 'policies', inline: 'inlinePolicies' },
  files: ['/inlinePolicies/*'],
};
