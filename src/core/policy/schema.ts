import type { FromSchema } from 'json-schema-to-ts';
import type { ApproverPermission } from '../assessment.ts';
import { API_VERSION } from '../desired/envelope.ts';
import type { JsonObject } from '../json.ts';
import { POLICY_LIMITS } from './limits.ts';
import { givenSchema } from './given-schema.ts';

const NAME = { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 } as const;

const GLOBS = {
  type: 'array',
  minItems: 1,
  maxItems: 100,
  uniqueItems: true,
} as const;

const GLOB = { type: 'string', minLength: 1, maxLength: 500 } as const;

const match = {
  type: 'object',
  description:
    'Which changes the rule is about; all of them unless given. A change has to fit everything that is given.',
  additionalProperties: false,
  properties: {
    kinds: {
      ...GLOBS,
      description: 'Kinds of identities, such as PostgresRole.',
      items: { ...GLOB, description: 'A kind.' },
    },
    actions: {
      ...GLOBS,
      description: 'What happens to the identity.',
      items: {
        enum: ['create', 'update', 'delete', 'disable', 'replace', 'forget', 'describe'],
        description: 'An action as the plan names it.',
      },
    },
    sources: {
      ...GLOBS,
      description: "Sources by name; '*' stands for any characters.",
      items: { ...GLOB, description: 'A source, such as orders-*.' },
    },
    addresses: {
      ...GLOBS,
      description: "Addresses, source/Kind/name; '*' stands for any characters, '/' too.",
      items: { ...GLOB, description: 'An address, such as orders-db/*/admin-*.' },
    },
    labels: {
      ...GLOBS,
      description: "Labels of the pull request, one of which it has to have; '*' stands for any characters.",
      items: { ...GLOB, description: 'A label, such as needs-*.' },
    },
  },
} as const;

const PEOPLE = { type: 'string', minLength: 1, maxLength: 200 } as const;

const approvers = {
  of: {
    description:
      "owner (of the identity), anyone, a group of the configuration's people, @login or @org/team; or a list of the last three, any of whom count.",
    anyOf: [
      { ...PEOPLE, description: 'owner, anyone, a group, @login or @org/team.' },
      {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        uniqueItems: true,
        description: 'Groups, logins and teams, any of whom count.',
        items: { ...PEOPLE, description: 'A group, @login or @org/team.' },
      },
    ],
  },
  permission: {
    enum: ['write', 'maintain', 'admin'],
    description: 'Instead of of: whoever has at least this permission in the repository.',
  },
  count: { type: 'integer', minimum: 1, maximum: 10, description: 'How many of them. 1 unless given.' },
} as const;

const SEVERAL = { type: 'array', minItems: 1, maxItems: 16 } as const;

const innermost = {
  type: 'object',
  description: 'People.',
  additionalProperties: false,
  properties: approvers,
} as const;

const inner = {
  type: 'object',
  description: 'People, or a combination of them.',
  additionalProperties: false,
  properties: {
    ...approvers,
    anyOf: { ...SEVERAL, description: 'Any of these suffices.', items: innermost },
    allOf: { ...SEVERAL, description: 'All of these are needed.', items: innermost },
  },
} as const;

const outer = {
  ...inner,
  properties: {
    ...approvers,
    anyOf: { ...SEVERAL, description: 'Any of these suffices.', items: inner },
    allOf: { ...SEVERAL, description: 'All of these are needed.', items: inner },
  },
} as const;

const requirement = {
  type: 'object',
  description: 'Asks for approvals besides those that the configuration asks for.',
  additionalProperties: false,
  properties: {
    ...approvers,
    anyOf: { ...SEVERAL, description: 'Instead of of: any of these suffices.', items: outer },
    allOf: { ...SEVERAL, description: 'Instead of of: all of these are needed.', items: outer },
    distinct: {
      type: 'boolean',
      description: 'Whether they have to be others than those of every other distinct requirement. false unless given.',
    },
    confirm: {
      type: 'boolean',
      description: "Whether reviews have to quote the publication's code. false unless given.",
    },
  },
} as const;

/** What a schema confirmed of who has to approve, at whatever depth. */
export type RequiredInput = {
  readonly of?: string | readonly string[] | undefined;
  readonly permission?: ApproverPermission | undefined;
  readonly count?: number | undefined;
  readonly anyOf?: readonly RequiredInput[] | undefined;
  readonly allOf?: readonly RequiredInput[] | undefined;
};

const effect = {
  description: 'What follows where the rule holds: deny, warn, or require with the people who have to approve.',
  anyOf: [
    { enum: ['deny', 'warn'], description: 'deny: refused, whoever approves; warn: said to the reviewers.' },
    {
      type: 'object',
      description: 'Asks for more approvals.',
      additionalProperties: false,
      required: ['require'],
      properties: { require: requirement },
    },
  ],
} as const;

const CONTROL = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9 ._:()/-]{0,79}$',
  description: 'A control: letters, digits, spaces and any of . _ : ( ) / -',
} as const;

const rule = {
  type: 'object',
  description: 'One rule. It judges every change that it matches by itself.',
  additionalProperties: false,
  required: ['name', 'when', 'effect', 'message'],
  properties: {
    name: { ...NAME, description: 'A name that no other rule of this document has: words in lower case with hyphens.' },
    match,
    when: {
      type: 'string',
      minLength: 1,
      maxLength: POLICY_LIMITS.expression,
      description:
        'When the rule holds: an expression of CEL over change, plan, before, after, access, identity, risk, pull, governance, now.',
    },
    effect,
    message: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      description:
        'What reviewers read, with values in braces, such as {change.name}; {found} is what an exists of the expression holds for.',
    },
    comply: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      description: 'What the author can do about it.',
    },
    controls: {
      type: 'array',
      maxItems: 20,
      uniqueItems: true,
      description: 'Controls that the rule serves, such as NHI5:2025 or PR.AA-05.',
      items: CONTROL,
    },
  },
} as const;

const test = {
  type: 'object',
  description: 'A change as it may come, and which rules have to hold for it.',
  additionalProperties: false,
  required: ['name', 'given', 'expect'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 200, description: 'What the case shows.' },
    given: givenSchema,
    expect: {
      type: 'array',
      maxItems: POLICY_LIMITS.rules,
      uniqueItems: true,
      description: 'The rules of this document that hold; every other one does not.',
      items: { ...NAME, description: 'Name of a rule.' },
    },
  },
} as const;

const notAssessable = {
  type: 'array',
  maxItems: 100,
  description: 'Controls of which no plan shows anything, with the reason that the report of controls gives.',
  items: {
    type: 'object',
    description: 'A control that no rule can serve.',
    additionalProperties: false,
    required: ['control', 'reason'],
    properties: {
      control: CONTROL,
      reason: { type: 'string', minLength: 1, maxLength: 500, description: 'Why nothing can be said of it.' },
    },
  },
} as const;

const policy = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: API_VERSION, description: 'Version of the format of this document.' },
    kind: { const: 'Policy', description: 'What sort of document this is.' },
    metadata: {
      type: 'object',
      description: 'What the policy is called, and what it is for.',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: { ...NAME, description: 'A name that no other policy has: words in lower case with hyphens.' },
        description: { type: 'string', minLength: 1, maxLength: 1000, description: 'What the policy is for.' },
      },
    },
    spec: {
      type: 'object',
      description: 'The rules, and the cases that show what they do.',
      additionalProperties: false,
      required: ['rules'],
      properties: {
        rules: {
          type: 'array',
          minItems: 1,
          maxItems: POLICY_LIMITS.rules,
          description: 'Rules; their order does not matter.',
          items: rule,
        },
        notAssessable,
        tests: {
          type: 'array',
          maxItems: 500,
          description: 'Cases that countersign policy test runs.',
          items: test,
        },
      },
    },
  },
} as const;

export type PolicyInput = FromSchema<typeof policy>;

/** JSON Schema of a policy document, for validation and for editors. */
export const policySchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Policy',
  description: 'Rules that judge every change of a plan: they refuse it, warn of it, or ask for more approvals.',
  ...policy,
};
