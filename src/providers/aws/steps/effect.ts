import type { Attributes } from '../../../core/attributes.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { StepDraft } from '../../../core/ports.ts';
import type { ListName } from '../normal-form/project.ts';

/**
 * One call of IAM: the action, and its parameters but the name of the role or user, which is the address's, and the mark of the
 * apply on what is created. Policies are objects here and become text when they are sent.
 */
export type Effect = { readonly action: string; readonly parameters: JsonObject };

/** @param parameters undefined ones are left out */
export function effect(action: string, parameters: { readonly [name: string]: Json | undefined } = {}): Effect {
  const given = Object.entries(parameters).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return { action, parameters: Object.fromEntries(given) };
}

export function edit(made: Effect, expect: Attributes, result: Attributes): StepDraft {
  return { stage: 0, effect: made, expect, result, repeat: 'idempotent' };
}

export function creation(made: Effect, result: Attributes): StepDraft {
  return { stage: 0, effect: made, expect: null, result, repeat: 'intent' };
}

export function deletion(made: Effect, expect: Attributes): StepDraft {
  return { stage: 0, effect: made, expect, result: null, repeat: 'idempotent' };
}

/**
 * One member of a list. What is not a member is an empty object, which counts for nothing and still tells the states
 * of different members apart.
 */
export function member(list: ListName | 'versions', name: string, value: Json | undefined): Attributes {
  return { [list]: { values: { [name]: value ?? {} } } };
}

/** Several members of one list. */
export function members(list: ListName, entries: readonly (readonly [string, Json | undefined])[]): Attributes {
  return { [list]: { values: Object.fromEntries(entries.map(([name, value]) => [name, value ?? {}])) } };
}
