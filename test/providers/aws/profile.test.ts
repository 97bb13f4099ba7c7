import { describe, expect, test } from 'vitest';
import { profileFailure } from '../../../src/providers/aws/profile.ts';
import { failure } from './catalog/scripted-calls.ts';

const NONE = failure('GetCredentials', 'CredentialsProviderError');
const says = (message: string) => () => Promise.reject(new Error(message));
const missing = (profile: string) =>
  says(`Could not resolve credentials using profile: [${profile}] in configuration/credentials file(s).`);

describe('a login that failed', () => {
  test('is told by the profile that does not exist', async () => {
    expect(await profileFailure(NONE, missing('nobody'))).toMatchObject({
      code: 'aws-credentials-refused',
      message: 'There is no profile nobody in the credentials and configuration files of the machine.',
    });
  });

  test.each([
    ['nobody asked for a profile', missing('default')],
    ['the profile is there', () => Promise.resolve({})],
    ['something else is wrong with the profile', says('Profile nobody is configured with invalid SSO credentials.')],
    ['what was written for a profile looks like a secret', missing(`AKIA${'ABCDEFGHIJKLMNOP'}`)],
    ['what was written for a profile is no name', missing('a\nb')],
  ])('is told as it is where %s', async (_why, ini) => {
    expect(await profileFailure(NONE, ini)).toBe(NONE);
  });

  test('of another kind asks for no profile', async () => {
    const other = failure('AssumeRole', 'AccessDeniedException');
    expect(await profileFailure(other, () => Promise.reject(new Error('asked')))).toBe(other);
  });
});
