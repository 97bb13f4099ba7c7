import type { CodeTopic } from '../../../core/codes/entry.ts';

/** Policy documents that cannot be compared. */
export const POLICY_CODES: CodeTopic = {
  title: 'AWS: policy documents',
  intro: 'A policy that cannot be understood as a whole is refused as a whole.',
  shows: ['plan', 'apply', 'CLI'],
  codes: {
    'aws-policy-malformed': {
      meaning: 'A policy document breaks the grammar of policies: AWS would refuse it, or it says something twice.',
      next: 'Correct it as the message says.',
    },
    'aws-policy-unsupported': {
      meaning: 'A policy document has an element, a type of principal or a condition operator that is not known.',
      next: 'Take it out of the policy, or report it if AWS documents it.',
    },
    'aws-policy-too-large': {
      meaning: 'A policy document is larger than any that AWS takes, or has too many combinations to compare.',
      next: 'Split the policy.',
    },
  },
};
