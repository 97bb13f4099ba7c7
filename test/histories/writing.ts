import type { Account } from '../e2e/repository.ts';
import { voided, type Request } from './request.ts';
import type { Stage } from './stage.ts';
import type { Wish } from './subject.ts';

/** What whoever writes a pull request does to its branch. */

export async function revise(stage: Stage, request: Request): Promise<void> {
  if (request.kind !== 'identity' || request.wish === null) return;
  const by = stage.one(['ana', 'eve']);
  await push(stage, request, { as: by, wish: { ...request.wish, limit: stage.value() }, coAuthors: [] });
  stage.did('revise', `${by.login} revises ${request.branch}`);
  request.contributors.add(by.login);
  await stage.event(request);
}

/** The suggestion's author becomes a co-author, so somebody else has to be left who may approve. */
export async function acceptSuggestion(stage: Stage, request: Request): Promise<void> {
  const reviewer = stage.one(['ben', 'dora']);
  const other = reviewer.login === 'ben' ? 'dora' : 'ben';
  const { kind, wish, author, contributors } = request;
  if (kind !== 'identity' || wish === null || contributors.has(other) || author === reviewer) return;
  await push(stage, request, { as: author, wish: { ...wish, limit: stage.value() }, coAuthors: [reviewer] });
  stage.did('suggestion', `${author.login} accepts a suggestion of ${reviewer.login} on ${request.branch}`);
  contributors.add(reviewer.login);
  await stage.event(request);
}

/** Neither an identity nor a rule: the plan and its approval stand. */
export async function remark(stage: Stage, request: Request): Promise<void> {
  if (request.kind === 'follow-up') return;
  const { author, branch } = request;
  stage.did('remark on a branch', `${author.login} pushes a remark to ${branch}`);
  const files = { [`notes/${branch}-${stage.next()}.md`]: 'A remark.\n' };
  await stage.subject.team.repository.push({ as: author, branch, files, message: 'Remark' });
  await stage.event(request);
}

/** GitHub refuses it where the two conflict, as they do when both changed one document. */
export async function update(stage: Stage, request: Request): Promise<void> {
  const as = stage.one(['ana', 'ben', 'dora', 'eve']);
  const { repository } = stage.subject.team;
  if ((await repository.updateBranch(request.pull, { as }).catch(() => null)) === null) return;
  stage.did('update a branch', `${as.login} updates ${request.branch} from the base`);
  await stage.event(request);
}

/** The same change on top of the base: another plan exactly if the document was changed there, too. */
export async function rebase(stage: Stage, request: Request): Promise<void> {
  if (request.kind !== 'identity') return;
  const { people, team } = stage.subject;
  const { author, wish, contributors, branch } = request;
  const coAuthors = Object.values(people).filter(({ login }) => login !== author.login && contributors.has(login));
  stage.did(request.outdated ? 'rebase, outdated' : 'rebase', `${author.login} rebases ${branch}`);
  if (request.outdated) voided(request);
  request.outdated = false;
  const { digest, approvedBy } = request;
  await push(stage, request, { as: author, wish, coAuthors, from: await team.repository.head() });
  Object.assign(request, { digest, approvedBy });
  await stage.event(request);
}

type Push = {
  readonly as: Account;
  readonly wish: Wish | null;
  readonly coAuthors: readonly Account[];
  /** Replaces the branch by one commit on this one. */
  readonly from?: string;
};

async function push(stage: Stage, request: Request, { as, wish, coAuthors, from }: Push): Promise<void> {
  const { team, pathOf, documentOf } = stage.subject;
  await team.repository.push({
    as,
    branch: request.branch,
    files: { [pathOf(request.name)]: wish === null ? null : documentOf(request.name, wish) },
    message: `Change ${request.name}`,
    coAuthors: coAuthors.map(({ login, emails }) => ({ name: login, email: emails[0] ?? '' })),
    ...(from === undefined ? {} : { from, force: true }),
  });
  request.wish = wish;
  voided(request);
}
