import type { Requirement } from '../assessment.ts';
import type { Reason } from '../errors.ts';
import { isTeam } from '../people.ts';
import type { ApprovalFacts, Person } from './facts.ts';
import { reason } from './people.ts';

/** Teams that requirements name, each once, as `@org/slug`. */
export function teamsOf(requirements: readonly Requirement[]): readonly string[] {
  return [...new Set(requirements.flatMap(({ people }) => people ?? []).filter(isTeam))];
}

/** With the accounts that are in a team now in the team's place, pinned; a team that could not be read keeps its name. */
export function withMembers(
  requirements: readonly Requirement[],
  members: ReadonlyMap<string, readonly Person[]>,
): readonly Requirement[] {
  const accounts = (name: string): readonly string[] =>
    members.get(name)?.map(({ id, login }) => `${login}#${id}`) ?? [name];
  return requirements.map((requirement) =>
    requirement.people === null
      ? requirement
      : { ...requirement, people: [...new Set(requirement.people.flatMap(accounts))] },
  );
}

/** A team whose name still stands was not read: nobody may be taken for its members, and nobody waits for them for ever. */
export function unreadTeams({ requirements }: Pick<ApprovalFacts, 'requirements'>): readonly Reason[] {
  return teamsOf(requirements).map((team) => reason('team-unreadable', `(${team})`));
}
