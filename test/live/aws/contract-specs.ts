import type { JsonObject } from '../../../src/core/json.ts';

export const ACCOUNT = '123456789012';
export const NAME = 'orders-exporter';
export const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';
export const TEAM_POLICY = `arn:aws:iam::${ACCOUNT}:policy/team/orders-read`;

export const trustOf = (...services: readonly string[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: [...services] }, Action: 'sts:AssumeRole' }],
});

export const policyOf = (actions: readonly string[], resource: string): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: [...actions], Resource: resource }],
});

export const LOGS = 'arn:aws:logs:eu-west-1:123456789012:log-group:orders:*';
export const BUCKET = 'arn:aws:s3:::orders/*';

/** The role as `open` makes it. */
export const EXISTING: JsonObject = {
  path: '/apps/',
  description: 'nightly export',
  maxSessionSeconds: 7200,
  tags: { team: 'billing', tier: 'gold' },
  boundary: 'team/limits',
  trust: { services: ['lambda.amazonaws.com'] },
  policies: ['team/orders-read', READ_ONLY],
  inlinePolicies: { logs: policyOf(['logs:PutLogEvents'], LOGS), bucket: policyOf(['s3:GetObject'], BUCKET) },
  instanceProfiles: [NAME],
};

export const EDITED: JsonObject = {
  path: '/apps/',
  description: 'hourly export',
  maxSessionSeconds: 3600,
  tags: { team: 'orders', cost: '42' },
  boundary: null,
  trust: { services: ['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'] },
  policies: ['team/orders-read', AUDIT],
  inlinePolicies: {
    logs: policyOf(['logs:PutLogEvents', 'logs:CreateLogStream'], LOGS),
    queue: policyOf(['sqs:SendMessage'], 'arn:aws:sqs:eu-west-1:123456789012:orders'),
  },
  instanceProfiles: [],
};

/** The same in other words. */
export const EQUIVALENT: readonly JsonObject[] = [
  {
    ...EDITED,
    policies: [AUDIT, `/team/orders-read`],
    trust: {
      policy: {
        Statement: [
          {
            Sid: 'Tasks',
            Effect: 'Allow',
            Principal: { Service: 'ecs-tasks.amazonaws.com' },
            Action: ['sts:assumerole'],
          },
          {
            Sid: 'Lambda',
            Effect: 'Allow',
            Principal: { Service: ['lambda.amazonaws.com'] },
            Action: 'sts:AssumeRole',
          },
        ],
        Version: '2012-10-17',
      },
    },
  },
  {
    ...EDITED,
    policies: [TEAM_POLICY, AUDIT],
    inlinePolicies: {
      queue:
        EDITED['inlinePolicies'] === undefined
          ? {}
          : policyOf(['SQS:sendmessage'], 'arn:aws:sqs:eu-west-1:123456789012:orders'),
      logs: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutLogEvents'],
          Resource: [LOGS],
        },
      },
    },
  },
];

export const CREATED = {
  kind: 'AwsIamRole',
  name: 'reports',
  spec: {
    path: '/apps/',
    trust: { services: ['lambda.amazonaws.com'] },
    tags: { team: 'reports' },
    policies: [READ_ONLY],
    inlinePolicies: { logs: policyOf(['logs:PutLogEvents'], LOGS) },
  },
};

export const DEPENDENT = {
  kind: 'AwsIamRole',
  name: 'reports-reader',
  spec: {
    path: '/apps/',
    trust: {
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/apps/reports` },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    },
  },
};
