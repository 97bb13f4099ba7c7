import { daysBetween, type AssessedCredentials, type Credential } from '../credentials.ts';
import type { Change } from '../plan.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** An identity's credentials as expressions have them; nothing where its system does not tell, so that what reads them fails. */
export function credentialFacts(
  { before, incarnation }: Pick<Change, 'before' | 'incarnation'>,
  assessed: AssessedCredentials | undefined,
  now: string,
): JsonObject {
  // What does not exist has none.
  if (assessed === undefined) return before === null && incarnation === null ? { credentials: [] } : {};
  return { credentials: assessed.listed.map((one) => factsOf(one, now)) };
}

/** Ages in whole days; `idle`: since it was last used, or since it was made where it never was. */
function factsOf({ id, kind, state, created, lastUsed, expires }: Credential, now: string): JsonObject {
  const used = lastUsed !== null && lastUsed !== 'untold';
  const idle = lastUsed === 'untold' ? null : daysBetween(lastUsed ?? created, now);
  return { id, kind, state, age: daysBetween(created, now), used: lastUsed === 'untold' ? null : used, idle, expires };
}

/** Credentials of a test; none where it gives none, and not known where it says null. */
export function givenCredentials(given: JsonObject): JsonObject {
  const { credentials = [] } = given;
  if (credentials === null || !Array.isArray(credentials)) return {};
  const plain = { id: 'credential', kind: 'access-key', state: 'active', age: 0, used: true, idle: 0, expires: null };
  return { credentials: (credentials as readonly Json[]).filter(isJsonObject).map((one) => ({ ...plain, ...one })) };
}
