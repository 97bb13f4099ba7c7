import { expect, test } from 'vitest';
import { account, allow } from '../render/systems/account.ts';
import { document, json, plannedOf, type Files } from '../render/systems/pull-request.ts';

const DOCUMENT = 'identities/prod/exporter.yaml';
const BUCKET = 'identities/prod/bucket.json';

const policy = (...statements: readonly (readonly [action: string | readonly string[], resource: string])[]) => ({
  Version: '2012-10-17',
  Statement: statements.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource })),
});

function files(bucket: ReturnType<typeof policy>): Files {
  return {
    [DOCUMENT]: document(
      'AwsIamRole',
      'name: exporter\nsource: prod',
      `trust: { services: [lambda.amazonaws.com] }
tags:
  team: orders
  tier: batch
inlinePolicies:
  logs: { Version: "2012-10-17", Statement: { Effect: Allow, Action: logs:PutLogEvents, Resource: "*" } }
  bucket: { file: bucket.json }`,
    ),
    [BUCKET]: json(bucket),
  };
}

/** Attribute to file and line. */
function places(base: Files, head: Files, live: readonly Parameters<typeof account>[1][number][] = []) {
  const { assessment } = plannedOf({ systems: [account('prod', live)], base, head });
  expect(assessment.diagnostics).toEqual([]);
  const [change] = assessment.changes;
  return {
    widens: change?.widensAt?.map(({ location: { path, line } }) => `${path}:${line}`),
    ...Object.fromEntries(
      Object.entries(change?.locations ?? {}).map(([pointer, { path, line }]) => [pointer, `${path}:${line}`]),
    ),
  };
}

const READS = policy(['s3:GetObject', 'arn:aws:s3:::a'], [['s3:PutObject', 's3:ListBucket'], 'arn:aws:s3:::b']);
const bucketLine = (line: number) => `${BUCKET}:${line}`;

test('what a file beside a document declares is placed on the line of that file', () => {
  const created = places({}, files(READS));
  expect(created).toMatchObject({
    '/inline/values/bucket/Allow on arn:aws:s3:::a/actions/s3:GetObject': bucketLine(4),
    '/inline/values/bucket/Allow on arn:aws:s3:::b/actions/s3:PutObject': bucketLine(9),
    '/inline/values/logs/Allow on */actions/logs:PutLogEvents': `${DOCUMENT}:12`,
    '/tags/values/tier': `${DOCUMENT}:10`,
    '/trust/Allow to Service lambda.amazonaws.com/actions/sts:AssumeRole': `${DOCUMENT}:7`,
  });
  expect(created.widens).toContain(bucketLine(4));
  expect(created.widens).toContain(bucketLine(9));
});

test('what goes is placed on what it was a part of', () => {
  const live = (bucket: ReturnType<typeof allow>) => ({
    kind: 'AwsIamRole',
    name: 'exporter',
    spec: {
      trust: { services: ['lambda.amazonaws.com'] },
      tags: { team: 'orders', tier: 'batch' },
      inlinePolicies: { logs: allow('logs:PutLogEvents', '*'), bucket },
    },
  });
  const wide = policy(
    ['s3:GetObject', 'arn:aws:s3:::a'],
    [['s3:PutObject', 's3:ListBucket', 's3:DeleteObject'], 'arn:aws:s3:::b'],
    ['s3:*', 'arn:aws:s3:::c'],
  );
  expect(places(files(wide), files(READS), [live(wide)])).toMatchObject({
    '/inline/values/bucket/Allow on arn:aws:s3:::b/actions/s3:DeleteObject': bucketLine(9),
    '/inline/values/bucket/Allow on arn:aws:s3:::c/actions/s3:*': bucketLine(1),
  });
});
