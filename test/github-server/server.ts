import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Account, App, Installation, Team } from './accounts.ts';
import { writeCommit, type FileContent } from './committing.ts';
import { writeEventFile, type EventName, type RaisedEvent } from './events.ts';
import { GitStore } from './git/store.ts';
import { RepositoryHandle } from './handle.ts';
import type { FaultPlan } from './http/faults.ts';
import type { Site } from './http/listener.ts';
import { isWrite, type Exchange, type WriteEntry } from './http/log.ts';
import type { OidcIssuer } from './oidc.ts';
import {
  addMember,
  createAccount,
  createApp,
  createTeam,
  installApp,
  type AccountInput,
  type CreatedApp,
} from './people.ts';
import { workflowPermissions, type Permissions } from './permissions.ts';
import { push } from './pushes.ts';
import { Repository } from './repository.ts';
import { issueToken, type Principal } from './tokens.ts';
import type { World } from './world.ts';

/** What a repository is created from. */
export interface RepositoryInput {
  readonly owner: Account;
  readonly name: string;
  /** Private by default: what a token may not see is then really hidden. */
  readonly private?: boolean;
  readonly defaultBranch?: string;
  /** The first commit; without files the repository stays empty. */
  readonly files?: Readonly<Record<string, FileContent>>;
}

/** Whom a token stands for. A job's `permissions` are spelled as in the workflow (`pull-requests: write`). */
export type TokenInput =
  | { readonly kind: 'user'; readonly user: Account }
  | { readonly kind: 'app'; readonly installation: Installation; readonly permissions?: Permissions }
  | {
      readonly kind: 'actions-job';
      readonly repository: RepositoryHandle;
      readonly permissions: Readonly<Record<string, string>>;
    };

/** Called with a write that has had its effect. */
export type EffectListener = (request: { method: string; path: string; body: unknown }) => void | Promise<void>;

/** A GitHub of your own, on loopback, with real git objects; it forgets everything when it closes. */
export class GitHubServer {
  readonly url: string;
  readonly oidc: OidcIssuer;
  readonly #world: World;
  readonly #server: Server;
  readonly #site: Site;
  readonly #effects: Set<EffectListener>;

  constructor(parts: {
    url: string;
    oidc: OidcIssuer;
    world: World;
    server: Server;
    site: Site;
    effects: Set<EffectListener>;
  }) {
    this.url = parts.url;
    this.oidc = parts.oidc;
    this.#world = parts.world;
    this.#server = parts.server;
    this.#site = parts.site;
    this.#effects = parts.effects;
  }

  /** Stops listening, cuts what is open, and removes the scratch directory. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    await Promise.all([...this.#world.repositories.values()].map((repository) => repository.git.close()));
    await rm(this.#world.directory, { recursive: true, force: true });
  }

  createUser(input: AccountInput): Account {
    return createAccount(this.#world, input);
  }

  createOrganization(input: { login: string; owners?: readonly Account[]; members?: readonly Account[] }): Account {
    const organization = createAccount(this.#world, { login: input.login, type: 'Organization' });
    for (const owner of input.owners ?? []) addMember(this.#world, organization, owner, 'admin');
    for (const member of input.members ?? []) addMember(this.#world, organization, member, 'member');
    return organization;
  }

  createTeam(input: { organization: Account; slug: string; members: readonly Account[] }): Team {
    return createTeam(this.#world, input);
  }

  /** Registers an app; its private key signs the JWTs that `POST /app/installations/{id}/access_tokens` wants. */
  createApp(input: { slug: string; owner: Account; permissions: Permissions }): CreatedApp {
    return createApp(this.#world, input);
  }

  installApp(
    app: App,
    input: { account: Account; repositories?: readonly RepositoryHandle[]; permissions?: Permissions },
  ): Installation {
    const { repositories, ...rest } = input;
    return installApp(this.#world, app, {
      ...rest,
      ...(repositories === undefined ? {} : { repositories: repositories.map((handle) => handle.repository) }),
    });
  }

  /** Creates a repository, with a first commit by its owner when there are files. */
  createRepository(input: RepositoryInput): Promise<RepositoryHandle> {
    return this.#world.exclusively(async () => {
      const repository = await this.#newRepository(input);
      if (input.files !== undefined) {
        const sha = await writeCommit(repository, [], {
          files: input.files,
          message: 'Initial commit',
          by: input.owner,
        });
        const principal: Principal = { kind: 'user', account: input.owner };
        await push(repository, principal, { branch: repository.defaultBranch, to: sha, force: false });
      }
      return new RepositoryHandle(repository, this.oidc);
    });
  }

  /** Forks a repository: its branches, in an account of somebody else. */
  forkRepository(parent: RepositoryHandle, input: { owner: Account }): Promise<RepositoryHandle> {
    return this.#world.exclusively(async () => {
      const source = parent.repository;
      const repository = await this.#newRepository(
        { owner: input.owner, name: source.name, private: source.private, defaultBranch: source.defaultBranch },
        source,
      );
      await repository.git.run(['fetch', '--quiet', source.git.directory, 'refs/heads/*:refs/heads/*']);
      return new RepositoryHandle(repository, this.oidc);
    });
  }

  /** Makes a token. */
  issueToken(input: TokenInput): string {
    switch (input.kind) {
      case 'user':
        return issueToken(this.#world, { kind: 'user', account: input.user });
      case 'app': {
        const { installation } = input;
        return issueToken(this.#world, {
          kind: 'app',
          installation,
          permissions: input.permissions ?? installation.permissions,
        });
      }
      case 'actions-job': {
        const permissions = workflowPermissions(input.permissions);
        return issueToken(this.#world, {
          kind: 'actions-job',
          repository: input.repository.repository,
          permissions,
          runId: undefined,
        });
      }
    }
  }

  /** Makes a token worthless. */
  revokeToken(token: string): void {
    this.#world.tokens.delete(token);
  }

  /** GitHub's time now, `2026-01-05T09:00:00Z`. */
  now(): string {
    return this.#world.clock.iso();
  }

  advanceClock(seconds: number): void {
    this.#world.clock.advance(seconds);
  }

  /** From now on commits lead to a pull request only so many seconds after its merge. */
  lagAssociations(seconds: number): void {
    this.#world.associationLag = seconds;
  }

  /** Every event raised so far, oldest first. */
  get events(): readonly RaisedEvent[] {
    return this.#world.events;
  }

  /** The newest event of a name, and of an action when one is given. Throws a RangeError when nothing raised it. */
  lastEvent(name: EventName, action?: string): RaisedEvent {
    const event = this.#world.events.findLast(
      (one) => one.name === name && (action === undefined || one.action === action),
    );
    if (event === undefined) throw new RangeError(`nothing raised ${name}${action === undefined ? '' : ` ${action}`}`);
    return event;
  }

  /** Writes an event's payload to a file, as the runner does, and returns its path. */
  eventFile(event: RaisedEvent, directory = this.#world.directory): Promise<string> {
    return writeEventFile(event, directory);
  }

  /** Every request with its answer, for validation against GitHub's description. */
  get recordings(): readonly Exchange[] {
    return this.#site.exchanges;
  }

  /** Requests that could have changed something: prove "zero writes" with `toEqual([])`. */
  get log(): readonly WriteEntry[] {
    return this.#site.exchanges
      .filter((exchange) => isWrite(exchange))
      .map(({ method, path, by, status }) => ({ method, path, by, status }));
  }

  /** Operations that the server knows, as GitHub's description spells their paths. */
  get operations(): readonly { readonly method: string; readonly template: string }[] {
    return this.#site.router.operations();
  }

  /** Plans a fault for the next matching request, or `times` of them. */
  fault(plan: FaultPlan): void {
    this.#site.faults.add(plan);
  }

  clearFaults(): void {
    this.#site.faults.clear();
  }

  /** Leaves a token so many requests in the current hour. */
  setRemainingRequests(token: string, remaining: number): void {
    this.#site.limits.setRemaining(token, remaining);
  }

  /** Calls `listener` whenever a write has had its effect and before its answer is sent; returns how to stop. */
  onEffect(listener: EffectListener): () => void {
    this.#effects.add(listener);
    return () => this.#effects.delete(listener);
  }

  async #newRepository(input: RepositoryInput, parent?: Repository): Promise<Repository> {
    const id = this.#world.ids.next();
    const defaultBranch = input.defaultBranch ?? 'main';
    const repository = new Repository(this.#world, {
      id,
      owner: input.owner,
      name: input.name,
      private: input.private ?? true,
      defaultBranch,
      createdAt: this.#world.clock.iso(),
      git: await GitStore.init(join(this.#world.directory, `${id}.git`), defaultBranch),
      ...(parent === undefined ? {} : { parent }),
    });
    this.#world.repositories.set(id, repository);
    return repository;
  }
}
