import { generateKeyPairSync } from 'node:crypto';
import type { Account, App, Installation, Team } from './accounts.ts';
import { noreply } from './accounts.ts';
import type { Permissions } from './permissions.ts';
import type { Repository } from './repository.ts';
import type { World } from './world.ts';

/** What an account is made from. */
export interface AccountInput {
  readonly login: string;
  readonly type?: 'User' | 'Organization' | 'Bot';
  readonly name?: string;
  /** By default one address, `login@example.com`, and GitHub's noreply address. */
  readonly emails?: readonly string[];
}

/** Creates an account. Throws a RangeError when the login is taken. */
export function createAccount(world: World, input: AccountInput): Account {
  if (world.accountByLogin(input.login) !== undefined) throw new RangeError(`the login ${input.login} is taken`);
  const id = world.ids.next();
  const own = input.emails ?? [`${input.login.replaceAll(/[^\w.-]/g, '')}@example.com`];
  const account: Account = {
    id,
    login: input.login,
    type: input.type ?? 'User',
    name: input.name ?? null,
    emails: [...own.map((email) => email.toLowerCase()), noreply({ id, login: input.login }).toLowerCase()],
  };
  world.accounts.set(id, account);
  if (account.type === 'Organization') world.members.set(id, new Map());
  return account;
}

/** Makes somebody a member or owner of an organization. */
export function addMember(world: World, organization: Account, account: Account, role: 'member' | 'admin'): void {
  const members = world.members.get(organization.id);
  if (members === undefined) throw new RangeError(`${organization.login} is no organization`);
  members.set(account.id, role);
}

/** Creates a team whose members become members of the organization. */
export function createTeam(
  world: World,
  input: { organization: Account; slug: string; members: readonly Account[] },
): Team {
  const team: Team = {
    id: world.ids.next(),
    organization: input.organization,
    slug: input.slug,
    name: input.slug,
    memberIds: new Set(input.members.map((member) => member.id)),
  };
  for (const member of input.members) {
    if (!world.members.get(input.organization.id)?.has(member.id))
      addMember(world, input.organization, member, 'member');
  }
  world.teams.set(team.id, team);
  return team;
}

/** An app with the private key that signs its JWTs. */
export interface CreatedApp {
  readonly app: App;
  /** PEM */
  readonly privateKey: string;
}

/** Registers a GitHub App and its bot account. */
export function createApp(world: World, input: { slug: string; owner: Account; permissions: Permissions }): CreatedApp {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const id = world.ids.next();
  const app: App = {
    id,
    slug: input.slug,
    name: input.slug,
    clientId: `Iv1.${id.toString(16).padStart(16, '0')}`,
    owner: input.owner,
    bot: createAccount(world, { login: `${input.slug}[bot]`, type: 'Bot', emails: [] }),
    permissions: input.permissions,
    createdAt: world.clock.iso(),
    publicKey: keys.publicKey,
  };
  world.apps.set(id, app);
  return { app, privateKey: keys.privateKey };
}

/** Installs an app on an account, for all of its repositories or those named. */
export function installApp(
  world: World,
  app: App,
  input: { account: Account; repositories?: readonly Repository[]; permissions?: Permissions },
): Installation {
  const installation: Installation = {
    id: world.ids.next(),
    app,
    account: input.account,
    repositoryIds: input.repositories === undefined ? 'all' : new Set(input.repositories.map((one) => one.id)),
    permissions: input.permissions ?? app.permissions,
    createdAt: world.clock.iso(),
  };
  world.installations.set(installation.id, installation);
  return installation;
}
