import { expect } from 'vitest';
import { checksOf } from '../e2e/evidence.ts';
import { apply } from './applying.ts';
import { approve, relent, retarget } from './reviewing.ts';
import { rebase } from './writing.ts';
import { expectedDecision, METHODS, voided, type Request } from './request.ts';
import type { Stage } from './stage.ts';

/** How pull requests reach the default branch, and what that means for those that stay open. */

export async function merge(stage: Stage, request: Request): Promise<void> {
  if (!isGreen(stage, request)) return;
  const method = METHODS[stage.roll(METHODS.length)] ?? 'squash';
  const by = stage.one(['ana', 'ben', 'eve']);
  stage.did(`merge ${request.kind}`, `${by.login} merges ${request.branch} by ${method}`);
  await stage.subject.team.repository.mergePullRequest(request.pull, { as: by, method });
  await land(stage, request);
  await applySoon(stage);
}

/** Everything that it takes to turn its check green, as far as the team can. */
export async function bring(stage: Stage, request: Request): Promise<void> {
  if (stage.situation.rulesPending) await apply(stage);
  if (request.away) await retarget(stage, request);
  if (request.outdated) await rebase(stage, request);
  await stage.event(request);
  await relent(stage, request);
  await approve(stage, request);
}

/** Two green ones in the merge queue, each on a group of its own, the second on top of the first. */
export async function queueTwo(stage: Stage, first: Request): Promise<void> {
  const second = stage.open().find(({ name, kind }) => kind !== 'rules' && name !== first.name);
  if (second === undefined || first.kind === 'rules') return;
  for (const request of [first, second]) await bring(stage, request);
  if (![first, second].every((request) => request.state === 'open' && isGreen(stage, request))) return;
  const { team } = stage.subject;
  const method = (['merge', 'squash', 'rebase'] as const)[stage.roll(3)] ?? 'squash';
  stage.did('queue two', `${first.branch} and ${second.branch} are queued by ${method}`);
  const groups = await team.repository.enqueue([first.pull, second.pull], { method });
  for (const group of groups) {
    const { plan, publish } = await team.checkGroup(group);
    const said = `${plan.log}\n${publish?.log}`;
    expect(checksOf(team, group.headSha), said).toMatchObject({ approval: { state: 'success' } });
  }
  const { landed } = await team.repository.settleGroups(groups);
  expect(landed).toEqual([first.pull, second.pull]);
  for (const request of [first, second]) await land(stage, request);
  await applySoon(stage);
}

function isGreen({ situation }: Stage, request: Request): boolean {
  // Rules that wait for their apply take no green check back, and nobody looks anew before they press the button.
  const expected = expectedDecision(request, { ...situation, rulesPending: false });
  return (expected === 'approved' || expected === 'unconcerned') && request.greenHead === request.pull.head.sha;
}

/** What is declared has changed: who changes it, too, has to begin from there, and who asks for what is gone gives up. */
async function land(stage: Stage, request: Request): Promise<void> {
  request.state = 'landed';
  stage.landed.push(request);
  if (request.kind === 'rules') stage.situation.rulesPending = true;
  if (request.kind !== 'identity') return;
  for (const other of stage.about(request.name)) {
    if (request.wish === null || other.kind === 'follow-up') await close(stage, other);
    else {
      other.outdated = true;
      voided(other);
    }
  }
}

async function close(stage: Stage, request: Request): Promise<void> {
  stage.did('close', `${request.branch} is closed, as it is about nothing any more`);
  await stage.subject.team.repository.editPullRequest(request.pull, { as: stage.subject.people.cleo, state: 'closed' });
  request.state = 'closed';
}

async function applySoon(stage: Stage): Promise<void> {
  if (stage.roll(5) > 2) await apply(stage);
  else stage.did('delay an apply', '  the apply is delayed');
}
