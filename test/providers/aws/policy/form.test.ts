import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { differences } from '../../../../src/core/leaves.ts';
import { policySize, writtenPolicy } from '../../../../src/providers/aws/policy/written.ts';
import { allow, BUCKET, form, policy, trust } from './documents.ts';

describe('a small edit is a small difference', () => {
  const before = policy(
    allow(['s3:GetObject', 's3:PutObject'], [BUCKET, `${BUCKET}/*`]),
    allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs', {
      Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1'] } },
    }),
  );
  const pointers = (after: Json) => differences(form(before), form(after)).map(({ pointer }) => pointer);

  test('an action', () => {
    const after = policy(
      allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [BUCKET, `${BUCKET}/*`]),
      allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs', {
        Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      }),
    );
    expect(pointers(after)).toEqual(['/Allow on arn:aws:s3:::reports and others/actions/s3:DeleteObject']);
  });

  test('a value of a condition', () => {
    const after = policy(
      allow(['s3:GetObject', 's3:PutObject'], [BUCKET, `${BUCKET}/*`]),
      allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs', {
        Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } },
      }),
    );
    expect(pointers(after)).toEqual([
      '/Allow on arn:aws:sqs:eu-west-1:111122223333:jobs when aws:SourceVpc/conditions/StringEquals/aws:SourceVpc/vpc-2',
    ]);
  });
});

describe('a statement', () => {
  test.each([
    ['one resource', allow('s3:GetObject', BUCKET), 'Allow on arn:aws:s3:::reports'],
    ['several', allow('s3:GetObject', [BUCKET, 'arn:aws:s3:::wages/*']), 'Allow on arn:aws:s3:::reports and others'],
    [
      'all but several',
      { Effect: 'Deny', Action: 's3:*', NotResource: [BUCKET, 'arn:aws:s3:::wages/*'] },
      'Deny on all but arn:aws:s3:::reports and others',
    ],
  ])('about %s is called so, and is never taken for one about the first alone', (_what, statement, name) =>
    expect(Object.keys(form(policy(statement)))).toEqual([name]),
  );
});

describe('an action that is not known', () => {
  const actionsIn = (document: Json) => Object.values(form(document)).map(({ actions }) => Object.keys(actions ?? {}));

  test('keeps its letters', () => {
    expect(actionsIn(policy(allow(['new:DoIt', 's3:DoIt'], '*')))).toEqual([['new:DoIt', 's3:DoIt']]);
  });

  test('is one action in whatever letters one document has it', () => {
    const twice = policy(allow(['new:DoIt', 'new:doit'], BUCKET), allow('NEW:DOIT', 'arn:aws:s3:::wages'));
    expect(form(twice)).toEqual(form(policy(allow('NEW:DOIT', [BUCKET, 'arn:aws:s3:::wages']))));
  });
});

describe('a form is written as a document', () => {
  test('as a person would', () => {
    const document = policy(
      {
        Effect: 'Deny',
        NotAction: 'iam:Get*',
        NotResource: BUCKET,
        Condition: { Bool: { 'aws:SecureTransport': false } },
      },
      allow(['s3:PutObject', 's3:GetObject'], '*'),
    );
    expect(writtenPolicy(form(document))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' },
        {
          Effect: 'Deny',
          NotAction: 'iam:Get*',
          NotResource: BUCKET,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('with principals', () => {
    const document = trust({ AWS: '111122223333', Service: 'ec2.amazonaws.com' });
    const written = writtenPolicy(form(document, 'trust'));
    expect(written.Statement[0]?.['Principal']).toEqual({
      AWS: 'arn:aws:iam::111122223333:root',
      Service: 'ec2.amazonaws.com',
    });
    expect(form(written, 'trust')).toEqual(form(document, 'trust'));
  });

  test('in the version that keeps what looked like a variable', () => {
    const written = writtenPolicy(
      form({ Version: '2008-10-17', Statement: allow('s3:GetObject', `${BUCKET}/\${aws:username}`) }),
    );
    expect(written.Statement[0]?.['Resource']).toBe(`${BUCKET}/\${$}{aws:username}`);
  });

  test('not in many times the length, where many resources differ in one action', () => {
    const resources = Array.from({ length: 40 }, (_, index) => `${BUCKET}/${index}`);
    const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:GetObjectAcl', 's3:PutObjectAcl'];
    const more = ['s3:GetObjectTagging', 's3:PutObjectTagging', 's3:RestoreObject'];
    const document = policy(
      allow(actions, resources),
      ...more.map((action, at) =>
        allow(
          action,
          resources.filter((_, index) => (index >> at) % 2 === 0),
        ),
      ),
      ...Array.from({ length: 12 }, (_, at) =>
        allow(
          `sqs:Do${at}`,
          resources.filter((_, index) => (index * 7 + at) % 3 === 0),
        ),
      ),
    );
    expect(policySize(writtenPolicy(form(document)))).toBeLessThan(1.1 * policySize(document));
  });

  test('white space does not count for its size', () => {
    expect(policySize({ Version: '2012-10-17', Statement: [{ Sid: 'a b' }] })).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"ab"}]}'.length,
    );
  });
});

test('names of members are never taken for what an object inherits', () => {
  const document = policy(
    allow('s3:GetObject', '__proto__', { Condition: { StringEquals: { 'aws:RequestTag/__proto__': '__proto__' } } }),
  );
  expect(form(writtenPolicy(form(document)))).toEqual(form(document));
  expect(JSON.stringify(form(document))).toContain('"__proto__":true');
});
