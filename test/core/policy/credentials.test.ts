import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/core/credentials.ts';
import { loadPolicies, policySetOf } from '../../../src/core/policy/index.ts';
import { account, declared, memoryLab } from '../../support/memory.ts';
import { configurationFor } from '../../support/planning.ts';

const key: Credential = {
  id: 'KEY',
  kind: 'access-key',
  state: 'active',
  created: '2026-03-01T00:00:00Z',
  lastUsed: '2026-05-31T00:00:00Z',
  expires: '2026-07-01T00:00:00Z',
};

/** Codes of what a rule of this expression says of an identity with these credentials, at a time. */
async function said(
  when: string,
  credentials: readonly Credential[] | undefined,
  { now = '2026-06-01T12:00:00Z', exists = true } = {},
): Promise<readonly string[]> {
  const lab = memoryLab({ accounts: exists ? { a: account(credentials === undefined ? {} : { credentials }) } : {} });
  const configuration = configurationFor(lab.source);
  const text = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: keys }
spec:
  rules:
    - name: rule
      when: ${JSON.stringify(when)}
      effect: warn
      message: It holds.
`;
  const loaded = loadPolicies([{ path: 'policies/keys.yaml', bytes: Buffer.from(text) }], configuration);
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { plan, assessment } = await lab.plan({ base: [], head: [declared('a', { note: 'x' })] });
  const { findings } = policySetOf(loaded, configuration).judge({
    plan,
    changes: assessment.changes,
    access: [],
    now,
    pull: null,
  });
  return findings.map(({ code, message }) => (code === 'keys/rule' ? code : `${code}: ${message}`));
}

const HOLDS = ['keys/rule'];

describe('rules about credentials', () => {
  it.each([
    "identity.credentials.exists(one, one.kind == 'access-key' && one.state == 'active' && one.age == 92)",
    'identity.credentials.all(one, one.used && one.idle == 1)',
    "identity.credentials.exists(one, one.expires < now + duration('720h'))",
    "size(identity.credentials) == 1 && identity.credentials[0].id == 'KEY'",
  ])('%s', async (when) => {
    expect(await said(when, [key])).toEqual(HOLDS);
    expect(
      await said(when, [{ ...key, state: 'inactive', created: null, lastUsed: null, id: 'X', expires: null }]),
    ).not.toEqual(HOLDS);
  });

  it('count to the time of the judgement', async () => {
    const when = 'identity.credentials.exists(one, one.age > 100)';
    expect(await said(when, [key])).toEqual([]);
    expect(await said(when, [key], { now: '2026-06-15T12:00:00Z' })).toEqual(HOLDS);
  });

  it('take what never was used as idle since it was made, and what is not told as nothing', async () => {
    const idle = 'identity.credentials.exists(one, has(one.idle) && one.idle == 92)';
    expect(await said(idle, [{ ...key, lastUsed: null }])).toEqual(HOLDS);
    expect(await said(idle, [{ ...key, lastUsed: 'untold' }])).toEqual([]);
    expect(await said('identity.credentials.exists(one, has(one.used))', [{ ...key, lastUsed: 'untold' }])).toEqual([]);
  });

  it('deny where the system does not tell, unless they ask first', async () => {
    const [denied, ...more] = await said('size(identity.credentials) > 0', undefined);
    expect(more).toEqual([]);
    expect(denied).toMatch(/^policy-failed: .*ask has\(identity.credentials\)/u);
    expect(await said('has(identity.credentials) && size(identity.credentials) > 0', undefined)).toEqual([]);
  });

  it('know that what does not exist has none', async () => {
    expect(await said('size(identity.credentials) == 0', undefined, { exists: false })).toEqual(HOLDS);
  });

  it('are refused where they misspell a field', () => {
    const rule = "{ name: r, when: 'identity.credentials.exists(one, one.agee > 1)', effect: warn, message: m }";
    const text = `apiVersion: countersign.dev/v1\nkind: Policy\nmetadata: { name: p }\nspec: { rules: [${rule}] }\n`;
    const { diagnostics } = loadPolicies([{ path: 'policies/p.yaml', bytes: Buffer.from(text) }], { people: {} });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});
