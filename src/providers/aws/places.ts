import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { escapePointer } from '../../core/leaves.ts';

/** A part of a spec, as a document writes it, and where. Whatever it is: its form is checked elsewhere. */
export type Place = { readonly pointer: string; readonly value: Json | undefined };

export type Named = { readonly pointer: string; readonly text: string };

export function memberOf({ pointer, value }: Place, name: string): Place {
  return { pointer: `${pointer}/${escapePointer(name)}`, value: isJsonObject(value) ? value[name] : undefined };
}

export function membersOf(place: Place): readonly (Place & { readonly key: string })[] {
  return Object.entries(place.value ?? {}).map(([key, value]) => ({
    key,
    pointer: `${place.pointer}/${escapePointer(key)}`,
    value: value as Json,
  }));
}

/** Policies write one of something with and without a list. */
function oneOrMore(place: Place): readonly Place[] {
  return Array.isArray(place.value) ? membersOf(place) : [place];
}

/** Everything in a spec that is a policy. */
export function policiesIn({ document, trust, inlinePolicies }: JsonObject): readonly Place[] {
  return [
    { pointer: '/document', value: document },
    memberOf({ pointer: '/trust', value: trust }, 'policy'),
    ...(isJsonObject(inlinePolicies) ? membersOf({ pointer: '/inlinePolicies', value: inlinePolicies }) : []),
  ];
}

export function statementsIn(policy: Place): readonly Place[] {
  return oneOrMore(memberOf(policy, 'Statement'));
}

export function textsAt(place: Place): readonly Named[] {
  return oneOrMore(place).flatMap(({ pointer, value: text }) => (typeof text === 'string' ? [{ pointer, text }] : []));
}
