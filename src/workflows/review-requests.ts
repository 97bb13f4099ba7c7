import { namedToAsk, reviewersToAsk } from '../core/approval/ask.ts';
import type { ApprovalFacts, Decision } from '../core/approval/facts.ts';
import { CountersignError } from '../core/errors.ts';
import type { Progress } from '../core/ports.ts';
import { personById, personByLogin } from '../github/persons.ts';
import { permissionsOf, type Repository } from '../github/repository.ts';
import { requestedReviewers, requestReviews } from '../github/review-requests.ts';

/**
 * Asks those for a review whom a publication that has just been made waits for. Best effort: the check says the same, so that
 * nothing depends on it; what GitHub refuses is told in the log.
 */
export async function askReviewers(
  { repository, progress }: { readonly repository: Repository; readonly progress: Progress },
  pullRequest: number,
  facts: ApprovalFacts,
  decision: Decision,
): Promise<void> {
  const named = namedToAsk(facts, decision);
  if (named.length === 0) return;
  try {
    const { github } = repository;
    const found = await Promise.all(
      named.map(async ({ id, login }) =>
        id === null ? await personByLogin(github, login) : await personById(github, id),
      ),
    );
    const people = [...new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person]]))).values()];
    const permissions = await permissionsOf(repository, people);
    const asked = reviewersToAsk(facts, people, permissions, await requestedReviewers(repository, pullRequest));
    if (asked.length === 0) return;
    await requestReviews(repository, pullRequest, asked);
    progress(`asked for a review: ${asked.map(({ login }) => login).join(', ')}`);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    progress(`nobody was asked for a review: ${error.code}`);
  }
}
