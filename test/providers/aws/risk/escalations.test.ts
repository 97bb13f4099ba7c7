import { describe, expect, test } from 'vitest';
import { formatAddress } from '../../../../src/core/address.ts';
import type { Permission } from '../../../../src/core/ports.ts';
import { reachesTag, reachGlob, tagGlob } from '../../../../src/core/risk/resource-glob.ts';
import { permissionsOf } from '../../../../src/providers/aws/access/permissions.ts';
import { OIDC_KIND } from '../../../../src/providers/aws/normal-form/model.ts';
import { awsRisk } from '../../../../src/providers/aws/risk/model.ts';
import { COMPUTE, POWERS } from '../../../../src/providers/aws/risk/powers.ts';
import { levelOf } from '../../../../src/providers/aws/access/actions.ts';
import { allow } from '../policy/documents.ts';
import { allowed, LIVE, ofRole, ROLE, trusting } from './gains.ts';

const told = (gains: readonly Permission[], held: readonly Permission[] = []) =>
  awsRisk
    .escalations({ address: ROLE, gains, held, live: LIVE })
    .map(({ level, what, path }) => `${level}: ${what}: ${path}`);

const ANY_ROLE = 'arn:aws:iam::111122223333:role/*';

test('every action that leads to more is one that AWS has', () => {
  const all = [...Object.keys(POWERS), ...COMPUTE.flat()];
  expect(all.filter((action) => levelOf(action) === null)).toEqual([]);
});

describe('each documented way', () => {
  test.each(Object.entries(POWERS))('%s', (action, { level, path }) => {
    expect(told(allowed(allow(action, '*')))).toEqual([`${level}: ${action} on *: ${path}`]);
    expect(allowed(allow(action, '*'))[0]?.power).toBe('administer');
  });

  test.each([
    ['everything', '*', 'critical: * on *: can do everything, and give itself what it lacks'],
    [
      'all of IAM',
      'iam:*',
      `critical: iam:* on *: can give itself anything, in ${Object.keys(POWERS).filter((one) => one.startsWith('iam:')).length} ways`,
    ],
    [
      'a pattern with a few',
      'iam:Put*Boundary',
      'critical: iam:PutRolePermissionsBoundary on *: can set other bounds for roles',
    ],
    ['becoming any role', 'sts:AssumeRole', 'critical: sts:AssumeRole on *: can become every role that lets it in'],
  ])('%s', (_what, action, expected) => {
    expect(told(allowed(allow(action, '*')))[0]).toBe(expected);
  });

  test('all but a few', () => {
    expect(told(allowed({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }))).toEqual([
      'critical: all but s3:* on *: can do everything, and give itself what it lacks',
    ]);
  });

  test('one role alone, or under a condition, is less', () => {
    const role = 'arn:aws:iam::111122223333:role/app';
    expect(told(allowed(allow('iam:PutRolePolicy', role)))).toEqual([
      `high: iam:PutRolePolicy on ${role}: can write a role any policy`,
    ]);
    const condition = { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/bound' } };
    expect(told(allowed(allow('iam:PutRolePolicy', ANY_ROLE, { Condition: condition })))).toEqual([
      `high: iam:PutRolePolicy on ${ANY_ROLE}: can write a role any policy, under a condition`,
    ]);
    expect(told(allowed(allow('sts:AssumeRole', role)))).toEqual([]);
  });

  test.each([
    ['that always holds', { Bool: { 'aws:SecureTransport': 'true' } }, 'critical'],
    ['of whose values anything fits', { StringLike: { 'aws:RequestedRegion': '*' } }, 'critical'],
    [
      'of a value that the request brings itself',
      { StringEquals: { 'aws:SourceVpc': '${aws:SourceVpc}' } },
      'critical',
    ],
    ['that holds where its key is missing', { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, 'critical'],
    ['that only leaves some out', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, 'critical'],
    ['on who acts, which is the holder', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, 'critical'],
    ['of every network', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, 'critical'],
    ['of one network', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.0.2.1'] } }, 'high'],
    ['of a second factor', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'high'],
    ['of one service', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'high'],
  ])('everything under a condition %s', (_what, condition, level) => {
    expect(told(allowed(allow('*', '*', { Condition: condition })))).toEqual([
      `${level}: * on *: can do everything, and give itself what it lacks, under a condition`,
    ]);
  });

  test('nothing that leads nowhere', () => {
    expect(told(allowed(allow(['s3:GetObject', 'dynamodb:*', 'iam:Get*'], '*')))).toEqual([]);
  });
});

describe('passing a role to what runs as it', () => {
  test.each(COMPUTE.map((actions) => [actions.join(' and '), actions] as const))('with %s', (_what, actions) => {
    const both = allowed(allow(['iam:PassRole', ...actions], '*'));
    expect(told(both)).toContain(
      `critical: iam:PassRole on *: can run something as it by ${actions.join(' and ')}, and so have what it has`,
    );
  });

  test('by itself', () => {
    expect(told(allowed(allow('iam:PassRole', '*')))).toEqual([
      'medium: iam:PassRole on *: can let services act as it',
    ]);
  });

  test('among all but what else leads to more', () => {
    const left = [...Object.keys(POWERS).filter((one) => one !== 's3:PutBucketPolicy'), 'sts:AssumeRole'];
    expect(told(allowed({ Effect: 'Allow', NotAction: left, Resource: '*' }))).toContainEqual(
      expect.stringMatching(/^critical: iam:PassRole on \*: can run something as it by /u),
    );
  });

  test('on all but something else', () => {
    const statement = { Effect: 'Allow', Action: ['iam:PassRole', 'ec2:RunInstances'], NotResource: 'arn:aws:s3:::x' };
    expect(told(allowed(statement))).toContainEqual(expect.stringMatching(/^critical: iam:PassRole on all but /u));
  });

  test('to what it could run already, and the other way round', () => {
    const role = 'arn:aws:iam::111122223333:role/app';
    const [pass, run] = [allowed(allow('iam:PassRole', role)), allowed(allow('ec2:RunInstances', '*'))];
    expect(told(pass, run)).toEqual([
      `high: iam:PassRole on ${role}: can run something as it by ec2:RunInstances, and so have what it has`,
    ]);
    expect(told(run, pass)).toEqual([
      'high: ec2:RunInstances: can run something as a role that it may pass, and so have what that has',
    ]);
  });
});

test("AWS's own policies that give everything", () => {
  const attached = (name: string) =>
    ofRole({ attached: { others: 'keep', values: { [`arn:aws:iam::aws:policy/${name}`]: true } } });
  expect(told(attached('AdministratorAccess'))).toEqual(['critical: AdministratorAccess: can give itself everything']);
  expect(told(attached('PowerUserAccess'))).toEqual([
    'critical: PowerUserAccess: can run code as the roles of functions and machines',
  ]);
  expect(told(attached('ReadOnlyAccess'))).toEqual([]);
});

describe('what is sensitive is reached', () => {
  const reached = (tag: string, gains: readonly Permission[]) =>
    gains.some((gain) => awsRisk.reaches(gain).some(({ resource }) => reachesTag(tagGlob(tag), reachGlob(resource))));

  test.each([
    ['arn:aws:s3:::payroll*', 'arn:aws:s3:::payroll/*', true],
    ['arn:aws:s3:::payroll*', 'arn:aws:s3:::*', true],
    ['arn:aws:s3:::payroll*', '*', true],
    ['arn:aws:s3:::payroll*', 'arn:aws:s3:::reports/*', false],
    ['arn:aws:s3:::payroll*', 'arn:aws:s3:::payroll/may and june*', true],
    ['arn:aws:s3:::payroll*', 'arn:aws:s3:::pay*,*', true],
    ['arn:aws:s3:::payroll*', '?rn:aws:s3:::payroll/*', true],
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/salaries', 'arn:aws:dynamodb:*:*:table/*', true],
  ])('%s by %s: %s', (tag, resource, expected) => {
    expect(reached(tag, allowed(allow('s3:GetObject', resource)))).toBe(expected);
  });

  test('by all but something else', () => {
    expect(reached('arn:aws:s3:::payroll', allowed({ Effect: 'Allow', Action: 's3:*', NotResource: 'x' }))).toBe(true);
  });
});

test('the roles as which Countersign works', () => {
  const options = {
    readRole: 'arn:aws:iam::111122223333:role/ci/reader',
    writeRole: 'arn:aws:iam::111122223333:role/writer',
  };
  expect(awsRisk.ownIdentities({ name: 'cloud', options }, null)).toEqual([
    { address: 'cloud/AwsIamRole/writer', resource: options.writeRole, name: 'writer', does: 'writes' },
    { address: 'cloud/AwsIamRole/reader', resource: options.readRole, name: 'reader', does: 'reads' },
  ]);
  expect(trusting({ Service: 'ec2.amazonaws.com' })).toHaveLength(1);
});

test('one of them is reached under a condition, too', () => {
  const resource = 'arn:aws:iam::111122223333:role/writer,one';
  const condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
  const [gain] = allowed(allow('sts:AssumeRole', resource, { Condition: condition }));
  expect(gain && awsRisk.reaches(gain)).toEqual([{ resource, actions: ['sts:AssumeRole'] }]);
});

test('whoever speaks for an identity provider speaks for all whom it vouches for', () => {
  const provider = formatAddress({ source: 'cloud', kind: OIDC_KIND, name: ['ci.example.com'] });
  const thumbprints = { others: 'remove', values: { ab12: true } } as const;
  const audiences = { others: 'remove', values: { 'sts.amazonaws.com': true } } as const;
  expect(told(permissionsOf(provider, { audiences, thumbprints }))).toEqual([
    'high: issuer ci.example.com: says who somebody is, to every role that trusts it',
    'high: certificate ab12: whoever has it may speak for the identity provider',
  ]);
});
