import { describe, expect, it } from 'vitest';
import { givenFacts } from '../../../src/core/policy/facts.ts';
import { fits } from '../../../src/core/star.ts';
import { fillTemplate, parseTemplate } from '../../../src/core/policy/template.ts';

const FACTS = givenFacts({
  change: { name: 'a', metadata: { expires: '2026-02-01', consumers: ['x', 'y'] } },
  after: { deep: { list: [1, 2, 3, 4, 5, 6, 7], on: true, text: 'b'.repeat(500) }, toString: 'own' },
  access: { gains: [{ action: 'READ', resource: 'r' }] },
});

function filled(text: string): string {
  const parsed = parseTemplate(text);
  return parsed.kind === 'template'
    ? fillTemplate(parsed.template, FACTS, () => [{ action: 'OWN', resource: 'r' }])
    : parsed.problems.map(({ cause }) => cause).join();
}

describe('a message shows values', () => {
  it.each([
    ['none at all', 'none at all'],
    ['{change.name}{change.name}', 'aa'],
    ['until {change.metadata.expires}', 'until 2026-02-01'],
    ['{change.metadata.owner}', 'none'],
    ['{change.metadata.consumers}', 'x, y'],
    ['{access.gains}', 'READ on r'],
    ['{access.loses}', 'none'],
    ['{found}', 'OWN on r'],
    ['{after.deep.list} {after.deep.on} {after.nothing.there}', '1, 2, 3, 4, 5 and 2 more true none'],
    ['{after.toString} {before.toString} {before.constructor}', 'own none none'],
    ['{change.steps} {plan.changes} {now}', '1 1 2026-01-01'],
    ['{after.deep.text}', `${'b'.repeat(199)}…`],
  ])('%s', (text, expected) => expect(filled(text)).toBe(expected));

  it.each([
    '{',
    '}',
    '{}',
    '{change name}',
    '{1 + 1}',
    '{{change.name}}',
    '{change.nam}',
    '{found.action}',
    '{nothing}',
    '{change.name.x}',
    '{__proto__}',
    '{change.constructor}',
  ])('and refuses %s', (text) => expect(parseTemplate(text).kind).toBe('refused'));
});

describe('a * stands for any characters', () => {
  it.each([
    ['*', '', true],
    ['*', 'a/b/c', true],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['a*b*c', 'abbc', true],
    ['*b*b', 'b', false],
    ['a.c', 'abc', false],
  ])('%s and %s', (glob, text, expected) => expect(fits(glob, text)).toBe(expected));

  it('and no glob makes it last', () => {
    expect(fits('*a'.repeat(200), 'a'.repeat(100_000) + 'b')).toBe(false);
  });
});
