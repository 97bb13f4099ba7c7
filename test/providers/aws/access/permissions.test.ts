import { describe, expect, test } from 'vitest';
import { formatAddress } from '../../../../src/core/address.ts';
import { permissionsOf } from '../../../../src/providers/aws/access/permissions.ts';
import { OIDC_KIND, type AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { allow, form, policy } from '../policy/documents.ts';
import { allowed, ofRole, ROLE, trusting } from '../risk/gains.ts';

const lines = (permissions: ReturnType<typeof allowed>) =>
  permissions.map(({ action, resource, power }) => `${power}: ${action} on ${resource}`);

describe('what the policies of an identity give it', () => {
  test('a line for each action and resource', () => {
    expect(lines(allowed(allow(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])))).toEqual([
      'use: s3:GetObject on arn:aws:s3:::a/*',
      'use: s3:GetObject on arn:aws:s3:::b/*',
      'use: s3:PutObject on arn:aws:s3:::a/*',
      'use: s3:PutObject on arn:aws:s3:::b/*',
    ]);
  });

  test('with its condition', () => {
    const condition = {
      StringEquals: { 'aws:SourceVpc': ['vpc-1', 'two words'] },
      Bool: { 'aws:SecureTransport': true },
    };
    expect(lines(allowed(allow('s3:GetObject', '*', { Condition: condition })))).toEqual([
      'use: s3:GetObject on * when Bool aws:SecureTransport: true and StringEquals aws:SourceVpc: "two words", vpc-1',
    ]);
  });

  test('all but some actions, and all but some resources, as what they are', () => {
    expect(lines(allowed({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::a' }))).toEqual([
      'administer: all but iam:* on all but arn:aws:s3:::a',
    ]);
  });

  test('without what is refused of it, and with what is refused in part', () => {
    const deny = { Effect: 'Deny', Action: ['s3:DeleteObject', 'sqs:*'], Resource: '*' };
    expect(lines(allowed(allow(['s3:*', 'sqs:SendMessage'], '*'), deny))).toEqual([
      'administer: s3:* on * but not s3:DeleteObject, sqs:*',
    ]);
  });

  test('what is refused under a condition, or of some resources, may be had otherwise', () => {
    const deny = {
      Effect: 'Deny',
      Action: '*',
      Resource: 'arn:aws:s3:::a/secret/*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    expect(lines(allowed(allow('s3:GetObject', 'arn:aws:s3:::a/*'), deny))).toEqual([
      'use: s3:GetObject on arn:aws:s3:::a/* but not anything on arn:aws:s3:::a/secret/* when Bool aws:SecureTransport: false',
    ]);
  });

  test('what is refused by a statement with a variable that a request may lack may be had otherwise', () => {
    const deny = { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::home/${aws:username}/*' };
    expect(lines(allowed(allow('iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/*'), deny))).toEqual([
      'administer: iam:PutRolePolicy on arn:aws:iam::111122223333:role/* but not anything on all but arn:aws:s3:::home/${aws:username}/*',
    ]);
  });

  test('what a deny does not touch is as it was', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' };
    expect(lines(allowed(allow('s3:GetObject', 'arn:aws:s3:::a/*'), deny))).toEqual([
      'use: s3:GetObject on arn:aws:s3:::a/*',
    ]);
  });
});

test('who is let in, what is attached, and what bounds it', () => {
  expect(lines(trusting({ Service: 'ec2.amazonaws.com', AWS: '444455556666' }))).toEqual([
    'use: trust (sts:AssumeRole) on AWS arn:aws:iam::444455556666:root',
    'use: trust (sts:AssumeRole) on Service ec2.amazonaws.com',
  ]);
  const attached = ['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::111122223333:policy/own'];
  const permissions = ofRole({
    attached: { others: 'remove', values: Object.fromEntries(attached.map((arn) => [arn, true])) },
    boundary: null,
    accessKeys: { others: 'remove', values: { AKIAEXAMPLE: 'Active', AKIAOTHER: 'Inactive' } },
  });
  expect(lines(permissions)).toEqual([
    'administer: has policy on arn:aws:iam::aws:policy/AdministratorAccess',
    'use: has policy on arn:aws:iam::111122223333:policy/own',
    'use: use access key on AKIAEXAMPLE',
    'use: act without a permissions boundary on cloud',
  ]);
  expect(permissions[0]).toMatchObject({ principal: ROLE, path: 'membership' });
});

test('a managed policy has what its document allows', () => {
  expect(lines(ofRole({ document: form(policy(allow('s3:GetObject', '*'))) }))).toEqual(['use: s3:GetObject on *']);
});

test('who gets a role through a machine is told', () => {
  const web: AwsAttributes = { instanceProfiles: { others: 'remove', values: { web: true } } };
  expect(lines(ofRole(web))).toEqual(['use: be used by machines on instance profile web']);
});

test('an identity provider speaks for others, to whom, and by which certificates', () => {
  const provider = formatAddress({ source: 'cloud', kind: OIDC_KIND, name: ['ci.example.com/acme'] });
  const attributes: AwsAttributes = {
    audiences: { others: 'remove', values: { 'sts.amazonaws.com': true } },
    thumbprints: { others: 'keep', values: { ab12: true } },
  };
  expect(lines(permissionsOf(provider, attributes))).toEqual([
    'administer: vouch for others on issuer ci.example.com/acme',
    'use: take tokens on audience sts.amazonaws.com',
    'administer: be spoken for on certificate ab12',
  ]);
});
