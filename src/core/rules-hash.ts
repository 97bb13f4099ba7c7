import type { Configuration } from './configuration.ts';
import { hashJson } from './digest.ts';
import type { Sha256 } from './json.ts';

/** Names what a configuration says by itself, whatever stands in the files that it names. */
export function configurationHash(configuration: Configuration): Sha256 {
  const { policySet: _policySet, codeOwners: _codeOwners, ...written } = configuration;
  return hashJson(written);
}

/** Names all of one commit's rules: the configuration, and the policies and owners if there are any. */
export function rulesHash(configuration: Configuration): Sha256 {
  const written = configurationHash(configuration);
  const { policySet, codeOwners } = configuration;
  const policies = policySet.hash === null ? {} : { policies: policySet.hash };
  const owners = codeOwners === null ? {} : { owners: codeOwners };
  const beside = { ...policies, ...owners };
  return Object.keys(beside).length === 0 ? written : hashJson({ configuration: written, ...beside });
}
