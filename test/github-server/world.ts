import type { Account, App, Installation, Team } from './accounts.ts';
import { wellKnown } from './accounts.ts';
import type { ServerClock } from './clock.ts';
import type { RaisedEvent } from './events.ts';
import { IdSequence } from './ids.ts';
import type { Repository } from './repository.ts';
import type { Principal } from './tokens.ts';

/** Everything that the server knows, and the lock that orders its changes. */
export class World {
  readonly clock: ServerClock;
  readonly ids = new IdSequence();
  /** Scratch directory that holds the bare repositories. */
  readonly directory: string;
  readonly accounts = new Map<number, Account>();
  readonly apps = new Map<number, App>();
  readonly installations = new Map<number, Installation>();
  readonly teams = new Map<number, Team>();
  /** Members of each organization, by the organization's id; the value says who owns it. */
  readonly members = new Map<number, Map<number, 'member' | 'admin'>>();
  readonly repositories = new Map<number, Repository>();
  readonly tokens = new Map<string, Principal>();
  readonly events: RaisedEvent[] = [];
  /** Base of every URL in answers; known once the server listens. */
  url = 'http://127.0.0.1';
  /** Seconds after a merge for which no commit leads to the pull request, as GitHub makes that index afterwards. */
  associationLag = 0;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(clock: ServerClock, directory: string) {
    this.clock = clock;
    this.directory = directory;
    const organization: Account = {
      id: wellKnown.github,
      login: 'github',
      type: 'Organization',
      name: 'GitHub',
      emails: [],
    };
    this.accounts.set(organization.id, organization);
    this.accounts.set(wellKnown.webFlow, {
      id: wellKnown.webFlow,
      login: 'web-flow',
      type: 'User',
      name: 'GitHub Web Flow',
      emails: ['noreply@github.com'],
    });
    this.#addBot(wellKnown.mergeQueueBot, 'github-merge-queue[bot]');
    this.apps.set(wellKnown.actionsApp, {
      id: wellKnown.actionsApp,
      slug: 'github-actions',
      name: 'GitHub Actions',
      clientId: 'Iv1.05c79e9ad1f6bdfa',
      owner: organization,
      bot: this.#addBot(wellKnown.actionsBot, 'github-actions[bot]'),
      permissions: {},
      createdAt: '2018-07-30T09:30:17Z',
      publicKey: undefined,
    });
  }

  /** Runs changes one after the other, in the order in which they were asked for. */
  exclusively<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(change, change);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  accountByLogin(login: string): Account | undefined {
    return this.accounts.values().find((account) => account.login.toLowerCase() === login.toLowerCase());
  }

  accountByEmail(email: string): Account | undefined {
    return this.accounts.values().find((account) => account.emails.includes(email.toLowerCase()));
  }

  /** An account that must be there: a built-in one, or one that another record refers to. */
  account(id: number): Account {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`no account has the id ${id}`);
    return account;
  }

  app(id: number): App {
    const app = this.apps.get(id);
    if (app === undefined) throw new Error(`no app has the id ${id}`);
    return app;
  }

  repositoryByName(owner: string, name: string): Repository | undefined {
    const full = `${owner}/${name}`.toLowerCase();
    return this.repositories.values().find((repository) => repository.fullName.toLowerCase() === full);
  }

  #addBot(id: number, login: string): Account {
    const bot: Account = { id, login, type: 'Bot', name: null, emails: [`${id}+${login}@users.noreply.github.com`] };
    this.accounts.set(id, bot);
    return bot;
  }
}
