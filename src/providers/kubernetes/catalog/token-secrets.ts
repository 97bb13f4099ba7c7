import type { Credential } from '../../../core/credentials.ts';
import type { Metadata } from '../api/objects.ts';

export const TOKEN_SECRETS = 'type=kubernetes.io/service-account-token';

const OWNER = 'kubernetes.io/service-account.name';
/** Days, which the cluster writes where it tracks such tokens (from 1.28 on). */
const LAST_USED = 'kubernetes.io/legacy-token-last-used';
const INVALID_SINCE = 'kubernetes.io/legacy-token-invalid-since';

/** Long-lived tokens by `namespace/name` of their ServiceAccount, from the metadata of their Secrets. */
export function tokensByAccount(secrets: readonly Metadata[]): ReadonlyMap<string, readonly Credential[]> {
  const owned = Map.groupBy(secrets, ({ namespace, annotations }) => `${namespace ?? ''}/${annotations[OWNER] ?? ''}`);
  return new Map([...owned].map(([account, own]) => [account, own.map(tokenOf)]));
}

/** Without a day of last use nobody knows whether the cluster has tracked it for long enough. */
function tokenOf({ name, created, labels }: Metadata): Credential {
  const day = labels[LAST_USED];
  return {
    id: name,
    kind: 'token',
    state: labels[INVALID_SINCE] === undefined ? 'active' : 'inactive',
    created,
    lastUsed: day !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? `${day}T00:00:00Z` : 'untold',
    expires: null,
  };
}
