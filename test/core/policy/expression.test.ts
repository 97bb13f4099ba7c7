import { describe, expect, it } from 'vitest';
import { RISK_CODES } from '../../../src/core/codes/risk.ts';
import { Cel } from '../../../src/core/policy/cel.ts';
import { compileExpression } from '../../../src/core/policy/expression.ts';
import { POLICY_LIMITS } from '../../../src/core/policy/limits.ts';
import { RISK_REASONS } from '../../../src/core/risk.ts';
import { OPEN, VARIABLES } from '../../../src/core/policy/shape.ts';
import type { JsonObject } from '../../../src/core/json.ts';

const cel = new Cel();

/** What an expression gives over these attributes and gains. */
function gives(source: string, after: JsonObject = {}, gains: readonly JsonObject[] = []): unknown {
  const compiled = compileExpression(cel, source);
  if (compiled.kind === 'refused') return compiled.problems.map(({ code }) => code);
  const change = { name: 'a', action: 'update', metadata: { expires: '2026-03-01T00:00:00Z', owner: null }, steps: 2 };
  const variables = {
    change: cel.value(change, VARIABLES.change),
    plan: cel.value({ changes: 1 }, VARIABLES.plan),
    before: cel.value({}, OPEN),
    after: cel.value(after, OPEN),
    access: cel.value({ gains, loses: [] }, VARIABLES.access),
    risk: cel.value({ level: 'low', reasons: [] }, VARIABLES.risk),
    governance: cel.value([], VARIABLES.governance),
    now: cel.value('2026-03-01T12:00:00Z', VARIABLES.now),
  };
  const { outcome } = compiled.program(variables, POLICY_LIMITS.evaluation);
  return outcome.kind === 'value' ? outcome.value : outcome;
}

describe('an expression gives what CEL gives', () => {
  it.each([
    ["change.name == 'a' && change.steps + 1 == 3", true],
    ['change.metadata.expires < now', true],
    ["change.metadata.expires + duration('24h') > now", true],
    ['has(change.metadata.owner)', false],
    ['change.was == null', true],
    ["change.name.matches('^[a-z]$')", true],
    ["'x' in ['x', 'y']", true],
    ['size(access.gains) == 0', true],
  ])('%s', (source, value) => expect(gives(source)).toBe(value));

  it.each([
    ['after.n == 1 && after.n < 2', { n: 1 }, true],
    ['after.n + 1 == 2', { n: 1 }, true],
    ['after.x > 1 && after.x < 2', { x: 1.5 }, true],
    ['after.x + 0.5 == 2.0', { x: 1.5 }, true],
    ['has(after.x)', {}, false],
    ["after['odd key'].deep[1]", { 'odd key': { deep: [false, true] } }, true],
  ])('whole numbers are int, others double: %s', (source, after, value) => expect(gives(source, after)).toBe(value));

  it('over permissions', () => {
    const gains = [
      { power: 'use', action: 'READ' },
      { power: 'administer', action: 'OWN' },
    ];
    expect(gives("access.gains.exists(gain, gain.power == 'administer')", {}, gains)).toBe(true);
    expect(gives("access.gains.all(gain, gain.power == 'administer')", {}, gains)).toBe(false);
    expect(gives("access.gains.filter(g, g.power == 'use').map(g, g.action) == ['READ']", {}, gains)).toBe(true);
  });
});

describe('what is missing is an error and not false', () => {
  it.each([
    ['after.superuser', 'field not found: superuser'],
    ['after.superuser == false', 'field not found: superuser'],
    ['!after.superuser', 'field not found: superuser'],
    ['timestamp(change.name) < now', 'Failed to parse timestamp'],
    ['change.steps / 0 == 1', 'divide by zero'],
    ['after + 1 == 2', 'found no matching overload'],
  ])('%s', (source, cause) =>
    expect(gives(source)).toMatchObject({ kind: 'failed', cause: expect.stringContaining(cause) }),
  );
});

describe('what an expression may not say is told without evaluating it', () => {
  it.each([
    ['1 +', 'bad-expression', 2],
    ['', 'bad-expression', 0],
    ['acess.gains.size() > 0', 'unknown-variable', 0],
    ['true || acess', 'unknown-variable', 8],
    ["change.actoin == 'create'", 'unknown-field', 6],
    ['access.gains.exists(gain, gain.powr == 1)', 'unknown-field', 30],
    ['now.seconds == 1', 'unknown-field', 3],
    ['has(change.nothing)', 'unknown-field', 0],
    ["risk.level == 'hgih'", 'unknown-word', 14],
    ["'hgih' != risk.level", 'unknown-word', 0],
    ["'sensitive-resorce' in risk.reasons", 'unknown-word', 0],
    ["risk.reasons.exists(reason, reason == 'widens')", 'unknown-word', 38],
    ["change.action in ['delete', 'remove']", 'unknown-word', 28],
    ["access.others.exists(one, one.power == 'admin')", 'unknown-word', 39],
    ['siz(access.gains) > 1', 'unknown-function', 0],
    ['now.getHours() > 1', 'unknown-function', 3],
    ["google.protobuf.Duration{} == duration('1h')", 'unknown-function', 0],
    ['change.name.matches(change.kind)', 'bad-pattern', 11],
    ["change.name.matches('(')", 'bad-pattern', 11],
    ["change.name.matches('((a{100}){100}){100}')", 'bad-pattern', 11],
    [`change.name.matches('${'a'.repeat(101)}')`, 'bad-pattern', 11],
    [`'${'a'.repeat(2000)}' == change.name`, 'expression-too-large', null],
    [`${'1 + '.repeat(100)}1 == 1`, 'expression-too-large', expect.any(Number)],
    [`[${'1,'.repeat(600)}1].size() > 1`, 'expression-too-large', expect.any(Number)],
    [`${'('.repeat(990)}1${')'.repeat(990)} == 1`, 'bad-expression', null],
    ['[1].all(a, [1].all(b, [1].all(c, true)))', 'expression-too-large', 25],
  ])('%s', (source, code, offset) => {
    const compiled = compileExpression(cel, source);
    expect(compiled).toMatchObject({ kind: 'refused' });
    expect(
      compiled.kind === 'refused' && compiled.problems.map((problem) => [problem.code, problem.offset]),
    ).toContainEqual([code, offset]);
  });
});

describe('a word that a field may have is no mistake', () => {
  it.each([
    "risk.level in ['low', 'medium', 'high', 'critical'] || 'not-assessed' in risk.reasons",
    "change.action == 'describe' && access.gains.all(gain, gain.power != 'use')",
    "change.name == 'hgih' || access.gains.exists(gain, gain.action == 'HGIH')",
    'change.action == change.name && risk.level == null',
    "risk.level + '!' == 'high!'",
  ])('%s', (source) => expect(compileExpression(cel, source)).toMatchObject({ kind: 'program' }));

  it('every code of a risk is known', () => {
    expect(Object.keys(RISK_CODES.codes).filter((code) => !RISK_REASONS.includes(code))).toEqual([]);
  });
});

describe('no expression can hang a run', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ action: `A${index}`, power: 'use', resource: 'r' }));
  const big = { big: 'a'.repeat(200_000), half: 'a'.repeat(50_000) };

  it.each([
    'access.gains.all(a, access.gains.all(b, true))',
    'access.gains.all(a, access.gains.exists(b, false) || true)',
    'access.gains.all(a, access.gains == access.gains)',
    'access.gains.all(a, a in access.gains)',
    'access.gains.map(a, access.gains.map(b, access.gains)).size() > 0',
    "access.gains.all(a, (after.big + after.big).contains('b' + after.big) || true)",
    "access.gains.all(a, !after.big.matches('(a|aa)*b'))",
    "access.gains.all(a, !after.big.contains(after.half + 'b' + after.half))",
    "access.gains.all(a, !a.action.matches('(?:[\\\\pL\\\\pN]{30}){30}'))",
    "access.gains.all(a, !after.half.matches('(?:a?){1000}b'))",
    `access.gains.map(a, access.gains.map(b, [${'b,'.repeat(250)}])).size() > 0`,
    `access.gains.all(a, {${Array.from({ length: 200 }, (_, key) => `${key}:a`).join()}}.size() > 0)`,
  ])('%s', (source) => {
    const compiled = compileExpression(cel, source);
    expect(compiled.kind).toBe('program');
    const before = process.cpuUsage();
    const found = gives(source, big, many);
    const { user, system } = process.cpuUsage(before);
    expect(found).toMatchObject({ kind: 'too-costly' });
    expect((user + system) / 1_000_000).toBeLessThan(30);
  });

  it('and what is too costly stays so, whatever swallows errors', () => {
    expect(gives('access.gains.all(a, access.gains.all(b, true)) || true', {}, many)).toMatchObject({
      kind: 'too-costly',
    });
    expect(gives('false && access.gains.all(a, access.gains.all(b, true))', {}, many)).toBe(false);
  });

  it.each([
    "access.gains.exists(gain, gain.power == 'administer')",
    "size(access.gains.filter(gain, gain.power == 'use')) > 50",
    "access.gains.map(gain, gain.action).exists(action, action == 'A9999')",
    "access.gains.all(gain, gain.action in ['SELECT', 'CONNECT', 'USAGE'] || gain.resource.contains('billing'))",
    "access.gains.exists(gain, gain.action.matches('^[A-Z]{1,8}$'))",
  ])('and what rules ask of 10,000 permissions is not too costly: %s', (source) => {
    expect(gives(source, {}, many)).toBeTypeOf('boolean');
  });
});
