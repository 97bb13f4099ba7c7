import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { POLICY_LIMITS } from '../../../src/core/policy/limits.ts';
import { newlyWrong, NO_POLICIES } from '../../../src/core/policy/set.ts';
import { changeWith } from '../../support/plans.ts';
import { judged, loaded, NOW, permission, policyText, type RuleText } from './world.ts';

const administers = { change: changeWith('a'), gains: [permission('OWN', { power: 'administer' })] };
const reads = { change: changeWith('b'), gains: [permission('READ')] };
const ADMINISTERS = "access.gains.exists(gain, gain.power == 'administer')";

describe('a rule that holds', () => {
  it.each(['deny', 'warn'])('%s is a finding of that change, with the rule, its place and the values', (effect) => {
    const text = policyText([
      { name: 'own', when: ADMINISTERS, effect, message: '{change.name} gains {access.gains}' },
    ]);
    expect(judged([text], [administers, reads])).toEqual({
      requirements: [],
      exceptions: [],
      findings: [
        {
          code: 'team/own',
          effect,
          address: 'memory/MemoryAccount/a',
          message: 'a gains OWN on r',
          rule: { location: { path: 'policies/0.yaml', line: 6, column: 7 }, comply: null, controls: [] },
        },
      ],
    });
  });

  it.each([
    ['anyone', { of: 'anyone', people: null }],
    ['owner', { of: 'owner', people: ['olga'] }],
    ['security', { of: 'security', people: ['sid', 'sue'] }],
    ['@finn', { of: 'finn', people: ['finn'] }],
    ['@acme/security', { of: '@acme/security', people: ['@acme/security'] }],
  ])('asks %s', (of, expected) => {
    const effect = `{ require: { of: '${of}', count: 2, distinct: true, confirm: true } }`;
    const text = policyText([{ name: 'ask', when: ADMINISTERS, effect, message: '{change.name} administers.' }]);
    const { requirements, findings } = judged([text], [administers, reads]);
    expect(findings).toEqual([]);
    expect(requirements).toEqual([
      {
        code: 'team/ask',
        ...expected,
        count: 2,
        distinct: true,
        confirm: true,
        reason: 'a administers. [policies/0.yaml:6]',
      },
    ]);
  });

  it('asks the owners before and after', () => {
    const metadata = (owner: string) => ({
      owner,
      purpose: null,
      expires: null,
      consumers: [],
      dependsOn: [],
      adopts: null,
    });
    const change = changeWith('a', { metadata: { before: metadata('owner'), after: metadata('security') } });
    const { requirements } = judged([policyText([{ effect: '{ require: { of: owner } }' }])], [{ change }]);
    expect(requirements.map(({ of }) => of)).toEqual(['owner', 'security']);
  });

  it('is one requirement for all changes of which it holds', () => {
    const text = policyText([{ effect: '{ require: { of: security } }', message: '{change.name}!' }]);
    const changes = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ change: changeWith(name) }));
    expect(judged([text], changes).requirements.map(({ reason }) => reason)).toEqual([
      'a! (also memory/MemoryAccount/b, memory/MemoryAccount/c, memory/MemoryAccount/d and 2 more) [policies/0.yaml:6]',
    ]);
  });

  it('is said of so many changes one by one, and of the others together', () => {
    const changes = Array.from({ length: 70 }, (_, index) => ({ change: changeWith(`n${index}`) }));
    const { findings } = judged([policyText([{ effect: 'deny' }])], changes);
    expect(findings).toHaveLength(POLICY_LIMITS.findings + 1);
    expect(findings.at(-1)).toMatchObject({
      effect: 'deny',
      address: null,
      message: expect.stringContaining('20 more'),
    });
  });
});

it('messages are made where they are read alone, and no longer than they may be', () => {
  let reads = 0;
  const note = {
    get note() {
      reads += 1;
      return 'n'.repeat(1000);
    },
  };
  const changes = Array.from({ length: 300 }, (_, index) => ({ change: changeWith(`n${index}`, { after: note }) }));
  const { findings } = judged([policyText([{ when: 'true', message: '{after.note}'.repeat(30) }])], changes);
  expect(Math.max(...findings.map(({ message }) => message.length))).toBe(POLICY_LIMITS.message);
  // Once for the facts of each change, and in messages as often as there is room.
  expect(reads).toBeLessThan(changes.length + 10 * POLICY_LIMITS.findings);
});

describe('a rule is about what it matches', () => {
  it.each([
    ['{ kinds: [MemoryAccount] }', true],
    ['{ kinds: [PostgresRole] }', false],
    ['{ actions: [create, update] }', true],
    ['{ actions: [delete] }', false],
    ["{ sources: ['mem*'] }", true],
    ["{ sources: ['mem'] }", false],
    ["{ addresses: ['*/a'] }", true],
    ["{ addresses: ['memory/*/b', 'x'] }", false],
    ["{ kinds: [MemoryAccount], addresses: ['*/b'] }", false],
  ])('%s', (match, holds) => {
    const { findings } = judged([policyText([{ match }])], [{ change: changeWith('a') }]);
    expect(findings.length > 0).toBe(holds);
  });
});

describe('nothing passes unjudged', () => {
  it('a rule that cannot tell denies, whatever its effect, and names change and cause', () => {
    for (const effect of ['deny', 'warn', '{ require: { of: owner } }']) {
      const { findings } = judged([policyText([{ name: 'own', when: 'after.superuser', effect }])], [administers]);
      expect(findings).toMatchObject([
        {
          code: 'policy-failed',
          effect: 'deny',
          address: 'memory/MemoryAccount/a',
          message: 'The rule team/own cannot tell: field not found: superuser.',
        },
      ]);
    }
  });

  it('so does one that gives neither true nor false', () => {
    expect(judged([policyText([{ when: '1 + 1' }])], [administers]).findings).toMatchObject([
      { code: 'policy-failed' },
    ]);
  });

  it('so does one that takes too much work', () => {
    const gains = Array.from({ length: 3000 }, (_, index) => permission(`A${index}`));
    const text = policyText([{ when: 'access.gains.all(a, access.gains.all(b, true))' }]);
    expect(judged([text], [{ change: changeWith('a'), gains }]).findings).toMatchObject([
      { code: 'policy-too-costly', effect: 'deny', address: 'memory/MemoryAccount/a' },
    ]);
  });

  it('and so do all of them together', () => {
    const gains = Array.from({ length: 900 }, (_, index) => permission(`A${index}`));
    const rules = Array.from({ length: 20 }, (_, index) => ({
      name: `rule-${index}`,
      when: 'access.gains.all(a, access.gains.all(b, true))',
    }));
    const { findings } = judged([policyText(rules)], [{ change: changeWith('a'), gains }]);
    expect(findings).toMatchObject([{ code: 'policy-too-costly', effect: 'deny', address: null }]);
  });

  it('and so does a match that names too much', () => {
    const match = `{ addresses: [${Array.from({ length: 100 }, (_, index) => `'*${'x*'.repeat(200)}${index}'`).join()}] }`;
    const rules = Array.from({ length: 10 }, (_, index) => ({ name: `rule-${index}`, match }));
    const many = Array.from({ length: 2000 }, (_, index) => ({ change: changeWith(`n${index}`) }));
    expect(judged([policyText(rules)], many).findings).toMatchObject([{ code: 'policy-too-costly', effect: 'deny' }]);
  });

  it('policies of which one is wrong deny every plan that changes an identity', () => {
    const texts = [policyText([{}]), policyText([{ when: 'chang.name' }], 'other')];
    expect(judged(texts, [administers])).toMatchObject({
      requirements: [],
      findings: [
        {
          code: 'policy-invalid',
          effect: 'deny',
          address: null,
          message: expect.stringContaining('policies/1.yaml:7'),
        },
      ],
    });
    const governance = [{ path: 'policies/1.yaml', base: null, head: null }];
    expect(judged(texts, [], { governance })).toEqual({ requirements: [], findings: [], exceptions: [] });
  });

  it('a date that is none cannot be told', () => {
    const metadata = { owner: null, purpose: null, expires: 'soon', consumers: [], dependsOn: [], adopts: null };
    const change = changeWith('a', { metadata: { before: null, after: metadata } });
    expect(judged([policyText([{ when: 'false' }])], [{ change }]).findings).toMatchObject([{ code: 'policy-failed' }]);
  });
});

const RULES: readonly RuleText[] = [
  { name: 'own', when: ADMINISTERS, effect: 'deny', message: '{change.address}' },
  { name: 'note', when: "has(after.note) && after.note == 'new'", effect: 'warn' },
  { name: 'ask', when: 'size(access.gains) > 0', effect: '{ require: { of: security, count: 2 } }' },
  { name: 'mine', when: "change.name < 'n'", effect: '{ require: { of: owner, confirm: true } }' },
  { name: 'broken', when: 'after.nothing == 1', effect: 'warn' },
];
const changes = fc.uniqueArray(fc.constantFrom('a', 'b', 'm', 'x', 'z'), { minLength: 1 }).chain((names) =>
  fc.tuple(
    ...names.toSorted().map((name) =>
      fc.record({
        change: fc.constant(changeWith(name)),
        gains: fc.subarray([permission('READ'), permission('OWN', { power: 'administer' })]),
      }),
    ),
  ),
);

describe('for all policies', () => {
  test('neither the order of files nor that of rules matters', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...RULES]), changes, (rules, given) => {
        const texts = rules.map((rule) => policyText([rule], `policy-${rule.name}`));
        const without = (texts_: readonly string[]) =>
          JSON.stringify(judged(texts_, given)).replaceAll(/policies\/\d+\.yaml/gu, 'file');
        expect(without(texts.toReversed())).toBe(without(texts));
        const lines = (ordered: readonly RuleText[]) =>
          JSON.stringify(judged([policyText(ordered)], given)).replaceAll(/:\d+\]|"line":\d+/gu, '');
        expect(lines(rules.toReversed())).toBe(lines(rules));
      }),
      { numRuns: 50 },
    );
  });

  test('a plan is judged and not edited', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const before = structuredClone(given);
        judged([policyText(RULES)], given);
        expect(given).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test('one more rule takes nothing away from what the others say', () => {
    fc.assert(
      fc.property(fc.subarray([...RULES]), fc.constantFrom(...RULES), changes, (rules, more, given) => {
        const fewer = rules.filter(({ name }) => name !== more.name);
        const texts = fewer.map((rule) => policyText([rule], `policy-${rule.name}`));
        const less = judged(texts, given);
        const all = judged([...texts, policyText([more], `policy-${more.name}`)], given);
        expect(all.requirements).toEqual(expect.arrayContaining([...less.requirements]));
        expect(all.findings).toEqual(expect.arrayContaining([...less.findings]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is wrong with policies', () => {
  const wrong = (...texts: readonly string[]) => ({ ...NO_POLICIES, diagnostics: loaded(...texts).diagnostics });

  it('is new where it was not there before, wherever it stands now', () => {
    const [old, more] = [policyText([{ when: 'chang' }]), policyText([{ when: 'pla' }], 'other')];
    expect(newlyWrong(wrong(old), wrong(`# moved\n${old}`, more), NOW).map(({ location }) => location?.path)).toEqual([
      'policies/1.yaml',
    ]);
    expect(newlyWrong(wrong(old), wrong(policyText([{}])), NOW)).toEqual([]);
  });

  it('is not new where a part of it is mended', () => {
    const one = policyText([{}]);
    expect(newlyWrong(wrong(one, one), wrong(`# moved\n${one}`, one), NOW)).toEqual([]);
    const rules = (count: number) =>
      policyText(Array.from({ length: count }, (_, index) => ({ name: `rule-${index}` })));
    const more = policyText([{}, { name: 'other' }], 'more');
    expect(newlyWrong(wrong(rules(200), more), wrong(rules(199), more), NOW)).toEqual([]);
  });
});
