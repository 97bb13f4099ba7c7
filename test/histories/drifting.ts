import { apply } from './applying.ts';
import { restsOn, voided, type Request } from './request.ts';
import type { Stage } from './stage.ts';

/** What happens beside the pull requests. */

export async function driftElsewhere(stage: Stage, request: Request): Promise<void> {
  stage.did('drift elsewhere', 'somebody works elsewhere in the live system');
  await stage.subject.drift(null, stage.next());
  if (stage.roll(2) === 0) await stage.event(request);
}

/**
 * What is planned moves: reviewers have to look again, and quote the code, before anybody merges. What landed meanwhile and is to
 * change the same is refused: nobody approved it on top of that.
 */
export async function driftUnderneath(stage: Stage, open: Request): Promise<void> {
  const { names, drift, live } = stage.subject;
  const name = stage.landed.find(({ state, kind }) => state === 'landed' && kind === 'identity')?.name ?? open.name;
  if (!names.includes(name) || stage.roll(2) === 0) return;
  const value = stage.value();
  const found = await live(name);
  const landed = stage.landed.filter((request) => request.state === 'landed' && request.name === name);
  const wishes = [...landed, ...stage.about(name)].map(({ wish }) => wish?.limit);
  if (found === null || !found.enabled || wishes.includes(value) || found.limit === value) return;
  // Whether a mere description survives it, the model need not know.
  if (landed.some(({ wish }) => wish?.limit === found.limit)) return;
  const act = landed.length === 0 ? 'drift underneath' : 'drift under a landing';
  stage.did(act, `somebody changes ${name} in the live system`);
  await drift(name, value);
  const now = { ...found, limit: value };
  for (const request of landed) request.doomed ||= restsOn(request, found, now);
  for (const request of stage.about(name)) {
    if (restsOn(request, found, now)) voided(request);
    await stage.event(request);
  }
}

export async function pushToMain(stage: Stage, request: Request): Promise<void> {
  stage.did('push to the default branch', 'cleo pushes a remark to the default branch');
  const { team, people } = stage.subject;
  const files = { [`notes/main-${stage.next()}.md`]: 'A remark.\n' };
  await team.repository.push({ as: people.cleo, branch: 'main', files, message: 'Remark' });
  if (stage.roll(2) === 0) await stage.event(request);
  if (stage.roll(2) === 0) await apply(stage);
}

/** Somebody presses "re-run" on an old run: it changes nothing. */
export async function rerun(stage: Stage, request: Request): Promise<void> {
  const bundle = stage.bundles[stage.roll(Math.max(1, stage.bundles.length))];
  if (bundle === undefined) return;
  stage.did('run an old job', 'an old publish job is run again');
  await stage.subject.team.publish(bundle);
  await stage.event(request);
}
