import { policyDocument } from './policy-document.ts';

/** The key under which a map says that what it does not name is kept: no tag, policy or key can be called so. */
export const KEPT = '*';

const kept = { const: 'keep', description: 'Keep what is not named.' } as const;

export const othersKeep = {
  type: 'object',
  description: 'Says that what the list does not name is kept.',
  additionalProperties: false,
  required: ['others'],
  properties: { others: { const: 'keep', description: 'Keep what is not listed.' } },
} as const;

export const path = {
  type: 'string',
  description: 'Path, which begins and ends with a slash.',
  pattern: '^/(?:[!-~]+/)?$',
  maxLength: 512,
} as const;

export const tags = {
  type: 'object',
  description: 'Tags by key, exhaustive unless it says `"*": keep`.',
  maxProperties: 51,
  propertyNames: { minLength: 1, maxLength: 128 },
  properties: { [KEPT]: kept },
  additionalProperties: { type: 'string', description: "The tag's value.", maxLength: 256 },
} as const;

const policyReference = {
  type: 'string',
  description: 'ARN of a managed policy, or the path and name of one of this account, such as `team/orders-read`.',
  minLength: 1,
  maxLength: 700,
} as const;

export const boundary = {
  description: 'The managed policy that bounds what the identity may do; null: none.',
  anyOf: [policyReference, { type: 'null', description: 'None.' }],
} as const;

export const inlinePolicies = {
  type: 'object',
  description: 'Inline policies by name, exhaustive unless it says `"*": keep`.',
  maxProperties: 500,
  propertyNames: { minLength: 1, maxLength: 128 },
  properties: { [KEPT]: kept },
  additionalProperties: policyDocument,
} as const;

export const policies = {
  type: 'array',
  description: 'Managed policies that are attached.',
  maxItems: 100,
  items: { anyOf: [policyReference, othersKeep] },
} as const;

export const accessKeys = {
  type: 'object',
  description:
    'Access keys by id. One that is left out is made inactive, then deleted, unless it says `"*": keep`. None is ever issued.',
  maxProperties: 3,
  propertyNames: { minLength: 1, maxLength: 128 },
  properties: { [KEPT]: kept },
  additionalProperties: { enum: ['Active', 'Inactive'], description: 'Whether the key may be used.' },
} as const;

export const names = {
  type: 'array',
  maxItems: 1000,
  items: {
    anyOf: [{ type: 'string', description: 'A name.', minLength: 1, maxLength: 255 }, othersKeep],
  },
} as const;

export const noDeletion = {
  type: 'object',
  description: 'There is nothing to choose.',
  additionalProperties: false,
  properties: {},
} as const;
