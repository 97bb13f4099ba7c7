import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../core/ports.ts';

const others = {
  type: 'object',
  description: 'Says that what the list does not name is kept.',
  properties: { others: { const: 'keep', description: 'Keep what is not listed.' } },
  required: ['others'],
  additionalProperties: false,
} as const;

export const specSchema = {
  type: 'object',
  description: 'An account of the in-memory system.',
  properties: {
    enabled: { type: 'boolean', description: 'Whether the account may be used.' },
    tier: {
      type: 'string',
      description: 'Fixed when the account is created; another tier needs another account.',
      minLength: 1,
      maxLength: 100,
    },
    note: { type: ['string', 'null'], description: 'Free text kept with the account.', maxLength: 1000 },
    actsAs: {
      type: 'array',
      description: 'Accounts whose rights this one may use.',
      maxItems: 1000,
      items: { anyOf: [{ type: 'string', description: "An account's name.", minLength: 1, maxLength: 200 }, others] },
    },
    grants: {
      type: 'array',
      description: 'What the account may do.',
      maxItems: 10000,
      items: {
        anyOf: [
          {
            type: 'object',
            description: 'Actions on one resource, or on each resource that a pattern with * matches.',
            properties: {
              on: {
                type: 'string',
                description: 'Resource name; * stands for any characters.',
                minLength: 1,
                maxLength: 200,
              },
              actions: {
                type: 'array',
                description: 'Actions.',
                items: { type: 'string', description: 'An action.', minLength: 1, maxLength: 100 },
                minItems: 1,
                maxItems: 100,
              },
            },
            required: ['on', 'actions'],
            additionalProperties: false,
          },
          others,
        ],
      },
    },
  },
  additionalProperties: false,
} as const;

export type AccountSpec = FromSchema<typeof specSchema>;

export const memoryAccount: KindDefinition = {
  kind: 'MemoryAccount',
  identityClass: 'service account',
  specSchema,
  deleteSchema: {
    type: 'object',
    description: 'There is nothing to choose.',
    properties: {},
    additionalProperties: false,
  },
  immutable: ['/tier'],
  files: ['/grants'],
};
