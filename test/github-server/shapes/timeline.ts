import { commentShape } from '../comments.ts';
import { pullCommits, type PullRequest } from '../pull.ts';
import { reviewShape } from '../reviews.ts';
import type { Schema } from '../schema.ts';
import { simpleUser } from './accounts.ts';
import { gitCommitShape } from './commits.ts';
import { issueEventShape } from './issue-events.ts';

type Entry = Schema<'timeline-issue-events'>;

/** The timeline of a pull request, oldest first: commits, then events, comments and submitted reviews by time. */
export async function timelineOf(pull: PullRequest): Promise<Entry[]> {
  const { repository } = pull;
  const { world } = repository;
  const commits: Entry[] = (await pullCommits(pull)).map((commit) => ({
    ...gitCommitShape(repository, commit),
    event: 'committed',
  }));
  const timed: { at: string; entry: Entry }[] = [];
  for (const event of repository.issueEvents) {
    if (event.number !== pull.number) continue;
    timed.push({ at: event.createdAt, entry: issueEventShape(repository, event) });
  }
  for (const comment of repository.comments.values()) {
    if (comment.number !== pull.number) continue;
    const actor = simpleUser(world, comment.author);
    const { pin: _, minimized: __, ...shape } = commentShape(comment);
    timed.push({
      at: comment.createdAt,
      entry: {
        ...shape,
        event: 'commented',
        actor,
        user: actor,
        author_association: shape.author_association ?? 'NONE',
      },
    });
  }
  for (const review of pull.reviews) {
    if (review.submittedAt === undefined) continue;
    const shape = reviewShape(review);
    timed.push({
      at: review.submittedAt,
      entry: {
        ...shape,
        event: 'reviewed',
        state: shape.state.toLowerCase(),
        user: simpleUser(world, review.author),
        submitted_at: review.submittedAt,
      },
    });
  }
  timed.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  return [...commits, ...timed.map(({ entry }) => entry)];
}
