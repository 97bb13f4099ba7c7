import { declares, Estate } from '../e2e/estate.ts';
import type { ActionRun } from '../e2e/runner.ts';

/**
 * Countersign itself at work: begun, planned, published, approved, merged by three methods, applied, removed, and asked for by a
 * stranger from a fork, whose pull request is withheld and then shown. What crossed the wire is in `team.server.recordings`.
 */
export async function playCountersign(): Promise<Estate> {
  const estate = await Estate.begin();
  const { team } = estate;
  const created = await estate.approved('created', declares('created'));
  expectDecision(await team.publish((await team.plan(created)).outputs['bundle']), 'approved');
  await estate.merge(created, 'squash');
  expectDecision(await team.apply(), 'applied');

  const broken = await team.propose('broken', { 'identities/orders-db/broken.yaml': 'kind: [\n' });
  await team.planAndPublish(broken);
  const changed = await estate.approved('changed', declares('created', { limit: 7 }));
  await estate.merge(changed, 'merge');
  const second = await estate.approved('second', declares('second'));
  await estate.merge(second, 'rebase');
  expectDecision(await team.apply(), 'applied');
  const unapproved = await team.propose('unapproved', declares('unapproved'));
  await team.planAndPublish(unapproved);
  await estate.merge(unapproved);
  expectDecision(await team.apply(), 'refused');

  const stranger = team.server.createUser({ login: 'stranger' });
  team.repository.setCollaborator(stranger, 'read');
  const fork = await team.server.forkRepository(team.repository, { owner: stranger });
  await fork.push({ as: stranger, branch: 'gift', files: declares('gift'), message: 'A gift' });
  const gift = await team.repository.openPullRequest({ as: stranger, from: fork, head: 'gift' });
  expectDecision((await team.planAndPublish(gift)).publish, 'withheld');
  expectDecision((await team.planAndPublish(gift, { 'fork-head': gift.head.sha })).publish, 'refused');
  await beRefused(estate, team.server.issueToken({ kind: 'user', user: stranger }));
  return estate;
}

/** What GitHub refuses, with each of the statuses that a client may meet. */
async function beRefused({ team }: Estate, stranger: string): Promise<void> {
  const cleo = team.server.issueToken({ kind: 'user', user: team.cleo });
  const sha = await team.repository.head('main');
  const refused: readonly (readonly [status: number, token: string, method: string, path: string, body?: object])[] = [
    [401, 'nobody', 'GET', 'pulls/1'],
    [403, cleo, 'POST', 'check-runs', { name: 'countersign/plan', head_sha: sha }],
    [404, stranger, 'POST', 'git/refs', { ref: 'refs/heads/mine', sha }],
    [404, cleo, 'GET', 'pulls/999'],
    [404, cleo, 'GET', 'contents/nowhere'],
    [404, cleo, 'GET', 'git/ref/heads/nowhere'],
    [422, cleo, 'POST', 'git/refs', { ref: 'refs/heads/main', sha }],
    [422, cleo, 'POST', 'pulls', { head: 'nowhere', base: 'main', title: 'Nothing' }],
    [405, cleo, 'PUT', 'pulls/1/merge', {}],
  ];
  for (const [status, token, method, path, body] of refused) {
    const answer = await fetch(`${team.server.url}/repos/${team.repository.fullName}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} instead of ${status}`);
  }
}

function expectDecision(run: ActionRun, decision: string): void {
  if (run.outputs['decision'] !== decision)
    throw new Error(`${run.outputs['decision'] ?? 'nothing'} instead of ${decision}: ${run.log}`);
}
