import { plainAssessment } from '../support/assessments.ts';
import { readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { encodePlanFile } from '../../src/cli/plan-file.ts';
import { planDigest } from '../../src/core/digest.ts';
import { assessed, permission, policyText } from '../core/policy/world.ts';
import { runCli, type Tree } from '../support/cli.ts';
import { changeWith, planOf } from '../support/plans.ts';

const CONFIGURATION = `${readFileSync('test/fixtures/validate/countersign.yaml', 'utf8')}policies: [policies/]\n`;
const CASES = `  tests:
    - { name: is a, given: { change: { name: a } }, expect: [is-a] }
    - { name: is b, given: { change: { name: b } }, expect: [] }
`;
const SOUND = policyText(
  [{ name: 'is-a', when: "change.name == 'a'", effect: 'deny', message: '{change.name}!' }],
  'team',
  CASES,
);

function tree(files: Tree): Tree {
  return { '.github/countersign.yaml': CONFIGURATION, ...files };
}

/** What plan --out writes of changes with these names, of which `a` gains administration. */
function fileOf(...names: readonly string[]): string {
  const plan = planOf(names.map((name) => changeWith(name)));
  const gains = [permission('OWN', { power: 'administer' })];
  const changes = names.map((name) => assessed({ change: changeWith(name), gains: name === 'a' ? gains : [] }));
  return encodePlanFile(plan, planDigest(plan), plainAssessment({ changes }));
}

describe('policy test', () => {
  it('runs the cases of what the configuration names', async () => {
    const files = tree({ 'policies/a.yaml': SOUND, 'policies/README.md': '# About', 'other/b.yaml': '- no policy' });
    expect(await runCli(['policy', 'test'], files)).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 policy with 1 rule and 2 cases: all cases pass.\n',
    });
  });

  it('fails where a rule does not do what its case says', async () => {
    const files = tree({ 'policies/a.yaml': SOUND.replace("'a'", "'b'") });
    const { code, stdout } = await runCli(['policy', 'test'], files);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'policies/a.yaml:11:7: policy-test-failed: In the case "is a" the rule team/is-a should hold; its expression gives false. — Correct the rule or the case.',
      'policies/a.yaml:12:7: policy-test-failed: In the case "is b" the rule team/is-a should not hold; it holds. — Correct the rule or the case.',
      '',
    ]);
  });

  it('fails where a rule cannot tell, and where a policy is wrong', async () => {
    const failing = tree({ 'policies/a.yaml': SOUND.replace("change.name == 'a'", 'after.a') });
    expect((await runCli(['policy', 'test'], failing)).stdout).toContain('it cannot tell: field not found: a');
    const wrong = tree({ 'policies/a.yaml': SOUND.replace('change.name', 'change.nam') });
    const { code, stdout } = await runCli(['policy', 'test'], wrong);
    expect([code, stdout]).toEqual([1, expect.stringContaining('policies/a.yaml:7:20: unknown-field:')]);
  });

  it('does not say that all is well beside an error that no case shows', async () => {
    const broken = tree({ 'policies/a.yaml': SOUND, 'policies/b.yaml': policyText([{ when: 'change.nam' }], 'other') });
    const { code, stderr } = await runCli(['policy', 'test'], broken);
    expect([code, stderr]).toEqual([
      1,
      '2 policies with 1 rule and 2 cases: all cases pass, but what is wrong above was left out.\n',
    ]);
  });

  it('says which rules no case shows', async () => {
    const files = tree({ 'policies/a.yaml': policyText([{ name: 'alone' }]) });
    expect(await runCli(['policy', 'test'], files)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('policies/a.yaml:6:7: warning: rule-untested:'),
    });
  });

  it('needs policies, and what is to be done', async () => {
    expect((await runCli(['policy', 'test'], tree({}))).stderr).toContain('policies-missing');
    expect((await runCli(['policy', 'tets'], tree({}))).stderr).toContain('policy-question-missing');
    expect((await runCli(['policy', 'explain'], tree({}))).stderr).toContain('policy-question-missing');
    expect((await runCli(['policy', 'test', 'policies'], { 'policies/a.yaml': SOUND })).code).toBe(0);
    expect((await runCli(['policy', 'test'], { 'policies/a.yaml': SOUND })).stderr).toContain('configuration-missing');
  });
});

describe('policy explain', () => {
  const plan = planOf([changeWith('a'), changeWith('b')]);
  const file = fileOf('a', 'b');
  const rules = policyText([
    {
      name: 'own',
      when: "access.gains.exists(g, g.power == 'administer')",
      effect: '{ require: { of: owner, count: 2 } }',
      message: '{access.gains}',
    },
    { name: 'roles', match: '{ kinds: [PostgresRole] }', effect: 'deny' },
    { name: 'fails', when: "change.name == 'b' && after.x" },
  ]);

  it('says of every change which rules hold, which do not, and why', async () => {
    const files = tree({ 'policies/a.yaml': rules, 'plan.json': file });
    const { code, stdout } = await runCli(['policy', 'explain', 'plan.json'], files);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'memory/MemoryAccount/a',
      '  - team/fails (policies/a.yaml:15) its expression gives false',
      '  + team/own (policies/a.yaml:6) requires 2 of owner: OWN on r',
      '  - team/roles (policies/a.yaml:10) it is not about this change, by its kinds',
      'memory/MemoryAccount/b',
      '  ! team/fails (policies/a.yaml:15) it cannot tell: field not found: x',
      '  - team/own (policies/a.yaml:6) its expression gives false',
      '  - team/roles (policies/a.yaml:10) it is not about this change, by its kinds',
      '',
    ]);
  });

  it('takes no plan that somebody altered, and none without its assessment', async () => {
    const explain = async (text: string) =>
      (await runCli(['policy', 'explain', 'plan.json'], tree({ 'policies/a.yaml': rules, 'plan.json': text }))).stderr;
    expect(await explain(file.replace('MemoryAccount/b', 'MemoryAccount/c'))).toContain('digest-mismatch');
    expect(await explain(JSON.stringify(plan))).toContain('plan-malformed');
    expect(await explain(JSON.stringify({ plan, digest: planDigest(plan), assessment: { changes: [{}] } }))).toContain(
      'plan-malformed',
    );
    expect(await explain('{}')).toContain('plan-malformed');
  });
});

describe('policy controls', () => {
  const controls = async (rules: string, ...argv: readonly string[]) =>
    await runCli(
      ['policy', 'controls', 'plan.json', ...argv],
      tree({ 'policies/a.yaml': rules, 'plan.json': fileOf('a', 'b') }),
    );
  const served = policyText([
    { name: 'own', when: "change.name == 'a'", message: '{change.name} is it', controls: '[NHI5:2025]' },
    { name: 'roles', match: '{ kinds: [PostgresRole] }', controls: '[TEAM-1]' },
  ]);

  it('says what the plan shows of each control, and why', async () => {
    const { code, stdout } = await controls(served);
    expect(code).toBe(0);
    expect(stdout).toContain('fail: NHI5:2025 No more privileges than needed\n  team/own warns: a is it\n');
    expect(stdout).toContain(
      'not assessable: TEAM-1\n  The rules that serve it are about none of these changes.\n1 fail, 2 open, 1 pass, 18 not assessable.',
    );
  });

  it('is told to programs as its schema says', async () => {
    const { stdout } = await controls(served, '--format', 'json');
    const report: unknown = JSON.parse(stdout);
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    const isValid = ajv.validate(JSON.parse(readFileSync('schemas/Controls.json', 'utf8')) as object, report);
    expect([isValid, ajv.errors]).toEqual([true, null]);
    expect(report).toMatchObject({ formatVersion: '1', digest: expect.stringMatching(/^sha256:/u) });
  });

  it('needs sound policies', async () => {
    expect(await controls(served.replace('change.name', 'change.nam'))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('unknown-field'),
    });
  });
});

describe('validate', () => {
  it('checks policies with everything else', async () => {
    const files = tree({ 'policies/a.yaml': SOUND, 'policies/b.yaml': '- a' });
    expect(await runCli(['validate'], files)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('policies/b.yaml:1:1: not-a-policy'),
      stderr: '1 sound document, 1 error.\n',
    });
  });

  it('and among files that are named', async () => {
    const files = tree({ 'policies/a.yaml': SOUND, 'policies/b.yaml': '- a' });
    expect(await runCli(['validate', 'policies/a.yaml'], files)).toMatchObject({ code: 0, stdout: '' });
  });

  it('an exception is judged beside all rules, whatever files are named, and by the day', async () => {
    const spec = "  rule: team/is-a\n  addresses: ['*']\n  reason: So.\n  owner: '@ana'\n";
    const exception = (until: string) =>
      `apiVersion: countersign.dev/v1\nkind: Exception\nmetadata: { name: one }\nspec:\n${spec}  until: ${until}\n`;
    const named = async (text: string) => {
      const files = tree({ 'policies/a.yaml': SOUND, 'policies/b.yaml': text });
      const whole = await runCli(['validate'], files);
      const alone = await runCli(['validate', 'policies/b.yaml'], files);
      expect([alone.code, alone.stdout]).toEqual([whole.code, whole.stdout]);
      expect((await runCli(['validate', 'policies/a.yaml'], files)).stdout).toBe('');
      return alone;
    };
    expect(await named(exception('2027-01-01'))).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^1 sound/u),
    });
    expect((await named(exception('2026-12-31'))).stdout).toContain('policies/b.yaml:9:10: warning: exception-expired');
    expect((await named(exception('2027-04-02'))).stdout).toMatch(
      /^policies\/b\.yaml:9:10: exception-too-long: .* — Write 2027-04-01 or an earlier day; /u,
    );
    expect((await named(exception('2027-01-31').replace('is-a', 'is-b'))).stdout).toContain(
      'policies/b.yaml:5:9: exception-rule-unknown',
    );
  });

  it('a link among policies is no policy', async () => {
    const files = tree({ 'policies/a.yaml': SOUND, 'policies/b.yaml': { kind: 'symlink' } });
    expect(await runCli(['validate'], files)).toMatchObject({ code: 1, stdout: expect.stringContaining('symlink') });
  });
});
