const texts = {
  anyOf: [
    { type: 'string', maxLength: 20_000 },
    { type: 'array', maxItems: 10_000, items: { type: 'string', maxLength: 20_000 } },
  ],
} as const;

const principal = { anyOf: [{ const: '*' }, { type: 'object', additionalProperties: texts }] } as const;

const statement = {
  type: 'object',
  description: 'What is allowed or denied.',
  additionalProperties: false,
  required: ['Effect'],
  properties: {
    Sid: { type: 'string', description: 'A label without meaning.', maxLength: 1000 },
    Effect: { enum: ['Allow', 'Deny'], description: 'Deny outweighs every Allow.' },
    Principal: { ...principal, description: 'Who, in a trust policy.' },
    NotPrincipal: { ...principal, description: 'All but these.' },
    Action: { ...texts, description: 'Actions, such as s3:GetObject; * stands for any text.' },
    NotAction: { ...texts, description: 'All actions but these.' },
    Resource: { ...texts, description: 'ARNs; * stands for any text.' },
    NotResource: { ...texts, description: 'All resources but these.' },
    Condition: {
      type: 'object',
      description: 'Operators, each with keys and their values; all of them have to hold.',
      additionalProperties: { type: 'object' },
    },
  },
} as const;

/** A policy as IAM has it; what its statements mean is checked by `policy/`. */
export const policyDocument = {
  type: 'object',
  description: 'An IAM policy in the words of IAM, here or in a JSON file beside this document.',
  additionalProperties: false,
  required: ['Statement'],
  properties: {
    Version: { enum: ['2012-10-17', '2008-10-17'], description: 'Version of the policy language.' },
    Id: { type: 'string', description: 'A label without meaning.', maxLength: 1000 },
    Statement: {
      description: 'One statement or several.',
      anyOf: [statement, { type: 'array', maxItems: 1000, items: statement }],
    },
  },
} as const;
