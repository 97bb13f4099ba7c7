import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/assessment.ts';
import type { Decision } from '../../../src/core/approval/facts.ts';
import { CONTROLS } from '../../../src/core/controls/catalogue.ts';
import { controlsReport } from '../../../src/core/controls/report.ts';
import { policySetOf } from '../../../src/core/policy/index.ts';
import { NO_COVERAGE } from '../../../src/core/policy/coverage.ts';
import { judgeBy } from '../../../src/core/policy.ts';
import { someHash } from '../../support/memory-ledger.ts';
import { planOf } from '../../support/plans.ts';
import { CONFIGURATION, loaded, NOW, policyText, type RuleText } from '../policy/world.ts';
import { ANA, approvedBy, BEN, changes, digest, plan, reported, REST, type Reported } from './world.ts';

describe('a control that rules serve', () => {
  const serving = (rule: RuleText): Reported => reported([{ ...rule, controls: '[NHI5:2025, TEAM-1]' }], [ANA, BEN]);

  it('passes where one was evaluated for a change and none holds', () => {
    expect(serving({ when: 'false' })('NHI5:2025')).toEqual([
      'pass',
      ['team/rule was evaluated for 2 changes and does not hold.'],
    ]);
    expect(serving({ when: 'false', match: '{ addresses: ["*/a"] }' })('TEAM-1')).toEqual([
      'pass',
      ['team/rule was evaluated for 1 change and does not hold.'],
    ]);
  });

  it.each(['warn', 'deny'])('fails where one holds with the effect %s', (effect) => {
    const [status, evidence] = serving({ when: "change.name == 'a'", effect, message: 'It is {change.name}' })(
      'NHI5:2025',
    );
    expect([status, evidence]).toEqual(['fail', [`team/rule ${effect === 'deny' ? 'denies' : 'warns'}: It is a`]]);
  });

  it('fails where nobody can tell, and does not count as evaluated besides', () => {
    expect(serving({ when: 'after.nothing' })('NHI5:2025')).toEqual([
      'fail',
      [expect.stringContaining('policy-failed denies'), expect.stringContaining('policy-failed denies')],
    ]);
  });

  it('is not assessable where they are about no change', () => {
    expect(serving({ match: '{ kinds: [PostgresRole] }', effect: 'deny' })('NHI5:2025')).toEqual([
      'not-assessable',
      ['The rules that serve it are about none of these changes.'],
    ]);
  });

  it('is open until those whom one asks for have approved', () => {
    const rule = { name: 'two', effect: '{ require: { of: security, count: 2 } }', controls: '[NHI5:2025]' };
    expect(reported([rule], [ANA])('NHI5:2025')).toEqual(['open', ['team/two asks for 2 of security.']]);
    expect(reported([rule], null)('NHI5:2025')[0]).toBe('open');
    expect(reported([rule], [ANA, BEN])('NHI5:2025')).toEqual([
      'pass',
      ['team/two asks for 2 of security, who approved.'],
    ]);
  });

  it('is open until one way of a choice is met, and says who approved by that one alone', () => {
    const effect = '{ require: { anyOf: [{ of: security }, { of: olga }] } }';
    const rule = { name: 'either', effect, controls: '[NHI5:2025]' };
    expect(reported([rule], null)('NHI5:2025')).toEqual([
      'open',
      ['team/either asks for 1 of security, or 1 of olga.'],
    ]);
    const texts = [policyText([rule], 'team', REST)];
    const judged = judgeBy({ ...CONFIGURATION, policySet: policySetOf(loaded(...texts), CONFIGURATION) }, NOW, null);
    const { requirements } = judged(plan, changes, []);
    const whole = approvedBy(requirements, ANA);
    const states = whole.requirements.map((state) =>
      state.requirement.of === 'olga' ? { ...state, satisfiedBy: [], missing: 0, spared: true as const } : state,
    );
    const report = reported([rule], [ANA], { approval: { ...whole, requirements: states } });
    expect(report('NHI5:2025')).toEqual(['pass', ['team/either asks for 1 of security, who approved.']]);
  });

  it('is open where one of two permissions is missing, whichever is named first', () => {
    const permitted = (...permissions: readonly string[]) => ({
      effect: `{ require: { allOf: [${permissions.map((one) => `{ permission: ${one} }`).join(', ')}] } }`,
      controls: '[NHI5:2025]',
    });
    const report = (...permissions: readonly string[]) => {
      const rule = permitted(...permissions);
      const policySet = policySetOf(loaded(policyText([rule], 'team', REST)), CONFIGURATION);
      const { requirements } = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, changes, []);
      const all = approvedBy(requirements, ANA);
      const states = all.requirements.map((state) =>
        state.requirement.permission === 'admin' ? { ...state, satisfiedBy: [], missing: 1 } : state,
      );
      return reported([rule], [ANA], { approval: { ...all, kind: 'waiting', requirements: states } })('NHI5:2025');
    };
    const open = ['open', ['team/rule asks for 1 of anyone with admin permission.']];
    expect([report('maintain', 'admin'), report('admin', 'maintain')]).toEqual([open, open]);
  });

  it('is not assessable where the pull request that one asks about is not known', () => {
    const rule = { when: 'pull.draft', effect: 'deny', controls: '[NHI5:2025]' };
    expect(reported([rule], null)('NHI5:2025')).toEqual([
      'not-assessable',
      [
        expect.stringMatching(/^The rule team.rule asks about the pull request, which is not known here/u),
        expect.anything(),
      ],
    ]);
  });

  it.each([
    '{ require: { allOf: [{ of: security }, { of: security }], distinct: true } }',
    '{ require: { allOf: [{ permission: write }, { permission: admin }] } }',
  ])('is open while one of two parts for the same people is missing: %s', (effect) => {
    const rule = { name: 'twice', effect, controls: '[NHI5:2025]' };
    const policySet = policySetOf(loaded(policyText([rule], 'team', REST)), CONFIGURATION);
    const { requirements } = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, changes, []);
    const whole = approvedBy(requirements, ANA);
    const own = whole.requirements.filter(({ requirement }) => requirement.code === 'team/twice');
    const states = whole.requirements.map((state) =>
      state === own.at(-1) ? { ...state, satisfiedBy: [], missing: 1 } : state,
    );
    const report = reported([rule], [ANA], { approval: { ...whole, kind: 'waiting', requirements: states } });
    expect(own).toHaveLength(2);
    expect(report('NHI5:2025')[0]).toBe('open');
  });

  it('fails where an exception lifts what one says, and names the exception', () => {
    const rule = { when: "change.name == 'a'", effect: 'deny', controls: '[NHI5:2025]' };
    const assessment = {
      complete: true,
      applyable: true,
      changes,
      requirements: [],
      findings: [],
      exceptions: [
        {
          code: 'exception-used' as const,
          name: 'until-the-move',
          rule: 'team/rule',
          addresses: ['memory/MemoryAccount/a'],
          more: 1,
          until: '2026-06-30',
          daysLeft: 29,
          owner: 'olga',
          reason: 'It moves.',
          location: { path: 'policies/x.yaml', line: 1, column: 1 },
        },
      ],
    };
    expect(reported([rule], [ANA], { assessment })('NHI5:2025')).toEqual([
      'fail',
      ['team/rule holds for 2, lifted until 2026-06-30 by the exception until-the-move of olga.'],
    ]);
  });

  it('fails where one of several holds, with the evidence of all', () => {
    const rules = [
      { name: 'a', when: 'false', controls: '[NHI5:2025]' },
      { name: 'b', when: "change.name == 'b'", controls: '[NHI5:2025]' },
    ];
    expect(reported(rules, [ANA])('NHI5:2025')).toEqual([
      'fail',
      ['team/b warns: Said.', 'team/a was evaluated for 2 changes and does not hold.'],
    ]);
  });

  it('is not assessable where no rule could be judged', () => {
    const finding: Finding = { code: 'policy-invalid', effect: 'deny', address: null, message: 'One is wrong.' };
    const assessment = {
      complete: true,
      applyable: true,
      changes,
      requirements: [],
      exceptions: [],
      findings: [finding],
    };
    const report = reported([{ when: 'false', controls: '[NHI5:2025]' }], [ANA], { assessment });
    expect(report('NHI5:2025')).toEqual(['not-assessable', ['No rule could be judged: One is wrong.']]);
  });

  it('bounds what is told of it', () => {
    const rules = Array.from({ length: 30 }, (_, index) => ({
      name: `r${index}`,
      when: 'false',
      controls: '[TEAM-2]',
    }));
    const [, evidence] = reported(rules, [ANA])('TEAM-2');
    expect([evidence.length, evidence.at(-1)]).toEqual([6, 'And 25 more of the like.']);
  });
});

describe('a control that no rule serves', () => {
  it('is not assessable, with the reason of a policy, of the catalogue, or none', () => {
    const report = reported([{ when: 'false' }], [ANA]);
    expect(report('NHI6:2025')).toEqual(['not-assessable', ['Nobody looks there.']]);
    expect(report('PR.AA-03')).toEqual([
      'not-assessable',
      ['How a system authenticates is not part of what is planned.'],
    ]);
    expect(report('AC-6')).toEqual(['not-assessable', ['No rule of the base branch serves it.']]);
  });

  it('every report has a line for each of the catalogue, in its order', () => {
    const lines = controlsReport({
      plan: planOf([]),
      digest,
      assessment: { complete: true, applyable: true, changes: [], findings: [], requirements: [], exceptions: [] },
      coverage: NO_COVERAGE,
      approval: null,
      recorded: null,
    });
    expect(lines.map(({ control }) => control)).toEqual(CONTROLS.map(({ id }) => id));
    expect(lines.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});

describe('what the engine shows itself', () => {
  it('of a plan that two approved', () => {
    const report = reported([], [ANA, BEN]);
    expect(report('CM-3')).toEqual([
      'pass',
      [
        `ana, ben approved exactly ${digest}, by the rules of the base branch.`,
        `The ledger holds the plan; its newest entry is 12:${someHash('entry')}.`,
      ],
    ]);
    expect(report('CM-5(4)')).toEqual(['pass', ['2 people who contributed nothing approved: ana, ben.']]);
    expect(report('ID.RA-07')).toEqual([
      'pass',
      ['Risk of its changes: 2 low.', expect.stringContaining('12:sha256:')],
    ]);
    expect(report('PR.PS-01')[0]).toBe('pass');
    expect(report('AC-2')[0]).toBe('pass');
  });

  it('of one that one approved, where nothing asks for two', () => {
    expect(reported([], [ANA])('CM-5(4)')).toEqual(['not-assessable', ['Nothing asks two people about this plan.']]);
  });

  it('of one that another option than two people was chosen for', () => {
    const rule = { effect: '{ require: { anyOf: [{ of: security, count: 2 }, { of: olga }] } }' };
    const policySet = policySetOf(loaded(policyText([rule], 'team', REST)), CONFIGURATION);
    const { requirements } = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, changes, []);
    const whole = approvedBy(requirements, ANA);
    const states = whole.requirements.map((state) =>
      state.requirement.count === 2 ? { ...state, satisfiedBy: [], missing: 0, spared: true as const } : state,
    );
    const approval = { ...whole, kind: 'approved' as const, requirements: states };
    expect(reported([rule], [ANA], { approval })('CM-5(4)')).toEqual([
      'not-assessable',
      ['Nothing asks two people about this plan.'],
    ]);
  });

  it('of one that waits, is refused, or is in a file', () => {
    expect(reported([], [])('CM-3')).toEqual(['open', ['Somebody is waited for.']]);
    expect(reported([], [])('AC-2')[0]).toBe('open');
    const refused: Decision = { ...approvedBy([], ANA), kind: 'refused', reasons: [{ code: 'x', message: 'No.' }] };
    expect(reported([], [], { approval: refused })('CM-3')).toEqual(['fail', ['No.']]);
    const file = reported([], null);
    expect([file('CM-3')[0], file('ID.RA-07')[0], file('AC-2')[0]]).toEqual(['not-assessable', 'open', 'open']);
  });

  it('of one that could not be read whole, or is blocked', () => {
    const known = { applyable: false, changes, findings: [], requirements: [], exceptions: [] };
    const incomplete = reported([], [ANA], { assessment: { ...known, complete: false } });
    expect([incomplete('ID.RA-07')[0], incomplete('PR.PS-01')[0]]).toEqual(['fail', 'fail']);
    const blocked = reported([], [ANA], { assessment: { ...known, complete: true } });
    expect([blocked('ID.RA-07')[0], blocked('PR.PS-01')[0]]).toEqual(['pass', 'fail']);
  });
});
