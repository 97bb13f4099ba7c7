import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAccess, type AccessChange } from '../../../../src/core/access/difference.ts';
import type { AccessIndex } from '../../../../src/core/access/effective.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { kubernetesAccess } from '../../../../src/providers/kubernetes/access/access-model.ts';
import { applyChange } from '../../../../src/providers/kubernetes/access/changes.ts';
import { covers } from '../../../../src/providers/kubernetes/access/covers.ts';
import { EstateDraft } from '../../../../src/providers/kubernetes/access/draft.ts';
import type { Estate } from '../../../../src/providers/kubernetes/access/estate.ts';
import { resourceText } from '../../../../src/providers/kubernetes/access/resources.ts';
import { normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import { anyCluster, estateOfRandom, NAMES, PLACES } from '../../../support/random-cluster.ts';
import { anyResourceRule, anyRule, REQUESTS, type Request } from '../../../support/rbac.ts';
import { change, liveOf } from './cluster.ts';

const place = fc.constantFrom(...PLACES);
const name = fc.constantFrom(...NAMES);
const role = fc.constantFrom('r', 's', 'missing');
const isThere = fc.boolean();

/** One edit of each sort; where it is not what the cluster has, it is as good an edit. */
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ place, role, isThere, rules: fc.array(anyResourceRule, { maxLength: 2 }) }).map((edit) => {
    const after = edit.isThere ? { rules: normalizeRules(edit.rules) } : null;
    return change(`KubernetesRole/${edit.place}/${edit.role}`, {}, after);
  }),
  fc.record({ role, isThere, rules: fc.array(anyRule, { maxLength: 2 }) }).map((edit) => {
    const after = edit.isThere ? { rules: normalizeRules(edit.rules) } : null;
    return change(`KubernetesClusterRole/${edit.role}`, {}, after);
  }),
  fc.record({ place, name, at: fc.constantFrom(...PLACES, '*'), role, isThere, stays: isThere }).map((edit) => {
    const values = { [edit.at]: { [edit.at === '*' ? 'ClusterRole' : 'Role']: { [edit.role]: true as const } } };
    const [none, some] = [{ roles: { others: 'keep', values: {} } }, { roles: { others: 'keep', values } }];
    const [before, after] = edit.isThere ? [none, some] : [some, none];
    return change(`KubernetesServiceAccount/${edit.place}/${edit.name}`, before, edit.stays ? after : null);
  }),
);

const EVERYONE = 'prod/KubernetesGroup/system%3Aserviceaccounts';
const PRINCIPALS = [
  EVERYONE,
  ...PLACES.flatMap((where) => [
    `prod/KubernetesGroup/system%3Aserviceaccounts%3A${where}`,
    ...NAMES.map((who) => `prod/KubernetesServiceAccount/${where}/${who}`),
  ]),
];

function textOf(request: Request, namespace: string | null): string {
  if (request.kind === 'url')
    return resourceText('prod', { kind: 'target', namespace: null, target: { kind: 'url', url: request.path } });
  const { group, resource, subresource, name: named } = request;
  const target = { kind: 'resource', group, resource, subresource: subresource || null, name: named } as const;
  return resourceText('prod', { kind: 'target', namespace, target });
}

/** @param ways those that count */
function mayBy(index: AccessIndex, principal: string, text: string, verb: string, ways: 'all' | 'own'): boolean {
  return index
    .on(principal, text)
    .some(({ action, path }) => [verb, '*'].includes(action) && (ways === 'all' || path.basis !== 'everyone'));
}

function* questions(picks: readonly number[]): Generator<{ principal: string; text: string; verb: string }> {
  for (const at of picks) {
    const request = REQUESTS[at];
    if (request === undefined) continue;
    for (const namespace of [null, ...PLACES])
      for (const principal of PRINCIPALS) yield { principal, text: textOf(request, namespace), verb: request.verb };
  }
}

/** Of whom it is about, or of everyone. */
function isTold(changes: readonly AccessChange[], principal: string, text: string, verb: string): boolean {
  return changes.some(
    ({ permission }) =>
      [principal, EVERYONE].includes(permission.principal) &&
      [verb, '*'].includes(permission.action) &&
      (permission.resource === text || covers(permission.resource, text)),
  );
}

function resultOf(estate: Estate, changes: readonly Change[]): Estate {
  const draft = new EstateDraft(estate);
  for (const one of changes) applyChange(draft, 'prod', one);
  return draft.result();
}

describe('of random changes to random clusters', () => {
  it('everything is told that somebody can do from then on, or no longer can', () => {
    fc.assert(
      fc.property(
        anyCluster,
        fc.array(anyChange, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(REQUESTS.length - 1), { minLength: 20, maxLength: 20 }),
        (cluster, changes, picks) => {
          const estate = estateOfRandom(cluster);
          const { before, after, affected } = kubernetesAccess.after(liveOf(estate), changes);
          const told = [...compareAccess(before, after, affected)];
          const was = kubernetesAccess.index(liveOf(estate));
          const is = kubernetesAccess.index(liveOf(resultOf(estate, changes)));
          for (const { principal, text, verb } of questions(picks)) {
            // What is everyone's comes and goes with a ServiceAccount.
            const ways = was.has(principal) === is.has(principal) ? 'all' : 'own';
            const [could, can] = [was, is].map((index) => mayBy(index, principal, text, verb, ways));
            const explained = could === can || isTold(told, principal, text, verb);
            expect({ principal, text, verb, could, can, explained }).toMatchObject({ explained: true });
          }
        },
      ),
    );
  });
});
