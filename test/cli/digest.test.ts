import { describe, expect, test } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import { runCli } from '../support/cli.ts';

const plan: Plan = { formatVersion: '1', sources: [], desired: [], governance: [], requests: [], changes: [] };
const digest = planDigest(plan);

const of = (content: string | Uint8Array) => runCli(['digest', 'plan.json'], { 'plan.json': content });

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject)
      .map(([key, item]) => [key, reversed(item)])
      .reverse(),
  );
}

describe('countersign digest', () => {
  test.each([
    ['a bare plan', JSON.stringify(plan)],
    ['a bare plan in another order and layout', JSON.stringify(reversed(plan), null, 4)],
    ['a plan with its digest', JSON.stringify({ formatVersion: '1', digest, plan, assessment: {} })],
  ])('names %s', async (_, content) => {
    expect(await of(content)).toMatchObject({ code: 0, stdout: `${digest}\n`, stderr: '' });
  });

  test('believes no digest that a file states', async () => {
    const altered = { formatVersion: '1', digest, plan: { ...plan, requests: [{ address: 'a/B/c', verb: 'remove' }] } };
    const { code, stdout, stderr } = await of(JSON.stringify(altered));
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('digest-mismatch')]);
    expect((await of(JSON.stringify({ plan }))).stderr).toContain('stated nothing');
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"formatVersion"'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a list', '[]'],
    ['null', 'null'],
    ['another object', '{}'],
    ['another format', JSON.stringify({ ...plan, formatVersion: '2' })],
    ['a plan without its changes', JSON.stringify({ ...plan, changes: undefined })],
    ['a plan that is a text', JSON.stringify({ plan: 'x', digest })],
  ])('says that %s is no plan', async (_, content) => {
    const { code, stdout, stderr } = await of(content);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^plan-malformed: This is not a plan\. \(plan\.json: .+\) — /u);
  });

  test('refuses what has no canonical form', async () => {
    expect((await of(JSON.stringify(plan).replace('"changes":[]', '"changes":[1e999]'))).stderr).toContain(
      'not-canonical',
    );
    expect((await of(JSON.stringify(plan).replace('"changes":[]', '"changes":["\\ud800"]'))).code).toBe(1);
    expect((await of(JSON.stringify(plan).replace('[]', `${'['.repeat(500)}${']'.repeat(500)}`))).code).toBe(1);
  });

  test.each([
    ['is not there', { kind: 'absent' as const }],
    ['is too large', { kind: 'too-large' as const, size: 1e9 }],
    ['is a link', { kind: 'symlink' as const }],
  ])('says that the file %s', async (_, found) => {
    const { code, stderr } = await runCli(['digest', 'plan.json'], { 'plan.json': found });
    expect([code, stderr]).toEqual([1, expect.stringContaining(`plan-unreadable`)]);
  });

  test('asks for its file', async () => {
    expect((await runCli(['digest'], {})).stderr).toMatch(/^PLAN\.json is missing\./u);
  });
});
