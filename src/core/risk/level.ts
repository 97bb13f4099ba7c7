import type { RiskLevel } from '../assessment.ts';

/** The lowest first. */
export const RISK_LEVELS: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

export function compareRisk(left: RiskLevel, right: RiskLevel): number {
  return RISK_LEVELS.indexOf(left) - RISK_LEVELS.indexOf(right);
}

export function highestOf(levels: Iterable<RiskLevel>): RiskLevel {
  let highest: RiskLevel = 'low';
  for (const level of levels) if (compareRisk(level, highest) > 0) highest = level;
  return highest;
}
