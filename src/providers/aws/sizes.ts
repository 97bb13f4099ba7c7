import { CountersignError, type Problem } from '../../core/errors.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { KEPT } from './kinds/shared.ts';
import { documentOf, formOf } from './normal-form/documents.ts';
import { membersOf } from './places.ts';
import { policySize } from './policy/written.ts';
import { inlineSize, MANAGED_POLICY_SIZE } from './steps/limits.ts';

/**
 * Policies of a spec that are longer than IAM allows. Warnings only: what an account has already is taken for allowed, which the plan
 * alone can tell.
 */
export function policySizes(kind: string, { document, inlinePolicies }: JsonObject): readonly Problem[] {
  const inline = membersOf({ pointer: '/inlinePolicies', value: inlinePolicies }).filter(({ key }) => key !== KEPT);
  return [
    ...tooLong(document === undefined ? [] : [document], MANAGED_POLICY_SIZE, (size) => ({
      pointer: '/document',
      code: 'policy-too-large',
      cause: `The policy has ${size} characters, and IAM allows ${MANAGED_POLICY_SIZE}.`,
      mend: 'Split it.',
    })),
    ...tooLong(
      inline.flatMap(({ value }) => value ?? []),
      inlineSize(kind),
      (size) => ({
        pointer: '/inlinePolicies',
        code: 'inline-policies-too-large',
        cause: `The inline policies have ${size} characters together, and IAM allows ${inlineSize(kind)}.`,
        mend: 'Move some into a managed policy.',
      }),
    ),
  ];
}

type Told = (size: number) => Omit<Problem, 'severity'>;

/** As a plan would write them, of those that are too long as they stand. */
function tooLong(policies: readonly Json[], limit: number, told: Told): readonly Problem[] {
  if (sum(policies) <= limit) return [];
  const size = sum(policies.map(written));
  return size <= limit ? [] : [{ ...told(size), severity: 'warning' }];
}

function sum(policies: readonly Json[]): number {
  return policies.reduce<number>((all, policy) => all + policySize(policy), 0);
}

/** What cannot be understood is told as that. */
function written(policy: Json): Json {
  try {
    return documentOf(formOf(policy, 'identity', { account: '000000000000', partition: 'aws' }));
  } catch (error) {
    if (error instanceof CountersignError) return {};
    throw error;
  }
}
