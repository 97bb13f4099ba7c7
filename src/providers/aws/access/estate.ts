import type { Address } from '../../../core/address.ts';
import { formatAddress } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Account } from '../normal-form/arn.ts';
import { arnOfPolicy } from '../normal-form/arn.ts';
import {
  awsAttributes,
  awsFacts,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
  type AwsAttributes,
} from '../normal-form/model.ts';
import { own } from '../own.ts';
import type { PolicyForm, Statement } from '../policy/model.ts';
import { statementsOf as statementsIn } from '../policy/statements.ts';

/** Groups are no identities that are managed; on a path they have a name all the same. */
const GROUP_KIND = 'AwsIamGroup';

type GroupAccess = { readonly inline: { readonly [name: string]: PolicyForm }; readonly attached: readonly string[] };

/** Everything that decides who may do what in one account: of the query `estate`, or what changes make of it. */
export type AwsEstate = {
  readonly source: string;
  readonly account: Account;
  /** Roles and users. */
  readonly holders: ReadonlyMap<Address, AwsAttributes>;
  /** Default versions by ARN, AWS's own among them. */
  readonly policies: { readonly [arn: string]: PolicyForm };
  readonly groups: { readonly [name: string]: GroupAccess };
};

/** Statements that come the same way. `through`: the policy or group, nothing for what is the identity's own. */
export type Origin = { readonly through: readonly Address[]; readonly statements: readonly Statement[] };

/** @throws CountersignError `facts-malformed` when a live state is not an estate that this provider read. */
export function estateOf(live: Pick<LiveState, 'source' | 'objects' | 'facts'>): AwsEstate {
  const { managedPolicies, groups } = live.facts;
  if (!isJsonObject(managedPolicies) || !isJsonObject(groups))
    throw new CountersignError('facts-malformed', 'This live state does not hold the estate of an AWS account.', {
      mend: 'Read the source again with this version of Countersign.',
    });
  const holders = live.objects
    .filter(({ kind }) => kind === ROLE_KIND || kind === USER_KIND)
    .map(({ address, attributes }) => [address, awsAttributes(attributes)] as const);
  return {
    source: live.source,
    account: awsFacts(live.facts),
    holders: new Map(holders),
    policies: formsIn(managedPolicies),
    groups: groupsIn(groups),
  };
}

function formsIn(policies: JsonObject): AwsEstate['policies'] {
  return policies as AwsEstate['policies'];
}

function groupsIn(groups: JsonObject): AwsEstate['groups'] {
  return groups as AwsEstate['groups'];
}

const known = new WeakMap<PolicyForm, readonly Statement[]>();

/** Of one policy the same for everybody to whom it is attached. */
export function statementsOf(form: PolicyForm): readonly Statement[] {
  const statements = known.get(form) ?? statementsIn(form);
  known.set(form, statements);
  return statements;
}

/** Everything that says what an identity may do, or may not. */
export function originsOf(estate: AwsEstate, attributes: AwsAttributes): readonly Origin[] {
  const inline = Object.values(attributes.inline?.values ?? {}).flatMap(statementsOf);
  return [
    { through: [], statements: inline },
    ...attachedOrigins(estate, Object.keys(attributes.attached?.values ?? {}), []),
    ...Object.keys(attributes.groups?.values ?? {}).flatMap((name) => groupOrigins(estate, name)),
  ];
}

function groupOrigins(estate: AwsEstate, name: string): readonly Origin[] {
  const group = own(estate.groups, name);
  if (group === undefined) return [];
  const through = [formatAddress({ source: estate.source, kind: GROUP_KIND, name: [name] })];
  const statements = Object.values(group.inline).flatMap(statementsOf);
  return [{ through, statements }, ...attachedOrigins(estate, group.attached, through)];
}

function attachedOrigins(estate: AwsEstate, arns: readonly string[], through: readonly Address[]): readonly Origin[] {
  return arns.map((arn) => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const address = formatAddress({ source: estate.source, kind: POLICY_KIND, name: [name] });
    return { through: [...through, address], statements: statementsOf(own(estate.policies, arn) ?? {}) };
  });
}

/** What bounds an identity; null: nothing. Undefined: a policy that was not read. */
export function boundOf(estate: AwsEstate, { boundary }: AwsAttributes): readonly Statement[] | null | undefined {
  if (boundary === undefined || boundary === null) return null;
  const form = own(estate.policies, boundary);
  return form === undefined ? undefined : statementsOf(form);
}

export function arnOf({ account, partition }: Account, kind: string, path: string, name: string): string {
  if (kind === POLICY_KIND) return arnOfPolicy(name, path, { account, partition });
  return `arn:${partition}:iam::${account}:${kind === ROLE_KIND ? 'role' : 'user'}${path}${name}`;
}
