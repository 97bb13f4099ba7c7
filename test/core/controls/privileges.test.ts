import { describe, expect, it } from 'vitest';
import { policySetOf } from '../../../src/core/policy/index.ts';
import { judgeBy } from '../../../src/core/policy.ts';
import { CONFIGURATION, loaded, NOW, policyText, type RuleText } from '../policy/world.ts';
import { ANA, approvedBy, BEN, changes, plan, reported, REST, type Reported } from './world.ts';

describe('a control about privileges, which nothing but the silence of rules supports beside a critical risk', () => {
  const critical = changes.map((one) =>
    one.address.endsWith('/a')
      ? {
          ...one,
          risk: {
            level: 'critical' as const,
            reasons: [
              { code: 'gains-administration', level: 'critical' as const, message: 'It gains OWN.' },
              { code: 'widens-access', level: 'medium' as const, message: 'It gains.' },
            ],
          },
        }
      : one,
  );
  const beside = (rules: readonly RuleText[], people: Parameters<typeof reported>[1] = [ANA, BEN]): Reported => {
    const policySet = policySetOf(loaded(policyText(rules, 'team', REST)), CONFIGURATION);
    const said = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, critical, []);
    const assessment = { complete: true, applyable: true, changes: critical, ...said };
    return reported(rules, people, { assessment });
  };
  const silent = { when: 'false', controls: '[NHI5:2025, PR.AA-05, AC-6, NHI8:2025]' };

  it.each(['NHI5:2025', 'PR.AA-05', 'AC-6'])('%s is not said to pass', (control) => {
    expect(beside([silent])(control)).toEqual([
      'not-assessable',
      [
        'No rule that serves it says anything of what is critical: memory/MemoryAccount/a (gains-administration).',
        'team/rule was evaluated for 2 changes and does not hold.',
      ],
    ]);
  });

  it('says so of no control about anything else', () => {
    expect(beside([silent])('NHI8:2025')[0]).toBe('pass');
  });

  it('is open and passes by the people whom a rule asks for', () => {
    const asks = { name: 'two', effect: '{ require: { of: security, count: 2 } }', controls: '[NHI5:2025]' };
    expect(beside([silent, asks], [ANA])('NHI5:2025')[0]).toBe('open');
    const policySet = policySetOf(loaded(policyText([asks], 'team', REST)), CONFIGURATION);
    const said = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, critical, []);
    const assessment = { complete: true, applyable: true, changes: critical, ...said };
    const approval = approvedBy(said.requirements, ANA, BEN);
    expect(reported([silent, asks], [ANA, BEN], { assessment, approval })('NHI5:2025')[0]).toBe('pass');
  });

  it('fails where a rule denies', () => {
    expect(beside([{ effect: 'deny', controls: '[NHI5:2025]' }])('NHI5:2025')[0]).toBe('fail');
  });
});
