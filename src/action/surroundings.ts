import { CountersignError } from '../core/errors.ts';
import type { Log } from '../github/client.ts';
import { VERSION } from '../version.ts';
import type { Surroundings } from './wiring.ts';

/** What the runner says about this run. @throws CountersignError `not-a-workflow` when it is none. */
export function surroundingsFrom(variable: (name: string) => string | undefined, log: Log): Surroundings {
  const required = (name: string): string => {
    const value = variable(name);
    if (value !== undefined && value !== '') return value;
    throw new CountersignError('not-a-workflow', `The environment variable ${name} is not set.`, {
      mend: 'Run this as a step of a GitHub Actions workflow.',
    });
  };
  return {
    repository: required('GITHUB_REPOSITORY'),
    apiUrl: required('GITHUB_API_URL'),
    graphqlUrl: required('GITHUB_GRAPHQL_URL'),
    runId: required('GITHUB_RUN_ID'),
    runAttempt: variable('GITHUB_RUN_ATTEMPT') ?? '1',
    version: VERSION,
    secret: variable,
    fetch,
    log,
    now: () => new Date(),
  };
}
