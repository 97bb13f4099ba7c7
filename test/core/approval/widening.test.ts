import { describe, expect, test } from 'vitest';
import type { SourceAccess } from '../../../src/core/access/assessed.ts';
import { defaultRequirements } from '../../../src/core/approval/requirements.ts';
import { configurationFor } from '../../support/planning.ts';
import { changeWith, planOf } from '../../support/plans.ts';

const base = configurationFor({
  name: 'memory',
  provider: 'memory',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  owner: 'owner',
});
const configuration = { ...base, approval: { ...base.approval, widening: 'security' } };
const plan = planOf([changeWith('a')]);

describe('who gains access in effect', () => {
  const source = 'memory';
  const list = (...names: readonly string[]) => ({ names, count: names.length });
  const block = (kind: 'gained' | 'lost' | 'kept' | 'repeated', ...principals: readonly string[]): SourceAccess => ({
    kind: 'known',
    source,
    left: 0,
    blocks: [
      {
        kind,
        power: 'use',
        principals: list(...principals),
        resources: list('billing.invoices'),
        actions: list('SELECT'),
        way: { basis: 'grant', through: [], condition: null },
        instead: null,
      },
    ],
  });
  const widening = (access: readonly SourceAccess[], gaining: readonly string[] = []) =>
    defaultRequirements(configuration, plan, gaining.map(gains), access).filter(({ code }) => code === 'widening');
  const gains = (address: string) => ({
    address,
    risk: { level: 'low' as const, reasons: [] },
    gains: [{ principal: address, action: 'READ', resource: 'r', path: 'direct', power: 'use' as const }],
  });
  const unknown = (code: string): SourceAccess => ({ kind: 'unknown', source, reason: { code, message: 'm' } });

  test('asks for the same people as a change that gives it directly', () => {
    const people = { of: 'security', count: 1 };
    expect(widening([], ['memory/MemoryAccount/a'])).toMatchObject([people]);
    expect(widening([block('gained', 'memory/MemoryAccount/other')])).toMatchObject([people]);
  });

  test('never takes anybody away whom a direct gain asks for', () => {
    const direct = ['memory/MemoryAccount/a'];
    for (const access of [[], [block('repeated', ...direct)], [unknown('source-unreachable')]])
      expect(widening(access, direct)).toHaveLength(1);
  });

  test('asks nobody where nothing is gained, or nobody can tell and nothing that changes may widen', () => {
    for (const kind of ['lost', 'kept', 'repeated'] as const)
      expect(widening([block(kind, 'memory/MemoryAccount/other')])).toEqual([]);
    for (const code of ['source-unreachable', 'access-too-large']) expect(widening([unknown(code)])).toEqual([]);
  });

  test('is named', () => {
    const access = [block('gained', 'memory/MemoryAccount/c', 'memory/MemoryAccount/b')];
    expect(widening(access).map(({ reason }) => reason)).toEqual([
      'access is widened: memory/MemoryAccount/b, memory/MemoryAccount/c',
    ]);
  });
});

describe('a change that may widen access where nobody can tell', () => {
  const { approval } = configuration;
  const address = 'memory/MemoryAccount/a';
  const untold = {
    address,
    gains: [],
    risk: { level: 'medium' as const, reasons: [{ level: 'medium' as const, code: 'access-unknown', message: 'm' }] },
  };
  const gain = { principal: address, action: 'READ', resource: 'r', path: 'direct', power: 'use' as const };
  const gaining = (name: string) => ({
    ...untold,
    address: name,
    risk: { level: 'low' as const, reasons: [] },
    gains: [{ ...gain, principal: name }],
  });
  const asked = (assessments: Parameters<typeof defaultRequirements>[2], widening: string | null = 'security') =>
    defaultRequirements({ ...configuration, approval: { ...approval, widening } }, plan, assessments, [])
      .filter(({ code }) => code === 'widening')
      .map(({ of, count, reason }) => `${count} of ${of}: ${reason}`);

  test('asks for the same people, and says why', () => {
    expect(asked([untold])).toEqual([`1 of security: whether access is widened is not known: ${address}`]);
  });

  test('is one requirement with what is known to widen it, which is said first', () => {
    expect(asked([untold, gaining('memory/MemoryAccount/b')])).toEqual([
      `1 of security: access is widened: memory/MemoryAccount/b; whether access is widened is not known: ${address}`,
    ]);
  });

  test('is not said of what is asked about already', () => {
    expect(asked([{ ...untold, gains: [gain] }])).toEqual([`1 of security: access is widened: ${address}`]);
  });

  test('asks nobody where the configuration names nobody for it', () => {
    expect(asked([untold], null)).toEqual([]);
  });
});
