import { CountersignError } from '../../../core/errors.ts';

/** Characters of what is cited. */
const CITED = 120;

export function malformed(message: string, evidence: string, mend: string): CountersignError {
  return new CountersignError('aws-policy-malformed', message, { evidence: evidence.slice(0, CITED), mend });
}

/** What would be lost, and so is refused. @param mend never to take it out: what is misspelt was meant */
export function unsupported(message: string, evidence: string, mend: string): CountersignError {
  return new CountersignError('aws-policy-unsupported', message, { evidence: evidence.slice(0, CITED), mend });
}

export function tooLarge(message: string, evidence: string): CountersignError {
  return new CountersignError('aws-policy-too-large', message, {
    evidence,
    mend: 'Split the policy.',
  });
}
