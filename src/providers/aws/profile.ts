import { CountersignError } from '../../core/errors.ts';
import { secretShape } from '../../core/secret-shape.ts';
import { CallFailure } from './call-failure.ts';

/** What the SDK says of a profile that is in none of its files. Source: resolveProfileData of @aws-sdk/credential-provider-ini. */
const NOT_FOUND = /^Could not resolve credentials using profile: \[(?<profile>[\w+=,.@/-]{1,64})\]/u;

/**
 * A login that failed, told as what it is where the profile that it begins with does not exist. The chain tries all else after it and
 * says nothing of it in the end, so that the profile is asked for again.
 * @param ini the SDK's way to the profile that was asked for; from the chain, to the one that the environment names
 */
export async function profileFailure(error: unknown, ini: () => Promise<unknown>): Promise<unknown> {
  if (!(error instanceof CallFailure) || error.kind !== 'credentials') return error;
  const profile = await missingProfile(ini);
  if (profile === null) return error;
  return new CountersignError(
    'aws-credentials-refused',
    `There is no profile ${profile} in the credentials and configuration files of the machine.`,
    {
      mend: 'Run `aws configure list-profiles` for those that there are. Correct AWS_PROFILE or the profile of the connection, or log in before this step.',
      cause: error,
    },
  );
}

/** Null: it is there, or it is the default one, which nobody asked for by name. */
async function missingProfile(ini: () => Promise<unknown>): Promise<string | null> {
  try {
    await ini();
    return null;
  } catch (error) {
    const profile = error instanceof Error ? NOT_FOUND.exec(error.message)?.groups?.['profile'] : undefined;
    return profile === undefined || profile === 'default' || secretShape(profile) !== null ? null : profile;
  }
}
