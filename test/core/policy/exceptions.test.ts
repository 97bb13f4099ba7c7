import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/core/policy/exception.ts';
import { explanationOf } from '../../../src/core/policy/index.ts';
import { POLICY_LIMITS } from '../../../src/core/policy/limits.ts';
import { newlyWrong, NO_POLICIES } from '../../../src/core/policy/set.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, judged, loaded, NOW, policySet, policyText } from './world.ts';
import { both, codes, DENIES, exceptionText } from './exception-world.ts';

describe('an exception that counts', () => {
  it('names the same identities, however risky each is today, so that no plan is published anew for it', () => {
    const changes = Array.from({ length: POLICY_LIMITS.addresses + 5 }, (_item, index) => changeWith(`a${index}`));
    const set = policySet(DENIES, exceptionText({ addresses: "['*/a*']" }));
    const notes = (risky: number) => {
      const assessments = changes.map((change, index) => ({
        ...assessed({ change }),
        risk: { level: index === risky ? ('high' as const) : ('low' as const), reasons: [] },
      }));
      return set.judge({ plan: planOf(changes), changes: assessments, access: [], now: NOW, pull: null }).exceptions;
    };
    expect(notes(changes.length - 1)).toEqual(notes(0));
  });

  it.each(['deny', 'warn', '{ require: { of: security } }'])('lifts what a rule says with %s', (effect) => {
    const rule = policyText([{ effect, message: '{change.name}!' }]);
    const without = judged([rule], both);
    const { requirements, findings, exceptions } = judged([rule, exceptionText()], both);
    expect(findings).toEqual(without.findings.filter(({ address }) => address === 'memory/MemoryAccount/b'));
    expect(requirements.map(({ reason }) => reason)).toEqual(without.requirements.map(() => 'b! [policies/0.yaml:6]'));
    expect(exceptions).toEqual([
      {
        code: 'exception-used',
        name: 'one',
        rule: 'team/rule',
        addresses: ['memory/MemoryAccount/a'],
        more: 0,
        until: '2026-06-30',
        daysLeft: 29,
        owner: 'owner',
        reason: 'It moves.',
        location: { path: 'policies/1.yaml', line: 3, column: 19 },
      },
    ]);
  });

  it('may stand in one file with its rule, and with others', () => {
    const text = [DENIES, exceptionText(), exceptionText({ name: 'two', addresses: "['*/b']" })].join('---\n');
    expect(judged([text], both)).toMatchObject({ findings: [], requirements: [] });
  });

  it('is about its rule alone', () => {
    const rules = policyText([{ effect: 'deny' }, { name: 'other', effect: 'deny' }]);
    const { findings } = judged([rules, exceptionText({ addresses: "['*']" })], both);
    expect(findings.map(({ code, address }) => `${code} ${address}`)).toEqual([
      'team/other memory/MemoryAccount/a',
      'team/other memory/MemoryAccount/b',
    ]);
  });

  it.each([['after.superuser'], ['1 + 1']])('does not lift what nobody can tell: %s', (when) => {
    const rule = policyText([{ when, effect: 'deny' }]);
    const texts = [rule, exceptionText({ addresses: "['*']" })];
    expect(judged(texts, both).findings).toEqual(judged([rule], both).findings);
    expect(codes(judged(texts, both))).toEqual([]);
    expect(codes(judged([rule, exceptionText()], both))).toEqual([]);
  });

  it('of several that lift the same, the first is named in explain', () => {
    const policies = loaded(DENIES, exceptionText({ name: 'one' }), exceptionText({ name: 'two' }));
    const change = changeWith('a');
    const situation = { plan: planOf([change]), changes: [assessed({ change })], access: [], now: NOW, pull: null };
    expect(explanationOf(policies, situation).join()).toContain('by the exception one (');
  });

  it('does not lift what is wrong with policies', () => {
    const texts = [DENIES, policyText([{ when: 'chang' }], 'wrong'), exceptionText({ addresses: "['*']" })];
    expect(judged(texts, both).findings).toMatchObject([{ code: 'policy-invalid', effect: 'deny' }]);
  });

  it('names so many identities, and how many more', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ change: changeWith(`n${index}`) }));
    const { exceptions } = judged([DENIES, exceptionText({ addresses: "['*']" })], many);
    expect(exceptions).toMatchObject([{ more: 30 - POLICY_LIMITS.addresses }]);
  });
});

describe('the last day', () => {
  const at = (until: string, now: string) => {
    const judgement = judged([DENIES, exceptionText({ until, addresses: "['*/a']" })], [{ change: changeWith('a') }], {
      now,
    });
    return [judgement.findings.length, ...codes(judgement)];
  };

  it.each([
    ['the whole of it counts', '2026-06-30', '2026-06-30T23:59:59Z', [0, 'exception-used one 0']],
    ['with it, it ends', '2026-06-30', '2026-07-01T00:00:00Z', [1, 'exception-expired one -1']],
    ['by UTC, wherever somebody is', '2026-06-30', '2026-07-01T01:30:00+02:00', [0, 'exception-used one 0']],
    ['at most 90 days ahead', '2026-06-30', '2026-04-01T00:00:00Z', [0, 'exception-used one 90']],
    ['and not more', '2026-06-30', '2026-03-31T23:59:59Z', [1, 'exception-too-long one 91']],
  ])('%s', (_what, until, now, expected) => {
    expect(at(until, now)).toEqual(expected);
  });

  it('at a time that is none it does not count', () => {
    expect(standingOf({ until: '2026-06-30' }, 'soon').kind).toBe('expired');
  });
});

describe('an exception that does nothing', () => {
  it('is said to be unused where it is about a change and its rule does not hold', () => {
    const rule = policyText([{ when: "change.name == 'b'", effect: 'deny' }]);
    const judgement = judged([rule, exceptionText()], both);
    expect(codes(judgement)).toEqual(['exception-unused one 29']);
    expect(judgement.findings).toHaveLength(1);
  });

  it('is not mentioned where it is about no change, or has ended and would not have counted', () => {
    expect(judged([DENIES, exceptionText({ addresses: "['*/z']" })], both).exceptions).toEqual([]);
    const rule = policyText([{ when: 'false' }]);
    expect(judged([rule, exceptionText({ until: '2026-05-31' })], both).exceptions).toEqual([]);
  });
});

describe('an exception that is wrong does not count, and stops nothing', () => {
  it.each([
    ['a rule that there is not', exceptionText({ rule: 'team/rul' }), 'exception-rule-unknown'],
    ['an owner who is nobody', exceptionText({ owner: 'nobody' }), 'unknown-people'],
    ['a day that is none', exceptionText({ until: '2026-02-30' }), 'wrong-format'],
    ['no reason', exceptionText().replace('  reason: It moves.\n', ''), 'missing-key'],
    ['more than one rule', exceptionText({ rule: "'team/*'" }), 'wrong-format'],
    ['a key that there is not', `${exceptionText()}  effect: allow\n`, 'unknown-key'],
    ['a secret', exceptionText().replace('It moves.', `AKIA${'ABCDEFGH2345WXYZ'}`), 'secret-in-document'],
  ])('%s', (_what, text, code) => {
    const { exceptions, diagnostics } = loaded(DENIES, text);
    expect([exceptions.exceptions, diagnostics]).toEqual([[], []]);
    expect(exceptions.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    const judgement = judged([DENIES, text], both);
    expect(judgement.findings).toEqual(judged([DENIES], both).findings);
    expect(judgement.exceptions).toMatchObject([
      { code: 'exception-invalid', message: expect.stringContaining(code), location: { path: 'policies/1.yaml' } },
    ]);
  });

  it('the first is told, and how many more there are', () => {
    const told = (...names: readonly string[]) => {
      const texts = names.map((name) => exceptionText({ name, rule: `team/${name}` }));
      return judged([DENIES, ...texts], both).exceptions.map((note) => ('message' in note ? note.message : note.code));
    };
    const [alone = ''] = told('x');
    expect(told('x', 'y')).toEqual([`${alone} (and 1 more)`]);
    expect(told('x', 'y', 'z')).toEqual([`${alone} (and 2 more)`]);
  });

  it('is not told to go where its rule may stand in a policy that is wrong', () => {
    const wrong = policyText([{ when: 'chang', effect: 'deny' }]);
    const [diagnostic] = loaded(wrong, exceptionText()).exceptions.diagnostics;
    expect(diagnostic).toMatchObject({
      code: 'exception-rule-unknown',
      mend: expect.stringMatching(/^Mend the policies first/u),
    });
  });

  it('a day that is none is told once what it should be', () => {
    const [diagnostic] = loaded(DENIES, exceptionText({ until: '2026-02-30' })).exceptions.diagnostics;
    expect(diagnostic?.mend.match(/2027-03-31/gu)).toHaveLength(1);
  });

  it('of two of one name the first counts', () => {
    const texts = [DENIES, exceptionText(), exceptionText({ addresses: "['*/b']" })];
    expect(loaded(...texts).exceptions.diagnostics).toMatchObject([
      { code: 'duplicate-exception', location: { path: 'policies/2.yaml' }, related: [{ path: 'policies/1.yaml' }] },
    ]);
    expect(judged(texts, both).findings.map(({ address }) => address)).toEqual(['memory/MemoryAccount/b']);
  });

  it('so do those beyond what is looked at', () => {
    const many = Array.from({ length: POLICY_LIMITS.exceptions + 1 }, (_, index) =>
      exceptionText({ name: `n${index}` }),
    ).join('---\n');
    const { exceptions, diagnostics } = loaded(DENIES, many).exceptions;
    expect([exceptions.length, diagnostics.map(({ code }) => code)]).toEqual([
      POLICY_LIMITS.exceptions,
      ['too-many-exceptions'],
    ]);
  });
});

describe('what a pull request would bring', () => {
  const set = (...texts: readonly string[]) => policySet(DENIES, ...texts);
  const brought = (before: string, after: string) =>
    newlyWrong(set(before), set(after), NOW).map(({ code, severity }) => `${code} ${severity}`);

  it('may not end too far ahead, or be wrong; one that ended already is a warning', () => {
    expect(newlyWrong(NO_POLICIES, set(exceptionText()), NOW)).toEqual([]);
    expect(brought(exceptionText(), exceptionText({ until: '2026-09-30' }))).toEqual(['exception-too-long error']);
    expect(brought(exceptionText(), exceptionText({ until: '2026-05-01' }))).toEqual(['exception-expired warning']);
    expect(brought(exceptionText(), exceptionText({ rule: 'team/other' }))).toEqual(['exception-rule-unknown error']);
  });

  it('what stands there already is not its fault', () => {
    const old = exceptionText({ until: '2026-05-01' });
    expect(brought(old, `# Edited\n${old}`)).toEqual([]);
  });
});

it('explain shows what is lifted', () => {
  const changes = both.map(({ change }) => change);
  const situation = { plan: planOf(changes), changes: both.map(assessed), access: [], now: NOW, pull: null };
  expect(explanationOf(loaded(DENIES, exceptionText()), situation)).toEqual([
    'memory/MemoryAccount/a',
    '  + team/rule (policies/0.yaml:6) deny: a!; lifted until 2026-06-30 by the exception one (policies/1.yaml:3)',
    'memory/MemoryAccount/b',
    '  + team/rule (policies/0.yaml:6) deny: b!',
  ]);
});
