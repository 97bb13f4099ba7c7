import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessedCredentials,
  daysBetween,
  isAssessedCredentials,
  lastUseOf,
  type Credential,
} from '../../src/core/credentials.ts';
import type { Json } from '../../src/core/json.ts';
import { account, declared, memoryLab } from '../support/memory.ts';

const AT = '2026-06-01T12:00:00Z';

const key = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'access-key',
  state: 'active',
  created: '2026-01-01T00:00:00Z',
  lastUsed: null,
  expires: null,
  ...parts,
});

describe('what is told of credentials', () => {
  it('has active ones first, then the oldest, and counts those that find no room', () => {
    const many = Array.from({ length: 60 }, (_, index) => key(`key-${String(index).padStart(2, '0')}`));
    const all = [
      key('off', { state: 'inactive', created: '2020-01-01T00:00:00Z' }),
      ...many,
      key('old', { created: '2021-01-01T00:00:00Z' }),
    ];
    const { listed, more } = assessedCredentials(all, AT);
    expect([listed.length, more, listed[0]?.id]).toEqual([50, 12, 'old']);
    expect(listed.some(({ id }) => id === 'off')).toBe(false);
  });

  it('is the same in whatever order it was read', () => {
    const all = ['a', 'b', 'c', 'd'].map((id, index) => key(id, { state: index % 2 === 0 ? 'active' : 'inactive' }));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
        expect(assessedCredentials(shuffled, AT)).toEqual(assessedCredentials(all, AT));
      }),
    );
  });

  it('counts whole days, never fewer than none', () => {
    expect(daysBetween('2026-05-31T12:00:01Z', AT)).toBe(0);
    expect(daysBetween('2026-05-31T12:00:00Z', AT)).toBe(1);
    expect(daysBetween('2027-01-01T00:00:00Z', AT)).toBe(0);
    expect(daysBetween(null, AT)).toBeNull();
    expect(daysBetween('never', AT)).toBeNull();
  });

  it('knows the last use of any', () => {
    expect(lastUseOf([])).toBeNull();
    expect(lastUseOf([key('a'), key('b', { lastUsed: 'untold' })])).toBeNull();
    const uses = ['2026-05-01T00:00:00Z', '2026-05-31T23:00:00-05:00', '2026-06-01T03:00:00Z'];
    expect(lastUseOf(uses.map((lastUsed, index) => key(`${index}`, { lastUsed })))).toBe(uses[1]);
  });

  it('is of one shape where it is handed on', () => {
    const whole: Json = JSON.parse(
      JSON.stringify(assessedCredentials([key('a'), key('b', { lastUsed: AT, expires: AT })], AT)),
    ) as Json;
    expect(isAssessedCredentials(whole)).toBe(true);
    const wrong: readonly Json[] = [
      null,
      [],
      {},
      { at: 'now', listed: [], more: 0 },
      { at: AT, listed: {}, more: 0 },
      { at: AT, listed: [], more: -1 },
      { at: AT, listed: [], more: 0.5 },
      { at: AT, listed: Array.from({ length: 51 }, () => key('a')), more: 0 },
      ...Object.entries({ id: 1, kind: 'secret', state: 'on', created: 'then', lastUsed: 'once', expires: false }).map(
        ([field, value]) => ({ at: AT, listed: [{ ...key('a'), [field]: value }], more: 0 }),
      ),
      { at: AT, listed: [{ ...key('a'), id: 'x'.repeat(501) }], more: 0 },
    ];
    for (const one of wrong) expect(isAssessedCredentials(one), JSON.stringify(one).slice(0, 100)).toBe(false);
  });
});

describe('the credentials of an identity', () => {
  const head = [declared('a', { note: 'x' })];
  const planned = (credentials: readonly Credential[] | undefined) =>
    memoryLab({ accounts: { a: account(credentials === undefined ? {} : { credentials }) } }).plan({ base: [], head });

  it('are assessed with the change, and are no part of the plan', async () => {
    const [used, unused] = [await planned([key('a', { lastUsed: AT })]), await planned([key('a')])];
    expect(used.plan).toEqual(unused.plan);
    expect(used.assessment.changes[0]?.credentials).toEqual({ at: AT, listed: [key('a', { lastUsed: AT })], more: 0 });
  });

  it('are not told where the system does not tell of them', async () => {
    expect((await planned(undefined)).assessment.changes[0]).not.toHaveProperty('credentials');
  });

  it('are reasons of risk', async () => {
    const credentials = [
      key('OLD'),
      key('NEW', { created: '2026-05-30T00:00:00Z' }),
      key('OFF', { state: 'inactive' }),
    ];
    const { risk } = (await planned(credentials)).assessment.changes[0] ?? {};
    expect(risk?.reasons.map(({ level, code, message }) => `${level} ${code}: ${message}`)).toEqual([
      'low old-credential: OLD is active and older than 90 days',
      'low unused-credential: OLD is active and was never used in more than 90 days',
      'low several-credentials: 2 credentials of the kind access-key are active',
    ]);
  });

  it('tell of a recent use where it ends', async () => {
    const lab = memoryLab({
      accounts: { a: account({ credentials: [key('a', { lastUsed: '2026-05-30T00:00:00Z' })] }) },
    });
    const { assessment } = await lab.plan({ base: [declared('a')], head: [] });
    expect(assessment.changes[0]?.risk.reasons.map(({ message }) => message)).toContain('last used 2 days ago');
  });
});
