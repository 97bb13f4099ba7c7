import type { RiskLevel } from './assessment.ts';
import type { Reason } from './errors.ts';
import type { Change } from './plan.ts';
import type { Permission } from './ports.ts';

const ORDER: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

export function compareRisk(left: RiskLevel, right: RiskLevel): number {
  return ORDER.indexOf(left) - ORDER.indexOf(right);
}

/** The highest level that any reason gives; every level has a reason. */
export function riskOf(
  change: Change,
  gains: readonly Permission[],
  loses: readonly Permission[],
): { level: RiskLevel; reasons: readonly Reason[] } {
  const found: { level: RiskLevel; reason: Reason }[] = [];
  const administers = gains.filter((permission) => permission.power === 'administer');
  if (administers.length > 0) {
    found.push({
      level: 'critical',
      reason: {
        code: 'gains-administration',
        message: `gains ${administers.map((permission) => permission.action).join(', ')}`,
      },
    });
  }
  if (change.irreversible.length > 0) {
    found.push({
      level: 'high',
      reason: { code: 'irreversible', message: change.irreversible.map((reason) => reason.message).join('; ') },
    });
  }
  if (gains.length > administers.length) {
    found.push({
      level: 'medium',
      reason: { code: 'widens-access', message: `gains ${count(gains.length - administers.length, 'permission')}` },
    });
  }
  if (loses.length > 0)
    found.push({
      level: 'low',
      reason: { code: 'narrows-access', message: `loses ${count(loses.length, 'permission')}` },
    });
  if (found.length === 0)
    found.push({ level: 'low', reason: { code: 'no-access-change', message: 'access stays the same' } });
  const level = found.reduce<RiskLevel>(
    (highest, next) => (compareRisk(next.level, highest) > 0 ? next.level : highest),
    'low',
  );
  return { level, reasons: found.map(({ reason }) => reason) };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
