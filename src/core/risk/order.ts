import { compareText, type Address } from '../address.ts';
import type { ChangeAssessment } from '../assessment.ts';
import { compareRisk } from './level.ts';

/** The riskiest first, then by address. What nobody assessed is critical. */
export function byRisk<T extends { readonly address: Address }>(
  items: readonly T[],
  assessments: readonly Pick<ChangeAssessment, 'address' | 'risk'>[],
): readonly T[] {
  const levels = new Map(assessments.map(({ address, risk }) => [address, risk.level]));
  const levelOf = ({ address }: T) => levels.get(address) ?? 'critical';
  return items.toSorted(
    (left, right) => compareRisk(levelOf(right), levelOf(left)) || compareText(left.address, right.address),
  );
}
