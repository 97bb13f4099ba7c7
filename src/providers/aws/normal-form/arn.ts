import type { Address } from '../../../core/address.ts';
import { formatAddress } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import { OIDC_KIND, POLICY_KIND, ROLE_KIND, USER_KIND, type AwsFacts } from './model.ts';

/** The account that ARNs are completed with. */
export type Account = Pick<AwsFacts, 'account' | 'partition'>;

const MANAGED_POLICY = /^arn:[a-z0-9-]+:iam::(?:aws|\d{12}):policy\/[!-~]+$/u;
const PATH_AND_NAME = /^\/?(?:[!-.0-~]+\/)*[\w+=,.@-]{1,128}$/u;

/**
 * The ARN that a document means by a policy: an ARN, or the path and name of one of the account.
 * @throws CountersignError `policy-reference-malformed`
 */
export function policyArn(reference: string, { account, partition }: Account): string {
  if (reference.startsWith('arn:') ? MANAGED_POLICY.test(reference) : PATH_AND_NAME.test(reference))
    return reference.startsWith('arn:')
      ? reference
      : `arn:${partition}:iam::${account}:policy/${reference.replace(/^\//u, '')}`;
  throw new CountersignError('policy-reference-malformed', 'This names no managed policy.', {
    evidence: reference.slice(0, 200),
    mend: 'Write an ARN such as arn:aws:iam::aws:policy/ReadOnlyAccess, or path and name of a policy of this account.',
  });
}

/** What documents write for an ARN: path and name within the account, else the ARN. */
export function policyReference(arn: string, { account, partition }: Account): string {
  const prefix = `arn:${partition}:iam::${account}:policy/`;
  return arn.startsWith(prefix) ? arn.slice(prefix.length) : arn;
}

export function oidcProviderArn(issuer: string, { account, partition }: Account): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${issuer}`;
}

const KINDS: { readonly [resource: string]: string } = {
  role: ROLE_KIND,
  user: USER_KIND,
  policy: POLICY_KIND,
  'oidc-provider': OIDC_KIND,
};

/** The address of what an ARN names, where it is an identity of the account; null: it is none. */
export function addressOfArn(source: string, arn: string, { account, partition }: Account): Address | null {
  const prefix = `arn:${partition}:iam::${account}:`;
  if (account === '' || !arn.startsWith(prefix)) return null;
  const [resource = '', ...rest] = arn.slice(prefix.length).split('/');
  const kind = Object.hasOwn(KINDS, resource) ? KINDS[resource] : undefined;
  const name = kind === OIDC_KIND ? rest.join('/') : rest.at(-1);
  return kind === undefined || name === undefined || name === '' ? null : formatAddress({ source, kind, name: [name] });
}

/** The ARN of a managed policy of the account by its name and path. */
export function arnOfPolicy(name: string, path: string, { account, partition }: Account): string {
  return `arn:${partition}:iam::${account}:policy${path}${name}`;
}

/** The ARN of an identity of the account by its name and path, which providers do not have; null: of no kind that has one. */
export function arnOfIdentity(kind: string, name: string, path: string, account: Account): string | null {
  if (kind === OIDC_KIND) return oidcProviderArn(name, account);
  const [resource] = Object.entries(KINDS).find(([, known]) => known === kind) ?? [];
  return resource === undefined ? null : `arn:${account.partition}:iam::${account.account}:${resource}${path}${name}`;
}
