import { sharedVariables } from '../policy/variables.ts';
import type { Condition } from '../policy/model.ts';

/** A value that anything fits. */
const ANYTHING = /^[*?]*$/u;
/** Who acts is given with the identity that a policy is of, so that a condition on it may hold whenever the identity acts. */
const OF_ACTOR = /^aws:(?:Principal|userid$|username$)/u;
/** Shortest prefix of a network that is not a large part of all there are. */
const PREFIX = 8;

/** A condition that also holds where its key is missing, or that only leaves some out, lets nobody in by name. */
export function namesSomebody({ operator }: Pick<Condition, 'operator'>): boolean {
  return /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnLike|ArnEquals)$/u.test(operator);
}

/** What a variable stands for is the request's to say: `${sts:ExternalId}` is whatever it has. */
export function isVariable(value: string): boolean {
  return sharedVariables([value]) !== '';
}

export function isSaid({ values }: Pick<Condition, 'values'>): boolean {
  return values.every((value) => !ANYTHING.test(value) && !isVariable(value));
}

/** Whether a condition of what an identity may do leaves out some of what it would do otherwise. */
export function narrowsUse(condition: Condition): boolean {
  const { operator, key, values } = condition;
  if (operator === 'Bool') return key === 'aws:MultiFactorAuthPresent' && values.every((value) => value === 'true');
  if (operator === 'IpAddress') return values.every(isNetwork);
  return namesSomebody(condition) && !OF_ACTOR.test(key) && isSaid(condition);
}

function isNetwork(value: string): boolean {
  const [, prefix] = /^[0-9a-fA-F.:]+\/(\d+)$/u.exec(value) ?? [];
  return prefix !== undefined && Number(prefix) >= PREFIX;
}
