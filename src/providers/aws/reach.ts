/** JSON Schema of a source's `boundary`: which identities of the account are this source's. */
export const boundarySchema = {
  type: 'object',
  description:
    'Which identities are managed at all, by path and by name. What AWS makes for itself, under /aws-service-role/ and /aws-reserved/, never is.',
  additionalProperties: false,
  properties: {
    paths: {
      type: 'array',
      description:
        'Beginnings of paths of roles, users and policies, such as /apps/. Left out: every path. OpenID Connect providers have none.',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'string',
        description: 'Beginning of a path, with a slash at both ends, such as /apps/.',
        pattern: '^/(?:[!-~]{1,510}/)?$',
        maxLength: 512,
      },
    },
    include: {
      type: 'array',
      description: 'Patterns of names, a star standing for any text. Left out: every name.',
      minItems: 1,
      maxItems: 1000,
      items: { type: 'string', minLength: 1, maxLength: 256 },
    },
    exclude: {
      type: 'array',
      description: 'Patterns of names that are left out again.',
      maxItems: 1000,
      items: { type: 'string', minLength: 1, maxLength: 256 },
    },
    kinds: {
      type: 'array',
      description: 'Kinds that are managed, and read. Left out: all.',
      minItems: 1,
      uniqueItems: true,
      items: { enum: ['AwsIamRole', 'AwsIamUser', 'AwsIamPolicy', 'AwsOidcProvider'] },
    },
  },
} as const;

const role = { type: 'string', pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[!-~]+$', maxLength: 2048 } as const;

/** JSON Schema of a source's `options`. */
export const optionsSchema = {
  type: 'object',
  description: 'What the source needs besides its connection.',
  additionalProperties: false,
  properties: {
    readRole: {
      ...role,
      description:
        'ARN of the role that the read connection assumes, such as arn:aws:iam::111122223333:role/countersign-reader.',
    },
    writeRole: {
      ...role,
      description:
        'ARN of the role that the write connection assumes, such as arn:aws:iam::111122223333:role/countersign-writer.',
    },
    externalId: {
      type: 'string',
      description: 'External id that both roles ask for.',
      minLength: 2,
      maxLength: 1224,
      pattern: '^[\\w+=,.@:/-]+$',
    },
    region: {
      type: 'string',
      description:
        'Region of the partition where the account is, and where STS is asked, such as eu-west-1. Left out: us-east-1.',
      pattern: '^[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}$',
    },
    endpoint: {
      type: 'string',
      description: "URL that answers for IAM and STS instead of AWS's own, such as https://aws.example.com.",
      pattern: '^https?://[!-~]+$',
      maxLength: 2048,
    },
    managedByTags: {
      type: 'array',
      description:
        'Tags by which other tools mark what they own, so that it is observed only, such as [{ tool: Terraform, key: ManagedBy, values: [terraform] }]. CloudFormation is recognised without.',
      maxItems: 50,
      items: {
        type: 'object',
        description: 'One tag of one tool.',
        additionalProperties: false,
        required: ['tool', 'key'],
        properties: {
          tool: { type: 'string', description: 'Name of the tool, for people.', minLength: 1, maxLength: 60 },
          key: { type: 'string', description: 'Key of the tag.', minLength: 1, maxLength: 128 },
          values: {
            type: 'array',
            description: 'Values that mean it. Left out: any.',
            minItems: 1,
            maxItems: 50,
            items: { type: 'string', maxLength: 256 },
          },
        },
      },
    },
    quotas: {
      type: 'object',
      description: "The account's quotas, where they are not AWS's defaults.",
      additionalProperties: false,
      properties: {
        attachedPolicies: {
          type: 'integer',
          description: 'Managed policies that one role or user may have. Left out: 10.',
          minimum: 1,
          maximum: 100,
        },
        trustCharacters: {
          type: 'integer',
          description: 'Characters that a trust policy may have, without white space. Left out: 2048.',
          minimum: 1,
          maximum: 100_000,
        },
      },
    },
  },
} as const;
