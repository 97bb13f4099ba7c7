import type { components, paths } from '@octokit/openapi-types';

/** A schema of GitHub's REST description by its name, for instance `Schema<'check-run'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type { paths };
