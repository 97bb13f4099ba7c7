import { expect } from 'vitest';
import { checksOf } from '../e2e/evidence.ts';
import { adoptFollowUps } from './following.ts';
import { eligible, restsOn, voided, type Request } from './request.ts';
import type { Stage } from './stage.ts';
import type { Live } from './subject.ts';

/** Everything that landed is applied, but for what a later landing took over and what moved under its plan. */
export async function apply(stage: Stage): Promise<void> {
  const { team, live } = stage.subject;
  const ends = endsOf(stage.landed.filter(({ state }) => state === 'landed'));
  const names = new Set([...ends.keys()].map(({ name }) => name));
  const before = await livesOf(stage, names);
  const logs: string[] = [];
  await stage.disturb(async () => logs.push((await team.apply()).log));
  const run = await team.apply();
  const log = [...logs, run.log].join('\n');
  const isRefused = [...ends.values()].includes('refused');
  expect(run.exitCode, log).toBe(isRefused && /: refused$/mu.test(run.log) ? 1 : 0);
  expect(run.log).not.toMatch(/partial|unfinished/u);
  stage.aside('what landed is applied');
  for (const [request, end] of ends) {
    request.state = end;
    if (request.kind === 'remark') continue;
    const said = { applied: 'applied|nothing', refused: 'refused', superseded: 'superseded' }[end];
    expect(log, request.branch).toMatch(new RegExp(`^pull request ${request.pull.number}: (?:${said})$`, 'mu'));
    if (request.kind === 'rules') continue;
    stage.counts.set(`ends ${end}`, (stage.counts.get(`ends ${end}`) ?? 0) + 1);
    if (end === 'applied') await expectWish(request, await live(request.name));
  }
  stage.situation.rulesPending = false;
  remember(stage, ends);
  for (const [name, now] of await livesOf(stage, names)) {
    const then = before.get(name) ?? null;
    for (const request of stage.about(name)) if (restsOn(request, then, now)) voided(request);
  }
  await adoptFollowUps(
    stage,
    [...ends].flatMap(([request, end]) => (end === 'refused' ? [request] : [])),
  );
  if (stage.roll(3) > 0) await planAfterwards(stage);
}

type End = 'applied' | 'superseded' | 'refused';

function endsOf(landed: readonly Request[]): ReadonlyMap<Request, End> {
  const ends = landed.map((request, index): [Request, End] => {
    const isTaken = landed.slice(index + 1).some(({ kind, name }) => kind === 'identity' && name === request.name);
    if (isTaken) return [request, 'superseded'];
    return [request, request.doomed ? 'refused' : 'applied'];
  });
  return new Map(ends);
}

async function expectWish({ name, wish }: Request, found: Live | null): Promise<void> {
  if (wish === null) expect(found?.enabled, `${name} is disabled`).toBe(false);
  else expect(found, `${name} is as approved`).toEqual({ enabled: true, limit: wish.limit });
}

async function livesOf({ subject }: Stage, names: ReadonlySet<string>): Promise<ReadonlyMap<string, Live | null>> {
  const found = new Map<string, Live | null>();
  for (const name of names) found.set(name, await subject.live(name));
  return found;
}

/** Whoever contributed to what was refused may not approve what asks for the identity again, until something is applied. */
function remember(stage: Stage, ends: ReadonlyMap<Request, End>): void {
  const { unapplied } = stage.situation;
  for (const [{ kind, name, contributors }, end] of ends) {
    if (kind === 'rules' || kind === 'remark') continue;
    if (end === 'applied') unapplied.delete(name);
    if (end === 'refused') unapplied.set(name, new Set([...(unapplied.get(name) ?? []), ...contributors]));
  }
  for (const request of stage.open()) {
    const { approvedBy } = request;
    if (approvedBy !== null && !eligible(request, stage.situation).includes(approvedBy)) voided(request);
  }
}

/** What "Countersign plan" does by itself after an apply. */
async function planAfterwards(stage: Stage): Promise<void> {
  const { plan, publish } = await stage.subject.team.planAfterwards();
  expect(plan.exitCode, plan.log).toBe(0);
  expect(publish?.exitCode ?? 0, publish?.log).toBe(0);
}

/** The schedule: what landed is applied, and every open pull request is planned anew. */
export async function sweep(stage: Stage): Promise<void> {
  const { team } = stage.subject;
  stage.did('sweep', 'the schedule sweeps');
  await apply(stage);
  const plan = await team.run('plan', { command: 'plan', 'pull-request': 'all' });
  expect(plan.exitCode, plan.log).toBe(0);
  const publish = await team.publish(plan.outputs['bundle']);
  expect(publish.exitCode, publish.log).toBe(0);
  const where = `${plan.log}\n${publish.log}`;
  for (const request of stage.open().filter(({ away }) => !away)) {
    const { number, head } = request.pull;
    const decision = new RegExp(`^Pull request ${number}: (?<said>[a-z-]+)`, 'mu').exec(publish.log)?.groups?.['said'];
    stage.judge(request, { decision, digest: checksOf(team, head.sha).approval?.digest ?? null, where });
  }
}
