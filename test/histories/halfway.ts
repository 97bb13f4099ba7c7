import { expect } from 'vitest';
import { apply } from './applying.ts';
import { adoptFollowUps } from './following.ts';
import { newRequest } from './request.ts';
import { approve } from './reviewing.ts';
import type { Stage } from './stage.ts';

/** One pull request about two identities, of which one moves after the landing: the other is applied, and the rest asked for again. */
export async function landHalfway(stage: Stage): Promise<void> {
  const [applied, moved] = untouched(stage);
  if (applied === undefined || moved === undefined) return;
  await apply(stage);
  const { team, pathOf, documentOf, people, live, drift } = stage.subject;
  const number = stage.next();
  const branch = `ask-${number}`;
  const wish = { limit: 300 + number, purpose: `serves ${number}` };
  stage.did('apply halfway', `ana asks to update ${applied} and ${moved} on ${branch}`);
  const files = Object.fromEntries([applied, moved].map((name) => [pathOf(name), documentOf(name, wish)]));
  const pull = await team.propose(branch, files, people.ana);
  const request = newRequest({ kind: 'identity', pull, branch, name: moved, author: people.ana, wish, by: ['ana'] });
  stage.requests.push(request);
  await stage.event(request);
  await approve(stage, request);
  await team.repository.mergePullRequest(pull, { as: people.eve, method: 'squash' });
  await drift(moved, 600 + number);
  stage.aside(`it lands, and somebody changes ${moved} in the live system`);
  const run = await team.apply();
  expect(run.log).toMatch(new RegExp(`^pull request ${pull.number}: partial$`, 'mu'));
  expect(run.exitCode).toBe(1);
  expect(await live(applied), `${applied} is as approved`).toEqual({ enabled: true, limit: wish.limit });
  expect(await live(moved), `${moved} is left alone`).toEqual({ enabled: true, limit: 600 + number });
  request.state = 'refused';
  stage.situation.unapplied.set(moved, new Set(request.contributors));
  await adoptFollowUps(stage, [request]);
}

/** Declared, and nobody has anything in mind with them. */
function untouched({ subject, requests, situation }: Stage): readonly string[] {
  const busy = new Set(
    requests.flatMap(({ name, state, wish }) => (state === 'applied' && wish !== null ? [] : [name])),
  );
  return subject.names.filter((name) => !busy.has(name) && !situation.unapplied.has(name));
}
