import type { Configuration } from '../../src/core/configuration.ts';
import { NO_POLICIES } from '../../src/core/policy/set.ts';
import type { DocumentProvider, LoadContext } from '../../src/core/desired/kinds.ts';

const others = {
  type: 'object',
  description: 'Keeps what the list does not name.',
  additionalProperties: false,
  required: ['others'],
  properties: { others: { const: 'keep', description: 'Keep it.' } },
} as const;

/** A provider with one kind that has every shape a schema is likely to have. */
export const tinyProvider: DocumentProvider = {
  name: 'tiny',
  kinds: [
    {
      kind: 'TinyRole',
      identityClass: 'role',
      immutable: [],
      specSchema: {
        type: 'object',
        description: 'What the role may do.',
        additionalProperties: false,
        properties: {
          login: { type: 'boolean', description: 'Whether it may log in.' },
          limit: { type: 'integer', minimum: 0, maximum: 10, description: 'Connections at once.' },
          until: { type: ['string', 'null'], format: 'date-time', description: 'Until when it may log in.' },
          account: { type: 'string', pattern: '^[0-9]{12}$', description: 'An account: twelve digits.' },
          level: { enum: ['reader', 'writer'], description: 'How much.' },
          settings: {
            type: 'object',
            description: 'Settings.',
            additionalProperties: { type: 'string', description: 'A value.' },
          },
          memberOf: { type: 'array', description: 'Roles.', items: { $ref: '#/$defs/member' }, uniqueItems: true },
          grants: {
            type: 'array',
            description: 'Grants.',
            items: {
              anyOf: [
                {
                  type: 'object',
                  description: 'Privileges.',
                  additionalProperties: false,
                  required: ['on', 'privileges'],
                  properties: {
                    on: { type: 'string', description: 'An object.' },
                    privileges: {
                      type: 'array',
                      description: 'Privileges.',
                      minItems: 1,
                      items: { enum: ['SELECT', 'INSERT'], description: 'One.' },
                    },
                  },
                },
                others,
              ],
            },
          },
        },
        $defs: { member: { anyOf: [{ type: 'string', minLength: 1, description: 'A role.' }, others] } },
      },
      deleteSchema: {
        type: 'object',
        description: 'How to delete.',
        additionalProperties: false,
        properties: { reassignTo: { type: 'string', description: 'Who gets what it owns.' } },
      },
    },
  ],
  boundarySchema: {
    type: 'object',
    description: 'Names.',
    additionalProperties: false,
    properties: {
      include: { type: 'array', description: 'Patterns.', items: { type: 'string', description: 'A pattern.' } },
    },
  },
  optionsSchema: {
    type: 'object',
    description: 'Options.',
    additionalProperties: false,
    required: ['database'],
    properties: { database: { type: 'string', description: 'A database.' } },
  },
  lint: (_kind, spec) =>
    spec['level'] === 'writer' && spec['login'] === false
      ? [
          {
            code: 'tiny-writer',
            severity: 'warning',
            cause: 'A writer that cannot log in.',
            mend: 'Let it log in.',
            pointer: '/level',
          },
        ]
      : [],
};

export const tinyConfiguration: Configuration = {
  desired: ['identities/**/*.yaml'],
  policies: [],
  policySet: NO_POLICIES,
  codeOwners: null,
  people: { billing: ['ana', 'ben'], admins: ['dora'] },
  sources: [
    {
      name: 'orders',
      provider: 'tiny',
      connection: { read: 'ORDERS_READ', write: 'ORDERS_WRITE' },
      mode: 'authoritative',
      boundary: {},
      options: {},
      owner: 'billing',
    },
    {
      name: 'cluster',
      provider: 'other',
      connection: { read: 'CLUSTER_READ', write: 'CLUSTER_WRITE' },
      mode: 'observe',
      boundary: {},
      options: {},
      owner: 'admins',
    },
  ],
  approval: {
    approvals: 1,
    widening: null,
    administrators: 'admins',
    irreversible: 2,
    distinct: false,
    machineUsers: [],
    bots: [],
  },
  ledger: { branch: 'countersign/ledger', repository: null, signing: { kind: 'none' } },
  sensitive: [],
  removalGuard: { share: 0.2, minimum: 5 },
  applyWithinDays: 7,
  app: null,
};

export const tinyContext: LoadContext = { providers: [tinyProvider], configuration: tinyConfiguration };
