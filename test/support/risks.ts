import type { Permission } from '../../src/core/ports.ts';
import { itself, type RiskFacts } from '../../src/core/risk/facts.ts';
import { changeWith } from './plans.ts';

export const USE: Permission = { principal: 'p', action: 'read', resource: 'r', path: 'direct', power: 'use' };
export const ADMINISTER: Permission = { ...USE, action: 'act as', power: 'administer' };

/** Facts of a change that does nothing remarkable, but for what is said. */
export function factsWith(parts: Partial<RiskFacts> = {}): RiskFacts {
  const gains = parts.gains ?? [];
  return {
    change: changeWith('a'),
    gains,
    loses: [],
    reach: gains.map((gain) => ({ gain, reached: [itself(gain)] })),
    escalations: [],
    own: [],
    sensitive: [],
    lastUsed: null,
    now: '2026-06-01T12:00:00Z',
    ...parts,
  };
}
