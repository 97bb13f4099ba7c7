import { CountersignError } from '../errors.ts';

/** A newer version wrote what the ledger holds: nothing may be concluded from it, and nothing written over it. */
export function engineOutdated(evidence: string): CountersignError {
  return new CountersignError('engine-outdated', 'The ledger holds what this version of Countersign does not know.', {
    evidence,
    mend: 'Run the version that wrote it, or a newer one.',
  });
}
