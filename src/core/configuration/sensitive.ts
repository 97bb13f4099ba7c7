import type { FromSchema } from 'json-schema-to-ts';
import type { SensitiveTag } from '../configuration.ts';

const globs = { type: 'array', minItems: 1, maxItems: 20, uniqueItems: true } as const;
const glob = { type: 'string', minLength: 1, maxLength: 500 } as const;

const tag = {
  type: 'object',
  description: 'Resources of one sort.',
  additionalProperties: false,
  required: ['name', 'resources'],
  properties: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
      description: "What reviewers read, such as personal-data: letters, digits, '.', '_' and '-'.",
    },
    resources: {
      ...globs,
      description: 'What is sensitive, as permissions name it, such as orders-db/orders: table hr.*.',
      items: { ...glob, description: 'A resource; * stands for any characters.' },
    },
    actions: {
      ...globs,
      description: 'Which actions count, such as INSERT. Every one unless given.',
      items: { ...glob, description: 'An action; * stands for any characters.' },
    },
    level: {
      enum: ['medium', 'high', 'critical'],
      description: 'How risky it is to gain access to it. high unless given.',
    },
  },
} as const;

export const sensitive = {
  type: 'array',
  maxItems: 20,
  description: 'Resources that make a change riskier that gains access to them.',
  items: tag,
} as const;

export function resolveSensitive(tags: FromSchema<typeof sensitive>): readonly SensitiveTag[] {
  return tags.map(({ name, resources, actions = ['*'], level = 'high' }) => ({ name, resources, actions, level }));
}
