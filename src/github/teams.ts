import type { Person } from '../core/approval/facts.ts';
import { teamOf } from '../core/people.ts';
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

/**
 * @param team `@org/slug`, or `@org/slug#id`. GitHub says 403 or 404 where the token may not read it, and 404 where there is none.
 * @returns null as well where the name is another team's than the one that is pinned.
 */
async function members({ github }: Repository, team: string): Promise<readonly Person[] | null> {
  const { org, slug, id } = teamOf(team) ?? { org: '', slug: '', id: null };
  const place = { org, team_slug: slug };
  try {
    const pages = github.paginate.iterator(github.rest.teams.listMembersInOrg, { ...place, per_page: 100 });
    const people = (await gather(pages, MEMBERS)).flatMap((account) => toPerson(account) ?? []);
    // Asked afterwards: a name that is still the team's was so while its members were listed.
    const isMeant = id === null || (await github.rest.teams.getByName(place)).data.id === id;
    return isMeant ? people : null;
  } catch (error) {
    if (error instanceof GitHubError && (error.code === 'github-forbidden' || error.code === 'github-not-found'))
      return null;
    throw error;
  }
}
