import { describe, expect, it } from 'vitest';
import type { RiskReason } from '../../../src/core/assessment.ts';
import { RISK_CODES } from '../../../src/core/codes/risk.ts';
import { joined, RISK_REASONS, riskOf } from '../../../src/core/risk.ts';
import { changeWith } from '../../support/plans.ts';
import { factsWith } from '../../support/risks.ts';

const SAME: RiskReason = { level: 'low', code: 'no-access-change', message: 'access stays the same' };
const UNKNOWN: RiskReason = { level: 'medium', code: 'access-unknown', message: 'nobody knows' };
const reasonsOf = (left: readonly RiskReason[], right: readonly RiskReason[]) =>
  joined({ level: 'low', reasons: left }, { level: 'low', reasons: right }).reasons;

describe('that access stays the same', () => {
  it('is said as it is where it is the only reason', () => {
    expect(reasonsOf([SAME], [SAME])).toEqual([SAME]);
  });

  it('is said of what the plan gives and takes alone, where somebody tells more', () => {
    expect(reasonsOf([SAME], [UNKNOWN])).toEqual([UNKNOWN, { ...SAME, message: 'nothing is given or taken directly' }]);
  });
});

describe('what cannot be undone', () => {
  const told = (...messages: readonly string[]) => {
    const irreversible = messages.map((message) => ({ code: 'gone', message }));
    return riskOf(factsWith({ change: changeWith('a', { irreversible }) })).reasons.map(({ message }) => message);
  };

  it('is one sentence, of which no part ends before it', () => {
    expect(told('The key is gone.', 'The data is lost.')).toEqual(['The key is gone; The data is lost']);
  });

  it('keeps its own end where it is one thing', () => {
    expect(told('The key is gone.')).toEqual(['The key is gone.']);
  });
});

it('policies know every reason that there is', () => {
  // What cannot be undone has its entry where approvals are asked for.
  const codes = [...Object.keys(RISK_CODES.codes), 'irreversible'];
  expect([...RISK_REASONS].toSorted()).toEqual(codes.toSorted());
});
