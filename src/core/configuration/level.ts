import type { Configuration } from '../configuration.ts';

/** `trial`: whoever may push can write the ledger and the checks; everything that is shown says so. */
export function levelOf(configuration: Configuration): 'trial' | 'standard' {
  return configuration.ledger.signing.kind === 'none' || configuration.app === null ? 'trial' : 'standard';
}
