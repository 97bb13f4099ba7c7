import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../src/core/ports.ts';
import { joined, riskOf } from '../../../src/core/risk.ts';
import { compareRisk } from '../../../src/core/risk/level.ts';
import type { Escalation } from '../../../src/core/risk/model.ts';
import { changeWith } from '../../support/plans.ts';
import { dated, escalation, factsWith, final, on, tag, writer } from '../../support/risks.ts';

const permission = fc.record<Permission>({
  principal: fc.constant('p'),
  action: fc.constantFrom('SELECT', 'INSERT', 'act as'),
  resource: fc.constantFrom('db: table hr.pay', 'db: table *.*', 'role a', 'r'),
  path: fc.constant('direct'),
  power: fc.constantFrom('use', 'administer'),
});
const escalated = fc.record<Escalation>({
  gain: permission,
  level: fc.constantFrom('medium', 'high', 'critical'),
  what: fc.constantFrom('x', 'y'),
  path: fc.constantFrom('can x', 'can y'),
  seen: fc.constantFrom('permissions', 'live'),
});
const day = fc.constantFrom(null, '2026-01-01', '2026-06-01', '2027-01-01');
const facts = fc
  .record({
    gains: fc.array(permission, { maxLength: 4 }),
    loses: fc.array(permission, { maxLength: 4 }),
    escalations: fc.array(escalated, { maxLength: 4 }),
    own: fc.constantFrom([], [writer], [{ ...writer, address: 'memory/MemoryAccount/b' }]),
    sensitive: fc.constantFrom(
      [],
      [tag],
      [tag, { ...tag, name: 'secret', resources: ['*'], level: 'critical' as const }],
    ),
    lastUsed: fc.constantFrom(null, '2026-05-31T00:00:00Z', '2020-01-01T00:00:00Z'),
    change: fc
      .tuple(day, day, fc.constantFrom('update' as const, 'delete' as const), fc.constantFrom({}, final))
      .map(([before, after, action, more]) =>
        changeWith('a', { ...dated({ expires: before, consumers: ['job'] }, { expires: after }), action, ...more }),
      ),
  })
  .map(factsWith);

describe('whatever the facts', () => {
  it('another gain never lowers the level', () => {
    fc.assert(
      fc.property(facts, permission, (before, gain) => {
        const gains = [...before.gains, gain];
        const whole = { ...before, gains, reach: factsWith({ gains }).reach };
        expect(compareRisk(riskOf(whole).level, riskOf(before).level)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the level is that of the first reason, which is the highest', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { level, reasons } = riskOf(given);
        const levels = reasons.map((reason) => reason.level);
        expect(levels[0]).toBe(level);
        expect(levels.toSorted((left, right) => compareRisk(right, left))).toEqual(levels);
      }),
    );
  });

  it('neither the order of what is gained nor that of the tags makes another level or other codes', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = {
          ...given,
          gains: given.gains.toReversed(),
          reach: given.reach.toReversed(),
          escalations: given.escalations.toReversed(),
          sensitive: given.sensitive.toReversed(),
        };
        const told = (risk: ReturnType<typeof riskOf>) => [
          risk.level,
          ...risk.reasons.map(({ level, code }) => `${level} ${code}`),
        ];
        expect(told(riskOf(turned))).toEqual(told(riskOf(given)));
      }),
    );
  });

  it('joined with another it is never lower than either, and joined with itself the same', () => {
    fc.assert(
      fc.property(facts, facts, (left, right) => {
        const [one, other] = [riskOf(left), riskOf(right)];
        const both = joined(one, other);
        expect(compareRisk(both.level, one.level)).toBeGreaterThanOrEqual(0);
        expect(compareRisk(both.level, other.level)).toBeGreaterThanOrEqual(0);
        expect(joined(one, one)).toEqual(one);
        expect(joined(other, one)).toEqual(both);
      }),
    );
  });

  it('no reason grows with how much is gained', () => {
    const gains = Array.from({ length: 5000 }, (_, index) => on(`db: table hr.t${index}`));
    const escalations = gains.map((gain): Escalation => ({
      ...escalation,
      gain,
      what: gain.resource,
      path: gain.resource,
    }));
    const { reasons } = riskOf(factsWith({ gains, escalations, sensitive: [tag] }));
    expect(Math.max(...reasons.map(({ message }) => message.length))).toBeLessThan(200);
  });
});
