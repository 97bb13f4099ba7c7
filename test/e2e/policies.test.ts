import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf, entriesOf } from './evidence.ts';
import type { Pull } from './repository.ts';
import { shown } from './runner.ts';

const POLICY = 'policies/roles.yaml';

const RULES = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: roles }
spec:
  rules:
    - name: lines-ask-security
      when: access.gains.exists(gain, gain.resource.contains('billing.lines'))
      effect: { require: { of: '@eve' } }
      message: '{change.name} gains access to the lines'
    - name: few-connections
      match: { kinds: [PostgresRole] }
      when: has(after.connectionLimit) && after.connectionLimit > 100
      effect: deny
      message: '{change.name} would hold {after.connectionLimit} connections'
      comply: Keep to at most 100.
      controls: [PR.AA-05]
`;

let estate: Estate;

async function decision(pull: Pull): Promise<string | undefined> {
  const { plan, publish } = await estate.team.planAndPublish(pull);
  expect(plan.exitCode, shown(plan)).toBe(0);
  return publish.outputs['decision'];
}

/** Rules as the administrator approves them, landed. */
async function setPolicy(branch: string, text: string): Promise<void> {
  const { team } = estate;
  const pull = await team.propose(branch, { [POLICY]: text });
  await team.planAndPublish(pull);
  await estate.approve(pull, { as: team.cleo });
  expect(await decision(pull)).toBe('approved');
  await estate.merge(pull);
}

describe('policies of the base branch', () => {
  beforeAll(async () => {
    estate = await Estate.begin({
      rules: 'policies: [policies/]\n',
      files: { [POLICY]: RULES, 'policies/README.md': '#' },
    });
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('let pass what no rule is about', async () => {
    const pull = await estate.approved('plain', declares('plain'));
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    expect(await estate.team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('bring in the people whom a rule requires, at the gate and at the apply', async () => {
    const { team } = estate;
    const pull = await estate.approved('wide', declares('wide', { tables: 'billing.lines' }));
    const body = commentsOf(team, pull).at(-1)?.body ?? '';
    for (const said of ['eve', 'gains access to the lines', 'policies/roles.yaml:6', 'roles/lines-ask-security'])
      expect(body).toContain(said);
    expect(await decision(pull)).toBe('waiting');
    expect(checksOf(team, pull.head.sha).approval?.summary).toContain('eve');
    await estate.approve(pull, { as: estate.eve });
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('wide')).toMatchObject({ lines: true });
  });

  it('without them it is refused, though it landed', async () => {
    const { team } = estate;
    const pull = await estate.approved('alone', declares('alone', { tables: 'billing.lines' }));
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/approval-missing/u);
    expect(await estate.role('alone')).toBeNull();
  });

  it('refuse what a rule denies, whoever approves, and say by which rule, which values, and what to do', async () => {
    const { team } = estate;
    const pull = await estate.approved('many', declares('many', { limit: 500 }));
    await estate.approve(pull, { as: team.cleo });
    expect(await decision(pull)).toBe('refused');
    const body = commentsOf(team, pull).at(-1)?.body ?? '';
    for (const said of [
      'denied',
      'many would hold 500 connections',
      'Keep to at most 100.',
      'policies/roles.yaml:10',
      'PR.AA-05',
    ])
      expect(body).toContain(said);
    expect(checksOf(team, pull.head.sha)).toMatchObject({
      approval: { state: 'failure', summary: expect.stringContaining('policy-denied') },
    });
    const texts = [...team.repository.repository.checkRuns.values()].map(({ output }) => output.text ?? '');
    expect(texts.at(-1)).toContain('- fail: `CM-3` Changes are proposed, reviewed, approved and recorded');
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/policy-denied/u);
    expect(await estate.role('many')).toBeNull();
    expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'refused' });
  });

  it('are the old ones for the pull request that changes them', async () => {
    const { team } = estate;
    const files = { [POLICY]: RULES.replace('> 100', '> 1000'), ...declares('self', { limit: 600 }) };
    const pull = await estate.approved('self', files);
    await estate.approve(pull, { as: team.cleo });
    expect(await decision(pull)).toBe('refused');
    const body = commentsOf(team, pull).at(-1)?.body ?? '';
    expect(body).toContain('**What the new policies would have said** of ');
    expect(body).toMatch(/^- pull request \d+ of .*: no longer denied by .*many`$/mu);
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused.log).toMatch(/policy-denied/u);
    expect(await estate.role('self')).toBeNull();
    await team.pushPast(team.cleo, { [POLICY]: RULES });
    await team.apply();
  });

  it('before a landing and at the tip must both allow', async () => {
    const { team } = estate;
    const pull = await estate.approved('between', declares('between', { limit: 90 }));
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    await setPolicy('tighter', RULES.replace('> 100', '> 80'));
    const refused = await team.apply();
    expect(refused.log).toMatch(/policy-denied/u);
    expect(await estate.role('between')).toBeNull();
    await setPolicy('as-before', RULES);
    await team.apply();
  });

  it('hold in a merge queue, too, where one ahead brings them', async () => {
    const { team } = estate;
    const tighter = await team.propose('queued-rules', { [POLICY]: RULES.replace('> 100', '> 80') });
    await team.planAndPublish(tighter);
    await estate.approve(tighter, { as: team.cleo });
    expect(await decision(tighter)).toBe('approved');
    const pull = await estate.approved('queued', declares('queued', { limit: 90 }));
    expect(await decision(pull)).toBe('approved');
    team.server.advanceClock(2);
    const [, above] = await team.repository.enqueue([tighter, pull], { method: 'squash' });
    if (above === undefined) throw new Error('two groups were meant');
    const { publish } = await team.checkGroup(above);
    expect(publish?.outputs).toMatchObject({ decision: 'refused' });
    expect(checksOf(team, above.headSha).approval?.summary).toContain('group-scopes-meet');
  });

  it('do not become wrong unnoticed', async () => {
    const { team } = estate;
    const pull = await team.propose('misspelt', { [POLICY]: RULES.replace('access.gains', 'access.gain') });
    await team.planAndPublish(pull);
    await estate.approve(pull, { as: team.cleo });
    expect(await decision(pull)).toBe('refused');
    const check = JSON.stringify(checksOf(team, pull.head.sha).plan);
    for (const said of ['unknown-field', 'policies/roles.yaml', 'There is no field']) expect(check).toContain(said);
  });
});
