import { compareText } from '../../../core/address.ts';
import type { RulesForm } from './normal-form.ts';
import type { PolicyRule } from './policy-rule.ts';
import { parseTarget, writtenResource } from './target.ts';

/** In which people write verbs: from reading to removing; all others follow by name. */
const ORDER = ['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

/** One product: each verb on each resource of each group. `names` empty: all. */
type Product = {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly names: readonly string[];
  readonly urls: readonly string[];
  readonly verbs: readonly string[];
};

type Side = 'groups' | 'resources' | 'names' | 'urls';

/** Few rules that grant what the form says, sorted. */
export function writtenRules(form: RulesForm): readonly PolicyRule[] {
  const single = Object.entries(form).flatMap(([text, verbs]) => productOf(text, Object.keys(verbs)));
  const sides: readonly Side[] = ['names', 'resources', 'groups', 'urls'];
  return sides.reduce(merged, single).toSorted(compareProducts).map(ruleOf);
}

function productOf(text: string, verbs: readonly string[]): readonly Product[] {
  const target = parseTarget(text);
  if (target === null) return [];
  const sorted = verbs.toSorted((left, right) => rankOf(left) - rankOf(right) || compareText(left, right));
  if (target.kind === 'url') return [{ groups: [], resources: [], names: [], urls: [target.url], verbs: sorted }];
  const names = target.name === null ? [] : [target.name];
  return [{ groups: [target.group], resources: [writtenResource(target)], names, urls: [], verbs: sorted }];
}

function rankOf(verb: string): number {
  const at = ORDER.indexOf(verb);
  return at < 0 ? ORDER.length : at;
}

/** Products that differ on one side alone are one. No names are all of them, which no list of names may join. */
function merged(products: readonly Product[], side: Side): readonly Product[] {
  const groups = Map.groupBy(products, (product) => JSON.stringify({ ...product, [side]: product[side].length === 0 }));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ ...first, [side]: members.flatMap((member) => member[side]).sort(compareText) }];
  });
}

function compareProducts(left: Product, right: Product): number {
  const sides = ({ groups, resources, names, urls, verbs }: Product) =>
    JSON.stringify([urls.length > 0, groups, resources, names, urls, verbs]);
  return compareText(sides(left), sides(right));
}

function ruleOf({ groups, resources, names, urls, verbs }: Product): PolicyRule {
  if (urls.length > 0) return { nonResourceURLs: urls, verbs };
  return { apiGroups: groups, resources, ...(names.length === 0 ? {} : { resourceNames: names }), verbs };
}
