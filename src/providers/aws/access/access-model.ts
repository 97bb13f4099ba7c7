import { compareText, parseAddress, type Address } from '../../../core/address.ts';
import type { Affected } from '../../../core/access/effective.ts';
import type { AccessModel } from '../../../core/ports.ts';
import { AwsAccess } from './access-index.ts';
import { allowedResources, type Reach } from './actors.ts';
import { changed, differing } from './changed.ts';
import { resourcesOfChange } from './difference.ts';
import { covers } from './covers.ts';
import { estateOf } from './estate.ts';
import { includes } from './includes.ts';
import { mayWiden } from './may-widen.ts';
import { effectiveIn } from './words.ts';

/** Who may do what in one account, by the policies of its identities. */
export const awsAccess: AccessModel = {
  index: (estate) => new AwsAccess(estateOf(estate)),
  after(live, changes) {
    const estate = estateOf(live);
    const own = changes.filter(
      ({ address, steps }) => steps.length > 0 && parseAddress(address).source === live.source,
    );
    const result = changed(estate, own);
    const [before, after] = AwsAccess.pair(estate, result);
    const different = differing(estate, result);
    return { before, after, affected: { [Symbol.iterator]: () => affected(before, after, different) } };
  },
  covers,
  includes,
  mayWiden,
  effective: ({ action, resource }) => ({ action, ...effectiveIn(resource) }),
  limits: [
    "Only policies of identities are looked at: those of resources (buckets, keys, queues), service and resource control policies of the organization, session policies and endpoints' policies may give or refuse more.",
    'Conditions are told and not judged; what is refused, or bounded, in part is told as a condition, too.',
    'Who may become a role is told for roles and users of the account; federated users, services and other accounts are named in the trust policy alone.',
    'At most five roles in a row, and a hundred in all, are followed; who may become more than twenty by a pattern of its own policies holds that permission and is followed into none. What a service does as a role that is passed to it is not followed.',
    "What a managed policy of AWS's own allows is known where somebody in the account has it already; where it is attached for the first time, the attachment alone is told.",
    'Actions are those of the service authorization reference as this version of Countersign knows it; `*` stands for all others as well.',
  ],
};

function* affected(before: AwsAccess, after: AwsAccess, different: ReadonlySet<Address>): Generator<Affected> {
  if (different.size === 0) return;
  const all = new Set([...before.actors.addresses, ...after.actors.addresses]);
  const sides = [before, after].map(({ actors }) => actors);
  const known = new Map<Address, readonly string[]>();
  for (const principal of [...all].sort(compareText)) {
    const [was, is] = sides.map((actors) => Map.groupBy(actors.reach(principal), ({ actor }) => actor.address));
    const reached = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
    const resources = reached.flatMap((address) => {
      const [old = null, next = null] = sides.map((actors) => actors.get(address));
      if (entriesIn(was?.get(address)) !== entriesIn(is?.get(address)))
        return [old, next].flatMap((actor) =>
          actor === null ? [] : [...allowedResources(actor), ...(address === principal ? [] : [actor.arn])],
        );
      if (!different.has(address)) return [];
      const found = known.get(address) ?? resourcesOfChange(old, next);
      known.set(address, found);
      return found;
    });
    if (resources.length > 0) yield { principal, resources: [...new Set(resources)].sort(compareText) };
  }
}

/** What lets somebody in, however long the way. */
function entriesIn(reaches: readonly Reach[] = []): string {
  return JSON.stringify(reaches.map(({ conditions, refused }) => [conditions, refused]));
}
