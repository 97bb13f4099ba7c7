import { GitHubError } from './errors.ts';
import { at, type Repository } from './repository.ts';

type Answer = {
  readonly repository: {
    readonly pullRequest: {
      readonly timelineItems: { readonly nodes: readonly ({ readonly createdAt?: string } | null)[] | null } | null;
    } | null;
  } | null;
};

/** GitHub changes no base of a closed pull request, so the newest hundred hold whatever happened since the last publication. */
const CHANGES = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      timelineItems(last: 100, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) {
        nodes { ... on BaseRefChangedEvent { createdAt } ... on AutomaticBaseChangeSucceededEvent { createdAt } }
      }
    }
  }
}`;

/**
 * When somebody, or GitHub by itself, changed the base branch of a pull request: the newest hundred times, oldest first, RFC 3339
 * in whole seconds. From the pull request's own record, so no lost event matters.
 * @throws GitHubError `github-bad-answer` where GitHub does not tell.
 */
export async function baseChangesOf(repository: Repository, number: number): Promise<readonly string[]> {
  const answer = await repository.github.graphql<Answer>(CHANGES, { ...at(repository), number });
  const times = answer.repository?.pullRequest?.timelineItems?.nodes?.map((change) => change?.createdAt);
  if (times !== undefined && times.every((time) => time !== undefined)) return times;
  throw new GitHubError('github-bad-answer', `GitHub does not tell whether pull request ${number} was retargeted`, {
    mend: 'Run again; if it stays, check that the token may read pull requests.',
    httpStatus: 200,
    effect: 'none',
  });
}
