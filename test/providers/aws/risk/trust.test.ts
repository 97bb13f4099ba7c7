import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { awsRisk } from '../../../../src/providers/aws/risk/model.ts';
import { form } from '../policy/documents.ts';
import { LIVE, ofRole, ROLE, trusting } from './gains.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const PROVIDER = { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` };
const AUDIENCE = { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } };

const told = (principal: Json, condition: Json | null = null) =>
  awsRisk
    .escalations({ address: ROLE, gains: trusting(principal, condition), held: [], live: LIVE })
    .map(({ level, path }) => `${level}: ${path}`);

const subject = (value: Json, operator = 'StringLike') => ({
  ...AUDIENCE,
  [operator]: { [`${GITHUB}:sub`]: value, ...(operator === 'StringEquals' ? AUDIENCE.StringEquals : {}) },
});

describe('everybody', () => {
  const anybody = 'critical: whoever has an account at AWS can become it';

  test.each<readonly [string, Json | null, string]>([
    ['without a condition', null, anybody],
    [
      'of an organization',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      'medium: whoever aws:PrincipalOrgID fits can become it',
    ],
    ['with a condition that says nothing', { StringLike: { 'aws:PrincipalOrgID': '*' } }, anybody],
    ['with a condition that everybody fits', { StringLike: { 'aws:PrincipalArn': 'arn:*' } }, anybody],
    ['of any organization', { StringLike: { 'aws:PrincipalOrgID': 'o-?*' } }, anybody],
    [
      'of a value that whoever comes brings along',
      { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } },
      anybody,
    ],
    ['of any account', { StringLike: { 'aws:PrincipalAccount': '????????????' } }, anybody],
    [
      'of an account',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/ci-*' } },
      'medium: whoever aws:PrincipalArn fits can become it',
    ],
    [
      'of a unit of an organization',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } },
      'medium: whoever aws:PrincipalOrgPaths fits can become it',
    ],
    [
      'of a session',
      { StringLike: { 'aws:userid': 'AROAEXAMPLEEXAMPLE123:*' } },
      'medium: whoever aws:userid fits can become it',
    ],
    [
      'with a condition that holds where its key is missing',
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
      anybody,
    ],
    ['with a condition that only leaves somebody out', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }, anybody],
    [
      'with a value that looks like a condition',
      { StringLike: { 'aws:RequestedRegion': 'a and StringEquals aws:PrincipalOrgID: o-1' } },
      anybody,
    ],
  ])('%s', (_what, condition, expected) => {
    expect(told('*', condition)).toEqual([expected]);
  });

  test('but some', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' };
    const gains = ofRole({ trust: form({ Version: '2012-10-17', Statement: statement }, 'trust') });
    expect(awsRisk.escalations({ address: ROLE, gains, held: [], live: LIVE })).toMatchObject([{ level: 'critical' }]);
  });
});

describe('another account', () => {
  const deputy = 'high: no external id tells for whom it acts there';

  test.each<readonly [string, Json, Json | null, readonly string[]]>([
    ['as a whole', { AWS: '444455556666' }, null, [deputy]],
    ['one role of it', { AWS: 'arn:aws:iam::444455556666:role/vendor' }, null, [deputy]],
    ['with an external id', { AWS: '444455556666' }, { StringEquals: { 'sts:ExternalId': 'x' } }, []],
    ['with any external id', { AWS: '444455556666' }, { StringLike: { 'sts:ExternalId': '?*' } }, [deputy]],
    [
      'with the external id that it says itself',
      { AWS: '444455556666' },
      { StringEquals: { 'sts:ExternalId': '${sts:ExternalId}' } },
      [deputy],
    ],
    ['of the same organization', { AWS: '444455556666' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, []],
    ['its own', { AWS: '111122223333' }, null, []],
    ['a service', { Service: 'ec2.amazonaws.com' }, null, []],
  ])('%s', (_what, principal, condition, expected) => {
    expect(told(principal, condition)).toEqual(expected);
  });
});

describe('workflows of GitHub', () => {
  const none = `critical: whoever has a token of it can become it: no condition on ${GITHUB}:sub`;

  test.each<readonly [string, Json | null, readonly string[]]>([
    [
      'without any condition',
      null,
      [none, `medium: tokens for other services let in, too: no condition on ${GITHUB}:aud`],
    ],
    ['without a subject', AUDIENCE, [none]],
    ['with a subject that may be missing', subject('repo:acme/app:*', 'ForAllValues:StringLike'), [none]],
    ['any subject', subject('*'), ['critical: anybody with a token of it can become it: *']],
    [
      'the subject that the token has itself',
      subject(`\${${GITHUB}:sub}`, 'StringEquals'),
      [`critical: anybody with a token of it can become it: \${${GITHUB}:sub}`],
    ],
    [
      'an audience that the token has itself',
      { StringEquals: { [`${GITHUB}:aud`]: `\${${GITHUB}:aud}`, [`${GITHUB}:sub`]: 'repo:acme/app:environment:prod' } },
      [`medium: tokens for other services let in, too: no condition on ${GITHUB}:aud`],
    ],
    ['a subject with a dollar in it', subject('repo:acme/app:environment:${$}{prod}', 'StringEquals'), []],
    ['any repository', subject('repo:*'), ['critical: anybody with a token of it can become it: repo:*']],
    [
      'any owner that begins so',
      subject('repo:acme*/app:ref:refs/heads/main'),
      ['critical: anybody with a token of it can become it: repo:acme*/app:ref:refs/heads/main'],
    ],
    [
      'an owner',
      subject('repo:acme/*'),
      ['high: whatever the subject pattern matches of one owner can become it: repo:acme/*'],
    ],
    ['a star that is taken for a star', subject('repo:acme/*', 'StringEquals'), []],
    [
      'a repository',
      subject('repo:acme/app:*'),
      ['medium: every branch, tag and pull request of one repository can become it: repo:acme/app:*'],
    ],
    [
      'whatever sort of run it is',
      subject('repo:acme/app:*:*'),
      ['medium: every branch, tag and pull request of one repository can become it: repo:acme/app:*:*'],
    ],
    [
      'the widest of several',
      subject(['repo:acme/app:environment:prod', 'repo:acme/*']),
      ['high: whatever the subject pattern matches of one owner can become it: repo:acme/*'],
    ],
    ['an environment', subject('repo:acme/app:environment:prod', 'StringEquals'), []],
    ['some branches', subject('repo:acme/app:ref:refs/heads/release-*'), []],
  ])('%s', (_what, condition, expected) => {
    expect(told(PROVIDER, condition)).toEqual(expected);
  });
});

describe('other issuers', () => {
  const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
  const cluster = { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` };
  const aud = { [`${issuer}:aud`]: 'sts.amazonaws.com' };

  test('a ServiceAccount of a cluster', () => {
    expect(
      told(cluster, { StringEquals: { ...aud, [`${issuer}:sub`]: 'system:serviceaccount:billing:exporter' } }),
    ).toEqual([]);
    expect(told(cluster, { StringEquals: aud })).toEqual([
      `critical: whoever has a token of it can become it: no condition on ${issuer}:sub`,
    ]);
    expect(told(cluster, { StringEquals: aud, StringLike: { [`${issuer}:sub`]: '*' } })).toEqual([
      'critical: anybody with a token of it can become it: *',
    ]);
  });

  test.each([
    ['critical: anybody with a token of it can become it', 's*'],
    ['critical: anybody with a token of it can become it', 'system:serviceaccount:*'],
    ['critical: anybody with a token of it can become it', 'system:serviceaccount:*:exporter'],
    ['critical: anybody with a token of it can become it', 'project_path:*'],
    ['high: whoever the subject pattern matches can become it', 'system:serviceaccount:billing:*'],
    ['high: whoever the subject pattern matches can become it', 'system:serviceaccount:billing-*:exporter'],
    ['high: whoever the subject pattern matches can become it', 'project_path:acme/*:ref_type:branch:ref:main'],
  ])('%s: %s', (expected, value) => {
    const condition = { StringEquals: aud, StringLike: { [`${issuer}:sub`]: value } };
    expect(told(cluster, condition)).toEqual([`${expected}: ${value}`]);
  });

  test.each(['accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com', 'www.amazon.com'])(
    'whoever signs in at %s',
    (name) => {
      expect(told({ Federated: name })).toEqual([
        'critical: whoever signs in there, for any application, can become it',
      ]);
      expect(told({ Federated: name }, { StringEquals: { [`${name}:app_id`]: '1' } })).toEqual([]);
    },
  );

  test('whoever signs in with Cognito', () => {
    const cognito = { Federated: 'cognito-identity.amazonaws.com' };
    expect(told(cognito)).toEqual(['critical: whoever signs in there, for any application, can become it']);
    expect(told(cognito, { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' } })).toEqual([]);
  });
});
