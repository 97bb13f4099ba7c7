import { expect } from 'vitest';
import type { Pull } from '../e2e/repository.ts';
import { newRequest, type Request } from './request.ts';
import type { Stage } from './stage.ts';

const PREFIX = 'countersign/follow-up-';

/** What was refused is asked for again: by a pull request where Actions may open one, else by a branch that a person opens. */
export async function adoptFollowUps(stage: Stage, refused: readonly Request[]): Promise<void> {
  const { repository } = stage.subject.team;
  const { git, pulls } = repository.repository;
  for (const request of refused) {
    const comment = [...repository.repository.comments.values()].findLast(
      ({ number }) => number === request.pull.number,
    );
    const branches = (await git.refs(`refs/heads/${PREFIX}`)).map(({ name }) => name.replace('refs/heads/', ''));
    const known = new Set(stage.requests.map(({ branch }) => branch));
    const branch = branches.find((name) => !known.has(name));
    expect(branch, `what asks again for ${request.branch}: ${comment?.body}`).toBeDefined();
    if (branch === undefined) continue;
    const opened = [...pulls.values()].find(({ head }) => head.ref === branch);
    const eve = stage.subject.people.eve;
    const pull: Pull = opened ?? (await repository.openPullRequest({ as: eve, head: branch }));
    const { name, wish } = request;
    const by = opened === undefined ? [eve.login] : [];
    const act = opened === undefined ? 'follow up by a branch' : 'follow up';
    stage.did(act, `  ${branch} asks for ${name} again`);
    const author = pull.author;
    stage.requests.push(newRequest({ kind: 'follow-up', pull, branch, name, author, wish, by }));
  }
}
