import { compareText } from '../address.ts';
import type { DesiredState } from '../desired/types.ts';
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

/** Null when the plan's head inputs still stand at the tip; a later landing that changed them has a plan of its own. */
export function supersededBy(
  plan: Plan,
  tip: DesiredState,
  governance: ReadonlyMap<string, Sha256 | null>,
): Reason | null {
  const hashes = new Map(tip.identities.map((identity) => [identity.address, identity.hash]));
  const moved = plan.desired.find(({ address, head }) => (hashes.get(address) ?? null) !== head);
  if (moved !== undefined) return { code: 'superseded', message: `${moved.address} was changed by a later landing` };
  const rule = plan.governance.find(({ path, head }) => governance.has(path) && governance.get(path) !== head);
  return rule === undefined ? null : { code: 'superseded', message: `${rule.path} was changed by a later landing` };
}

function lines(items: readonly Json[]): readonly string[] {
  return items.map((item) => canonicalize(item)).sort(compareText);
}
