import type { Person } from '../core/approval/facts.ts';
import { CountersignError } from '../core/errors.ts';
import { gather } from './pages.ts';
import { toPerson } from './persons.ts';
import { at, type Repository } from './repository.ts';

/** Of more people it need not be known whether anybody is left. */
const WRITERS = { what: 'people with write permission', atMost: 1000 };

/**
 * Everyone who may write to the repository now. Null where that cannot be told: GitHub leaves out whoever comes by a team
 * or owns the organization, and says nothing of it, unless the token may read the organization's members.
 */
export async function writersOf(repository: Repository): Promise<readonly Person[] | null> {
  try {
    await requireMembers(repository);
    return await listed(repository);
  } catch (error) {
    if (error instanceof CountersignError) return null;
    throw error;
  }
}

/** A repository of a person has no teams. Listing the teams takes the permission that shows their members. */
async function requireMembers(repository: Repository): Promise<void> {
  const { rest } = repository.github;
  const { owner } = (await rest.repos.get(at(repository))).data;
  if (owner.type !== 'User') await rest.teams.list({ org: owner.login, per_page: 1 });
}

async function listed(repository: Repository): Promise<readonly Person[]> {
  const { github } = repository;
  const pages = github.paginate.iterator(github.rest.repos.listCollaborators, {
    ...at(repository),
    permission: 'push',
    per_page: 100,
  });
  return (await gather(pages, WRITERS)).flatMap((account) => toPerson(account) ?? []);
}
