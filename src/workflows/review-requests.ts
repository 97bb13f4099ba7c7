import { namedToAsk, reviewersToAsk, teamsToAsk, type RequestedBefore } from '../core/approval/ask.ts';
import type { ApprovalFacts, Decision } from '../core/approval/facts.ts';
import { CountersignError } from '../core/errors.ts';
import type { Member, TeamName } from '../core/people.ts';
import type { Progress } from '../core/ports.ts';
import { personById, personByLogin } from '../github/persons.ts';
import { permissionsOf, type Repository } from '../github/repository.ts';
import { requestedBefore, requestReviews, requestTeamReviews } from '../github/review-requests.ts';

type Surface = { readonly repository: Repository; readonly progress: Progress };

/**
 * Asks the people and teams for a review whose approval a plan lacks, nobody twice for one plan. Best effort: the check says the same,
 * so that nothing depends on it; what GitHub refuses is told in the log.
 */
export async function askReviewers(
  surface: Surface,
  pullRequest: number,
  facts: ApprovalFacts,
  decision: Decision,
): Promise<void> {
  const { repository, progress } = surface;
  const named = namedToAsk(facts, decision, repository.owner);
  if (named.people.length + named.teams.length === 0) return;
  await orTold(progress, NOBODY, async () => {
    const before = await requestedBefore(repository, pullRequest);
    await orTold(progress, NOBODY, async () => await askPeople(surface, pullRequest, facts, named.people, before));
    await askTeams(surface, pullRequest, teamsToAsk(named.teams, before));
  });
}

async function askPeople(
  { repository, progress }: Surface,
  pullRequest: number,
  facts: ApprovalFacts,
  named: readonly Member[],
  before: RequestedBefore,
): Promise<void> {
  if (named.length === 0) return;
  const { github } = repository;
  const found = await Promise.all(
    named.map(async ({ id, login }) =>
      id === null ? await personByLogin(github, login) : await personById(github, id),
    ),
  );
  const people = [...new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person]]))).values()];
  const asked = reviewersToAsk(facts, people, await permissionsOf(repository, people), before);
  if (asked.length === 0) return;
  await requestReviews(repository, pullRequest, asked);
  progress(`asked for a review: ${asked.map(({ login }) => login).join(', ')}`);
}

/** One after the other: GitHub refuses all of them for one that has no access to the repository. */
async function askTeams(
  { repository, progress }: Surface,
  pullRequest: number,
  teams: readonly TeamName[],
): Promise<void> {
  for (const { org, slug } of teams) {
    const team = `@${org}/${slug}`;
    await orTold(progress, `the team ${team} was not asked`, async () => {
      await requestTeamReviews(repository, pullRequest, [slug]);
      progress(`asked for a review: ${team}`);
    });
  }
}

const NOBODY = 'nobody was asked';

async function orTold(progress: Progress, otherwise: string, asking: () => Promise<void>): Promise<void> {
  try {
    await asking();
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    progress(`${otherwise} for a review: ${error.code}`);
  }
}
