import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { allow, BUCKET, form, policy, trust, when } from './documents.ts';

describe('what cannot be represented is refused', () => {
  test.each<readonly [string, string, Json]>([
    ['aws-policy-malformed', 'no object', 'Allow'],
    ['aws-policy-malformed', 'no statement', policy()],
    ['aws-policy-malformed', 'no effect', policy({ Action: 's3:GetObject', Resource: '*' })],
    [
      'aws-policy-malformed',
      'an effect of another case',
      policy({ Effect: 'allow', Action: 's3:GetObject', Resource: '*' }),
    ],
    ['aws-policy-malformed', 'no action', policy({ Effect: 'Allow', Resource: '*' })],
    [
      'aws-policy-malformed',
      'both sorts of actions',
      policy(allow('s3:GetObject', '*', { NotAction: 's3:PutObject' })),
    ],
    ['aws-policy-malformed', 'an empty list', policy(allow([], '*'))],
    ['aws-policy-malformed', 'an empty text', policy(allow('s3:GetObject', ''))],
    ['aws-policy-malformed', 'an action without a service', policy(allow('GetObject', '*'))],
    [
      'aws-policy-malformed',
      'a principal in a policy of an identity',
      policy(allow('s3:GetObject', '*', { Principal: '*' })),
    ],
    ['aws-policy-malformed', 'a condition without values', when({ StringEquals: { 'aws:RequestedRegion': [] } })],
    [
      'aws-policy-malformed',
      'a key that is named twice',
      when({ StringEquals: { 'aws:username': 'a', 'AWS:UserName': 'b' } }),
    ],
    [
      'aws-policy-malformed',
      'a version that does not exist',
      { Version: '2020-01-01', Statement: allow('s3:GetObject', '*') },
    ],
    ['aws-policy-unsupported', 'another element', { ...policy(allow('s3:GetObject', '*')), Extra: 1 }],
    ['aws-policy-unsupported', 'another element of a statement', policy(allow('s3:GetObject', '*', { Comment: 'x' }))],
    ['aws-policy-unsupported', 'another operator', when({ StringStartsWith: { 'aws:username': 'a' } })],
    [
      'aws-policy-too-large',
      'very many statements',
      policy(...Array.from({ length: 1001 }, () => allow('s3:GetObject', '*'))),
    ],
    [
      'aws-policy-too-large',
      'a very long document',
      policy(
        ...Array.from({ length: 990 }, (_, index) => allow('s3:GetObject', `${BUCKET}/${'x'.repeat(300)}${index}`)),
      ),
    ],
    [
      'aws-policy-too-large',
      'very many combinations',
      policy(
        allow(
          's3:GetObject',
          Array.from({ length: 101 }, (_, index) => `${BUCKET}/${index}`),
          { Condition: { StringEquals: { 'aws:username': Array.from({ length: 100 }, (_, index) => `u${index}`) } } },
        ),
      ),
    ],
  ])('%s: %s', (code, _what, document) => {
    expect(() => form(document)).toThrow(expect.objectContaining({ code }));
  });

  test('an account number without quotes', () => {
    expect(() => form(trust({ AWS: 111122223333 }), 'trust')).toThrow(
      expect.objectContaining({ code: 'aws-policy-malformed', mend: 'Put the number in quotes.' }),
    );
  });

  test.each<readonly [string, string, Json]>([
    ['aws-policy-malformed', 'a resource in a trust policy', trust('*', { Resource: '*' })],
    ['aws-policy-malformed', 'nobody', trust({})],
    ['aws-policy-malformed', 'a principal that is a text', trust('111122223333')],
    ['aws-policy-unsupported', 'a principal of another type', trust({ Robot: 'x' })],
  ])('in a trust policy: %s: %s', (code, _what, document) => {
    expect(() => form(document, 'trust')).toThrow(expect.objectContaining({ code }));
  });
});

describe('what would take minutes to compare is refused at once', () => {
  const many = (count: number, spelt: (index: number) => string) => Array.from({ length: count }, (_, at) => spelt(at));
  const values = many(110, String);
  const tagged = (count: number, prefix: string) =>
    Object.fromEntries(many(count, (at) => `a:${prefix}${at}`).map((key) => [key, 'x'] as const));
  test.each<readonly [string, Json]>([
    [
      'resources that begin with a wildcard',
      policy(
        allow(
          's3:GetObject',
          many(5000, (at) => `arn:aws:s3:::*a${at}`),
        ),
      ),
    ],
    [
      'actions that begin with a wildcard',
      policy(
        allow(
          many(5000, (at) => `s3:*a${at}`),
          '*',
        ),
      ),
    ],
    [
      'every action on every resource',
      policy(
        allow(
          many(2000, (at) => `s3:b${at}`),
          many(2000, (at) => `a${at}`),
        ),
      ),
    ],
    [
      'patterns of actions on many resources',
      policy(
        allow(
          many(440, (at) => `s3:*a${at}b`),
          many(440, (at) => `a${at}`),
        ),
      ),
    ],
    ['every value with every other', when({ StringEquals: { 'aws:userid': values, 'aws:username': values } })],
    ['one statement under more conditions than any policy has', when({ StringEquals: tagged(5000, 'x') })],
  ])('%s', (_what, document) => {
    const began = process.cpuUsage().user;
    expect(() => form(document)).toThrow(expect.objectContaining({ code: 'aws-policy-too-large' }));
    expect(process.cpuUsage().user - began).toBeLessThan(10_000_000);
  });

  test('conditions whose values multiply are refused before any is compared', () => {
    const few = Object.fromEntries(many(13, String).map((at) => [`aws:k${at}`, ['a', 'b']]));
    const began = process.threadCpuUsage().user;
    expect(() => form(when({ StringLike: few }))).toThrow(expect.objectContaining({ code: 'aws-policy-too-large' }));
    expect(process.threadCpuUsage().user - began).toBeLessThan(1_000_000);
  });

  test('many conditions that have nothing in common are compared in no time', () => {
    const began = process.cpuUsage().user;
    const statements = many(1000, String).map((at) =>
      allow(`s3:a${at}`, '*', { Condition: { StringEquals: tagged(8, `${at}-`) } }),
    );
    expect(Object.keys(form(policy(...statements)))).toHaveLength(1000);
    expect(process.cpuUsage().user - began).toBeLessThan(10_000_000);
  });

  test('a statement may have as many conditions as fit into a policy that IAM takes', () => {
    expect(Object.keys(form(when({ StringEquals: tagged(800, '') })))).toHaveLength(1);
  });
});
