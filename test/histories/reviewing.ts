import { commentsOf } from '../e2e/evidence.ts';
import { eligible, voided, type Request } from './request.ts';
import type { Stage } from './stage.ts';

/** Reads the newest comment, and quotes the code where it asks for one. */
export async function approve(stage: Stage, request: Request): Promise<void> {
  const { situation, subject, roll } = stage;
  const { team, people } = subject;
  if (request.kind === 'remark' || request.approvedBy !== null) return;
  if (request.away || request.outdated || situation.rulesPending) return;
  const able = eligible(request, situation);
  const login = able[roll(Math.max(1, able.length))];
  const by = Object.values(people).find((person) => person.login === login);
  if (by === undefined) return;
  if (request.digest === null) await stage.event(request);
  const comment = commentsOf(team, request.pull).at(-1)?.body ?? '';
  const code = /Write the code `(?<code>[^`]+)`/u.exec(comment)?.groups?.['code'];
  const act = code === undefined ? 'approve' : 'approve by code';
  stage.did(act, `${by.login} approves ${request.branch}${code === undefined ? '' : ' and quotes the code'}`);
  team.server.advanceClock(2 + roll(100));
  await team.repository.review(request.pull, { as: by, event: 'APPROVE', body: code ?? '' });
  request.approvedBy = by.login;
  if (request.vetoer === by) request.vetoer = null;
  await stage.event(request);
}

export async function object(stage: Stage, request: Request): Promise<void> {
  if (request.kind === 'remark' || request.vetoer !== null || stage.roll(2) === 0) return;
  const by = stage.one(request.kind === 'rules' ? ['eve'] : ['eve', 'cleo']);
  if (by === request.author) return;
  stage.did('object', `${by.login} requests changes on ${request.branch}`);
  await stage.subject.team.repository.review(request.pull, { as: by, event: 'REQUEST_CHANGES', body: 'Why?' });
  request.vetoer = by;
  await stage.event(request);
}

/** Whoever objected approves; not being an owner, that alone approves nothing. */
export async function relent(stage: Stage, request: Request): Promise<void> {
  const { vetoer } = request;
  if (vetoer === null) return;
  stage.did('relent', `${vetoer.login} is content with ${request.branch}`);
  // Of two reviews within one second nobody can tell which came last.
  stage.subject.team.server.advanceClock(2);
  await stage.subject.team.repository.review(request.pull, { as: vetoer, event: 'APPROVE' });
  request.vetoer = null;
  await stage.event(request);
}

const ELSEWHERE = 'elsewhere';

/** To another branch and back. What was approved before is approved again: the time in between nobody looked at. */
export async function retarget(stage: Stage, request: Request): Promise<void> {
  const { repository } = stage.subject.team;
  if (request.kind !== 'identity') return;
  const as = request.author;
  if (request.away) {
    stage.did('retarget back', `${as.login} points ${request.branch} at the default branch again`);
    await repository.editPullRequest(request.pull, { as, base: 'main' });
    request.away = false;
    voided(request);
  } else {
    stage.did('retarget', `${as.login} points ${request.branch} at another branch`);
    if ((await repository.head(ELSEWHERE).catch(() => null)) === null)
      await repository.pushCommit({ as, branch: ELSEWHERE, sha: await repository.head() });
    await repository.editPullRequest(request.pull, { as, base: ELSEWHERE });
    request.away = true;
  }
  // A job takes longer than a second to start, and what happened in one second cannot be told apart.
  stage.subject.team.server.advanceClock(2);
  await stage.event(request);
}
