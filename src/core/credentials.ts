import { compareText } from './address.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

export const CREDENTIAL_KINDS = ['access-key', 'token', 'password', 'certificate'] as const;
export const CREDENTIAL_STATES = ['active', 'inactive'] as const;

/** What an identity proves itself with, as its system tells of it; never any part of the material. Times are RFC 3339. */
export type Credential = {
  /** As the system calls it: an access key's id, a token's name. */
  readonly id: string;
  readonly kind: (typeof CREDENTIAL_KINDS)[number];
  readonly state: (typeof CREDENTIAL_STATES)[number];
  /** Null: the system does not tell. */
  readonly created: string | null;
  /** Null: never. */
  readonly lastUsed: string | null | 'untold';
  /** Null: it does not expire. */
  readonly expires: string | null;
};

/** An identity's credentials at a time (RFC 3339). `more`: how many there are besides, none of them older or more active. */
export type AssessedCredentials = {
  readonly at: string;
  readonly listed: readonly Credential[];
  readonly more: number;
};

const LISTED = 50;
const TEXT = 500;
const DAY = 86_400_000;

/** Active ones first, then the oldest: those that a reader or a rule is about, wherever there are too many. */
export function assessedCredentials(all: readonly Credential[], at: string): AssessedCredentials {
  const sorted = all.toSorted(
    (left, right) =>
      compareText(left.state, right.state) ||
      compareText(left.created ?? '', right.created ?? '') ||
      compareText(left.id, right.id),
  );
  return { at, listed: sorted.slice(0, LISTED), more: Math.max(0, sorted.length - LISTED) };
}

/** Whole days from one time to another, at least 0; null where either is none. */
export function daysBetween(from: string | null, to: string): number | null {
  const passed = from === null ? Number.NaN : Date.parse(to) - Date.parse(from);
  return Number.isNaN(passed) ? null : Math.max(0, Math.floor(passed / DAY));
}

/** When any of them was used last; null: never, or the system does not tell. */
export function lastUseOf(credentials: readonly Credential[]): string | null {
  const uses = credentials.flatMap(({ lastUsed }) => (lastUsed === null || lastUsed === 'untold' ? [] : [lastUsed]));
  return uses.toSorted((left, right) => Date.parse(right) - Date.parse(left))[0] ?? null;
}

/** Whether JSON is what `assessedCredentials` gives. Whether it is true is not asked. */
export function isAssessedCredentials(value: Json | undefined): boolean {
  if (!isJsonObject(value) || !isTime(value['at']) || !Array.isArray(value['listed'])) return false;
  const { listed, more } = value as { readonly listed: readonly Json[]; readonly more?: Json };
  return (
    listed.length <= LISTED &&
    typeof more === 'number' &&
    Number.isSafeInteger(more) &&
    more >= 0 &&
    listed.every((one) => isJsonObject(one) && isCredential(one))
  );
}

export function isCredential({ id, kind, state, created, lastUsed, expires }: JsonObject): boolean {
  return (
    typeof id === 'string' &&
    id.length <= TEXT &&
    CREDENTIAL_KINDS.some((known) => known === kind) &&
    CREDENTIAL_STATES.some((known) => known === state) &&
    (created === null || isTime(created)) &&
    (lastUsed === null || lastUsed === 'untold' || isTime(lastUsed)) &&
    (expires === null || isTime(expires))
  );
}

function isTime(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length <= TEXT && !Number.isNaN(Date.parse(value));
}
