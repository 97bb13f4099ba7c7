import type { JsonObject } from '../json.ts';

const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

const line = {
  type: 'object',
  description: 'What the plan shows of one control.',
  additionalProperties: false,
  required: ['control', 'title', 'source', 'status', 'evidence'],
  properties: {
    control: { type: 'string', description: 'Its id, such as NHI5:2025 or CM-5(4).' },
    title: { ...TEXT_OR_NULL, description: 'What it asks for, in short; null: only rules of a team name it.' },
    source: { ...TEXT_OR_NULL, description: 'The document that defines it; null as title.' },
    status: {
      enum: ['pass', 'fail', 'open', 'not-assessable'],
      description: 'open: approvals that are asked for are missing. not-assessable: the plan shows nothing of it.',
    },
    evidence: {
      type: 'array',
      minItems: 1,
      maxItems: 6,
      description: 'What shows it, or why nothing does.',
      items: { type: 'string', description: 'A sentence.' },
    },
  },
} as const;

/** JSON Schema of what `countersign policy controls --format json` writes. */
export const controlsSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Controls',
  description: 'What one plan shows of each control. It claims compliance with nothing.',
  type: 'object',
  additionalProperties: false,
  required: ['formatVersion', 'digest', 'controls'],
  properties: {
    formatVersion: { const: '1', description: 'Version of this format.' },
    digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$', description: 'The plan, by its digest.' },
    controls: { type: 'array', description: 'One line for each control.', items: line },
  },
};
