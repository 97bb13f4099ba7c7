import type { Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { addressOfArn, type Account } from './arn.ts';
import { principalsOf } from './documents.ts';
import { awsAttributes } from './model.ts';

/**
 * Identities of the account that must be there first: policies, identity providers, and whom a trust policy names.
 * Policies and providers can only be the account's own, and tell which it is; where none does, the principals that are named
 * are taken for its own.
 */
export function references(source: string, attributes: Attributes): readonly Address[] {
  const { attached, boundary, trust } = awsAttributes(attributes);
  const policies = [...Object.keys(attached?.values ?? {}), ...(typeof boundary === 'string' ? [boundary] : [])];
  const principals = trust === undefined ? [] : principalsOf(trust);
  const own = [...policies, ...principals.filter((one) => one.includes(':oidc-provider/'))];
  const home = own.map(accountIn).find((account) => account !== null) ?? null;
  const addresses = [...policies, ...principals].flatMap((arn) => {
    const account = home ?? accountIn(arn);
    return account === null ? [] : (addressOfArn(source, arn, account) ?? []);
  });
  return [...new Set(addresses)];
}

function accountIn(arn: string): Account | null {
  const [, partition, account] = /^arn:([a-z0-9-]+):iam::(\d{12}):/u.exec(arn) ?? [];
  return partition === undefined || account === undefined ? null : { partition, account };
}
