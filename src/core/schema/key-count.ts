import { isJsonObject, type Json } from '../json.ts';
import { quoted } from '../yaml/text.ts';
import type { Failure } from './failure.ts';

/** How many of the keys that nothing else asks for there have to be, or may be; null: keys may be called anything, so that their number is all there is to say. */
type Choice = { readonly number: number; readonly keys: readonly string[]; readonly given: readonly string[] };

function choiceOf({ keyword, schema, parent, data }: Failure): Choice | null {
  if (keyword !== 'minProperties' && keyword !== 'maxProperties') return null;
  const { properties, required = [], additionalProperties } = parent;
  if (!isJsonObject(properties) || additionalProperties !== false || !isJsonObject(data)) return null;
  const asked = new Set<Json>(Array.isArray(required) ? required : []);
  const keys = Object.keys(properties).filter((key) => !asked.has(key));
  const number = Number(schema) - asked.size;
  return number < 1 || keys.length === 0
    ? null
    : { number, keys, given: keys.filter((key) => Object.hasOwn(data, key)) };
}

/** Whether too few keys are only those that are required, each of which is said by itself. */
export function isSaidByRequired(failure: Failure): boolean {
  const choice = failure.keyword === 'minProperties' ? choiceOf(failure) : null;
  return choice !== null && choice.given.length >= choice.number;
}

/** What is wrong with the number of keys, by their names. @param what the mapping, in words */
export function keyCount(failure: Failure, what: string) {
  const choice = choiceOf(failure);
  if (choice === null) return null;
  const { number, keys, given } = choice;
  const some = number === 1 ? 'one' : String(number);
  if (failure.keyword === 'maxProperties')
    return {
      code: 'out-of-bounds',
      cause: `${what} may have only ${some} of the keys ${listed(keys)}.`,
      mend: `Keep ${some} of ${listed(given)}.`,
    };
  const left = number - given.length;
  const lacking = left === 1 ? 'one' : String(left);
  const others = keys.filter((key) => !given.includes(key));
  return {
    code: 'missing-key',
    cause: `${what} lacks ${lacking} of the keys ${listed(others)}.`,
    mend: `Add ${lacking} of ${listed(others)}.`,
  };
}

function listed(keys: readonly string[]): string {
  const all = keys.map((key) => quoted(key));
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
