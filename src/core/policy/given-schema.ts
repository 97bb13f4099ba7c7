import { CREDENTIAL_KINDS, CREDENTIAL_STATES } from '../credentials.ts';
import { givenPullSchema } from './given-pull-schema.ts';

/** Facts of one test case. What is left out is nobody's, nothing, or as harmless as can be. */

const TEXT = { type: 'string', maxLength: 2000 } as const;
const TEXTS = { type: 'array', maxItems: 1000 } as const;

const metadataProperties = {
  owner: { ...TEXT, description: 'Who answers for the identity.' },
  purpose: { ...TEXT, description: 'What it is for.' },
  expires: { type: 'string', format: 'date', description: 'Day after which it should be gone.' },
  consumers: { ...TEXTS, description: 'Who uses it.', items: { ...TEXT, description: 'One consumer.' } },
  adopts: { ...TEXT, description: 'The tool that gives it up.' },
  dependsOn: { ...TEXTS, description: 'What it depends on.', items: { ...TEXT, description: 'An address.' } },
} as const;

const permission = {
  type: 'object',
  description: 'One permission.',
  additionalProperties: false,
  properties: {
    action: { ...TEXT, description: 'What may be done.' },
    resource: { ...TEXT, description: 'With what.' },
    path: { ...TEXT, description: 'direct, or membership where it is to become a member. direct unless given.' },
    power: { enum: ['use', 'administer'], description: 'use unless given.' },
  },
} as const;

const effective = {
  type: 'object',
  description: 'One permission as it is, or was, effective.',
  additionalProperties: false,
  properties: {
    principal: { ...TEXT, description: 'Whose: the identity that is changed unless given, or some other one.' },
    action: { ...TEXT, description: 'What may be done.' },
    resource: { ...TEXT, description: 'With what.' },
    power: { enum: ['use', 'administer'], description: 'use unless given.' },
    condition: { ...TEXT, description: 'What has to happen first. Nothing unless given.' },
    through: {
      ...TEXTS,
      description: 'Addresses between it and who was given it.',
      items: { ...TEXT, description: 'An address.' },
    },
    basis: {
      enum: ['grant', 'attribute', 'ownership', 'everyone', 'built-in', 'superuser'],
      description: 'Why it is held. grant unless given.',
    },
  },
} as const;

const DAYS = { type: ['integer', 'null'], minimum: 0, maximum: 100000 } as const;

const credential = {
  type: 'object',
  description: 'One credential.',
  additionalProperties: false,
  properties: {
    id: { ...TEXT, description: 'What the system calls it.' },
    kind: { enum: CREDENTIAL_KINDS, description: 'access-key unless given.' },
    state: { enum: CREDENTIAL_STATES, description: 'active unless given.' },
    age: { ...DAYS, description: 'Whole days since it was made. 0 unless given; null where that is not known.' },
    used: { type: ['boolean', 'null'], description: 'Whether it was ever used. true unless given.' },
    idle: { ...DAYS, description: 'Whole days since it was last used, or made where it never was. 0 unless given.' },
    expires: { type: ['string', 'null'], format: 'date-time', description: 'When it ends. Never unless given.' },
  },
} as const;

const EFFECTIVE = { type: ['array', 'null'], maxItems: 1000 } as const;

const count = { type: 'integer', minimum: 0, maximum: 100000 } as const;

export const givenSchema = {
  type: 'object',
  description: 'Facts about the change; what is left out is empty.',
  additionalProperties: false,
  properties: {
    change: {
      type: 'object',
      description: 'The change itself.',
      additionalProperties: false,
      properties: {
        source: { ...TEXT, minLength: 1, description: 'Its source. source unless given.' },
        kind: { ...TEXT, minLength: 1, description: 'Its kind. Kind unless given.' },
        name: { ...TEXT, minLength: 1, description: 'Its name. name unless given.' },
        action: {
          enum: ['create', 'update', 'delete', 'disable', 'replace', 'forget', 'describe'],
          description: 'What happens to it. update unless given.',
        },
        metadata: {
          type: 'object',
          description: 'What its document says; of a removed identity, what it said.',
          additionalProperties: false,
          properties: metadataProperties,
        },
        was: {
          type: 'object',
          description: 'What its document said before.',
          additionalProperties: false,
          properties: metadataProperties,
        },
        irreversible: {
          ...TEXTS,
          description: 'Reasons why it cannot be undone.',
          items: { ...TEXT, description: 'A code.' },
        },
        blocked: {
          ...TEXTS,
          description: 'Reasons why it cannot be done.',
          items: { ...TEXT, description: 'A code.' },
        },
        steps: { ...count, description: 'How many steps it takes. 1 unless given.' },
      },
    },
    before: { type: 'object', description: 'Its managed attributes before.' },
    after: { type: 'object', description: 'Its managed attributes afterwards.' },
    access: {
      type: 'object',
      description: 'Permissions that change, directly and in effect.',
      additionalProperties: false,
      properties: {
        gains: { ...TEXTS, description: 'Permissions gained.', items: permission },
        loses: { ...TEXTS, description: 'Permissions lost.', items: permission },
        gained: {
          ...EFFECTIVE,
          description: 'What it gains in effect; null where that is not known.',
          items: effective,
        },
        lost: { ...EFFECTIVE, description: 'What it loses in effect; null where that is not known.', items: effective },
        others: {
          ...EFFECTIVE,
          description: 'What identities gain in effect that the plan does not change; null where that is not known.',
          items: effective,
        },
      },
    },
    identity: {
      type: 'object',
      description: 'What is known of the identity itself.',
      additionalProperties: false,
      properties: {
        credentials: {
          type: ['array', 'null'],
          maxItems: 50,
          description: 'Its credentials; null where its system does not tell of them. None unless given.',
          items: credential,
        },
      },
    },
    risk: {
      type: 'object',
      description: 'How risky the change is.',
      additionalProperties: false,
      properties: {
        level: { enum: ['low', 'medium', 'high', 'critical'], description: 'low unless given.' },
        reasons: { ...TEXTS, description: 'Why.', items: { ...TEXT, description: 'A code.' } },
      },
    },
    plan: {
      type: 'object',
      description: 'The plan that the change is part of.',
      additionalProperties: false,
      properties: {
        changes: { ...count, description: 'Changes in it. 1 unless given.' },
        gains: { ...count, description: 'Permissions gained in it.' },
        loses: { ...count, description: 'Permissions lost in it.' },
        creates: { ...count, description: 'Identities created in it.' },
        updates: { ...count, description: 'Identities updated in it.' },
        removes: { ...count, description: 'Identities deleted or disabled in it.' },
        irreversible: { ...count, description: 'Changes in it that cannot be undone.' },
      },
    },
    pull: givenPullSchema,
    governance: { ...TEXTS, description: 'Rule files that change in it.', items: { ...TEXT, description: 'A path.' } },
    now: { type: 'string', format: 'date-time', description: 'The time. 2026-01-01T00:00:00Z unless given.' },
  },
} as const;
