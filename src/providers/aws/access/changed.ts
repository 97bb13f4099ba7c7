import { parseAddress, type Address } from '../../../core/address.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { Change } from '../../../core/plan.ts';
import { awsAttributes, POLICY_KIND, ROLE_KIND, USER_KIND, type AwsAttributes } from '../normal-form/model.ts';
import { own } from '../own.ts';
import { arnOf, type AwsEstate } from './estate.ts';

/** The estate as changes leave it. */
export function changed(estate: AwsEstate, changes: readonly Change[]): AwsEstate {
  const holders = new Map(estate.holders);
  const policies = new Map(Object.entries(estate.policies));
  for (const change of changes) {
    const { kind, name } = parseAddress(change.address);
    const { before, after } = change;
    const isGone = change.action === 'delete';
    if (kind === POLICY_KIND) {
      const { path = '/', document } = awsAttributes(after ?? before ?? {});
      const arn = policyArnOf(estate, name[0] ?? '', path);
      if (isGone) policies.delete(arn);
      else if (document !== undefined) policies.set(arn, document);
    } else if (kind === ROLE_KIND || kind === USER_KIND) {
      if (isGone) holders.delete(change.address);
      else holders.set(change.address, converged(holders.get(change.address) ?? {}, before ?? {}, after ?? {}));
    }
  }
  return { ...estate, holders, policies: Object.fromEntries(policies) };
}

/** Roles and users that may do something else, or whom others may become, with the policies and groups that they have. */
export function differing(before: AwsEstate, after: AwsEstate): ReadonlySet<Address> {
  const arns = new Set([...Object.keys(before.policies), ...Object.keys(after.policies)]);
  const changedPolicies = new Set([...arns].filter((arn) => before.policies[arn] !== after.policies[arn]));
  const addresses = new Set([...before.holders.keys(), ...after.holders.keys()]);
  return new Set(
    [...addresses].filter((address) => {
      const [was, is] = [before.holders.get(address), after.holders.get(address)];
      return was !== is || (is !== undefined && policiesOf(after, is).some((arn) => changedPolicies.has(arn)));
    }),
  );
}

function policiesOf({ groups }: AwsEstate, attributes: AwsAttributes): readonly string[] {
  const { attached, boundary } = attributes;
  return [
    ...Object.keys(attached?.values ?? {}),
    ...Object.keys(attributes.groups?.values ?? {}).flatMap((name) => own(groups, name)?.attached ?? []),
    ...(boundary === undefined || boundary === null ? [] : [boundary]),
  ];
}

/** A policy whose path is not managed is the one that has the name: names of policies are unique in an account. */
function policyArnOf(estate: AwsEstate, name: string, path: string): string {
  const prefix = arnOf(estate.account, POLICY_KIND, '/', '');
  const known = Object.keys(estate.policies).find((arn) => arn.startsWith(prefix) && arn.endsWith(`/${name}`));
  return known ?? arnOf(estate.account, POLICY_KIND, path, name);
}

/** What is found with what is managed of it as it is to be; of a list that keeps others, they stay. */
function converged(found: AwsAttributes, before: JsonObject, after: JsonObject): AwsAttributes {
  const managed = Object.entries(after).map(([key, value]): [string, Json] => {
    const values = keptIn(Object.entries(found).find(([name]) => name === key)?.[1], before[key], value);
    return [key, isJsonObject(value) && values !== null ? { ...value, values } : value];
  });
  return awsAttributes({ ...(found as JsonObject), ...Object.fromEntries(managed) });
}

function keptIn(found: unknown, before: Json | undefined, after: Json): JsonObject | null {
  if (!isJsonObject(after) || after['others'] !== 'keep') return null;
  const all = valuesOf(found as Json | undefined);
  const gone = valuesOf(before);
  const rest = Object.entries(all).filter(([name]) => !Object.hasOwn(gone, name));
  return { ...Object.fromEntries(rest), ...valuesOf(after) };
}

function valuesOf(list: Json | undefined): JsonObject {
  const values = isJsonObject(list) ? list['values'] : undefined;
  return isJsonObject(values) ? values : {};
}
