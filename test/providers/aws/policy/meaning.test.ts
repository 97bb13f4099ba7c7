import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { allow, BUCKET, form, policy, trust, when } from './documents.ts';

describe('what means the same is the same', () => {
  const same: readonly (readonly [string, Json, Json])[] = [
    ['scalar and list', policy(allow('s3:GetObject', BUCKET)), policy(allow(['s3:GetObject'], [BUCKET]))],
    [
      'one statement without a list',
      policy(allow('s3:GetObject', '*')),
      { Version: '2012-10-17', Statement: allow('s3:GetObject', '*') },
    ],
    [
      'order of actions',
      policy(allow(['s3:GetObject', 's3:PutObject'], '*')),
      policy(allow(['s3:PutObject', 's3:GetObject'], '*')),
    ],
    [
      'order of statements',
      policy(allow('s3:GetObject', '*'), allow('sqs:SendMessage', BUCKET)),
      policy(allow('sqs:SendMessage', BUCKET), allow('s3:GetObject', '*')),
    ],
    ['case of actions', policy(allow('s3:GetObject', '*')), policy(allow('S3:getobject', '*'))],
    ['case of patterns', policy(allow('s3:Get*', '*')), policy(allow('s3:gEt*', '*'))],
    [
      'case of what the table does not know, within one document',
      policy(allow('new:DoIt', BUCKET), allow('NEW:doit', '*')),
      policy(allow('NEW:doit', BUCKET), allow('new:DoIt', '*')),
    ],
    ['doubles', policy(allow(['s3:GetObject', 's3:GetObject'], '*')), policy(allow('s3:GetObject', '*'))],
    [
      'double statements',
      policy(allow('s3:GetObject', '*'), allow('s3:GetObject', '*')),
      policy(allow('s3:GetObject', '*')),
    ],
    ['labels', { ...policy(allow('s3:GetObject', '*', { Sid: 'Read' })), Id: 'x' }, policy(allow('s3:GetObject', '*'))],
    ['what a wildcard says already', policy(allow(['s3:*', 's3:GetObject'], '*')), policy(allow('s3:*', '*'))],
    [
      'what a wider resource says already',
      policy(allow('s3:GetObject', `${BUCKET}/*`), allow('s3:GetObject', `${BUCKET}/a/*`)),
      policy(allow('s3:GetObject', `${BUCKET}/*`)),
    ],
    [
      'what is said without a condition already',
      policy(
        allow('s3:*', '*'),
        allow('s3:GetObject', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ),
      policy(allow('s3:*', '*')),
    ],
    [
      'statements cut by action',
      policy(allow(['s3:GetObject', 's3:PutObject'], '*')),
      policy(allow('s3:GetObject', '*'), allow('s3:PutObject', '*')),
    ],
    [
      'statements cut by resource',
      policy(allow('s3:GetObject', [BUCKET, `${BUCKET}/*`])),
      policy(allow('s3:GetObject', BUCKET), allow('s3:GetObject', `${BUCKET}/*`)),
    ],
    ['stars in a row', policy(allow('s3:**', `${BUCKET}/**`)), policy(allow('s3:*', `${BUCKET}/*`))],
    ['every action', policy(allow('*:*', '*')), policy(allow('*', '*'))],
    ['a version without variables', { Statement: allow('s3:GetObject', '*') }, policy(allow('s3:GetObject', '*'))],
    [
      'case of variables',
      policy(allow('s3:GetObject', '${AWS:UserName}')),
      policy(allow('s3:GetObject', '${aws:username}')),
    ],
    [
      'case of condition keys',
      when({ Bool: { 'AWS:securetransport': 'true' } }),
      when({ Bool: { 'aws:SecureTransport': 'true' } }),
    ],
    [
      'case of operators',
      when({ bool: { 'aws:SecureTransport': 'true' } }),
      when({ Bool: { 'aws:SecureTransport': 'true' } }),
    ],
    ['booleans', when({ Bool: { 'aws:SecureTransport': true } }), when({ Bool: { 'aws:SecureTransport': 'true' } })],
    [
      'numbers',
      when({ NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } }),
      when({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600.0' } }),
    ],
    [
      'one address',
      when({ IpAddress: { 'aws:SourceIp': '192.0.2.1' } }),
      when({ IpAddress: { 'aws:SourceIp': ['192.0.2.1/32'] } }),
    ],
    [
      'the two operators for ARNs',
      when({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:*:1:t' } }),
      when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:1:t' } }),
    ],
    ['empty conditions', when({}), policy(allow('s3:GetObject', '*'))],
    [
      'conditions cut by value',
      when({ StringEquals: { 'aws:RequestedRegion': ['a', 'b'] } }),
      policy(
        allow('s3:GetObject', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'b' } } }),
        allow('s3:GetObject', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'a' } } }),
      ),
    ],
    [
      'values that a pattern covers',
      when({ StringLike: { 's3:prefix': ['a/*', 'a/b'] } }),
      when({ StringLike: { 's3:prefix': 'a/*' } }),
    ],
  ];

  test.each(same)('%s', (_what, left, right) => {
    expect(form(left)).toEqual(form(right));
  });

  test.each<readonly [string, Json, Json]>([
    ['an account by its digits', trust({ AWS: '111122223333' }), trust({ AWS: 'arn:aws:iam::111122223333:root' })],
    ['everybody', trust('*'), trust({ AWS: '*' })],
    [
      'order of principals',
      trust({ Service: ['a.amazonaws.com', 'b.amazonaws.com'] }),
      trust({ Service: ['b.amazonaws.com', 'a.amazonaws.com'] }),
    ],
  ])('in a trust policy: %s', (_what, left, right) => {
    expect(form(left, 'trust')).toEqual(form(right, 'trust'));
  });
});

describe('what means something else is something else', () => {
  test.each<readonly [string, Json, Json]>([
    [
      'the effect',
      policy(allow('s3:GetObject', '*')),
      policy({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }),
    ],
    [
      'all but an action',
      policy(allow('s3:GetObject', '*')),
      policy({ Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' }),
    ],
    [
      'all but a resource',
      policy(allow('s3:GetObject', BUCKET)),
      policy({ Effect: 'Allow', Action: 's3:GetObject', NotResource: BUCKET }),
    ],
    ['case of resources', policy(allow('s3:GetObject', `${BUCKET}/a`)), policy(allow('s3:GetObject', `${BUCKET}/A`))],
    ['a question mark', policy(allow('s3:GetObject', `${BUCKET}/?`)), policy(allow('s3:GetObject', `${BUCKET}/*`))],
    [
      'which action is on which resource',
      policy(allow('s3:GetObject', 'a'), allow('s3:PutObject', 'b')),
      policy(allow('s3:GetObject', 'b'), allow('s3:PutObject', 'a')),
    ],
    [
      'a version with variables',
      { Statement: allow('s3:GetObject', '${aws:username}') },
      policy(allow('s3:GetObject', '${aws:username}')),
    ],
    [
      'if it exists',
      when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ],
    [
      'any and all values',
      when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }),
      when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }),
    ],
    [
      'none of two values, and either of them',
      when({ StringNotEquals: { 'aws:RequestedRegion': ['a', 'b'] } }),
      policy(
        allow('s3:GetObject', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'a' } } }),
        allow('s3:GetObject', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'b' } } }),
      ),
    ],
    [
      'both operators for ARNs at once',
      when({ ArnEquals: { 'aws:SourceArn': 'a' }, ArnLike: { 'aws:SourceArn': 'b' } }),
      when({ ArnLike: { 'aws:SourceArn': ['a', 'b'] } }),
    ],
    [
      'a tag of another case',
      when({ StringEquals: { 'aws:PrincipalTag/Team': 'a' } }),
      when({ StringEquals: { 'aws:PrincipalTag/team': 'a' } }),
    ],
    [
      'a star in a value that is no pattern',
      when({ StringEquals: { 's3:prefix': ['a*', 'ab'] } }),
      when({ StringEquals: { 's3:prefix': 'a*' } }),
    ],
    [
      'a variable of which a question mark takes a letter',
      policy(allow('s3:GetObject', [`${BUCKET}/\${aws:username}`, `${BUCKET}/${'?'.repeat(15)}`])),
      policy(allow('s3:GetObject', `${BUCKET}/${'?'.repeat(15)}`)),
    ],
    [
      'a variable, and what has spaces where no name of a variable has any',
      policy({ Effect: 'Deny', Action: '*', Resource: `${BUCKET}/\${ aws:username }` }),
      policy({ Effect: 'Deny', Action: '*', Resource: `${BUCKET}/\${aws:username}` }),
    ],
    [
      'values that only look alike when they are joined',
      policy(
        allow('s3:*', '*', { Condition: { StringNotEquals: { 'aws:username': ['a', 'b'] } } }),
        allow('s3:*', '*', { Condition: { StringNotEquals: { 'aws:username': 'a\nb' } } }),
      ),
      policy(allow('s3:*', '*', { Condition: { StringNotEquals: { 'aws:username': ['a', 'b'] } } })),
    ],
    [
      'a statement that is called as a second one of another would be',
      policy(
        { Effect: 'Allow', NotAction: 's3:*', Resource: `${BUCKET}/file` },
        { Effect: 'Allow', NotAction: 'iam:*', Resource: `${BUCKET}/file` },
        { Effect: 'Allow', NotAction: 'ec2:*', Resource: `${BUCKET}/file (2)` },
      ),
      policy(
        { Effect: 'Allow', NotAction: 's3:*', Resource: `${BUCKET}/file` },
        { Effect: 'Allow', NotAction: 'iam:*', Resource: `${BUCKET}/file` },
      ),
    ],
    [
      'a star in the midst of an ARN',
      policy(allow('s3:GetObject', ['arn:aws:s3*', 'arn:aws:s3:::a'])),
      policy(allow('s3:GetObject', 'arn:aws:s3*')),
    ],
  ])('%s', (_what, left, right) => {
    expect(form(left)).not.toEqual(form(right));
  });
});
