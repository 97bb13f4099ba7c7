import { formatAddress, parseAddress } from '../address.ts';
import type { ChangeAssessment } from '../assessment.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Change, IdentityMetadata } from '../plan.ts';
import type { Permission } from '../ports.ts';
import { matchedChange, type Matched } from './match.ts';
import { givenPull } from './pull.ts';
import { givenAccess } from './access-facts.ts';
import { credentialFacts, givenCredentials } from './credential-facts.ts';
import type { Situation } from './set.ts';
import type { VARIABLES } from './shape.ts';

/** What an expression is evaluated over, by the names of its variables. Instants are RFC 3339. */
export type Facts = { readonly [name in keyof typeof VARIABLES]: Json };

/** The part that is the same for every change. */
export type PlanFacts = Pick<Facts, 'plan' | 'pull' | 'governance'> & { readonly now: string };

export function planFacts({ plan, changes, now, pull }: Situation): PlanFacts {
  const having = (wanted: (change: Change) => boolean): number => plan.changes.filter(wanted).length;
  return {
    plan: {
      changes: plan.changes.length,
      gains: changes.reduce((sum, { gains }) => sum + gains.length, 0),
      loses: changes.reduce((sum, { loses }) => sum + loses.length, 0),
      creates: having(({ action }) => action === 'create'),
      updates: having(({ action }) => action === 'update'),
      removes: having(({ action }) => action === 'delete' || action === 'disable'),
      irreversible: having(({ irreversible }) => irreversible.length > 0),
    },
    pull,
    governance: plan.governance.map(({ path }) => path),
    now,
  };
}

/** Attributes that do not exist are an empty map, so that `has(after.x)` may be asked of every change. */
export function changeFacts(
  change: Change,
  { gains, loses, risk, credentials }: Pick<ChangeAssessment, 'gains' | 'loses' | 'risk' | 'credentials'>,
  common: PlanFacts,
): Facts {
  const { source, kind, name } = parseAddress(change.address);
  const { before, after } = change.metadata;
  return {
    ...common,
    change: {
      address: change.address,
      source,
      kind,
      name: name.join('/'),
      action: change.action,
      metadata: metadataFacts(after ?? before),
      was: metadataFacts(before),
      irreversible: change.irreversible.map(({ code }) => code),
      blocked: change.blocked.map(({ code }) => code),
      steps: change.steps.length,
    },
    before: change.before ?? {},
    after: change.after ?? {},
    access: { gains: gains.map(permissionFacts), loses: loses.map(permissionFacts) },
    identity: credentialFacts(change, credentials, common.now),
    risk: { level: risk.level, reasons: [...new Set(risk.reasons.map(({ code }) => code))] },
  };
}

function metadataFacts(metadata: IdentityMetadata | null): Json {
  if (metadata === null) return null;
  const { owner, purpose, expires, consumers, dependsOn, adopts } = metadata;
  return { owner, purpose, expires: instantOf(expires), consumers, dependsOn, adopts };
}

/** The beginning of a day, in UTC. */
function instantOf(date: string | null): string | null {
  return date === null ? null : `${date}T00:00:00Z`;
}

function permissionFacts({ principal, action, resource, path, power }: Permission): JsonObject {
  return { principal, action, resource, path, power };
}

/** A test's facts, which its schema has confirmed, with what it leaves out. */
export function givenFacts(given: JsonObject): Facts {
  const change = part(given, 'change');
  const source = textOr(change['source'], 'source');
  const kind = textOr(change['kind'], 'Kind');
  const name = textOr(change['name'], 'name');
  const address = formatAddress({ source, kind, name: [name] });
  const removed = change['action'] === 'delete' || change['action'] === 'disable' || change['action'] === 'forget';
  return {
    change: {
      action: 'update',
      irreversible: [],
      blocked: [],
      steps: 1,
      ...change,
      source,
      kind,
      name,
      address,
      metadata: givenMetadata(change['metadata'] ?? (removed ? (change['was'] ?? {}) : {})),
      was: change['was'] === undefined ? null : givenMetadata(change['was']),
    },
    plan: {
      changes: 1,
      gains: 0,
      loses: 0,
      creates: 0,
      updates: 0,
      removes: 0,
      irreversible: 0,
      ...part(given, 'plan'),
    },
    before: part(given, 'before'),
    after: part(given, 'after'),
    access: {
      gains: givenPermissions(part(given, 'access')['gains'], address),
      loses: givenPermissions(part(given, 'access')['loses'], address),
      ...givenAccess(part(given, 'access'), address),
    },
    identity: givenCredentials(part(given, 'identity')),
    risk: { level: 'low', reasons: [], ...part(given, 'risk') },
    pull: givenPull(part(given, 'pull')),
    governance: given['governance'] ?? [],
    now: given['now'] ?? '2026-01-01T00:00:00Z',
  };
}

function textOr(value: Json | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function part(given: JsonObject, name: string): JsonObject {
  const value = given[name];
  return isJsonObject(value) ? value : {};
}

function givenMetadata(value: Json): Json {
  const given = isJsonObject(value) ? value : {};
  const expires = given['expires'];
  return {
    owner: given['owner'] ?? null,
    purpose: given['purpose'] ?? null,
    expires: typeof expires === 'string' ? instantOf(expires) : null,
    consumers: given['consumers'] ?? [],
    dependsOn: given['dependsOn'] ?? [],
    adopts: given['adopts'] ?? null,
  };
}

function givenPermissions(value: Json | undefined, principal: string): readonly JsonObject[] {
  const items = Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
  return items.map((item) => ({
    principal,
    action: 'READ',
    resource: 'resource',
    path: 'direct',
    power: 'use',
    ...item,
  }));
}

/** The change of these facts, as a rule's match looks at it. */
export function matchedBy(facts: Facts): Matched {
  const pull = facts.pull as { readonly labels: readonly string[] | null } | null;
  const change = facts.change as { readonly address: string; readonly action: Change['action'] };
  return matchedChange(change, pull?.labels ?? null);
}

/** undefined: nothing is there. */
export function valueAt(facts: Facts, path: readonly string[]): Json | undefined {
  let value: Json | undefined = facts;
  for (const name of path) value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}
