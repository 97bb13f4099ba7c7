import { compareText, type Address } from '../../../core/address.ts';
import type { Affected } from '../../../core/access/effective.ts';
import type { AccessModel } from '../../../core/access/model.ts';
import { KubernetesAccess } from './access-index.ts';
import { applyChange } from './changes.ts';
import { covers, includes } from './covers.ts';
import { EstateDraft } from './draft.ts';
import { estateOf } from './estate.ts';
import { mayWiden } from './may-widen.ts';
import { touchedIn, type Side } from './touched.ts';

/** Who may do what in one cluster, by RBAC. */
export const kubernetesAccess: AccessModel = {
  index: (live) => new KubernetesAccess(estateOf(live), live.source),
  after(live, changes) {
    const estate = estateOf(live);
    const draft = new EstateDraft(estate);
    for (const change of changes) applyChange(draft, live.source, change);
    const result = draft.result();
    const [before, after] = KubernetesAccess.pair(estate, result, live.source);
    return { before, after, affected: { [Symbol.iterator]: () => affected([before, estate], [after, result]) } };
  },
  covers,
  includes,
  mayWiden,
  limits: [
    'ServiceAccounts and the groups that each is in are looked at (system:serviceaccounts, system:authenticated, those of a namespace); other users and groups are not, whatever they are bound to.',
    'RBAC is all that is looked at: a webhook or another authorizer may allow more, and admission may refuse what is allowed.',
    'What a wildcard stands for is not spelt out, and which resources the cluster has is not asked.',
    'What pods make of it is not followed: who may create a pod, run commands in one or read Secrets may act as other ServiceAccounts of the namespace.',
    'Rules of an aggregated ClusterRole are those that the cluster wrote last; after a plan, those that it is going to write.',
  ],
};

function* affected(before: Side, after: Side): Generator<Affected> {
  const found = new Map<Address, Set<string>>();
  for (const { principal, resources } of touchedIn(before, after)) {
    const known = found.get(principal) ?? new Set<string>();
    for (const resource of resources) known.add(resource);
    found.set(principal, known);
  }
  for (const [principal, resources] of [...found].sort(([left], [right]) => compareText(left, right)))
    yield { principal, resources: [...resources].sort(compareText) };
}
