import { compareText, type Address } from '../address.ts';
import type { DesiredState, Reconciliation } from '../desired/types.ts';
import { canonicalize, hashJson } from '../digest.ts';
import type { Reason } from '../errors.ts';
import type { Json, Sha256 } from '../json.ts';
import type { Plan } from '../plan.ts';
import { desiredOf, requestsIn, scopeOf } from '../scope.ts';

/** `H(repository, pull request, landing commit, digest)`: one execution of one approved plan for one landing. */
export function applyIdOf(
  repository: number,
  pullRequest: number | null,
  landing: string,
  digest: Sha256 | null,
): Sha256 {
  return hashJson(['countersign apply 1', repository, pullRequest, landing, digest]);
}

/** What a landing really brought: the same three records as a plan's. */
export type Landed = Pick<Plan, 'desired' | 'governance' | 'requests'>;

export function landedOf(before: DesiredState, after: DesiredState, governance: Plan['governance']): Landed {
  const { identities } = scopeOf(before, after, 'pull-request');
  return { desired: desiredOf(identities), governance, requests: requestsIn(identities) };
}

/** Null when the landing brought exactly what was planned; otherwise the first thing that differs. */
export function landingDifference(plan: Plan, landed: Landed): Reason | null {
  for (const part of ['desired', 'governance', 'requests'] as const) {
    const [planned, found] = [new Set(lines(plan[part])), new Set(lines(landed[part]))];
    const differing = [...planned].find((line) => !found.has(line)) ?? [...found].find((line) => !planned.has(line));
    if (differing !== undefined) {
      const side = planned.has(differing) ? 'was planned and did not land so' : 'landed and was not planned so';
      return { code: 'landing-differs', message: `${part}: ${differing} ${side}` };
    }
  }
  return null;
}

/**
 * Null when what the plan rests on still stands after a later landing: its head inputs, its rule files, and what asked for it.
 * One that changed any of them took it back, or has a plan of its own, whatever stands there afterwards.
 */
export function supersededBy(
  plan: Plan,
  state: DesiredState,
  governance: ReadonlyMap<string, Sha256 | null>,
): Reason | null {
  const hashes = hashesOf(state);
  const moved = plan.desired.find(({ address, head }) => (hashes.get(address) ?? null) !== head);
  if (moved !== undefined) return { code: 'superseded', message: `${moved.address} was changed by a later landing` };
  const rule = plan.governance.find(({ path, head }) => governance.has(path) && governance.get(path) !== head);
  if (rule !== undefined) return { code: 'superseded', message: `${rule.path} was changed by a later landing` };
  const withdrawn = plan.requests.find((request) => !isAsked(state, request));
  if (withdrawn === undefined) return null;
  return { code: 'superseded', message: `what asked to ${withdrawn.verb} ${withdrawn.address} was taken back` };
}

/**
 * What a superseded landing leaves undone: everything that nobody had allowed, and the steps of what stood as it landed after
 * each later landing. About the rest one of those decides, by a plan of its own that rests on nothing but approved documents.
 * @param states what was declared after later landings
 * @param allowed null: all of it
 */
export function leftUndone(
  plan: Plan,
  states: readonly DesiredState[],
  allowed: ReadonlySet<Address> | null,
): readonly Address[] {
  const taken = takenOver(plan, states);
  const stepped = new Set(plan.changes.filter(({ steps }) => steps.length > 0).map(({ address }) => address));
  return plan.desired
    .map(({ address }) => address)
    .filter((address) => allowed?.has(address) === false || (stepped.has(address) && !taken.has(address)));
}

/** Addresses that a later landing decides about, whatever was done of them before. @param states as of `leftUndone` */
export function takenOver(plan: Plan, states: readonly DesiredState[]): ReadonlySet<Address> {
  return new Set(states.flatMap((state) => changedIn(plan, state)));
}

/** Addresses that are declared or asked for otherwise than they landed. */
function changedIn(plan: Plan, state: DesiredState): readonly Address[] {
  const hashes = hashesOf(state);
  return [
    ...plan.desired.filter(({ address, head }) => (hashes.get(address) ?? null) !== head),
    ...plan.requests.filter((request) => !isAsked(state, request)),
  ].map(({ address }) => address);
}

function hashesOf({ identities }: DesiredState): ReadonlyMap<Address, Sha256> {
  return new Map(identities.map(({ address, hash }) => [address, hash]));
}

function isAsked({ reconciliations }: DesiredState, request: Plan['requests'][number]): boolean {
  return reconciliations.some((document) => asks(document, request));
}

function asks({ verb, addresses }: Reconciliation, request: Plan['requests'][number]): boolean {
  return verb === request.verb && addresses.includes(request.address);
}

function lines(items: readonly Json[]): readonly string[] {
  return items.map((item) => canonicalize(item)).sort(compareText);
}
