/** `{ env: NAME }`: where a secret is found, never what it is. */
export const environment = (description: string) =>
  ({
    type: 'object',
    description,
    additionalProperties: false,
    required: ['env'],
    properties: {
      env: {
        type: 'string',
        description:
          'Name of the environment variable, in capital letters, such as ORDERS_DB_URL. Never the value itself.',
      },
    },
  }) as const;

const trusted = (description: string, item: { readonly pattern: string; readonly description: string }) =>
  ({
    type: 'array',
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
    description,
    items: { type: 'string', maxLength: 500, ...item },
  }) as const;

const githubOidc = {
  type: 'object',
  description: 'Signatures with the identity of the workflow run.',
  additionalProperties: false,
  required: ['kind', 'repositoryId', 'workflows', 'refs'],
  properties: {
    kind: { const: 'github-oidc', description: 'Tokens of workflow runs.' },
    issuer: {
      type: 'string',
      pattern: '^(?:https://[A-Za-z0-9.-]+(?::[0-9]+)?|http://127[.]0[.]0[.]1:[0-9]+)(?:/[A-Za-z0-9._-]+)*$',
      maxLength: 500,
      description: 'Who issues the tokens. https://token.actions.githubusercontent.com unless given.',
    },
    repositoryId: {
      type: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description:
        'Number of the repository whose runs sign, which a renaming does not change: gh api repos/OWNER/NAME --jq .id.',
    },
    workflows: trusted('The workflows that may sign: values of the claim job_workflow_ref.', {
      pattern: '^[^/@]+/[^/@]+/[.]github/workflows/[^/@]+@.+$',
      description: 'Such as acme/identities/.github/workflows/countersign-apply.yml@refs/heads/main.',
    }),
    refs: trusted('The refs that runs may be on.', {
      pattern: '^refs/(?:heads|tags)/.+$',
      description: 'Such as refs/heads/main.',
    }),
    events: trusted(
      'The events that runs may be started by. push, workflow_run, schedule and workflow_dispatch unless given.',
      { pattern: '^[a-z_]{1,60}$', description: 'The name of an event.' },
    ),
    keys: {
      type: 'object',
      description: "The issuer's keys that count also when it no longer offers them, by key id: SPKI in DER, base64.",
      maxProperties: 100,
      additionalProperties: {
        type: 'string',
        pattern: '^[A-Za-z0-9+/]{300,1500}={0,2}$',
        description: 'A public RSA key: SPKI in DER, base64, on one line.',
      },
    },
    retired: {
      type: 'object',
      description: 'When the issuer stopped to sign with a key, by key id: no later token of that key counts.',
      maxProperties: 100,
      additionalProperties: {
        type: 'string',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
        description: 'Such as 2027-03-01T00:00:00Z.',
      },
    },
  },
} as const;

export const signing = {
  description: 'How ledger entries are signed. Not at all unless given.',
  anyOf: [
    {
      type: 'object',
      description: 'No signatures: for a trial.',
      additionalProperties: false,
      required: ['kind'],
      properties: { kind: { const: 'none', description: 'No signatures.' } },
    },
    {
      type: 'object',
      description: 'Signatures with a key of your own.',
      additionalProperties: false,
      required: ['kind', 'key', 'keys'],
      properties: {
        kind: { const: 'ed25519', description: 'Ed25519 signatures.' },
        key: environment('The private key: PKCS#8 in PEM.'),
        keys: {
          type: 'object',
          description: 'Public keys that are trusted, by key id: SPKI in DER, base64.',
          minProperties: 1,
          maxProperties: 100,
          additionalProperties: {
            type: 'string',
            pattern: '^[A-Za-z0-9+/]{40,200}={0,2}$',
            description: 'A public key: SPKI in DER, base64, on one line.',
          },
        },
      },
    },
    githubOidc,
  ],
} as const;
