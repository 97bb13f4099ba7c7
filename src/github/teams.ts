import type { Person } from '../core/approval/facts.ts';
import { GitHubError } from './errors.ts';
import { gather } from './pages.ts';
import { toPerson } from './persons.ts';
import type { Repository } from './repository.ts';

const MEMBERS = { what: 'members of a team', atMost: 3000 };

/** Who is in each of these teams now, those of child teams included, by the team's name; a team that may not be read is left out. */
export async function membersOf(
  repository: Repository,
  teams: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const read = await Promise.all(teams.map(async (team) => [team, await members(repository, team)] as const));
  return new Map(read.flatMap(([team, people]) => (people === null ? [] : [[team, people] as const])));
}

/** @param team `@org/slug`. GitHub says 403 or 404 where the token may not read it, and 404 where there is none. */
async function members({ github }: Repository, team: string): Promise<readonly Person[] | null> {
  const [org = '', slug = ''] = team.slice(1).split('/');
  const pages = github.paginate.iterator(github.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: 100 });
  try {
    return (await gather(pages, MEMBERS)).flatMap((account) => toPerson(account) ?? []);
  } catch (error) {
    if (error instanceof GitHubError && (error.code === 'github-forbidden' || error.code === 'github-not-found'))
      return null;
    throw error;
  }
}
