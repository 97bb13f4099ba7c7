import type { Account } from './accounts.ts';
import { ServerClock, stillClock } from './clock.ts';
import { GitStore } from './git/store.ts';
import { addMember, createAccount } from './people.ts';
import { Repository } from './repository.ts';
import { World } from './world.ts';

/** A world without server and git objects, for tests of what needs neither. */
export interface QuietWorld {
  readonly world: World;
  readonly repository: Repository;
  readonly acme: Account;
  /** Owner of the organization. */
  readonly olga: Account;
  readonly ana: Account;
}

/** Makes an organization, its owner, a writer and a private repository; the clock stands still at 2026-01-05T09:00:00Z. */
export function quietWorld(): QuietWorld {
  const world = new World(new ServerClock(stillClock('2026-01-05T09:00:00Z')), '/nowhere');
  const olga = createAccount(world, { login: 'olga' });
  const ana = createAccount(world, { login: 'ana', name: 'Ana Ruiz' });
  const acme = createAccount(world, { login: 'acme', type: 'Organization' });
  addMember(world, acme, olga, 'admin');
  const repository = new Repository(world, {
    id: world.ids.next(),
    owner: acme,
    name: 'identities',
    private: true,
    defaultBranch: 'main',
    createdAt: world.clock.iso(),
    git: new GitStore('/nowhere'),
  });
  repository.collaborators.set(ana.id, 'write');
  world.repositories.set(repository.id, repository);
  return { world, repository, acme, olga, ana };
}
