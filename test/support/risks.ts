import type { SensitiveTag } from '../../src/core/configuration.ts';
import type { IdentityMetadata } from '../../src/core/plan.ts';
import type { Permission } from '../../src/core/ports.ts';
import type { Escalation, OwnIdentity } from '../../src/core/risk/model.ts';
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
    credentials: [],
    lastUsed: null,
    now: '2026-06-01T12:00:00Z',
    ...parts,
  };
}

export const final = { irreversible: [{ code: 'gone', message: 'it is gone' }] };
export const escalation: Escalation = {
  gain: ADMINISTER,
  level: 'high',
  what: 'CREATEROLE',
  path: 'can create roles',
  seen: 'permissions',
};
export const tag: SensitiveTag = {
  name: 'personal-data',
  resources: ['db: table hr.*'],
  actions: ['*'],
  level: 'high',
};
export const writer: OwnIdentity = {
  address: 'memory/MemoryAccount/a',
  resource: 'role a',
  name: 'a',
  does: 'writes',
};
export const on = (resource: string, action = 'SELECT'): Permission => ({ ...USE, resource, action });

/** Metadata before and after, of which only this is said. */
export function dated(before: Partial<IdentityMetadata> | null, after: Partial<IdentityMetadata> | null) {
  const whole = (parts: Partial<IdentityMetadata> | null): IdentityMetadata | null =>
    parts === null
      ? null
      : { owner: null, purpose: null, expires: null, consumers: [], dependsOn: [], adopts: null, ...parts };
  return { metadata: { before: whole(before), after: whole(after) } };
}
