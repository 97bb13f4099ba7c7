import { parseAddress, type Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { LiveState } from '../../../core/live.ts';
import { missingMend, type Declared, type Mention } from '../../../core/mention.ts';
import type { Change } from '../../../core/plan.ts';
import { didYouMean } from '../../../core/schema/suggest.ts';
import { addressOfArn, arnOfIdentity, type Account } from './arn.ts';
import { principalPointer, principalsOf } from './documents.ts';
import { awsAttributes, awsFacts } from './model.ts';

/** One thing that attributes name: an ARN, or `group/NAME` and `instance-profile/NAME`, of which documents know no ARN. */
type Named = { readonly name: string; readonly what: string; readonly pointer: string };

/** Provider.mentions. What an ARN of another account names cannot be looked up, so only policies may be of one. */
export function mentions(changes: readonly Change[], live: LiveState, declared: Declared): readonly Mention[] {
  const account = awsFacts(live.facts);
  const known = new Set([
    ...live.objects.map(({ facts }) => facts['arn']),
    ...changes.flatMap((change) => madeBy(change, account)),
  ]);
  return changes.flatMap(({ address, before, after }) => {
    const held = new Set(namesIn(before, account).map(({ name }) => name));
    return namesIn(after, account)
      .filter(({ name }) => !held.has(name) && !known.has(name))
      .map((named) => {
        const identity = addressOfArn(parseAddress(address).source, named.name, account);
        const near =
          identity === null ? '' : nearest(identity, [...declared.keys(), ...live.objects.map((one) => one.address)]);
        return mentionOf(address, named, missingMend(identity, declared, `${near}${OTHERWISE}`));
      });
  });
}

/** Another of the same kind. */
function nearest(identity: Address, others: readonly Address[]): string {
  const { kind, name } = parseAddress(identity);
  const alike = others.map(parseAddress).filter((one) => one.kind === kind);
  return didYouMean(name.join('/'), [...new Set(alike.map((one) => one.name.join('/')))]);
}

const OTHERWISE = 'Correct the name, or see to it that it exists, and plan again.';

function mentionOf(address: Mention['address'], { name, what, pointer }: Named, mend: string): Mention {
  const message = `There is no ${what}, and this plan makes none.`;
  return { address, name, what: `the ${what}`, missing: { code: 'aws-reference-missing', message, pointer }, mend };
}

function madeBy({ address, action, after }: Change, account: Account): readonly string[] {
  if (action !== 'create' && action !== 'replace') return [];
  const { kind, name } = parseAddress(address);
  return [arnOfIdentity(kind, name[0] ?? '', awsAttributes(after ?? {}).path ?? '/', account) ?? ''];
}

function namesIn(attributes: Attributes | null, account: Account): readonly Named[] {
  const { attached, boundary, groups, instanceProfiles } = awsAttributes(attributes ?? {});
  return [
    ...members(attached).map((arn) => ({ name: arn, what: policyText(arn), pointer: memberPointer('attached', arn) })),
    ...(typeof boundary === 'string' ? [{ name: boundary, what: policyText(boundary), pointer: '/boundary' }] : []),
    ...members(groups).map((group) => ({
      name: `group/${group}`,
      what: `group ${group}`,
      pointer: memberPointer('groups', group),
    })),
    ...members(instanceProfiles).map((profile) => ({
      name: `instance-profile/${profile}`,
      what: `instance profile ${profile}`,
      pointer: memberPointer('instanceProfiles', profile),
    })),
    ...trusted(attributes, account),
  ];
}

function members(list: { readonly values: object } | undefined): readonly string[] {
  return Object.keys(list?.values ?? {});
}

function memberPointer(list: string, member: string): string {
  return `/${list}/values/${escapePointer(member)}`;
}

function policyText(arn: string): string {
  return `managed policy ${arn}`;
}

const TRUSTED: { readonly [resource: string]: string } = {
  role: 'role',
  user: 'user',
  'oidc-provider': 'OpenID Connect provider',
};

/** Principals of the own account that IAM looks for. */
function trusted(attributes: Attributes | null, { account, partition }: Account): readonly Named[] {
  const { trust } = awsAttributes(attributes ?? {});
  if (trust === undefined) return [];
  const prefix = `arn:${partition}:iam::${account}:`;
  return principalsOf(trust).flatMap((arn): readonly Named[] => {
    const [resource = ''] = arn.startsWith(prefix) ? arn.slice(prefix.length).split('/') : [];
    const what = Object.hasOwn(TRUSTED, resource) ? TRUSTED[resource] : undefined;
    if (what === undefined) return [];
    return [{ name: arn, what: `${what} ${arn}`, pointer: principalPointer(trust, arn) }];
  });
}
