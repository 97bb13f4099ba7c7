import { CountersignError, type Reason } from '../../../core/errors.ts';
import { CallFailure } from '../call-failure.ts';

/** Why something of AWS was not read. Repeats nothing that AWS or the SDK said: both may quote what they were given. */
export function readFailure(error: unknown): Reason {
  if (error instanceof CountersignError) return { code: error.code, message: `${error.message} ${error.mend}` };
  if (error instanceof CallFailure) return callReason(error);
  return { code: 'aws-answer-malformed', message: 'AWS answered in a way that cannot be read. Run the plan again.' };
}

function callReason({ action, kind, state }: CallFailure): Reason {
  const call = callOf(action);
  switch (kind) {
    case 'denied':
      return {
        code: 'aws-access-denied',
        message: `AWS denies ${call} (${state}). Give the login the policy that the guide for AWS has for it, and look for a boundary or a service control policy that denies it.`,
      };
    case 'credentials':
      return {
        code: 'aws-credentials-refused',
        message: `There are no credentials that AWS accepts for ${call} (${state}). Log in before this step, or correct what the environment variable of the source holds.`,
      };
    case 'throttled':
      return {
        code: 'aws-throttled',
        message: `AWS throttles ${call}, also after pauses (${state}). Run again when less is asked of this account.`,
      };
    case 'unsent':
    case 'unanswered':
      return {
        code: 'aws-unreachable',
        message: `There is no answer of AWS to ${call} (${state}). Check the network of the runner, and region and endpoint among the options of the source; then run again.`,
      };
    case 'missing':
    case 'busy':
    case 'refused':
      return {
        code: 'aws-call-refused',
        message: `AWS refuses ${call} (${state}). Run again: something may have changed in between. Report it as a defect if it stays.`,
      };
  }
}

function callOf(action: string): string {
  if (action === 'GetCredentials') return 'logging in';
  return action === 'AssumeRole' || action === 'GetCallerIdentity' ? `sts:${action}` : `iam:${action}`;
}
