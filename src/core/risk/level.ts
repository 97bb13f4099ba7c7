import type { RiskLevel } from '../assessment.ts';

const ORDER: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

export function compareRisk(left: RiskLevel, right: RiskLevel): number {
  return ORDER.indexOf(left) - ORDER.indexOf(right);
}

export function highestOf(levels: Iterable<RiskLevel>): RiskLevel {
  let highest: RiskLevel = 'low';
  for (const level of levels) if (compareRisk(level, highest) > 0) highest = level;
  return highest;
}
