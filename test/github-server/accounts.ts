import type { Permissions } from './permissions.ts';

/** A person, an organization, or the account that an app acts as (`slug[bot]`). */
export interface Account {
  readonly id: number;
  login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly name: string | null;
  /** Addresses that GitHub links to the account; commits carrying another address have no author. */
  readonly emails: readonly string[];
}

/** A GitHub App. `bot` is the account that its installations act as. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly clientId: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly permissions: Permissions;
  readonly createdAt: string;
  /** PEM of the public half of the key with which the app signs its JWTs; undefined for built-in apps. */
  readonly publicKey: string | undefined;
}

/** An app installed on an account, for all of its repositories or some. */
export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: Account;
  readonly repositoryIds: ReadonlySet<number> | 'all';
  readonly permissions: Permissions;
  readonly createdAt: string;
}

/** A team of an organization. */
export interface Team {
  readonly id: number;
  readonly organization: Account;
  slug: string;
  readonly name: string;
  readonly memberIds: Set<number>;
}

/** Ids that are the same on every GitHub.com repository. */
export const wellKnown = {
  actionsApp: 15368,
  actionsBot: 41898282,
  webFlow: 19864447,
  mergeQueueBot: 118344674,
  github: 9919,
} as const;

/** The address under which GitHub hides an account's own. */
export function noreply(account: { id: number; login: string }): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}
