import { describe, expect, it } from 'vitest';
import { loaded, policyText } from './world.ts';

function problems(...texts: readonly string[]): readonly string[] {
  return loaded(...texts).diagnostics.map(
    ({ code, location }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}

const HEAD = 'apiVersion: countersign.dev/v1\nkind: Policy\nmetadata: { name: team }\nspec:\n';

describe('everything that is wrong is said at once, at its place', () => {
  it('a sound document has nothing', () => {
    const { rules, policies, diagnostics } = loaded(policyText([{ name: 'b' }, { name: 'a' }]));
    expect([rules.map(({ id }) => id), policies, diagnostics]).toEqual([['team/a', 'team/b'], 1, []]);
  });

  it('within an expression, however it is written', () => {
    const rule = (name: string, when: string) =>
      `    - name: ${name}\n      when: ${when}\n      effect: warn\n      message: m\n`;
    const text = `${HEAD}  rules:\n${[
      rule('plain', "change.nam == 'a'"),
      rule('single', '\'change.nam == "a"\''),
      rule('double', '"change.nam == 1"'),
      rule('folded', '>-\n        true\n        && change.nam == 1'),
      rule('literal', '|\n        true\n          && change.nam == 1'),
      rule('lines', 'true\n        && change.nam == 1'),
      rule('escape', '"\\x63hange.nam == 1"'),
    ].join('')}`;
    expect(problems(text)).toEqual([
      'policies/0.yaml:7:19 unknown-field',
      'policies/0.yaml:11:20 unknown-field',
      'policies/0.yaml:15:20 unknown-field',
      'policies/0.yaml:21:18 unknown-field',
      'policies/0.yaml:27:20 unknown-field',
      'policies/0.yaml:32:18 unknown-field',
      'policies/0.yaml:36:13 unknown-field',
    ]);
  });

  it('of every rule and of every sort', () => {
    const text = policyText([
      { name: 'a', when: '1 +', message: '{nothing}' },
      { name: 'a', effect: '{ require: { of: securty } }' },
    ]);
    expect(problems(text)).toEqual([
      'policies/0.yaml:7:16 bad-expression',
      'policies/0.yaml:9:16 bad-message',
      'policies/0.yaml:10:13 duplicate-rule',
      'policies/0.yaml:12:32 unknown-people',
    ]);
  });

  it.each([
    ['a key that there is not', policyText([{}]).replace('effect:', 'efect: 1\n      effect:'), 'unknown-key'],
    ['an effect that there is not', policyText([{ effect: 'allow' }]), 'no-form-fits'],
    ['a name that is none', policyText([{ name: 'Two Words' }]), 'wrong-format'],
    ['too many approvals', policyText([{ effect: '{ require: { of: owner, count: 11 } }' }]), 'out-of-bounds'],
    [
      'a control that is none',
      policyText([{}], 'team').replace('when:', "controls: ['<b>']\n      when:"),
      'wrong-format',
    ],
    ['an action that there is not', policyText([{ match: '{ actions: [remove] }' }]), 'wrong-value'],
    ['no policy at all', 'apiVersion: v1\nkind: ConfigMap\n', 'not-a-policy'],
    ['a list', '- a\n', 'not-a-policy'],
    ['another version', policyText([{}]).replace('dev/v1', 'dev/v9'), 'wrong-value'],
    ['an anchor', policyText([{}]).replace('effect: ', 'effect: &a '), 'yaml-alias'],
    ['a secret', policyText([{ message: `AKIA${'ABCDEFGH2345WXYZ'}` }]), 'secret-in-document'],
  ])('%s', (_what, text, code) => {
    expect(loaded(text).diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(loaded(text).rules).toEqual([]);
  });

  it('two policies of one name', () => {
    expect(problems(policyText([{}]), policyText([{ name: 'other' }]))).toEqual([
      'policies/1.yaml:3:19 duplicate-policy',
    ]);
  });

  it('more rules than are judged by', () => {
    const rules = (from: number) => Array.from({ length: 101 }, (_, index) => ({ name: `r${from + index}` }));
    expect(problems(policyText(rules(0)), policyText(rules(200), 'other'))).toMatchObject([
      expect.stringContaining('too-many-rules'),
    ]);
  });

  it('a case that expects what there is not', () => {
    const text = policyText([{ name: 'a' }], 'team', '  tests:\n    - { name: c, given: {}, expect: [a, b] }\n');
    expect(problems(text)).toEqual(['policies/0.yaml:11:41 unknown-rule']);
  });
});

it('files are named by their bytes and paths', () => {
  const [one, other] = [policyText([{}]), policyText([{}], 'other')];
  expect(loaded(one).hash).toBe(loaded(one).hash);
  expect(loaded(one).hash).not.toBe(loaded(`${one}\n`).hash);
  expect(loaded(one, other).hash).not.toBe(loaded(other, one).hash);
});

describe('controls of which no plan shows anything', () => {
  const excused = (entries: string) => loaded(policyText([{}], 'team', `  notAssessable: [${entries}]\n`));

  it('are named with the reason', () => {
    const { notAssessable, diagnostics } = excused('{ control: "NHI6:2025", reason: Nobody looks there. }');
    expect([notAssessable, diagnostics]).toEqual([
      [{ policy: 'team', control: 'NHI6:2025', reason: 'Nobody looks there.' }],
      [],
    ]);
  });

  it.each([
    '{ control: a }',
    '{ control: "<b>", reason: r }',
    '{ control: a, reason: "" }',
    '{ control: a, reason: r, x: 1 }',
  ])('%s is none', (entry) => expect(excused(entry).diagnostics).toHaveLength(1));
});
