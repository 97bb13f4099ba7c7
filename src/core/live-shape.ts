import { parseAddress } from './address.ts';
import { isCredential } from './credentials.ts';
import { CountersignError } from './errors.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { LiveState } from './live.ts';

/** Whether JSON is a live state, in every part that core reads; what attributes and facts hold is the provider's. Whether it is true is not asked. */
export function isLiveState(value: Json | LiveState | undefined): value is LiveState {
  if (!isJsonObject(value)) return false;
  const { source, provider, target, objects, unreadable, notModelled, facts } = value as JsonObject;
  return (
    typeof source === 'string' &&
    typeof provider === 'string' &&
    isJsonObject(target) &&
    Object.values(target).every((fact) => typeof fact === 'string') &&
    isJsonObject(facts) &&
    listOf(objects, (one) => isObject(one, source)) &&
    listOf(unreadable, (one) => isAbout(one, source) && isText(one['pointer']) && isReason(one['reason'])) &&
    listOf(notModelled, (one) => isAbout(one, source) && [one['what'], one['detail']].every(isString))
  );
}

function isObject(one: JsonObject, source: string): boolean {
  const { address, kind, incarnation, attributes, facts, credentials, managedBy } = one;
  return (
    isAddressIn(address, source) &&
    [kind, incarnation].every(isString) &&
    isJsonObject(attributes) &&
    isJsonObject(facts) &&
    (credentials === undefined || listOf(credentials, isCredential)) &&
    (managedBy === undefined || (isJsonObject(managedBy) && isManager(managedBy)))
  );
}

function isManager({ tool, evidence, pointer, value }: JsonObject): boolean {
  return [tool, evidence].every(isString) && [pointer, value].every((one) => one === undefined || isString(one));
}

function isAbout({ address }: JsonObject, source: string): boolean {
  return address === null || isAddressIn(address, source);
}

function isReason(value: Json | undefined): boolean {
  return isJsonObject(value) && [value['code'], value['message']].every(isString);
}

function isString(value: Json | undefined): boolean {
  return typeof value === 'string';
}

function isText(value: Json | undefined): boolean {
  return value === null || isString(value);
}

function listOf(value: Json | undefined, isMember: (member: JsonObject) => boolean): boolean {
  return Array.isArray(value) && (value as readonly Json[]).every((one) => isJsonObject(one) && isMember(one));
}

function isAddressIn(value: Json | undefined, source: string): boolean {
  if (typeof value !== 'string') return false;
  try {
    return parseAddress(value).source === source;
  } catch (error) {
    if (error instanceof CountersignError) return false;
    throw error;
  }
}
