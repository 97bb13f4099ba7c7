import type { JsonObject } from '../../../src/core/json.ts';
import { account, ACCOUNT, allow, type Held } from './account.ts';
import { document, json, type PullRequest, type System } from './pull-request.ts';

const GITHUB: Held = {
  kind: 'AwsOidcProvider',
  name: 'token.actions.githubusercontent.com',
  spec: { audiences: ['sts.amazonaws.com'], thumbprints: [] },
};
const LAMBDA = { services: ['lambda.amazonaws.com'] };

const BUCKETS = ['exports', 'invoices', 'reports'].map((name) => `arn:aws:s3:::${name}/*`);

const exporter = (document: JsonObject, more: Partial<Held> = {}): Held => ({
  kind: 'AwsIamRole',
  name: 'orders-exporter',
  spec: { path: '/apps/', trust: LAMBDA, inlinePolicies: { bucket: document } },
  ...more,
});

const EXPORTER = 'identities/prod/orders-exporter.yaml';
const BUCKET = 'identities/prod/orders-exporter.bucket.json';

const beside = document(
  'AwsIamRole',
  'name: orders-exporter\nsource: prod\npurpose: Nightly export of orders',
  'path: /apps/\ntrust: { services: [lambda.amazonaws.com] }\ninlinePolicies:\n  bucket: { file: orders-exporter.bucket.json }',
);

function exporterWith(policy: JsonObject) {
  return { [EXPORTER]: beside, [BUCKET]: json(policy) };
}

const KEPT = [`arn:aws:iam::${ACCOUNT}:policy/exports`, `arn:aws:iam::${ACCOUNT}:policy/guard`] as const;

function attachedTo(...policies: readonly string[]): string {
  return document(
    'AwsIamRole',
    'name: orders-exporter\nsource: prod\npurpose: Nightly export of orders',
    `path: /apps/\ntrust: { services: [lambda.amazonaws.com] }\npolicies: [${policies.join(', ')}]`,
  );
}

/** The same account for a login that may read its identities, and not what all of them may do. */
function unread(system: System): System {
  const message = 'AWS refuses iam:GetAccountAuthorizationDetails.';
  const reason = { code: 'aws-access-denied', message };
  return { ...system, estate: { ...system.estate, unreadable: [{ address: null, pointer: null, reason }] } };
}

const WILD = allow('s3:*', BUCKETS);
const READS = allow(['s3:GetObject', 's3:ListBucket', 's3:PutObject'], BUCKETS);
const RELEASE = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::exports/*' },
    { Effect: 'Allow', Action: ['iam:PassRole'], Resource: `arn:aws:iam::${ACCOUNT}:role/apps/*` },
    { Effect: 'Allow', Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' },
  ],
};

const KEYS = ['AKIAOLDOLDOLDOLDOLD1', 'AKIANEWNEWNEWNEWNEW2'] as const;

const importer = (keys: string, version = '') =>
  document(
    'AwsIamUser',
    `name: legacy-import\nsource: prod\npurpose: Takes in the files of a partner${version}`,
    `accessKeys: { ${keys} }`,
  );

/** Of pull requests about an AWS account. */
export const AWS: { readonly [name: string]: PullRequest } = {
  'aws-created': {
    systems: [account('prod', [GITHUB])],
    head: {
      'identities/prod/orders-deploy.yaml': document(
        'AwsIamRole',
        'name: orders-deploy\nsource: prod\npurpose: Deploys the order service',
        `path: /apps/
maxSessionSeconds: 3600
tags: { team: orders }
trust:
  githubWorkflows: [{ repository: acme/orders, environment: production }]
policies: [arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess]
inlinePolicies:
  deploy: { file: orders-deploy.json }`,
      ),
      'identities/prod/orders-deploy.json': json(
        allow(
          ['lambda:UpdateFunctionCode', 'lambda:GetFunction'],
          `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:orders-*`,
        ),
      ),
    },
  },
  'aws-narrowed': {
    systems: [account('prod', [exporter(WILD)])],
    base: exporterWith(WILD),
    head: exporterWith(READS),
  },
  'aws-widened': {
    systems: [account('prod', [exporter(READS)])],
    base: exporterWith(READS),
    head: exporterWith(WILD),
  },
  'aws-unread': {
    systems: [unread(account('prod', [exporter(READS, { spec: { path: '/apps/', trust: LAMBDA, policies: KEPT } })]))],
    base: { [EXPORTER]: attachedTo(...KEPT) },
    head: { [EXPORTER]: attachedTo(KEPT[0]) },
  },
  'aws-escalation': {
    systems: [account('prod', [exporter(allow('s3:GetObject', 'arn:aws:s3:::exports/*'))])],
    base: exporterWith(allow('s3:GetObject', 'arn:aws:s3:::exports/*')),
    head: exporterWith(RELEASE),
  },
  'aws-key': {
    systems: [
      account('prod', [
        {
          kind: 'AwsIamUser',
          name: 'legacy-import',
          spec: { accessKeys: { [KEYS[0]]: 'Active', [KEYS[1]]: 'Active' } },
          facts: {
            lastUsed: '2026-05-31T22:00:00.000Z',
            accessKeys: {
              [KEYS[0]]: { created: '2023-02-03T09:00:00.000Z', lastUsed: '2025-11-02T03:00:00.000Z' },
              [KEYS[1]]: { created: '2026-04-01T09:00:00.000Z', lastUsed: '2026-05-31T22:00:00.000Z' },
            },
          },
          credentials: [
            {
              id: KEYS[1],
              kind: 'access-key',
              state: 'active',
              created: '2026-04-01T09:00:00.000Z',
              lastUsed: '2026-05-31T22:00:00.000Z',
              expires: null,
            },
            {
              id: KEYS[0],
              kind: 'access-key',
              state: 'active',
              created: '2023-02-03T09:00:00.000Z',
              lastUsed: '2025-11-02T03:00:00.000Z',
              expires: null,
            },
          ],
        },
      ]),
    ],
    base: { 'identities/prod/legacy-import.yaml': importer(`${KEYS[0]}: Active, ${KEYS[1]}: Active`) },
    head: { 'identities/prod/legacy-import.yaml': importer(`${KEYS[1]}: Active`) },
  },
  'aws-adopted': {
    systems: [
      account('prod', [
        exporter(WILD, {
          managedBy: { tool: 'CloudFormation', evidence: 'tag aws:cloudformation:stack-name = "orders"' },
        }),
      ]),
    ],
    head: {
      ...exporterWith(READS),
      [EXPORTER]: beside.replace('metadata:\n', 'metadata:\n  adopts: CloudFormation\n'),
    },
  },
};
