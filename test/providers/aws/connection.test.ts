import { describe, expect, test } from 'vitest';
import { CallFailure } from '../../../src/providers/aws/call-failure.ts';
import { readFailure } from '../../../src/providers/aws/catalog/read-failure.ts';
import { loginOf, regionOf, roleFor } from '../../../src/providers/aws/connection.ts';
import { awsError } from './catalog/scripted-calls.ts';

describe('a connection', () => {
  const keys = { accessKeyId: 'id', secretAccessKey: 'hush' };

  test.each([
    ['default', { kind: 'chain' }],
    ['  default\n', { kind: 'chain' }],
    [JSON.stringify(keys), { kind: 'keys', ...keys, sessionToken: null }],
    [JSON.stringify({ ...keys, sessionToken: 't' }), { kind: 'keys', ...keys, sessionToken: 't' }],
    ['{"profile":"prod"}', { kind: 'profile', profile: 'prod' }],
    ['{"webIdentity":{"roleArn":"r","tokenFile":"f"}}', { kind: 'token-file', role: 'r', file: 'f' }],
  ])('%s is a login', (secret, login) => {
    expect(loginOf(secret)).toEqual(login);
  });

  test.each([
    'hush',
    '"hush"',
    '{"hush"',
    '{"accessKeyId":"hush"}',
    '{"accessKeyId":"hush","secretAccessKey":""}',
    '{"accessKeyId":"hush","secretAccessKey":"hush","sessionToken":null}',
    '{"accessKeyId":"hush","secretAccessKey":"hush","region":"hush"}',
    '{"profile":1}',
    '{"webIdentity":{"roleArn":"hush"}}',
    '{"webIdentity":{"roleArn":"hush","tokenFile":"hush","more":"hush"}}',
    '{"__proto__":{"profile":"hush"}}',
  ])('%s is none, and is not repeated', (secret) => {
    expect(() => loginOf(secret)).toThrow(
      expect.objectContaining({ code: 'aws-connection-malformed', message: expect.not.stringContaining('hush') }),
    );
  });

  test.each([
    ['hush', 'it is neither the word default nor JSON.'],
    ['{"hush"', 'it is neither the word default nor JSON.'],
    ['"hush"', 'it is JSON, and no object.'],
    ['{"accessKeyId":"hush","secretKey":"hush"}', 'it lacks secretAccessKey and has 1 key that is not known.'],
    ['{"hush":"hush","hushed":"hush"}', 'it has 2 keys that are not known.'],
    ['{"accessKeyId":"hush"}', 'it lacks secretAccessKey.'],
    ['{"accessKeyId":"hush","secretAccessKey":""}', 'its keys or their values do not go together.'],
    ['{"profile":"hush","webIdentity":{}}', 'its keys or their values do not go together.'],
  ])('%s is none, and it is said why', (secret, why) => {
    const message = `The connection says no way to log in to AWS: ${why}`;
    expect(() => loginOf(secret)).toThrow(expect.objectContaining({ message }));
  });

  test('reads and writes with a role of its own', () => {
    const options = { readRole: 'r', writeRole: 'w' };
    expect([roleFor('read', options), roleFor('write', options), roleFor('write', {})]).toEqual(['r', 'w', null]);
    expect([regionOf({}), regionOf({ region: 'cn-north-1' })]).toEqual(['us-east-1', 'cn-north-1']);
  });
});

describe('a call that fails', () => {
  test.each([
    [awsError('NoSuchEntityException', 404), 'missing', 'aws-call-refused'],
    [awsError('AccessDenied', 403), 'denied', 'aws-access-denied'],
    [awsError('AccessDeniedException', 403), 'denied', 'aws-access-denied'],
    [awsError('CredentialsProviderError'), 'credentials', 'aws-credentials-refused'],
    [awsError('ExpiredTokenException', 403), 'credentials', 'aws-credentials-refused'],
    [awsError('InvalidClientTokenId', 403), 'credentials', 'aws-credentials-refused'],
    [awsError('Throttling'), 'throttled', 'aws-throttled'],
    [awsError('ThrottlingException'), 'throttled', 'aws-throttled'],
    [awsError('Odd', 429), 'throttled', 'aws-throttled'],
    [awsError('ConcurrentModificationException', 409), 'busy', 'aws-call-refused'],
    [awsError('MalformedPolicyDocumentException'), 'refused', 'aws-call-refused'],
    [awsError('LimitExceededException', 409), 'refused', 'aws-call-refused'],
    [awsError('ServiceFailureException', 500), 'unanswered', 'aws-unreachable'],
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'credentials', 'aws-credentials-refused'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'unsent', 'aws-unreachable'],
    [Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'unsent', 'aws-unreachable'],
    [Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'unsent', 'aws-unreachable'],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'unanswered', 'aws-unreachable'],
    [
      Object.assign(new Error('the request socket did not establish a connection with the server'), {
        name: 'TimeoutError',
      }),
      'unsent',
      'aws-unreachable',
    ],
    [Object.assign(new Error('x'), { name: 'TimeoutError', code: 'ETIMEDOUT' }), 'unanswered', 'aws-unreachable'],
    ['a string', 'unanswered', 'aws-unreachable'],
  ] as const)('with %s is %s', (cause, kind, code) => {
    const failed = new CallFailure('GetRole', cause);
    expect(failed.kind).toBe(kind);
    expect(readFailure(failed).code).toBe(code);
    expect(readFailure(failed).message).toContain('iam:GetRole');
    expect(`${failed.message} ${readFailure(failed).message}`).not.toContain('what AWS says');
  });

  test('to STS and to the credential chain is named as such', () => {
    const at = (action: string) => readFailure(new CallFailure(action, awsError('AccessDenied', 403))).message;
    expect(at('AssumeRole')).toContain('sts:AssumeRole');
    expect(at('GetCredentials')).toContain('logging in');
  });

  test('in no known way repeats nothing', () => {
    expect(readFailure(new TypeError('hush'))).toEqual({
      code: 'aws-answer-malformed',
      message: expect.not.stringContaining('hush'),
    });
  });
});
