import type { FromSchema } from 'json-schema-to-ts';
import { API_VERSION } from '../desired/envelope.ts';
import type { JsonObject } from '../json.ts';

const exception = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: API_VERSION, description: 'Version of the format of this document.' },
    kind: { const: 'Exception', description: 'What sort of document this is.' },
    metadata: {
      type: 'object',
      description: 'What the exception is called.',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: {
          type: 'string',
          pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
          maxLength: 100,
          description: 'A name that no other exception has: words in lower case with hyphens.',
        },
      },
    },
    spec: {
      type: 'object',
      description: 'Which rule does not count, for whom, why, and until when.',
      additionalProperties: false,
      required: ['rule', 'addresses', 'reason', 'owner', 'until'],
      properties: {
        rule: {
          type: 'string',
          pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$',
          maxLength: 201,
          description: 'The one rule that it is about, as reviewers see it: policy/rule.',
        },
        addresses: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          uniqueItems: true,
          description: "Addresses, source/Kind/name; '*' stands for any characters, '/' too.",
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 500,
            description: 'An address, such as orders-db/PostgresRole/ledger-exporter.',
          },
        },
        reason: { type: 'string', minLength: 1, maxLength: 500, description: 'Why, for the reviewers.' },
        owner: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          description: "Who answers for it: a group of the configuration's people, @login or @org/team.",
        },
        until: {
          type: 'string',
          format: 'date',
          description: 'The last day on which it counts, in UTC, at most 90 days ahead.',
        },
      },
    },
  },
} as const;

export type ExceptionInput = FromSchema<typeof exception>;

/** JSON Schema of an exception, for validation and for editors. */
export const exceptionSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Exception',
  description: 'Lets some identities be as a rule of a policy does not allow, until a day.',
  ...exception,
};
