import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../../core/ports.ts';
import { ROLE_KIND } from '../normal-form/model.ts';
import { entityName } from './names.ts';
import { policyDocument } from './policy-document.ts';
import { boundary, inlinePolicies, names, noDeletion, path, policies, tags } from './shared.ts';

const githubWorkflow = {
  type: 'object',
  description: 'Workflows of one repository on github.com, of one environment, ref or event.',
  additionalProperties: false,
  required: ['repository'],
  minProperties: 2,
  maxProperties: 2,
  properties: {
    repository: {
      type: 'string',
      description:
        'Owner and name as the claim spells them: `acme/orders`, or `acme@123456/orders@456789` where subject claims are immutable.',
      pattern: '^[A-Za-z0-9_.-]+(@[0-9]+)?/[A-Za-z0-9_.-]+(@[0-9]+)?$',
      maxLength: 200,
    },
    environment: {
      type: 'string',
      description: 'Jobs of this environment.',
      pattern: '^[^*?:]+$',
      minLength: 1,
      maxLength: 255,
    },
    ref: {
      type: 'string',
      description: 'Runs on this ref, such as `refs/heads/main`.',
      pattern: '^refs/[^*?:]+$',
      maxLength: 500,
    },
    pullRequests: { const: true, description: 'Runs for pull requests, whoever opened them.' },
    subject: {
      type: 'string',
      description: 'The rest of the subject claim after the repository, word for word, where a template customises it.',
      pattern: '^[^*?]+$',
      minLength: 1,
      maxLength: 1000,
    },
  },
} as const;

const kubernetesServiceAccount = {
  type: 'object',
  description: 'A ServiceAccount of a cluster whose issuer is an OpenID Connect provider of the account.',
  additionalProperties: false,
  required: ['issuer', 'namespace', 'name'],
  properties: {
    issuer: {
      type: 'string',
      description: "The issuer's URL without https://.",
      pattern: '^[A-Za-z0-9._~/-]+$',
      maxLength: 255,
    },
    namespace: {
      type: 'string',
      description: 'Its namespace.',
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
      maxLength: 63,
    },
    name: {
      type: 'string',
      description: 'Its name.',
      pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
      maxLength: 253,
    },
  },
} as const;

const trust = {
  type: 'object',
  description: 'Who may assume the role: the sum of what is named here.',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    githubWorkflows: {
      type: 'array',
      description: "GitHub Actions workflows, through the account's provider token.actions.githubusercontent.com.",
      minItems: 1,
      maxItems: 100,
      items: githubWorkflow,
    },
    kubernetesServiceAccounts: {
      type: 'array',
      description: 'ServiceAccounts of Kubernetes clusters.',
      minItems: 1,
      maxItems: 100,
      items: kubernetesServiceAccount,
    },
    services: {
      type: 'array',
      description: 'Services of AWS, such as `lambda.amazonaws.com`.',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: { type: 'string', description: 'A service principal.', pattern: '^[a-z0-9.-]+$', maxLength: 255 },
    },
    policy: policyDocument,
  },
} as const;

const specSchema = {
  type: 'object',
  description: 'An IAM role. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    path,
    description: {
      type: ['string', 'null'],
      description: 'What IAM shows beside the name; null: nothing.',
      maxLength: 1000,
    },
    maxSessionSeconds: {
      type: 'integer',
      description: 'Longest session in seconds.',
      minimum: 3600,
      maximum: 43_200,
    },
    tags,
    boundary,
    trust,
    inlinePolicies,
    policies,
    instanceProfiles: {
      ...names,
      description: 'Instance profiles that hold the role. They have to exist already.',
    },
  },
} as const;

export type RoleSpec = FromSchema<typeof specSchema>;
export type TrustSpec = NonNullable<RoleSpec['trust']>;

export const roleKind: KindDefinition = {
  kind: ROLE_KIND,
  names: entityName,
  identityClass: 'role',
  specSchema,
  deleteSchema: noDeletion,
  immutable: ['/path'],
  words: { attached: 'policies', inline: 'inlinePolicies' },
  files: ['/trust/policy', '/inlinePolicies/*'],
};
