import type { Configuration } from './configuration.ts';
import { hashJson } from './digest.ts';
import type { Sha256 } from './json.ts';

/** Names what a configuration says by itself, whatever stands in the files that it names. */
export function configurationHash(configuration: Configuration): Sha256 {
  const { policySet: _policySet, ...written } = configuration;
  return hashJson(written);
}

/** Names all of one commit's rules: the configuration, and the policies if there are any. */
export function rulesHash(configuration: Configuration): Sha256 {
  const written = configurationHash(configuration);
  const { hash } = configuration.policySet;
  return hash === null ? written : hashJson({ configuration: written, policies: hash });
}
