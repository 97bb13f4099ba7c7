import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf } from './evidence.ts';
import { daysAhead, exception, EXCEPTION, POLICY, RULES } from './excepted.ts';
import type { Pull } from './repository.ts';
import { shown } from './runner.ts';

let estate: Estate;

async function decision(pull: Pull): Promise<string | undefined> {
  const { plan, publish } = await estate.team.planAndPublish(pull);
  expect(plan.exitCode, shown(plan)).toBe(0);
  return publish.outputs['decision'];
}

/** Rules as the administrator approves them, landed. */
async function setRules(branch: string, files: Readonly<Record<string, string | null>>): Promise<void> {
  const { team } = estate;
  const pull = await team.propose(branch, files);
  await team.planAndPublish(pull);
  await estate.approve(pull, { as: team.cleo });
  expect(await decision(pull)).toBe('approved');
  await estate.merge(pull);
  expect(await team.apply()).toMatchObject({ exitCode: 0 });
}

function comment(pull: Pull): string {
  return commentsOf(estate.team, pull).at(-1)?.body ?? '';
}

function inDays(days: number): string {
  return daysAhead(estate.team.server.now(), days);
}

describe('an exception of the base branch', () => {
  beforeAll(async () => {
    estate = await Estate.begin({ rules: 'policies: [policies/]\n', files: { [POLICY]: RULES } });
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('lets pass what is denied, is shown with its end, and ends with that day', async () => {
    const { team } = estate;
    const pull = await estate.approved('many', declares('many', { limit: 500 }));
    expect(await decision(pull)).toBe('refused');
    const ask = 'Keep to at most 100. Or ask for an exception to `roles/few-connections` (`policies/roles.yaml:6`';
    expect(comment(pull)).toContain(ask);
    const denied = 'roles/few-connections` at `policies/roles.yaml:6';
    expect(checksOf(team, pull.head.sha).approval?.summary).toContain(denied);

    const until = inDays(2);
    await setRules('except', { [EXCEPTION]: exception({ name: 'many', until }) });
    expect(await decision(pull)).toBe('waiting');
    for (const said of ['**Exceptions**', until, '2 more days', '`billing` answers', 'policies/exceptions.yaml:3'])
      expect(comment(pull)).toContain(said);
    expect(comment(pull)).not.toContain('denied');
    expect(checksOf(team, pull.head.sha).plan).toMatchObject({
      state: 'success',
      summary: expect.stringContaining('**Exceptions**'),
    });
    const [, code] = /code `([^`]+)`/u.exec(comment(pull)) ?? [];
    await estate.approve(pull, { body: `As it says: ${code}` });
    expect(await decision(pull)).toBe('approved');
    const comments = commentsOf(team, pull).length;

    team.server.advanceClock(86_400);
    expect(await decision(pull)).toBe('approved');
    expect(commentsOf(team, pull)).toHaveLength(comments);

    team.server.advanceClock(2 * 86_400);
    expect(await decision(pull)).toBe('refused');
    const { plan, approval } = checksOf(team, pull.head.sha);
    expect(approval?.summary).toContain('policy-denied');
    expect(plan?.summary).toContain(`ended with \`${until}\``);

    await setRules('prolong', { [EXCEPTION]: exception({ name: 'many', until: inDays(10) }) });
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('many')).toMatchObject({ limit: 500 });
  });

  it("counts at the apply by the landing's time, and not when it landed after the end", async () => {
    const { team } = estate;
    await setRules('brief', { [EXCEPTION]: exception({ name: '*', until: inDays(1) }) });
    const [timely, late] = [
      await estate.approved('timely', declares('timely', { limit: 300 })),
      await estate.approved('late', declares('late', { limit: 300 })),
    ];
    for (const pull of [timely, late]) expect(await decision(pull)).toBe('approved');
    await estate.merge(timely);
    team.server.advanceClock(2 * 86_400);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('timely')).toMatchObject({ limit: 300 });
    await estate.merge(late);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/policy-denied/u);
    expect(await estate.role('late')).toBeNull();
  });

  it.each([
    ['ends too far ahead', () => exception({ name: 'x', until: inDays(91) }), 'exception-too-long'],
    ['is about no rule', () => exception({ name: 'x', until: inDays(9), rule: 'roles/few' }), 'exception-rule-unknown'],
    ['is answered for by nobody', () => exception({ name: 'x', until: inDays(9), owner: 'nob' }), 'unknown-people'],
  ])('is refused where it %s', async (_what, text, code) => {
    const { team } = estate;
    const pull = await team.propose(code, { [EXCEPTION]: text() });
    await team.planAndPublish(pull);
    await estate.approve(pull, { as: team.cleo });
    expect(await decision(pull)).toBe('refused');
    expect(JSON.stringify(checksOf(team, pull.head.sha).plan)).toContain(code);
  });
});
