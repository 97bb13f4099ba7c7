const TEXT = { type: 'string', maxLength: 2000 } as const;
const TEXTS = { type: 'array', maxItems: 3000 } as const;
const LINES = { type: 'integer', minimum: 0, maximum: 10_000_000 } as const;

const personProperties = {
  login: { ...TEXT, description: 'Login. author unless given.' },
  type: { enum: ['User', 'Bot', 'Organization', 'Mannequin', 'unknown'], description: 'User unless given.' },
  groups: {
    ...TEXTS,
    description: "Groups of the configuration's people that they are in.",
    items: { ...TEXT, description: 'A group.' },
  },
  teams: {
    ...TEXTS,
    description: 'Teams that they are in, of those that rules name.',
    items: { ...TEXT, description: 'A team, such as @acme/dba.' },
  },
} as const;

/** The pull request of one test case. */
export const givenPullSchema = {
  type: 'object',
  description: 'The pull request.',
  additionalProperties: false,
  properties: {
    number: { type: 'integer', minimum: 1, maximum: 1_000_000_000, description: 'Its number. 1 unless given.' },
    repository: { ...TEXT, description: 'owner/name. acme/identities unless given.' },
    title: { ...TEXT, description: 'Its title. Title unless given.' },
    draft: { type: 'boolean', description: 'Whether it is a draft. false unless given.' },
    labels: { ...TEXTS, description: 'Its labels.', items: { ...TEXT, description: 'A label.' } },
    base: { ...TEXT, description: 'The branch that it goes into. main unless given.' },
    head: { ...TEXT, description: 'The branch that it comes from. change unless given.' },
    fork: { type: 'boolean', description: 'Whether it comes from a fork. false unless given.' },
    author: {
      type: 'object',
      description: 'Who opened it.',
      additionalProperties: false,
      properties: personProperties,
    },
    contributors: {
      ...TEXTS,
      description: 'Authors and committers of its commits. The author unless given.',
      items: {
        type: 'object',
        description: 'One of them.',
        additionalProperties: false,
        properties: personProperties,
      },
    },
    paths: { ...TEXTS, description: 'Paths that it changes.', items: { ...TEXT, description: 'A path.' } },
    additions: { ...LINES, description: 'Lines that it adds.' },
    deletions: { ...LINES, description: 'Lines that it takes away.' },
  },
} as const;
