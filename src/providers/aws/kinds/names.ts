import type { NameRule } from '../../../core/name-rule.ts';

function rule(pattern: string, mend: string): NameRule {
  return { pattern, code: 'aws-name-invalid', cause: 'IAM has no such names.', mend };
}

/** Of roles and users. */
export const entityName = rule('^[\\w+=,.@-]{1,64}$', 'Use letters, digits and _+=,.@-, at most 64.');

export const policyName = rule('^[\\w+=,.@-]{1,128}$', 'Use letters, digits and _+=,.@-, at most 128.');

export const issuerName = rule(
  '^(?!https?:)[A-Za-z0-9._~:/-]{1,247}$',
  'Write the URL of the issuer without https://, such as gitlab.com.',
);
