import type { RiskReason } from '../assessment.ts';
import type { Reasons } from './facts.ts';

/** What happens to the identities as which Countersign works, and who comes to act as one of them. */
export const ownReasons: Reasons = ({ change, gains, reach, own }) => {
  if (change.steps.length === 0) return [];
  return own.flatMap(({ address, resource, name, does }): readonly RiskReason[] => {
    const takes = reach.some(({ gain, reached }) => [gain, ...reached].some((one) => one.resource === resource));
    if (address === change.address)
      return [
        {
          level: gains.length > 0 ? 'critical' : 'high',
          code: 'own-identity',
          message: `is the identity as which Countersign ${does}`,
        },
      ];
    if (!takes) return [];
    return [
      { level: 'critical', code: 'own-identity', message: `gains ${name}, the identity as which Countersign ${does}` },
    ];
  });
};
